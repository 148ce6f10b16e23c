import SiteModel

/// What languages are called by those who speak them.
enum LanguageNames {
  /// The name of a language in itself; of a tag with a region, that of the language and the region.
  static func own(_ tag: LanguageTag) -> String? {
    if let name = names[tag.text.lowercased()] { return name }
    guard let base = base(tag), let name = names[base] else { return nil }
    return "\(name) (\(tag.text.dropFirst(base.utf8.count + 1)))"
  }

  /// The language of a tag with a script or region; `nil` for one without.
  static func base(_ tag: LanguageTag) -> String? {
    let parts = tag.text.lowercased().split(separator: "-")
    return parts.count > 1 ? parts.first.map(String.init) : nil
  }

  private static let names: [String: String] = [
    "ar": "العربية", "be": "Беларуская", "bg": "Български", "bn": "বাংলা", "ca": "Català",
    "cs": "Čeština", "cy": "Cymraeg", "da": "Dansk", "de": "Deutsch", "el": "Ελληνικά",
    "en": "English", "eo": "Esperanto", "es": "Español", "et": "Eesti", "eu": "Euskara",
    "fa": "فارسی", "fi": "Suomi", "fr": "Français", "ga": "Gaeilge", "gl": "Galego",
    "he": "עברית", "hi": "हिन्दी", "hr": "Hrvatski", "hu": "Magyar", "id": "Bahasa Indonesia",
    "is": "Íslenska", "it": "Italiano", "ja": "日本語", "ko": "한국어", "la": "Latina",
    "lt": "Lietuvių", "lv": "Latviešu", "ms": "Bahasa Melayu", "nb": "Norsk bokmål",
    "nl": "Nederlands", "nn": "Norsk nynorsk", "no": "Norsk", "pl": "Polski", "pt": "Português",
    "pt-br": "Português (Brasil)", "pt-pt": "Português (Portugal)", "ro": "Română",
    "ru": "Русский", "sk": "Slovenčina", "sl": "Slovenščina", "sq": "Shqip", "sr": "Српски",
    "sv": "Svenska", "sw": "Kiswahili", "ta": "தமிழ்", "th": "ไทย", "tr": "Türkçe",
    "uk": "Українська", "ur": "اردو", "vi": "Tiếng Việt", "zh": "中文", "zh-hans": "简体中文",
    "zh-hant": "繁體中文",
  ]
}
