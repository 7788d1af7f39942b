#!/usr/bin/env python3
"""Writes the illustrative data of scripts/2026: sinh-du-lieu-2026.py FOLDER

Gives FOLDER/tap-the.csv and FOLDER/ca-nhan.csv as Vietnamese Excel writes them (UTF-8 with BOM, `;`,
decimal comma, CRLF). Place names are invented, people are codes and posts only; nothing is real.
The same bytes come out of every Python: the generator is written here.
"""
import sys

MASK = (1 << 64) - 1
WARDS = """Suối Ngọc|Đồi Thông|Hoa Sim|Mây Trắng|Nắng Mai|Sương Lam|Trăng Non|Gió Ngàn|Hồ Sen|Đá Biếc|Cỏ Xanh|Bờ Lau
Tre Vàng|Sao Khuê|Lúa Mới|Cầu Mây|Rừng Thưa|Bến Trăng|Vườn Chè|Hạ Vàng|Thung Lau|Đồi Sim|Nước Trong|Hoa Mận
Đồng Sương|Suối Mơ|Núi Bạc|Lá Phong|Cánh Diều|Ban Mai""".replace("\n", "|").split("|")
COMMUNES = """Dốc Mây|Khe Lau|Nà Sương|Suối Vàng|Đèo Gió|Buôn Nắng|Đất Lành|Hồ Mây|Rẫy Xanh|Lòng Thung|Thác Mơ|Hòn Lửa
Cồn Sao|Bãi Lau|Đầm Sen|Gành Xanh|Mũi Nắng|Biển Ngọc|Triền Thông|Sông Lam Hạ|Ruộng Bậc|Nương Chè|Đồi Trà|Cầu Tre
Bến Lau|Rừng Sao|Suối Đá|Đồng Cỏ""".replace("\n", "|").split("|")
POSTS = ["Trưởng ban", "Phó Trưởng ban", "Chuyên viên chính", "Chuyên viên", "Chuyên viên", "Nhân viên"]
TIES = [(0, 36)]
GROUPS = {"Trưởng ban": "Lãnh đạo", "Phó Trưởng ban": "Lãnh đạo", "Nhân viên": "Người lao động"}


class Dice:
    """splitmix64."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 11) % n

    def once_in(self, n):
        return self.below(n) == 0

    def percent(self, skill, spread=12):
        """A percentage in steps of 0,5, around a skill of 0…100."""
        return min(200, max(60, 2 * skill + self.below(4 * spread) - 2 * spread)) / 2


def number(x):
    return f"{x:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def share(x):
    return number(x) + "%"


def yes(condition):
    return "có" if condition else "không"


def quality(dice, skill):
    mark = skill + dice.below(24) - 12
    return "Tốt" if mark >= 84 else "Khá" if mark >= 70 else "Trung bình" if mark >= 55 else "Yếu"


def units():
    """(code, name, kind) of the 60 collectives."""
    names = [(f"Ban Tổ chức Đảng ủy phường {w}", "cấp xã") for w in WARDS]
    names += [(f"Ban Xây dựng Đảng Đảng ủy xã {c}", "cấp xã") for c in COMMUNES]
    names += [("Phòng Tổ chức - Cán bộ, Công an tỉnh", "lực lượng vũ trang"),
              ("Phòng Chính trị, Bộ Chỉ huy Quân sự tỉnh", "lực lượng vũ trang")]
    return [(f"TT{i:02d}", name, kind) for i, (name, kind) in enumerate(names, 1)]


def collective(dice, index, code, name, kind):
    skill = 95 - dice.below(34) * dice.below(34) // 26
    if index in (15, 21):
        skill = 95  # good enough for an award, but a case is pending, or the council has not voted
    armed = kind == "lực lượng vũ trang"
    assigned = 18 + dice.below(30)
    planned = 4 + dice.below(5)
    guided = 6 + dice.below(8)
    return {
        "mã": code, "tên": name, "cụm": f"Cụm thi đua số {index % 6 + 1}", "loại đơn vị": kind,
        "nhiệm vụ đúng hạn": min(assigned, assigned * (skill + dice.below(12)) // 100),
        "nhiệm vụ được giao": assigned,
        "chất lượng tham mưu": quality(dice, skill), "vận hành bộ máy": quality(dice, skill + 4),
        "vướng mắc tồn đọng": dice.below(3) * dice.below(2) + (skill < 75),
        "văn bản đã cụ thể hóa": min(guided, guided * (skill + dice.below(14)) // 100),
        "văn bản phải cụ thể hóa": guided,
        "rà soát quy hoạch": share(dice.percent(skill + 4)),
        "kỳ đánh giá chậm": dice.below(2) * dice.below(3) // 2 + (skill < 72),
        "biên chế đúng quy định": yes(skill >= 70 or dice.once_in(2)),
        "đề án vị trí việc làm": yes(dice.below(100) < skill),
        "vi phạm kiểm soát quyền lực": int(skill < 74 and dice.once_in(2)),
        "chế độ giải quyết đúng hạn": share(dice.percent(skill + 3)),
        "tổ chức đảng hoàn thành tốt": "không giao" if armed else share(dice.percent(skill)),
        "hồ sơ thẩm tra đúng hạn": "không giao" if index == 59 else share(dice.percent(skill + 3)),
        "số tin bài": dice.below(skill // 8 + 1) + skill // 16,
        "chuyên đề nghiên cứu": dice.below(3),
        "cuộc kiểm tra hoàn thành": max(0, planned - dice.below(2) * dice.below(3) - (skill < 74)),
        "cuộc kiểm tra theo kế hoạch": planned,
        "tỷ lệ số hóa": share(dice.percent(skill)),
        "ứng dụng công nghệ": quality(dice, skill + 2),
        "văn bản điện tử": share(dice.percent(skill + 5, 8)),
        "mô hình được nhân rộng": dice.below(4) // 2 if skill >= 80 else 0,
        "hoạt động giao lưu": dice.below(4),
        "báo cáo chậm": dice.below(3) * dice.below(2),
        "báo cáo thiếu": int(skill < 76 and dice.once_in(3)),
        "vắng hội nghị": int(dice.once_in(6)),
        "văn bản phê bình": int(skill < 80 and dice.once_in(4)),
        "kỷ luật lãnh đạo": "Cảnh cáo" if index == 27 else "Khiển trách" if index in (8, 40) else "Không",
        "đang bị xem xét kỷ luật": yes(index == 15),
        "phiếu đồng ý": "" if index == 21 else min(11, max(0, skill // 9 + dice.below(3) - (skill < 78) * 3)),
    }


def individual(dice, number_of, unit, post, index):
    skill = 96 - dice.below(32) * dice.below(32) // 24
    months = 12 if not dice.once_in(15) else 3 + dice.below(8)
    return {
        "mã": f"CB{number_of:04d}", "chức danh": post, "nhóm chức danh": GROUPS.get(post, "Chuyên môn"),
        "cụm": unit["cụm"], "đơn vị": unit["mã"],
        "điểm phẩm chất": number(min(60, max(30, 60 * skill // 100 + dice.below(5))) / 4),
        "điểm tác phong": number(min(60, max(28, 60 * skill // 100 + dice.below(7) - 2)) / 4),
        "tỷ lệ đúng hạn": share(dice.percent(skill + 2)), "tỷ lệ chất lượng": share(dice.percent(skill)),
        "số sáng kiến": dice.below(3) * dice.below(2) if skill > 80 else 0,
        "số tháng làm việc": months, "nghỉ thai sản": yes(months < 12 and dice.once_in(3)),
        "kỷ luật": "Khiển trách" if index % 83 == 40 else "Không",
        "đang bị xem xét kỷ luật": yes(index % 131 == 70),
        "phiếu đồng ý": min(11, max(0, skill // 9 + dice.below(4) - 1)) if skill > 78 else "",
    }


def write(path, rows):
    with open(path, "w", encoding="utf-8-sig", newline="") as f:
        f.write(";".join(rows[0]) + "\r\n")
        for row in rows:
            f.write(";".join(str(cell) for cell in row.values()) + "\r\n")


def main(folder):
    dice = Dice(2026)
    collectives = [collective(dice, i, *unit) for i, unit in enumerate(units())]
    # One tie at the last place of a quota: the council will have to decide.
    for tied, like in TIES:
        collectives[tied] |= {k: v for k, v in collectives[like].items() if k not in ("mã", "tên")}
    people = []
    for unit in collectives:
        for post in POSTS[: 4 + dice.below(3)]:
            people.append(individual(dice, len(people) + 1, unit, post, len(people)))
    write(f"{folder}/tap-the.csv", collectives)
    write(f"{folder}/ca-nhan.csv", people)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
