// Small comforts; every page works without them, and none of them complains when the network is away.
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
    let saving = null;
    const save = async () => {
      try {
        const answer = await fetch(form.dataset.autosave, { method: "POST", body: typed(form), redirect: "manual" });
        const version = answer.headers.get("X-Version");
        if (answer.ok && version) {
          form.elements.version.value = version;
          said.textContent = said.dataset.saved + " " + new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
        }
      } catch (offline) {
        said.textContent = "";
      }
    };
    // one after the other: each names the version that the one before it made
    const saveNext = () => {
      const mine = (saving || Promise.resolve()).then(save).finally(() => { if (saving === mine) { saving = null; } });
      saving = mine;
    };
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(saveNext, 1500);
    });
    form.addEventListener("submit", (event) => {
      clearTimeout(waiting);
      if (saving) {
        event.preventDefault();
        const button = event.submitter;
        saving.then(() => form.requestSubmit(button));
      }
    });
  }

  for (const place of document.querySelectorAll("[data-similar]")) {
    const field = document.getElementById(place.dataset.of);
    let waiting;
    let asked = 0;
    const look = async () => {
      const mine = ++asked;
      if (field.value.trim().length < 8) {
        place.replaceChildren();
        return;
      }
      try {
        const answer = await fetch(place.dataset.similar + encodeURIComponent(field.value));
        const found = answer.ok ? await answer.text() : "";
        // an answer that comes late is about other words
        if (mine === asked) { place.innerHTML = found; }
      } catch (offline) {
        place.replaceChildren();
      }
    };
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(look, 500);
    });
  }

  // words of a draft that are selected can be commented on: a link beside them leads to the form
  const text = document.querySelector("[data-open][data-version]");
  if (text) {
    const link = document.createElement("a");
    link.className = "button main low over-words";
    link.textContent = text.dataset.comment;
    link.hidden = true;
    document.body.append(link);
    // pressing it does not end the selection
    link.addEventListener("mousedown", (event) => event.preventDefault());
    const partOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-clause]");
    document.addEventListener("selectionchange", () => {
      const selection = document.getSelection();
      const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
      const part = range && partOf(range.startContainer);
      const words = selection.toString().trim();
      link.hidden = !part || partOf(range.endContainer) !== part || words === "" || words.length > 2000;
      if (!link.hidden) {
        const before = document.createRange();
        before.selectNodeContents(part);
        before.setEnd(range.startContainer, range.startOffset);
        const raw = range.toString();
        const start = before.toString().length + raw.length - raw.trimStart().length;
        const query = new URLSearchParams({ clause: part.dataset.clause, quote: raw.trim(), at: text.dataset.version + ":" + start });
        link.href = location.pathname + "?" + query + "#say";
        const box = range.getBoundingClientRect();
        link.style.setProperty("top", window.scrollY + box.bottom + 8 + "px");
        link.style.setProperty("left", Math.max(8, Math.min(box.left, window.innerWidth - 240)) + "px");
      }
    });
  }

  const summary = document.querySelector(".error-summary");
  if (summary) { summary.focus(); }
})();
