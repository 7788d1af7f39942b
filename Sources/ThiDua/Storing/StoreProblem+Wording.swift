// What is wrong with a store, in the catalogue's words. In: a problem, the name of the file. Out: a finding.
// Used by the façade only.

import ThiDuaStore
import ThiDuaText

extension StoreProblem {
  /// The finding of somebody who wanted to read.
  func reading(_ name: String, span: Span) -> Diagnostic {
    if case .file(let problem) = self {
      return StoreMessages.unreadable(name, Self.problem(problem), span: span)
    }
    return other(name, span)
  }

  /// The finding of somebody who wanted to write.
  func writing(_ name: String, span: Span) -> Diagnostic {
    if case .file(let problem) = self {
      return StoreMessages.unwritable(name, Self.problem(problem), span: span)
    }
    return other(name, span)
  }

  private func other(_ name: String, _ span: Span) -> Diagnostic {
    switch self {
    case .file(let problem):
      StoreMessages.unreadable(name, Self.problem(problem), span: span)
    case .notStore: StoreMessages.notStore(name, span: span)
    case .newer(let found, let known):
      StoreMessages.newer(name, found: found, known: known, span: span)
    case .noRun(let number, let newest): StoreMessages.noRun(String(number), newest: newest)
    case .damagedContent(let run, let file):
      StoreMessages.damagedContent(run: run, file: file, span: span)
    case .contentTooLarge(let file): StoreMessages.contentUnreadable(file, span: span)
    }
  }

  private static func problem(_ problem: Database.Problem) -> StoreMessages.FileProblem {
    switch problem {
    case .missing: .missing
    case .folder: .folder
    case .forbidden: .forbidden
    case .notRegular: .notRegular
    case .empty, .notDatabase: .notDatabase
    // A store whose tables are not what they should be was changed by other hands.
    case .damaged, .noTable, .binary: .damaged
    case .locked: .locked
    case .tooLarge: .tooLarge
    case .full: .full
    case .other(let words): .other(words)
    }
  }
}
