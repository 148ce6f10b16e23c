import SiteModel
import SourceDiagnostics

/// X4: a record is used, and says what it is when it is used often.
enum OrphanRecord: SiteRule {
  static let rule = DiagnosticRule(
    "X4", .note, "a record is used, and says what it is when it is used often",
    explanation: """
      A record in no brief and no event, held-back ones counted, that no other record names and no
      source is published by, may be a misspelt double or a leftover: a note. One that \(oftenUsed) or
      more briefs and events name, and that has neither a description nor an id elsewhere (`same_as`)
      nor a text, leaves readers asking who that is: a warning.

      Wrong:

          content/entities/company/acme.md, named in eight briefs:
          name: Acme

      Right:

          name: Acme
          description: Makes things in Ohio.
          same_as: {wikidata: Q42}
      """)

  /// From how many briefs and events on a record is asked to say what it is.
  static let oftenUsed = 5

  static func review(_ site: ReviewedSite, _ findings: inout [Diagnostic]) {
    let used = placesNamed(by: site)
    for (place, entity) in site.site.entities.enumerated() where entity.mergedInto == nil {
      let count = entity.briefs.count + entity.events.count
      if count == 0, !used.contains(place) {
        findings.append(
          Diagnostic(
            rule, "'\(entity.id)' is in no brief and no event", at: site.span(ofEntity: place),
            label: "nobody names it",
            help: "name it where it belongs, or remove the record"))
      } else if count >= oftenUsed, entity.isStub {
        var finding = Diagnostic(
          rule, "'\(entity.id)' is named \(count) times, and its record does not say what it is",
          at: site.span(ofEntity: place), label: "a name alone",
          help: "add a 'description' of one sentence, or its id in 'same_as'")
        finding.severity = .warning
        findings.append(finding)
      }
    }
  }

  /// The entities that other records lean on, or that publish a source.
  private static func placesNamed(by site: ReviewedSite) -> Set<Int> {
    var used = Set(site.site.heldBack.entities)
    for brief in site.site.briefs { used.formUnion(brief.publishers.compactMap { $0 }) }
    for (place, entity) in site.site.entities.enumerated() {
      used.formUnion([entity.parent, entity.maker, entity.mergedInto].compactMap { $0 })
      used.formUnion(entity.founders + entity.roleOrganisations.compactMap { $0 })
      used.formUnion(entity.profile.mentions)
      for source in entity.source.sources {
        if let publisher = source.publisher,
          let found = site.entity(publisher, in: site.site.settings.language), found != place
        {
          used.insert(found)
        }
      }
    }
    for event in site.site.events {
      if case .entity(let place) = event.place { used.insert(place) }
    }
    return used
  }
}
