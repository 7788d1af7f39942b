// How cells look. In: told by whoever writes a workbook. Out: a value that the writer turns into one format
// of the file, however often it is asked for. Number formats are written the way a file keeps them
// (point, comma between thousands): Excel shows them as the reader's locale writes numbers.

/// The look of a cell; Times New Roman throughout.
public struct CellStyle: Hashable, Sendable {
  public enum Alignment: Sendable {
    /// Numbers to the right, texts to the left.
    case general
    case left, center, right
  }
  public enum Height: Sendable { case top, middle, bottom }

  /// As a file keeps it: `#,##0.00`, `0.0%`, `dd/mm/yyyy`; nil: general.
  public var numberFormat: String?
  public var isBold = false
  public var isItalic = false
  /// In points.
  public var size = 12.0
  public var alignment = Alignment.general
  public var height = Height.middle
  public var wraps = false
  public var hasBorder = false
  /// Steps of indentation from the left.
  public var indent = 0
  /// 0xRRGGBB.
  public var color: UInt32?
  public var background: UInt32?
  /// Stays open for typing on a protected sheet.
  public var isUnlocked = false

  public init() {}

  /// The style with changes.
  public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = self
    change(&style)
    return style
  }

  /// A number with so many places.
  public static func numberFormat(decimals: Int, isGrouped: Bool = true) -> String {
    (isGrouped ? "#,##0" : "0") + fraction(decimals)
  }

  /// A percentage with so many places.
  public static func percentFormat(decimals: Int) -> String { "0\(fraction(decimals))%" }

  public static let dateFormat = "dd/mm/yyyy"

  /// Whatever is typed stays text.
  public static let textFormat = "@"

  private static func fraction(_ decimals: Int) -> String {
    decimals > 0 ? "." + String(repeating: "0", count: min(decimals, 30)) : ""
  }
}
