// Catalogue entries of the running stage: what `thidua giải-thích CH…` prints.

extension RunMessages {
  /// Explanations of the codes.
  public static let entries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "CH001", title: "chia cho 0",
      explanation: "Mẫu số của phép chia bằng 0 với một đối tượng nào đó. Quy định phải nói rõ khi "
        + "ấy tính thế nào.",
      wrongExample: "tỷ lệ đúng hạn của tập thể = đúng hạn / tổng số hồ sơ",
      rightExample: "tỷ lệ đúng hạn của tập thể = nếu tổng số hồ sơ = 0 thì 100% "
        + "ngược lại đúng hạn / tổng số hồ sơ"),
    CatalogueEntry(
      code: "CH002", title: "dùng giá trị còn trống",
      explanation: "Một trường được để trống thì mỗi chỗ dùng phải nói khi trống tính thế nào.",
      wrongExample: "tổng của tập thể = điểm A + điểm B",
      rightExample: "tổng của tập thể = điểm A + (điểm B nếu trống thì 0)"),
    CatalogueEntry(
      code: "CH003", title: "so sánh với cái không áp dụng",
      explanation: "Phép cộng và phép trừ bỏ qua cái không áp dụng, nhưng điều kiện thì không có "
        + "câu trả lời cho nó.",
      wrongExample: "đạt của tập thể = tỷ lệ số hóa từ 80% trở lên",
      rightExample: "đạt của tập thể = nếu tỷ lệ số hóa là không áp dụng thì có "
        + "ngược lại tỷ lệ số hóa từ 80% trở lên"),
    CatalogueEntry(
      code: "CH004", title: "phải là số nguyên",
      explanation: "Số thứ tự trong danh sách, số chữ số làm tròn, số ngày cộng thêm và số mũ là "
        + "những số đếm.",
      wrongExample: "in danh sách[1,5]", rightExample: "in danh sách[2]"),
    CatalogueEntry(
      code: "CH005", title: "ngoài danh sách",
      explanation: "Danh sách có n phần tử thì số thứ tự từ 1 đến n.",
      wrongExample: "đặt a = [3; 4]\nin a[0]", rightExample: "đặt a = [3; 4]\nin a[1]"),
    CatalogueEntry(
      code: "CH006", title: "bảng tra không có mục này",
      explanation: "Bảng tra chỉ trả lời những mục đã ghi.",
      wrongExample: "đặt hệ số = [\"A\": 1,2]\nin hệ số[\"B\"]",
      rightExample: "đặt hệ số = [\"A\": 1,2; \"B\": 1]\nin hệ số[\"B\"]"),
    CatalogueEntry(
      code: "CH007", title: "không tìm thấy đối tượng",
      explanation: "Đối tượng được gọi bằng mã, hoặc bằng tên nếu không trùng tên.",
      wrongExample: "in tổng điểm của tập thể \"TT99\"",
      rightExample: "in tổng điểm của tập thể \"TT01\""),
    CatalogueEntry(
      code: "CH008", title: "trùng tên",
      explanation: "Hai đối tượng cùng tên thì phải gọi bằng mã.",
      wrongExample: "in điểm của cá nhân \"Nguyễn Văn An\"",
      rightExample: "in điểm của cá nhân \"CB0012\""),
    CatalogueEntry(
      code: "CH009", title: "số chữ số làm tròn quá lớn",
      explanation: "Số chữ số thập phân phải từ -1.000 đến 1.000; số âm là làm tròn đến hàng chục, "
        + "hàng trăm.",
      wrongExample: "làm tròn(x; 5000)", rightExample: "làm tròn(x; 2)"),
    CatalogueEntry(
      code: "CH010", title: "bước làm tròn không lớn hơn 0",
      explanation: "Làm tròn theo bước chọn bội số gần nhất của bước.",
      wrongExample: "làm tròn theo bước(x; 0)", rightExample: "làm tròn theo bước(x; 0,25)"),
    CatalogueEntry(
      code: "CH011", title: "lũy thừa âm của 0",
      explanation: "lũy thừa(0; -1) là 1 chia cho 0.",
      wrongExample: "lũy thừa(x; -1)",
      rightExample: "nếu x = 0 thì 0 ngược lại lũy thừa(x; -1)"),
    CatalogueEntry(
      code: "CH012", title: "căn bậc hai của số âm",
      explanation: "Chỉ số không âm mới có căn bậc hai.",
      wrongExample: "căn bậc hai(0 - 4; 2)", rightExample: "căn bậc hai(4; 2)"),
    CatalogueEntry(
      code: "CH013", title: "chữ không phải là số",
      explanation: "Đổi chữ ra số cần đúng cách viết số của Việt Nam.",
      wrongExample: "số(\"8.5\")", rightExample: "số(\"8,5\")"),
    CatalogueEntry(
      code: "CH014", title: "số thập phân vô hạn",
      explanation: "Số như 1/3 không viết hết được bằng chữ số thập phân nên không đọc thành chữ.",
      wrongExample: "bằng chữ(1 / 3)", rightExample: "bằng chữ(làm tròn(1 / 3; 2))"),
    CatalogueEntry(
      code: "CH015", title: "ngày không có trong lịch",
      explanation: "Ngày phải có thật: tháng 2 năm 2026 chỉ có 28 ngày.",
      wrongExample: "ngày(30; 2; 2026)", rightExample: "ngày(28; 2; 2026)"),
    CatalogueEntry(
      code: "CH016", title: "chữ cần tìm rỗng",
      explanation: "Thay và tách cần một chữ để tìm.",
      wrongExample: "tách(\"a, b\"; \"\")", rightExample: "tách(\"a, b\"; \", \")"),
    CatalogueEntry(
      code: "CH017", title: "không dòng nào của quy định đúng",
      explanation:
        "Các dòng của một tiêu chí, một xếp loại hay một bảng quyết định phải phủ hết mọi "
        + "trường hợp.",
      wrongExample:
        "được tính 5 khi tỷ lệ từ 90% trở lên\nđược tính 3 khi tỷ lệ từ 70% đến dưới 90%",
      rightExample:
        "được tính 5 khi tỷ lệ từ 90% trở lên\nđược tính 3 khi tỷ lệ từ 70% đến dưới 90%"
        + "\ncòn lại 0"),
    CatalogueEntry(
      code: "CH018", title: "hai dòng loại trừ nhau cùng đúng",
      explanation: "Khi hai dòng cùng đúng, quy định cho hai kết quả; phải sửa cho chỉ còn một.",
      wrongExample: "được tính 5 khi số lần từ 0 đến 2\nđược tính 3 khi số lần từ 2 đến 4",
      rightExample: "được tính 5 khi số lần từ 0 đến dưới 2\nđược tính 3 khi số lần từ 2 đến 4"),
    CatalogueEntry(
      code: "CH019", title: "hai trường hợp riêng mâu thuẫn",
      explanation: "Hai trường hợp riêng cùng đúng với một đối tượng và cho kết quả khác nhau.",
      wrongExample: "riêng trường hợp a thì 0\nriêng trường hợp b thì 5",
      rightExample: "riêng trường hợp a thì 0, ưu tiên hơn\nriêng trường hợp b thì 5"),
    CatalogueEntry(
      code: "CH020", title: "điểm chấm cao hơn điểm tối đa",
      explanation: "Điểm chấm trực tiếp không được cao hơn thang điểm của tiêu chí.",
      wrongExample: "tiêu chí 1.1, tối đa 6 điểm: chấm trực tiếp   (ô điểm: 7)",
      rightExample: "tiêu chí 1.1, tối đa 6 điểm: chấm trực tiếp   (ô điểm: 6)"),
    CatalogueEntry(
      code: "CH021", title: "điểm chấm là số âm",
      explanation: "Điểm chấm trực tiếp không được nhỏ hơn 0, trừ khi tiêu chí được âm.",
      wrongExample: "tiêu chí 1.1, tối đa 6 điểm: chấm trực tiếp   (ô điểm: -1)",
      rightExample: "tiêu chí 1.1, tối đa 6 điểm: chấm trực tiếp   (ô điểm: 0)"),
    CatalogueEntry(
      code: "CH022", title: "giá trị chưa được tính",
      explanation: "Một giá trị được hỏi trước khi dữ liệu của nó được đọc hoặc được tính.",
      wrongExample: "in hạng của tập thể \"TT01\"   (chưa có dữ liệu)",
      rightExample: "dữ liệu tập thể từ \"tap-the.csv\"\nin hạng của tập thể \"TT01\""),
  ]
}
