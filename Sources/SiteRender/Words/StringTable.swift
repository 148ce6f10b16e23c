import FrontMatter
package import SiteModel
package import SourceDiagnostics

/// The interface strings of one language as its file `templates/locales/LANG.yml` says them.
///
/// Groups are flattened: `nav: {home: …}` is the key `nav.home`; the items of a list are numbered
/// from 1 (`date.months.1`). A mapping with one of CLDR's plural categories as a key is a set of
/// plural forms.
package struct StringTable: Sendable {
  /// The language.
  package let language: LanguageTag
  /// The file, for messages.
  package let file: String
  /// The texts by key.
  private(set) var texts: [String: Text] = [:]

  /// One text with its forms.
  struct Text: Sendable, Hashable {
    var other: StringPattern
    var forms: [PluralCategory: StringPattern] = [:]
  }

  /// An empty table.
  package init(language: LanguageTag, file: String) {
    self.language = language
    self.file = file
  }

  /// Reads a file; mistakes are reported and what can be used is kept.
  package static func read(
    _ bytes: [UInt8], file: String, language: LanguageTag, diagnostics: inout [Diagnostic]
  ) -> StringTable {
    var table = StringTable(language: language, file: file)
    guard
      let document = FrontMatterDocument.parse(
        bytes, range: 0..<bytes.count, file: file, limits: .file, diagnostics: &diagnostics)
    else { return table }
    let root = document.root
    if root.kind == .mapping {
      table.add(root, diagnostics: &diagnostics)
    } else if !root.isNull {
      diagnostics.append(
        Diagnostic(
          .localeNotMapping, "a table of words is a mapping of keys", at: root.span,
          label: "not a mapping", help: "write 'nav:' and below it '  home: Front page'"))
    }
    return table
  }

  /// The keys, sorted.
  package var keys: [String] {
    texts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Sets a text without plural forms, as built-in tables do.
  mutating func set(_ key: String, _ text: String) { texts[key] = Text(other: StringPattern(text)) }

  /// Sets a text with a form for `one`.
  mutating func set(_ key: String, one: String, other: String) {
    texts[key] = Text(other: StringPattern(other), forms: [.one: StringPattern(one)])
  }

  // MARK: - Reading

  private mutating func add(_ root: Node, diagnostics: inout [Diagnostic]) {
    var open: [(prefix: String, node: Node)] = [("", root)]
    while let (prefix, node) = open.popLast() {
      for (name, value) in Self.children(of: node) {
        let key = prefix.isEmpty ? name : prefix + "." + name
        switch value.kind {
        case .scalar where value.isNull:
          diagnostics.append(
            Diagnostic(
              .wordNotText, "'\(key)' has no text", at: value.span, label: "nothing here",
              help: "write the text, or \"\" for an empty one"))
        case .scalar: insert(Text(other: StringPattern(value.text)), key)
        case .mapping where Self.isPlural(value): addPlural(key, value, &diagnostics)
        case .mapping, .sequence: open.append((key, value))
        }
      }
    }
  }

  private static func children(of node: Node) -> [(String, Node)] {
    node.kind == .mapping
      ? node.entries.map { ($0.key.text, $0.value) }
      : node.items.enumerated().map { (String($0.offset + 1), $0.element) }
  }

  private static func isPlural(_ node: Node) -> Bool {
    node.entries.contains { PluralCategory(rawValue: $0.key.text) != nil }
  }

  private mutating func addPlural(
    _ key: String, _ node: Node, _ diagnostics: inout [Diagnostic]
  ) {
    var forms: [PluralCategory: StringPattern] = [:]
    for (name, value) in node.entries {
      guard let category = PluralCategory(rawValue: name.text) else {
        diagnostics.append(
          Diagnostic(
            .unknownPlural,
            "'\(name.text)' is not a plural form"
              + Spelling.question(for: name.text, among: PluralCategory.allCases.map(\.rawValue)),
            at: name.span, label: "stands among the plural forms of '\(key)'"))
        continue
      }
      guard value.kind == .scalar, !value.isNull else {
        diagnostics.append(
          Diagnostic(
            .wordNotText, "the form '\(name.text)' of '\(key)' is not a text", at: value.span,
            label: value.kind == .scalar ? "nothing here" : "not a text"))
        continue
      }
      if forms[category] == nil { forms[category] = StringPattern(value.text) }
    }
    guard let other = forms.removeValue(forKey: .other) else {
      if node["other"] == nil {
        diagnostics.append(
          Diagnostic(
            .pluralWithoutOther, "the plural forms of '\(key)' lack 'other'", at: node.span,
            label: "no form for all other numbers", help: "add 'other: …'"))
      }
      return
    }
    insert(Text(other: other, forms: forms), key)
  }

  /// Of two texts with one key, which is a mistake that the YAML reader reports, the first counts.
  private mutating func insert(_ text: Text, _ key: String) {
    if texts[key] == nil { texts[key] = text }
  }
}
