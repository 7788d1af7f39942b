#!/usr/bin/env python3
"""Twin of tham-chieu.thidua in plain Python: tham-chieu.py DATA_FOLDER OUT_FOLDER

Points are integer hundredths, the fastest exact arithmetic plain Python has for two decimals.
"""
import csv
import os
import sys

EXCELLENT, GOOD, DONE, FAILED, NONE = (
    "Hoàn thành xuất sắc", "Hoàn thành tốt", "Hoàn thành", "Không hoàn thành", "Không xếp loại")
OUT = "cum,hang,ma,ho_ten,nhom1,nhom2,nhom3,nhom4,tong,xep_loai,khen_thuong\n"


def hundredths(cell):
    """The cell has at most two decimals."""
    whole, _, part = cell.partition(".")
    value = int(whole) * 100
    fraction = int((part + "00")[:2])
    return value - fraction if whole.startswith("-") else value + fraction


def halves_away(n, d):
    """n / d to the nearest whole, halves away from zero; d > 0."""
    return (2 * n + d) // (2 * d) if n >= 0 else -((d - 2 * n) // (2 * d))


def show(h):
    sign, h = ("-", -h) if h < 0 else ("", h)
    return f"{sign}{h // 100}.{h % 100:02d}"


class Person:
    __slots__ = ("code", "name", "unit", "groups", "total", "level", "vote", "ideas", "years")

    def __init__(self, cells):
        self.code, self.name, self.unit = cells[0], cells[1], cells[2]
        (plan, made, timely, quality, rules, team, reform, study, union, arts, extra, change
         ) = map(hundredths, cells[4:16])
        late, self.ideas = int(cells[16]), int(cells[17])
        self.years, yes, present = int(cells[19]), int(cells[20]), int(cells[21])
        first = 2000 if plan == 0 else min(2400, halves_away(made * 2000, plan))
        g1 = min(5000, first + halves_away(timely * 15, 100) + min(1500, halves_away(quality * 15, 100)))
        g2 = max(0, halves_away(rules * 85 + team * 65 + reform * 50, 100) - min(500, 50 * late))
        g3 = min(2000, study + union + arts)
        g4 = min(1000, min(450, 150 * self.ideas) + min(300, 75 * self.years) + extra
                 + halves_away(change * 75, 100))
        self.groups, self.total = (g1, g2, g3, g4), g1 + g2 + g3 + g4
        self.vote = present > 0 and yes * 100 >= present * 80
        weak = min(timely, quality) < 5000 or min(rules, team, reform) < 500 or min(study, union, arts) < 400
        if cells[18] == "1":
            self.level = NONE
        elif self.total >= 9000 and not weak and late <= 15:
            self.level = EXCELLENT
        elif self.total >= 7000 and late <= 15:
            self.level = GOOD
        else:
            self.level = DONE if self.total >= 5000 else FAILED


def award(person, rank, ranked):
    level = person.level
    if level is not EXCELLENT and level is not GOOD:
        return "Không"
    if level is EXCELLENT and person.vote and person.ideas >= 1:
        if person.years >= 2 and rank <= ranked * 5 // 100:
            return "Bằng khen"
        return "Chiến sĩ thi đua"
    if person.vote and rank <= ranked * 30 // 100:
        return "Giấy khen"
    return "Lao động tiên tiến"


def main(data, out):
    clusters, places = {}, {}
    with open(os.path.join(data, "data.csv"), encoding="utf-8", newline="") as f:
        rows = csv.reader(f)
        next(rows)
        for cells in rows:
            person = Person(cells)
            if person.level is EXCELLENT or person.level is GOOD:
                places[person.unit] = places.get(person.unit, 0) + 1
            clusters.setdefault(cells[3], []).append(person)
    for unit, count in places.items():
        places[unit] = count * 20 // 100
    with open(os.path.join(out, "ket-qua.csv"), "w", encoding="utf-8", newline="\n") as f:
        f.write(OUT)
        for cluster in sorted(clusters):
            people = clusters[cluster]
            people.sort(key=lambda p: (1, 0, 0, p.code) if p.level is NONE
                        else (0, -p.total, -p.groups[0], p.code))
            ranked = sum(p.level is not NONE for p in people)
            for rank, p in enumerate(people, 1):
                if p.level is EXCELLENT:
                    if places[p.unit] > 0:
                        places[p.unit] -= 1
                    else:
                        p.level = GOOD
                position = "" if p.level is NONE else rank
                scores = ",".join(map(show, p.groups))
                f.write(f"{cluster},{position},{p.code},{p.name},{scores},{show(p.total)},"
                        f"{p.level},{award(p, rank, ranked)}\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
