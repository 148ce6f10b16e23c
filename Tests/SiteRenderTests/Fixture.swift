#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Files of the repository that tests of this room read, and goldens that they hold results against.
enum Fixture {
  /// The folder of the repository.
  static let root = String(#filePath.dropLast("/Tests/SiteRenderTests/Fixture.swift".count))

  /// The bytes of a file of the repository; nothing when there is none.
  static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(root + "/" + path, "r") else { return nil }
    defer { fclose(file) }
    var found: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return found }
      found += buffer[..<count]
    }
  }

  /// Whether `text` is what `Fixtures/NAME` holds; `UPDATE_GOLDEN=1` rewrites the file, but not where
  /// `CI` is `true`.
  static func matches(_ name: String, _ text: String) -> Bool {
    let path = "Tests/SiteRenderTests/Fixtures/" + name
    let bytes = Array(text.utf8)
    guard variable("UPDATE_GOLDEN") == "1", variable("CI") != "true" else {
      return self.bytes(path) == bytes
    }
    guard let file = fopen(root + "/" + path, "w") else { return false }
    defer { fclose(file) }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
