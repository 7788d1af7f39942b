// Numbers as files keep them, with a point, whatever locale an embedding program has chosen: the library prints them
// with the locale of the calling thread (Debian's 1.1.4 is built without its own printing), and `8,87` in a
// workbook is a damaged workbook. Used by whoever writes a workbook.

import CXlsxWriter

enum PlainNumbers {
  /// Runs the body, on the calling thread, and puts back the thread's locale.
  static func during<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    var kept = td_xlsx_locale()
    td_xlsx_begin_plain(&kept)
    defer { td_xlsx_end_plain(&kept) }
    try body()
  }
}
