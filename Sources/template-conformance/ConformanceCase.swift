import SourceDiagnostics
import TemplateEngine

/// One case of a conformance file: templates, a context, and what must come of them.
struct ConformanceCase {
  let id: String
  let templates: [(key: String, value: Value)]
  let main: String
  let context: Value
  private let autoescape: Bool
  private let options: Value?
  let expectation: Outcome
  /// Owns the context's values.
  private let arena: ValueArena

  /// What a case gives: an output, or a fault with its place.
  enum Outcome {
    case output(String)
    case fault(Fault)
    case unknown
  }

  struct Fault {
    var kind: String
    var template: String?
    var line: Int?
    var column: Int?
    var message = ""
  }

  /// Reads a case from one line of JSON; `nil` when it is not one.
  init?(line: [UInt8]) {
    arena = ValueArena()
    guard let value = try? JSONReader.read(line, into: arena),
      let templates = value["templates"]?.asEntries, let main = value["main"]?.asString
    else { return nil }
    id = value["id"]?.asString ?? ""
    self.templates = templates
    self.main = main
    context = value["context"] ?? .undefined
    autoescape = value["autoescape"]?.asBool ?? false
    options = value["options"]
    if let expected = value["expect"]?.asString {
      expectation = .output(expected)
    } else if let fault = value["expect_error"] {
      expectation = .fault(
        Fault(
          kind: fault["kind"]?.asString ?? "", template: fault["template"]?.asString,
          line: fault["line"]?.asInt, column: fault["col"]?.asInt))
    } else {
      expectation = .unknown
    }
  }

  var settings: TemplateOptions {
    var choices = TemplateOptions()
    choices.trimBlocks = options?["trim_blocks"]?.asBool ?? false
    choices.lstripBlocks = options?["lstrip_blocks"]?.asBool ?? false
    let escapes = autoescape
    choices.autoescape = { _ in escapes }
    return choices
  }

  var sources: [TemplateSource] {
    templates.map { name, text in
      TemplateSource(name: name, path: name, text: Array((text.asString ?? "").utf8))
    }
  }

  /// Runs the case.
  func run() -> Outcome {
    let sources = sources
    let library = TemplateLibrary(sources, options: settings)
    let renderer = TemplateRenderer(library)
    guard let template = library.template(named: main) else {
      return .fault(Fault(kind: "template"))
    }
    do throws(TemplateFault) {
      try renderer.render(template, context: context)
      return .output(String(decoding: renderer.output, as: UTF8.self))
    } catch {
      let text = sources.first { $0.name == error.template }?.text ?? []
      let place = SourceText(path: error.path, bytes: text).position(of: error.range.lowerBound)
      return .fault(
        Fault(
          kind: error.kind.rawValue, template: error.template, line: place.line,
          column: place.column, message: error.message))
    }
  }
}

extension ConformanceCase.Outcome {
  /// Whether an outcome is what was expected, the column left aside.
  func meets(_ expectation: ConformanceCase.Outcome) -> Bool {
    switch (self, expectation) {
    case (.output(let actual), .output(let expected)):
      return actual.utf8.elementsEqual(expected.utf8)
    case (.fault(let actual), .fault(let expected)):
      return actual.kind == expected.kind
        && (expected.template == nil || expected.template == actual.template)
        && (expected.line == nil || expected.line == actual.line)
    default: return false
    }
  }

  var description: String {
    switch self {
    case .output(let text): "output \(text.debugDescription)"
    case .fault(let fault):
      "\(fault.kind) fault in \(fault.template ?? "any template") at "
        + "\(fault.line.map(String.init) ?? "?"):\(fault.column.map(String.init) ?? "?")"
        + (fault.message.isEmpty ? "" : " (\(fault.message))")
    case .unknown: "nothing"
    }
  }
}
