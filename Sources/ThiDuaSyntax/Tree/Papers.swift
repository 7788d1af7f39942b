// The untyped tree: `lập`, a document made from a template over the loaded campaign.

import ThiDuaText

/// `lập tờ trình, thể thức Đảng ra "to-trinh.docx"`.
public struct PaperRequest: Sendable {
  public enum Template: Sendable {
    /// `tờ trình`: a template that comes with the program, as BuiltInPaper names them.
    case builtIn(Name)
    /// `"mau/giay-khen.docx"`: the office's own, beside the script.
    case file(String, Span)
  }

  /// What the document is about.
  public enum Subject: Sendable {
    case campaign
    /// `cho tập thể "A"`.
    case one(Expression)
    /// `cho mỗi cụm`, `cho mỗi (cá nhân mà đạt giấy khen)`: a file each.
    case each(Expression)
  }

  /// Whose rules of layout the document follows.
  public enum Layout: String, Sendable, CaseIterable {
    case party = "Đảng"
    case state = "Nhà nước"
  }

  public var template: Template
  public var subject: Subject
  /// nil: what `phong trào` says.
  public var layout: Layout?
  /// The name of the file; it sees the subject's fields.
  public var file: Expression
  public init(template: Template, subject: Subject, layout: Layout?, file: Expression) {
    self.template = template
    self.subject = subject
    self.layout = layout
    self.file = file
  }

  /// A file's name like the written one that differs for every subject: `quyet-dinh-{mã}.docx`; nil where no
  /// fields tell subjects apart.
  public func fileName(telling key: [String]) -> String? {
    guard !key.isEmpty else { return nil }
    var stem = ""
    if case .text(let pieces) = file.node, case .literal(let text)? = pieces.first { stem = text }
    for ending in [".docx", ".doc"] where stem.lowercased().hasSuffix(ending) {
      stem.removeLast(ending.count)
    }
    while let last = stem.last, "-_. ".contains(last) { stem.removeLast() }
    if stem.isEmpty { stem = "van-ban" }
    return stem + key.map { "-{\($0)}" }.joined() + ".docx"
  }
}

/// The documents whose templates come with the program.
public enum BuiltInPaper: String, Sendable, CaseIterable {
  case submission = "tờ trình"
  case clusterMinutes = "biên bản bình xét"
  case tally = "biên bản kiểm phiếu"
  case summaryTable = "bảng tổng hợp điểm"
  case proposalList = "danh sách đề nghị"
  case decision = "quyết định"
  case interimReview = "báo cáo sơ kết"
  case finalReview = "báo cáo tổng kết"

  /// nil: no template comes under this name.
  public init?(key: String) {
    guard let paper = Self.allCases.first(where: { VietnameseText.lookupKey($0.rawValue) == key })
    else { return nil }
    self = paper
  }
}
