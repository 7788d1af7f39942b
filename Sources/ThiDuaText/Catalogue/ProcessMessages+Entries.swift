// Explanations of the codes of processes and closed periods, for `thidua giải-thích`. Part of
// ProcessMessages; see there.

extension ProcessMessages {
  /// Explanations of all codes of ProcessMessages.
  public static let entries: [CatalogueEntry] =
    stepEntries + closingEntries + progressEntries
    + basisEntries + pointEntries

  private static let pointEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT399", title: "dữ liệu điểm không khớp với tiêu chí",
      explanation: "Phiếu chấm mỗi dòng một tiêu chí cần: đối tượng có một khóa, ít nhất một tiêu "
        + "chí "
        + "chấm trực tiếp, và các cột có trong dòng cột điểm hoặc là giải trình, lý do, minh "
        + "chứng.",
      wrongExample: "dữ liệu điểm của tập thể từ \"phieu.csv\", mỗi dòng một tiêu chí: mã; tiêu "
        + "chí; tự "
        + "cham",
      rightExample: "dữ liệu điểm của tập thể từ \"phieu.csv\", mỗi dòng một tiêu chí: mã; tiêu "
        + "chí; tự "
        + "chấm"),
    CatalogueEntry(
      code: "DL076", title: "thiếu điểm của tiêu chí",
      explanation: "Một đơn vị chưa có dòng, hoặc có dòng mà ô điểm còn trống. Chưa chấm khác với "
        + "0 và "
        + "khác với không giao.",
      wrongExample: "mã đơn vị;tiêu chí;tự chấm;thẩm định\nTT01;1.1;10;",
      rightExample: "mã đơn vị;tiêu chí;tự chấm;thẩm định\nTT01;1.1;10;9,5"),
    CatalogueEntry(
      code: "DL077", title: "một tiêu chí có hai dòng điểm",
      explanation: "Mỗi tiêu chí của một đơn vị chỉ có một dòng trong phiếu chấm.",
      wrongExample: "mã đơn vị;tiêu chí;điểm\nTT01;1.1;10\nTT01;1.1;9",
      rightExample: "mã đơn vị;tiêu chí;điểm\nTT01;1.1;10\nTT01;1.2;9"),
    CatalogueEntry(
      code: "DL078", title: "tiêu chí không có trong phiếu chấm",
      explanation: "Dòng của phiếu chấm ghi một tiêu chí không có, hoặc một tiêu chí do máy tính, "
        + "không "
        + "nhập điểm.",
      wrongExample: "mã đơn vị;tiêu chí;điểm\nTT01;9.9;10",
      rightExample: "mã đơn vị;tiêu chí;điểm\nTT01;1.1;10"),
  ]

  private static let basisEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT396", title: "căn cứ của cái gì",
      explanation: "\"căn cứ của …\" hỏi căn cứ ghi ở một quy tắc: tiêu chí, nhóm, xếp loại, danh "
        + "hiệu, công thức, tham số, bước của quy trình.",
      wrongExample: "in căn cứ của (nhóm 1 + nhóm 2)",
      rightExample: "in căn cứ của nhóm 1 của tập thể"),
    CatalogueEntry(
      code: "KT397", title: "hai quy tắc cùng tên, căn cứ khác nhau",
      explanation: "Hai loại đối tượng có quy tắc cùng tên; phải nói căn cứ của loại nào.",
      wrongExample: "in căn cứ của giấy khen",
      rightExample: "in căn cứ của giấy khen của tập thể"),
  ]

  private static let stepEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "CP380", title: "hạn viết sai",
      explanation: "Hạn của một bước là một ngày, hoặc một số ngày (ngày làm việc) tính từ hạn của "
        + "bước khác.",
      wrongExample: "bước 1 \"Sơ kết\" do cụm trưởng, hạn \"giữa tháng 7\"",
      rightExample: "bước 1 \"Sơ kết\" do cụm trưởng, hạn 15/7/2026"),
    CatalogueEntry(
      code: "KT380", title: "tên loại dành cho quy trình",
      explanation: "Kịch bản có quy trình thì có sẵn hai loại đối tượng là bước và tiến độ; kịch "
        + "bản "
        + "không khai báo lại được.",
      wrongExample: "đối tượng tiến độ\n  mã: chữ, khóa\nhết",
      rightExample: "đối tượng tiến độ công trình\n  mã: chữ, khóa\nhết"),
    CatalogueEntry(
      code: "KT381", title: "không biết ai phụ trách bước",
      explanation: "Người phụ trách là vai trò trong cụm, một loại đối tượng (mọi đối tượng của "
        + "loại "
        + "ấy), một hội đồng, hoặc tên đặt trong ngoặc kép.",
      wrongExample: "bước 4 \"Tổng hợp\" do phòng tổ chức đảng, hạn 15/12/2026",
      rightExample: "bước 4 \"Tổng hợp\" do \"Phòng Tổ chức Đảng\", hạn 15/12/2026"),
    CatalogueEntry(
      code: "KT382", title: "vai trò trong cụm mà chưa có cụm",
      explanation: "Cụm trưởng, thành viên… lấy từ các khối cụm; kịch bản không có cụm nào, hoặc "
        + "không "
        + "đối tượng nào có trường loại cụm.",
      wrongExample: "bước 1 \"Tự chấm\" do thành viên, hạn 30/11/2026",
      rightExample: "bước 1 \"Tự chấm\" do tập thể, hạn 30/11/2026"),
    CatalogueEntry(
      code: "KT383", title: "trùng số bước",
      explanation: "Mỗi số chỉ một bước trong cả kịch bản.",
      wrongExample: "bước 1 \"Sơ kết\" do cụm trưởng\nbước 1 \"Tự chấm\" do thành viên",
      rightExample: "bước 1 \"Sơ kết\" do cụm trưởng\nbước 2 \"Tự chấm\" do thành viên"),
    CatalogueEntry(
      code: "KT384", title: "bước không có",
      explanation: "\"sau bước …\" phải nói đến một bước đã khai báo.",
      wrongExample: "bước 2 \"Họp cụm\" do cụm trưởng, sau bước 5",
      rightExample: "bước 2 \"Họp cụm\" do cụm trưởng, sau bước 1"),
    CatalogueEntry(
      code: "KT385", title: "các bước chờ nhau",
      explanation: "Bước này sau bước kia, mà bước kia lại sau bước này.",
      wrongExample: "bước 1 \"Họp\" do cụm trưởng, sau bước 2\nbước 2 \"Chấm\" do thành viên, sau "
        + "bước 1",
      rightExample: "bước 1 \"Họp\" do cụm trưởng\nbước 2 \"Chấm\" do thành viên, sau bước 1"),
    CatalogueEntry(
      code: "KT386", title: "hạn trước hạn của bước đứng trước",
      explanation: "Bước ghi \"sau bước …\" không thể có hạn sớm hơn bước ấy.",
      wrongExample: "bước 1 \"Chấm\" do thành viên, hạn 30/11/2026\n"
        + "bước 2 \"Họp\" do cụm trưởng, hạn 15/7/2026, sau bước 1",
      rightExample: "bước 1 \"Chấm\" do thành viên, hạn 30/11/2026\n"
        + "bước 2 \"Họp\" do cụm trưởng, hạn 10/12/2026, sau bước 1"),
    CatalogueEntry(
      code: "KT387", title: "ngày ngoài thời gian của phong trào",
      explanation: "Ngày của bước, của mốc nằm ngoài thời gian ghi ở khối phong trào (lỗi), hoặc "
        + "khối "
        + "phong trào chỉ ghi năm mà ngày thuộc năm khác (nhắc).",
      wrongExample: "phong trào \"Thi đua 2026\"\n  năm: 2026\nhết\n…\nmốc \"Sơ kết\" ngày "
        + "15/7/2062",
      rightExample: "mốc \"Sơ kết\" ngày 15/7/2026"),
    CatalogueEntry(
      code: "KT521", title: "quy trình còn là của năm trước",
      explanation: "Kịch bản kế thừa quy trình của năm trước nên mọi ngày đều thuộc năm trước. "
        + "Hạn của bước, `số ngày chậm` tính theo các ngày ấy, vì vậy cần viết lại quy trình cho năm nay.",
      wrongExample: """
        kế thừa "../2026/phong-trao.thidua"
        sửa đổi phong trào
          năm: 2027
        hết
        """,
      rightExample: """
        kế thừa "../2026/phong-trao.thidua"
        sửa đổi phong trào
          năm: 2027
        hết
        quy trình "Bình xét năm 2027"
          bước 1 "Tự chấm" do thành viên, hạn 30/11/2027
        hết
        """),
    CatalogueEntry(
      code: "KT388", title: "bắt đầu sau hạn",
      explanation: "Trong \"từ … đến …\" ngày đầu không được sau ngày cuối.",
      wrongExample: "bước 2 \"Tự chấm\" do thành viên, từ 30/11/2026 đến 1/11/2026",
      rightExample: "bước 2 \"Tự chấm\" do thành viên, từ 1/11/2026 đến 30/11/2026"),
    CatalogueEntry(
      code: "KT389", title: "đếm ngày từ một bước không có hạn",
      explanation: "\"hạn 10 ngày sau bước 2\" đếm từ hạn của bước 2, nên bước 2 phải ghi hạn.",
      wrongExample: "bước 2 \"Chấm\" do thành viên\nbước 3 \"Họp\" do cụm trưởng, hạn 5 ngày sau "
        + "bước 2",
      rightExample: "bước 2 \"Chấm\" do thành viên, hạn 30/11/2026\n"
        + "bước 3 \"Họp\" do cụm trưởng, hạn 5 ngày sau bước 2"),
    CatalogueEntry(
      code: "KT393", title: "hạn không theo thứ tự bước",
      explanation: "Bước đánh số sau lại có hạn sớm hơn bước đánh số trước. Có thể đúng khi hai "
        + "bước "
        + "làm song song, nhưng thường là gõ nhầm tháng hoặc năm.",
      wrongExample: "bước 1 \"Chấm\" do thành viên, hạn 30/11/2026\nbước 2 \"Họp\" do cụm trưởng, "
        + "hạn "
        + "10/2/2026",
      rightExample: "bước 1 \"Chấm\" do thành viên, hạn 30/11/2026\nbước 2 \"Họp\" do cụm trưởng, "
        + "hạn "
        + "10/12/2026"),
    CatalogueEntry(
      code: "KT394", title: "số ngày chậm của bước không có hạn",
      explanation: "Không có hạn thì không có chậm.",
      wrongExample: "bước 5 \"Bỏ phiếu\" do tập thể\n…\ntrừ 1 điểm cho mỗi số ngày chậm bước 5",
      rightExample: "bước 5 \"Bỏ phiếu\" do tập thể, hạn 20/12/2026"),
    CatalogueEntry(
      code: "KT398", title: "in tiến độ mà không có quy trình",
      explanation: "Tiến độ là của các bước trong khối quy trình.",
      wrongExample: "in tiến độ đến ngày 20/11/2026",
      rightExample: "quy trình \"Bình xét\"\n  bước 1 \"Tự chấm\" do tập thể, hạn 30/11/2026\nhết\n"
        + "in tiến độ đến ngày 20/11/2026"),
  ]

  private static let closingEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT390", title: "chưa nói cách xử lý số liệu sau ngày chốt",
      explanation: "Có ba cách: báo lỗi (không nhận), chỉ nhắc (nêu tên, vẫn tính), không tính "
        + "(nêu "
        + "tên, để sang kỳ sau). Máy không tự chọn.",
      wrongExample: "chốt số liệu của sự việc theo ngày xảy ra đến ngày 15/12/2026",
      rightExample: "chốt số liệu của sự việc theo ngày xảy ra đến ngày 15/12/2026, sau ngày chốt "
        + "thì "
        + "không tính"),
    CatalogueEntry(
      code: "KT391", title: "chưa nói chốt số liệu nào",
      explanation: "Nếu chỉ có một loại có đúng một trường ngày thì được bỏ; nếu không phải ghi "
        + "loại "
        + "đối tượng và trường ngày.",
      wrongExample: "chốt số liệu đến ngày 15/12/2026, sau ngày chốt thì báo lỗi",
      rightExample: "chốt số liệu của sự việc theo ngày xảy ra đến ngày 15/12/2026, sau ngày chốt "
        + "thì "
        + "báo lỗi"),
    CatalogueEntry(
      code: "KT392", title: "không có trường ngày ấy",
      explanation: "Ngày chốt so với một trường loại ngày có trong số liệu.",
      wrongExample: "chốt số liệu của sự việc theo nội dung đến ngày 15/12/2026, sau ngày chốt "
        + "thì báo "
        + "lỗi",
      rightExample: "chốt số liệu của sự việc theo ngày xảy ra đến ngày 15/12/2026, sau ngày chốt "
        + "thì "
        + "báo lỗi"),
    CatalogueEntry(
      code: "KT395", title: "chốt số liệu hai lần",
      explanation: "Một loại số liệu chỉ có một ngày chốt.",
      wrongExample: "chốt số liệu của sự việc đến ngày 15/12/2026, sau ngày chốt thì báo lỗi\n"
        + "chốt số liệu của sự việc đến ngày 20/12/2026, sau ngày chốt thì báo lỗi",
      rightExample: "chốt số liệu của sự việc đến ngày 20/12/2026, sau ngày chốt thì báo lỗi"),
    CatalogueEntry(
      code: "DL073", title: "số liệu sau ngày chốt",
      explanation: "Kịch bản chốt số liệu và không nhận dòng nào sau ngày ấy.",
      wrongExample: "mã;ngày xảy ra\nSV01;20/12/2026",
      rightExample: "mã;ngày xảy ra\nSV01;10/12/2026"),
    CatalogueEntry(
      code: "DL074", title: "số liệu sau ngày chốt, vẫn tính",
      explanation: "Kịch bản ghi chỉ nhắc: máy nêu các dòng ấy và vẫn tính.",
      wrongExample: "mã;ngày xảy ra\nSV01;20/12/2026",
      rightExample: "mã;ngày xảy ra\nSV01;10/12/2026"),
    CatalogueEntry(
      code: "DL075", title: "số liệu sau ngày chốt, không tính",
      explanation: "Kịch bản ghi không tính: máy nêu các dòng ấy và bỏ ra khỏi kỳ này.",
      wrongExample: "mã;ngày xảy ra\nSV01;20/12/2026",
      rightExample: "mã;ngày xảy ra\nSV01;10/12/2026"),
  ]

  private static let progressEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "DL070", title: "trùng dòng tiến độ",
      explanation: "Một người phụ trách chỉ có một dòng cho một bước; hai dòng thì không biết "
        + "ngày nào "
        + "đúng.",
      wrongExample: "bước;đơn vị;ngày xong\n2;TT01;28/11/2026\n2;TT01;1/12/2026",
      rightExample: "bước;đơn vị;ngày xong\n2;TT01;28/11/2026"),
    CatalogueEntry(
      code: "DL071", title: "không phụ trách bước ấy",
      explanation: "Dòng tiến độ ghi một đơn vị không làm bước ấy theo quy trình.",
      wrongExample: "bước;đơn vị;ngày xong\n1;TT05;10/7/2026   (bước 1 do cụm trưởng, là TT01)",
      rightExample: "bước;đơn vị;ngày xong\n1;TT01;10/7/2026"),
    CatalogueEntry(
      code: "DL072", title: "tiến độ chưa ghi của ai",
      explanation: "Bước có nhiều người phụ trách thì mỗi dòng phải ghi là của ai.",
      wrongExample: "bước;đơn vị;ngày xong\n2;;28/11/2026",
      rightExample: "bước;đơn vị;ngày xong\n2;TT01;28/11/2026"),
    CatalogueEntry(
      code: "CH090", title: "ngày tính tiến độ đang trống",
      explanation: "Sau \"in tiến độ đến\" là một ngày; biểu thức ở đó cho kết quả trống.",
      wrongExample: "đặt d = cao nhất(ngày xong của tiến độ)   (chưa ai xong)\nin tiến độ đến d",
      rightExample: "in tiến độ đến ngày 20/11/2026"),
    CatalogueEntry(
      code: "TL040", title: "chưa nói tính tiến độ đến ngày nào",
      explanation: "Lệnh tiến-độ cần ngày tính, vì máy không xem đồng hồ.",
      wrongExample: "thidua tiến-độ phong-trao.thidua",
      rightExample: "thidua tiến-độ phong-trao.thidua --ngày 20/11/2026"),
    CatalogueEntry(
      code: "TL041", title: "kịch bản không có quy trình",
      explanation: "Lệnh tiến-độ chỉ dùng với kịch bản có khối quy trình.",
      wrongExample: "thidua tiến-độ cham-diem.thidua --ngày 20/11/2026   (không có khối quy trình)",
      rightExample: "quy trình \"Bình xét\"\n  bước 1 \"Tự chấm\" do tập thể, hạn 30/11/2026\nhết"),
  ]
}
