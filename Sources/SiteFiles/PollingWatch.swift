import Synchronization

/// Watches a folder by looking it over now and then, for where the kernel cannot.
final class PollingWatch: SourceWatch {
  private let root: String
  private let names: WatchedNames
  private let known: Mutex<[String: FileStatus]>

  init(root: String, names: WatchedNames) {
    self.root = root
    self.names = names
    known = Mutex(Self.look(root, names))
  }

  func next(until end: Int?, stopper: Stopper) -> SourceChange? {
    var pause = 300
    while true {
      let left = end.map { max(0, ($0 - SystemCalls.ticks()) / 1_000_000) } ?? pause
      if SystemCalls.wait(for: [stopper.pipe.reader], milliseconds: Int32(min(pause, left)))[0] {
        return nil
      }
      let start = SystemCalls.ticks()
      let now = Self.look(root, names)
      let change = known.withLock { known -> [String] in
        defer { known = now }
        return Self.difference(known, now)
      }
      if !change.isEmpty { return SourceChange(paths: change) }
      if let end, SystemCalls.ticks() >= end { return nil }
      // A large folder must not keep a processor busy.
      pause = max(300, (SystemCalls.ticks() - start) / 1_000_000 * 20)
    }
  }

  private static func difference(
    _ old: [String: FileStatus], _ new: [String: FileStatus]
  ) -> [String] {
    let changed = new.filter { old[$0.key] != $0.value }.keys
    let gone = old.keys.filter { new[$0] == nil }
    return (changed + gone).sorted(by: PathOrder.precedes)
  }

  /// Everything that matters, by path.
  private static func look(_ root: String, _ names: WatchedNames) -> [String: FileStatus] {
    guard let real = try? SystemCalls.realPath(root),
      let folder = try? Descriptor.folder(real, in: SystemCalls.workingDirectory)
    else { return [:] }
    let number = folder.number
    var found: [String: FileStatus] = [:]
    var waiting = names.folders
    func add(_ path: String) {
      guard let status = (try? SystemCalls.status(of: path, in: number)) ?? nil else { return }
      // A folder's own time changes with every temporary file in it.
      if status.kind == .folder { waiting.append(path) } else { found[path] = status }
    }
    for file in names.files { add(file) }
    while let path = waiting.popLast() {
      guard let entries = try? Descriptor.folder(path, in: number).names() else { continue }
      for entry in entries where SourceNames.verdict(on: entry.name) == .used {
        add(path + "/" + String(decoding: entry.name, as: UTF8.self))
      }
    }
    return found
  }
}
