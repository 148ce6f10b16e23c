import SiteModel
import SourceDiagnostics

/// X2: an alias, an id elsewhere, and a name with its description belong to one record.
enum SharedName: SiteRule {
  static let rule = DiagnosticRule(
    "X2", .error, "an alias, an id elsewhere, and a name with its description are one record's",
    isAdjustable: true,
    explanation: """
      An alias that two records have in one language can never be used: every reference to it would be
      ambiguous (C021). Two records of one name are told apart by their descriptions, or not at all.
      One id of another catalogue for two records means that they are one, or that it is wrong. Weak
      aliases may be shared.

      Wrong:

          company/acme:       aliases: [AC]        company/ac-motors:  aliases: [AC]

      Right:

          company/acme:       weak_aliases: [AC]   company/ac-motors:  weak_aliases: [AC]
      """)

  /// A name of an entity, and where it stands.
  private struct Name {
    var entity: Int
    var language: LanguageTag?
    var isMain: Bool
    var range: Range<Int>
  }

  static func review(_ site: ReviewedSite, _ findings: inout [Diagnostic]) {
    checkNames(site, &findings)
    checkIDs(site, &findings)
  }

  private static func checkNames(_ site: ReviewedSite, _ findings: inout [Diagnostic]) {
    var byText: [String: [Name]] = [:]
    for (place, entity) in site.site.entities.enumerated() where entity.source.mergedInto == nil {
      let source = entity.source
      let weak = Set(source.weakAliases.map(\.text))
      byText[source.name.value, default: []].append(
        Name(entity: place, language: nil, isMain: true, range: source.name.range))
      for alias in source.aliases where !weak.contains(alias.text) {
        byText[alias.text, default: []].append(
          Name(entity: place, language: alias.language, isMain: false, range: alias.range))
      }
    }
    for (text, names) in byText where names.count > 1 {
      let ordered = names.sorted {
        ($0.entity, $0.range.lowerBound) < ($1.entity, $1.range.lowerBound)
      }
      var earlier = Earlier()
      for name in ordered {
        let summary = site.site.entities[name.entity].source.summary?.standard
        if let other = earlier.clash(with: name, summary) {
          findings.append(finding(text, name, other, site))
        }
        earlier.add(name, summary)
      }
    }
  }

  /// The names of one spelling that were seen before, in the order of their entities: of each sort
  /// the first, which is of another entity or none is.
  private struct Earlier {
    private var first: Name?
    private var firstAlias: Name?
    private var byLanguage: [LanguageTag?: Name] = [:]
    private var byDescription: [String?: Name] = [:]

    mutating func add(_ name: Name, _ description: String?) {
      first = first ?? name
      byLanguage[name.language] = byLanguage[name.language] ?? name
      if name.isMain {
        byDescription[description] = byDescription[description] ?? name
      } else {
        firstAlias = firstAlias ?? name
      }
    }

    /// A name of another entity that a reader of some language would take for this one.
    func clash(with name: Name, _ description: String?) -> Name? {
      let candidates: [Name?] =
        if name.isMain {
          [firstAlias, byDescription[description] ?? nil]
        } else if let language = name.language {
          [byLanguage[nil] ?? nil, byLanguage[language] ?? nil]
        } else {
          [first]
        }
      return candidates.compactMap { $0 }.first { $0.entity != name.entity }
    }
  }

  private static func finding(
    _ text: String, _ name: Name, _ other: Name, _ site: ReviewedSite
  ) -> Diagnostic {
    let (mine, theirs) = (site.site.entities[name.entity], site.site.entities[other.entity])
    let areNames = name.isMain && other.isMain
    return Diagnostic(
      rule,
      areNames
        ? "two records are called '\(text)', and no description tells them apart"
        : "'\(text)' is a name of '\(theirs.id)' and of '\(mine.id)'",
      at: SourceSpan(file: mine.source.file, range: name.range), label: "the second",
      related: [.init(SourceSpan(file: theirs.source.file, range: other.range), "the first")],
      help: areNames
        ? "give them descriptions that differ, or make them one with 'merged_into'"
        : "make it a weak alias of both, or take it from one")
  }

  private static func checkIDs(_ site: ReviewedSite, _ findings: inout [Diagnostic]) {
    var first: [[String]: Int] = [:]
    for (place, entity) in site.site.entities.enumerated() where entity.source.mergedInto == nil {
      for (catalogue, id) in entity.source.sameAs {
        guard let other = first[[catalogue, id]] else {
          first[[catalogue, id]] = place
          continue
        }
        let theirs = site.site.entities[other]
        let way = ["same_as", catalogue]
        findings.append(
          Diagnostic(
            rule, "'\(theirs.id)' and '\(entity.id)' have one id in '\(catalogue)'",
            at: site.span(at: way, in: entity.source.file) ?? site.span(ofEntity: place),
            label: "the second",
            related: [
              .init(
                site.span(at: way, in: theirs.source.file) ?? site.span(ofEntity: other),
                "the first")
            ], help: "correct one of the ids, or make the records one with 'merged_into'"))
      }
    }
  }
}
