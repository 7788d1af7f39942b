// Every example of the table of words is right in meaning too: put into a script whose subjects, rules and data it
// speaks of, it is checked without an error.

import Testing
import ThiDua
import ThiDuaSyntax

@Suite struct ExampleTests {
  /// Declarations examples speak of; one that an example declares itself is left out.
  private static let declarations: [(opening: String, text: String)] = [
    (
      "văn bản HD10",
      """
      văn bản HD10 "Hướng dẫn số 10"
      """
    ),
    (
      "văn bản QD18",
      """
      văn bản QD18 "Quyết định số 18"
      """
    ),
    (
      "thang bậc mức kỷ luật",
      """
      thang bậc mức kỷ luật, từ thấp lên cao: "Không"; "Khiển trách"; "Cảnh cáo"
      """
    ),
    (
      "thang bậc mức làm",
      """
      thang bậc mức làm, từ thấp lên cao: "Không hoàn thành nhiệm vụ"; "Hoàn thành nhiệm vụ"; "Hoàn thành tốt nhiệm vụ"
      """
    ),
    (
      "tham số điểm 1",
      """
      tham số điểm 1 = 1
      """
    ),
    (
      "hội đồng ngành",
      """
      hội đồng ngành "Hội đồng ngành"
        thành viên: 11
      hết
      """
    ),
    (
      "đối tượng tập thể",
      """
      đối tượng tập thể
        mã: chữ, khóa
        cụm: cụm, lập danh sách đơn vị thành viên
        tên; khối; loại; giới tính: chữ
        điểm chuyên môn; điểm 2: số
        chỉ tiêu; kết quả: số, được ghi không áp dụng
        số báo cáo chậm; báo cáo chậm; số tin bài; tin bài; sáng kiến; số sáng kiến: số lượng
        văn bản phê bình; số ngày chậm; số việc xong; số việc được giao; số tháng công tác: số lượng
        quý: số lượng
        cuộc kiểm tra; phiếu đồng ý; dân số: số lượng
        tỷ lệ; tỷ lệ hoàn thành; tỷ lệ hộ nghèo; tỷ lệ cập nhật: tỷ lệ
        ngày nộp: ngày
        ngày hết kỷ luật: ngày
        ngày nhận hồ sơ: ngày
        kỷ luật: mức kỷ luật
        mức hoàn thành: mức làm
        có kế hoạch; có báo cáo; không tiếp công dân; không thuộc diện kê khai; bị kỷ luật; nợ báo cáo: có/không
        được Tỉnh khen; được Thủ tướng khen; chi trả đủ trước kế hoạch; bị nhắc nhở; bị phê bình: có/không
        đang bị thanh tra; lao động trực tiếp; không nộp báo cáo; được cho phép lùi hạn; đã nộp kế hoạch; đã nộp báo cáo: có/không
      hết
      """
    ),
    (
      "tổng điểm của tập thể",
      """
      tổng điểm của tập thể = điểm chuyên môn
      """
    ),
    (
      "đối tượng sự việc",
      """
      đối tượng sự việc
        số hiệu: chữ, khóa
        đơn vị vi phạm: tập thể, lập danh sách các sự việc
        bị nhắc nhở; bị phê bình: có/không
      hết
      """
    ),
    (
      "đối tượng sáng kiến",
      """
      đối tượng sáng kiến
        số hiệu: chữ, khóa
        đơn vị có: tập thể, lập danh sách các sáng kiến
      hết
      """
    ),
    (
      "cách chấm so với đơn vị dẫn đầu",
      """
      cách chấm so với đơn vị dẫn đầu, dùng giao; làm
        được tính điểm tối đa * làm / giao, không quá điểm tối đa
      """
    ),
    (
      "xếp hạng hạng của tập thể",
      """
      xếp hạng hạng của tập thể
        theo tổng điểm giảm dần
        vẫn bằng nhau thì đồng hạng
      """
    ),
    (
      "hình thức khen thưởng \"Giấy khen\"",
      """
      hình thức khen thưởng "Giấy khen" của tập thể
        điều kiện tổng điểm từ 80 trở lên
      """
    ),
    (
      "hình thức khen thưởng \"Bằng khen\"",
      """
      hình thức khen thưởng "Bằng khen" của tập thể
        điều kiện tổng điểm từ 80 trở lên
      """
    ),
    (
      "đối tượng cá nhân",
      """
      đối tượng cá nhân
        họ tên: chữ, khóa
        đơn vị: tập thể, lập danh sách thành viên
        điểm; số sáng kiến: số lượng
        được Tỉnh khen: có/không
        tổng điểm: số
      hết
      """
    ),
    (
      "đối tượng sản phẩm",
      """
      đối tượng sản phẩm
        số hiệu: chữ, khóa
        số ngày chậm: số lượng
        loại việc: chữ
      hết
      """
    ),
    (
      "cụm 2",
      """
      cụm 2 "Cụm số 2"
      hết
      """
    ),
    (
      "đối tượng thành tích",
      """
      đối tượng thành tích
        số hiệu: chữ, khóa
        người: tập thể, lập danh sách các thành tích
        ngày: ngày
      hết
      """
    ),
    (
      "nhóm 1",
      """
      nhóm 1 "Nhóm một" của tập thể, tối đa 20 điểm
        tiêu chí 1.9 "Việc", tối đa 20 điểm: chấm trực tiếp
      hết
      """
    ),
    (
      "nhóm 2",
      """
      nhóm 2 "Nhóm hai" của tập thể, tối đa 20 điểm
        tiêu chí 2.9 "Việc", tối đa 20 điểm: chấm trực tiếp
      hết
      """
    ),
    (
      "tiêu chí 1",
      """
      tiêu chí 1 "Tiêu chí một" của tập thể, tối đa 6 điểm: trừ 1 điểm cho mỗi báo cáo chậm
      """
    ),
    (
      "danh hiệu \"Lao động tiên tiến\"",
      """
      danh hiệu "Lao động tiên tiến" của tập thể
        điều kiện tổng điểm từ 70 trở lên
      """
    ),
    (
      "cách xét lao động tiên tiến",
      """
      cách xét lao động tiên tiến, dùng mức; vi phạm
        điều kiện mức từ "Hoàn thành tốt nhiệm vụ" trở lên
        không xét khi vi phạm từ "Khiển trách" trở lên
      """
    ),
    (
      "thủ tục in tên bảng(tên)",
      """
      thủ tục in tên bảng(tên)
        in tên
      hết
      """
    ),
    (
      "quy trình",
      """
      quy trình "Bình xét"
        bước 1 "Tự chấm" do tập thể, hạn 1/12/2026
      hết
      """
    ),
    (
      "giả sử \"A thêm tin bài\"",
      """
      giả sử "A thêm tin bài"
        số tin bài của tập thể "A" = 12
      hết
      """
    ),
    (
      "tham số chỉ tiêu giấy khen",
      """
      tham số chỉ tiêu giấy khen = 2
      """
    ),
    (
      "dữ liệu tập thể từ",
      """
      dữ liệu tập thể từ "z.csv"
      """
    ),
    (
      "tiêu chí 4.2",
      """
      tiêu chí 4.2 "Việc" của tập thể, tối đa 6 điểm
        được tính điểm tối đa
        trừ 2 điểm cho mỗi báo cáo chậm
      """
    ),
    (
      "tiêu chí 4.3",
      """
      tiêu chí 4.3 "Việc" của tập thể, tối đa 6 điểm: trừ 1 điểm cho mỗi báo cáo chậm
      """
    ),
    (
      "điểm thưởng \"Cải tiến\"",
      """
      điểm thưởng "Cải tiến" của tập thể, tối đa 6 điểm: cộng 1 điểm cho mỗi tin bài
      """
    ),
    (
      "lịch sử tập thể từ",
      """
      lịch sử tập thể từ "cac-nam.csv"
      """
    ),
    (
      "tham số lương cơ sở",
      """
      tham số lương cơ sở = 2.340.000 đồng
      """
    ),
  ]

  /// The declarations alone are a good script.
  @Test func whatExamplesSpeakOfIsDeclared() {
    #expect(errors(in: "") == [])
  }

  @Test func examplesOfHeadsAreRight() {
    for head in Head.allCases {
      let example = head.keyword.example
      switch head {
      // The file it names is last year's; the tests of the syntax read this one.
      case .inheriting: continue
      case .subjectKind, .importing:
        #expect(errors(in: example, alone: true) == [], "\(head.rawValue)")
      default:
        #expect(errors(in: frame(head.keyword.places[0], example)) == [], "\(head.rawValue)")
      }
    }
  }

  @Test func examplesOfLinesAreRightInTheFirstOfTheirBlocks() {
    for line in LineHead.allCases {
      let script = frame(line.keyword.places[0], line.keyword.example)
      #expect(errors(in: script) == [], "\(line.rawValue)")
    }
  }

  @Test func examplesOfOtherWordsAreRightSomewhere() {
    for keyword in Keyword.all where keyword.places.isEmpty && keyword.role != .unit {
      // The likely places first: each try checks a whole script.
      let heads = LineHead.allCases.filter { keyword.example.hasPrefix($0.rawValue + " ") }
      let places = heads.flatMap(\.keyword.places) + [.script] + Keyword.Place.allCases
      let isRight = places.contains { errors(in: frame($0, keyword.example)) == [] }
      #expect(isRight, "\(keyword.text): \(keyword.example)")
    }
  }

  private func errors(in script: String, alone: Bool = false) -> [String] {
    let lines = script.split(separator: "\n").map { $0.drop { $0 == " " } }
    let around = Self.declarations.filter { declaration in
      !alone && !lines.contains { $0.hasPrefix(declaration.opening) }
    }
    let campaign = "phong trào \"Thi đua\"\n  năm: 2026\nhết\n"
    let own = lines.first?.hasPrefix(Head.campaign.rawValue) == true ? "" : campaign
    let text = own + around.map { $0.text + "\n" }.joined() + script + "\n"
    return Engine().check(.text(text)).diagnostics.all.compactMap {
      $0.severity == .error || $0.code.hasPrefix("CP") ? "\($0.code) \($0.message)" : nil
    }
  }

  /// Some line of a criterion gives points.
  private func scores(_ example: String) -> Bool {
    let heads: [LineHead] = [.tier, .direct, .byMethod, .add, .deduct, .step, .item]
    return example.split(separator: "\n").contains { line in
      heads.contains { line.hasPrefix($0.rawValue + " ") || line == $0.rawValue }
    }
  }

  /// A block of a place with what it cannot do without and the example does not say.
  private func frame(_ place: Keyword.Place, _ example: String) -> String {
    let lines = example.split(separator: "\n").map { "  \($0)\n" }.joined()
    func unless(_ phrase: String, _ line: String) -> String {
      example.contains(phrase) ? "" : "  \(line)\n"
    }
    return switch place {
    case .script: example
    case .statements: "thủ tục thử\n\(lines)hết"
    case .group:
      "nhóm 9 \"Z\" của tập thể, tối đa 9 điểm\n\(lines)"
        + "  tiêu chí 9.9 \"Z\", tối đa 9 điểm: chấm trực tiếp\nhết"
    case .criterion:
      "tiêu chí 9 \"Z\" của tập thể, tối đa 10 điểm\n"
        + (scores(example) ? "" : "  được tính điểm tối đa\n") + lines
    case .method: "cách chấm thử, dùng giao; làm\n\(lines)"
    case .column: "thử của tập thể =\n\(lines)"
    case .decisionTable:
      "bảng quyết định \"Z\" của tập thể\n  | loại | thử |\n  | còn lại | 1 |\n\(lines)"
    case .classification:
      "xếp loại thử của tập thể, xét từ trên xuống\n  \"Xuất sắc\" khi tổng điểm từ 90 trở lên\n"
        + "  \"Tốt\" còn lại\n\(lines)"
    case .ranking:
      "xếp hạng thử của tập thể\n" + unless("theo ", "theo tổng điểm giảm dần") + lines
        + unless("vẫn bằng nhau", "vẫn bằng nhau thì đồng hạng")
    case .award:
      "danh hiệu \"Z\" của tập thể\n" + unless("điều kiện", "điều kiện tổng điểm từ 80 trở lên")
        + lines
    case .data: "dữ liệu tập thể từ \"z.csv\"\n\(lines)"
    case .subjectKind: "đối tượng thử\n" + unless("khóa", "số hiệu: chữ, khóa") + lines + "hết"
    case .example: "ví dụ \"z\"\n\(lines)hết"
    case .process:
      "quy trình \"Z\"\n" + unless("bước 1 ", "bước 1 \"Tự chấm\" do tập thể, hạn 1/12/2026")
        + lines + "hết"
    }
  }
}
