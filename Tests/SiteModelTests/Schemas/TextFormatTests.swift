import Foundation
import Testing

@testable import SiteModel

/// The patterns of the JSON Schema against the parsers: both must take and refuse the same texts.
@Suite("Patterns for editors")
struct TextFormatTests {
  /// The problems that only a parser can see: they compare two numbers or count what has no room.
  private static let unseen = [
    "an interval ends after it begins", "a range goes from the lesser to the greater",
    "the number is too great or too fine", "the amount is too great", "a number has at most",
  ]

  @Test("dates: the pattern takes what the parser takes")
  func dates() throws {
    let inputs = try Self.inputs("dates.txt")
    #expect(inputs.count > 60)
    try Self.compare(.date, inputs) { _ = try UncertainDate(parsing: $0) }
  }

  @Test("dates with a slip in them", arguments: 0..<8)
  func slippedDates(_ seed: UInt64) throws {
    let inputs = Self.slips(try Self.inputs("dates.txt"), seed, "0123456789-/.:TZQH+~ ")
    try Self.compare(.date, inputs) { _ = try UncertainDate(parsing: $0) }
  }

  @Test("every day of the calendar around four turns of a century, and none that is not")
  func calendar() throws {
    let pattern = try Self.regex(.date)
    for year in [1900, 1999, 2000, 2023, 2024, 2100] {
      for month in 0...13 {
        for day in 0...32 {
          let text = "\(year)-\(Self.two(month))-\(Self.two(day))"
          let exists = CalendarDate(year: year, month: month, day: day) != nil
          #expect((try pattern.wholeMatch(in: text) != nil) == exists, "\(text)")
        }
      }
    }
  }

  @Test("quantities: the pattern takes what the parser takes")
  func quantities() throws {
    let inputs = try Self.inputs("quantities.txt")
    #expect(inputs.count > 100)
    try Self.compare(.quantity, inputs) { _ = try Quantity(parsing: $0) }
  }

  @Test("quantities with a slip in them", arguments: 0..<8)
  func slippedQuantities(_ seed: UInt64) throws {
    let inputs = Self.slips(try Self.inputs("quantities.txt"), seed, "0159.,-+ ~<>kMBTGWeUSD%of")
    try Self.compare(.quantity, inputs) { _ = try Quantity(parsing: $0) }
  }

  @Test("decimal numbers with scales, as the fields of a quantity take them")
  func decimals() throws {
    let inputs = ["15B", "15 billion", "1.5", "-3", "+3", "2e25", "5 B", "5 GW", "5 USD", "", "x"]
    try Self.compare(.decimal, Self.slips(inputs, 1, "0.5BM e-") + inputs) { text in
      var fields = QuantityFields()
      fields.value = text
      _ = try fields.quantity()
    }
    try Self.compare(.number, Self.slips(["1.08", "2e25", "-1"], 2, "0.,e- ")) {
      _ = try DecimalNumber(parsing: $0)
    }
  }

  @Test("slugs: the pattern takes what the slugger leaves as it is")
  func slugs() throws {
    var inputs = try Self.inputs("authored-slugs.txt")
    inputs += Self.slips(inputs, 3, "a-1Z ")
    let pattern = try Self.regex(.slug)
    for text in inputs where text.utf8.count <= Slug.maximumLength {
      let isSlug = (try? Slug(parsing: text)) != nil
      #expect((try pattern.wholeMatch(in: text) != nil) == isSlug, "\(text)")
    }
  }

  @Test("language tags and the site's address")
  func shortFormats() throws {
    let tags = Self.slips(
      ["en", "pt-BR", "zh-Hant-TW", "e", "eng", "engl", "EN", "en-"], 4, "a-Z1")
    let language = try Self.regex(.language)
    for tag in tags {
      #expect((try language.wholeMatch(in: tag) != nil) == LanguageTag.isTag(tag), "\(tag)")
    }
    let bases = Self.slips(
      [
        "https://example.org", "http://a.b/c/", "https://x/../y", "https://x/.",
        "https://[::1]:80/",
      ],
      5, "./:a?#")
    let address = try Self.regex(.baseURL)
    for base in bases {
      #expect((try address.wholeMatch(in: base) != nil) == (BaseURL(base) != nil), "\(base)")
    }
  }

  @Test("units and currencies are listed whole")
  func lists() {
    for name in TextFormat.unit.words ?? [] { #expect(MeasureUnit.named(name) != nil, "\(name)") }
    #expect(TextFormat.unit.words?.contains("GWh") == true)
    #expect(TextFormat.currency.words?.count == Currency.all.count)
    #expect(TextFormat.relativeDate.words?.count == RelativeDate.Word.allCases.count)
  }

  // MARK: - Comparing

  private static func compare(
    _ format: TextFormat, _ inputs: [String], _ parse: (String) throws -> Void
  ) throws {
    let pattern = try regex(format)
    for input in inputs {
      let matches = try pattern.wholeMatch(in: input) != nil
      do {
        try parse(input)
        #expect(matches, "'\(input)' is read, but the pattern refuses it")
      } catch {
        let message =
          "\((error as? FieldProblem)?.problem.message ?? (error as? ParseProblem)?.message ?? "")"
        let isUnseen = unseen.contains { message.hasPrefix($0) }
        #expect(!matches || isUnseen, "'\(input)' is refused (\(message)), but not by the pattern")
      }
    }
  }

  private static func regex(_ format: TextFormat) throws -> Regex<AnyRegexOutput> {
    try Regex(try #require(format.pattern)).matchingSemantics(.unicodeScalar)
  }

  private static func inputs(_ name: String) throws -> [String] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Primitives/Fixtures").appending(path: name)
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { String($0.split(separator: " ⇒")[0]) }
  }

  /// Each input with one scalar put in, taken out or changed.
  private static func slips(_ inputs: [String], _ seed: UInt64, _ letters: String) -> [String] {
    var random = SeededRandom(seed)
    let letters = Array(letters.unicodeScalars)
    return inputs.map { input in
      var scalars = Array(input.unicodeScalars)
      let place = random.int(0...scalars.count)
      switch random.int(0...2) {
      case 0: scalars.insert(random.pick(letters), at: place)
      case 1 where place < scalars.count: scalars.remove(at: place)
      default: if place < scalars.count { scalars[place] = random.pick(letters) }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
