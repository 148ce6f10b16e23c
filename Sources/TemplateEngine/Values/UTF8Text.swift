/// The bytes of a string that lives in an arena: read-only, and checked at each access.
///
/// What filters, the lexer and all else that reads text is given in place of a pointer. It does not
/// keep the arena alive: as a value, it is for use while the page or the library that it came from
/// is. A part shares the places of the whole, as slices do; `rebased` counts from 0 again.
struct UTF8Text: RandomAccessCollection {
  private let base: UnsafePointer<UInt8>?
  let startIndex: Int
  let endIndex: Int

  /// No bytes.
  static var empty: UTF8Text { UTF8Text(UnsafeBufferPointer(start: nil, count: 0)) }

  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    base = bytes.baseAddress
    startIndex = 0
    endIndex = bytes.count
  }

  private init(base: UnsafePointer<UInt8>?, _ range: Range<Int>) {
    self.base = base
    startIndex = range.lowerBound
    endIndex = range.upperBound
  }

  @inline(__always)
  subscript(index: Int) -> UInt8 {
    precondition(index >= startIndex && index < endIndex, "a place outside of a text")
    // A text with a place in it has a base.
    return base.unsafelyUnwrapped[index]
  }

  subscript(range: Range<Int>) -> UTF8Text {
    precondition(
      range.lowerBound >= startIndex && range.upperBound <= endIndex, "a part outside of a text")
    return UTF8Text(base: base, range)
  }

  /// The same bytes, counted from 0.
  var rebased: UTF8Text { UTF8Text(buffer) }

  /// The bytes for code that takes pointers.
  @inline(__always)
  var buffer: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base.map { $0 + startIndex }, count: endIndex - startIndex)
  }

  func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try body(buffer)
  }
}

extension Array where Element == UInt8 {
  /// Hands the bytes to `body` as a text, which must not outlive it.
  func withText<Result>(_ body: (UTF8Text) -> Result) -> Result {
    withUnsafeBufferPointer { body(UTF8Text($0)) }
  }
}

extension String {
  /// Hands the string's UTF-8 to `body` as a text, which must not outlive it.
  func withText<Result>(_ body: (UTF8Text) -> Result) -> Result {
    var text = self
    return text.withUTF8 { body(UTF8Text($0)) }
  }
}
