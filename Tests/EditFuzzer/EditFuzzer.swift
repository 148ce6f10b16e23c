public import Foundation
import SiteBuild
import SiteFiles
import SiteModel
import SourceDiagnostics

/// Changes a site at random, over and over, and holds each incremental build against a clean one.
///
/// After every step the two must give the same files, byte for byte, or the same findings; and an
/// incremental build must have written exactly the files whose bytes changed. Everything follows from
/// the seed.
public struct EditFuzzer {
  /// What went wrong in a step.
  public struct Difference: CustomStringConvertible, Sendable {
    /// The seed of the run.
    public var seed: UInt64
    /// Which step, from 0.
    public var step: Int
    /// What was done in it.
    public var edits: [String]
    /// What came out wrong.
    public var found: [String]

    /// All of it, for a report.
    public var description: String {
      "seed \(seed), step \(step)\n  " + (edits + found).joined(separator: "\n  ")
    }
  }

  /// What steps came to.
  public struct Tally: Sendable {
    /// How many were done.
    public var steps = 0
    /// Steps whose site had errors, so that nothing was built.
    public var refused = 0
    /// Files that incremental builds made.
    public var made = 0
    /// Files that clean builds made in the same steps.
    public var planned = 0
    /// Files that had other bytes than before.
    public var changed = 0
  }

  /// What the steps so far came to.
  public private(set) var tally = Tally()
  private let seed: UInt64
  private var random: SeededRandom
  private var site: SiteText
  private var good: SiteText
  private var onDisk: [String: [UInt8]] = [:]
  private let folder: URL
  private var day: CalendarDate
  private var drafts = false
  /// Whether somebody touched the output since the last build wrote it.
  private var isDisturbed = false
  private var changedByHand = Set<String>()
  private var shown: [String: Data] = [:]
  private var oldCache: Data?

  private var source: URL { folder.appending(path: "source") }
  private var output: URL { folder.appending(path: "output") }
  private var cache: URL { source.appending(path: ".brevier/traces") }

  /// A fuzzer that works on a copy of the site at `start` below `folder`, which must not exist.
  public init(start: [URL], folder: URL, seed: UInt64) throws {
    self.seed = seed
    self.folder = folder
    random = SeededRandom(seed)
    day = try CalendarDate(parsing: "2026-01-15")
    var files: [String: [UInt8]] = [:]
    for root in start {
      for top in ["content", "templates", "brevier.yml"] {
        for (path, data) in try Self.files(below: root.appending(path: top)) {
          files[path.isEmpty ? top : top + "/" + path] = [UInt8](data)
        }
      }
    }
    site = SiteText(files: files)
    good = site
    try FileManager.default.createDirectory(at: source, withIntermediateDirectories: true)
    try sync()
  }

  /// Does one step; what it found wrong, if anything.
  public mutating func step() throws -> Difference? {
    var edits: [String] = []
    if tally.steps > 0 {
      for _ in 0...random.below(3) {
        let edit = Edit.pick(&random)
        if let done = edit.apply(&site, &random) { edits.append("\(edit.name): \(done)") }
      }
      if random.once(in: 6) {
        day = day.adding(days: random.below(60) - 20)
        edits.append("build for \(day)")
      }
      if random.once(in: 15) {
        drafts.toggle()
        edits.append("drafts: \(drafts)")
      }
    }
    try sync()
    if try disturb(&edits) { isDisturbed = true }
    var request = SiteRequest(source: source.path, output: output.path, asOf: day)
    request.includesDrafts = drafts
    request.remembers = true
    let quick = try Pipeline.build(request)
    request.remembers = false
    let aside = folder.appending(path: "clean-\(tally.steps)")
    request.output = aside.path
    defer { try? FileManager.default.removeItem(at: aside) }
    let clean = try Pipeline.build(request)
    tally.steps += 1
    var found = try compare(quick, clean, aside)
    if !found.isEmpty, found.count > 12 {
      found = found.prefix(12) + ["and \(found.count - 12) more"]
    }
    if quick.report == nil {
      tally.refused += 1
      // Mistakes are taken back, at once or a little later.
      if random.below(8) > 0 { site = good.keeping(site) }
    } else {
      good = site
    }
    return found.isEmpty
      ? nil : Difference(seed: seed, step: tally.steps - 1, edits: edits, found: found)
  }

  // MARK: - Comparing

  private mutating func compare(
    _ quick: BuiltSite, _ clean: BuiltSite, _ aside: URL
  ) throws -> [String] {
    var found: [String] = []
    let said = Self.findings(quick)
    let cleanSaid = Self.findings(clean)
    if said != cleanSaid { found.append("findings differ:\n\(said)\nclean:\n\(cleanSaid)") }
    guard let report = quick.report, clean.report != nil else {
      if (quick.report == nil) != (clean.report == nil) { found.append("only one was built") }
      return found
    }
    var now = try Self.site(below: output)
    let wanted = try Self.site(below: aside)
    // What somebody changed is not removed with its page: that is a promise too.
    for path in changedByHand where wanted[path] == nil && now[path] != nil {
      try FileManager.default.removeItem(at: output.appending(path: path))
      now[path] = nil
    }
    changedByHand = []
    for path in Set(now.keys).union(wanted.keys).sorted() where now[path] != wanted[path] {
      found.append(
        now[path] == nil
          ? "missing: \(path)"
          : wanted[path] == nil
            ? "left over: \(path)"
            : "differs: \(path)")
    }
    let changed = wanted.count { !$0.key.hasPrefix(".") && shown[$0.key] != $0.value }
    tally.made += quick.made
    tally.planned += quick.planned
    tally.changed += changed
    if !isDisturbed, report.written != changed, tally.steps > 1 {
      found.append("\(report.written) files were written, \(changed) have other bytes")
    }
    shown = now
    isDisturbed = false
    return found
  }

  private static func findings(_ built: BuiltSite) -> String {
    built.checked.findings.sortedForReport().map { diagnostic in
      "\(diagnostic.rule.code) \(diagnostic.severity) \(diagnostic.span?.file ?? "") "
        + diagnostic.summary
    }.joined(separator: "\n")
  }

  // MARK: - Disturbing

  /// Does now and then what a killed build, a careless hand or a bad disk would do; says whether the
  /// output or the memory of it is not what the last build left.
  private mutating func disturb(_ edits: inout [String]) throws -> Bool {
    let manager = FileManager.default
    let before = try? Data(contentsOf: cache)
    let pages = shown.keys.filter { !$0.hasPrefix(".") }.sorted()
    defer { oldCache = before }
    switch random.below(24) {
    case 0:
      edits.append("the memory is deleted")
      try? manager.removeItem(at: source.appending(path: ".brevier"))
    case 1:
      guard var data = before, !data.isEmpty else { return false }
      edits.append("the memory is damaged")
      data[random.below(data.count)] ^= 1 << UInt8(random.below(8))
      try data.write(to: cache)
    case 2:
      guard let data = before, !data.isEmpty else { return false }
      edits.append("the memory is cut short")
      try data.prefix(random.below(data.count)).write(to: cache)
    case 3:
      // A build that was killed after it had written the site and before it had remembered it.
      guard let oldCache else { return false }
      edits.append("the memory is that of the build before")
      try? oldCache.write(to: cache)
    case 4:
      guard let path = random.pick(pages) else { return false }
      edits.append("the output loses \(path)")
      try? manager.removeItem(at: output.appending(path: path))
      return true
    case 5:
      guard let path = random.pick(pages) else { return false }
      edits.append("the output is changed: \(path)")
      if (try? Data("changed by hand".utf8).write(to: output.appending(path: path))) != nil {
        changedByHand.insert(path)
      }
      return true
    case 6:
      edits.append("the output is deleted")
      try? manager.removeItem(at: output)
      shown = [:]
      return true
    default: return false
    }
    return false
  }

  // MARK: - The disk

  /// Brings the files on the disk to what the author's hand left.
  private mutating func sync() throws {
    let manager = FileManager.default
    for path in onDisk.keys.sorted() where site.files[path] == nil {
      try manager.removeItem(at: source.appending(path: path))
    }
    for (path, bytes) in site.files.sorted(by: { $0.key < $1.key }) where onDisk[path] != bytes {
      let place = source.appending(path: path)
      try manager.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: place)
    }
    onDisk = site.files
  }

  /// The files of an output but the records that name the moment.
  private static func site(below root: URL) throws -> [String: Data] {
    try files(below: root).filter { $0.key != ".brevier-stamps" }
  }

  private static func files(below root: URL) throws -> [String: Data] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder) else {
      return [:]
    }
    if !isFolder.boolValue { return ["": try Data(contentsOf: root)] }
    var found: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let place = root.appending(path: path)
      if FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        found[path] = try Data(contentsOf: place)
      }
    }
    return found
  }
}

extension SiteText {
  /// These files, with the other's count of edits.
  func keeping(_ other: SiteText) -> SiteText {
    var copy = other
    copy.files = files
    return copy
  }
}
