/// Renders templates of one library, one page at a time: make one for each worker thread.
public final class TemplateRenderer {
  /// The library whose templates are rendered.
  public let library: TemplateLibrary
  /// Where a page's own values are made; emptied by `beginPage()`.
  public let arena: ValueArena
  private var machine: Machine

  /// A renderer; it keeps its memory from page to page.
  public init(_ library: TemplateLibrary) {
    self.library = library
    arena = ValueArena(blockSize: 256 << 10)
    machine = Machine(library.program, arena: arena)
  }

  /// Anything the site's functions need to know about the page, passed on in `CallContext`.
  public var userInfo: (any Sendable)? {
    get { machine.userInfo }
    set { machine.userInfo = newValue }
  }

  /// What a page may use before it is refused with a `runtime` fault.
  public var limits: RenderLimits {
    get { machine.limits }
    set { machine.limits = newValue }
  }

  /// Forgets the last page: its values in `arena` and its output.
  public func beginPage() {
    arena.reset()
    machine.out.truncate(to: 0)
  }

  /// Forgets the values of a page, and the sources of its fields, and keeps its output.
  public func endPage() { arena.reset() }

  /// Renders a template; the page is then in `output`, after what was there.
  ///
  /// `context` is a map or record: each field is a variable. On a fault the output is as it was.
  /// `reads` and `profile`, when given, are told what the render reads and what it costs.
  public func render(
    _ template: TemplateLibrary.Template, context: Value, reads: ReadLog? = nil,
    profile: RenderProfile? = nil
  ) throws(TemplateFault) {
    machine.reads = reads
    machine.profile = profile
    defer {
      machine.reads = nil
      machine.profile = nil
    }
    try machine.render(template.index, context: context)
  }

  /// Hands the output to `body` without copying it.
  public func withOutput<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
    -> Result
  {
    try body(UnsafeRawBufferPointer(machine.out.bytes.buffer))
  }

  /// A copy of the output.
  public var output: [UInt8] { withOutput { Array($0) } }
}

/// What one page may use; a page that needs more has a mistake that never ends.
public struct RenderLimits: Sendable {
  /// Rounds of loops, and calls of macros, blocks and other templates.
  public var work = 20_000_000
  /// Bytes printed.
  public var output = 64 << 20
  /// Bytes of values made while rendering.
  public var memory = 512 << 20

  /// Limits that no honest page comes near.
  public init() {}
}
