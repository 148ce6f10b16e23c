/// Says diagnostics to a machine: JSON, SARIF 2.1.0, or GitHub's workflow commands.
///
/// All three hold the same findings in the same order as the text report. Lines and columns count
/// from one; columns are Unicode scalar values.
public struct MachineReport {
  private let source: (String) -> SourceText?

  /// A report that finds the text of a file by its path.
  public init(source: @escaping (String) -> SourceText?) {
    self.source = SourceMemory(source).text
  }

  /// A JSON object `{"version": 1, "diagnostics": […]}`, ending in a newline.
  public func json(_ diagnostics: some Sequence<Diagnostic>) -> String {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.member("version", 1)
      json.array("diagnostics") { json in
        for diagnostic in diagnostics.sortedForReport() { write(diagnostic, to: &json) }
      }
    }
    return json.text + "\n"
  }

  /// A SARIF 2.1.0 log (OASIS), ending in a newline.
  public func sarif(
    _ diagnostics: some Sequence<Diagnostic>, toolVersion: String
  ) -> String {
    let sorted = diagnostics.sortedForReport()
    var rules: [DiagnosticRule] = []
    for diagnostic in sorted where !rules.contains(diagnostic.rule) {
      rules.append(diagnostic.rule)
    }
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          json.object("tool") { writeDriver(rules, version: toolVersion, to: &$0) }
          json.member("columnKind", "unicodeCodePoints")
          json.array("results") { for d in sorted { writeResult(d, to: &$0) } }
        }
      }
    }
    return json.text + "\n"
  }

  /// One `::error …` line per diagnostic, as GitHub's runners read them.
  public func gitHub(_ diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.sortedForReport().map { diagnostic in
      var properties: [String] = []
      if let span = diagnostic.span {
        properties.append("file=" + property(span.file))
        if let region = region(span) {
          properties.append("line=\(region.start.line)")
          properties.append("endLine=\(region.end.line)")
          // GitHub's runner takes columns only where both are on one line.
          if region.start.line == region.end.line {
            properties.append("col=\(region.start.column)")
            properties.append("endColumn=\(region.end.column)")
          }
        }
      }
      properties.append("title=" + property(diagnostic.rule.code))
      let command =
        switch diagnostic.severity {
        case .note: "notice"
        case .warning: "warning"
        case .error: "error"
        }
      let message = ([diagnostic.summary] + [diagnostic.help].compactMap { $0 })
        .joined(separator: "\n")
      return "::\(command) \(properties.joined(separator: ","))::\(data(message))\n"
    }.joined()
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.member("code", diagnostic.rule.code)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("message", diagnostic.summary)
      if let span = diagnostic.span { write(span, to: &json) }
      json.member("label", diagnostic.label.isEmpty ? nil : diagnostic.label)
      if !diagnostic.related.isEmpty {
        json.array("related") { json in
          for related in diagnostic.related {
            json.object { json in
              write(related.span, to: &json)
              json.member("message", related.label)
            }
          }
        }
      }
      json.member("notes", diagnostic.notes)
      json.member("help", diagnostic.help)
      if let fix = diagnostic.fix {
        json.object("fix") { json in
          write(fix.span, to: &json)
          json.member("replacement", fix.replacement)
        }
      }
    }
  }

  private func write(_ span: SourceSpan, to json: inout JSONWriter) {
    json.member("file", span.file)
    guard let region = region(span) else { return }
    json.member("line", region.start.line)
    json.member("column", region.start.column)
    json.member("endLine", region.end.line)
    json.member("endColumn", region.end.column)
  }

  private func region(_ span: SourceSpan) -> (start: LineColumn, end: LineColumn)? {
    guard let range = span.range, let text = source(span.file) else { return nil }
    return (text.position(of: range.lowerBound), text.position(of: range.upperBound))
  }

  private func writeDriver(
    _ rules: [DiagnosticRule], version: String, to json: inout JSONWriter
  ) {
    json.object("driver") { json in
      json.member("name", "brevier")
      json.member("semanticVersion", version)
      json.array("rules") { json in
        for rule in rules {
          json.object { json in
            json.member("id", rule.code)
            json.object("shortDescription") { $0.member("text", rule.title) }
            json.object("help") { $0.member("text", rule.explanation) }
          }
        }
      }
    }
  }

  private func writeResult(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.member("ruleId", diagnostic.rule.code)
      json.member("level", diagnostic.severity.rawValue)
      let text = ([diagnostic.summary] + [diagnostic.help].compactMap { $0 })
        .joined(separator: "\n")
      json.object("message") { $0.member("text", text) }
      if let span = diagnostic.span {
        json.array("locations") { writeLocation(span, message: nil, to: &$0) }
      }
      if !diagnostic.related.isEmpty {
        json.array("relatedLocations") { json in
          for related in diagnostic.related {
            writeLocation(related.span, message: related.label, to: &json)
          }
        }
      }
      if let fix = diagnostic.fix { writeFix(fix, help: diagnostic.help, to: &json) }
    }
  }

  private func writeLocation(_ span: SourceSpan, message: String?, to json: inout JSONWriter) {
    json.object { json in
      json.object("physicalLocation") { json in
        json.object("artifactLocation") { $0.member("uri", uri(span.file)) }
        if region(span) != nil {
          json.object("region") { writeRegion(span, to: &$0) }
        }
      }
      if let message { json.object("message") { $0.member("text", message) } }
    }
  }

  private func writeFix(_ fix: Diagnostic.Fix, help: String?, to json: inout JSONWriter) {
    json.array("fixes") { json in
      json.object { json in
        json.object("description") { $0.member("text", help ?? "replace") }
        json.array("artifactChanges") { json in
          json.object { json in
            json.object("artifactLocation") { $0.member("uri", uri(fix.span.file)) }
            json.array("replacements") { json in
              json.object { json in
                json.object("deletedRegion") { writeRegion(fix.span, to: &$0) }
                json.object("insertedContent") { $0.member("text", fix.replacement) }
              }
            }
          }
        }
      }
    }
  }

  private func writeRegion(_ span: SourceSpan, to json: inout JSONWriter) {
    guard let region = region(span) else { return }
    json.member("startLine", region.start.line)
    json.member("startColumn", region.start.column)
    json.member("endLine", region.end.line)
    json.member("endColumn", region.end.column)
  }

  /// A relative path as a URI reference (RFC 3986): all but unreserved characters and `/` escaped.
  private func uri(_ path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
        String(Unicode.Scalar(byte))
      default: percentEscape(byte)
      }
    }.joined()
  }

  /// A message as GitHub's runner decodes it.
  private func data(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

  /// A property as GitHub's runner decodes it.
  private func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }

  /// The ASCII scalars of `special` as `%XX`; by scalar, because a combining mark behind a sign
  /// would make another character of it.
  private func escaped(_ text: String, _ special: [Unicode.Scalar]) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if special.contains(scalar) {
        out.append(
          contentsOf: percentEscape(UInt8(truncatingIfNeeded: scalar.value)).unicodeScalars)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }

  private func percentEscape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (digits.count == 1 ? "0" : "") + digits
  }
}
