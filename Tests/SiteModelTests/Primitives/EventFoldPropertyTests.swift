import SiteModel
import Testing

/// What holds for every set of assertions, tried on sets made at random. A failure names its seed.
@Suite("The fold in general")
struct EventFoldPropertyTests {
  /// A value told in words that do not matter: figures agree when their numbers do.
  struct Figure: FoldValue {
    var number: Int
    var words: String
    var foldText: String { "\(number) \(words)" }
    func agrees(with other: Figure) -> Bool { number == other.number }
  }

  typealias Given = Assertion<Figure>

  private static let seeds = 0..<400

  private static func assertions(_ seed: Int, _ count: ClosedRange<Int> = 1...8) -> [Given] {
    var random = SeededRandom(UInt64(seed) + 5000)
    return (0..<random.int(count)).map { _ in random.figures() }
  }

  @Test("the order of the input changes nothing, not even which words are shown")
  func order() {
    for seed in Self.seeds {
      let given = Self.assertions(seed)
      var random = SeededRandom(UInt64(seed))
      let expected = Self.everything(EventFold.fold(given))
      for _ in 0..<3 {
        let folded = EventFold.fold(given.shuffled(using: &random))
        #expect(Self.everything(folded) == expected, "seed \(seed)")
      }
    }
  }

  @Test("the result is that of the rules applied one by one")
  func reference() {
    for seed in Self.seeds {
      let given = Self.assertions(seed)
      let folded = EventFold.fold(given)
      let expected = Reference(given)
      #expect(folded.certainty == expected.certainty, "seed \(seed)")
      #expect(folded.stage == expected.stage, "seed \(seed)")
      for name in Self.names {
        let numbers = Set(folded[name]?.values.map(\.value.number) ?? [])
        #expect(numbers == expected.numbers[name] ?? [], "\(name), seed \(seed)")
        #expect(folded[name]?.values.count ?? 0 == numbers.count, "\(name), seed \(seed)")
      }
    }
  }

  @Test("a deprecated assertion changes no value and no status")
  func deprecated() {
    for seed in Self.seeds {
      let given = Self.assertions(seed)
      var random = SeededRandom(UInt64(seed) + 1)
      var dead = random.figures()
      dead.rank = .deprecated
      #expect(
        Self.state(EventFold.fold(given + [dead])) == Self.state(EventFold.fold(given)),
        "seed \(seed)")
      let alone = EventFold.fold([dead])
      #expect(alone.fields.isEmpty && alone.certainty == nil && alone.stage == nil)
      #expect(alone.history.count == 1)
    }
  }

  @Test("what is denied or taken back never sets a value, whatever else it says")
  func denied() {
    for seed in Self.seeds {
      var random = SeededRandom(UInt64(seed) + 2)
      let given = Self.assertions(seed)
      var denial = random.figures()
      denial.certainty = random.pick([.denied, .retracted])
      denial.rank = random.pick([.normal, .preferred])
      // The newest, so that no later assertion inherits the denial.
      denial.asOf = SeededRandom.day(40_000)
      let (before, after) = (EventFold.fold(given), EventFold.fold(given + [denial]))
      #expect(Self.values(after) == Self.values(before), "seed \(seed)")
      #expect(after.certainty == denial.certainty, "seed \(seed)")
      #expect(EventFold.fold([denial]).fields.isEmpty)
    }
  }

  @Test("equal standing and different numbers are disputed, and a stronger assertion settles it")
  func dispute() {
    for seed in Self.seeds {
      var random = SeededRandom(UInt64(seed) + 3)
      let day = SeededRandom.day(random.int(0...3))
      let weak: [Certainty] = [.disputed, .rumoured, .reported]
      let certainty = random.pick(weak)
      var given = (1...random.int(2...4)).map { number in
        Given(
          brief: "b\(number)", asOf: day, certainty: certainty,
          fields: [("amount", Figure(number: number, words: "w\(number)"))])
      }
      let disputed = EventFold.fold(given)
      #expect(disputed["amount"]?.isDisputed == true, "seed \(seed)")
      #expect(disputed["amount"]?.values.count == given.count, "seed \(seed)")
      var strong = given[0]
      strong.brief = "strong"
      strong.fields = [("amount", Figure(number: 99, words: ""))]
      switch random.int(0...2) {
      case 0: strong.certainty = .confirmed
      case 1: strong.rank = .preferred
      default: strong.asOf = SeededRandom.day(9)
      }
      given.insert(strong, at: random.int(0...given.count))
      let settled = EventFold.fold(given)
      #expect(settled["amount"]?.agreed?.number == 99, "seed \(seed)")
      #expect(settled["amount"]?.overtaken.count == given.count - 1, "seed \(seed)")
    }
  }

  @Test("saying everything twice says nothing new")
  func duplicates() {
    for seed in Self.seeds {
      let given = Self.assertions(seed)
      let (once, twice) = (EventFold.fold(given), EventFold.fold(given + given))
      #expect(Self.state(twice) == Self.state(once), "seed \(seed)")
      #expect(twice.history.count == 2 * once.history.count)
    }
  }

  @Test("the history keeps every assertion, from the oldest on")
  func history() {
    for seed in Self.seeds {
      let given = Self.assertions(seed)
      let history = EventFold.fold(given).history
      #expect(
        history.map { Self.text($0.assertion) }.sorted() == given.map { Self.text($0) }.sorted(),
        "seed \(seed)")
      for (a, b) in zip(history, history.dropFirst()) {
        #expect(a.assertion.asOf <= b.assertion.asOf, "seed \(seed)")
      }
      // Every field that an assertion gives either stands or is marked as overtaken.
      let folded = EventFold.fold(given)
      for entry in folded.history {
        for field in entry.assertion.fields {
          let stands =
            folded[field.name]?.values.contains { $0.value.number == field.value.number } ?? false
          if !stands { #expect(entry.overtaken.contains(field.name), "seed \(seed)") }
        }
      }
    }
  }

  @Test("of values that agree, the words of the newest are shown, and all who gave it hold it")
  func agreement() {
    let old = Given(
      brief: "a", asOf: SeededRandom.day(1), certainty: .reported,
      fields: [("amount", Figure(number: 15, words: "fifteen"))])
    var new = old
    new.brief = "b"
    new.fields = [("amount", Figure(number: 15, words: "quinze"))]
    for given in [[old, new], [new, old]] {
      let field = EventFold.fold(given)["amount"]
      #expect(field?.agreed?.words == "quinze" && field?.values.first?.assertions == [0, 1])
      #expect(
        EventFold.fold(given).history.allSatisfy { $0.changes.isEmpty && $0.overtaken.isEmpty })
    }
  }

  // MARK: - What is compared

  static let names = ["amount", "round", "stake"]

  /// The rules of the fold in the order in which the documentation gives them.
  private struct Reference {
    var certainty: Certainty?
    var stage: Stage?
    var numbers: [String: Set<Int>] = [:]

    init(_ given: [Given]) {
      let ordered = given.sorted { a, b in
        (a.asOf, a.brief, a.ordinal, EventFoldPropertyTests.tie(a))
          < (b.asOf, b.brief, b.ordinal, EventFoldPropertyTests.tie(b))
      }
      var counting: [(certainty: Certainty, given: Given)] = []
      for item in ordered where item.rank != .deprecated {
        certainty = item.certainty ?? certainty
        stage = item.stage ?? stage
        let known = certainty ?? .reported
        if known != .denied && known != .retracted { counting.append((known, item)) }
      }
      let strength: [Certainty] = [.disputed, .rumoured, .reported, .confirmed]
      for name in EventFoldPropertyTests.names {
        var rest = counting.filter { $0.given.fields.contains { $0.name == name } }
        if rest.contains(where: { $0.given.rank == .preferred }) {
          rest = rest.filter { $0.given.rank == .preferred }
        }
        if let best = strength.last(where: { word in rest.contains { $0.certainty == word } }) {
          rest = rest.filter { $0.certainty == best }
        }
        let newest = rest.map(\.given.asOf).max()
        rest = rest.filter { $0.given.asOf == newest }
        numbers[name] = Set(
          rest.flatMap { $0.given.fields }.filter { $0.name == name }.map(\.value.number))
      }
    }
  }

  private static func text(_ given: Given) -> String {
    "\(given.asOf) \(given.brief) \(given.ordinal) \(tie(given))"
  }

  /// What the last ties between assertions of one day, brief and place are broken by.
  private static func tie(_ given: Given) -> String {
    let values = given.fields.map { "\($0.name)\u{1}\($0.value.foldText)" }.sorted()
    return
      ([
        given.rank.rawValue, given.certainty?.rawValue ?? "", given.stage?.rawValue ?? "",
        given.reason ?? "",
      ] + values).joined(separator: "\u{2}")
  }

  private static func values(_ event: FoldedEvent<Figure>) -> [String] {
    event.fields.map {
      "\($0.name): \($0.values.map(\.value.foldText)) \($0.overtaken.map(\.value.foldText))"
    }
  }

  private static func state(_ event: FoldedEvent<Figure>) -> [String] {
    values(event) + ["\(String(describing: event.certainty)) \(String(describing: event.stage))"]
  }

  private static func everything(_ event: FoldedEvent<Figure>) -> String { "\(event)" }
}

extension SeededRandom {
  static func day(_ number: Int) -> DateSortKey {
    UncertainDate.day(CalendarDate(dayNumber: 20_000 + number)).sortKey
  }

  mutating func figures() -> Assertion<EventFoldPropertyTests.Figure> {
    let names = EventFoldPropertyTests.names.filter { _ in int(0...1) == 0 }
    return Assertion(
      brief: pick(["a", "b", "c"]), ordinal: int(0...1), asOf: Self.day(int(0...3)),
      certainty: int(0...3) == 0 ? nil : pick(Certainty.allCases),
      stage: int(0...1) == 0 ? nil : pick(Stage.allCases),
      reason: int(0...2) == 0 ? "because" : nil,
      rank: pick([.normal, .normal, .normal, .preferred, .deprecated]),
      fields: names.map { ($0, .init(number: int(1...3), words: pick(["x", "y"]))) })
  }
}
