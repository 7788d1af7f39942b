// Excel workbooks, on libxlsxwriter. In: sheets with cells, one thread at a time. Out: a file that appears with
// the other outputs of the run. Invariant: the same calls make the same bytes (no clock, no locale); text
// is text whatever it looks like; the first thing that cannot be written is kept and told at `close`.
// Used by the exports, the result workbook and the forms to fill in, each inside `PlainNumbers.during`.
//
// The library tells the terminal in English what it cannot write, and goes on when its temporary files do not
// fit: so the archive grows in memory and room for the rest is made sure of before (Debian's version
// 1.1.4 has no `output_buffer` yet).

import CXlsxWriter
import Glibc
import ThiDuaText

/// A workbook being written into an output.
public final class WorkbookWriter {
  /// What the file says of itself.
  public struct Properties {
    public var title: String
    public var subject: String
    public init(title: String = "", subject: String = "") {
      self.title = title
      self.subject = subject
    }
  }

  /// A workbook that cannot be written, in the catalogue's words.
  public struct Failure: Error {
    public var diagnostic: Diagnostic
  }

  /// A style of this workbook.
  public struct Style {
    let format: UnsafeMutablePointer<lxw_format>?
    let look: CellStyle
  }

  static let font = "Times New Roman"
  /// What the first rows of the sheets take.
  private static let leastRoom: Int64 = 1 << 16
  let library: td_xlsx_library
  let file: OutputFile
  private(set) var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var styles: [CellStyle: Style] = [:]
  private var literals: [UnsafeMutablePointer<lxw_format>?: UnsafeMutablePointer<lxw_format>?] = [:]
  private var names = SheetNames()
  private var problem: Diagnostic?
  /// Where the library keeps its temporary files: beside the output, hidden as it is.
  private let folder: String
  /// The archive while it grows, so that the library never meets a full disk; -1: it goes to the output.
  private var memory: Int32

  /// `rowsGoStraightToFile`: for long tables; rows must then come in order, from top to bottom.
  public init(
    _ file: OutputFile, _ properties: Properties = Properties(), rowsGoStraightToFile: Bool = false
  ) throws(Failure) {
    guard let library = td_xlsx_load()?.pointee else {
      throw Failure(diagnostic: DataMessages.noWorkbookLibrary(file.name, span: file.span))
    }
    self.library = library
    self.file = file
    folder = file.pathForLibrary + OutputJournal.workFolderSuffix
    let number = mkdir(folder, 0o700) == 0 ? td_xlsx_room(folder, Self.leastRoom) : errno
    guard number == 0 else {
      rmdir(folder)
      throw Failure(
        diagnostic: DataMessages.unwritable(
          file.name, OutputTransaction.problem(number), span: file.span))
    }
    memory = td_xlsx_memory()
    let target = memory < 0 ? file.pathForLibrary : "/proc/self/fd/\(memory)"
    workbook = CStrings.with([folder]) { texts in
      var options = lxw_workbook_options(
        constant_memory: rowsGoStraightToFile ? 1 : 0, tmpdir: texts[0], use_zip64: 0)
      return library.workbook_new_opt(target, &options)
    }
    guard let workbook else {
      throw Failure(diagnostic: DataMessages.noWorkbookLibrary(file.name, span: file.span))
    }
    if let plain = td_xlsx_default_format(workbook) { apply(CellStyle(), to: plain) }
    describe(properties)
  }

  deinit { release() }

  /// Leaves nothing open and nothing beside the output.
  private func release() {
    if let workbook { td_xlsx_forget(workbook) }
    workbook = nil
    if memory >= 0 { Glibc.close(memory) }
    memory = -1
    rmdir(folder)
  }

  /// The style's handle; the same style has one handle.
  public func style(_ style: CellStyle) -> Style {
    if let known = styles[style] { return known }
    let format = workbook.flatMap { library.workbook_add_format($0) }
    if let format { apply(style, to: format) }
    let made = Style(format: format, look: style)
    styles[style] = made
    return made
  }

  /// The style for a text that Excel would take for a formula, number or day once somebody edits the cell.
  func literal(_ style: Style) -> UnsafeMutablePointer<lxw_format>? {
    if let known = literals[style.format] { return known }
    let format =
      style.look.numberFormat == nil
      ? self.style(style.look.with { $0.numberFormat = CellStyle.textFormat }).format
      : style.format
    literals[style.format] = format
    return format
  }

  /// A new sheet behind the others, called as like `wanted` as Excel allows; `ending` (a few letters) is
  /// never cut off.
  public func addSheet(_ wanted: String, ending: String = "") -> SheetWriter {
    let name = names.name(for: wanted, ending: ending)
    return SheetWriter(
      self, workbook.flatMap { library.workbook_add_worksheet($0, name) }, name: name)
  }

  /// Gives cells a name that formulas and lists may use: `lựa_chọn` for `='Danh mục'!$A$1:$A$9`.
  public func define(_ name: String, as formula: String) {
    _ = workbook.map { library.workbook_define_name($0, name, formula) }
  }

  /// Writes the file; it appears when the outputs are committed.
  public func close() throws(Failure) {
    defer { release() }
    if let problem { throw Failure(diagnostic: problem) }
    guard let workbook else { return }
    self.workbook = nil
    let number = td_xlsx_close(workbook, folder)
    if number != 0 {
      file.fail(number)
    } else if memory >= 0 {
      handOver()
    }
  }

  /// Copies what stands in memory to the output.
  private func handOver() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var place: off_t = 0
    while !file.hasFailed {
      let count = pread(memory, &buffer, buffer.count, place)
      if count < 0, errno == EINTR { continue }
      if count < 0 { file.fail(errno) }
      guard count > 0 else { return }
      buffer.withUnsafeBytes { file.write(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      place += off_t(count)
    }
  }

  /// Keeps the first thing that went wrong.
  func note(_ found: @autoclosure () -> Diagnostic) {
    if problem == nil { problem = found() }
  }

  // MARK: What the file says of itself

  private func describe(_ properties: Properties) {
    // 2026-01-01: the same for every file, so that the same input makes the same bytes.
    let created = 1_767_225_600
    CStrings.with([properties.title, properties.subject, "ThiDua"]) { texts in
      var values = lxw_doc_properties()
      values.title = texts[0]
      values.subject = texts[1]
      values.author = texts[2]
      values.created = created
      _ = workbook.map { library.workbook_set_properties($0, &values) }
    }
  }

  // MARK: Styles

  private func apply(_ style: CellStyle, to format: UnsafeMutablePointer<lxw_format>) {
    library.format_set_font_name(format, Self.font)
    library.format_set_font_size(format, style.size)
    if style.isBold { library.format_set_bold(format) }
    if style.isItalic { library.format_set_italic(format) }
    if let code = style.numberFormat { library.format_set_num_format(format, code) }
    switch style.alignment {
    case .general: break
    case .left: align(format, LXW_ALIGN_LEFT)
    case .center: align(format, LXW_ALIGN_CENTER)
    case .right: align(format, LXW_ALIGN_RIGHT)
    }
    switch style.height {
    case .top: align(format, LXW_ALIGN_VERTICAL_TOP)
    case .middle: align(format, LXW_ALIGN_VERTICAL_CENTER)
    case .bottom: break
    }
    if style.indent > 0 { library.format_set_indent(format, UInt8(clamping: style.indent)) }
    if style.wraps { library.format_set_text_wrap(format) }
    if style.hasBorder {
      library.format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      library.format_set_border_color(format, Self.borderColor)
    }
    if let color = style.color { library.format_set_font_color(format, color) }
    if let background = style.background { library.format_set_bg_color(format, background) }
    if style.isUnlocked { library.format_set_unlocked(format) }
  }

  private static let borderColor: UInt32 = 0x8C8C8C

  private func align(
    _ format: UnsafeMutablePointer<lxw_format>, _ alignment: lxw_format_alignments
  ) {
    library.format_set_align(format, UInt8(alignment.rawValue))
  }
}

/// Texts as the library's records hold them, for the time of a call.
enum CStrings {
  static func with<Result>(
    _ texts: [String?], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { text -> UnsafeMutablePointer<CChar>? in
      guard let text else { return nil }
      let bytes = Array(CellText.safe(text).utf8CString)
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
      copy.initialize(from: bytes, count: bytes.count)
      return copy
    }
    defer { for copy in copies { copy?.deallocate() } }
    return body(copies)
  }
}
