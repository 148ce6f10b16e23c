/// What renders cost, part by part: how often each template, block and macro ran, for how long, and
/// how many bytes it printed.
///
/// Give one to `TemplateRenderer.render` to have it filled; without one nothing is measured and
/// nothing is paid. The clock is the caller's, since the engine knows no time: any count that only
/// grows will do, in nanoseconds where the figures are to be read as such. Not for use by two
/// renders at once; join the profiles of several threads with `add`.
public final class RenderProfile {
  /// A part of a template that has a beginning and an end of its own.
  public struct Part: Sendable {
    /// What kind of part it is.
    public enum Kind: String, Sendable {
      /// A template outside of its blocks and macros.
      case template
      /// A block.
      case block
      /// A macro.
      case macro
      /// The body of a `call` block.
      case caller
      /// The body of a recursive loop.
      case loop
    }
    /// What kind of part it is.
    public let kind: Kind
    /// The block's or macro's name, else that of the template.
    public let name: String
    /// The template in which it is written.
    public let template: String
    /// What it cost.
    public let cost: Cost
  }

  /// What all runs of a part together cost.
  public struct Cost: Sendable, Equatable {
    /// How often it ran.
    public var count = 0
    /// Ticks of the clock spent in it, without the parts that it called.
    public var own = 0
    /// Ticks of the clock from its beginning to its end; where it runs within itself, once.
    public var total = 0
    /// Bytes that it printed, without those of the parts that it called.
    public var bytes = 0

    /// A cost; nothing unless told.
    public init(count: Int = 0, own: Int = 0, total: Int = 0, bytes: Int = 0) {
      self.count = count
      self.own = own
      self.total = total
      self.bytes = bytes
    }

    fileprivate mutating func add(_ other: Cost) {
      count += other.count
      own += other.own
      total += other.total
      bytes += other.bytes
    }
  }

  /// A template that a render used, and how it came to it.
  public struct Use: Sendable, Hashable {
    /// How a template comes to another.
    public enum Relation: String, Sendable {
      /// It is the one that was asked for.
      case page
      /// The template before it extends it.
      case extends
      /// The template before it includes it.
      case includes
      /// The template before it imports it.
      case imports
    }
    /// How the render came to it.
    public let relation: Relation
    /// The template's name.
    public let template: String
    /// The path of the template's file.
    public let path: String
    /// The template that called for it; empty for the one that was asked for.
    public let user: String
  }

  private let program: Program
  private let clock: @Sendable () -> Int
  private var chunks: [Cost]
  private var templates: [Cost]
  private var activeChunks: [Int32]
  private var activeTemplates: [Int32]
  private var open: [Entry] = []
  private var order: [Step] = []
  private var known: Set<Step> = []

  /// A part that has begun and not ended.
  private struct Entry {
    var chunk: Int
    var start: Int
    /// Ticks spent in parts that it called.
    var inner = 0
    /// Bytes that those printed to the place where it prints.
    var innerBytes = 0
  }

  private struct Step: Hashable {
    var relation: Use.Relation
    var template: Int32
    var user: Int32
  }

  /// An empty profile of renders from `library`, timed by `clock`.
  public init(_ library: TemplateLibrary, clock: @escaping @Sendable () -> Int) {
    program = library.program
    self.clock = clock
    chunks = Array(repeating: Cost(), count: program.chunks.count)
    templates = Array(repeating: Cost(), count: program.templates.count)
    activeChunks = Array(repeating: 0, count: program.chunks.count)
    activeTemplates = Array(repeating: 0, count: program.templates.count)
  }

  /// The templates with all that is written in them, in the order of the library; those that never
  /// ran are left out.
  public var templateCosts: [(template: String, cost: Cost)] {
    templates.indices.filter { templates[$0].count > 0 }
      .map { (program.templates[$0].name, templates[$0]) }
  }

  /// The parts that ran, in the order of the library.
  public var parts: [Part] {
    chunks.indices.filter { chunks[$0].count > 0 }.map { index in
      let chunk = program.chunks[index]
      let template = program.templates[Int(chunk.template)].name
      let kind: Part.Kind =
        switch chunk.kind {
        case .root: .template
        case .block: .block
        case .macro: .macro
        case .caller: .caller
        case .loop: .loop
        }
      return Part(
        kind: kind, name: chunk.kind == .root ? template : program.name(chunk.name),
        template: template, cost: chunks[index])
    }
  }

  /// The templates used, in the order in which renders came to them, each way once.
  public var uses: [Use] {
    order.map { step in
      let template = program.templates[Int(step.template)]
      return Use(
        relation: step.relation, template: template.name, path: template.path,
        user: step.user < 0 ? "" : program.templates[Int(step.user)].name)
    }
  }

  /// Adds what another profile of the same library measured.
  public func add(_ other: RenderProfile) {
    precondition(program === other.program, "profiles of one library can be added")
    for index in chunks.indices { chunks[index].add(other.chunks[index]) }
    for index in templates.indices { templates[index].add(other.templates[index]) }
    for step in other.order where known.insert(step).inserted { order.append(step) }
  }
}

// MARK: - What the machine tells

extension RenderProfile {
  /// A part begins.
  func enter(_ chunk: Int) {
    activeChunks[chunk] += 1
    let template = Int(program.chunks[chunk].template)
    activeTemplates[template] += 1
    if program.chunks[chunk].kind == .root { templates[template].count += 1 }
    open.append(Entry(chunk: chunk, start: clock()))
  }

  /// The part begun last ends, having printed `bytes` with all that it called; `prints` says whether
  /// they stay where the part around it prints.
  func leave(bytes: Int, prints: Bool) {
    guard let entry = open.popLast() else { return }
    let elapsed = clock() - entry.start
    let template = Int(program.chunks[entry.chunk].template)
    let own = elapsed - entry.inner
    let ownBytes = max(0, bytes - entry.innerBytes)
    chunks[entry.chunk].count += 1
    chunks[entry.chunk].own += own
    chunks[entry.chunk].bytes += ownBytes
    templates[template].own += own
    templates[template].bytes += ownBytes
    activeChunks[entry.chunk] -= 1
    if activeChunks[entry.chunk] == 0 { chunks[entry.chunk].total += elapsed }
    activeTemplates[template] -= 1
    if activeTemplates[template] == 0 { templates[template].total += elapsed }
    guard !open.isEmpty else { return }
    open[open.count - 1].inner += elapsed
    if prints { open[open.count - 1].innerBytes += bytes }
  }

  /// A template is come to.
  func note(_ relation: Use.Relation, _ template: Int32, from user: Int32) {
    let step = Step(relation: relation, template: template, user: user)
    if known.insert(step).inserted { order.append(step) }
  }

  /// A render ended in a fault: what it had begun counts for nothing.
  func abandon() {
    for entry in open {
      activeChunks[entry.chunk] -= 1
      activeTemplates[Int(program.chunks[entry.chunk].template)] -= 1
    }
    open.removeAll(keepingCapacity: true)
  }
}
