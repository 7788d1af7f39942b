"""Polars (both cores), decimals as hundredths in Int64.  usage: tham-chieu-polars.py IN.csv OUT.csv"""
import sys
import polars as pl
from polars import col, lit, when

XS, TOT, HT, KHONG, LOAI = ("Hoàn thành xuất sắc", "Hoàn thành tốt", "Hoàn thành",
                            "Không hoàn thành", "Không xếp loại")
DEC = "ke_hoach thuc_hien dung_han chat_luong noi_quy phoi_hop cai_cach hoc_tap doan_the van_the thuong dieu_chinh".split()
INT = "ngay_cham sang_kien ky_luat nam_lien_tuc phieu_thuan phieu_co_mat".split()
least = lambda *a: pl.min_horizontal(*[lit(x) if isinstance(x, int) else x for x in a])
half_up = lambda x: x.sign() * ((x.abs() + 50) // 100)

plan, late, adj = col("ke_hoach"), col("ngay_cham"), col("dieu_chinh") * 75
good = col("cls").is_in([XS, TOT])
votes = (col("phieu_co_mat") > 0) & (col("phieu_thuan") * 100 >= col("phieu_co_mat") * 80)
result = (
    pl.scan_csv(sys.argv[1], schema_overrides={c: pl.Float64 for c in DEC} | {c: pl.Int64 for c in INT})
    .with_columns((col(c) * 100).round().cast(pl.Int64) for c in DEC)
    .with_columns(
        p1=when(plan == 0).then(2000)
        .otherwise(least(2400, (col("thuc_hien") * 4000 + plan) // (2 * when(plan == 0).then(1).otherwise(plan)))),
        p2=half_up(col("dung_han") * 15),
        p3=half_up(least(10000, col("chat_luong")) * 15),
        base=half_up(col("noi_quy") * 85 + col("phoi_hop") * 65 + col("cai_cach") * 50),
        g3=least(2000, col("hoc_tap") + col("doan_the") + col("van_the")),
        g4=least(1000, least(450, col("sang_kien") * 150) + least(300, col("nam_lien_tuc") * 75)
                 + col("thuong") + half_up(adj)),
        out=col("ky_luat") == 1)
    .with_columns(g1=least(5000, col("p1") + col("p2") + col("p3")),
                  g2=(col("base") - least(500, late * 50)).clip(lower_bound=0))
    .with_columns(total=col("g1") + col("g2") + col("g3") + col("g4"),
                  weak=(least(col("dung_han"), col("chat_luong")) < 5000)
                  | (least(col("noi_quy"), col("phoi_hop"), col("cai_cach")) < 500)
                  | (least(col("hoc_tap"), col("doan_the"), col("van_the")) < 400))
    .with_columns(cls=when(col("out")).then(lit(LOAI))
                  .when((col("total") >= 9000) & ~col("weak") & (late <= 15)).then(lit(XS))
                  .when((col("total") >= 7000) & (late <= 15)).then(lit(TOT))
                  .when(col("total") >= 5000).then(lit(HT)).otherwise(lit(KHONG)),
                  k1=when(col("out")).then(0).otherwise(-col("total")),
                  k2=when(col("out")).then(0).otherwise(-col("g1")))
    .sort("cum", "out", "k1", "k2", "ma")
    .with_columns(hang=pl.int_range(1, pl.len() + 1).over("cum"), n=(~col("out")).sum().over("cum"),
                  places=good.sum().over("don_vi") * 20 // 100,
                  nth=(col("cls") == XS).cum_sum().over("don_vi"))
    .with_columns(cls=when((col("cls") == XS) & (col("nth") > col("places"))).then(lit(TOT)).otherwise(col("cls")))
    .with_columns(award=when((col("cls") == XS) & votes & (col("sang_kien") >= 1) & (col("nam_lien_tuc") >= 2)
                             & (col("hang") <= col("n") * 5 // 100)).then(lit("Bằng khen"))
                  .when((col("cls") == XS) & votes & (col("sang_kien") >= 1)).then(lit("Chiến sĩ thi đua"))
                  .when(good & votes & (col("hang") <= col("n") * 30 // 100)).then(lit("Giấy khen"))
                  .when(good).then(lit("Lao động tiên tiến")).otherwise(lit("Không")))
    .select("cum", when(~col("out")).then(col("hang")), "ma", "ho_ten",
            *[(col(a) / 100).alias(b) for a, b in
              [("g1", "nhom1"), ("g2", "nhom2"), ("g3", "nhom3"), ("g4", "nhom4"), ("total", "tong")]],
            col("cls").alias("xep_loai"), col("award").alias("khen_thuong"))
)
result.collect().write_csv(sys.argv[2], float_precision=2)
