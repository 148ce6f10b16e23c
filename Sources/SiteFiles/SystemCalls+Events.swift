#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The system calls by which this room waits for changes: the rest of its only unsafe code.
extension SystemCalls {
  /// Nanoseconds of a clock that only goes forward, to tell how long something was waited for.
  static func ticks() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int(now.tv_sec) * 1_000_000_000 + Int(now.tv_nsec)
  }

  /// Waits until one of the open files has something to read.
  ///
  /// - Parameter milliseconds: how long at most; -1 for ever.
  /// - Returns: whether each of them has.
  static func wait(for files: [Int32], milliseconds: Int32) -> [Bool] {
    var waiting = files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    // The array is handed over for the time of the call alone. An interruption counts as nothing.
    guard poll(&waiting, nfds_t(waiting.count), milliseconds) > 0 else {
      return files.map { _ in false }
    }
    return waiting.map { $0.revents != 0 }
  }
}

/// A pipe to ourselves, by which one thread wakes another one that waits for files.
struct WakePipe: ~Copyable, Sendable {
  /// What to wait for.
  let reader: Int32
  private let writer: Int32

  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .last }
    (reader, writer) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(reader)
    close(writer)
  }

  /// Wakes whoever waits, now or later; the byte is never read, so once awake it stays so.
  func wake() {
    var byte: UInt8 = 1
    _ = systemWrite(writer, &byte)
  }
}

private func systemWrite(_ descriptor: Int32, _ byte: UnsafePointer<UInt8>) -> Int {
  #if canImport(Darwin)
    Darwin.write(descriptor, byte, 1)
  #else
    Glibc.write(descriptor, byte, 1)
  #endif
}

#if os(Linux)
  /// The kernel's queue of changes in folders (inotify(7)).
  struct FolderEvents: ~Copyable, Sendable {
    /// What to wait for.
    let number: Int32

    /// What happened in a watched folder.
    struct Event: Equatable {
      /// Which watch saw it; -1 for an overflow.
      let watch: Int32
      let kind: Kind
      /// Whether it happened to a folder.
      let isFolder: Bool
      /// The name in the folder, its bytes; empty for the folder itself.
      let name: [UInt8]
    }

    enum Kind: Equatable {
      /// A name appeared or went, a file's content is whole.
      case changed
      /// A file is being written to.
      case writing
      /// A name appeared.
      case appeared
      /// A name went.
      case went
      /// The watched folder itself was moved or removed.
      case lost
      /// The queue ran over; events are missing.
      case overflow
      /// The watch exists no more.
      case ended
    }

    init() throws(SystemError) {
      number = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard number >= 0 else { throw .last }
    }

    deinit { close(number) }

    /// Watches a folder; the same one again gives the same number.
    func watch(_ path: String) throws(SystemError) -> Int32 {
      let mask =
        IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM
        | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
      let watch = inotify_add_watch(number, path, UInt32(mask) | UInt32(IN_ONLYDIR))
      guard watch >= 0 else { throw .last }
      return watch
    }

    /// Ends a watch.
    func end(_ watch: Int32) { inotify_rm_watch(number, watch) }

    /// All events that wait, none when there are none.
    func read() -> [Event] {
      var found: [Event] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = buffer.withUnsafeMutableBytes { Glibc.read(number, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return found }
        buffer.withUnsafeBytes {
          Self.parse(UnsafeRawBufferPointer(rebasing: $0[..<count]), &found)
        }
      }
    }

    /// Splits what the kernel wrote. Each event says how long its name is; one that would reach
    /// beyond the bytes read, which the kernel never writes, ends the reading.
    private static func parse(_ bytes: UnsafeRawBufferPointer, _ found: inout [Event]) {
      let headLength = MemoryLayout<inotify_event>.size
      var offset = 0
      while offset + headLength <= bytes.count {
        let watch = bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)
        let mask = bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
        let length = Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
        offset += headLength
        guard length <= bytes.count - offset else { return }
        let name = bytes[offset..<offset + length].prefix { $0 != 0 }
        offset += length
        found.append(
          Event(
            watch: watch, kind: kind(Int32(truncatingIfNeeded: mask)),
            isFolder: mask & UInt32(bitPattern: Int32(IN_ISDIR)) != 0, name: Array(name)))
      }
    }

    private static func kind(_ mask: Int32) -> Kind {
      func has(_ bits: Int) -> Bool { mask & Int32(bits) != 0 }
      if has(Int(IN_Q_OVERFLOW)) { return .overflow }
      if has(Int(IN_IGNORED)) { return .ended }
      if has(Int(IN_DELETE_SELF) | Int(IN_MOVE_SELF)) || has(Int(IN_UNMOUNT)) { return .lost }
      if has(Int(IN_CREATE) | Int(IN_MOVED_TO)) { return .appeared }
      if has(Int(IN_DELETE) | Int(IN_MOVED_FROM)) { return .went }
      if has(Int(IN_MODIFY)) { return .writing }
      return .changed
    }
  }
#endif
