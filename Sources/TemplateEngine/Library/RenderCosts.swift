/// What renders of one library cost, part by part: how often each template, block and macro ran, for
/// how long, and how many bytes it printed. Measured by a `RenderProfile`.
public struct RenderCosts: Sendable {
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
  private var chunks: [Cost]
  private var templates: [Cost]
  private var order: [Step] = []
  private var known: Set<Step> = []

  /// A way to a template, by numbers; the user is -1 for the one that was asked for.
  private struct Step: Hashable {
    var relation: Use.Relation
    var template: Int32
    var user: Int32
  }

  init(_ program: Program) {
    self.program = program
    chunks = Array(repeating: Cost(), count: program.chunks.count)
    templates = Array(repeating: Cost(), count: program.templates.count)
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

  /// Adds what was measured elsewhere, of the same library.
  public mutating func add(_ other: RenderCosts) {
    precondition(program === other.program, "costs of one library can be added")
    for index in chunks.indices { chunks[index].add(other.chunks[index]) }
    for index in templates.indices { templates[index].add(other.templates[index]) }
    for step in other.order where known.insert(step).inserted { order.append(step) }
  }
}

// MARK: - Measuring

extension RenderCosts {
  /// A template is come to.
  mutating func note(_ relation: Use.Relation, _ template: Int32, from user: Int32) {
    let step = Step(relation: relation, template: template, user: user)
    if known.insert(step).inserted { order.append(step) }
  }

  /// A run of a chunk, without what it cost from beginning to end.
  mutating func addRun(of chunk: Int, own: Int, bytes: Int) {
    let template = Int(program.chunks[chunk].template)
    chunks[chunk].count += 1
    chunks[chunk].own += own
    chunks[chunk].bytes += bytes
    if program.chunks[chunk].kind == .root { templates[template].count += 1 }
    templates[template].own += own
    templates[template].bytes += bytes
  }

  mutating func addTotal(_ ticks: Int, toChunk chunk: Int) { chunks[chunk].total += ticks }

  mutating func addTotal(_ ticks: Int, toTemplate template: Int) {
    templates[template].total += ticks
  }
}
