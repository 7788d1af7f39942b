// Decision tables made at random, against brute force over a grid that holds every threshold and a point
// between any two: the analysis finds a gap, an overlap, an idle row exactly where the grid has one, the
// run gives what the grid says, and a run over the witness shows what the finding claims.

import Testing
import ThiDua

@testable import ThiDuaConsole

/// SplitMix64: a failure repeats on every machine.
private struct Dice {
  var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func roll(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(count))
  }
}

/// A field and the values of it that the grid holds, as a data cell says them.
private struct Field {
  enum Sort { case ordered, text, truth }
  var name: String
  var declaration: String
  var sort: Sort
  var points: [String]
  /// Every how many points a threshold may stand; the ones between are only looked at.
  var spacing = 1
  /// Points no cell names: a text of its own, the days before and after.
  var margin = 0

  var thresholds: [Int] {
    stride(from: margin, to: points.count - margin, by: spacing).map { $0 }
  }

  static let all = [
    Field(
      name: "ngày chậm", declaration: "số lượng, từ 0 đến 9", sort: .ordered,
      points: (0...9).map(String.init)),
    Field(
      name: "điểm", declaration: "số, từ 0 đến 100", sort: .ordered,
      points: (0...16).map { decimal($0 * 625) }, spacing: 2),
    Field(name: "đủ hồ sơ", declaration: "có/không", sort: .truth, points: ["có", "không"]),
    Field(
      name: "bậc", declaration: "bậc thợ", sort: .ordered,
      points: ["Sơ cấp", "Trung cấp", "Cao cấp", "Nghệ nhân"]),
    Field(
      name: "nộp", declaration: "ngày", sort: .ordered,
      points: (1...9).map { "0\($0)/03/2026" }, margin: 1),
    Field(
      name: "loại", declaration: "chữ", sort: .text, points: ["Tham mưu", "Phục vụ", "Khác", "ABC"]),
  ]

  private static func decimal(_ hundredths: Int) -> String {
    var text = String(hundredths % 100)
    if text.count == 1 { text = "0" + text }
    while text.hasSuffix("0") { text.removeLast() }
    return String(hundredths / 100) + (text.isEmpty ? "" : "," + text)
  }
}

/// A cell as it is written, and the points it takes.
private struct Cell {
  var text: String
  var points: Set<Int>
}

private struct RandomTable {
  var fields: [Field]
  var rows: [[Cell]]

  init(_ dice: inout Dice) {
    var left = Field.all
    fields = (0..<1 + dice.roll(3)).map { _ in left.remove(at: dice.roll(left.count)) }
    rows = Self.partition(fields[...], &dice)
    for _ in 0..<dice.roll(3) {
      let row = dice.roll(rows.count)
      switch dice.roll(4) {
      case 0 where rows.count > 1: rows.remove(at: row)
      case 1 where rows.count < 12: rows.insert(rows[row], at: dice.roll(rows.count))
      default:
        let column = dice.roll(fields.count)
        rows[row][column] = Self.cell(fields[column], &dice)
      }
    }
  }

  /// Rows that cover everything once.
  private static func partition(_ fields: ArraySlice<Field>, _ dice: inout Dice) -> [[Cell]] {
    guard let field = fields.first else { return [[]] }
    return bands(field, &dice).flatMap { band in
      partition(fields.dropFirst(), &dice).map { [band] + $0 }
    }
  }

  private static func bands(_ field: Field, _ dice: inout Dice) -> [Cell] {
    let all = Set(field.points.indices)
    if dice.roll(3) == 0 { return [Cell(text: "-", points: all)] }
    switch field.sort {
    case .truth: return field.points.indices.map { Cell(text: field.points[$0], points: [$0]) }
    case .text:
      return [
        Cell(text: "Tham mưu; \"Phục vụ\"", points: [0, 1]), Cell(text: "Khác", points: [2]),
        Cell(text: "khác Tham mưu", points: [1, 2, 3]),
      ]
    case .ordered:
      let ends = field.thresholds
      let cut = ends[1 + dice.roll(ends.count - 1)]
      let value = field.points[cut]
      if dice.roll(2) == 0 {
        return [
          Cell(text: "từ \(value) trở lên", points: all.filter { $0 >= cut }),
          Cell(text: "dưới \(value)", points: all.filter { $0 < cut }),
        ]
      }
      let lower = ends[dice.roll(ends.firstIndex(of: cut)!)]
      return [
        Cell(text: "trên \(value)", points: all.filter { $0 > cut }),
        Cell(
          text: "từ \(field.points[lower]) đến \(value)",
          points: all.filter { (lower...cut).contains($0) }),
        Cell(text: "< \(field.points[lower])", points: all.filter { $0 < lower }),
      ]
    }
  }

  private static func cell(_ field: Field, _ dice: inout Dice) -> Cell {
    let all = Set(field.points.indices)
    let a = field.thresholds[dice.roll(field.thresholds.count)]
    let b = field.thresholds[dice.roll(field.thresholds.count)]
    let (x, y) = (field.points[a], field.points[b])
    guard field.sort == .ordered else {
      if field.sort == .text, a == 3 || b == 3 { return Cell(text: "-", points: all) }
      return dice.roll(2) == 0
        ? Cell(text: x, points: [a]) : Cell(text: "\(x); \(y)", points: [a, b])
    }
    switch dice.roll(6) {
    case 0: return Cell(text: "-", points: all)
    case 1: return Cell(text: "từ \(x) đến dưới \(y)", points: all.filter { $0 >= a && $0 < b })
    case 2: return Cell(text: "trên \(x) đến \(y)", points: all.filter { $0 > a && $0 <= b })
    case 3: return Cell(text: "\(x); \(y)", points: [a, b])
    case 4: return Cell(text: "từ \(x) trở xuống", points: all.filter { $0 <= a })
    default: return Cell(text: "<> \(x)", points: all.subtracting([a]))
    }
  }

  // MARK: The grid

  /// Every combination of points.
  var grid: [[Int]] {
    fields.reduce([[]]) { grid, field in
      grid.flatMap { start in field.points.indices.map { start + [$0] } }
    }
  }

  func holds(_ row: Int, _ place: [Int]) -> Bool {
    zip(rows[row], place).allSatisfy { $0.points.contains($1) }
  }

  func rowsHolding(_ place: [Int]) -> [Int] { rows.indices.filter { holds($0, place) } }

  // MARK: Scripts

  /// Row number i gives 2 to the power i, so that a sum tells which rows held.
  func script(_ policy: String, rest: Bool = false, data: [[Int]]) -> String {
    var lines = [
      "thang bậc bậc thợ, từ thấp lên cao: \"Sơ cấp\"; \"Trung cấp\"; \"Cao cấp\"; \"Nghệ nhân\"",
      "đối tượng việc",
    ]
    for field in Field.all { lines.append("  \(field.name): \(field.declaration)") }
    lines.append("hết")
    lines.append("bảng quyết định \"B\" của việc, \(policy)")
    lines.append("  | " + fields.map(\.name).joined(separator: " | ") + " | kết quả |")
    for (index, row) in rows.enumerated() {
      lines.append("  | " + row.map(\.text).joined(separator: " | ") + " | \(1 << index) |")
    }
    if rest {
      lines.append("  | còn lại |" + String(repeating: " - |", count: fields.count - 1) + " 0 |")
    }
    if !data.isEmpty {
      lines.append("dữ liệu việc")
      lines.append("  | " + Field.all.map(\.name).joined(separator: " | ") + " |")
      for place in data {
        let cells = Field.all.map { field in
          fields.firstIndex { $0.name == field.name }.map { field.points[place[$0]] }
            ?? field.points[0]
        }
        lines.append("  | " + cells.joined(separator: " | ") + " |")
      }
      lines.append("in kết quả của việc")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The place a witness names; what it leaves open is `filler`.
  func place(_ witness: Substring, filler: Int) -> [Int]? {
    var result = fields.map { min(filler, $0.points.count - 1) }
    if witness == "mọi trường hợp" { return result }
    for part in String(witness).split(separator: ", ") {
      let words = part.replacing("\"", with: "")
      guard let index = fields.firstIndex(where: { words.hasPrefix($0.name + " ") }) else {
        return nil
      }
      let field = fields[index]
      let rest = words.dropFirst(field.name.count + 1)
      if rest.hasPrefix("khác ") {
        result[index] = field.points.count - 1
      } else if let point = field.points.firstIndex(of: String(rest.dropFirst("là ".count))) {
        result[index] = point
      } else if let value = Double(rest.dropFirst("là ".count).replacing(",", with: ".")) {
        // Between two thresholds every value is treated alike.
        result[index] = Int(value / 12.5) * 2 + 1
      } else {
        return nil
      }
    }
    return result
  }
}

@Suite struct RandomTableTests {
  private func run(_ script: String, _ command: String = "chạy") throws -> Call {
    let folder = try ScratchFolder()
    return Call(command, try folder.write("bang.thidua", script))
  }

  private func codes(_ call: Call) -> Set<String> {
    Set(
      (call.output + call.error).split(whereSeparator: \.isNewline).compactMap { line in
        guard line.hasPrefix("Lỗi ") || line.hasPrefix("Cảnh báo ") else { return nil }
        return line.prefix { $0 != ":" }.split(separator: " ").last.map(String.init)
      })
  }

  /// What `in` printed, as numbers.
  private func results(_ call: Call) -> [Int] {
    call.output.split(whereSeparator: \.isNewline).last?.split(separator: ";")
      .compactMap { Int($0.drop { $0 == " " }) } ?? []
  }

  @Test func theSeedsHoldEveryCase() {
    var cases: [String: Int] = [:]
    for seed in Self.seeds {
      var dice = Dice(seed)
      let table = RandomTable(&dice)
      let held = table.grid.map(table.rowsHolding)
      let hasGap = held.contains(where: \.isEmpty)
      let hasOverlap = held.contains { $0.count > 1 }
      cases["hở \(hasGap), chồng \(hasOverlap)", default: 0] += 1
      let isIdle = table.rows.indices.contains { row in !held.contains { $0.contains(row) } }
      cases["thừa \(isIdle)", default: 0] += 1
    }
    #expect(cases.count == 6)
    #expect(cases.values.allSatisfy { $0 >= 4 }, "\(cases)")
  }

  static let seeds = 0..<120

  @Test(arguments: seeds) func agreesWithBruteForce(_ seed: Int) throws {
    var dice = Dice(seed)
    let table = RandomTable(&dice)
    let grid = table.grid
    let held = grid.map(table.rowsHolding)
    let hasGap = held.contains(where: \.isEmpty)
    let hasOverlap = held.contains { $0.count > 1 }
    let isIdle = table.rows.indices.contains { row in !held.contains { $0.contains(row) } }
    let isCovered = table.rows.indices.contains { row in !held.contains { $0.first == row } }

    let unique = try run(table.script("duy nhất", data: []), "kiểm-tra")
    let found = codes(unique)
    #expect(!found.isDisjoint(with: ["PT001", "PT003"]) == hasGap, "\(unique.error)")
    #expect(!found.isDisjoint(with: ["PT002", "PT004"]) == hasOverlap, "\(unique.error)")
    #expect(found.contains("PT007") == isIdle, "\(unique.error)")
    #expect(found.isSubset(of: ["PT001", "PT002", "PT003", "PT004", "PT007", "PT008"]))

    let added = try run(table.script("cộng dồn", data: grid))
    #expect(results(added) == held.map { $0.reduce(0) { $0 + (1 << $1) } }, "\(added.error)")

    let first = try run(table.script("dòng đầu tiên", rest: true, data: grid))
    #expect(results(first) == held.map { $0.first.map { 1 << $0 } ?? 0 }, "\(first.error)")
    #expect(codes(first).contains("PT007") == isCovered, "\(first.error)")

    if !hasGap && !hasOverlap {
      let only = try run(table.script("duy nhất", data: grid))
      #expect(results(only) == held.map { 1 << $0[0] }, "\(only.error)")
    }
    let confirmed = try confirm(unique, table)
    #expect(confirmed > 0 || !(hasGap || hasOverlap), "\(unique.error)")
  }

  /// Each witness, put into a data row, gives what the finding says; how many did.
  private func confirm(_ call: Call, _ table: RandomTable) throws -> Int {
    var confirmed = 0
    let head = table.script("duy nhất", data: []).split(separator: "\n").firstIndex {
      $0.hasPrefix("bảng")
    }!
    for line in call.error.split(whereSeparator: \.isNewline) where line.contains(" PT00") {
      for filler in 0...1 {
        if let from = line.firstRange(of: "còn chỗ hở: ") {
          let witness = line[from.upperBound...].prefix { $0 != ":" }
          guard let place = table.place(witness, filler: filler) else { continue }
          let sum = results(try run(table.script("cộng dồn", data: [place])))
          #expect(sum == [0], "\(line)")
          confirmed += 1
        } else if let from = line.firstRange(of: "bị chồng: ") {
          let witness = line[from.upperBound...].prefix { $0 != ":" }
          guard let place = table.place(witness, filler: filler) else { continue }
          let numbers = line.split(separator: " ").compactMap { Int($0.filter(\.isNumber)) }.suffix(
            2)
          let sum = try #require(results(try run(table.script("cộng dồn", data: [place]))).first)
          confirmed += 1
          for number in numbers { #expect(sum & (1 << (number - head - 3)) != 0, "\(line)") }
        }
      }
    }
    return confirmed
  }
}
