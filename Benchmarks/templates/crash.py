#!/usr/bin/env python3
"""Throws damaged templates at the engine: nothing that an author can type may crash it.

    crash.py ENGINE CASES [--seconds 60] [--seed 1]

ENGINE is the built `template-conformance`, best with AddressSanitizer; CASES a conformance file
whose templates are cut, joined and changed at random.
"""
import argparse
import json
import random
import subprocess
import sys
import time

BITS = ["{{", "}}", "{%", "%}", "{#", "#}", "-", "|", "(", ")", "[", "]", "{", "}", "'", '"', "\\", "\n", "\r", "\x00", "é", "🎉", "0", "9" * 25,
        " if ", " else ", "for x in y", "endfor", "loop", "super()", "self.x()", "caller()", "block x", "extends 'main'", "*", "**", "~", "is", "not",
        "set x = ", "namespace()", ":", ",", ".", "%", "1e999", "raw", "endraw", "\u2028", "\ufeff"]


def damaged(rng, pool):
    text = rng.choice(pool)
    for _ in range(rng.randint(1, 6)):
        place = rng.randint(0, len(text))
        kind = rng.random()
        if kind < 0.35:
            text = text[:place] + rng.choice(BITS) + text[place:]
        elif kind < 0.65:
            text = text[:place] + text[place + rng.randint(1, 8):]
        elif kind < 0.85:
            other = rng.choice(pool)
            start = rng.randint(0, len(other))
            text = text[:place] + other[start:start + rng.randint(1, 40)] + text[place:]
        else:
            text = text[:place] + text[place:place + rng.randint(1, 20)] * rng.randint(2, 5) + text[place:]
    return text


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("engine")
    parser.add_argument("cases")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    cases = [json.loads(line) for line in open(options.cases, encoding="utf-8")]
    pool = [t for c in cases for t in c["templates"].values()]
    stop = time.time() + options.seconds
    done = 0

    def run(batch):
        data = "\n".join(json.dumps(c) for c in batch).encode()
        return subprocess.run([options.engine, "--results", "-"], input=data, capture_output=True, timeout=300)
    while time.time() < stop:
        batch = [dict(c, templates={n: damaged(rng, [t] * 3 + pool) for n, t in c["templates"].items()}) for c in rng.sample(cases, 100)]
        if run(batch).returncode != 0:
            for case in batch:
                result = run([case])
                if result.returncode != 0:
                    print(json.dumps(case))
                    print(result.stderr.decode(errors="replace")[-1500:])
                    sys.exit(1)
        done += len(batch)
    print(f"{done} damaged cases, no crash")


if __name__ == "__main__":
    main()
