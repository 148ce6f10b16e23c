import TemplateEngine
import Testing

@Suite("What a render read")
struct ReadLogTests {
  private static let shape = RecordShape(
    "brief",
    [.init("title", facet: 0), .init("body", facet: 1), .init("topics", facet: 2)])

  /// Gives fields that are ready, when they are asked for.
  private final class Shelf: FieldSource {
    let records: [[Value]]
    init(_ records: [[Value]]) { self.records = records }
    override func value(ofField field: Int, of subject: Int) -> Value { records[subject][field] }
  }

  private func reads(
    of main: String, _ others: [(String, String)] = [], areWaiting: Bool = false
  ) throws -> ReadLog {
    let library = Rendering.library([("main.html", main)] + others)
    let renderer = TemplateRenderer(library)
    let arena = renderer.arena
    let topics = arena.list([arena.string("chips")], query: QueryID(7))
    let fields = (0..<3).map { n in
      [arena.string("t\(n)"), arena.safeString("<p>b</p>"), topics]
    }
    let shelf = Shelf(fields)
    let briefs = fields.indices.map { n in
      areWaiting
        ? arena.record(Self.shape, from: shelf, subject: n, id: RecordID(UInt32(n + 10)))
        : arena.record(Self.shape, fields[n], id: RecordID(UInt32(n + 10)))
    }
    let context = arena.map([
      ("brief", briefs[0]), ("all", arena.list(briefs, query: QueryID(3))),
      ("other", arena.list([], query: QueryID(4))),
    ])
    let log = ReadLog()
    let template = try #require(library.template(named: "main.html"))
    try renderer.render(template, context: context, reads: log)
    return log
  }

  private func text(_ log: ReadLog) -> String {
    log.records.map { "\($0.record.rawValue):\($0.facets)" }.joined(separator: " ") + "|"
      + log.queries.map { "\($0.rawValue)" }.joined(separator: " ")
  }

  @Test(
    "only what was touched is recorded",
    arguments: [
      ("{{ brief.title }}", "10:1|"),
      ("{{ brief.body }}", "10:2|"),
      ("{% for b in all %}{{ b.title }}{% endfor %}", "10:1 11:1 12:1|3"),
      ("{{ brief.topics|length }}", "10:4|7"),
      ("{% if false %}{{ brief.title }}{% endif %}nothing", "|"),
      ("{{ brief.nothing is defined }}", "|"),
      ("{{ all|map(attribute='title')|join }}", "10:1 11:1 12:1|3"),
      ("{{ all[1].title }}", "11:1|3"),
      ("{{ brief['body'] }}", "10:2|"),
      ("{{ brief|tojson|length }}", "10:7|7"),
      ("{{ other|length }}", "|4"),
      ("{% for k in brief %}{% endfor %}", "10:7|7"),
      ("{% include 'part.html' %}", "10:1|"),
      ("{{ all[0] == all[1] }}", "10:7 11:7|3 7"),
      ("{{ [all[0]] == [all[2]] }}", "10:7 12:7|3 7"),
      ("{{ all[2] in [brief] }}", "10:7 12:7|3 7"),
      ("{% for n in [1] %}{{ loop.changed(brief) }}{% endfor %}", "10:7|7"),
    ])
  func touched(main: String, expected: String) throws {
    let others = [("part.html", "{{ brief.title }}")]
    #expect(text(try reads(of: main, others)) == expected)
    #expect(text(try reads(of: main, others, areWaiting: true)) == expected)
  }

  @Test("a log is empty again after reset")
  func reset() throws {
    let log = try reads(of: "{{ brief.title }}{{ all|length }}")
    log.reset()
    #expect(log.records.isEmpty)
    #expect(log.queries.isEmpty)
  }
}
