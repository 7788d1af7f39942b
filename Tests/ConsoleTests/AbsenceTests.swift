// 0, blank and not applicable stay three things in all that is shown and written, under each of the four
// treatments, and are read back as what they were.

import Testing
import ThiDua

@testable import ThiDuaConsole

@Suite struct AbsenceTests {
  static let treatments = ["bỏ ra", "quy đổi", "tính tối đa", "chia đều"]

  /// Four groups that differ in their treatment alone; D has nothing to be scored on.
  static var script: String {
    var text = """
      đối tượng tập thể
        mã: chữ, khóa
        x; y; z: số, từ 0 đến 10, được ghi không áp dụng, được để trống
      hết
      dữ liệu tập thể
        | mã | x          | y    | z    |
        | A  | 0          | 5    | 8    |
        | B  |            | 5    | 8    |
        | C  | không giao | 5    | 8    |
        | D  | K/AD       | K/AD | K/AD |

      """
    for (index, treatment) in treatments.enumerated() {
      text += """
        nhóm \(index + 1) "N" của tập thể, tối đa 30 điểm, không áp dụng thì \(treatment)
          tiêu chí \(index + 1).1 "X", tối đa 10 điểm: được tính x nếu trống thì 0
          tiêu chí \(index + 1).2 "Y", tối đa 10 điểm: được tính y nếu trống thì 0
          tiêu chí \(index + 1).3 "Z", tối đa 10 điểm: được tính z nếu trống thì 0
        hết

        """
    }
    return text
  }

  static let columns = "mã; x; tiêu chí 1.1; tiêu chí 3.1; nhóm 1; nhóm 2; nhóm 3; nhóm 4"

  @Test func printedLinesAndTables() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "a.thidua",
      Self.script + """
        với mỗi t trong tập thể
          in mã của t; x của t; tiêu chí 1.1 của t; tiêu chí 3.1 của t
        hết
        với mỗi t trong tập thể
          in "{x của t}: {nhóm 1 của t}/{thang điểm nhóm 1 của t} {nhóm 2 của t}/{thang điểm nhóm 2 của t}"
          in "{nhóm 3 của t}/{thang điểm nhóm 3 của t} {nhóm 4 của t}/{thang điểm nhóm 4 của t}"
        hết
        in bảng tập thể: \(Self.columns)

        """)
    let call = Call("chạy", path)
    #expect(
      call.output == """
        A 0 0 0
        B trống 0 0
        C không áp dụng không áp dụng 10
        D không áp dụng không áp dụng 10
        0: 13/30 13/30
        13/30 13/30
        trống: 13/30 13/30
        13/30 13/30
        không áp dụng: 13/20 19,5/30
        23/30 19,5/30
        không áp dụng: 0/0 0/0
        30/30 0/0
        ┌────┬───────────────┬───────────────┬──────────────┬────────┬────────┬────────┬────────┐
        │ mã │             x │  tiêu chí 1.1 │ tiêu chí 3.1 │ nhóm 1 │ nhóm 2 │ nhóm 3 │ nhóm 4 │
        ├────┼───────────────┼───────────────┼──────────────┼────────┼────────┼────────┼────────┤
        │ A  │             0 │             0 │            0 │     13 │     13 │     13 │     13 │
        │ B  │               │             0 │            0 │     13 │     13 │     13 │     13 │
        │ C  │ không áp dụng │ không áp dụng │           10 │     13 │   19,5 │     23 │   19,5 │
        │ D  │ không áp dụng │ không áp dụng │           10 │      0 │      0 │     30 │      0 │
        └────┴───────────────┴───────────────┴──────────────┴────────┴────────┴────────┴────────┘

        """, "\(call.error)")
  }

  @Test(arguments: ["", ", kiểu quốc tế"]) func writtenAndReadBack(style: String) throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "a.thidua", Self.script + "xuất tập thể ra \"a.csv\"\(style): \(Self.columns)\n")
    #expect(Call("chạy", path, "--ra", folder.path).status == 0)
    let written = try folder.text("a.csv")
    let (mark, comma) = style.isEmpty ? (";", ",") : (",", ".")
    let rows = [
      ["A", "0", "0", "0", "13", "13", "13", "13"], ["B", "", "0", "0", "13", "13", "13", "13"],
      [
        "C", "không áp dụng", "không áp dụng", "10", "13", "19\(comma)5", "23", "19\(comma)5",
      ], ["D", "không áp dụng", "không áp dụng", "10", "0", "0", "30", "0"],
    ]
    #expect(
      written.split(whereSeparator: \.isNewline).dropFirst().map(String.init)
        == rows.map { $0.joined(separator: mark) })
    let reading = try folder.write(
      "b.thidua",
      """
      đối tượng tập thể
        mã: chữ, khóa
        x; nhóm 4: số, được ghi không áp dụng, được để trống
      hết
      dữ liệu tập thể từ "a.csv"
      với mỗi t trong tập thể
        in (x của t) là trống; (x của t) là không áp dụng; x của t; nhóm 4 của t
      hết

      """)
    let read = Call("chạy", reading)
    #expect(
      read.output == """
        không không 0 13
        có không trống 13
        không có không áp dụng 19,5
        không có không áp dụng 0

        """, "\(read.error)")
  }

  /// A score sheet may say `không giao` too; a criterion's own treatment goes before its group's.
  @Test func directScoresAndReasons() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "a.thidua",
      """
      đối tượng tập thể
        mã: chữ, khóa
      hết
      dữ liệu tập thể
        | mã | tiêu chí 1.1 | tiêu chí 1.2 | tiêu chí 1.3 |
        | A  | K/AD         | 5            | 3            |
        | B  | 4            | không giao   | 3            |
      nhóm 1 "N" của tập thể, tối đa 30 điểm, không áp dụng thì tính tối đa
        tiêu chí 1.1 "X", tối đa 10 điểm: chấm trực tiếp
        tiêu chí 1.2 "Y", tối đa 10 điểm
          không áp dụng khi mã là "Z", quy đổi
          chấm trực tiếp
        tiêu chí 1.3 "Z", tối đa 10 điểm: chấm trực tiếp
      hết
      in tiêu chí 1.1 của tập thể; nhóm 1 của tập thể; thang điểm nhóm 1 của tập thể
      vì sao tiêu chí 1.1 của tập thể "A"
      vì sao tiêu chí 1.1 của tập thể "A" ra "a.json"

      """)
    let call = Call("chạy", path, "--ra", folder.path)
    #expect(
      call.output == """
        10; 4 18; 10,5 30; 30
        tiêu chí 1.1 "X" của tập thể "A": 10 (không áp dụng thì tính tối đa)  ← dòng 9
          tiêu chí 1.1: không áp dụng (điểm do người chấm nhập)               ← dòng 6

        """, "\(call.error)")
    let json = try folder.text("a.json")
    #expect(json.contains("\"value\": \"10\"") && json.contains("\"value\": null"))
  }
}
