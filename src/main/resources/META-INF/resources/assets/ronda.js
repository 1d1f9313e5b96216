// Small comforts; every page works without them.
(() => {
  for (const field of document.querySelectorAll("[data-count]")) {
    const most = Number(field.dataset.count);
    const left = document.createElement("span");
    left.className = "count";
    field.after(left);
    const count = () => {
      const rest = most - field.value.length;
      left.textContent = (rest < 0 ? field.dataset.countOver : field.dataset.countLeft).replace("#", Math.abs(rest));
      left.hidden = rest > most / 5;
    };
    field.addEventListener("input", count);
    count();
  }
  // the words only: a file is sent when its sender says so
  const typed = (form) => {
    const fields = new FormData(form);
    ["file", "caption", "files", "captions", "remove"].forEach((name) => fields.delete(name));
    return new URLSearchParams(fields);
  };
  for (const form of document.querySelectorAll("form[data-autosave]")) {
    const said = form.querySelector("[data-saved]");
    let waiting;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        const answer = await fetch(form.dataset.autosave, { method: "POST", body: typed(form), redirect: "manual" });
        const version = answer.headers.get("X-Version");
        if (answer.ok && version) {
          form.elements.version.value = version;
          said.textContent = said.dataset.saved + " " + new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
        }
      }, 1500);
    });
  }
  for (const place of document.querySelectorAll("[data-similar]")) {
    const field = document.getElementById(place.dataset.of);
    let waiting;
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        if (field.value.length < 8) { return; }
        const answer = await fetch(place.dataset.similar + encodeURIComponent(field.value));
        if (answer.ok) { place.innerHTML = await answer.text(); }
      }, 500);
    });
  }
  const summary = document.querySelector(".error-summary");
  if (summary) { summary.focus(); }
})();
