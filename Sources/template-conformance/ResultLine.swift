import TemplateEngine

/// What a case gives, as one line of JSON for programs that compare engines.
enum ResultLine {
  static func text(of line: [UInt8]) -> String {
    guard let test = ConformanceCase(line: line) else { return "{\"error\": {\"kind\": \"case\"}}" }
    var result = "{\"id\": \(quoted(test.id)), "
    switch test.run() {
    case .output(let text): result += "\"output\": \(quoted(text))}"
    case .fault(let fault):
      result += "\"error\": {\"kind\": \(quoted(fault.kind)), "
      result += "\"template\": \(quoted(fault.template ?? "")), "
      result += "\"line\": \(fault.line ?? 0), \"col\": \(fault.column ?? 0), "
      result += "\"message\": \(quoted(fault.message))}}"
    case .unknown: result += "\"output\": null}"
    }
    return result
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029
          || scalar.value == 0x85 || scalar.value == 0x7F
        {
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
