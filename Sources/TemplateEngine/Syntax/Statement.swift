/// A tag with what it encloses, or the text between tags.
enum Statement {
  case text(Value)
  case print(Expression)
  case condition([(test: Expression, body: [Statement])], otherwise: [Statement])
  indirect case loop(ForLoop)
  indirect case assign(Target, Expression)
  indirect case assignBlock(Target, [Expression.Postfix], [Statement])
  case with([(target: Target, value: Expression)], [Statement])
  indirect case filtered([Expression.Postfix], [Statement], Span)
  indirect case autoescape(Expression, [Statement])
  indirect case block(BlockTag)
  case extends(Expression, Span)
  indirect case include(IncludeTag)
  indirect case importModule(ImportTag, as: Symbol)
  indirect case importNames(ImportTag, [(name: Symbol, alias: Symbol, span: Span)])
  indirect case macro(MacroTag)
  indirect case call(MacroTag, Expression, Span)
  case leaveLoop(isBreak: Bool, Span)

  /// What a value is assigned to.
  enum Target {
    case name(Symbol, Span)
    case tuple([Target], Span)
    case attribute(of: Symbol, Symbol, Span)

    var span: Span {
      switch self {
      case .name(_, let span), .tuple(_, let span), .attribute(_, _, let span): span
      }
    }
  }

  struct ForLoop {
    var target: Target
    var sequence: Expression
    var test: Expression?
    var isRecursive: Bool
    var body: [Statement]
    var otherwise: [Statement]
    /// Whether the body reads `loop`, and whether it may ask it what comes next.
    var usesLoop: Bool
    var looksAhead: Bool
    /// Whether `break` or `continue` stands in the body.
    var leavesEarly: Bool
    var span: Span
  }

  struct BlockTag {
    var name: Symbol
    var isScoped: Bool
    var isRequired: Bool
    var body: [Statement]
    var usesSelf: Bool
    var usesSuper: Bool
    var span: Span
  }

  struct IncludeTag {
    var template: Expression
    var ignoresMissing: Bool
    var withContext: Bool
    var span: Span
  }

  struct ImportTag {
    var template: Expression
    var withContext: Bool
    var span: Span
  }

  /// A macro, or the body of a `call` block, which is a macro called `caller`.
  struct MacroTag {
    var name: Symbol
    var parameters: [(name: Symbol, standard: Expression?, span: Span)]
    var body: [Statement]
    var usesCaller: Bool
    var usesVarargs: Bool
    var usesKwargs: Bool
    var span: Span
  }
}
