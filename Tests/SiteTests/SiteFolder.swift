#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A site on disk for one test, removed with its output when the test lets go of it.
final class SiteFolder: Sendable {
  /// The absolute path of the folder that holds everything.
  let path: String

  /// The site's folder.
  var source: String { path + "/source" }
  /// Where it is built to.
  var output: String { path + "/output" }

  init() {
    // In memory where that is possible: each build waits for the disk twice.
    let memory = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? memory
    path = base + "/brevier-site-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let made = mkdir(path, 0o755) == 0 && mkdir(path + "/source", 0o755) == 0
    precondition(made, "no temporary folder")
  }

  deinit { Disk.remove(path) }

  /// Writes a source file, making its folders.
  func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }

  /// Writes a source file, making its folders.
  func write(_ name: String, _ bytes: [UInt8]) { Disk.write(source + "/" + name, bytes) }

  /// Removes a source file.
  func remove(_ name: String) { Disk.remove(source + "/" + name) }

  /// Lays the files of a folder, its subfolders too, over the sources.
  func lay(_ folder: String, where isWanted: (String) -> Bool = { _ in true }) {
    for file in Disk.files(in: folder) where isWanted(file) {
      write(file, Disk.read(folder + "/" + file) ?? [])
    }
  }

  /// The files of the output without the records of the builder, sorted.
  var outputFiles: [String] {
    Disk.files(in: output).filter { !$0.hasPrefix(".brevier") }
  }

  /// The output as readers of the site see it: each path with its bytes.
  var snapshot: [String: [UInt8]] {
    Dictionary(
      outputFiles.map { ($0, Disk.read(output + "/" + $0) ?? []) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The text of an output file.
  func text(_ name: String) -> String? {
    Disk.read(output + "/" + name).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Files as whole arrays of bytes, by absolute paths.
enum Disk {
  static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var out: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return out }
      out += buffer[..<count]
    }
  }

  static func text(_ path: String) -> String? {
    read(path).map { String(decoding: $0, as: UTF8.self) }
  }

  static func write(_ path: String, _ bytes: [UInt8]) {
    if let slash = path.lastIndex(of: "/") { makeFolder(String(path[..<slash])) }
    let file = fopen(path, "w")
    precondition(file != nil, "cannot write \(path)")
    if let file {
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
  }

  static func makeFolder(_ path: String) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    makeFolder(String(path[..<slash]))
    mkdir(path, 0o755)
  }

  /// The files below a folder with their paths from it, sorted by bytes; links are not followed.
  static func files(in folder: String) -> [String] {
    var found: [String] = []
    var waiting = [""]
    while let place = waiting.popLast() {
      for (name, isFolder) in entries(of: folder + "/" + place) {
        let path = place + name
        if isFolder { waiting.append(path + "/") } else { found.append(path) }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The names of the folders in a folder, sorted.
  static func folders(in folder: String) -> [String] {
    entries(of: folder).filter(\.isFolder).map(\.name)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes a file or a whole folder.
  static func remove(_ path: String) {
    var folders = [path]
    var visited: [String] = []
    while let folder = folders.popLast() {
      visited.append(folder)
      for (name, isFolder) in entries(of: folder) {
        if isFolder { folders.append(folder + "/" + name) } else { unlink(folder + "/" + name) }
      }
    }
    if unlink(path) == 0 { return }
    for folder in visited.reversed() { rmdir(folder) }
  }

  private static func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found: [(String, Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      found.append((name, Int32(entry.pointee.d_type) == Int32(DT_DIR)))
    }
    return found
  }
}
