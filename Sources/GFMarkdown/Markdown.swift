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
    MarkdownBody()
  }
}
