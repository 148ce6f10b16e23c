import GFMarkdown
package import SourceDiagnostics

/// Finds out what the links of a text mean, and where names in it become links.
///
/// Works on one text at a time and reads only what it was made with, so texts may be linked on any
/// number of threads.
package struct TextLinker: Sendable {
  private let catalog: LinkCatalog
  private let names: [LanguageTag: Names]
  private let memory: MentionMemory

  /// The names of a language.
  private struct Names: Sendable {
    let texts: [[UInt8]]
    let entities: [Int]
    let finder: NameFinder
    /// What changed since texts were searched that the memory knows.
    let change: NameChange?
  }

  /// A linker over all records, which searches texts for names that `memory` does not know.
  package init(
    catalog: LinkCatalog, languages: [LanguageTag], memory: MentionMemory = MentionMemory()
  ) {
    self.catalog = catalog
    self.memory = memory
    names = Dictionary(
      languages.map { language in
        let names = catalog.names.linkableNames(in: language)
        let texts = names.map(\.text)
        return (
          language,
          Names(
            texts: texts, entities: names.map(\.entity), finder: NameFinder(names: texts),
            change: memory.change(in: language, to: texts))
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The names that are looked for, by language.
  var linkableNames: [LanguageTag: [[UInt8]]] { names.mapValues(\.texts) }

  /// What to know of a text besides its body.
  package struct Request: Sendable {
    package var file: String
    package var language: LanguageTag
    package var autolink: AutolinkMode
    /// The claims that `[^id]` may cite.
    package var claims: [String] = []
    /// The entity whose profile this is; it is not linked to itself.
    package var subject: Int?

    package init(file: String, language: LanguageTag, autolink: AutolinkMode) {
      self.file = file
      self.language = language
      self.autolink = autolink
    }
  }

  /// The links of `body`, with what cannot be resolved reported.
  package func link(
    _ body: TextBody, _ request: Request, diagnostics: inout [Diagnostic]
  ) -> LinkedText {
    var links: [TextLink] = []
    for link in body.wikiLinks {
      if let target = target(of: link, request, diagnostics: &diagnostics) {
        links.append(TextLink(range: link.html, kind: .mention(target)))
      }
    }
    let marked = Set(links.compactMap(\.entity))
    for link in body.siteLinks {
      if let kind = address(of: link, body, request, diagnostics: &diagnostics) {
        links.append(TextLink(range: link.html, kind: kind))
      }
    }
    for citation in body.citations {
      guard let claim = request.claims.firstIndex(of: citation.id) else {
        diagnostics.append(unknownClaim(citation, request))
        continue
      }
      links.append(TextLink(range: citation.html..<citation.html, kind: .citation(claim)))
    }
    let found = names(in: body, request)
    links += mentions(found, request, marked: marked)
    links.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var seen = Set<Int>()
    let mentions = links.compactMap(\.entity).filter { seen.insert($0).inserted }
    var text = LinkedText(
      language: request.language, file: request.file, body: body, links: links,
      mentions: mentions)
    text.found = found
    return text
  }

  /// The names that stand in a text, from memory where that knows them still.
  private func names(in body: TextBody, _ request: Request) -> FoundNames {
    guard request.autolink != .off, let names = names[request.language] else { return .none }
    if let change = names.change, let known = memory.found(in: body, request.language),
      let found = known.translated(by: change)
    {
      return found
    }
    return FoundNames(body.content, names.finder)
  }

  private func mentions(
    _ names: FoundNames, _ request: Request, marked: Set<Int>
  ) -> [TextLink] {
    guard names != .none, let entities = self.names[request.language]?.entities else { return [] }
    var linked = marked
    if let subject = request.subject { linked.insert(subject) }
    var found: [TextLink] = []
    for hit in names.hits {
      let entity = entities[hit.name]
      let isNew = linked.insert(entity).inserted
      guard isNew || (request.autolink == .all && entity != request.subject) else { continue }
      found.append(TextLink(range: hit.range, kind: .mention(.entity(entity))))
    }
    return found
  }

  private func unknownClaim(_ citation: MarkdownBody.Citation, _ request: Request) -> Diagnostic {
    Diagnostic(
      .unknownCitation,
      "'[^\(citation.id)]' is neither a claim of this brief nor a footnote"
        + Spelling.question(for: citation.id, among: request.claims),
      at: SourceSpan(file: request.file, range: citation.source), label: "no such claim",
      help: "add it to 'claims', or write a footnote '[^\(citation.id)]: …'")
  }

  private func target(
    of link: MarkdownBody.WikiLink, _ request: Request, diagnostics: inout [Diagnostic]
  ) -> LinkTarget? {
    let reference = Reference(link.target, file: request.file, range: link.source)
    for (prefix, find) in catalog.prefixes where link.target.hasPrefix(prefix) {
      return find(catalog, reference.droppingPrefix(prefix), &diagnostics)
    }
    return catalog.entity(reference, in: request.language, diagnostics: &diagnostics)
      .map { .entity($0) }
  }

  private func address(
    of link: MarkdownBody.Link, _ body: TextBody, _ request: Request,
    diagnostics: inout [Diagnostic]
  ) -> TextLink.Kind? {
    let span = SourceSpan(file: request.file, range: link.source)
    let parts = link.destination.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts.first ?? "")
    let fragment = parts.count > 1 ? String(parts[1]) : nil
    if path.isEmpty {
      if let fragment, !fragment.isEmpty, !body.anchors.contains(fragment) {
        diagnostics.append(unknownAnchor(fragment, of: body, in: request.file, at: span))
      }
      return nil
    }
    if path.hasPrefix("/") { return .address(.path(path), fragment: fragment) }
    guard let file = SourcePath.resolve(path, from: request.file) else {
      diagnostics.append(
        Diagnostic(
          .linkLeavesSite, "link '\(path)' leads out of the content folder", at: span,
          label: "goes above 'content/'"))
      return nil
    }
    if file.hasSuffix(".md") {
      if catalog.isHidden(file) {
        diagnostics.append(catalog.hidden("'\(file)'", at: span))
        return nil
      }
      guard let (target, other) = catalog.text(at: file, for: request.language) else {
        diagnostics.append(
          Diagnostic(
            .brokenLink,
            "link to '\(path)': there is no file '\(file)'" + catalog.question(forMissing: file),
            at: span, label: "no such file"))
        return nil
      }
      if let fragment, !fragment.isEmpty, !other.anchors.contains(fragment) {
        diagnostics.append(unknownAnchor(fragment, of: other, in: file, at: span))
      }
      return .address(target, fragment: fragment)
    }
    guard catalog.assets.contains(file) else {
      diagnostics.append(
        Diagnostic(
          .brokenLink,
          "\(link.kind == .image ? "image" : "link to") '\(path)': there is no file '\(file)'"
            + catalog.question(forMissing: file),
          at: span, label: "no such file"))
      return nil
    }
    return .address(.asset(file), fragment: fragment)
  }

  private func unknownAnchor(
    _ fragment: String, of body: TextBody, in file: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .brokenAnchor,
      "'\(file)' has no heading '#\(fragment)'"
        + Spelling.question(for: fragment, among: body.anchors),
      at: span, label: "no such heading")
  }
}

extension TextLink {
  /// The entity that a mention leads to.
  package var entity: Int? {
    if case .mention(.entity(let entity)) = kind { return entity }
    return nil
  }
}

extension Reference {
  func droppingPrefix(_ prefix: String) -> Reference {
    Reference(String(text.dropFirst(prefix.count)), file: file, range: range)
  }
}
