import SiteModel
import SitePlan
import TemplateEngine

/// Makes the record that leads to a language's search page and its index.
struct SearchView {
  let context: ViewContext
  let make: ValueMaker

  /// The record; `none` where the language has no search page.
  func record() -> Value {
    let addresses = context.addresses
    let page = addresses.search(context.language)
    guard context.site.settings.outputs.search, context.plan.has(address: page) else {
      return .none
    }
    return make.arena.record(
      RecordShapes.search,
      [
        make.text(addresses.url(page)),
        make.text(addresses.url(addresses.searchManifest(context.language))),
      ])
  }
}
