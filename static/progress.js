// Follows a job without loading the page again; when the job has ended, the page says what came of it.
const job = document.getElementById("job");
const bar = job.querySelector("progress");
const told = job.querySelector("[role=status]");

async function look() {
  try {
    const answer = await fetch(job.dataset.state, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error();
    const now = await answer.json();
    if (now.state === "done" || now.state === "failed") return location.reload();
    if (told.textContent !== now.doing) told.textContent = now.doing;
    if (now.total) { bar.max = now.total; bar.value = now.done; }
  } catch { /* The connection is gone for a moment: the next look tells. */ }
  setTimeout(look, 1000);
}
setTimeout(look, 500);
