/// How large a picture is, read from the first bytes of its file: PNG, JPEG, GIF and WebP.
///
/// Drawings (SVG) have no pixels and no size here.
public struct PixelSize: Sendable, Hashable {
  /// Pixels from side to side.
  public let width: Int
  /// Pixels from top to bottom.
  public let height: Int

  /// How many bytes are looked at: a JPEG may begin with pages of camera data.
  static let headLength = 1 << 16

  /// A size; nil for a picture without area.
  public init?(width: Int, height: Int) {
    guard width > 0, height > 0 else { return nil }
    self.width = width
    self.height = height
  }

  /// The size that the head of a file gives; nil for what is no such picture, or broken, or says it
  /// too late.
  public init?(head: [UInt8]) {
    let reader = HeadReader(bytes: head)
    if reader.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) {
      guard reader.has("IHDR", at: 12), let width = reader.big(4, at: 16),
        let height = reader.big(4, at: 20)
      else { return nil }
      self.init(width: width, height: height)
    } else if reader.has("GIF87a", at: 0) || reader.has("GIF89a", at: 0) {
      guard let width = reader.little(2, at: 6), let height = reader.little(2, at: 8) else {
        return nil
      }
      self.init(width: width, height: height)
    } else if reader.has("RIFF", at: 0), reader.has("WEBP", at: 8) {
      guard let size = reader.webPSize else { return nil }
      self.init(width: size.width, height: size.height)
    } else if reader.has([0xFF, 0xD8], at: 0) {
      guard let size = reader.jpegSize else { return nil }
      self.init(width: size.width, height: size.height)
    } else {
      return nil
    }
  }
}

/// Reads numbers at places of a file's head, none beyond its end.
private struct HeadReader {
  let bytes: [UInt8]

  func has(_ expected: [UInt8], at place: Int) -> Bool {
    place + expected.count <= bytes.count
      && bytes[place..<place + expected.count].elementsEqual(expected)
  }

  func has(_ expected: String, at place: Int) -> Bool { has(Array(expected.utf8), at: place) }

  /// A number of some bytes, the greatest first.
  func big(_ count: Int, at place: Int) -> Int? {
    guard place + count <= bytes.count else { return nil }
    return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of some bytes, the least first.
  func little(_ count: Int, at place: Int) -> Int? {
    guard place + count <= bytes.count else { return nil }
    return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// WebP in its three forms: extended, lossless, lossy (RFC 9649).
  var webPSize: (width: Int, height: Int)? {
    if has("VP8X", at: 12), let width = little(3, at: 24), let height = little(3, at: 27) {
      return (width + 1, height + 1)
    }
    if has("VP8L", at: 12), has([0x2F], at: 20), let bits = little(4, at: 21) {
      return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }
    if has("VP8 ", at: 12), has([0x9D, 0x01, 0x2A], at: 23), let width = little(2, at: 26),
      let height = little(2, at: 28)
    {
      return (width & 0x3FFF, height & 0x3FFF)
    }
    return nil
  }

  /// The first frame header of a JPEG (ITU T.81, annex B): segments are passed over by their length.
  var jpegSize: (width: Int, height: Int)? {
    var place = 2
    while let marker = big(2, at: place) {
      switch marker {
      case 0xFFFF:  // A fill byte.
        place += 1
      case 0xFFC0...0xFFC3, 0xFFC5...0xFFC7, 0xFFC9...0xFFCB, 0xFFCD...0xFFCF:
        guard let height = big(2, at: place + 5), let width = big(2, at: place + 7) else {
          return nil
        }
        return (width, height)
      case 0xFF01, 0xFFD0...0xFFD8:  // Markers that stand alone.
        place += 2
      case 0xFF00...0xFFFE:
        guard let length = big(2, at: place + 2), length >= 2 else { return nil }
        place += 2 + length
      default: return nil
      }
    }
    return nil
  }
}
