// Makes a sheet of cards without leaving the page: once at a time, and with a word on how it went.
"use strict";
(() => {
  const form = document.querySelector("form[data-making]");
  if (!form) return;
  const button = form.querySelector("button"), name = button.textContent;
  const told = document.createElement("p");
  told.className = "unsent";
  told.setAttribute("role", "status");
  button.closest(".buttons").before(told);

  function busy(making) {
    button.disabled = making;
    button.textContent = making ? form.dataset.making : name;
  }

  function save(sheet) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(sheet);
    link.download = "cards.pdf";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    told.textContent = "";
    const body = new URLSearchParams(new FormData(form));
    busy(true);
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      // No code was made: sent once more, so that the browser shows the page that says why.
      if (answer.headers.get("Content-Type") !== "application/pdf") return form.submit();
      save(await answer.blob());
      told.textContent = form.dataset.made;
    } catch {
      told.textContent = form.dataset.lost;
    }
    busy(false);
  });
})();
