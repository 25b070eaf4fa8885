"use strict";
// Words selected in a report can be noted on: a link to the form appears, with the place of the words in the text.
(() => {
  const link = document.getElementById("select-note");
  const words = document.querySelector(".report-words");
  if (!link || !words) return;
  const points = (text) => { let count = 0; for (const _ of text) count += 1; return count; };
  const show = () => {
    const selection = document.getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    const within = range && !range.collapsed && words.contains(range.startContainer) && words.contains(range.endContainer);
    link.hidden = !within;
    if (!within) return;
    const before = document.createRange();
    before.setStart(words, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = Number(link.dataset.first) + points(before.cloneContents().textContent);
    const end = start + points(range.cloneContents().textContent);
    link.href = `/notes/on/report/${encodeURIComponent(link.dataset.report)}?start=${start}&end=${end}`;
  };
  document.addEventListener("selectionchange", show);
})();
