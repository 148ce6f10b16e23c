import NIOCore
import Synchronization

/// Bodies made ready to be sent: pages with the preview's script in them, and what was compressed.
///
/// What is kept depends on the tag of the source's bytes, and for a page on the number of the last
/// announcement, because another file that it loads may have changed.
final class PageBook: Sendable {
  private let state = Mutex(State())
  private let source: any SiteSource
  private let token: String
  /// Bytes that are kept before all is forgotten.
  private let capacity: Int

  private struct State {
    var moment = 0
    var pages: [String: (tag: String, page: Page)] = [:]
    var bodies: [String: ByteBuffer] = [:]
    var size = 0
  }

  /// A page as it is sent, and what a browser compares when something changed.
  struct Page: Sendable {
    let look: PageLook
    let tag: EntityTag
    let body: ByteBuffer
  }

  init(source: any SiteSource, token: String, capacity: Int = 64 << 20) {
    self.source = source
    self.token = token
    self.capacity = capacity
  }

  /// The page at a key with the preview's script in it.
  func page(at key: String, _ file: SiteFile, _ moment: StatusBoard.Moment) async -> Page {
    if let known = state.withLock({ $0.moment == moment.number ? $0.pages[key] : nil }),
      known.tag == file.tag
    {
      return known.page
    }
    let outline = PageOutline(file.bytes)
    let look = await PageLook(outline, key: key, address: moment.address, source: source)
    let insert = Self.script(look, token: token)
    var body = ByteBuffer()
    body.reserveCapacity(file.bytes.count + insert.utf8.count)
    body.writeBytes(file.bytes[..<outline.insertion])
    body.writeString(insert)
    body.writeBytes(file.bytes[outline.insertion...])
    var digest = Digest()
    digest.add(insert)
    let page = Page(look: look, tag: EntityTag("\(file.tag)-\(digest.text)"), body: body)
    let size = body.readableBytes
    state.withLock { state in
      if state.moment != moment.number {
        state.moment = moment.number
        state.pages = [:]
      }
      state.pages[key] = (file.tag, page)
      Self.grow(&state, by: size, capacity)
    }
    return page
  }

  /// The bytes of `body` compressed; `nil` where that gains nothing.
  func compressed(_ body: ByteBuffer, tag: EntityTag) -> ByteBuffer? {
    if let known = state.withLock({ $0.bodies[tag.text] }) {
      return known.readableBytes == 0 ? nil : known
    }
    let made = Gzip.compressed(Array(body.readableBytesView)).map(ByteBuffer.init(bytes:))
    state.withLock { state in
      // An empty one remembers that there is nothing to gain.
      state.bodies[tag.text] = made ?? ByteBuffer()
      Self.grow(&state, by: made?.readableBytes ?? 0, capacity)
    }
    return made
  }

  private static func grow(_ state: inout State, by size: Int, _ capacity: Int) {
    state.size += size
    guard state.size > capacity || state.bodies.count > 50_000 else { return }
    state.pages = [:]
    state.bodies = [:]
    state.size = 0
  }

  /// The element that brings the preview into a page.
  static func script(_ look: PageLook, token: String) -> String {
    "<script src=\"\(OwnPath.script)\" defer data-token=\"\(token)\" data-page=\"\(look.page)\""
      + " data-styles=\"\(look.styles)\" data-scripts=\"\(look.scripts)\""
      + " data-images=\"\(look.images)\"></script>"
  }
}

/// Digests of a page and of what it loads, by which a browser sees what to do after a change.
struct PageLook: Equatable, Sendable {
  /// The page itself, but for the names of its stylesheets.
  var page: String
  var styles: String
  var scripts: String
  var images: String
  /// The addresses of its stylesheets as it writes them.
  var styleAddresses: [String] = []

  /// The look of what is no file of the site: one word.
  init(word: String) {
    page = word
    styles = ""
    scripts = ""
    images = ""
  }

  /// Looks up what a page loads.
  init(
    _ outline: PageOutline, key: String, address: SiteAddress, source: any SiteSource
  ) async {
    page = outline.digest.text
    styleAddresses = outline.styles
    var resources = Resources(address: address, source: source)
    var digests: [String] = []
    for addresses in [outline.styles, outline.scripts, outline.images] {
      var digest = Digest()
      for written in addresses {
        digest.add(written)
        await resources.add(written, on: key, to: &digest)
      }
      digests.append(digest.text)
    }
    styles = digests[0]
    scripts = digests[1]
    images = digests[2]
  }

  /// Adds the tags of what is loaded, and of what stylesheets load in their turn.
  private struct Resources {
    let address: SiteAddress
    let source: any SiteSource
    private var seen: Set<String> = []
    /// Enough for any page that is meant; a page of ten thousand pictures must not hold us up.
    private var left = 500

    init(address: SiteAddress, source: any SiteSource) {
      self.address = address
      self.source = source
    }

    mutating func add(_ written: String, on page: String, to digest: inout Digest) async {
      var waiting = [(written, page)]
      while let (written, page) = waiting.popLast() {
        guard left > 0, let key = address.key(of: written, on: page), seen.insert(key).inserted,
          case .file(let file) = await source.answer(at: key)
        else { continue }
        left -= 1
        digest.add(file.tag)
        if key.hasSuffix(".css") {
          waiting += StyleImports.addresses(in: file.bytes).map { ($0, key) }
        }
      }
    }
  }
}

/// The addresses that the preview itself answers; no file of a site begins with a point.
enum OwnPath {
  static let folder = "/.preview/"
  static let script = "/.preview/client.js"
  static let events = "/.preview/events"
  static let state = "/.preview/state"
}
