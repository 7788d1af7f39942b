#!/usr/bin/env python3
"""An independent reckoning of scripts/vi-du/cum-1.thidua, for the expected files beside it.

  doi-chung.py FOLDER          reads FOLDER/tap-the.csv, prints what ket-qua.csv must hold
  doi-chung.py --sinh FOLDER SEED CLUSTERS UNITS COPIES
                               makes FOLDER/tap-the.csv of invented units, each COPIES times, so that
                               with two or three of each there are ties at every place

Written from the wording of the rules alone, with fractions; it shares nothing with the program.
"""

import csv
import random
import re
import sys
from fractions import Fraction as F

LEVELS = ["Trung bình", "Khá", "Tốt", "Xuất sắc"]
DISCIPLINE = ["Không", "Khiển trách", "Cảnh cáo", "Cách chức", "Khai trừ"]
MACHINE = {"Tốt": 15, "Khá": 12, "Trung bình": 8, "Yếu": 0}
COUNCIL = 11


def number(text):
    return F(text.replace(",", "."))


def round_half_up(value, places):
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return F(whole, 10**places) * (1 if value >= 0 else -1)


def printed(value):
    sign = "-" if value < 0 else ""
    value = abs(value)
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    text = str(int(value * 10**digits)).rjust(digits + 1, "0")
    return sign + (text if digits == 0 else text[:-digits] + "," + text[-digits:])


def natural(text):
    return [(0, int(p), "") if p.isdigit() else (1, 0, p.lower()) for p in re.findall(r"\d+|\D+", text)]


def score(row):
    n = lambda name: number(row[name])
    applies = row["điểm thẩm tra"] != "không giao"
    digital = number(row["tỷ lệ số hóa"].rstrip("%")) / 100
    groups = [
        (round_half_up(n("nhiệm vụ đúng hạn") / n("nhiệm vụ được giao") * 15, 2)
         + MACHINE[row["vận hành bộ máy"]], 30),
        (n("điểm công tác cán bộ") + n("điểm tổ chức đảng")
         + (n("điểm thẩm tra") if applies else 0) + min(F(6), n("số tin bài") / 2)
         + max(F(0), 6 - 2 * n("số cuộc kiểm tra thiếu")), 45 if applies else 37),
        (round_half_up(digital * 10, 2) + (5 if row["mô hình chuyển đổi số"] == "có" else 0), 15),
        (max(F(0), 6 - n("báo cáo chậm") / 2 - 2 * n("báo cáo thiếu"))
         + max(F(0), 4 - n("vắng không lý do")), 10),
    ]
    unit = {"row": row, "groups": [g for g, _ in groups]}
    unit["converted"] = round_half_up(
        sum(g for g, _ in groups) / sum(m for _, m in groups) * 100, 2)
    unit["bonus"] = (min(F(4), 2 * n("mô hình được tỉnh công nhận"))
                     + min(F(1), n("nhiệm vụ sớm 10 ngày") / 4))
    unit["penalty"] = min(F(10), n("văn bản phê bình"))
    total = unit["total"] = unit["converted"] + unit["bonus"] - unit["penalty"]
    balanced = all(2 * g >= m for g, m in groups)
    unit["level"] = 3 if total >= 90 and balanced else 2 if total >= 80 else 1 if total >= 65 else 0
    unit["ranked"] = DISCIPLINE.index(row["kỷ luật lãnh đạo"]) < DISCIPLINE.index("Cảnh cáo")
    unit["vote"] = n("phiếu đồng ý") * 100 >= 80 * COUNCIL
    unit["rank"] = None
    return unit


def propose(units, places):
    """States of the eligible units, best rank first."""
    state = {}
    units = sorted(units, key=lambda u: u["rank"])
    left = places
    while units:
        tied = [u for u in units if u["rank"] == units[0]["rank"]]
        units = units[len(tied):]
        if len(tied) <= left:
            left -= len(tied)
            state.update({id(u): "đạt" for u in tied})
        else:
            if left > 0:
                state.update({id(u): "chờ" for u in tied})
            break
    return state


def half_up(value):
    return int(value + F(1, 2))


def reckon(rows):
    units = [score(r) for r in rows]
    clusters = {}
    for u in units:
        clusters.setdefault(u["row"]["cụm"], []).append(u)
    out = []
    for name in sorted(clusters, key=natural):
        members = clusters[name]
        key = lambda u: (u["total"], u["groups"][2], u["groups"][0])
        ranked = [u for u in members if u["ranked"]]
        for u in ranked:
            u["rank"] = 1 + sum(1 for other in ranked if key(other) > key(u))
        good = [u for u in ranked if u["level"] >= 2]
        first = propose([u for u in ranked if u["level"] == 3 and u["vote"]],
                        half_up(F(len(good)) * 20 / 100))
        rest = [u for u in good if first.get(id(u)) != "đạt"]
        second = propose(rest, half_up(F(len(rest)) * 50 / 100))
        for u in members:
            one, two = first.get(id(u)), second.get(id(u))
            u["award"] = ("Tập thể xuất sắc" if one == "đạt"
                          else "chờ hội đồng: Tập thể xuất sắc" if one == "chờ"
                          else "Giấy khen" if two == "đạt"
                          else "chờ hội đồng: Giấy khen" if two == "chờ" else "")
        out += sorted(members, key=lambda u: (u["rank"] is None, u["rank"] or 0,
                                              natural(u["row"]["mã"])))
    lines = ["cụm;hạng;mã;tên;nhóm 1;nhóm 2;nhóm 3;nhóm 4;quy đổi;thưởng;trừ;tổng;xếp loại;khen thưởng"]
    for u in out:
        r = u["row"]
        lines.append(";".join(
            [r["cụm"], str(u["rank"] or ""), r["mã"], r["tên"], *map(printed, u["groups"]),
             printed(u["converted"]), printed(u["bonus"]), printed(u["penalty"]),
             printed(u["total"]), LEVELS[u["level"]], u["award"]]))
    return "\ufeff" + "".join(line + "\r\n" for line in lines)


def invent(folder, seed, clusters, count, copies):
    rnd = random.Random(seed)
    header = open(__file__.replace("doi-chung.py", "goc/tap-the.csv"), encoding="utf-8-sig").readline().strip()
    comma = lambda v: str(v).replace(".", ",").removesuffix(",0")
    lines = [header]
    for i in range(1, count + 1):
        strong = rnd.random() < 0.75
        given = rnd.randint(20, 60)
        done = given - (rnd.randint(0, 2) if strong else rnd.randint(3, 12))
        few = lambda top: rnd.choice([0, 0, 0, 1, top]) if strong else rnd.randint(0, top)
        half = lambda top: comma(rnd.choice([top, top - 0.5] if strong else [top - 1, top / 2, 3]))
        cells = ";".join(map(str, [
            f"Cụm {rnd.randint(1, clusters)}", done, given,
            rnd.choice(["Tốt", "Tốt", "Khá"] if strong else list(MACHINE)), half(15), half(10),
            "không giao" if rnd.random() < 0.2 else half(8), rnd.randint(10, 15), few(2),
            rnd.choice(["100%", "97,5%", "90%"]) if strong else comma(rnd.randint(30, 95)) + "%",
            "có" if strong else rnd.choice(["có", "không"]), few(2), few(1), few(3),
            rnd.choice([0, 1, 2, 3]) if strong else 0, rnd.randint(0, 6), few(2),
            rnd.choice(["Không"] * 9 + DISCIPLINE), rnd.choice([11, 10, 9, 9, 8])]))
        for copy in range(copies):
            code = i + copy * count
            lines.append(f"TT{code};Ban Tổ chức Đảng ủy xã số {code};{cells}")
    with open(f"{folder}/tap-the.csv", "w", encoding="utf-8-sig", newline="") as f:
        f.write("".join(line + "\r\n" for line in lines))


if __name__ == "__main__":
    if sys.argv[1] == "--sinh":
        invent(sys.argv[2], int(sys.argv[3]), *map(int, sys.argv[4:]))
    else:
        with open(sys.argv[1] + "/tap-the.csv", encoding="utf-8-sig", newline="") as f:
            sys.stdout.reconfigure(newline="")
            sys.stdout.write(reckon(list(csv.DictReader(f, delimiter=";"))))
