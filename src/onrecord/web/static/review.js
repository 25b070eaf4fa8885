"use strict";
// Keys of the review page: each presses the button or follows the link that shows it.
(() => {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
    const meant = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!meant) return;
    event.preventDefault();
    meant.click();
    if (meant.tagName === "SUMMARY") meant.parentElement.querySelector("select, input").focus();
  });
})();
