// `năm-mới`: the folder of the next year, made from this year's.
//
// In: the new year, and the folder or script to start from. Out: a folder beside the old one with a script
// that inherits from the old one, the data files with their header lines alone, and a checklist of
// everything in the old script that belongs to its year. Invariant: nothing that exists is written over;
// the folder appears whole, under its name, or not at all. Used by the console and embedding programs.

import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

/// What `Engine.newYear` made.
public struct NewYear: Sendable {
  /// The new folder.
  public var folder: String
  /// Names of the files in it, in the order they are listed.
  public var files: [String]
  /// The checklist, as it stands in its file.
  public var checklist: String
}

/// What `Engine.newYear` gives back.
public struct MadeYear: Sendable {
  /// nil after errors.
  public var year: NewYear?
  public var report: Report
}

extension Engine {
  /// Makes the folder of `year` from `origin`: a folder, a script, or nil for last year's folder below
  /// the current one.
  public func newYear(_ year: Int, from origin: String? = nil) -> MadeYear {
    var maker = NewYearMaker(year: year)
    let made = maker.make(origin)
    var report = maker.report
    report.status = Report.status(of: report.diagnostics)
    return MadeYear(year: made, report: report)
  }
}

/// One making of a folder.
struct NewYearMaker {
  let year: Int
  var report = Report()
  private static let checklistName = "viec-can-lam.txt"
  private static let mainName = "phong-trao.thidua"

  init(year: Int) { self.year = year }

  /// A file of the new folder.
  private struct NewFile {
    var name: String
    var bytes: [UInt8]
  }

  mutating func make(_ origin: String?) -> NewYear? {
    guard let script = baseScript(origin) else { return nil }
    let loader = ScriptLoader(.file(script))
    let loaded = LoadedProgram(.file(script))
    guard let checked = loaded.checked else {
      report = loaded.report
      return nil
    }
    report.sources = loaded.report.sources
    let oldYear = campaignYear(checked) ?? year - 1
    guard year > oldYear, year <= 9999 else {
      report.diagnostics.add(YearMessages.notLater(year, than: oldYear))
      return nil
    }
    let oldFolder = FilePath.folder(of: script)
    let folder = FilePath.join(FilePath.parent(of: oldFolder), String(year))
    guard FileAccess.identity(folder) == nil else {
      report.diagnostics.add(YearMessages.folderExists(folder))
      return nil
    }
    let name = FilePath.name(of: script)
    let oldName = FilePath.name(of: FilePath.resolved(oldFolder) ?? oldFolder)
    let base = oldName == "." || oldName == ".." ? name : "../\(oldName)/\(name)"
    var notes: [String] = []
    var files = dataFiles(loader, oldFolder, &notes)
    let items = loader.scripts.flatMap(\.items)
    let text = ScriptOutline(
      year: year, oldYear: oldYear, base: base, folder: folder, name: name, items: items,
      rows: rowsInScripts(loader).filter { !$0.rows.isPast }, sources: loader.sources
    ).text
    files.insert(NewFile(name: name, bytes: Array(text.utf8)), at: 0)
    let checklist = Checklist(
      year: year, oldYear: oldYear, notes: notes,
      scripts: loader.scripts.filter { !$0.isLibrary }
    ).text
    files.append(NewFile(name: Self.checklistName, bytes: Array(checklist.utf8)))
    guard write(files, folder) else { return nil }
    let made = Engine().check(.file(FilePath.join(folder, name)))
    // The old script is right, so what is wrong now hangs on the year alone: it belongs to the list.
    for finding in made.diagnostics.all where finding.severity == .error {
      report.diagnostics.add(finding)
      report.sources = made.sources
    }
    return NewYear(folder: folder, files: files.map(\.name), checklist: checklist)
  }

  // MARK: Where to start from

  private mutating func baseScript(_ origin: String?) -> String? {
    var place = origin ?? ""
    if origin == nil {
      let usual = ["scripts/\(year - 1)", "\(year - 1)"]
      guard let found = usual.first(where: FileAccess.isFolder) else {
        report.diagnostics.add(YearMessages.noOldYear(usual))
        return nil
      }
      place = found
    }
    guard FileAccess.isFolder(place) else { return place }
    while place.utf8.count > 1, place.utf8.last == UInt8(ascii: "/") { place.removeLast() }
    let names = ((try? FileAccess.names(in: place)) ?? []).filter { $0.hasSuffix(".thidua") }
    if names.contains(Self.mainName) { return FilePath.join(place, Self.mainName) }
    if names.count == 1 { return FilePath.join(place, names[0]) }
    report.diagnostics.add(YearMessages.whichScript(place, names: names))
    return nil
  }

  private func campaignYear(_ checked: CheckedProgram) -> Int? {
    let key = VietnameseText.lookupKey("năm")
    let line = checked.campaign.lines.first { VietnameseText.lookupKey($0.name) == key }
    return line?.values.first.flatMap { Int($0.filter(\.isNumber)) }
  }

  // MARK: Data

  /// The data files the script reads, with their header lines; past years go on whole.
  private func dataFiles(
    _ loader: ScriptLoader, _ oldFolder: String, _ notes: inout [String]
  ) -> [NewFile] {
    var files: [NewFile] = []
    for data in rowsInScripts(loader) {
      guard let source = loader.sources[data.kind.span.file] else { continue }
      let (line, kind) = (source.lineAndColumn(data.kind.span.start).line, data.kind.text)
      notes.append(
        data.rows.isPast
          ? "\(source.path):\(line): lịch sử \(kind) viết ngay trong kịch bản; thêm kết quả năm vừa "
            + "qua."
          : "\(source.path):\(line): dữ liệu \(kind) viết ngay trong kịch bản nên đang dùng lại số "
            + "liệu cũ; viết khối dữ liệu \(kind) năm \(year).")
    }
    for case .data(let data) in loader.scripts.flatMap(\.items) {
      guard let file = data.file, FilePath.staysInside(file.path),
        !files.contains(where: { $0.name == file.path })
      else { continue }
      let kind = data.kind.text
      guard let bytes = try? FileAccess.read(FilePath.join(oldFolder, file.path)) else {
        notes.append("\(file.path): không thấy tệp năm trước; chuẩn bị số liệu \(kind).")
        continue
      }
      if data.rows != .subjects {
        files.append(NewFile(name: file.path, bytes: bytes))
        notes.append(
          "\(file.path): đã chép nguyên kết quả các năm trước của \(kind); thêm kết quả năm vừa qua."
        )
      } else if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
        notes.append("\(file.path): không chép tệp Excel; chuẩn bị số liệu \(kind) năm \(year).")
      } else if data.databaseTable == nil, !bytes.starts(with: Array("SQLite format 3".utf8)) {
        files.append(NewFile(name: file.path, bytes: header(bytes)))
        notes.append("\(file.path): mới chỉ có dòng tiêu đề; nhập số liệu \(kind) năm \(year).")
      } else {
        notes.append(
          "\(file.path): không chép cơ sở dữ liệu; chuẩn bị số liệu \(kind) năm \(year).")
      }
    }
    return files
  }

  /// The data written in the scripts themselves, which the new script inherits row by row.
  private func rowsInScripts(_ loader: ScriptLoader) -> [DataDeclaration] {
    loader.scripts.filter { !$0.isLibrary }.flatMap(\.items).compactMap { item in
      guard case .data(let data) = item, let table = data.table, !table.rows.isEmpty else {
        return nil
      }
      return data
    }
  }

  /// The first record with its line end; quoted line breaks stay inside it.
  private func header(_ bytes: [UInt8]) -> [UInt8] {
    var isQuoted = false
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted { return Array(bytes[...index]) }
    }
    return bytes
  }

  // MARK: Writing

  private mutating func write(_ files: [NewFile], _ folder: String) -> Bool {
    do throws(FileAccess.Failure) {
      let temporary = folder + ".thidua-tam"
      try FileAccess.makeFolder(temporary)
      do throws(FileAccess.Failure) {
        for file in files {
          let path = FilePath.join(temporary, file.name)
          try FileAccess.makeFolders(of: file.name, in: temporary)
          try FileAccess.replace(path, with: file.bytes)
        }
        try FileAccess.renameFolder(temporary, to: folder)
      } catch {
        FileAccess.removeFolder(temporary)
        throw error
      }
      return true
    } catch {
      report.diagnostics.add(CommandMessages.unwritable(folder, error.refusal))
      return false
    }
  }
}
