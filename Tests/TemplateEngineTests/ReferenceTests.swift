import DocumentedExamples
import SourceDiagnostics
import Testing

@testable import TemplateEngine

@Suite("The reference of the template language")
struct ReferenceTests {
  private static let folder = "docs/reference/templates/"

  private static func page(_ name: String) throws -> DocumentedFile {
    try #require(DocumentedFile(name), "\(name) cannot be read")
  }

  // MARK: - Examples

  @Test(
    "every example gives what the reference says",
    arguments: [
      "docs/reference/templates.md", folder + "expressions.md", folder + "tags.md",
      folder + "filters.md", folder + "tests-and-functions.md",
    ])
  func examples(path: String) throws {
    let file = try Self.page(path)
    #expect(file.examples.count > 5)
    let differences = file.differences { Self.run($0) }
    #expect(differences == [], "\(differences.joined(separator: "\n\n"))")
  }

  /// What an example gives: the page, or the report of the first mistake.
  static func run(_ example: DocumentedFile.Example) -> DocumentedFile.Expected {
    let sources = example.templates.map {
      TemplateSource(name: $0.name, path: "templates/" + $0.name, text: Array($0.text.utf8))
    }
    func report(_ diagnostic: Diagnostic) -> DocumentedFile.Expected {
      let text = TextReport { path in
        sources.first { $0.path == path }.map { SourceText(path: path, bytes: $0.text) }
      }.text(diagnostic)
      return .error(String(text.dropLast()))
    }
    let library = TemplateLibrary(sources)
    if let first = library.diagnostics.first { return report(first) }
    let renderer = TemplateRenderer(library)
    guard let main = sources.last.flatMap({ library.template(named: $0.name) }) else {
      return .output("no template")
    }
    do {
      let context = try example.json.map {
        try JSONReader.read(Array($0.utf8), into: renderer.arena)
      }
      try renderer.render(main, context: context ?? .undefined)
      return .output(String(decoding: renderer.output, as: UTF8.self))
    } catch let fault as TemplateFault {
      return report(fault.diagnostic())
    } catch {
      return .output("the JSON of this example cannot be read: \(error)")
    }
  }

  // MARK: - Completeness

  /// What a heading such as `` `d`, `default(default_value='', boolean=false)` `` describes.
  struct Entry {
    var names: [String]
    /// The names in the brackets; `nil` where there are none or they are not a list of names.
    var parameters: [String]
  }

  static func entries(_ file: DocumentedFile, below section: String) -> [Entry] {
    var isInside = false
    var found: [Entry] = []
    for part in file.parts {
      guard case .heading(let level, let text, _) = part else { continue }
      if level == 2 { isInside = text == section }
      if level == 3, isInside { found.append(entry(text)) }
    }
    return found
  }

  private static func entry(_ heading: String) -> Entry {
    let codes = heading.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { $0.element }
    var parameters: [String] = []
    for code in codes {
      guard let open = code.firstIndex(of: "(") else { continue }
      parameters = code[code.index(after: open)...].dropLast().split(separator: ",").map { part in
        String(part.drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber || "_*".contains($0) })
      }
    }
    return Entry(names: codes.map { String($0.prefix { $0 != "(" }) }, parameters: parameters)
  }

  @Test("every filter has an entry with its arguments, and every entry is a filter")
  func filters() throws {
    let entries = Self.entries(try Self.page(Self.folder + "filters.md"), below: "The filters")
    #expect(entries.flatMap(\.names).sorted() == Operations.filters.keys.sorted())
    for entry in entries {
      let kinds = Set(entry.names.compactMap { Operations.filters[$0]?.0 })
      #expect(kinds.count == 1, "\(entry.names) are not one filter")
      for name in entry.names {
        guard let (_, signature) = Operations.filters[name], !signature.isVariadic else { continue }
        #expect(entry.parameters == signature.parameters, "\(name)")
      }
    }
  }

  @Test("every test has an entry with its argument, and every entry is a test")
  func tests() throws {
    let file = try Self.page(Self.folder + "tests-and-functions.md")
    let entries = Self.entries(file, below: "Tests")
    #expect(entries.flatMap(\.names).sorted() == Operations.tests.keys.sorted())
    for entry in entries {
      #expect(Set(entry.names.compactMap { Operations.tests[$0]?.0 }).count == 1, "\(entry.names)")
      for name in entry.names {
        guard let (_, signature) = Operations.tests[name] else { continue }
        let named = signature.parameters.filter { !$0.isEmpty }
        #expect(named.isEmpty || entry.parameters == named, "\(name)")
      }
    }
  }

  @Test("every function and every method has an entry, and there are no others")
  func functions() throws {
    let file = try Self.page(Self.folder + "tests-and-functions.md")
    func names(_ section: String) -> [String] {
      Self.entries(file, below: section).flatMap(\.names).sorted()
    }
    #expect(names("Functions") == BuiltInFunction.names.sorted())
    #expect(names("Methods of strings") == Operations.stringMethods.sorted())
    #expect(names("Methods of maps") == Operations.mapMethods.sorted())
  }

  @Test("every tag has an entry, and every entry is a tag")
  func tags() throws {
    let entries = Self.entries(try Self.page(Self.folder + "tags.md"), below: "The tags")
    #expect(entries.flatMap(\.names).sorted() == Parser.tags.map(\.text).sorted())
  }

  @Test("every kind of mistake is described with its rule")
  func kinds() throws {
    let file = try Self.page("docs/reference/templates.md")
    let text = try #require(DocumentedFile.text(of: file.path))
    for kind in TemplateFault.Kind.allCases {
      let row = "| `\(kind.rawValue)` | \(DiagnosticRule.template(kind).code) |"
      #expect(text.contains(row), "there is no row \(row)")
    }
  }
}
