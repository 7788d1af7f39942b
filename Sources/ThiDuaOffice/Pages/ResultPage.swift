// A report as one HTML page for the projector, for printing and for leafing through. In: `ResultReport`. Out: UTF-8 of
// a file that needs nothing else: no network, no fonts, no script to be read. Invariant: numbers are
// the report's texts, none is reckoned anew but counts and averages that say so; every text of the
// user is escaped (MarkupWriter) and a policy forbids whatever is not the page's own style and script;
// the same report gives the same bytes. Used by the façade.
//
//   header            title, theme, slogan, what else the campaign says            slide
//   nav               kinds and clusters
//   main  section.b   one a kind: charts, what is scored and on what basis         slide
//           section   one a cluster: ranking; a row opens into its reasons         slide
//         section     awards; notices; legal documents; origin                     slide each award
//
// Reasons are the bulk of a page: two thousand subjects have a hundred thousand lines. A line is one
// `li` with the value in `b` and its sources in `small`; a link in each line made loading twice as
// long. They stand in closed `details`, which a browser does not lay out until opened.

import ThiDuaText

/// Writes the page of results.
public enum ResultPage {
  /// The whole page.
  public static func html(_ report: ResultReport) -> [UInt8] {
    var bytes: [UInt8] = []
    write(report) { bytes += $0 }
    return bytes
  }

  /// The page in pieces, in order: a large one never stands in memory whole.
  public static func write(_ report: ResultReport, to emit: ([UInt8]) -> Void) {
    withoutActuallyEscaping(emit) { emit in
      var composer = PageComposer(report, MarkupWriter(to: emit))
      composer.compose()
    }
  }
}

struct PageComposer {
  let report: ResultReport
  let layouts: [BoardLayout]
  let bases: BasisLabels
  var out: MarkupWriter
  /// Subjects told of so far; the next one's number is its id.
  var subjects = 0
  /// The chart begun last, for its table.
  var pendingCaption = ""
  /// Ids given to charts.
  var charts = 0

  init(_ report: ResultReport, _ out: MarkupWriter) {
    self.report = report
    layouts = report.boards.map { BoardLayout($0) }
    bases = BasisLabels(documents: report.documents)
    self.out = out
  }

  mutating func compose() {
    head()
    header()
    navigation()
    out.markup("<main id=noi-dung tabindex=-1>\n")
    for board in report.boards.indices { section(ofBoard: board) }
    awards()
    notices()
    documents()
    out.markup("</main>\n")
    origin()
    out.markup("</body>\n</html>\n")
    out.flush()
  }

  private mutating func head() {
    out.markup(
      """
      <!DOCTYPE html>
      <html lang=vi>
      <head>
      <meta charset=utf-8>
      <meta http-equiv=Content-Security-Policy content="default-src 'none'; style-src '
      """)
    out.markup(PageStyle.fingerprint)
    out.markup("'; script-src '")
    out.markup(PageScript.fingerprint)
    out.markup(
      """
      '; base-uri 'none'; form-action 'none'">
      <meta name=viewport content="width=device-width, initial-scale=1">
      <meta name=color-scheme content="light dark">
      <title>
      """)
    out.text(report.title)
    out.markup("</title>\n<style>")
    out.markup(PageStyle.text)
    out.markup("</style>\n<script>")
    out.markup(PageScript.text)
    out.markup("</script>\n</head>\n")
    out.markup(report.isHypothetical ? "<body class=if>\n" : "<body>\n")
    out.markup("<a class=skip href=#noi-dung>Đến phần kết quả</a>\n")
  }

  private mutating func header() {
    out.markup("<header class=slide id=dau-trang>\n<h1>")
    out.text(report.title)
    out.markup("</h1>\n")
    if report.isHypothetical {
      out.markup("<p class=heed>Đang giả sử: đây không phải kết quả chính thức. ")
      out.markup("<a href=#luu-y>Giả sử những gì</a></p>\n")
    }
    var others: [ResultReport.Fact] = []
    for fact in report.facts {
      switch VietnameseText.lookupKey(fact.label) {
      case VietnameseText.lookupKey("khẩu hiệu"):
        out.markup("<p class=slogan>")
        out.text(fact.value)
        out.markup("</p>\n")
      case VietnameseText.lookupKey("chủ đề"):
        out.markup("<p class=theme><b>")
        out.text(fact.label)
        out.markup(":</b> ")
        out.text(fact.value)
        out.markup("</p>\n")
      default: others.append(fact)
      }
    }
    if others.count > 4 {
      out.markup("<details class=facts><summary>Thông tin về phong trào</summary>\n")
      facts(others)
      out.markup("</details>\n")
    } else {
      facts(others)
    }
    out.markup("</header>\n")
  }

  private mutating func navigation() {
    out.markup("<nav aria-label=\"Mục lục\">\n")
    for (index, board) in report.boards.enumerated() {
      out.markup("<ul><li><a class=first href=#b")
      out.number(index + 1)
      out.markup(">Kết quả ")
      out.text(board.kind)
      out.markup("</a>\n")
      for (place, group) in board.groups.enumerated() where !group.name.isEmpty {
        out.markup("<li><a href=#b")
        out.number(index + 1)
        out.markup("g")
        out.number(place + 1)
        out.markup(">")
        out.text(group.title)
        out.markup("</a>\n")
      }
      out.markup("</ul>\n")
    }
    out.markup("<ul>")
    if !report.awards.isEmpty { out.markup("<li><a href=#khen-thuong>Khen thưởng</a>\n") }
    if !report.notices.isEmpty { out.markup("<li><a href=#luu-y>Lưu ý</a>\n") }
    if !report.documents.isEmpty { out.markup("<li><a href=#can-cu>Căn cứ</a>\n") }
    out.markup("<li><a href=#nguon-goc>Nguồn gốc</a></ul>\n</nav>\n")
  }

  /// Labels with their values.
  mutating func facts(_ facts: [ResultReport.Fact]) {
    guard !facts.isEmpty else { return }
    out.markup("<dl>\n")
    for fact in facts {
      out.markup("<div><dt>")
      out.text(fact.label)
      out.markup("<dd>")
      out.text(fact.value)
      out.markup("</div>\n")
    }
    out.markup("</dl>\n")
  }
}

/// Legal bases by the label their document has on this page. A reference: every subject rests on the same few.
final class BasisLabels {
  let documents: [ResultReport.Document]
  private var known: [TextKey: String] = [:]

  init(documents: [ResultReport.Document]) { self.documents = documents }

  /// `HD10, mục II.3` of `Hướng dẫn số 10-HD/BTCTU ngày …, mục II.3`; others as they are.
  func brief(_ basis: String) -> String {
    let key = TextKey(basis)
    if let brief = known[key] { return brief }
    let brief = made(basis)
    known[key] = brief
    return brief
  }

  private func made(_ basis: String) -> String {
    for document in documents where basis.hasPrefix(document.text) {
      let rest = basis.dropFirst(document.text.count)
      if rest.isEmpty || rest.hasPrefix(",") { return document.label + rest }
    }
    return basis
  }
}
