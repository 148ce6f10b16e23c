import SiteModel
import SitePlan
import TemplateEngine

/// The data of the search page: what to browse where no script runs, and before anything is asked.
extension PageData {
  func search() -> (Data, PageView.Facts) {
    let title = strings.text("search.title")
    var facts = PageView.Facts(title: title, description: strings.text("search.description"))
    facts.trail = [(title, url(file.address))]
    facts.section = "search"
    // There is nothing on it to be found by search engines.
    facts.isHidden = true
    let kinds = lists.entities(kind: nil).filter { $0.0 == "kinds" }
    return (lists.topics() + kinds, facts)
  }
}
