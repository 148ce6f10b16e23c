/// The language's filters and tests: names, and the parameters that their arguments are bound to.
enum Operations {
  /// A filter's or test's parameters after the value it is applied to.
  struct Signature {
    var parameters: [String]
    var required: Int
    /// Takes any arguments and looks at them itself.
    var isVariadic = false

    init(_ parameters: String..., required: Int = 0, isVariadic: Bool = false) {
      self.parameters = parameters
      self.required = required
      self.isVariadic = isVariadic
    }
  }

  /// What a filter does; some have two names.
  enum Filter: Int32 {
    case abs, attr, batch, capitalize, center, count, standard, dictsort, escape, filesizeformat
    case first, float, forceescape, format, groupby, indent, int, items, join, last, list, lower
    case map, max, min, reject, rejectattr, replace, reverse, round, safe, select, selectattr
    case slice, sort, string, striptags, sum, title, tojson, trim, truncate, unique, upper
    case urlencode, wordcount, xmlattr
    case split, lines, keys, values, zip, slugify, date, number, plural
  }

  /// What a test asks.
  enum Test: Int32 {
    case boolean, callable, defined, divisibleby, equal, escaped, even, `false`, filter, float
    case greaterEqual, greater, contained, integer, iterable, lessEqual, lower, less, mapping
    case notEqual, none, number, odd, sameas, sequence, string, test, `true`, undefined, upper
    case startingwith, endingwith, containing
  }

  static let filters: [String: (Filter, Signature)] = [
    "abs": (.abs, Signature()), "attr": (.attr, Signature("name", required: 1)),
    "batch": (.batch, Signature("linecount", "fill_with", required: 1)),
    "capitalize": (.capitalize, Signature()), "center": (.center, Signature("width")),
    "count": (.count, Signature()), "length": (.count, Signature()),
    "d": (.standard, Signature("default_value", "boolean")),
    "default": (.standard, Signature("default_value", "boolean")),
    "dictsort": (.dictsort, Signature("case_sensitive", "by", "reverse")),
    "e": (.escape, Signature()), "escape": (.escape, Signature()),
    "filesizeformat": (.filesizeformat, Signature("binary")), "first": (.first, Signature()),
    "float": (.float, Signature("default")), "forceescape": (.forceescape, Signature()),
    "format": (.format, Signature(isVariadic: true)),
    "groupby": (.groupby, Signature("attribute", "default", "case_sensitive", required: 1)),
    "indent": (.indent, Signature("width", "first", "blank")),
    "int": (.int, Signature("default", "base")), "items": (.items, Signature()),
    "join": (.join, Signature("d", "attribute")), "last": (.last, Signature()),
    "list": (.list, Signature()), "lower": (.lower, Signature()),
    "map": (.map, Signature(isVariadic: true)),
    "max": (.max, Signature("case_sensitive", "attribute")),
    "min": (.min, Signature("case_sensitive", "attribute")),
    "reject": (.reject, Signature(isVariadic: true)),
    "rejectattr": (.rejectattr, Signature(isVariadic: true)),
    "replace": (.replace, Signature("old", "new", "count", required: 2)),
    "reverse": (.reverse, Signature()), "round": (.round, Signature("precision", "method")),
    "safe": (.safe, Signature()), "select": (.select, Signature(isVariadic: true)),
    "selectattr": (.selectattr, Signature(isVariadic: true)),
    "slice": (.slice, Signature("slices", "fill_with", required: 1)),
    "sort": (.sort, Signature("reverse", "case_sensitive", "attribute")),
    "string": (.string, Signature()), "striptags": (.striptags, Signature()),
    "sum": (.sum, Signature("attribute", "start")), "title": (.title, Signature()),
    "tojson": (.tojson, Signature("indent")), "trim": (.trim, Signature("chars")),
    "truncate": (.truncate, Signature("length", "killwords", "end", "leeway")),
    "unique": (.unique, Signature("case_sensitive", "attribute")), "upper": (.upper, Signature()),
    "urlencode": (.urlencode, Signature()), "wordcount": (.wordcount, Signature()),
    "xmlattr": (.xmlattr, Signature("autospace")),
    "split": (.split, Signature("sep", "maxsplit")), "lines": (.lines, Signature()),
    "keys": (.keys, Signature()), "values": (.values, Signature()),
    "zip": (.zip, Signature(isVariadic: true)), "slugify": (.slugify, Signature("sep")),
    "date": (.date, Signature("format", "lang")),
    "number": (.number, Signature("decimals", "lang")),
    "plural": (.plural, Signature("one", "other", "zero", "lang", required: 2)),
  ]

  static let tests: [String: (Test, Signature)] = [
    "boolean": (.boolean, Signature()), "callable": (.callable, Signature()),
    "defined": (.defined, Signature()),
    "divisibleby": (.divisibleby, Signature("num", required: 1)),
    "eq": (.equal, Signature("", required: 1)), "equalto": (.equal, Signature("", required: 1)),
    "==": (.equal, Signature("", required: 1)), "escaped": (.escaped, Signature()),
    "even": (.even, Signature()), "false": (.false, Signature()), "filter": (.filter, Signature()),
    "float": (.float, Signature()), "ge": (.greaterEqual, Signature("", required: 1)),
    ">=": (.greaterEqual, Signature("", required: 1)),
    "gt": (.greater, Signature("", required: 1)),
    "greaterthan": (.greater, Signature("", required: 1)),
    ">": (.greater, Signature("", required: 1)), "in": (.contained, Signature("seq", required: 1)),
    "integer": (.integer, Signature()), "iterable": (.iterable, Signature()),
    "le": (.lessEqual, Signature("", required: 1)), "<=": (.lessEqual, Signature("", required: 1)),
    "lower": (.lower, Signature()), "lt": (.less, Signature("", required: 1)),
    "lessthan": (.less, Signature("", required: 1)), "<": (.less, Signature("", required: 1)),
    "mapping": (.mapping, Signature()), "ne": (.notEqual, Signature("", required: 1)),
    "!=": (.notEqual, Signature("", required: 1)), "none": (.none, Signature()),
    "number": (.number, Signature()), "odd": (.odd, Signature()),
    "sameas": (.sameas, Signature("other", required: 1)), "sequence": (.sequence, Signature()),
    "string": (.string, Signature()), "test": (.test, Signature()), "true": (.true, Signature()),
    "undefined": (.undefined, Signature()), "upper": (.upper, Signature()),
    "startingwith": (.startingwith, Signature("prefix", required: 1)),
    "endingwith": (.endingwith, Signature("suffix", required: 1)),
    "containing": (.containing, Signature("item", required: 1)),
  ]

  /// Filters that authors may know from Jinja2 and that the language leaves out, with what to do.
  static let leftOutFilters = [
    "pprint": "write tojson(indent=2)", "random": "a page is the same each time it is made",
    "urlize": "Markdown makes links", "wordwrap": "browsers break lines",
  ]

  /// The methods that can be called on strings and on maps.
  static let stringMethods = [
    "upper", "lower", "title", "capitalize", "strip", "lstrip", "rstrip", "split", "splitlines",
    "startswith", "endswith", "replace", "join",
  ]
  static let mapMethods = ["get", "items", "keys", "values"]

  /// Which operand gives each parameter, or what is wrong with the arguments.
  static func bind(
    _ signature: Signature, positional: Int, names: [String], title: String
  ) -> Result<[Int8], BindingMistake> {
    if signature.isVariadic { return .success([]) }
    guard positional + names.count < 100, positional <= signature.parameters.count else {
      let limit = signature.parameters.count
      return .failure(
        BindingMistake(
          "\(title) takes \(limit == 0 ? "no arguments" : "at most \(limit) arguments"), "
            + "\(positional) are given"))
    }
    var plan = [Int8](repeating: -1, count: signature.parameters.count)
    for index in 0..<positional { plan[index] = Int8(index) }
    for (index, name) in names.enumerated() {
      guard !name.isEmpty, let place = signature.parameters.firstIndex(of: name) else {
        let known = signature.parameters.filter { !$0.isEmpty }
        return .failure(
          BindingMistake(
            "\(title) has no argument '\(name)'",
            ValueText.suggestions(for: name, among: known)))
      }
      if plan[place] >= 0 {
        return .failure(BindingMistake("\(title) is given its argument '\(name)' twice"))
      }
      plan[place] = Int8(positional + index)
    }
    for index in 0..<signature.required where plan[index] < 0 {
      let name = signature.parameters[index]
      return .failure(
        BindingMistake("\(title) needs \(name.isEmpty ? "an argument" : "its argument '\(name)'")"))
    }
    return .success(plan)
  }

  /// Arguments that do not fit.
  struct BindingMistake: Error {
    let message: String
    let suggestions: [String]

    init(_ message: String, _ suggestions: [String] = []) {
      self.message = message
      self.suggestions = suggestions
    }
  }
}
