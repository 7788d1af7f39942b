// What the modules of the library offer, entry by entry, read from their texts. In: a module. Out: its
// introduction and its entries, in order. Used by `giải-thích`, by findings about unknown names and by
// the page docs/thu-vien.md; a script without such a finding pays nothing.
//
// A module is paragraphs. The first ones, comments only, introduce it. A paragraph of a comment and
// declarations that scripts may use is an entry; the paragraphs after it, up to the next entry, are
// its example. A paragraph that begins `# ───` parts the file: what follows belongs to no entry.

import ThiDuaSyntax
import ThiDuaText

/// Declarations of a module that share one explanation.
public struct LibraryEntry: Sendable {
  /// The names it declares.
  public var names: [String] = []
  /// The explanation, one element a line, the source last.
  public var comment: [String] = []
  /// The declarations as they stand in the module.
  public var declaration: [String] = []
  /// The rules, rows and `ví dụ` blocks that show it.
  public var example: [String] = []
}

extension LibraryModule {
  /// The explanation of the module as a whole.
  public var introduction: [String] { contents.introduction }

  /// Everything it offers.
  public var entries: [LibraryEntry] { contents.entries }

  /// The entry that declares a name, with its module.
  public static func entry(declaring name: String) -> (LibraryModule, LibraryEntry)? {
    entryByKey[VietnameseText.lookupKey(name)]
  }

  private static let entryByKey: [String: (LibraryModule, LibraryEntry)] = {
    var found: [String: (LibraryModule, LibraryEntry)] = [:]
    for module in all {
      for entry in module.entries {
        for name in entry.names { found[VietnameseText.lookupKey(name)] = (module, entry) }
      }
    }
    return found
  }()

  /// A finding about a name nobody declares; where the library has it, the advice is to import it.
  static func hinted(_ finding: Diagnostic, _ sources: SourceMap) -> Diagnostic {
    guard let head = headOfUnknown[finding.code],
      let written = sources[finding.span.file]?.text(finding.span),
      let (module, entry) = entry(declaring: written)
    else { return finding }
    let key = VietnameseText.lookupKey(written)
    let isMeant = entry.declaration.contains { line in
      line.hasPrefix(head + " ") && VietnameseText.lookupKey(line).contains(key)
    }
    return isMeant ? CommandMessages.knownToLibrary(finding, module: module.name) : finding
  }

  /// What would have declared the name, by the code that says nobody does.
  private static let headOfUnknown = [
    "KT001": Head.parameter.rawValue, "KT004": Head.scale.rawValue, "KT005": Head.function.rawValue,
    "KT008": Head.method.rawValue, "KT400": Head.judging.rawValue,
  ]

  private var contents: (introduction: [String], entries: [LibraryEntry]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let source = Source(id: 0, path: path, text: text)
    var ignored = Diagnostics()
    var declared: [(line: Int, name: String)] = []
    for item in parse(source, into: &ignored).items {
      guard let name = item.libraryName else { continue }
      declared.append((source.lineAndColumn(name.span.start).line, name.text))
    }
    var introduction: [String] = []
    var entries: [LibraryEntry] = []
    var isExample = false
    for paragraph in paragraphs(of: source) {
      let comment = paragraph.lines.prefix { $0.hasPrefix("#") }
      let code = Array(paragraph.lines.dropFirst(comment.count))
      let names = declared.filter {
        paragraph.first..<paragraph.first + paragraph.lines.count ~= $0.line
      }.map(\.name)
      if paragraph.lines[0].hasPrefix("# ─") {
        isExample = false
      } else if !names.isEmpty {
        isExample = true
        entries.append(
          LibraryEntry(
            names: names, comment: comment.map(Self.withoutMark), declaration: code, example: []))
      } else if isExample {
        let isFirst = entries[entries.count - 1].example.isEmpty
        entries[entries.count - 1].example += (isFirst ? [] : [""]) + paragraph.lines
      } else if code.isEmpty, entries.isEmpty {
        introduction += comment.map(Self.withoutMark)
      }
    }
    // Declarations one below the other share the example under the last of them.
    for index in entries.indices.dropLast().reversed() where entries[index].example.isEmpty {
      entries[index].example = entries[index + 1].example
    }
    return (introduction, entries)
  }

  private func paragraphs(of source: Source) -> [(first: Int, lines: [String])] {
    var found: [(first: Int, lines: [String])] = []
    var isOpen = false
    for number in 1...source.lineCount {
      let line = source.lineText(number)
      if line.isEmpty {
        isOpen = false
      } else if isOpen {
        found[found.count - 1].lines.append(line)
      } else {
        found.append((number, [line]))
        isOpen = true
      }
    }
    return found
  }

  private static func withoutMark(_ line: String) -> String {
    let words = line.dropFirst()
    return words.hasPrefix(" ") ? String(words.dropFirst()) : String(words)
  }
}

extension Item {
  /// The name under which a script that imports the module uses the item.
  fileprivate var libraryName: Name? {
    switch self {
    case .parameter(let declaration): declaration.name
    case .scale(let declaration): declaration.name
    case .function(let declaration): declaration.name
    case .scoringMethod(let declaration): declaration.name
    case .judgingMethod(let declaration): declaration.name
    default: nil
    }
  }
}
