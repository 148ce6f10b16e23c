import Digests

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The system calls that this room makes, with Swift's types and errors: its only unsafe file.
///
/// Paths are relative to an open folder, so that nobody can change under our feet what they are
/// relative to, and the last part of a path is never followed when it is a symbolic link.
enum SystemCalls {
  /// Stands for the working directory where an open folder is asked for.
  static let workingDirectory = AT_FDCWD

  /// What stands at a path, without following a link at its end; `nil` when nothing does.
  static func status(of path: String, in folder: Int32) throws(SystemError) -> FileStatus? {
    var buffer = stat()
    guard fstatat(folder, path, &buffer, AT_SYMLINK_NOFOLLOW) == 0 else {
      let error = SystemError.last
      // A file in the place of a folder on the way means that nothing can stand below it.
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw error
    }
    return FileStatus(buffer)
  }

  /// The absolute path without links, `.` and `..`.
  static func realPath(_ path: String) throws(SystemError) -> String {
    guard let resolved = realpath(path, nil) else { throw .last }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Makes a folder.
  static func makeFolder(_ path: String, in folder: Int32) throws(SystemError) {
    guard mkdirat(folder, path, 0o777) == 0 else { throw .last }
  }

  /// Removes a file, or a link itself.
  static func remove(_ path: String, in folder: Int32) throws(SystemError) {
    guard unlinkat(folder, path, 0) == 0 else { throw .last }
  }

  /// Removes an empty folder.
  static func removeFolder(_ path: String, in folder: Int32) throws(SystemError) {
    guard unlinkat(folder, path, AT_REMOVEDIR) == 0 else { throw .last }
  }

  /// Moves a file, replacing one that is there, in one step that nobody can see half of.
  static func rename(
    _ path: String, in folder: Int32, to newPath: String, in newFolder: Int32
  ) throws(SystemError) {
    guard renameat(folder, path, newFolder, newPath) == 0 else { throw .last }
  }

  /// Gives a file a second name.
  static func link(
    _ path: String, in folder: Int32, to newPath: String, in newFolder: Int32
  ) throws(SystemError) {
    guard linkat(folder, path, newFolder, newPath, 0) == 0 else { throw .last }
  }

  /// Waits a moment.
  static func sleep(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
    nanosleep(&time, nil)
  }
}

/// The number of a failed system call's error.
struct SystemError: Error, Equatable {
  let code: Int32

  /// The error of the call that has just failed on this thread.
  static var last: SystemError { SystemError(code: errno) }
}

/// What stands at a path.
struct FileStatus: Equatable {
  enum Kind: Equatable {
    case file, folder, link, special
  }

  let kind: Kind
  let stamp: FileStamp
  /// Who may do what, as `chmod` writes it.
  let permissions: UInt32

  init(_ buffer: stat) {
    permissions = UInt32(buffer.st_mode) & 0o7777
    switch buffer.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .special
    }
    #if canImport(Darwin)
      let time = buffer.st_mtimespec
    #else
      let time = buffer.st_mtim
    #endif
    // Clamped rather than trapping: a file's time is whatever somebody set it to.
    let (product, overflow) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    stamp = FileStamp(
      size: Int64(buffer.st_size), modified: overflow ? 0 : product &+ Int64(time.tv_nsec),
      inode: UInt64(buffer.st_ino))
  }
}

/// An open file or folder, closed when its owner lets go of it.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  /// Opens a file for reading. A pipe at its place does not make us wait for a writer.
  static func file(_ path: String, in folder: Int32) throws(SystemError) -> Descriptor {
    try Descriptor(openat(folder, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
  }

  /// Makes a new file for writing; its name must be free.
  static func newFile(_ path: String, in folder: Int32) throws(SystemError) -> Descriptor {
    try Descriptor(openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666))
  }

  /// Opens a folder, which must not be a link.
  static func folder(_ path: String, in folder: Int32) throws(SystemError) -> Descriptor {
    try Descriptor(openat(folder, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
  }

  private init(_ number: Int32) throws(SystemError) {
    guard number >= 0 else { throw .last }
    self.number = number
  }

  deinit { close(number) }

  /// What is open.
  func status() throws(SystemError) -> FileStatus {
    var buffer = stat()
    guard fstat(number, &buffer) == 0 else { throw .last }
    return FileStatus(buffer)
  }

  /// At most `limit` bytes from the present position.
  func read(limit: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = 0
      while count < limit {
        let piece = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        switch readPiece(into: piece) {
        case .success(0): return
        case .success(let length): count += length
        case .failure(let error):
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// The digest and length of everything from the present position, in pieces of `buffer`'s size;
  /// `first` is shown the first piece.
  func hash(
    buffer: inout [UInt8], first: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(SystemError) -> (hash: ContentHash, length: Int64) {
    var hasher = ContentHasher()
    var length: Int64 = 0
    while true {
      let result = buffer.withUnsafeMutableBytes { bytes -> Result<Int, SystemError> in
        let result = readPiece(into: bytes)
        if case .success(let count) = result {
          let piece = UnsafeRawBufferPointer(rebasing: bytes[..<count])
          if length == 0 { first(piece) }
          hasher.update(piece)
        }
        return result
      }
      let count = try result.get()
      if count == 0 { return (hasher.finish(), length) }
      length += Int64(count)
    }
  }

  /// Writes all of `bytes`.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var failure: SystemError?
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let piece = UnsafeRawBufferPointer(rebasing: buffer[offset...])
        #if canImport(Darwin)
          let count = Darwin.write(number, piece.baseAddress, piece.count)
        #else
          let count = Glibc.write(number, piece.baseAddress, piece.count)
        #endif
        if count < 0, errno == EINTR { continue }
        // A call that writes nothing would be repeated for ever.
        guard count > 0 else {
          failure = count == 0 ? SystemError(code: ENOSPC) : .last
          return
        }
        offset += count
      }
    }
    if let failure { throw failure }
  }

  /// Says who may do what with an open file.
  func setPermissions(_ permissions: UInt32) throws(SystemError) {
    guard fchmod(number, mode_t(permissions)) == 0 else { throw .last }
  }

  /// Waits until content and name are on the disk itself.
  func synchronise() throws(SystemError) {
    guard fsync(number) == 0 else { throw .last }
  }

  /// Takes the exclusive lock of an open file or folder; `false` when another process has it.
  func tryLock() throws(SystemError) -> Bool {
    if flock(number, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK || errno == EINTR { return false }
    throw .last
  }

  /// Gives the lock back.
  func unlock() { flock(number, LOCK_UN) }

  /// The names in an open folder, in no order, without `.` and `..`.
  func names() throws(SystemError) -> [FolderEntry] {
    // A stream of its own, because reading moves the position that copies of a descriptor share.
    let copy = openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw .last }
    guard let stream = fdopendir(copy) else {
      let error = SystemError.last
      close(copy)
      throw error
    }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    errno = 0
    while let entry = readdir(stream) {
      if let entry = FolderEntry(entry) { entries.append(entry) }
      errno = 0
    }
    if errno != 0 { throw .last }
    return entries
  }

  private func readPiece(into bytes: UnsafeMutableRawBufferPointer) -> Result<Int, SystemError> {
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(number, bytes.baseAddress, bytes.count)
      #else
        let count = Glibc.read(number, bytes.baseAddress, bytes.count)
      #endif
      if count >= 0 { return .success(count) }
      if errno != EINTR { return .failure(.last) }
    }
  }
}

/// A name in a folder.
struct FolderEntry {
  /// The name's bytes, which need not be UTF-8.
  let name: [UInt8]
  /// What it names, when the folder itself knows.
  let kind: FileStatus.Kind?

  init?(_ entry: UnsafeMutablePointer<dirent>) {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
    let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
    let length = strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))
    name = [UInt8](UnsafeBufferPointer(start: start, count: length))
    if name == [0x2E] || name == [0x2E, 0x2E] { return nil }
    switch Int32(entry.pointee.d_type) {
    case Int32(DT_REG): kind = .file
    case Int32(DT_DIR): kind = .folder
    case Int32(DT_LNK): kind = .link
    case Int32(DT_UNKNOWN): kind = nil
    default: kind = .special
    }
  }
}
