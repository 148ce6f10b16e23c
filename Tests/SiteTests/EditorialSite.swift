import EditorialRules
import SiteBuild
import SiteFiles
import SiteModel
import SourceDiagnostics
import Testing

/// A smallest site that breaks one rule of judgement, or just does not: the folder
/// `Tests/EditorialSites/CODE-what-is-wrong`, or `CODE-near-what-is-right`.
///
/// It holds only what differs from `Tests/EditorialSites/_base`, a site in which nothing is to be
/// found, and `diagnostics.txt`, the report of `check`; a near miss has none, since it reports
/// nothing. `as-of.txt` may hold another day than the tests' own, `also.txt` the codes of findings
/// that cannot but come along. With `copies.txt`, a number, each file with `NN` in its name is laid so
/// many times, `NN` in its name and text replaced by 01, 02 …: for rules that ask only grown sites.
struct EditorialSite: CustomTestStringConvertible {
  let name: String

  static let root = Golden.tests + "/EditorialSites"

  /// All of them, by name.
  static let all = Disk.folders(in: root).filter { !$0.hasPrefix("_") }.map(EditorialSite.init)

  /// The code of the rule that is broken, or nearly.
  var code: String { String(name.prefix { $0 != "-" }) }
  /// Whether nothing is to be found.
  var isNearMiss: Bool { name.dropFirst(code.count).hasPrefix("-near-") }

  /// The codes that its report may hold.
  var allowed: Set<String> {
    let also = Disk.text(Self.root + "/" + name + "/also.txt") ?? ""
    return Set([code] + also.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  var testDescription: String { name }
  var goldenPath: String { Self.root + "/" + name + "/diagnostics.txt" }

  private static let ownFiles = ["diagnostics.txt", "as-of.txt", "also.txt", "copies.txt"]

  private func layCopies(from own: String, into folder: SiteFolder) {
    let wanted = Disk.text(own + "/copies.txt")?.filter { !$0.isWhitespace }
    guard let count = wanted.flatMap({ Int($0) }) else { return }
    for file in Disk.files(in: own) where file.contains("NN") {
      let text = Disk.text(own + "/" + file) ?? ""
      for copy in 1...count {
        let number = copy < 10 ? "0\(copy)" : "\(copy)"
        folder.write(file.replacing("NN", with: number), text.replacing("NN", with: number))
      }
    }
  }

  /// Puts the site's sources together.
  func lay(in folder: SiteFolder) {
    folder.lay(Self.root + "/_base")
    let own = Self.root + "/" + name
    folder.lay(own) { !Self.ownFiles.contains($0) && !$0.contains("NN") }
    layCopies(from: own, into: folder)
  }

  /// Checks the site: the report, and the codes of its findings in report order.
  func check() throws -> (report: String, codes: [String]) {
    let folder = SiteFolder()
    lay(in: folder)
    let day =
      Disk.text(Self.root + "/" + name + "/as-of.txt")?.filter { !$0.isWhitespace } ?? SiteRun.today
    let request = SiteRequest(
      source: folder.source, output: folder.output, asOf: try CalendarDate(parsing: day))
    let checked = try Pipeline.check(request)
    let report = TextReport { checked.text(of: $0) }.text(checked.findings)
    return (report, checked.findings.sortedForReport().map(\.rule.code))
  }
}
