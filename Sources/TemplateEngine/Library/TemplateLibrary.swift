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
  /// The names of all templates, in the order given.
  public let names: [String]
  let program: Program
  private let numbers: [String: Int32]
  private let sources: [TemplateSource]
  private let options: TemplateOptions

  /// Compiles all templates; never fails, see `diagnostics`.
  public init(
    _ sources: [TemplateSource], options: TemplateOptions = TemplateOptions(),
    extensions: Extensions = Extensions()
  ) {
    let linked = LibraryCompiler.compile(sources, options: options, extensions: extensions)
    program = linked.program
    diagnostics = linked.diagnostics.sortedForReport()
    numbers = linked.numbers
    names = sources.map(\.name)
    self.sources = sources
    self.options = options
  }

  /// A template of a library, by number.
  public struct Template: Hashable, Sendable {
    let index: Int32
  }

  /// The template called `name`; `nil` when there is none.
  public func template(named name: String) -> Template? {
    numbers[name].map { Template(index: $0) }
  }

  /// The names of all templates that a render of `template` may use, itself first, then sorted.
  ///
  /// Where a name is computed while rendering, that is all templates of the library.
  public func dependencies(of template: Template) -> [String] {
    let closure = closure(of: template.index)
    let others = closure.filter { $0 != template.index }.map { names[Int($0)] }
    return [names[Int(template.index)]] + others.sorted()
  }

  /// A digest of the texts of all templates that a render of `template` may use, and of the
  /// options: as long as it stays, the same context gives the same bytes.
  public func digest(of template: Template) -> TemplateDigest {
    let closure = closure(of: template.index).sorted { names[Int($0)] < names[Int($1)] }
    let parts = [template.index] + closure
    return TemplateDigest(of: parts.map { ownDigest(of: sources[Int($0)]).bytes })
  }

  private func ownDigest(of source: TemplateSource) -> TemplateDigest {
    let choices = [
      options.trimBlocks, options.lstripBlocks, options.autoescape(source.name),
    ]
    return TemplateDigest(
      of: [Array(source.name.utf8), source.text, choices.map { $0 ? 1 : 0 }])
  }

  private func closure(of start: Int32) -> [Int32] {
    var found: Set<Int32> = [start]
    var waiting = [start]
    while let next = waiting.popLast() {
      let template = program.templates[Int(next)]
      if template.isDynamic { return names.indices.map { Int32($0) } }
      for reference in template.references where found.insert(reference).inserted {
        waiting.append(reference)
      }
    }
    return found.sorted()
  }
}

/// 128 bits that differ when the templates do.
public struct TemplateDigest: Hashable, Sendable {
  /// The upper half.
  public let high: UInt64
  /// The lower half.
  public let low: UInt64

  /// The digest of several texts and their lengths: two FNV-1a sums with different starts, over
  /// words of eight bytes, the last one filled up with zeros.
  init(of texts: [[UInt8]]) {
    var high: UInt64 = 0xCBF2_9CE4_8422_2325
    var low: UInt64 = 0x9AE1_6A3B_2F90_404F
    func add(_ word: UInt64) {
      high = (high ^ word) &* 0x0000_0100_0000_01B3
      high ^= high >> 32
      low = (low ^ word) &* 0x9FB2_1C65_1E98_DF25
      low ^= low >> 29
    }
    for text in texts {
      add(UInt64(text.count))
      var index = 0
      while index < text.count {
        var word: UInt64 = 0
        for offset in 0..<min(8, text.count - index) {
          word |= UInt64(text[index + offset]) << UInt64(8 * offset)
        }
        add(word)
        index += 8
      }
    }
    self.high = high
    self.low = low
  }

  var bytes: [UInt8] {
    [high, low].flatMap { word in
      stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
  }
}
