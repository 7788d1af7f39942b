// The engine's answer to "who has done which step by this day". In: a script and a day. Out: a
// report.
// Reads progress and the names of those responsible, and no scores, so that it works in mid-year.

import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaText

/// The report on progress, or what is wrong with the script or its data.
public struct FollowedProgress: Sendable {
  /// nil after errors.
  public var progress: ProgressReport?
  public var report: Report
}

extension Engine {
  /// How the steps of a script's processes stand on `day`; the script's actions are not run.
  public func progress(
    of script: ScriptSource, on day: CalendarDate, options: RunOptions = RunOptions()
  ) -> FollowedProgress {
    var loaded = LoadedProgram(script)
    guard let compiled = loaded.compiled() else {
      return FollowedProgress(progress: nil, report: loaded.finishedReport())
    }
    let checked = compiled.checked
    guard let columns = checked.progress else {
      loaded.report.diagnostics.add(ProcessMessages.nothingToFollow(script.name))
      return FollowedProgress(progress: nil, report: loaded.finishedReport())
    }
    let session = Session(
      compiled, options: options, listener: Silence(), inputFiles: loaded.files)
    let needed = Engine.columnsNeeded(checked, columns)
    session.onlyColumns = needed
    let kinds = Set(needed.map(\.kind))
    var progress: ProgressReport?
    do throws(SessionStopped) {
      try session.load(
        checked.data.filter { kinds.contains($0.kind) },
        folder: options.dataFolder ?? script.folder, mayLackColumns: false, host: nil)
      progress = session.progress.map { ProgressReport(checked, $0, on: day) }
    } catch {
      // What stopped it is among the findings.
    }
    loaded.report.diagnostics.add(contentsOf: session.diagnostics)
    return FollowedProgress(progress: progress, report: loaded.finishedReport())
  }

  /// Progress itself, and what names the responsible and says which cluster they are in.
  private static func columnsNeeded(
    _ checked: CheckedProgram, _ progress: ProgressColumns
  ) -> Set<ColumnReference> {
    var kinds: Set<Int> = [progress.kind, progress.steps]
    kinds.formUnion(progress.subjects.keys)
    var needed: Set<ColumnReference> = []
    for step in checked.processes.flatMap(\.steps) {
      for responsible in step.responsible {
        switch responsible {
        case .members(let kind, let cluster):
          needed.insert(ColumnReference(kind: kind, column: cluster))
        case .everyone(let kind): kinds.insert(kind)
        case .clusterRole, .monitors, .single: break
        }
      }
    }
    for (kind, subject) in checked.subjectKinds.enumerated() {
      guard kinds.contains(kind) || !subject.declaredRows.isEmpty else { continue }
      let names = subject.key + (subject.nameColumn.map { [$0] } ?? []) + subject.aliasColumns
      // Declared kinds and progress are read whole: they are short.
      let isWhole = kind == progress.kind || !subject.declaredRows.isEmpty
      for column in isWhole ? Array(subject.columns.indices) : names {
        needed.insert(ColumnReference(kind: kind, column: column))
      }
    }
    return needed
  }

  private final class Silence: RunListener {
    func printed(_ text: String) {}
    func began(_ work: String, rowCount: Int) {}
  }
}
