// Names after a label, parted by `;`, over as many lines as they need. In: a label and names. Out: lines
// no wider than a terminal, the further ones indented deeper. Used by the reports of the façade.

import ThiDuaText

enum WrappedList {
  private static let lineWidth = 100

  /// The lines with their newlines.
  static func lines(_ label: String, _ names: [String], indentation: String = "  ") -> String {
    var text = ""
    var line = indentation + label
    for (index, name) in names.enumerated() {
      let piece = name + (index + 1 < names.count ? ";" : "")
      let width = VietnameseText.displayWidth(line) + VietnameseText.displayWidth(piece)
      if width > lineWidth, index > 0 {
        text += trimmed(line) + "\n"
        line = indentation + "  "
      }
      line += piece + " "
    }
    return text + trimmed(line) + "\n"
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}
