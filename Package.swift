// swift-tools-version: 6.1
import PackageDescription

// The arrows of the house: every target lists exactly the rooms it may enter.
let package = Package(
  name: "ThiDua",
  products: [
    .library(name: "ThiDua", targets: ["ThiDua"]),
    .executable(name: "thidua", targets: ["thidua"]),
  ],
  targets: [
    .target(name: "ThiDuaNumber"),
    .target(name: "ThiDuaText", dependencies: ["ThiDuaNumber"]),
    .target(name: "ThiDuaSyntax", dependencies: ["ThiDuaText", "ThiDuaNumber"]),
    .target(
      name: "ThiDuaSemantics", dependencies: ["ThiDuaSyntax", "ThiDuaText", "ThiDuaNumber"]),
    .target(name: "ThiDuaMachine", dependencies: ["ThiDuaText", "ThiDuaNumber"]),
    .target(
      name: "ThiDuaCompiler",
      dependencies: [
        "ThiDuaSemantics", "ThiDuaMachine", "ThiDuaSyntax", "ThiDuaText", "ThiDuaNumber",
      ]),
    .target(name: "ThiDuaDomain", dependencies: ["ThiDuaMachine", "ThiDuaText", "ThiDuaNumber"]),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CZlib"),
    .target(
      name: "ThiDuaStore", dependencies: ["CSQLite", "CZlib", "ThiDuaText"],
      linkerSettings: [
        .linkedLibrary(":libsqlite3.a"), .linkedLibrary(":libz.a"), .linkedLibrary("m"),
      ]),
    .target(
      name: "CMinizip",
      linkerSettings: [.linkedLibrary(":libminizip.a"), .linkedLibrary(":libz.a")]),
    .target(name: "CExpat", linkerSettings: [.linkedLibrary(":libexpat.a")]),
    // Loaded when a workbook is written, never linked.
    .target(name: "CXlsxWriter"),
    .target(
      name: "ThiDuaOffice",
      dependencies: [
        "ThiDuaMachine", "ThiDuaText", "ThiDuaNumber", "CMinizip", "CExpat", "CXlsxWriter",
      ]),
    .target(
      name: "ThiDua",
      dependencies: [
        "ThiDuaCompiler", "ThiDuaDomain", "ThiDuaOffice", "ThiDuaStore", "ThiDuaSemantics",
        "ThiDuaMachine", "ThiDuaSyntax", "ThiDuaText", "ThiDuaNumber",
      ]),
    // Static archives: two shared libraries more would cost every start half a millisecond.
    .target(
      name: "CReadline",
      linkerSettings: [.linkedLibrary(":libreadline.a"), .linkedLibrary(":libtinfo.a")]),
    .target(name: "ThiDuaConsole", dependencies: ["ThiDua", "CReadline"]),
    // Nothing loads the program as a library: without its symbols for others it is 4% smaller.
    .executableTarget(
      name: "thidua", dependencies: ["ThiDuaConsole"],
      linkerSettings: [.unsafeFlags(["-Xlinker", "--no-export-dynamic"])]),
    .testTarget(name: "NumberTests", dependencies: ["ThiDuaNumber"]),
    .testTarget(name: "TextTests", dependencies: ["ThiDuaText"]),
    .testTarget(name: "SyntaxTests", dependencies: ["ThiDuaSyntax"]),
    .testTarget(
      name: "SemanticsTests", dependencies: ["ThiDuaSemantics", "ThiDuaSyntax", "ThiDuaText"]),
    .testTarget(
      name: "MachineTests",
      dependencies: ["ThiDuaMachine", "ThiDuaCompiler", "ThiDuaSemantics", "ThiDuaNumber"]),
    .testTarget(name: "DomainTests", dependencies: ["ThiDuaDomain", "ThiDuaMachine"]),
    .testTarget(name: "OfficeTests", dependencies: ["ThiDuaOffice", "ThiDuaMachine"]),
    .testTarget(name: "StoreTests", dependencies: ["ThiDuaStore", "CSQLite", "ThiDua"]),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "ThiDuaConsole", "ThiDua", "ThiDuaCompiler", "ThiDuaDomain", "ThiDuaMachine",
        "ThiDuaSemantics", "CSQLite",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
