// The formatter keeps the meaning, keeps every comment, and settles at once.

import Testing
import ThiDuaText

@testable import ThiDuaSyntax

@Suite struct FormatterTests {
  @Test(arguments: [acceptanceScript, ruleSetScript, campaignScript, statementScript])
  func keepsMeaning(_ text: String) {
    let once = format(source(text))
    #expect(rendered(once) == "")
    #expect(tree(script(once).script.items) == tree(script(text).script.items))
    #expect(format(source(once)) == once)
  }

  @Test func indentsBlocks() {
    let text = """
      nhóm 1 "A"   của tập thể, tối đa 10 điểm
      # của nhóm
      tiêu chí 1.1 "B" , tối đa 5 điểm   # ghi chú


      được tính   f( x ;- 1 )*( 2+3 )   khi a≥90%
            # cuối nhóm
      hết
      """
    let expected = """
      nhóm 1 "A" của tập thể, tối đa 10 điểm
        # của nhóm
        tiêu chí 1.1 "B", tối đa 5 điểm  # ghi chú

          được tính f(x; -1) * (2 + 3) khi a >= 90%
        # cuối nhóm
      hết

      """
    #expect(rendered(text) == "")
    #expect(format(source(text)) == expected)
  }

  @Test func indentsStatements() {
    let text = """
      hàm f(x)
      nếu x > 1 thì
      trả về [1;
      2
      ]
      ngược lại nếu x = 1 thì
      trả về -x
      ngược lại
      trả về x[1]
      hết
      hết
      """
    let expected = """
      hàm f(x)
        nếu x > 1 thì
          trả về [1;
            2
          ]
        ngược lại nếu x = 1 thì
          trả về -x
        ngược lại
          trả về x[1]
        hết
      hết

      """
    #expect(rendered(text) == "")
    #expect(format(source(text)) == expected)
  }

  @Test func alignsTables() {
    let text = """
      dữ liệu tập thể
      |mã|tên|
      | A |Đơn vị thứ nhất|# đầu
      |BB||
      """
    let expected = """
      dữ liệu tập thể
        | mã | tên             |
        | A  | Đơn vị thứ nhất |  # đầu
        | BB |                 |

      """
    #expect(rendered(text) == "")
    #expect(format(source(text)) == expected)
  }

  @Test func keepsKindsAndSubjects() {
    let text = "đối tượng cụm\n mô hình: có / không\n mã : chữ,khóa\nhết\nin tập thể   \"A\"\n"
    let expected = "đối tượng cụm\n  mô hình: có/không\n  mã: chữ, khóa\nhết\nin tập thể \"A\"\n"
    #expect(format(source(text)) == expected)
  }

  @Test func leavesBrokenScriptsAlone() {
    #expect(format(source("nếu   không hiểu\n")) == "nếu   không hiểu\n")
  }

  @Test func emptyScript() {
    #expect(format(source("")) == "")
    #expect(format(source("\n\n  \n")) == "")
    #expect(format(source("# chỉ ghi chú")) == "# chỉ ghi chú\n")
  }
}

/// One of every statement.
let statementScript = """
  dùng "chung"
  đơn vị tính: cuộc họp; giải
  ngày nghỉ: 1/1/2026; ngày 30/4/2026
  tham số lương cơ sở = 2.340.000 đồng, từ 1/7/2024, căn cứ ND73 "Điều 3"
  hàm tròn(x; n) = làm tròn(x; n)
  hàm giai thừa(n)
    đặt kết = 1
    với mỗi i trong 1 .. n
      đặt kết = kết * i
      nếu kết > 1.000.000 thì thoát vòng lặp
    hết
    trong khi kết > 10
      đặt kết = kết / 2
      nếu kết = 11 thì
        vòng kế tiếp
      ngược lại nếu kết < 0 thì
        trả về 0
      ngược lại
        đặt bảng[kết] = "x{kết: 2}"
      hết
    hết trong khi
    trả về kết
  hết hàm
  thủ tục báo cáo tháng(t)
    in "Tháng {t}"; t
    gọi f(t; 2)
    nếu t = 1 thì in "đầu" ngược lại in "sau"
  hết
  in bảng tập thể mà hạng từ 1 đến 3 sắp theo hạng: mã; tên "Tên"; nhóm 1: 2 "Nhóm 1"
  xuất tập thể ra "kq-{năm}.csv", kiểu quốc tế: mã; tổng điểm: 2
  báo cáo tháng(1)
  yêu cầu giải trình của tập thể khi chênh lệch từ 5 điểm trở lên, thông báo "Giải trình đi"
  cảnh báo của tập thể: a = b
  cột điểm của tập thể: tự chấm; thẩm định là chính thức
  ví dụ "đủ điểm"
    dữ liệu tập thể
      | mã | điểm |
      | A  | 5    |
    đặt lương cơ sở = 1
    kết quả tổng điểm của tập thể "A" = 5
  hết
  hạng mục của tập thể =
    được tính 5 khi x = 1
    còn lại 0

  """
