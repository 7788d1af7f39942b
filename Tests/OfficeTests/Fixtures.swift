// Files and readings for the tests of tables.

import Glibc
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaOffice
import ThiDuaText

/// A folder that goes away with the test.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/thidua-office-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    for name in names(in: path) {
      let child = path + "/" + name
      if unlink(child) != 0 { remove(child) }
    }
    rmdir(path)
  }

  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  var names: [String] { Self.names(in: path) }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> String {
    let file = path + "/" + name
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    return file
  }

  func read(_ name: String) -> [UInt8]? {
    switch InputBytes.open(path + "/" + name) {
    case .success(let bytes): Array(UnsafeBufferPointer(start: bytes.start, count: bytes.count))
    case .failure: nil
    }
  }
}

/// One reading: cells as text, or findings.
struct Reading {
  var table: LoadedTable?
  var texts: TextTable
  var findings: Diagnostics

  init(
    _ bytes: [UInt8], _ fields: [FieldSpec], style: NumberStyle? = nil, workers: Int = 1,
    ignored: [String] = [], encoding: OldEncoding? = nil
  ) {
    texts = TextTable()
    findings = Diagnostics()
    table = CSVReader.read(
      bytes: InputBytes(bytes), name: "tệp.csv",
      schema: TableSchema(fields: fields, ignoredTitles: ignored), style: style,
      encoding: encoding, texts: texts, workers: workers, into: &findings)
  }

  init(
    _ text: String, _ fields: [FieldSpec], style: NumberStyle? = nil, workers: Int = 1,
    encoding: OldEncoding? = nil
  ) {
    self.init(Array(text.utf8), fields, style: style, workers: workers, encoding: encoding)
  }

  var codes: [String] { findings.all.map(\.code) }
  var errorLines: [Int?] { findings.all.map { $0.place?.line } }

  /// Every row, every cell as `shown`.
  var rows: [[String]] {
    guard let table else { return [] }
    return (0..<table.rowCount).map { row in table.columns.map { shown($0, row) } }
  }

  /// `-`: blank; `k`: not applicable; numbers as a fraction or whole.
  func shown(_ column: ColumnStorage, _ row: Int) -> String {
    let word = column.word(row)
    if word.isBlank { return "-" }
    if word.isNotApplicable { return "k" }
    if word.isText { return texts.string(word.index) }
    if word.isException { return column.exceptions[word.index].description }
    if column.layout == .code { return "\(word.immediate)" }
    return NumberText.format(Exact(micros: word.immediate))
  }
}

func field(
  _ name: String, _ kind: FieldSpec.Kind = .text, _ change: (inout FieldSpec) -> Void = { _ in }
) -> FieldSpec {
  var field = FieldSpec(name, kind)
  change(&field)
  return field
}

/// Reproducible random numbers (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
