// Where a report comes from. In: a campaign. Out: the files it read with the beginning of their SHA-256 digests,
// and the version that reckoned. Invariant: the digests are those the store keeps of the same files, so that a
// page, a workbook or a paper can be matched to a stored run (`thidua kho xem`) or to a file (`sha256sum`);
// when one was written since or cannot be read again, all are named without one. Used by ReportBuilder and by
// papers that ask.

import ThiDuaMachine
import ThiDuaOffice
import ThiDuaStore
import ThiDuaText

extension Campaign {
  /// `Kịch bản` → `phong-trao.thidua (SHA-256 9f86d081884c7d65…)`.
  var origin: [ResultReport.Fact] {
    readFiles + [.init("ThiDua", "phiên bản \(Engine.version)")]
  }

  private var readFiles: [ResultReport.Fact] {
    let files: [StoredFile]
    do throws(HostFailure) { files = try RunRecorder(self).files(.none) } catch {
      return namedFiles
    }
    return files.map { file in
      let label =
        switch file.kind {
        case .script: "Kịch bản"
        case .data, .table: "Số liệu"
        case .history: "Các năm trước"
        }
      let table = file.table.map { ", bảng \($0)" } ?? ""
      let digest = SHA256.digest(of: file.bytes).prefix(16)
      return .init(label, "\(FilePath.name(of: file.name))\(table) (SHA-256 \(digest)…)")
    }
  }

  private var namedFiles: [ResultReport.Fact] {
    var told: Set<String> = []
    return [.init("Kịch bản", FilePath.name(of: script.name))]
      + checked.data.compactMap { $0.file?.path }.filter { told.insert($0).inserted }
      .map { .init("Số liệu", FilePath.name(of: $0)) }
  }
}
