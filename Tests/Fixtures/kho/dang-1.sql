-- Kho dạng 1, do ThiDua lập trước khi có lý do (tệp số liệu và kịch bản ở trong kho).
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO phong_trao VALUES(1,2025,'Thi đua chuyên đề','thi đua chuyên đề','phong-trao.thidua',1,0);
CREATE TABLE luot (
  so INTEGER PRIMARY KEY AUTOINCREMENT,
  phong_trao INTEGER NOT NULL REFERENCES phong_trao(id),
  ngay_chot TEXT,
  phien_ban TEXT NOT NULL,
  bam_vao TEXT NOT NULL,
  bam_ra TEXT NOT NULL,
  UNIQUE (phong_trao, bam_vao, bam_ra)
);
INSERT INTO luot VALUES(1,1,NULL,'0.1.0','de7579ac73eadafd9592b84cd27080ca6216c01ff4e116956dfb5f9a21691fc6','09d1a5a597a410b4b333f2fa6bc83c6a746c4bb0bc5443600b8d65986256498d');
CREATE TABLE noi_dung (
  bam TEXT PRIMARY KEY,
  do_dai INTEGER NOT NULL,
  nen BLOB NOT NULL
);
INSERT INTO noi_dung VALUES('b03c4ffd945dbe8037775536204eb64fdc6e42c75298ceca99540ab9e247fc51',846,X'789c7552bb6ec24010ecef2b56ae49c2433448f90b7ec0311177c23e3b708e428928d286228a520584220411224a52d905c5a1fcc7fd49e66c83088fc6e7dddb9d9d99bd8887b24daaabc721394d2e68338a5df278dcd70b89c0a4038711c9cd306850b55cad336e92b562f6662448fd7e9a746a114cb28c4871930e511ee8690320265d95a8c3f5b78b9c02609144d4433b2921e9468f45230ffd020cd79b910052600193398eae9bd7947093557919b7216e9095edbd7c1b2230f307a4f424a29649df0199b346b0221fd08ff13e63fca71fe42837ba50fcf6d2ebdd3b4c8276401598925ba1ba711f6648873c93cedcfdf692ed1f59eb5caa97b7dcad64a1173124eb650654a875ced693c57e05f1dace008f871498f445fc77acd013e19821e31e93a26bda4ab8a21ac3c46700ef60cf97b3074047e4872699083b7bee110ff51816707cf9712f983b4db0530e8c1774302af3b652cf36f5463ebcb4f59b27c0a3c1d35f927c3baa980b45137417c7a95958517838a42d4c320db06cd8c15a2e58f27ccb20b6b766916d12b5eb537bdcbebb414c1ddb2d4fa9f7f578ab96e1c1a2d46e82ee6210607f88828f7c');
INSERT INTO noi_dung VALUES('3528e14c9f8151fca391d7cec64d0f489d09382ee1db3a8e5023efa670f87b21',139,X'789ccb3dbcd8bae4f0aa3cebe287bb272a9464e629241d5e90697d6462e6c3ddcdb90a25190f77ad045245895c8ed64e89790a8ed68646d6963aa65c4e60ae93b5a97576c6e12d79e90a87171628a43cdcbd342f9debc8045d63b074c8c3dd531592331eee5e99ac7064c2c35d8b81ea1eee5e5ea9507178b1424846e9c3dddb15423241d69b5873010091ae3cfb');
CREATE TABLE tep (
  luot INTEGER NOT NULL REFERENCES luot(so),
  thu_tu INTEGER NOT NULL,
  loai TEXT NOT NULL,
  ten TEXT NOT NULL,
  bang TEXT,
  bam TEXT NOT NULL REFERENCES noi_dung(bam),
  PRIMARY KEY (luot, thu_tu)
) WITHOUT ROWID;
INSERT INTO tep VALUES(1,1,'kịch bản','phong-trao.thidua',NULL,'b03c4ffd945dbe8037775536204eb64fdc6e42c75298ceca99540ab9e247fc51');
INSERT INTO tep VALUES(1,2,'số liệu','tap-the.csv',NULL,'3528e14c9f8151fca391d7cec64d0f489d09382ee1db3a8e5023efa670f87b21');
CREATE TABLE loai (
  id INTEGER PRIMARY KEY,
  luot INTEGER NOT NULL REFERENCES luot(so),
  ten TEXT NOT NULL,
  khoa TEXT NOT NULL
);
INSERT INTO loai VALUES(1,1,'tập thể','tập thể');
CREATE TABLE cot (
  id INTEGER PRIMARY KEY,
  loai INTEGER NOT NULL REFERENCES loai(id),
  ten TEXT NOT NULL,
  khoa TEXT NOT NULL,
  tieu_de TEXT,
  kieu TEXT NOT NULL,
  vai TEXT NOT NULL
);
INSERT INTO cot VALUES(1,1,'mã','mã',NULL,'chữ','số liệu');
INSERT INTO cot VALUES(2,1,'tên','tên',NULL,'chữ','số liệu');
INSERT INTO cot VALUES(3,1,'số tin bài','số tin bài',NULL,'số','số liệu');
INSERT INTO cot VALUES(4,1,'điểm thẩm tra','điểm thẩm tra',NULL,'số','số liệu');
INSERT INTO cot VALUES(5,1,'tiêu chí 1','tiêu chí 1','Tin bài','số','điểm');
INSERT INTO cot VALUES(6,1,'nhóm 1','nhóm 1','Tuyên truyền','số','điểm');
INSERT INTO cot VALUES(7,1,'phần ba','phần ba',NULL,'số','khác');
INSERT INTO cot VALUES(8,1,'tổng điểm','tổng điểm',NULL,'số','khác');
INSERT INTO cot VALUES(9,1,'mức hoàn thành','mức hoàn thành',NULL,'mức','mức');
INSERT INTO cot VALUES(10,1,'hạng','hạng',NULL,'số','hạng');
INSERT INTO cot VALUES(11,1,'Tập thể tiên tiến','tập thể tiên tiến','Tập thể tiên tiến','danh hiệu','danh hiệu');
CREATE TABLE doi_tuong (
  id INTEGER PRIMARY KEY,
  loai INTEGER NOT NULL REFERENCES loai(id),
  ma TEXT NOT NULL,
  khoa TEXT NOT NULL,
  ten TEXT NOT NULL
);
INSERT INTO doi_tuong VALUES(1,1,'A','a','Ban A');
INSERT INTO doi_tuong VALUES(2,1,'B','b','Ban B');
INSERT INTO doi_tuong VALUES(3,1,'Đ-3','đ-3','Ban Tổ chức Đảng ủy xã Thuỷ Tiên');
CREATE TABLE noi (
  id INTEGER PRIMARY KEY,
  luot INTEGER NOT NULL REFERENCES luot(so),
  tep TEXT NOT NULL,
  trang TEXT,
  cot TEXT,
  chu_cot TEXT
);
INSERT INTO noi VALUES(1,1,'tap-the.csv',NULL,'mã',NULL);
INSERT INTO noi VALUES(2,1,'tap-the.csv',NULL,'tên',NULL);
INSERT INTO noi VALUES(3,1,'tap-the.csv',NULL,'số tin bài',NULL);
INSERT INTO noi VALUES(4,1,'tap-the.csv',NULL,'điểm thẩm tra',NULL);
CREATE TABLE o (
  doi_tuong INTEGER NOT NULL REFERENCES doi_tuong(id),
  cot INTEGER NOT NULL REFERENCES cot(id),
  gia_tri TEXT,
  khong_ap_dung INTEGER NOT NULL DEFAULT 0,
  noi INTEGER REFERENCES noi(id),
  dong INTEGER,
  PRIMARY KEY (doi_tuong, cot)
) WITHOUT ROWID;
INSERT INTO o VALUES(1,1,'A',0,1,2);
INSERT INTO o VALUES(1,2,'Ban A',0,2,2);
INSERT INTO o VALUES(1,3,'12',0,3,2);
INSERT INTO o VALUES(1,4,'9.5',0,4,2);
INSERT INTO o VALUES(1,5,'36',0,NULL,NULL);
INSERT INTO o VALUES(1,6,'36',0,NULL,NULL);
INSERT INTO o VALUES(1,7,'12',0,NULL,NULL);
INSERT INTO o VALUES(1,8,'36',0,NULL,NULL);
INSERT INTO o VALUES(1,9,'Tốt',0,NULL,NULL);
INSERT INTO o VALUES(1,10,'1',0,NULL,NULL);
INSERT INTO o VALUES(1,11,'đạt',0,NULL,NULL);
INSERT INTO o VALUES(2,1,'B',0,1,3);
INSERT INTO o VALUES(2,2,'Ban B',0,2,3);
INSERT INTO o VALUES(2,3,'5',0,3,3);
INSERT INTO o VALUES(2,4,NULL,1,4,3);
INSERT INTO o VALUES(2,5,'15',0,NULL,NULL);
INSERT INTO o VALUES(2,6,'15',0,NULL,NULL);
INSERT INTO o VALUES(2,7,'5',0,NULL,NULL);
INSERT INTO o VALUES(2,8,'15',0,NULL,NULL);
INSERT INTO o VALUES(2,9,'Tốt',0,NULL,NULL);
INSERT INTO o VALUES(2,10,'2',0,NULL,NULL);
INSERT INTO o VALUES(2,11,'đạt',0,NULL,NULL);
INSERT INTO o VALUES(3,1,'Đ-3',0,1,4);
INSERT INTO o VALUES(3,2,'Ban Tổ chức Đảng ủy xã Thuỷ Tiên',0,2,4);
INSERT INTO o VALUES(3,3,'4',0,3,4);
INSERT INTO o VALUES(3,4,NULL,0,4,4);
INSERT INTO o VALUES(3,5,'12',0,NULL,NULL);
INSERT INTO o VALUES(3,6,'12',0,NULL,NULL);
INSERT INTO o VALUES(3,7,'4',0,NULL,NULL);
INSERT INTO o VALUES(3,8,'12',0,NULL,NULL);
INSERT INTO o VALUES(3,9,'Đạt',0,NULL,NULL);
INSERT INTO o VALUES(3,10,'3',0,NULL,NULL);
INSERT INTO o VALUES(3,11,'không đạt',0,NULL,NULL);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('luot',1);
CREATE INDEX loai_luot ON loai(luot);
CREATE INDEX cot_loai ON cot(loai);
CREATE INDEX doi_tuong_loai ON doi_tuong(loai);
CREATE INDEX noi_luot ON noi(luot);
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
COMMIT;
PRAGMA application_id = 0x54447561;
PRAGMA user_version = 1;
