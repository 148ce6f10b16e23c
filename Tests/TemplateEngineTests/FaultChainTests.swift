import SourceDiagnostics
import TemplateEngine
import Testing

@Suite("The way to a fault")
struct FaultChainTests {
  /// The report of the fault that `main.html` gives.
  private func report(_ main: String, _ others: [(String, String)]) throws -> String {
    let fault = try #require(Rendering.fault(main, others))
    let sources = [("main.html", main)] + others
    return TextReport { path in
      sources.first { "templates/" + $0.0 == path }
        .map { SourceText(path: path, bytes: Array($0.1.utf8)) }
    }.text(fault.diagnostic(rendering: "briefs/one/index.html"))
  }

  @Test("a macro that a block of an included template calls is shown with each step")
  func everyStep() throws {
    let text = try report(
      "{% extends 'base.html' %}\n{% block content %}{% include 'list.html' %}{% endblock %}",
      [
        ("base.html", "<main>\n{% block content %}{% endblock %}"),
        ("list.html", "{% from 'card.html' import card %}\n{{ card({}) }}"),
        ("card.html", "{% macro card(brief) %}\n{{ brief.title }}{% endmacro %}"),
      ])
    #expect(
      text == """
        error[T003]: a map has no 'title'
          --> templates/card.html:2:10
           |
         2 | {{ brief.title }}{% endmacro %}
           |          ^^^^^
          ::: templates/list.html:2:4
           |
         2 | {{ card({}) }}
           |    ---- calls macro 'card'
          ::: templates/main.html:2:31
           |
         2 | {% block content %}{% include 'list.html' %}{% endblock %}
           |                               ----------- includes 'list.html'
          ::: templates/base.html:2:10
           |
         2 | {% block content %}{% endblock %}
           |          ------- block 'content'
          ::: templates/main.html:1:12
           |
         1 | {% extends 'base.html' %}
           |            ----------- extends 'base.html'
           = note: rendering briefs/one/index.html

        """)
  }

  private func steps(_ main: String, _ others: [(String, String)]) -> [String]? {
    Rendering.fault(main, others)?.chain.map { "\($0.path.dropFirst(10)): \($0.action)" }
  }

  @Test("inheritance over several levels names each child on the way")
  func levels() {
    let others = [
      ("base.html", "{{ nothing }}"), ("middle.html", "{% extends 'base.html' %}"),
    ]
    #expect(
      steps("{% extends 'middle.html' %}", others) == [
        "middle.html: extends 'base.html'", "main.html: extends 'middle.html'",
      ])
    #expect(
      steps("{% extends 'mid' ~ 'dle.html' %}", others) == [
        "middle.html: extends 'base.html'", "main.html: extends 'middle.html'",
      ])
  }

  @Test("an included template that extends another shows both")
  func includedChild() {
    let others = [
      ("part.html", "{% extends 'frame.html' %}"), ("frame.html", "{{ nothing }}"),
    ]
    #expect(
      steps("{% include 'part.html' %}", others) == [
        "part.html: extends 'frame.html'", "main.html: includes 'part.html'",
      ])
  }

  @Test("call blocks, imports, super and recursive loops are steps")
  func otherSteps() {
    let lib = [("lib.html", "{% macro box() %}{{ caller() }}{% endmacro %}")]
    #expect(
      steps("{% from 'lib.html' import box %}{% call box() %}{{ nothing }}{% endcall %}", lib) == [
        "lib.html: the body of a call", "main.html: calls macro 'box'",
      ])
    #expect(
      steps("{% import 'lib.html' as lib %}", [("lib.html", "{{ nothing }}")]) == [
        "main.html: imports 'lib.html'"
      ])
    #expect(
      steps(
        "{% extends 'base.html' %}{% block a %}{{ super() }}{% endblock %}",
        [("base.html", "{% block a %}{{ nothing }}{% endblock %}")]) == [
          "main.html: block 'a'", "base.html: block 'a'", "main.html: extends 'base.html'",
        ])
    #expect(
      steps(
        "{% for n in [[1]] recursive %}{% if n == 1 %}{{ nothing }}{% endif %}{{ loop(n) }}{% endfor %}",
        []) == ["main.html: a recursive loop", "main.html: a recursive loop"])
  }

  @Test("a template that could not be compiled shows who asked for it")
  func broken() {
    #expect(
      steps("{% include 'part.html' %}", [("part.html", "{% if %}")]) == [
        "main.html: asks for 'part.html'"
      ])
    #expect(steps("{% if %}", []) == [])
  }

  @Test("a tag that is not closed shows where it was opened")
  func openTag() throws {
    let library = Rendering.library([("main.html", "{% for a in b %}\n{% if a %}\n{% endfor %}")])
    let found = try #require(library.diagnostics.first)
    #expect(found.summary == "'endfor' has no tag here that it belongs to")
    #expect(found.related.map(\.label) == ["this tag waits for 'endif'"])
    #expect(found.related.map(\.span.range) == [20..<22])
  }
}
