/// Says when two sources are the same origin: when they share a publisher or an address, or are
/// joined by others that do.
enum OriginKeys {
  /// What a source is known by.
  ///
  /// - Parameters:
  ///   - record: the publication's record, by place.
  static func keys(_ source: Source, record: Int?) -> [String] {
    var keys: [String] = []
    if let record {
      keys.append("#\(record)")
    } else if let name = source.publisher?.text {
      keys.append("n " + NameKey.fold(name))
    }
    if let url = source.url?.value { keys.append("u " + address(url)) }
    return keys
  }

  /// An address without what does not tell two documents apart: scheme, `www.`, the case of the
  /// host, the fragment, a slash at the end.
  static func address(_ url: String) -> String {
    var rest = url[...]
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "#" }
    let host = rest.prefix { $0 != "/" && $0 != "?" }
    var path = rest[host.endIndex...]
    while path.last == "/" { path.removeLast() }
    let name = host.lowercased()
    return (name.hasPrefix("www.") ? String(name.dropFirst(4)) : name) + path
  }

  /// The groups of items that share a key, directly or through others: each group with its items in
  /// order, the groups by their first items. Which items are together never depends on the order.
  static func groups(_ keys: [[String]]) -> [[Int]] {
    var parent = Array(keys.indices)
    func root(_ item: Int) -> Int {
      var item = item
      while parent[item] != item {
        parent[item] = parent[parent[item]]
        item = parent[item]
      }
      return item
    }
    var first: [String: Int] = [:]
    for (item, own) in keys.enumerated() {
      for key in own {
        guard let known = first[key] else {
          first[key] = item
          continue
        }
        let (a, b) = (root(known), root(item))
        parent[max(a, b)] = min(a, b)
      }
    }
    var members: [Int: [Int]] = [:]
    for item in keys.indices { members[root(item), default: []].append(item) }
    return keys.indices.compactMap { members[$0] }
  }
}
