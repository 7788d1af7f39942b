// The door of the house for embedding programs and the console. In: a script and options. Out: a
// report; what the script prints goes to the listener. Total: nothing here traps on any input.
//
//   let report = Engine().run(.file("phong-trao.thidua"), options: RunOptions(), listener: listener)
//   if report.diagnostics.hasErrors { … }

import ThiDuaCompiler
import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

/// Checks, runs, tests and formats scripts. Holds nothing between calls.
public struct Engine: Sendable {
  /// Version of the language and the program.
  public static let version = "0.1.0"

  public init() {}

  /// All that is wrong with a script, without reading data or running anything.
  public func check(_ script: ScriptSource) -> Report {
    var loaded = LoadedProgram(script)
    return loaded.finishedReport()
  }

  /// Runs a script: reads its data, computes, prints to the listener and writes its files.
  public func run(
    _ script: ScriptSource, options: RunOptions = RunOptions(), listener: any RunListener
  ) -> Report {
    var loaded = LoadedProgram(script)
    if loaded.open != nil { return Campaign.run(loaded, script, options, listener) }
    guard let compiled = loaded.compiled() else { return loaded.finishedReport() }
    let session = Session(
      compiled, options: options, listener: listener, inputFiles: loaded.files)
    let folder = options.outputFolder ?? FilePath.join(script.folder, "ket-qua")
    session.storeFolder = folder
    let outputs = SessionOutputs(session, folder: folder)
    var status: Status?
    do throws(SessionStopped) {
      try session.load(
        compiled.checked.data, folder: options.dataFolder ?? script.folder, mayLackColumns: false,
        host: outputs)
      try session.compute(compiled.program.plan)
      try session.runMain()
      try outputs.commit()
      if !outputs.written.isEmpty { listener.wrote(outputs.written, in: folder) }
    } catch {
      status = error.status
    }
    loaded.report.diagnostics.add(contentsOf: session.diagnostics)
    var report = loaded.finishedReport()
    if report.diagnostics.hasErrors, let status { report.status = status }
    return report
  }

  /// Runs the `ví dụ` blocks of a script, each over its own rows.
  public func test(_ script: ScriptSource, limits: Limits = Limits()) -> TestReport {
    var loaded = LoadedProgram(script)
    var tested = TestReport(script: script.name)
    if let compiled = loaded.compiled() {
      var options = RunOptions()
      options.limits = limits
      for (index, example) in compiled.checked.examples.enumerated() {
        let runner = ExampleRunner(compiled, index, options: options, folder: script.folder)
        tested.examples.append(
          ExampleResult(
            title: example.title,
            line: loaded.main?.lineAndColumn(example.span.start).line ?? 1,
            failures: runner.failures()))
      }
    }
    tested.report = loaded.finishedReport()
    return tested
  }

  /// The canonical layout of a script; nil when it is no valid text or has errors of syntax.
  public func format(_ script: ScriptSource) -> FormatReport {
    var result = FormatReport(text: nil, isUnchanged: false, report: Report())
    do throws(FileAccess.Failure) {
      let raw = try script.read()
      let source = result.report.sources.load(
        path: script.name, raw: raw, into: &result.report.diagnostics)
      if let source {
        _ = parse(source, into: &result.report.diagnostics)
        if !result.report.diagnostics.hasErrors {
          let text = ThiDuaSyntax.format(source)
          result.text = text
          result.isUnchanged = text.utf8.elementsEqual(raw)
        }
      }
    } catch {
      result.report.diagnostics.add(
        CommandMessages.unreadableScript(script.name, error.refusal))
    }
    result.report.status = Report.status(of: result.report.diagnostics)
    return result
  }

  /// The machine's code of a script, as text for developers.
  public func disassemble(_ script: ScriptSource) -> CodeReport {
    var loaded = LoadedProgram(script)
    let text = loaded.compiled().map { Disassembler($0.program, texts: $0.texts).text }
    return CodeReport(text: text, report: loaded.finishedReport())
  }
}

/// A script in canonical layout.
public struct FormatReport: Sendable {
  public var text: String?
  /// The script already was exactly that.
  public var isUnchanged: Bool
  public var report: Report
}

/// A script's code in readable form.
public struct CodeReport: Sendable {
  public var text: String?
  public var report: Report
}

/// A script read, parsed and checked.
struct LoadedProgram {
  var checked: CheckedProgram?
  /// The checker, when it was asked to stay for further questions.
  var open: OpenProgram?
  var report = Report()
  /// The main script's source; nil when it could not be read.
  let main: Source?
  /// Every script file that was read.
  let files: [String]
  /// The scripts as they are parsed.
  let scripts: [Script]

  init(_ script: ScriptSource, typed: [TypedEntry] = [], staysOpen: Bool = false) {
    let loader = ScriptLoader(script, typed: typed)
    report.sources = loader.sources
    report.diagnostics = loader.diagnostics
    main = loader.scripts.first?.source
    files = loader.files
    scripts = loader.scripts
    guard main != nil else { return }
    let hasDamage = report.diagnostics.hasErrors
    var findings = Diagnostics()
    findings.add(contentsOf: loader.mergeFindings)
    let isMerged = !findings.hasErrors
    let asks = loader.scripts.first?.items.contains {
      if case .request = $0 { true } else { false }
    }
    if staysOpen || asks == true {
      open = OpenProgram(loader.scripts, into: &findings)
      checked = open?.program
    } else {
      checked = ThiDuaSemantics.check(loader.scripts, into: &findings)
    }
    for var finding in findings.all {
      // What stands on a damaged line is not declared; that nobody finds it says nothing new.
      if (hasDamage || !isMerged) && LoadedProgram.followsFromDamage.contains(finding.code) {
        continue
      }
      // Nor do the warnings about a script that was never put together.
      if !isMerged, finding.severity != .error { continue }
      let name = report.sources[finding.span.file]?.text(finding.span) ?? ""
      if finding.labels.isEmpty, let place = loader.removed[VietnameseText.lookupKey(name)] {
        finding.labels.append(.init(place, "đã bãi bỏ ở đây"))
      }
      report.diagnostics.add(LibraryModule.hinted(finding, report.sources))
    }
    if let checked { checkRules(of: checked.scenarios) }
    if report.diagnostics.hasErrors { checked = nil }
  }

  /// Scenarios that rewrite rules are checked with them, each as if it held.
  private mutating func checkRules(of scenarios: [ScenarioDeclaration]) {
    for scenario in scenarios where !scenario.rules.isEmpty {
      for rule in scenario.rules where !Redefinition.replacesSomething(rule, in: scripts) {
        if let (name, span) = rule.title {
          report.diagnostics.add(CheckMessages.replacesNothing(name, span: span))
        }
      }
      var findings = Diagnostics()
      let scripts = Redefinition.scripts(self.scripts, with: scenario.rules, into: &findings)
      _ = ThiDuaSemantics.check(scripts, into: &findings)
      for finding in findings.all where !report.diagnostics.all.contains(finding) {
        report.diagnostics.add(finding)
      }
    }
  }

  /// Codes of names, kinds, functions, awards, documents and methods that nobody declares, and of
  /// what a rule or a function lacks: the damaged line may well have said it.
  private static let followsFromDamage: Set<String> = [
    "KT001", "KT004", "KT005", "KT006", "KT007", "KT008", "KT045", "KT046", "KT048", "KT070",
    "KT074", "KT102", "KT400", "PT001", "PT002", "PT003", "PT004", "PT007", "PT009", "PT010",
  ]

  /// The program ready to run; nil after errors, those of compiling included.
  mutating func compiled() -> Compiled? {
    checked.flatMap { compiled($0, storesAllColumns: false) }
  }

  mutating func compiled(_ checked: CheckedProgram, storesAllColumns: Bool) -> Compiled? {
    do throws(CompilationFailure) {
      return try Compiled(checked, storesAllColumns: storesAllColumns)
    } catch {
      report.diagnostics.add(error.diagnostic)
      return nil
    }
  }

  mutating func finishedReport() -> Report {
    report.status = Report.status(of: report.diagnostics)
    return report
  }
}
