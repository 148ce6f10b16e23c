#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder for one test, removed with all that is in it when the test lets go of it.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    // In memory where that is possible: each build waits for the disk twice.
    let memory = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? memory
    let name = base + "/brevier-test-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let made = mkdir(name, 0o755) == 0
    precondition(made, "no temporary folder")
    path = Self.real(name) ?? name
  }

  deinit { remove("") }

  /// The absolute path of a place in the folder.
  func at(_ name: String) -> String { name.isEmpty ? path : path + "/" + name }

  /// Writes a file, making its folders.
  @discardableResult
  func write(_ name: String, _ text: String) -> TemporaryFolder { write(name, Array(text.utf8)) }

  /// Writes a file, making its folders.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> TemporaryFolder {
    if let slash = name.lastIndex(of: "/") { makeFolder(String(name[..<slash])) }
    let file = fopen(at(name), "w")
    precondition(file != nil, "cannot write \(name)")
    if let file {
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
    return self
  }

  /// Makes a folder and those above it.
  func makeFolder(_ name: String) {
    var soFar = path
    for part in name.split(separator: "/") {
      soFar += "/" + part
      mkdir(soFar, 0o755)
    }
  }

  /// Makes a symbolic link.
  func link(_ name: String, to target: String) {
    precondition(symlink(target, at(name)) == 0, "cannot link \(name)")
  }

  /// The content of a file; `nil` when there is none.
  func read(_ name: String) -> [UInt8]? {
    guard let file = fopen(at(name), "r") else { return nil }
    defer { fclose(file) }
    var out: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return out }
      out += buffer[..<count]
    }
  }

  /// The content of a file as text.
  func text(_ name: String) -> String? { read(name).map { String(decoding: $0, as: UTF8.self) } }

  /// Whether something, even a link that leads nowhere, has this name.
  func exists(_ name: String) -> Bool {
    var buffer = stat()
    return lstat(at(name), &buffer) == 0
  }

  /// The time of a file's last change in nanoseconds, and its inode.
  func stamp(_ name: String) -> [Int] {
    var buffer = stat()
    guard lstat(at(name), &buffer) == 0 else { return [] }
    #if canImport(Darwin)
      let time = buffer.st_mtimespec
    #else
      let time = buffer.st_mtim
    #endif
    return [Int(time.tv_sec), Int(time.tv_nsec), Int(buffer.st_ino)]
  }

  /// The names below a folder, with folders ending in `/`, sorted.
  func names(_ folder: String = "") -> [String] {
    guard let stream = opendir(at(folder)) else { return [] }
    defer { closedir(stream) }
    var out: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      let path = folder.isEmpty ? name : folder + "/" + name
      if Int32(entry.pointee.d_type) == Int32(DT_DIR) {
        out.append(path + "/")
        out += names(path)
      } else {
        out.append(path)
      }
    }
    return out.sorted()
  }

  /// Every file with its content, without Brevier's own records: what a reader of the site sees.
  func snapshot(_ folder: String = "") -> [String: [UInt8]] {
    var out: [String: [UInt8]] = [:]
    for name in names(folder) where !name.contains(".brevier-") {
      out[name] = name.hasSuffix("/") ? [] : read(name) ?? []
    }
    return out
  }

  /// Removes a file or a whole folder.
  func remove(_ name: String) {
    for inner in names(name).reversed() {
      if inner.hasSuffix("/") { rmdir(at(String(inner.dropLast()))) } else { unlink(at(inner)) }
    }
    if unlink(at(name)) != 0 { rmdir(at(name)) }
  }

  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
