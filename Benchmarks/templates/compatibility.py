#!/usr/bin/env python3
"""Writes docs/reference/template-compatibility.md from the conformance cases.

    compatibility.py ENGINE      (make compatibility)

ENGINE is the built `template-conformance`. Each case of Tests/TemplateEngineTests/Fixtures/templates.jsonl is run by
plain Jinja2 and by MiniJinja, with undefined names as errors, and held against what the case expects of this engine.
Two results are the same when both print the same bytes or both refuse; which sentence a refusal has does not count.

Needs: jinja2==3.1.6 and minijinja.
"""
import collections
import importlib.metadata
import json
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys
import warnings

import minijinja

import oracle

warnings.simplefilter("ignore")
ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = ROOT / "Tests/TemplateEngineTests/Fixtures/templates.jsonl"
PAGE = ROOT / "docs/reference/template-compatibility.md"

# For each named deviation: its title, the reason, and a template with its context that shows it.
DEVIATIONS = {
    "D1": ("Attributes are data", "A field may be called `items`, `title` or `count`; Jinja2 finds the method of the Python value first.",
           "{{ page.items }}", {"page": {"items": "two"}}),
    "D2": ("Few methods", "`get items keys values` of maps and thirteen of strings keep habits working; nothing else of the host "
           "language is in reach.", "{{ 'abc'.isalpha() }}", {}),
    "D3": ("Filters give lists", "`map select reject selectattr rejectattr unique batch slice items reverse` give lists: they have a length, can "
           "be read twice and are false when empty. Jinja2's generators are none of that.", "{{ [1, 2, 3] | select('odd') }}", {}),
    "D4": ("`tojson` keeps order and letters", "JSON for readers and search engines: keys stay in their order, and letters are not written "
           "as `\\u…`. Jinja2 has a setting for it.", "{{ {'b': 1, 'a': 'é'} | tojson }}", {}),
    "D5": ("`undefined | items` is an error", "As all uses of what is undefined; in Jinja2 it is empty.", "{{ nothing | items | list }}", {}),
    "D6": ("`attr(n)` is `value[n]`", "Only data exists; Jinja2's filter asks the Python object and never a map.",
           "{{ page | attr('title') }}", {"page": {"title": "Start"}}),
    "D7": ("Unknown filters and tests fail at load", "A misspelt name is found also in a branch that never runs; Jinja2 waits until "
           "it does.", "{% if false %}{{ 1 | rond }}{% endif %}ok", {}),
    "D8": ("Integers have 64 bits", "A result that does not fit is an error. Python's integers grow.", "{{ 9223372036854775807 + 1 }}", {}),
    "D9": ("Left out", "The filters `pprint random urlize wordwrap`, the tags `print do trans debug`, the function `lipsum`, `'…' % x` and "
           "`\\N{…}` in strings: pages are the same each time they are made, and the rest has another way.", "{{ '%s!' % 'a' }}", {}),
    "D10": ("A tag that is not closed is shown where it begins", "Where it ends is not known; Jinja2 and MiniJinja show the end of the "
            "file.", "{% if true %}\n{{ 1 }}\n{{ 2 }}", {}),
    "D11": ("`range()` prints as a list", "It is one.", "{{ range(3) }}", {}),
    "D12": ("Additions", "The filters `split lines keys values zip slugify date number plural`, the tests `startingwith endingwith "
            "containing`.", "{{ 'Été 2026' | slugify }}", {}),
    "D13": ("Words that end a test", "`if in not recursive` end a test without argument, as `and or else` do; Jinja2 takes them for the "
            "argument and fails.", "{{ 'odd' if n is odd if n else 'even' }}", {"n": 3}),
    "D14": ("`a[]` is a syntax error", "Jinja2 looks up the empty tuple.", "{{ a[] | default('none') }}", {"a": {}}),
    "D15": ("Safe texts inside of a printed list print as texts", "Jinja2 shows Python's `Markup('…')`.", "{{ ['<b>' | safe] }}", {}),
    "D16": ("Constants behave as variables", "Jinja2 computes constants while compiling and forgets that they are safe.",
            "{{ '<b>' | safe ~ '<' }}", {}),
    "D17": ("`loop` is not a list", "`x in loop`, `for x in loop` and `loop | list` are errors, since in Jinja2 they go on with the loop "
            "itself: the items asked for are lost to it.", "{% for n in [1, 2, 3] %}{{ n }}{{ 9 in loop }} {% endfor %}", {}),
}


def run_minijinja(case):
    """What MiniJinja makes of a case."""
    options = case.get("options") or {}
    environment = minijinja.Environment(
        loader=lambda name: case["templates"].get(name), undefined_behavior="strict", keep_trailing_newline=True,
        trim_blocks=options.get("trim_blocks", False), lstrip_blocks=options.get("lstrip_blocks", False),
        auto_escape_callback=lambda name: case["autoescape"])
    try:
        return {"output": environment.render_template(case["main"], **case["context"])}
    except Exception as error:  # noqa: BLE001
        return {"error": {"line": getattr(error, "line", None), "message": str(error).split("\n")[0]}}


def guarded(run, case):
    """Runs a case in a process of its own: it may crash, or never end."""
    receiver, sender = multiprocessing.Pipe(False)

    def work():
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a crash says so on the way down
        sender.send(run(case))

    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    sender.close()
    result = {"error": {"message": "does not come to an end"}}
    try:
        if receiver.poll(20):
            result = receiver.recv()
    except EOFError:
        result = {"error": {"message": "crashes"}}
    process.kill()
    process.join()
    return result


def run_engine(engine, cases):
    text = "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
    done = subprocess.run([engine, "--results", "-"], input=text, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def expected(case):
    return {"output": case["expect"]} if "expect" in case else {"error": {}}


def same(a, b):
    return a["output"] == b["output"] if "output" in a and "output" in b else "error" in a and "error" in b


def referenced_alike(text):
    """HTML with the references that engines spell in different ways spelt in one."""
    for other, ours in (("&#x27;", "&#39;"), ("&#39;", "'"), ("&quot;", "&#34;"), ("&#x2f;", "/")):
        text = text.replace(other, ours)
    return text


def differs_in_spelling(case, result):
    return "expect" in case and "output" in result and case["expect"] != result["output"] and (
        referenced_alike(case["expect"]) == referenced_alike(result["output"]))


def shown(result):
    """A result in a cell of a table."""
    if "error" in result:
        line = result["error"].get("line")
        message = re.sub(r"\s+", " ", result["error"]["message"]).strip()
        message = re.sub(r" at 0x[0-9a-f]+", "", message).replace("|", "\\|").replace("`", "'")
        return f"error{f' in line {line}' if line else ''}: {message[:110]}"
    return code(result["output"])


def code(text):
    text = re.sub(r" at 0x[0-9a-f]+", " at …", text).replace("\n", "⏎").replace("|", "\\|")
    marks = "``" if "`" in text else "`"
    return f"{marks}{text}{marks}" if text else "nothing"


def table(groups, rows):
    lines = ["| group | cases | Jinja2 | MiniJinja | where MiniJinja differs, for example |", "|---|--:|--:|--:|---|"]
    for group in groups:
        members = [row for row in rows if row["case"]["group"] == group]
        other = [row for row in members if not row["minijinja"]]
        lines.append(
            f"| `{group}` | {len(members)} | {sum(row['jinja2'] for row in members)} | "
            f"{sum(row['minijinja'] for row in members)} | {example(other)} |")
    total = (len(rows), sum(row["jinja2"] for row in rows), sum(row["minijinja"] for row in rows))
    lines.append(f"| all | {total[0]} | {total[1]} | {total[2]} | |")
    return lines


def example(rows):
    """The shortest case with one template of one line that MiniJinja sees otherwise."""
    found = [row["case"]["templates"][row["case"]["main"]] for row in rows if len(row["case"]["templates"]) == 1]
    found = [text for text in found if len(text) <= 60 and text.isprintable()]
    return code(min(found, key=lambda text: (len(text), text))) if found else ""


def section(name, count, case, ours, jinja2, mini):
    title, why, template, context = DEVIATIONS[name]
    lines = [f"### {name}: {title}", "", why, ""]
    if context:
        lines += ["```json", json.dumps(context, ensure_ascii=False), "```"]
    lines += ["```jinja", *template.split("\n"), "```"]
    if "output" in ours:
        lines += ["```output", *ours["output"].split("\n"), "```", ""]
    else:
        lines += ["```error", "```", ""]
    lines += ["| engine | gives |", "|---|---|", f"| Jinja2 | {shown(jinja2)} |", f"| MiniJinja | {shown(mini)} |", ""]
    lines.append(f"Cases: {count}.")
    return lines + [""]


def other_decisions(cases):
    """Decisions without a name: mostly limits."""
    found = collections.Counter()
    for case in cases:
        if case["oracle"].startswith("decision: ") and not re.search(r"D\d", case["oracle"]):
            found[case["oracle"].removeprefix("decision: ")] += 1
    return [f"- {name} ({count} {'case' if count == 1 else 'cases'})" for name, count in sorted(found.items())]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").split("\n") if line]
    ours = run_engine(sys.argv[1], cases)
    wrong = [case["id"] for case, result in zip(cases, ours) if not same(expected(case), result)]
    if wrong:
        sys.exit(f"this engine fails {wrong}; mend that first")
    rows = []
    for case in cases:
        mini = guarded(run_minijinja, case)
        rows.append({"case": case, "jinja2": same(expected(case), guarded(oracle.vanilla, case)),
                     "minijinja": same(expected(case), mini), "spelling": differs_in_spelling(case, mini)})
    groups = list(dict.fromkeys(case["group"] for case in cases))
    counts = collections.Counter(name for case in cases for name in re.findall(r"D\d+", case["oracle"]))
    examples = [
        {"id": name, "templates": {"page.html": template}, "main": "page.html", "context": context, "autoescape": True}
        for name, (_, _, template, context) in DEVIATIONS.items()
    ]
    results = run_engine(sys.argv[1], examples)
    sections = []
    for case, result in zip(examples, results):
        jinja2 = guarded(oracle.vanilla, case)
        if same(result, jinja2) and case["id"] != "D10":
            sys.exit(f"the example of {case['id']} shows no deviation")
        sections += section(case["id"], counts[case["id"]], case, result, jinja2, guarded(run_minijinja, case))
    versions = {name: importlib.metadata.version(name) for name in ("jinja2", "minijinja")}
    PAGE.write_text("\n".join([
        "# Compatibility of the template language", "",
        "<!-- Written by Benchmarks/templates/compatibility.py; run `make compatibility` instead of editing. -->", "",
        f"The language is held against {len(cases)} cases, `Tests/TemplateEngineTests/Fixtures/templates.jsonl`; this engine passes all of",
        f"them, and a test keeps it so. The table says how many of them Jinja2 {versions['jinja2']} and MiniJinja",
        f"{versions['minijinja']} (for Python) see the same way: both print the same bytes, or both refuse. Both run with undefined names as",
        "errors (`StrictUndefined`, `strict`). Where Jinja2 differs, that is one of the [named deviations](#named-deviations) or a",
        "[limit](#limits-and-small-decisions).", "",
        "`make compatibility` writes this page; it needs Python with `jinja2==3.1.6` and `minijinja`.", "",
        "## Groups", "", *table(groups, rows), "",
        "Groups named `site.*` are of the additions (D12), `error.*` of mistakes and their places, `deep` of templates that",
        "nest or repeat without measure. In " + str(sum(row["spelling"] for row in rows)) + " cases MiniJinja differs only in how it spells references (`&#x27;` for",
        "`&#39;`, `&quot;` for `&#34;`, `&#x2f;` for `/`).", "",
        "## Named deviations", "",
        "From Jinja2. Each has a reason and an example; what this engine gives stands below the example, and the tests run it.", "",
        *sections,
        "## Limits and small decisions", "", *other_decisions(cases), "",
    ]), encoding="utf-8")
    differs = [row["case"] for row in rows if not row["jinja2"]]
    unnamed = [case["id"] for case in differs if case["oracle"] == "jinja2"]
    print(f"{len(cases)} cases, Jinja2 differs in {len(differs)}, of them without a name: {unnamed or 'none'}")
    print("now: UPDATE_GOLDEN=1 swift test --filter CompatibilityTests, which fills in the reports of mistakes")


if __name__ == "__main__":
    main()
