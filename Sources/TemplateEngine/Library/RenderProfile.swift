/// Measures what renders cost.
///
/// Give one to `TemplateRenderer.render` to have its `costs` grow; without one nothing is measured and
/// nothing is paid. The clock is the caller's, since the engine knows no time: any count that only
/// grows will do, in nanoseconds where the figures are to be read as such. Not for use by two
/// renders at once; the costs of several threads can be added.
public final class RenderProfile {
  /// What was measured so far.
  public private(set) var costs: RenderCosts
  private let program: Program
  private let clock: @Sendable () -> Int
  private var activeChunks: [Int32]
  private var activeTemplates: [Int32]
  private var open: [Entry] = []

  /// A part that has begun and not ended.
  private struct Entry {
    var chunk: Int
    var start: Int
    /// Ticks spent in parts that it called.
    var inner = 0
    /// Bytes that those printed to the place where it prints.
    var innerBytes = 0
  }

  /// An empty profile of renders from `library`, timed by `clock`.
  public init(_ library: TemplateLibrary, clock: @escaping @Sendable () -> Int) {
    program = library.program
    self.clock = clock
    costs = RenderCosts(program)
    activeChunks = Array(repeating: 0, count: program.chunks.count)
    activeTemplates = Array(repeating: 0, count: program.templates.count)
  }
}

// MARK: - What the machine tells

extension RenderProfile {
  /// A template is come to.
  func note(_ relation: RenderCosts.Use.Relation, _ template: Int32, from user: Int32) {
    costs.note(relation, template, from: user)
  }

  /// A part begins.
  func enter(_ chunk: Int) {
    activeChunks[chunk] += 1
    activeTemplates[Int(program.chunks[chunk].template)] += 1
    open.append(Entry(chunk: chunk, start: clock()))
  }

  /// The part begun last ends, having printed `bytes` with all that it called; `prints` says whether
  /// they stay where the part around it prints.
  func leave(bytes: Int, prints: Bool) {
    guard let entry = open.popLast() else { return }
    let elapsed = clock() - entry.start
    costs.addRun(
      of: entry.chunk, own: elapsed - entry.inner, bytes: max(0, bytes - entry.innerBytes))
    let outermost = end(entry.chunk)
    if outermost.chunk { costs.addTotal(elapsed, toChunk: entry.chunk) }
    if outermost.template {
      costs.addTotal(elapsed, toTemplate: Int(program.chunks[entry.chunk].template))
    }
    guard !open.isEmpty else { return }
    open[open.count - 1].inner += elapsed
    if prints { open[open.count - 1].innerBytes += bytes }
  }

  /// Counts a run as ended; says whether it was the outermost of its part and of its template.
  private func end(_ chunk: Int) -> (chunk: Bool, template: Bool) {
    let template = Int(program.chunks[chunk].template)
    activeChunks[chunk] -= 1
    activeTemplates[template] -= 1
    return (activeChunks[chunk] == 0, activeTemplates[template] == 0)
  }

  /// A render ended in a fault: what it had begun counts for nothing.
  func abandon() {
    while let entry = open.popLast() { _ = end(entry.chunk) }
  }
}
