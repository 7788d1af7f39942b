// What a run says of its subjects, written. In: an open transaction, kinds of a run. Out: rows of subjects,
// columns, cells and reasons. Invariant: ids grow in the order of the record, so that reading by id gives that
// order back. Used by `StoreWriter` only.

import CSQLite
import ThiDuaText

/// Writes the subjects, columns and cells of one run.
final class CellWriter {
  private let connection: Connection
  private let run: Int
  private let cell: PreparedStatement
  private let reasons: ReasonWriter
  private var places: [CellPlace: Int] = [:]

  init(_ connection: Connection, run: Int) throws(Database.Problem) {
    self.connection = connection
    self.run = run
    reasons = try ReasonWriter(connection)
    cell = try connection.prepare(
      """
      INSERT INTO o(doi_tuong, cot, gia_tri, khong_ap_dung, noi, dong) VALUES (?, ?, ?, ?, ?, ?)
      """)
  }

  func insert(_ kind: KindRecord) throws(Database.Problem) {
    try connection.prepare("INSERT INTO loai(luot, ten, khoa) VALUES (?, ?, ?)").run([
      .number(run), .text(kind.name), .text(VietnameseText.lookupKey(kind.name)),
    ])
    let id = connection.lastRow
    let columns = try kind.columns.map { (column) throws(Database.Problem) in
      try insert(column, id)
    }
    let subject = try connection.prepare(
      "INSERT INTO doi_tuong(loai, ma, khoa, ten) VALUES (?, ?, ?, ?)")
    var subjects: [Int] = []
    subjects.reserveCapacity(kind.subjects.count)
    for (row, record) in kind.subjects.enumerated() {
      try subject.run([
        .number(id), .text(record.key), .text(VietnameseText.lookupKey(record.key)),
        .text(record.name),
      ])
      let subject = connection.lastRow
      subjects.append(subject)
      for (column, id) in zip(kind.columns, columns) {
        let value = column.cell(row)
        try cell.run([
          .number(subject), .number(id), SQLValue(value.value),
          .number(value.isNotApplicable ? 1 : 0), SQLValue(try value.place.map(number(of:))),
          SQLValue(value.line),
        ])
      }
    }
    try reasons.insert(kind, subjects: subjects, columns: columns)
  }

  private func insert(_ column: ColumnRecord, _ kind: Int) throws(Database.Problem) -> Int {
    try connection.prepare(
      "INSERT INTO cot(loai, ten, khoa, tieu_de, kieu, vai) VALUES (?, ?, ?, ?, ?, ?)"
    ).run([
      .number(kind), .text(column.name), .text(VietnameseText.lookupKey(column.name)),
      SQLValue(column.title), .text(column.kind.rawValue), .text(column.role.rawValue),
    ])
    return connection.lastRow
  }

  private func number(of place: CellPlace) throws(Database.Problem) -> Int {
    if let known = places[place] { return known }
    try connection.prepare(
      "INSERT INTO noi(luot, tep, trang, cot, chu_cot) VALUES (?, ?, ?, ?, ?)"
    ).run([
      .number(run), .text(place.file), SQLValue(place.sheet), SQLValue(place.column),
      SQLValue(place.letters),
    ])
    places[place] = connection.lastRow
    return connection.lastRow
  }
}

/// Writes the reasons of one run.
final class ReasonWriter {
  private let connection: Connection
  private let plain: PreparedStatement
  private let packed: PreparedStatement

  /// Bytes of text in one stream: what it says of eighty subjects is within the reach of zlib's window, and one
  /// subject's part is found quickly.
  private static let streamSize = 1 << 18

  init(_ connection: Connection) throws(Database.Problem) {
    self.connection = connection
    plain = try connection.prepare("INSERT INTO ly_do(doi_tuong, cot, loi) VALUES (?, ?, ?)")
    packed = try connection.prepare(
      "INSERT INTO ly_do_nen(cot, tu, den, do_dai, nen) VALUES (?, ?, ?, ?, ?)")
  }

  /// `subjects`, `columns`: ids of the kind's subjects and columns.
  func insert(
    _ kind: KindRecord, subjects: [Int], columns: [Int]
  ) throws(Database.Problem) {
    for (column, id) in zip(kind.columns, columns) {
      guard let reason = column.reason else { continue }
      if column.role.isDecision {
        for (row, subject) in subjects.enumerated() {
          try plain.run([.number(subject), .number(id), .text(reason(row))])
        }
      } else {
        try pack(reason, subjects, id)
      }
    }
  }

  private func pack(
    _ reason: (Int) -> String, _ subjects: [Int], _ column: Int
  ) throws(Database.Problem) {
    var text: [UInt8] = []
    var first = 0
    for row in subjects.indices {
      if row > first { text += [UInt8(ascii: "\n"), UInt8(ascii: "\n")] }
      text += reason(row).utf8
      guard text.count >= Self.streamSize || row == subjects.count - 1 else { continue }
      guard let stream = Deflated.stream(of: text) else { throw .tooLarge }
      try packed.run([
        .number(column), .number(subjects[first]), .number(subjects[row]), .number(text.count),
        .bytes(stream),
      ])
      text.removeAll(keepingCapacity: true)
      first = row + 1
    }
  }
}
