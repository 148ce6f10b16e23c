/// What the origin of a story is known by, so that briefs which have it from the same place are told
/// to have it from the same place.
package enum OriginKey: Sendable, Hashable {
  /// The record of a publication, by place.
  case publication(Int)
  /// A name without a record, or the host of an address, folded.
  case name(String)
  /// Nothing is known but what one source of one brief says.
  case source(brief: Int, source: Int)
}

extension Site {
  /// What an origin of a brief is known by.
  package func key(of origin: OriginGraph.Origin, inBrief place: Int) -> OriginKey {
    let brief = briefs[place]
    if let publication = brief.publishers[origin.source] { return .publication(publication) }
    let source = brief.source.sources[origin.source]
    if let publisher = source.publisher { return .name(NameKey.fold(publisher.text)) }
    if let host = source.host { return .name(host) }
    return .source(brief: place, source: origin.source)
  }
}

extension Source {
  /// The host of its address, without `www.`.
  package var host: String? { (url?.value).flatMap { Source.host(ofAddress: $0) } }

  /// The host of an address, without `www.`.
  package static func host(ofAddress url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !host.isEmpty else { return nil }
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }
}
