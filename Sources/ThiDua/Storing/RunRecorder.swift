// A loaded campaign as a run for the store. In: the campaign as it stands. Out: `RunRecord`: what it read and
// every named column of every kind, exactly. Invariant: names of files are as seen from the main script's
// folder, so that the run can be laid out again anywhere; past rows are no results of this year.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaStore
import ThiDuaText

struct RunRecorder {
  let campaign: Campaign
  /// One for all reasons: what it quotes of the script is made once.
  private let explainer: Explainer

  init(_ campaign: Campaign) {
    self.campaign = campaign
    var reach = Explainer.Reach()
    reach.isOwnOnly = true
    explainer = Explainer(campaign.session, globals: campaign.globals, reach: reach)
  }

  private var checked: CheckedProgram { campaign.checked }
  private var session: Session { campaign.session }

  /// `span`: the statement, for files that cannot be read again.
  func record(_ span: Span) throws(HostFailure) -> RunRecord {
    RunRecord(
      title: checked.campaign.title ?? FilePath.name(of: campaign.script.name), year: year,
      script: FilePath.name(of: campaign.script.name), closing: closing, program: Engine.version,
      files: try files(span), kinds: kinds)
  }

  private var year: Int {
    let key = VietnameseText.lookupKey("năm")
    let line = checked.campaign.lines.first { VietnameseText.lookupKey($0.name) == key }
    return line?.values.first.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  private var closing: String? { checked.closings.first.map { Self.text(of: $0.date) } }

  private static func text(of date: CalendarDate) -> String {
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    let (day, month, year) = date.parts
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }

  // MARK: Files

  /// What the campaign read, scripts first. `span`: what asks, for files that cannot be read again.
  func files(_ span: Span) throws(HostFailure) -> [StoredFile] {
    var files: [StoredFile] = []
    let script = campaign.script
    do throws(FileAccess.Failure) {
      files.append(
        StoredFile(.script, name: FilePath.name(of: script.name), bytes: try script.read()))
    } catch {
      throw HostFailure(StoreMessages.contentUnreadable(script.name, span: span))
    }
    if script.isFile, !isAsRead(script.name) {
      throw HostFailure(StoreMessages.contentUnreadable(script.name, span: span))
    }
    for path in session.scriptFiles.dropFirst(script.isFile ? 1 : 0) {
      files.append(
        StoredFile(.script, name: seen(path), bytes: try bytes(of: path, span)))
    }
    var told: Set<String> = []
    for binding in checked.data {
      guard let name = binding.file?.path else { continue }
      if binding.isStore || binding.databaseTable != nil {
        let table = binding.databaseTable?.text ?? checked.subjectKinds[binding.kind].name
        guard let text = session.tableTexts[StoredTable(file: name, table: table)],
          told.insert(name + "\0" + table).inserted
        else { continue }
        files.append(
          StoredFile(binding.isStore ? .history : .table, name: name, table: table, bytes: text))
      } else if told.insert(name).inserted {
        let folder = campaign.options.dataFolder ?? script.folder
        let content =
          if let known = campaign.options.dataFiles[name] { known } else {
            try bytes(of: FilePath.join(folder, name), span)
          }
        files.append(StoredFile(.data, name: name, bytes: content))
      }
    }
    return files
  }

  private func bytes(of path: String, _ span: Span) throws(HostFailure) -> [UInt8] {
    do throws(FileAccess.Failure) {
      let bytes = try FileAccess.read(path)
      if isAsRead(path) { return bytes }
    } catch {
      throw HostFailure(StoreMessages.contentUnreadable(path, span: span))
    }
    throw HostFailure(StoreMessages.contentUnreadable(path, span: span))
  }

  /// Whether nobody has written a file since the campaign read it: its bytes are what was reckoned with.
  private func isAsRead(_ path: String) -> Bool {
    session.fileStates[path].map { $0 == FileAccess.state(path) } ?? true
  }

  /// A script as seen from the main one's folder; those it inherits from stand at most one folder higher.
  private func seen(_ path: String) -> String {
    let path = FilePath.resolved(path) ?? path
    let folder = FilePath.resolved(campaign.script.folder) ?? campaign.script.folder
    if folder == "." { return path }
    if path.hasPrefix(folder + "/") { return String(path.dropFirst(folder.count + 1)) }
    let yard = FilePath.resolved(FilePath.parent(of: folder)) ?? "."
    if yard == "." { return "../" + path }
    let rest = path.hasPrefix(yard + "/") ? String(path.dropFirst(yard.count + 1)) : path
    return "../" + rest
  }

  // MARK: Subjects and columns

  /// Every kind that has subjects of this year.
  var kinds: [KindRecord] {
    checked.subjectKinds.indices.filter { checked.subjectKinds[$0].history == nil }.map { kind in
      let subjects = checked.subjectKinds[kind]
      let columns = subjects.columns.indices.filter { index in
        if case .inverse = subjects.columns[index].source { return false }
        return !subjects.columns[index].isHidden
          && session.runtime.tables[kind].columns[index] != nil
      }
      let count = session.runtime.tables[kind].rowCount
      return KindRecord(
        name: subjects.name,
        subjects: (0..<count).map { row in
          SubjectRecord(
            key: key(of: row, kind), name: session.printer.name(of: row, kind: kind))
        },
        columns: columns.map { column(ColumnAddress(kind: kind, column: $0)) })
    }
  }

  private func key(of row: Int, _ kind: Int) -> String {
    checked.subjectKinds[kind].key.map {
      session.printer.text(ColumnAddress(kind: kind, column: $0), row: row)
    }.joined(separator: " / ")
  }

  private func column(_ address: ColumnAddress) -> ColumnRecord {
    let subjects = checked.subjectKinds[address.kind]
    let column = subjects.columns[address.column]
    var isInput = false
    if case .input = column.source { isInput = true }
    let kind = Self.kind(of: column.kind)
    return ColumnRecord(
      name: column.name, title: column.rule.title, kind: kind,
      role: isInput ? .input : role(of: address.column, subjects),
      reason: isInput ? nil : { row in reason(address, row) }
    ) { row in
      var cell = cell(address, row, kind)
      if isInput { locate(address, row, &cell) }
      return cell
    }
  }

  private static func kind(of kind: Kind) -> StoredKind {
    switch kind {
    case .number, .count: .number
    case .ratio: .ratio
    case .date: .date
    case .truth: .truth
    case .level: .level
    case .award: .award
    case .subject: .subject
    case .list, .dictionary: .list
    case .text, .nothing, .unknown: .text
    }
  }

  private func role(of index: Int, _ subjects: SubjectKind) -> StoredRole {
    if subjects.scored.contains(where: { $0.column == index }) { return .score }
    if case .rank = subjects.columns[index].source { return .rank }
    switch subjects.columns[index].kind {
    case .level: return .level
    case .award: return .award
    default: return .other
    }
  }

  private func cell(_ address: ColumnAddress, _ row: Int, _ kind: StoredKind) -> CellRecord {
    guard let storage = session.runtime.tables[address.kind].columns[address.column] else {
      return CellRecord(nil)
    }
    guard kind != .list else {
      return CellRecord(session.printer.text(address, row: row))
    }
    let word = storage.word(row)
    if word.isBlank { return CellRecord(nil) }
    if word.isNotApplicable { return CellRecord(nil, isNotApplicable: true) }
    switch kind {
    case .number, .ratio: return CellRecord(storage.number(row).map(JSONText.exact))
    case .date:
      let days = Int32(truncatingIfNeeded: word.immediate)
      return CellRecord(CalendarDate(days: days).map(Self.text))
    case .subject:
      let column = checked.subjectKinds[address.kind].columns[address.column]
      guard case .subject(let target) = column.kind
      else { return CellRecord(nil) }
      let row = Int(word.immediate)
      let key = key(of: row, target)
      return CellRecord(key.isEmpty ? session.printer.name(of: row, kind: target) : key)
    default: return CellRecord(session.printer.text(address, row: row))
    }
  }

  private func reason(_ address: ColumnAddress, _ row: Int) -> String {
    explainer.forget()
    let cell = CellAddress(kind: address.kind, column: address.column, row: row)
    return explainer.explain(cell).map(StoredReason.text) ?? ""
  }

  private func locate(_ address: ColumnAddress, _ row: Int, _ cell: inout CellRecord) {
    var finding = Diagnostic(code: "", message: "")
    session.data[address.kind].locate(row: row, column: address.column, in: &finding)
    guard let place = finding.place else { return }
    cell.place = CellPlace(
      file: place.file, sheet: place.sheet ?? place.table, column: place.column,
      letters: place.cell.map { String($0.prefix { $0.isLetter }) })
    cell.line = place.line
  }
}
