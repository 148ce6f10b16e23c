// The search box on every page and the search page. Without this script the box leads to the search
// page, which then offers topics and names to browse. The index and what reads it (search-index.js)
// are fetched when somebody begins to type.

const MOST_SUBJECTS = 3;
const MOST_NEWS = 10;
// How many files of records the first results may take; “more” has no such limit.
const MOST_FILES = 6;
const PAUSE = 120;

const form = document.querySelector("form[data-index]");
const field = form?.querySelector("input[type=search]");
const words = form?.dataset ?? {};

let opening;
/** The index, opened once; a failure may be tried again. */
function openIndex() {
  opening ??= import("./search-index.js").then(async ({ SearchIndex }) => {
    const index = new SearchIndex(words.index);
    await index.open();
    return index;
  });
  opening.catch(() => (opening = undefined));
  return opening;
}

/** Puts a text into a sentence: `{name}` stands for it. */
const filled = (sentence, name, text) => sentence.replace(`{${name}}`, () => text);

/** Appends a text to an element, with the words that were looked for marked. */
function appendMarked(element, text, reader, items) {
  const stems = new Set(items.flatMap((item) => [item, ...(item.parts ?? [])]).map((i) => i.term));
  const open = items.filter((item) => item.isOpen).map((item) => item.raw);
  for (const piece of text.split(/([\p{L}\p{N}\p{M}+#.-]+)/u)) {
    const isFound = reader.terms(piece).some((term) => stems.has(term)) ||
      open.some((raw) => raw.length > 1 && reader.fold(piece).startsWith(raw));
    if (!isFound || !piece) element.append(piece);
    else element.append(Object.assign(document.createElement("mark"), { textContent: piece }));
  }
}

/** Calls `work` when nothing was typed for a moment, and hands it a test whether it is still asked. */
function later(work) {
  let timer;
  let turn = 0;
  return (pause = PAUSE) => {
    clearTimeout(timer);
    const mine = ++turn;
    timer = setTimeout(() => work(() => mine === turn), pause);
  };
}

// ---- The box: a combobox with a list of results (WAI-ARIA Authoring Practices)

function makeBox() {
  const list = document.createElement("ul");
  list.id = `${field.id}-results`;
  list.className = "search-popup";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.results);
  const status = document.createElement("div");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  form.append(list, status);
  const attributes = {
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  let active = -1;

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const choose = (place) => {
    const options = [...list.children];
    // One place before the first is the field itself.
    active = place < -1 ? options.length - 1 : place >= options.length ? -1 : place;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (active < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    }
  };

  const add = (url, note, fill) => {
    const option = document.createElement("li");
    option.id = `${list.id}-${list.children.length}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.url = url;
    fill(option);
    if (note) {
      const small = Object.assign(document.createElement("span"), { className: "meta", textContent: note });
      option.append(" ", small);
    }
    list.append(option);
  };

  const update = later(async (isAsked) => {
    const question = field.value;
    if (!question.trim()) return close();
    let index, found, subjects, news;
    try {
      index = await openIndex();
      await index.steadily(async () => {
        found = await index.search(question);
        [subjects, news] = await Promise.all([
          index.records("subjects", found.named, MOST_SUBJECTS, 2),
          index.records("news", found.news, 5, MOST_FILES),
        ]);
      });
    } catch {
      if (isAsked()) status.textContent = words.failed;
      return;
    }
    if (!isAsked() || document.activeElement !== field) return;
    close();
    const marked = (title) => (option) => appendMarked(option, title, index.reader, found.items);
    for (const [url, title, , kind] of subjects) add(url, kind, marked(title));
    for (const [url, title, , date] of news) add(url, date, marked(title));
    if (list.children.length) {
      const all = filled(words.all, "query", question.trim());
      add(`${form.action}?q=${encodeURIComponent(question.trim())}`, "", (option) => option.append(all));
      list.lastChild.className = "search-all";
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
    }
    const count = found.news.length + found.subjects.length;
    status.textContent = count
      ? filled(words.count, "count", count)
      : filled(words.none, "query", question.trim());
  });

  field.addEventListener("input", () => update());
  field.addEventListener("focus", () => {
    openIndex().catch(() => {});
    if (field.value && list.hidden) update();
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      location.assign(list.children[active].dataset.url);
    } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      choose(active + (event.key === "ArrowDown" ? 1 : -1));
    }
  });
  // Keeps the field focused, so that the list is still there when the button comes up.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
}

// ---- The search page: results below the field, facets beside them, all of it in the address

function makePage(page) {
  const part = (name) => page.querySelector(`[data-part="${name}"]`);
  const tools = part("tools");
  const facets = [...tools.querySelectorAll("select[data-facet]")];
  const order = tools.querySelector("select[name=order]");
  let shown = 0;
  let current;

  /** A copy of the page's own pattern for a result, filled. */
  const result = (pattern, values, reader, items) => {
    const copy = part(pattern).content.cloneNode(true);
    for (const element of copy.querySelectorAll("[data-value]")) {
      const value = values[element.dataset.value];
      if (!value) element.remove();
      else if (element.dataset.value === "date") element.textContent = value;
      else appendMarked(element, value, reader, items);
      if (element.matches("a")) element.href = values.url;
      if (element.matches("time") && values.datetime) element.dateTime = values.datetime;
    }
    return copy;
  };

  const showMore = async (limit, files) => {
    const { index, found } = current;
    const records = await index.records("news", found.news.slice(shown), limit, files);
    if (current.found !== found) return;
    for (const [url, title, summary, date, datetime] of records) {
      const values = { url, title, summary, date, datetime };
      part("news").append(result("news-pattern", values, index.reader, found.items));
    }
    shown += records.length;
    part("more").hidden = shown >= found.news.length;
  };

  /** The values of each facet that the results have, with how many; those of a choice stay. */
  const fillFacets = async () => {
    const { index, found } = current;
    const all = await index.facets();
    if (current.found !== found) return;
    const isFound = new Set(found.news);
    for (const select of facets) {
      const chosen = select.value || select.dataset.chosen;
      const counted = (all[select.dataset.facet] ?? []).map((value) => ({
        ...value, count: value.documents.reduce((sum, id) => sum + isFound.has(id), 0),
      })).filter((value) => value.count || value.value === chosen);
      counted.sort((a, b) => select.dataset.facet === "year"
        ? b.value.localeCompare(a.value) : b.count - a.count || (a.label < b.label ? -1 : 1));
      const options = counted.slice(0, 50).map(({ value, label, count }) =>
        new Option(`${label} (${count})`, value, false, value === chosen));
      select.replaceChildren(select.options[0], ...options);
    }
  };

  const filters = () => facets
    .map((select) => [select.dataset.facet, select.value || select.dataset.chosen])
    .filter(([, value]) => value);

  const update = later(async (isAsked) => {
    const question = field.value;
    const address = new URLSearchParams(question.trim() ? { q: question.trim() } : {});
    for (const [facet, value] of filters()) address.set(facet, value);
    if (order.value !== "newest") address.set("order", order.value);
    const query = address.toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
    try {
      const index = await openIndex();
      await index.steadily(() => answer(index, question, isAsked));
    } catch {
      if (isAsked()) part("status").textContent = words.failed;
    }
  });

  const answer = async (index, question, isAsked) => {
    const isAsking = question.trim() || filters().length;
    const found = isAsking
      ? await index.search(question, { filters: filters(), order: order.value })
      : { news: [], subjects: [], items: [] };
    const subjects = await index.records("subjects", found.subjects, MOST_SUBJECTS, 2);
    if (!isAsked()) return;
    current = { index, found };
    shown = 0;
    part("news").replaceChildren();
    part("subjects").replaceChildren(...subjects.map(([url, title, summary, kind]) =>
      result("subject-pattern", { url, title, summary, kind }, index.reader, found.items)));
    await showMore(MOST_NEWS, MOST_FILES);
    const isNone = isAsking && !found.news.length && !found.subjects.length;
    part("status").textContent = !isAsking ? "" : isNone
      ? filled(words.none, "query", question.trim())
      : filled(words.count, "count", found.news.length + found.subjects.length) +
        (found.isPartial ? ` ${words.partial}` : "");
    part("browse").hidden = isAsking && !isNone;
    tools.hidden = !found.news.length && !filters().length;
    if (tools.querySelector("details").open || filters().length) await fillFacets();
  };

  part("no-script").remove();
  const given = new URLSearchParams(location.search);
  field.value = given.get("q") ?? "";
  for (const select of facets) select.dataset.chosen = given.get(select.dataset.facet) ?? "";
  order.value = given.get("order") === "best" ? "best" : "newest";
  if (facets.some((select) => select.dataset.chosen)) tools.querySelector("details").open = true;
  field.addEventListener("input", () => update());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    update(0);
  });
  tools.addEventListener("change", (event) => {
    delete event.target.dataset.chosen;
    update(0);
  });
  tools.querySelector("details").addEventListener("toggle", () => {
    if (current) fillFacets().catch(() => update(0));
  });
  part("more").addEventListener("click", async () => {
    // The focus goes on to the first of what was added.
    const first = shown;
    await showMore(20, Infinity).catch(() => update(0));
    part("news").children[first]?.querySelector("a")?.focus();
  });
  if (given.size) update(0);
}

if (form) {
  const page = document.querySelector("[data-search-page]");
  if (page) makePage(page);
  else makeBox();
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
