// Makes the headings of sortable tables into buttons that put the rows in order. Without this script
// they are plain tables. A cell is ordered by its `data-sort`, else by its text; empty ones stand last.
(() => {
  "use strict";
  const collator = new Intl.Collator(document.documentElement.lang || undefined, {
    numeric: true, sensitivity: "base",
  });
  const compare = {
    number: (a, b) => Number(a) - Number(b),
    date: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    text: collator.compare,
  };

  const key = (row, column) => {
    const cell = row.cells[column];
    return cell ? (cell.dataset.sort ?? cell.textContent).trim() : "";
  };

  // Rows are ordered inside their group, whose heading stays where it is. The order that the page
  // came with decides between equals, whatever was clicked before.
  const order = (body, column, type, sign) => {
    const rows = [...body.rows].filter((row) => !row.classList.contains("row-group"));
    const keyed = rows.map((row) => ({ row, key: key(row, column) }));
    keyed.sort((a, b) => {
      if (!a.key || !b.key) return (a.key ? 0 : 1) - (b.key ? 0 : 1) || a.row.place - b.row.place;
      return sign * compare[type](a.key, b.key) || a.row.place - b.row.place;
    });
    body.append(...keyed.map((item) => item.row));
  };

  for (const note of document.querySelectorAll(".sort-note")) note.hidden = false;
  for (const table of document.querySelectorAll("table.sortable")) {
    for (const body of table.tBodies) [...body.rows].forEach((row, place) => (row.place = place));
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const type = head.dataset.type;
      if (!(type in compare)) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        // Dates and amounts begin with the newest and the greatest.
        const before = head.getAttribute("aria-sort");
        const up = before ? before !== "ascending" : type === "text";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        for (const body of table.tBodies) order(body, column, type, up ? 1 : -1);
      });
    });
  }
})();
