// The one catalogue of diagnostics. In: the entries each stage's message file contributes.
// Out: `thidua giải-thích MÃ` and the list of codes for the documentation.
// Invariant: every code is unique, stable for ever, and has an explanation with a wrong and a right
// example. Each stage words its messages in its own file beside this one, never elsewhere.

/// What `thidua giải-thích` says about one code.
public struct CatalogueEntry: Sendable, Equatable {
  public var code: String
  /// A few words naming the finding, first letter in lower case.
  public var title: String
  /// One or more sentences: what the machine found and why it refuses.
  public var explanation: String
  public var wrongExample: String
  public var rightExample: String

  public init(
    code: String, title: String, explanation: String, wrongExample: String, rightExample: String
  ) {
    self.code = code
    self.title = title
    self.explanation = explanation
    self.wrongExample = wrongExample
    self.rightExample = rightExample
  }

  /// The entry as it is printed: title, explanation, and both examples indented.
  public var text: String {
    func indented(_ example: String) -> String {
      example.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n")
    }
    return """
      \(code): \(title)

      \(explanation)

      Sai:
      \(indented(wrongExample))

      Đúng:
      \(indented(rightExample))

      """
  }
}

/// All entries of all stages.
public enum Catalogue {
  /// Every entry, stage by stage.
  public static let all: [CatalogueEntry] =
    SyntaxMessages.entries + CheckMessages.entries + AmendmentMessages.entries
    + CheckMessages.deliveryEntries
    + AnalysisMessages.entries
    + RunMessages.entries + DataMessages.entries + LimitMessages.entries
    + SessionMessages.entries + CommandMessages.entries + YearMessages.entries
    + FormMessages.entries
    + CommandMessages.importEntries + DataMessages.oldTextEntries + DataMessages.likenessEntries
    + StoreMessages.entries
    + DialogueMessages.entries + ProcessMessages.entries + WhatIfMessages.entries
    + PaperMessages.entries + TemplateMessages.entries

  /// The entry of a code, written in any case; nil when there is none.
  public static func entry(_ code: String) -> CatalogueEntry? {
    let wanted = code.uppercased()
    return all.first { $0.code == wanted }
  }
}
