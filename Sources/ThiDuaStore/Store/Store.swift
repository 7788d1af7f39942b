// A store that is read. In: the path of a file. Out: its runs and all that is kept of them. Invariant: nothing
// is changed, but what a killed program left half done is undone first, as SQLite does it; an older
// version is read as it is. Used by the façade.

import CSQLite
import Glibc

/// The results of past runs in one SQLite file.
public final class Store {
  let connection: Connection
  /// The version of the file's tables; 0 for a file nothing was stored in yet.
  public let version: Int

  /// Opens a store to read it.
  public init(path: String) throws(StoreProblem) {
    do throws(Database.Problem) {
      do throws(Database.Problem) { _ = try Database.lookAt(path) } catch {
        // A program killed while it made the store leaves an empty file: a store without runs.
        if error != .empty { throw error }
      }
      connection = try Connection(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_PRIVATECACHE)
      try connection.execute("PRAGMA query_only = ON")
    } catch {
      throw .file(error)
    }
    version = try Store.version(of: connection)
  }

  /// The version of a store; throws for other databases and for newer stores.
  static func version(of connection: Connection) throws(StoreProblem) -> Int {
    var application: Int?
    var version = 0
    do throws(Database.Problem) {
      if try connection.number(of: "SELECT count(*) FROM sqlite_master") == 0 { return 0 }
      application = try connection.number(of: "PRAGMA application_id")
      version = try connection.number(of: "PRAGMA user_version") ?? 0
    } catch {
      throw .file(error)
    }
    guard application == StoreSchema.application else { throw .notStore }
    guard version <= StoreSchema.version else {
      throw .newer(found: version, known: StoreSchema.version)
    }
    return version
  }

  /// What a database's problem is to a store.
  static func telling<Result>(
    _ body: () throws(Database.Problem) -> Result
  ) throws(StoreProblem) -> Result {
    do throws(Database.Problem) { return try body() } catch { throw .file(error) }
  }

  // MARK: Runs

  /// A run as a list shows it.
  public struct Run: Sendable, Equatable {
    public var number: Int
    public var year: Int
    public var title: String
    public var script: String
    public var closing: String?
    public var program: String
    /// What it read and what came out, as SHA-256.
    public var inputHash: String
    public var resultHash: String
    /// History reads this one.
    public var isOfficial: Bool
    /// Somebody said so: a later run does not take its place.
    public var isConfirmed: Bool
  }

  private static let runQuery = """
    SELECT so, nam, ten, kich_ban, ngay_chot, phien_ban, bam_vao, bam_ra, so = chinh_thuc, da_chot
    FROM luot JOIN phong_trao ON phong_trao.id = luot.phong_trao
    """

  private static func run(_ row: OpaquePointer) -> Run {
    let isOfficial = SQLCell.number(row, 8) != 0
    return Run(
      number: SQLCell.number(row, 0), year: SQLCell.number(row, 1), title: SQLCell.text(row, 2),
      script: SQLCell.text(row, 3), closing: SQLCell.textIfAny(row, 4),
      program: SQLCell.text(row, 5), inputHash: SQLCell.text(row, 6),
      resultHash: SQLCell.text(row, 7), isOfficial: isOfficial,
      isConfirmed: isOfficial && SQLCell.number(row, 9) != 0)
  }

  /// All runs, in the order they were stored.
  public func runs() throws(StoreProblem) -> [Run] {
    var runs: [Run] = []
    guard version > 0 else { return runs }
    try Self.telling { () throws(Database.Problem) in
      try connection.rows(of: Self.runQuery + " ORDER BY so") { (row) throws(Database.Problem) in
        runs.append(Self.run(row))
        return true
      }
    }
    return runs
  }

  /// One run.
  public func run(_ number: Int) throws(StoreProblem) -> Run {
    let runs = try runs()
    guard let run = runs.first(where: { $0.number == number }) else {
      throw .noRun(number, newest: runs.last?.number ?? 0)
    }
    return run
  }

  // MARK: Files

  /// A file of a run without its content.
  public struct FileEntry: Sendable, Equatable {
    public var kind: StoredFile.Kind
    public var name: String
    public var table: String?
    public var size: Int
    public var hash: String
  }

  /// What a run read, the main script first.
  public func fileEntries(of run: Int) throws(StoreProblem) -> [FileEntry] {
    var files: [FileEntry] = []
    try Self.telling { () throws(Database.Problem) in
      try connection.rows(
        of: """
          SELECT loai, ten, bang, do_dai, noi_dung.bam FROM tep
          JOIN noi_dung ON noi_dung.bam = tep.bam WHERE luot = ? ORDER BY thu_tu
          """, [.number(run)]
      ) { (row) throws(Database.Problem) in
        guard let kind = StoredFile.Kind(rawValue: SQLCell.text(row, 0)) else {
          throw .damaged
        }
        files.append(
          FileEntry(
            kind: kind, name: SQLCell.text(row, 1), table: SQLCell.textIfAny(row, 2),
            size: SQLCell.number(row, 3), hash: SQLCell.text(row, 4)))
        return true
      }
    }
    return files
  }

  /// The same with their bytes, which are what was stored or an error.
  public func files(of run: Int) throws(StoreProblem) -> [StoredFile] {
    var files: [StoredFile] = []
    for entry in try fileEntries(of: run) {
      var bytes: [UInt8]?
      try Self.telling { () throws(Database.Problem) in
        try connection.rows(
          of: "SELECT nen FROM noi_dung WHERE bam = ?", [.text(entry.hash)]
        ) { (row) throws(Database.Problem) in
          bytes = Deflated.bytes(of: SQLCell.bytes(row, 0), count: entry.size)
          return false
        }
      }
      guard let bytes, SHA256.digest(of: bytes) == entry.hash else {
        throw .damagedContent(run: run, file: entry.name)
      }
      files.append(StoredFile(entry.kind, name: entry.name, table: entry.table, bytes: bytes))
    }
    return files
  }

  // MARK: Subjects and columns

  /// A kind of subject of a run.
  public struct Kind: Sendable, Equatable {
    var id: Int
    public var name: String
    public var columns: [Column]
    public var subjectCount: Int
  }

  /// A column of such a kind.
  public struct Column: Sendable, Equatable {
    var id: Int
    public var name: String
    public var title: String?
    public var kind: StoredKind
    public var role: StoredRole
  }

  /// A subject with its cells, in the order of the kind's columns.
  public struct Row: Sendable {
    public var subject: SubjectRecord
    public var cells: [CellRecord]
  }

  /// The kinds of subject of a run.
  public func kinds(of run: Int) throws(StoreProblem) -> [Kind] {
    try Self.telling { () throws(Database.Problem) in
      var kinds: [Kind] = []
      try connection.rows(
        of: """
          SELECT id, ten, (SELECT count(*) FROM doi_tuong WHERE doi_tuong.loai = loai.id)
          FROM loai WHERE luot = ? ORDER BY id
          """, [.number(run)]
      ) { (row) throws(Database.Problem) in
        kinds.append(
          Kind(
            id: SQLCell.number(row, 0), name: SQLCell.text(row, 1), columns: [],
            subjectCount: SQLCell.number(row, 2)))
        return true
      }
      for index in kinds.indices { kinds[index].columns = try columns(of: kinds[index].id) }
      return kinds
    }
  }

  func columns(of kind: Int) throws(Database.Problem) -> [Column] {
    var columns: [Column] = []
    try connection.rows(
      of: "SELECT id, ten, tieu_de, kieu, vai FROM cot WHERE loai = ? ORDER BY id",
      [.number(kind)]
    ) { (row) throws(Database.Problem) in
      guard let kind = StoredKind(rawValue: SQLCell.text(row, 3)),
        let role = StoredRole(rawValue: SQLCell.text(row, 4))
      else { throw .damaged }
      columns.append(
        Column(
          id: SQLCell.number(row, 0), name: SQLCell.text(row, 1),
          title: SQLCell.textIfAny(row, 2), kind: kind, role: role))
      return true
    }
    return columns
  }

  /// Calls `body` for every subject of a kind, in the order of the data, with the cells of some of the kind's
  /// columns in their order.
  public func rows(
    of kind: Kind, columns: [Column], _ body: (Row) -> Void
  ) throws(StoreProblem) {
    try Self.telling { () throws(Database.Problem) in
      let cells = try connection.prepare(Self.cellQuery)
      var place: [Int: Int] = [:]
      for (index, column) in columns.enumerated() { place[column.id] = index }
      try connection.rows(
        of: "SELECT id, ma, ten FROM doi_tuong WHERE loai = ? ORDER BY id", [.number(kind.id)]
      ) { (subject) throws(Database.Problem) in
        var row = Row(
          subject: SubjectRecord(key: SQLCell.text(subject, 1), name: SQLCell.text(subject, 2)),
          cells: Array(repeating: CellRecord(nil), count: columns.count))
        try cells.rows([.number(SQLCell.number(subject, 0))]) {
          (cell) throws(Database.Problem) in
          if let index = place[SQLCell.number(cell, 0)] { row.cells[index] = Self.cell(cell) }
          return true
        }
        body(row)
        return true
      }
    }
  }

  static let cellQuery = """
    SELECT o.cot, gia_tri, khong_ap_dung, noi.tep, noi.trang, noi.cot, noi.chu_cot, dong
    FROM o LEFT JOIN noi ON noi.id = o.noi WHERE doi_tuong = ?
    """

  static func cell(_ row: OpaquePointer) -> CellRecord {
    var cell = CellRecord(
      SQLCell.textIfAny(row, 1), isNotApplicable: SQLCell.number(row, 2) != 0)
    if let file = SQLCell.textIfAny(row, 3) {
      cell.place = CellPlace(
        file: file, sheet: SQLCell.textIfAny(row, 4), column: SQLCell.textIfAny(row, 5),
        letters: SQLCell.textIfAny(row, 6))
    }
    if !SQLCell.isNull(row, 7) { cell.line = SQLCell.number(row, 7) }
    return cell
  }

  // MARK: Past years

  /// Past rows that were laid out with a run: the text of a CSV file; nil where years are read from runs.
  public enum PastText: Sendable, Equatable {
    case text([UInt8])
    /// The store has such rows, but for another year.
    case otherYear(Int)
  }

  /// The past rows a script of `year` read from the table `table` when its run was taken out.
  public func laidOutPast(_ table: String, before year: Int) throws(StoreProblem) -> PastText? {
    guard version >= StoreSchema.versionWithReasons else { return nil }
    return try Self.telling { () throws(Database.Problem) in
      var found: PastText?
      try connection.rows(
        of: "SELECT max(nam) FROM lich_su"
      ) { (row) throws(Database.Problem) in
        if !SQLCell.isNull(row, 0) { found = .otherYear(SQLCell.number(row, 0)) }
        return false
      }
      try connection.rows(
        of: "SELECT nam, do_dai, nen FROM lich_su WHERE nam = ? AND bang = ?",
        [.number(year), .text(table)]
      ) { (row) throws(Database.Problem) in
        guard let bytes = Deflated.bytes(of: SQLCell.bytes(row, 2), count: SQLCell.number(row, 1))
        else { throw .damaged }
        found = .text(bytes)
        return false
      }
      return found
    }
  }

  /// A kind of subject in the official run of a campaign of an earlier year.
  public struct PastKind: Sendable {
    public var run: Int
    public var year: Int
    public var title: String
    public var kind: Kind
  }

  /// Where the years before `year` tell of the kind whose lookup key is `key`, earliest first.
  public func past(
    ofKind key: String, before year: Int
  ) throws(StoreProblem) -> [PastKind] {
    guard version > 0 else { return [] }
    return try Self.telling { () throws(Database.Problem) in
      var found: [PastKind] = []
      try connection.rows(
        of: """
          SELECT luot, nam, phong_trao.ten, loai.id, loai.ten FROM phong_trao
          JOIN loai ON loai.luot = phong_trao.chinh_thuc
          WHERE nam < ? AND loai.khoa = ? ORDER BY nam, luot
          """, [.number(year), .text(key)]
      ) { (row) throws(Database.Problem) in
        found.append(
          PastKind(
            run: SQLCell.number(row, 0), year: SQLCell.number(row, 1),
            title: SQLCell.text(row, 2),
            kind: Kind(
              id: SQLCell.number(row, 3), name: SQLCell.text(row, 4), columns: [],
              subjectCount: 0)))
        return true
      }
      for index in found.indices {
        found[index].kind.columns = try columns(of: found[index].kind.id)
      }
      return found
    }
  }
}
