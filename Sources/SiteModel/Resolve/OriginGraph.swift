package import SourceDiagnostics

/// Counts origins instead of links: who got the story from whom, and where it begins.
///
/// Sources point at those they credit (`via`). Roots point at nobody; they are merged by publisher
/// and by address, since two links to one agency are one origin.
package struct OriginGraph: Sendable, Hashable {
  /// One source's place in the graph.
  package struct Place: Sendable, Hashable {
    /// The sources it credits, as places in the list of sources.
    package var via: [Int]
    /// The longest way from it to a root, in steps; 0 for a root.
    package var hops: Int
    /// The origins that it rests on, as places in `origins`.
    package var origins: [Int]
  }

  /// One distinct origin: the roots that are the same publisher or address.
  package struct Origin: Sendable, Hashable {
    /// Its sources, in the order of the list.
    package var sources: [Int]
    /// The source that names it: the first that says its publisher, else the first.
    package var source: Int
    /// Whether it can be read somewhere.
    package var isLocated: Bool
  }

  /// The places, in the order of the sources.
  package var places: [Place]
  /// The distinct origins, in the order of their first sources.
  package var origins: [Origin]

  /// The longest way from any source to its origin, in steps.
  package var hops: Int { places.map(\.hops).max() ?? 0 }
  /// Whether all rests on one origin.
  package var isSingle: Bool { origins.count == 1 }

  /// The graph of `sources`, with mistakes reported: an unknown id, a circle.
  ///
  /// - Parameter publishers: for each source the publication's record, by which origins are merged.
  package init(
    _ sources: [Source], publishers: [Int?] = [], diagnostics: inout [Diagnostic]
  ) {
    let index = Dictionary(
      sources.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var via: [[Int]] = []
    for source in sources {
      via.append(
        source.via.compactMap { reference in
          if let found = index[reference.text] { return found }
          diagnostics.append(
            Diagnostic(
              .unknownSource,
              "source '\(reference.text)' is not in this file"
                + Spelling.question(for: reference.text, among: sources.map(\.id)),
              at: reference.span, label: "no source has this id",
              help: Self.help(sources.map(\.id))))
          return nil
        })
    }
    var hops = [Int?](repeating: nil, count: sources.count)
    for start in sources.indices {
      if let circle = Self.measure(start, via: via, hops: &hops),
        let reference = sources[circle].via.first
      {
        diagnostics.append(
          Diagnostic(
            .circularSources, "source '\(sources[circle].id)' credits itself in a circle",
            at: reference.span, label: "leads back to '\(sources[circle].id)'",
            help: "let 'via' point only at where the story came from"))
        via[circle] = []
        hops = [Int?](repeating: nil, count: sources.count)
        for again in 0...start { _ = Self.measure(again, via: via, hops: &hops) }
      }
    }
    let roots = sources.indices.filter { via[$0].isEmpty }
    let merged = Self.merge(roots, sources, publishers)
    origins = merged.origins
    var reached = [[Int]?](repeating: nil, count: sources.count)
    places = sources.indices.map { source in
      Place(
        via: via[source], hops: hops[source] ?? 0,
        origins: Self.reach(source, via: via, roots: merged.origin, memo: &reached))
    }
  }

  /// Which ids a reference to a source may have.
  static func help(_ ids: [String]) -> String {
    "add a source with this id; the ids here are: " + ids.joined(separator: ", ")
  }

  /// Sets the hops of `start` and of all below it, without recursion; gives a source on a circle.
  private static func measure(_ start: Int, via: [[Int]], hops: inout [Int?]) -> Int? {
    var stack = [start]
    var open = Set<Int>()
    while let source = stack.last {
      if hops[source] != nil {
        stack.removeLast()
        continue
      }
      let waiting = via[source].filter { hops[$0] == nil }
      if waiting.isEmpty {
        hops[source] = via[source].compactMap { hops[$0] }.map { $0 + 1 }.max() ?? 0
        open.remove(source)
        stack.removeLast()
      } else if !open.insert(source).inserted {
        return source
      } else {
        stack.append(contentsOf: waiting)
      }
    }
    return nil
  }

  private static func merge(
    _ roots: [Int], _ sources: [Source], _ publishers: [Int?]
  ) -> (origins: [Origin], origin: [Int: Int]) {
    let keys = roots.map { root in
      OriginKeys.keys(
        sources[root], record: publishers.indices.contains(root) ? publishers[root] : nil)
    }
    var origins: [Origin] = []
    var originOf: [Int: Int] = [:]
    for group in OriginKeys.groups(keys) {
      let members = group.map { roots[$0] }
      for root in members { originOf[root] = origins.count }
      origins.append(
        Origin(
          sources: members,
          source: members.first { sources[$0].publisher != nil } ?? members[0],
          isLocated: members.contains { sources[$0].isLocated && sources[$0].url != nil }))
    }
    return (origins, originOf)
  }

  private static func reach(
    _ source: Int, via: [[Int]], roots: [Int: Int], memo: inout [[Int]?]
  ) -> [Int] {
    var found = Set<Int>()
    var seen = Set<Int>()
    var stack = [source]
    while let next = stack.popLast() {
      guard seen.insert(next).inserted else { continue }
      if let known = memo[next] {
        found.formUnion(known)
      } else if let origin = roots[next] {
        found.insert(origin)
      } else {
        stack.append(contentsOf: via[next])
      }
    }
    let sorted = found.sorted()
    memo[source] = sorted
    return sorted
  }
}
