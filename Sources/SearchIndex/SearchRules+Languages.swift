/// The rules of the languages that have some: plurals and endings of verbs, no more, since what is
/// taken off too boldly brings words together that have nothing in common.
extension SearchRules {
  /// Lists as text: words between spaces.
  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  static let english = SearchRules(
    stopWords: words(
      """
      a an and are as at be been but by for from had has have he her his if in into is it its of on \
      or our she so such than that the their them then there these they this to was we were which \
      who will with would you your i s t d ll ve re m
      """),
    steps: [
      // More than one, and he or she does.
      [
        Ending("sses", "ss", 1), Ending("ches", "ch", 1), Ending("shes", "sh", 1),
        Ending("xes", "x", 1), Ending("ies", "y", 2), Ending("ss", "ss", 1), Ending("s", "", 3),
      ],
      // Did and doing.
      [Ending("ied", "y", 2), Ending("eed", "ee", 1), Ending("ing", "", 3), Ending("ed", "", 3)],
      [Ending("e", "", 3)],
      doubled,
    ])

  static let french = SearchRules(
    stopWords: words(
      """
      a au aux avec c ce ces cet cette d dans de des du elle elles en est et etait ete eux il ils j \
      je l la le les leur leurs lui m mais me meme mes moi mon n ne nos notre nous on ont ou par pas \
      plus pour qu que qui s sa sans se ses si son sont sur t ta te tes toi ton tu un une vos votre \
      vous y
      """),
    steps: [
      // More than one.
      [
        Ending("eaux", "eau", 1), Ending("aux", "al", 2), Ending("eux", "eu", 2),
        Ending("ss", "ss", 1), Ending("s", "", 3),
      ],
      // Verbs, and the nouns made from them.
      [
        Ending("issement", "", 3), Ending("issaient", "", 3), Ending("isseuse", "", 3),
        Ending("isseur", "", 3), Ending("issant", "", 3), Ending("issent", "", 3),
        Ending("issait", "", 3), Ending("atrice", "", 3), Ending("ateur", "", 3),
        Ending("ation", "", 4), Ending("ement", "", 3), Ending("aient", "", 3),
        Ending("eront", "", 3), Ending("euse", "eu", 3), Ending("ant", "", 4),
        Ending("ent", "", 4), Ending("ait", "", 3), Ending("era", "", 4), Ending("eur", "", 4),
        Ending("er", "", 3), Ending("ez", "", 3), Ending("ir", "", 3), Ending("ee", "", 3),
        Ending("e", "", 3), Ending("i", "", 4),
      ],
      doubled,
    ])

  /// One letter where two of a kind end a word: what is left of “planned” is “plan”.
  private static let doubled = ["b", "d", "g", "l", "m", "n", "p", "r", "t"].map {
    Ending($0 + $0, $0, 2)
  }
}
