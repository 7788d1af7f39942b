// Explanations of the codes of the data stage, for `thidua giải-thích`. Part of DataMessages; see
// there.

extension DataMessages {
  /// Explanations of the codes DL001….
  public static let entries: [CatalogueEntry] =
    cellEntries + fileEntries + orderEntries
    + historyEntries + workbookEntries + workbookWritingEntries

  private static let cellEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "DL001", title: "ô không phải là số",
      explanation: "Ô của một trường số chứa nội dung không đọc được thành số. Tệp ngăn bằng dấu "
        + "chấm phẩy hoặc tab dùng dấu phẩy thập phân (8,5); tệp ngăn bằng dấu phẩy dùng dấu chấm.",
      wrongExample: "mã;điểm\nTT01;8.5",
      rightExample: "mã;điểm\nTT01;8,5"),
    CatalogueEntry(
      code: "DL002", title: "trùng khóa",
      explanation: "Hai dòng trong dữ liệu có cùng khóa nên không biết dòng nào đúng.",
      wrongExample: "mã;điểm\nTT01;8\nTT01;9",
      rightExample: "mã;điểm\nTT01;8\nTT02;9"),
    CatalogueEntry(
      code: "DL003", title: "thiếu cột",
      explanation: "Một trường khai báo bắt buộc không có cột tương ứng trong tệp dữ liệu.",
      wrongExample: "mã;tên\nTT01;Phòng Kế toán",
      rightExample: "mã;tên;số văn bản\nTT01;Phòng Kế toán;120"),
    CatalogueEntry(
      code: "DL004", title: "ô bắt buộc còn trống",
      explanation: "Ô trống nghĩa là chưa có số liệu, khác với 0 và khác với không áp dụng. Trường "
        + "không khai báo được để trống thì mọi ô phải có số liệu.",
      wrongExample: "mã;điểm\nTT01;",
      rightExample: "mã;điểm\nTT01;0"),
    CatalogueEntry(
      code: "DL005", title: "ô khóa còn trống",
      explanation: "Khóa cho biết dòng số liệu là của ai, nên dòng nào cũng phải có.",
      wrongExample: "mã;điểm\n;8",
      rightExample: "mã;điểm\nTT01;8"),
    CatalogueEntry(
      code: "DL006", title: "số lượng phải là số nguyên không âm",
      explanation: "Trường loại số lượng chỉ nhận 0, 1, 2, …",
      wrongExample: "mã;số sáng kiến\nTT01;1,5",
      rightExample: "mã;số sáng kiến\nTT01;1"),
    CatalogueEntry(
      code: "DL007", title: "tỷ lệ thiếu dấu %",
      explanation: "Ô của trường tỷ lệ viết kèm dấu %, để 0,85 không bị hiểu nhầm là 85%. Nếu cả "
        + "cột ghi số phần trăm, ghi rõ ở dòng dữ liệu: tính theo phần trăm.",
      wrongExample: "mã;tỷ lệ đúng hạn\nTT01;0,85",
      rightExample: "mã;tỷ lệ đúng hạn\nTT01;85%"),
    CatalogueEntry(
      code: "DL008", title: "ngoài giới hạn cho phép",
      explanation: "Trường có khai báo từ … đến …, và ô này nằm ngoài.",
      wrongExample: "điểm kỷ luật: số, từ 0 đến 10\n\nmã;điểm kỷ luật\nTT01;11",
      rightExample: "mã;điểm kỷ luật\nTT01;10"),
    CatalogueEntry(
      code: "DL009", title: "không đúng bước",
      explanation: "Trường có khai báo bước, và ô này nằm giữa hai bước.",
      wrongExample: "điểm kỷ luật: số, từ 0 đến 10, bước 0,25\n\nmã;điểm kỷ luật\nTT01;8,3",
      rightExample: "mã;điểm kỷ luật\nTT01;8,25"),
    CatalogueEntry(
      code: "DL010", title: "ô không phải là ngày",
      explanation: "Ngày viết ngày/tháng/năm với đủ bốn chữ số của năm; 2026-10-14 cũng được.",
      wrongExample: "mã;ngày nộp\nTT01;1/7/26",
      rightExample: "mã;ngày nộp\nTT01;1/7/2026"),
    CatalogueEntry(
      code: "DL011", title: "ô không phải là có hoặc không",
      explanation: "Trường có/không nhận: có, không, đúng, sai, x, 1, 0, true, false. Ô để trống "
        + "không được hiểu là không.",
      wrongExample: "mã;bị kỷ luật\nTT01;chưa rõ",
      rightExample: "mã;bị kỷ luật\nTT01;không"),
    CatalogueEntry(
      code: "DL012", title: "không có trong thang bậc",
      explanation: "Ô của trường thuộc thang bậc phải ghi đúng tên một bậc (không phân biệt chữ "
        + "hoa, chữ thường).",
      wrongExample: "mã;kỷ luật\nTT01;Nhắc nhở",
      rightExample: "mã;kỷ luật\nTT01;Khiển trách"),
    CatalogueEntry(
      code: "DL013", title: "không nhận giá trị không áp dụng",
      explanation: "Các cách ghi không áp dụng, không giao, K/AD chỉ dùng được ở trường khai báo "
        + "được ghi không áp dụng.",
      wrongExample: "điểm thẩm tra: số\n\nmã;điểm thẩm tra\nTT01;không giao",
      rightExample: "điểm thẩm tra: số, được ghi không áp dụng"),
    CatalogueEntry(
      code: "DL014", title: "số ô của dòng khác số cột",
      explanation: "Mỗi dòng phải có đúng số ô như dòng tiêu đề. Thường do trong ô có dấu ngăn mà "
        + "ô không đặt trong dấu nháy kép.",
      wrongExample: "mã;tên;điểm\nTT01;Phòng A; B;8",
      rightExample: "mã;tên;điểm\nTT01;\"Phòng A; B\";8"),
    CatalogueEntry(
      code: "DL015", title: "dấu nháy kép không khớp",
      explanation: "Ô mở bằng dấu nháy kép phải đóng bằng dấu nháy kép; dấu nháy kép nằm trong ô "
        + "viết hai lần.",
      wrongExample: "mã;tên\nTT01;\"Tổ \"Hoa mai\"\"",
      rightExample: "mã;tên\nTT01;\"Tổ \"\"Hoa mai\"\"\""),
  ]

  private static let fileEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "DL016", title: "bảng mã của tệp",
      explanation: "Tệp CSV phải ghi theo UTF-8 (hoặc UTF-16 có BOM như Excel ghi).",
      wrongExample: "tệp lưu từ phần mềm cũ với phông .VnTime",
      rightExample: "Excel: Lưu thành…, loại CSV UTF-8"),
    CatalogueEntry(
      code: "DL017", title: "còn nhiều chỗ sai nữa",
      explanation: "Một tệp sai nhiều chỗ thì chỉ 200 chỗ đầu được nêu từng chỗ, còn lại được đếm.",
      wrongExample: "mã;điểm\n(cả cột điểm viết 8.5)",
      rightExample: "mã;điểm\n(cả cột điểm viết 8,5)"),
    CatalogueEntry(
      code: "DL018", title: "không đọc được tệp dữ liệu",
      explanation: "Tệp không có, không phải tệp, không có quyền đọc, rỗng hoặc không phải CSV.",
      wrongExample: "dữ liệu tập thể từ \"tap the.csv\"",
      rightExample: "dữ liệu tập thể từ \"tap-the.csv\""),
    CatalogueEntry(
      code: "DL019", title: "trùng tên cột",
      explanation: "Hai cột cùng ứng với một trường. Tên cột được so không phân biệt chữ hoa, chữ "
        + "thường, vị trí dấu thanh và khoảng trắng.",
      wrongExample: "mã;điểm;Điểm\nTT01;8;9",
      rightExample: "mã;điểm;điểm năm trước\nTT01;8;9"),
    CatalogueEntry(
      code: "DL155", title: "đơn vị ở tiêu đề khác đơn vị của trường",
      explanation:
        "Tiêu đề cột có thể ghi đơn vị trong ngoặc, như \"Kinh phí (triệu đồng)\". Đơn vị ấy "
        + "phải đúng là đơn vị tính mà kịch bản khai cho trường: đọc nghìn đồng thành triệu đồng "
        + "thì mọi số lệch nghìn lần.",
      wrongExample: """
        mã;kinh phí (nghìn đồng)
        A;500000
        """,
      rightExample: """
        mã;kinh phí (triệu đồng)
        A;500
        """),
    CatalogueEntry(
      code: "DL020", title: "cột không dùng",
      explanation: "Cột của tệp không ứng với trường nào. Thường là viết khác tên trường.",
      wrongExample: "mã;so sang kien\nTT01;2",
      rightExample: "mã;số sáng kiến\nTT01;2"),
    CatalogueEntry(
      code: "DL021", title: "không ghi được tệp kết quả",
      explanation: "Các tệp kết quả cùng xuất hiện khi chạy xong; một tệp không ghi được thì không "
        + "tệp nào được ghi. Không bao giờ ghi đè lên tệp dữ liệu.",
      wrongExample: "xuất mọi tập thể ra \"tap-the.csv\": mã; hạng",
      rightExample: "xuất mọi tập thể ra \"ket-qua.csv\": mã; hạng"),
    CatalogueEntry(
      code: "DL022", title: "số không viết hết được trong tệp",
      explanation: "Số như 1/3 có phần thập phân vô hạn, ghi vào tệp phải làm tròn và quy định "
        + "phải nói làm tròn thế nào.",
      wrongExample: "xuất mọi tập thể ra \"kq.csv\": mã; điểm / 3 \"bình quân\"",
      rightExample: "xuất mọi tập thể ra \"kq.csv\": mã; làm tròn(điểm / 3; 2) \"bình quân\""),
    CatalogueEntry(
      code: "DL028", title: "ô chỉ tới đối tượng không có",
      explanation: "Ô của trường tham chiếu phải ghi mã hoặc tên của một đối tượng đã có.",
      wrongExample: "mã;cụm\nTT01;Cụm 12",
      rightExample: "mã;cụm\nTT01;Cụm 2"),
  ]

  private static let orderEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "DL023", title: "bằng nhau khi xếp hạng",
      explanation: "Xếp hạng ghi vẫn bằng nhau thì báo lỗi, và có đối tượng bằng nhau.",
      wrongExample: "xếp hạng hạng của tập thể\n  theo tổng điểm giảm dần\n"
        + "  vẫn bằng nhau thì báo lỗi",
      rightExample: "xếp hạng hạng của tập thể\n  theo tổng điểm giảm dần; nhóm 1 giảm dần\n"
        + "  vẫn bằng nhau thì đồng hạng"),
    CatalogueEntry(
      code: "DL024", title: "hội đồng bỏ phiếu",
      explanation: "Các đối tượng bằng nhau được ghi cùng hạng và nêu ra để hội đồng quyết định.",
      wrongExample: "hai tập thể cùng 95 điểm, chưa có kết quả bỏ phiếu",
      rightExample: "theo tổng điểm giảm dần; phiếu của hội đồng giảm dần"),
    CatalogueEntry(
      code: "DL025", title: "bằng nhau ở suất cuối của hạn mức",
      explanation: "Hạn mức của một mức xếp loại không đủ cho các đối tượng bằng nhau, và quy định "
        + "không nói ai được giữ.",
      wrongExample: "hạn mức \"Xuất sắc\" không quá 20% số cá nhân; vượt thì xếp \"Tốt\"",
      rightExample: "bổ sung tiêu thức xếp thứ tự để không còn bằng nhau"),
    CatalogueEntry(
      code: "DL026", title: "hạn mức không tính được",
      explanation: "Hạn mức phải là một số không âm, chung cho cả nhóm; tích có phần lẻ thì phải "
        + "nói cách lấy số lẻ.",
      wrongExample: "đề nghị không quá 20% số tập thể",
      rightExample: "đề nghị không quá 20% số tập thể, số lẻ từ 0,5 trở lên tính là 1"),
    CatalogueEntry(
      code: "DL027", title: "ô trống trong phép tính của nhóm",
      explanation: "Tổng, trung bình, cao nhất … của một nhóm bỏ qua người không áp dụng, nhưng "
        + "không bỏ qua ô trống.",
      wrongExample: "cao nhất(điểm trong cùng cụm)",
      rightExample: "cao nhất((điểm nếu trống thì 0) trong cùng cụm)"),
    CatalogueEntry(
      code: "DL029", title: "chưa ghi thuộc nhóm nào",
      explanation: "Xếp hạng hay hạn mức trong mỗi cụm, mỗi đơn vị cần biết từng đối tượng thuộc "
        + "nhóm nào; ô ấy đang trống.",
      wrongExample: "mã;cụm;điểm\nTT01;;8",
      rightExample: "mã;cụm;điểm\nTT01;Cụm 1;8"),
  ]
}
