import SourceDiagnostics
import TemplateEngine
import Testing

@Suite("What may have been meant")
struct SuggestionTests {
  /// A template with a mistake, and the sentence that is said of it.
  struct Slip: CustomTestStringConvertible, Sendable {
    let main: String
    let summary: String
    var testDescription: String { main }

    init(_ main: String, _ summary: String) {
      self.main = main
      self.summary = summary
    }
  }

  private static let others = [
    ("base.html", "{% block title %}{% endblock %}{% block content %}{% endblock %}"),
    (
      "lib.html",
      "{% macro card(brief, size='small') %}{{ caller is defined }}{% endmacro %}"
        + "{% macro _own() %}{% endmacro %}"
    ),
  ]

  /// What is said of `main.html`: the first finding of loading, else the fault of rendering.
  private func summary(_ main: String, extensions: Extensions = Extensions()) -> String? {
    let library = Rendering.library([("main.html", main)] + Self.others, extensions: extensions)
    if let found = library.diagnostics.first { return found.summary }
    let renderer = TemplateRenderer(library)
    guard let template = library.template(named: "main.html") else { return nil }
    let arena = renderer.arena
    let context = arena.map([
      ("page", arena.map([("title", arena.string("T")), ("url", arena.string("/"))])),
      ("briefs", arena.list([arena.map([("title", arena.string("One"))])])),
    ])
    do throws(TemplateFault) {
      try renderer.render(template, context: context)
      return nil
    } catch {
      return error.diagnostic().summary
    }
  }

  @Test(
    "a misspelt name is answered by the nearest ones that exist there",
    arguments: [
      Slip("{{ pgae.title }}", "'pgae' is undefined; did you mean 'page'?"),
      Slip("{{ page.titel }}", "a map has no 'titel'; did you mean 'title'?"),
      Slip("{{ page['titel'] }}", "a map has no 'titel'; did you mean 'title'?"),
      Slip("{{ rang(3) }}", "'rang' is undefined; did you mean 'range'?"),
      Slip(
        "{% for brief in briefs %}{{ breif.title }}{% endfor %}",
        "'breif' is undefined; did you mean 'brief' or 'briefs'?"),
      Slip(
        "{% macro m(entry) %}{{ enrty }}{% endmacro %}{{ m(1) }}",
        "'enrty' is undefined; did you mean 'entry'?"),
      Slip(
        "{% set heading = 1 %}{% macro m() %}{{ haeding }}{% endmacro %}{{ m() }}",
        "'haeding' is undefined; did you mean 'heading'?"),
      Slip("{% if false %}{% set x1 = 1 %}{% endif %}{{ x1 }}", "'x1' is undefined"),
    ])
  func names(_ slip: Slip) {
    #expect(summary(slip.main) == slip.summary)
  }

  @Test(
    "members of the language's own objects are suggested too",
    arguments: [
      Slip(
        "{% for b in briefs %}{{ loop.indx }}{% endfor %}",
        "a loop has no 'indx'; did you mean 'index' or 'index0'?"),
      Slip(
        "{% for b in briefs %}{{ loop.cylce('a') }}{% endfor %}",
        "a loop has no 'cylce'; did you mean 'cycle()'?"),
      Slip(
        "{% set ns = namespace(count=0) %}{{ ns.cuont }}",
        "a namespace has no 'cuont'; did you mean 'count'?"),
      Slip(
        "{% set c = cycler(1, 2) %}{{ c.nxt() }}", "a cycler has no 'nxt'; did you mean 'next()'?"),
      Slip(
        "{% for g in briefs|groupby('title') %}{{ g.grupper }}{% endfor %}",
        "a tuple has no 'grupper'; did you mean 'grouper'?"),
      Slip(
        "{% macro m() %}{% endmacro %}{{ m.argumnets }}",
        "a macro has no 'argumnets'; did you mean 'arguments'?"),
    ])
  func members(_ slip: Slip) {
    #expect(summary(slip.main) == slip.summary)
  }

  @Test(
    "methods are suggested where one is called, and named as they are called",
    arguments: [
      Slip("{{ page.title.uper() }}", "a string has no method 'uper'; did you mean 'upper()'?"),
      Slip("{{ page.title.upper }}", "a string has no 'upper'; did you mean 'upper()'?"),
      Slip("{{ page.itmes() }}", "a map has no method 'itmes'; did you mean 'items()'?"),
      Slip("{{ page.keys }}", "a map has no 'keys'; did you mean 'keys()'?"),
      Slip(
        "{{ briefs.append(1) }}",
        "a list has no method 'append'; make a new list: {% set items = items + [item] %}"),
      Slip(
        "{{ page.title.format(1) }}", "a string has no method 'format'; use the filter 'format'"),
    ])
  func methods(_ slip: Slip) {
    #expect(summary(slip.main) == slip.summary)
  }

  @Test(
    "filters and tests are suggested, and what is left out is answered by what to do instead",
    arguments: [
      Slip("{{ 1|rond }}", "filter 'rond' does not exist; did you mean 'round'?"),
      Slip("{{ 1 is evn }}", "test 'evn' does not exist; did you mean 'even'?"),
      Slip("{{ [1]|map('rond') }}", "filter 'rond' does not exist; did you mean 'round'?"),
      Slip("{{ [1]|select('evn') }}", "test 'evn' does not exist; did you mean 'even'?"),
      Slip("{{ 1|pprint }}", "filter 'pprint' does not exist; write tojson(indent=2)"),
      Slip("{{ 1|shuot }}", "filter 'shuot' does not exist; did you mean 'shout'?"),
      Slip("{{ [1]|map('shuot') }}", "filter 'shuot' does not exist; did you mean 'shout'?"),
    ])
  func filters(_ slip: Slip) {
    var extensions = Extensions()
    extensions.addFilter("shout") { (_, arguments) throws(TemplateFault) in arguments[0] }
    #expect(summary(slip.main, extensions: extensions) == slip.summary)
  }

  @Test(
    "tags are suggested; an end is that of the open tag",
    arguments: [
      Slip(
        "{% fro b in briefs %}{% endfor %}",
        "'fro' is not a tag of the language; did you mean 'for' or 'from'?"),
      Slip(
        "{% if page %}{% elsif 1 %}{% endif %}",
        "'elsif' is not a tag of the language; did you mean 'elif'?"),
      Slip(
        "{% if page %}{% end %}", "'end' is not a tag of the language; did you mean 'endif'?"),
      Slip(
        "{% for b in briefs %}{% endeach %}",
        "'endeach' is not a tag of the language; did you mean 'endfor'?"),
      Slip(
        "{% incldue 'a.html' %}", "'incldue' is not a tag of the language; did you mean 'include'?"),
      Slip("{% if 1 %}{% endfor %}", "'endfor' has no tag here that it belongs to"),
      Slip(
        "{% block title %}{% endblock content %}", "block 'title' ends here, not 'content'"),
    ])
  func tags(_ slip: Slip) {
    #expect(summary(slip.main) == slip.summary)
  }

  @Test(
    "arguments given by name are suggested",
    arguments: [
      Slip(
        "{{ page.title|truncate(lenght=3) }}",
        "filter 'truncate' has no argument 'lenght'; did you mean 'length'?"),
      Slip(
        "{{ briefs|map(atribute='title') }}",
        "filter 'map' has no argument 'atribute'; did you mean 'attribute'?"),
      Slip(
        "{{ briefs|map(attribute='title', defualt=1) }}",
        "filter 'map' has no argument 'defualt'; did you mean 'default'?"),
      Slip(
        "{{ 4 is divisibleby(numb=2) }}",
        "test 'divisibleby' has no argument 'numb'; did you mean 'num'?"),
      Slip(
        "{{ page.title.split(sepp='a') }}",
        "'split' has no argument 'sepp'; did you mean 'sep'?"),
      Slip(
        "{% from 'lib.html' import card %}{{ card(1, sise='x') }}",
        "macro 'card' has no parameter 'sise'; did you mean 'size'?"),
      Slip(
        "{% set o = {'lenght': 3} %}{{ page.title|truncate(**o) }}",
        "filter 'truncate' has no argument 'lenght'; did you mean 'length'?"),
      Slip("{{ link(hreff=1) }}", "'hreff' is not an argument; did you mean 'href'?"),
    ])
  func arguments(_ slip: Slip) {
    var extensions = Extensions()
    extensions.addFunction("link") { (_, arguments) throws(TemplateFault) in
      try arguments.check(atMost: 1, names: ["href", "title"])
      return .none
    }
    #expect(summary(slip.main, extensions: extensions) == slip.summary)
  }

  @Test(
    "blocks, templates and imported names are suggested",
    arguments: [
      Slip(
        "{% block title %}a{% endblock %}{{ self.titel() }}",
        "the template has no 'titel'; did you mean 'title'?"),
      Slip(
        "{% extends 'base.html' %}{% block contnet %}{% endblock %}",
        "block 'contnet' is in no parent, so it is never shown; did you mean 'content'?"),
      Slip(
        "{% include 'lob.html' %}", "template 'lob.html' does not exist; did you mean 'lib.html'?"),
      Slip(
        "{% include 'lo' ~ 'b.html' %}",
        "template 'lob.html' does not exist; did you mean 'lib.html'?"),
      Slip(
        "{% from 'lib.html' import crad %}{{ crad(1) }}",
        "template 'lib.html' exports no 'crad'; did you mean 'card'?"),
      Slip(
        "{% import 'lib.html' as lib %}{{ lib.crad(1) }}",
        "template 'lib.html' exports no 'crad'; did you mean 'card'?"),
      Slip(
        "{% import 'lib.html' as lib %}{{ lib._own() }}",
        "template 'lib.html' does not export '_own', as it begins with '_'"),
      Slip(
        "{% block title %}{{ super() }}{% endblock %}",
        "no parent has block 'title', so 'super' is undefined"),
      Slip("{{ super() }}", "'super' is undefined outside of a block"),
    ])
  func parts(_ slip: Slip) {
    #expect(summary(slip.main) == slip.summary)
  }

  @Test("a replacement is offered where the marked bytes are the misspelt name and nothing else")
  func fixes() {
    func fix(_ main: String) -> Diagnostic.Fix? {
      Rendering.library([("main.html", main)]).diagnostics.first?.fix
    }
    let place = SourceSpan(file: "templates/main.html", range: 5..<9)
    #expect(fix("{{ 1|rond }}") == Diagnostic.Fix(place, replacement: "round"))
    #expect(fix("{% if 1 %}{% end %}")?.replacement == "endif")
    #expect(fix("{{ 1|zzz }}") == nil)
    #expect(fix("{% fro b in briefs %}{% endfor %}") == nil)
    #expect(fix("{{ 1|random }}") == nil)
  }
}
