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

  /// Forgets the last page: its values in `arena` and its output.
  public func beginPage() {
    arena.reset()
    machine.out.truncate(to: 0)
  }

  /// Renders a template; the page is then in `output`, after what was there.
  ///
  /// `context` is a map or record: each field is a variable. On a fault the output is as it was.
  public func render(
    _ template: TemplateLibrary.Template, context: Value, reads: ReadLog? = nil
  ) throws(TemplateFault) {
    machine.reads = reads
    defer { machine.reads = nil }
    try machine.render(template.index, context: context)
  }

  /// Hands the output to `body` without copying it.
  public func withOutput<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
    -> Result
  {
    try body(UnsafeRawBufferPointer(machine.out.bytes))
  }

  /// A copy of the output.
  public var output: [UInt8] { withOutput { Array($0) } }
}
