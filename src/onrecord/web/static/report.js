"use strict";
// Who speaks in the words that are pointed at: a box with what the entry in the margin says, for pointer and keys alike.
(() => {
  let tip = null;
  let closing = 0;

  const close = () => {
    clearTimeout(closing);
    if (tip) tip.remove();
    tip = null;
  };
  const soon = () => { clearTimeout(closing); closing = setTimeout(close, 180); };

  const place = (piece) => {
    const box = piece.getClientRects()[0] || piece.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8));
    const above = box.top > tip.offsetHeight + 80;
    const top = above ? box.top - tip.offsetHeight - 6 : box.bottom + 6;
    tip.style.left = `${left + window.scrollX}px`;
    tip.style.top = `${top + window.scrollY}px`;
  };

  const open = (piece) => {
    const gists = piece.dataset.s.split(" ").reverse()
      .map((number) => document.querySelector(`.entry[data-entry="${number}"] .gist`)).filter(Boolean);
    if (!gists.length) return;
    close();
    tip = document.createElement("div");
    tip.className = "tip";
    tip.id = "tip";
    tip.setAttribute("role", "tooltip");
    gists.slice(0, 4).forEach((gist) => tip.append(gist.cloneNode(true)));
    tip.querySelectorAll("a").forEach((link) => { link.tabIndex = -1; });
    document.body.append(tip);
    tip.addEventListener("mouseenter", () => clearTimeout(closing));
    tip.addEventListener("mouseleave", soon);
    place(piece);
  };

  const pieceOf = (event) => event.target.closest && event.target.closest(".report-words [data-s]");

  document.addEventListener("mouseover", (event) => {
    const piece = pieceOf(event);
    if (!piece) return;
    if (piece.title) { piece.dataset.title = piece.title; piece.removeAttribute("title"); }
    clearTimeout(closing);
    open(piece);
  });
  document.addEventListener("mouseout", (event) => { if (pieceOf(event)) soon(); });
  document.addEventListener("focusin", (event) => { const piece = pieceOf(event); if (piece) open(piece); });
  document.addEventListener("focusout", (event) => { if (pieceOf(event)) soon(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  document.addEventListener("htmx:beforeSwap", close);
})();
