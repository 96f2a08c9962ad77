// Only makes it easier: takes the code from the link, and keeps a draft in this browser until it is sent.
"use strict";
(() => {
  const WEEK = 7 * 24 * 3600 * 1000;
  const STEP = 8192;
  const name = "ballot " + location.pathname.split("/")[2];
  const form = document.querySelector("form.parts");
  const bare = location.pathname + location.search;

  const storage = (kind, act) => { try { return act(window[kind]); } catch { return null; } };
  const forget = () => {
    storage("localStorage", (kept) => kept.removeItem(name));
    storage("sessionStorage", (kept) => kept.removeItem(name));
  };

  function showReceipt() {
    const words = location.hash.slice(1), place = document.querySelector(".receipt");
    if (!/^[a-z]{5}(-[a-z]{5}){2}$/.test(words)) { place.hidden = true; return; }
    place.querySelector("[data-no-script]").hidden = true;
    const shown = place.querySelector(".words");
    shown.hidden = false;
    shown.textContent = words;
    for (const other of document.querySelectorAll("a[hreflang]")) other.hash = words;
  }

  if (!form) { // thanked: nothing stays behind
    forget();
    showReceipt();
    history.replaceState(null, "", bare);
    return;
  }

  const shared = document.getElementById("shared");
  const link = document.getElementById("link-code");
  const typed = document.getElementById("typed-code");
  const names = new Set([...form.querySelectorAll(".statement-choice input")].map((input) => input.name));

  function takeCode() {
    const asked = location.hash.slice(1);
    if (asked && !document.getElementById(asked)) {
      link.value = asked;
      history.replaceState(null, "", bare);
    } else if (form.dataset.problem === "unknown") {
      storage("sessionStorage", (kept) => kept.removeItem(name));
    } else if (!link.value) {
      link.value = storage("sessionStorage", (kept) => kept.getItem(name)) || "";
    }
    const known = link.value !== "";
    form.querySelector(".with-link").hidden = !known;
    form.querySelector(".typed").hidden = known;
    typed.required = !known;
    if (known) for (const other of document.querySelectorAll("a[hreflang]")) other.hash = link.value;
  }

  function keep() {
    if (shared.checked) return forget();
    const values = [...new FormData(form)].filter(([field]) => !["hidden", "text"].includes(form.elements[field].type));
    storage("localStorage", (kept) => kept.setItem(name, JSON.stringify({ at: Date.now(), values })));
    if (link.value) storage("sessionStorage", (kept) => kept.setItem(name, link.value));
  }

  function takeDraft() {
    const draft = storage("localStorage", (kept) => JSON.parse(kept.getItem(name)));
    if (!draft || form.dataset.problem) return;
    if (Date.now() - draft.at > WEEK) return forget();
    for (const [field, value] of draft.values) {
      for (const input of form.querySelectorAll("input[type=radio], textarea")) {
        if (input.name !== field) continue;
        if (input.type === "textarea") input.value = value;
        else if (input.value === value) input.checked = true;
      }
    }
  }

  function count() {
    const answered = [...names].filter((field) => form.elements[field].value !== "").length;
    const told = form.dataset.answered.replace("{answered}", answered).replace("{total}", names.size);
    for (const place of document.querySelectorAll(".answered")) place.textContent = told;
  }

  // Every ballot is as long on its way: whoever sees only how long it is must not tell one from another.
  function pad() {
    const room = form.querySelector("[name=room]") || document.createElement("input");
    Object.assign(room, { type: "hidden", name: "room", value: "" });
    form.append(room);
    room.value = "x".repeat(STEP - new URLSearchParams(new FormData(form)).toString().length % STEP);
  }

  for (const each of document.querySelectorAll("[data-script]")) each.hidden = false;
  takeCode();
  takeDraft();
  keep();
  count();
  addEventListener("hashchange", takeCode);
  form.addEventListener("change", () => { keep(); count(); });
  for (const text of form.querySelectorAll("textarea")) text.addEventListener("input", keep);
  form.addEventListener("submit", (event) => {
    const part = form.querySelector(".part:target") || form.querySelector(".part");
    if (part.id !== "send") { // Enter on a choice goes on, it does not send half a ballot
      event.preventDefault();
      location.hash = part.querySelector("a.primary").hash;
    } else pad();
  });
  // The browser may bring back the page as it was when it was left, answers and all.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
