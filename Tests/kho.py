"""The part of kho.sh that kills, runs at once and looks into the store."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time

program, folder = sys.argv[1:]
store = os.path.join(folder, "ket-qua", "kho.sqlite")
SUBJECTS = 20_000

SCRIPT = """phong trào "Phong trào thử"
  năm: 2026
hết
đối tượng tập thể
  mã: chữ, khóa
  a; b; c: số
hết
dữ liệu tập thể từ "a.csv"
tổng điểm của tập thể = a + b + c
phần ba của tập thể = tổng điểm / 3
xuất tập thể ra "ket-qua.csv": mã; tổng điểm
lưu kết quả
"""


def write(name, count, seed):
    """A script and its data; each seed is other data."""
    rows = random.Random(seed)
    with open(os.path.join(folder, "a.csv"), "w", encoding="utf-8") as data:
        data.write("mã;a;b;c\n")
        for number in range(count):
            cells = ";".join(str(rows.randrange(1000)) for _ in range(3))
            data.write(f"TT{number};{cells}\n")
    with open(os.path.join(folder, name), "w", encoding="utf-8") as script:
        script.write(SCRIPT)


def start(name="p.thidua"):
    return subprocess.Popen(
        [program, "chạy", os.path.join(folder, name)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def content():
    """The runs and a digest of all their cells; the file must be whole."""
    with sqlite3.connect(store) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        return database.execute(
            "SELECT so, bam_vao, bam_ra, (SELECT count(*) FROM doi_tuong JOIN loai ON"
            " loai.id = doi_tuong.loai WHERE luot = so) FROM luot ORDER BY so").fetchall()


def check(holds, what):
    if not holds:
        sys.exit(f"hỏng: {what}")


write("p.thidua", 50, 0)
run = start()
check("lượt 1" in run.communicate()[0], "lượt đầu")
first = content()

# How long a whole run takes, in a copy of the store.
write("p.thidua", SUBJECTS, 1)
os.rename(store, store + ".dau")
began = time.monotonic()
run = start()
run.communicate()
whole = time.monotonic() - began
size = os.path.getsize(store)
os.rename(store + ".dau", store)

# Every attempt begins with the store as it was; a run that was faster than the kill is whole.
kills = 0
shutil.copy(store, store + ".dau")
for attempt in range(12):
    shutil.copy(store + ".dau", store)
    run = start()
    time.sleep(whole * (attempt + 1) / 14)
    if run.poll() is None:
        run.kill()
        kills += 1
    run.communicate()
    found = content()
    check(found[:1] == first, f"lần giết {attempt}: lượt cũ đã đổi")
    check(
        len(found) == 1 or found[1][3] == SUBJECTS, f"lần giết {attempt}: lượt dở dang")
    if os.path.exists(store + "-journal"):
        os.remove(store + "-journal")
os.remove(store + ".dau")
check(kills > 3, "không giết được mấy lần")

# Two at once: both are kept.
before = len(content())
write("p.thidua", 2_000, 2)
other = SCRIPT.replace("/ 3", "/ 7")
with open(os.path.join(folder, "q.thidua"), "w", encoding="utf-8") as script:
    script.write(other.replace("ket-qua.csv", "ket-qua-khac.csv"))
runs = [start(), start("q.thidua")]
for run in runs:
    text = run.communicate()[0]
    check(run.returncode == 0, f"hai lần cùng lúc: {text}")
check(len(content()) == before + 2, "hai lần cùng lúc: thiếu lượt")

print(
    f"kho: {kills} lần bị giết, hai lần cùng lúc; {SUBJECTS} đối tượng: "
    f"{whole:.1f} giây, {size // 1024} KiB")
