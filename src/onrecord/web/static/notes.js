"use strict";
// Words selected in a report can be noted on: a link to the form appears, with the place of the words in the text.
(() => {
  const link = document.getElementById("select-note");
  const words = document.querySelector(".report-words");
  if (!link || !words) return;
  // The link stands just below the end of what is selected, within the window.
  const place = (range) => {
    const parts = range.getClientRects();
    const last = parts.length ? parts[parts.length - 1] : range.getBoundingClientRect();
    const below = last.bottom + 8 + link.offsetHeight > window.innerHeight ? last.top - link.offsetHeight - 8 : last.bottom + 8;
    const top = Math.min(Math.max(8, below), window.innerHeight - link.offsetHeight - 8);
    const left = Math.min(Math.max(8, last.right - link.offsetWidth / 2), window.innerWidth - link.offsetWidth - 8);
    Object.assign(link.style, { top: `${top}px`, left: `${left}px`, right: "auto", bottom: "auto" });
  };
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
    place(range);
  };
  document.addEventListener("selectionchange", show);
  addEventListener("scroll", () => { if (!link.hidden) place(document.getSelection().getRangeAt(0)); }, { passive: true });
})();
