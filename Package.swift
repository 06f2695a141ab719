// swift-tools-version: 6.2
import PackageDescription

// The targets stand in the order of the layers, from the inside out.
// Sources/README.md draws the map and says why.

/// Homebrew's readline is keg-only, so its .pc file is needed there; Debian's makes SwiftPM warn and is not.
#if os(macOS)
let readlinePkgConfig: String? = "readline"
let minizipPkgConfig: String? = "minizip"
#else
let readlinePkgConfig: String? = nil
let minizipPkgConfig: String? = nil
#endif

/// For every target of ours: warnings are errors, and each file imports what it uses.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// For targets that touch no C: unsafe code is an error too.
let safe: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
    name: "studyline",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "studyline", targets: ["studyline"]),
        .library(name: "FSRS", targets: ["FSRS"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // System libraries.
        .systemLibrary(
            name: "CReadline", pkgConfig: readlinePkgConfig,
            providers: [.apt(["libreadline-dev"]), .brew(["readline"])]),
        .systemLibrary(
            name: "CMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [
                .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
            ]),
        .systemLibrary(
            name: "CStemmer",
            providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
        .systemLibrary(
            name: "CMinizip", pkgConfig: minizipPkgConfig,
            providers: [.apt(["libminizip-dev", "zlib1g-dev"]), .brew(["minizip"])]),
        .systemLibrary(
            name: "CZstd", pkgConfig: "libzstd",
            providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
        .systemLibrary(
            name: "CSQLite",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .target(name: "CTerminal"),

        // The core: values and pure functions.
        .target(name: "FSRS", swiftSettings: safe),
        .target(name: "StudyCore", dependencies: ["FSRS"], swiftSettings: safe),

        // The rooms around it, which never see each other.
        .target(
            name: "StudyGrading", dependencies: ["StudyCore", "CStemmer"], swiftSettings: strict),
        .target(
            name: "StudyContent", dependencies: ["StudyCore", "CMarkGFM", "Yams"],
            swiftSettings: strict),
        .target(
            name: "BulkSQL",
            dependencies: [
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "StudyStore",
            dependencies: [
                "StudyCore", "FSRS", "BulkSQL", "CSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "StudyExchange",
            dependencies: [
                "StudyCore", "FSRS", "BulkSQL", "CMinizip", "CZstd", "CSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "StudyTerminal", dependencies: ["CReadline", "CTerminal"], swiftSettings: strict),

        // The program puts them together.
        .executableTarget(
            name: "studyline",
            dependencies: [
                "FSRS", "StudyCore", "StudyGrading", "StudyContent", "StudyStore", "StudyExchange",
                "StudyTerminal", "TOMLKit",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "StudyBenchmarks",
            dependencies: [
                "FSRS", "StudyCore", "StudyGrading", "StudyContent", "StudyStore",
                "IdentitySimulation",
            ],
            swiftSettings: strict),

        // Tests.
        .target(
            name: "IdentitySimulation", dependencies: ["StudyCore", "FSRS"],
            path: "Tests/IdentitySimulation", swiftSettings: strict),
        .target(name: "PseudoTerminal", path: "Tests/PseudoTerminal"),
        .target(
            name: "TerminalTesting", dependencies: ["PseudoTerminal", "StudyTerminal"],
            path: "Tests/TerminalTesting", swiftSettings: strict),
        .executableTarget(
            name: "TerminalProbe", dependencies: ["StudyTerminal"], path: "Tests/TerminalProbe",
            swiftSettings: strict),
        .testTarget(
            name: "FSRSTests", dependencies: ["FSRS"], resources: [.copy("Vectors")],
            swiftSettings: strict),
        .testTarget(
            name: "StudyCoreTests",
            dependencies: ["StudyCore", "StudyContent", "FSRS", "IdentitySimulation"],
            swiftSettings: strict),
        .testTarget(
            name: "StudyGradingTests",
            dependencies: ["StudyGrading", "StudyContent", "StudyCore", "FSRS"],
            swiftSettings: strict),
        .testTarget(
            name: "StudyContentTests", dependencies: ["StudyContent", "StudyCore"],
            swiftSettings: strict),
        .executableTarget(
            name: "StoreCrashChild", dependencies: ["StudyStore", "StudyCore", "FSRS"],
            path: "Tests/StoreCrashChild", swiftSettings: strict),
        .testTarget(
            name: "StudyStoreTests",
            dependencies: [
                "StudyStore", "StudyCore", "FSRS", "StoreCrashChild",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            resources: [.copy("Databases")],
            swiftSettings: strict),
        .target(
            name: "PackageTesting",
            dependencies: [
                "StudyExchange", "CZstd", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Tests/PackageTesting", swiftSettings: strict),
        .testTarget(
            name: "StudyExchangeTests",
            dependencies: [
                "StudyExchange", "StudyContent", "StudyCore", "FSRS", "PackageTesting",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Pages"], swiftSettings: strict),
        .testTarget(
            name: "StudyTerminalTests",
            dependencies: ["StudyTerminal", "TerminalTesting", "TerminalProbe"],
            swiftSettings: strict),
        .testTarget(
            name: "StudylineTests",
            dependencies: [
                "studyline", "StudyCore", "StudyContent", "FSRS", "StudyTerminal",
                "TerminalTesting", "PackageTesting",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Lessons", "Guides", "Transcripts", "Screens"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
