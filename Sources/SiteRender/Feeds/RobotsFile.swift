package import SiteModel
package import SitePlan

/// Writes `robots.txt` (RFC 9309): everything may be read, and where the sitemap is.
package enum RobotsFile {
  /// The file's bytes.
  package static func bytes(_ site: Site, _ plan: SitePlan) -> [UInt8] {
    var out: [UInt8] = []
    out.append("User-agent: *\nAllow: /\n")
    if site.settings.outputs.sitemap {
      out.append("\nSitemap: ")
      out.append(plainAddress: plan.addresses.absolute("sitemap.xml"))
      out.append(0x0A)
    }
    return out
  }
}
