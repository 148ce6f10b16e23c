import Digests
import FrontMatter
import SourceDiagnostics

/// Digests of the header and the body of each content file, by path.
///
/// Header and body apart, because a word changed in a text should not touch what shows only titles.
package struct TextDigests: Sendable {
  /// The digests of one file.
  package struct Parts: Sendable, Hashable {
    package var header: UInt64
    package var body: UInt64

    package init(header: UInt64, body: UInt64) {
      self.header = header
      self.body = body
    }

    /// The digests of a file's bytes.
    package init(_ bytes: [UInt8], file: String) {
      var found: [Diagnostic] = []
      let (_, start) = FrontMatter.split(bytes, file: file, diagnostics: &found)
      func digest(_ range: Range<Int>) -> UInt64 {
        var fingerprint = Fingerprint()
        bytes.withUnsafeBytes { fingerprint.add(UnsafeRawBufferPointer(rebasing: $0[range])) }
        return fingerprint.value
      }
      header = digest(0..<start)
      body = digest(start..<bytes.count)
    }
  }

  private let parts: [String: Parts]

  /// The digests of files known by path.
  package init(_ parts: [String: Parts]) { self.parts = parts }

  func header(_ path: String) -> UInt64 { parts[path]?.header ?? 0 }
  func body(_ path: String) -> UInt64 { parts[path]?.body ?? 0 }
}
