# Workbooks written by the program, read by others: values, formats, panes, filters, print set-up, charts, injection,
# locales, the way back, a run killed half-way, a machine without the library. Usage: excel-ra.py PROGRAM. Prints
# what failed and ends with 1.
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import warnings
import zipfile

import openpyxl

warnings.simplefilter("ignore")
program = os.path.abspath(sys.argv[1])
work = tempfile.mkdtemp()
failures = []


def check(holds, what, seen=None):
    if not holds:
        failures.append(what)
        print("HỎNG  " + what + ("" if seen is None else f": {seen!r}"))


def write(name, text):
    path = os.path.join(work, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return path


def run(script, out, **environment):
    return subprocess.run(
        [program, "chạy", script, "--ra", os.path.join(work, out)],
        capture_output=True, text=True, env=dict(os.environ, **environment))


def content(*parts):
    with open(os.path.join(work, *parts), "rb") as file:
        return file.read()


# Texts that Excel could take for something else.
HOSTILE = ['=HYPERLINK("http://x","y")', "+84 91", "-1+2", "@SUM(A1)", "<b>&amp;</b>", "007", "_x0041_", "hai\ndòng"]

KIND = """đối tượng đơn vị
  mã: chữ, khóa
  tên: chữ
  điểm: số
  tỷ lệ: tỷ lệ
  ngày: ngày
hết
"""


def list_of_few():
    cells = [text.replace('"', '""') for text in HOSTILE]
    rows = "".join(f'M{i};"{text}";{i + 8},87;{i + 2},5%;0{i + 1}/11/2026\r\n' for i, text in enumerate(cells))
    write("it/don-vi.csv", "mã;tên;điểm;tỷ lệ;ngày\r\n" + rows)
    script = write("it/it.thidua", KIND + 'dữ liệu đơn vị từ "don-vi.csv"\n'
                   'xuất đơn vị ra "it.xlsx": mã; tên; điểm; điểm / 3: 2 "một phần ba"; tỷ lệ; ngày\n')
    made = run(script, "ra")
    check(made.returncode == 0, "xuất danh sách", made.stderr)
    sheet = openpyxl.load_workbook(os.path.join(work, "ra", "it.xlsx"))["Đơn vị"]
    rows = list(sheet.iter_rows(values_only=True))
    check(rows[0] == ("mã", "tên", "điểm", "một phần ba", "tỷ lệ", "ngày"), "hàng tiêu đề", rows[0])
    # Excel's own mark for an escape is taken off by Excel, not by openpyxl.
    texts = [row[1].replace("_x005F_", "_") for row in rows[1:]]
    check(texts == HOSTILE, "chữ vẫn là chữ", texts)
    check(all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row), "không ô nào là công thức")
    kept = [sheet.cell(place + 2, 2).number_format for place in range(len(HOSTILE))]
    check(kept == ["@", "@", "@", "@", "General", "@", "General", "General"], "sửa ô vẫn là chữ", kept)
    check([row[2] for row in rows[1:]] == [float(f"{i + 8}.87") for i in range(8)], "số thập phân", rows[1])
    check(rows[1][3] == 2.96 and sheet["D2"].number_format == "#,##0.00", "số làm tròn", rows[1][3])
    check(rows[1][4] == 0.025 and sheet["E2"].number_format == "0.0%", "tỷ lệ", (rows[1][4], sheet["E2"].number_format))
    check(sheet["F2"].is_date and sheet["F2"].number_format == "dd/mm/yyyy", "ngày", sheet["F2"].value)
    check(sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:F9", "cố định và lọc", sheet.auto_filter.ref)
    setup = sheet.page_setup
    check(setup.orientation == "landscape" and setup.paperSize == 9, "khổ A4 ngang")
    check(sheet.sheet_properties.pageSetUpPr.fitToPage and setup.fitToHeight == 0, "vừa bề ngang trang")
    check(sheet.print_title_rows == "$1:$1" and "&P" in sheet.oddFooter.center.text, "in tiêu đề và số trang")
    check(sheet["B2"].font.name == "Times New Roman" and sheet["A1"].font.bold, "phông chữ")
    # The same bytes again, whatever the locale.
    first = content("ra", "it.xlsx")
    for locale in ("C", "vi_VN.UTF-8"):
        again = run(script, "ra2", LC_ALL=locale)
        check(again.returncode == 0 and content("ra2", "it.xlsx") == first, f"cùng từng byte dưới {locale}")
    # The way back: the same lists from the workbook.
    shutil.copy(os.path.join(work, "ra", "it.xlsx"), os.path.join(work, "it"))
    columns = "mã; tên; điểm; tỷ lệ; ngày"
    direct = write("it/thang.thidua", KIND + f'dữ liệu đơn vị từ "don-vi.csv"\nxuất đơn vị ra "a.csv": {columns}\n')
    back = write("it/ve.thidua", KIND + f'dữ liệu đơn vị từ "it.xlsx"\nxuất đơn vị ra "b.csv": {columns}\n')
    for script in (direct, back):
        made = run(script, "ra")
        check(made.returncode in (0, 1), "đọc lại", made.stderr)
    # A line end inside a cell of a workbook is read as a space.
    expected = content("ra", "a.csv").replace(b'"hai\n', b"hai ").replace('dòng"'.encode(), "dòng".encode())
    check(expected == content("ra", "b.csv"), "đọc lại được đúng như đã ghi")


def formats():
    """Years and numbers that tell subjects apart are not grouped, amounts are; a column shows the same places."""
    write("so/don-vi.csv", "số hiệu;năm thành lập;kinh phí;điểm;số hóa\r\n"
          "1250;1986;2026;8,5;50%\r\n1251;2026;1250000;9,25;12,5%\r\n")
    script = write("so/so.thidua", """đối tượng đơn vị
  số hiệu: số lượng, khóa
  năm thành lập; kinh phí: số lượng
  điểm: số
  số hóa: tỷ lệ
hết
dữ liệu đơn vị từ "don-vi.csv"
tuổi năm nay của đơn vị = 2026 - năm thành lập
xuất đơn vị ra "so.xlsx"
""")
    made = run(script, "ra")
    check(made.returncode == 0, "xuất số", made.stderr)
    sheet = openpyxl.load_workbook(os.path.join(work, "ra", "so.xlsx"))["Đơn vị"]
    shown = {sheet.cell(1, cell.column).value: cell.number_format for cell in sheet[2]}
    check(
        shown == {"số hiệu": "0", "năm thành lập": "0", "kinh phí": "#,##0", "điểm": "#,##0.00",
                  "số hóa": "0.0%", "tuổi năm nay": "#,##0"}, "cách hiện số", shown)


def results():
    shutil.copytree("scripts/2026", os.path.join(work, "nam"))
    path = os.path.join(work, "nam", "phong-trao.thidua")
    with open(path, "a", encoding="utf-8") as file:
        file.write('\nxuất báo cáo ra "ket-qua.xlsx"\nxuất báo cáo ra "ket-qua.json"\n')
    made = run(path, "nam-ra")
    check(made.returncode in (0, 1), "xuất báo cáo", made.stderr)
    target = os.path.join(work, "nam-ra", "ket-qua.xlsx")
    book = openpyxl.load_workbook(target)
    report = json.loads(content("nam-ra", "ket-qua.json"))
    names = book.sheetnames
    check(names[0] == "Tổng hợp" and names[-3:] == ["Đề nghị khen thưởng", "Diễn giải", "Căn cứ"], "các trang", names)
    check(len(names) == 4 + 12, "mỗi cụm một trang cho mỗi loại", names)
    sheet = book["Cụm thi đua số 1 – tập thể"]
    rows = list(sheet.iter_rows(values_only=True))
    header = next(place for place, row in enumerate(rows) if row[0] == "TT")
    total = rows[header].index("Tổng điểm")
    shown = [(row[1], row[total]) for row in rows[header + 1:] if row[0]]
    text = json.dumps(report, ensure_ascii=False)
    check(len(shown) == 10 and all(f'"{key}"' in text for key, _ in shown), "đủ đơn vị", shown)
    told = [f"{value:.2f}".rstrip("0").rstrip(".") for _, value in shown]
    check(all(f'"{value}"' in text for value in told), "điểm như ở nơi khác", told)
    check(shown == sorted(shown, key=lambda item: -item[1]), "theo thứ tự hạng", shown)
    check(sheet.freeze_panes is not None and sheet.auto_filter.ref.startswith(f"A{header + 1}:"), "cố định và lọc")
    check(sheet.print_title_rows == f"${header + 1}:${header + 1}", "in lặp tiêu đề", sheet.print_title_rows)
    check(sheet.column_dimensions["E"].outlineLevel == 1, "tiêu chí gấp vào nhóm")
    check(len(sheet._charts) == 1 and len(book["Tổng hợp"]._charts) == 2, "biểu đồ")
    check(any(rule.type == "dataBar" for area in sheet.conditional_formatting for rule in area.rules), "thanh dữ liệu")
    reasons = book["Diễn giải"]
    levels = {reasons.row_dimensions[row].outlineLevel for row in range(4, 60)}
    check({0, 1, 2} <= levels and reasons["B4"].value == told[0].replace(".", ","), "diễn giải", levels)
    with zipfile.ZipFile(target) as archive:
        check(archive.testzip() is None, "tệp nguyên vẹn")
        check(b"<f>" not in archive.read("xl/worksheets/sheet2.xml"), "không có công thức")
    if shutil.which("soffice"):
        office(target)


def office(path):
    """LibreOffice opens the file and prints it."""
    profile = "-env:UserInstallation=file://" + os.path.join(work, "ho-so")
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", work, path],
                   capture_output=True, timeout=120)
    text = subprocess.run(["pdftotext", "-l", "6", "-layout", os.path.join(work, "ket-qua.pdf"), "-"],
                          capture_output=True, text=True).stdout
    for words in ("NĂM 2026", "Kết quả tập thể", "KẾT QUẢ TẬP THỂ", "Trang 1/"):
        check(words in text, f"LibreOffice in ra có {words!r}")


def killed():
    """A run killed half-way leaves the old file, and at most hidden files beside it."""
    rows = "".join(f"M{i};Đơn vị số {i};8,5;50%;01/11/2026\r\n" for i in range(60000))
    write("to/don-vi.csv", "mã;tên;điểm;tỷ lệ;ngày\r\n" + rows)
    script = write("to/to.thidua", KIND + 'dữ liệu đơn vị từ "don-vi.csv"\nxuất đơn vị ra "to.xlsx"\n')
    folder = os.path.join(work, "to-ra")
    for delay in (0.0, 0.05, 0.2, 0.4, 0.8):
        shutil.rmtree(folder, ignore_errors=True)
        write("to-ra/to.xlsx", "tệp cũ")
        process = subprocess.Popen([program, "chạy", script, "--ra", folder], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        while process.poll() is None and len(os.listdir(folder)) == 1:
            time.sleep(0.002)
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        names = os.listdir(folder)
        check("to.xlsx" in names and all(name == "to.xlsx" or name.startswith(".to.xlsx.") for name in names),
              f"chỉ còn tệp ẩn sau {delay} giây", names)
        whole = content("to-ra", "to.xlsx")
        if whole == "tệp cũ".encode():
            # The next run takes away what the killed one left.
            again = subprocess.run([program, "chạy", os.path.join(work, "it", "it.thidua"), "--ra", folder],
                                   capture_output=True, text=True)
            names = sorted(os.listdir(folder))
            check(again.returncode == 0 and names == ["it.xlsx", "to.xlsx"], "lần sau dọn sạch", names)
            os.remove(os.path.join(folder, "it.xlsx"))
        check(whole == "tệp cũ".encode() or zipfile.is_zipfile(os.path.join(folder, "to.xlsx")), "tệp cũ hoặc tệp mới")


def other_locale():
    """Inside a program that has chosen a locale with decimal commas the file is the same, byte for byte."""
    compiler = shutil.which("clang") or shutil.which("cc")
    maker = shutil.which("localedef")
    library = os.path.join(work, "vung.so")
    if not (compiler and maker) or subprocess.run(
            [maker, "-i", "vi_VN", "-f", "UTF-8", os.path.join(work, "vi_VN.UTF-8")],
            capture_output=True).returncode > 1:
        print("chưa có localedef hoặc trình biên dịch C nên không thử được locale khác")
        return
    source = write("vung.c", """#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
__attribute__((constructor)) static void choose(void) {
  char text[8];
  if (!setlocale(LC_ALL, "vi_VN.UTF-8")) exit(99);
  snprintf(text, sizeof text, "%.1f", 1.5);
  if (text[1] != ',') exit(98);
}
""")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source], check=True)
    made = run(os.path.join(work, "it", "it.thidua"), "ra-vung", LOCPATH=work, LD_PRELOAD=library)
    check(made.returncode == 0, "chạy trong locale khác", (made.returncode, made.stderr[:300]))
    check(content("ra-vung", "it.xlsx") == content("ra", "it.xlsx"), "cùng từng byte trong locale khác")


def full_disk():
    """A disk that fills up at any moment: one message in Vietnamese, nothing of the library's, no file."""
    place = os.path.join(work, "dia-day")
    os.makedirs(place)
    if os.geteuid() != 0 or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "none", place], capture_output=True).returncode:
        print("chưa có quyền gắn một ổ đĩa nhỏ nên không thử được đĩa đầy")
        return
    script = os.path.join(work, "to", "to.thidua")
    form = os.path.join(work, "nam", "phong-trao.thidua")
    try:
        for room in (0, 4, 40, 200, 600, 1000):
            with open(os.path.join(place, "day"), "wb") as file:
                file.write(b"x" * ((1024 - room) * 1024))
            for words in (["chạy", script], ["chạy", form], ["mẫu-nhập", form]):
                made = subprocess.run([program, *words, "--ra", os.path.join(place, "ra")], capture_output=True,
                                      text=True)
                what = f"{words[0]} {os.path.basename(words[1])} còn {room} KB"
                whole = made.returncode in (0, 1)
                check(whole or "hết chỗ" in made.stderr, f"đĩa đầy được nêu: {what}", made.stderr[:300])
                check("ERROR" not in made.stderr and "Error" not in made.stderr, f"không có tiếng Anh: {what}",
                      made.stderr[:300])
                left = [name for _, _, names in os.walk(place) for name in names if name != "day"]
                check(whole or not left, f"không để lại tệp nào: {what}", left)
                for name in left:
                    if name.endswith(".xlsx"):
                        openpyxl.load_workbook(os.path.join(place, "ra", name))
                shutil.rmtree(os.path.join(place, "ra"), ignore_errors=True)
            os.remove(os.path.join(place, "day"))
    finally:
        subprocess.run(["umount", place], capture_output=True)


def without_library():
    """No library: a message that says what to install, and no file."""
    write("rong/libxlsxwriter.so.4", "")
    made = run(os.path.join(work, "it", "it.thidua"), "khong", LD_LIBRARY_PATH=os.path.join(work, "rong"))
    check("DL150" in made.stderr and "apt-get install" in made.stderr, "thiếu thư viện", made.stderr)
    check(not os.path.exists(os.path.join(work, "khong", "it.xlsx")), "thiếu thư viện thì không có tệp")


for part in (list_of_few, formats, results, killed, other_locale, full_disk, without_library):
    part()
shutil.rmtree(work, ignore_errors=True)
print(f"{len(failures)} chỗ hỏng" if failures else "tệp Excel ghi ra: đạt")
sys.exit(1 if failures else 0)
