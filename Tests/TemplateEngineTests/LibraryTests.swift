import SourceDiagnostics
import TemplateEngine
import Testing

@Suite("Libraries, extensions, faults")
struct LibraryTests {
  @Test("all mistakes of all templates are reported in one go")
  func allMistakes() {
    let library = Rendering.library([
      ("a.html", "{{ x|slgify }}{{ y is od }}"), ("b.html", "{% if %}"),
      ("c.html", "{% include 'bas.html' %}{% extends 'base.html' %}"), ("base.html", ""),
    ])
    let found = library.diagnostics.map { "\($0.span?.file ?? "") \($0.rule.code) \($0.summary)" }
    #expect(
      found == [
        "templates/a.html T002 filter 'slgify' does not exist; did you mean 'slugify'?",
        "templates/a.html T002 test 'od' does not exist; did you mean 'odd'?",
        "templates/b.html T001 an expression is expected here, not the end of the tag",
        "templates/c.html T006 template 'bas.html' does not exist; did you mean 'base.html', 'a.html' or 'b.html'?",
      ])
  }

  @Test("only a namespace's attributes can be set, whatever else stands there, as in Jinja2")
  func attributesOfOthers() throws {
    for main in ["{% set ns.x = 1 %}", "{% set ns = {'x': 0} %}{% set ns.x = 1 %}"] {
      let fault = try #require(Rendering.fault(main))
      #expect(fault.kind == .runtime, "\(main)")
    }
    #expect(try Rendering.text("{% set n = namespace() %}{% set n.x = 1 %}{{ n.x }}") == "1")
  }

  @Test("an include that may be missing is no mistake")
  func ignoredMissing() throws {
    let library = Rendering.library([("a.html", "x{% include 'no.html' ignore missing %}")])
    #expect(library.diagnostics.isEmpty)
  }

  @Test("a child's block that no parent has is a warning")
  func unusedBlock() {
    let library = Rendering.library([
      ("base.html", "{% block content %}{% endblock %}"),
      ("page.html", "{% extends 'base.html' %}{% block contents %}{% endblock %}"),
      (
        "fine.html",
        "{% extends 'base.html' %}{% block content %}{% block in %}{% endblock %}{% endblock %}"
      ),
    ])
    let found = library.diagnostics.map { "\($0.span?.file ?? "") \($0.rule.code) \($0.severity)" }
    #expect(found == ["templates/page.html T008 warning"])
  }

  @Test("a fault names its place, the way there, and what may have been meant")
  func chain() throws {
    let fault = try #require(
      Rendering.fault(
        "{% import 'lib.html' as lib %}\n{{ lib.card({'title': 1}) }}",
        [("lib.html", "{% macro card(post) %}\n{{ post.titel }}{% endmacro %}")]))
    #expect(fault.kind == .undefined)
    #expect(fault.template == "lib.html")
    #expect(fault.message == "a map has no 'titel'")
    #expect(fault.suggestions == ["title"])
    #expect(fault.chain.map(\.action) == ["calls macro 'card'"])
    let shown = fault.diagnostic(rendering: "content/a.md")
    #expect(shown.rule.code == "T003")
    #expect(shown.summary == "a map has no 'titel'; did you mean 'title'?")
    #expect(shown.notes == ["rendering content/a.md"])
    #expect(shown.span == SourceSpan(file: "templates/lib.html", range: 31..<36))
  }

  @Test("dependencies are what a template may use, and the digest follows them")
  func dependencies() throws {
    func library(_ part: String) -> TemplateLibrary {
      Rendering.library([
        ("base.html", "{% block x %}{% endblock %}"), ("part.html", part), ("alone.html", "a"),
        (
          "page.html",
          "{% extends 'base.html' %}{% block x %}{% include 'part.html' %}{% endblock %}"
        ),
        ("any.html", "{% include name %}"),
      ])
    }
    let first = library("one")
    let page = try #require(first.template(named: "page.html"))
    #expect(first.dependencies(of: page) == ["page.html", "base.html", "part.html"])
    let any = try #require(first.template(named: "any.html"))
    #expect(first.dependencies(of: any).count == 5)
    let second = library("two")
    let alone = try #require(first.template(named: "alone.html"))
    #expect(first.digest(of: page) != second.digest(of: page))
    #expect(first.digest(of: alone) == second.digest(of: alone))
    #expect(first.digest(of: page) == library("one").digest(of: page))
  }

  @Test("a site's filters, tests, functions and values are part of the language")
  func extensions() throws {
    var extensions = Extensions()
    extensions.addFilter("shout") { (context, arguments) throws(TemplateFault) in
      try arguments.check(atMost: 2, names: ["times"])
      let times = arguments.value(1, "times")?.asInt ?? 1
      let text = try context.text(of: arguments[0])
      return context.arena.string(text + String(repeating: "!", count: times))
    }
    extensions.addFunction("link") { (context, arguments) throws(TemplateFault) in
      guard let title = context.attribute("title", of: arguments[0]).asString else {
        throw TemplateFault(.type, "link needs a record with a title")
      }
      return context.arena.safeString("<a>\(title) \(context.variable("lang").asString ?? "")</a>")
    }
    extensions.addTest("long") { (context, arguments) throws(TemplateFault) in
      (arguments[0].asString?.utf8.count ?? 0) > 3
    }
    extensions.addGlobal("version", .int(7))
    let text = try Rendering.text(
      """
      {{ 'a<'|shout }}{{ 'b'|shout(times=2) }} {{ link({'title': 'T'}) }} \
      {{ 'four' is long }} {{ version }} {{ ['x', 'four']|select('long')|map('shout', 3)|join }}
      """, extensions: extensions
    ) { arena in arena.map([("lang", arena.string("fr"))]) }
    #expect(text == "a&lt;!b!! <a>T fr</a> True 7 four!!!")
  }

  @Test("a site function's fault is shown at its call")
  func extensionFault() throws {
    var extensions = Extensions()
    extensions.addFunction("fail") { (_, _) throws(TemplateFault) in
      throw TemplateFault(.value, "no such page")
    }
    let library = Rendering.library([("main.html", "a\n  {{ fail(1) }}")], extensions: extensions)
    let renderer = TemplateRenderer(library)
    let template = try #require(library.template(named: "main.html"))
    #expect {
      try renderer.render(template, context: .undefined)
    } throws: { error in
      guard let fault = error as? TemplateFault else { return false }
      return fault.kind == .value && fault.range == 7..<11 && fault.message == "no such page"
    }
  }

  @Test("after a fault the output is as it was, and the renderer goes on")
  func faultKeepsOutput() throws {
    let library = Rendering.library([("good.html", "good"), ("bad.html", "start {{ nope }}")])
    let renderer = TemplateRenderer(library)
    let good = try #require(library.template(named: "good.html"))
    let bad = try #require(library.template(named: "bad.html"))
    try renderer.render(good, context: .undefined)
    #expect(throws: TemplateFault.self) { try renderer.render(bad, context: .undefined) }
    try renderer.render(good, context: .undefined)
    #expect(renderer.output == Array("goodgood".utf8))
  }

  @Test(
    "escaping follows the name",
    arguments: [
      ("a.html", true), ("a.htm", true), ("feed.xml", true), ("a.html.j2", true), ("a.txt", false),
      ("a.j2", false), ("html", false), ("A.HTML.jinja", true),
    ])
  func escapingByName(name: String, escapes: Bool) {
    #expect(TemplateOptions.escapesByName(name) == escapes)
  }

  @Test("each rule has a code of its own and an explanation with examples")
  func rules() {
    let rules = DiagnosticRule.templateRules
    #expect(Set(rules.map(\.code)).count == rules.count)
    for rule in rules {
      #expect(rule.code.hasPrefix("T"))
      #expect(rule.explanation.contains("\n    "), "\(rule.code) has no example")
    }
  }

  @Test(
    "nesting without end is a fault, not a crash",
    arguments: [
      "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
      "{% include 'main.html' %}",
      "{% set ns = namespace() %}{% set ns.me = ns %}{{ ns }}",
      "{% set ns = namespace(l=[]) %}{% for i in range(5000) %}{% set ns.l = [ns.l] %}{% endfor %}{{ ns.l }}",
    ])
  func endless(main: String) {
    #expect(Rendering.fault(main)?.kind == .runtime)
  }

  @Test(
    "work without end is a fault",
    arguments: [
      "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
      "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
      "{% for a in range(100000) %}{{ 'x' * 1000000 }}{% endfor %}",
      "{% for a in range(100000) %}{% set s = 'x' * 1000000 %}{% endfor %}",
    ])
  func exhausting(main: String) throws {
    let library = Rendering.library([("main.html", main)])
    let renderer = TemplateRenderer(library)
    renderer.limits.work = 20_000
    renderer.limits.output = 4 << 20
    renderer.limits.memory = 8 << 20
    let template = try #require(library.template(named: "main.html"))
    do throws(TemplateFault) {
      try renderer.render(template, context: .undefined)
      Issue.record("it came to its end")
    } catch {
      #expect(error.kind == .runtime)
    }
  }

  @Test(
    "brackets and tags deeper than the limit are a syntax fault",
    arguments: [
      "{{ " + String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300) + " }}",
      String(repeating: "{% if true %}", count: 300) + String(repeating: "{% endif %}", count: 300),
    ])
  func tooDeep(main: String) {
    #expect(Rendering.fault(main)?.kind == .syntax)
  }

  @Test("a parameter's standard value reads what a name means outside, though the body sets it")
  func standardValues() throws {
    let main = "{% macro m(p=a) %}{{ p }}{% set a = 9 %}{{ a }}{% endmacro %}{{ m() }} {{ m(4) }}"
    #expect(try Rendering.text(main) { $0.map([("a", .int(3))]) } == "39 49")
  }

  @Test("a macro that sets a name reads first what the name means around it")
  func outerVariables() throws {
    let macro = "{% macro m(p, q) %}{% set a = a + 1 %}{{ a }}{{ p }}{{ q }}{% endmacro %}"
    #expect(try Rendering.text("{% set a = 3 %}\(macro){{ m(7, 8) }}{{ a }}") == "4783")
    #expect(Rendering.fault("{% set a = none_such %}\(macro){{ m(7, 8) }}")?.kind == .undefined)
    let nested =
      "{% for a in [5] %}{% call t() %}{% set a = a + 1 %}{{ a }}{% endcall %}{% endfor %}"
    let caller = "{% macro t() %}{% set x = 1 %}{{ caller() }}{% endmacro %}"
    #expect(try Rendering.text(caller + nested) == "6")
  }

  @Test("a safe string joined inside a computed autoescape is plain, as in Jinja2")
  func joinedWhereEscapingIsComputed() throws {
    let join = "{% set u = '<u>'|safe %}{% autoescape t %}{{ u ~ '<' }}{{ u }}{% endautoescape %}"
    #expect(try Rendering.text(join) { $0.map([("t", .bool(true))]) } == "&lt;u&gt;&lt;<u>")
    #expect(try Rendering.text(join) { $0.map([("t", .bool(false))]) } == "<u><<u>")
  }

  @Test("more variables than an instruction can name are a syntax fault")
  func tooManyVariables() {
    let sets = (0..<65_100).map { "{% set v\($0) = 1 %}" }.joined()
    #expect(Rendering.fault(sets + "{% include 'part' %}", [("part", "")])?.kind == .syntax)
    let fewer = (0..<300).map { "{% set v\($0) = \($0) %}" }.joined()
    #expect(Rendering.fault(fewer + "{{ v299 }}") == nil)
  }

  @Test("long chains of operators are no nesting")
  func longChains() throws {
    let sum = (0..<5000).map { _ in "1" }.joined(separator: " + ")
    let not = String(repeating: "not ", count: 5000)
    #expect(try Rendering.text("{{ \(sum) }} {{ \(not)true }}") == "5000 True")
  }
}
