// Words, numerals, texts and signs of a script.
//
// In: nothing. Out: the vocabulary of the lexer. Layout: new lines and comments are no tokens; they
// live in `PhysicalLine`, so that the parser sees logical lines and the formatter loses nothing.
// Internal to ThiDuaSyntax.

import ThiDuaNumber
import ThiDuaText

struct Token: Sendable {
  enum Kind: Sendable {
    case word
    case numeral(Numeral)
    case text([TextPart])
    /// `'tổ chức và cán bộ'`, without the quotes.
    case quotedName(String)
    case symbol(Symbol)
    /// A line that begins with `|`; its cells are cut by the parser.
    case tableRow
    /// What the lexer has already reported.
    case reported
    case end
  }

  var kind: Kind
  var span: Span
  /// Lookup key of a word, a quoted name or a code; empty for the rest.
  var key: String
  /// Id of the word in `Vocabulary`; 0 for everything else.
  var word: UInt16
  var spaceBefore: Bool

  func isSymbol(_ wanted: Symbol) -> Bool {
    if case .symbol(let symbol) = kind { return symbol == wanted }
    return false
  }

  var symbol: Symbol? {
    if case .symbol(let symbol) = kind { return symbol }
    return nil
  }

  var isWord: Bool {
    if case .word = kind { return true }
    return false
  }

  var isText: Bool {
    if case .text = kind { return true }
    return false
  }

  var isTableRow: Bool {
    if case .tableRow = kind { return true }
    return false
  }

  var numeral: Numeral? {
    if case .numeral(let numeral) = kind { return numeral }
    return nil
  }

  /// A numeral that may stand inside a name: `1`, `1.1`, `4a`.
  var isCode: Bool { numeral?.isCode ?? false }
}

/// One piece of a text: letters, or the bytes between `{` and `}`.
enum TextPart: Sendable {
  case literal(String)
  case code(Range<Int>)
}

/// What digits turned out to be; only the parser knows whether a code or a number is meant.
enum Numeral: Sendable, Equatable {
  case whole
  case decimal
  case grouped
  /// `1.1`, `8.5`: a code, never a number.
  case dotted
  /// `4a`: a code.
  case lettered
  case date(CalendarDate)
  case malformed(Malformed)

  enum Malformed: Sendable, Equatable {
    case commas
    case groups
    case shortYear
    case noSuchDate
    case tooLong
  }

  var isCode: Bool {
    switch self {
    case .whole, .grouped, .dotted, .lettered: true
    case .decimal, .date, .malformed: false
    }
  }

  var isDate: Bool {
    if case .date = self { return true }
    return false
  }

  /// Written as a date is, but no day of the calendar.
  var isWrongDate: Bool { self == .malformed(.noSuchDate) || self == .malformed(.shortYear) }
}

enum Symbol: String, Sendable, CaseIterable {
  case openParen = "("
  case closeParen = ")"
  case openBracket = "["
  case closeBracket = "]"
  case semicolon = ";"
  case colon = ":"
  case comma = ","
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case percent = "%"
  case range = ".."

  var isOpening: Bool { self == .openParen || self == .openBracket }
  var isClosing: Bool { self == .closeParen || self == .closeBracket }

  /// The closing sign of an opening one.
  var partner: Symbol { self == .openParen ? .closeParen : .closeBracket }

  /// A line that ends in one of these goes on.
  var leavesLineOpen: Bool {
    switch self {
    case .semicolon, .comma, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
      .plus, .minus, .star, .slash, .range:
      true
    case .openParen, .closeParen, .openBracket, .closeBracket, .colon, .percent: false
    }
  }

  /// A line that begins with one of these continues the line before.
  var continuesLine: Bool {
    self == .plus || self == .minus || self == .star || self == .slash
  }

  /// The comparison it writes.
  var comparison: BinaryOperator? {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }
}

/// One line of the file as it is typed.
struct PhysicalLine: Sendable {
  /// Its tokens, possibly none.
  var tokens: Range<Int>
  var comment: Span?
  var isBlank: Bool { tokens.isEmpty && comment == nil }
}
