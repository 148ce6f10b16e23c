import SiteModel
import SourceDiagnostics

/// F2: a brief's picture is large enough to be shown beside a link to it.
enum SmallImage: BriefRule {
  static let rule = DiagnosticRule(
    "F2", .warning, "a brief's picture is large enough for the preview of a link",
    explanation: """
      Networks and search engines show the `image` of a brief large only from \(leastWidth) pixels of
      width on. The width is read from the file (PNG, JPEG, GIF, WebP); drawings (SVG) have none and are
      not asked, nor are pictures in the text.

      Wrong:

          image: {file: office.png, alt: An office, licence: CC BY 4.0}      600 pixels wide

      Right:

          image: {file: office.png, alt: An office, licence: CC BY 4.0}      1200 pixels wide
      """)

  /// The width in pixels from which on previews show a picture large.
  static let leastWidth = 1200

  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    var seen = Set<String>()
    for edition in brief.brief.editions {
      guard let image = edition.image,
        let path = SourcePath.resolve(image.file.text, from: image.file.file),
        seen.insert(path).inserted, let width = brief.site.pixelWidth(path), width < leastWidth
      else { continue }
      findings.append(
        Diagnostic(
          rule, "image '\(image.file.text)' is \(width) pixels wide", at: image.file.span,
          label: "less than \(leastWidth)", help: "take a larger one, or leave it out"))
    }
  }
}
