/// Makes the fields of records when somebody first reads them.
///
/// A page then pays only for what its templates look at. A source may serve one record or many, which
/// it tells apart by their subject; each must have one field at least. It works on the thread that reads and writes into the record's
/// memory, so such a record belongs to one thread and its arena is never frozen.
open class FieldSource {
  /// A source; the arenas of its records keep it.
  public init() {}

  /// Makes the field with a number, in the order of the record's shape; it is asked for once.
  ///
  /// What it gives must live as long as the record; `.undefined` is a field that the record lacks.
  open func value(ofField field: Int, of subject: Int) -> Value { .undefined }
}
