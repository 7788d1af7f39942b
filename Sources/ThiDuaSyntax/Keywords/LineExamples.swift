// THE table of words: an example of every line head. See Keyword.swift for the contract. Invariant: each is
// read without a finding inside the first block its row names.

extension LineHead {
  /// A line that begins with this head, with those it belongs to when it never stands alone.
  var example: String {
    switch self {
    case .applies: "áp dụng khi loại là \"Trường học\""
    case .doesNotApply: "không áp dụng khi không tiếp công dân, quy đổi"
    case .gate: "chỉ chấm khi có kế hoạch và có báo cáo"
    case .tier:
      """
      được tính 5 điểm khi số ngày chậm = 0
      được tính 3 điểm khi số ngày chậm từ 1 đến 5
      còn lại 0 điểm
      """
    case .otherwise:
      """
      được tính điểm tối đa khi tỷ lệ từ 95% trở lên
      còn lại điểm tối đa * tỷ lệ
      """
    case .direct: "chấm trực tiếp"
    case .byMethod: "chấm so với đơn vị dẫn đầu, chỉ tiêu; kết quả"
    case .add: "cộng 0,5 điểm cho mỗi tin bài, không quá 3 điểm"
    case .deduct:
      """
      được tính điểm tối đa
      trừ 1 điểm cho mỗi 2 báo cáo chậm, phần lẻ không tính
      """
    case .step:
      "nếu tỷ lệ hộ nghèo dưới 4% thì cứ giảm 0,5% cộng 0,5 điểm, phần lẻ không tính"
    case .allowNegative:
      """
      trừ 2 điểm cho mỗi văn bản phê bình
      được âm
      """
    case .allowOverflow:
      """
      được tính điểm tối đa * tỷ lệ hoàn thành
      được vượt thang
      """
    case .highestOnly:
      """
      cộng 3 điểm khi được Tỉnh khen
      cộng 5 điểm khi được Thủ tướng khen
      chỉ tính dòng cao nhất
      """
    case .item:
      """
      mục 5.1: cộng 5 điểm khi chi trả đủ trước kế hoạch
      mục 5.2: cộng 2 điểm khi tỷ lệ cập nhật từ 88% đến dưới 90%
      mục 5.2: cộng 3 điểm khi tỷ lệ cập nhật từ 90% trở lên
      """
    case .oncePerEvent:
      """
      trừ 1 điểm khi bị nhắc nhở
      trừ 3 điểm khi bị phê bình
      mỗi sự việc chỉ trừ một lần, ở mức cao nhất
      """
    case .binding:
      """
      đặt tỷ lệ vượt = làm / giao - 1
      được tính điểm tối đa * tỷ lệ vượt
      """
    case .notClassified: "không xếp loại khi số tháng công tác dưới 6"
    case .limit:
      """
      hạn mức "Xuất sắc" không quá 20% số tập thể mà tổng điểm từ 80 trở lên, bỏ số lẻ, \
      theo thứ tự tổng điểm giảm dần; vượt thì xếp "Tốt"
      """
    case .notRanked: "không xếp hạng khi bị kỷ luật"
    case .orderBy: "theo tổng điểm giảm dần; số báo cáo chậm tăng dần"
    case .ties: "vẫn bằng nhau thì đồng hạng"
    case .byJudging: "xét theo lao động tiên tiến, mức hoàn thành; kỷ luật"
    case .condition: "điều kiện tổng điểm từ 90 trở lên"
    case .excluded: "không xét khi có một trong: bị kỷ luật; nợ báo cáo"
    case .deferred: "chưa xét khi đang bị thanh tra"
    case .achievementsSince: "thành tích tính từ ngày hết kỷ luật"
    case .quotaShare:
      """
      đề nghị không quá 20% số tập thể, trong mỗi cụm, số lẻ từ 0,5 trở lên tính là 1
      theo thứ tự tổng điểm giảm dần
      """
    case .quotaCount:
      """
      đề nghị tối đa 2 tập thể, trong mỗi khối
      theo thứ tự tổng điểm giảm dần
      """
    case .order: "theo thứ tự tổng điểm giảm dần; số báo cáo chậm tăng dần"
    case .preference: "bằng nhau thì ưu tiên giới tính là \"Nữ\""
    case .councilTies: "bằng nhau ở chỗ cuối thì hội đồng bỏ phiếu"
    case .minimumShare:
      """
      đề nghị không quá 20% số tập thể, bỏ số lẻ
      theo thứ tự tổng điểm giảm dần
      trong đó ít nhất 30% là lao động trực tiếp
      """
    case .notTogether: "không đồng thời với giấy khen; bằng khen"
    case .prize: "tiền thưởng 0,3 * lương cơ sở"
    case .exception: "riêng trường hợp không nộp báo cáo thì 0 điểm"
    case .round: "làm tròn 2 chữ số"
    case .evidence: "minh chứng bắt buộc, để trống thì 0 điểm"
    case .basis: "căn cứ HD10 \"mục II.3\""
    case .processStep: "bước 2 \"Thẩm định\" do \"Ban Tổ chức\", hạn 15/12/2026, sau bước 1"
    case .milestone: "mốc \"Sơ kết 6 tháng\" ngày 15/7/2026"
    case .column: "cột \"Tỷ lệ HT (%)\" là tỷ lệ hoàn thành, tính theo phần trăm"
    case .ignoredColumns: "bỏ qua cột \"Ghi chú\""
    case .key:
      """
      mã; quý: chữ
      khóa: mã; quý
      """
    }
  }
}
