import SiteModel

extension DateWords {
  static let english = DateWords(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    quarters: [
      "first quarter of {year}", "second quarter of {year}", "third quarter of {year}",
      "fourth quarter of {year}",
    ],
    halves: ["first half of {year}", "second half of {year}"],
    day: "{day} {month} {year}", firstDay: "1", month: "{month} {year}",
    time: "{date}, {hour}:{minute} {zone}",
    about: "about {date}", possibly: "possibly {date}", possiblyAbout: "possibly about {date}",
    between: "{from} to {until}", betweenMonths: "{from}–{until} {year}",
    betweenDays: "{from}–{until} {month} {year}",
    since: .init("from {date}", [.quarter: "from the {date}", .half: "from the {date}"]),
    until: .init("until {date}", [.quarter: "until the {date}", .half: "until the {date}"]),
    relative: [.lastMonth: "last month", .endOfYear: "by the end of the year"],
    undated: "undated")

  static let french = DateWords(
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    quarters: [
      "1er trimestre {year}", "2e trimestre {year}", "3e trimestre {year}", "4e trimestre {year}",
    ],
    halves: ["1er semestre {year}", "2e semestre {year}"],
    day: "{day} {month} {year}", firstDay: "1er", month: "{month} {year}",
    time: "{date} à {hour} h {minute} ({zone})",
    about: "environ {date}", possibly: "peut-être {date}",
    possiblyAbout: "peut-être environ {date}",
    between: "{from} – {until}", betweenMonths: "{from}–{until} {year}",
    betweenDays: "{from}–{until} {month} {year}",
    since: .init(
      "depuis {date}",
      [.day: "depuis le {date}", .quarter: "depuis le {date}", .half: "depuis le {date}"]),
    until: .init(
      "jusqu’à {date}",
      [
        .day: "jusqu’au {date}", .month: "jusqu’en {date}", .quarter: "jusqu’au {date}",
        .year: "jusqu’en {date}",
      ]),
    relative: [.lastMonth: "le mois dernier", .endOfYear: "d’ici la fin de l’année"],
    undated: "sans date")
}
