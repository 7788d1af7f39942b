// `thidua tiến-độ`: the report of a given day, without scores.

import Testing
import ThiDua

@testable import ThiDuaConsole

@Suite struct ProgressTests {
  /// A script whose score file does not exist yet: progress must not need it.
  static let script = """
    cụm 1 "Cụm 1"
      cụm trưởng: tập thể "A"
    hết
    đối tượng tập thể
      mã: chữ, khóa
      tên: chữ
      cụm: cụm
      điểm đề nghị: số
    hết
    đối tượng sự việc
      mã: chữ, khóa
      đơn vị: tập thể
    hết
    dữ liệu tập thể từ "tap-the.csv"
    dữ liệu sự việc từ "chua-co.csv"
    quy trình "Bình xét"
      bước 1 "Sơ kết" do cụm trưởng, hạn 15/7/2026
      bước 2 "Tự chấm" do thành viên, từ 1/11/2026 đến 30/11/2026
    hết
    dữ liệu tiến độ từ "tien-do.csv"
    in điểm đề nghị của tập thể
    """

  private let folder: ScratchFolder
  private let script: String

  init() throws {
    folder = try ScratchFolder()
    try folder.write("tap-the.csv", "mã;tên;cụm;điểm đề nghị\nA;Đơn vị A;1;\nB;Đơn vị B;1;\n")
    try folder.write("tien-do.csv", "bước;đơn vị;ngày xong\n1;A;17/07/2026\n2;B;20/11/2026\n")
    script = try folder.write("quy-trinh.thidua", Self.script)
  }

  @Test func reportsWithoutScores() throws {
    let call = Call("tien-do", script, "--ngay", "2/12/2026")
    #expect(call.status == 0, "\(call.error)")
    #expect(call.error == "")
    #expect(call.output.contains("Xong chậm 2 ngày: Đơn vị A (cụm trưởng Cụm 1)"))
    #expect(call.output.contains("Quá hạn 2 ngày: Đơn vị A\n"))
    #expect(!call.output.contains("Đơn vị B"))
  }

  /// A script that also asks questions reports as one that does not, and sees what is assumed.
  @Test func reportsAmongQuestions() throws {
    let path = try folder.write(
      "hoi.thidua",
      """
      đối tượng tập thể
        mã: chữ, khóa
      hết
      dữ liệu tập thể
        | mã |
        | A  |
      quy trình "Bình xét"
        bước 1 "Sơ kết" do tập thể, hạn 15/7/2026
      hết
      dữ liệu tiến độ
        | bước | đơn vị | ngày xong  |
        | 1    | A      | 14/07/2026 |
      in tiến độ đến ngày 20/7/2026
      giả sử ngày xong của tiến độ = 17/7/2026
      in tiến độ đến ngày 20/7/2026

      """)
    let call = Call("chạy", path)
    let found = call.output.split(separator: "\n").filter {
      $0.hasPrefix("TIẾN ĐỘ") || $0.contains("Xong chậm 2 ngày: A")
    }
    #expect(
      found == [
        "TIẾN ĐỘ \"Bình xét\", tính đến ngày 20/07/2026",
        "TIẾN ĐỘ \"Bình xét\", tính đến ngày 20/07/2026", "  Xong chậm 2 ngày: A",
      ], "\(call.output)\(call.error)")
  }

  @Test func laterDaysAreNotKnownYet() throws {
    let call = Call("tiến-độ", script, "--ngày", "16/7/2026")
    #expect(call.output.contains("Quá hạn 1 ngày: Đơn vị A (cụm trưởng Cụm 1)"))
    #expect(call.output.contains("Chưa đến ngày bắt đầu (2): Đơn vị A; Đơn vị B"))
  }

  @Test func dayMustBeGivenAndBeADay() throws {
    #expect(Call("tiến-độ", script).error.hasPrefix("Lỗi TL040"))
    #expect(Call("tiến-độ", script, "--ngày", "31/2/2026").error.hasPrefix("Lỗi TL003"))
    #expect(Call("tiến-độ", script).status == 2)
  }

  @Test func scriptMustHaveAProcess() throws {
    let other = try folder.write("a.thidua", "in 1\n")
    let call = Call("tiến-độ", other, "--ngày", "16/7/2026")
    #expect(call.error.hasPrefix("Lỗi TL041"))
    #expect(call.status == 2)
  }

  @Test func reportIsGivenAsValues() throws {
    let day = try #require(CalendarDate(day: 2, month: 12, year: 2026))
    let followed = Engine().progress(of: .file(script), on: day)
    let steps = try #require(followed.progress?.processes.first?.steps)
    #expect(steps.map(\.code) == ["1", "2"])
    #expect(steps[0].items.map(\.state) == [.doneLate(days: 2)])
    #expect(steps[1].items.map(\.state) == [.overdue(days: 2), .done])
  }

  @Test func workingCalendarCountsAndAdds() throws {
    func day(_ day: Int, _ month: Int) -> CalendarDate {
      CalendarDate(day: day, month: month, year: 2026)!
    }
    let calendar = WorkingCalendar(holidays: [day(2, 9).days, day(5, 9).days])
    // 28/8 is a Friday; 2/9 is a holiday, 5/9 a Saturday anyway.
    #expect(calendar.day(3, workingDaysAfter: day(28, 8)) == day(3, 9))
    #expect(calendar.workingDays(after: day(28, 8), through: day(3, 9)) == 3)
    #expect(calendar.workingDays(after: day(28, 8), through: day(14, 9)) == 10)
    #expect(calendar.workingDays(after: day(3, 9), through: day(28, 8)) == 0)
    for count in 1...300 {
      let end = try #require(calendar.day(count, workingDaysAfter: day(1, 1)))
      #expect(calendar.workingDays(after: day(1, 1), through: end) == count)
    }
  }
}
