import SourceDiagnostics
import TemplateEngine
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("The language, case by case")
struct ConformanceTests {
  /// The bytes of a file beside this one.
  private static func fixture(_ name: String) -> [UInt8] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    guard let file = fopen("/" + folder + "/Fixtures/" + name, "r") else { return [] }
    defer { fclose(file) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return result }
      result += buffer[0..<count]
    }
  }

  @Test("every case gives its output, or its fault at its place")
  func allCases() throws {
    let lines = Self.fixture("templates.jsonl").split(separator: 0x0A)
    #expect(lines.count >= 1285)
    var columns = (right: 0, total: 0)
    for line in lines {
      let arena = ValueArena()
      let test = try JSONReader.read(Array(line), into: arena)
      let id = test["id"]?.asString ?? ""
      let templates = try #require(test["templates"]?.asEntries)
      var options = TemplateOptions()
      options.trimBlocks = test["options"]?["trim_blocks"]?.asBool ?? false
      options.lstripBlocks = test["options"]?["lstrip_blocks"]?.asBool ?? false
      let escapes = test["autoescape"]?.asBool ?? false
      options.autoescape = { _ in escapes }
      let sources = templates.map {
        TemplateSource(name: $0.key, path: $0.key, text: Array(($0.value.asString ?? "").utf8))
      }
      let library = TemplateLibrary(sources, options: options)
      let renderer = TemplateRenderer(library)
      let main = try #require(library.template(named: test["main"]?.asString ?? ""))
      do throws(TemplateFault) {
        try renderer.render(main, context: test["context"] ?? .undefined)
        let expected = try? #require(test["expect"]?.asString, "\(id) should have failed")
        #expect(renderer.output == Array((expected ?? "").utf8), "\(id)")
      } catch {
        guard let expected = test["expect_error"] else {
          Issue.record("\(id): \(error.message)")
          continue
        }
        let text = sources.first { $0.name == error.template }?.text ?? []
        let place = SourceText(path: "", bytes: text).position(of: error.range.lowerBound)
        #expect(error.kind.rawValue == expected["kind"]?.asString, "\(id)")
        if let name = expected["template"]?.asString { #expect(error.template == name, "\(id)") }
        if let line = expected["line"]?.asInt { #expect(place.line == line, "\(id)") }
        if let column = expected["col"]?.asInt {
          columns.total += 1
          columns.right += place.column == column ? 1 : 0
        }
      }
    }
    #expect(columns.right * 100 >= columns.total * 95)
  }
}
