// Explanations of the codes of AnalysisMessages (PT001…).

extension AnalysisMessages {
  static let entries: [CatalogueEntry] = gapEntries + useEntries

  private static let gapEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "PT001", title: "có trường hợp không dòng nào nhận",
      explanation: "Các mức của xếp loại và các dòng \"được tính … khi\" phải phủ hết mọi trường "
        + "hợp. "
        + "Máy xét mọi khoảng giá trị trước khi chạy và nêu một trường hợp cụ thể chưa dòng nào "
        + "nhận. "
        + "Ví dụ: hai mức đầu đòi không có tiêu chí 0 điểm thì đối tượng 96 điểm có một tiêu chí 0 "
        + "điểm không thuộc mức nào.",
      wrongExample: """
        "Tốt" khi tổng điểm trên 90
        "Khá" khi tổng điểm từ 50 đến dưới 90
        "Trung bình" khi tổng điểm dưới 50
        """,
      rightExample: """
        "Tốt" khi tổng điểm trên 90
        "Khá" khi tổng điểm từ 50 đến 90
        "Trung bình" còn lại
        """),
    CatalogueEntry(
      code: "PT002", title: "hai dòng cùng nhận một trường hợp",
      explanation: "Các mức của xếp loại, các dòng \"được tính … khi\", các dòng của một mục "
        + "phải loại "
        + "trừ nhau. Mốc viết ở cả hai khoảng (\"từ 88% đến 90%\", \"từ 90% đến 95%\") làm cho đối "
        + "tượng đúng mốc thuộc hai dòng.",
      wrongExample: """
        mục 5.2: cộng 2 điểm khi tỷ lệ từ 88% đến 90%
        mục 5.2: cộng 3 điểm khi tỷ lệ từ 90% đến 95%
        """,
      rightExample: """
        mục 5.2: cộng 2 điểm khi tỷ lệ từ 88% đến dưới 90%
        mục 5.2: cộng 3 điểm khi tỷ lệ từ 90% đến 95%
        """),
    CatalogueEntry(
      code: "PT003", title: "có thể có trường hợp không dòng nào nhận",
      explanation: "Như PT001, nhưng ví dụ tìm được dựa vào điều mà máy không chắc xảy ra: chữ "
        + "tùy ý, "
        + "giá trị ngoài giới hạn thường thấy, điều kiện tính từ nhiều đối tượng. Máy chỉ nhắc; "
        + "khi "
        + "chạy mà gặp thì dừng và nêu tên đối tượng.",
      wrongExample: "được tính 5 điểm khi chức danh là \"trưởng\"",
      rightExample: """
        được tính 5 điểm khi chức danh là "trưởng"
        còn lại 0 điểm
        """),
    CatalogueEntry(
      code: "PT004", title: "hai dòng có thể cùng nhận một trường hợp",
      explanation: "Như PT002, nhưng ví dụ tìm được dựa vào điều mà máy không chắc xảy ra. Máy chỉ "
        + "nhắc; khi chạy mà gặp thì dừng và nêu tên đối tượng.",
      wrongExample: """
        được tính 5 điểm khi mọi thành viên đều có điểm từ 5 trở lên
        được tính 3 điểm khi có kế hoạch
        còn lại 0 điểm
        """,
      rightExample: """
        được tính 5 điểm khi mọi thành viên đều có điểm từ 5 trở lên
        được tính 3 điểm khi có kế hoạch, trừ trường hợp mọi thành viên đều có điểm từ 5 trở lên
        còn lại 0 điểm
        """),
    CatalogueEntry(
      code: "PT005", title: "hai ngoại lệ trái nhau",
      explanation: "Hai dòng \"riêng trường hợp\" cùng đúng với một giá trị mà cho kết quả khác "
        + "nhau. "
        + "Phải nói ngoại lệ nào được theo.",
      wrongExample: """
        riêng trường hợp số lần vắng từ 2 trở lên thì 3 điểm
        riêng trường hợp số lần vắng từ 5 trở lên thì 0 điểm
        """,
      rightExample: """
        riêng trường hợp số lần vắng từ 2 đến dưới 5 thì 3 điểm
        riêng trường hợp số lần vắng từ 5 trở lên thì 0 điểm
        """),
    CatalogueEntry(
      code: "PT006", title: "hai ngoại lệ có thể trái nhau",
      explanation: "Hai dòng \"riêng trường hợp\" về hai việc khác nhau mà có thể cùng đúng và "
        + "cho kết "
        + "quả khác nhau. Máy chỉ nhắc; khi chạy mà gặp thì dừng và nêu tên đối tượng.",
      wrongExample: """
        riêng trường hợp bị kỷ luật thì 0 điểm
        riêng trường hợp có sáng kiến thì 4 điểm
        """,
      rightExample: """
        riêng trường hợp bị kỷ luật thì 0 điểm, ưu tiên hơn
        riêng trường hợp có sáng kiến thì 4 điểm
        """),
    CatalogueEntry(
      code: "PT007", title: "dòng không bao giờ được dùng",
      explanation: "Điều kiện của dòng tự mâu thuẫn, nằm ngoài giới hạn của số liệu, hoặc các "
        + "mức ở trên "
        + "đã nhận hết.",
      wrongExample: "được tính 5 điểm khi điểm từ 90 trở lên và điểm dưới 80",
      rightExample: "được tính 5 điểm khi điểm từ 80 đến dưới 90"),
    CatalogueEntry(
      code: "PT008", title: "điều kiện không bao giờ đúng",
      explanation: "Giá trị đem so với một mốc nằm ngoài giới hạn đã khai báo hoặc ngoài điểm "
        + "tối đa.",
      wrongExample: """
        điểm: số, từ 0 đến 10
        tốt của tập thể = điểm trên 10
        """,
      rightExample: """
        điểm: số, từ 0 đến 10
        tốt của tập thể = điểm từ 9 trở lên
        """),
    CatalogueEntry(
      code: "PT009", title: "không thể đạt điểm tối đa",
      explanation: "Các dòng của tiêu chí, điểm thưởng hay điểm trừ không bao giờ cho đến điểm "
        + "tối đa đã "
        + "ghi. Thường là thiếu một dòng hoặc ghi nhầm số.",
      wrongExample: """
        tiêu chí 1 "DDCI" của tập thể, tối đa 2 điểm
          được tính 1 điểm khi nhóm dẫn đầu
          còn lại 0 điểm
        """,
      rightExample: """
        tiêu chí 1 "DDCI" của tập thể, tối đa 2 điểm
          được tính 2 điểm khi nhóm dẫn đầu
          còn lại 0 điểm
        """),
    CatalogueEntry(
      code: "PT010", title: "tiêu chí cộng lại ít hơn điểm của nhóm",
      explanation: "Điểm tối đa của nhóm lớn hơn tổng điểm tối đa của các tiêu chí trong nhóm, "
        + "nên không "
        + "ai đạt được. Nhóm có trần thấp hơn tổng các tiêu chí là chuyện thường, máy không nhắc.",
      wrongExample: """
        nhóm 5 "Chuyển đổi số" của tập thể, tối đa 20 điểm
          tiêu chí 5.1 "Số hóa", tối đa 10 điểm: chấm trực tiếp
        hết
        """,
      rightExample: """
        nhóm 5 "Chuyển đổi số" của tập thể, tối đa 10 điểm
          tiêu chí 5.1 "Số hóa", tối đa 10 điểm: chấm trực tiếp
        hết
        """),
    CatalogueEntry(
      code: "PT011", title: "tham số cũ hơn phong trào",
      explanation: "Tham số ghi ngày có hiệu lực trước năm của phong trào; giá trị có thể đã "
        + "được thay. "
        + "Máy chỉ nhắc để kiểm tra lại.",
      wrongExample: """
        phong trào "Thi đua năm 2026"
          năm: 2026
        hết
        tham số lương cơ sở = 1.800.000 đồng, từ 1/7/2023
        """,
      rightExample: "tham số lương cơ sở = 2.340.000 đồng, từ 1/1/2026"),
  ]
}
