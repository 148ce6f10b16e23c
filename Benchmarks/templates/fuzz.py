#!/usr/bin/env python3
"""Differential fuzzing of the template engine against Jinja2 (through oracle.py).

    fuzz.py ENGINE [--seconds 60] [--seed 1] [--count N] [--columns]

ENGINE is the built `template-conformance`. Random templates and contexts come from the grammar
below; each is run by both sides, and a difference is made smaller piece by piece before it is
printed as a case. What the two sides may differ in is said in `excused`.

Needs: jinja2==3.1.6. The same seed gives the same templates.
"""
import argparse
import json
import random
import re
import subprocess
import sys
import time

import warnings

import oracle

warnings.simplefilter("ignore")

CONTEXT = {
    "a": 3, "b": -4, "z": 0, "f": 2.5, "t": True, "n": None, "s": "ab Cd", "e": "", "h": "<i>&'\"",
    "u": "Été 漢🎉", "l": [3, 1, 2], "ls": ["b", "A", "c"], "m": {"k": 1, "x": "y", "d": {"q": [1, 2]}},
    "us": [{"n": "Bob", "a": 30, "g": "x", "tags": ["p", "q"]}, {"n": "ann", "a": 25, "g": "y", "tags": []},
           {"n": "Cy<", "a": 30, "g": "X", "tags": ["q"]}],
    "el": [], "em": {}, "nest": [[1, 2], [3]], "num": "12", "date": "2026-03-01T10:20:30Z",
}


class Maker:
    """Makes random templates; `names` are the variables in sight."""

    def __init__(self, rng):
        self.rng = rng
        self.macros = []
        self.depth = 0

    def pick(self, *options):
        return self.rng.choice(options)

    def name(self):
        if self.rng.random() < 0.04:
            return self.pick("nope", "missing", "loop", "caller")
        return self.rng.choice(self.names)

    KINDS = {
        "num": ["a", "b", "z", "f", "m.k", "us[0].a", "l[0]", "0", "1", "2", "7", "(-3)", "1.5", "0.1", "1e3", "(num|int)", "t"],
        "str": ["s", "e", "h", "u", "m.x", "num", "us[2].n", "us[1].g", "'x'", "''", "'<b>'", "'a,b'", "'é'", "('<u>'|safe)",
                "'Ab cd'", "ls[1]", "'a\\nb'"],
        "list": ["l", "ls", "us", "el", "nest", "[1, 2]", "[]", "(1, 2)", "range(3)", "m.d.q", "us[0].tags", "['x', 'B']"],
        "map": ["m", "em", "us[0]", "m.d", "{'k': 2}", "{'b': 1, 'a': 'z'}", "dict(q=1)"],
        "bool": ["t", "true", "false", "(z is defined)", "(nope is defined)", "(a > b)", "(s in u)", "none"],
    }

    def atom(self, kind=None):  # noqa: D102
        if self.rng.random() < 0.03:
            return self.pick("nope", "missing", "loop", "caller", "none", "m.zz", "'%s-%s'", "date")
        if kind is None:
            if self.rng.random() < 0.4:
                return self.name()
            kind = self.pick("num", "str", "list", "map", "bool")
        return self.rng.choice(self.KINDS[kind])

    def expr(self, d=0, kind=None):
        rng = self.rng
        if kind is None or rng.random() < 0.04:
            kind = self.pick("num", "str", "str", "list", "map", "bool", None)
        if kind is None:
            return self.wild(d)
        if d > 3 or rng.random() < 0.3:
            return self.atom(kind)
        e = lambda k=None: self.expr(d + 1, k)  # noqa: E731
        if rng.random() < 0.08:
            return f"({e(kind)} if {e('bool')} else {e(kind)})"
        if rng.random() < 0.05:
            return f"({e(kind)} {self.pick('and', 'or')} {e(kind)})"
        if rng.random() < 0.05:
            return f"({e()}|default({e(kind)}{self.pick('', ', true')}))"
        if kind == "num":
            return self.pick(
                lambda: f"({e('num')} {self.pick('+', '-', '*', '+', '-', '%', '//', '/')} {e('num')})",
                lambda: f"{self.wrapped(d, 'num')}|{self.pick('abs', 'round', 'int', 'float', 'round(1)', 'round(-1)')}",
                lambda: f"{self.wrapped(d, self.pick('str', 'list', 'map'))}|{self.pick('length', 'count')}",
                lambda: f"l|{self.pick('sum', 'min', 'max', 'first', 'last')}", lambda: f"us|sum('a')",
                lambda: f"{self.wrapped(d, 'str')}|{self.pick('wordcount', 'int', 'float')}", lambda: f"-{self.atom('num')}",
                lambda: f"({self.atom('num')} ** 2)", lambda: f"us|max(attribute='a')|attr('a')")()
        if kind == "str":
            return self.pick(
                lambda: f"({e('str')} {self.pick('~', '+', '~')} {e('str')})", lambda: f"({e()} ~ {e()})",
                lambda: f"{self.wrapped(d, 'str')}|{self.strfilter()}", lambda: f"{self.wrapped(d, 'str')}|{self.strfilter()}",
                lambda: f"{self.wrapped(d, 'str')}|{self.strfilter()}|{self.strfilter()}",
                lambda: f"{self.wrapped(d, 'list')}|join{self.pick('', '(' + self.atom('str') + ')')}",
                lambda: f"{self.wrapped(d, 'str')}.{self.pick('upper()', 'lower()', 'title()', 'capitalize()', 'strip()', 'lstrip()')}",
                lambda: f"{self.wrapped(d, 'str')}.replace({self.atom('str')}, {self.atom('str')})",
                lambda: f"{self.wrapped(d, 'str')}[{self.pick('1:', ':2', '-2:', '::-1', ':', '0:3:2')}]",
                lambda: f"({self.atom('str')} * {self.pick('0', '2', '3')})", lambda: f"{e()}|string" if False else f"{self.wrapped(d)}|string",
                lambda: f"{self.wrapped(d)}|tojson", lambda: f"{self.wrapped(d)}|e", lambda: f"{self.wrapped(d, 'str')}|safe",
                lambda: f"{self.wrapped(d, 'map')}|xmlattr", lambda: f"{self.wrapped(d, 'num')}|{self.pick('filesizeformat', 'number', 'number(2)')}",
                lambda: f"date|date{self.pick('', '(' + repr('%A %e %B %G-W%V') + ', lang=' + repr('fr') + ')')}",
                lambda: f"'{self.pick('%s|%s', '%5s|%-4s', '%.1s%s')}'|format({e()}, {e()})",
                lambda: f"'{self.pick('%d|%5.1f', '%+d%e', '%03d%g', '%x%f')}'|format({self.pick('7', '-3', '255')}, {e('num')})",
                lambda: self.call() if self.macros else self.atom("str"))()
        if kind == "list":
            return self.pick(
                lambda: "[" + ", ".join(e() for _ in range(rng.randint(0, 3))) + "]", lambda: f"({e('list')} + {e('list')})",
                lambda: f"{self.wrapped(d, 'list')}|{self.pick('list', 'reverse', 'unique', 'select', 'reject', 'batch(2)', 'slice(2)')}",
                lambda: f"l|{self.pick('sort', 'sort(reverse=true)', 'map(' + repr('string') + ')', 'select(' + repr('odd') + ')')}",
                lambda: f"ls|{self.pick('sort', 'sort(case_sensitive=true)', 'map(' + repr('upper') + ')', 'unique')}",
                lambda: f"us|{self.pick('sort(attribute=' + repr('a,n') + ')', 'groupby(' + repr('g') + ')', 'map(attribute=' + repr('n') + ')', 'selectattr(' + repr('a') + ', ' + repr('gt') + ', 26)', 'rejectattr(' + repr('tags') + ')', 'sort(attribute=' + repr('g') + ')', 'groupby(' + repr('a') + ')|map(' + repr('first') + ')|list')}",
                lambda: f"{self.wrapped(d, 'map')}|{self.pick('items', 'keys', 'values', 'dictsort', 'list')}",
                lambda: f"{self.wrapped(d, 'str')}|{self.pick('list', 'split', 'lines', 'split(' + repr(',') + ')')}",
                lambda: f"{self.wrapped(d, 'list')}[{self.pick('1:', ':2', '-2:', '::-1', ':')}]",
                lambda: f"{self.wrapped(d, 'list')}|zip({self.atom('list')})", lambda: f"{self.wrapped(d, 'map')}.{self.pick('items()', 'keys()', 'values()')}")()
        if kind == "map":
            return self.pick(
                lambda: "{" + ", ".join(f"'{self.pick('k', 'x', 'é', '<')}': {e()}" for _ in range(rng.randint(0, 3))) + "}",
                lambda: "{" + f"{self.atom(self.pick('num', 'str'))}: {e()}" + "}", lambda: f"dict({self.atom('map')}, z={e()})",
                lambda: f"us|{self.pick('first', 'last')}")()
        return self.pick(
            lambda: f"({e('num')} {self.pick('<', '<=', '>', '>=', '==', '!=')} {e('num')})",
            lambda: f"({e()} {self.pick('==', '!=')} {e()})", lambda: f"({e('str')} in {e('str')})",
            lambda: f"({e()} {self.pick('in', 'not in')} {e('list')})", lambda: f"(not {e()})",
            lambda: f"({self.wrapped(d)} is {self.pick('', 'not ')}{self.pick('defined', 'none', 'string', 'number', 'mapping', 'iterable', 'sequence', 'boolean', 'integer', 'float', 'true', 'lower', 'upper', 'escaped', 'callable', 'undefined')})",
            lambda: f"({self.wrapped(d, 'num')} is {self.pick('odd', 'even', 'divisibleby 3', 'gt 2', 'eq(3)', 'in(l)')})",
            lambda: f"{self.wrapped(d, 'str')}.{self.pick('startswith', 'endswith')}({self.atom('str')})",
            lambda: f"({e('num')} < {e('num')} <= {e('num')})")()

    def wrapped(self, d, kind=None):
        return self.atom(kind) if self.rng.random() < 0.6 else f"({self.expr(d + 1, kind)})"

    # What a filter block prints is escaped like any value (Jinja2 does not), so only filters that keep
    # a string safe are the same on both sides.
    KEEPING = ["upper", "lower", "trim", "capitalize", "indent", "indent(2, true)", "center(7)", "safe", "e", "string",
               "replace('b', '<', 1)", "truncate(9)", "forceescape", "upper|trim", "reverse"]

    def strfilter(self):
        a = lambda: self.atom("str")  # noqa: E731
        return self.pick("upper", "lower", "title", "capitalize", "trim", f"trim({a()})", "safe", "e", "forceescape", "string",
                         f"replace({a()}, {a()})", "replace('b', '<', 1)", "truncate(4)", "truncate(3, true, '', 0)", "center(7)",
                         "indent", "indent(2, true)", "indent('> ', blank=true)", "striptags", "urlencode", "reverse", "slugify",
                         f"default({a()}, true)", "tojson", "length", "join('.')", "list", "first|string", "sort|join", "unique|join")

    def wild(self, d=0):
        r = self.rng.random()
        if d > 3 or r < 0.25:
            return self.atom()
        e = lambda: self.expr(d + 1)  # noqa: E731
        if r < 0.36:
            return f"({e()} {self.pick('+', '-', '*', '/', '//', '%', '~', '**')} {e()})"
        if r < 0.42:
            return f"({e()} {self.pick('==', '!=', '<', '<=', '>', '>=', 'in', 'not in')} {e()})"
        if r < 0.60:
            return f"({e()} if {e()})"
        if r < 0.66:
            return f"{self.base()}.{self.pick('k', 'x', 'd', 'n', 'a', 'tags', 'q', 'items', 'zz', '0')}"
        if r < 0.70:
            return f"{self.base()}[{e()}]"
        if r < 0.88:
            return f"{self.base()}|{self.filter()}"
        if r < 0.94:
            return f"({self.base()} is {self.pick('', 'not ')}{self.test()})"
        if r < 0.965:
            return f"{self.base()}.{self.method()}"
        return "[" + ", ".join(e() for _ in range(self.rng.randint(0, 3))) + "]"

    def base(self):
        r = self.atom()
        return r if self.rng.random() < 0.7 and r[0] not in "0123456789" else f"({self.expr(2)})"

    def filter(self):
        a = self.atom
        f = self.rng.choice([
            lambda: "upper", lambda: "lower", lambda: "title", lambda: "capitalize", lambda: "trim",
            lambda: f"trim({a()})", lambda: "length", lambda: "first", lambda: "last", lambda: "list",
            lambda: "join", lambda: f"join({a()})", lambda: f"join('-', {self.pick(chr(39) + 'n' + chr(39), '0')})",
            lambda: f"default({a()})", lambda: f"default({a()}, true)", lambda: "safe", lambda: "e",
            lambda: "forceescape", lambda: "string", lambda: "int", lambda: f"int({a()})", lambda: "float",
            lambda: "abs", lambda: "round", lambda: f"round({self.pick('0', '1', '2', '-1')}"
            f"{self.pick('', ', ' + repr('ceil'), ', ' + repr('floor'))})",
            lambda: "sort", lambda: "sort(reverse=true)", lambda: "sort(attribute='n')",
            lambda: "sort(attribute='a,n')", lambda: "sort(case_sensitive=true)", lambda: "unique", lambda: "reverse",
            lambda: "sum", lambda: "sum('a')", lambda: "sum(start=1)", lambda: "min", lambda: "max",
            lambda: "max(attribute='a')", lambda: f"batch({self.pick('1', '2', '3')})", lambda: "batch(2, 'f')",
            lambda: f"slice({self.pick('1', '2', '3')})", lambda: "slice(2, 0)", lambda: "dictsort",
            lambda: "dictsort(by='value')", lambda: "items", lambda: "keys", lambda: "values",
            lambda: "map('upper')", lambda: "map(attribute='n')", lambda: "map(attribute='a', default=0)",
            lambda: f"map('default', {a()})", lambda: "map('join', ',')", lambda: "select", lambda: "reject",
            lambda: f"select('{self.pick('odd', 'string', 'defined', 'number')}')", lambda: "select('in', l)",
            lambda: "selectattr('a', 'gt', 26)", lambda: "rejectattr('g', 'eq', 'x')", lambda: "selectattr('n')",
            lambda: "groupby('a')", lambda: "groupby('g')", lambda: "groupby('g', case_sensitive=true)",
            lambda: f"replace({a()}, {a()})", lambda: "replace('b', 'zz', 1)", lambda: f"truncate({self.pick('3', '5', '9')})",
            lambda: "truncate(4, true, '~', 0)", lambda: "truncate(5, false, '', 0)", lambda: "center(9)",
            lambda: "indent", lambda: "indent(2, true)", lambda: "indent('> ', blank=true)", lambda: "wordcount",
            lambda: "striptags", lambda: "tojson", lambda: "tojson(indent=1)", lambda: "urlencode", lambda: "xmlattr",
            lambda: "filesizeformat", lambda: "filesizeformat(true)", lambda: f"format({a()}, {a()})", lambda: f"format({a()})",
            lambda: "split", lambda: "split(',')", lambda: "split('b', 1)", lambda: "lines", lambda: f"zip({a()})",
            lambda: "slugify", lambda: "slugify('_')", lambda: "date", lambda: "date('%d %B %Y', 'fr')", lambda: "date('%a %j %V')",
            lambda: "number", lambda: "number(2)", lambda: "number(1, 'fr')", lambda: "plural('one', 'many')",
            lambda: f"attr({a()})", lambda: "count", lambda: f"upper({a()})", lambda: f"join({a()}, nokw=1)",
        ])()
        return f + ("|" + self.filter() if self.rng.random() < 0.25 else "")

    def test(self):
        return self.pick("defined", "undefined", "none", "odd", "even", "string", "number", "mapping", "iterable",
                         "sequence", "boolean", "integer", "float", "true", "false", "lower", "upper", "escaped",
                         "callable", "divisibleby 3", f"divisibleby({self.atom()})", f"eq({self.atom()})", f"ne {self.atom()}",
                         f"gt({self.atom()})", f"in({self.atom()})", f"sameas({self.pick('true', 'none', 'false')})",
                         "filter", "test", f"startingwith({self.atom()})", f"containing({self.atom()})")

    def method(self):
        return self.pick("items()", "keys()", "values()", "get('k')", f"get({self.atom()}, 9)", "upper()", "lower()",
                         "title()", "capitalize()", "strip()", "strip('a')", "lstrip()", "split()", "split(',')",
                         "splitlines()", "startswith('a')", f"endswith({self.atom()})", f"replace('a', {self.atom()})",
                         f"join({self.atom()})", "nope()", "upper(1)")

    def call(self):
        name, count = self.rng.choice(self.macros)
        args = [self.expr(2) for _ in range(self.rng.randint(0, count + 1))]
        if self.rng.random() < 0.3:
            args.append(f"{self.pick('p0', 'p1', 'kw')}={self.atom()}")
        return f"{name}({', '.join(args)})"

    def text(self):
        return self.pick(" ", "x", "\n", "<p>", "a\n  b", "é", "  ")

    def sign(self):
        return self.pick("", "", "", "", "-")

    def body(self, n=None):
        self.depth += 1
        count = self.rng.randint(1, 3) if self.depth < 4 else 1
        out = "".join(self.statement() for _ in range(n or count))
        self.depth -= 1
        return out

    def tag(self, text):
        return "{%" + self.sign() + " " + text + " " + self.sign() + "%}"

    def within(self, names, make):
        known, self.names = self.names, self.names + names
        result = make()
        self.names = known
        return result

    def statement(self):
        r = self.rng.random()
        if self.depth > 4 or r < 0.40:
            return "{{" + self.sign() + " " + self.expr() + " " + self.sign() + "}}"
        if r < 0.52:
            return self.text()
        if r < 0.62:
            parts = self.tag("if " + self.expr(1, self.pick("bool", "bool", None))) + self.body()
            if self.rng.random() < 0.3:
                parts += self.tag("elif " + self.expr(1)) + self.body()
            if self.rng.random() < 0.5:
                parts += self.tag("else") + self.body()
            return parts + self.tag("endif")
        if r < 0.74:
            return self.loop()
        if r < 0.80:
            name = self.pick("v", "w", "a", "s")
            if name not in self.names:
                self.names = self.names + [name]
            if self.rng.random() < 0.3:
                pipe = " | " + self.strfilter() if self.rng.random() < 0.3 else ""
                return self.tag(f"set {name}{pipe}") + self.body() + self.tag("endset")
            if self.rng.random() < 0.15:
                return self.tag(f"set v, w = {self.expr(1)}")
            return self.tag(f"set {name} = {self.expr(1)}")
        if r < 0.83:
            name = self.pick("v", "x", "a")
            value = self.expr(1)
            return self.tag(f"with {name} = {value}") + self.within([name], self.body) + self.tag("endwith")
        if r < 0.86:
            return self.tag("filter " + self.rng.choice(self.KEEPING)) + self.body() + self.tag("endfilter")
        if r < 0.88:
            return self.tag("autoescape " + self.pick("true", "false", "t", "z")) + self.body() + self.tag("endautoescape")
        if r < 0.92:
            return self.macro()
        if r < 0.94 and self.macros:
            return self.tag("call " + self.pick("", "(q)") + self.call()) + self.within(["q"], self.body) + self.tag("endcall")
        if r < 0.965:
            return self.tag("include '" + self.pick("inc", "inc", "inc2", "gone") + "'" + self.pick("", "", " ignore missing", " without context"))
        if r < 0.98:
            self.names = self.names + ["lib"] if "lib" not in self.names else self.names
            return self.pick(self.tag("import 'lib' as lib") + "{{ lib." + self.pick("lm(1)", "lv", "none", "lm('<')") + " }}",
                             self.tag("from 'lib' import lm" + self.pick("", " as v", ", lv", " with context")) + "{{ lm(a) }}")
        return self.tag("set ns = namespace(c=0)") + self.within(["ns.c"], lambda: self.tag(
            f"for i in {self.pick('l', 'ls', 'range(2)')}") + self.tag("set ns.c = ns.c + 1") + self.body() + self.tag("endfor")) + "{{ ns.c }}"

    def loop(self):
        target, names = self.rng.choice([("i", ["i"]), ("i", ["i"]), ("i", ["i"]), ("k, v", ["k", "v"]), ("(a, b)", ["a", "b"])])
        if len(names) == 2:
            seq = self.pick("m.items()", "[[1, 2], [3, 4]]", "us|groupby('a')", "m|dictsort", "l|zip(ls)", "l" if self.rng.random() < .1 else "m|items")
        else:
            seq = self.pick("l", "ls", "us", "m", "nest", "range(3)", "el", "s", self.expr(2, "list"))
        test = f" if {self.within(names, lambda: self.expr(2))}" if self.rng.random() < 0.2 else ""
        rec = " recursive" if self.rng.random() < 0.05 else ""
        special = ["loop.index", "loop.first", "loop.last", "loop.length", "loop.revindex0", "loop.index0", "loop.depth",
                   "loop.cycle('o', 'e')", "loop.changed(i)" if "i" in names else "loop.changed(1)"]
        extra = names + (self.rng.sample(special, 2) if self.rng.random() < 0.5 else [])

        def make():
            body = self.body()
            if rec and self.rng.random() < 0.7:
                body += "{% if loop.depth0 < 2 %}{{ loop(" + self.pick("l", "el", "ls") + ") }}{% endif %}"
            if self.rng.random() < 0.1:
                body += "{% if " + self.expr(2) + " %}{% " + self.pick("break", "continue") + " %}{% endif %}" + self.text()
            return body
        body = self.within(extra, make)
        other = self.tag("else") + self.body() if self.rng.random() < 0.2 else ""
        return self.tag(f"for {target} in {seq}{test}{rec}") + body + other + self.tag("endfor")

    def macro(self):
        name = f"mac{len(self.macros)}"
        count = self.rng.randint(0, 2)
        params = [f"p{i}" for i in range(count)]
        shown = ", ".join(p + (f"={self.atom()}" if i == count - 1 and self.rng.random() < 0.4 else "") for i, p in enumerate(params))
        extra = params + self.rng.choice([[], [], ["varargs"], ["kwargs"], ["caller()"], ["caller(1)"]])
        body = self.within(extra, self.body)
        self.macros.append((name, count))
        return self.tag(f"macro {name}({shown})") + body + self.tag("endmacro") + "{{ " + self.call() + " }}"

    def case(self, number):
        rng = self.rng
        self.names = [n for n in CONTEXT]
        templates = {}
        self.macros = []
        templates["inc"] = rng.choice(["[{{ a }}]", "{{ v is defined }}{{ i is defined }}", "{% set a = 9 %}{{ a }}{{ s }}", self.body()])
        self.macros = []
        templates["inc2"] = rng.choice(["{% include 'inc' %}", "{% from 'lib' import lm %}{{ lm(2) }}", "{{ h }}{{ h|safe }}"])
        templates["lib"] = "{% macro lm(x) %}<{{ x }}{{ a is defined }}>{% endmacro %}{% set lv = 5 %}{% set _p = 1 %}top"
        self.names = [n for n in CONTEXT]
        self.macros = []
        if rng.random() < 0.3:
            templates["base"] = self.body() + "{% block x %}" + self.body() + "{% endblock %}" + self.body() + "{% block y scoped %}{{ a }}{% endblock %}"
            self.names = [n for n in CONTEXT]
            self.macros = []
            middle = rng.random() < 0.4
            if middle:
                templates["mid"] = "{% extends 'base' %}" + "{% block x %}M{{ super() }}" + self.body() + "{% endblock %}"
                self.names = [n for n in CONTEXT]
                self.macros = []
            main = (self.body(1) if rng.random() < 0.3 else "") + "{% extends '" + ("mid" if middle else "base") + "' %}"
            main += "{% set a = 8 %}" if rng.random() < 0.3 else ""
            blocks = rng.sample(["x", "y"], rng.randint(0, 2))
            for b in blocks:
                main += "{% block " + b + " %}" + self.body() + rng.choice(["", "{{ super() }}", "{{ super()|upper }}"]) + "{% endblock %}"
            templates["main"] = main
        else:
            templates["main"] = self.body(rng.randint(1, 4))
        case = {"id": f"fuzz-{number}", "templates": templates, "main": "main", "context": CONTEXT,
                "autoescape": rng.random() < 0.7}
        if rng.random() < 0.15:
            case["options"] = {"trim_blocks": rng.random() < 0.7, "lstrip_blocks": rng.random() < 0.7}
        return case


BIG = re.compile(r"\d{19,}")


def excused(case, ours, theirs):
    """Differences that are decided, or that only Python's own limits and wording make."""
    text = json.dumps(case["templates"])
    message = theirs.get("error", {}).get("message", "")
    kind = theirs.get("error", {}).get("kind", "")
    mine = ours.get("error", {}).get("message", "")
    if "Tried to resolve a name to a reference" in message:
        return "Jinja2's analysis of a block set's filter arguments"
    if "is divisibleby" in text and "a string is not a number" in mine or "is odd" in text and "a string is not a number" in mine:
        return "the % operator on strings (D9)"
    if kind == "undefined" and re.search(r"(filter|test) .*\. does not exist|does not exist", mine) and ours.get("error", {}).get("kind") == "unknown":
        return "unknown filters fail at load (D7)"
    if "'Undefined' object cannot be interpreted as an integer" in message and ours.get("error", {}).get("kind") == "undefined":
        return "a missing value as a number: which error Python's safe string gives"
    if re.search(r"a (safe )?string and .* cannot be divided", mine):
        return "the % operator on strings (D9)"
    if "generator object" in json.dumps(theirs) or ("without context" in text and "macro" in text):
        return "Jinja2's include without context in a macro"
    if "a loop cannot be" in mine or "can be in a loop" in mine or "LoopContext" in json.dumps(theirs):
        return "loops are not lists (D17)"
    if BIG.search(json.dumps(theirs)) or "too large" in message or "64 bits" in mine or "too large" in mine:
        return "integers beyond 64 bits (D8)"
    if "16 MiB" in mine or "million elements" in mine or kind == "other:MemoryError":
        return "size limits"
    if "maximum recursion" in message or "100,000" in mine or "Range too big" in message:
        return "limits"
    if "complex" in json.dumps(theirs) or "a negative number has no power" in mine:
        return "complex numbers"
    if " object at 0x" in json.dumps(theirs) or "<function" in json.dumps(theirs) or "<class" in json.dumps(theirs) or "<cycler" in text:
        return "printed functions"
    if kind.startswith("other") or "not iterable" in message and "range" in text:
        return "Python's own"
    return None


def same(case, ours, theirs, columns):
    if "output" in theirs:
        return ours.get("output") == theirs["output"]
    if "error" not in ours:
        return False
    a, b = ours["error"], theirs["error"]
    if a["kind"] != b["kind"]:
        return False
    if b.get("line") is None or b.get("template") is None:
        return True
    return not columns or (a["line"] == b["line"] and a["template"] == b["template"])


class Engine:
    def __init__(self, path):
        self.path = path

    def run(self, cases):
        data = "\n".join(json.dumps(c, ensure_ascii=False) for c in cases)
        done = subprocess.run([self.path, "--results", "-"], input=data.encode(), capture_output=True, timeout=120)
        if done.returncode != 0:
            if len(cases) == 1:
                return [{"error": {"kind": f"crash {done.returncode}", "message": done.stderr.decode()[-300:], "line": 0, "template": ""}}]
            return [r for c in cases for r in self.run([c])]
        return [json.loads(line) for line in done.stdout.decode().split("\n") if line]


def differs(engine, case, columns):
    ours = engine.run([case])[0]
    theirs = oracle.profile(case)
    if same(case, ours, theirs, columns) or excused(case, ours, theirs):
        return None
    return ours, theirs


PIECE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|[^{]+|\{", re.S)
TOKEN = re.compile(r"\{%-?|-?%\}|\{\{-?|-?\}\}|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|\w+|\s+|.", re.S)


OPENING = re.compile(r"\{%-?\s*(if|for|block|macro|filter|with|autoescape|call|set)\b(?!.*=)|\{%-?\s*(if|for|with)\b")
CLOSING = re.compile(r"\{%-?\s*end(if|for|block|macro|filter|with|autoescape|call|set)\b")


def windows(pieces):
    """Runs of pieces, long ones first."""
    width = max(1, len(pieces) // 2)
    while width >= 1:
        yield [frozenset(range(i, min(i + width, len(pieces)))) for i in range(0, len(pieces), width)]
        width //= 2


def bodies(pieces):
    """Tags with their ends: first with all between them, then without."""
    whole, ends, open_tags = [], [], []
    for index, piece in enumerate(pieces):
        if CLOSING.match(piece):
            if open_tags:
                start = open_tags.pop()
                whole.append(frozenset(range(start, index + 1)))
                ends.append(frozenset((start, index)))
        elif OPENING.match(piece):
            open_tags.append(index)
    yield sorted(whole, key=len, reverse=True)
    yield ends


def without(pieces, families, hold):
    """The pieces that are left when groups of them are taken away as long as the rest holds.

    `hold` says of several candidates at once which of them hold.
    """
    changed = True
    while changed:
        changed = False
        for family in families:
            for groups in list(family(pieces)):
                groups = [g for g in groups if max(g, default=0) < len(pieces)]
                while groups:
                    left = [[p for i, p in enumerate(pieces) if i not in g] for g in groups]
                    good = [g for g, is_good in zip(groups, hold(left)) if is_good]
                    if not good:
                        break
                    everything = frozenset().union(*good)
                    for taken in (everything, good[0]):
                        rest = [p for i, p in enumerate(pieces) if i not in taken]
                        if taken is good[0] or hold([rest])[0]:
                            break
                    pieces, changed, groups = rest, True, []
    return pieces


def minimise(engine, case, columns, seconds=60):
    """Takes away templates, tags, the tokens in them and variables while the sides still differ in the same way.

    What is left is minimal: without any one of its tags, tokens or variables there is no such difference, unless
    time ran out.
    """
    stop = time.time() + seconds
    first = differs(engine, case, columns)
    if first is None:
        return case

    def shape(ours, theirs):
        return tuple(("output" in r, r.get("error", {}).get("kind")) for r in (ours, theirs))
    wanted = shape(*first)

    def hold(candidates):
        if time.time() > stop:
            return [False] * len(candidates)
        found = []
        for candidate, ours in zip(candidates, engine.run(candidates)):
            try:
                theirs = oracle.profile(candidate)
                found.append(not same(candidate, ours, theirs, columns) and not excused(candidate, ours, theirs) and shape(ours, theirs) == wanted)
            except Exception:  # noqa: BLE001
                found.append(False)
        return found

    def with_text(name, text):
        return dict(case, templates=dict(case["templates"], **{name: text}))

    def size():
        return sum(len(t) for t in case["templates"].values()) + len(case["context"])
    before = None
    while before != size() and time.time() < stop:
        before = size()
        for name in list(case["templates"]):
            smaller = dict(case, templates={k: v for k, v in case["templates"].items() if k != name})
            if name != "main" and hold([smaller])[0]:
                case = smaller
                continue
            for pattern, families in ((PIECE, (bodies, windows)), (TOKEN, (windows,))):
                pieces = pattern.findall(case["templates"][name])
                left = without(pieces, families, lambda texts: hold([with_text(name, "".join(t)) for t in texts]))
                case = with_text(name, "".join(left))
        kept = without(list(case["context"].items()), (windows,), lambda parts: hold([dict(case, context=dict(p)) for p in parts]))
        case = dict(case, context=dict(kept))
    return case


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("engine")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--count", type=int, default=10 ** 9)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--columns", action="store_true", help="compare the place of faults too")
    parser.add_argument("--show", type=int, default=20, help="stop after so many differences")
    options = parser.parse_args()
    engine = Engine(options.engine)
    rng = random.Random(options.seed)
    stop = time.time() + options.seconds
    done = rendered = shown = 0
    reasons = {}
    while time.time() < stop and done < options.count and shown < options.show:
        cases = [Maker(rng).case(done + i) for i in range(200)]
        for case, ours in zip(cases, engine.run(cases)):
            theirs = oracle.profile(case)
            done += 1
            rendered += "output" in theirs
            if same(case, ours, theirs, options.columns):
                continue
            reason = excused(case, ours, theirs)
            if reason:
                reasons[reason] = reasons.get(reason, 0) + 1
                continue
            small = minimise(engine, case, options.columns)
            pair = differs(engine, small, options.columns) or (ours, theirs)
            print(json.dumps(small, ensure_ascii=False))
            print("  engine:", json.dumps(pair[0], ensure_ascii=False)[:300])
            print("  oracle:", json.dumps(pair[1], ensure_ascii=False)[:300], flush=True)
            shown += 1
            if shown >= options.show:
                break
    print(f"{done} templates, {rendered} rendered, {shown} differences, excused: {reasons or 'none'}")
    sys.exit(1 if shown else 0)


if __name__ == "__main__":
    main()
