import SiteModel
import Testing

@Suite("The fold of an event's assertions")
struct EventFoldTests {
  @Test("a later confirmation overtakes the rumour and keeps it in the history")
  func dealIsConfirmed() throws {
    let rumour = Assertion(
      brief: "a", asOf: day("2026-01-15"), certainty: .rumoured, stage: .expected,
      fields: [("amount", "several billion USD"), ("round", "strategic")])
    let deal = Assertion(
      brief: "b", asOf: day("2026-02-01"), certainty: .confirmed, stage: .completed,
      fields: [("amount", "~15B USD"), ("stake", "49%")])
    let event = EventFold.fold([deal, rumour])
    #expect(event.certainty == .confirmed && event.stage == .completed)
    #expect(event.badge.key == "closed")
    #expect(event.fields.map(\.name) == ["amount", "round", "stake"])
    #expect(event["amount"]?.agreed == "~15B USD")
    #expect(event["amount"]?.overtaken.map(\.value) == ["several billion USD"])
    #expect(event["round"]?.agreed == "strategic")
    #expect(event.history.map(\.assertion.brief) == ["a", "b"])
    #expect(event.history[0].sets == ["amount", "round"])
    #expect(event.history[0].overtaken == ["amount"])
    #expect(event.history[1].sets == ["stake"])
    #expect(event.history[1].changes == ["amount"])
    #expect(event.history[1].moves.map(\.isBackward) == [false, false])
    #expect(event.unexplainedMoves.isEmpty)
  }

  @Test("equal standing and different values are disputed, whichever comes first")
  func disputed() {
    let a = Assertion(
      brief: "a", asOf: day("2026-01-15"), certainty: .reported, fields: [("amount", "2B USD")])
    var b = a
    b.brief = "b"
    b.fields = [("amount", "1B USD")]
    for event in [EventFold.fold([a, b]), EventFold.fold([b, a])] {
      #expect(event["amount"]?.isDisputed == true)
      #expect(event["amount"]?.agreed == nil)
      #expect(event["amount"]?.values.map(\.value) == ["1B USD", "2B USD"])
      #expect(event["amount"]?.values.map(\.assertions) == [[1], [0]])
      #expect(event.history.allSatisfy { $0.overtaken.isEmpty })
    }
    b.rank = .preferred
    #expect(EventFold.fold([a, b])["amount"]?.agreed == "1B USD")
    b.rank = .normal
    b.certainty = .confirmed
    #expect(EventFold.fold([a, b])["amount"]?.agreed == "1B USD")
  }

  @Test("confirmed stays before a newer rumour, but the newest assertion gives the status")
  func olderConfirmation() {
    let confirmed = Assertion(
      brief: "a", asOf: day("2026-01-15"), certainty: .confirmed, fields: [("amount", "2B USD")])
    let rumour = Assertion(
      brief: "b", asOf: day("2026-03-01"), certainty: .rumoured, fields: [("amount", "3B USD")])
    let event = EventFold.fold([rumour, confirmed])
    #expect(event["amount"]?.agreed == "2B USD")
    #expect(event.certainty == .rumoured)
    #expect(event.history[1].changes == ["amount"] && event.history[1].overtaken == ["amount"])
    #expect(
      event.unexplainedMoves.map(\.change) == [.certainty(from: .confirmed, to: .rumoured)])
    #expect(event.unexplainedMoves.map(\.entry) == [1])
    var explained = rumour
    explained.reason = "the company withdrew its statement"
    #expect(EventFold.fold([explained, confirmed]).unexplainedMoves.isEmpty)
    explained.reason = " "
    #expect(EventFold.fold([explained, confirmed]).unexplainedMoves.count == 1)
  }

  @Test("a denial takes the status, its values and a denied event's values do not count")
  func denial() {
    let rumour = Assertion(
      brief: "a", asOf: day("2026-01-15"), certainty: .rumoured, stage: .inTalks,
      fields: [("price", "10B USD")])
    let denial = Assertion(
      brief: "b", asOf: day("2026-01-16"), certainty: .denied, fields: [("price", "0 USD")])
    let event = EventFold.fold([rumour, denial])
    #expect(event.certainty == .denied && event.stage == .inTalks)
    #expect(event.badge.key == "denied")
    #expect(event["price"]?.agreed == "10B USD")
    #expect(event.history[1].overtaken == ["price"])
    #expect(EventFold.fold([denial])["price"] == nil)
    #expect(event.unexplainedMoves.isEmpty)
  }

  @Test("an assertion without a certainty has the event's at that time")
  func inherited() {
    let first = Assertion(
      brief: "a", asOf: day("2026-01-15"), certainty: .confirmed, fields: [("round", "A")])
    let second = Assertion(brief: "b", asOf: day("2026-01-16"), fields: [("round", "B")])
    let event = EventFold.fold([second, first])
    #expect(event.history[1].certainty == .confirmed)
    #expect(event["round"]?.agreed == "B")
    #expect(EventFold.fold([second]).history[0].certainty == .reported)
    #expect(EventFold.fold([Assertion<String>]()).fields.isEmpty)
  }

  @Test("the order of the input never matters")
  func permutation() {
    var random = SeededRandom(51)
    for _ in 0..<400 {
      let assertions = (0..<random.int(1...7)).map { _ in random.assertion() }
      let expected = summary(EventFold.fold(assertions))
      for _ in 0..<4 {
        #expect(summary(EventFold.fold(assertions.shuffled(using: &random))) == expected)
      }
    }
  }

  @Test("a deprecated assertion changes no value and no status")
  func deprecated() {
    var random = SeededRandom(52)
    for _ in 0..<400 {
      let assertions = (0..<random.int(0...6)).map { _ in random.assertion() }
      var extra = random.assertion()
      extra.rank = .deprecated
      let (before, after) = (EventFold.fold(assertions), EventFold.fold(assertions + [extra]))
      #expect(before.certainty == after.certainty && before.stage == after.stage)
      #expect(values(before) == values(after))
      #expect(before.unexplainedMoves.map(\.change) == after.unexplainedMoves.map(\.change))
    }
  }

  @Test("every value kept is one that was given, and the disputed ones have equal standing")
  func provenance() {
    var random = SeededRandom(53)
    var disputes = 0
    for _ in 0..<600 {
      let assertions = (0..<random.int(1...7)).map { _ in random.assertion() }
      let event = EventFold.fold(assertions)
      for field in event.fields {
        #expect(!field.values.isEmpty)
        for held in field.values + field.overtaken {
          #expect(!held.assertions.isEmpty)
          for index in held.assertions {
            let entry = event.history[index]
            #expect(entry.assertion.rank != .deprecated && entry.certainty.standing != nil)
            #expect(entry.assertion.fields.contains { $0 == (field.name, held.value) })
          }
        }
        guard field.isDisputed else { continue }
        disputes += 1
        let best = field.values.map { held in
          held.assertions.map { index in
            (event.history[index].assertion.asOf, event.history[index].certainty.standing ?? -1)
          }.max { ($0.1, $0.0) < ($1.1, $1.0) }.map { "\($0.1) \($0.0)" }
        }
        if field.values.allSatisfy({ value in
          value.assertions.allSatisfy { event.history[$0].assertion.rank == .normal }
        }) {
          #expect(Set(best.compactMap(\.self)).count == 1)
        }
      }
    }
    #expect(disputes > 20)
  }

  private func day(_ text: String) -> DateSortKey {
    ((try? UncertainDate(parsing: text)) ?? .unknown).sortKey
  }

  private func values(_ event: FoldedEvent<String>) -> [String] {
    event.fields.map { "\($0.name): \($0.values.map(\.value)) \($0.overtaken.map(\.value))" }
  }

  private func summary(_ event: FoldedEvent<String>) -> String {
    "\(event)"
  }
}

extension SeededRandom {
  mutating func assertion() -> Assertion<String> {
    let date = UncertainDate.day(CalendarDate(dayNumber: 20_000 + int(0...3)))
    let names = ["amount", "round", "stake"].filter { _ in int(0...1) == 0 }
    return Assertion(
      brief: pick(["a", "b", "c"]), ordinal: int(0...1), asOf: date.sortKey,
      certainty: int(0...3) == 0 ? nil : pick(Certainty.allCases),
      stage: int(0...1) == 0 ? nil : pick(Stage.allCases),
      reason: int(0...2) == 0 ? "because" : nil,
      rank: pick([.normal, .normal, .normal, .preferred, .deprecated]),
      fields: names.map { ($0, pick(["1", "2", "3"])) })
  }
}
