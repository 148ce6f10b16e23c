import SourceDiagnostics

/// Blocks, macros, and the tags that name other templates.
extension TemplateCompiler {
  func block(_ tag: Statement.BlockTag) {
    let chunk = chunk(inside: false, kind: .block, name: tag.name, isRequired: tag.isRequired) {
      if tag.usesSelf { store(.selfReference, in: scope.declare(Word.selfName.symbol)) }
      if tag.usesSuper { store(.superReference, in: scope.declare(Word.superName.symbol)) }
      scope.analyse(tag.body)
      startVariables()
      emit(tag.body)
      return nil
    }
    let number = program.blockNumber(tag.name)
    while template.blocks.count <= Int(number) { template.blocks.append(-1) }
    template.blocks[Int(number)] = chunk
    if inRoot, scope.isTop { template.outerBlocks.append((number, tag.span)) }
    let site = BlockSite(
      name: number, isScoped: tag.isScoped, locals: tag.isScoped ? visibleLocals() : TableRange())
    unlessExtended(scope.isTop) {
      function.emit(.block, c: appended(site, to: &program.blockSites), at: tag.span)
    }
  }

  /// The variables that a template or block inside may read by name.
  func visibleLocals() -> TableRange {
    let locals = scope.visible().compactMap { name, place, isExported -> VisibleLocal? in
      if isExported { return nil }
      let context = program.contextNumber(name)
      switch place {
      case .local(let slot):
        return VisibleLocal(context: context, depth: 0, slot: UInt16(truncatingIfNeeded: slot))
      case .outer(let depth, let slot):
        return VisibleLocal(
          context: context, depth: UInt8(truncatingIfNeeded: depth),
          slot: UInt16(truncatingIfNeeded: slot))
      case .context: return nil
      }
    }
    return laid(locals, in: &program.visibleLocals)
  }

  /// Makes a macro's chunk and leaves the macro on the stack.
  func macro(_ tag: Statement.MacroTag, kind: Chunk.Kind) {
    let chunk = chunk(inside: true, kind: kind, name: tag.name) {
      var signature = MacroSignature(
        parameters: laid(tag.parameters.map(\.name), in: &program.names))
      for parameter in tag.parameters { scope.declare(parameter.name) }
      let caller = Word.caller.symbol
      signature.namesCaller = tag.parameters.contains { $0.name == caller }
      if signature.namesCaller {
        signature.callerSlot = Int32(scope.declare(caller))
      } else if tag.usesCaller {
        signature.callerSlot = Int32(scope.declare(caller))
      }
      if tag.usesVarargs {
        signature.varargsSlot = Int32(scope.declare(Word.varargs.symbol))
      }
      if tag.usesKwargs { signature.kwargsSlot = Int32(scope.declare(Word.kwargs.symbol)) }
      scope.analyse(tag.parameters.compactMap(\.standard))
      scope.analyse(tag.body)
      startVariables()
      for parameter in tag.parameters {
        guard let standard = parameter.standard,
          case .local(let slot) = scope.place(of: parameter.name)
        else { continue }
        let given = function.emit(.jumpIfPresent, b: slot)
        value(standard)
        function.emit(.storeLocal, b: slot, effect: -1)
        function.land(given)
      }
      emit(tag.body)
      return signature
    }
    function.keepsLocals = true
    function.emit(.macro, c: chunk, effect: 1)
  }

  func callBlock(_ body: Statement.MacroTag, _ call: Expression, _ span: Span) {
    guard case .postfix(let base, let parts) = call, case .call(let arguments, _)? = parts.last
    else { return }
    self.call(base, Array(parts.dropLast()), arguments, prints: true) {
      self.macro(body, kind: .caller)
    }
  }
}

// MARK: - Other templates

extension TemplateCompiler {
  func extends(_ expression: Expression, _ span: Span) {
    var site = TemplateSite()
    let isLiteral = link(expression, &site, ignoresMissing: false)
    if !isLiteral { value(expression) }
    function.emit(
      .extends, a: isLiteral ? 0 : 1, c: appended(site, to: &program.templateSites),
      effect: isLiteral ? 0 : -1, at: expression.anchor)
    template.extendsTags.append((isLiteral ? site.template : -1, expression.anchor))
    let isSure = scope.isTop && inRoot && extending == .no && conditions == 0
    template.parent = isLiteral && isSure ? site.template : -1
    extending = scope.isTop && inRoot ? .surely : .maybe
  }

  /// Links a literal name to its template; false when the name must be computed.
  func link(_ expression: Expression, _ site: inout TemplateSite, ignoresMissing: Bool)
    -> Bool
  {
    guard case .constant(let value, let span) = expression, value.tag == .string else {
      note(expression, ignoresMissing: ignoresMissing)
      return false
    }
    let name = String(decoding: value.utf8, as: UTF8.self)
    guard let number = templateNumber(name) else {
      if ignoresMissing { return false }
      warnings.append(missing(name, span))
      return false
    }
    site.template = number
    template.references.append(number)
    return true
  }

  func templateNumber(_ name: String) -> Int32? { program.templateNumbers[name] }

  func missing(_ name: String, _ span: Span) -> TemplateFault {
    fault(
      .template, "template '\(name)' does not exist", span,
      Spelling.suggestions(for: name, among: program.templateNumbers.keys.sorted()))
  }

  /// Notes the templates that an expression may name.
  func note(_ expression: Expression, ignoresMissing: Bool) {
    switch expression {
    case .list(let parts, _), .tuple(let parts, _):
      for part in parts { note(part, ignoresMissing: true) }
    case .conditional(let branches, let otherwise, _):
      for branch in branches { note(branch.value, ignoresMissing: ignoresMissing) }
      if let otherwise { note(otherwise, ignoresMissing: ignoresMissing) }
    case .constant(let value, let span) where value.tag == .string:
      let name = String(decoding: value.utf8, as: UTF8.self)
      if let number = templateNumber(name) {
        template.references.append(number)
      } else if !ignoresMissing {
        warnings.append(missing(name, span))
      }
    default: template.isDynamic = true
    }
  }

  func include(_ tag: Statement.IncludeTag) {
    var site = TemplateSite(
      ignoresMissing: tag.ignoresMissing, withContext: tag.withContext,
      locals: tag.withContext ? visibleLocals() : TableRange())
    let isLiteral = link(tag.template, &site, ignoresMissing: tag.ignoresMissing)
    if !isLiteral { value(tag.template) }
    function.emit(
      .include, a: isLiteral ? 0 : 1, c: appended(site, to: &program.templateSites),
      effect: isLiteral ? 0 : -1, at: tag.template.anchor)
  }

  /// Leaves the module on the stack.
  func importModule(_ tag: Statement.ImportTag) {
    var site = TemplateSite(
      withContext: tag.withContext, locals: tag.withContext ? visibleLocals() : TableRange())
    let isLiteral = link(tag.template, &site, ignoresMissing: false)
    if !isLiteral { value(tag.template) }
    function.emit(
      .importModule, a: isLiteral ? 0 : 1, c: appended(site, to: &program.templateSites),
      effect: isLiteral ? 1 : 0, at: tag.template.anchor)
  }
}
