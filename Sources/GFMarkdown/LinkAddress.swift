/// What kind of place an address names, judged as a browser would read it.
///
/// Browsers drop tabs, newlines and leading control characters before they look for a scheme, so
/// `java\tscript:` is a script; here every byte up to the space is dropped first. Entities are
/// resolved by the parser before.
enum LinkAddress: Hashable {
  /// A page or a file of this site, or a place on the page.
  case local
  /// Another site or a mailbox.
  case external
  /// A scheme that is not let through.
  case refused(scheme: String)

  /// Schemes that may stand in a link.
  static let schemes = ["http", "https", "mailto"]

  /// Judges an address (WHATWG URL, "scheme state": a letter, then letters, digits, `+ - .`).
  init(_ address: UnsafeBufferPointer<UInt8>) {
    var scheme: [UInt8] = []
    for byte in address where byte > 0x20 && byte != 0x7F {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: scheme.append(byte | 0x20)
      case 0x2B, 0x2D, 0x2E, 0x30...0x39:
        if scheme.isEmpty {
          self = .local
          return
        }
        scheme.append(byte)
      case 0x3A where !scheme.isEmpty:
        let name = String(decoding: scheme, as: UTF8.self)
        self = Self.schemes.contains(name) ? .external : .refused(scheme: name)
        return
      default:
        self = scheme.isEmpty && Self.opensHost(address) ? .external : .local
        return
      }
    }
    self = .local
  }

  /// `//host`; browsers take backslashes for slashes.
  private static func opensHost(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    var slashes = 0
    for byte in address where byte > 0x20 {
      guard byte == 0x2F || byte == 0x5C else { return false }
      slashes += 1
      if slashes == 2 { return true }
    }
    return false
  }
}
