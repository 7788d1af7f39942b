// The untyped tree: statements that need the whole campaign in memory, with every column stored. They ask what
// would be, or hand over something finished. Produced by the parser, checked with the script's names,
// carried out by the façade's campaign between the actions around them.

import ThiDuaText

/// A statement to the loaded campaign.
public struct CampaignRequest: Sendable {
  public enum Node: Sendable {
    /// `giả sử A = v; B = w`.
    case assume([Assumption])
    /// `giả sử theo "tên"; "tên"`.
    case assumeScenarios([(text: String, span: Span)])
    /// `bỏ giả sử`, or of one scenario.
    case lift((text: String, span: Span)?)
    /// `liệt kê giả sử`.
    case list
    /// `so sánh A với B`.
    case compare(StateReference, StateReference)
    /// `bảng giả sử: E; E theo F từ a đến b, bước s; F nằm trong [a; b]`.
    case table([Expression], along: [Axis])
    /// `cần bao nhiêu F của X để C`.
    case howMuch(Expression, to: Expression)
    /// `cần gì để C`.
    case whatFor(Expression)
    /// `độ vững của hạng trong G`, `độ vững của hạng của L`.
    case robustness(Name, of: Expression?, within: Expression?)
    /// Hands over something finished.
    case deliver(Delivery)
  }

  /// An input that a table goes through.
  public struct Axis: Sendable {
    /// `F từ a đến b` or `F nằm trong [a; b]`.
    public var range: Expression
    public var step: Expression?
    public init(range: Expression, step: Expression?) {
      self.range = range
      self.step = step
    }
  }

  public var node: Node
  /// `ra "tệp"`: into a file instead of on the screen.
  public var file: (text: String, span: Span)?
  public var span: Span
  public init(_ node: Node, file: (text: String, span: Span)? = nil, _ span: Span) {
    self.node = node
    self.file = file
    self.span = span
  }
}

/// What `xuất báo cáo` and its like hand over; where to is the request's file.
public enum Delivery: Sendable {
  /// `xuất báo cáo ra "tệp.html"`: everything the campaign found out, in the form the name says.
  case report
  /// `lập tờ trình ra "tệp.docx"`.
  case paper(PaperRequest)
  /// `lưu kết quả [vào "kho.sqlite"]`: script, data and results, into the store.
  case store

  /// What a store is called when the script does not say.
  public static let storeName = "kho.sqlite"

  /// The forms of a report; the ending of the file's name says which.
  public enum ReportForm: String, Sendable, CaseIterable {
    case html = ".html"
    case workbook = ".xlsx"
    case json = ".json"

    /// nil: no report ends so.
    public init?(_ name: String) {
      let name = name.lowercased()
      guard let form = Self.allCases.first(where: { name.hasSuffix($0.rawValue) }) else {
        return nil
      }
      self = form
    }
  }
}
