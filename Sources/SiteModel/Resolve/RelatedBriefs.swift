/// Finds the briefs nearest to one, and says why.
///
/// Shared entities and topics count by their rarity (the logarithm of how many briefs share them, as
/// in inverse document frequency; Spärck Jones, 1972), an entity that a brief is about twice one that
/// is only mentioned; a common storyline counts as much as the rarest thing; distance in time
/// halves the weight each year.
package struct RelatedBriefs: Sendable {
  /// A related brief with the strongest reasons.
  package struct Relation: Sendable, Hashable {
    package var brief: Int
    package var score: Double
    package var reasons: [Reason]
  }

  /// What two briefs share.
  package enum Reason: Sendable, Hashable {
    case storyline(Int)
    case entity(Int)
    case topic(Int)
    case event(Int)
  }

  private let count: Int
  private let entityWeights: [Double]
  private let topicWeights: [Double]
  /// For each entity, topic, event and storyline its briefs.
  private let entityBriefs: [[Int]]
  private let topicBriefs: [[Int]]
  private let eventBriefs: [[Int]]
  private let storylineBriefs: [[Int]]
  /// What each brief shares with others, apart from the rest of it for speed.
  private let ties: [Ties]
  private let seconds: [Int64]
  private let readable: [LanguageTag: [Bool]]

  private struct Ties: Sendable {
    var about: [Int]
    var mentions: [Int]
    var topics: [Int]
    var events: [Int]
    var storyline: Int?
  }

  /// Beyond this many briefs a shared thing proposes no candidates, only weighs those found by others.
  private static let commonThing = 2_000

  /// Room for the scores of one search after the other; one for each thread.
  package final class Scratch {
    fileprivate var scores: [Double] = []
    fileprivate var touched: [Int] = []

    package init() {}
  }

  /// Weighs everything of a site once.
  package init(_ site: Site) {
    count = site.briefs.count
    let total = Double(max(site.briefs.count, 2))
    func weight(_ count: Int) -> Double { count < 2 ? 0 : Logarithm.natural(total / Double(count)) }
    entityBriefs = site.entities.map(\.briefs)
    entityWeights = entityBriefs.map { weight($0.count) }
    var own = [[Int]](repeating: [], count: site.topics.count)
    for place in site.briefs.indices {
      for topic in site.briefs[place].topics { own[topic].append(place) }
    }
    topicBriefs = own
    topicWeights = own.map { weight($0.count) / 2 }
    eventBriefs = site.events.map(\.briefs)
    storylineBriefs = site.storylines.map(\.briefs)
    ties = site.briefs.map { brief in
      Ties(
        about: brief.about, mentions: brief.mentions, topics: brief.topics, events: brief.events,
        storyline: brief.storyline)
    }
    seconds = site.briefs.map(\.sortKey.seconds)
    readable = Dictionary(
      site.settings.languages.map { language in
        (language, site.briefs.map { $0.edition(in: language) != nil })
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The `limit` briefs of `language` nearest to the brief at `place`, nearest first.
  package func related(
    to place: Int, in language: LanguageTag, limit: Int, _ scratch: Scratch
  ) -> [Relation] {
    guard let readable = readable[language] else { return [] }
    // Taken out of the object while they are worked on: arrays of one's own need no checks.
    var (scores, touched) = (scratch.scores, scratch.touched)
    scratch.scores = []
    scratch.touched = []
    defer { (scratch.scores, scratch.touched) = (scores, touched) }
    if scores.count < count { scores = [Double](repeating: 0, count: count) }
    score(place, readable, &scores, &touched)
    var best: [(brief: Int, score: Double)] = []
    // What the last of them has; nearness only ever lowers a score.
    var least = -1.0
    for other in touched {
      let raw = scores[other]
      scores[other] = 0
      if raw < least { continue }
      let score = raw * nearness(seconds[place], seconds[other])
      // Kept sorted: a handful of places, and most candidates do not even reach the last.
      if best.count == limit, let last = best.last, !Self.precedes((other, score), last) {
        continue
      }
      let rank = best.firstIndex { Self.precedes((other, score), $0) } ?? best.count
      best.insert((other, score), at: rank)
      if best.count > limit { best.removeLast() }
      if best.count == limit, let last = best.last { least = last.score }
    }
    touched.removeAll(keepingCapacity: true)
    return best.map { found in
      Relation(
        brief: found.brief, score: found.score, reasons: reasons(ties[place], ties[found.brief]))
    }
  }

  private static func precedes(
    _ a: (brief: Int, score: Double), _ b: (brief: Int, score: Double)
  ) -> Bool {
    a.score != b.score ? a.score > b.score : a.brief < b.brief
  }

  /// Adds up what every other brief shares with the one at `place`.
  private func score(
    _ place: Int, _ readable: [Bool], _ scores: inout [Double], _ touched: inout [Int]
  ) {
    func add(_ others: [Int], _ weight: Double) {
      guard weight > 0, others.count <= Self.commonThing else { return }
      for other in others where other != place && readable[other] {
        if scores[other] == 0 { touched.append(other) }
        scores[other] += weight
      }
    }
    let own = ties[place]
    for entity in own.about { add(entityBriefs[entity], entityWeights[entity] * 2) }
    for entity in own.mentions { add(entityBriefs[entity], entityWeights[entity]) }
    for topic in own.topics { add(topicBriefs[topic], topicWeights[topic]) }
    for event in own.events { add(eventBriefs[event], 4) }
    if let storyline = own.storyline {
      let parts = storylineBriefs[storyline]
      add(parts, 2 + Logarithm.natural(Double(max(count, 2)) / Double(parts.count)))
    }
  }

  /// 1 for the same day, ½ at a year's distance, ⅓ at two.
  private func nearness(_ a: Int64, _ b: Int64) -> Double {
    1 / (1 + Double(abs(a - b)) / 86_400 / 365)
  }

  /// What the two share, strongest first, at most three things.
  private func reasons(_ a: Ties, _ b: Ties) -> [Reason] {
    var found: [(weight: Double, reason: Reason)] = []
    if let storyline = a.storyline, storyline == b.storyline {
      found.append((100, .storyline(storyline)))
    }
    for event in a.events where b.events.contains(event) { found.append((50, .event(event))) }
    func others(_ entity: Int) -> Bool { b.about.contains(entity) || b.mentions.contains(entity) }
    for entity in a.about where others(entity) {
      found.append((2 * entityWeights[entity], .entity(entity)))
    }
    for entity in a.mentions where others(entity) {
      found.append((entityWeights[entity], .entity(entity)))
    }
    for topic in a.topics where b.topics.contains(topic) {
      found.append((topicWeights[topic], .topic(topic)))
    }
    return found.enumerated()
      .sorted {
        $0.element.weight != $1.element.weight
          ? $0.element.weight > $1.element.weight : $0.offset < $1.offset
      }
      .prefix(3).map(\.element.reason)
  }
}

/// The natural logarithm, the same on every machine: a series in plain arithmetic, since libraries'
/// last digits differ and order must not.
enum Logarithm {
  static func natural(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    var mantissa = value.significand
    var exponent = Double(value.exponent)
    if mantissa > 1.414 {
      mantissa /= 2
      exponent += 1
    }
    // ln m = 2 (z + z³/3 + z⁵/5 + …) with z = (m − 1)/(m + 1), |z| < 0.172 here.
    let z = (mantissa - 1) / (mantissa + 1)
    let square = z * z
    var power = z
    var sum = 0.0
    for step in 0..<12 {
      sum += power / Double(2 * step + 1)
      power *= square
    }
    return 2 * sum + exponent * 0.693_147_180_559_945_3
  }
}
