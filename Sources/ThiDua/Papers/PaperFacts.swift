// What a document says that is no result: who issues it, who signs, where and when one met. In: the lines of
// `phong trào`, of councils and clusters. Out: texts by the names templates use (`địa danh của văn bản này`).
// Invariant: what the script does not declare is a dotted place to fill in by hand, and is told in a note; the
// names and their order are the same for all documents of a campaign, whatever its clusters declare.

import ThiDuaMachine
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaText

struct PaperFacts {
  /// The variable templates ask.
  static let variable = "văn bản này"

  /// The fact that is reckoned only when it is asked for.
  static let origin = "nguồn gốc"

  /// The fact that follows from the results: `các tập thể, cá nhân`.
  static let rewarded = "đối tượng khen thưởng"

  /// By name, in the order they are bound.
  private(set) var texts: [(name: String, text: String)] = []
  private(set) var layout: DocumentLayout

  /// Names of facts that documents may ask even when nothing declares them.
  private static let asked = [
    "cơ quan cấp trên", "cơ quan ban hành", "viết tắt", "số văn bản", "địa danh", "ngày văn bản",
    "ngày văn bản đầy đủ", "kính gửi", "thẩm quyền", "quyền hạn ký", "chức vụ người ký", "người ký",
    "nơi nhận", "năm", "chủ đề", "khẩu hiệu", "chủ trì", "họ tên chủ trì", "thư ký",
    "họ tên thư ký", "thời gian", "địa điểm", "người dự", "người vắng", "hội đồng",
    "tổng số thành viên hội đồng", "tên phong trào", "đối tượng", "tên đối tượng", "thể thức",
    origin, rewarded,
  ]
  /// Lines of `phong trào` that only the form of a document needs.
  private static let formal: Set<String> = Set(
    [
      "cơ quan cấp trên", "số văn bản", "địa danh", "ngày văn bản", "kính gửi", "thẩm quyền",
      "nơi nhận", "ký thay", "thay mặt", "thừa lệnh", "người ký", "thể thức",
    ].map(VietnameseText.lookupKey))

  /// Whether a line says nothing about the movement itself.
  static func isFormal(_ name: String) -> Bool { formal.contains(VietnameseText.lookupKey(name)) }

  /// What may stay empty: no dots where there is nothing to fill in.
  private static let mayBeEmpty: Set<String> = [
    "cơ quan cấp trên", "quyền hạn ký", "người vắng", "họ tên chủ trì", "họ tên thư ký", origin,
    rewarded,
  ]

  /// `layout`: what the statement asks for, when it does.
  init(
    _ campaign: CheckedProgram, subject: (kind: Int, name: String)?, clusterIndex: Int?,
    layout asked: DocumentLayout? = nil
  ) {
    let declared = campaign.campaign
    var values: [String: String] = [:]
    func put(_ name: String, _ text: String) {
      if !text.isEmpty { values[VietnameseText.lookupKey(name)] = text }
    }
    if let council = declared.councils.first {
      put("hội đồng", council.title)
      for line in council.lines { put(line.name, line.ownValues.joined(separator: "; ")) }
      put("tổng số thành viên hội đồng", values[VietnameseText.lookupKey("thành viên")] ?? "")
    }
    for line in declared.lines {
      put(line.name, line.ownValues.joined(separator: "; "))
      for clause in line.clauses where clause.name == "viết tắt" {
        put("viết tắt", clause.values.joined(separator: "; "))
      }
    }
    put("tên phong trào", declared.title ?? "")
    Self.signatory(declared, put)
    if let subject {
      put("đối tượng", campaign.subjectKinds[subject.kind].name)
      put("tên đối tượng", subject.name)
    }
    if let clusterIndex, declared.clusters.indices.contains(clusterIndex) {
      for line in declared.clusters[clusterIndex].lines {
        put(line.name, line.ownValues.joined(separator: "; "))
      }
    }
    layout = asked ?? ((values["thể thức"] ?? "").contains("hà nước") ? .state : .party)
    put("thể thức", layout == .party ? "Đảng" : "Nhà nước")
    Self.derive(&values)
    for name in Self.asked {
      let text = values.removeValue(forKey: VietnameseText.lookupKey(name))
      texts.append((name, text ?? (Self.mayBeEmpty.contains(name) ? "" : DocumentLayout.blank)))
    }
    // Another document's cluster may declare what this one's does not.
    var others = Set(values.keys)
    for line in declared.clusters.flatMap(\.lines) {
      others.insert(VietnameseText.lookupKey(line.name))
    }
    others.subtract(Self.asked.map(VietnameseText.lookupKey))
    texts += others.sorted().map { ($0, values[$0] ?? DocumentLayout.blank) }
  }

  /// What follows from other facts: a number below ten has a zero before it, a date is written out, who
  /// chairs signs by name alone.
  private static func derive(_ values: inout [String: String]) {
    func fact(_ name: String) -> String? { values[VietnameseText.lookupKey(name)] }
    func put(_ name: String, _ text: String?) { values[VietnameseText.lookupKey(name)] = text }
    if let number = fact("số văn bản") { put("số văn bản", DocumentLayout.padded(number)) }
    if let date = fact("ngày văn bản"), case .success(let day) = CalendarDate.parse(date.utf8) {
      put("ngày văn bản", day.officialShortText)
      put("ngày văn bản đầy đủ", day.officialText)
    } else {
      put("ngày văn bản đầy đủ", fact("ngày văn bản") ?? DocumentLayout.blankDate)
    }
    if fact("thẩm quyền") == nil { put("thẩm quyền", fact("cơ quan ban hành")) }
    put("họ tên chủ trì", fact("chủ trì").map(personalName))
    put("họ tên thư ký", fact("thư ký").map(personalName))
  }

  /// `đồng chí Nguyễn Văn Dũng, Phó Trưởng Ban` → `Nguyễn Văn Dũng`.
  private static func personalName(_ text: String) -> String {
    var words = text.prefix { !",;(".contains($0) }.split(separator: " ").map(String.init)
    for title in [["đồng", "chí"], ["đ/c"], ["ông"], ["bà"]]
    where words.prefix(title.count).map(VietnameseText.lookupKey) == title
      && words.count > title.count
    {
      words.removeFirst(title.count)
    }
    return words.joined(separator: " ")
  }

  /// `ký thay: "Trưởng Ban", chức vụ "Phó Trưởng Ban", họ tên "…"`, or `người ký: "…", chức vụ "…"`.
  private static func signatory(
    _ declared: ThiDuaSemantics.Campaign, _ put: (String, String) -> Void
  ) {
    for (head, prefix) in [("ký thay", "K/T "), ("thừa lệnh", "T/L "), ("thay mặt", "T/M ")] {
      guard let line = declared.lines.first(where: { $0.name == head }) else { continue }
      put("quyền hạn ký", prefix + line.ownValues.joined(separator: "; "))
      for clause in line.clauses {
        if clause.name == "chức vụ" {
          put("chức vụ người ký", clause.values.joined(separator: "; "))
        }
        if clause.name == "họ tên" { put("người ký", clause.values.joined(separator: "; ")) }
      }
    }
    guard let line = declared.lines.first(where: { $0.name == "người ký" }) else { return }
    for clause in line.clauses where clause.name == "chức vụ" {
      put("chức vụ người ký", clause.values.joined(separator: "; "))
    }
  }

  mutating func set(_ name: String, _ text: String) {
    for index in texts.indices where texts[index].name == name { texts[index].text = text }
  }

  var properties: [ThiDuaSemantics.TemplateQuestion.Property] {
    texts.map { .init($0.name, .text) }
  }

  var values: [Value] { texts.map { .text($0.text) } }

  /// Names of facts that were asked for and are dots.
  func blanks(asked: Set<String>) -> [String] {
    texts.filter {
      $0.text == DocumentLayout.blank && asked.contains(VietnameseText.lookupKey($0.name))
    }
    .map(\.name)
  }

  func text(of name: String) -> String {
    let text = texts.first { $0.name == name }?.text ?? ""
    return text == DocumentLayout.blank ? "" : text
  }
}
