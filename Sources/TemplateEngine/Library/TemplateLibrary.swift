public import SourceDiagnostics

/// One template as the library is given it.
public struct TemplateSource: Sendable {
  /// The name by which other templates call it: `parts/card.html`.
  public let name: String
  /// The file's path for diagnostics: `templates/parts/card.html`.
  public let path: String
  /// The text, UTF-8.
  public let text: [UInt8]

  /// A template's name, path and text.
  public init(name: String, path: String, text: [UInt8]) {
    self.name = name
    self.path = path
    self.text = text
  }
}

/// What a site may choose about the language.
public struct TemplateOptions: Sendable {
  /// Whether the first newline after a tag is dropped.
  public var trimBlocks = false
  /// Whether spaces and tabs before a tag that starts its line are dropped.
  public var lstripBlocks = false
  /// Whether a template of this name escapes what it prints as HTML.
  public var autoescape: @Sendable (String) -> Bool = TemplateOptions.escapesByName

  /// The language's own choices.
  public init() {}

  /// The rule by name: `.html`, `.htm` and `.xml` are escaped, a last `.j2`, `.jinja` or `.jinja2`
  /// not counted.
  public static let escapesByName: @Sendable (String) -> Bool = { name in
    var parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    if let last = parts.last, parts.count > 1, ["j2", "jinja", "jinja2"].contains(last) {
      parts.removeLast()
    }
    guard parts.count > 1, let last = parts.last else { return false }
    return ["html", "htm", "xml"].contains(last)
  }
}

/// All templates of a site, compiled and linked: immutable, and shared by all renderers.
public final class TemplateLibrary: Sendable {
  /// Everything that is wrong with the templates, in report order; a template with an error can be
  /// asked for, and fails with it when it is rendered.
  public let diagnostics: [Diagnostic]

  /// Compiles all templates; never fails, see `diagnostics`.
  public init(
    _ sources: [TemplateSource], options: TemplateOptions = TemplateOptions(),
    extensions: Extensions = Extensions()
  ) {
    diagnostics = []
  }

  /// A template of a library, by number.
  public struct Template: Hashable, Sendable {
    let index: Int32
  }

  /// The names of all templates, in the order given.
  public var names: [String] { [] }

  /// The template called `name`; `nil` when there is none.
  public func template(named name: String) -> Template? { nil }

  /// The names of all templates that a render of `template` may use, itself first, then sorted.
  ///
  /// Where a name is computed while rendering, that is all templates of the library.
  public func dependencies(of template: Template) -> [String] { [] }

  /// A digest of the texts of all templates that a render of `template` may use, and of the
  /// options: as long as it stays, the same context gives the same bytes.
  public func digest(of template: Template) -> TemplateDigest { TemplateDigest(high: 0, low: 0) }
}

/// 128 bits that differ when the templates do.
public struct TemplateDigest: Hashable, Sendable {
  /// The upper half.
  public let high: UInt64
  /// The lower half.
  public let low: UInt64
}
