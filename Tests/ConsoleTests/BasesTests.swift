// `thidua căn-cứ`: who cites what.

import Testing
import ThiDua

@testable import ThiDuaConsole

@Suite struct BasesTests {
  static let script = """
    văn bản HD10 "Hướng dẫn số 10"
    văn bản QC912 "Quy chế", kèm theo "Quyết định 912"
    văn bản NQ57 "Nghị quyết 57"
    tham số mức = 5, căn cứ QC912 "Điều 9"
    đối tượng tập thể
      mã: chữ, khóa
      x: số
    hết
    nhóm 1 "N" của tập thể, tối đa 20 điểm
      căn cứ HD10
      tiêu chí 1.1 "T", tối đa 10 điểm: được tính x
      tiêu chí 1.2 "U", tối đa 10 điểm, căn cứ HD10 "=mục; II": được tính x
    hết
    tiêu chí 2 "V" của tập thể, tối đa 10 điểm: được tính x
    tổng của tập thể = nhóm 1 + tiêu chí 2
    """

  @Test func citationsAndWhatLacksThem() throws {
    let found = Engine().bases(of: .bytes(Array(Self.script.utf8), name: "a.thidua"))
    let bases = try #require(found.bases)
    #expect(
      bases.citations.map { "\($0.label) \($0.clause ?? "-") \($0.rule) \($0.line)" } == [
        "QC912 Điều 9 tham số mức 4", "HD10 - nhóm 1 của tập thể 9",
        "HD10 =mục; II tiêu chí 1.2 của tập thể 12",
      ])
    #expect(bases.uncited.map(\.label) == ["NQ57"])
    #expect(bases.missing.map(\.rule) == ["tiêu chí 2 của tập thể", "tổng của tập thể"])
    #expect(bases.missing.map(\.isFormula) == [false, true])
  }

  /// The first line of every block may cite, as may a level and a row of a table.
  @Test func citationsAtTheEndOfLines() throws {
    let script = """
      văn bản KH "Kế hoạch"
      đối tượng tập thể
        mã: chữ, khóa
        x: số, từ 0 đến 10
      hết
      cách chấm theo x, dùng c, căn cứ KH "1"
        được tính c
      cách xét theo điểm, dùng c, căn cứ KH "2"
        điều kiện c
      tiêu chí 1 "T" của tập thể, tối đa 10 điểm: chấm theo x, x, căn cứ KH "3"
      xếp loại mức của tập thể, xét từ trên xuống, căn cứ KH "4"
        "A" khi x từ 5 trở lên, căn cứ KH "5"
        "B" còn lại
      xếp hạng hạng của tập thể, căn cứ KH "6"
        theo x giảm dần
      danh hiệu "D" của tập thể, căn cứ KH "7"
        xét theo theo điểm, x > 3
      quy trình "Q", căn cứ KH "8"
        bước 1 "Chấm" do "Tổ", hạn 1/12/2026
      hết
      bảng quyết định "Khung" của tập thể, căn cứ KH "9"
        | x            | hệ số | căn cứ  |
        | dưới 5       | 1     | KH "10" |
        | từ 5 trở lên | 2     |         |
      in căn cứ của mức; căn cứ của hạng
      """
    let source = ScriptSource.bytes(Array(script.utf8), name: "a.thidua")
    let found = Engine().bases(of: source)
    let bases = try #require(found.bases, "\(found.report.diagnostics)")
    #expect(
      bases.citations.map { "\($0.clause ?? "-") \($0.rule)" } == [
        "1 cách chấm theo x", "2 cách xét theo điểm", "3 tiêu chí 1 của tập thể",
        "4 xếp loại mức của tập thể", "5 xếp loại mức của tập thể", "6 xếp hạng hạng của tập thể",
        "7 danh hiệu D của tập thể", "8 quy trình Q", "9 bảng quyết định Khung của tập thể",
        "10 bảng quyết định Khung của tập thể",
      ])
    #expect(bases.missing.isEmpty)
  }

  @Test func textAndSpreadsheet() throws {
    let folder = try ScratchFolder()
    let path = try folder.write("a.thidua", Self.script)
    let call = Call("can-cu", path)
    #expect(call.status == 0)
    #expect(
      call.output.contains(
        "QC912: Quy chế, kèm theo Quyết định 912\n  Điều 9: tham số "
          + "mức\n"))
    #expect(call.output.contains("Văn bản chưa quy tắc nào dẫn\n  NQ57: Nghị quyết 57\n"))
    #expect(call.output.contains("dòng 14: tiêu chí 2 của tập thể \"V\""))
    let sheet = Call("căn-cứ", path, "--khuôn", "csv").output
    // Neither a formula nor two cells.
    #expect(sheet.contains("HD10;\"'=mục; II\";tiêu chí 1.2 của tập thể;"))
  }

  @Test func wrongScriptsHaveNoReport() throws {
    let script = "tổng của tập thể = 1\n  căn cứ KH99\n"
    let found = Engine().bases(of: .bytes(Array(script.utf8), name: "a.thidua"))
    #expect(found.bases == nil)
    #expect(found.report.status == .scriptWrong)
  }
}
