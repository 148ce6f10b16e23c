// swift-tools-version: 6.2
import PackageDescription

// One setting for every target: the newest language mode with its strict switches, and no warning
// left standing. Package.swift is also the map of the arrows between rooms; ARCHITECTURE.md says
// what each room is for, and HouseRulesTests fails when an import is not drawn here.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// Tests read their fixtures at their source paths, so that one switch can rewrite them.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], fixtures: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: fixtures, swiftSettings: strict)
}

let package = Package(
  name: "brevier",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "brevier", targets: ["brevier"]),
    .library(name: "SourceDiagnostics", targets: ["SourceDiagnostics"]),
    .library(name: "FrontMatter", targets: ["FrontMatter"]),
    .library(name: "GFMarkdown", targets: ["GFMarkdown"]),
    .library(name: "TemplateEngine", targets: ["TemplateEngine"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // Libraries usable alone.
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    room("SourceDiagnostics"),
    room("WorkerThreads"),
    room("FrontMatter", ["SourceDiagnostics", .product(name: "Yams", package: "Yams")]),
    room("GFMarkdown", ["CMarkGFM", "SourceDiagnostics"]),
    room("TemplateEngine", ["SourceDiagnostics"]),
    room("SearchIndex", ["SourceDiagnostics"]),

    // The straight line: load, parse, resolve, plan, render, write.
    room(
      "SiteModel", ["SourceDiagnostics", "FrontMatter", "GFMarkdown", "WorkerThreads"]),
    // Its word lists are written as Swift while building, as the theme's files are.
    .target(
      name: "EditorialRules",
      dependencies: ["SiteModel", "FrontMatter", "GFMarkdown", "SourceDiagnostics"],
      exclude: ["Words"], swiftSettings: strict, plugins: ["EmbedFilesPlugin"]),
    room("SitePlan", ["SiteModel", "SourceDiagnostics"]),
    room(
      "SiteRender",
      [
        "SitePlan", "SiteModel", "SearchIndex", "TemplateEngine", "GFMarkdown", "FrontMatter",
        "SourceDiagnostics",
      ]),
    room("SiteFiles", ["SourceDiagnostics", "WorkerThreads"]),

    // What the program brings along: the files of templates/ and of a first site, as Swift that is
    // written while building (docs/decisions/0001-embedded-theme.md).
    .target(
      name: "DefaultTheme", exclude: ["StarterSite", "Theme"], swiftSettings: strict,
      plugins: ["EmbedFilesPlugin"]),
    .plugin(
      name: "EmbedFilesPlugin", capability: .buildTool(), dependencies: ["embed-files"],
      path: "Sources/EmbedFilesPlugin"),
    .executableTarget(name: "embed-files", swiftSettings: strict),

    room(
      "SiteBuild",
      [
        "SiteFiles", "SiteModel", "EditorialRules", "SitePlan", "SiteRender", "SearchIndex",
        "TemplateEngine", "GFMarkdown", "FrontMatter", "DefaultTheme", "SourceDiagnostics",
        "WorkerThreads",
      ]),
    .executableTarget(
      name: "brevier",
      dependencies: [
        "SiteBuild", "SiteFiles", "SiteModel", "DefaultTheme", "SourceDiagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Runs files of template cases: `make conformance CASES=FILE`.
    .executableTarget(
      name: "template-conformance",
      dependencies: ["TemplateEngine", "WorkerThreads", "SourceDiagnostics"],
      swiftSettings: strict),

    // Shows how the template engine is used alone: docs/reference/template-engine-library.md.
    .executableTarget(
      name: "TemplateExample", dependencies: ["TemplateEngine", "SourceDiagnostics"],
      swiftSettings: strict),

    // Reads the examples of the documentation, for the tests that run them.
    .target(
      name: "DocumentedExamples", path: "Tests/DocumentedExamples", swiftSettings: strict),
    // Reads search indexes back, for the tests that ask them.
    .target(name: "IndexReading", path: "Tests/IndexReading", swiftSettings: strict),

    // Tests: one target per room, whole sites, and the rules of the house.
    tests("WorkerThreadsTests", ["WorkerThreads"]),
    tests("SearchIndexTests", ["SearchIndex", "IndexReading"], fixtures: ["Fixtures"]),
    tests("SourceDiagnosticsTests", ["SourceDiagnostics"], fixtures: ["Fixtures"]),
    tests("FrontMatterTests", ["FrontMatter", "SourceDiagnostics"], fixtures: ["Fixtures"]),
    tests("GFMarkdownTests", ["GFMarkdown", "CMarkGFM", "SourceDiagnostics"]),
    tests(
      "SiteModelTests", ["SiteModel", "FrontMatter", "GFMarkdown", "SourceDiagnostics"],
      fixtures: ["Primitives/Fixtures"]),
    tests(
      "EditorialRulesTests", ["EditorialRules", "SiteModel", "SourceDiagnostics"],
      fixtures: ["Fixtures"]),
    tests(
      "SiteRenderTests",
      [
        "SiteRender", "SitePlan", "SiteModel", "TemplateEngine", "GFMarkdown", "FrontMatter",
        "DefaultTheme", "SourceDiagnostics", "DocumentedExamples",
      ],
      fixtures: ["Fixtures"]),
    tests(
      "TemplateEngineTests",
      ["TemplateEngine", "TemplateExample", "SourceDiagnostics", "DocumentedExamples"],
      fixtures: ["Fixtures"]),
    tests(
      "SiteFilesTests", ["SiteFiles", "WorkerThreads", "SourceDiagnostics"], fixtures: ["Fixtures"]),
    tests(
      "AuthoringTests",
      ["SiteBuild", "DefaultTheme", "SiteFiles", "SiteModel", "FrontMatter", "SourceDiagnostics"]),
    tests("HouseRulesTests", ["SiteBuild", "SourceDiagnostics"]),
    tests(
      "SiteTests",
      [
        "SiteBuild", "EditorialRules", "SiteFiles", "SiteModel", "SearchIndex", "DefaultTheme",
        "SourceDiagnostics", "DocumentedExamples", "IndexReading",
      ]),
  ]
)
