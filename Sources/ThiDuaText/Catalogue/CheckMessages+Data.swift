// Wording of the checking stage, part 6: fields, data, parameters, requirements, examples, the
// campaign and its clusters (KT080…KT099). See CheckMessages.swift.

extension CheckMessages {
  /// Two `dữ liệu` for one kind.
  public static func dataTwice(_ kind: String, span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      code: "KT080", message: "dữ liệu của \(kind) được khai báo hai lần", span: span,
      label: "khai báo lần nữa ở đây", labels: [.init(first, "khai báo lần đầu ở đây")],
      why: "Mỗi loại đối tượng lấy số liệu từ một nơi, để không lẫn hai nguồn.",
      advice: "Bỏ một khai báo, hoặc gộp hai tệp làm một.")
  }

  /// `tính theo phần trăm` on a field that is no ratio.
  public static func percentNeedsRatio(_ field: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT082",
      message: "\"tính theo phần trăm\" chỉ dùng cho trường tỷ lệ, còn \(Wording.quoted(field)) "
        + "thì không", span: span,
      why: "Mệnh đề này đổi 85 trong tệp thành 85%.",
      advice: "Khai báo \"\(field): tỷ lệ\", hoặc bỏ \", tính theo phần trăm\".")
  }

  /// `từ 10 đến 0`.
  public static func emptyRange(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT083", message: "không số nào nằm trong giới hạn của trường này", span: span,
      why: "Giới hạn dưới lớn hơn giới hạn trên.", advice: "Viết số nhỏ trước: từ 0 đến 10.")
  }

  /// Bounds on a field that is no number.
  public static func boundsNeedNumber(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT084", message: "chỉ trường số mới có giới hạn từ … đến …", span: span,
      why: "Giới hạn so sánh bằng số; trường này không phải là số.",
      advice: "Bỏ giới hạn, hoặc khai báo loại số, số lượng hay tỷ lệ. Muốn giới hạn trong vài "
        + "giá trị "
        + "chữ thì khai báo thang bậc.")
  }

  /// `ngày nộp: ngày, đơn vị tính buổi`, `tỷ lệ số hóa: tỷ lệ, đơn vị tính điểm`.
  public static func unitNeedsNumber(_ unit: String, isShare: Bool, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT540", message: "trường này không có đơn vị tính \(Wording.quoted(unit))", span: span,
      why: isShare
        ? "Trường loại tỷ lệ bao giờ cũng ghi bằng phần trăm."
        : "Đơn vị tính cho biết con số đếm cái gì; trường này không phải là số.",
      advice: isShare
        ? "Bỏ đơn vị tính, hoặc khai báo loại số hay số lượng."
        : "Bỏ đơn vị tính, hoặc khai báo loại số hay số lượng nếu ô ghi con số.")
  }

  /// `lập danh sách X` on a field that refers to nobody.
  public static func inverseNeedsReference(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT085",
      message: "không lập được danh sách \(Wording.quoted(name)) từ trường này", span: span,
      why: "Danh sách được lập cho đối tượng mà trường chỉ đến; trường này không chỉ đến đối "
        + "tượng nào.",
      advice: "Khai báo loại của trường là một loại đối tượng: "
        + "đơn vị: tập thể, lập danh sách \(name).")
  }

  /// A parameter whose value depends on subjects.
  public static func parameterFromData(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT086",
      message: "tham số \(Wording.quoted(name)) không được tính từ dữ "
        + "liệu", span: span,
      why: "Tham số là con số ghi sẵn trong quy định, biết trước khi nạp dữ liệu.",
      advice: "Viết giá trị cụ thể; nếu phải tính từ dữ liệu thì viết ở phần lệnh: đặt \(name) = "
        + "….")
  }

  /// `yêu cầu giải trình` of nobody.
  public static func explanationNeedsKind(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT087", message: "yêu cầu giải trình chưa ghi là của ai", span: span,
      why: "Phải biết đối tượng nào giải trình thì mới xem được ô giải trình của đối tượng ấy.",
      advice: "Viết: yêu cầu giải trình của tập thể khi ….")
  }

  /// `yêu cầu giải trình` where the kind has no such field.
  public static func explanationFieldMissing(_ kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT088", message: "\(kind) không có trường \"giải trình\"", span: span,
      why: "Yêu cầu giải trình xem ô giải trình có trống hay không.",
      advice: "Thêm vào khối đối tượng \(kind): giải trình: chữ, được để trống.")
  }

  /// An example without `kết quả`.
  public static func exampleWithoutResult(_ title: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT089", message: "ví dụ \(Wording.quoted(title)) chưa có dòng kết quả nào", span: span,
      why: "Ví dụ không có kết quả mong đợi thì không kiểm thử được gì.",
      advice: "Thêm dòng như: kết quả tổng điểm của tập thể \"TT01\" = 95.")
  }

  /// An anniversary whose years do not add up; `said` as the script writes it.
  public static func anniversaryWrong(said: String, counted: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT090",
      message: "số năm kỷ niệm ghi là \(said), tính theo hai ngày đã ghi thì là "
        + String(counted), span: span,
      why: "Số năm phải bằng hiệu của hai năm trong dòng này.",
      advice: "Sửa thành \(counted) năm, hoặc kiểm tra lại hai ngày.")
  }

  /// A declared kind `cụm` beside clusters.
  public static func clusterKindTaken(span: Span, kind: Span) -> Diagnostic {
    Diagnostic(
      code: "KT091", message: "vừa khai báo cụm, vừa khai báo đối tượng tên là \"cụm\"", span: span,
      label: "khai báo cụm ở đây", labels: [.init(kind, "khai báo đối tượng ở đây")],
      why: "Các khối cụm đã tạo sẵn loại đối tượng cụm; hai khai báo sẽ có hai danh sách cụm.",
      advice: "Bỏ khối đối tượng cụm, hoặc bỏ các khối cụm và nạp danh sách cụm từ dữ liệu.")
  }

  /// A cluster with a head while no kind of subject belongs to clusters.
  public static func clusterWithoutMembers(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT092",
      message: "\(Wording.quoted(name)) có cụm trưởng mà không biết thành viên là "
        + "ai",
      span: span, why: "Chưa loại đối tượng nào có trường cụm.",
      advice: "Thêm vào khối đối tượng, ví dụ đối tượng tập thể: cụm: cụm, lập danh sách thành "
        + "viên.")
  }

  /// Explanations of the codes above.
  static let dataEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT080", title: "dữ liệu khai báo hai lần",
      explanation: "Mỗi loại đối tượng lấy số liệu từ một dòng \"dữ liệu\"; số liệu riêng để thử "
        + "thì đặt trong khối \"ví dụ\".",
      wrongExample: """
        dữ liệu tập thể từ "cum-1.csv"
        dữ liệu tập thể từ "cum-2.csv"
        """,
      rightExample: "dữ liệu tập thể từ \"tap-the.csv\""),
    CatalogueEntry(
      code: "KT082", title: "\"tính theo phần trăm\" cho trường khác",
      explanation: "\"tính theo phần trăm\" đọc 85 thành 85%, nên chỉ dùng cho trường có loại tỷ "
        + "lệ.",
      wrongExample: "cột \"Điểm (%)\" là điểm, tính theo phần trăm   # điểm: số",
      rightExample: """
        cột "Tỷ lệ HT (%)" là tỷ lệ hoàn thành, tính theo phần trăm   # tỷ lệ hoàn thành: tỷ lệ
        """),
    CatalogueEntry(
      code: "KT083", title: "giới hạn viết ngược",
      explanation: "Giới hạn của trường viết số nhỏ trước, số lớn sau; viết ngược thì không giá "
        + "trị nào hợp lệ.",
      wrongExample: "điểm thẩm tra: số, từ 10 đến 0",
      rightExample: "điểm thẩm tra: số, từ 0 đến 10"),
    CatalogueEntry(
      code: "KT540", title: "đơn vị tính cho trường không phải số",
      explanation: "Đơn vị tính nói con số của trường đếm cái gì, nên chỉ dùng cho trường loại số "
        + "hay số lượng. Trường loại tỷ lệ đã có đơn vị là phần trăm.",
      wrongExample: "ngày nộp: ngày, đơn vị tính buổi",
      rightExample: "số buổi học: số lượng, từ 0 đến 100, đơn vị tính buổi"),
    CatalogueEntry(
      code: "KT084", title: "giới hạn cho trường không phải số",
      explanation: "Giới hạn từ … đến … chỉ dùng cho số, số lượng và tỷ lệ. Trường chữ chỉ nhận "
        + "vài giá trị thì dùng thang bậc.",
      wrongExample: "khối: chữ, từ 1 đến 5",
      rightExample: "khối: số lượng, từ 1 đến 5"),
    CatalogueEntry(
      code: "KT085", title: "lập danh sách từ trường không phải đối tượng",
      explanation: "\"lập danh sách\" tạo danh sách ở đối tượng mà trường chỉ đến, nên loại của "
        + "trường phải là một loại đối tượng.",
      wrongExample: "đơn vị: chữ, lập danh sách thành viên",
      rightExample: "đơn vị: tập thể, lập danh sách thành viên"),
    CatalogueEntry(
      code: "KT086", title: "tham số tính từ dữ liệu",
      explanation: "Tham số là con số ghi trong quy định và được biết trước khi nạp dữ liệu, nên "
        + "không được dùng số liệu của đối tượng.",
      wrongExample: "tham số điểm bình quân = trung bình(tổng điểm của tập thể)",
      rightExample: "đặt điểm bình quân = trung bình(tổng điểm của tập thể)"),
    CatalogueEntry(
      code: "KT087", title: "yêu cầu giải trình không ghi của ai",
      explanation: "\"yêu cầu giải trình\" kiểm tra ô giải trình của từng đối tượng, nên phải ghi "
        + "là của loại nào.",
      wrongExample: "yêu cầu giải trình khi chênh lệch từ 5 điểm trở lên",
      rightExample: "yêu cầu giải trình của tập thể khi chênh lệch từ 5 điểm trở lên"),
    CatalogueEntry(
      code: "KT088", title: "thiếu trường giải trình",
      explanation: "Loại đối tượng phải giải trình cần có trường tên là \"giải trình\", được để "
        + "trống.",
      wrongExample: """
        đối tượng tập thể
          mã: chữ, khóa
          điểm: số
        hết
        yêu cầu giải trình của tập thể khi điểm từ 95 trở lên
        """,
      rightExample: """
        đối tượng tập thể
          mã: chữ, khóa
          điểm: số
          giải trình: chữ, được để trống
        hết
        yêu cầu giải trình của tập thể khi điểm từ 95 trở lên
        """),
    CatalogueEntry(
      code: "KT089", title: "ví dụ không có kết quả",
      explanation: "Khối \"ví dụ\" để kiểm thử, nên phải có ít nhất một dòng \"kết quả\".",
      wrongExample: """
        ví dụ "điểm cao nhất"
          dữ liệu tập thể
            | mã | điểm |
            | A | 100 |
        hết
        """,
      rightExample: """
        ví dụ "điểm cao nhất"
          dữ liệu tập thể
            | mã | điểm |
            | A | 100 |
          kết quả mức hoàn thành của tập thể "A" = "Tốt"
        hết
        """),
    CatalogueEntry(
      code: "KT090", title: "số năm kỷ niệm không khớp",
      explanation: "Số năm kỷ niệm phải bằng hiệu của hai năm ghi trong cùng dòng, để không in sai "
        + "vào văn bản.",
      wrongExample: "kỷ niệm: 95 năm; \"ngày truyền thống\", từ 14/10/1930 đến 14/10/2026",
      rightExample: "kỷ niệm: 96 năm; \"ngày truyền thống\", từ 14/10/1930 đến 14/10/2026"),
    CatalogueEntry(
      code: "KT091", title: "cụm khai báo hai kiểu",
      explanation: "Khai báo các khối \"cụm\" thì loại đối tượng cụm có sẵn; muốn nạp danh sách "
        + "cụm từ tệp thì chỉ khai báo \"đối tượng cụm\".",
      wrongExample: """
        đối tượng cụm
          mã: chữ, khóa
        hết
        cụm 1 "Cụm thi đua số 1"
          theo dõi: "Phòng Tổ chức Đảng"
        hết
        """,
      rightExample: """
        cụm 1 "Cụm thi đua số 1"
          theo dõi: "Phòng Tổ chức Đảng"
        hết
        """),
    CatalogueEntry(
      code: "KT092", title: "cụm không có thành viên",
      explanation: "Cụm trưởng, cụm phó, thành viên là các đối tượng thuộc cụm, nên phải có loại "
        + "đối tượng mang trường \"cụm\".",
      wrongExample: """
        đối tượng tập thể
          mã: chữ, khóa
        hết
        cụm 1 "Cụm thi đua số 1"
          cụm trưởng: "TT01"
        hết
        """,
      rightExample: """
        đối tượng tập thể
          mã: chữ, khóa
          cụm: cụm, lập danh sách thành viên
        hết
        cụm 1 "Cụm thi đua số 1"
          cụm trưởng: "TT01"
        hết
        """),
  ]
}
