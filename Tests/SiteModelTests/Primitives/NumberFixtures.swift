import SiteModel

extension NumberWords {
  static let english = NumberWords(
    decimal: ".", group: ",", groupsFrom: 4, singularUnderTwo: false,
    scales: [
      Scale(3, one: "thousand", many: "thousand", plural: "thousands", countsNumbers: false),
      Scale(6, one: "million", many: "million", plural: "millions"),
      Scale(9, one: "billion", many: "billion", plural: "billions"),
      Scale(12, one: "trillion", many: "trillion", plural: "trillions"),
    ],
    names: [
      "USD": Name(one: "dollar", many: "dollars", of: "dollars"),
      "EUR": Name(one: "euro", many: "euros", of: "euros"),
      "people": Name(one: "person", many: "people", of: "people"),
      "params": Name(one: "parameter", many: "parameters", of: "parameters"),
      "hours": Name(one: "hour", many: "hours", of: "hours"),
      "pp": Name(one: "percentage point", many: "percentage points", of: "percentage points"),
      "B": Name(one: "byte", many: "bytes", of: "bytes"),
    ],
    currencySigns: ["USD": "$", "EUR": "€"], ofSign: "{sign}",
    signed: "{sign}{number}", counted: "{number} {name}", scaled: "{number} {scale}",
    scaledCounted: "{number} {of}", measured: "{number} {unit}", percent: "{number}%",
    range: "{min}–{max}", fullRange: "{min} to {max}",
    limits: Limits(
      about: "about {amount}", over: "more than {amount}", under: "less than {amount}",
      upTo: "up to {amount}", atLeast: "at least {amount}"),
    vague: [
      Vague(
        counted: "several {name}", scaled: "several {scale}",
        scaledCounted: "several {scale} {name}"),
      Vague(
        counted: "tens of {name}", scaled: "tens of {plural}",
        scaledCounted: "tens of {plural} of {name}"),
      Vague(
        counted: "hundreds of {name}", scaled: "hundreds of {plural}",
        scaledCounted: "hundreds of {plural} of {name}"),
    ])

  static let french = NumberWords(
    decimal: ",", group: "\u{202F}", groupsFrom: 5, singularUnderTwo: true,
    scales: [
      Scale(3, one: "millier", many: "milliers", plural: "milliers", countsNumbers: false),
      Scale(6, one: "million", many: "millions", plural: "millions"),
      Scale(9, one: "milliard", many: "milliards", plural: "milliards"),
      Scale(
        12, one: "millier de milliards", many: "milliers de milliards",
        plural: "milliers de milliards", countsNumbers: false),
    ],
    names: [
      "USD": Name(one: "dollar", many: "dollars", of: "de dollars"),
      "EUR": Name(one: "euro", many: "euros", of: "d’euros"),
      "people": Name(one: "personne", many: "personnes", of: "de personnes"),
      "params": Name(one: "paramètre", many: "paramètres", of: "de paramètres"),
      "tokens": Name(one: "jeton", many: "jetons", of: "de jetons"),
      "hours": Name(one: "heure", many: "heures", of: "d’heures"),
      "pp": Name(one: "point", many: "points", of: "de points"),
      "B": Name(one: "octet", many: "octets", of: "d’octets"),
    ],
    currencySigns: [:], ofSign: "de {sign}",
    signed: "{number} {sign}", counted: "{number} {name}", scaled: "{number} {scale}",
    scaledCounted: "{number} {of}", measured: "{number} {unit}", percent: "{number} %",
    range: "{min} à {max}", fullRange: "{min} à {max}",
    limits: Limits(
      about: "environ {amount}", over: "plus de {amount}", under: "moins de {amount}",
      upTo: "jusqu’à {amount}", atLeast: "au moins {amount}"),
    vague: [
      Vague(
        counted: "plusieurs {name}", scaled: "plusieurs {plural}",
        scaledCounted: "plusieurs {plural} {of}"),
      Vague(
        counted: "plusieurs dizaines {of}", scaled: "plusieurs dizaines de {plural}",
        scaledCounted: "plusieurs dizaines de {plural} {of}"),
      Vague(
        counted: "plusieurs centaines {of}", scaled: "plusieurs centaines de {plural}",
        scaledCounted: "plusieurs centaines de {plural} {of}"),
    ])
}
