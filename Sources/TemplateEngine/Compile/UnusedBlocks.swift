import SourceDiagnostics

/// Finds the blocks of children that are never shown, because no parent has a place for them.
///
/// Only where the chain of parents is sure: a parent that is computed, or extended under a condition,
/// may have any block. A block that `self` is asked for is shown there.
enum UnusedBlocks {
  static func warnings(_ templates: [CompiledTemplate], _ builder: ProgramBuilder) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    for template in templates where template.fault == nil {
      guard let parents = ancestors(of: template, templates) else { continue }
      let selves = [template.selfBlocks] + parents.map(\.selfBlocks)
      if selves.contains(where: \.isComputed) { continue }
      for (number, place) in template.outerBlocks {
        let symbol = builder.blockNames[Int(number)]
        let isShown =
          parents.contains { $0.hasBlock(number) } || selves.contains { $0.names.contains(symbol) }
        if isShown { continue }
        warnings.append(warning(number, place, template, parents, templates, builder))
      }
    }
    return warnings
  }

  private static func warning(
    _ number: Int32, _ place: Span, _ template: CompiledTemplate, _ parents: [CompiledTemplate],
    _ templates: [CompiledTemplate], _ builder: ProgramBuilder
  ) -> Diagnostic {
    let name = builder.symbols.name(builder.blockNames[Int(number)])
    let known = parents.flatMap { parent in
      parent.blocks.indices.filter { parent.blocks[$0] >= 0 }
        .map { builder.symbols.name(builder.blockNames[$0]) }
    }
    var notes: [String] = []
    let used = parents.flatMap(\.references).map { templates[Int($0)] }
    let isParent = Set(parents.map(\.path))
    if let other = used.first(where: { $0.hasBlock(number) && !isParent.contains($0.path) }) {
      notes.append(
        "'\(other.name)' has this block, but what is included or imported keeps its own blocks")
    }
    return Diagnostic(
      .templateUnusedBlock,
      "block '\(name)' is in no parent, so it is never shown"
        + Spelling.question(for: name, among: known.sorted()),
      at: SourceSpan(file: template.path, range: place.range), notes: notes)
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

extension CompiledTemplate {
  /// Whether the template itself defines a block.
  func hasBlock(_ number: Int32) -> Bool {
    Int(number) < blocks.count && blocks[Int(number)] >= 0
  }
}
