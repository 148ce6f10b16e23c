public import Digests

/// Digests of values, to see whether a record still says the same.
extension Value {
  /// Adds what a facet of this record says to a fingerprint.
  ///
  /// Another record in it that has a number stands for itself: only which one it is counts, by the
  /// name that `names` gives it, since what is read of it is recorded for itself. A record without a
  /// number counts whole.
  ///
  /// - Parameters:
  ///   - facet: the fields to take, by their facet.
  ///   - fingerprint: what they are added to.
  ///   - names: a name for each numbered record that stays the same from build to build.
  public func addFacet(
    _ facet: UInt8, to fingerprint: inout Fingerprint, names: (RecordID) -> UInt64
  ) {
    guard let shape else { return }
    for index in shape.fields.indices where shape.facets[index] == facet {
      fingerprint.add(index)
      field(index).add(to: &fingerprint, names: names, depth: 0)
    }
  }

  /// Adds all that this value says to a fingerprint, likewise.
  public func add(to fingerprint: inout Fingerprint, names: (RecordID) -> UInt64) {
    add(to: &fingerprint, names: names, depth: 0)
  }

  private func add(
    to fingerprint: inout Fingerprint, names: (RecordID) -> UInt64, depth: Int
  ) {
    precondition(depth < 64, "a record that is digested holds itself")
    fingerprint.add(UInt64(tag.rawValue))
    switch tag {
    case .undefined, .none, .object: break
    case .bool, .int, .double: fingerprint.add(bits)
    case .string:
      fingerprint.add(flags.contains(.safe))
      fingerprint.add(UnsafeRawBufferPointer(utf8Buffer))
    case .list, .tuple:
      fingerprint.add(elements.count)
      for element in elements { element.add(to: &fingerprint, names: names, depth: depth + 1) }
    case .record:
      if let id = recordID {
        fingerprint.add(names(id))
      } else {
        fingerprint.add(fields.count)
        for field in fields { field.add(to: &fingerprint, names: names, depth: depth + 1) }
      }
    case .map:
      forEachEntry { key, value in
        key.add(to: &fingerprint, names: names, depth: depth + 1)
        value.add(to: &fingerprint, names: names, depth: depth + 1)
      }
    }
  }
}
