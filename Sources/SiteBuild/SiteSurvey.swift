package import SiteFiles
package import SiteModel
package import SourceDiagnostics

/// What is already in a site, as far as a new file must know it: ids, topics, languages and names.
package struct SiteSurvey: Sendable {
  /// An entity with its names.
  package struct NamedEntity: Sendable, Hashable {
    /// The path of its file.
    package var path: String
    /// Its name, then its aliases.
    package var names: [String]

    package init(path: String, names: [String]) {
      self.path = path
      self.names = names
    }
  }

  /// A name that is near to another.
  package struct NearName: Sendable, Hashable {
    /// The name that is there.
    package var name: String
    /// The file that has it.
    package var path: String
    /// Whether a reader would take the two for one.
    package var isSame: Bool
  }

  /// The paths of all files of the content.
  package var paths: Set<String> = []
  /// The briefs with the paths of their files, in the order of those.
  package var briefs: [(id: String, path: String)] = []
  /// The topics' ids, sorted.
  package var topics: [String] = []
  /// The storylines' ids, sorted.
  package var storylines: [String] = []
  /// The entities, in the order of their paths.
  package var entities: [NamedEntity] = []
  /// The site's languages, its default one first.
  package var languages: [LanguageTag] = [LanguageTag("en")]

  private var tree: SourceTree?

  /// A site with nothing in it.
  package init() {}

  /// Reads a site from its folder. Files with mistakes are passed over: a new file can be made
  /// while another waits to be mended.
  package init(source: String) throws(FileFailure) {
    var ignored: [Diagnostic] = []
    let tree = try SourceLoader.load(
      root: source, folders: ["content"], files: ["brevier.yml"], diagnostics: &ignored)
    self.init(tree)
  }

  /// Surveys the sources of a site.
  package init(_ tree: SourceTree) {
    self.tree = tree
    var ignored: [Diagnostic] = []
    let settings = Pipeline.readSettings(tree, &ignored)
    languages = settings.languages
    let parser = ContentParser(settings: settings)
    for file in tree.files where file.path.hasPrefix("content/") && file.path.hasSuffix(".md") {
      paths.insert(file.path)
      guard let part = Part(file.path) else { continue }
      switch part.folder {
      case "briefs": briefs.append((part.name, file.path))
      case "topics": topics.append(part.path)
      case "storylines": storylines.append(part.name)
      case "entities":
        let parsed = parser.parse(path: file.path, bytes: file.bytes, diagnostics: &ignored)
        guard case .entity(let boxed)? = parsed else { continue }
        let entity = boxed.value
        let names = [entity.name.value] + entity.aliases.map(\.text)
        entities.append(NamedEntity(path: file.path, names: names))
      default: break
      }
    }
  }

  /// The text of a file.
  package func text(of path: String) -> SourceText? { tree?.text(of: path) }

  /// The path of a brief's file by its id or by that path itself.
  package func path(ofBrief reference: String) -> String? {
    briefs.first { $0.id == reference || $0.path == reference }?.path
  }

  /// The names that a reader could take for `name`: alike but for case, accents, punctuation and
  /// blanks, or one slip of the pen away. At most five, and one of each file.
  package func namesNear(_ name: String) -> [NearName] {
    let key = Self.bareKey(name)
    var found: [NearName] = []
    for entity in entities {
      for other in entity.names {
        let isSame = NameKey(other) == NameKey(name)
        let bare = Self.bareKey(other)
        let isNear =
          isSame || bare == key
          || (key.count > 4 && bare.count > 4
            && Spelling.suggestions(for: key, among: [bare]) == [bare]
            && abs(bare.count - key.count) <= 1 && Self.differAtOnePlace(bare, key))
        if isNear { found.append(NearName(name: other, path: entity.path, isSame: isSame)) }
      }
    }
    var seen = Set<String>()
    let ordered = found.filter(\.isSame) + found.filter { !$0.isSame }
    return Array(ordered.filter { seen.insert($0.path).inserted }.prefix(5))
  }

  /// A folded name without blanks and punctuation: `x.ai` and `xAI` are one.
  private static func bareKey(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        NameKey.fold(name).unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }

  /// Whether the two agree but for one letter or two neighbours; digits tell versions apart and
  /// are never a slip.
  private static func differAtOnePlace(_ a: String, _ b: String) -> Bool {
    let (first, second) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    let head = zip(first, second).prefix { $0 == $1 }.count
    let tail = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    let longest = max(first.count, second.count)
    let rest = max(0, longest - head - tail)
    let changed = first.dropFirst(head).prefix(rest) + second.dropFirst(head).prefix(rest)
    return rest <= 2 && !changed.contains { ("0"..."9").contains($0) }
  }

  /// The parts of a content file's path that an id is made of; nil for translations.
  private struct Part {
    let folder: String
    let path: String
    let name: String

    init?(_ path: String) {
      let parts = path.dropLast(3).split(separator: "/").map(String.init)
      guard parts.count >= 3, let last = parts.last else { return nil }
      if let point = last.lastIndex(of: "."), point != last.startIndex,
        LanguageTag.isTag(last[last.index(after: point)...])
      {
        return nil
      }
      folder = parts[1]
      self.path = parts[2...].joined(separator: "/")
      name = last
    }
  }
}
