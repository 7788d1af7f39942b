// The tables of a store, version by version. In: a store of some version inside a transaction. Out: the same
// store in this program's version. Invariant: a step, once released, never changes; what is stored keeps its
// meaning; names are Vietnamese without accents, for whoever opens the file with other tools (the layout is
// told in docs/tham-chieu.md). Used by the store only.
//
// A value (`o.gia_tri`) is always TEXT and exact: `97.25`, `1/3`, `2026-10-14`, `có`, a level, a state, a key.
// NULL is a blank; what does not apply is NULL with `khong_ap_dung` = 1; neither is ever `0`.
// Keys (`khoa`) are lookup keys, since SQLite itself folds ASCII only.
// Reasons: those of ranks, levels and awards are plain text (`ly_do`); those of points are ten times as many and
// say nearly the same of every subject, so a column's texts stand together in a zlib stream (`ly_do_nen`): of
// the subjects `tu` to `den`, in the order of their ids, parted by an empty line.
// Past rows (`lich_su`) stand only in a store that was laid out beside a run taken out of another store: what that run
// read, for its year.

enum StoreSchema {
  /// What marks a SQLite file as a store: "TDua".
  static let application = 0x5444_7561
  /// The version this program writes.
  static var version: Int { steps.count }

  /// Brings a store of `version` (0: an empty file) to this program's.
  static func migrate(_ connection: Connection, from version: Int) throws(Database.Problem) {
    guard version < steps.count else { return }
    for step in steps[version...] { try connection.execute(step) }
    try connection.execute("PRAGMA application_id = \(application)")
    try connection.execute("PRAGMA user_version = \(steps.count)")
  }

  private static let steps = [first, second]

  /// The first version that keeps reasons.
  static let versionWithReasons = 2

  // Runs of version 1 have no reasons: they are reckoned when somebody asks. To reckon all of them here would make
  // a run of this year wait for all past ones, and a script this program cannot run any more would stop it.
  private static let second = """
    ALTER TABLE luot ADD COLUMN co_ly_do INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE ly_do (
      doi_tuong INTEGER NOT NULL REFERENCES doi_tuong(id),
      cot INTEGER NOT NULL REFERENCES cot(id),
      loi TEXT NOT NULL,
      PRIMARY KEY (cot, doi_tuong)
    );
    CREATE TABLE ly_do_nen (
      cot INTEGER NOT NULL REFERENCES cot(id),
      tu INTEGER NOT NULL REFERENCES doi_tuong(id),
      den INTEGER NOT NULL REFERENCES doi_tuong(id),
      do_dai INTEGER NOT NULL,
      nen BLOB NOT NULL,
      PRIMARY KEY (cot, tu)
    );
    CREATE TABLE lich_su (
      nam INTEGER NOT NULL,
      bang TEXT NOT NULL,
      do_dai INTEGER NOT NULL,
      nen BLOB NOT NULL,
      PRIMARY KEY (nam, bang)
    );
    CREATE VIEW giai_thich AS
      SELECT loai.luot, loai.ten AS loai, doi_tuong.ma, doi_tuong.ten, cot.ten AS cot, cot.vai,
        o.gia_tri, ly_do.loi AS ly_do
      FROM ly_do JOIN doi_tuong ON doi_tuong.id = ly_do.doi_tuong JOIN cot ON cot.id = ly_do.cot
        JOIN loai ON loai.id = doi_tuong.loai
        LEFT JOIN o ON o.doi_tuong = doi_tuong.id AND o.cot = cot.id;
    """

  private static let first = """
    CREATE TABLE phong_trao (
      id INTEGER PRIMARY KEY,
      nam INTEGER NOT NULL,
      ten TEXT NOT NULL,
      khoa TEXT NOT NULL,
      kich_ban TEXT NOT NULL,
      chinh_thuc INTEGER,
      da_chot INTEGER NOT NULL DEFAULT 0,
      UNIQUE (nam, khoa, kich_ban)
    );
    CREATE TABLE luot (
      so INTEGER PRIMARY KEY AUTOINCREMENT,
      phong_trao INTEGER NOT NULL REFERENCES phong_trao(id),
      ngay_chot TEXT,
      phien_ban TEXT NOT NULL,
      bam_vao TEXT NOT NULL,
      bam_ra TEXT NOT NULL,
      UNIQUE (phong_trao, bam_vao, bam_ra)
    );
    CREATE TABLE noi_dung (
      bam TEXT PRIMARY KEY,
      do_dai INTEGER NOT NULL,
      nen BLOB NOT NULL
    );
    CREATE TABLE tep (
      luot INTEGER NOT NULL REFERENCES luot(so),
      thu_tu INTEGER NOT NULL,
      loai TEXT NOT NULL,
      ten TEXT NOT NULL,
      bang TEXT,
      bam TEXT NOT NULL REFERENCES noi_dung(bam),
      PRIMARY KEY (luot, thu_tu)
    ) WITHOUT ROWID;
    CREATE TABLE loai (
      id INTEGER PRIMARY KEY,
      luot INTEGER NOT NULL REFERENCES luot(so),
      ten TEXT NOT NULL,
      khoa TEXT NOT NULL
    );
    CREATE INDEX loai_luot ON loai(luot);
    CREATE TABLE cot (
      id INTEGER PRIMARY KEY,
      loai INTEGER NOT NULL REFERENCES loai(id),
      ten TEXT NOT NULL,
      khoa TEXT NOT NULL,
      tieu_de TEXT,
      kieu TEXT NOT NULL,
      vai TEXT NOT NULL
    );
    CREATE INDEX cot_loai ON cot(loai);
    CREATE TABLE doi_tuong (
      id INTEGER PRIMARY KEY,
      loai INTEGER NOT NULL REFERENCES loai(id),
      ma TEXT NOT NULL,
      khoa TEXT NOT NULL,
      ten TEXT NOT NULL
    );
    CREATE INDEX doi_tuong_loai ON doi_tuong(loai);
    CREATE TABLE noi (
      id INTEGER PRIMARY KEY,
      luot INTEGER NOT NULL REFERENCES luot(so),
      tep TEXT NOT NULL,
      trang TEXT,
      cot TEXT,
      chu_cot TEXT
    );
    CREATE INDEX noi_luot ON noi(luot);
    CREATE TABLE o (
      doi_tuong INTEGER NOT NULL REFERENCES doi_tuong(id),
      cot INTEGER NOT NULL REFERENCES cot(id),
      gia_tri TEXT,
      khong_ap_dung INTEGER NOT NULL DEFAULT 0,
      noi INTEGER REFERENCES noi(id),
      dong INTEGER,
      PRIMARY KEY (doi_tuong, cot)
    ) WITHOUT ROWID;
    CREATE VIEW so_lieu AS
      SELECT loai.luot, loai.ten AS loai, doi_tuong.ma, doi_tuong.ten, cot.ten AS cot, o.gia_tri,
        o.khong_ap_dung, noi.tep, noi.trang, noi.cot AS cot_tep, noi.chu_cot || o.dong AS o, o.dong
      FROM o JOIN doi_tuong ON doi_tuong.id = o.doi_tuong JOIN cot ON cot.id = o.cot
        JOIN loai ON loai.id = doi_tuong.loai LEFT JOIN noi ON noi.id = o.noi
      WHERE cot.vai = 'số liệu';
    CREATE VIEW ket_qua AS
      SELECT loai.luot, loai.ten AS loai, doi_tuong.ma, doi_tuong.ten, cot.ten AS cot, cot.vai,
        o.gia_tri, o.khong_ap_dung
      FROM o JOIN doi_tuong ON doi_tuong.id = o.doi_tuong JOIN cot ON cot.id = o.cot
        JOIN loai ON loai.id = doi_tuong.loai
      WHERE cot.vai <> 'số liệu';
    CREATE VIEW quyet_dinh AS
      SELECT phong_trao.nam, loai.ten AS loai, doi_tuong.ma, doi_tuong.ten, cot.ten AS danh_hieu,
        o.gia_tri AS trang_thai, luot.so AS luot, luot.so = phong_trao.chinh_thuc AS chinh_thuc
      FROM o JOIN doi_tuong ON doi_tuong.id = o.doi_tuong JOIN cot ON cot.id = o.cot
        JOIN loai ON loai.id = doi_tuong.loai JOIN luot ON luot.so = loai.luot
        JOIN phong_trao ON phong_trao.id = luot.phong_trao
      WHERE cot.vai = 'danh hiệu';
    """
}
