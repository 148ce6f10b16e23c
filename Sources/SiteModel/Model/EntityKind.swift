/// What an entity is; the folder of its file and the first part of its id.
package enum EntityKind: String, CaseIterable, Sendable, Hashable {
  case company, person, model, product, organisation, unit, publication, fund, place, dataset
  case facility

  /// The first part of the address of its pages: `/companies/meta/`.
  package var folder: String {
    switch self {
    case .company: "companies"
    case .person: "people"
    case .facility: "facilities"
    default: rawValue + "s"
    }
  }

  /// The kind's word with its article: `a company`, `an organisation`.
  var withArticle: String { self == .organisation ? "an \(rawValue)" : "a \(rawValue)" }

  /// What the kind is called where the interface strings of a language say nothing.
  package var label: String {
    switch self {
    case .model: "AI model"
    case .dataset: "data set"
    default: rawValue
    }
  }

  /// The Schema.org type that describes it best.
  package var schemaOrgType: String {
    switch self {
    case .company, .organisation, .unit, .fund: "Organization"
    case .person: "Person"
    case .model, .product: "SoftwareApplication"
    case .publication: "NewsMediaOrganization"
    case .place, .facility: "Place"
    case .dataset: "Dataset"
    }
  }
}
