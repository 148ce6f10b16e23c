import SiteModel
import SourceDiagnostics

/// T1: a topic gathers briefs, is given once, and is no entity.
enum MisplacedTopic: SiteRule, BriefRule {
  static let rule = DiagnosticRule(
    "T1", .warning, "a topic gathers briefs, is given at one level, and is no entity",
    explanation: """
      A topic with one brief or none gathers nothing; once a site has \(grownSite) briefs each topic
      should have two, its subtopics' counted. A brief of a subtopic is its parent's too and need not
      name it. What is a company, person or product is a record, with a page that gathers its briefs
      already. A brief has at most four topics (F020).

      Wrong:

          topics: [business, business/funding]

      Right:

          topics: [business/funding]
      """)

  /// From how many briefs on a site is asked to fill its topics: one that begins has few on any.
  static let grownSite = 20

  static func review(_ site: ReviewedSite, _ findings: inout [Diagnostic]) {
    let waiting = site.site.heldBack.topics.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    for (place, topic) in site.site.topics.enumerated() {
      let span = SourceSpan(file: topic.source.file, range: topic.source.nameRange)
      if site.site.briefs.count >= grownSite,
        topic.briefs.count + waiting[place, default: 0] < 2
      {
        findings.append(
          Diagnostic(
            rule,
            "topic '\(topic.id)' has \(topic.briefs.isEmpty ? "no brief" : "one brief")", at: span,
            label: "gathers nothing",
            help: "make it an alias of another topic, or give it the briefs that belong to it"))
      }
      if let entity = entity(named: topic, site) {
        findings.append(
          Diagnostic(
            rule, "topic '\(topic.id)' is the name of a record, '\(site.site.entities[entity].id)'",
            at: span, label: "an entity, not a subject",
            related: [.init(site.span(ofEntity: entity), "the record")],
            help: "remove the topic; the record's page lists the briefs"))
      }
    }
  }

  private static func entity(named topic: Topic, _ site: ReviewedSite) -> Int? {
    switch site.site.names.meaning(
      of: topic.source.name.standard, in: site.site.settings.language)
    {
    case .entity(let place): place
    case .ambiguous(let places): places.first
    case .weak, .unknown: nil
    }
  }

  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    let topics = brief.brief.topics
    guard topics.count > 1 else { return }
    let references = brief.source.topics
    for (index, place) in topics.enumerated() {
      let child = topics.first { other in
        other != place && isAbove(place, other, brief.site.site.topics)
      }
      guard let child else { continue }
      // Where each topic is named once, the names stand in the order of the topics.
      let reference = references.count == topics.count ? references[index] : references.first
      let (parent, sub) = (brief.site.site.topics[place].id, brief.site.site.topics[child].id)
      findings.append(
        Diagnostic(
          rule, "the brief is filed under '\(parent)' and under '\(sub)', which is part of it",
          at: reference?.span, label: "said twice", help: "leave '\(parent)' out"))
    }
  }

  private static func isAbove(_ parent: Int, _ topic: Int, _ topics: [Topic]) -> Bool {
    var next = topics[topic].parent
    while let place = next {
      if place == parent { return true }
      next = topics[place].parent
    }
    return false
  }
}
