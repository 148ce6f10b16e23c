import SiteFiles
import Testing

@Suite("Sizes of pictures")
struct PixelSizeTests {
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 0x04, 0xB0, 0, 0, 0x02, 0x76, 8, 2, 0, 0, 0]
  private static let gif: [UInt8] = Array("GIF89a".utf8) + [0xB0, 0x04, 0x76, 0x02, 0, 0, 0]
  private static let riff: [UInt8] = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8)
  private static let extended: [UInt8] =
    riff + Array("VP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0xAF, 0x04, 0, 0x75, 0x02, 0]
  /// 14 bits of width less one, then 14 of height less one.
  private static let lossless: [UInt8] =
    riff + Array("VP8L".utf8) + [10, 0, 0, 0, 0x2F, 0xAF, 0x44, 0x9D, 0x00]
  private static let lossy: [UInt8] =
    riff + Array("VP8 ".utf8) + [10, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0xB0, 0x04, 0x76, 0x02]
  /// A comment, a fill byte, and a progressive frame.
  private static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xFE, 0, 4, 0x68, 0x69, 0xFF, 0xFF, 0xC2, 0, 17, 8]
    + [0x02, 0x76, 0x04, 0xB0, 3, 0, 0, 0]

  @Test(
    "are read from the head of each kind of file",
    arguments: [png, gif, extended, lossless, lossy, jpeg])
  func sizes(_ head: [UInt8]) {
    #expect(PixelSize(head: head) == PixelSize(width: 1200, height: 630))
  }

  @Test(
    "are not known of a file that is cut anywhere before them",
    arguments: [png, gif, extended, lossless, lossy, jpeg])
  func cut(_ head: [UInt8]) {
    for length in 0..<head.count {
      let size = PixelSize(head: Array(head[..<length]))
      #expect(size == nil || size == PixelSize(width: 1200, height: 630))
    }
    #expect(PixelSize(head: Array(head[..<9])) == nil)
  }

  @Test("are not known of anything else, and an empty picture has none")
  func others() {
    #expect(PixelSize(head: Array("<svg width=\"600\"/>".utf8)) == nil)
    #expect(PixelSize(head: [0xFF, 0xD8, 0x00, 0x00]) == nil)
    #expect(PixelSize(head: [0xFF, 0xD8, 0xFF, 0xE0, 0, 0]) == nil)
    #expect(PixelSize(width: 0, height: 5) == nil)
  }
}
