/// Decides what a symbolic link in the sources may lead to: the one gate for every reader.
///
/// A link is followed only when what it finally leads to lies in the site's root and is no hidden
/// file there; what is opened afterwards is that place, never the link.
struct SourceLinks {
  /// The root without links, ending in no slash.
  private let realRoot: String

  /// A gate for a root whose own links are resolved.
  init(realRoot: String) { self.realRoot = realRoot }

  /// Where a link ends.
  enum Target: Equatable {
    /// In the root, at this path relative to it, without links.
    case inside(String)
    /// Somewhere else.
    case outside
    /// At a hidden file or a secret.
    case hidden
    /// Nowhere.
    case missing
    /// In a circle of links.
    case circle
    /// Nobody may look.
    case unreadable(Int32)
  }

  /// Follows the link at `path`, relative to the root, to its end.
  func target(of path: String) -> Target {
    let real: String
    do throws(SystemError) {
      real = try SystemCalls.realPath(realRoot + "/" + path)
    } catch {
      return switch error.code {
      case Self.noEntry, Self.notFolder: .missing
      case Self.loop: .circle
      default: .unreadable(error.code)
      }
    }
    let prefix = realRoot == "/" ? "/" : realRoot + "/"
    if real.utf8.elementsEqual(realRoot.utf8) { return .inside("") }
    guard real.utf8.starts(with: prefix.utf8) else { return .outside }
    let relative = Array(real.utf8.dropFirst(prefix.utf8.count))
    for part in relative.split(separator: 0x2F)
    where SourceNames.verdict(on: Array(part)) == .ignored {
      return .hidden
    }
    return .inside(String(decoding: relative, as: UTF8.self))
  }

  private static let noEntry = FileFailure.missingEntry
  private static let notFolder = FileFailure.notFolder
  private static let loop = FileFailure.linkLoop
}
