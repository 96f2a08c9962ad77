// Sends a form without leaving the page, so that a lost connection loses nothing of what was filled in.
"use strict";
(() => {
  const form = document.querySelector("form[data-unsent]");
  if (!form) return;
  const button = form.querySelector("button"), name = button.textContent;
  const told = document.createElement("p");
  told.className = "unsent";
  told.setAttribute("role", "status");
  button.closest(".buttons").before(told);

  function busy(sending) {
    button.disabled = sending;
    button.textContent = sending ? form.dataset.sending : name;
  }

  form.addEventListener("submit", async (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    told.textContent = "";
    const body = new URLSearchParams(new FormData(form));
    busy(true);
    let answer;
    try {
      answer = await fetch(form.action, { method: "POST", body, headers: { "X-Sends-By-Itself": "1" } });
      // A server in front of ours says so when it cannot reach it.
      if (answer.status === 502 || answer.status === 504) throw new Error("not reached");
    } catch {
      busy(false);
      told.textContent = form.dataset.unsent;
      return;
    }
    // In place of the form, so that the way back does not lead to what was sent.
    const next = answer.headers.get("Location") || (answer.redirected && answer.url);
    if (next) location.replace(next);
    else form.submit(); // nothing was stored: sent once more, so that the browser shows the page that says why
  });
})();
