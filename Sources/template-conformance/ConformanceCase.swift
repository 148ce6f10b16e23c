import SourceDiagnostics
import TemplateEngine

/// One case of a conformance file: templates, a context, and what must come of them.
struct ConformanceCase {
  let id: String
  private let templates: [(key: String, value: Value)]
  private let main: String
  private let context: Value
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

  private var settings: TemplateOptions {
    var choices = TemplateOptions()
    choices.trimBlocks = options?["trim_blocks"]?.asBool ?? false
    choices.lstripBlocks = options?["lstrip_blocks"]?.asBool ?? false
    let escapes = autoescape
    choices.autoescape = { _ in escapes }
    return choices
  }

  private var sources: [TemplateSource] {
    templates.map { name, text in
      TemplateSource(name: name, path: name, text: Array((text.asString ?? "").utf8))
    }
  }

  /// Times loading and rendering: medians in microseconds, as one line of JSON.
  func time() -> String {
    let sources = sources
    let clock = ContinuousClock()
    var loads: [Double] = []
    for _ in 0..<200 {
      let start = clock.now
      let library = TemplateLibrary(sources, options: settings)
      loads.append(Self.microseconds(clock.now - start))
      if library.names.isEmpty { return "{}" }
    }
    let library = TemplateLibrary(sources, options: settings)
    let renderer = TemplateRenderer(library)
    guard let template = library.template(named: main) else { return "{}" }
    var renders: [Double] = []
    var size = 0
    for _ in 0..<300 {
      let start = clock.now
      for _ in 0..<10 {
        renderer.beginPage()
        try? renderer.render(template, context: context)
      }
      renders.append(Self.microseconds(clock.now - start) / 10)
      size = renderer.withOutput { $0.count }
    }
    loads.sort()
    renders.sort()
    return "{\"id\": \"\(id)\", \"load\": \(loads[loads.count / 2]), "
      + "\"render\": \(renders[renders.count / 2]), \"best\": \(renders[0]), \"bytes\": \(size)}"
  }

  private static func microseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e6 + Double(duration.components.attoseconds) / 1e12
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
