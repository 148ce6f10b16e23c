public import SourceDiagnostics

/// Finds the header of a content file: the lines between a `---` on its very first line and the next
/// line that is `---`.
public enum FrontMatter {
  /// Where the header's YAML stands (without the two `---` lines) and where the body begins.
  ///
  /// A byte order mark before the first line is skipped. A file that does not start with `---` has no
  /// header and its body begins after the mark. A header that is never closed is reported (F001); its
  /// file then has neither header nor body.
  public static func split(
    _ bytes: [UInt8], file: String, diagnostics: inout [Diagnostic]
  ) -> (header: Range<Int>?, bodyStart: Int) {
    (nil, 0)
  }
}
