// The mistakes of published regulations: found without being asked for, and the run of a subject made
// from the witness shows them.

import Testing
import ThiDua

@testable import ThiDuaConsole

@Suite struct PublishedMistakeTests {
  private func call(_ command: String, _ script: String) throws -> Call {
    let folder = try ScratchFolder()
    return Call(command, try folder.write("quy-che.thidua", script))
  }

  // MARK: QĐ 2579: 96 points with one criterion at 0

  private func levels(_ last: String, _ data: String = "") -> String {
    """
    đối tượng tập thể
      tên: chữ, khóa
      điểm a: số, từ 0 đến 4
      điểm b: số, từ 0 đến 96
      số sáng kiến: số lượng
    hết
    nhóm 1 "Tiêu chí chung" của tập thể, tối đa 100 điểm
      tiêu chí 1.1 "Chế độ báo cáo", tối đa 4 điểm: được tính điểm a
      tiêu chí 1.2 "Nhiệm vụ", tối đa 96 điểm: được tính điểm b
    hết
    điểm thưởng "Thưởng" của tập thể, tối đa 3 điểm: cộng 1 điểm cho mỗi số sáng kiến
    tổng điểm của tập thể = nhóm 1 + điểm thưởng
    xếp loại mức của tập thể
      "Hoàn thành xuất sắc" khi tổng điểm từ 95 trở lên và không tiêu chí nào có điểm = 0
      "Hoàn thành tốt" khi tổng điểm từ 85 đến dưới 95 và không tiêu chí nào có điểm = 0
      "Hoàn thành" khi tổng điểm từ 75 đến dưới 85
      \(last)

    """ + data
  }

  @Test func ninetySixPointsWithOneCriterionAtZero() throws {
    let check = try call("kiểm-tra", levels("\"Không hoàn thành\" khi tổng điểm dưới 75"))
    #expect(check.error.contains("tổng điểm là 96, tiêu chí 1.1 là 0: không mức nào"))
    // The same subject, run with a last level for whoever is left.
    let run = try call(
      "chạy",
      levels(
        """
        "Không hoàn thành" khi tổng điểm dưới 75
          "CHƯA CÓ MỨC" còn lại
        """,
        """
        dữ liệu tập thể
          | tên | điểm a | điểm b | số sáng kiến |
          | A   | 0      | 96     | 0            |
        in tổng điểm của tập thể "A"; tiêu chí 1.1 của tập thể "A"; mức của tập thể "A"
        """))
    #expect(run.output == "96 0 CHƯA CÓ MỨC\n")
  }

  // MARK: KH 157: 90 and 95 in two bands, under 88 in none

  private func bands(_ policy: String, _ data: String = "") -> String {
    """
    đối tượng tập thể
      tên: chữ, khóa
      tỷ lệ cập nhật: tỷ lệ, từ 0% đến 100%
    hết
    bảng quyết định "Điểm cộng 5.2" của tập thể\(policy)
      | tỷ lệ cập nhật        | điểm cộng |
      | từ 88% đến 90%        | 2         |
      | từ 90% đến 95%        | 3         |
      | từ 95% đến dưới 100%  | 4         |
      | 100%                  | 5         |

    """ + data
  }

  @Test func ninetyAndNinetyFivePercentInTwoBandsAndUnderEightyEightInNone() throws {
    let check = try call("kiểm-tra", bands(""))
    #expect(check.error.contains("tỷ lệ cập nhật là 87%: không dòng nào"))
    #expect(check.error.contains("tỷ lệ cập nhật là 90%: cả dòng 7 và dòng 8"))
    #expect(check.error.contains("tỷ lệ cập nhật là 95%: cả dòng 8 và dòng 9"))
    // The rows that hold, added up: none at 87%, 2 + 3 at 90%, 3 + 4 at 95%.
    let run = try call(
      "chạy",
      bands(
        ", cộng dồn",
        """
        dữ liệu tập thể
          | tên | tỷ lệ cập nhật |
          | A   | 87%            |
          | B   | 90%            |
          | C   | 95%            |
        in điểm cộng của tập thể
        """))
    #expect(run.output == "0; 5; 7\n")
  }

  // MARK: QĐ 212: a group of 20 whose parts give 10, a criterion of 2 whose best result is 1

  private let staff = """
    đối tượng cá nhân
      tên: chữ, khóa
      hạng DDCI: số lượng, từ 1 đến 30
    hết
    nhóm 5 "Tinh thần trách nhiệm" của cá nhân, tối đa 20 điểm
      tiêu chí 5.1 "Chủ động", tối đa 6 điểm: chấm trực tiếp
      tiêu chí 5.2 "DDCI", tối đa 2 điểm
        được tính 1 điểm khi hạng DDCI từ 1 đến 10
        được tính 0,5 điểm khi hạng DDCI từ 11 đến 20
        còn lại 0 điểm
      tiêu chí 5.3 "Phối hợp", tối đa 2 điểm: chấm trực tiếp
    hết

    """

  @Test func maximaThatNobodyReaches() throws {
    let check = try call("kiểm-tra", staff)
    #expect(
      check.error.contains("nhóm 5 tối đa 20 điểm nhưng các tiêu chí cộng lại chỉ có 10 điểm"))
    #expect(check.error.contains("tiêu chí 5.2 tối đa 2 điểm nhưng các dòng chỉ cho đến 1 điểm"))
    let run = try call(
      "chạy",
      staff + """
        dữ liệu cá nhân
          | tên | hạng DDCI | tiêu chí 5.1 | tiêu chí 5.3 |
          | Lan | 1         | 6            | 2            |
        in tiêu chí 5.2 của cá nhân "Lan"; nhóm 5 của cá nhân "Lan"
        """)
    #expect(run.output == "1 9\n")
  }
}
