public import SourceDiagnostics

extension DiagnosticRule {
  /// The text is not of the language.
  public static let templateSyntax = DiagnosticRule(
    "T001", .error, "a template must be written in the template language",
    explanation: """
      The text between the delimiters is not something the language knows: a tag that is not
      closed, a word where an operator is expected, a tag's name that does not exist.

          {% if page.draft %}Draft{% end %}

      Each tag that opens a body has its own end:

          {% if page.draft %}Draft{% endif %}
      """)

  /// A filter or test that does not exist.
  public static let templateUnknown = DiagnosticRule(
    "T002", .error, "a filter or test must exist",
    explanation: """
      Filters and tests are looked up when the templates are loaded, also in branches that never
      run, so that a misspelt one is found at once.

          {{ topic | slgify }}

      Use one of the language's or of the site's:

          {{ topic | slugify }}
      """)

  /// A name or attribute that does not exist was used.
  public static let templateUndefined = DiagnosticRule(
    "T003", .error, "a name must exist before it is used",
    explanation: """
      A name or attribute that does not exist cannot be printed, compared or looped over; this is
      how a misspelt field is found instead of leaving a hole in the page.

          {{ page.sumary }}

      Where something may be missing, say what to do then:

          {{ page.subtitle | default('') }}
          {% if page.subtitle is defined %}…{% endif %}
      """)

  /// A value of the wrong type, or wrong arguments.
  public static let templateType = DiagnosticRule(
    "T004", .error, "an operation needs values of the right type",
    explanation: """
      Values are never converted silently: a text and a number are not added, and a filter gets
      the arguments that it knows.

          {{ 'Page ' + number }}

      Join texts with `~`, which prints its operands:

          {{ 'Page ' ~ number }}
      """)

  /// A value of the right type that is impossible.
  public static let templateValue = DiagnosticRule(
    "T005", .error, "an operation needs a possible value",
    explanation: """
      The value has the right type, but the operation has no result for it: a division by zero, a
      number too large, a text that is not a date.

          {{ total / count }}

      Test the value first:

          {{ total / count if count else 0 }}
      """)

  /// A template that does not exist.
  public static let templateMissing = DiagnosticRule(
    "T006", .error, "a template that is named must exist",
    explanation: """
      Names are paths below the template folder, written in full.

          {% include 'cards.html' %}

      Name the file as it is called, or allow that it is missing:

          {% include 'parts/card.html' %}
          {% include 'parts/local.html' ignore missing %}
      """)

  /// A limit or a rule of inheritance was broken while rendering.
  public static let templateRuntime = DiagnosticRule(
    "T007", .error, "templates must not nest without end",
    explanation: """
      At most 200 includes, blocks and macro calls may be inside each other, a template cannot
      extend itself, and a block that is `required` must be given by a child.

          {# base.html #}
          {% extends 'base.html' %}

      Break the circle: move what both need into a third template.
      """)

  /// A child defines a block that no parent has.
  public static let templateUnusedBlock = DiagnosticRule(
    "T008", .warning, "a block should be one that a parent has",
    explanation: """
      A template that extends another prints only through the parent's blocks; a block that no
      parent has is never shown.

          {% extends 'base.html' %}
          {% block contents %}…{% endblock %}

      Use the name that the parent uses:

          {% block content %}…{% endblock %}
      """)

  /// All rules of the template engine.
  public static let templateRules: [DiagnosticRule] = [
    .templateSyntax, .templateUnknown, .templateUndefined, .templateType, .templateValue,
    .templateMissing, .templateRuntime, .templateUnusedBlock,
  ]

  static func template(_ kind: TemplateFault.Kind) -> DiagnosticRule {
    switch kind {
    case .syntax: .templateSyntax
    case .unknown: .templateUnknown
    case .undefined: .templateUndefined
    case .type: .templateType
    case .value: .templateValue
    case .template: .templateMissing
    case .runtime: .templateRuntime
    }
  }
}
