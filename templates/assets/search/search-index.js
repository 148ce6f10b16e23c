// Answers questions from the index that is built with the site: docs/reference/search.md describes
// its files. Knows no page; search.js shows what is found here.

const WORD = "[\\p{L}\\p{N}\\p{M}]";
const NAMES = new RegExp(`${WORD}+(?:(?:[+#]+[.-]?|[.-])${WORD}+)*[+#]*`, "gu");
const PARTS = new RegExp(`${WORD}+`, "gu");

/** Reads the terms of a text exactly as the index was made: the rules come with its manifest. */
export class TermReader {
  constructor(rules) {
    this.rules = rules;
    this.letters = new Map();
    for (const [plain, letters] of Object.entries(rules.letters)) {
      for (const letter of letters) this.letters.set(letter, plain);
    }
    this.stop = new Set(rules.stop.split(" "));
  }

  /** Small letters, plain ones where there are such, without marks. */
  fold(text) {
    let folded = "";
    for (const character of text) {
      for (const small of character.toLowerCase()) {
        if (small < "\u0300" || small > "\u036f") folded += this.letters.get(small) ?? small;
      }
    }
    return folded;
  }

  /** A word of plain letters without its ending; other words as they are. */
  stem(word) {
    if (!/^[a-z]+$/.test(word)) return word;
    for (const step of this.rules.steps) {
      const rule = step.find(([suffix, , minimum]) =>
        word.endsWith(suffix) && word.length - suffix.length >= minimum);
      if (rule) word = word.slice(0, word.length - rule[0].length) + rule[1];
    }
    return word;
  }

  isPaired(character) {
    const code = character.codePointAt(0);
    return this.rules.pairs.some(([first, last]) => code >= first && code <= last);
  }

  /** The words of a part: itself, or pairs of characters where a script has no spaces. */
  words(part) {
    const characters = [...part];
    const words = [];
    for (let start = 0, end; start < characters.length; start = end) {
      const paired = this.isPaired(characters[start]);
      for (end = start; end < characters.length && this.isPaired(characters[end]) === paired;) end++;
      if (!paired || end === start + 1) words.push(characters.slice(start, end).join(""));
      else for (let i = start; i + 1 < end; i++) words.push(characters[i] + characters[i + 1]);
    }
    return words.filter((word) => [...word].length <= this.rules.longest);
  }

  /** The names and words of a text, in order: `{ term, raw }`, a name also with its `parts`. */
  read(text) {
    const found = [];
    const add = (list, raw) => {
      if (!this.stop.has(raw)) list.push({ raw, term: this.stem(raw) });
    };
    for (const [name] of this.fold(text).matchAll(NAMES)) {
      const parts = name.match(PARTS);
      if (parts.length === 1 && parts[0] === name || [...name].some((c) => this.isPaired(c))) {
        for (const part of parts) for (const word of this.words(part)) add(found, word);
      } else if (/^[a-z](\.[a-z])+$/.test(name)) {
        add(found, name.replaceAll(".", ""));
      } else {
        const longer = parts.filter((part) => [...part].length > 1);
        const item = { raw: name, term: name, parts: [], isSplit: longer.length === parts.length };
        for (const part of longer) for (const word of this.words(part)) add(item.parts, word);
        if ([...name].length > this.rules.longest) found.push(...item.parts);
        else found.push(item);
      }
    }
    return found;
  }

  /** Every term of a text, each once. */
  terms(text) {
    const all = this.read(text).flatMap((item) => [item, ...(item.parts ?? [])]);
    return [...new Set(all.map((item) => item.term))];
  }

  /** The stems that a word may have when more of it is typed: “traini” is on its way to “train”. */
  completions(word) {
    const suffixes = this.rules.steps.flat().map(([suffix]) => suffix);
    const stems = new Set([this.stem(word)]);
    for (let cut = word.length - 1; cut >= Math.max(2, word.length - 8); cut--) {
      for (const suffix of suffixes) {
        if (suffix.startsWith(word.slice(cut))) stems.add(this.stem(word.slice(0, cut) + suffix));
      }
    }
    return stems;
  }
}

/** Compares by code points, as the index is sorted. */
function compare(a, b) {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < left.length && i < right.length; i++) {
    if (left[i] !== right[i]) return left[i].codePointAt(0) - right[i].codePointAt(0);
  }
  return left.length - right.length;
}

/** Reads the entries of a shard: a map from each term to its seven lists of documents. */
export function readShard(buffer) {
  const bytes = new Uint8Array(buffer);
  const decoder = new TextDecoder();
  const entries = new Map();
  let place = 0;
  const number = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[place++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  let term = new Uint8Array(0);
  while (place < bytes.length) {
    const shared = number();
    const added = number();
    const next = new Uint8Array(shared + added);
    next.set(term.subarray(0, shared));
    next.set(bytes.subarray(place, (place += added)), shared);
    term = next;
    const length = number();
    const start = place;
    entries.set(decoder.decode(term), () => {
      place = start + 1;
      return [0, 1, 2, 3, 4, 5, 6].map((bit) => {
        if (!(bytes[start] >> bit & 1)) return [];
        let last = -1;
        return Array.from({ length: number() }, () => (last += number() + 1));
      });
    });
    place = start + length;
  }
  return entries;
}

// How well one word fits a document: news by title, a name, the summary, the text; subjects by a whole
// name, a part of one, their text. A word that only begins as asked fits a little less.
const WEIGHTS = [8, 6, 4, 2, 12, 6, 2];
const NAMED = 5;
const NEWS = 0;
const SUBJECTS = 1;
// How many shards are read for a word that is not typed to its end.
const MOST_SHARDS = 2;

/** The index of one language. */
export class SearchIndex {
  /** @param load gives the `Response` for the address of a file. */
  constructor(address, load = (url, options) => fetch(url, options)) {
    this.address = address;
    this.load = load;
    this.files = new Map();
  }

  /** Fetches the manifest, once; `again` when files that it named are gone. */
  async open(again = false) {
    if (this.manifest && !again) return;
    const response = await this.load(this.address, again ? { cache: "no-cache" } : {});
    if (!response.ok) throw new Error(`no index at ${this.address}`);
    this.manifest = await response.json();
    this.files.clear();
    this.reader = new TermReader(this.manifest);
    this.shards = [];
    const { shards } = this.manifest;
    for (let i = 0; i < shards.length; i += 2) this.shards.push({ start: shards[i], name: shards[i + 1] });
  }

  /** A file of the index, fetched once. */
  file(name, read) {
    if (!this.files.has(name)) {
      const url = this.address.replace(/\.json$/, "/") + name;
      const file = this.load(url).then((response) => {
        if (response.ok) return read(response);
        throw Object.assign(new Error(`no file at ${url}`), { isGone: response.status === 404 });
      });
      file.catch(() => this.files.delete(name));
      this.files.set(name, file);
    }
    return this.files.get(name);
  }

  shard(name) {
    return this.file(name, async (response) => readShard(await response.arrayBuffer()));
  }

  /**
   * Does `work`, and does it again with a new manifest when the site was published anew meanwhile:
   * numbers of documents are good for one manifest only.
   */
  async steadily(work) {
    await this.open();
    try {
      return await work();
    } catch (error) {
      if (!error.isGone) throw error;
      await this.open(true);
      return work();
    }
  }

  /** The place of the shard in which a term stands. */
  shardOf(term) {
    let low = 0;
    let high = this.shards.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(this.shards[middle].start, term) <= 0) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Marks in `fits` how well each document fits a term. */
  async mark(fits, term, less = 0) {
    const shard = this.shards[this.shardOf(term)];
    if (shard) this.markEntry(fits, (await this.shard(shard.name)).get(term), less);
  }

  markEntry(fits, entry, less) {
    if (!entry) return;
    const lists = entry();
    lists.forEach((list, i) => {
      const kind = i < 4 ? NEWS : SUBJECTS;
      const weight = WEIGHTS[i] - less;
      for (const id of list) if (fits[kind][id] < weight) fits[kind][id] = weight;
    });
  }

  nothing() {
    return [new Uint8Array(this.manifest.news), new Uint8Array(this.manifest.subjects)];
  }

  /** How well each document fits one word or name of a question. */
  async fits(item) {
    const fits = this.nothing();
    await this.mark(fits, item.term);
    if (item.isOpen) await this.markOpen(fits, item);
    if (item.isSplit && item.parts.length) {
      const all = await Promise.all(item.parts.map((part) => this.fits(part)));
      for (const kind of [NEWS, SUBJECTS]) {
        for (let id = 0; id < fits[kind].length; id++) {
          fits[kind][id] = Math.max(fits[kind][id], Math.min(...all.map((part) => part[kind][id])));
        }
      }
    }
    return fits;
  }

  /** Marks what a word may become that is still being typed. */
  async markOpen(fits, { raw, term }) {
    for (const stem of this.reader.completions(raw)) if (stem !== term) await this.mark(fits, stem, 1);
    if ([...raw].length < 2 && !this.reader.isPaired(raw)) return;
    const first = this.shardOf(raw);
    for (let i = first; i < Math.min(first + MOST_SHARDS, this.shards.length); i++) {
      if (i < 0 || (i > first && !this.shards[i].start.startsWith(raw))) continue;
      for (const [found, entry] of await this.shard(this.shards[i].name)) {
        if (found.startsWith(raw) && found !== term) this.markEntry(fits, entry, 1);
      }
    }
  }

  /**
   * What answers a question: `news` and `subjects`, numbers of documents in the order in which they
   * are shown; `named`, the subjects that have the words in a name; `items`, the words that were looked
   * for; `isPartial`, when no news have all of them.
   *
   * @param question what was typed; its last word may be unfinished unless a space follows.
   * @param options `filters`: a list of `[facet, value]`; `order`: "newest" or "best".
   */
  async search(question, options = {}) {
    const items = this.reader.read(question);
    if (items.length && !/\s$/.test(question)) {
      const last = items[items.length - 1];
      last.isOpen = this.reader.fold(question).endsWith(last.raw);
      if (last.isOpen && last.parts?.length) last.parts[last.parts.length - 1].isOpen = true;
    }
    const filters = options.filters ?? [];
    const allowed = filters.length ? await this.allowed(filters) : null;
    const fits = await Promise.all(items.map((item) => this.fits(item)));
    const news = this.ranked(fits.map((one) => one[NEWS]), this.manifest.news, allowed);
    const subjects = allowed || !items.length
      ? { ids: [], sums: [] }
      : this.ranked(fits.map((one) => one[SUBJECTS]), this.manifest.subjects, null);
    const byFit = (a, b) => news.sums[b] - news.sums[a] || b - a;
    news.ids.sort(options.order === "best" || news.isPartial ? byFit : (a, b) => b - a);
    subjects.ids.sort((a, b) => subjects.sums[b] - subjects.sums[a] || a - b);
    const isNamed = (id) => fits.every((one) => one[SUBJECTS][id] >= NAMED);
    const named = subjects.ids.filter(isNamed);
    return {
      items, news: news.ids, isPartial: news.isPartial, named,
      subjects: subjects.isPartial ? [] : [...new Set([...named, ...subjects.ids])],
    };
  }

  /** The documents that fit all words, else those that fit some, with how well they fit. */
  ranked(fits, count, allowed) {
    // A rare word says more than a frequent one.
    const rarity = fits.map((fit) => Math.log2(2 + count / (1 + fit.reduce((n, f) => n + (f > 0), 0))));
    const sums = new Float64Array(count);
    const [all, some] = [[], []];
    for (let id = 0; id < count; id++) {
      if (allowed && !allowed[id]) continue;
      let matched = 0;
      for (let i = 0; i < fits.length; i++) {
        if (!fits[i][id]) continue;
        matched++;
        sums[id] += fits[i][id] * rarity[i];
      }
      if (matched === fits.length) all.push(id);
      else if (matched) some.push(id);
    }
    const isPartial = !all.length && some.length > 0;
    return { ids: isPartial ? some : all, sums, isPartial };
  }

  // ---- Facets

  /** For each facet its values: `{ value, label, documents }`. */
  async facets() {
    const shard = await this.shard(this.manifest.facets);
    const facets = {};
    for (const [term, entry] of shard) {
      const [facet, value, label] = term.split("\t");
      (facets[facet] ??= []).push({ value, label, documents: entry()[0] });
    }
    return facets;
  }

  async allowed(filters) {
    const facets = await this.facets();
    const counts = new Uint8Array(this.manifest.news);
    for (const [facet, value] of filters) {
      const found = facets[facet]?.find((one) => one.value === value);
      for (const id of found?.documents ?? []) counts[id]++;
    }
    return counts.map((count) => (count === filters.length ? 1 : 0));
  }

  // ---- Records

  /**
   * The records of the first of `ids`: at most `limit`, and no more than `files` files give.
   * `kind` is "news" or "subjects". Numbers are in the order of what is shown.
   */
  records(kind, ids, limit, files = Infinity) {
    const names = this.manifest[kind === "news" ? "newsRecords" : "subjectRecords"];
    const size = this.manifest.recordsInFile;
    const chosen = [];
    const used = new Set();
    for (const id of ids) {
      const file = Math.floor(id / size);
      if (chosen.length === limit || (!used.has(file) && used.size === files)) break;
      used.add(file);
      chosen.push(id);
    }
    return Promise.all(chosen.map(async (id) => {
      const records = await this.file(names[Math.floor(id / size)], (response) => response.json());
      return records[id % size];
    }));
  }
}
