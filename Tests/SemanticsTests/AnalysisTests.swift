// Gaps and overlaps found before a run: the published mistakes by themselves, what is certain and what
// is not, and random bands against brute force.

import Testing
import ThiDuaSemantics
import ThiDuaText

@Suite struct AnalysisTests {
  private func staff(_ lines: String) -> Checked {
    checked(
      """
      thang bậc kỷ luật, từ thấp lên cao: "Không"; "Khiển trách"; "Cảnh cáo"
      đối tượng cá nhân
        mã: chữ, khóa
        điểm: số, từ 0 đến 100
        tự do: số
        theo bước: số, từ 0 đến 10, bước 0,25
        lần vắng: số lượng
        tỷ lệ cập nhật: tỷ lệ, từ 0% đến 100%
        tỷ lệ vượt: tỷ lệ
        hoàn thành đủ; có sáng kiến; bị phê bình: có/không
        ngày vào: ngày
        chức danh: chữ
        mức kỷ luật: kỷ luật
        ghi chú điểm: số, được để trống
      hết
      """ + "\n" + lines)
  }

  private func messages(_ result: Checked) -> [String] { result.diagnostics.all.map(\.message) }

  // MARK: Published mistakes

  @Test func ninetySixPointsWithAZeroCriterionHaveNoLevel() {
    let result = checked(
      """
      đối tượng tập thể
        mã: chữ, khóa
        điểm a: số, từ 0 đến 10
        điểm b: số, từ 0 đến 90
        số thưởng: số lượng
      hết
      nhóm 1 "Một" của tập thể, tối đa 100 điểm
        tiêu chí 1.1 "A", tối đa 10 điểm: được tính điểm a
        tiêu chí 1.2 "B", tối đa 90 điểm: được tính điểm b
      hết
      điểm thưởng "Thưởng" của tập thể, tối đa 3 điểm
        cộng 1 điểm cho mỗi số thưởng
      tổng điểm của tập thể = nhóm 1 + điểm thưởng
      xếp loại mức của tập thể
        "Hoàn thành xuất sắc" khi tổng điểm từ 95 trở lên và không tiêu chí nào có điểm = 0
        "Hoàn thành tốt" khi tổng điểm từ 85 đến dưới 95 và không tiêu chí nào có điểm = 0
        "Hoàn thành" khi tổng điểm từ 75 đến dưới 85
        "Không hoàn thành" khi tổng điểm dưới 75
      """)
    // 95 or more is out of reach with a zero criterion of ten points: the gap is below it.
    #expect(result.codes == ["PT001"])
    #expect(messages(result)[0].contains("tổng điểm là 86, tiêu chí 1.1 là 0: không mức nào"))
  }

  @Test func ninetySixPointsAreReachedWhereTheZeroCriterionIsSmall() {
    let result = checked(
      """
      đối tượng tập thể
        mã: chữ, khóa
        điểm a: số, từ 0 đến 3
        điểm b: số, từ 0 đến 97
      hết
      nhóm 1 "Một" của tập thể, tối đa 100 điểm
        tiêu chí 1.1 "A", tối đa 3 điểm: được tính điểm a
        tiêu chí 1.2 "B", tối đa 97 điểm: được tính điểm b
      hết
      xếp loại mức của tập thể
        "Hoàn thành xuất sắc" khi nhóm 1 từ 95 trở lên và không tiêu chí nào có điểm = 0
        "Hoàn thành tốt" khi nhóm 1 từ 85 đến dưới 95 và không tiêu chí nào có điểm = 0
        "Hoàn thành" khi nhóm 1 từ 75 đến dưới 85
        "Không hoàn thành" khi nhóm 1 dưới 75
      """)
    #expect(result.codes == ["PT001"])
    #expect(messages(result)[0].contains("nhóm 1 là 96, tiêu chí 1.1 là 0: không mức nào"))
  }

  @Test func ninetyAndNinetyFivePercentBelongToTwoBands() {
    let result = staff(
      """
      điểm thưởng "Cộng" của cá nhân, tối đa 5 điểm
        mục 5.2: cộng 2 điểm khi tỷ lệ cập nhật từ 88% đến 90%
        mục 5.2: cộng 3 điểm khi tỷ lệ cập nhật từ 90% đến 95%
        mục 5.2: cộng 4 điểm khi tỷ lệ cập nhật từ 95% đến dưới 100%
        mục 5.2: cộng 5 điểm khi tỷ lệ cập nhật = 100%
      """)
    #expect(result.codes == ["PT002", "PT002"])
    #expect(messages(result)[0].contains("tỷ lệ cập nhật là 90%: cả dòng 17 và dòng 18"))
    #expect(messages(result)[1].contains("tỷ lệ cập nhật là 95%: cả dòng 18 và dòng 19"))
  }

  @Test func underEightyEightPercentHasNoTier() {
    let result = staff(
      """
      cộng thêm của cá nhân =
        được tính 2 khi tỷ lệ cập nhật từ 88% đến dưới 90%
        được tính 3 khi tỷ lệ cập nhật từ 90% trở lên
      """)
    #expect(result.codes == ["PT001"])
    #expect(messages(result)[0].contains("tỷ lệ cập nhật là 87%: không dòng nào"))
  }

  @Test func aboveNinetyLeavesNinetyOut() {
    let result = staff(
      """
      xếp loại mức của cá nhân
        "Xuất sắc" khi điểm trên 90
        "Tốt" khi điểm từ 80 đến dưới 90
        "Hoàn thành" khi điểm dưới 80
      """)
    #expect(result.codes == ["PT001"])
    #expect(messages(result)[0].contains("điểm là 90: không mức nào"))
  }

  @Test func aBandWithASecondConditionLeavesTheRestOut() {
    let result = staff(
      """
      xếp loại mức của cá nhân
        "Xuất sắc" khi điểm trên 90 đến 100 và hoàn thành đủ
        "Tốt" khi điểm trên 80 đến 90
        "Hoàn thành" khi điểm từ 50 đến 80
        "Không hoàn thành" khi điểm dưới 50
      """)
    #expect(result.codes == ["PT001"])
    #expect(messages(result)[0].contains("điểm là 91, \"hoàn thành đủ\" là không"))
  }

  // MARK: What is right stays silent

  static let right: [String] = [
    // Declared ends.
    """
    xếp loại mức của cá nhân
      "A" khi điểm từ 50 đến 100
      "B" khi điểm từ 0 đến dưới 50
    """,
    // Whole numbers: nothing lies between 2 and 3.
    """
    x của cá nhân =
      được tính 1 khi lần vắng không quá 2
      được tính 0 khi lần vắng từ 3 trở lên
    """,
    // Dates.
    """
    x của cá nhân =
      được tính 1 khi ngày vào từ 1/1/2020 đến 30/6/2026
      được tính 2 khi ngày vào trước 1/1/2020
      được tính 3 khi ngày vào từ 1/7/2026 trở lên
    """,
    // Points given in quarters, and a total of two decimals: nothing lies between the marks.
    """
    x của cá nhân =
      được tính 1 khi theo bước từ 0 đến 4,75
      được tính 2 khi theo bước từ 5 trở lên
    tổng của cá nhân = điểm * 0,37, làm tròn 2 chữ số
    xếp loại mức của cá nhân
      "A" khi tổng từ 20 trở lên
      "B" khi tổng từ 0 đến 19,99
    """,
    // Levels, yes or no.
    """
    x của cá nhân =
      được tính 1 khi mức kỷ luật là "Không" và hoàn thành đủ
      được tính 2 khi mức kỷ luật là "Không" và không phải hoàn thành đủ
      được tính 3 khi mức kỷ luật từ "Khiển trách" trở lên
    """,
    // Parameters, and the same sum moved about.
    """
    tham số ngưỡng = 40
    x của cá nhân =
      được tính 1 khi điểm từ ngưỡng trở lên
      được tính 2 khi điểm * 2 + 10 < 90
    """,
    // A threshold nobody knows.
    """
    x của cá nhân =
      được tính 1 khi điểm > tự do
      được tính 2 khi điểm = tự do
      được tính 3 khi tự do > điểm
    """,
    // Blank has its own line.
    """
    x của cá nhân =
      được tính 1 khi ghi chú điểm là trống
      được tính 2 khi ghi chú điểm khác trống và ghi chú điểm từ 5 trở lên
      được tính 3 khi ghi chú điểm khác trống và ghi chú điểm dưới 5
    """,
    // A rule of its own is looked into.
    """
    khá của cá nhân = điểm từ 50 trở lên
    x của cá nhân =
      được tính 1 khi khá
      được tính 2 khi điểm dưới 50
    """,
    // Data that breaks a requirement stops the run before the rule.
    """
    yêu cầu của cá nhân: không phải (có sáng kiến và bị phê bình)
    x của cá nhân =
      được tính 1 khi có sáng kiến
      được tính 2 khi bị phê bình
      còn lại 0
    """,
    // Exceptions that agree.
    """
    x của cá nhân = điểm
      riêng trường hợp lần vắng từ 2 trở lên thì 3
      riêng trường hợp lần vắng từ 5 trở lên thì 3
    """,
    // Nothing in `mục` needs to hold.
    """
    điểm thưởng "T" của cá nhân, tối đa 2 điểm
      mục 1: cộng 1 điểm khi lần vắng = 0
      mục 1: cộng 2 điểm khi lần vắng = 1
    """,
  ]

  @Test(arguments: right) func isSilent(_ lines: String) {
    let result = staff(lines)
    #expect(result.codes == [], "\(lines)\n\(messages(result))")
  }

  // MARK: One line a finding

  static let wrong: [(lines: String, code: String, words: String)] = [
    (
      """
      x của cá nhân =
        được tính 1 khi lần vắng không quá 2
        được tính 0 khi lần vắng trên 3
      """, "PT001", "lần vắng là 3"
    ),
    (
      """
      x của cá nhân =
        được tính 1 khi theo bước từ 0 đến 4,5
        được tính 2 khi theo bước từ 5 trở lên
      """, "PT001", "theo bước là 4,75"
    ),
    (
      """
      x của cá nhân =
        được tính 1 khi ngày vào trước 1/7/2026
        được tính 2 khi ngày vào sau 1/7/2026
      """, "PT001", "ngày vào là 01/07/2026"
    ),
    (
      """
      x của cá nhân =
        được tính 1 khi mức kỷ luật là "Không"
        được tính 2 khi mức kỷ luật từ "Không" đến "Khiển trách"
        còn lại 0
      """, "PT002", "mức kỷ luật là \"Không\""
    ),
    (
      """
      x của cá nhân =
        được tính 1 khi có sáng kiến
        được tính 2 khi hoàn thành đủ
        còn lại 0
      """, "PT002", "\"có sáng kiến\" là có"
    ),
    (
      """
      x của cá nhân =
        được tính 1 khi điểm > tự do
        được tính 3 khi tự do > điểm
      """, "PT001", "điểm bằng tự do"
    ),
    (
      """
      x của cá nhân =
        được tính 1 khi chức danh là "trưởng"
        được tính 2 khi chức danh là "phó"
      """, "PT003", "chức danh khác"
    ),
    (
      """
      x của cá nhân =
        được tính 1 khi tự do từ 0 đến dưới 5
        được tính 2 khi tự do từ 5 trở lên
      """, "PT003", "tự do là -1"
    ),
    (
      """
      x của cá nhân =
        được tính 1 khi đếm(cá nhân mà lần vắng > 2) từ 3 trở lên
        được tính 2 khi không cá nhân nào có (điểm dưới 10)
        còn lại 0
      """, "PT004", "không cá nhân nào"
    ),
    (
      """
      x của cá nhân = điểm
        riêng trường hợp lần vắng từ 2 trở lên thì 3
        riêng trường hợp lần vắng từ 5 trở lên thì 0
      """, "PT005", "lần vắng là 6"
    ),
    (
      """
      x của cá nhân = điểm
        riêng trường hợp có sáng kiến thì 3
        riêng trường hợp bị phê bình thì 0
      """, "PT006", "\"bị phê bình\" là có"
    ),
    (
      """
      x của cá nhân =
        được tính 1 khi điểm từ 90 trở lên và điểm dưới 80
        còn lại 0
      """, "PT007", "dòng 17"
    ),
    (
      """
      xếp loại mức của cá nhân, xét từ trên xuống
        "A" khi điểm từ 50 trở lên
        "B" khi điểm từ 70 trở lên
        "C" còn lại
      """, "PT007", "mức \"B\""
    ),
    (
      """
      xếp loại mức của cá nhân, xét từ trên xuống
        "A" khi điểm từ 50 trở lên
        "B" khi điểm từ 20 trở lên
      """, "PT001", "không mức nào"
    ),
    ("x của cá nhân = điểm trên 100", "PT008", "điểm chỉ từ 0 đến 100"),
    (
      """
      tiêu chí 1 "DDCI" của cá nhân, tối đa 2 điểm
        được tính 1 điểm khi hoàn thành đủ
        còn lại 0 điểm
      """, "PT009", "tối đa 2 điểm nhưng các dòng chỉ cho đến 1 điểm"
    ),
    (
      """
      nhóm 5 "Năm" của cá nhân, tối đa 20 điểm
        tiêu chí 5.1 "A", tối đa 10 điểm: chấm trực tiếp
      hết
      """, "PT010", "chỉ có 10 điểm"
    ),
    (
      """
      phong trào "P"
        năm: 2026
      hết
      tham số lương cơ sở = 2.340.000 đồng, từ 1/7/2024
      """, "PT011", "từ 01/07/2024"
    ),
  ]

  @Test(arguments: wrong.indices) func isFound(_ index: Int) {
    let (lines, code, words) = Self.wrong[index]
    let result = staff(lines)
    #expect(result.codes == [code], "\(lines)\n\(messages(result))")
    #expect(messages(result).first?.contains(words) == true, "\(messages(result))")
    let isError = ["PT001", "PT002", "PT005"].contains(code)
    let isRefused = result.program == nil
    #expect(isRefused == isError)
  }

  // MARK: What the run still tests

  /// Whether the column's rule keeps a test for two lines at once.
  private func watchesOverlap(_ lines: String) -> Bool {
    let result = staff("tham số ngưỡng = 50\nx của cá nhân =\n" + lines + "\n  còn lại 0")
    #expect(result.codes == [])
    guard case .computed(let rule)? = result.column("x", of: "cá nhân")?.source else {
      return false
    }
    return String(describing: rule.expression).contains("twoTiersHold")
  }

  @Test func linesProvedExclusiveAreNotTestedAgain() {
    #expect(
      !watchesOverlap(
        """
          được tính 1 khi điểm từ 50 trở lên và hoàn thành đủ
          được tính 2 khi điểm dưới 50
        """))
    #expect(
      !watchesOverlap(
        """
          được tính 1 khi điểm từ ngưỡng trở lên
          được tính 2 khi điểm < ngưỡng
        """))
    // A scenario may give the parameter another value.
    #expect(
      watchesOverlap(
        """
          được tính 1 khi điểm từ ngưỡng trở lên
          được tính 2 khi điểm dưới 50
        """))
  }

  // MARK: Against brute force

  /// A small generator that gives the same numbers on every machine.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  struct Band {
    var low: Int?
    var high: Int?
    var isLowOpen: Bool
    var isHighOpen: Bool
    var needs: Bool?

    func holds(halves: Int, _ flag: Bool) -> Bool {
      if let low, halves < low * 2 || (isLowOpen && halves == low * 2) { return false }
      if let high, halves > high * 2 || (isHighOpen && halves == high * 2) { return false }
      return needs == nil || needs == flag
    }

    var text: String {
      var parts: [String] = []
      if let low { parts.append("điểm \(isLowOpen ? ">" : ">=") \(low)") }
      if let high { parts.append("điểm \(isHighOpen ? "<" : "<=") \(high)") }
      if let needs { parts.append(needs ? "hoàn thành đủ" : "không phải hoàn thành đủ") }
      return parts.joined(separator: " và ")
    }
  }

  @Test(arguments: 0..<150) func randomBandsAgreeWithBruteForce(_ seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 7919 &+ 17)
    var bands: [Band] = []
    // Mostly neighbours, so that right scripts come up too.
    var ends = [0, 100]
    for _ in 0..<Int.random(in: 1...3, using: &dice) {
      ends.append(Int.random(in: 1...9, using: &dice) * 10)
    }
    ends = Array(Set(ends)).sorted()
    for (low, high) in zip(ends, ends.dropFirst()) {
      let isLast = high == 100
      let slip = Int.random(in: 0..<8, using: &dice)
      var band = Band(
        low: low == 0 && Bool.random(using: &dice) ? nil : low,
        high: isLast && Bool.random(using: &dice) ? nil : high, isLowOpen: slip == 0,
        isHighOpen: slip == 1 ? isLast : !isLast)
      if slip == 2 { band.high = band.high.map { $0 - 5 } }
      if slip == 3 { band.low = band.low.map { max(0, $0 - 5) } }
      if band.low == nil && band.high == nil { band.low = 0 }
      if slip == 4 {
        band.needs = true
        bands.append(band)
        if Bool.random(using: &dice) {
          band.needs = false
          bands.append(band)
        }
      } else {
        bands.append(band)
      }
    }
    var (hasGap, hasOverlap) = (false, false)
    for halves in 0...200 {
      for flag in [false, true] {
        let count = bands.filter { $0.holds(halves: halves, flag) }.count
        if count == 0 { hasGap = true }
        if count > 1 { hasOverlap = true }
      }
    }
    let lines = bands.enumerated().map { "  được tính \($0.offset) khi \($0.element.text)" }
    let script = "x của cá nhân =\n" + lines.joined(separator: "\n")
    let codes = Set(staff(script).codes)
    #expect(codes.contains("PT001") == hasGap, "\(script)")
    #expect(codes.contains("PT002") == hasOverlap, "\(script)")
  }
}
