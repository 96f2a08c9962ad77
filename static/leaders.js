// Saves a leader's answers as they are given. What cannot be saved stays in this browser until it is.
(() => {
  "use strict";
  const desk = document.querySelector("[data-key]");
  if (!desk) return;
  const prefix = `leaders:${desk.dataset.key}:`;
  const copies = {
    read: (part) => { try { return JSON.parse(localStorage.getItem(prefix + part)); } catch { return null; } },
    keep: (part, copy) => { try { localStorage.setItem(prefix + part, JSON.stringify(copy)); } catch { /* a full or closed store: the page itself still holds it */ } },
    drop: (part) => { try { localStorage.removeItem(prefix + part); } catch { /* the same */ } },
    parts: () => { try { return Object.keys(localStorage).filter((k) => k.startsWith(prefix)).map((k) => k.slice(prefix.length)); } catch { return []; } },
  };

  // What is sent in is locked: no copy is needed, and none stays behind.
  if ("done" in desk.dataset) copies.parts().forEach(copies.drop);

  // The page with both sides holds all that the copy holds; once the leader has chosen, it is gone.
  for (const form of desk.querySelectorAll("form[data-chosen]")) form.addEventListener("submit", () => copies.drop(form.dataset.chosen));
  for (const link of desk.querySelectorAll("a[data-chosen]")) link.addEventListener("click", () => copies.drop(link.dataset.chosen));

  if (!("save" in desk.dataset)) return;

  const form = desk, part = form.dataset.save, version = form.elements["page:version"];
  const status = document.querySelector("[data-status]");
  const fields = () => [...new FormData(form)].filter(([name, value]) => value && !name.startsWith("page:"));
  const text = (found) => JSON.stringify([...found].sort());
  let stored = text(fields()), flight = null, timer = 0, pause = 2000, stopped = false;

  function tell(state, kind = "") {
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    status.className = `saved end small ${kind}`;
    status.textContent = status.dataset[state].replace("{time}", time);
  }

  const dirty = () => text(fields()) !== stored;
  const copy = () => copies.keep(part, { version: Number(version.value), fields: fields(), flight });

  function later(wait) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  // One request at a time, and after a broken one the same again: so the version always fits what is sent.
  let running = null;
  function save() {
    clearTimeout(timer);
    if (!running) running = send().finally(() => { running = null; });
    return running;
  }

  async function send() {
    if (!flight && !dirty()) { copies.drop(part); return "saved"; }
    const sent = flight || fields();
    flight = sent;
    copy();
    tell("saving", "waiting");
    let answer = null;
    try {
      const body = new URLSearchParams([...sent, ["page:version", version.value]]);
      answer = await fetch(form.action, { method: "POST", body, headers: { "X-Saves-By-Itself": "1" }, redirect: "error", keepalive: String(body).length < 60000 });
    } catch { /* no answer: no connection */ }
    if (!answer || answer.status >= 500 || answer.status === 429) {
      tell(answer ? "busy" : "offline", "failed");
      pause = Math.min(pause * 2, 60000);
      later(pause);
      return "offline";
    }
    pause = 2000;
    flight = null;
    return answer.ok ? keepsUp(sent, await answer.json()) : refused(answer.status);
  }

  function keepsUp(sent, told) {
    version.value = told.version;
    stored = text(sent);
    tell("saved");
    progress(told);
    if (dirty()) { copy(); later(200); } else copies.drop(part);
    return "saved";
  }

  function refused(code) {
    stopped = code !== 422;
    copy();
    tell(code === 409 ? "elsewhere" : "refused", "failed");
    return "refused";
  }

  function progress(told) {
    for (const bar of document.querySelectorAll("progress[data-here]")) bar.value = told.answered;
    for (const place of document.querySelectorAll("[data-here-told]")) place.textContent = told.here;
    for (const place of document.querySelectorAll("[data-told]")) place.textContent = told.told;
  }

  // What was typed before the browser closed or the connection broke comes back, and is saved.
  function restore() {
    const kept = copies.read(part);
    if (!kept) return;
    if (text(kept.fields) === stored) { copies.drop(part); return; }
    const arrived = kept.flight && text(kept.flight) === stored;
    if (!arrived) version.value = kept.version;
    const given = new Map(kept.fields);
    for (const field of form.elements) {
      if (field.name.startsWith("page:") || !field.name) continue;
      if (field.type === "radio") field.checked = given.get(field.name) === field.value;
      else field.value = given.get(field.name) || "";
    }
    tell("restored", "failed");
    later(100);
  }

  if ("typed" in form.dataset) { stored = ""; copy(); } else restore();

  form.addEventListener("input", (event) => {
    copy();
    if (!stopped) later(event.target.type === "radio" ? 50 : 800);
  });

  async function settled() {
    let end;
    do end = await save(); while (end === "saved" && dirty());
    return end !== "offline";
  }

  // A button first saves like the rest; then it sends the same once more, which changes nothing, and goes on.
  let going = false;
  form.addEventListener("submit", async (event) => {
    if (going || stopped || (!running && !flight && !dirty())) return;
    event.preventDefault();
    if (await settled()) { going = true; form.requestSubmit(event.submitter); }
  });

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.hash || event.ctrlKey || event.metaKey || event.shiftKey || stopped || (!running && !dirty())) return;
    event.preventDefault();
    await Promise.race([settled(), new Promise((done) => setTimeout(done, 3000))]);
    location.href = link.href;
  });

  window.addEventListener("online", () => { pause = 2000; if (!stopped && (dirty() || flight)) save(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden && !stopped && dirty()) save(); });
})();
