// The patterns real regulations use, one line each, inside the block they belong to.

import Testing
import ThiDuaText

@testable import ThiDuaSyntax

@Suite struct RuleTests {
  @Test(arguments: [
    "trừ 0,5 điểm cho mỗi báo cáo chậm, không quá 5 điểm",
    "nếu dân số trên 14.000 người thì cứ thêm 1.000 người cộng 0,5 điểm, phần lẻ tính theo tỷ lệ",
    "nếu tỷ lệ hộ nghèo dưới 4% thì cứ giảm 0,5% cộng 0,5 điểm, phần lẻ không tính",
    "được tính tỷ lệ đạt kế hoạch * điểm tối đa, không quá điểm tối đa",
    "được tính điểm tối đa * kết quả / cao nhất(kết quả trong cùng cụm)",
    "được tính 2 điểm khi tỷ lệ hộ >= trung bình(tỷ lệ hộ trong cùng tỉnh)",
    "được tính 2 điểm khi tỷ lệ từ 88% đến 90%",
    "chỉ chấm khi có kế hoạch và có tài liệu",
    "chỉ tính dòng cao nhất",
    "được tính 80% * điểm tối đa khi số ngày làm việc(hạn; ngày xong) từ 1 đến 3",
    "không áp dụng khi loại là \"Công an\", quy đổi",
    "không áp dụng khi không thuộc diện kê khai, tính tối đa",
    "không áp dụng khi không tiếp công dân, chia đều",
    "minh chứng bắt buộc, để trống thì 0 điểm",
    "minh chứng do \"Thuế tỉnh\" xác nhận, trước 10/12/2026",
    "minh chứng do \"Thuế tỉnh\" xác nhận, trước 10/12/2026, để trống thì 0 điểm",
    "minh chứng do đơn vị tự lưu",
    "mỗi sự việc chỉ trừ một lần, ở mức cao nhất",
    "cộng 5 điểm khi tỷ lệ = 100% hoặc hoàn thành trước kế hoạch",
    "làm tròn đến 0,5 điểm", "làm tròn lên đến 0,25 điểm", "làm tròn nửa chẵn 2 chữ số",
    "được âm", "được vượt thang", "chấm trực tiếp",
    "riêng trường hợp không báo cáo thì 0 điểm, ưu tiên hơn, căn cứ HD10 \"mục II.3\"",
    "cộng 1 điểm cho mỗi 2 cuộc kiểm tra khi đạt chuẩn, phần lẻ không tính, không quá 6 điểm",
  ])
  func criterionLine(_ line: String) {
    #expect(rendered("tiêu chí 1 \"A\" của tập thể, tối đa 10 điểm\n  \(line)") == "")
  }

  @Test(arguments: [
    "không xét khi đã có danh hiệu, trừ trường hợp thành tích đột xuất",
    "không xét khi có một trong: bị xử phạt; mất đoàn kết; nợ báo cáo",
    "đề nghị không quá 5% số cá nhân mà trực tiếp tham gia",
    "đề nghị không quá 1/3 số tập thể, trong mỗi nhóm chức danh, bỏ số lẻ",
    "đề nghị tối đa 2 tập thể, trong mỗi khối",
    "đề nghị không quá 20% số tập thể đủ điều kiện, số lẻ tính là 1",
    "theo thứ tự số nhiệm vụ vượt mức giảm dần; độ khó giảm dần",
    "bằng nhau thì ưu tiên giới tính là \"Nữ\"",
    "bằng nhau ở chỗ cuối thì hội đồng bỏ phiếu",
    "thành tích tính từ ngày hết kỷ luật",
    "trong đó ít nhất 30% là lao động trực tiếp",
    "điều kiện số năm liên tục(đạt chiến sĩ thi đua cơ sở) từ 2 trở lên",
    "không đồng thời với giấy khen; bằng khen",
    "tiền thưởng làm tròn lên theo bước(0,3 * lương cơ sở; 10.000)",
    "điều kiện tỷ lệ(thành viên mà đạt lao động tiên tiến) từ 70% trở lên",
  ])
  func awardLine(_ line: String) {
    #expect(rendered("danh hiệu \"A\" của tập thể\n  \(line)") == "")
  }

  @Test(arguments: [
    "riêng trường hợp kỷ luật là \"Khiển trách\" thì cao nhất là \"B\"",
    "riêng trường hợp người đứng đầu thì thấp nhất là mức của tập thể",
    "riêng trường hợp vi phạm thì hạ một mức",
    "không xếp loại khi số tháng làm việc dưới 6, trừ trường hợp nghỉ thai sản",
    "hạn mức \"A\" không quá 20% số cá nhân mà mức năm là \"B\"; vượt thì xếp \"B\"",
    "hạn mức \"A\" không quá 20% số tập thể, trong mỗi cụm, bỏ số lẻ, theo thứ tự k giảm dần; m; "
      + "vượt thì xếp \"B\"",
    "căn cứ QC912 \"Điều 4\"",
  ])
  func classificationLine(_ line: String) {
    let block = "xếp loại mức của tập thể\n  \"A\" khi x > 1, trừ trường hợp y\n  \"B\" còn lại\n"
    #expect(rendered(block + "  " + line) == "")
  }

  @Test(arguments: RankingDeclaration.Ties.allCases)
  func ties(_ ties: RankingDeclaration.Ties) {
    let text = "xếp hạng h của tập thể\n  theo a giảm dần\n  vẫn bằng nhau thì \(ties.rawValue)"
    guard case .ranking(let ranking)? = script(text).script.items.first else {
      Issue.record("không phải xếp hạng")
      return
    }
    #expect(ranking.ties == ties)
  }

  @Test func quotaExceptionBelongsToTheQuotaBefore() {
    let text = """
      danh hiệu "A" của tập thể
        đề nghị không quá 20% số tập thể
        riêng trường hợp đơn vị nổi trội thì không quá 25%
      """
    guard case .award(let award)? = script(text).script.items.first else {
      Issue.record("không phải danh hiệu")
      return
    }
    #expect(award.quotaExceptions.map(\.quota) == [0])
    #expect(award.lines.isEmpty)
  }

  @Test func ruleBlocksCloseThemselves() {
    let text = """
      tiêu chí 1 "A" của tập thể, tối đa 5 điểm
        được tính 5 điểm khi a
        còn lại 0 điểm
      trừ nợ của tập thể = 3
      tiêu chí 2 "B" của tập thể, tối đa 5 điểm: chấm trực tiếp
      nếu a thì in 1
      in 2
      """
    #expect(rendered(text) == "")
    #expect(script(text).script.items.count == 5)
  }

  @Test func groupLinesStandBeforeItsCriteria() {
    let text = """
      nhóm 1 "A" của tập thể, tối đa 10 điểm, không áp dụng thì quy đổi:
        áp dụng khi a = 1
        tiêu chí 1.1 "B", tối đa 5 điểm
          chấm trực tiếp
          riêng trường hợp c thì 0 điểm
      hết nhóm
      """
    guard case .group(let group)? = script(text).script.items.first else {
      Issue.record("không phải nhóm")
      return
    }
    #expect(rendered(text) == "")
    #expect(group.lines.count == 1)
    #expect(group.criteria.map(\.lines.count) == [2])
    #expect(group.header.code == "1")
    #expect(group.header.name.key == "nhóm 1")
  }

  @Test func fieldsMayBeCalledAnything() {
    let text = """
      đối tượng cá nhân
        họ và tên: chữ
        nhóm; tiêu chí: số, từ 0 đến 10, bước 0,25, được để trống, mặc định 0
        đơn vị: tập thể, lập danh sách thành viên, tên khác "ĐV"; "Đơn vị công tác"
        khóa: họ và tên; đơn vị
      hết
      """
    #expect(rendered(text) == "")
    guard case .subjectKind(let kind)? = script(text).script.items.first else {
      Issue.record("không phải đối tượng")
      return
    }
    #expect(kind.fields.map(\.name.key) == ["họ và tên", "nhóm", "tiêu chí", "đơn vị"])
    #expect(kind.compoundKey.map(\.key) == ["họ và tên", "đơn vị"])
  }
}
