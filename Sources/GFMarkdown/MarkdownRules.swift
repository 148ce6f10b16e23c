public import SourceDiagnostics

/// The rules that a text can break, with what `explain` says about each.
extension DiagnosticRule {
  /// Every rule of this library, by code.
  public static let markdownRules: [DiagnosticRule] = [
    textTooLong, textTooTangled, tableTooLarge, outputTooLong, linkSchemeRefused,
    codeLanguageUnreadable, rawHTMLShown, bytesReplaced, wikiLinkUnreadable,
  ]

  /// The text is longer than the limit.
  public static let textTooLong = DiagnosticRule(
    "M001", .error, "a text is at most one mebibyte long",
    explanation: """
      One Markdown file may hold 1,048,576 bytes: about 180,000 words, or two long novels. A longer
      one is nearly always data, a log, or a picture pasted as text, and would slow every build.

      Bad: a table of 50,000 rows pasted into a brief.

      Good: the few rows that matter in the text, and a link to the file that has them all.
      """)

  /// The text has a shape on which the parser takes minutes.
  public static let textTooTangled = DiagnosticRule(
    "M002", .error, "a text keeps its nesting and its unfinished marks within bounds",
    explanation: """
      Some shapes of text make a Markdown parser compare every mark with every other: hundreds of
      quotes inside one another, or tens of thousands of brackets and asterisks in one paragraph.
      No prose comes near. Damaged files and pasted data do.

      Bad: `![[]()![[]()![[]()` repeated 20,000 times in one paragraph.

      Good: the same as a code block, between lines of three backticks, where marks mean nothing.
      Or a blank line now and then: marks are compared within a paragraph only.
      """)

  /// A table is wider, or the tables of a text are larger, than the limit.
  public static let tableTooLarge = DiagnosticRule(
    "M003", .error, "a table has at most 2,000 columns, and a text at most 200,000 cells",
    explanation: """
      A row that is shorter than the table's head is filled up with empty cells, so a wide head
      and many short rows give a page far larger than the text. No reader can use such a table.

      Bad: a head with 3,000 columns.

      Good: one row for each thing, a few columns for what is said of it.
      """)

  /// The HTML is longer than the limit.
  public static let outputTooLong = DiagnosticRule(
    "M004", .error, "the HTML of a text is at most 64 mebibytes long",
    explanation: """
      A short text can ask for a very long page: a long address that is defined once and used
      thousands of times, or a table whose empty cells are filled in.

      Bad: `[a]: ` with an address of 10,000 bytes, and `[a]` 10,000 times.

      Good: the long address linked once.
      """)

  /// An address has a scheme that may run code or that no reader's browser opens.
  public static let linkSchemeRefused = DiagnosticRule(
    "M005", .error, "a link leads to http, https, mailto, or a place on the site",
    explanation: """
      Addresses such as `javascript:`, `data:` and `file:` run code or show nothing to a reader, so
      they are not written: the text of the link stands alone. Tabs, line breaks and entities
      inside the scheme are seen through.

      Bad: `[chart](data:text/html,...)`, `[notes](file:///home/ann/notes.md)`

      Good: `[chart](chart.svg)`, `[notes](../briefs/notes.md)`

      A relative address whose first part has a colon needs `./` before it: `./a:b.md`.
      """)

  /// The language of a code block cannot be a name.
  public static let codeLanguageUnreadable = DiagnosticRule(
    "M006", .warning, "the language of a code block is one short word",
    explanation: """
      The first word after the backticks names the language. It becomes part of a class in the
      HTML, so it has 1 to 40 letters, digits or `+ # . _ -`. Any other is left out.

      Bad: three backticks and `{python}`

      Good: three backticks and `python`
      """)

  /// HTML in a text is shown, not obeyed.
  public static let rawHTMLShown = DiagnosticRule(
    "M007", .warning, "HTML in a text is shown as text unless the site allows it",
    explanation: """
      Raw HTML can break a page or run code, so by default readers see the tag itself. Comments
      are simply left out.

      Bad: `It was <u>not</u> signed.`

      Good: `It was *not* signed.`

      To show a tag on purpose, make it code: `` `<u>` ``. A site whose authors are all trusted can
      allow HTML in its settings.
      """)

  /// The text had bytes that are not UTF-8.
  public static let bytesReplaced = DiagnosticRule(
    "M008", .warning, "a text is UTF-8 without NUL bytes",
    explanation: """
      Bytes that are not UTF-8 are replaced by the sign U+FFFD, and so is NUL. Most often a file was
      saved in an old encoding such as Latin-1, where `é` is one byte.

      Bad: a file saved as "Western (Windows 1252)".

      Good: the same file saved as "UTF-8".
      """)

  /// A wiki link has no end, or names nothing.
  public static let wikiLinkUnreadable = DiagnosticRule(
    "M009", .warning, "a wiki link is plain text between double brackets",
    explanation: """
      `[[name]]` links to a page of the site; `[[shown text|name]]` shows other words. Between the
      brackets stands plain text, not empty, with no emphasis, code or other link.

      Bad: `[[Mistral AI]`, `[[*Le Chat*|le-chat]]`, `[[ ]]`

      Good: `[[Mistral AI]]`, `*[[Le Chat|le-chat]]*`

      Double brackets that mean nothing are written `\\[[` or as code.
      """)
}
