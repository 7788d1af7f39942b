// THE table of words: examples of the phrases inside a line. See Keyword.swift for the contract. Invariant:
// each is read without a finding, as it stands or inside one of the blocks of a script.

extension ClauseHead {
  /// A line in which this clause stands after a comma.
  var example: String {
    switch self {
    case .maximum: "tiêu chí 1 \"Báo cáo\" của tập thể, tối đa 6 điểm: chấm trực tiếp"
    case .round: "tổng điểm của tập thể = nhóm 1 + nhóm 2, làm tròn 2 chữ số"
    case .atMost: "trừ 0,5 điểm cho mỗi báo cáo chậm, không quá 3 điểm"
    case .notExceeding: "cộng 1 điểm cho mỗi sáng kiến, không vượt quá 3 điểm"
    case .atLeast: "được tính điểm tối đa * tỷ lệ, ít nhất 1 điểm"
    case .unless: "trừ 1 điểm cho mỗi báo cáo chậm, trừ trường hợp được cho phép lùi hạn"
    case .precedence: "riêng trường hợp không nộp báo cáo thì 0 điểm, ưu tiên hơn"
    case .basis: "trừ 1 điểm cho mỗi báo cáo chậm, căn cứ HD10 \"mục II.3\""
    case .rebase: "không áp dụng khi không tiếp công dân, quy đổi"
    case .fullScore: "không áp dụng khi không thuộc diện kê khai, tính tối đa"
    case .spread: "không áp dụng khi không tiếp công dân, chia đều"
    case .leaveOut: "không áp dụng khi chỉ tiêu là không áp dụng, bỏ ra"
    case .whenNotApplicable:
      """
      nhóm 1 "Nhiệm vụ" của tập thể, tối đa 20 điểm, không áp dụng thì quy đổi
        tiêu chí 1.1 "Tiếp công dân", tối đa 20 điểm: chấm trực tiếp
      hết
      """
    case .remainderIgnored: "cộng 1 điểm cho mỗi 2 cuộc kiểm tra, phần lẻ không tính"
    case .remainderProportional:
      "nếu dân số trên 14.000 người thì cứ thêm 1.000 người cộng 0,5 điểm, phần lẻ tính theo tỷ lệ"
    case .ballotBase:
      "điều kiện phiếu đồng ý từ 80% trở lên, tính trên tổng số thành viên hội đồng ngành"
    case .topDown:
      """
      xếp loại mức của tập thể, xét từ trên xuống
        "Tốt" khi tổng điểm từ 80 trở lên
        "Hoàn thành" còn lại
      """
    case .results:
      """
      bảng quyết định "Khung tỷ trọng" của sản phẩm, kết quả tỷ trọng A; tỷ trọng B
        | loại việc | tỷ trọng A | tỷ trọng B |
        | Tham mưu  | 40%        | 60%        |
        | còn lại   | 70%        | 30%        |
      """
    case .uniqueRow:
      """
      bảng quyết định "Tiến độ" của sản phẩm, duy nhất
        | số ngày chậm | phần được hưởng |
        | 0            | 100%            |
        | còn lại      | 50%             |
      """
    case .firstRow:
      """
      bảng quyết định "Mức" của cá nhân, dòng đầu tiên
        | điểm          | mức      |
        | từ 90 trở lên | Xuất sắc |
        | từ 70 trở lên | Tốt      |
        | còn lại       | Đạt      |
      """
    case .accumulated:
      """
      bảng quyết định "Điểm thưởng" của cá nhân, cộng dồn
        | số sáng kiến | được Tỉnh khen | điểm cộng |
        | từ 1 trở lên | -              | 2         |
        | -            | có             | 4         |
      """
    case .inEach:
      """
      đề nghị không quá 20% số tập thể, trong mỗi cụm, bỏ số lẻ
      theo thứ tự tổng điểm giảm dần
      """
    case .oddHeads:
      """
      đề nghị không quá 20% số tập thể, số lẻ từ 0,5 trở lên tính là 1
      theo thứ tự tổng điểm giảm dần
      """
    case .dropOddHeads:
      """
      đề nghị không quá 20% số tập thể, bỏ số lẻ
      theo thứ tự tổng điểm giảm dần
      """
    case .inOrder, .demotion:
      """
      hạn mức "Xuất sắc" không quá 20% số tập thể, bỏ số lẻ, theo thứ tự tổng điểm giảm dần; \
      vượt thì xếp "Tốt"
      """
    case .highestOne:
      """
      trừ 1 điểm khi bị nhắc nhở
      trừ 3 điểm khi bị phê bình
      mỗi sự việc chỉ trừ một lần, ở mức cao nhất
      """
    case .whenBlank: "minh chứng bắt buộc, để trống thì 0 điểm"
    case .vietnameseStyle: "dữ liệu tập thể từ \"tap-the.csv\", kiểu Việt Nam"
    case .internationalStyle: "xuất tập thể ra \"ket-qua.csv\", kiểu quốc tế: tên; tổng điểm"
    case .percentCells: "cột \"Tỷ lệ HT (%)\" là tỷ lệ hoàn thành, tính theo phần trăm"
    case .databaseTable: "dữ liệu tập thể từ \"he-thong.sqlite\", bảng \"don_vi\""
    case .oldEncoding: "dữ liệu tập thể từ \"tap-the.csv\", bảng mã TCVN3"
    case .sheet: "dữ liệu tập thể từ \"tap-the.xlsx\", trang \"Cụm 1\""
    case .headerRows: "dữ liệu tập thể từ \"tap-the.xlsx\", dòng tiêu đề 4 đến 5"
    case .lastRow: "dữ liệu tập thể từ \"tap-the.xlsx\", dòng tiêu đề 4, đến dòng 25"
    case .fillMerges: "dữ liệu tập thể từ \"tap-the.xlsx\", điền ô gộp"
    case .rowPerAward: "lịch sử cá nhân từ \"khen-thuong.csv\", mỗi dòng một danh hiệu"
    case .rowPerCriterion: "dữ liệu điểm của tập thể từ \"phieu-cham.csv\", mỗi dòng một tiêu chí"
    case .usedOnce: "điều kiện đếm(các sáng kiến) từ 2 trở lên, mỗi sáng kiến chỉ dùng một lần"
    case .lowestFirst:
      "thang bậc mức kỷ luật, từ thấp lên cao: \"Không\"; \"Khiển trách\"; \"Cảnh cáo\""
    case .highestFirst: "thang bậc chất lượng, từ cao xuống thấp: \"Tốt\"; \"Khá\"; \"Trung bình\""
    case .attachedTo: "văn bản PL1 \"Phụ lục số 1\", kèm theo \"Quyết định số 12/QĐ-UBND\""
    case .effectiveFrom: "tham số lương cơ sở = 2.340.000 đồng, từ 1/7/2024"
    case .appliesBy:
      "tham số mức thưởng = 500.000 đồng, từ 1/9/2026, áp dụng theo ngày nhận hồ sơ"
    case .using:
      """
      cách chấm theo tỷ lệ, dùng giao; làm
        được tính điểm tối đa * làm / giao, không quá điểm tối đa
      """
    case .message:
      "cảnh báo của tập thể: số tin bài từ 1 trở lên, thông báo \"Chưa có tin bài nào\""
    case .isKey: "mã: chữ, khóa"
    case .fieldStep: "điểm thẩm tra: số, từ 0 đến 10, bước 0,25"
    case .mayBeBlank: "ngày nộp: ngày, được để trống"
    case .mayBeNotApplicable: "điểm tiếp công dân: số, từ 0 đến 8, được ghi không áp dụng"
    case .defaultValue: "số tin bài: số lượng, mặc định 0"
    case .inverse: "đơn vị: tập thể, lập danh sách các cán bộ"
    case .aliases: "mã: chữ, khóa, tên khác \"Mã đơn vị\"; \"ma\""
    case .fieldUnit: "số buổi học: số lượng, từ 0 đến 100, đơn vị tính buổi"
    case .deadline: "bước 2 \"Thẩm định\" do \"Ban Tổ chức\", hạn 10 ngày làm việc sau bước 1"
    case .afterStep: "bước 2 \"Thẩm định\" do \"Ban Tổ chức\", hạn 15/12/2026, sau bước 1"
    case .onBasis:
      """
      giả sử "Thêm chỉ tiêu", trên cơ sở "A thêm tin bài"
        chỉ tiêu giấy khen = 3
      hết
      """
    case .partyLayout: "lập tờ trình, thể thức Đảng ra \"to-trinh.docx\""
    case .stateLayout: "lập quyết định, thể thức Nhà nước ra \"quyet-dinh.docx\""
    case .afterClosing:
      "chốt số liệu của tập thể theo ngày nộp đến ngày 10/12/2026, sau ngày chốt thì không tính"
    }
  }
}

extension Reserved {
  /// A line or an expression with this phrase.
  var example: String {
    switch self {
    case .and: "chỉ chấm khi có kế hoạch và có báo cáo"
    case .or: "không xét khi bị kỷ luật hoặc nợ báo cáo"
    case .not: "chỉ chấm khi không phải (nợ báo cáo)"
    case .isNot: "áp dụng khi loại không phải là \"Trường học\""
    case .condition: "thưởng của tập thể = nếu tổng điểm từ 90 trở lên thì 5 ngược lại 0"
    case .ifBlank: "tổng điểm của tập thể = điểm 1 + (điểm 2 nếu trống thì 0)"
    case .then: "riêng trường hợp không nộp báo cáo thì 0 điểm"
    case .otherwise: "thưởng của tập thể = nếu tổng điểm từ 90 trở lên thì 5 ngược lại 0"
    case .of: "in tổng điểm của tập thể \"A\"; 20% của 45"
    case .same: "áp dụng khi loại là \"Trường học\""
    case .when: "được tính 5 điểm khi số ngày chậm = 0"
    case .such: "in đếm(tập thể mà tổng điểm từ 90 trở lên)"
    case .forEvery: "trừ 0,5 điểm cho mỗi báo cáo chậm"
    case .withEach: "in i * i với mỗi i trong 1 .. 5"
    case .memberOf: "áp dụng khi loại nằm trong [\"Trường học\"; \"Bệnh viện\"]"
    case .notMemberOf: "áp dụng khi loại không nằm trong [\"Trường học\"; \"Bệnh viện\"]"
    case .inSame: "so với dẫn đầu của tập thể = tổng điểm / cao nhất(tổng điểm trong cùng cụm)"
    case .inEach:
      """
      xếp hạng hạng của tập thể trong mỗi cụm
        theo tổng điểm giảm dần
        vẫn bằng nhau thì đồng hạng
      """
    case .sortedBy: "in bảng tập thể sắp theo tổng điểm giảm dần: tên; tổng điểm"
    case .ascending: "in bảng tập thể sắp theo (cụm tăng dần; tên): cụm; tên"
    case .descending: "theo tổng điểm giảm dần; số báo cáo chậm tăng dần"
    case .up: "điều kiện tổng điểm từ 90 trở lên"
    case .down: "được tính 2 điểm khi số ngày chậm từ 3 trở xuống"
    }
  }
}

extension Connector {
  /// A line in which this word joins two parts.
  var example: String {
    switch self {
    case .inList:
      """
      với mỗi đơn vị trong tập thể
        in tên của đơn vị
      hết
      """
    case .intoFile: "xuất tập thể ra \"ket-qua.csv\": tên; tổng điểm"
    case .fromFile: "dữ liệu tập thể từ \"tap-the.csv\""
    case .upTo: "được tính 3 điểm khi số ngày chậm từ 1 đến 5"
    case .number:
      """
      đề nghị không quá 20% số tập thể, bỏ số lẻ
      theo thứ tự tổng điểm giảm dần
      """
    case .eligible:
      """
      đề nghị không quá 20% số tập thể đủ điều kiện, bỏ số lẻ
      theo thứ tự tổng điểm giảm dần
      """
    case .every: "điều kiện mọi tiêu chí đều có tỷ lệ đạt từ 50% trở lên"
    case .any: "điều kiện không tiêu chí nào có điểm = 0"
    case .each, .increase, .adding:
      "nếu dân số trên 14.000 người thì cứ thêm 1.000 người cộng 0,5 điểm, phần lẻ không tính"
    case .decrease, .taking:
      "nếu tỷ lệ hoàn thành dưới 90% thì cứ giảm 1% trừ 0,5 điểm, phần lẻ không tính"
    case .otherLevels:
      """
      xếp loại mức của tập thể, xét từ trên xuống
        "Tốt" khi tổng điểm từ 80 trở lên
        "Hoàn thành" còn lại
      """
    case .deductedOnce:
      """
      trừ 1 điểm khi bị nhắc nhở
      trừ 3 điểm khi bị phê bình
      mỗi sự việc chỉ trừ một lần, ở mức cao nhất
      """
    case .onlyOnce: "mỗi năm chỉ dùng một lần"
    case .doneBy: "bước 1 \"Tự chấm điểm\" do tập thể, hạn 10/12/2026"
    case .after: "bước 2 \"Thẩm định\" do \"Ban Tổ chức\", hạn 5 ngày sau bước 1"
    case .byField:
      "chốt số liệu của tập thể theo ngày nộp đến ngày 10/12/2026, sau ngày chốt thì chỉ nhắc"
    case .with, .current: "so sánh hiện hành với \"A thêm tin bài\""
    case .toward:
      "cần bao nhiêu số tin bài của tập thể \"A\" để tổng điểm của tập thể \"A\" từ 90 trở lên"
    case .assumed: "so sánh hiện hành với giả sử"
    case .scriptFile: "so sánh hiện hành với kịch bản \"phuong-an-2.thidua\""
    case .about: "lập \"giay-khen.docx\" cho tập thể \"A\" ra \"giay-khen-A.docx\""
    }
  }
}

extension Comparison {
  /// A line that compares with this word.
  var example: String {
    switch self {
    case .from: "được tính 3 điểm khi số ngày chậm từ 1 đến 5"
    case .above: "được tính 1 điểm khi số ngày chậm trên 5"
    case .below: "được tính 0 điểm khi tỷ lệ dưới 50%"
    case .notBelow: "điều kiện tỷ lệ hoàn thành không dưới 95%"
    case .notAbove: "điều kiện số báo cáo chậm không trên 2"
    case .atLeast: "điều kiện số sáng kiến ít nhất 1"
    case .minimum: "điều kiện số tháng công tác tối thiểu 10"
    case .atMost: "điều kiện số báo cáo chậm không quá 2"
    case .notExceeding: "điều kiện số báo cáo chậm không vượt quá 2"
    case .mostly: "điều kiện số báo cáo chậm nhiều nhất 2"
    case .maximum: "điều kiện số báo cáo chậm tối đa 2"
    case .different: "áp dụng khi loại khác \"Trường học\""
    case .equal: "được tính 5 điểm khi số việc xong bằng số việc được giao"
    case .before: "được tính 5 điểm khi ngày nộp trước 10/12/2026"
    case .after: "trừ 1 điểm khi ngày nộp sau 10/12/2026"
    }
  }
}

extension LiteralWord {
  /// A line in which this value stands alone.
  var example: String {
    switch self {
    case .yes: "chỉ chấm khi đã nộp kế hoạch là có"
    case .no: "không xét khi đã nộp báo cáo là không"
    case .right: "đặt xong = đúng"
    case .wrong: "đặt xong = sai"
    case .blank: "chưa xét khi ngày nộp là trống"
    case .notApplicable: "không áp dụng khi chỉ tiêu là không áp dụng, bỏ ra"
    case .achieved: "điều kiện lao động tiên tiến là đạt"
    case .notAchieved: "in bảng tập thể mà giấy khen là không đạt: tên; lý do giấy khen"
    case .awaitingCouncil: "in bảng tập thể mà giấy khen là chờ hội đồng: tên; tổng điểm"
    case .deferred: "in bảng tập thể mà giấy khen là chưa xét: tên; lý do giấy khen"
    }
  }
}
