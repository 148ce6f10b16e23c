#!/usr/bin/env python3
"""Every filter, test, operator and method on a value of every kind, against Jinja2 (through oracle.py).

    matrix.py ENGINE      prints each difference; the last line counts them

ENGINE is the built `template-conformance`.
"""
import json
import sys
import warnings

import fuzz
import oracle

warnings.simplefilter("ignore")

VALUES = ["nope", "m.zz", "(1 if false)", "none", "true", "false", "0", "1", "-7", "2.5", "-0.0", "''", "'abc'", "' a b '", "'12'",
          "'1.5e2'", "'<b>&'", "('<i>x</i>'|safe)", "[]", "[3, 1, 2]", "['b', 'A']", "[1, 'a']", "[nope]", "[none]", "[[1, 2], [3, 4]]",
          "(1, 2)", "()", "{}", "{'a': 1, 'b': 2}", "{'x': none}", "us", "range(3)", "'2026-02-28'", "'é漢🎉'", "'a,b,,c'", "'x\\ny\\r\\nz'",
          "namespace(a=1)", "'%s %d'", "[true, 1]", "{1: 2}", "9007199254740993", "'ΑΣ ß'", "'  '", "'&lt;&amp;&#x41;'"]
FILTERS = {
    "abs": [""], "attr": ["('a')", "(0)", "(nope)"], "batch": ["(2)", "(2, 'x')", "(0)", "('a')", "(nope)", ""], "capitalize": [""],
    "center": ["", "(7)", "('x')", "(nope)", "(-3)"], "count": [""], "default": ["", "('d')", "('d', true)", "(nope)"],
    "dictsort": ["", "(true)", "(by='value')", "(by='zz')", "(reverse=true)"], "escape": [""], "filesizeformat": ["", "(true)"],
    "first": [""], "float": ["", "(7)"], "forceescape": [""], "format": ["", "(1)", "(1, 2)", "(a=1)", "(nope)"],
    "groupby": ["('a')", "(0)", "('n', default='d')", ""], "indent": ["", "(2, true)", "('>')", "(nope)", "(1.5)"],
    "int": ["", "(7)", "(0, 16)", "(0, 'x')", "(base=2)"], "items": [""], "join": ["", "('-')", "('<')", "(1)", "(nope)", "(',', 'n')", "(',', 0)"],
    "last": [""], "length": [""], "list": [""], "lower": [""],
    "map": ["('upper')", "(attribute='n')", "(attribute=0)", "('nofilter')", "", "('default', 1)", "(attribute='n', default=3)", "(attribute='n', x=1)"],
    "max": ["", "(attribute='a')", "(true)"], "min": ["", "(attribute='a')"], "reject": ["", "('odd')", "('notest')"],
    "rejectattr": ["('a')", "('a', 'odd')", ""], "replace": ["('a', 'b')", "('', '-')", "('b', '<')", "(nope, 'x')", "('a')", "('a', 'b', 'c')", "(1, 2)"],
    "reverse": [""], "round": ["", "(1)", "(-1)", "(0, 'ceil')", "(1, 'floor')", "(0, 'zz')", "('x')", "(nope)", "(20)"], "safe": [""],
    "select": ["", "('odd')", "('notest')", "('eq', 1)"], "selectattr": ["('a')", "('a', 'odd')", ""],
    "slice": ["(2)", "(3, 'x')", "(0)", "(-1)", "('a')", "(nope)"], "sort": ["", "(true)", "(attribute='a')", "(case_sensitive=true)", "(nope)"],
    "string": [""], "striptags": [""], "sum": ["", "('a')", "(start=5)", "(start='x')", "(start=[])"], "title": [""],
    "tojson": ["", "(2)", "(indent=0)", "('x')", "(nope)"], "trim": ["", "('a')", "(1)", "(nope)", "(none)"],
    "truncate": ["", "(3)", "(3, true, '', 0)", "(2)", "('x')", "(nope)", "(5, false, '..', -1)"], "unique": ["", "(true)", "(attribute='a')"],
    "upper": ["", "(1)"], "urlencode": [""], "wordcount": [""], "xmlattr": ["", "(false)"], "split": ["", "(',')", "('')", "(',', 1)", "(1)", "(nope)", "(none, 1)"],
    "lines": [""], "keys": [""], "values": [""], "zip": ["([1])", "(nope)", "()", "(5)"], "slugify": ["", "('_')", "(1)"],
    "date": ["", "('%Y')", "('%q')", "('%')", "(1)", "(nope)", "('%A', 'de')"], "number": ["", "(2)", "('x')", "(nope)", "(0, 'fr')", "(lang='xx')", "(-1)"],
    "plural": ["('a', 'b')", "('a')", "('a', 'b', 'c')", "('a', 'b', lang='fr')", "('a', 'b', lang='x')"],
}
TESTS = {t: [""] for t in ("boolean callable defined escaped even false filter float integer iterable lower mapping none number odd sequence "
                           "string test true undefined upper").split()}
TESTS.update({t: ["(1)", "('a')", "(nope)", "([1])", ""] for t in ("divisibleby eq ne gt ge lt le in sameas startingwith endingwith containing").split()})
METHODS = ["get('a')", "get('q', 9)", "get(nope)", "get()", "items()", "keys()", "values(1)", "upper()", "title()", "capitalize()", "strip()",
           "strip('a')", "strip(1)", "strip(nope)", "lstrip()", "rstrip('c')", "split()", "split(',')", "split('')", "split(nope)", "split(',', 1)",
           "split(maxsplit=1)", "splitlines()", "splitlines(true)", "startswith('a')", "startswith(1)", "startswith(('a', 'x'))", "startswith('b', 1)",
           "endswith('')", "endswith(nope)", "replace('a', 'b')", "replace('a', '<')", "replace('a', nope)", "replace('a')", "join(['a', 'b'])", "join([1])",
           "join(nope)", "join('xy')", "zz()", "a()"]
OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "~", "==", "!=", "<", ">=", "in", "not in", "and", "or"]


def main():
    engine = fuzz.Engine(sys.argv[1])
    context = fuzz.CONTEXT
    expressions = []
    for value in VALUES:
        for name, arguments in FILTERS.items():
            expressions += [f"{value}|{name}{a}" for a in arguments]
        for name, arguments in TESTS.items():
            expressions += [f"{value} is {name}{a}" for a in arguments]
        if value[0] not in "0123456789-":
            expressions += [f"{value}.{m}" for m in METHODS]
        expressions += [f"{value} {o} {w}" for o in OPERATORS for w in VALUES[::3] if not (o == "*" and "e300" in w + value)]
        expressions += [f"({value})[{k}]" for k in ("0", "-1", "'a'", "nope", "none", "1.5", "1:", "::-1", "::0", "'a':", "nope:")]
        expressions += [f"{u}{value}" for u in ("-", "+", "not ")]
    cases = [{"id": str(i), "templates": {"main": "{{ " + e + " }}"}, "main": "main", "context": context, "autoescape": i % 2 == 0}
             for i, e in enumerate(expressions)]
    differences = 0
    reasons = {}
    for start in range(0, len(cases), 500):
        part = cases[start:start + 500]
        for case, ours in zip(part, engine.run(part)):
            theirs = oracle.profile(case)
            if fuzz.same(case, ours, theirs, False):
                continue
            reason = fuzz.excused(case, ours, theirs)
            if "'sep' is a string" in json.dumps(ours):
                reason = "a separator must be a string"
            if reason:
                reasons[reason] = reasons.get(reason, 0) + 1
                continue
            differences += 1
            short = lambda r: r.get("output", r.get("error") and f"{r['error']['kind']}: {r['error']['message'][:70]}")  # noqa: E731
            print(f"{case['templates']['main']:50} engine {short(ours)!r}  oracle {short(theirs)!r}")
    print(f"{len(cases)} expressions, {differences} differences, excused: {reasons or 'none'}")


if __name__ == "__main__":
    main()
