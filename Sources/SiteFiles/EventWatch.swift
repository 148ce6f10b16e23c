import Synchronization

#if os(Linux)
  import Glibc

  /// Watches a folder by the kernel's events.
  ///
  /// Each folder below the watched ones has a watch of its own, made when the folder appears and ended
  /// when it goes. When the root is away, we wait for it to come back.
  final class EventWatch: SourceWatch {
    /// After the last event, wait so long for more: a save is a handful of events.
    private static let quiet = 12_000_000
    /// A file that is being written gets so long to be finished, and so does a flood of events.
    private static let longest = 120_000_000
    /// So often the root is looked for under its path, which may lead elsewhere by now.
    private static let glance = 500

    private let root: String
    private let names: WatchedNames
    private let events: FolderEvents
    private let state: Mutex<State>

    private struct State {
      /// The folder of each watch, relative to the root; the root's own is empty.
      var folders: [Int32: String] = [:]
      /// The root as it was found; `nil` while it is away.
      var inode: UInt64?
    }

    init(root: String, names: WatchedNames) throws(SystemError) {
      self.root = root
      self.names = names
      events = try FolderEvents()
      state = Mutex(State())
      try begin()
    }

    /// Why watching failed, for people.
    static func reason(_ error: SystemError) -> String {
      switch error.code {
      case ENOSPC: "the system watches no more folders (fs.inotify.max_user_watches)"
      case EMFILE: "the system has no more watchers (fs.inotify.max_user_instances)"
      default: FileFailure.reason(error.code)
      }
    }

    func next(until end: Int?, stopper: Stopper) -> SourceChange? {
      var gathered = Gathered()
      while true {
        let now = SystemCalls.ticks()
        if gathered.isDue(now) { return gathered.change }
        if !gathered.hasBegun, let end, now >= end { return nil }
        var pause = gathered.hasBegun ? gathered.pause(now) : Self.glance
        if !gathered.hasBegun, let end { pause = min(pause, (end - now) / 1_000_000 + 1) }
        let ready = SystemCalls.wait(
          for: [stopper.pipe.reader, events.number], milliseconds: Int32(pause))
        if ready[0] { return nil }
        if ready[1] {
          for event in events.read() { take(event, &gathered) }
        } else if !gathered.hasBegun {
          glance(&gathered)
        }
      }
    }

    // MARK: - Events

    /// What came together.
    private struct Gathered {
      private var paths = Set<String>()
      private var isWhole = false
      /// Files that are being written to.
      private var unfinished = Set<String>()
      /// Names that were not there before; when they go again, as a temporary file does that takes
      /// the name of another one, nothing of them has changed.
      private var passing = Set<String>()
      private var first: Int?
      private var last = 0

      var hasBegun: Bool { first != nil }

      mutating func add(_ path: String, isFinished: Bool = true) {
        paths.insert(path)
        if isFinished { unfinished.remove(path) } else { unfinished.insert(path) }
        touch()
      }

      mutating func addNew(_ path: String) {
        if !paths.contains(path) { passing.insert(path) }
        add(path)
      }

      mutating func addGone(_ path: String) {
        guard passing.remove(path) != nil else { return add(path) }
        paths.remove(path)
        unfinished.remove(path)
        if paths.isEmpty, !isWhole { first = nil }
      }

      mutating func addEverything() {
        isWhole = true
        touch()
      }

      private mutating func touch() {
        last = SystemCalls.ticks()
        if first == nil { first = last }
      }

      /// The tick at which it is time to tell.
      private var due: Int? {
        first.map { first in
          unfinished.isEmpty
            ? min(last + EventWatch.quiet, first + EventWatch.longest)
            : first + EventWatch.longest
        }
      }

      func isDue(_ now: Int) -> Bool { due.map { now >= $0 } ?? false }

      func pause(_ now: Int) -> Int { due.map { max(1, ($0 - now) / 1_000_000 + 1) } ?? 1 }

      var change: SourceChange {
        SourceChange(paths: paths.sorted(by: PathOrder.precedes), isWhole: isWhole)
      }
    }

    private func take(_ event: FolderEvents.Event, _ gathered: inout Gathered) {
      if event.kind == .overflow {
        begin(again: &gathered)
        return
      }
      guard let folder = state.withLock({ $0.folders[event.watch] }) else { return }
      switch event.kind {
      case .ended: state.withLock { $0.folders[event.watch] = nil }
      case .lost:
        if folder.isEmpty { glance(&gathered) }
      case .overflow: break
      case .changed, .writing, .appeared, .went:
        guard SourceNames.verdict(on: event.name) != .ignored else { return }
        let name = String(decoding: event.name, as: UTF8.self)
        if folder.isEmpty, !names.holds(name) { return }
        let path = folder.isEmpty ? name : folder + "/" + name
        if event.isFolder {
          if event.kind == .went { forget(path) }
          if event.kind == .appeared { appear(path, &gathered) }
          // Attributes of a folder say nothing about a site.
          if event.kind == .changed { return }
        }
        // A link to a folder appears as something that is no folder.
        if event.kind == .appeared, !event.isFolder { appear(path, &gathered) }
        switch event.kind {
        case .appeared: gathered.addNew(path)
        case .went: gathered.addGone(path)
        default: gathered.add(path, isFinished: event.kind != .writing)
        }
      }
    }

    private func appear(_ path: String, _ gathered: inout Gathered) {
      guard !names.files.contains(path) else { return }
      do throws(SystemError) {
        try watch(path)
      } catch {
        // No more watches to be had: what lies below is found when anything else changes.
        gathered.addEverything()
      }
    }

    // MARK: - Watches

    /// Looks whether the path still leads to the folder that is watched.
    private func glance(_ gathered: inout Gathered) {
      let known = state.withLock { $0.inode }
      guard rootInode() != known else { return }
      begin(again: &gathered)
    }

    private func begin(again gathered: inout Gathered) {
      let old = state.withLock { state in
        defer { state = State() }
        return state.folders.keys.map(\.self)
      }
      for watch in old { events.end(watch) }
      try? begin()
      gathered.addEverything()
    }

    private func begin() throws(SystemError) {
      guard let inode = rootInode() else { return }
      state.withLock { $0.inode = inode }
      let watch = try events.watch(root)
      state.withLock { $0.folders[watch] = "" }
      for folder in names.folders { try self.watch(folder) }
    }

    private func rootInode() -> UInt64? {
      guard let real = try? SystemCalls.realPath(root) else { return nil }
      return ((try? SystemCalls.status(of: real, in: SystemCalls.workingDirectory)) ?? nil)?
        .stamp.inode
    }

    /// Watches a folder and those below it; what is none, or is gone again, is passed over.
    private func watch(_ path: String) throws(SystemError) {
      var waiting = [path]
      while let path = waiting.popLast() {
        let number: Int32
        do throws(SystemError) {
          number = try events.watch(root + "/" + path)
        } catch {
          if [ENOTDIR, ENOENT, EACCES, ELOOP].contains(error.code) { continue }
          throw error
        }
        // A folder that is reached again, by a link, is watched already, and so is what is below it.
        let isNew = state.withLock { state in
          defer { if state.folders[number] == nil { state.folders[number] = path } }
          return state.folders[number] == nil
        }
        guard isNew, let real = try? SystemCalls.realPath(root + "/" + path),
          let entries = try? Descriptor.folder(real, in: SystemCalls.workingDirectory).names()
        else { continue }
        for entry in entries where entry.kind != .file && entry.kind != .special {
          guard SourceNames.verdict(on: entry.name) == .used else { continue }
          waiting.append(path + "/" + String(decoding: entry.name, as: UTF8.self))
        }
      }
    }

    /// Ends the watches of a folder that went, and of those below it.
    private func forget(_ path: String) {
      let gone = state.withLock { state in
        let gone = state.folders.filter { $0.value == path || $0.value.hasPrefix(path + "/") }.keys
        for watch in gone { state.folders[watch] = nil }
        return gone.map(\.self)
      }
      for watch in gone { events.end(watch) }
    }
  }
#endif
