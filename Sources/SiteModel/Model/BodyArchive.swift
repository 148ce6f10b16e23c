import Synchronization

/// Where the content of bodies is kept that are not in memory: a file, or bytes, read by a function.
///
/// A page that cannot get its text must not be shown without it, and most of those who ask for a text
/// are far from anybody who could stop the build. So the archive remembers the first `failure`, as an
/// output stream does: whoever had pages made asks for it before they are shown.
package final class BodyArchive: Sendable {
  private let read: @Sendable (Range<Int>) throws -> [UInt8]
  private let firstFailure = Mutex<(any Error)?>(nil)

  /// An archive whose bytes `read` gives; it may be called from any number of threads at once.
  package init(read: @escaping @Sendable (Range<Int>) throws -> [UInt8]) { self.read = read }

  /// An archive in memory.
  package convenience init(_ bytes: [UInt8]) {
    self.init { range in
      guard range.lowerBound >= 0, range.upperBound <= bytes.count else { throw StoredDamage() }
      return Array(bytes[range])
    }
  }

  /// What first went wrong: what `read` threw, or a `StoredDamage` when the bytes were none of the
  /// body's.
  package var failure: (any Error)? { firstFailure.withLock { $0 } }

  /// The content at `range`, which must have this digest; empty after a failure.
  func content(at range: Range<Int>, digest: UInt64) -> TextContent {
    do {
      let content = try TextContent(stored: try read(range))
      guard content.digest == digest else { throw StoredDamage() }
      return content
    } catch {
      firstFailure.withLock { first in if first == nil { first = error } }
      return TextContent()
    }
  }
}
