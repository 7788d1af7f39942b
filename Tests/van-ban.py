"""The documents of a campaign in other people's programs: python-docx reads every file, LibreOffice lays it out.

van-ban.py PROGRAM [FOLDER]: FOLDER gets a picture of every page.
"""

import glob
import os
import re
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata
import zipfile

import docx

program = os.path.abspath(sys.argv[1])
pictures = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else None

# File, template, words that stand in it, pages at least and at most.
PAPERS = [
    ("to-trinh", "tờ trình", ["TỜ TRÌNH", "Cần Thơ, ngày 05 tháng 02 năm 2026", "Kính trình"], 1, 2),
    ("quyet-dinh", "quyết định", ["QUYẾT ĐỊNH", "Điều 1", "Nguyễn Thị Ánh"], 1, 2),
    ("bien-ban", "biên bản bình xét", ["BIÊN BẢN", "Ban Tổ chức"], 1, 3),
    ("kiem-phieu", "biên bản kiểm phiếu", ["BIÊN BẢN", "phiếu"], 1, 2),
    ("so-ket", "báo cáo sơ kết", ["BÁO CÁO", "Ban Tổ chức"], 1, 4),
    ("tong-ket", "báo cáo tổng kết", ["BÁO CÁO", "Bài học kinh nghiệm"], 1, 4),
    ("danh-sach", "danh sách đề nghị", ["DANH SÁCH"], 1, 2),
    ("bang", "bảng tổng hợp điểm", ["BẢNG TỔNG HỢP"], 1, 3),
]
FACTS = """  năm: 2026
  cơ quan ban hành: "Ban Tổ chức & Nội vụ <thử>"
  viết tắt: "BTC"
  số văn bản: 5
  địa danh: "Cần Thơ"
  ngày văn bản: 5/2/2026
  kính gửi: "Hội đồng Thi đua - Khen thưởng"
  chức vụ người ký: "TRƯỞNG BAN"
  người ký: "Nguyễn Thị Ánh"
"""
LETTER = ["GIẤY KHEN", "Tặng: ", "nhé & chúc mừng", "Đầu trang: ", "Khung: ", "STT", "Cộng"]
# Templates of other programs, and what must stand in the letters made of them.
OTHERS = {
    "day-du": ["Số đơn vị", "(sáu)", "Hộp A", "Hộp E", "Chú thích: Phong trào", "điểm 102,0"],
    "python-docx": ["Năm 2026", "chúc mừng", "Ban Xây dựng Đảng Đảng ủy xã D", "49,8"],
    "libreoffice": ["Năm 2026", "chúc mừng", "Ban Xây dựng Đảng Đảng ủy xã D", "49,8"],
}
OTHERS["iso-strict"] = OTHERS["tien-to-khac"] = OTHERS["khong-tien-to"] = OTHERS["day-du"]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
failures = []


def check(fact, what):
    if not fact:
        failures.append(what)
        print("HỎNG:", what)


def words(text):
    return " ".join(unicodedata.normalize("NFC", text).split())


def run(*arguments, folder):
    made = subprocess.run(arguments, cwd=folder, capture_output=True, text=True, timeout=120)
    if made.returncode:
        sys.exit(f"{arguments}: {made.returncode}\n{made.stdout}{made.stderr}")
    return made.stdout


def paragraphs(element):
    """Every paragraph's text, tables and text boxes included, deleted text left out."""
    space = "{%s}" % element.nsmap["w"]
    return ["".join(text.text or "" for text in paragraph.iter(space + "t"))
            for paragraph in element.iter(space + "p")]


def rewritten(source, target, change):
    """The same package with another text of its parts."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name).decode()))


def strict(name, text):
    for old, new in ((WORD, "wordprocessingml/main"), ("officeDocument/2006/relationships", "officeDocument/relationships"),
                     ("drawingml/2006/wordprocessingDrawing", "drawingml/wordprocessingDrawing"),
                     ("drawingml/2006/main", "drawingml/main")):
        prefix = "http://schemas.openxmlformats.org/"
        text = text.replace(prefix + old.replace(prefix, ""), "http://purl.oclc.org/ooxml/" + new)
    return text


def other_prefix(name, text):
    if name.endswith(".rels") or not name.startswith("word/"):
        return text
    for old, new in (("w", "ns0"), ("w14", "ns5"), ("wp", "ns7")):
        text = re.sub(rf"(</?| ){old}:", rf"\1{new}:", text).replace(f"xmlns:{old}=", f"xmlns:{new}=")
    return text.replace('Ignorable="w14', 'Ignorable="ns5')


def without_prefix(name, text):
    if name != "word/document.xml":
        return text
    return re.sub(r"(</?)w:", r"\1", text).replace("xmlns:w=", f'xmlns="{WORD}" xmlns:w=')


def main(folder):
    shutil.copytree("scripts/vi-du", folder, dirs_exist_ok=True)
    for name in ("giay-khen", "day-du", "python-docx", "libreoffice"):
        shutil.copy(f"Tests/Fixtures/docx/{name}.docx", folder)
    for name, change in (("iso-strict", strict), ("tien-to-khac", other_prefix), ("khong-tien-to", without_prefix)):
        rewritten(f"{folder}/day-du.docx", f"{folder}/{name}.docx", change)
    with open(os.path.join(folder, "cum-1.thidua"), encoding="utf-8") as file:
        script = file.read()
    check("  năm: 2026\n" in script, "kịch bản của cụm 1 không khai năm như bài thử cần")
    script = script.replace("  năm: 2026\n", FACTS, 1) + "\n"
    for stem, template, _, _, _ in PAPERS:
        script += f'lập {template} ra "{stem}.docx"\n'
    script += 'lập "giay-khen.docx" cho mỗi (tập thể mà tổng điểm > 60) ra "giay-khen-{mã}.docx"\n'
    for name in OTHERS:
        script += f'lập "{name}.docx" cho tập thể "A" ra "tu-{name}.docx"\n'
    with open(os.path.join(folder, "tat-ca.thidua"), "w", encoding="utf-8") as file:
        file.write(script)
    for out in ("ra", "ra-lan-hai"):
        run(program, "chạy", "tat-ca.thidua", "--ra", out, folder=folder)
    made = sorted(glob.glob(os.path.join(folder, "ra", "*.docx")))
    letters = [path for path in made if os.path.basename(path).startswith("giay-khen-")]
    check(len(made) == len(PAPERS) + len(letters) + len(OTHERS), f"có {len(made)} tệp")
    check(len(letters) >= 2, f"có {len(letters)} giấy khen")
    texts = {}
    for path in made:
        name = os.path.basename(path)
        with open(path, "rb") as one, open(path.replace("/ra/", "/ra-lan-hai/"), "rb") as other:
            check(one.read() == other.read(), f"{name}: hai lần lập không ra cùng một tệp")
        # python-docx knows the strict form by no name.
        if name == "tu-iso-strict.docx":
            continue
        opened = docx.Document(path)
        texts[name] = words(" ".join(paragraphs(opened.element)))
        check("{{" not in texts[name], f"{name}: còn biểu thức chưa điền")
        numbers = re.findall(r'docPr id="([0-9]+)"', opened.element.xml)
        check(len(numbers) == len(set(numbers)), f"{name}: hai hình cùng một số")
    pdf = os.path.join(folder, "pdf")
    run("soffice", f"-env:UserInstallation=file://{folder}/ho-so", "--headless", "--convert-to", "pdf",
        "--outdir", pdf, *made, folder=folder)
    for stem, _, expected, least, most in PAPERS:
        shown = words(run("pdftotext", "-layout", f"{stem}.pdf", "-", folder=pdf))
        for text in expected:
            check(text in shown and text in texts[f"{stem}.docx"], f"{stem}: không có {text!r}")
        name = "BAN TỔ CHỨC & NỘI VỤ <THỬ>"
        check(name in texts[f"{stem}.docx"].upper(), f"{stem}: tên cơ quan bị đổi")
        info = run("pdfinfo", f"{stem}.pdf", folder=pdf)
        pages = int(info.split("Pages:")[1].split()[0])
        check(least <= pages <= most, f"{stem}: {pages} trang")
    for path in letters:
        stem = os.path.basename(path)[:-5]
        shown = words(run("pdftotext", "-layout", f"{stem}.pdf", "-", folder=pdf))
        for text in LETTER:
            check(text in shown, f"{stem}: không có {text!r}")
        check("{{ tên" not in shown and "với mỗi" not in shown, f"{stem}: còn biểu thức")
        check(len(docx.Document(path).tables) == 1, f"{stem}: bảng bị hỏng")
    for name, expected in OTHERS.items():
        shown = words(run("pdftotext", "-layout", f"tu-{name}.pdf", "-", folder=pdf))
        for text in expected:
            check(text in shown, f"tu-{name}: không có {text!r}")
        check("với mỗi" not in shown, f"tu-{name}: còn biểu thức")
    if pictures:
        os.makedirs(pictures, exist_ok=True)
        for path in glob.glob(os.path.join(pdf, "*.pdf")):
            stem = os.path.basename(path)[:-4]
            run("pdftoppm", "-r", "60", "-png", path, os.path.join(pictures, stem), folder=pdf)


def killed(folder):
    """`lập` of many files, killed at any moment: what stood there stands there, whole, or the new file does."""
    rows = "".join(f"  | D{number} | Đơn vị {number} | {number % 100} |\n" for number in range(300))
    script = os.path.join(folder, "nhieu.thidua")
    with open(script, "w", encoding="utf-8") as file:
        file.write(
            "đối tượng đơn vị\n  mã: chữ, khóa\n  tên: chữ\n  điểm: số\nhết\ndữ liệu đơn vị\n  | mã | tên | điểm |\n"
            + rows + 'lập "thu.mau" cho mỗi đơn vị ra "thu-{mã}.docx"\n')
    with open(os.path.join(folder, "thu.mau"), "w", encoding="utf-8") as file:
        file.write("Gửi {{ tên }}: {{ điểm }} điểm.\n")
    out = os.path.join(folder, "ra")
    start = time.monotonic()
    run(program, "chạy", script, "--ra", out, folder=folder)
    whole = time.monotonic() - start
    names = sorted(os.listdir(out))
    check(len(names) == 300, f"lập được {len(names)} tệp")
    with open(os.path.join(out, names[7]), "rb") as file:
        new = file.read()
    kills = 0
    chance = random.Random(7)
    for _ in range(12):
        shutil.rmtree(out)
        os.mkdir(out)
        # Half of the files stood there before, and one that is none of ours.
        old = names[::2] + ["cua-nguoi-khac.docx"]
        for name in old:
            with open(os.path.join(out, name), "wb") as file:
                file.write(b"cu " + name.encode())
        process = subprocess.Popen([program, "chạy", script, "--ra", out], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        time.sleep(whole * (0.2 + 0.8 * chance.random()))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            kills += 1
        process.wait()
        for name in old:
            path = os.path.join(out, name)
            if not os.path.exists(path):
                check(False, f"bị giết thì mất {name}")
                continue
            with open(path, "rb") as file:
                content = file.read()
            is_whole = name in names and zipfile.is_zipfile(path)
            check(content == b"cu " + name.encode() or is_whole, f"bị giết thì hỏng {name}")
        for name in os.listdir(out):
            known = name in names or name in old or name.startswith(".")
            check(known, f"bị giết thì còn tệp lạ {name}")
            if name in names and name not in old:
                check(zipfile.is_zipfile(os.path.join(out, name)), f"bị giết thì có {name} dở dang")
        # The next run puts everything in order.
        run(program, "chạy", script, "--ra", out, folder=folder)
        check(sorted(os.listdir(out)) == sorted({*names, *old}), "lần chạy sau không dọn hết")
        with open(os.path.join(out, names[7]), "rb") as file:
            check(file.read() == new, "lần chạy sau không ra tệp như cũ")
    check(kills >= 4, f"chỉ giết được {kills} lần")


with tempfile.TemporaryDirectory() as scratch:
    main(scratch)
with tempfile.TemporaryDirectory() as scratch:
    killed(scratch)
print("hỏng" if failures else "các văn bản đều mở được")
sys.exit(1 if failures else 0)
