// What makes two declarations the same one: the kind of declaration, its name, and the kind of subject
// it is about.
//
// In: an item of the tree. Out: its identity and what a message calls it. Used by the merge and by the
// comparison of two scripts; a new declaration with a name gets a case here.

import ThiDuaSyntax
import ThiDuaText

/// Kinds of declarations that have a name.
public enum DeclarationCategory: String, Sendable, CaseIterable {
  case campaign = "phong trào"
  case document = "văn bản"
  case subjectKind = "đối tượng"
  case cluster = "cụm"
  case council = "hội đồng"
  case parameter = "tham số"
  case scale = "thang bậc"
  case group = "nhóm"
  case criterion = "tiêu chí"
  case bonus = "điểm thưởng"
  case penalty = "điểm trừ"
  case method = "cách chấm"
  case judging = "cách xét"
  case scoreColumns = "cột điểm"
  case column = "công thức"
  case decisionTable = "bảng quyết định"
  case classification = "xếp loại"
  case ranking = "xếp hạng"
  case award = "danh hiệu"
  case function = "hàm"
  case data = "dữ liệu"
  case process = "quy trình"
  case closing = "chốt số liệu"

  /// The category of a head; nil when its statements have no name.
  public init?(head: Head) {
    switch head {
    case .campaign: self = .campaign
    case .document: self = .document
    case .subjectKind: self = .subjectKind
    case .cluster: self = .cluster
    case .council: self = .council
    case .parameter: self = .parameter
    case .scale: self = .scale
    case .group: self = .group
    case .criterion: self = .criterion
    case .bonus: self = .bonus
    case .penalty: self = .penalty
    case .method: self = .method
    case .judging: self = .judging
    case .scoreColumns: self = .scoreColumns
    case .classification: self = .classification
    case .ranking: self = .ranking
    case .decisionTable: self = .decisionTable
    case .title, .award: self = .award
    case .function, .procedure: self = .function
    case .data: self = .data
    default: return nil
    }
  }
}

/// Which declaration an item is.
public struct DeclarationIdentity: Hashable, Sendable {
  public var category: DeclarationCategory
  /// Lookup key of the name.
  public var key: String
  /// Lookup key of the kind of subject; nil when none is written.
  public var kind: String?
  /// As a message calls it: `tiêu chí 4.1`, `danh hiệu "Giấy khen" của cá nhân`.
  public var display: String
  /// The name as written, without head and kind: `4.1`, `Giấy khen`, `tổng điểm`.
  public var name: String
  public var span: Span

  public static func == (a: DeclarationIdentity, b: DeclarationIdentity) -> Bool {
    a.category == b.category && a.key == b.key && a.kind == b.kind
  }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(category)
    hasher.combine(key)
    hasher.combine(kind)
  }

  /// The same declaration when the kind may be left out.
  public func isSame(as other: DeclarationIdentity) -> Bool {
    category == other.category && key == other.key
      && (kind == nil || other.kind == nil || kind == other.kind)
  }

  /// nil: the item declares nothing by name.
  public init?(_ item: Item) {
    switch item {
    case .campaign(let declaration):
      self.init(.campaign, "", nil, "phong trào", declaration.header.span)
    case .document(let declaration):
      self.init(
        .document, declaration.label.key, nil, "văn bản \(declaration.label.text)",
        declaration.span)
    case .subjectKind(let declaration):
      self.init(
        .subjectKind, declaration.header.name.key, nil,
        "đối tượng \(declaration.header.name.text)", declaration.header.span)
    case .cluster(let declaration): self.init(.cluster, declaration.header)
    case .council(let declaration): self.init(.council, declaration.header)
    case .parameter(let declaration):
      self.init(
        .parameter, declaration.name.key, nil, "tham số \(declaration.name.text)",
        declaration.span)
    case .scale(let declaration):
      self.init(
        .scale, declaration.name.key, nil, "thang bậc \(declaration.name.text)", declaration.span)
    case .group(let declaration): self.init(.group, declaration.header)
    case .criterion(let declaration): self.init(.criterion, declaration.header)
    case .adjustment(let declaration):
      self.init(declaration.isPenalty ? .penalty : .bonus, declaration.header)
    case .scoringMethod(let declaration):
      self.init(
        .method, declaration.name.key, nil, "cách chấm \(declaration.name.text)",
        declaration.span)
    case .scoreColumns(let declaration):
      self.init(
        .scoreColumns, "", declaration.kind.key, "cột điểm của \(declaration.kind.text)",
        declaration.span)
    case .column(let declaration): self.init(.column, declaration.header)
    case .classification(let declaration): self.init(.classification, declaration.header)
    case .ranking(let declaration): self.init(.ranking, declaration.header)
    case .decisionTable(let declaration): self.init(.decisionTable, declaration.header)
    case .award(let declaration): self.init(.award, declaration.header)
    case .function(let declaration):
      self.init(
        .function, declaration.name.key, nil,
        "\(declaration.isProcedure ? "thủ tục" : "hàm") \(declaration.name.text)",
        declaration.span)
    case .judgingMethod(let declaration):
      self.init(
        .judging, declaration.name.key, nil, "cách xét \(declaration.name.text)",
        declaration.span)
    case .data(let declaration):
      // Rows of past years are data of their own.
      let isHistory = declaration.rows != .subjects
      let word = isHistory ? Head.history.rawValue : Head.data.rawValue
      self.init(
        .data, (isHistory ? word + " " : "") + declaration.kind.key, nil,
        "\(word) \(declaration.kind.text)", declaration.span)
    case .process(let declaration): self.init(.process, declaration.header)
    case .closing(let declaration):
      self.init(.closing, "", declaration.kind?.key, "chốt số liệu", declaration.span)
    case .holidays, .requirement, .cancellation, .example, .importing, .inheriting, .amendment,
      .unit, .action, .scenario, .request:
      return nil
    }
  }

  private init(
    _ category: DeclarationCategory, _ key: String, _ kind: String?, _ display: String,
    _ span: Span, name: String? = nil
  ) {
    self.category = category
    self.key = key
    self.kind = kind
    self.display = display
    let head = category.rawValue + " "
    let bare = display.hasPrefix(head) ? String(display.dropFirst(head.count)) : display
    self.name = name ?? bare
    self.span = span
  }

  /// Declarations with a header; a criterion inside a group takes the group's kind.
  init(_ category: DeclarationCategory, _ header: Header, kind: Name? = nil) {
    let kind = header.kind ?? kind
    var display: String
    switch category {
    case .group, .criterion, .cluster, .council, .column: display = header.name.text
    case .award: display = "\(category.rawValue) \"\(header.name.text)\""
    case .bonus, .penalty:
      let head = category.rawValue
      let isHead = header.name.key == VietnameseText.lookupKey(head)
      display = isHead ? head : "\(head) \"\(header.name.text)\""
    default: display = "\(category.rawValue) \(header.name.text)"
    }
    if let kind { display += " của \(kind.text)" }
    self.init(
      category, header.name.key, kind?.key, display, header.span,
      name: header.code ?? header.name.text)
  }

  /// What `bãi bỏ` names.
  init(_ category: DeclarationCategory, _ target: AmendmentTarget, display: String) {
    let head = VietnameseText.lookupKey(category.rawValue) + " "
    var name = target.name.text
    if target.name.key.hasPrefix(head) {
      name = String(name.dropFirst(category.rawValue.count + 1))
    }
    self.init(
      category, category == .scoreColumns ? "" : target.name.key, target.kind?.key, display,
      target.span, name: name)
  }
}
