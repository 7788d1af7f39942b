"""DuckDB (both cores), SQL over DECIMAL columns.  usage: tham-chieu-duckdb.py IN.csv OUT.csv"""
import sys
import duckdb

DEC = "ke_hoach thuc_hien dung_han chat_luong noi_quy phoi_hop cai_cach hoc_tap doan_the van_the thuong dieu_chinh".split()
INT = "ngay_cham sang_kien ky_luat nam_lien_tuc phieu_thuan phieu_co_mat".split()
types = {c: "VARCHAR" for c in ("ma", "ho_ten", "don_vi", "cum")}
types |= {c: "DECIMAL(9,2)" for c in DEC} | {c: "INTEGER" for c in INT}
# division of DECIMALs gives a DOUBLE, so the one true division (p1) is done in hundredths
duckdb.sql(f"""
COPY (
WITH v AS (
  SELECT *, (ke_hoach * 100)::BIGINT AS plan, (thuc_hien * 100)::BIGINT AS done
  FROM read_csv('{sys.argv[1]}', header = true, columns = {types})
), parts AS (
  SELECT *,
    CASE WHEN plan = 0 THEN 20.00
         ELSE (least(2400, (done * 4000 + plan) // (2 * plan)))::DECIMAL(9,0) * 0.01 END AS p1,
    round(dung_han * 0.15, 2) AS p2,
    round(least(100.00, chat_luong) * 0.15, 2) AS p3,
    greatest(0.00, round(noi_quy * 0.85 + phoi_hop * 0.65 + cai_cach * 0.50, 2) - least(5.00, 0.50 * ngay_cham)) AS g2,
    least(20.00, hoc_tap + doan_the + van_the) AS g3,
    least(10.00, least(4.50, 1.50 * sang_kien) + least(3.00, 0.75 * nam_lien_tuc) + thuong
                 + round(dieu_chinh * 0.75, 2)) AS g4,
    ky_luat = 1 AS excluded,
    least(dung_han, chat_luong) < 50 OR least(noi_quy, phoi_hop, cai_cach) < 5 OR least(hoc_tap, doan_the, van_the) < 4 AS weak,
    phieu_co_mat > 0 AND phieu_thuan * 100 >= phieu_co_mat * 80 AS votes
  FROM v
), groups AS (
  SELECT *, least(50.00, p1 + p2 + p3) AS g1, least(50.00, p1 + p2 + p3) + g2 + g3 + g4 AS total FROM parts
), classed AS (
  SELECT *, CASE WHEN excluded THEN 4
                 WHEN total >= 90 AND NOT weak AND ngay_cham <= 15 THEN 0
                 WHEN total >= 70 AND ngay_cham <= 15 THEN 1
                 WHEN total >= 50 THEN 2 ELSE 3 END AS cls
  FROM groups
), ranked AS (
  SELECT *,
    row_number() OVER (PARTITION BY cum ORDER BY excluded, CASE WHEN excluded THEN 0 ELSE -total END,
                       CASE WHEN excluded THEN 0 ELSE -g1 END, ma) AS hang,
    count(*) FILTER (NOT excluded) OVER (PARTITION BY cum) AS n,
    count(*) FILTER (cls <= 1) OVER (PARTITION BY don_vi) * 20 // 100 AS places,
    row_number() OVER (PARTITION BY don_vi, cls ORDER BY total DESC, g1 DESC, ma) AS nth
  FROM classed
), final AS (
  SELECT * REPLACE (CASE WHEN cls = 0 AND nth > places THEN 1 ELSE cls END AS cls) FROM ranked
)
SELECT cum, CASE WHEN NOT excluded THEN hang END AS hang, ma, ho_ten,
  g1::DECIMAL(9,2) AS nhom1, g2::DECIMAL(9,2) AS nhom2, g3::DECIMAL(9,2) AS nhom3, g4::DECIMAL(9,2) AS nhom4,
  total::DECIMAL(9,2) AS tong,
  CASE cls WHEN 0 THEN 'Hoàn thành xuất sắc' WHEN 1 THEN 'Hoàn thành tốt' WHEN 2 THEN 'Hoàn thành'
           WHEN 3 THEN 'Không hoàn thành' ELSE 'Không xếp loại' END AS xep_loai,
  CASE WHEN cls = 0 AND votes AND sang_kien >= 1 AND nam_lien_tuc >= 2 AND hang <= n * 5 // 100 THEN 'Bằng khen'
       WHEN cls = 0 AND votes AND sang_kien >= 1 THEN 'Chiến sĩ thi đua'
       WHEN cls <= 1 AND votes AND hang <= n * 30 // 100 THEN 'Giấy khen'
       WHEN cls <= 1 THEN 'Lao động tiên tiến' ELSE 'Không' END AS khen_thuong
FROM final ORDER BY cum, final.hang
) TO '{sys.argv[2]}' (HEADER, DELIMITER ',')
""")
