import SiteModel
import Testing

@Suite("Exact decimal numbers")
struct DecimalNumberTests {
  @Test("each number reads as the table says, and each mistake is explained")
  func forms() throws {
    try FixtureTable.check("decimals.txt") { text in
      try DecimalNumber(parsing: text).description
    }
  }

  @Test("what a number prints, it reads back, and equal numbers are equal values")
  func roundTrip() throws {
    var random = SeededRandom(21)
    for _ in 0..<3000 {
      let number = random.decimal()
      #expect(try DecimalNumber(parsing: number.description) == number)
      let more = number.fractionDigits > 0 ? "00" : ".000"
      #expect(try DecimalNumber(parsing: number.description + more) == number)
    }
  }

  @Test("sums, products and order agree with whole-number arithmetic")
  func arithmetic() throws {
    var random = SeededRandom(22)
    for _ in 0..<3000 {
      let (a, b) = (random.int(-100_000...100_000), random.int(-100_000...100_000))
      let (p, q) = (random.int(0...4), random.int(0...4))
      let x = try #require(DecimalNumber(coefficient: Int128(a), exponent: -p))
      let y = try #require(DecimalNumber(coefficient: Int128(b), exponent: -q))
      let (m, n) = (a * powers[4 - p], b * powers[4 - q])
      #expect(x.adding(y) == DecimalNumber(coefficient: Int128(m + n), exponent: -4))
      #expect(
        x.multiplied(by: y) == DecimalNumber(coefficient: Int128(m) * Int128(n), exponent: -8))
      #expect((x < y) == (m < n))
      #expect((x == y) == (m == n))
    }
  }

  @Test("numbers far apart are compared without loss")
  func farApart() throws {
    let texts = [
      "-2e60", "-1e60", "-1", "-1e-60", "0", "1e-60", "1.1e-60", "0.5", "1e60", "1.1e60",
    ]
    let numbers = try texts.map { try DecimalNumber(parsing: $0) }
    var random = SeededRandom(23)
    #expect(numbers.shuffled(using: &random).sorted() == numbers)
    #expect(numbers[9].adding(numbers[5]) == nil)
    #expect(numbers[9].multiplied(by: numbers[8]) == nil)
  }

  @Test("rounding takes a half to the even digit")
  func rounding() throws {
    for (text, digits, expected) in [
      ("12345", 3, "12300"), ("12350", 3, "12400"), ("12250", 3, "12200"), ("-12350", 3, "-12400"),
      ("999.9", 2, "1000"), ("0.0125", 2, "0.012"), ("5", 3, "5"), ("0", 1, "0"),
    ] {
      #expect(
        try DecimalNumber(parsing: text).rounded(toSignificant: digits).description == expected)
    }
  }

  private var powers: [Int] { [1, 10, 100, 1000, 10_000] }
}

extension SeededRandom {
  mutating func decimal() -> DecimalNumber {
    DecimalNumber(
      coefficient: Int128(int(-999_999...999_999)) * Int128(int(1...1_000_000)),
      exponent: int(-20...20)) ?? .zero
  }
}
