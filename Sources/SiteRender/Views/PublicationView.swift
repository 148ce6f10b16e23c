import SiteModel
import SitePlan
import TemplateEngine

/// Says what a publication found out first, what it passed on, and what became of it.
struct PublicationView {
  let context: ViewContext
  let cards: CardBook
  let make: ValueMaker

  private var strings: InterfaceStrings { context.words.strings }
  private var site: SiteReader { context.site }

  /// With fewer stories than these a share in per cent would sound surer than it is.
  static let fewestForPercent = 10
  /// How many briefs are named of those that it told first or passed on.
  private static let shownBriefs = 10

  /// The record; `none` for a publication that is the source of nothing.
  func record(_ place: Int, shown limit: Int) -> Value {
    let record = site.record(ofPublication: place, uses: context.uses)
    if record.originated.isEmpty && record.relayed.isEmpty { return .none }
    let stories = record.stories.prefix(limit).map { story($0) }
    return make.arena.record(
      RecordShapes.publication,
      [
        .int(record.originated.count), .int(record.relayed.count),
        make.text(sum(record, name: context.words.name(of: site.entities[place]))),
        make.text(Self.outcome(record, context.words)), make.list(stories),
        .int(record.stories.count),
        make.list(record.originated.prefix(Self.shownBriefs).map { cards.briefs[$0] }),
        make.list(record.relayed.prefix(Self.shownBriefs).map { cards.briefs[$0] }),
      ])
  }

  private func story(_ story: PublicationRecord.Story) -> Value {
    make.arena.record(
      RecordShapes.story,
      [
        cards.events[story.event], cards.briefs[story.told.brief],
        make.date(told(story)),
        make.certainty(story.then), make.certainty(story.now),
        make.keyed(story.outcome.rawValue, strings.text("record.\(story.outcome.rawValue)")),
        .bool(story.isSole),
      ])
  }

  /// When the story was told, as far as the brief knows.
  private func told(_ story: PublicationRecord.Story) -> UncertainDate {
    let brief = site.briefs[story.told.brief].source
    return brief.events[story.told.index].asOf ?? brief.date.value
  }

  /// “Bloomberg is the origin of three briefs and passes on others’ news in one.”
  private func sum(_ record: PublicationRecord, name: String) -> String {
    func briefs(_ number: Int) -> String {
      if number == 0 { return strings.text("record.no_briefs") }
      return strings.text(
        "record.briefs", n: number, arguments: [("n", context.words.spelled(number))])
    }
    return strings.text(
      "record.sum",
      arguments: [
        ("name", name), ("first", briefs(record.originated.count)),
        ("others", briefs(record.relayed.count)),
      ])
  }

  /// “Of what it told before it was sure, three of four were later confirmed, none denied, one is
  /// open.” Nothing when there is nothing to tell.
  static func outcome(_ record: PublicationRecord, _ words: PageWords) -> String? {
    let total = record.tested
    guard total > 0 else { return nil }
    // Words and digits do not stand side by side in one sentence.
    func number(_ value: Int) -> String {
      value == 0 || total < fewestForPercent ? words.spelled(value) : String(value)
    }
    func part(_ outcome: PublicationRecord.Outcome, _ name: String) -> String {
      let count = record.count(outcome)
      let text = words.strings.text(
        "record.\(name)", n: count,
        arguments: [("n", number(count)), ("total", number(total))])
      guard total >= fewestForPercent, count > 0 else { return text }
      let share = (count * 100 + total / 2) / total
      return text + " (" + words.numbers.percent.filled(["number": String(share)]) + ")"
    }
    var parts = [part(.confirmed, "part_confirmed"), part(.denied, "part_denied")]
    if record.count(.disputed) > 0 { parts.append(part(.disputed, "part_disputed")) }
    if record.count(.open) > 0 { parts.append(part(.open, "part_open")) }
    return words.strings.text(
      "record.outcome", arguments: [("parts", parts.joined(separator: ", "))])
  }
}
