/// One file that was taken into the program, as the build wrote it down.
struct EmbeddedFile: Sendable {
  /// The path below its folder.
  let path: String
  /// The content.
  let bytes: [UInt8]

  /// A file of text.
  init(_ path: String, text: String) {
    self.path = path
    bytes = Array(text.utf8)
  }

  /// A file of any bytes, two digits each.
  init(_ path: String, hexadecimal digits: String) {
    self.path = path
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits.utf8 {
      let value = digit <= 0x39 ? digit - 0x30 : digit - 0x61 + 10
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.bytes = bytes
  }
}
