// `giải-thích`: a code of a finding, a word of the language, a built-in function, or a name of the standard
// library. In: an invocation. Out: text on the output, everything the word is; exit status 2 when nobody
// knows it. Used by the console only.

import ThiDua

enum ExplainCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    let word = invocation.operands[0]
    guard let text = text(of: word) else {
      MessageWriter(streams: streams).write(
        CommandMessages.unknownTopic(
          word,
          suggestions: Spelling.closest(
            to: word, in: Engine.explainedPhrases + libraryNames, limit: 2)))
      return Status.scriptWrong.rawValue
    }
    streams.output.write(text)
    return Status.well.rawValue
  }

  private static func text(of word: String) -> String? {
    if let entry = Catalogue.entry(word) { return entry.text }
    let texts = [Engine.explanation(of: word), libraryText(of: word)].compactMap { $0 }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  private static func libraryText(of word: String) -> String? {
    if let (module, entry) = LibraryModule.entry(declaring: word) { return text(entry, module) }
    if let module = LibraryModule.named(word) { return text(module) }
    return VietnameseText.lookupKey(word) == VietnameseText.lookupKey(libraryTitle) ? overview : nil
  }

  private static let libraryTitle = "thư viện"

  private static var overview: String {
    """
    Thư viện có các mô-đun dưới đây. Muốn dùng, ghi đầu kịch bản: dùng "TÊN MÔ-ĐUN"

    \(indented(LibraryModule.all.map { $0.introduction[0] }))

    Gõ "thidua giải-thích TÊN" để xem một mô-đun hay một mục trong đó.

    """
  }

  private static var libraryNames: [String] {
    [libraryTitle] + LibraryModule.all.flatMap { [$0.name] + $0.entries.flatMap(\.names) }
  }

  private static func text(_ entry: LibraryEntry, _ module: LibraryModule) -> String {
    """
    Thư viện, mô-đun "\(module.name)". Muốn dùng, ghi đầu kịch bản: dùng "\(module.name)"

    \(entry.comment.joined(separator: "\n"))

    Khai báo:
    \(indented(entry.declaration))

    Ví dụ:
    \(indented(entry.example))

    """
  }

  private static func text(_ module: LibraryModule) -> String {
    """
    \(module.introduction.joined(separator: "\n"))

    Muốn dùng, ghi đầu kịch bản: dùng "\(module.name)"

    Có trong mô-đun (gõ "thidua giải-thích TÊN" để xem từng mục):
    \(indented(module.entries.flatMap(\.names)))

    """
  }

  private static func indented(_ lines: [String]) -> String {
    lines.map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n")
  }
}
