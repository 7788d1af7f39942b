// An office document as plain data. In: built by DocumentLayout, by a text template, or by the façade. Out: read
// by DocxWriter and by plain-text tests. Invariant: lengths are twips (1/20 point, 1 cm = 567), sizes half
// points; texts are what the reader sees, never markup. Anyone may import it.

/// A document: pages of paragraphs and tables.
public struct Document: Equatable, Sendable {
  /// The title in the file's properties.
  public var title: String
  /// Who issues it, in the file's properties.
  public var author: String
  public var font: String
  /// Half points: 28 is 14 points.
  public var size: Int
  public var sections: [Section]

  public init(
    title: String = "", author: String = "", font: String = "Times New Roman", size: Int = 28,
    sections: [Section] = []
  ) {
    self.title = title
    self.author = author
    self.font = font
    self.size = size
    self.sections = sections
  }

  /// Pages of one size and orientation. Page numbers stand centred in the top margin and go on from the
  /// section before; the first page of the document shows none.
  public struct Section: Equatable, Sendable {
    public var page: Page
    public var blocks: [Block]
    public init(page: Page, blocks: [Block] = []) {
      self.page = page
      self.blocks = blocks
    }
  }

  public struct Page: Equatable, Sendable {
    public var width: Int
    public var height: Int
    public var top: Int
    public var bottom: Int
    public var left: Int
    public var right: Int
    /// From the edge of the paper to the page number.
    public var header: Int

    /// A4, upright.
    public init(
      width: Int = 11_906, height: Int = 16_838, top: Int, bottom: Int, left: Int, right: Int,
      header: Int = 567
    ) {
      self.width = width
      self.height = height
      self.top = top
      self.bottom = bottom
      self.left = left
      self.right = right
      self.header = header
    }

    public var isLandscape: Bool { width > height }
    /// What tables may be wide.
    public var textWidth: Int { width - left - right }

    /// The same paper lying on its side: the binding edge is on top.
    public var turned: Page {
      Page(
        width: height, height: width, top: left, bottom: right, left: top, right: bottom,
        header: header)
    }
  }

  public enum Block: Equatable, Sendable {
    case paragraph(Paragraph)
    case table(Table)
    case pageBreak
  }

  public enum Alignment: Equatable, Sendable { case left, centre, right, justified }

  public enum LineSpacing: Equatable, Sendable {
    /// Hundredths of a line.
    case multiple(Int)
    /// Twips, whatever the letters.
    case exact(Int)
    /// Twips at least.
    case atLeast(Int)
  }

  public struct Paragraph: Equatable, Sendable {
    public var runs: [Run]
    public var style: ParagraphStyle
    public init(_ runs: [Run] = [], style: ParagraphStyle = ParagraphStyle()) {
      self.runs = runs
      self.style = style
    }
    public init(_ text: String, _ format: RunFormat = RunFormat(), style: ParagraphStyle) {
      self.init([Run(text, format)], style: style)
    }
    public var text: String { runs.reduce("") { $0 + $1.text } }
  }

  public struct ParagraphStyle: Equatable, Sendable {
    public var alignment: Alignment
    /// Of the first line; negative hangs.
    public var firstLine: Int
    public var left: Int
    public var right: Int
    public var before: Int
    public var after: Int
    public var line: LineSpacing
    public var keepsWithNext: Bool
    /// A rule along the upper edge, from the left to the right indent.
    public var hasRule: Bool

    public init(
      _ alignment: Alignment = .left, firstLine: Int = 0, left: Int = 0, right: Int = 0,
      before: Int = 0, after: Int = 0, line: LineSpacing = .multiple(100),
      keepsWithNext: Bool = false, hasRule: Bool = false
    ) {
      self.alignment = alignment
      self.firstLine = firstLine
      self.left = left
      self.right = right
      self.before = before
      self.after = after
      self.line = line
      self.keepsWithNext = keepsWithNext
      self.hasRule = hasRule
    }
  }

  public struct RunFormat: Equatable, Sendable {
    public var isBold: Bool
    public var isItalic: Bool
    public var isUnderlined: Bool
    public var isSuperscript: Bool
    /// Half points; nil is the document's size.
    public var size: Int?

    public init(
      bold: Bool = false, italic: Bool = false, underlined: Bool = false,
      superscript: Bool = false, size: Int? = nil
    ) {
      isBold = bold
      isItalic = italic
      isUnderlined = underlined
      isSuperscript = superscript
      self.size = size
    }
  }

  /// A text in one format; a line feed in it breaks the line.
  public struct Run: Equatable, Sendable {
    public var text: String
    public var format: RunFormat
    public init(_ text: String, _ format: RunFormat = RunFormat()) {
      self.text = text
      self.format = format
    }
  }

  public struct Table: Equatable, Sendable {
    /// Widths of the columns.
    public var columns: [Int]
    public var hasBorders: Bool
    /// The first rows, shown again on every page.
    public var headerRows: Int
    public var rows: [Row]
    /// Space between the border and the text on both sides.
    public var padding: Int
    public init(
      columns: [Int], hasBorders: Bool = true, headerRows: Int = 0, rows: [Row] = [],
      padding: Int = 85
    ) {
      self.columns = columns
      self.hasBorders = hasBorders
      self.headerRows = headerRows
      self.rows = rows
      self.padding = padding
    }
  }

  /// A row; the spans of its cells sum to the count of columns.
  public struct Row: Equatable, Sendable {
    public var cells: [Cell]
    public init(_ cells: [Cell]) { self.cells = cells }
  }

  public struct Cell: Equatable, Sendable {
    public enum VerticalMerge: Equatable, Sendable { case none, begins, goesOn }
    public var paragraphs: [Paragraph]
    /// Columns it covers.
    public var span: Int
    public var merge: VerticalMerge
    public var isCentredVertically: Bool
    public init(
      _ paragraphs: [Paragraph], span: Int = 1, merge: VerticalMerge = .none,
      centredVertically: Bool = false
    ) {
      self.paragraphs = paragraphs
      self.span = span
      self.merge = merge
      isCentredVertically = centredVertically
    }
  }
}

extension Document.Page {
  /// Whole twips of millimetres: 10 mm are 567.
  public static func twips(millimetres: Int) -> Int { (millimetres * 14_400 + 127) / 254 }

  /// Widths in the proportion of `shares` that sum to `total`.
  public static func divide(_ total: Int, by shares: [Int]) -> [Int] {
    let sum = max(1, shares.reduce(0, +))
    var given = 0
    var passed = 0
    return shares.map { share in
      passed += share
      let width = total * passed / sum - given
      given += width
      return width
    }
  }
}
