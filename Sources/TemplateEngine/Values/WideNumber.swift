/// Division of large integers, rounded once.
enum WideNumber {
  /// The nearest double to the quotient of two integers; `y` is not zero.
  static func quotient(_ x: Int, _ y: Int) -> Double {
    guard x != 0 else { return y < 0 ? -0.0 : 0.0 }
    let shift = 63 + x.magnitude.leadingZeroBitCount
    let (quotient, remainder) = (UInt128(x.magnitude) << UInt128(shift))
      .quotientAndRemainder(dividingBy: UInt128(y.magnitude))
    // A bit below all that count tells the rounding that the division left something over.
    let sticky = quotient | (remainder == 0 ? 0 : 1)
    let result = Double(sticky) * Double(sign: .plus, exponent: -shift, significand: 1)
    return (x < 0) != (y < 0) ? -result : result
  }
}
