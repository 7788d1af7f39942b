// Rows of a sheet of a workbook. In: a binding whose file is a workbook. Out: its table, or findings. Part of
// DataLoader; see there.

import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

extension DataLoader {
  /// Reads the sheet that `binding` asks for.
  mutating func readWorkbook(
    _ name: String, _ binding: DataBinding, _ schema: TableSchema
  ) -> LoadedTable? {
    var request = SheetRequest()
    if let sheet = binding.sheet {
      request.sheet = sheet.name
      request.headerRows = sheet.headerRows?.rows
      request.lastRow = sheet.lastRow?.row
      request.fillsMerges = sheet.fillsMerges
    }
    let reader = WorkbookReader(
      name: name, request: request, schema: schema, style: binding.style ?? .vietnamese,
      encoding: binding.encoding, texts: texts, workers: workers)
    if let bytes = memoryFiles[name] {
      return reader.read(InputBytes(bytes), into: &diagnostics)
    }
    let path = FilePath.join(folder, name)
    noteReading(path, name)
    switch InputBytes.open(path) {
    case .failure(let problem):
      reader.report(problem, into: &diagnostics)
      return nil
    case .success(let bytes):
      return reader.read(bytes, into: &diagnostics)
    }
  }
}
