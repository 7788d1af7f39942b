// THE table of words: an example of every head, as an office would write it. See Keyword.swift for the
// contract. Invariant: each is a whole piece of a script and is read without a finding; the heads of `ví dụ`
// stand inside that block.

extension Head {
  /// A few lines that begin with this head or lead up to it.
  var example: String {
    switch self {
    case .campaign:
      """
      phong trào "Phong trào thi đua năm 2026"
        năm: 2026
        chủ đề: "Đoàn kết, sáng tạo, về đích sớm"
      hết
      """
    case .document: "văn bản HD10 \"Hướng dẫn số 10-HD/BTCTU\", kèm theo \"Kế hoạch số 05\""
    case .subjectKind:
      """
      đối tượng tập thể
        mã: chữ, khóa
        tên; cụm: chữ
        số báo cáo chậm: số lượng
      hết
      """
    case .cluster:
      """
      cụm 1 "Cụm số 1"
        cụm trưởng: tập thể "PTC"
        cụm phó: tập thể "VP"
      hết
      """
    case .parameter: "tham số lương cơ sở = 2.340.000 đồng, từ 1/7/2024"
    case .scale: "thang bậc mức kỷ luật, từ thấp lên cao: \"Không\"; \"Khiển trách\"; \"Cảnh cáo\""
    case .holidays: "ngày nghỉ: 1/1/2026; 16/2/2026 .. 20/2/2026"
    case .workedDays: "ngày làm bù: 28/2/2026"
    case .units: "đơn vị tính: cây số; mét vuông"
    case .group:
      """
      nhóm 1 "Xây dựng Đảng" của tập thể, tối đa 20 điểm
        tiêu chí 1.1 "Sinh hoạt chi bộ", tối đa 12 điểm: chấm trực tiếp
        tiêu chí 1.2 "Báo cáo", tối đa 8 điểm: trừ 1 điểm cho mỗi báo cáo chậm
      hết
      """
    case .criterion:
      """
      tiêu chí 1 "Chế độ báo cáo" của tập thể, tối đa 6 điểm
        được tính điểm tối đa
        trừ 0,5 điểm cho mỗi báo cáo chậm, không quá 3 điểm
      """
    case .bonus:
      """
      điểm thưởng "Cải tiến" của tập thể, tối đa 3 điểm
        cộng 1 điểm cho mỗi sáng kiến
      """
    case .penalty:
      """
      điểm trừ "Vi phạm" của tập thể, tối đa 5 điểm
        trừ 2 điểm cho mỗi văn bản phê bình
      """
    case .method:
      """
      cách chấm theo tỷ lệ, dùng giao; làm
        được tính điểm tối đa * làm / giao, không quá điểm tối đa
      """
    case .judging:
      """
      cách xét lao động tiên tiến, dùng mức hoàn thành; kỷ luật
        điều kiện mức hoàn thành từ "Hoàn thành tốt nhiệm vụ" trở lên
        không xét khi kỷ luật từ "Khiển trách" trở lên
      """
    case .scoreColumns: "cột điểm của tập thể: tự chấm; thẩm định là chính thức"
    case .decisionTable:
      """
      bảng quyết định "Tiến độ" của sản phẩm
        | số ngày chậm | phần được hưởng |
        | 0            | 100%            |
        | từ 1 đến 3   | 80%             |
        | còn lại      | 0%              |
      """
    case .classification:
      """
      xếp loại mức của tập thể, xét từ trên xuống
        "Xuất sắc" khi tổng điểm từ 90 trở lên
        "Tốt" khi tổng điểm từ 80 trở lên
        "Hoàn thành" còn lại
      """
    case .ranking:
      """
      xếp hạng hạng của tập thể trong mỗi cụm
        theo tổng điểm giảm dần; số báo cáo chậm tăng dần
        vẫn bằng nhau thì đồng hạng
      """
    case .title:
      """
      danh hiệu "Tập thể lao động xuất sắc" của tập thể
        điều kiện tổng điểm từ 90 trở lên
        đề nghị không quá 20% số tập thể, bỏ số lẻ
        theo thứ tự tổng điểm giảm dần
      """
    case .award:
      """
      hình thức khen thưởng "Giấy khen" của cá nhân
        điều kiện tổng điểm từ 85 trở lên
        tiền thưởng 0,3 * lương cơ sở
      """
    case .council:
      """
      hội đồng ngành "Hội đồng Thi đua - Khen thưởng Ngành"
        thành viên: 11
      hết
      """
    case .requirement:
      "yêu cầu của tập thể: số việc xong không quá (số việc được giao), thông báo \"Xem lại số liệu\""
    case .warning:
      "cảnh báo của tập thể: số tin bài từ 1 trở lên, thông báo \"Chưa có tin bài nào\""
    case .cancellation: "hủy kết quả của tập thể \"PTC\", căn cứ QD18 \"Điều 1\""
    case .process:
      """
      quy trình "Xét thi đua"
        bước 1 "Tự chấm điểm" do tập thể, hạn 10/12/2026
        bước 2 "Thẩm định" do "Ban Tổ chức", hạn 5 ngày làm việc sau bước 1, sau bước 1
      hết
      """
    case .closing:
      "chốt số liệu của tập thể theo ngày nộp đến ngày 10/12/2026, sau ngày chốt thì báo lỗi"
    case .data:
      """
      dữ liệu tập thể từ "tap-the.csv"
        cột "Đơn vị" là tên
      """
    case .history: "lịch sử tập thể từ \"cac-nam-truoc.csv\""
    case .example:
      """
      ví dụ "Chậm hai báo cáo thì trừ 1 điểm"
        dữ liệu tập thể
          | mã | số báo cáo chậm |
          | A  | 2               |
        kết quả tiêu chí 1 của tập thể "A" = 5
      hết
      """
    case .result: "kết quả tổng điểm của tập thể \"A\" = 97,25"
    case .function: "hàm tiền thưởng(hệ số) = làm tròn lên theo bước(hệ số * lương cơ sở; 10.000)"
    case .procedure:
      """
      thủ tục in tên bảng(tên)
        in "BẢNG ĐIỂM {chữ hoa(tên)}"
      hết
      """
    case .importing: "dùng \"tiền thưởng\""
    case .inheriting: "kế thừa \"../2026/phong-trao.thidua\""
    case .amending:
      """
      sửa đổi tiêu chí 4.2, tối đa 12 điểm
        trừ 1 điểm cho mỗi báo cáo chậm
      """
    case .supplementing:
      """
      bổ sung đối tượng tập thể
        số đề tài: số lượng
      hết
      """
    case .replacing:
      """
      thay thế tiêu chí 4.2 "Chế độ báo cáo" của tập thể, tối đa 5 điểm
        chấm trực tiếp
      """
    case .repealing: "bãi bỏ tiêu chí 4.3; điểm thưởng \"Cải tiến\""
    case .set: "đặt tổng số = 0"
    case .branch:
      """
      đặt tổng số = 12
      nếu tổng số > 10 thì
        in "nhiều"
      ngược lại
        in "ít"
      hết
      """
    case .forEach:
      """
      với mỗi đơn vị trong tập thể
        in tên của đơn vị
      hết
      """
    case .whileLoop:
      """
      đặt tổng số = 0
      trong khi tổng số < 10
        đặt tổng số = tổng số + 3
      hết
      """
    case .giveBack:
      """
      hàm gấp đôi(x)
        trả về x * 2
      hết
      """
    case .leaveLoop:
      """
      với mỗi i trong 1 .. 100
        nếu i > 5 thì thoát vòng lặp
        in i
      hết
      """
    case .nextRound:
      """
      với mỗi i trong 1 .. 5
        nếu i = 3 thì vòng kế tiếp
        in i
      hết
      """
    case .call: "gọi in tên bảng(\"cụm 1\")"
    case .print: "in \"Điểm cao nhất: \"; cao nhất(tổng điểm của tập thể)"
    case .printTable: "in bảng tập thể sắp theo hạng: hạng; tên; tổng điểm: 2 \"Điểm\""
    case .printProgress: "in tiến độ đến ngày 20/11/2026"
    case .export: "xuất tập thể sắp theo hạng ra \"xep-hang.csv\": hạng; tên; tổng điểm"
    case .why: "vì sao tổng điểm của tập thể \"A\""
    case .whyNot: "vì sao không giấy khen của tập thể \"C\""
    case .assume:
      """
      giả sử "A thêm tin bài"
        số tin bài của tập thể "A" = 12
      hết
      """
    case .liftAssumptions:
      """
      giả sử số tin bài của tập thể "A" = 12
      in hạng của tập thể "A"
      bỏ giả sử
      """
    case .listAssumptions: "liệt kê giả sử"
    case .compare: "so sánh hiện hành với \"A thêm tin bài\""
    case .whatIfTable:
      """
      bảng giả sử: tổng điểm của tập thể "A"; hạng của tập thể "A" \
      theo số tin bài của tập thể "A" từ 0 đến 12, bước 4
      """
    case .howMuch:
      "cần bao nhiêu số tin bài của tập thể \"A\" để tổng điểm của tập thể \"A\" từ 90 trở lên"
    case .whatFor: "cần gì để đạt giấy khen của tập thể \"A\""
    case .robustness: "độ vững của hạng trong \"Cụm 1\""
    case .paper: "lập biên bản bình xét cho mỗi cụm ra \"bien-ban-{mã}.docx\""
    case .report: "xuất báo cáo ra \"bao-cao.html\""
    case .store: "lưu kết quả vào \"kho.sqlite\""
    case .end:
      """
      nhóm 1 "Xây dựng Đảng" của tập thể, tối đa 20 điểm
        tiêu chí 1.1 "Sinh hoạt chi bộ", tối đa 12 điểm: chấm trực tiếp
      hết nhóm
      """
    }
  }
}
