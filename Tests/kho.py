"""The part of kho.sh that kills, fills disks, locks, and looks into the store and beside it."""

import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import time

program, folder = sys.argv[1:]
results = os.path.join(folder, "ket-qua")
store = os.path.join(results, "kho.sqlite")
fixture = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Fixtures/kho/dang-1.sql")
SUBJECTS = int(os.environ.get("KHO_SO_DOI_TUONG", "6000"))
left_out = []

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
xếp hạng hạng của tập thể
  theo tổng điểm giảm dần
"""
OUTPUTS = """xuất tập thể ra "ket-qua.csv": mã; tổng điểm
lưu kết quả
"""


def write(name, count, seed, outputs=OUTPUTS, where=folder):
    """A script and its data; each seed is other data."""
    rows = random.Random(seed)
    with open(os.path.join(where, "a.csv"), "w", encoding="utf-8") as data:
        data.write("mã;a;b;c\n")
        for number in range(count):
            cells = ";".join(str(rows.randrange(1000)) for _ in range(3))
            data.write(f"TT{number};{cells}\n")
    with open(os.path.join(where, name), "w", encoding="utf-8") as script:
        script.write(SCRIPT + outputs)


def start(name="p.thidua", where=folder, **how):
    return subprocess.Popen(
        how.pop("prefix", []) + [program, "chạy", os.path.join(where, name)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **how)


def run(name="p.thidua", where=folder, **how):
    process = start(name, where, **how)
    text = process.communicate()[0]
    return process.returncode, text


def content(path=None):
    """The version, the runs and how many subjects each has; the file must be whole."""
    database = sqlite3.connect(path or store)
    try:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        return database.execute("PRAGMA user_version").fetchone() + tuple(database.execute(
            "SELECT so, bam_vao, bam_ra, (SELECT count(*) FROM doi_tuong JOIN loai ON"
            " loai.id = doi_tuong.loai WHERE luot = so) FROM luot ORDER BY so").fetchall())
    finally:
        database.close()


def bytes_of(name, where=results):
    with open(os.path.join(where, name), "rb") as file:
        return file.read()


def hidden(where=results):
    return [name for name in os.listdir(where) if name.startswith(".")]


def check(holds, what):
    if not holds:
        sys.exit(f"hỏng: {what}")


# ── Killed while saving into a store of the version before reasons ──────────────────────────────────────────

os.mkdir(results)
with open(fixture, encoding="utf-8") as sql:
    old = sqlite3.connect(store)
    old.executescript(sql.read())
    old.close()
first = content()
check(first[0] == 1 and len(first) == 2, "kho dạng 1")
shutil.copy(store, folder + "/dang-1.sqlite")

write("p.thidua", SUBJECTS, 1)
began = time.monotonic()
status, text = run()
whole = time.monotonic() - began
check(status == 0, f"lượt đầy đủ: {text}")
size = os.path.getsize(store)
check(content()[0] == 2 and content()[1] == first[1] and content()[2][3] == SUBJECTS, "đổi dạng kho")

# Every attempt begins with the store as it was; a run that was faster than the kill is whole.
kills = 0
for attempt in range(12):
    for name in os.listdir(results):
        os.remove(os.path.join(results, name))
    shutil.copy(folder + "/dang-1.sqlite", store)
    process = start()
    time.sleep(whole * (attempt + 1) / 14)
    if process.poll() is None:
        process.kill()
        kills += 1
    process.communicate()
    found = content()
    if len(found) == 2:
        check(found == first, f"lần giết {attempt}: kho cũ đã đổi")
    else:
        check(
            found[:2] == (2, first[1]) and found[2][3] == SUBJECTS,
            f"lần giết {attempt}: lượt dở dang")
check(kills > 3, "không giết được mấy lần")
# What the kills left goes away at the next run.
write("p.thidua", 20, 3)
status, text = run()
check(status == 0 and not hidden(), f"tệp tạm còn lại: {hidden()} {text}")

# ── Two at once: both are kept ──────────────────────────────────────────────────────────────────────────────

before = len(content())
write("p.thidua", SUBJECTS // 10, 2)
with open(os.path.join(folder, "q.thidua"), "w", encoding="utf-8") as script:
    script.write(SCRIPT.replace("/ 3", "/ 7") + OUTPUTS.replace("ket-qua.csv", "ket-qua-khac.csv"))
runs = [start(), start("q.thidua")]
for process in runs:
    text = process.communicate()[0]
    check(process.returncode == 0, f"hai lần cùng lúc: {text}")
check(len(content()) == before + 2, "hai lần cùng lúc: thiếu lượt")

# ── Killed between the files and the store ──────────────────────────────────────────────────────────────────

TWO = """xuất tập thể ra "cu.csv": mã; tổng điểm
xuất tập thể ra "moi.csv": mã; phần ba làm tròn 2 chữ số "x"
lưu kết quả
"""


def fresh():
    """Results of an earlier run: one file and a store with one run."""
    shutil.rmtree(results)
    write("p.thidua", 30, 5, TWO.replace('xuất tập thể ra "moi', '# xuất tập thể ra "moi'))
    status, text = run()
    check(status == 0, f"lượt trước: {text}")
    return bytes_of("cu.csv"), content()


def killed_in_between():
    """While somebody reads, the store cannot be made final: the files are in place, the run is not stored."""
    old, kept = fresh()
    reader = sqlite3.connect(store, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM luot").fetchone()
    write("p.thidua", 30, 6, TWO)
    process = start()
    for _ in range(400):
        time.sleep(0.02)
        if os.path.exists(os.path.join(results, "moi.csv")):
            break
    check(process.poll() is None, "không chờ kho")
    time.sleep(0.1)
    process.kill()
    process.communicate()
    reader.close()
    check(bytes_of("cu.csv") != old and os.path.exists(results + "/moi.csv"), "tệp chưa vào chỗ")
    check(any(name.endswith(".nhat-ky") for name in hidden()), "không có nhật ký")
    return old, kept


def next_run():
    """A run of another script into the same folder."""
    with open(os.path.join(folder, "sau.thidua"), "w", encoding="utf-8") as script:
        script.write(SCRIPT + 'xuất tập thể ra "sau.csv": mã\n')
    status, text = run("sau.thidua")
    check(status == 0, f"lần sau: {text}")
    check(not hidden(), f"lần sau không dọn {hidden()}")
    return text


TWO = TWO.replace("phần ba làm tròn 2 chữ số", "a")
old, kept = killed_in_between()
shutil.copytree(results, folder + "/giua", copy_function=os.link)
check(content() == kept, "kho đã đổi khi chưa xong")
text = next_run()
check("DL180" in text, f"không nói đã trả lại: {text}")
check(bytes_of("cu.csv") == old and not os.path.exists(results + "/moi.csv"), "không trả lại như trước")
check(content() == kept, "kho đã đổi")

# The same script again: as if nothing had happened.
status, text = run()
check(status == 0 and len(content()) == len(kept) + 1, f"chạy lại: {text}")
new = bytes_of("cu.csv")
shutil.copy(store, folder + "/xong.sqlite")


def lay_out():
    shutil.rmtree(results)
    shutil.copytree(folder + "/giua", results, copy_function=os.link)


# Killed after the store was made final: the new files stay.
lay_out()
for name in (store, store + "-journal"):
    if os.path.exists(name):
        os.remove(name)
shutil.copy(folder + "/xong.sqlite", store)
text = next_run()
check("DL180" not in text, f"trả lại cái đã xong: {text}")
check(bytes_of("cu.csv") == new and os.path.exists(results + "/moi.csv"), "mất tệp đã xong")

# Killed between two files: the first was placed, the second not.
lay_out()
backup = next(name for name in hidden() if name.endswith(".cu"))
last = next(name for name in os.listdir(results) if name == "moi.csv")
placed = backup[:-len(".cu")].replace(".cu.csv.", ".moi.csv.").replace(".0-0.", ".1-0.")
os.rename(os.path.join(results, last), os.path.join(results, placed))
next_run()
check(bytes_of("cu.csv") == old and not os.path.exists(results + "/moi.csv"), "giữa hai tệp")

# Somebody worked on a file since: it is theirs.
lay_out()
os.remove(os.path.join(results, "cu.csv"))
with open(os.path.join(results, "cu.csv"), "w", encoding="utf-8") as file:
    file.write("đã sửa tay")
next_run()
check(bytes_of("cu.csv").decode() == "đã sửa tay", "mất phần sửa tay")
check(bytes_of("cu (bản cũ).csv") == old, "mất bản cũ")

# A run that may still live is left alone.
def base36(number):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return digits[number] if number < 36 else base36(number // 36) + digits[number % 36]


with open("/proc/self/stat", encoding="utf-8") as file:
    began = int(file.read().rpartition(")")[2].split()[19])
owner = backup.split(".")[-4].split("-")
owner[3] = str(os.getpid())
alive, dead = (".cu.csv." + "-".join([*owner[:4], base36(start), "1"]) + ".0-0.tmp" for start in (began, began - 1))
for name in (alive, dead):
    with open(os.path.join(results, name), "w", encoding="utf-8") as file:
        file.write("đang viết")
run("sau.thidua")
check(alive in hidden(), "xóa tệp tạm của chương trình đang chạy")
check(dead not in hidden(), "để lại tệp tạm của chương trình trước có cùng số")
os.remove(os.path.join(results, alive))

# ── No room ─────────────────────────────────────────────────────────────────────────────────────────────────

EVERYTHING = {
    "csv": 'xuất tập thể ra "x.csv": mã; tổng điểm\n',
    "xlsx": 'xuất tập thể ra "x.xlsx": mã; tổng điểm\n',
    "sổ": 'xuất báo cáo ra "x.xlsx"\n',
    "html": 'xuất báo cáo ra "x.html"\n',
    "json": 'xuất báo cáo ra "x.json"\n',
    "docx": 'lập bảng tổng hợp điểm ra "x.docx"\n',
    "kho": "lưu kết quả\n",
}


def whole_folder():
    return {name: bytes_of(name) for name in os.listdir(results)}


def no_room(how, **limits):
    for name, statement in EVERYTHING.items():
        write("p.thidua", 3_000, 7, statement)
        before = whole_folder()
        status, text = run(**limits)
        check(status not in (0, -25), f"{how}: {name} không báo lỗi ({status}) {text}")
        code = "DL171" if name == "kho" else "DL021"
        check(code in text and "hết chỗ" in text or "đã đầy" in text, f"{how}: {name}: {text}")
        check(whole_folder() == before, f"{how}: {name} để lại {os.listdir(results)}")


fresh()
old, kept = bytes_of("cu.csv"), content()
for name in ("x.csv", "x.xlsx", "x.html", "x.json", "x.docx"):
    with open(os.path.join(results, name), "w", encoding="utf-8") as file:
        file.write("tệp cũ " + name)


def limit():
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


no_room("giới hạn cỡ tệp", preexec_fn=limit)
check(content() == kept, "giới hạn cỡ tệp: kho đã đổi")

# A disk of its own, as far as this user may make one.
small = os.path.join(folder, "nho")
os.mkdir(small)
mounted = os.geteuid() == 0 and subprocess.run(
    ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small], stderr=subprocess.DEVNULL
).returncode == 0
if mounted:
    try:
        for name in os.listdir(results):
            shutil.copy(os.path.join(results, name), small)
        with open(os.path.join(small, "day"), "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 1024)
            except OSError:
                pass
        keep, results = results, small
        os.rename(keep, keep + ".that")
        os.symlink(small, keep)
        no_room("đĩa đầy")
        os.remove(keep)
        os.rename(keep + ".that", keep)
        results = keep
        check(content(small + "/kho.sqlite") == kept, "đĩa đầy: kho đã đổi")
    finally:
        subprocess.run(["umount", small], check=True)
else:
    left_out.append("đĩa đầy (không gắn được tmpfs)")

# ── No right to write ───────────────────────────────────────────────────────────────────────────────────────

# Root may write everywhere; somebody else may not.
prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
if os.geteuid() == 0:
    os.chmod(folder, 0o755)
    shutil.copy(program, folder + "/thidua")
    own, program = program, folder + "/thidua"
    can = shutil.which("setpriv") and subprocess.run(
        prefix + [program, "phiên-bản"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ).returncode == 0
else:
    prefix, can = [], True
if can:
    write("p.thidua", 10, 8, EVERYTHING["csv"] + EVERYTHING["kho"])
    for path, mode in ((results, 0o555), (store, 0o444)):
        os.chmod(path, mode)
    before = whole_folder()
    for statement, code in ((EVERYTHING["csv"], "DL021"), (EVERYTHING["kho"], "DL171")):
        write("p.thidua", 10, 8, statement)
        status, text = run(prefix=prefix)
        check(status > 0, f"chỉ đọc: {status} {text}")
        check(code in text and ("không được phép" in text or "không có quyền" in text), text)
        check(whole_folder() == before, "chỉ đọc: có gì đã đổi")
    # To look is allowed.
    seen = subprocess.run(
        prefix + [program, "kho", "liệt-kê", "--kho", store], capture_output=True, text=True)
    check("Phong trào thử" in seen.stdout, f"chỉ đọc: không xem được kho: {seen.stderr}")
    os.chmod(results, 0o755)
    os.chmod(store, 0o644)
else:
    left_out.append("thư mục chỉ đọc (không đổi được người dùng)")

# ── Somebody else holds the store ───────────────────────────────────────────────────────────────────────────

before = whole_folder()
other = sqlite3.connect(store, isolation_level=None)
other.execute("BEGIN EXCLUSIVE")
write("p.thidua", 10, 9, EVERYTHING["csv"] + EVERYTHING["kho"])
process = start()
seen = subprocess.run(
    [program, "kho", "liệt-kê", "--kho", store], capture_output=True, text=True)
check("DL170" in seen.stderr and "đang ghi vào kho" in seen.stderr, seen.stderr)
text = process.communicate()[0]
check("DL171" in text and "đang ghi vào kho" in text, f"kho bị khóa: {text}")
other.close()
check(whole_folder() == before, "kho bị khóa: có gì đã đổi")
check(run()[0] == 0, "hết khóa mà không lưu được")

print(
    f"kho: {kills} lần bị giết khi lưu và đổi dạng, 4 lần giữa tệp và kho, hai lần cùng lúc, hết chỗ, chỉ đọc, bị khóa; "
    f"{SUBJECTS} đối tượng: {whole:.1f} giây, {size // 1024} KiB"
    + "".join(f"\nbỏ qua: {what}" for what in left_out))
