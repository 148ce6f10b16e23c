/// The letters that count as another letter, or as two, when names are compared and slugs are made.
///
/// Lower case only: letters are lower-cased first. The first part follows the canonical
/// decompositions of the Unicode Character Database (marks dropped), in the Latin, Greek and
/// Cyrillic scripts; the second adds letters that have none and that readers still take for one
/// another (đ ð ø ł ı ŋ ħ ŧ ß æ œ þ). Each character in the strings is one code point.
enum LetterTable {
  /// The plain letter of a lower-case scalar, or nil for a scalar that stands for itself.
  static func plain(_ scalar: Unicode.Scalar) -> String? {
    scalar.value < 0xAA ? nil : byScalar[scalar.value]
  }

  /// Latin letters for the letters of other alphabets, for slugs alone.
  static func latin(_ scalar: Unicode.Scalar) -> String? { latinByScalar[scalar.value] }

  private static let byScalar: [UInt32: String] = {
    var table: [UInt32: String] = [:]
    for (plain, letters) in folded {
      for scalar in letters.unicodeScalars { table[scalar.value] = plain }
    }
    return table
  }()

  private static let latinByScalar: [UInt32: String] = {
    var table: [UInt32: String] = [:]
    for (latin, letters) in transliterated {
      for scalar in letters.unicodeScalars { table[scalar.value] = latin }
    }
    return table
  }()

  static let folded: KeyValuePairs<String, String> = [
    "a": "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặª",
    "b": "ḃḅḇ",
    "c": "çćĉċčḉ",
    "d": "ďḋḍḏḑḓđð",
    "e": "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
    "f": "ḟ",
    "g": "ĝğġģǧǵḡǥ",
    "h": "ĥȟḣḥḧḩḫẖħ",
    "i": "ìíîïĩīĭįǐȉȋḭḯỉịı",
    "j": "ĵǰ",
    "k": "ķǩḱḳḵ",
    "l": "ĺļľḷḹḻḽł",
    "m": "ḿṁṃ",
    "n": "ñńņňǹṅṇṉṋŋ",
    "o": "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợºøɵǿ",
    "p": "ṕṗ",
    "r": "ŕŗřȑȓṙṛṝṟ",
    "s": "śŝşšșṡṣṥṧṩſẛ",
    "t": "ţťțṫṭṯṱẗŧ",
    "u": "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
    "v": "ṽṿ",
    "w": "ŵẁẃẅẇẉẘ",
    "x": "ẋẍ",
    "y": "ýÿŷȳẏẙỳỵỷỹ",
    "z": "źżžẑẓẕ",
    "ʒ": "ǯ",
    "α": "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ",
    "ε": "έἐἑἒἓἔἕὲέ",
    "η": "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ",
    "ι": "ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ",
    "ο": "όὀὁὂὃὄὅὸό",
    "ρ": "ῤῥ",
    "σ": "ς",
    "υ": "ϒϓϔΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ",
    "ω": "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ",
    "а": "ӑӓ",
    "г": "ѓ",
    "е": "ѐёӗ",
    "ж": "ӂӝ",
    "з": "ӟ",
    "и": "йѝӣӥ",
    "к": "ќ",
    "о": "ӧ",
    "у": "ўӯӱӳ",
    "ч": "ӵ",
    "ы": "ӹ",
    "э": "ӭ",
    "і": "ї",
    "ѵ": "ѷ",
    "ә": "ӛ",
    "ө": "ӫ",
    "ss": "ß",
    "ae": "æǣǽ",
    "oe": "œ",
    "th": "þ",
    "ij": "ĳ",
    "ff": "ﬀ",
    "fi": "ﬁ",
    "fl": "ﬂ",
    "ffi": "ﬃ",
    "ffl": "ﬄ",
    "st": "ﬅﬆ",
    "dz": "ǳǆ",
    "lj": "ǉ",
    "nj": "ǌ",
  ]

  private static let transliterated: KeyValuePairs<String, String> = [
    "a": "αа", "b": "βб", "g": "γгґ", "d": "δд", "e": "εеэ", "z": "ζз", "i": "ηιиыі", "th": "θ",
    "k": "κк", "l": "λл", "m": "μµм", "n": "νн", "x": "ξ", "o": "οоω", "p": "πп", "r": "ρр",
    "s": "σс", "t": "τт", "y": "υ", "f": "φф", "ch": "χч", "ps": "ψ", "v": "в", "zh": "ж",
    "u": "у", "kh": "х", "ts": "ц", "sh": "ш", "shch": "щ", "yu": "ю", "ya": "я", "ye": "є",
    "j": "ј", "lj": "љ", "nj": "њ", "dj": "ђ", "dz": "џ", "": "ьъ",
  ]
}
