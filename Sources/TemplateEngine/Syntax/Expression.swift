/// An expression as it was written; chains are flat, so that depth comes from brackets alone.
///
/// Names and constants, which most expressions are, stand in place; only what holds another
/// expression directly has memory of its own.
enum Expression {
  case constant(Value, Span)
  case name(Symbol, Span)
  /// `name.attribute` and nothing more: the most frequent postfix, without memory of its own.
  case path(Symbol, Span, Symbol, Span)
  case list([Expression], Span)
  case tuple([Expression], Span)
  case map([(key: Expression, value: Expression)], Span)
  /// `- x`, `+ x`: the signs from the innermost outwards.
  indirect case signed(Expression, [Operator])
  /// `not not x`: how often, and where the last one stands.
  indirect case not(Expression, times: Int, Span)
  /// `a + b - c`, `a * b / c`, `a ** b`: operators of one rank, from the left.
  indirect case arithmetic(Expression, [(Operator, Expression)])
  /// `a ~ b ~ c` with the places of the operators.
  case joined([Expression], [Span])
  /// `a < b < c`.
  indirect case comparison(Expression, [(Operator, Expression)])
  case and([Expression])
  case or([Expression])
  /// `v1 if c1 else v2 if c2 else v3`.
  indirect case conditional(
    [(value: Expression, condition: Expression)], otherwise: Expression?, Span)
  /// What follows a primary: attributes, subscripts, calls, filters, tests.
  indirect case postfix(Expression, [Postfix])

  struct Operator {
    enum Kind: UInt8 {
      case add, sub, mul, div, floorDiv, mod, pow, plus, minus
      case equal, notEqual, less, lessEqual, greater, greaterEqual, contained, notContained
    }
    var kind: Kind
    var span: Span
  }

  enum Postfix {
    case attribute(Symbol, Span)
    indirect case index(Expression, Span)
    indirect case slice(Expression?, Expression?, Expression?, Span)
    indirect case call(CallArguments, Span)
    indirect case filter(Symbol, CallArguments, Span)
    indirect case test(Symbol, negated: Bool, CallArguments, Span)
  }

  /// The place that a mistake with this expression's value is shown at.
  var anchor: Span {
    switch self {
    case .constant(_, let span), .name(_, let span), .path(_, _, _, let span),
      .list(_, let span), .tuple(_, let span), .map(_, let span), .not(_, _, let span):
      return span
    case .signed(_, let signs): return signs.last?.span ?? Span(0, 0)
    case .arithmetic(_, let rest): return rest.last?.0.span ?? Span(0, 0)
    case .comparison(_, let rest): return rest.last?.0.span ?? Span(0, 0)
    case .joined(_, let spans): return spans.last ?? Span(0, 0)
    case .and(let parts), .or(let parts): return parts.last?.anchor ?? Span(0, 0)
    case .conditional(let branches, let otherwise, _):
      return otherwise?.anchor ?? branches.last?.value.anchor ?? Span(0, 0)
    case .postfix(let base, let parts):
      for part in parts.reversed() {
        if let span = part.anchor { return span }
      }
      return base.anchor
    }
  }
}

extension Expression.Postfix {
  /// The part's own place; a call has its callee's.
  var anchor: Span? {
    switch self {
    case .attribute(_, let span), .index(_, let span), .slice(_, _, _, let span),
      .filter(_, _, let span), .test(_, _, _, let span):
      return span
    case .call: return nil
    }
  }
}

/// What a call passes.
struct CallArguments {
  var positional: [Expression] = []
  var named: [(name: Symbol, value: Expression)] = []
  var spread: Expression?
  var namedSpread: Expression?

  var isEmpty: Bool {
    positional.isEmpty && named.isEmpty && spread == nil && namedSpread == nil
  }
  var isSimple: Bool { spread == nil && namedSpread == nil }
}
