import SiteFiles
import Testing

@Suite("Golden sites")
struct GoldenSiteTests {
  @Test("a golden site is built as its golden says", arguments: GoldenSite.all)
  func golden(_ site: GoldenSite) throws {
    let folder = site.make()
    let run = try SiteRun(folder)
    Golden.check(run.report.isEmpty ? nil : run.report, at: site.path + "/diagnostics.txt")
    let files = folder.outputFiles.map { $0 + "\n" }.joined()
    Golden.check(files, at: site.path + "/files.txt")
    #expect(!site.expected.isEmpty)
    for file in site.expected {
      Golden.check(folder.text(file), at: site.path + "/expected/" + file)
    }
    #expect(try SiteRun(folder).written?.written == 0, "a second build writes nothing")
  }

  @Test("there are sites enough, each with a list of its files")
  func enough() {
    #expect(GoldenSite.all.count >= 14)
    for site in GoldenSite.all {
      #expect(Golden.isUpdating || Disk.read(site.path + "/files.txt") != nil, "\(site.name)")
    }
  }
}
