import SiteModel
import SourceDiagnostics

/// Writes a feed as JSON Feed, version 1.1 (jsonfeed.org).
package enum JSONFeed {
  /// The feed as JSON, UTF-8, ending in a line break.
  package static func bytes(_ feed: FeedDocument) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", "https://jsonfeed.org/version/1.1")
      json.member("title", feed.title)
      json.member("home_page_url", feed.page)
      json.member("feed_url", feed.folder + "feed.json")
      json.member("description", feed.summary)
      json.member("language", feed.language.text)
      authors(feed.authors, &json)
      json.array("items") { json in
        for entry in feed.entries { json.object { item(entry, &$0) } }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func item(_ entry: FeedDocument.Entry, _ json: inout JSONWriter) {
    json.member("id", entry.id)
    json.member("url", entry.url)
    json.member("title", entry.title)
    // One of the two contents must be there; without the text the summary is the content.
    if let html = entry.html {
      json.key("content_html")
      json.string(utf8: html)
    } else {
      json.member("content_text", entry.summary)
    }
    if !entry.summary.isEmpty { json.member("summary", entry.summary) }
    json.member("date_published", entry.published?.rfc3339)
    json.member("date_modified", entry.updated?.rfc3339)
    authors(entry.authors, &json)
    json.member("tags", entry.topics.map(\.label))
  }

  private static func authors(_ names: [String], _ json: inout JSONWriter) {
    guard !names.isEmpty else { return }
    json.array("authors") { json in
      for name in names { json.object { $0.member("name", name) } }
    }
  }
}
