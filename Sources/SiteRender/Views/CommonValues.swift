import SiteModel
import TemplateEngine

/// Records that many pages of a thread show and that never differ: dates, and words of closed sets.
///
/// Each is made once and lives as long as the thread's cards.
final class CommonValues {
  private let arena: ValueArena
  private let context: ViewContext
  private var dates: [UncertainDate: Value] = [:]
  private var certainties: [Certainty: Value] = [:]
  private var stages: [Stage: Value] = [:]
  private var briefKinds: [BriefKind: Value] = [:]
  private var sourceKinds: [SourceKind: Value] = [:]
  private var roles: [String: [String: Value]] = [:]
  private var badges: [BadgeKey: Value] = [:]

  private struct BadgeKey: Hashable {
    var badge: Badge
    var certainty: Certainty?
    var stage: Stage?
  }

  /// More dates than these are not kept; a site has a few for each brief.
  private static let mostDates = 1 << 16

  init(_ arena: ValueArena, _ context: ViewContext) {
    self.arena = arena
    self.context = context
  }

  private var make: ValueMaker { ValueMaker(arena: arena, context: context, common: self) }

  /// A date; `nil` when there are too many to keep.
  func date(_ date: UncertainDate) -> Value? {
    if let known = dates[date] { return known }
    guard dates.count < Self.mostDates else { return nil }
    let value = make.newDate(date)
    dates[date] = value
    return value
  }

  func certainty(_ certainty: Certainty) -> Value {
    certainties.value(certainty) {
      make.keyed(certainty.rawValue, context.words.vocabulary.certainty(certainty))
    }
  }

  func stage(_ stage: Stage) -> Value {
    stages.value(stage) { make.keyed(stage.rawValue, context.words.vocabulary.stage(stage)) }
  }

  func kind(_ kind: BriefKind) -> Value {
    briefKinds.value(kind) {
      make.keyed(kind.rawValue, context.words.vocabulary.briefKind(kind))
    }
  }

  func kind(_ kind: SourceKind) -> Value {
    sourceKinds.value(kind) {
      make.keyed(kind.rawValue, context.words.vocabulary.sourceKind(kind))
    }
  }

  func role(_ role: String, of type: EventType) -> Value {
    roles[type.key, default: [:]].value(role) {
      make.keyed(role, type.role(role).map { context.words.vocabulary.role($0) } ?? role)
    }
  }

  func badge(_ badge: Badge, _ certainty: Certainty?, _ stage: Stage?) -> Value {
    badges.value(BadgeKey(badge: badge, certainty: certainty, stage: stage)) {
      make.newBadge(badge, certainty, stage)
    }
  }
}

extension Dictionary {
  /// The value of a key, made when there is none.
  fileprivate mutating func value(_ key: Key, _ make: () -> Value) -> Value {
    if let known = self[key] { return known }
    let value = make()
    self[key] = value
    return value
  }
}
