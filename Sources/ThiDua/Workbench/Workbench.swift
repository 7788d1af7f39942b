// A session at the console: a script, or none, and what was typed since. In: entries, one after the
// other. Out: what they print (to the listener) and a report each. Invariant: an entry takes effect
// as a whole or not at all; `undo` and `redo` walk over the entries that changed something. Used by the
// console's dialogue and by whoever builds another.

import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

/// A campaign that grows by what is typed; for one thread at a time.
public final class Workbench {
  /// What became of one entry.
  public struct Reply {
    public var report = Report()
    /// The entry asks to end the session.
    public var leaves = false
  }

  public let script: ScriptSource
  let options: RunOptions
  let listener: any RunListener
  private(set) var campaign: Campaign
  /// Entries that changed something, in order.
  private(set) var entries: [TypedEntry] = []
  /// Entries taken back, the next to come again last.
  private var undone: [TypedEntry] = []
  /// Questions that went well, for `lưu thành`, each behind so many of `entries`.
  private(set) var questions: [(after: Int, text: String)] = []
  private var entryCount = 0
  /// Files `lưu thành` made: they may be written again.
  var savedFiles: Set<String> = []

  private init(
    _ script: ScriptSource, _ options: RunOptions, _ listener: any RunListener,
    _ campaign: Campaign
  ) {
    self.script = script
    self.options = options
    self.listener = listener
    self.campaign = campaign
  }

  /// Reads a script and its data; `script` nil: everything will be typed. Nil after errors.
  public static func open(
    _ script: ScriptSource?, options: RunOptions = RunOptions(), listener: any RunListener
  ) -> (workbench: Workbench?, report: Report) {
    let script = script ?? .text("", name: "phiên làm việc")
    let (campaign, report) = Campaign.load(script, options: options, listener: listener)
    return (campaign.map { Workbench(script, options, listener, $0) }, report)
  }

  /// Whether a block, a bracket or a line is still open.
  public func needsMore(_ text: String) -> Bool {
    if ConsoleCommand(text) != nil { return false }
    var ignored = Diagnostics()
    let source = Source(id: 0, path: "", text: text)
    return parseForConsole(source, knownNames: campaign.names, into: &ignored).needsMoreInput
  }

  /// Does what an entry says.
  public func enter(_ text: String) -> Reply {
    if let command = ConsoleCommand(text) { return obey(command) }
    entryCount += 1
    let name = "dòng gõ \(entryCount)"
    var reply = Reply()
    let source = campaign.source(text, path: name)
    let input = parseForConsole(
      source, knownNames: campaign.names, into: &reply.report.diagnostics)
    if !reply.report.diagnostics.hasErrors {
      if let expression = input.expression {
        // What is shown reads as what is assumed makes it.
        let base = campaign
        var report = Report()
        var findings = Diagnostics()
        _ = base.showing(into: &findings) { standing, _ in
          campaign = standing
          show(expression, source, into: &report)
        }
        campaign = base
        reply.report.status = report.status
        reply.report.diagnostics.add(contentsOf: findings)
        reply.report.diagnostics.add(contentsOf: report.diagnostics)
      } else {
        let entry = TypedEntry(text: closed(source), name: name, declares: true)
        take(input.items, entry, &reply.report)
      }
    }
    if reply.report.sources.count == 0 { reply.report.sources = campaign.sources }
    if reply.report.status == .well {
      reply.report.status = Report.status(of: reply.report.diagnostics)
    }
    return reply
  }

  // MARK: Entries

  /// The text with the `hết` that a blank line stood for.
  private func closed(_ source: Source) -> String {
    var findings = Diagnostics()
    _ = parse(source, knownNames: campaign.names, into: &findings)
    let isOpen = findings.all.contains { $0.code == SyntaxMessages.missingEndCode }
    return source.text(source.fullSpan) + (isOpen ? "hết\n" : "")
  }

  /// Declarations make a new campaign, actions run on it; only when all went well does it stay.
  private func take(_ items: [Item], _ entry: TypedEntry, _ report: inout Report) {
    let former = campaign
    let actions = items.compactMap(MainPart.init)
    if actions.count < items.count {
      guard rebuild(entries + [entry], &report) else { return }
    }
    if !actions.isEmpty {
      campaign.run(actions, listener: listener, into: &report)
      if report.status != .well || report.diagnostics.hasErrors {
        campaign = former
        return
      }
    }
    let lasts = actions.contains(where: \.lasts)
    if actions.count < items.count || lasts {
      var kept = entry
      kept.declares = actions.count < items.count
      entries.append(kept)
      undone = []
    } else if !actions.isEmpty {
      questions.append((entries.count, entry.text))
    }
  }

  /// Loads the script anew with these entries; on errors the campaign stays as it is, and the report has
  /// the sources of the attempt.
  private func rebuild(
    _ wanted: [TypedEntry], runningAll: Bool = false, _ report: inout Report
  ) -> Bool {
    let (made, loading) = Campaign.load(
      script, typed: wanted.filter(\.declares), options: options, listener: listener)
    report.diagnostics.add(contentsOf: loading.diagnostics)
    report.sources = loading.sources
    if loading.status != .well { report.status = loading.status }
    guard let made else { return false }
    // What was done before is done again, in silence.
    for entry in wanted.dropLast(runningAll ? 0 : 1) {
      var again = Report()
      made.run(lasting: entry, into: &again)
      guard !again.diagnostics.hasErrors, again.status == .well else {
        report.diagnostics.add(contentsOf: again.diagnostics)
        report.status = again.status
        report.sources = made.sources
        return false
      }
    }
    campaign = made
    report.sources = SourceMap()
    return true
  }

  // MARK: Back and forth

  func undo(into report: inout Report) {
    guard let last = entries.last else {
      return report.diagnostics.add(DialogueMessages.nothingToDo(isUndo: true))
    }
    let kept = Array(entries.dropLast())
    guard rebuild(kept, runningAll: true, &report) else { return }
    entries = kept
    undone.append(last)
    questions.removeAll { $0.after > kept.count }
    listener.printed("Đã hoàn tác: \(Workbench.firstLine(last.text))\n")
  }

  func redo(into report: inout Report) {
    guard let next = undone.last else {
      return report.diagnostics.add(DialogueMessages.nothingToDo(isUndo: false))
    }
    guard rebuild(entries + [next], runningAll: true, &report) else { return }
    entries.append(next)
    undone.removeLast()
    listener.printed("Đã làm lại: \(Workbench.firstLine(next.text))\n")
  }

  private static func firstLine(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    return (lines.first.map(String.init) ?? "") + (lines.count > 1 ? " …" : "")
  }
}
