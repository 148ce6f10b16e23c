import TemplateEngine

/// The fields of the records of tables of events and of desks.
extension RecordShapes {
  static let table = RecordShape("table", ["columns", "groups", "has_notes"])
  static let column = RecordShape("column", ["key", "label", "kind", "type", "sorted"])
  static let tableGroup = RecordShape("group", ["key", "title", "rows"])
  static let row = RecordShape("row", ["event", "cells"])
  static let cell = RecordShape("cell", ["text", "sort", "note", "date", "entities"])

  static let totals = RecordShape("totals", ["currency", "years", "all"])
  static let total = RecordShape(
    "total",
    ["label", "year", "count", "counted", "converted", "sum", "left_out_count", "left_out"])
  static let leftOut = RecordShape("reason", ["key", "text", "count"])

  static let disputedEvent = RecordShape("disputed event", ["event", "disputes"])
  static let dispute = RecordShape(
    "dispute", ["field", "label", "versions", "notes", "resolution"])
  static let version = RecordShape("version", ["text", "holders"])
  static let versionHolder = RecordShape("holder of a version", ["brief", "names"])

  static let originGroup = RecordShape(
    "origin", ["name", "entity", "count", "is_continued", "briefs"])

  static let ledgerEntry = RecordShape("correction", ["brief", "correction", "is_retraction"])
  static let correctionCount = RecordShape("kind of correction", ["key", "text", "count"])
}
