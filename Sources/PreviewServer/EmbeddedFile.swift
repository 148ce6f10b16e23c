/// One file of `Client/`, as the build wrote it down.
struct EmbeddedFile: Sendable {
  /// The path below its folder.
  let path: String
  /// The content.
  let bytes: [UInt8]

  /// A file of text.
  init(_ path: String, text: String) {
    self.path = path
    bytes = Array(text.utf8)
  }
}
