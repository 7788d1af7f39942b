// THE table of words, part 2: heads of statements. The first words of a line say what the line is.
// To add a head: one case, one row, one example (HeadExamples.swift), and the parser's `switch` over `Head`
// will not compile until it is read.

/// A phrase that opens a statement at the start of a line.
public enum Head: String, Sendable, CaseIterable {
  case campaign = "phong trào"
  case document = "văn bản"
  case subjectKind = "đối tượng"
  case cluster = "cụm"
  case parameter = "tham số"
  case scale = "thang bậc"
  case holidays = "ngày nghỉ"
  case workedDays = "ngày làm bù"
  case units = "đơn vị tính"
  case group = "nhóm"
  case criterion = "tiêu chí"
  case bonus = "điểm thưởng"
  case penalty = "điểm trừ"
  case method = "cách chấm"
  case judging = "cách xét"
  case scoreColumns = "cột điểm"
  case decisionTable = "bảng quyết định"
  case classification = "xếp loại"
  case ranking = "xếp hạng"
  case title = "danh hiệu"
  case award = "hình thức khen thưởng"
  case council = "hội đồng"
  case requirement = "yêu cầu"
  case warning = "cảnh báo"
  case cancellation = "hủy kết quả"
  case process = "quy trình"
  case closing = "chốt số liệu"
  case data = "dữ liệu"
  case history = "lịch sử"
  case example = "ví dụ"
  case result = "kết quả"
  case function = "hàm"
  case procedure = "thủ tục"
  case importing = "dùng"
  case inheriting = "kế thừa"
  case amending = "sửa đổi"
  case supplementing = "bổ sung"
  case replacing = "thay thế"
  case repealing = "bãi bỏ"
  case set = "đặt"
  case branch = "nếu"
  case forEach = "với mỗi"
  case whileLoop = "trong khi"
  case giveBack = "trả về"
  case leaveLoop = "thoát vòng lặp"
  case nextRound = "vòng kế tiếp"
  case call = "gọi"
  case print = "in"
  case printTable = "in bảng"
  case printProgress = "in tiến độ đến"
  case export = "xuất"
  case why = "vì sao"
  case whyNot = "vì sao không"
  case assume = "giả sử"
  case liftAssumptions = "bỏ giả sử"
  case listAssumptions = "liệt kê giả sử"
  case compare = "so sánh"
  case whatIfTable = "bảng giả sử"
  case howMuch = "cần bao nhiêu"
  case whatFor = "cần gì để"
  case robustness = "độ vững của"
  case report = "xuất báo cáo"
  case paper = "lập"
  case store = "lưu kết quả"
  case end = "hết"

  /// The row of this head in the table.
  public var keyword: Keyword {
    switch self {
    case .campaign:
      row([.script], .attributes, "phong trào thi đua: tên, năm, cơ quan ban hành, chủ đề…")
    case .document:
      row(
        [.script], .none, connectors: ["kèm theo"], "một văn bản, có ký hiệu để `căn cứ` nhắc tới")
    case .subjectKind:
      row([.script], .attributes, "một loại đối tượng được chấm và các trường của nó")
    case .cluster:
      row([.script], .attributes, "một cụm thi đua: cụm trưởng, cụm phó, thành viên")
    case .parameter:
      row([.script], .none, equals: true, "một con số dùng chung, có thể ghi ngày áp dụng")
    case .scale:
      row([.script], .none, "các bậc xếp theo thứ tự, ví dụ mức kỷ luật")
    case .holidays:
      row([.script], .none, "các ngày nghỉ mà `số ngày làm việc` không tính")
    case .workedDays:
      row([.script], .none, "các thứ bảy, chủ nhật làm bù, `số ngày làm việc` tính cả")
    case .units:
      row([.script], .none, "thêm đơn vị tính được viết sau con số")
    case .group:
      row([.script], .enclosed, "một nhóm tiêu chí: cộng điểm các tiêu chí, giữ trong mức tối đa")
    case .criterion:
      row([.script, .group], .rules, "một tiêu chí và cách tính điểm")
    case .bonus:
      row([.script], .rules, "điểm thưởng: các dòng `cộng`, có mức tối đa")
    case .penalty:
      row([.script], .rules, "điểm trừ: các dòng `trừ`, có mức tối đa")
    case .method:
      row([.script], .rules, connectors: ["dùng"], "một cách chấm dùng lại cho nhiều tiêu chí")
    case .judging:
      row(
        [.script], .rules, connectors: ["dùng"],
        "những điều kiện dùng lại cho nhiều danh hiệu, hình thức khen thưởng")
    case .scoreColumns:
      row([.script], .none, "các cột điểm của phiếu chấm: tự chấm, thẩm định")
    case .decisionTable:
      row([.script], .rules, "một bảng tra: mỗi dòng một trường hợp, mỗi cột kết quả một giá trị")
    case .classification:
      row([.script], .rules, "xếp loại thành các mức, mức cao viết trước")
    case .ranking:
      row([.script], .rules, "xếp hạng, có thể trong mỗi cụm")
    case .title:
      row(
        [.script], .rules, connectors: ["số", "đủ điều kiện"],
        "một danh hiệu: điều kiện, chỉ tiêu, thứ tự xét")
    case .award:
      row(
        [.script], .rules, connectors: ["số", "đủ điều kiện"],
        "một hình thức khen thưởng: điều kiện, chỉ tiêu, thứ tự xét")
    case .council:
      row([.script], .attributes, "một hội đồng: số thành viên, mức có mặt")
    case .requirement:
      row([.script], .none, equals: true, "điều bắt buộc đúng; sai thì dừng và nêu tên đối tượng")
    case .warning:
      row([.script], .none, equals: true, "điều cần xem lại; sai thì chỉ nhắc")
    case .cancellation:
      row([.script], .none, "hủy kết quả đã có của một đối tượng, theo quyết định nào")
    case .process:
      row(
        [.script], .enclosed, connectors: ["do", "sau"],
        "các bước của một quy trình: việc gì, ai làm, hạn nào; các mốc")
    case .closing:
      row(
        [.script], .none, connectors: ["theo", "đến"],
        "ngày chốt số liệu; số liệu sau ngày ấy thì báo lỗi, chỉ nhắc hay không tính")
    case .data:
      row([.script, .example], .rules, connectors: ["từ"], "số liệu: từ tệp, hoặc các dòng | … |")
    case .history:
      row(
        [.script, .example], .rules, connectors: ["từ"],
        "kết quả các năm trước: từ tệp, từ kho, hoặc các dòng | … |")
    case .example:
      row([.script], .enclosed, "một phép thử: số liệu riêng rồi các dòng `kết quả`")
    case .result:
      row([.example], .none, equals: true, "điều phải đúng ở cuối một ví dụ")
    case .function:
      row([.script], .enclosed, equals: true, "một hàm: nhận giá trị, trả về giá trị")
    case .procedure:
      row([.script], .enclosed, "một thủ tục: các lệnh dùng lại, có thể in và xuất")
    case .importing:
      row([.script], .none, "dùng các khai báo của tệp khác hoặc của thư viện")
    case .inheriting:
      row([.script], .none, "bắt đầu từ các khai báo của kịch bản năm trước")
    case .amending:
      row(
        [.script], .rules, connectors: ["từ"], equals: true,
        "sửa một quy định đã có: dòng viết ra thay dòng cùng loại, dòng khác giữ nguyên")
    case .supplementing:
      row([.script], .rules, equals: true, "thêm dòng, trường, tiêu chí vào khối đã có")
    case .replacing:
      row([.script], .rules, equals: true, "thay cả một quy định đã có bằng quy định viết ở đây")
    case .repealing:
      row([.script], .none, equals: true, "bỏ những quy định đã có")
    case .set:
      row(
        [.script, .statements, .example], .none, equals: true, "đặt hoặc đổi giá trị của một biến")
    case .branch:
      row(.actions, .enclosed, equals: true, "chọn lệnh theo điều kiện")
    case .forEach:
      row(.actions, .enclosed, connectors: ["trong"], "làm lần lượt với từng phần tử")
    case .whileLoop:
      row(.actions, .enclosed, equals: true, "lặp lại khi điều kiện còn đúng")
    case .giveBack:
      row(.actions, .none, equals: true, "kết thúc hàm với một giá trị")
    case .leaveLoop:
      row(.actions, .none, "ra khỏi vòng lặp đang chạy")
    case .nextRound:
      row(.actions, .none, "bỏ phần còn lại, sang vòng kế tiếp")
    case .call:
      row(.actions, .none, "gọi một thủ tục hoặc một hàm")
    case .print:
      row(.actions, .none, "in giá trị ra màn hình")
    case .printTable:
      row(.actions, .none, "in một bảng, mỗi đối tượng một dòng")
    case .printProgress:
      row(.actions, .none, "in việc nào đã xong, chậm, quá hạn, còn hạn, tính đến một ngày")
    case .export:
      row(.actions, .none, connectors: ["ra"], "xuất một bảng ra tệp")
    case .why:
      row(
        .actions, .none, connectors: ["ra"],
        "giải thích một giá trị: từ dòng quy tắc, căn cứ đến ô số liệu")
    case .whyNot:
      row(
        .actions, .none, connectors: ["ra"],
        "giải thích vì sao không đạt danh hiệu: điều kiện nào thiếu, thiếu bao nhiêu")
    case .assume:
      row(
        [.script], .enclosed, connectors: ["theo"], equals: true,
        "số liệu, tham số hay quy tắc khác đi: một dòng, hoặc một khối có tên")
    case .liftAssumptions:
      row([.script], .none, "thôi giả sử: trở lại số liệu và quy tắc đang có")
    case .listAssumptions:
      row([.script], .none, "các giả sử đã khai và đang dùng")
    case .compare:
      row(
        [.script], .none, connectors: ["với", "hiện hành", "giả sử", "kịch bản", "ra"],
        "ai đổi điểm, hạng, mức, danh hiệu giữa hai trường hợp, vì quy tắc nào")
    case .whatIfTable:
      row(
        [.script], .none, connectors: ["theo", "ra"], equals: true,
        "bảng kết quả khi một hoặc hai số liệu thay đổi")
    case .howMuch:
      row(
        [.script], .none, connectors: ["để", "ra"], equals: true,
        "một số liệu phải là bao nhiêu thì điều kiện đúng")
    case .whatFor:
      row(
        [.script], .none, connectors: ["ra"], equals: true,
        "đổi từng số liệu thế nào thì điều kiện đúng")
    case .robustness:
      row(
        [.script], .none, connectors: ["trong", "ra"],
        "thay đổi nhỏ nhất của một số liệu làm hạng, mức hay danh hiệu khác đi")
    case .report:
      row(
        [.script], .none, connectors: ["ra"],
        "báo cáo kết quả đầy đủ: trang web, sổ tính Excel hoặc JSON")
    case .paper:
      row(
        [.script], .none, connectors: ["cho", "ra"],
        "lập văn bản Word từ mẫu có sẵn hoặc mẫu riêng của cơ quan")
    case .store:
      row(
        [.script], .none,
        "cất kịch bản, số liệu và kết quả vào kho để năm sau dùng và tra lại")
    case .end:
      row(.anywhere, .none, "đóng khối đang mở")
    }
  }

  private func row(
    _ places: [Keyword.Place], _ block: Keyword.Block,
    connectors: [String] = [], equals: Bool = false, _ meaning: String
  ) -> Keyword {
    Keyword(
      rawValue, .head, in: places, block: block, connectors: connectors, takesEquals: equals,
      meaning, example: example)
  }
}

extension [Keyword.Place] {
  fileprivate static let actions: [Keyword.Place] = [.script, .statements]
  fileprivate static let anywhere: [Keyword.Place] = [.script, .statements, .group, .example]
}

/// A phrase that opens a line inside a rule block.
public enum LineHead: String, Sendable, CaseIterable {
  case applies = "áp dụng khi"
  case doesNotApply = "không áp dụng khi"
  case gate = "chỉ chấm khi"
  case tier = "được tính"
  case otherwise = "còn lại"
  case direct = "chấm trực tiếp"
  case byMethod = "chấm"
  case add = "cộng"
  case deduct = "trừ"
  case step = "nếu"
  case allowNegative = "được âm"
  case allowOverflow = "được vượt thang"
  case highestOnly = "chỉ tính dòng cao nhất"
  case item = "mục"
  case oncePerEvent = "mỗi"
  case binding = "đặt"
  case notClassified = "không xếp loại khi"
  case limit = "hạn mức"
  case notRanked = "không xếp hạng khi"
  case orderBy = "theo"
  case ties = "vẫn bằng nhau thì"
  case byJudging = "xét theo"
  case condition = "điều kiện"
  case excluded = "không xét khi"
  case deferred = "chưa xét khi"
  case achievementsSince = "thành tích tính từ"
  case quotaShare = "đề nghị không quá"
  case quotaCount = "đề nghị tối đa"
  case order = "theo thứ tự"
  case preference = "bằng nhau thì ưu tiên"
  case councilTies = "bằng nhau ở chỗ cuối thì hội đồng bỏ phiếu"
  case minimumShare = "trong đó ít nhất"
  case notTogether = "không đồng thời với"
  case prize = "tiền thưởng"
  case exception = "riêng trường hợp"
  case round = "làm tròn"
  case evidence = "minh chứng"
  case basis = "căn cứ"
  case processStep = "bước"
  case milestone = "mốc"
  case column = "cột"
  case ignoredColumns = "bỏ qua cột"
  case key = "khóa"

  /// The row of this line head in the table.
  public var keyword: Keyword {
    switch self {
    case .applies:
      row(.scoring + [.group], "chỉ áp dụng khi điều kiện đúng")
    case .doesNotApply:
      row(.scoring + [.group], "không áp dụng khi điều kiện đúng; nói rõ quy đổi hay bỏ ra")
    case .gate: row(.scoring + [.group], "điều kiện không đúng thì 0 điểm")
    case .tier: row(.scoring + [.column], "điểm được tính, có thể kèm `khi` điều kiện")
    case .otherwise: row(.scoring + [.column], "điểm khi không dòng `được tính` nào đúng")
    case .direct: row([.criterion], "điểm do người chấm nhập")
    case .byMethod: row([.criterion], "chấm theo một `cách chấm`")
    case .add: row(.scoring, "cộng điểm, có thể `cho mỗi` đơn vị đếm")
    case .deduct: row(.scoring, "trừ điểm, có thể `cho mỗi` đơn vị đếm")
    case .step: row(.scoring, equals: true, "cứ thêm hoặc giảm bao nhiêu thì cộng hoặc trừ điểm")
    case .allowNegative: row(.scoring + [.group], "cho phép điểm âm")
    case .allowOverflow: row(.scoring + [.group], "cho phép vượt mức tối đa")
    case .highestOnly: row([.criterion], "chỉ tính dòng cho điểm cao nhất")
    case .item: row([.criterion], "các dòng cùng mục loại trừ nhau, khác mục thì cộng lại")
    case .oncePerEvent:
      row(
        [.criterion, .award],
        "mỗi sự việc chỉ trừ một lần, ở mức cao nhất; mỗi năm, mỗi sáng kiến chỉ dùng một lần")
    case .binding: row([.method], equals: true, "đặt tên cho một giá trị trong cách chấm")
    case .notClassified: row([.classification], "không xếp loại khi điều kiện đúng")
    case .limit: row([.classification], "hạn mức của một mức xếp loại")
    case .notRanked: row([.ranking], "không xếp hạng khi điều kiện đúng")
    case .orderBy: row([.ranking], "thứ tự xếp hạng")
    case .ties: row([.ranking], "cách xử lý khi vẫn bằng nhau")
    case .byJudging: row([.award], "lấy các dòng của một `cách xét`")
    case .condition: row([.award], equals: true, "điều kiện phải đạt")
    case .excluded: row([.award], "không xét khi điều kiện đúng")
    case .deferred: row([.award], "chưa xét khi điều kiện đúng")
    case .achievementsSince: row([.award], "chỉ tính thành tích từ ngày này trở đi")
    case .quotaShare: row([.award], "chỉ tiêu theo tỷ lệ")
    case .quotaCount: row([.award], "chỉ tiêu theo số lượng")
    case .order: row([.award], "thứ tự xét chỉ tiêu")
    case .preference: row([.award, .ranking], equals: true, "bằng nhau thì ai được ưu tiên")
    case .councilTies: row([.award], "bằng nhau ở chỗ cuối thì chờ hội đồng")
    case .minimumShare: row([.award], equals: true, "phần ít nhất phải dành cho ai")
    case .notTogether: row([.award], "không đồng thời nhận với danh hiệu khác")
    case .prize: row([.award], "mức tiền thưởng")
    case .exception:
      row(
        .scoring + [.group, .column, .classification, .award], equals: true,
        "ngoại lệ, thắng quy tắc chung")
    case .round: row(.scoring + [.group, .column], "làm tròn kết quả")
    case .evidence: row(.scoring + [.group], "minh chứng phải có")
    case .basis:
      row(
        .scoring
          + [.group, .column, .decisionTable, .classification, .ranking, .award, .process],
        "điều khoản làm căn cứ của khối")
    case .processStep: row([.process], "một bước: việc gì, ai làm, hạn nào")
    case .milestone: row([.process], "một mốc: việc gì, ngày nào")
    case .column: row([.data], "cột của tệp ứng với trường nào")
    case .ignoredColumns: row([.data], "các cột của tệp không dùng tới")
    case .key: row([.subjectKind], "các trường cùng làm khóa")
    }
  }

  private func row(
    _ places: [Keyword.Place], equals: Bool = false, _ meaning: String
  ) -> Keyword {
    Keyword(rawValue, .line, in: places, takesEquals: equals, meaning, example: example)
  }
}

extension [Keyword.Place] {
  fileprivate static let scoring: [Keyword.Place] = [.criterion, .method]
}
