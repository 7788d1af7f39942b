// Small pieces all messages are worded with. In: names and values of the user. Out: Vietnamese
// text safe to print. Invariant: control letters never reach the terminal; long values are cut.
// Used by the catalogue and by whoever words something for the user.

/// Phrases shared by all messages.
public enum Wording {
  /// The name as the head of a column or the label of a line: its first letter a capital.
  public static func capitalised(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }

  /// `"text"`, with control letters shown as `\u{..}` and at most 60 letters kept.
  public static func quoted(_ text: String) -> String {
    "\"\(visible(text, limit: 60))\""
  }

  /// A file's path in quotes, never cut: its end is what the reader looks for.
  public static func quotedPath(_ path: String) -> String {
    "\"\(visible(path, limit: Int.max))\""
  }

  /// A piece of a script in quotes, without blanks around it; one that begins with a quote of its
  /// own is not quoted twice.
  public static func quotedSource(_ text: String) -> String {
    var shown = Substring(text)
    while shown.first == " " { shown.removeFirst() }
    while shown.last == " " { shown.removeLast() }
    let hasQuotes = shown.count > 1 && (shown.first == "\"" || shown.first == "“")
    return hasQuotes ? visible(String(shown), limit: 62) : quoted(String(shown))
  }

  /// The text with control letters made visible and cut after `limit` letters with `…`.
  public static func visible(_ text: String, limit: Int) -> String {
    if isVisible(text), text.utf8.count <= limit || text.count <= limit { return text }
    var result = ""
    var count = 0
    for character in text {
      if count == limit { return result + "…" }
      count += 1
      for scalar in character.unicodeScalars {
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
          result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// No control letter anywhere.
  private static func isVisible(_ text: String) -> Bool {
    var before: UInt8 = 0
    for byte in text.utf8 {
      // U+0080…U+009F begin with C2.
      if byte < 0x20 || byte == 0x7F || before == 0xC2 && byte < 0xA0 { return false }
      before = byte
    }
    return true
  }

  /// `"a", "b" hoặc "c"`; empty for an empty list.
  public static func alternatives(_ words: [String]) -> String {
    joined(words.map(quoted), last: " hoặc ")
  }

  /// `"a", "b" và "c"`; empty for an empty list.
  public static func enumeration(_ words: [String]) -> String {
    joined(words.map(quoted), last: " và ")
  }

  /// `a, b` and the last item after `last`.
  public static func joined(_ words: [String], last: String) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + last + words[words.count - 1]
  }

  /// A whole number with dots between groups of three, as in `1.000.000`.
  public static func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var result = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { result.append(".") }
      result.append(digit)
    }
    return result
  }
}
