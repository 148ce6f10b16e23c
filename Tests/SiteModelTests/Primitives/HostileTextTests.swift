import SiteModel
import Testing

/// Every parser of a primitive against texts that nobody meant to write.
@Suite("Any text")
struct HostileTextTests {
  /// The parsers, by name. Each gives the canonical text of what it read.
  private static let parsers: [(name: String, parse: @Sendable (String) throws -> String?)] = [
    ("date", { try UncertainDate(parsing: $0).edtf }),
    ("day", { try CalendarDate(parsing: $0).description }),
    ("instant", { try Instant(parsing: $0).description }),
    ("quantity", { try Quantity(parsing: $0).description }),
    ("number", { try DecimalNumber(parsing: $0).description }),
    ("slug", { try Slug(parsing: $0).text }),
  ]

  /// Texts that are right, to be spoilt.
  private static let right = [
    "2025-06-10T14:00+02:00", "2025-Q3~", "2025-06/2025-09", "2025-06/..", "../2025-H1%",
    "13.5B USD", "~50 people", "several billion USD", "tens of millions of EUR", ">=2.5 GW",
    "2-3B USD", "1,000 people", "13 500 USD", "€5M", "-3.5%", "2e25 FLOP", "some-slug",
  ]

  @Test("is read, or refused at bytes that lie within it", arguments: 0..<12)
  func anyText(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 100)
    for round in 0..<400 {
      let text = round % 3 == 0 ? random.bytes() : random.slip(in: random.pick(Self.right))
      for parser in Self.parsers { Self.check(text, parser.name, parser.parse, seed) }
      Self.checkFields(text, &random, seed)
    }
  }

  /// What is read prints a text that reads back and prints itself; what is refused says where.
  private static func check(
    _ text: String, _ name: String, _ parse: (String) throws -> String?, _ seed: Int
  ) {
    do {
      guard let printed = try parse(text) else { return }
      #expect(try parse(printed) == printed, "\(name) of '\(text)', seed \(seed)")
    } catch let problem as ParseProblem {
      expect(problem, within: text, "\(name) of '\(text)', seed \(seed)")
    } catch {
      Issue.record("\(name) of '\(text)' threw \(error), seed \(seed)")
    }
  }

  private static func checkFields(_ text: String, _ random: inout SeededRandom, _ seed: Int) {
    var fields = QuantityFields(random.quantity())
    switch random.int(0...6) {
    case 0: fields.value = text
    case 1: fields.min = text
    case 2: fields.magnitude = text
    case 3: fields.q = text
    case 4: fields.unit = text
    case 5: fields.nature = text
    default: fields.inferred = [text]
    }
    do {
      let quantity = try fields.quantity()
      #expect(try QuantityFields(quantity).quantity() == quantity, "'\(text)', seed \(seed)")
    } catch {
      guard let meant = fields.text(of: error.field) else {
        #expect(error.problem.range == 0..<0, "\(error.field), seed \(seed)")
        return
      }
      expect(error.problem, within: meant, "\(error.field): '\(meant)', seed \(seed)")
    }
  }

  private static func expect(_ problem: ParseProblem, within text: String, _ what: String) {
    let bytes = Array(text.utf8)
    let range = problem.range
    #expect(range.lowerBound >= 0 && range.upperBound <= bytes.count, "\(what): \(range)")
    #expect(!problem.message.isEmpty, "\(what)")
    // An underline that begins within a letter would be drawn under half of it.
    for end in [range.lowerBound, range.upperBound] where bytes.indices.contains(end) {
      #expect(bytes[end] & 0xC0 != 0x80, "\(what): \(range) splits a letter")
    }
  }

  @Test(
    "of a hundred thousand bytes takes no longer than its length", .timeLimit(.minutes(1)),
    arguments: [
      "1", "0", "-", "several ", "tens of ", "billion ", "é", "~", "1 ", "\u{202F}1", "a-", "2-",
      "1B-",
    ])
  func long(_ piece: String) {
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    for start in ["", "2025-", "1"] {
      for parser in Self.parsers where parser.name != "slug" || start.isEmpty {
        Self.check(start + text, parser.name, parser.parse, 0)
      }
      #expect(throws: FieldProblem.self) { try RelativeDate(word: start + text, anchor: "a") }
    }
  }
}

extension QuantityFields {
  /// The text of the field of that name, as problems name it.
  fileprivate func text(of field: String) -> String? {
    switch field {
    case "value": value
    case "min": min
    case "max": max
    case "magnitude": magnitude
    case "q": q
    case "currency": currency
    case "unit": unit
    case "nature": nature
    default: field.hasPrefix("inferred[") ? inferred.first : nil
    }
  }
}

extension SeededRandom {
  /// Bytes of any kind as text; what is not UTF-8 becomes U+FFFD.
  mutating func bytes() -> String {
    let length = int(0...24)
    let isWide = int(0...1) == 0
    return String(
      decoding: (0..<length).map { _ in UInt8(int(isWide ? 0...255 : 0x20...0x7E)) }, as: UTF8.self)
  }

  /// A text with one to three letters changed, doubled, dropped or put in.
  mutating func slip(in text: String) -> String {
    var letters = Array(text.unicodeScalars)
    let others = Array(
      "0159-/.:TZQH+~?%<>= ,kMBGbéx€\u{202F}\u{A0}\u{2013}\u{1F600}".unicodeScalars)
    for _ in 0..<int(1...3) where !letters.isEmpty {
      let place = int(0...letters.count - 1)
      switch int(0...3) {
      case 0: letters[place] = pick(others)
      case 1: letters.insert(letters[place], at: place)
      case 2: letters.remove(at: place)
      default: letters.insert(pick(others), at: place)
      }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: letters)
    return String(result)
  }
}
