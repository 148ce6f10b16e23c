/// What a site's filter or function may see and make while it runs.
public struct CallContext {
  /// Where the function makes its values; they live until the page is done.
  public let arena: ValueArena
  /// What the renderer was given for this page.
  public let userInfo: (any Sendable)?
  /// Where reads are recorded; `nil` when nobody listens.
  public let reads: ReadLog?
  /// Whether the place of the call escapes what it prints.
  public let autoescape: Bool

  /// A variable of the page: what the name means in the page's context; `.undefined` if nothing.
  public func variable(_ name: String) -> Value { .undefined }

  /// A field of a record, an entry of a map, read as a template would; `.undefined` if missing.
  public func attribute(_ name: String, of value: Value) -> Value { .undefined }

  /// The elements of a list or tuple, read as a template would; `nil` for other values.
  public func elements(of value: Value) -> [Value]? { value.asArray }

  /// A value as the template would print it, without escaping; an undefined one is a fault.
  public func text(of value: Value) throws(TemplateFault) -> String { "" }
}
