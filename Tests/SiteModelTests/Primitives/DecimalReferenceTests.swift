import SiteModel
import Testing

/// Decimal arithmetic against another one: whole numbers as lists of digits, added and multiplied
/// as at school.
@Suite("Decimal arithmetic against long arithmetic")
struct DecimalReferenceTests {
  @Test("sums, differences and products are exact, or there is none", arguments: 0..<8)
  func arithmetic(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed) + 200)
    var (sums, products) = (0, 0)
    for _ in 0..<1500 {
      let (a, b) = (random.wideDecimal(), random.wideDecimal())
      let (x, y) = (LongNumber(a), LongNumber(b))
      let what = "\(a) and \(b), seed \(seed)"
      #expect(a.adding(b) == b.adding(a) && a.multiplied(by: b) == b.multiplied(by: a), "\(what)")
      if let sum = a.adding(b) {
        #expect(LongNumber(sum) == x.plus(y), "\(what)")
        #expect(a.adding(b.negated) == b.adding(a.negated)?.negated, "\(what)")
        sums += 1
      } else {
        #expect(x.plus(y).isBeyondBounds || a.spread(to: b) > 36, "\(what)")
      }
      if let product = a.multiplied(by: b) {
        #expect(LongNumber(product) == x.times(y), "\(what)")
        products += 1
      } else {
        #expect(x.times(y).isBeyondBounds || a.digitProduct(b) > 38, "\(what)")
      }
      #expect((a < b) == x.isLess(than: y) && (a == b) == (x == y), "\(what)")
      #expect(a.adding(a.negated) == .zero)
    }
    #expect(sums > 300 && products > 300)
  }

  @Test("rounding gives the neighbour on the side that was asked for", arguments: 0..<4)
  func rounding(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed) + 300)
    for _ in 0..<1500 {
      let number = random.wideDecimal()
      let digits = random.int(1...12)
      let what = "\(number) to \(digits), seed \(seed)"
      let (down, up) = (
        number.rounded(toSignificant: digits, .down), number.rounded(toSignificant: digits, .up)
      )
      let near = number.rounded(toSignificant: digits)
      #expect(down <= number && number <= up && (near == down || near == up), "\(what)")
      #expect(near.negated == number.negated.rounded(toSignificant: digits), "\(what)")
      for result in [down, up, near] {
        #expect(result.significantDigits <= digits, "\(what)")
        #expect(result.rounded(toSignificant: digits) == result, "\(what)")
      }
      if number.significantDigits <= digits {
        #expect(down == number && up == number, "\(what)")
      } else if let below = number.adding(down.negated), let above = up.adding(number.negated) {
        if below < above { #expect(near == down, "\(what)") }
        if above < below { #expect(near == up, "\(what)") }
        #expect(down < up, "\(what)")
      }
    }
  }
}

/// A signed decimal number as a list of digits, the least first, and the power of ten of the first.
private struct LongNumber: Equatable {
  var isNegative: Bool
  var digits: [Int]
  var exponent: Int

  init(isNegative: Bool, digits: [Int], exponent: Int) {
    var (rest, power) = (digits[...], exponent)
    while rest.last == 0 { rest.removeLast() }
    while rest.first == 0 {
      rest.removeFirst()
      power += 1
    }
    self.digits = Array(rest)
    self.isNegative = isNegative && !rest.isEmpty
    self.exponent = rest.isEmpty ? 0 : power
  }

  /// Read from the printed form, so that nothing of the number's own arithmetic is used.
  init(_ number: DecimalNumber) {
    let text = number.description
    let fraction = text.split(separator: ".").dropFirst().first?.count ?? 0
    self.init(
      isNegative: text.hasPrefix("-"), digits: text.compactMap(\.wholeNumberValue).reversed(),
      exponent: -fraction)
  }

  /// Whether a decimal number has no room for it.
  var isBeyondBounds: Bool {
    digits.count > DecimalNumber.maximumDigits
      || exponent.magnitude > UInt(DecimalNumber.maximumExponent)
  }

  func plus(_ other: LongNumber) -> LongNumber {
    let power = min(exponent, other.exponent)
    let (a, b) = (shifted(to: power), other.shifted(to: power))
    if isNegative == other.isNegative {
      return LongNumber(isNegative: isNegative, digits: Self.sum(a, b), exponent: power)
    }
    let isGreater = !Self.isLess(a, b)
    let difference = isGreater ? Self.difference(a, b) : Self.difference(b, a)
    return LongNumber(
      isNegative: isGreater ? isNegative : other.isNegative, digits: difference, exponent: power)
  }

  func times(_ other: LongNumber) -> LongNumber {
    var result = [Int](repeating: 0, count: digits.count + other.digits.count + 1)
    for (i, a) in digits.enumerated() {
      for (j, b) in other.digits.enumerated() { result[i + j] += a * b }
    }
    for place in result.indices.dropLast() {
      result[place + 1] += result[place] / 10
      result[place] %= 10
    }
    return LongNumber(
      isNegative: isNegative != other.isNegative, digits: result,
      exponent: exponent + other.exponent)
  }

  func isLess(than other: LongNumber) -> Bool {
    if isNegative != other.isNegative { return isNegative }
    let power = min(exponent, other.exponent)
    let (a, b) = (shifted(to: power), other.shifted(to: power))
    return isNegative ? Self.isLess(b, a) : Self.isLess(a, b)
  }

  private func shifted(to power: Int) -> [Int] {
    digits.isEmpty ? [] : [Int](repeating: 0, count: exponent - power) + digits
  }

  private static func sum(_ a: [Int], _ b: [Int]) -> [Int] {
    var (result, carry): ([Int], Int) = ([], 0)
    for place in 0..<max(a.count, b.count) {
      let total = (place < a.count ? a[place] : 0) + (place < b.count ? b[place] : 0) + carry
      result.append(total % 10)
      carry = total / 10
    }
    return result + [carry]
  }

  /// `a` − `b`, where `a` is not the lesser.
  private static func difference(_ a: [Int], _ b: [Int]) -> [Int] {
    var (result, borrow): ([Int], Int) = ([], 0)
    for place in a.indices {
      let rest = a[place] - (place < b.count ? b[place] : 0) - borrow
      borrow = rest < 0 ? 1 : 0
      result.append(rest < 0 ? rest + 10 : rest)
    }
    return result
  }

  private static func isLess(_ a: [Int], _ b: [Int]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    return a.reversed().lexicographicallyPrecedes(b.reversed())
  }
}

extension DecimalNumber {
  /// How many digits it takes to write both with the last place of the finer.
  fileprivate func spread(to other: DecimalNumber) -> Int {
    let first = max(orderOfMagnitude ?? 0, other.orderOfMagnitude ?? 0)
    return first - min(exponent, other.exponent) + 1
  }

  /// The most digits that the product may have.
  fileprivate func digitProduct(_ other: DecimalNumber) -> Int {
    significantDigits + other.significantDigits
  }
}

extension SeededRandom {
  /// A number of up to 36 digits.
  mutating func wideDecimal() -> DecimalNumber {
    var coefficient: Int128 = 0
    for _ in 0..<int(1...pick([3, 9, 18, 36])) {
      coefficient = coefficient * 10 + Int128(int(0...9))
    }
    return DecimalNumber(
      coefficient: int(0...1) == 0 ? coefficient : -coefficient, exponent: int(-24...12)) ?? .zero
  }
}
