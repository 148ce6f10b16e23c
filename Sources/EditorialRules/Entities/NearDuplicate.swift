import SiteModel
import SourceDiagnostics

/// X3: two records are not one under two spellings.
enum NearDuplicate: SiteRule {
  static let rule = DiagnosticRule(
    "X3", .warning, "two records are not one under two spellings",
    explanation: """
      Names that are equal but for case, accents, hyphens, points, blanks and a legal form, or that are
      one slip of the pen apart, are mostly one company or person with two records, between which its
      briefs are split. Bodies are compared with bodies, people with people, works with works. A slip is
      looked for behind the first letter, in names of \(shortestSlip) letters of an alphabet or more,
      without digits: GPT-4 and GPT-5 are two.

      Wrong:

          company/deep-mind:  name: Deep Mind      company/deepmind:  name: DeepMind Ltd

      Right:

          company/deepmind:   name: DeepMind       aliases: [Deep Mind]
      """)

  /// In how many letters a slip is looked for: shorter names differ in one letter by right.
  static let shortestSlip = 6

  private struct Key: Hashable {
    var group: Int
    var letters: [Unicode.Scalar]
  }

  static func review(_ site: ReviewedSite, _ findings: inout [Diagnostic]) {
    var entities: [Key: [Int]] = [:]
    for (place, entity) in site.site.entities.enumerated() where entity.source.mergedInto == nil {
      let source = entity.source
      for name in Set([source.name.value] + source.aliases.map(\.text)) {
        let key = Key(group: group(of: entity.kind), letters: BareName.letters(name))
        if !key.letters.isEmpty { entities[key, default: []].append(place) }
      }
    }
    var pairs = Set<[Int]>()
    for places in entities.values where places.count > 1 {
      let distinct = Set(places).sorted()
      for other in distinct.dropFirst() { pairs.insert([distinct[0], other]) }
    }
    for (a, b) in slips(among: entities.keys.filter { isLong($0.letters) }) {
      // Those that share a key are reported with its first already.
      guard let first = entities[a]?.first, let second = entities[b]?.first, first != second else {
        continue
      }
      pairs.insert([min(first, second), max(first, second)])
    }
    for pair in pairs where !haveOneName(pair[0], pair[1], site) {
      findings.append(finding(pair[0], pair[1], site))
    }
  }

  /// The kinds that can be taken for each other.
  private static func group(of kind: EntityKind) -> Int {
    switch kind {
    case .company, .organisation, .unit, .publication, .fund, .facility: 0
    case .person: 1
    case .model, .product, .dataset: 2
    case .place: 3
    }
  }

  /// Whether one letter may be a slip: not in short names, nor of digits, nor where each sign is a
  /// word or syllable of its own.
  private static func isLong(_ letters: [Unicode.Scalar]) -> Bool {
    letters.count >= shortestSlip
      && letters.allSatisfy { $0.value < firstIdeograph && $0.properties.numericType == nil }
  }

  /// Where Unicode's radicals, syllabaries and ideographs of East Asia begin.
  private static let firstIdeograph: UInt32 = 0x2E80

  /// Names that are spelled alike are X2's matter.
  private static func haveOneName(_ a: Int, _ b: Int, _ site: ReviewedSite) -> Bool {
    let names = { (place: Int) in
      let source = site.site.entities[place].source
      return Set([source.name.value] + source.aliases.map(\.text))
    }
    return !names(a).isDisjoint(with: names(b))
  }

  /// The pairs of keys that are one insertion, deletion, substitution or swap apart.
  ///
  /// Two such keys have a common form with at most one letter left out, so the digests of those forms
  /// are gathered in a table, and only keys that meet there are compared: time grows with the letters
  /// of all names.
  private static func slips(among keys: [Key]) -> [(Key, Key)] {
    var forms: [UInt64: [Int]] = [:]
    for (index, key) in keys.enumerated() {
      forms[digest(key, leavingOut: nil), default: []].append(index)
      for gap in key.letters.indices {
        // Leaving out either of two equal neighbours gives one form.
        if gap > 0, key.letters[gap] == key.letters[gap - 1] { continue }
        forms[digest(key, leavingOut: gap), default: []].append(index)
      }
    }
    var seen = Set<[Int]>()
    var found: [(Key, Key)] = []
    for indices in forms.values where indices.count > 1 {
      for (offset, first) in indices.enumerated() {
        for second in indices[(offset + 1)...] where first != second {
          guard seen.insert([min(first, second), max(first, second)]).inserted,
            keys[first].group == keys[second].group,
            BareName.isOneSlip(keys[first].letters, keys[second].letters)
          else { continue }
          found.append((keys[first], keys[second]))
        }
      }
    }
    return found
  }

  /// FNV-1a over the letters; two forms that share one by chance are told apart when compared.
  private static func digest(_ key: Key, leavingOut gap: Int?) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(key.group)
    for (index, letter) in key.letters.enumerated() where index != gap {
      state ^= UInt64(letter.value)
      state &*= 0x0000_0100_0000_01B3
    }
    return state
  }

  private static func finding(_ a: Int, _ b: Int, _ site: ReviewedSite) -> Diagnostic {
    let (first, second) = (site.site.entities[a], site.site.entities[b])
    return Diagnostic(
      rule,
      "'\(first.source.name.value)' and '\(second.source.name.value)' may be one: "
        + "'\(first.id)' and '\(second.id)'",
      at: site.span(ofEntity: b), label: "nearly the name of '\(first.id)'",
      related: [.init(site.span(ofEntity: a), "the other one")],
      help: "keep one, with the other name as an alias and 'merged_into' in the other record; "
        + "when they are two, waive X3 and say why")
  }
}

/// A name reduced to what tells it from others.
enum BareName {
  /// What companies put behind their names in law, folded.
  private static let legalForms: Set<String> = [
    "ab", "ag", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "incorporated", "kg",
    "kk", "limited", "llc", "llp", "ltd", "nv", "oy", "plc", "pte", "pty", "sa", "sarl", "sas",
    "se",
    "spa", "srl",
  ]

  /// The letters and digits of a name, folded, without a legal form at its end.
  static func letters(_ name: String) -> [Unicode.Scalar] {
    var words = NameKey.fold(name).split { " ,".contains($0) }.map { word in
      word.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
    while words.count > 1, let last = words.last, legalForms.contains(String(last)) {
      words.removeLast()
    }
    return words.flatMap { Array($0) }
  }

  /// Whether two are one insertion, deletion, substitution or swap of neighbours apart.
  static func isOneSlip(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard abs(a.count - b.count) <= 1, a != b else { return false }
    // Who mistypes a name seldom mistypes its first letter: Hugo and Ugo are two.
    guard a.first == b.first else { return false }
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed())
      .prefix { $0 == $1 }.count
    let (mine, theirs) = (a[head..<a.count - tail], b[head..<b.count - tail])
    if max(mine.count, theirs.count) <= 1 { return true }
    return mine.count == 2 && theirs.count == 2 && mine.reversed().elementsEqual(theirs)
  }
}
