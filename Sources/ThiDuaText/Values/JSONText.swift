// Texts and numbers inside JSON. In: any text, any exact number. Out: a JSON string; ASCII controls and the two line separators that
// JavaScript minds are escaped, everything else stays as it is. Used by whatever writes JSON.

import ThiDuaNumber

public enum JSONText {
  /// The text with its quotation marks.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028
          || scalar.value == 0x2029
        {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// A finite decimal with a point, any other number as a fraction in lowest terms; no quotation marks.
  public static func exact(_ number: Exact) -> String {
    guard NumberText.isPrintableExactly(number) else {
      return "\(number.numerator)/\(number.denominator)"
    }
    return String(NumberText.format(number).map { $0 == "," ? "." : $0 })
  }
}
