import TemplateEngine
import Testing

@Suite("Fields that are made when they are read")
struct FieldSourceTests {
  private static let shape = RecordShape("brief", ["title", "count", "none", "missing"])

  /// Notes which fields it was asked for.
  private final class Source: FieldSource {
    private(set) var asked: [String] = []
    private let arena: ValueArena
    init(_ arena: ValueArena) { self.arena = arena }

    override func value(ofField field: Int, of subject: Int) -> Value {
      asked.append("\(subject).\(FieldSourceTests.shape.fields[field].name)")
      return switch field {
      case 0: arena.string("<\(subject)>")
      case 1: .int(subject * 10)
      case 2: .none
      default: .undefined
      }
    }
  }

  /// What a template prints of two records, and which fields it had made.
  private func render(_ main: String) throws -> (text: String, asked: [String]) {
    let library = Rendering.library([("main.html", main)])
    let renderer = TemplateRenderer(library)
    let template = try #require(library.template(named: "main.html"))
    renderer.beginPage()
    let source = Source(renderer.arena)
    let records = (1...2).map { renderer.arena.record(Self.shape, from: source, subject: $0) }
    let context = renderer.arena.map([
      ("a", records[0]), ("b", records[1]), ("all", renderer.arena.list(records)),
    ])
    try renderer.render(template, context: context)
    return (String(decoding: renderer.output, as: UTF8.self), source.asked)
  }

  @Test(
    "each is made once, and only when something looks at it",
    arguments: [
      ("nothing", "nothing", ""),
      ("{{ a.title }}{{ a.title }}", "&lt;1&gt;&lt;1&gt;", "1.title"),
      ("{% for r in all %}{{ r.count }} {% endfor %}", "10 20 ", "1.count 2.count"),
      ("{{ all|map(attribute='count')|sum }}", "30", "1.count 2.count"),
      ("{{ b['count'] }}", "20", "2.count"),
      ("{{ 'yes' if a }}", "yes", ""),
      ("{{ a.none is none }}", "True", "1.none"),
      ("{{ a.missing is defined }}{{ a.missing is defined }}", "FalseFalse", "1.missing"),
      ("{{ a.other is defined }}", "False", ""),
      ("{{ a|length }}", "3", "1.title 1.count 1.none 1.missing"),
      (
        "{{ a|tojson }}", #"{"title": "\u003c1\u003e", "count": 10, "none": null}"#,
        "1.title 1.count 1.none 1.missing"
      ),
      (
        "{% for key, value in a|items %}{{ key }} {% endfor %}", "title count none ",
        "1.title 1.count 1.none 1.missing"
      ),
      (
        "{{ a.count }}{{ a == b }}", "10False",
        "1.count 1.title 1.none 1.missing 2.title 2.count 2.none 2.missing"
      ),
    ])
  func made(main: String, text: String, asked: String) throws {
    let made = try render(main)
    #expect(made.text == text)
    #expect(made.asked.joined(separator: " ") == asked)
  }

  @Test("a context whose variables wait is a page's context like any other")
  func context() throws {
    let library = Rendering.library([("main.html", "{{ title }}{{ count }}")])
    let renderer = TemplateRenderer(library)
    let template = try #require(library.template(named: "main.html"))
    let source = Source(renderer.arena)
    try renderer.render(
      template, context: renderer.arena.record(Self.shape, from: source, subject: 3))
    #expect(String(decoding: renderer.output, as: UTF8.self) == "&lt;3&gt;30")
  }

  @Test("Swift reads them by name, by number and all together")
  func fromSwift() {
    let arena = ValueArena()
    let source = Source(arena)
    let record = arena.record(Self.shape, from: source, subject: 4)
    #expect(record["count"]?.asInt == 40)
    #expect(record[field: 0]?.asString == "<4>")
    #expect(record[field: 3] == nil && record[field: 4] == nil)
    #expect(source.asked == ["4.count", "4.title", "4.missing"])
    #expect(record.asEntries?.map(\.key) == ["title", "count", "none"])
  }

  @Test("their source is kept as long as the page, and let go with it")
  func lifetime() throws {
    let renderer = TemplateRenderer(Rendering.library([]))
    weak var known: Source?
    let record: Value = {
      let source = Source(renderer.arena)
      known = source
      return renderer.arena.record(Self.shape, from: source, subject: 5)
    }()
    #expect(record["count"]?.asInt == 50)
    #expect(known != nil)
    renderer.endPage()
    #expect(known == nil)
  }

  @Test("an arena with such a record cannot be frozen, since threads would share it")
  func frozen() async {
    await #expect(processExitsWith: .failure) {
      let arena = ValueArena()
      _ = arena.record(Self.shape, from: Source(arena))
      arena.freeze()
    }
  }
}
