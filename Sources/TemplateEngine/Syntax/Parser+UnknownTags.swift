import SourceDiagnostics

/// What is said of a tag that the language does not have, or does not have at its place.
extension Parser {
  /// The fault of the tag whose name is the current token; `ends` are the tags that the innermost
  /// open one waits for.
  func unknownTag(_ span: Span, _ word: Word?, _ ends: [Word]) -> TemplateFault {
    let name = symbols.name(current.symbol)
    switch word {
    case .print:
      return lexer.fault("'print' is not a tag of the language; write {{ … }}", at: span)
    case .do:
      return lexer.fault(
        "'do' is not a tag of the language; write {% set _ = … %}", at: span)
    case .trans:
      return lexer.fault(
        "'trans' is not a tag of the language; use the site's interface strings", at: span)
    case .debug:
      return lexer.fault("'debug' is not a tag of the language; print with tojson", at: span)
    case .else, .elif, .endif, .endfor, .endblock, .endwith, .endmacro, .endcall, .endset,
      .endfilter, .endautoescape, .endraw:
      return inOpenTag(
        lexer.fault("'\(name)' has no tag here that it belongs to", at: span), ends)
    default:
      let known = Self.tags.map(\.text) + ends.map(\.text)
      var similar = Spelling.suggestions(for: name, among: known)
      // A tag that begins as an end can only be meant as that of the open one.
      if name.hasPrefix("end"), let end = Self.end(ends) { similar = [end.text] }
      return inOpenTag(
        lexer.fault(
          "'\(name)' is not a tag of the language", at: span, suggestions: similar,
          isReplaceable: true), ends)
    }
  }

  /// The fault with the place of the tag that is still to be closed.
  private func inOpenTag(_ fault: TemplateFault, _ ends: [Word]) -> TemplateFault {
    guard let opening = openTags.last, let end = Self.end(ends) else { return fault }
    return fault.following([
      TemplateFault.Step(
        action: "this tag waits for '\(end.text)'", path: fault.path, range: opening.range)
    ])
  }

  /// Of the tags that an open one waits for, the one that closes it.
  static func end(_ ends: [Word]) -> Word? { ends.first { $0.text.hasPrefix("end") } }

  /// The tags that may begin anywhere.
  static let tags: [Word] = [
    .autoescape, .block, .break, .call, .continue, .extends, .filter, .for, .from, .if, .import,
    .include, .macro, .raw, .set, .with,
  ]
}
