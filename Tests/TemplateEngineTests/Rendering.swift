import SourceDiagnostics
import TemplateEngine

/// Renders small templates for the tests.
enum Rendering {
  /// The library of templates given as name and text; each is escaped as `.html` is.
  static func library(
    _ templates: [(String, String)], extensions: Extensions = Extensions(),
    options: TemplateOptions = TemplateOptions()
  ) -> TemplateLibrary {
    TemplateLibrary(
      templates.map { TemplateSource(name: $0, path: "templates/" + $0, text: Array($1.utf8)) },
      options: options, extensions: extensions)
  }

  /// What `main.html` prints.
  static func text(
    _ main: String, _ others: [(String, String)] = [], extensions: Extensions = Extensions(),
    context: (ValueArena) -> Value = { _ in .undefined }
  ) throws(TemplateFault) -> String {
    let library = library([("main.html", main)] + others, extensions: extensions)
    let renderer = TemplateRenderer(library)
    guard let template = library.template(named: "main.html") else { return "" }
    renderer.beginPage()
    try renderer.render(template, context: context(renderer.arena))
    return String(decoding: renderer.output, as: UTF8.self)
  }

  /// The fault that `main.html` gives, if it does.
  static func fault(_ main: String, _ others: [(String, String)] = []) -> TemplateFault? {
    do {
      _ = try text(main, others)
      return nil
    } catch {
      return error
    }
  }
}
