import SiteModel
import SourceDiagnostics

/// A site made from a few texts, through the real parser and resolver.
struct SmallSite {
  let site: Site
  let codes: [String]

  /// - Parameters:
  ///   - briefs: for each its day of January 2026 and the rest of its front matter.
  ///   - records: ids of entities, each with the rest of its front matter.
  init(briefs: [(day: Int, front: String)], records: [(id: String, front: String)] = []) {
    var found: [Diagnostic] = []
    let settings = SettingsReader.read(
      Array("title: Test\n".utf8), file: "brevier.yml", knownRules: [], diagnostics: &found)
    var files = [("content/topics/news.md", "---\nname: News\n---\n")]
    for (id, front) in records {
      files.append(("content/entities/\(id).md", "---\nname: \(id)\n\(front)\n---\n"))
    }
    for (place, brief) in briefs.enumerated() {
      let day = (brief.day < 10 ? "0" : "") + String(brief.day)
      files.append(
        (
          "content/briefs/b\(place).md",
          "---\ntitle: B\(place)\ndate: 2026-01-\(day)\ntopics: [news]\n\(brief.front)\n---\nText.\n"
        ))
    }
    let parser = ContentParser(settings: settings)
    let parsed = files.compactMap { path, text in
      parser.parse(path: path, bytes: Array(text.utf8), diagnostics: &found)
    }
    let day = CalendarDate(year: 2026, month: 1, day: 31) ?? .first
    site = resolve(
      parsed, settings: settings, options: ResolveOptions(asOf: day), diagnostics: &found)
    codes = found.map(\.rule.code)
  }

  func entity(_ id: String) -> Int { site.entities.firstIndex { $0.id.text == id } ?? -1 }
  func event(_ id: String) -> Int { site.events.firstIndex { $0.id.text == id } ?? -1 }
  func brief(_ id: String) -> Int { site.briefs.firstIndex { $0.id.text == id } ?? -1 }
  func names(_ places: [Int]) -> [String] { places.map { site.entities[$0].id.text } }
  func ids(_ places: [Int]) -> [String] { places.map { site.events[$0].id.text } }
}
