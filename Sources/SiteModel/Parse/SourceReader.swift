import FrontMatter
import SourceDiagnostics

/// Reads the list of sources of a brief or record.
enum SourceReader {
  /// The sources in order; those without an id are called s1, s2 … by their place.
  static func sources(_ fields: MappingReader, _ values: inout ValueReader) -> [Source] {
    var sources: [Source] = []
    for (index, node) in fields.list("sources").enumerated() {
      guard let source = source(node, default: "s\(index + 1)", fields, &values) else { continue }
      if let first = sources.first(where: { $0.id == source.id }) {
        values.diagnostics.append(
          Diagnostic(
            .duplicateLocalID, "two sources of this file are called '\(source.id)'",
            at: SourceSpan(file: values.file, range: source.range), label: "the second",
            related: [.init(SourceSpan(file: values.file, range: first.range), "the first")]))
      } else {
        sources.append(source)
      }
    }
    reportUnknownAnchors(sources.map(\.id), &values)
    return sources
  }

  /// Days of publication count from sources of the same file alone; nothing else has relative dates
  /// by then.
  private static func reportUnknownAnchors(_ ids: [String], _ values: inout ValueReader) {
    for anchor in values.anchors where !ids.contains(anchor.text) {
      values.diagnostics.append(
        Diagnostic(
          .unknownAnchor,
          "source '\(anchor.text)' is not in this file"
            + Spelling.question(for: anchor.text, among: ids),
          at: anchor.span, label: "nothing here has this id",
          help: "the ids here are: " + ids.joined(separator: ", ")))
    }
  }

  private static func source(
    _ node: Node, default id: String, _ fields: MappingReader, _ values: inout ValueReader
  ) -> Source? {
    if node.kind == .scalar {
      guard let url = values.url(node) else { return nil }
      var source = Source(id: id, range: node.range)
      source.url = Placed(url, node.range)
      return source
    }
    guard let item = fields.mapping(node, in: "sources") else { return nil }
    var source = Source(id: item.string("id") ?? id, range: node.range)
    if let place = item.node("url"), let url = values.url(place) {
      source.url = Placed(url, place.range)
    }
    source.isLocated = item.boolean("located") ?? true
    source.publisher = values.reference(item, "publisher")
    source.title = item.string("title")
    source.authors = item.strings("authors")
    source.language = item.string("lang")
    source.published = values.date(item, "published")?.value
    source.accessed = values.calendarDate(item, "accessed")
    source.kind = item.word("kind")
    source.via = values.references(item, "via")
    source.credit = item.string("credit")
    source.unnamed = item.string("unnamed")
    values.readWaivers(item, scope: node.range)
    if let archive = item.mapping("archive"), let place = archive.node("url"),
      let url = values.url(place)
    {
      source.archive = .init(url: url, taken: values.calendarDate(archive, "taken"))
    }
    if source.isLocated, source.url == nil, item.node("url") == nil {
      values.diagnostics.append(
        Diagnostic(
          .sourceWithoutURL, "source '\(source.id)' has neither 'url' nor 'located: false'",
          at: SourceSpan(file: values.file, range: node.range), label: "cannot be found",
          help: "add its address, or 'located: false' when it is cited but was never linked"))
    }
    return source
  }
}
