// A script loaded, checked, run once and kept: every column of every subject stays in memory and can be
// asked for. In: a script and options. Out: values, texts, tables; `Campaign+Questions` evaluates what
// is typed later. Invariant: nothing a caller asks changes a value; a question that fails leaves the
// campaign as it was. Used by embedding programs and the console's dialogue.
//
//   let (campaign, report) = Campaign.load(.file("phong-trao.thidua"))
//   if let campaign, let a = campaign.subject(of: "tập thể", key: "TT01") {
//     print(campaign.value(of: "tổng điểm", of: a)?.text ?? "")
//   }

import ThiDuaCompiler
import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

/// A loaded script with all its results; for one thread at a time.
public final class Campaign {
  /// What is asked and for whom it is shown.
  public struct Answer {
    public var value: Value
    public var kind: ValueKind
    /// As `in` prints it.
    public var text: String
  }

  /// One subject: a row of its kind.
  public struct Subject: Hashable, Sendable {
    public var kind: Int
    public var row: Int
    public init(kind: Int, row: Int) {
      self.kind = kind
      self.row = row
    }
  }

  /// A column as the script declares it.
  public struct ColumnInformation: Sendable {
    public var name: String
    public var title: String?
    public var kind: ValueKind
    /// Read from data.
    public var isInput: Bool
    public var span: Span
  }

  public let script: ScriptSource
  public let options: RunOptions
  let open: OpenProgram
  /// The rows and columns; its program is the script's.
  let session: Session
  /// Parameters, then variables that actions made.
  var globals: [Value]
  let listener: any RunListener
  let recomputation: Recomputation
  /// What is assumed at the moment, last ones last.
  var laid: [LaidChanges] = []
  /// What questions of the script assumed so far.
  var assumed = AssumedState()
  /// The scripts as they are parsed, for scenarios that rewrite rules.
  let scripts: [Script]
  /// Campaigns with rewritten rules over the same rows, by their scenarios.
  var variants: [String: Campaign] = [:]
  /// What loading had to say besides errors.
  public let loadingFindings: Diagnostics

  private init(
    _ script: ScriptSource, _ options: RunOptions, _ open: OpenProgram, _ session: Session,
    _ listener: any RunListener, _ scripts: [Script]
  ) {
    self.scripts = scripts
    self.script = script
    self.options = options
    self.open = open
    self.session = session
    self.listener = listener
    globals = session.runtime.globals
    recomputation = Recomputation(session)
    loadingFindings = session.diagnostics
    session.diagnostics = Diagnostics()
    session.listener = SilentListener()
  }

  /// The campaign with other rules over the rows of another one.
  convenience init(
    variantOf base: Campaign, _ open: OpenProgram, _ session: Session, _ scripts: [Script]
  ) {
    self.init(base.script, base.options, open, session, base.listener, scripts)
  }

  /// Loads a script: checks it, reads its data, computes every column. Its actions do not run. Nil after
  /// errors, which the report tells.
  public static func load(
    _ script: ScriptSource, options: RunOptions = RunOptions(),
    listener: any RunListener = SilentListener()
  ) -> (campaign: Campaign?, report: Report) {
    load(script, typed: [], options: options, listener: listener)
  }

  /// The same with declarations that were typed behind the script.
  static func load(
    _ script: ScriptSource, typed: [TypedEntry], options: RunOptions, listener: any RunListener
  ) -> (campaign: Campaign?, report: Report) {
    var loaded = LoadedProgram(script, typed: typed, staysOpen: true)
    let (campaign, status) = make(&loaded, script, options, listener)
    var report = loaded.finishedReport()
    if campaign == nil, let status { report.status = status }
    return (campaign, report)
  }

  /// Reads the data of a checked program and computes every column; nil after errors.
  private static func make(
    _ loaded: inout LoadedProgram, _ script: ScriptSource, _ options: RunOptions,
    _ listener: any RunListener
  ) -> (campaign: Campaign?, status: Status?) {
    guard let open = loaded.open, let checked = loaded.checked,
      let compiled = loaded.compiled(checked, storesAllColumns: true)
    else { return (nil, nil) }
    let session = Session(
      compiled, options: options, listener: listener, inputFiles: loaded.files)
    session.storeFolder = options.outputFolder ?? FilePath.join(script.folder, "ket-qua")
    var status: Status?
    do throws(SessionStopped) {
      try session.load(
        checked.data, folder: options.dataFolder ?? script.folder, mayLackColumns: false, host: nil)
      try session.compute(compiled.program.plan)
    } catch {
      status = error.status
    }
    loaded.report.diagnostics.add(contentsOf: session.diagnostics)
    if loaded.report.diagnostics.hasErrors { return (nil, status) }
    return (Campaign(script, options, open, session, listener, loaded.scripts), nil)
  }

  /// Runs a script that asks questions: its actions and questions in order.
  static func run(
    _ loaded: LoadedProgram, _ script: ScriptSource, _ options: RunOptions,
    _ listener: any RunListener
  ) -> Report {
    var loaded = loaded
    let (campaign, status) = make(&loaded, script, options, listener)
    var report = loaded.finishedReport()
    guard let campaign, report.status == .well else {
      if let status { report.status = status }
      return report
    }
    campaign.run(campaign.checked.parts, listener: listener, into: &report)
    report.sources = campaign.sources
    if report.status == .well { report.status = Report.status(of: report.diagnostics) }
    return report
  }

  // MARK: What there is

  /// Names of the kinds of subject, by their number.
  public var kindNames: [String] { checked.subjectKinds.map(\.name) }

  /// The number of a kind of subject, by its name.
  public func kind(named name: String) -> Int? {
    let key = VietnameseText.lookupKey(name)
    return checked.subjectKinds.firstIndex { VietnameseText.lookupKey($0.name) == key }
  }

  /// The columns of a kind that the script names, in its order.
  public func columns(of kind: Int) -> [ColumnInformation] {
    checked.subjectKinds[kind].columns.filter { !$0.isHidden }.map { column in
      var isInput = false
      if case .input = column.source { isInput = true }
      return ColumnInformation(
        name: column.name, title: column.rule.title, kind: ValueKind(column.kind),
        isInput: isInput, span: column.rule.span)
    }
  }

  /// All subjects of a kind, in data order.
  public func subjects(of kind: Int) -> [Subject] {
    (0..<session.runtime.tables[kind].rowCount).map { Subject(kind: kind, row: $0) }
  }

  /// The subject with that key, or the only one with that name.
  public func subject(of kind: String, key: String) -> Subject? {
    guard let kind = self.kind(named: kind) else { return nil }
    return session.runtime.find(kind: kind, key: key).map { Subject(kind: kind, row: $0) }
  }

  /// What people call a subject: its name, else its key, else its place in the data.
  public func name(of subject: Subject) -> String {
    session.printer.name(of: subject.row, kind: subject.kind)
  }

  /// The value of a column of a subject; nil when there is no such column or subject.
  public func value(of column: String, of subject: Subject) -> Answer? {
    guard checked.subjectKinds.indices.contains(subject.kind) else { return nil }
    let key = VietnameseText.lookupKey(column)
    let columns = checked.subjectKinds[subject.kind].columns
    guard
      let index = columns.firstIndex(where: {
        !$0.isHidden && VietnameseText.lookupKey($0.name) == key
      })
    else { return nil }
    return value(ColumnAddress(kind: subject.kind, column: index), row: subject.row)
  }

  // MARK: Inside the façade

  var checked: CheckedProgram { open.program }

  /// A stored cell; nil when the column is not stored or the row is none.
  func value(_ address: ColumnAddress, row: Int) -> Answer? {
    guard let storage = session.runtime.tables[address.kind].columns[address.column],
      row >= 0, row < storage.rowCount
    else { return nil }
    let kind = session.program.subjectKinds[address.kind].columnKinds[address.column]
    return Answer(
      value: storage.value(row, texts: session.texts), kind: kind,
      text: session.printer.text(storage, row: row, kind))
  }
}

/// Hears nothing.
public final class SilentListener: RunListener {
  public init() {}
  public func printed(_ text: String) {}
  public func began(_ work: String, rowCount: Int) {}
}
