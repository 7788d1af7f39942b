// The result workbook from a report made by hand: what stands where, awkward names, nothing at all.

import Testing
import ThiDuaNumber

@testable import ThiDuaOffice

@Suite struct ResultWorkbookTests {
  typealias Report = ResultReport

  private func report(groups: [String], rows: Int, hostile: String = "") -> Report {
    let columns: [Report.Column] = [
      .init(name: "mã", title: "Mã", role: .key, form: .text),
      .init(name: "tên", title: "Tên" + hostile, role: .name, form: .text),
      .init(name: "tổng", title: "Tổng điểm", role: .total, form: .number, maximum: Exact(100)),
      .init(name: "mức", title: "Mức", role: .level, form: .text, levels: ["Tốt", "Khá"]),
      .init(name: "ngày", title: "Ngày", role: .other, form: .date),
    ]
    func row(_ index: Int) -> Report.Row {
      let points = Exact(micros: 97_350_000 - Int64(index) * 500_000)
      return .init(
        key: "\(index)", name: "Đơn vị \(index)" + hostile,
        cells: [
          .init("\(index)"), .init("Đơn vị \(index)" + hostile), .init("x", number: points),
          .init("Tốt"), index == 0 ? .init("05/12/2026") : .init("", state: .blank),
        ])
    }
    return Report(
      title: "Phong trào thử", facts: [.init("Chủ đề" + hostile, "Đoàn kết")],
      boards: [
        .init(
          kind: "tập thể", columns: columns,
          groups: groups.map { .init(name: $0, rows: (0..<rows).map(row)) })
      ],
      awards: [
        .init(
          title: "Giấy khen", kind: "tập thể", basis: ["Hướng dẫn số 10, mục II"],
          lines: [.init(group: "1", key: "0", name: "Đơn vị 0", state: "đạt", note: hostile)])
      ],
      documents: [.init(label: "HD10", text: "Hướng dẫn số 10")]
    ) { place in
      guard place.column == 2 else { return nil }
      return .init(
        label: "tổng" + hostile, shown: "97,35", sentence: "90 + 7,35", rule: "thu.thidua, dòng 8",
        parts: [
          .init(role: .condition, label: "báo cáo chậm < 2", shown: "đúng", basis: ["Luật"]),
          .init(role: .condition, label: "điều kiện tổng > 9", shown: "đúng"),
          .init(role: .remark, label: "tổng", shown: "97,35"),
        ])
    }
  }

  private func written(_ report: Report) throws -> [String: [[String]]] {
    let workbook = try WrittenWorkbook { file in try ResultWorkbook.write(report, to: file) }
    return Dictionary(uniqueKeysWithValues: workbook.grids.map { ($0.name, $0.rows) })
  }

  @Test func sheetsAndValues() throws {
    let sheets = try written(report(groups: ["1", "2"], rows: 2))
    #expect(
      Set(sheets.keys) == [
        "Tổng hợp", "Cụm 1", "Cụm 2", "Đề nghị khen thưởng", "Diễn giải", "Căn cứ",
      ])
    let ranking = try #require(sheets["Cụm 1"])
    #expect(ranking[0] == ["KẾT QUẢ TẬP THỂ"] && ranking[1] == ["Cụm 1"])
    #expect(ranking[2] == ["TT", "Mã", "Tên", "Ngày", "Tổng điểm", "Mức"])
    #expect(ranking[3] == ["1", "0", "Đơn vị 0", "05/12/2026", "97,35", "Tốt"])
    #expect(ranking[4] == ["2", "1", "Đơn vị 1", "96,85", "Tốt"])
    let summary = try #require(sheets["Tổng hợp"])
    #expect(summary.contains(["1", "Cụm 1", "2", "97,1", "97,35", "Đơn vị 0", "2", "0"]))
    #expect(summary.contains(["1", "Giấy khen", "tập thể", "1"]))
    let reasons = try #require(sheets["Diễn giải"])
    #expect(reasons[2].first == "Cụm 1 – Đơn vị 0 (0)")
    #expect(reasons[3] == ["tổng", "97,35", "90 + 7,35", "thu.thidua, dòng 8"])
    #expect(reasons[4] == ["Điều kiện: báo cáo chậm < 2", "đúng", "Luật"])
    #expect(reasons[5] == ["điều kiện tổng > 9", "đúng"])
    #expect(reasons[6].prefix(2) == ["Liên quan: tổng", "97,35"])
    #expect(sheets["Căn cứ"]?.last == ["1", "HD10", "Hướng dẫn số 10"])
    #expect(
      sheets["Đề nghị khen thưởng"]?.last?.last == "HD10, mục II")
  }

  /// Many clusters share a sheet, with a column that tells them apart.
  @Test func manyClusters() throws {
    let sheets = try written(report(groups: (1...41).map { "Cụm \($0)" }, rows: 1))
    let ranking = try #require(sheets["Kết quả tập thể"])
    #expect(ranking.last?.prefix(3) == ["41", "Cụm 41", "0"])
    #expect(sheets.count == 5)
  }

  /// Names with markup, formulas and signs that no sheet may be called by.
  @Test func awkwardTexts() throws {
    let sheets = try written(report(groups: ["=1+1 [a]:*?/\\"], rows: 1, hostile: "<b>&\"\n=1"))
    let ranking = try #require(sheets["Cụm =1+1  a"] ?? sheets["=1+1  a"])
    #expect(ranking.last?.contains("Đơn vị 0<b>&\"\n=1") == true)
  }

  @Test func nothingToTell() throws {
    let sheets = try written(Report(title: "Trống"))
    #expect(sheets.map(\.key) == ["Tổng hợp"])
    #expect(try written(report(groups: ["", "2"], rows: 0)).count == 5)
  }
}
