import Testing

@testable import SearchIndex

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The list of texts and their terms that this reader and the script's are both held against:
/// `Fixtures/terms.tsv`, a line each with language, text and terms between spaces.
///
/// `UPDATE_GOLDEN=1 swift test` rewrites the terms of its texts.
struct TermVectors {
  static let path = String(#filePath.dropLast("TermVectors.swift".count)) + "Fixtures/terms.tsv"

  struct Line: Sendable {
    var language: String
    var text: String
    var terms: String
  }

  let lines: [Line]

  init() {
    lines = Self.read(Self.path).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Line(
        language: fields[0], text: fields.count > 1 ? fields[1] : "",
        terms: fields.count > 2 ? fields[2] : "")
    }
  }

  /// The terms of a text, as the list writes them.
  static func terms(_ text: String, _ language: String) -> String {
    var reader = TermReader(SearchRules.rules(for: language))
    return reader.terms(of: SearchDocument(texts: [(.body, Array(text.utf8))])).texts
      .joined(separator: " ")
  }

  /// Rewrites the terms, when goldens are rewritten.
  static func update(_ lines: [Line]) {
    let text = lines.map { "\($0.language)\t\($0.text)\t\(terms($0.text, $0.language))\n" }.joined()
    guard let file = fopen(path, "w") else { return }
    fputs(text, file)
    fclose(file)
  }

  static var isUpdating: Bool {
    getenv("UPDATE_GOLDEN").map { String(cString: $0) } == "1"
      && getenv("CI").map { String(cString: $0) } != "true"
  }

  private static func read(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
