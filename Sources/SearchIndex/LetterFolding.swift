/// Folds texts: small letters, plain ones where `FoldedLetters` has one, no marks.
struct LetterFolding: Sendable {
  /// For each scalar up to U+024F and from U+1E00 to U+206F what it becomes; `nil`: it stays.
  private let near: [[UInt8]?]
  private let far: [[UInt8]?]
  private let others: [UInt32: [UInt8]]

  private static let nearEnd: UInt32 = 0x250
  private static let farRange: ClosedRange<UInt32> = 0x1E00...0x206F

  init() {
    var plain: [UInt32: [UInt8]] = [:]
    for group in FoldedLetters.groups {
      for letter in group.letters.unicodeScalars {
        plain[letter.value] = Array(group.plain.utf8)
      }
    }
    func folded(_ value: UInt32) -> [UInt8]? {
      Unicode.Scalar(value).map { Self.folded($0, plain) }
    }
    near = (0..<Self.nearEnd).map(folded)
    far = Self.farRange.map(folded)
    others = plain
  }

  /// A scalar's small letters, each folded.
  private static func folded(_ scalar: Unicode.Scalar, _ plain: [UInt32: [UInt8]]) -> [UInt8] {
    var out: [UInt8] = []
    for small in scalar.properties.lowercaseMapping.unicodeScalars {
      if let known = plain[small.value] {
        out += known
      } else if !(0x300...0x36F).contains(small.value) {
        out += Array(String(small).utf8)
      }
    }
    return out
  }

  /// Appends `text` (valid UTF-8), folded, to `out`.
  func fold(_ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, text[index] < 0x80 { index += 1 }
      if index > start {
        let first = out.count
        out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        for place in first..<out.count where out[place] &- 0x41 < 26 { out[place] |= 0x20 }
        continue
      }
      let (scalar, length) = text.scalar(at: index)
      index += length
      if scalar.value < Self.nearEnd, let known = near[Int(scalar.value)] {
        out += known
      } else if Self.farRange.contains(scalar.value),
        let known = far[Int(scalar.value - Self.farRange.lowerBound)]
      {
        out += known
      } else {
        out += Self.folded(scalar, others)
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins at a place of valid UTF-8, and its length in bytes.
  func scalar(at index: Int) -> (Unicode.Scalar, length: Int) {
    let first = UInt32(self[index])
    func next(_ offset: Int) -> UInt32 {
      index + offset < count ? UInt32(self[index + offset] & 0x3F) : 0
    }
    let value: UInt32
    let length: Int
    switch first {
    case ..<0x80: (value, length) = (first, 1)
    case ..<0xE0: (value, length) = ((first & 0x1F) << 6 | next(1), 2)
    case ..<0xF0: (value, length) = ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
    default:
      (value, length) = ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
