internal import SourceDiagnostics

/// Knows every name of every entity, and what a name means in a language.
///
/// A reference is an id, a name or an alias. Exact spelling wins over folded spelling (case and
/// accents ignored), an alias of the asking language over one of any language. Weak aliases never
/// resolve; they are kept to say so.
package struct NameTable: Sendable {
  /// What a name was found to mean.
  package enum Meaning: Sendable, Hashable {
    /// One entity, by its place in the list.
    case entity(Int)
    /// Several entities share the name.
    case ambiguous([Int])
    /// Nobody has the name, but a weak alias of these is spelled so.
    case weak([Int])
    /// Nobody has the name.
    case unknown
  }

  private struct Entry: Sendable {
    var entity: Int
    var language: LanguageTag?
  }

  private var ids: [String: Int] = [:]
  private var exact: [String: [Entry]] = [:]
  private var folded: [String: [Entry]] = [:]
  private var weak: [String: [Int]] = [:]
  private let entities: [EntityFile]

  /// The names of `entities`, which are referred to by their places in this list.
  package init(_ entities: [EntityFile]) {
    self.entities = entities
    for (index, entity) in entities.enumerated() where entity.mergedInto == nil {
      ids[entity.id.text] = index
      add(entity.name.value, index, nil)
      for alias in entity.aliases { add(alias.text, index, alias.language) }
      for alias in entity.weakAliases { weak[NameKey.fold(alias.text), default: []].append(index) }
    }
    for (index, entity) in entities.enumerated() where entity.mergedInto != nil {
      ids[entity.id.text] = index
    }
  }

  private mutating func add(_ name: String, _ entity: Int, _ language: LanguageTag?) {
    exact[name, default: []].append(Entry(entity: entity, language: language))
    folded[NameKey.fold(name), default: []].append(Entry(entity: entity, language: language))
  }

  /// What `text` means to a reader of `language`.
  package func meaning(of text: String, in language: LanguageTag) -> Meaning {
    if let index = ids[text] { return .entity(index) }
    for entries in [exact[text] ?? [], folded[NameKey.fold(text)] ?? []] where !entries.isEmpty {
      let own = entries.filter { $0.language == nil || $0.language == language }
      let candidates = Set((own.isEmpty ? entries : own).map(\.entity)).sorted()
      if let only = candidates.first, candidates.count == 1 { return .entity(only) }
      return .ambiguous(candidates)
    }
    if let found = weak[NameKey.fold(text)] { return .weak(Set(found).sorted()) }
    return .unknown
  }

  /// The entity with this id.
  package func entity(id: String) -> Int? { ids[id] }

  /// Names and ids near to `text`, nearest first, at most three.
  package func suggestions(for text: String) -> [String] {
    let candidates =
      text.contains("/")
      ? entities.map(\.id.text)
      : entities.flatMap { [$0.name.value] + $0.aliases.map(\.text) }
    return Spelling.suggestions(for: text, among: candidates)
  }

  /// The names that may be linked without marks in texts of `language`: those with one meaning.
  ///
  /// Each is given as it stands in HTML, with both kinds of apostrophe.
  package func linkableNames(in language: LanguageTag) -> [(text: [UInt8], entity: Int)] {
    var found: [(text: [UInt8], entity: Int)] = []
    for (index, entity) in entities.enumerated() where entity.mergedInto == nil {
      let weakKeys = Set(entity.weakAliases.map(\.text))
      let names =
        [entity.name.value]
        + entity.aliases.filter {
          $0.language == nil || $0.language == language
        }.map(\.text)
      for name in names where name.utf8.count > 1 && !weakKeys.contains(name) {
        guard case .entity(index) = meaning(of: name, in: language) else { continue }
        for variant in Self.variants(of: name) { found.append((variant, index)) }
      }
    }
    return found
  }

  private static func variants(of name: String) -> [[UInt8]] {
    var escaped: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "&"): escaped += Array("&amp;".utf8)
      case UInt8(ascii: "<"): escaped += Array("&lt;".utf8)
      case UInt8(ascii: ">"): escaped += Array("&gt;".utf8)
      case UInt8(ascii: "\""): escaped += Array("&quot;".utf8)
      default: escaped.append(byte)
      }
    }
    guard name.contains("'") || name.contains("’") else { return [escaped] }
    let text = String(decoding: escaped, as: UTF8.self)
    let straight = text.map { $0 == "’" ? "'" : String($0) }.joined()
    let curly = text.map { $0 == "'" ? "’" : String($0) }.joined()
    return [Array(straight.utf8), Array(curly.utf8)]
  }
}
