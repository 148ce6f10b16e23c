#!/usr/bin/env python3
"""How fast the template engine is, beside what is asked of it.

    bench.py ENGINE [--rounds 5] [--theme templates]

ENGINE is the built `template-conformance` (release). Measured in one run:

- A page of 50 cards (inheritance with `super`, a macro imported from another template, two
  includes, a nested loop over tags, autoescape) here, in MiniJinja and in Jinja2. Compiling and
  converting the data are done beforehand on all sides. Rounds alternate between the engines, so
  that a busy machine is busy for all of them; figures are medians.
- What that page asks of the system's allocator, once the renderer is warm.
- Loading: ten templates of 1 KB, and the folder of a theme.
- The page watched (what it reads) and profiled (what its parts cost), against unwatched.
- Two threads against one, the best of several tries.
- Time over length for templates and values that are long or deep: linear or not.

Needs: jinja2==3.1.6, minijinja; a C compiler for the count of allocations. The exit status is 1
when something misses its target.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import jinja2
import minijinja

TEMPLATES = {
    "base.html": """<!doctype html>
<html lang="{{ site.lang }}">
<head>
<meta charset="utf-8">
<title>{% block title %}{{ site.title }}{% endblock %}</title>
<link rel="stylesheet" href="{{ site.base }}/style.css">
</head>
<body>
{% include "nav.html" %}
<main>{% block main %}{% endblock %}</main>
<footer>{% block footer %}<p>{{ site.title }} &copy; {{ site.year }}</p>{% endblock %}</footer>
</body>
</html>
""",
    "nav.html": """<nav><ul>
{% for item in site.nav %}<li><a href="{{ item.url }}"{% if item.url == page.url %} class="here"{% endif %}>{{ item.title }}</a></li>
{% endfor %}</ul></nav>
""",
    "lib.html": """{% macro card(post, number) %}<article class="card{% if number is odd %} odd{% endif %}" id="p{{ number }}">
<h2><a href="{{ post.url }}">{{ post.title }}</a></h2>
<p class="meta"><time datetime="{{ post.date }}">{{ post.shown }}</time> by {{ post.author.name }} <a href="{{ post.author.url }}">profile</a></p>
<p>{{ post.summary }}</p>
{% if post.tags %}<ul class="tags">{% for tag in post.tags %}<li><a href="{{ tag.url }}">{{ tag.name }}</a>{% if not loop.last %}, {% endif %}</li>{% endfor %}</ul>{% endif %}
<p class="words">{{ post.words }} words</p>
</article>
{% endmacro %}""",
    "pager.html": """<p class="pager">{% if page.prev %}<a href="{{ page.prev }}">newer</a>{% endif %} {{ page.number }} of {{ page.count }} {% if page.next %}<a href="{{ page.next }}">older</a>{% endif %}</p>
""",
    "list.html": """{% extends "base.html" %}
{% from "lib.html" import card %}
{% block title %}{{ page.title }} - {{ super() }}{% endblock %}
{% block main %}<h1>{{ page.title }}</h1>
{% for post in posts %}{{ card(post, loop.index) }}{% endfor %}
{% include "pager.html" %}{% endblock %}
""",
}


def context():
    tags = [{"name": n, "url": f"/topics/{n.lower()}/"} for n in ("Chips", "Policy", "Models & data", "Deals", "Safety")]
    people = [{"name": n, "url": f"/people/{i}/"} for i, n in enumerate(("Ann Lee", "Bob O'Neil", "Cy Young"))]
    posts = [{"title": f"Brief {i}: <chips> & the \"market\"", "url": f"/briefs/{i}/", "date": f"2026-03-{i % 28 + 1:02d}",
              "shown": f"{i % 28 + 1} March 2026", "author": people[i % 3], "words": 200 + i * 7,
              "summary": "A company said on Tuesday that it would build a data centre near the river, and that work on it would begin "
                         "before the end of the year; two people who know of the plan put its cost lower than the paper did.",
              "tags": [tags[(i + k) % 5] for k in range(i % 4)]} for i in range(50)]
    nav = [{"title": t, "url": f"/{t.lower()}/"} for t in ("Home", "Briefs", "Topics", "Companies", "About")]
    return {"site": {"title": "The Brevier", "lang": "en", "base": "", "year": 2026, "nav": nav},
            "page": {"title": "All briefs", "url": "/briefs/", "number": 2, "count": 9, "prev": "/briefs/", "next": "/briefs/3/"}, "posts": posts}


def timed(render, count):
    start = time.perf_counter()
    for _ in range(count):
        render()
    return (time.perf_counter() - start) / count * 1e6


class Engine:
    """Our engine, by its command line; cases go through files in a folder of their own."""

    def __init__(self, path, folder):
        self.path, self.folder = path, folder

    def write(self, case):
        file = os.path.join(self.folder, "case.jsonl")
        with open(file, "w", encoding="utf-8") as out:
            out.write(json.dumps(case))
        return file

    def run(self, case, *options, preload=None):
        environment = dict(os.environ, LD_PRELOAD=preload) if preload else None
        done = subprocess.run([self.path, *options, self.write(case)], capture_output=True, check=True, env=environment)
        return done.stderr.decode() if preload else json.loads(done.stdout or "{}")

    def time(self, case):
        return self.run(case, "--time")


def page_case(data):
    return {"id": "list page", "templates": TEMPLATES, "main": "list.html", "context": data, "autoescape": True}


def allocations(engine, case):
    """Allocations of one page more; None where they cannot be counted."""
    compiler = shutil.which("cc")
    if not compiler or not sys.platform.startswith("linux"):
        return None
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "count_allocations.c")
    library = os.path.join(engine.folder, "count_allocations.so")
    subprocess.run([compiler, "-O2", "-shared", "-fPIC", "-o", library, source], check=True)

    def count(pages):
        return int(engine.run(case, "--render", str(pages), preload=library).split()[0])
    return (count(2000) - count(1000)) / 1000


def kilobyte(number):
    """A template of 1,024 bytes: a macro, a list of links, a pager, as themes have them."""
    body = TEMPLATES["lib.html"].replace("card", f"card{number}") + TEMPLATES["nav.html"] + TEMPLATES["pager.html"]
    return body + "<p>" + "x" * (1024 - len(body) - 7) + "</p>"


def theme_case(folder):
    templates = {}
    for place, _, files in os.walk(folder):
        for file in files:
            name = os.path.relpath(os.path.join(place, file), folder)
            if name.endswith((".html", ".xml", ".txt")) and not name.startswith(("assets", "locales")):
                with open(os.path.join(folder, name), encoding="utf-8") as source:
                    templates[name] = source.read()
    return {"id": "theme", "templates": templates, "main": next(iter(templates), ""), "context": {}, "autoescape": True}


#: Templates that grow with n in one way each; n is chosen so that they take milliseconds.
GROWTH = {
    "text": (20000, lambda n: ("some words & more " * n, {})),
    "tags": (2000, lambda n: ("{{ a }}<b>{{ m.k }}</b>" * n, {})),
    "sum": (3000, lambda n: ("{{ " + " + ".join(["1"] * n) + " }}", {})),
    "filters": (2000, lambda n: ("{{ a" + "|string" * n + " }}", {})),
    "attributes of a list": (2000, lambda n: ("{% for x in l %}{{ x.k }}{% endfor %}", {"l": [{"k": i} for i in range(n)]})),
    "variables": (1000, lambda n: ("".join(f"{{% set v{i} = {i} %}}{{{{ v{i} }}}}" for i in range(n)), {})),
    "macros": (1000, lambda n: ("".join(f"{{% macro m{i}() %}}x{{% endmacro %}}{{{{ m{i}() }}}}" for i in range(n)), {})),
    "blocks": (1000, lambda n: ("".join(f"{{% block b{i} %}}x{{% endblock %}}" for i in range(n)), {})),
    "branches": (1000, lambda n: ("{% if a == -1 %}x" + "".join(f"{{% elif a == {i + 10} %}}{i}" for i in range(n)) + "{% endif %}", {})),
    "sorting": (3000, lambda n: ("{{ l|sort|length }}{{ l|unique|length }}", {"l": [i * 7919 % n for i in range(n)]})),
    "replacing": (20000, lambda n: ("{{ s|replace('a', 'bb')|upper|length }}", {"s": "abc" * n})),
    "joining": (5000, lambda n: ("{{ l|join(', ')|length }}", {"l": ["word"] * n})),
    "literal list": (3000, lambda n: ("{{ [" + "1, " * n + "2]|length }}", {})),
}


def growth(engine):
    """For each way to grow, how many times longer four times as much takes, the quickest of three."""
    found = {}
    for name, (n, make) in GROWTH.items():
        def total(n):
            text, data = make(n)
            case = {"id": name, "templates": {"main": text}, "main": "main", "context": dict({"a": 1, "m": {"k": 2}}, **data), "autoescape": True}
            times = engine.run(case, "--time", "--quick")
            return times["load_best"] + times["best"]
        found[name] = min(total(4 * n) / total(n) for _ in range(3))
    return found


class Report:
    """Figures beside their targets."""

    def __init__(self):
        self.missed = 0

    def line(self, what, value, target="", met=True):
        self.missed += not met
        print(f"{what:52} {value:>18}   {target}{'' if met else '   MISSED'}", flush=True)


def compare(engine, data, rounds, report):
    case = page_case(data)
    environment = jinja2.Environment(loader=jinja2.DictLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    page = environment.get_template("list.html")
    expected = page.render(data)
    rust = minijinja.Environment(templates=TEMPLATES, auto_escape_callback=lambda name: "html", keep_trailing_newline=True)
    rust.render_template("list.html", **data)
    same = engine.run(case, "--results").get("output") == expected
    report.line("the output equals Jinja2's, byte for byte", "yes" if same else "no", "yes", same)
    ours, mini, python = [], [], []
    for _ in range(rounds):
        ours.append(engine.run(case, "--time", "--quick")["render"])
        mini.append(timed(lambda: rust.render_template("list.html", **data), 300))
        python.append(timed(lambda: page.render(data), 60))
    a, m, j = (statistics.median(x) for x in (ours, mini, python))
    report.line(f"a page of 50 cards ({len(expected.encode()):,} bytes)", f"{a:.1f} µs")
    report.line("the same in MiniJinja", f"{m:.1f} µs", "")
    report.line("the same in Jinja2", f"{j:.1f} µs", "")
    report.line("MiniJinja's time over ours", f"{m / a:.1f} ×", "at least 4 ×, aim 8 ×", m / a >= 4)
    report.line("Jinja2's time over ours", f"{j / a:.1f} ×", "at least 20 ×", j / a >= 20)


def watch(engine, case, report):
    times = [engine.time(case) for _ in range(3)]
    plain, watched, profiled = (statistics.median(t[k] for t in times) for k in ("render", "watched", "profiled"))
    report.line("the page, its reads noted", f"{watched / plain:.2f} ×", "no target; off unless asked for")
    report.line("the page, its parts timed", f"{profiled / plain:.2f} ×", "no target; off unless asked for")
    wall, cpu = (max(t[k] for t in times) for k in ("speedup", "cpu_speedup"))
    report.line("two threads over one, by processor time", f"{cpu:.2f} ×", "at least 1.8 ×", cpu >= 1.8)
    load = os.getloadavg()[0]
    report.line("two threads over one, by the clock", f"{wall:.2f} ×", f"at least 1.8 × on a quiet machine; the load is {load:.1f}", wall >= 1.8 or load > 0.5)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("engine")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--theme", default="templates")
    options = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        engine = Engine(os.path.abspath(options.engine), folder)
        data = context()
        compare(engine, data, options.rounds, report)
        count = allocations(engine, page_case(data))
        if count is not None:
            report.line("allocations of a page", f"{count:g}", "at most 10", count <= 10)
        ten = {"id": "kilobytes", "templates": {f"t{i}.html": kilobyte(i) for i in range(10)}, "main": "t0.html", "context": data, "autoescape": True}
        load = statistics.median(engine.run(ten, "--time", "--quick")["load"] for _ in range(options.rounds)) / 10
        report.line("loading a template of 1 KB (ten at once)", f"{load:.1f} µs", "at most 20 µs", load <= 20)
        theme = theme_case(options.theme)
        size = sum(len(t.encode()) for t in theme["templates"].values())
        if size:
            load = statistics.median(engine.run(theme, "--time", "--quick")["load"] for _ in range(options.rounds))
            report.line(f"loading the theme ({len(theme['templates'])} templates, {size / 1024:.0f} KB)", f"{load / 1000:.2f} ms", f"{load * 1024 / size:.1f} µs a KB")
        watch(engine, page_case(data), report)
        for name, ratio in growth(engine).items():
            report.line(f"four times as much: {name}", f"{ratio:.1f} ×", "about 4 ×, at most 6 ×", ratio <= 6)
    print(f"{report.missed} missed" if report.missed else "all met")
    sys.exit(1 if report.missed else 0)


if __name__ == "__main__":
    main()
