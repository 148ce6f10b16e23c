public import SourceDiagnostics

/// The mistakes of headers and YAML files, each with its long explanation.
extension DiagnosticRule {
  /// All rules of this room, by their codes.
  public static let frontMatterRules: [DiagnosticRule] = [
    .neverClosed, .syntax, .tab, .unknownField, .duplicateKey, .anchorRefused, .tagRefused,
    .severalDocuments, .keyNotText, .tooLarge, .notText, .missingField, .wrongKind, .unknownWord,
    .notInteger, .notBoolean, .unquotedColon, .notClosed, .needsQuotes, .outOfBounds,
  ]

  /// F001: a header ends with a line '---'.
  public static let neverClosed = DiagnosticRule(
    "F001", .error, "a header ends with a line '---'",
    explanation: """
      A file whose first line is `---` begins with a header of YAML, and the next line that is
      `---` and nothing else ends it. Without that line the whole text would be read as YAML.

      Not:

      ```yaml
      ---
      title: Three words
      ----
      The text.
      ```

      But:

      ```yaml
      ---
      title: Three words
      ---
      The text.
      ```
      """)

  /// F002: a header is YAML.
  public static let syntax = DiagnosticRule(
    "F002", .error, "a header is YAML",
    explanation: """
      The header is a mapping of YAML: one `key: value` a line, a space after the colon, keys of one
      mapping at the same column, lists as `- item` lines or in `[ ]`.

      Not:

      ```yaml
      title:Three words
       date: 2026-01-15
      ```

      But:

      ```yaml
      title: Three words
      date: 2026-01-15
      ```
      """)

  /// F003: YAML is indented with spaces.
  public static let tab = DiagnosticRule(
    "F003", .error, "YAML is indented with spaces",
    explanation: """
      A tab has no fixed width, so YAML refuses it as indentation. Use two spaces for each level;
      most editors can be told to do so for `.md` and `.yml` files.

      Not:

      ```yaml
      image:
      \tfile: chart.png
      ```

      But:

      ```yaml
      image:
        file: chart.png
      ```
      """)

  /// F004: a mapping has only the fields of its description.
  public static let unknownField = DiagnosticRule(
    "F004", .error, "a mapping has only the fields of its description",
    explanation: """
      A key that is not known is nearly always a slip of the pen, and its value would be lost in
      silence. The message names the nearest known field. What fits no field belongs in the text.

      Not:

      ```yaml
      title: Three words
      sumary: What happened
      ```

      But:

      ```yaml
      title: Three words
      summary: What happened
      ```
      """)

  /// F005: a mapping has each key once.
  public static let duplicateKey = DiagnosticRule(
    "F005", .error, "a mapping has each key once",
    explanation: """
      Of two equal keys only one could count, and which one would be a guess. Keep one, or make a
      list of both values where the field takes a list.

      Not:

      ```yaml
      topics: [business/funding]
      topics: [people/talent]
      ```

      But:

      ```yaml
      topics: [business/funding, people/talent]
      ```
      """)

  /// F006: anchors, aliases and merge keys are not part of a header.
  public static let anchorRefused = DiagnosticRule(
    "F006", .error, "anchors, aliases and merge keys are not part of a header",
    explanation: """
      `&name`, `*name` and `<<` let one value stand for another. A header is read by people who do
      not know them, and a few lines of them can grow to gigabytes. Write values out. Text that
      begins with `&` or `*` needs quotes.

      Not:

      ```yaml
      title: *Important* news
      ```

      But:

      ```yaml
      title: "*Important* news"
      ```
      """)

  /// F007: tags are not part of a header.
  public static let tagRefused = DiagnosticRule(
    "F007", .error, "tags are not part of a header",
    explanation: """
      `!name` tells a YAML reader which type to make. Here every value is text, and the field says
      what it must look like, so there is nothing to tell. Text that begins with `!` needs quotes.

      Not:

      ```yaml
      params: !!int 70
      ```

      But:

      ```yaml
      params: 70
      ```
      """)

  /// F008: a file holds one YAML document.
  public static let severalDocuments = DiagnosticRule(
    "F008", .error, "a file holds one YAML document",
    explanation: """
      YAML can hold several documents in one file, with directives (`%YAML`) before each. A header
      or a settings file is one document without directives.

      Not:

      ```yaml
      title: My site
      ---
      title: Another
      ```

      But:

      ```yaml
      title: My site
      ```
      """)

  /// F009: a key is text.
  public static let keyNotText = DiagnosticRule(
    "F009", .error, "a key is text",
    explanation: """
      What stands before `: ` names a field. It is a word, not a list, a mapping, or nothing.
      Template braces without quotes are the usual cause.

      Not:

      ```yaml
      title: {{ name }}
      ```

      But:

      ```yaml
      title: "{{ name }}"
      ```
      """)

  /// F010: a header is small.
  public static let tooLarge = DiagnosticRule(
    "F010", .error, "a header is small",
    explanation: """
      A header has at most 64 KiB, 10,000 values and 64 levels; a settings file at most 1 MiB. What
      is larger is a missing `---` or generated data, and reading it could take all memory.

      Not:

      ```yaml
      ---
      title: Three words
      (the text, a megabyte of it, and no closing line)
      ```

      But:

      ```yaml
      ---
      title: Three words
      ---
      (the text)
      ```
      """)

  /// F011: files are UTF-8 text.
  public static let notText = DiagnosticRule(
    "F011", .error, "files are UTF-8 text",
    explanation: """
      Bytes that are no UTF-8, and control characters, cannot be shown to a reader. They come from
      editors set to another encoding (Latin-1, Windows-1252) or from text copied out of other
      programs.

      Not:

      ```yaml
      title: Caf\\xE9          (a Latin-1 byte)
      ```

      But:

      ```yaml
      title: Café              (saved as UTF-8)
      ```
      """)

  /// F012: a required field is there.
  public static let missingField = DiagnosticRule(
    "F012", .error, "a required field is there",
    explanation: """
      Some fields a mapping cannot do without: a brief without a date has no place in the archive. A
      field that is empty, `null` or `~` counts as left out.

      Not:

      ```yaml
      title: Three words
      date:
      ```

      But:

      ```yaml
      title: Three words
      date: 2026-01-15
      ```
      """)

  /// F013: a value has the shape its field takes.
  public static let wrongKind = DiagnosticRule(
    "F013", .error, "a value has the shape its field takes",
    explanation: """
      A field takes text, a list, or a mapping, and sometimes more than one of these. A list is
      written `[a, b]` or as `- ` lines, a mapping as indented `key: value` lines or `{key: value}`.

      Not:

      ```yaml
      topics: business/funding
      title: [Three, words]
      ```

      But:

      ```yaml
      topics: [business/funding]
      title: Three words
      ```
      """)

  /// F014: some fields take one of a few words.
  public static let unknownWord = DiagnosticRule(
    "F014", .error, "some fields take one of a few words",
    explanation: """
      Words with a meaning of their own are a closed list, so that pages can be built from them. The
      message lists them, or the nearest one. They are written in lower case.

      Not:

      ```yaml
      certainty: rumored
      ```

      But:

      ```yaml
      certainty: rumoured
      ```
      """)

  /// F015: a whole number is written in digits.
  public static let notInteger = DiagnosticRule(
    "F015", .error, "a whole number is written in digits",
    explanation: """
      Whole numbers are digits with an optional `-`: no thousands separators, no decimals, no words.
      Some fields take only a range.

      Not:

      ```yaml
      importance: high
      ```

      But:

      ```yaml
      importance: 2
      ```
      """)

  /// F016: yes or no is written true or false.
  public static let notBoolean = DiagnosticRule(
    "F016", .error, "yes or no is written true or false",
    explanation: """
      Only `true` and `false` are read as an answer. Other YAML readers also take `yes`, `no`, `on`
      and `off`, which turns the country code `NO` into a falsehood; here those are text.

      Not:

      ```yaml
      draft: yes
      ```

      But:

      ```yaml
      draft: true
      ```
      """)

  /// F017: a value with ': ' in it needs quotes.
  public static let unquotedColon = DiagnosticRule(
    "F017", .error, "a value with ': ' in it needs quotes",
    explanation: """
      A colon with a space behind it ends a key. A value that has one, as titles often do, goes in
      quotes, single or double.

      Not:

      ```yaml
      title: Mistral: the second round
      ```

      But:

      ```yaml
      title: "Mistral: the second round"
      ```
      """)

  /// F018: quotes and brackets are closed.
  public static let notClosed = DiagnosticRule(
    "F018", .error, "quotes and brackets are closed",
    explanation: """
      A value that begins with a quote or a bracket goes on to its partner, over as many lines as it
      takes. In single quotes an apostrophe is written twice; in double quotes a quote is written
      `\\\"`.

      Not:

      ```yaml
      topics: [business/funding
      ```

      But:

      ```yaml
      topics: [business/funding]
      ```
      """)

  /// F019: a value that begins with punctuation needs quotes.
  public static let needsQuotes = DiagnosticRule(
    "F019", .error, "a value that begins with punctuation needs quotes",
    explanation: """
      YAML keeps some characters for itself at the beginning of a value: `@`, `` ` ``, `%`. In
      quotes they are text.

      Not:

      ```yaml
      handle: @mistral
      ```

      But:

      ```yaml
      handle: "@mistral"
      ```
      """)

  /// F020: text and lists keep to their length.
  public static let outOfBounds = DiagnosticRule(
    "F020", .error, "text and lists keep to their length",
    explanation: """
      Some fields have a longest length, since pages and feeds have room for no more, and some lists
      a smallest and a greatest number of items. The message says which.

      Not:

      ```yaml
      topics: []
      ```

      But:

      ```yaml
      topics: [business/funding]
      ```
      """)
}
