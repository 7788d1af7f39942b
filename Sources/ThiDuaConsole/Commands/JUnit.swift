// The XML that continuous integration reads. In: test reports. Out: one document in JUnit's shape: a
// suite a script, a case an example; a script that is wrong is one case with an error. No times: the
// same scripts give the same bytes. Used by the console only.

import ThiDua

enum JUnit {
  static func text(_ reports: [TestReport]) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
    for report in reports { text += suite(report) }
    return text + "</testsuites>\n"
  }

  private static func suite(_ tested: TestReport) -> String {
    let failures = tested.examples.filter { !$0.passed }.count
    let isWrong = tested.report.diagnostics.hasErrors
    let count = tested.examples.count + (isWrong ? 1 : 0)
    var text =
      "  <testsuite name=\"\(escaped(tested.script))\" tests=\"\(count)\" "
      + "failures=\"\(failures)\" errors=\"\(isWrong ? 1 : 0)\">\n"
    if isWrong {
      text += testCase(
        "kịch bản", tested, element: "error", findings: tested.report.diagnostics)
    }
    for example in tested.examples {
      if example.passed {
        text +=
          "    <testcase name=\"\(escaped(example.title))\" "
          + "classname=\"\(escaped(tested.script))\"/>\n"
      } else {
        text += testCase(example.title, tested, element: "failure", findings: example.failures)
      }
    }
    return text + "  </testsuite>\n"
  }

  private static func testCase(
    _ title: String, _ tested: TestReport, element: String, findings: Diagnostics
  ) -> String {
    let message = findings.all.first.map { "\($0.code): \($0.message)" } ?? ""
    let full = DiagnosticRenderer.render(findings, sources: tested.report.sources)
    return "    <testcase name=\"\(escaped(title))\" classname=\"\(escaped(tested.script))\">\n"
      + "      <\(element) message=\"\(escaped(message))\">\(escaped(full))</\(element)>\n"
      + "    </testcase>\n"
  }

  /// The text with the letters of XML escaped and those XML forbids shown as U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
