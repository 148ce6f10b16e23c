import CMarkGFM

/// Tables, inside a frame that scrolls by keyboard and has a name.
extension HTMLWriter {
  /// Where in a table the writer is.
  struct TableState {
    var node: Node?
    var count = 0
    var column: Int32 = 0
    /// The cells of all tables.
    var cells = 0
    var isHeader = false
    var hasBody = false
  }

  mutating func beginTable(_ node: Node) {
    startLine()
    table = TableState(node: node, count: table.count + 1, cells: table.cells)
    if isSite {
      html.append("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
      html.appendText(options.labels.table)
      html.append(0x20)
      html.append(number: table.count)
      html.append("\">\n")
    }
    html.append("<table>\n")
  }

  mutating func endTable() {
    startLine()
    if table.hasBody { html.append("</tbody>\n") }
    html.append("</table>\n")
    if isSite { html.append("</div>\n") }
    table.node = nil
  }

  mutating func beginRow(_ node: Node) {
    startLine()
    table.isHeader = gfm_is_header_row(node) != 0
    table.column = 0
    if table.isHeader {
      html.append("<thead>\n")
    } else if !table.hasBody {
      html.append("<tbody>\n")
      table.hasBody = true
    }
    html.append("<tr>")
  }

  mutating func endRow() {
    startLine()
    html.append("</tr>\n")
    if table.isHeader { html.append("</thead>\n") }
    endPlainLine()
  }

  mutating func beginCell(_ node: Node) {
    beginText(node)
    startLine()
    html.append(table.isHeader ? "<th" : "<td")
    if isSite, table.isHeader { html.append(" scope=\"col\"") }
    let alignment = table.node.map { gfm_alignment($0, table.column) } ?? 0
    if alignment != 0 {
      html.append(isSite ? " class=\"align-" : " align=\"")
      switch alignment {
      case 0x6C: html.append("left\"")
      case 0x63: html.append("center\"")
      default: html.append("right\"")
      }
    }
    html.append(0x3E)
    table.column += 1
    table.cells += 1
    if isSite, table.cells > options.limits.tableCells {
      stop(
        .tableTooLarge, "the tables of a text have at most \(options.limits.tableCells) cells",
        Int(gfm_start_line(node)) - 1)
    } else if isSite, table.column > options.limits.tableColumns {
      stop(
        .tableTooLarge, "a table has at most \(options.limits.tableColumns) columns",
        Int(gfm_start_line(node)) - 1)
    }
  }

  mutating func endCell() {
    html.append(table.isHeader ? "</th>" : "</td>")
    if isSite { plain.append(0x20) }
  }
}
