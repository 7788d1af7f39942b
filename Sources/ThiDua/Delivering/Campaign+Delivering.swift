// What a campaign hands over as a whole. In: a delivery, as the script or a typed line asks for it, and the
// outputs of the run. Out: files that appear with the others. Invariant: a delivery shows the campaign
// as it stands, assumptions included, and says which; one that fails leaves no file.

import ThiDuaMachine
import ThiDuaOffice
import ThiDuaSyntax
import ThiDuaText

extension Campaign {
  /// `assumptions`: what is assumed while it is handed over, one a line.
  func deliver(
    _ delivery: Delivery, _ request: CampaignRequest, under assumptions: [String],
    _ outputs: SessionOutputs, into diagnostics: inout Diagnostics
  ) {
    do throws(HostFailure) {
      switch delivery {
      case .paper(let paper):
        deliver(paper, request.span, under: assumptions, outputs, into: &diagnostics)
      case .store: try store(request, under: assumptions, outputs)
      case .report:
        guard let target = request.file, let form = Delivery.ReportForm(target.text) else { return }
        let report = ReportBuilder(self, assumptions: assumptions).report
        switch form {
        case .html:
          let file = try outputs.open(target.text, target.span)
          ResultPage.write(report) { file.write($0) }
        case .workbook:
          let file = try outputs.open(target.text, target.span)
          do throws(WorkbookWriter.Failure) {
            try ResultWorkbook.write(report, to: file)
          } catch {
            throw HostFailure(error.diagnostic)
          }
        case .json: try outputs.open(target.text, target.span).write(report.json)
        }
      }
    } catch {
      diagnostics.add(error.diagnostic)
    }
  }
}

extension Campaign {
  /// The results of the campaign as it stands, as plain data.
  public var resultReport: ResultReport { ReportBuilder(self, assumptions: []).report }
}
