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
    .library(name: "PreviewServer", targets: ["PreviewServer"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // The preview server's HTTP, and the packages below it whose types it names.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
  ],
  targets: [
    // Libraries usable alone.
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    room("SourceDiagnostics"),
    room("WorkerThreads"),
    room("Digests"),
    room("FrontMatter", ["SourceDiagnostics", .product(name: "Yams", package: "Yams")]),
    room("GFMarkdown", ["CMarkGFM", "SourceDiagnostics"]),
    room("TemplateEngine", ["Digests", "SourceDiagnostics"]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // Its script for browsers is written as Swift while building.
    .target(
      name: "PreviewServer",
      dependencies: [
        "CZlib", "SourceDiagnostics",
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
      ],
      exclude: ["Client"], swiftSettings: strict, plugins: ["EmbedFilesPlugin"]),
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
        "Digests", "SourceDiagnostics", "WorkerThreads",
      ]),
    room("SiteFiles", ["Digests", "SourceDiagnostics", "WorkerThreads"]),

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
        "TemplateEngine", "GFMarkdown", "FrontMatter", "Digests", "DefaultTheme",
        "SourceDiagnostics",
        "WorkerThreads",
      ]),
    .executableTarget(
      name: "brevier",
      dependencies: [
        "SiteBuild", "SiteFiles", "SiteModel", "DefaultTheme", "SourceDiagnostics",
        "PreviewServer", "WorkerThreads",
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

    // Changes a site at random and holds increments against clean builds: `make fuzz-edits`.
    .executableTarget(
      name: "EditFuzzer",
      dependencies: [
        "SiteBuild", "SiteFiles", "SiteModel", "DefaultTheme", "SourceDiagnostics",
      ],
      path: "Tests/EditFuzzer", exclude: ["Site"], swiftSettings: strict),

    // Tests: one target per room, whole sites, and the rules of the house.
    tests("WorkerThreadsTests", ["WorkerThreads"]),
    tests("DigestsTests", ["Digests"], fixtures: ["Fixtures"]),
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
    tests("PreviewServerTests", ["PreviewServer"]),
    tests(
      "TemplateEngineTests",
      ["TemplateEngine", "TemplateExample", "SourceDiagnostics", "DocumentedExamples"],
      fixtures: ["Fixtures"]),
    tests(
      "SiteFilesTests", ["SiteFiles", "Digests", "WorkerThreads", "SourceDiagnostics"]),
    tests(
      "AuthoringTests",
      [
        "SiteBuild", "DefaultTheme", "Digests", "SiteFiles", "SiteModel", "FrontMatter",
        "SourceDiagnostics",
      ]),
    tests("HouseRulesTests", ["SiteBuild", "SourceDiagnostics"]),
    tests(
      "SiteTests",
      [
        "SiteBuild", "EditorialRules", "SiteFiles", "SiteModel", "SitePlan", "SiteRender",
        "SearchIndex", "DefaultTheme", "EditFuzzer", "SourceDiagnostics", "DocumentedExamples",
        "IndexReading",
      ]),
  ]
)
