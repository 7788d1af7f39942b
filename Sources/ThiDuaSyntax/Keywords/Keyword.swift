// THE table of words the language knows, part 1: what an entry is.
//
// In: nothing. Out: one entry for every head, line head, clause head, reserved phrase, connector,
// comparison word, literal and unit, each with its canonical spelling, a one-line meaning and an example.
// Invariant: whoever needs a word (lexer, parser, completion, formatter, highlighter, help) reads it
// here; a word is spelled once, as the raw value of its enum case in Heads.swift or Words.swift.
// Anyone may import it.

import ThiDuaText

/// One word or phrase the language knows.
public struct Keyword: Sendable {
  /// The part a phrase plays in a line.
  public enum Role: String, Sendable, CaseIterable {
    case head = "đầu lệnh"
    case line = "đầu dòng trong khối"
    case clause = "vế sau dấu phẩy"
    case reserved = "từ dành riêng"
    case connector = "từ nối"
    case comparison = "từ so sánh"
    case literal = "giá trị"
    case unit = "đơn vị tính"
  }

  /// Where a head or a line may stand.
  public enum Place: String, Sendable, CaseIterable {
    case script = "kịch bản"
    case statements = "khối lệnh"
    case group = "nhóm"
    case criterion = "tiêu chí, điểm thưởng, điểm trừ"
    case method = "cách chấm"
    case column = "công thức"
    case decisionTable = "bảng quyết định"
    case classification = "xếp loại"
    case ranking = "xếp hạng"
    case award = "danh hiệu, hình thức khen thưởng"
    case data = "dữ liệu"
    case subjectKind = "đối tượng"
    case example = "ví dụ"
    case process = "quy trình"
  }

  /// What follows the line a head opens.
  public enum Block: Sendable {
    /// Nothing: the head is a line of its own.
    case none
    /// Rule lines; the block closes itself at the next statement.
    case rules
    /// Lines `PHRASE: VALUE` up to `hết`.
    case attributes
    /// Statements or declarations up to `hết`.
    case enclosed
  }

  /// Canonical spelling.
  public let text: String
  /// One line of help, in Vietnamese, without final period.
  public let meaning: String
  /// One or a few lines of a script that use it; those of a line head stand inside its block.
  public let example: String
  public let role: Role
  /// Where a head or line head may stand; empty for other roles.
  public let places: [Place]
  public let block: Block
  /// Phrases reserved only inside the statement this head opens.
  public let connectors: [String]
  /// True when `=` compares or binds in the line, so that it is never read as a definition.
  public let takesEquals: Bool

  init(
    _ text: String, _ role: Role, in places: [Place] = [], block: Block = .none,
    connectors: [String] = [], takesEquals: Bool = false, _ meaning: String, example: String
  ) {
    self.text = text
    self.meaning = meaning
    self.example = example
    self.role = role
    self.places = places
    self.block = block
    self.connectors = connectors
    self.takesEquals = takesEquals
  }

  /// Every word of the language, role by role, in the order help shows them.
  public static let all: [Keyword] =
    Head.allCases.map(\.keyword) + LineHead.allCases.map(\.keyword)
    + ClauseHead.allCases.map(\.keyword) + Reserved.allCases.map(\.keyword)
    + Connector.allCases.map(\.keyword) + Comparison.allCases.map(\.keyword)
    + LiteralWord.allCases.map(\.keyword) + UnitWord.all

  /// The entries of one role.
  public static func all(_ role: Role) -> [Keyword] { all.filter { $0.role == role } }

  /// The entries with this spelling, capitals aside; some words play several parts.
  public static func named(_ phrase: String) -> [Keyword] {
    let key = VietnameseText.lookupKey(phrase)
    return all.filter { VietnameseText.lookupKey($0.text) == key }
  }
}
