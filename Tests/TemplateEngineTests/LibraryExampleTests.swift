import DocumentedExamples
import Testing

@testable import TemplateExample

@Suite("The example of the engine as a library")
struct LibraryExampleTests {
  private static let path = "docs/reference/template-engine-library.md"

  @Test("the example prints what the page says")
  func output() throws {
    let file = try #require(DocumentedFile(Self.path))
    #expect(file.examples.count == 1)
    let differences = file.differences { _ in .output(String(TemplateExample.run().dropLast())) }
    #expect(differences == [], "\(differences.joined())")
  }

  @Test("the code on the page is that of the example")
  func code() throws {
    let file = try #require(DocumentedFile(Self.path))
    let source = try #require(
      DocumentedFile.text(of: "Sources/TemplateExample/TemplateExample.swift"))
    let blocks = file.parts.compactMap { part -> String? in
      guard case .block(let words, let text, _) = part, words == ["swift"] else { return nil }
      return text
    }
    #expect(blocks.count > 5)
    for block in blocks { #expect(source.contains(block), "\(block) is not in the example") }
  }
}
