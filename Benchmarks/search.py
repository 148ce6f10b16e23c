#!/usr/bin/env python3
"""Measures the search that a reader gets: sizes, requests and bytes of a first question, and how much
of what Pagefind finds is found.

  search.py SITE [--queries 200] [--seed 1] [--pagefind]

SITE is a built site with search. Needs Chromium and the Python package playwright; with --pagefind
also pagefind[bin], which then writes SITE/pagefind. Questions are made from the texts of the briefs:
one to four words of one brief, names, and words of titles, each first question asked with nothing
cached. A file counts as long as it is when compressed by gzip, shards too; `raw` is without that.
"""
import argparse
import functools
import gzip
import html
import http.server
import json
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import threading

from playwright.sync_api import sync_playwright

arguments = argparse.ArgumentParser(usage=__doc__)
arguments.add_argument("site", type=pathlib.Path)
arguments.add_argument("--queries", type=int, default=200)
arguments.add_argument("--seed", type=int, default=1)
arguments.add_argument("--pagefind", action="store_true")
options = arguments.parse_args()
chance = random.Random(options.seed)
sizes = {}


def size(path):
    if path not in sizes:
        data = (options.site / path.lstrip("/")).read_bytes()
        sizes[path] = (len(gzip.compress(data, 6)), len(data))
    return sizes[path]


def questions():
    """Words that readers might type, from briefs drawn by chance."""
    pages = sorted(str(path) for path in options.site.glob("briefs/**/index.html"))
    pages = pages or sorted(str(p) for p in options.site.glob("2*/**/index.html"))
    stop = set(manifest["stop"].split()) | {""}
    found = []
    while len(found) < options.queries:
        page = pathlib.Path(chance.choice(pages)).read_text("utf-8")
        title = html.unescape(re.sub("<[^>]+>", " ", re.search("<h1.*?</h1>", page, re.S)[0]))
        body = re.search(r'<div class="prose e-content">(.*?)</div>', page, re.S)
        body = html.unescape(re.sub("<[^>]+>", " ", body[1])) if body else title
        kind = len(found) % 4
        words = re.findall(r"[\w.+#-]*\w", title if kind == 1 else body)
        words = [word for word in words if word.lower() not in stop and len(word) > 2]
        names = re.findall(r"(?:[A-Z][\w-]+ ?){1,3}", title)
        if kind == 2 and names:
            question = names[-1].strip()
        elif words:
            question = " ".join(chance.sample(words, min(len(words), 1 + kind)))
        else:
            continue
        found.append(question)
    return found


class Handler(http.server.SimpleHTTPRequestHandler):
    asked = []

    def do_GET(self):
        self.asked.append(self.path.split("?")[0])
        super().do_GET()

    def log_message(self, *_):
        pass


ASK = """async (question) => {
  const { SearchIndex } = await import("/assets/search/search-index.js");
  const index = new SearchIndex("/search/en.json");
  await index.open();
  const start = performance.now();
  const found = await index.search(question);
  const [, shown] = await Promise.all([
    index.records("subjects", found.subjects, 3, 2), index.records("news", found.news, 10, 6)]);
  const time = performance.now() - start;
  return { time, count: found.news.length, subjects: found.subjects.length,
    isPartial: found.isPartial, shown: shown.map((record) => record[0]),
    all: (await index.records("news", found.news, 2000)).map((record) => record[0]) };
}"""
PAGEFIND = """async (question) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const newest = await pagefind.search(question, { sort: { date: "desc" } });
  const best = await pagefind.search(question);
  const urls = async (found) =>
    (await Promise.all(found.results.slice(0, 10).map((one) => one.data()))).map((one) => one.url);
  return { count: newest.results.length, newest: await urls(newest), best: await urls(best) };
}"""


def spread(values):
    values = sorted(values)
    return {"median": statistics.median(values), "95%": values[int(len(values) * 0.95)],
            "most": values[-1]}


manifest = json.loads((options.site / "search/en.json").read_text("utf-8"))
index = [f"/search/{p.relative_to(options.site / 'search')}" for p in
         sorted((options.site / "search").rglob("*")) if p.suffix in (".bin", ".json")]
scripts = ["/assets/search/search.js", "/assets/search/search-index.js"]
print(json.dumps({
    "news": manifest["news"], "subjects": manifest["subjects"], "files": len(index),
    "index gz": sum(size(p)[0] for p in index), "index raw": sum(size(p)[1] for p in index),
    "scripts gz": sum(size(p)[0] for p in scripts), "manifest gz": size("/search/en.json")[0]}))
if options.pagefind:
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(options.site)], check=True,
                   stdout=subprocess.DEVNULL)
server = http.server.ThreadingHTTPServer(
    ("127.0.0.1", 0), functools.partial(Handler, directory=str(options.site)))
threading.Thread(target=server.serve_forever, daemon=True).start()
root = f"http://127.0.0.1:{server.server_port}"
bytes_, raw, requests, times, recall, overlap, lost = [], [], [], [], [], [], []
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    other = browser.new_page()
    other.goto(root + "/404.html")
    for question in questions():
        context = browser.new_context()
        page = context.new_page()
        page.goto(root + "/404.html")
        page.wait_for_load_state("networkidle")
        # search.js came with the page; the record files of further results are no part of it.
        Handler.asked.clear()
        result = page.evaluate(ASK.replace(
            "all: (await index.records(\"news\", found.news, 2000)).map((record) => record[0])", "all: []"),
            question)
        asked = scripts[:1] + [path for path in Handler.asked if "search" in path]
        requests.append(len(asked))
        bytes_.append(sum(size(path)[0] for path in asked))
        raw.append(sum(size(path)[1 if path.endswith(".bin") else 0] for path in asked))
        times.append(result["time"])
        if options.pagefind:
            ours = page.evaluate(ASK, question)
            theirs = other.evaluate(PAGEFIND, question)
            wanted = [url for url in theirs["newest"] if url]
            if wanted:
                share = len(set(wanted) & set(ours["all"])) / len(wanted)
                recall.append(share)
                overlap.append(len(set(wanted) & set(ours["all"][:10])) / len(wanted))
                if share < 1:
                    lost.append((question, share, ours["count"], theirs["count"], ours["isPartial"]))
        context.close()
    browser.close()
print(json.dumps({"questions": len(bytes_), "requests": spread(requests), "bytes gz": spread(bytes_),
                  "bytes, shards raw": spread(raw), "ms": spread(times),
                  "within": sum(b <= 150_000 and r <= 14 for b, r in zip(bytes_, requests))}))
if recall:
    print(json.dumps({"with results of Pagefind": len(recall),
                      "its ten newest found": statistics.mean(recall),
                      "its ten newest among ours": statistics.mean(overlap)}))
    for one in lost[:20]:
        print("  less:", json.dumps(one, ensure_ascii=False))
