import FrontMatter
import SiteModel
import SourceDiagnostics

extension Scaffold {
  /// The translation of a brief that is there: its title, its summary and its text, to be replaced
  /// by their translation.
  ///
  /// - Parameters:
  ///   - reference: the brief's id, the path of its file, or its title.
  ///   - language: the language that it is translated to.
  package static func translation(
    of reference: String, to language: String, in site: SiteSurvey
  ) throws(Refusal) -> File {
    guard LanguageTag.isTag(language), site.languages.contains(LanguageTag(language)) else {
      let known = site.languages.map(\.text)
      throw Refusal(
        "'\(language)' is not a language of the site"
          + Spelling.question(for: language, among: known),
        help: "add it to 'languages' in brevier.yml; there are: \(known.joined(separator: ", "))")
    }
    if language == site.languages.first?.text {
      throw Refusal("'\(language)' is the language that briefs are first written in")
    }
    guard
      let original = site.path(ofBrief: reference) ?? site.path(ofBrief: Slug.make(reference).text),
      let source = site.text(of: original)
    else {
      let ids = site.briefs.map(\.id)
      throw Refusal(
        "there is no brief '\(reference)'" + Spelling.question(for: reference, among: ids),
        help: "name it by its id, which is its file's name without '.md'")
    }
    let path = original.dropLast(3) + ".\(language).md"
    if site.paths.contains(String(path)) { throw Refusal("'\(path)' exists already") }
    return File(path: String(path), text: translated(source, language))
  }

  private static func translated(_ source: SourceText, _ language: String) -> String {
    var ignored: [Diagnostic] = []
    let split = FrontMatter.split(source.bytes, file: source.path, diagnostics: &ignored)
    let fields = split.header.flatMap { header in
      FrontMatterDocument.parse(
        source.bytes, range: header, file: source.path, diagnostics: &ignored)
    }
    func value(_ name: String) -> String? {
      guard let node = fields?.root[name], node.kind == .scalar, !node.isNull else { return nil }
      return node.text
    }
    var lines = [
      "---",
      "# Translate what stands here; everything else is the original's:",
      "# topics, sources, claims and events are not repeated",
      "title: \(YAMLText.scalar(value("title") ?? ""))",
    ]
    if let summary = value("summary") { lines.append("summary: \(YAMLText.scalar(summary))") }
    if let why = value("why") { lines.append("why: \(YAMLText.scalar(why))") }
    let body = String(decoding: source.bytes[split.bodyStart...], as: UTF8.self)
    return lines.joined(separator: "\n") + "\n---\n" + body
  }
}
