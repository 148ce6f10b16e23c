import SourceDiagnostics

/// Compiles all templates of a library into one program, and gathers their mistakes.
enum LibraryCompiler {
  struct Result {
    var program: Program
    var diagnostics: [Diagnostic]
    var numbers: [String: Int32]
  }

  static func compile(
    _ sources: [TemplateSource], options: TemplateOptions, extensions: Extensions
  ) -> Result {
    var numbers: [String: Int32] = [:]
    for (index, source) in sources.enumerated() { numbers[source.name] = Int32(index) }
    let builder = ProgramBuilder(
      arena: ValueArena(), templateNumbers: numbers,
      size: sources.reduce(0) { $0 + $1.text.count })
    builder.extensions = table(extensions, builder)
    for symbol in builder.extensions.globals.keys.sorted(by: { $0.index < $1.index }) {
      _ = builder.contextNumber(symbol)
    }
    var templates: [CompiledTemplate] = []
    var faults: [TemplateFault] = []
    for (index, source) in sources.enumerated() {
      let (template, found) = compile(source, Int32(index), options, builder)
      templates.append(template)
      faults += found
    }
    let warnings = UnusedBlocks.warnings(templates, builder)
    let program = Program(builder, templates: templates)
    return Result(
      program: program, diagnostics: faults.map { $0.diagnostic() } + warnings, numbers: numbers)
  }

  private static func compile(
    _ source: TemplateSource, _ number: Int32, _ options: TemplateOptions, _ builder: ProgramBuilder
  ) -> (CompiledTemplate, [TemplateFault]) {
    var parser = Parser(source, options: options, arena: builder.arena)
    swap(&parser.symbols, &builder.symbols)
    let parsed: Swift.Result<[Statement], TemplateFault>
    do throws(TemplateFault) {
      parsed = .success(try parser.parse())
    } catch {
      parsed = .failure(error)
    }
    swap(&parser.symbols, &builder.symbols)
    switch parsed {
    case .failure(let fault):
      var template = CompiledTemplate(name: source.name, path: source.path)
      template.fault = fault
      return (template, [fault])
    case .success(let statements):
      let compiler = TemplateCompiler(
        builder, source, number: number, escapes: options.autoescape(source.name))
      var template = compiler.compile(statements, usesSelf: parser.mentions.selfName > 0)
      template.selfBlocks = parser.selfBlocks
      template.fault = compiler.faults.first
      return (template, compiler.faults + compiler.warnings)
    }
  }

  /// The site's extensions and the language's functions, by number and name.
  private static func table(_ extensions: Extensions, _ builder: ProgramBuilder) -> ExtensionTable {
    var table = ExtensionTable()
    for (number, name) in BuiltInFunction.names.enumerated() {
      guard let function = BuiltInFunction(rawValue: UInt64(number)) else { continue }
      table.globals[builder.symbols.symbol(for: name)] = Value(function: function)
    }
    for (name, filter) in extensions.filters.sorted(by: { $0.key < $1.key }) {
      table.filterNumbers[builder.symbols.symbol(for: name)] = Int32(table.filters.count)
      table.filters.append(filter)
    }
    for (name, test) in extensions.tests.sorted(by: { $0.key < $1.key }) {
      table.testNumbers[builder.symbols.symbol(for: name)] = Int32(table.tests.count)
      table.tests.append(test)
    }
    for (name, function) in extensions.functions.sorted(by: { $0.key < $1.key }) {
      let symbol = builder.symbols.symbol(for: name)
      table.globals[symbol] = Value(siteFunction: table.functions.count)
      table.functions.append((symbol, function))
    }
    for (name, value) in extensions.globals.sorted(by: { $0.key < $1.key }) {
      table.globals[builder.symbols.symbol(for: name)] = value
    }
    table.owners = extensions.owners
    return table
  }
}
