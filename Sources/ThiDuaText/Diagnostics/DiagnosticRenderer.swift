// Turns a finding into text for people. In: a diagnostic and the sources. Out: Vietnamese text,
// ending in one newline, with the excerpt and carets under the right letters.
// Invariant: carets are placed by display width, so NFD, CJK and tabs do not shift them; nothing
// here words a message. Anyone may import it.

/// Renders diagnostics the way the terminal, the golden files and the REPL show them.
public enum DiagnosticRenderer {
  /// The full text of one finding; `colour` adds ANSI codes and changes nothing else.
  public static func render(
    _ diagnostic: Diagnostic, sources: SourceMap, colour: Bool = false
  ) -> String {
    var page = Page(colour: colour)
    page.header(diagnostic)
    page.places(diagnostic, sources)
    page.explanation(diagnostic, sources)
    return page.text
  }

  /// All findings, in reading order, a blank line between them.
  public static func render(
    _ diagnostics: Diagnostics, sources: SourceMap, colour: Bool = false
  ) -> String {
    diagnostics.inReadingOrder.map { render($0, sources: sources, colour: colour) }
      .joined(separator: "\n")
  }

  /// `3 lỗi, 1 cảnh báo`; empty when nothing was found.
  public static func summary(_ diagnostics: Diagnostics) -> String {
    let warnings = diagnostics.all.filter { $0.severity == .warning }.count
    var parts: [String] = []
    if diagnostics.errorCount > 0 { parts.append("\(Wording.count(diagnostics.errorCount)) lỗi") }
    if warnings > 0 { parts.append("\(Wording.count(warnings)) cảnh báo") }
    return parts.joined(separator: ", ")
  }
}

extension Diagnostic.Severity {
  /// `Lỗi`, `Cảnh báo` or `Lưu ý`.
  public var title: String {
    switch self {
    case .error: return "Lỗi"
    case .warning: return "Cảnh báo"
    case .note: return "Lưu ý"
    }
  }

  fileprivate var colourCode: String {
    switch self {
    case .error: return "1;31"
    case .warning: return "1;33"
    case .note: return "1;36"
    }
  }
}

/// The page being written.
private struct Page {
  var text = ""
  let colour: Bool

  init(colour: Bool) { self.colour = colour }

  func painted(_ words: String, _ code: String) -> String {
    colour ? "\u{1B}[\(code)m\(words)\u{1B}[0m" : words
  }

  mutating func header(_ diagnostic: Diagnostic) {
    let head = "\(diagnostic.severity.title) \(diagnostic.code):"
    let sentence = diagnostic.message.hasSuffix("?") ? diagnostic.message : diagnostic.message + "."
    text += painted(head, diagnostic.severity.colourCode) + " " + painted(sentence, "1") + "\n"
  }

  /// The excerpts of all spans, file by file with the main one first, then the place in the data.
  mutating func places(_ diagnostic: Diagnostic, _ sources: SourceMap) {
    var marks: [Mark] = []
    if sources[diagnostic.span.file] != nil {
      marks.append(
        Mark(
          span: diagnostic.span, text: diagnostic.label ?? "", sign: "^",
          paint: diagnostic.severity.colourCode))
    }
    for label in diagnostic.labels where sources[label.span.file] != nil {
      marks.append(Mark(span: label.span, text: label.text, sign: "-", paint: "1;34"))
    }
    var files: [Int32] = []
    for mark in marks where !files.contains(mark.span.file) { files.append(mark.span.file) }
    let gutter =
      marks.compactMap { sources[$0.span.file]?.lineAndColumn($0.span.start).line }.max()
      .map { String($0).count } ?? 1
    for file in files {
      guard let source = sources[file] else { continue }
      excerpt(source, marks.filter { $0.span.file == file }, gutter)
    }
    if let place = diagnostic.place {
      text += painted(String(repeating: " ", count: gutter + 1) + "┌─ ", "34") + place.text + "\n"
    }
  }

  mutating func excerpt(_ source: Source, _ marks: [Mark], _ gutter: Int) {
    let pad = String(repeating: " ", count: gutter)
    let (firstLine, firstColumn) = source.lineAndColumn(marks[0].span.start)
    text += painted("\(pad) ┌─ ", "34") + "\(source.path):\(firstLine):\(firstColumn)\n"
    text += painted("\(pad) │", "34") + "\n"
    let lines = Set(marks.map { source.lineAndColumn($0.span.start).line }).sorted()
    var previous: Int?
    for line in lines {
      if let previous, line > previous + 1 { text += painted("\(pad) ┆", "34") + "\n" }
      previous = line
      let here = marks.filter { source.lineAndColumn($0.span.start).line == line }
      let cut = Excerpt(source, line, focus: here[0].span)
      let number = String(line)
      let numberPad = String(repeating: " ", count: gutter - number.count)
      text += painted("\(numberPad)\(number) │ ", "34") + cut.text + "\n"
      for mark in here {
        let (before, width) = cut.columns(mark.span)
        let signs = String(repeating: mark.sign, count: width)
        let words = mark.text.isEmpty ? signs : signs + " " + mark.text
        text += painted("\(pad) │ ", "34") + String(repeating: " ", count: before)
        text += painted(words, mark.paint) + "\n"
      }
    }
  }

  mutating func explanation(_ diagnostic: Diagnostic, _ sources: SourceMap) {
    var lines: [(String, String)] = []
    if let why = diagnostic.why { lines.append(("Vì sao:", why)) }
    if let advice = diagnostic.advice { lines.append(("Cách sửa:", advice)) }
    if let fix = diagnostic.fix, let source = sources[fix.span.file] {
      lines.append(("Gợi ý:", Page.fixText(fix, source)))
    }
    for note in diagnostic.notes { lines.append(("Ghi chú:", note)) }
    for (title, words) in lines {
      let indented = words.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\n    ")
      text += "  " + painted(title, "1;32") + " " + indented + "\n"
    }
  }

  static func fixText(_ fix: Diagnostic.Fix, _ source: Source) -> String {
    let old = source.text(fix.span)
    if old.isEmpty { return "thêm \(Wording.quotedSource(fix.replacement)) vào chỗ này." }
    if fix.replacement.isEmpty {
      return VietnameseText.displayWidth(old) == 0
        ? "xóa ký tự không nhìn thấy này." : "bỏ \(Wording.quoted(old))."
    }
    return "thay \(Wording.quotedSource(old)) bằng \(Wording.quotedSource(fix.replacement))."
  }
}

/// A span to underline and the words beside it.
private struct Mark {
  var span: Span
  var text: String
  var sign: Character
  var paint: String
}

/// One line of a source as it is shown: tabs as two spaces, invisible characters left out, and long
/// lines cut around the place that matters.
private struct Excerpt {
  private let source: Source
  private let range: Range<Int>
  /// First byte shown and the columns its `… ` takes.
  private let start: Int
  private let lead: String
  let text: String

  private static let maximumWidth = 100
  private static let widthBeforeFocus = 40

  init(_ source: Source, _ line: Int, focus: Span) {
    self.source = source
    range = source.lineRange(line)
    let whole = Excerpt.shown(source, range)
    let focusStart = min(max(Int(focus.start), range.lowerBound), range.upperBound)
    let before = VietnameseText.displayWidth(
      Excerpt.shown(source, range.lowerBound..<focusStart))
    var first = range.lowerBound
    if VietnameseText.displayWidth(whole) > Excerpt.maximumWidth,
      before > Excerpt.widthBeforeFocus
    {
      first = Excerpt.advance(
        source, from: range.lowerBound, to: focusStart, columns: before - Excerpt.widthBeforeFocus)
    }
    start = first
    lead = first > range.lowerBound ? "… " : ""
    let rest = Excerpt.shown(source, first..<range.upperBound)
    if VietnameseText.displayWidth(rest) > Excerpt.maximumWidth {
      let end = Excerpt.advance(
        source, from: first, to: range.upperBound, columns: Excerpt.maximumWidth)
      text = lead + Excerpt.shown(source, first..<end) + " …"
    } else {
      text = lead + rest
    }
  }

  /// Columns before the span and columns to underline: at least one, and only on this line.
  func columns(_ span: Span) -> (before: Int, width: Int) {
    let from = min(max(Int(span.start), start), range.upperBound)
    let to = min(max(Int(span.end), from), range.upperBound)
    let before = VietnameseText.displayWidth(lead + Excerpt.shown(source, start..<from))
    let width = VietnameseText.displayWidth(Excerpt.shown(source, from..<to))
    let visible = VietnameseText.displayWidth(text)
    return (before, max(1, min(width, visible - before)))
  }

  private static func shown(_ source: Source, _ range: Range<Int>) -> String {
    var result = ""
    for character in String(decoding: source.bytes[range], as: UTF8.self) {
      if character == "\t" {
        result += "  "
      } else if let value = character.unicodeScalars.first?.value,
        value >= 0x20, value != 0x7F, !(0x80...0x9F).contains(value)
      {
        result.append(character)
      }
    }
    return result
  }

  /// The offset of the letter that begins about `columns` columns after `from`.
  private static func advance(_ source: Source, from: Int, to: Int, columns: Int) -> Int {
    var offset = from
    var width = 0
    for character in String(decoding: source.bytes[from..<to], as: UTF8.self) {
      if width >= columns { break }
      width += character == "\t" ? 2 : VietnameseText.displayWidth(String(character))
      offset += character.utf8.count
    }
    return offset
  }
}
