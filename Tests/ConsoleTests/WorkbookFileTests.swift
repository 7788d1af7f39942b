// Workbooks handed to the engine in memory.

import Testing
import ThiDua

@Suite struct WorkbookFileTests {
  @Test func aProgramMayHandOverTheBytes() throws {
    var options = RunOptions()
    options.dataFiles["tap-the.xlsx"] = try FileAccess.read(
      Repository.path("Tests/Fixtures/xlsx/tap-the.xlsx"))
    let recorder = Recorder()
    let report = Engine().run(
      .text(
        """
        đối tượng tập thể
          mã: chữ, khóa
          điểm: số
        hết
        dữ liệu tập thể từ "tap-the.xlsx", trang "Cụm 1", đến dòng 8
          bỏ qua cột "Tên"; "Cụm"; "Kết quả Tỷ lệ"
        in điểm của tập thể "P01"
        """), options: options, listener: recorder)
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics)")
    #expect(recorder.text == "90,25\n")
  }
}
