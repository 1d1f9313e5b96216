// What the accessibility checker does not look at. Each function answers with what is wrong, as texts.
window.ronda = (() => {
  const said = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 140);
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const reached = () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((element) => isShown(element) && !element.disabled && element.tabIndex >= 0 && element.type !== "hidden");

  /** Nothing is wider than the window. */
  const overflow = () => {
    const width = window.innerWidth;
    if (document.documentElement.scrollWidth <= width) { return []; }
    const wide = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !element.querySelector("*"))
      .slice(0, 3);
    return ["needs " + document.documentElement.scrollWidth + " of " + width + " pixels: " + wide.map(said).join(" ")];
  };

  /** A target measures 24 pixels each way (WCAG 2.5.8), with its label; a link within a sentence may be as high as its line. */
  const targets = () => reached().filter((element) => {
    if (element.closest(".skip")) { return false; }
    const boxes = [element, ...(element.labels || [])].map((one) => one.getBoundingClientRect());
    if (boxes.some((box) => box.width >= 23.5 && box.height >= 23.5)) { return false; }
    const block = element.parentElement.closest("p, li, dd, td, blockquote, h1, h2, h3, small, label, legend");
    const isWithinText = getComputedStyle(element).display === "inline" && block
      && block.textContent.trim().length > element.textContent.trim().length + 1;
    return !isWithinText;
  }).map((element) => {
    const box = element.getBoundingClientRect();
    return "target of " + Math.round(box.width) + " x " + Math.round(box.height) + ": " + said(element);
  });

  /** Whatever the keyboard reaches shows that it is there; one of each kind. */
  const focus = () => {
    const kinds = new Set();
    const look = (element) => {
      const box = element.closest("label, .seek, .field, .check") || element;
      return [element, box].map((one) => getComputedStyle(one)).map((style) =>
        (style.outlineStyle === "none" ? "" : style.outlineWidth + style.outlineColor) + style.boxShadow).join();
    };
    const wrong = [];
    for (const element of reached()) {
      const kind = [element.tagName, element.type, element.className, element.parentElement.className].join();
      if (kinds.has(kind)) { continue; }
      kinds.add(kind);
      document.activeElement.blur();
      const before = look(element);
      element.focus({ preventScroll: true });
      if (document.activeElement !== element) { wrong.push("takes no focus: " + said(element)); }
      else if (look(element) === before) { wrong.push("shows no focus: " + said(element)); }
    }
    document.activeElement.blur();
    return wrong;
  };

  /** One first heading, and a first link that leads past the navigation. */
  const frame = () => {
    const wrong = [];
    const headings = document.querySelectorAll("h1").length;
    if (headings !== 1) { wrong.push(headings + " first headings"); }
    const first = reached()[0];
    const address = first && first.getAttribute("href");
    if (!address || !address.startsWith("#") || !document.querySelector("main" + address)) { wrong.push("no skip link"); }
    return wrong;
  };

  return { overflow, targets, focus, frame };
})();
