/// A place below the output folder that is safe on every file system, web server and object store.
///
/// Non-empty parts of `A–Z a–z 0–9 . _ ~ @ + -` joined by `/`; no part is `.` or `..`, ends in a dot,
/// is longer than 255 bytes or is a device's name on Windows; at most 900 bytes in all. The names
/// that Brevier keeps for itself (`.brevier…`) and version control's (`.git`) are refused too.
public struct OutputPath: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The path: ASCII, relative, `/` between its parts.
  public let text: String

  /// The longest part, in bytes: the limit of common file systems.
  public static let longestPart = 255
  /// The longest path, in bytes: object stores allow 1,024, and a host adds a prefix.
  public static let longestPath = 900

  /// Checks a path; throws the first rule that it breaks.
  public init(_ text: String) throws(OutputPathProblem) {
    if !Self.isPlain(text), let problem = Self.problem(in: text) { throw problem }
    self.text = text
  }

  /// Equal for two paths that some file system would take for one. Over ASCII, normalisation
  /// changes nothing and full case folding is lower case.
  public var collisionKey: String {
    text.utf8.contains { (0x41...0x5A).contains($0) } ? text.lowercased() : text
  }

  /// The path itself.
  public var description: String { text }

  /// By bytes.
  public static func < (a: OutputPath, b: OutputPath) -> Bool {
    PathOrder.precedes(a.text, b.text)
  }

  /// Whether a path is surely right, which nearly all are: as short as one part may be, of lower-case
  /// letters, digits, `-`, `_` and single dots inside parts, no part as short as a device's name.
  private static func isPlain(_ text: String) -> Bool {
    var previous = slash
    var length = 0
    var stem = 0
    for byte in text.utf8 {
      switch byte {
      case slash, dot:
        // Three and four bytes before a dot or a slash could be a device's name.
        if previous == slash || previous == dot || stem == 3 || stem == 4 { return false }
        if byte == slash { stem = -1 }
        if byte == dot { stem = longestPart }
      case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F: break
      default: return false
      }
      stem += 1
      length += 1
      previous = byte
    }
    return previous != slash && previous != dot && stem != 3 && stem != 4 && length <= longestPart
  }

  private static func problem(in text: String) -> OutputPathProblem? {
    let bytes = text.utf8
    if bytes.isEmpty { return .empty }
    if bytes.count > longestPath { return .tooLong(bytes.count) }
    if bytes.first == slash { return .absolute }
    for scalar in text.unicodeScalars where !isAllowed(scalar) { return .character(scalar) }
    for (index, part) in bytes.split(separator: slash, omittingEmptySubsequences: false)
      .enumerated()
    {
      if let problem = problem(inPart: part, first: index == 0) { return problem }
    }
    return nil
  }

  private static func problem(
    inPart part: Substring.UTF8View, first: Bool
  ) -> OutputPathProblem? {
    if part.isEmpty { return .emptyPart }
    if part.count > longestPart { return .partTooLong(part.count) }
    let name = String(decoding: part, as: UTF8.self)
    if name == "." || name == ".." { return .dots(name) }
    if part.last == dot { return .trailingDot(name) }
    // Only short names can be reserved, so that long ones cost no lower-casing.
    let stemLength = part.firstIndex(of: dot).map { part.distance(from: part.startIndex, to: $0) }
    if (3...4).contains(stemLength ?? part.count) {
      let stem = String(decoding: part.prefix(stemLength ?? part.count), as: UTF8.self)
      if windowsDevices.contains(stem.lowercased()) { return .device(name) }
    }
    if part.first == dot {
      let lowered = name.lowercased()
      if lowered == ".git" || (first && lowered.utf8.starts(with: ".brevier".utf8)) {
        return .kept(name)
      }
    }
    return nil
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "~", "/", "@", "+", "-": true
    default: false
    }
  }

  private static let slash: UInt8 = 0x2F
  private static let dot: UInt8 = 0x2E

  private static let windowsDevices: [String] =
    ["con", "prn", "aux", "nul"] + (1...9).map { "com\($0)" } + (1...9).map { "lpt\($0)" }
}

/// Why a text is no output path.
public enum OutputPathProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is nothing.
  case empty
  /// It begins with `/`.
  case absolute
  /// It has this many bytes, more than `OutputPath.longestPath`.
  case tooLong(Int)
  /// It holds a character outside the allowed ones.
  case character(Unicode.Scalar)
  /// Two slashes meet, or one ends the path.
  case emptyPart
  /// A part has this many bytes, more than `OutputPath.longestPart`.
  case partTooLong(Int)
  /// A part is `.` or `..`.
  case dots(String)
  /// This part ends in a dot, which Windows drops.
  case trailingDot(String)
  /// This part is a device's name on Windows, with or without an ending.
  case device(String)
  /// This part is a name that Brevier or version control keeps for itself.
  case kept(String)

  /// The rule, as the tail of a sentence that began with the path.
  public var description: String {
    switch self {
    case .empty: "is empty"
    case .absolute: "begins with '/'; output paths are relative"
    case .tooLong(let count):
      "has \(count) bytes; an output path has at most \(OutputPath.longestPath)"
    case .character(let scalar):
      "holds \(Self.name(scalar)); output paths are made of A-Z a-z 0-9 . _ ~ @ + - and /"
    case .emptyPart: "has an empty part; single slashes stand between names"
    case .partTooLong(let count):
      "has a part of \(count) bytes; a part has at most \(OutputPath.longestPart)"
    case .dots(let part): "has the part '\(part)'; output paths stay below the output folder"
    case .trailingDot(let part): "has the part '\(part)', whose last dot Windows drops"
    case .device(let part): "has the part '\(part)', which names a device on Windows"
    case .kept(let part): "has the part '\(part)', a name that is kept for internal use"
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    if scalar == " " { return "a space" }
    return scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7F ? "'\(scalar)'" : code
  }
}
