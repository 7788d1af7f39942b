// Why the results of a run are what they are, as they were stored. In: a column, subjects. Out: texts, one line a
// reason, two blanks a level. Invariant: read without the script; what cannot be read back whole is damaged, never
// another subject's. Used by the façade.

import CSQLite
import ThiDuaText

extension Store {
  /// A subject of a stored run.
  public struct Subject: Sendable, Equatable {
    var id: Int
    public var key: String
    public var name: String
  }

  /// Whether a run was stored with its reasons: versions before 2 did not.
  public func hasReasons(_ run: Int) throws(StoreProblem) -> Bool {
    guard version >= StoreSchema.versionWithReasons else { return false }
    return try Self.telling { () throws(Database.Problem) in
      try connection.number(of: "SELECT co_ly_do FROM luot WHERE so = ?", [.number(run)]) == 1
    }
  }

  /// The subjects called so: by key, or by name when no key is the same.
  public func subjects(
    of kind: Kind, called name: String
  ) throws(StoreProblem) -> [Subject] {
    let key = VietnameseText.lookupKey(name)
    var byKey: [Subject] = []
    var byName: [Subject] = []
    try Self.telling { () throws(Database.Problem) in
      try connection.rows(
        of: "SELECT id, ma, khoa, ten FROM doi_tuong WHERE loai = ? ORDER BY id",
        [.number(kind.id)]
      ) { (row) throws(Database.Problem) in
        let subject = Subject(
          id: SQLCell.number(row, 0), key: SQLCell.text(row, 1), name: SQLCell.text(row, 3))
        if !subject.key.isEmpty, SQLCell.text(row, 2) == key { byKey.append(subject) }
        if VietnameseText.lookupKey(subject.name) == key { byName.append(subject) }
        return true
      }
    }
    return byKey.isEmpty ? byName : byKey
  }

  /// A cell of one subject.
  public func cell(of subject: Subject, _ column: Column) throws(StoreProblem) -> CellRecord {
    try Self.telling { () throws(Database.Problem) in
      var found = CellRecord(nil)
      try connection.rows(
        of: Self.cellQuery + " AND o.cot = ?", [.number(subject.id), .number(column.id)]
      ) { (row) throws(Database.Problem) in
        found = Self.cell(row)
        return false
      }
      return found
    }
  }

  /// Why a subject's value in a column is what it is; nil where nothing was reckoned.
  public func reason(
    of subject: Subject, _ column: Column
  ) throws(StoreProblem) -> String? {
    guard version >= StoreSchema.versionWithReasons else { return nil }
    return try Self.telling { () throws(Database.Problem) in
      var text: String?
      if column.role.isDecision {
        try connection.rows(
          of: "SELECT loi FROM ly_do WHERE doi_tuong = ? AND cot = ?",
          [.number(subject.id), .number(column.id)]
        ) { (row) throws(Database.Problem) in
          text = SQLCell.text(row, 0)
          return false
        }
        return text
      }
      try connection.rows(
        of: """
          SELECT do_dai, nen, (SELECT count(*) FROM doi_tuong AS d JOIN cot ON cot.id = ly_do_nen.cot
            WHERE d.loai = cot.loai AND d.id BETWEEN tu AND den),
            (SELECT count(*) FROM doi_tuong AS d JOIN cot ON cot.id = ly_do_nen.cot
            WHERE d.loai = cot.loai AND d.id >= tu AND d.id < ?1)
          FROM ly_do_nen WHERE cot = ?2 AND ?1 BETWEEN tu AND den
          """, [.number(subject.id), .number(column.id)]
      ) { (row) throws(Database.Problem) in
        let texts = try Self.texts(row, count: SQLCell.number(row, 2))
        let place = SQLCell.number(row, 3)
        guard texts.indices.contains(place) else { throw .damaged }
        text = texts[place]
        return false
      }
      return text
    }
  }

  /// The reasons of a column, in the order of the subjects; none where nothing was reckoned.
  public func reasons(of kind: Kind, _ column: Column) throws(StoreProblem) -> [String] {
    guard version >= StoreSchema.versionWithReasons else { return [] }
    return try Self.telling { () throws(Database.Problem) in
      var all: [String] = []
      if column.role.isDecision {
        try connection.rows(
          of: "SELECT loi FROM ly_do WHERE cot = ? ORDER BY doi_tuong", [.number(column.id)]
        ) { (row) throws(Database.Problem) in
          all.append(SQLCell.text(row, 0))
          return true
        }
      } else {
        try connection.rows(
          of: """
            SELECT do_dai, nen,
              (SELECT count(*) FROM doi_tuong WHERE loai = ? AND id BETWEEN tu AND den)
            FROM ly_do_nen WHERE cot = ? ORDER BY tu
            """, [.number(kind.id), .number(column.id)]
        ) { (row) throws(Database.Problem) in
          all += try Self.texts(row, count: SQLCell.number(row, 2))
          return true
        }
      }
      guard all.isEmpty || all.count == kind.subjectCount else { throw .damaged }
      return all
    }
  }

  /// The texts of a stream of known length.
  private static func texts(
    _ row: OpaquePointer, count: Int
  ) throws(Database.Problem) -> [String] {
    guard let bytes = Deflated.bytes(of: SQLCell.bytes(row, 1), count: SQLCell.number(row, 0))
    else { throw .damaged }
    let lineFeed = UInt8(ascii: "\n")
    var texts: [String] = []
    var start = 0
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == lineFeed, bytes[index + 1] == lineFeed {
        texts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += 2
        start = index
      } else {
        index += 1
      }
    }
    texts.append(String(decoding: bytes[start...], as: UTF8.self))
    guard texts.count == count else { throw .damaged }
    return texts
  }
}
