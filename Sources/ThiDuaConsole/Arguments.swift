// From typed words to an invocation. In: the arguments without the program's name. Out: a command
// with its options, or one finding. Invariant: words are compared NFC and without case, with all
// their accents or with none at all; file names are handed on untouched. Used by the console only.

import ThiDua

/// A word of the command line, compared as people type it.
struct Spelled {
  private let key: String

  init(_ word: String) { key = VietnameseText.lookupKey(word) }

  /// Whether the word is that name, written in full or without accents.
  func names(_ name: String) -> Bool {
    let wanted = VietnameseText.lookupKey(name)
    return key == wanted || key == VietnameseText.unaccented(wanted)
  }
}

/// One understood call.
struct Invocation {
  var command: Command
  var operands: [String] = []
  var values: [Option.Identity: String] = [:]

  func has(_ option: Option) -> Bool { values[option.identity] != nil }
  func value(_ option: Option) -> String? { values[option.identity] }
}

/// A call that cannot be understood.
struct UsageFailure: Error {
  var diagnostic: Diagnostic
}

extension Invocation {
  private static let helpOptions = ["--trợ-giúp", "--help", "-h"]
  private static let versionOptions = ["--phiên-bản", "--version"]

  /// Understands the arguments; no argument at all opens a conversation.
  static func parse(_ arguments: [String]) throws(UsageFailure) -> Invocation {
    guard let first = arguments.first else { return Invocation(command: named("hỏi")) }
    let options = arguments.prefix { $0 != "--" }
    if let asked = options.firstIndex(where: { word in
      helpOptions.contains { Spelled(word).names($0) }
    }) {
      let topic = asked == 0 ? nil : Command.named(first)
      return Invocation(command: named("trợ-giúp"), operands: topic.map { [$0.name] } ?? [])
    }
    if versionOptions.contains(where: { Spelled(first).names($0) }) {
      return Invocation(command: named("phiên-bản"))
    }
    guard let command = Command.named(first) else {
      let names = Command.all.map(\.name)
      let suggestions =
        first.hasSuffix(".thidua")
        ? ["chạy \(first)"] : Spelling.closest(to: first, in: names, limit: 2)
      throw UsageFailure(
        diagnostic: CommandMessages.unknownCommand(first, suggestions: suggestions))
    }
    var invocation = Invocation(command: command)
    try invocation.read(arguments.dropFirst())
    return invocation
  }

  private static func named(_ name: String) -> Command { Command.all.first { $0.name == name }! }

  private mutating func read(_ words: ArraySlice<String>) throws(UsageFailure) {
    var words = words
    var optionsAreOver = false
    while let word = words.popFirst() {
      if optionsAreOver || word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else if word == "--" {
        optionsAreOver = true
      } else {
        try readOption(word, &words)
      }
    }
    if !command.operandCount.contains(operands.count) {
      throw UsageFailure(
        diagnostic: CommandMessages.wrongOperands(
          operands.count > command.operandCount.upperBound ? operands.count : 0,
          usage: command.usage))
    }
  }

  private mutating func readOption(
    _ word: String, _ words: inout ArraySlice<String>
  ) throws(UsageFailure) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let typed = Spelled(String(parts[0]))
    guard let option = command.options.first(where: { typed.names($0.name) }) else {
      throw UsageFailure(
        diagnostic: CommandMessages.unknownOption(
          String(parts[0]), command: command.name,
          suggestions: Spelling.closest(
            to: String(parts[0]), in: command.options.map(\.name), limit: 2)))
    }
    var value = parts.count > 1 ? String(parts[1]) : nil
    if option.value == nil {
      if value != nil { throw badValue(option, value) }
      value = ""
    } else if value == nil {
      value = words.popFirst()
    }
    guard var value, option.value == nil || !value.isEmpty else { throw badValue(option, value) }
    if !option.choices.isEmpty {
      let typedValue = Spelled(value)
      guard let choice = option.choices.first(where: { typedValue.names($0) }) else {
        throw badValue(option, value)
      }
      value = choice
    }
    values[option.identity] = value
  }

  /// The finding about an option's value.
  func badValue(_ option: Option, _ value: String?) -> UsageFailure {
    UsageFailure(
      diagnostic: CommandMessages.badOptionValue(
        option.name, value: value, expected: option.usage))
  }
}
