import Foundation

/// Reads JSON with somebody else's reader.
enum FeedsJSON {
  /// The object in `bytes`.
  static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
  }
}

extension [String: Any] {
  func object(_ key: String) -> [String: Any] { self[key] as? [String: Any] ?? [:] }
  func objects(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }
  func text(_ key: String) -> String? { self[key] as? String }
  func texts(_ key: String) -> [String] { self[key] as? [String] ?? [] }
}
