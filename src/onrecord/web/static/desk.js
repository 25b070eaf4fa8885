"use strict";
// Comforts of the desk. Every page works without them: links are links, and forms have their buttons.
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  const dayAt = (first, number) => {
    const day = new Date(`${first}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + number);
    return day.toISOString().slice(0, 10);
  };
  const numberOf = (first, day) => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86400000);

  // One way back for one movement: its first day is a new address, the days that follow soon take that one's place.
  const oneMovement = 1500;
  let waiting = 0;
  let moved = 0;
  const soon = (form, pause) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const same = Date.now() - moved < oneMovement;
      moved = Date.now();
      form.removeAttribute(same ? "hx-push-url" : "hx-replace-url");
      form.setAttribute(same ? "hx-replace-url" : "hx-push-url", "true");
      form.dispatchEvent(new Event("slide", { bubbles: true }));
    }, pause);
  };

  // What takes up half of a phone's screen waits folded there.
  const fold = () => {
    if (!window.matchMedia("(max-width: 44rem)").matches) return;
    for (const details of document.querySelectorAll("details[data-fold]")) details.open = false;
  };

  const wakeLine = () => {
    const form = document.getElementById("dayline");
    if (!form || form.dataset.awake) return;
    form.dataset.awake = "yes";
    const slide = form.querySelector("#day-slide");
    const field = form.querySelector("#day-field");
    const { first } = form.dataset;
    const length = Number(form.dataset.length);
    slide.hidden = false;
    const tell = () => slide.setAttribute("aria-valuetext", dayAt(first, Number(slide.value)));
    tell();
    slide.addEventListener("input", () => {
      field.value = dayAt(first, Number(slide.value));
      tell();
      soon(form, 90);
    });
    slide.addEventListener("change", (event) => event.stopPropagation());
    field.addEventListener("change", (event) => {
      event.stopPropagation();
      // While a year is typed the browser tells of the years 2, 20 and 201 as well.
      if (!field.value || (field.validity.valid && field.value >= "1600")) soon(form, 400);
      if (field.value) slide.value = Math.min(length, Math.max(0, numberOf(first, field.value)));
      tell();
    });
  };

  // Empty fields do not belong into an address.
  document.addEventListener("htmx:configRequest", (event) => {
    const asked = event.detail.parameters;
    for (const name of Object.keys(asked)) if (asked[name] === "") delete asked[name];
  });
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "get") return;
    for (const field of event.target.elements) if (field.name && field.value === "") field.disabled = true;
    setTimeout(() => { for (const field of event.target.elements) field.disabled = false; }, 0);
  });
  // A form that says so sends itself when a choice is made; what is typed waits for Enter or the button.
  const typed = new Set(["text", "search", "date", "number"]);
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form && form.dataset.send === "change" && !typed.has(event.target.type)) form.requestSubmit();
  });
  // "/" goes to the search, as in most tools of this kind.
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const search = document.getElementById("search-words");
    if (search) { event.preventDefault(); search.focus(); }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });
  const wake = () => { wakeLine(); fold(); };
  document.addEventListener("htmx:afterSettle", wake);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", wake); else wake();
})();
