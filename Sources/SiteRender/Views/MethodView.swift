import SiteModel
import SitePlan
import SourceDiagnostics
import TemplateEngine

/// Makes what the page about the method shows besides its own text: the rules with their counts, and
/// the exceptions with their reasons.
struct MethodView {
  let context: ViewContext
  let make: ValueMaker
  let standings: RuleStandings

  /// The variables `rules`, `exceptions` and `strictness`.
  func data() -> PageData.Data {
    [
      ("strictness", strictness), ("rules", make.list(standings.rules.map(rule))),
      ("exceptions", make.list(standings.waivers.map(exception))),
    ]
  }

  private var strings: InterfaceStrings { context.words.strings }

  private var strictness: Value {
    let word = context.site.settings.strictness.rawValue
    return make.keyed(word, strings.text("method.strictness_\(word)"))
  }

  private func title(_ standing: RuleStandings.Standing) -> String {
    strings.find("rules.\(standing.rule.code)") ?? standing.rule.title
  }

  private func rule(_ standing: RuleStandings.Standing) -> Value {
    let code = standing.rule.code
    let severity = standing.severity?.rawValue ?? "off"
    return make.arena.record(
      RecordShapes.ruleStanding,
      [
        make.text(code), make.text(title(standing)),
        make.keyed(severity, strings.text("method.severity_\(severity)")), .int(standing.count),
        .int(standings.waivers.count { $0.rule.value == code }),
      ])
  }

  private func exception(_ waiver: Waiver) -> Value {
    make.arena.record(
      RecordShapes.exception,
      [
        make.text(waiver.rule.value), make.text(waiver.why), make.date(waiver.until?.value),
        subject(waiver),
      ])
  }

  /// The page of the record in whose file the exception stands.
  private func subject(_ waiver: Waiver) -> Value {
    let site = context.site
    if let place = site.briefs.firstIndex(where: { $0.source.file == waiver.file }) {
      return make.link(context.edition(place).title, context.url(.brief(place)))
    }
    if let place = site.entities.firstIndex(where: { $0.source.file == waiver.file }) {
      return make.link(context.words.name(of: site.entities[place]), context.url(.entity(place)))
    }
    if let place = site.topics.firstIndex(where: { $0.source.file == waiver.file }) {
      return make.link(context.words.name(of: site.topics[place]), context.url(.topic(place)))
    }
    return .none
  }
}
