import CZlib

/// Compresses for the wire (RFC 1952) with the system's zlib: this room's only unsafe file.
enum Gzip {
  /// The bytes in gzip's format; `nil` when zlib gives up or nothing would be gained.
  ///
  /// The same bytes always give the same result: the header holds neither name nor time.
  static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    // zlib counts in 32 bits; nothing so large is worth compressing for a preview.
    guard bytes.count > 256, bytes.count < 1 << 30 else { return nil }
    var stream = z_stream()
    // 15 bits of window, and 16 more for gzip's header instead of zlib's.
    guard brevier_deflate_init(&stream, 4, 15 + 16) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var isWhole = false
    // One byte less than the input: what does not fit is not worth sending compressed.
    let out = [UInt8](unsafeUninitializedCapacity: bytes.count - 1) { buffer, count in
      bytes.withUnsafeBufferPointer { input in
        // zlib only reads through `next_in`, and both buffers outlive the one call of `deflate`.
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
      }
      count = buffer.count - Int(stream.avail_out)
    }
    return isWhole ? out : nil
  }

  /// Whether an `Accept-Encoding` takes gzip.
  static func isAccepted(_ field: String?) -> Bool {
    guard let field else { return false }
    for part in field.split(separator: ",") {
      let words = part.split(separator: ";").map(\.trimmed)
      guard let name = words.first, ["gzip", "x-gzip", "*"].contains(name.lowercased()) else {
        continue
      }
      let weight = words.dropFirst().first { $0.lowercased().hasPrefix("q=") }?.dropFirst(2)
      return weight.map { $0.contains { ("1"..."9").contains($0) } } ?? true
    }
    return false
  }
}
