// THE table of words, part 3: the phrases inside a line. See Keyword.swift for the contract.

/// A phrase that opens a clause after a comma.
public enum ClauseHead: String, Sendable, CaseIterable {
  case maximum = "tối đa"
  case round = "làm tròn"
  case atMost = "không quá"
  case notExceeding = "không vượt quá"
  case atLeast = "ít nhất"
  case unless = "trừ trường hợp"
  case precedence = "ưu tiên hơn"
  case basis = "căn cứ"
  case rebase = "quy đổi"
  case fullScore = "tính tối đa"
  case spread = "chia đều"
  case leaveOut = "bỏ ra"
  case whenNotApplicable = "không áp dụng thì"
  case remainderIgnored = "phần lẻ không tính"
  case remainderProportional = "phần lẻ tính theo tỷ lệ"
  case ballotBase = "tính trên"
  case topDown = "xét từ trên xuống"
  case results = "kết quả"
  case uniqueRow = "duy nhất"
  case firstRow = "dòng đầu tiên"
  case accumulated = "cộng dồn"
  case inEach = "trong mỗi"
  case oddHeads = "số lẻ"
  case dropOddHeads = "bỏ số lẻ"
  case inOrder = "theo thứ tự"
  case demotion = "vượt thì xếp"
  case highestOne = "ở mức cao nhất"
  case whenBlank = "để trống thì"
  case vietnameseStyle = "kiểu Việt Nam"
  case internationalStyle = "kiểu quốc tế"
  case percentCells = "tính theo phần trăm"
  case databaseTable = "bảng"
  case oldEncoding = "bảng mã"
  case sheet = "trang"
  case headerRows = "dòng tiêu đề"
  case lastRow = "đến dòng"
  case fillMerges = "điền ô gộp"
  case rowPerAward = "mỗi dòng một danh hiệu"
  case rowPerCriterion = "mỗi dòng một tiêu chí"
  case usedOnce = "mỗi"
  case lowestFirst = "từ thấp lên cao"
  case highestFirst = "từ cao xuống thấp"
  case attachedTo = "kèm theo"
  case effectiveFrom = "từ"
  case appliesBy = "áp dụng theo"
  case using = "dùng"
  case message = "thông báo"
  case isKey = "khóa"
  case fieldStep = "bước"
  case mayBeBlank = "được để trống"
  case mayBeNotApplicable = "được ghi không áp dụng"
  case defaultValue = "mặc định"
  case inverse = "lập danh sách"
  case aliases = "tên khác"
  case fieldUnit = "đơn vị tính"
  case deadline = "hạn"
  case afterStep = "sau"
  case afterClosing = "sau ngày chốt thì"
  case onBasis = "trên cơ sở"
  case partyLayout = "thể thức Đảng"
  case stateLayout = "thể thức Nhà nước"

  /// The row of this clause in the table.
  public var keyword: Keyword { Keyword(rawValue, .clause, meaning, example: example) }

  private var meaning: String {
    switch self {
    case .maximum: "mức điểm tối đa"
    case .round: "làm tròn, ví dụ `làm tròn 2 chữ số`, `làm tròn đến 0,25 điểm`"
    case .atMost, .notExceeding: "kết quả không vượt mức này"
    case .atLeast: "kết quả không thấp hơn mức này"
    case .unless: "dòng này không tính khi điều kiện đúng"
    case .precedence: "thắng ngoại lệ khác cùng đúng"
    case .basis: "điều khoản làm căn cứ"
    case .rebase: "tiêu chí không áp dụng thì quy đổi thang điểm còn lại"
    case .fullScore: "tiêu chí không áp dụng thì tính điểm tối đa"
    case .spread: "điểm của tiêu chí không áp dụng chia đều cho tiêu chí khác"
    case .leaveOut: "tiêu chí không áp dụng thì bỏ ra khỏi thang điểm"
    case .whenNotApplicable: "cách xử lý tiêu chí không áp dụng trong nhóm"
    case .remainderIgnored: "phần chưa đủ một bước không tính"
    case .remainderProportional: "phần chưa đủ một bước tính theo tỷ lệ"
    case .ballotBase: "số phiếu tính trên tổng số nào"
    case .topDown: "mức đầu tiên đúng là kết quả"
    case .results: "các cột kết quả của bảng"
    case .uniqueRow: "mỗi trường hợp chỉ đúng một dòng của bảng"
    case .firstRow: "dòng đầu tiên đúng của bảng là kết quả"
    case .accumulated: "cộng kết quả của mọi dòng đúng trong bảng"
    case .inEach: "tính riêng trong mỗi cụm, khối…"
    case .oddHeads: "số lẻ của chỉ tiêu, ví dụ `số lẻ từ 0,5 trở lên tính là 1`"
    case .dropOddHeads: "chỉ tiêu lấy phần nguyên"
    case .inOrder: "thứ tự được giữ lại khi vượt hạn mức"
    case .demotion: "mức xếp khi vượt hạn mức"
    case .highestOne: "nhiều dòng cùng đúng thì lấy dòng trừ nhiều nhất"
    case .whenBlank: "giá trị khi để trống"
    case .vietnameseStyle: "số viết 1.250,5"
    case .internationalStyle: "số viết 1,250.5"
    case .percentCells: "ô ghi 85 nghĩa là 85%"
    case .databaseTable: "bảng nào của tệp SQLite"
    case .oldEncoding: "tệp cũ ghi theo bảng mã nào, ví dụ `bảng mã TCVN3`"
    case .sheet: "trang nào của tệp Excel"
    case .headerRows: "dòng tiêu đề của trang Excel, ví dụ `dòng tiêu đề 4 đến 5`"
    case .lastRow: "dòng cuối của bảng trên trang Excel, ví dụ `đến dòng 25`"
    case .fillMerges: "mọi dòng của ô gộp trên trang Excel đều có giá trị của ô gộp"
    case .rowPerCriterion: "mỗi dòng là điểm của một đơn vị cho một tiêu chí"
    case .rowPerAward: "mỗi dòng là một lần được khen, không phải kết quả của một năm"
    case .usedOnce: "mỗi năm, mỗi sáng kiến chỉ dùng một lần cho điều kiện này"
    case .lowestFirst: "bậc thấp viết trước"
    case .highestFirst: "bậc cao viết trước"
    case .attachedTo: "văn bản mà văn bản này kèm theo"
    case .effectiveFrom: "ngày bắt đầu áp dụng"
    case .appliesBy: "ngày nào của đối tượng quyết định theo quy định cũ hay mới"
    case .using: "các giá trị cách chấm cần"
    case .message: "lời nhắc khi điều kiện không đúng"
    case .isKey: "trường phân biệt các đối tượng"
    case .fieldStep: "giá trị chỉ được là bội của bước"
    case .mayBeBlank: "ô có thể để trống"
    case .mayBeNotApplicable: "ô có thể ghi không áp dụng"
    case .defaultValue: "giá trị khi để trống"
    case .inverse: "tên danh sách ngược ở đối tượng được nhắc tới"
    case .aliases: "tên cột khác trong tệp số liệu"
    case .fieldUnit: "đơn vị của các con số ghi ở trường"
    case .deadline: "ngày phải xong, ví dụ `hạn 15/7/2026`, `hạn 10 ngày làm việc sau bước 2`"
    case .afterStep: "bước này làm sau bước nào"
    case .afterClosing: "số liệu sau ngày chốt: `báo lỗi`, `chỉ nhắc` hoặc `không tính`"
    case .onBasis: "giả sử này thêm vào những giả sử nào"
    case .partyLayout: "văn bản trình bày theo thể thức văn bản của Đảng"
    case .stateLayout:
      "văn bản trình bày theo thể thức văn bản hành chính (Nghị định 30/2020/NĐ-CP)"
    }
  }
}

/// A phrase reserved everywhere: no name holds it unless quoted.
public enum Reserved: String, Sendable, CaseIterable {
  case and = "và"
  case or = "hoặc"
  case not = "không phải"
  case isNot = "không phải là"
  case condition = "nếu"
  case ifBlank = "nếu trống thì"
  case then = "thì"
  case otherwise = "ngược lại"
  case of = "của"
  case same = "là"
  case when = "khi"
  case such = "mà"
  case forEvery = "cho mỗi"
  case withEach = "với mỗi"
  case memberOf = "nằm trong"
  case notMemberOf = "không nằm trong"
  case inSame = "trong cùng"
  case inEach = "trong mỗi"
  case sortedBy = "sắp theo"
  case ascending = "tăng dần"
  case descending = "giảm dần"
  case up = "trở lên"
  case down = "trở xuống"

  /// The row of this phrase in the table.
  public var keyword: Keyword { Keyword(rawValue, .reserved, meaning, example: example) }

  private var meaning: String {
    switch self {
    case .and: "cả hai điều cùng đúng"
    case .or: "một trong hai điều đúng"
    case .not: "điều sau đây không đúng"
    case .isNot: "khác với"
    case .condition: "chọn theo điều kiện: nếu … thì … ngược lại …"
    case .ifBlank: "giá trị thay khi để trống"
    case .then: "đứng trước kết quả của điều kiện"
    case .otherwise: "đứng trước kết quả khi điều kiện không đúng"
    case .of: "thuộc về; `20% của x` là nhân"
    case .same: "đúng là giá trị này"
    case .when: "đứng trước điều kiện của một dòng"
    case .such: "chỉ lấy những phần tử thỏa điều kiện"
    case .forEvery: "nhân với số đếm"
    case .withEach: "làm với từng phần tử"
    case .memberOf: "có trong danh sách"
    case .notMemberOf: "không có trong danh sách"
    case .inSame: "tính trong cùng cụm, khối…"
    case .inEach: "tính riêng trong mỗi cụm, khối…"
    case .sortedBy: "sắp danh sách theo"
    case .ascending: "từ nhỏ đến lớn"
    case .descending: "từ lớn đến nhỏ"
    case .up: "kết thúc `từ … trở lên`"
    case .down: "kết thúc `từ … trở xuống`"
    }
  }
}

/// A phrase reserved only inside the statement or expression that owns it.
public enum Connector: String, Sendable, CaseIterable {
  case inList = "trong"
  case intoFile = "ra"
  case fromFile = "từ"
  case upTo = "đến"
  case number = "số"
  case eligible = "đủ điều kiện"
  case every = "đều"
  case any = "nào"
  case each = "cứ"
  case increase = "thêm"
  case decrease = "giảm"
  case adding = "cộng"
  case taking = "trừ"
  case otherLevels = "còn lại"
  case deductedOnce = "chỉ trừ một lần"
  case onlyOnce = "chỉ dùng một lần"
  case doneBy = "do"
  case after = "sau"
  case byField = "theo"
  case with = "với"
  case toward = "để"
  case current = "hiện hành"
  case assumed = "giả sử"
  case scriptFile = "kịch bản"
  case about = "cho"

  /// The row of this connector in the table.
  public var keyword: Keyword { Keyword(rawValue, .connector, meaning, example: example) }

  private var meaning: String {
    switch self {
    case .inList: "với mỗi x trong danh sách"
    case .intoFile: "xuất … ra tệp"
    case .fromFile: "dữ liệu … từ tệp"
    case .upTo: "từ … đến …"
    case .number: "không quá 20% số …"
    case .eligible: "số … đủ điều kiện"
    case .every: "mọi … đều …"
    case .any: "không … nào …"
    case .each: "nếu … thì cứ …"
    case .increase: "cứ thêm N"
    case .decrease: "cứ giảm N"
    case .adding: "cứ thêm N cộng V"
    case .taking: "cứ giảm N trừ V"
    case .otherLevels: "mức dành cho mọi trường hợp còn lại"
    case .deductedOnce: "mỗi sự việc chỉ trừ một lần"
    case .onlyOnce: "mỗi năm, mỗi sáng kiến chỉ dùng một lần"
    case .doneBy: "bước … do người phụ trách"
    case .after: "hạn N ngày sau bước …"
    case .byField: "chốt số liệu theo ngày nào; bảng giả sử: … theo …"
    case .with: "so sánh … với …"
    case .toward: "cần bao nhiêu … để …"
    case .current: "so sánh hiện hành với …"
    case .assumed: "so sánh hiện hành với giả sử đang dùng"
    case .scriptFile: "so sánh … với kịch bản \"tệp\""
    case .about: "lập văn bản cho một đối tượng"
    }
  }

  /// A set of connectors that are reserved at the moment.
  struct Active: OptionSet, Sendable {
    let rawValue: Int
    static let none: Active = []
    static func of(_ connectors: Connector...) -> Active {
      connectors.reduce(into: Active.none) { $0.insert($1.bit) }
    }
  }

  var bit: Active { Active(rawValue: 1 << (Self.allCases.firstIndex(of: self) ?? 0)) }
}

/// A phrase that compares what stands before it with what follows.
public enum Comparison: String, Sendable, CaseIterable {
  case from = "từ"
  case above = "trên"
  case below = "dưới"
  case notBelow = "không dưới"
  case notAbove = "không trên"
  case atLeast = "ít nhất"
  case minimum = "tối thiểu"
  case atMost = "không quá"
  case notExceeding = "không vượt quá"
  case mostly = "nhiều nhất"
  case maximum = "tối đa"
  case different = "khác"
  case equal = "bằng"
  case before = "trước"
  case after = "sau"

  /// The row of this comparison in the table.
  public var keyword: Keyword { Keyword(rawValue, .comparison, meaning, example: example) }

  private var meaning: String {
    switch self {
    case .from: "từ … trở lên, từ … trở xuống, từ … đến …, từ … đến dưới …"
    case .above: "lớn hơn; trên … đến …"
    case .below: "nhỏ hơn"
    case .notBelow, .atLeast, .minimum: "lớn hơn hoặc bằng"
    case .notAbove, .atMost, .notExceeding, .mostly, .maximum: "nhỏ hơn hoặc bằng"
    case .different: "không bằng"
    case .equal: "bằng nhau"
    case .before: "sớm hơn ngày"
    case .after: "muộn hơn ngày"
    }
  }
}

/// A phrase that is a value when it stands alone.
public enum LiteralWord: String, Sendable, CaseIterable {
  case yes = "có"
  case no = "không"
  case right = "đúng"
  case wrong = "sai"
  case blank = "trống"
  case notApplicable = "không áp dụng"
  case achieved = "đạt"
  case notAchieved = "không đạt"
  case awaitingCouncil = "chờ hội đồng"
  case deferred = "chưa xét"

  /// The row of this literal in the table.
  public var keyword: Keyword { Keyword(rawValue, .literal, meaning, example: example) }

  /// The node it stands for.
  var node: Expression.Node {
    switch self {
    case .yes, .right: .truth(true)
    case .no, .wrong: .truth(false)
    case .blank: .blank
    case .notApplicable: .notApplicable
    case .achieved: .awardState(.achieved)
    case .notAchieved: .awardState(.notAchieved)
    case .awaitingCouncil: .awardState(.awaitingCouncil)
    case .deferred: .awardState(.deferred)
    }
  }

  private var meaning: String {
    switch self {
    case .yes, .right: "đúng"
    case .no, .wrong: "sai"
    case .blank: "chưa có giá trị"
    case .notApplicable: "không thuộc diện tính"
    case .achieved: "đạt danh hiệu"
    case .notAchieved: "không đạt danh hiệu"
    case .awaitingCouncil: "phải chờ hội đồng quyết định"
    case .deferred: "chưa xét được"
    }
  }
}

/// Units known without being declared.
enum UnitWord {
  static let texts = [
    "điểm", "lần", "người", "ngày", "ngày làm việc", "tuần", "tháng", "quý", "năm", "giờ", "phút",
    "đồng", "phiếu", "tập thể", "cá nhân", "đơn vị", "báo cáo", "văn bản", "nhiệm vụ", "cuộc",
    "buổi", "vụ", "việc", "hộ", "bài", "tin bài", "mô hình", "sáng kiến", "đề tài", "hồ sơ", "lượt",
    "thành viên", "giải", "suất", "bậc", "hạng",
  ]
  static let all: [Keyword] = texts.map {
    Keyword($0, .unit, "đơn vị viết sau con số", example: "in 2 \($0) + 3 \($0)")
  }

  /// Words that multiply the number before them.
  static let multipliers: [(text: String, factor: Int)] = [
    ("nghìn", 1_000), ("triệu", 1_000_000), ("tỷ", 1_000_000_000),
  ]
}
