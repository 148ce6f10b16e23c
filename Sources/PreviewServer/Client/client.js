// What a page does in a preview: it hears of changes, reloads or changes its look, and shows what is
// wrong. Everything it draws stands in a shadow tree, so that neither the page's styles nor its own
// reach the other side, and nothing of it is printed. No HTML is ever made from text.
"use strict";
(() => {
  const script = document.currentScript;
  if (!script || window.top !== window || window.sitePreview) return;
  window.sitePreview = true;
  const own = { ...script.dataset };
  const base = new URL(".", script.src).pathname;
  // A browser may be told to store nothing; then the bar is closed on each page.
  const storage = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* not allowed */ } },
  };

  // ---- What a reload keeps: where the reader was, and what was open.

  function details() { return [...document.querySelectorAll("details")]; }

  // The entry of the history outlives a reload and belongs to this page alone.
  function reload() {
    const sitePreview = {
      x: scrollX, y: scrollY, open: details().map((item) => item.open),
      focus: document.activeElement ? document.activeElement.id : "",
    };
    history.replaceState({ ...history.state, sitePreview }, "");
    location.reload();
  }

  function restore() {
    const kept = history.state && history.state.sitePreview;
    if (!kept) return;
    const { sitePreview, ...rest } = history.state;
    history.replaceState(Object.keys(rest).length ? rest : null, "");
    const items = details();
    // Only where the page still has the same number of them can we say which is which.
    if (items.length === kept.open.length) {
      items.forEach((item, index) => { item.open = kept.open[index]; });
    }
    const back = () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    back();
    // What comes later, as pictures do, moves the page; then it goes back once more.
    if (document.readyState !== "complete") addEventListener("load", back, { once: true });
    if (kept.focus) document.getElementById(kept.focus)?.focus({ preventScroll: true });
  }

  // ---- Changes of the look without a reload.

  function stylesheets() {
    return [...document.querySelectorAll("link[rel~='stylesheet'][href]")].filter((link) => !leaving.has(link));
  }

  // Stylesheets that go as soon as their followers are there.
  const leaving = new WeakSet();

  function swapStyles(addresses, version) {
    const links = stylesheets();
    if (links.length !== addresses.length) return false;
    links.forEach((link, index) => {
      const address = new URL(addresses[index], document.baseURI);
      if (address.origin !== location.origin) return;
      address.searchParams.set("preview", version);
      const next = link.cloneNode();
      next.href = address.href;
      // The old one stays until the new one is there, else the page would flash without any.
      leaving.add(link);
      const done = () => link.remove();
      next.addEventListener("load", done, { once: true });
      next.addEventListener("error", done, { once: true });
      link.after(next);
    });
    return true;
  }

  function refreshImages(version) {
    for (const image of document.images) {
      const address = new URL(image.currentSrc || image.src, document.baseURI);
      if (address.origin !== location.origin) continue;
      address.searchParams.set("preview", version);
      image.src = address.href;
    }
  }

  // ---- Hearing of changes.

  let stream = null;
  let asking = false;
  let askAgain = false;

  async function ask() {
    if (asking) { askAgain = true; return; }
    asking = true;
    try {
      do {
        askAgain = false;
        const query = new URLSearchParams({ token: own.token, path: location.pathname });
        const answer = await fetch(base + "state?" + query, { cache: "no-store" });
        // Another run of the server does not know this page.
        if (answer.status === 403) { reload(); return; }
        if (answer.ok) follow(await answer.json());
      } while (askAgain);
    } catch { /* the server is away; the stream will tell when it is back */ } finally { asking = false; }
  }

  function follow(state) {
    if (state.page !== own.page || state.scripts !== own.scripts) { reload(); return; }
    if (state.styles !== own.styles) {
      if (!swapStyles(state.styleAddresses, state.styles)) { reload(); return; }
      own.styles = state.styles;
    }
    if (state.images !== own.images) {
      refreshImages(state.images);
      own.images = state.images;
    }
    show(state);
  }

  function listen() {
    if (stream) return;
    stream = new EventSource(base + "events?" + new URLSearchParams({ token: own.token }));
    stream.addEventListener("change", () => {
      isAway = false;
      ask();
    });
    stream.addEventListener("error", () => {
      // A server that was started anew refuses the old token for good; the question finds that out.
      if (stream && stream.readyState === EventSource.CLOSED) { stop(); setTimeout(() => { ask(); listen(); }, 1000); }
      isAway = true;
      draw();
    });
  }

  function stop() { if (stream) stream.close(); stream = null; }

  // A browser opens few connections to one server; pages in the background must not use them up.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") listen(); else stop();
  });
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });

  // ---- What is drawn.

  let state = null;
  let isAway = false;
  let isDismissed = false;
  let seenErrors = "";
  const host = document.createElement("site-preview");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; }
    @media print { :host { display: none !important; } }
    * { box-sizing: border-box; }
    .bar, .overlay { font: 13px/1.5 system-ui, sans-serif; color: #eee; background: #1d2126; }
    .bar { position: fixed; z-index: 2147483646; right: 0; bottom: 0; max-width: min(100vw, 44rem);
      border-top-left-radius: 6px; border: 1px solid #56606b; }
    .bar[hidden], .panel[hidden], .overlay[hidden] { display: none; }
    button { font: inherit; color: inherit; background: none; border: 0; padding: .25rem .6rem;
      cursor: pointer; min-height: 1.75rem; }
    button:focus-visible, a:focus-visible, .overlay:focus-visible, pre:focus-visible {
      outline: 2px solid #8cc8ff; outline-offset: -2px; }
    .panel { padding: .5rem .75rem; max-height: 50vh; overflow: auto; border-top: 1px solid #56606b; }
    .panel p, .panel ul { margin: 0 0 .5rem; padding: 0; }
    .panel ul { padding-left: 1.2rem; }
    a { color: #9bd0ff; }
    .mark { color: #1d2126; background: #ffd166; border-radius: 3px; padding: 0 .4em; margin-right: .3em; }
    .count { color: #ffd166; }
    .overlay { position: fixed; z-index: 2147483647; inset: auto 0 0 0; max-height: 70vh; overflow: auto;
      border-top: 3px solid #ff7b72; padding: .75rem 1rem 1rem; }
    .overlay h2 { font: 600 15px/1.5 system-ui, sans-serif; margin: 0; }
    .overlay header { display: flex; justify-content: space-between; gap: 1rem; }
    pre { font: 12.5px/1.45 ui-monospace, monospace; white-space: pre; overflow-x: auto; margin: .5rem 0 0;
      padding: .5rem .75rem; background: #14171a; color: #eee; tab-size: 2; }
  `);
  root.adoptedStyleSheets = [sheet];

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key === "hidden") made.hidden = value; else made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  function button(label, attributes, action) {
    const made = element("button", { type: "button", ...attributes }, label);
    made.addEventListener("click", action);
    return made;
  }

  const summary = element("span");
  const panel = element("div", { class: "panel", id: "panel", hidden: storage.get("preview:open") !== "yes" });
  const toggle = button("", { "aria-expanded": "false", "aria-controls": "panel" }, () => {
    panel.hidden = !panel.hidden;
    storage.set("preview:open", panel.hidden ? "no" : "yes");
    draw();
  });
  toggle.append(summary);
  const bar = element("div", { class: "bar", role: "region", "aria-label": "Preview" }, toggle, panel);
  const heading = element("h2", { id: "heading" });
  const reports = element("div");
  const overlay = element("div", { class: "overlay", role: "alertdialog", "aria-modal": "false",
    "aria-labelledby": "heading", tabindex: "-1", hidden: true },
    element("header", {}, heading, button("Hide", { "aria-label": "Hide the mistakes" }, hide)), reports);
  root.append(bar, overlay);

  function hide() { isDismissed = true; draw(); toggle.focus(); }
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (!overlay.hidden) hide(); else if (!panel.hidden) toggle.click();
  });

  function count(number, word) { return number + " " + word + (number === 1 ? "" : "s"); }

  function show(news) {
    state = news;
    const errors = JSON.stringify(news.findings.filter((finding) => finding.isError));
    // Mistakes that were hidden stay so until there are others.
    if (errors !== seenErrors) isDismissed = false;
    seenErrors = errors;
    draw();
    host.dataset.moment = String(news.moment);
  }

  function draw() {
    if (!state) return;
    const errors = state.findings.filter((finding) => finding.isError);
    const others = state.findings.filter((finding) => !finding.isError);
    const words = [...state.facts.marks.map((mark) => element("span", { class: "mark" }, mark))];
    if (isAway) words.push("The preview was ended");
    else words.push("Preview");
    if (errors.length) words.push(" · " + count(errors.length, "mistake"));
    const warnings = Math.max(state.findingCount - errors.length, others.length);
    if (warnings) words.push(element("span", { class: "count" }, " · " + count(warnings, "warning")));
    summary.replaceChildren(...words);
    toggle.setAttribute("aria-expanded", String(!panel.hidden));
    drawPanel(errors, others);
    drawOverlay(errors);
  }

  function drawPanel(errors, others) {
    const parts = [];
    if (state.facts.source) parts.push(element("p", {}, "From ", element("code", {}, state.facts.source)));
    for (const note of state.facts.notes) parts.push(element("p", {}, note));
    if (errors.length && isDismissed) {
      parts.push(button("Show the mistakes", {}, () => { isDismissed = false; draw(); overlay.focus(); }));
    }
    if (state.facts.links.length) {
      parts.push(element("p", {}, "Shown here only:"));
      parts.push(element("ul", {}, ...state.facts.links.map((link) =>
        element("li", {}, element("a", { href: link.address }, link.text)))));
    }
    const here = new Set(state.facts.findings.map((finding) => finding.text));
    const ordered = [...state.facts.findings.filter((finding) => !finding.isError),
      ...others.filter((finding) => !here.has(finding.text))];
    for (const finding of ordered) parts.push(element("pre", { tabindex: "0" }, finding.text.trimEnd()));
    panel.replaceChildren(...parts);
  }

  function drawOverlay(errors) {
    const wasHidden = overlay.hidden;
    overlay.hidden = errors.length === 0 || isDismissed;
    heading.textContent = state.hasSite
      ? count(errors.length, "mistake") + "; this is the last good page"
      : count(errors.length, "mistake") + "; there is no site to show yet";
    reports.replaceChildren(...errors.map((finding) =>
      element("pre", { tabindex: "0" }, finding.text.trimEnd())));
    if (wasHidden && !overlay.hidden) overlay.scrollTop = 0;
  }

  function begin() {
    document.documentElement.append(host);
    restore();
    if (document.visibilityState === "visible") listen(); else ask();
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin, { once: true });
  else begin();
})();
