import SiteModel
import SourceDiagnostics

/// A site made of texts, for tests of what resolving makes of them; nothing is read from the disk.
struct SiteText {
  let site: Site
  let diagnostics: [Diagnostic]

  /// The files by path, in the order in which they are to be met.
  init(_ files: [(path: String, text: String)], asOf: CalendarDate) {
    let settings = SiteSettings()
    let parser = ContentParser(settings: settings)
    var found: [Diagnostic] = []
    let parsed = files.compactMap {
      parser.parse(path: $0.path, bytes: Array($0.text.utf8), diagnostics: &found)
    }
    site = resolve(
      parsed, settings: settings, options: ResolveOptions(asOf: asOf), diagnostics: &found)
    diagnostics = found
  }

  /// The event with that id.
  func event(_ id: String) -> Event? { site.events.first { $0.id.text == id } }

  /// The value or values that an event's field has, as text.
  func values(_ id: String, _ field: String) -> [String] {
    event(id)?.folded[field]?.values.map { held in
      switch held.value {
      case .value(.quantity(let quantity)): quantity.description
      case .value(.date(let date)): date.description
      default: held.value.foldText
      }
    } ?? []
  }

  /// What every site of these tests has: a topic, and a company or two.
  static let records: [(path: String, text: String)] = [
    ("content/topics/news.md", "---\nname: News\n---\n"),
    ("content/entities/company/acme.md", "---\nname: Acme\n---\n"),
    ("content/entities/company/globex.md", "---\nname: Globex\n---\n"),
  ]

  /// A brief with the given lines below `events:`, and its sources, one on a line.
  static func brief(
    _ name: String, _ date: String, sources: [String] = ["https://example.org/a"],
    events: String
  ) -> (path: String, text: String) {
    let lines = sources.map { "  - \($0)\n" }.joined()
    return (
      "content/briefs/\(name).md",
      """
      ---
      title: \(name)
      date: \(date)
      topics: [news]
      sources:
      \(lines)events:
      \(events)
      ---
      Text.
      """
    )
  }
}
