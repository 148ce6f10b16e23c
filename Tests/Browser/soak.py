#!/usr/bin/env python3
"""Saves, renames and floods against a running 'brevier serve', then a look at what came of it.

    soak.py [--saves N] [--seed S] [--brevier PROGRAM]

Afterwards every file that a clean build writes must be served with the same bytes, the server must
have answered all along, and its memory must not have grown from the first third of the run to the
last. Random with a seed; traffic goes to 127.0.0.1 only.
"""
import argparse
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--saves", type=int, default=5000)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--brevier", default=os.environ.get("BREVIER", ".build/release/brevier"))
options = parser.parse_args()
chance = random.Random(options.seed)
DAY = "2026-02-01"
SCRIPT = re.compile(rb'<script src="/\.preview/client\.js"[^>]*></script>')

holder = tempfile.TemporaryDirectory(prefix="soak-")
root = pathlib.Path(holder.name) / "site"
subprocess.run([options.brevier, "new", "site", str(root)], check=True, capture_output=True)
briefs = root / "content/briefs"
texts = {path: path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.md"))}


def brief(number):
    return (f'---\ntitle: "Brief number {number}"\ndate: 2026-01-{number % 28 + 1:02}\ntopics: [models]\n'
            f"sources:\n  - url: https://example.org/{number}\n---\nText {chance.random()}.\n")


for number in range(60):
    texts[briefs / f"n{number}.md"] = brief(number)
    (briefs / f"n{number}.md").write_text(texts[briefs / f"n{number}.md"], encoding="utf-8")


def save(path, text):
    """As one of the ways in which programs save."""
    way = chance.randrange(4)
    if way == 0:
        path.write_text(text, encoding="utf-8")
    elif way == 1:
        other = path.with_name(path.name + ".tmp")
        other.write_text(text, encoding="utf-8")
        os.replace(other, path)
    elif way == 2:
        # As Vim does.
        (path.parent / "4913").write_text("")
        (path.parent / "4913").unlink()
        if path.exists():
            os.replace(path, path.with_name(path.name + "~"))
        path.write_text(text, encoding="utf-8")
        path.with_name(path.name + "~").unlink(missing_ok=True)
    else:
        with open(path, "w", encoding="utf-8") as file:
            for line in text.splitlines(keepends=True):
                file.write(line)
                file.flush()


def step(number):
    what = chance.randrange(20)
    path = briefs / f"n{chance.randrange(60)}.md"
    if what == 0:
        # Away and back, as a whole folder.
        os.rename(briefs, root / "content/away")
        os.rename(root / "content/away", briefs)
    elif what == 1 and path.exists():
        os.rename(path, path.with_name("renamed.md"))
        os.rename(path.with_name("renamed.md"), path)
    elif what == 2:
        save(path, "---\ntitel: a mistake\n---\n")
    elif what == 3:
        path.unlink(missing_ok=True)
    elif what == 4:
        # Another branch: many files at once.
        for other in range(0, 60, 3):
            save(briefs / f"n{other}.md", brief(other))
    elif what == 5:
        (root / "templates/home.html").touch()
    else:
        save(path, brief(number))


def get(path):
    try:
        with urllib.request.urlopen(address + path, timeout=30) as answer:
            return answer.read()
    except urllib.error.HTTPError as error:
        return error.read()


def memory(process):
    text = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", text).group(1))


server = subprocess.Popen(
    [options.brevier, "serve", "--source", str(root), "--port", "0", "--as-of", DAY, "--quiet"],
    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
failure = None
try:
    address = server.stdout.readline().split()[0]
    sizes = []
    started = time.monotonic()
    for number in range(options.saves):
        step(number)
        if number % 5 == 0:
            get(chance.choice(["", "briefs/brief-number-7/", "topics/models/", "feed.xml", "nowhere"]))
        if number % 50 == 0:
            sizes.append(memory(server))
        # Now in a flood, now as a person saves.
        if chance.random() < 0.3:
            time.sleep(chance.random() * 0.05)
    print(f"{options.saves} steps in {time.monotonic() - started:.0f} s")
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    out = pathlib.Path(holder.name) / "out"
    subprocess.run([options.brevier, "build", "--source", str(root), "--output", str(out),
                    "--as-of", DAY, "--quiet"], check=True)
    built = {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*")
             if path.is_file() and not path.name.startswith(".brevier")}
    deadline = time.monotonic() + 60
    while True:
        different = [path for path, data in built.items() if SCRIPT.sub(b"", get(path)) != data]
        if not different or time.monotonic() > deadline:
            break
        time.sleep(0.2)
    if different:
        failure = f"{len(different)} of {len(built)} files differ: {sorted(different)[:5]}"
    third = max(1, len(sizes) // 3)
    first, last = max(sizes[:third]), max(sizes[-third:])
    print(f"{len(built)} files compared; memory {first // 1024} MB at first, {last // 1024} MB at last")
    # Caches fill and the allocator keeps some; a leak of one site a save would be gigabytes.
    if len(sizes) >= 9 and last > first * 1.5 + 20_000:
        failure = f"memory grew from {first} to {last} KB"
    if server.poll() is not None:
        failure = "the server ended"
finally:
    server.terminate()
    server.wait(20)
    server.stdout.close()
    holder.cleanup()
if failure:
    sys.exit("soak: " + failure)
