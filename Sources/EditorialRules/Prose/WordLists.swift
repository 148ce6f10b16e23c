import FrontMatter
import SiteModel
import SourceDiagnostics

/// The lexicons of all languages that have word lists.
struct WordLists: Sendable {
  private let lexicons: [String: Lexicon]
  /// Mistakes in the lists themselves; none in a released program.
  let mistakes: [String]

  /// The lists that the program carries, read once.
  static let embedded = WordLists(
    EmbeddedFiles.words.map { ($0.path, $0.bytes) })

  /// The lists of `files`: `en.yml` and so on.
  init(_ files: [(path: String, bytes: [UInt8])]) {
    var lexicons: [String: Lexicon] = [:]
    var mistakes: [String] = []
    for (path, bytes) in files where path.hasSuffix(".yml") {
      var diagnostics: [Diagnostic] = []
      let document = FrontMatterDocument.parse(
        bytes, range: bytes.indices, file: path, limits: .file, diagnostics: &diagnostics)
      mistakes += diagnostics.map(\.summary)
      guard let document else { continue }
      let language = String(path.dropLast(4))
      var reader = WordListReader(language: language)
      reader.read(document.root)
      lexicons[language] = reader.lexicon
      mistakes += reader.mistakes
    }
    self.lexicons = lexicons
    self.mistakes = mistakes
  }

  /// The lexicon of a language, its region left out; an empty one where there are no lists.
  func lexicon(for language: LanguageTag) -> Lexicon {
    let main = language.text.prefix { $0 != "-" }
    return lexicons[String(main)] ?? Lexicon(language: "")
  }

  /// The lexicons by language, in the order of the tags.
  var all: [Lexicon] { lexicons.values.sorted { $0.language < $1.language } }
}

/// Makes a lexicon of one file of lists.
private struct WordListReader {
  var lexicon: Lexicon
  var mistakes: [String] = []

  init(language: String) { lexicon = Lexicon(language: language) }

  mutating func read(_ root: Node) {
    // How numbers are written comes first: the tokenizer needs it for the phrases.
    if let sign = root["decimal"]?.bytes.first { lexicon.decimal = sign }
    if let sign = root["group"]?.bytes.first { lexicon.group = sign }
    for (key, value) in root.entries { read(key.text, value) }
    for word in lexicon.meanings.indices {
      let phrases = lexicon.phrases
      lexicon.meanings[word].phrases.sort { a, b in
        (phrases[b].words.count, a) < (phrases[a].words.count, b)
      }
    }
  }

  private mutating func read(_ key: String, _ value: Node) {
    switch key {
    case "decimal", "group": break
    case "abbreviations": mark(value) { $0.isAbbreviation = true }
    case "labels": mark(value) { $0.isLabel = true }
    case "month_openers": mark(value) { $0.opensMonth = true }
    case "ranges": mark(value) { $0.joinsRange = true }
    case "between": mark(value) { $0.isBetween = true }
    case "frequent": mark(value) { $0.isFrequent = true }
    case "months":
      for (index, names) in value.items.enumerated() {
        mark(names) { $0.month = index + 1 }
      }
    case "numbers": count(value) { $0.number = $1 }
    case "round_numbers": count(value) { $0.roundNumber = $1 }
    case "scales": count(value) { $0.scale = $1 }
    case "plural_scales": count(value) { $0.pluralScale = $1 }
    case "vague":
      for (name, power) in value.entries {
        add(name.text, .vague, power: Int(power.text) ?? 0)
      }
    case "money", "units": readMeasures(value, isMoney: key == "money")
    case "done", "pending":
      for (type, list) in value.entries {
        for phrase in list.items {
          add(phrase.text, key == "done" ? .done(type.text) : .pending(type.text))
        }
      }
    default: readPhrases(key, value)
    }
  }

  private static let uses: [String: Lexicon.PhraseUse] = [
    "of": .of, "unnamed": .unnamed, "attribution": .attribution, "hedges": .hedge,
    "wrongs": .wrong, "allegation": .allegation, "alleged": .alleged,
    "pending_marks": .pendingMark, "deals": .deal, "limits": .limit, "days": .day,
  ]

  private mutating func readPhrases(_ key: String, _ value: Node) {
    guard let use = Self.uses[key] else {
      mistakes.append("there is no list '\(key)'")
      return
    }
    for phrase in value.items { add(phrase.text, use) }
  }

  private mutating func readMeasures(_ value: Node, isMoney: Bool) {
    for (name, list) in value.entries {
      let measure: ProseMeasure
      var power = 0
      if isMoney {
        measure = .money(name.text)
        if Currency(code: name.text) == nil { mistakes.append("no currency '\(name.text)'") }
      } else {
        guard let known = MeasureUnit.named(name.text) else {
          mistakes.append("no unit '\(name.text)'")
          continue
        }
        measure = .unit(known.unit.symbol)
        power = known.power
      }
      for phrase in list.items { add(phrase.text, .measure(measure, power: power)) }
    }
  }

  private mutating func mark(_ list: Node, _ change: (inout Lexicon.Meaning) -> Void) {
    for item in list.items {
      guard let word = numbers(of: item.text).first else { continue }
      change(&lexicon.meanings[word])
    }
  }

  private mutating func count(_ map: Node, _ change: (inout Lexicon.Meaning, Int) -> Void) {
    for (name, value) in map.entries {
      guard let number = Int(value.text), let word = numbers(of: name.text).first else {
        mistakes.append("'\(value.text)' is no number")
        continue
      }
      change(&lexicon.meanings[word], number)
    }
  }

  private mutating func add(_ text: String, _ use: Lexicon.PhraseUse, power: Int = 0) {
    let words = numbers(of: text)
    guard let first = words.first else { return }
    lexicon.meanings[first].phrases.append(lexicon.phrases.count)
    lexicon.phrases.append(Lexicon.Phrase(words: words, use: use, power: power))
  }

  /// The words of a phrase, new ones added.
  private mutating func numbers(of text: String) -> [Int] {
    let bytes = Array(text.utf8)
    let tokens = ProseTokenizer(lexicon: lexicon).tokens(of: bytes, bytes.indices)
    return tokens.map { lexicon.add(bytes, $0.range) }
  }
}
