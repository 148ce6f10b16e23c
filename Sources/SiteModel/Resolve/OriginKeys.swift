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
    var url = url
    return url.withUTF8 { bytes in
      var start = 0
      var index = 0
      while index + 3 <= bytes.count {
        if bytes[index] == 0x3A, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F {
          start = index + 3
          break
        }
        index += 1
      }
      var end = start
      while end < bytes.count, bytes[end] != 0x23 { end += 1 }
      var hostEnd = start
      while hostEnd < end, bytes[hostEnd] != 0x2F, bytes[hostEnd] != 0x3F { hostEnd += 1 }
      while end > hostEnd, bytes[end - 1] == 0x2F { end -= 1 }
      var host = String(decoding: bytes[start..<hostEnd], as: UTF8.self).lowercased()
      if host.utf8.starts(with: "www.".utf8) { host = String(host.dropFirst(4)) }
      return host + String(decoding: bytes[hostEnd..<end], as: UTF8.self)
    }
  }

  /// The groups of items that share a key, directly or through others: each group with its items in
  /// order, the groups by their first items. Which items are together never depends on the order.
  static func groups(_ keys: [[String]]) -> [[Int]] {
    if keys.count == 1 { return [[0]] }
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
