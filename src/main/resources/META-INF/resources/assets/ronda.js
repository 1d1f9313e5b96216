// Small comforts; every page works without them.
(() => {
  for (const field of document.querySelectorAll("[data-max]")) {
    const left = document.createElement("span");
    left.className = "count";
    left.setAttribute("aria-hidden", "true");
    field.after(left);
    const count = () => { left.textContent = field.value.length + " / " + field.dataset.max; };
    field.addEventListener("input", count);
    count();
  }
  for (const form of document.querySelectorAll("form[data-autosave]")) {
    const said = form.querySelector("[data-saved]");
    let waiting;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        const answer = await fetch(form.dataset.autosave, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
        const version = answer.headers.get("X-Version");
        if (answer.ok && version) {
          form.elements.version.value = version;
          said.textContent = said.dataset.saved + " " + new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
        }
      }, 1500);
    });
  }
  for (const field of document.querySelectorAll("[data-similar]")) {
    const place = document.getElementById("similar");
    let waiting;
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        if (field.value.length < 8) { return; }
        const answer = await fetch(field.dataset.similar + encodeURIComponent(field.value));
        if (answer.ok) { place.innerHTML = await answer.text(); }
      }, 500);
    });
  }
  const summary = document.querySelector(".wrong");
  if (summary) { summary.focus(); }
})();
