import SourceDiagnostics
import TemplateEngine
import Testing

@Suite("Blocks that no parent has")
struct UnusedBlockTests {
  /// What is warned of, each with its file, when `templates` are loaded.
  private func warnings(_ templates: (String, String)...) -> [String] {
    Rendering.library(templates).diagnostics.map {
      "\($0.span?.file.dropFirst(10) ?? ""): \($0.rule.code) \($0.summary)"
    }
  }

  private let base = (
    "base.html", "{% block content %}{% block inner %}{% endblock %}{% endblock %}"
  )

  @Test("over several levels each template is held against all that it extends")
  func levels() {
    let found = warnings(
      base,
      (
        "middle.html",
        "{% extends 'base.html' %}{% block content %}{% block side %}{% endblock %}{% endblock %}"
      ),
      (
        "good.html",
        "{% extends 'middle.html' %}{% block side %}{% endblock %}{% block inner %}{% endblock %}"
      ),
      ("bad.html", "{% extends 'middle.html' %}{% block sied %}{% endblock %}"))
    #expect(
      found == [
        "bad.html: T008 block 'sied' is in no parent, so it is never shown; did you mean 'side'?"
      ])
  }

  @Test("a block of a template in the middle that its own parent lacks is warned of there, once")
  func middle() {
    let found = warnings(
      base, ("middle.html", "{% extends 'base.html' %}{% block extra %}{% endblock %}"),
      ("child.html", "{% extends 'middle.html' %}{% block extra %}{% endblock %}"))
    #expect(found == ["middle.html: T008 block 'extra' is in no parent, so it is never shown"])
  }

  @Test("a block that only an included template has stays that template's, and the note says so")
  func included() throws {
    let library = Rendering.library([
      ("base.html", "{% include 'foot.html' %}{% block content %}{% endblock %}"),
      ("foot.html", "{% block foot %}{% endblock %}"),
      ("child.html", "{% extends 'base.html' %}{% block foot %}{% endblock %}"),
    ])
    let found = try #require(library.diagnostics.first)
    #expect(library.diagnostics.count == 1)
    #expect(found.span?.file == "templates/child.html")
    #expect(
      found.notes == [
        "'foot.html' has this block, but what is included or imported keeps its own blocks"
      ])
  }

  @Test(
    "where the parents are not sure there is no warning",
    arguments: [
      "{% extends layout %}{% block x %}{% endblock %}",
      "{% extends 'base' ~ '.html' %}{% block x %}{% endblock %}",
      "{% if page %}{% extends 'base.html' %}{% endif %}{% block x %}{% endblock %}",
      "{% extends 'base.html' if page else 'other.html' %}{% block x %}{% endblock %}",
      "{% extends 'child.html' %}{% block x %}{% endblock %}",
      "{% block x %}{% endblock %}",
    ])
  func unsure(child: String) {
    #expect(
      warnings(base, ("child.html", child), ("other.html", "")).allSatisfy { !$0.contains("T008") })
  }

  @Test(
    "what is shown in another way is no mistake",
    arguments: [
      // A block inside of one that the parent has is new and shown with it.
      "{% block content %}{% block new %}{% endblock %}{% endblock %}",
      // Blocks are values of 'self'.
      "{% block content %}{{ self.new() }}{% endblock %}{% block new %}{% endblock %}",
      "{% block content %}{{ self['new']() }}{% endblock %}{% block new %}{% endblock %}",
      // In a scope of its own a block prints where it stands.
      "{% set text %}{% block new %}{% endblock %}{% endset %}",
      "{% macro m() %}{% block new %}{% endblock %}{% endmacro %}",
    ])
  func shownOtherwise(child: String) {
    #expect(warnings(base, ("child.html", "{% extends 'base.html' %}" + child)) == [])
  }

  @Test("a parent may ask for a block that only children have")
  func parentAsks() {
    let found = warnings(
      ("base.html", "{% if self.extra is defined %}{{ self.extra() }}{% endif %}"),
      ("child.html", "{% extends 'base.html' %}{% block extra %}{% endblock %}"))
    #expect(found == [])
  }
}
