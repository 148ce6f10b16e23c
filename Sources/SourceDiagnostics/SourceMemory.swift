/// Remembers the texts of the files last shown: reports go file by file, and finding the lines of a
/// text costs more than showing one.
final class SourceMemory {
  private let source: (String) -> SourceText?
  private var known: [String: SourceText?] = [:]

  init(_ source: @escaping (String) -> SourceText?) { self.source = source }

  /// The text of a file.
  func text(_ path: String) -> SourceText? {
    if let text = known[path] { return text }
    if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
    let text = source(path)
    known[path] = text
    return text
  }

  /// Few, since the texts are large: a finding's file and those of its related places.
  private static let most = 16
}
