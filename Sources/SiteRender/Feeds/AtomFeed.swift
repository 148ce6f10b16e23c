import SiteModel

/// Writes a feed as Atom (RFC 4287).
package enum AtomFeed {
  /// The feed as XML, UTF-8. A feed without entries counts as updated at the beginning of 1970, so
  /// that its bytes do not depend on the day of the build.
  package static func bytes(_ feed: FeedDocument) -> [UInt8] {
    var out: [UInt8] = []
    let text = feed.entries.reduce(0) { $0 + ($1.html?.count ?? 0) }
    out.reserveCapacity(1024 + feed.entries.count * 1024 + text + text / 4)
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    out.append(xml: feed.language.text)
    out.append("\">\n")
    let address = feed.folder + "feed.xml"
    element("id", address, to: &out)
    element("title", feed.title, to: &out)
    if let summary = feed.summary { element("subtitle", summary, to: &out) }
    element("updated", feed.updated?.rfc3339 ?? "1970-01-01T00:00:00Z", to: &out)
    for author in feed.authors { person(author, to: &out) }
    link("self", "application/atom+xml", address, to: &out)
    link("alternate", "text/html", feed.page, to: &out)
    element("generator", "Brevier", to: &out)
    for entry in feed.entries { append(entry, to: &out) }
    out.append("</feed>\n")
    return out
  }

  private static func append(_ entry: FeedDocument.Entry, to out: inout [UInt8]) {
    out.append("<entry>\n")
    element("id", entry.id, to: &out)
    element("title", entry.title, to: &out)
    link("alternate", "text/html", entry.url, to: &out)
    if let published = entry.published { element("published", published.rfc3339, to: &out) }
    element("updated", entry.updated?.rfc3339 ?? "1970-01-01T00:00:00Z", to: &out)
    for author in entry.authors { person(author, to: &out) }
    for topic in entry.topics {
      out.append("<category term=\"")
      out.append(xml: topic.term)
      out.append("\" label=\"")
      out.append(xml: topic.label)
      out.append("\"/>\n")
    }
    if !entry.summary.isEmpty { element("summary", entry.summary, to: &out) }
    if let html = entry.html {
      out.append("<content type=\"html\">")
      out.append(xml: html)
      out.append("</content>\n")
    }
    out.append("</entry>\n")
  }

  private static func element(_ name: StaticString, _ text: String, to out: inout [UInt8]) {
    out.append("<")
    out.append(name)
    out.append(">")
    out.append(xml: text)
    out.append("</")
    out.append(name)
    out.append(">\n")
  }

  private static func person(_ name: String, to out: inout [UInt8]) {
    out.append("<author><name>")
    out.append(xml: name)
    out.append("</name></author>\n")
  }

  private static func link(
    _ relation: StaticString, _ type: StaticString, _ address: String, to out: inout [UInt8]
  ) {
    out.append("<link rel=\"")
    out.append(relation)
    out.append("\" type=\"")
    out.append(type)
    out.append("\" href=\"")
    out.append(address: address)
    out.append("\"/>\n")
  }
}
