/// Sets quotes, apostrophes, dashes, ellipses and French spaces as a printer would.
///
/// It looks at one place of a text at a time and says what to put there. The text comes in pieces
/// (emphasis and links cut it), so the end of the last piece is remembered. What it produces it
/// leaves alone when it meets it again.
///
/// English: curly quotes. French: guillemets with U+202F inside, U+202F before `; : ! ? »`.
/// Both: `...` is …, `--` is –, `---` is —, and `'` is ’ or ‘. Other languages are left alone.
struct Typography {
  /// What the parts of a text are set like.
  enum Style {
    case none
    case english
    case french

    /// The style of a BCP 47 tag: its first part decides.
    init(language: String) {
      switch language.prefix(while: { $0 != "-" && $0 != "_" }).lowercased() {
      case "en": self = .english
      case "fr": self = .french
      default: self = .none
      }
    }
  }

  /// Bytes to write in place of others.
  struct Change {
    /// How many bytes before the place are taken back: a space.
    var before = 0
    /// How many bytes from the place on are replaced.
    var length: Int
    /// What is written; never anything that HTML must escape.
    var text: StaticString
  }

  let style: Style
  /// What came before the piece at hand.
  private var carried = Neighbour.space
  private var quoteIsOpen = false
  /// Where the bytes begin that are not yet written; a space before it is no longer there to take.
  var floor = 0

  init(_ style: Style) { self.style = style }

  /// Begins a block: nothing comes before, no quote is open.
  mutating func beginBlock() {
    carried = .space
    quoteIsOpen = false
  }

  /// Remembers that something took the place of a word, such as code.
  mutating func passWord() { carried = .letter }

  /// Remembers that the line was broken.
  mutating func passSpace() { carried = .space }

  /// Remembers how a piece ended.
  mutating func endPiece(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) {
    if style != .none, end > 0 { carried = before(text, end) }
  }

  /// The bytes at which a change is possible.
  var places: [UInt8] {
    switch style {
    case .none: []
    case .english: Array("\"'.-".utf8)
    case .french: Array("\"'.-;:!?".utf8) + [0xC2]
    }
  }

  /// The change to make at `index`, if any. `isLast` says that the block ends with the piece;
  /// otherwise what follows it is unknown. The piece ends at `end`.
  mutating func change(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, end: Int, isLast: Bool
  ) -> Change? {
    switch text[index] {
    case 0x2E: return ellipsis(text, index, end)
    case 0x2D: return dash(text, index, end)
    case 0x27: return apostrophe(text, index, end, isLast)
    case 0x22: return quote(text, index, end, isLast)
    default:
      return style == .french ? frenchSpace(text, index, end, isLast) : nil
    }
  }

  // MARK: What stands beside a place

  private enum Neighbour {
    case space, fixedSpace, opening, letter, digit, stop, closing, unknown
  }

  /// What stands before `index`.
  private func before(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Neighbour {
    guard index > 0 else { return carried }
    let byte = text[index - 1]
    // A space that was taken into a guillemet's thin space.
    if byte == 0x20, index <= floor { return .fixedSpace }
    if byte < 0x80 { return Self.ascii(byte) }
    guard index > 1 else { return .letter }
    if text[index - 2] == 0xC2 {
      switch byte {
      case 0xA0: return .fixedSpace
      case 0xAB: return .opening
      case 0xBB: return .closing
      default: return .letter
      }
    }
    guard index > 2, text[index - 3] == 0xE2, text[index - 2] == 0x80 else { return .letter }
    switch byte {
    case 0xAF: return .fixedSpace
    case 0x93, 0x94, 0x98, 0x9C: return .opening
    case 0x99, 0x9D: return .closing
    case 0xA6: return .stop
    default: return .letter
    }
  }

  /// What stands at `index`.
  private func after(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, _ isLast: Bool
  ) -> Neighbour {
    guard index < end else { return isLast ? .space : .unknown }
    if text[index] < 0x80 { return Self.ascii(text[index]) }
    if index + 1 < end, text[index] == 0xC2 {
      switch text[index + 1] {
      case 0xA0: return .fixedSpace
      case 0xAB: return .opening
      case 0xBB: return .closing
      default: return .letter
      }
    }
    guard index + 2 < end, text[index] == 0xE2, text[index + 1] == 0x80 else { return .letter }
    return text[index + 2] == 0xAF ? .fixedSpace : .closing
  }

  private static func ascii(_ byte: UInt8) -> Neighbour {
    switch byte {
    case 0...0x20: .space
    case 0x30...0x39: .digit
    case 0x28, 0x5B, 0x7B, 0x2D, 0x2F, 0x3D, 0x3C: .opening
    case 0x21, 0x2E, 0x3A, 0x3B, 0x3F: .stop
    case 0x22, 0x27, 0x29, 0x2C, 0x5D, 0x7D, 0x3E: .closing
    default: .letter
    }
  }

  // MARK: The rules

  /// How many of `byte` stand in a row, up to four.
  private func run(
    _ byte: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> Int {
    var stop = index
    while stop < min(end, index + 4), text[stop] == byte { stop += 1 }
    return stop - index
  }

  /// Exactly three dots.
  private func ellipsis(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> Change? {
    guard index + 2 < end, text[index + 1] == 0x2E, run(0x2E, text, index, end) == 3,
      index == 0 || text[index - 1] != 0x2E
    else { return nil }
    return Change(length: 3, text: "…")
  }

  /// Two or three hyphens; not those of a command's option (` --all`).
  private func dash(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Change? {
    guard index + 1 < end, text[index + 1] == 0x2D, index == 0 || text[index - 1] != 0x2D
    else { return nil }
    let length = run(0x2D, text, index, end)
    guard length <= 3 else { return nil }
    let last = before(text, index)
    if last == .space || last == .fixedSpace,
      after(text, index + length, end, false) == .letter
    {
      return nil
    }
    return Change(length: length, text: length == 2 ? "–" : "—")
  }

  private func apostrophe(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, _ isLast: Bool
  ) -> Change {
    let opens: Bool
    switch before(text, index) {
    case .space, .fixedSpace, .opening:
      let next = after(text, index + 1, end, isLast)
      opens = style == .english && next != .digit && next != .space
    default: opens = false
    }
    return Change(length: 1, text: opens ? "‘" : "’")
  }

  /// A double quote opens after a space or an opening mark, else it closes; after a digit, with no
  /// quote open, it means inches and stays.
  private mutating func quote(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, _ isLast: Bool
  ) -> Change? {
    let next = after(text, index + 1, end, isLast)
    let last = before(text, index)
    let mayOpen = last == .space || last == .fixedSpace || last == .opening
    if last == .digit, !quoteIsOpen { return nil }
    let opens = mayOpen && !(quoteIsOpen && (next == .space || next == .stop || next == .closing))
    quoteIsOpen = opens
    guard style == .french else { return Change(length: 1, text: opens ? "“" : "”") }
    if opens {
      if next == .fixedSpace { return Change(length: 1, text: "«") }
      let swallowed = index + 1 < end && text[index + 1] == 0x20 ? 2 : 1
      return Change(length: swallowed, text: "«\u{202F}")
    }
    if last == .fixedSpace { return Change(length: 1, text: "»") }
    let spaced = index > floor && text[index - 1] == 0x20
    return Change(before: spaced ? 1 : 0, length: 1, text: "\u{202F}»")
  }

  /// The thin space that French sets before high punctuation and inside guillemets.
  private func frenchSpace(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, _ isLast: Bool
  ) -> Change? {
    switch text[index] {
    case 0xC2:
      guard index + 1 < end else { return nil }
      if text[index + 1] == 0xBB { return thinSpace(text, index, 2, "\u{202F}»") }
      guard text[index + 1] == 0xAB else { return nil }
      switch after(text, index + 2, end, isLast) {
      case .fixedSpace: return nil
      case .space:
        guard index + 2 < end, text[index + 2] == 0x20 else { return nil }
        return Change(length: 3, text: "«\u{202F}")
      default: return Change(length: 2, text: "«\u{202F}")
      }
    case 0x3A:
      let next = after(text, index + 1, end, isLast)
      let spaced = index > floor && text[index - 1] == 0x20
      guard next == .space || spaced && (next == .letter || next == .unknown || next == .digit)
      else { return nil }
      return thinSpace(text, index, 1, "\u{202F}:")
    case 0x3B: return mark(text, index, end, isLast, "\u{202F};")
    case 0x3F: return mark(text, index, end, isLast, "\u{202F}?")
    case 0x21:
      if index + 1 < end, text[index + 1] == 0x5B { return nil }
      return mark(text, index, end, isLast, "\u{202F}!")
    default: return nil
    }
  }

  private func mark(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, _ isLast: Bool,
    _ replacement: StaticString
  ) -> Change? {
    switch after(text, index + 1, end, isLast) {
    case .letter, .digit: nil
    default: thinSpace(text, index, 1, replacement)
    }
  }

  private func thinSpace(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int, _ replacement: StaticString
  ) -> Change? {
    if index > floor, text[index - 1] == 0x20 {
      return index == 1 && carried == .space
        ? nil : Change(before: 1, length: length, text: replacement)
    }
    switch before(text, index) {
    case .letter, .digit, .closing: return Change(length: length, text: replacement)
    default: return nil
    }
  }
}
