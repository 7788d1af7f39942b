// The files of a stored run laid out so that it can be run again. In: what the store kept. Out: files by
// their names in a folder, or the campaign loaded from them. Invariant: no name leaves the folder, whatever
// the store says; what is made to load a campaign is gone afterwards. Used by `StoreKeeper` only.

import Glibc
import ThiDuaStore
import ThiDuaText

struct RunLayout {
  /// Scripts and data, the main script first.
  let files: [(name: String, bytes: [UInt8])]
  /// Tables of databases and stores, as text.
  let tables: [StoredFile]
  private let stored: [StoredFile]

  /// The databases those tables came from, by their names in the folder.
  let databases: [(name: String, tables: [(name: String, text: [UInt8])])]
  /// The stores past rows came from, by their names in the folder: where a run of the folder looks for them.
  let stores: [(name: String, tables: [(name: String, text: [UInt8])])]

  /// Throws when a name leaves the folder: nobody stores such a run.
  init(_ stored: [StoredFile], run: Int) throws(StoreProblem) {
    self.stored = stored
    tables = stored.filter { $0.kind == .table || $0.kind == .history }
    let plain = stored.filter { $0.kind == .script || $0.kind == .data }
    // A script that is inherited stands beside the main script's folder.
    let folder = plain.contains { $0.name.hasPrefix("../") } ? "kich-ban" : "."
    var files: [(name: String, bytes: [UInt8])] = []
    for file in plain {
      guard let name = FilePath.resolved(FilePath.join(folder, file.name)),
        FilePath.staysInside(name), !file.name.hasPrefix("/")
      else { throw .damagedContent(run: run, file: file.name) }
      files.append((name, file.bytes))
    }
    self.files = files
    func grouped(
      _ kind: StoredFile.Kind, in folder: String
    ) throws(StoreProblem) -> [(name: String, tables: [(name: String, text: [UInt8])])] {
      var groups: [(name: String, tables: [(name: String, text: [UInt8])])] = []
      for file in stored where file.kind == kind {
        guard let name = FilePath.resolved(FilePath.join(folder, file.name)),
          FilePath.staysInside(name), !file.name.hasPrefix("/")
        else { throw .damagedContent(run: run, file: file.name) }
        let table = (name: file.table ?? "", text: file.bytes)
        if let place = groups.firstIndex(where: { $0.name == name }) {
          groups[place].tables.append(table)
        } else {
          groups.append((name, [table]))
        }
      }
      return groups
    }
    databases = try grouped(.table, in: folder)
    stores = try grouped(.history, in: FilePath.join(folder, "ket-qua"))
  }

  /// The campaign of these files, reckoned by this program.
  func load() -> (campaign: Campaign?, report: Report) {
    func fail(_ failure: FileAccess.Failure) -> (campaign: Campaign?, report: Report) {
      var report = Report()
      report.diagnostics.add(CommandMessages.unwritable("thư mục tạm", failure.refusal))
      report.status = .stopped
      return (nil, report)
    }
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var pattern = Array((place + "/thidua-XXXXXX").utf8CString)
    guard mkdtemp(&pattern) != nil else {
      return fail(FileAccess.Failure(errno: errno))
    }
    let folder = String(decoding: pattern.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { FileAccess.removeFolder(folder) }
    for file in files {
      let path = FilePath.join(folder, file.name)
      do throws(FileAccess.Failure) {
        try Self.makeFolders(FilePath.folder(of: path))
        try FileAccess.replace(path, with: file.bytes)
      } catch {
        return fail(error)
      }
    }
    var options = RunOptions()
    for table in tables {
      options.storedTables[StoredTable(file: table.name, table: table.table ?? "")] = table.bytes
    }
    return Campaign.load(.file(FilePath.join(folder, files.first?.name ?? "")), options: options)
  }

  private static func makeFolders(_ path: String) throws(FileAccess.Failure) {
    if FileAccess.isFolder(path) { return }
    try makeFolders(FilePath.folder(of: path))
    try FileAccess.makeFolder(path)
  }
}
