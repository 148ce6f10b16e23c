#!/usr/bin/env python3
"""One page in Brevier's engine, Jinja2 and MiniJinja, in one run: medians and ratios.

    bench.py ENGINE [--rounds 5]

ENGINE is the built `template-conformance` (release). The page has 50 cards, inheritance with
`super`, a macro imported from another template, two includes, a nested loop over tags, and
autoescape. Compiling and converting the data are done beforehand on all sides. Rounds alternate
between the engines, so that a busy machine is busy for all of them.

Needs: jinja2==3.1.6, minijinja.
"""
import argparse
import json
import statistics
import subprocess
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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("engine")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    data = context()
    case = {"id": "list page", "templates": TEMPLATES, "main": "list.html", "context": data, "autoescape": True}
    environment = jinja2.Environment(loader=jinja2.DictLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    page = environment.get_template("list.html")
    expected = page.render(data)
    rust = minijinja.Environment(templates=TEMPLATES, auto_escape_callback=lambda name: "html", keep_trailing_newline=True)
    rust.render_template("list.html", **data)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(json.dumps(case))
        file.flush()
        result = json.loads(subprocess.run([options.engine, "--results", file.name], capture_output=True, check=True).stdout)
        print("output equals Jinja2's:", result.get("output") == expected, f"({len(expected.encode())} bytes)")
        ours, loads, python, mini = [], [], [], []
        for _ in range(options.rounds):
            measured = json.loads(subprocess.run([options.engine, "--time", file.name], capture_output=True, check=True).stdout)
            ours.append(measured["render"])
            loads.append(measured["load"])
            mini.append(timed(lambda: rust.render_template("list.html", **data), 300))
            python.append(timed(lambda: page.render(data), 60))
    a, m, j = (statistics.median(x) for x in (ours, mini, python))
    print(f"{'engine':12} {'µs/page':>9}")
    print(f"{'Brevier':12} {a:9.1f}\n{'MiniJinja':12} {m:9.1f}   {m / a:5.1f} times Brevier\n{'Jinja2':12} {j:9.1f}   {j / a:5.1f} times Brevier")
    size = sum(len(t.encode()) for t in TEMPLATES.values())
    print(f"loading the {len(TEMPLATES)} templates ({size} bytes): {statistics.median(loads):.1f} µs")


if __name__ == "__main__":
    main()
