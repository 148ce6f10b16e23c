/// The filters, functions, tests and values that a site adds to the language.
///
/// The engine knows no site: what a brief is, how an address is made, what Markdown is, is told
/// to it here. An extension of the name of a built-in filter or test takes its place.
public struct Extensions: Sendable {
  /// A site's filter or function. The arguments are those of the call; for a filter the first is
  /// the value in front of the bar. A fault without a place is given the call's.
  public typealias Function =
    @Sendable (inout CallContext, Arguments) throws(TemplateFault) -> Value
  /// A site's test.
  public typealias Test = @Sendable (inout CallContext, Arguments) throws(TemplateFault) -> Bool

  private(set) var filters: [String: Function] = [:]
  private(set) var tests: [String: Test] = [:]
  private(set) var functions: [String: Function] = [:]
  private(set) var globals: [String: Value] = [:]
  private(set) var owners: [ValueArena] = []

  /// No extensions.
  public init() {}

  /// Adds a filter: `{{ value | name(argument) }}`.
  public mutating func addFilter(_ name: String, _ function: @escaping Function) {
    filters[name] = function
  }

  /// Adds a function: `{{ name(argument) }}`.
  public mutating func addFunction(_ name: String, _ function: @escaping Function) {
    functions[name] = function
  }

  /// Adds a test: `{% if value is name(argument) %}`.
  public mutating func addTest(_ name: String, _ test: @escaping Test) {
    tests[name] = test
  }

  /// Adds a value that every template sees under `name`; `arena`, which made it, is kept alive and
  /// must be frozen.
  public mutating func addGlobal(_ name: String, _ value: Value, of arena: ValueArena? = nil) {
    globals[name] = value
    if let arena { owners.append(arena) }
  }
}
