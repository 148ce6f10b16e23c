import SourceDiagnostics
import TemplateEngine

/// Shows the template engine alone: templates from memory, records with facets, a filter and a
/// function of one's own, a fault with its frame, and what a page read.
@main
struct TemplateExample {
  static func main() {
    print(run(), terminator: "")
  }

  /// The templates: a name by which others call each, and a path for messages.
  static let sources = [
    template("base.html", "<title>{% block title %}{% endblock %}</title>\n"),
    template(
      "list.html",
      """
      {% extends "base.html" %}
      {% block title %}{{ briefs | length }} briefs{% endblock %}
      """),
    template(
      "brief.html",
      """
      {% extends "base.html" %}
      {% block title %}{{ brief.title | shout }} – {{ link(brief) }}{% endblock %}
      """),
    template(
      "broken.html",
      """
      {% extends "base.html" %}
      {% block title %}{{ brief.titel }}{% endblock %}
      """),
  ]

  static func template(_ name: String, _ text: String) -> TemplateSource {
    TemplateSource(name: name, path: "templates/" + name, text: Array(text.utf8))
  }

  /// What templates may call besides the language's own filters and functions.
  static let extensions: Extensions = {
    var extensions = Extensions()
    extensions.addFilter("shout") { (context, arguments) throws(TemplateFault) in
      try arguments.check(atMost: 2, names: ["times"])
      let times = arguments.value(1, "times")?.asInt ?? 1
      let text = try context.text(of: arguments[0])
      return context.arena.string(text.uppercased() + String(repeating: "!", count: times))
    }
    extensions.addFunction("link") { (context, arguments) throws(TemplateFault) in
      guard let url = context.attribute("url", of: arguments[0]).asString else {
        throw TemplateFault(.type, "link takes a record with a url")
      }
      // A safe string is HTML already, and is not escaped when it is printed.
      return context.arena.safeString("<a href=\"\(url)\">more</a>")
    }
    return extensions
  }()

  /// The fields of a brief. Those of one facet change together: a list that shows titles need not be
  /// made again when a body changes.
  static let briefShape = RecordShape(
    "brief", [.init("title", facet: 0), .init("url", facet: 0), .init("body", facet: 1)])

  /// Loads, renders and reports; what it did, as text.
  static func run() -> String {
    let library = TemplateLibrary(sources, extensions: extensions)
    var said = ""

    // Data is made once, frozen, and then read by any number of renderers on any threads.
    let arena = ValueArena()
    let briefs = ["A & B merge", "C raises money"].enumerated().map { number, title in
      arena.record(
        briefShape,
        [arena.string(title), arena.string("/briefs/\(number)/"), arena.safeString("<p>…</p>")],
        id: RecordID(UInt32(number)))
    }
    let context = arena.map([
      ("brief", briefs[0]), ("briefs", arena.list(briefs, query: QueryID(7))),
    ])
    arena.freeze()

    // A renderer belongs to one thread, and keeps its memory from page to page.
    let renderer = TemplateRenderer(library)
    let reads = ReadLog()
    for name in ["list.html", "brief.html", "broken.html"] {
      guard let template = library.template(named: name) else { continue }
      said += "== \(name)\n"
      renderer.beginPage()
      reads.reset()
      do throws(TemplateFault) {
        try renderer.render(template, context: context, reads: reads)
        said += String(decoding: renderer.output, as: UTF8.self)
      } catch {
        said += report(error.diagnostic(rendering: "briefs/0/index.html"))
      }
      let facets = reads.records.map { "record \($0.record.rawValue) facets \($0.facets)" }
      let queries = reads.queries.map { "query \($0.rawValue)" }
      let read = (facets + queries).joined(separator: ", ")
      said += "read: \(read.isEmpty ? "nothing" : read)\n"
    }
    return said
  }

  /// A finding as a person reads it, with the line at fault.
  static func report(_ finding: Diagnostic) -> String {
    TextReport { path in
      sources.first { $0.path == path }.map { SourceText(path: path, bytes: $0.text) }
    }.text(finding)
  }
}
