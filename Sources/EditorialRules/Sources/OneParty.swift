import SiteModel
import SourceDiagnostics

/// P8: a party is not its own second witness.
enum OneParty: BriefRule {
  static let rule = DiagnosticRule(
    "P8", .error, "a party is not its own second witness", isAdjustable: true,
    explanation: """
      Several origins count for more than one only if they are independent. A company's press release,
      its blog, its chief's posts and its subsidiary's site are one voice. The rule looks at who
      publishes each origin and on whose site it stands, up the line of parents, roles and makers, and
      reports a brief whose origins all speak for one party that the brief tells of.

      Wrong:

          sources:
            - {publisher: company/acme, kind: press_release, url: https://acme.example/news}
            - {publisher: person/ada-hart, kind: social, url: https://social.example/ada}   # its chief

      Right:

          sources:
            - {publisher: company/acme, kind: press_release, url: https://acme.example/news}
            - {publisher: North Wire, url: https://north-wire.example/story}
      """)

  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    let origins = brief.brief.origins.origins
    guard origins.count > 1 else { return }
    let parties = origins.map { brief.parties(of: $0.source) }
    guard let first = parties.first?.first else { return }
    let index = brief.site.parties
    let voice = parties.dropFirst().allSatisfy { others in
      others.contains { index.areOfOneHouse(first, $0) }
    }
    let isConcerned = brief.brief.entities.contains { index.areOfOneHouse(first, $0) }
    guard voice, isConcerned, let last = origins.last else { return }
    let sources = brief.source.sources
    findings.append(
      Diagnostic(
        rule, "\(origins.count) origins, all of them one party's own",
        at: brief.span(of: sources[last.source]),
        label: "no independent support",
        related: origins.dropLast().map {
          .init(brief.span(of: sources[$0.source]), "speaks for the same party")
        },
        help: "look for somebody who is not "
          + "'\(brief.site.site.entities[first].source.name.value)' or of its house"))
  }
}
