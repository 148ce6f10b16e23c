import CMarkGFM
import SourceDiagnostics

/// Links, images and figures: addresses are judged, escaped at one place, and recorded.
extension HTMLWriter {
  mutating func beginLink(_ node: Node) {
    let address = clean(gfm_url(node))
    address.withUnsafeBufferPointer { address in
      let place = isSite ? self.place(of: node, address: address) : 0..<0
      let kind = isSite ? LinkAddress(address) : .local
      if case .refused(let scheme) = kind {
        openLinks.append(false)
        reportRefused(scheme, place, "the text of the link stands alone")
        return
      }
      openLinks.append(true)
      html.append("<a href=\"")
      appendAddress(address, .link, kind == .external, place)
      appendTitle(node)
      if isSite, kind == .external, let rel = options.externalRel {
        html.append("\" rel=\"")
        html.appendText(rel)
      }
      html.append("\">")
    }
  }

  mutating func endLink() {
    if openLinks.popLast() == true { html.append("</a>") }
  }

  /// Writes an image with the text of its children as the alternative text.
  mutating func writeImage(_ node: Node) {
    let address = clean(gfm_url(node))
    address.withUnsafeBufferPointer { address in
      let place = isSite ? self.place(of: node, address: address) : 0..<0
      let kind = isSite ? LinkAddress(address) : .local
      if case .refused(let scheme) = kind {
        appendAlternative(node)
        reportRefused(scheme, place, "the image's description stands alone")
        return
      }
      html.append("<img src=\"")
      appendAddress(address, .image, kind == .external, place)
      html.append("\" alt=\"")
      appendAlternative(node)
      if isSite, isFigure(gfm_parent(node)) {
        html.append("\">")
        return
      }
      appendTitle(node)
      html.append(isSite ? "\">" : "\" />")
    }
  }

  /// Whether a paragraph is an image and nothing else, and that image is shown.
  func isFigure(_ node: Node?) -> Bool {
    guard isSite, options.figures, let node, gfm_type(node) == CMARK_NODE_PARAGRAPH.rawValue,
      let child = gfm_first_child(node), gfm_next(child) == nil || isMarkOnly(child)
    else { return false }
    return figureImage(node) != nil
  }

  /// The image of a paragraph that holds nothing else but its mark.
  private func figureImage(_ paragraph: Node) -> Node? {
    guard var child = gfm_first_child(paragraph) else { return nil }
    if isMarkOnly(child), let next = gfm_next(child) { child = next }
    guard gfm_type(child) == CMARK_NODE_IMAGE.rawValue, gfm_next(child) == nil else { return nil }
    let address = clean(gfm_url(child))
    let kind = address.withUnsafeBufferPointer { LinkAddress($0) }
    if case .refused = kind { return nil }
    return child
  }

  private func isMarkOnly(_ node: Node) -> Bool {
    guard gfm_type(node) == CMARK_NODE_TEXT.rawValue else { return false }
    let text = gfm_literal(node).buffer
    return text.count == PlaceMarks.length && marks.offset(in: text, at: 0) != nil
  }

  /// Writes the caption of a figure, from the image's title.
  mutating func writeCaption(_ paragraph: Node) {
    guard let image = figureImage(paragraph) else { return }
    let title = clean(gfm_title(image))
    guard !title.isEmpty else { return }
    html.append("\n<figcaption>")
    title.withUnsafeBufferPointer { html.appendText($0) }
    html.append("</figcaption>")
  }

  // MARK: Parts

  private mutating func appendAddress(
    _ address: UnsafeBufferPointer<UInt8>, _ kind: MarkdownBody.Link.Kind, _ isExternal: Bool,
    _ place: Range<Int>
  ) {
    let start = html.count
    html.appendAddress(address)
    guard isSite else { return }
    body.links.append(
      MarkdownBody.Link(
        destination: String(decoding: address, as: UTF8.self), kind: kind, isExternal: isExternal,
        html: start..<html.count, source: source.inFile(place)))
  }

  private mutating func appendTitle(_ node: Node) {
    let title = gfm_title(node).buffer
    guard !title.isEmpty else { return }
    html.append("\" title=\"")
    appendCleanText(title)
  }

  /// Appends the text of a node's descendants, escaped, with breaks as spaces.
  private mutating func appendAlternative(_ root: Node) {
    var node = gfm_first_child(root)
    while let current = node {
      switch gfm_type(current) {
      case CMARK_NODE_TEXT.rawValue, CMARK_NODE_CODE.rawValue:
        appendCleanText(gfm_literal(current).buffer)
      case CMARK_NODE_HTML_INLINE.rawValue where !isSite:
        appendCleanText(gfm_literal(current).buffer)
      case CMARK_NODE_SOFTBREAK.rawValue, CMARK_NODE_LINEBREAK.rawValue: html.append(0x20)
      default: break
      }
      node = gfm_first_child(current) ?? following(current, in: root)
    }
  }

  /// The node after a whole subtree, inside `root`.
  func following(_ node: Node, in root: Node) -> Node? {
    var node = node
    while node != root {
      if let next = gfm_next(node) { return next }
      guard let parent = gfm_parent(node) else { return nil }
      node = parent
    }
    return nil
  }

  func clean(_ bytes: gfm_bytes) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    marks.appendClean(bytes.buffer, to: &out)
    return out
  }

  private mutating func reportRefused(_ scheme: String, _ place: Range<Int>, _ note: String) {
    report(
      Diagnostic(
        .linkSchemeRefused, "'\(scheme):' is no address for a reader", at: span(place),
        label: "only http, https, mailto and places on the site", notes: [note],
        help: "for a file whose name has a colon write './' before it"))
  }

  /// Where a link stands in the text: its mark knows, else its address is looked for.
  private mutating func place(
    of node: Node, address: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    if let start = markedPlace, start < source.text.count,
      source.text[start] == 0x5B || source.text[start] == 0x21
    {
      cursor = start + 1
      return start..<source.endOfLink(from: start)
    }
    let shown = gfm_first_child(node).map { clean(gfm_literal($0)) } ?? []
    let needle = shown.prefix { $0 != 0x26 }
    let end = min(source.text.count, max(cursor, source.start(ofLine: line)) + 4_096)
    let found = needle.withUnsafeBufferPointer { source.find($0, in: min(cursor, end)..<end) }
    guard let found else { return source.lines(line, line) }
    cursor = found.upperBound
    return found
  }
}
