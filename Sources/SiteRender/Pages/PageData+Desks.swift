import SiteModel
import SitePlan
import TemplateEngine

/// Gathers what the template of a desk's page sees.
extension PageData {
  func desk(_ key: String) -> (Data, PageView.Facts) {
    guard let desk = Desk.named(key) else { return ([], .init(title: key, description: "")) }
    let words = DeskWords(strings)
    let title = words.title(of: desk)
    var facts = PageView.Facts(
      title: title, description: words.description(of: desk),
      trail: [(title, url(prefix + desk.path))], section: key)
    let view = DeskView(
      context: context, cards: cards, make: make, desk: desk, number: file.number,
      types: { lists.types($0, current: nil) })
    facts.listed = (view.entries.count, site.settings.deskPageSize)
    return (view.data(), facts)
  }
}
