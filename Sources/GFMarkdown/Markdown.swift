public import SourceDiagnostics

/// Turns GitHub-flavoured Markdown into HTML and into what a site needs to know about a text.
///
/// The grammar is GitHub Flavored Markdown 0.29 with footnotes, read by cmark-gfm; the HTML is
/// written here. May be called from any number of threads at once.
public enum Markdown {
  /// Parses one text.
  ///
  /// - Parameters:
  ///   - text: the Markdown, UTF-8; invalid bytes and NUL become U+FFFD.
  ///   - file: the file's path, for diagnostics.
  ///   - offset: where in the file the text begins, in bytes (after front matter, say).
  ///   - options: what the site wants.
  ///   - diagnostics: mistakes found are added here. After an error about size the body is empty.
  public static func parse(
    _ text: ArraySlice<UInt8>, file: String, offset: Int = 0,
    options: MarkdownOptions = MarkdownOptions(), diagnostics: inout [Diagnostic]
  ) -> MarkdownBody {
    text.withUnsafeBufferPointer {
      parse($0, file: file, offset: offset, options: options, diagnostics: &diagnostics)
    }
  }

  /// Parses one text from where it lies; the same as `parse(_:file:offset:options:diagnostics:)`
  /// for a slice. The bytes must not change during the call.
  public static func parse(
    _ text: UnsafeBufferPointer<UInt8>, file: String, offset: Int = 0,
    options: MarkdownOptions = MarkdownOptions(), diagnostics: inout [Diagnostic]
  ) -> MarkdownBody {
    if let finding = HazardScan.finding(in: text, limits: options.limits) {
      let place = finding.place.lowerBound + offset..<finding.place.upperBound + offset
      diagnostics.append(
        Diagnostic(finding.rule, finding.summary, at: SourceSpan(file: file, range: place)))
      return MarkdownBody()
    }
    let source = SourceMap(text, file: file, offset: offset)
    if let fault = UTF8Check.firstFault(in: text) {
      let isZero = text[fault] == 0
      diagnostics.append(
        Diagnostic(
          .bytesReplaced,
          "\(isZero ? "NUL bytes" : "bytes that are not UTF-8") are shown as U+FFFD",
          at: SourceSpan(file: file, range: fault + offset..<fault + offset + 1),
          help: isZero ? "remove it" : "save the file as UTF-8"))
    }
    var marks = PlaceMarks()
    var marked: [UInt8] = []
    marks.mark(text, into: &marked)
    return marked.withUnsafeBufferPointer { marked in
      guard
        let document = CMarkDocument(
          marked, extensions: CMarkDocument.Extension.site, footnotes: true)
      else { return MarkdownBody() }
      var writer = HTMLWriter(.site, options: options, source: source, marks: marks)
      writer.write(document)
      diagnostics += writer.diagnostics
      return writer.stopped ? MarkdownBody() : writer.finished()
    }
  }

  /// The HTML that the specification's examples expect, with or without marks in the text; for the
  /// tests that hold the writer against the library's own.
  static func specificationHTML(
    _ text: UnsafeBufferPointer<UInt8>, extensions: [CMarkDocument.Extension], marked: Bool
  ) -> [UInt8] {
    var marks = PlaceMarks()
    var bytes = Array(text)
    if marked { marks.mark(text, into: &bytes) }
    let source = SourceMap(text, file: "", offset: 0)
    return bytes.withUnsafeBufferPointer { bytes in
      guard let document = CMarkDocument(bytes, extensions: extensions, footnotes: false) else {
        return []
      }
      let flavour = HTMLWriter.Flavour.specification(filtered: extensions.contains(.tagfilter))
      var writer = HTMLWriter(flavour, options: MarkdownOptions(), source: source, marks: marks)
      writer.write(document)
      return writer.html
    }
  }
}
