"use strict";
/* A button beside each text that is there to be copied; without a script it can be selected. */
for (const box of document.querySelectorAll(".copyable[data-copy]")) {
  if (!navigator.clipboard) break;
  const text = box.querySelector("textarea");
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.textContent = box.dataset.copy;
  button.setAttribute("aria-describedby", `${text.id}-label`);
  said.className = "small quiet";
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = box.dataset.copied;
    } catch {
      text.focus();
      text.select();
    }
  });
  box.append(button, said);
}
