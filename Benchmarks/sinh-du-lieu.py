#!/usr/bin/env python3
"""Writes seeded illustrative data for the reference job: sinh-du-lieu.py OUT_FILE N

The columns, their ranges and the shares of rare cases follow Benchmarks/README.md. All randomness
comes from one 64-bit multiplicative generator written here, so the same N gives the same bytes with
every Python. Names are drawn from syllables: nobody is meant.
"""
import os
import sys

FAMILY = "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Cao Tô".split()
MIDDLE = "Văn Thị Hữu Đức Minh Ngọc Thanh Quốc Xuân Thu Hồng Anh".split()
GIVEN = "An Bình Cường Dũng Đạt Giang Hà Hạnh Hiếu Hòa Khoa Lan Mai Nga Phúc Quang Sơn Thảo Thủy Yến".split()
HEADER = (
    "ma,ho_ten,don_vi,cum,ke_hoach,thuc_hien,dung_han,chat_luong,noi_quy,phoi_hop,cai_cach,"
    "hoc_tap,doan_the,van_the,thuong,dieu_chinh,ngay_cham,sang_kien,ky_luat,nam_lien_tuc,"
    "phieu_thuan,phieu_co_mat"
)
MASK = (1 << 64) - 1


class Dice:
    """splitmix64."""

    def __init__(self, seed):
        self.state = seed & MASK

    def below(self, n):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 11) % n

    def once_in(self, n):
        return self.below(n) == 0


def decimal(hundredths):
    """7, 7.5, 7.25: no trailing zeros."""
    sign, h = ("-", -hundredths) if hundredths < 0 else ("", hundredths)
    whole, part = divmod(h, 100)
    return f"{sign}{whole}.{part:02d}".rstrip("0").rstrip(".")


def points(dice, skill, top, step):
    """A score out of `top` hundredths, in steps; `skill` is 0…1000."""
    share = min(1000, max(0, 500 + skill * 45 // 100 + dice.below(300) - 150))
    if dice.once_in(35):
        share //= 2
    return top * share // 1000 // step * step


def row(dice, i, n, units, clusters):
    skill = 1000 - dice.below(1300) * dice.below(1000) // 1000
    unit = (dice.below(units) + dice.below(units)) // 2
    plan = 0 if dice.once_in(100) else 5_000 + dice.below(3_000_000)
    done = plan * (600 + skill * 4 // 10 + dice.below(250)) // 1000
    present = 0 if dice.once_in(200) else 5 + dice.below(60)
    agreed = min(present, present * (500 + skill * 45 // 100 + dice.below(120)) // 1000)
    name = " ".join(part[dice.below(len(part))] for part in (FAMILY, MIDDLE, GIVEN))
    quality = points(dice, skill, 10_000, 1) + (500 if dice.once_in(10) else 0)
    return ",".join([
        f"CB{(i * 104_729 + 71) % n + 1:07d}", name, f"DV{unit + 1:05d}", f"CUM{unit % clusters + 1:03d}",
        decimal(plan), decimal(done), decimal(points(dice, skill, 10_000, 1)), decimal(quality),
        decimal(points(dice, skill, 1_000, 25)), decimal(points(dice, skill, 1_000, 10)),
        decimal(points(dice, skill, 1_000, 1)), decimal(points(dice, skill, 800, 50)),
        decimal(points(dice, skill, 800, 25)), decimal(points(dice, skill, 800, 1)),
        decimal(dice.below(500)), decimal(dice.below(600) - 270 if dice.once_in(3) else 0),
        str(dice.below(30) if dice.once_in(10) else dice.below(6) * dice.below(2)),
        str(dice.below(5) * dice.below(2)), "1" if dice.once_in(70) else "0",
        str(dice.below(9) * dice.below(2)), str(agreed), str(present),
    ])


def main(path, n):
    if n % 104_729 == 0:
        sys.exit("N không được chia hết cho 104729: mã sẽ trùng nhau.")
    dice, units = Dice(n), max(25, n // 40)
    clusters = max(5, units // 50)
    with open(path + ".tmp", "w", encoding="utf-8", newline="\n") as f:
        f.write(HEADER + "\n")
        for i in range(n):
            f.write(row(dice, i, n, units, clusters) + "\n")
    os.replace(path + ".tmp", path)


if __name__ == "__main__":
    if len(sys.argv) != 3 or not sys.argv[2].isdigit():
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]))
