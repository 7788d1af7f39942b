// What TAB and `trợ giúp` know. In: the line so far. Out: phrases of the language and names of the script.
// Invariant: inside quotes only names of subjects, levels and scenarios are offered. Used by the workbench.

import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

extension Workbench {
  /// Phrases that may stand at the end of the line; texts carry their opening quote.
  public func phrases(for line: String) -> [String] {
    let quotes = line.filter { $0 == "\"" }.count
    return quotes % 2 == 1 ? quotedPhrases : words + names
  }

  private var words: [String] {
    ConsoleCommand.phrases + Engine.explainedPhrases
  }

  /// Names the script or the session declares, as they are written there.
  private var names: [String] {
    let checked = campaign.checked
    var names = checked.subjectKinds.map(\.name)
    for kind in checked.subjectKinds {
      names += kind.columns.filter { !$0.isHidden }.map(\.name)
    }
    names += checked.globals.map(\.name)
    names += checked.functions.map(\.name)
    return names
  }

  private var quotedPhrases: [String] {
    let checked = campaign.checked
    var texts = checked.scenarios.map(\.name) + checked.scales.flatMap(\.levels)
    for kind in checked.subjectKinds.indices {
      let subjects = campaign.subjects(of: kind)
      // Nobody picks from a list longer than this; typing a key is faster.
      guard subjects.count <= Workbench.mostSubjectsOffered else { continue }
      for subject in subjects { texts += campaign.designations(of: subject) }
    }
    return texts.map { "\"\($0)\"" }
  }

  private static let mostSubjectsOffered = 5000

  /// What a phrase means: a name of the script, a command of the session, a word of the language or a
  /// function; all of them when it is several.
  func explanation(of phrase: String) -> String? {
    let texts = [
      campaign.explanation(ofName: phrase), ConsoleCommand.explanation(of: phrase),
      Engine.explanation(of: phrase),
    ].compactMap { $0 }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }
}
