// Findings onto the error stream. In: a report. Out: rendered text in reading order, the many alike
// summed up, then one line that counts them. Used by the console only.

import ThiDua

/// Writes findings for people.
struct MessageWriter {
  let streams: Streams
  /// So many findings of one code about data are shown in full.
  static let shownAlike = 20

  /// Writes all findings of a report.
  func write(_ report: Report) {
    let shown = MessageWriter.abridged(report.diagnostics.inReadingOrder)
    for diagnostic in shown { write(diagnostic, report.sources) }
    let summary = DiagnosticRenderer.summary(report.diagnostics)
    if report.diagnostics.count > 1 && !summary.isEmpty { streams.error.write(summary + ".\n") }
  }

  /// Writes one finding and an empty line.
  func write(_ diagnostic: Diagnostic, _ sources: SourceMap = SourceMap()) {
    streams.error.write(
      DiagnosticRenderer.render(diagnostic, sources: sources, colour: streams.colour) + "\n")
  }

  /// The findings with all beyond the first twenty of a code replaced by one note at their end.
  static func abridged(_ findings: [Diagnostic]) -> [Diagnostic] {
    var counts: [String: Int] = [:]
    var kept: [Diagnostic] = []
    var codes: [String] = []
    for finding in findings {
      let count = (counts[finding.code] ?? 0) + 1
      counts[finding.code] = count
      if count == shownAlike + 1 { codes.append(finding.code) }
      if count <= shownAlike { kept.append(finding) }
    }
    return kept
      + codes.map { CommandMessages.repeated((counts[$0] ?? 0) - shownAlike, code: $0) }
  }
}
