#!/usr/bin/env python3
"""Times increments: the same site built from nothing, unchanged, and after one edit of each kind.

    increments.py [-r RUNS] [--verify] BREVIER SITE OUT

Each build is a process of its own. What is printed beside it is how many files it made and wrote, and the
ratio to the floor: to look (stat) at every input and output once, on two threads. SITE is changed and put
back; OUT must not exist. Edits: a word in a body, a title, a new brief, a template.
"""
import argparse
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument("brevier")
ap.add_argument("site")
ap.add_argument("out")
ap.add_argument("-r", type=int, default=3)
ap.add_argument("--verify", action="store_true", help="hold each increment against a clean build (slow)")
a = ap.parse_args()


def build(*more):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(
        [a.brevier, "build", "--source", a.site, "--output", a.out, *more],
        capture_output=True, text=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    counts = re.search(r"(\d+) written, (\d+) unchanged, (\d+) removed", done.stdout)
    return wall, cpu, int(counts.group(1)), int(counts.group(3))


def files(folder):
    return [os.path.join(d, n) for d, _, names in os.walk(folder) for n in names]


def look(paths):
    """Seconds to stat all of them, on two threads, in C."""
    with tempfile.TemporaryDirectory() as scratch:
        here = os.path.dirname(os.path.abspath(__file__))
        program, names = os.path.join(scratch, "floor_fs"), os.path.join(scratch, "names")
        subprocess.run(["cc", "-O2", "-o", program, os.path.join(here, "floor_fs.c"), "-lpthread"], check=True)
        with open(names, "w", encoding="utf-8") as f:
            f.writelines(f"{p}\t{os.path.getsize(p)}\n" for p in paths)
        runs = []
        for _ in range(5):
            line = subprocess.run([program, "stat", names, "2"], capture_output=True, text=True, check=True).stdout
            runs.append(json.loads(line)["wall"])
        return statistics.median(runs)


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


briefs = sorted(p for p in files(os.path.join(a.site, "content", "briefs")) if p.count(".") and p.endswith(".md") and not p.endswith(".fr.md"))
brief = briefs[len(briefs) // 2]
new = os.path.join(os.path.dirname(brief), "one-brief-more.md")
template = os.path.join(a.site, "templates", "topics.html")
number = 0


def edit_body():
    write(brief, read(brief) + f"\nA word more: {number}.\n")


def edit_title():
    write(brief, re.sub(r"^title: .*$", f"title: Another title {number}", read(brief), count=1, flags=re.M))


def add_brief():
    text = re.sub(r"^title: .*$", f"title: One brief more {number}", read(brief), count=1, flags=re.M)
    write(new, text)


def remove_brief():
    os.remove(new)


def edit_template():
    write(template, read(template) + "{# %d #}" % number)


kept = {p: read(p) for p in (brief, template) if os.path.exists(p)}
shutil.rmtree(os.path.join(a.site, ".brevier"), ignore_errors=True)
rows = []
try:
    clean = build()
    rows.append(("clean", [clean]))
    floor = look(files(a.site) + files(a.out))
    rows.append(("unchanged", [build() for _ in range(a.r)]))
    for name, change in (
        ("one body edited", edit_body), ("one title edited", edit_title),
        ("one brief added", add_brief), ("one brief removed", remove_brief),
        ("one template edited", edit_template),
    ):
        if change is edit_template and template not in kept:
            continue
        runs = []
        for _ in range(1 if change in (add_brief, remove_brief) else a.r):
            number += 1
            change()
            runs.append(build())
            if a.verify:
                build("--verify")
        rows.append((name, runs))
finally:
    for path, text in kept.items():
        write(path, text)
    if os.path.exists(new):
        os.remove(new)
print(f"floor: {len(files(a.site)) + len(files(a.out))} files looked at in {floor * 1000:.0f} ms")
print(f"{'':22}{'wall s':>8}{'CPU s':>8}{'written':>9}{'removed':>9}{'× floor':>9}")
for name, runs in rows:
    wall = statistics.median(r[0] for r in runs)
    cpu = statistics.median(r[1] for r in runs)
    print(f"{name:22}{wall:8.3f}{cpu:8.2f}{runs[-1][2]:9}{runs[-1][3]:9}{wall / floor:9.1f}")
