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
    let warnings = unusedBlocks(templates, builder)
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

  /// Warnings for blocks of children that no parent has.
  private static func unusedBlocks(_ templates: [CompiledTemplate], _ builder: ProgramBuilder)
    -> [Diagnostic]
  {
    var warnings: [Diagnostic] = []
    for template in templates where template.fault == nil {
      guard let parents = ancestors(of: template, templates) else { continue }
      for (number, place) in template.outerBlocks {
        let isKnown = parents.contains { parent in
          Int(number) < parent.blocks.count && parent.blocks[Int(number)] >= 0
        }
        if isKnown { continue }
        let name = builder.symbols.name(builder.blockNames[Int(number)])
        let known = parents.flatMap { parent in
          parent.blocks.indices.filter { parent.blocks[$0] >= 0 }
            .map { builder.symbols.name(builder.blockNames[$0]) }
        }
        warnings.append(
          Diagnostic(
            .templateUnusedBlock,
            "block '\(name)' is in no parent, so it is never shown"
              + Spelling.question(for: name, among: known.sorted()),
            at: SourceSpan(file: template.path, range: place.range)))
      }
    }
    return warnings
  }

  /// The templates that a template surely extends, nearest first; `nil` when it extends none or
  /// they are not known.
  private static func ancestors(of template: CompiledTemplate, _ templates: [CompiledTemplate])
    -> [CompiledTemplate]?
  {
    var result: [CompiledTemplate] = []
    var current = template
    while let parent = current.parent {
      guard parent >= 0, result.count < TemplateRun.longestChain else { return nil }
      current = templates[Int(parent)]
      if current.fault != nil { return nil }
      result.append(current)
    }
    return result.isEmpty ? nil : result
  }
}
