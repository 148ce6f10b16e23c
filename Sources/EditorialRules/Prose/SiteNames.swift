import SiteModel

/// All names of the site's entities, to be found in prose.
struct SiteNames: Sendable {
  private let finder: NameFinder
  private let meanings: [Meaning]
  /// Whether any name is only a weak alias.
  let hasWeakAliases: Bool

  private struct Meaning: Sendable {
    var entities: [Int] = []
    var weak: [Int] = []
  }

  /// The names of a site: main and previous names and aliases of every language, and weak aliases.
  init(_ site: Site) {
    var places: [[UInt8]: Int] = [:]
    var names: [[UInt8]] = []
    var meanings: [Meaning] = []
    func add(_ name: String, _ entity: Int, isWeak: Bool) {
      let bytes = ProseText.normalised(name)
      guard bytes.count > 1 else { return }
      let place = places[bytes] ?? names.count
      if place == names.count {
        places[bytes] = place
        names.append(bytes)
        meanings.append(Meaning())
      }
      if isWeak {
        if !meanings[place].weak.contains(entity) { meanings[place].weak.append(entity) }
      } else if !meanings[place].entities.contains(entity) {
        meanings[place].entities.append(entity)
      }
    }
    for (index, entity) in site.entities.enumerated() {
      let target = entity.mergedInto ?? index
      let file = entity.source
      add(file.name.value, target, isWeak: false)
      for alias in file.aliases { add(alias.text, target, isWeak: false) }
      for name in file.previousNames { add(name.name.value, target, isWeak: false) }
      for alias in file.weakAliases { add(alias.text, target, isWeak: true) }
    }
    finder = NameFinder(names: names)
    self.meanings = meanings
    hasWeakAliases = meanings.contains { $0.entities.isEmpty && !$0.weak.isEmpty }
  }

  /// The names in a stretch of a normalised text, in order.
  func uses(in text: [UInt8], _ range: Range<Int>) -> [Prose.NameUse] {
    finder.matches(in: text, range: range).map { match in
      let meaning = meanings[match.name]
      return Prose.NameUse(
        range: match.range, entities: meaning.entities.isEmpty ? meaning.weak : meaning.entities,
        isWeak: meaning.entities.isEmpty)
    }
  }
}
