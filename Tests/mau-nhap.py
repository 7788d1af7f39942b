"""mẫu-nhập → a person fills the workbook (openpyxl) → the script reads every value. The same for every script of
scripts/, filled in with the figures it comes with: the results must not differ by a letter."""

import csv
import datetime
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import warnings

import openpyxl

warnings.simplefilter("ignore")
PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())

SCRIPT = """\
đơn vị tính: triệu đồng
văn bản HD10 "Hướng dẫn số 10, ngày 14/5/2026"
cụm 1 "Cụm số 1"
hết
cụm 2 "Cụm số 2, miền núi"
hết
thang bậc mức xếp, từ thấp lên cao: "Kém"; "Khá, giỏi"; "Tốt"
đối tượng tập thể
  mã đơn vị: chữ, khóa
  tên: chữ
  cụm: cụm
  số hóa: tỷ lệ, từ 0% đến 100%
  hoàn thành: tỷ lệ
  số sáng kiến: số lượng, đơn vị tính sáng kiến
  buổi học: số lượng, từ 0 đến 60 buổi
  kinh phí: số, đơn vị tính triệu đồng
  điểm cộng: số, từ 0 đến 5, bước 0,5, được để trống
  có vi phạm: có/không
  xếp: mức xếp
  ngày nộp: ngày
  dân vận: số, từ 0 đến 10, được ghi không áp dụng
hết
@TẬP THỂ@
  cột "TL hoàn thành" là hoàn thành, tính theo phần trăm
cột điểm của tập thể: tự chấm; thẩm định là chính thức
nhóm 1 "Chính trị" của tập thể, tối đa 20 điểm
  tiêu chí 1.1 "Nghị quyết", tối đa 12 điểm: chấm trực tiếp, căn cứ HD10 "mục II"
  tiêu chí 1.2 "Kỷ luật", tối đa 8 điểm: chấm trực tiếp
hết
@ĐIỂM@
xuất tập thể ra "ra.csv": mã đơn vị; tên; cụm; số hóa; hoàn thành; số sáng kiến; buổi học; kinh phí; điểm cộng; có vi phạm; xếp;
  ngày nộp; dân vận; tiêu chí 1.1 tự chấm "a"; tiêu chí 1.2 thẩm định "b"; nhóm 1 "n"
"""
UNITS = "mã đơn vị;tên;cụm\n007;Phường Hoa Sim;1\n008;Xã Đèo Gió;Cụm số 2, miền núi\n"

failures = []


def check(holds, what):
    if not holds:
        failures.append(what)
        print("SAI:", what)


def run(folder, *words):
    done = subprocess.run([PROGRAM, *words], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def write(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")


def column(sheet, title, header=3):
    for cell in sheet[header]:
        if cell.value == title:
            return cell.column
    raise SystemExit(f"trang {sheet.title} không có cột {title}")


def fill(sheet, row, values):
    for title, value in values.items():
        sheet.cell(row, column(sheet, title)).value = value


def main(folder):
    first = SCRIPT.replace("@TẬP THỂ@", 'dữ liệu tập thể từ "tap-the.csv"').replace(
        "@ĐIỂM@", 'dữ liệu điểm của tập thể từ "phieu.csv", mỗi dòng một tiêu chí')
    write(folder, "a.thidua", first)
    # Names alone are enough: the other columns need not be there yet.
    write(folder, "tap-the.csv", UNITS)
    status, output, errors = run(folder, "mau-nhap", "a.thidua")
    check(status == 0 and errors == "", f"mẫu-nhập: {status} {output} {errors}")
    lines = [line.strip() for line in output.splitlines() if line.startswith("  dữ liệu")]
    check(len(lines) == 2, f"hai dòng dữ liệu: {output}")

    form = folder / "mau-nhap" / "mau-nhap.xlsx"
    before = form.read_bytes()
    status, output, errors = run(folder, "mẫu-nhập", "a.thidua")
    check(status != 0 and "TL070" in errors, f"không ghi đè: {errors}")
    check(form.read_bytes() == before, "tệp cũ còn nguyên")
    status, _, errors = run(folder, "mẫu-nhập", "a.thidua", "--ra", "lan-hai")
    check(status == 0, errors)
    check((folder / "lan-hai" / "mau-nhap.xlsx").read_bytes() == before, "hai lần như một")

    book = openpyxl.load_workbook(form)
    check(
        book.sheetnames == ["Hướng dẫn", "Tập thể", "Phiếu chấm tập thể", "Danh mục"],
        f"các trang: {book.sheetnames}")
    check(book["Danh mục"].sheet_state == "hidden", "danh mục ẩn")
    units = book["Tập thể"]
    check(units.freeze_panes == "B4", f"cố định tiêu đề: {units.freeze_panes}")
    check(
        [units.cell(4, c).value for c in (1, 2, 3)] == ["007", "Phường Hoa Sim", "Cụm số 1"],
        "mã, tên, cụm ghi sẵn")
    check(units.cell(9, 1).number_format == "@", "cột mã là chữ")
    for sheet in book:
        guard = sheet.protection
        check(guard.sheet and not guard.password, f"trang {sheet.title} được khóa, không mật khẩu")
        check(not (guard.sort or guard.autoFilter or guard.formatColumns), "vẫn lọc, sắp, kéo cột")
    locked = {place: units[place].protection.locked for place in ("A1", "A3", "C3", "A4", "D4", "D30")}
    check(
        locked == {"A1": True, "A3": True, "C3": True, "A4": False, "D4": False, "D30": False},
        f"chỉ khóa tiêu đề: {locked}")
    sheet = book["Phiếu chấm tập thể"]
    check(
        [sheet.cell(4, c).protection.locked for c in (1, 2, 3, 6)] == [True, True, True, False],
        "phiếu chấm chỉ mở ô điểm")
    check(units.auto_filter.ref.startswith("A3:"), f"nút lọc: {units.auto_filter.ref}")
    rules = {}
    for rule in units.data_validations.dataValidation:
        rules[units.cell(3, rule.sqref.ranges[0].min_col).value] = rule
    check(rules["có vi phạm"].formula1 == '"có,không"', "danh sách có/không")
    check(rules["xếp"].formula1 == "'Danh mục'!$B$1:$B$3", f"mức: {rules['xếp'].formula1}")
    check(
        (rules["TL hoàn thành"].type, rules["số hóa"].formula2) == ("decimal", "1"),
        "giới hạn của tỷ lệ")
    check(rules["số sáng kiến"].type == "whole" and rules["ngày nộp"].type == "date", "kiểu ô")
    check("kinh phí (triệu đồng)" in rules, "đơn vị ở tiêu đề")
    hint = rules["buổi học (buổi)"].prompt
    check(hint == "Số nguyên, từ 0 đến 60 buổi; bắt buộc", f"lời nhắc: {hint}")
    hint = rules["số sáng kiến"].prompt
    check(
        hint == "Số nguyên không âm, đơn vị tính: sáng kiến; bắt buộc", f"lời nhắc: {hint}")
    hint = rules["điểm cộng"].prompt
    check(hint == "Số, từ 0 đến 5, cách đều 0,5; được để trống", f"lời nhắc: {hint}")

    fill(units, 4, {
        "số hóa": 0.925, "TL hoàn thành": 88.5, "số sáng kiến": 3, "buổi học (buổi)": 12,
        "kinh phí (triệu đồng)": 500.5, "điểm cộng": 1.5,
        "có vi phạm": "không", "xếp": "Khá, giỏi", "ngày nộp": datetime.date(2026, 10, 14),
        "dân vận": "không áp dụng"})
    fill(units, 5, {
        "số hóa": 1, "TL hoàn thành": 70, "số sáng kiến": 0, "buổi học (buổi)": 60,
        "kinh phí (triệu đồng)": 0, "có vi phạm": "có", "xếp": "Kém",
        "ngày nộp": datetime.datetime(2026, 11, 2, 8, 30), "dân vận": 9.25})
    # Beyond the rows that were given.
    fill(units, 6, {
        "mã đơn vị": "0100", "tên": "Công an tỉnh", "cụm": "Cụm số 2, miền núi", "số hóa": 0.5,
        "TL hoàn thành": 0, "số sáng kiến": 12, "buổi học (buổi)": 0,
        "kinh phí (triệu đồng)": 1250, "điểm cộng": 5, "có vi phạm": "không",
        "xếp": "Tốt", "ngày nộp": datetime.date(2026, 1, 1), "dân vận": 0})
    points = book["Phiếu chấm tập thể"]
    check(
        [cell.value for cell in points[4]][:5] ==
        ["Phường Hoa Sim", "tiêu chí 1.1", "Nghị quyết", 12,
         "Hướng dẫn số 10, ngày 14/5/2026, mục II"],
        f"dòng tiêu chí: {[cell.value for cell in points[4]]}")
    for row, (own, given) in enumerate([(10, 9.5), (8, 7), (12, 12), ("không áp dụng", "không áp dụng")]):
        fill(points, 4 + row, {"tự chấm": own, "thẩm định": given})
    for row, name in enumerate(["tiêu chí 1.1", "1.2"]):
        fill(points, 8 + row, {
            "tập thể": "Công an tỉnh", "tiêu chí": name, "tự chấm": 6, "thẩm định": 5.25})
    # Whoever lifts the protection is read as well.
    points.protection.sheet = False
    book.save(folder / "mau-nhap.xlsx")

    second = SCRIPT.replace("@TẬP THỂ@", lines[0]).replace("@ĐIỂM@", lines[1])
    write(folder, "b.thidua", second)
    status, output, errors = run(folder, "chạy", "b.thidua")
    check(status == 0, f"đọc lại: {output} {errors}")
    check("DL020" not in errors, f"cột chỉ để đọc không bị nhắc: {errors}")
    read = (folder / "ket-qua" / "ra.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    wanted = [
        "007;Phường Hoa Sim;Cụm số 1;92,5%;88,5%;3;12;500,5;1,5;không;Khá, giỏi;14/10/2026;"
        "không áp dụng;10;7;16,5",
        "008;Xã Đèo Gió;Cụm số 2, miền núi;100%;70%;0;60;0;;có;Kém;02/11/2026;9,25;12;"
        "không áp dụng;12",
        "0100;Công an tỉnh;Cụm số 2, miền núi;50%;0%;12;0;1250;5;không;Tốt;01/01/2026;0;6;5,25;10,5",
    ]
    for row, line in zip(read, wanted):
        check(row == line, f"\n  đọc được {row}\n  mong đợi {line}")
    check(len(read) == 3, f"số dòng: {len(read)}")

    # A unit changed by whoever filled in the form is told, not read as if it were the same.
    changed = openpyxl.load_workbook(folder / "mau-nhap.xlsx")
    title = changed["Tập thể"].cell(3, column(changed["Tập thể"], "kinh phí (triệu đồng)"))
    title.value = "Kinh phí\n(ĐVT: Triệu đồng)"
    changed.save(folder / "mau-nhap.xlsx")
    status, output, errors = run(folder, "chạy", "b.thidua")
    check(status == 0, f"đơn vị ở dòng hai của tiêu đề: {output} {errors}")
    title.value = "kinh phí (nghìn đồng)"
    changed.save(folder / "mau-nhap.xlsx")
    status, output, errors = run(folder, "chạy", "b.thidua")
    check(status != 0 and "DL155" in errors and "nghìn đồng" in errors, f"đơn vị khác: {errors}")
    book.save(folder / "mau-nhap.xlsx")

    # A script that reads the form already: nothing to change, and the same sheet comes out.
    status, output, errors = run(folder, "mẫu-nhập", "b.thidua", "--ra", "lan-ba")
    check(status == 0 and "không phải sửa kịch bản" in output, f"{output} {errors}")
    again = openpyxl.load_workbook(folder / "lan-ba" / "mau-nhap.xlsx")["Tập thể"]
    check(again.cell(6, 1).value == "0100", "tên mới cũng được ghi sẵn")
    check(again.cell(6, 4).value is None, "số liệu cũ không ghi sẵn")

    write(folder, "khong.thidua", 'in "Xin chào"\n')
    status, _, errors = run(folder, "mẫu-nhập", "khong.thidua")
    check(status != 0 and "TL071" in errors, f"không có gì để nhập: {errors}")


def typed(text, cell):
    """What Excel makes of a text of the CSV file when it is typed into the cell."""
    def number(text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"-?[\d.]*\d(,\d+)?%", text):
        return round(number(text[:-1]) / 100, 8)
    if re.fullmatch(r"\d\d?/\d\d?/\d{4}", text):
        return datetime.datetime.strptime(text, "%d/%m/%Y")
    if re.fullmatch(r"-?\d+(\.\d{3})*(,\d+)?", text) and cell.number_format != "@":
        return number(text)
    return text


def results(folder, name, out):
    status, output, errors = run(folder, "chạy", name, "--ra", out)
    files = sorted((folder / out).glob("*.csv"))
    return status, output, errors, [(file.name, file.read_bytes()) for file in files]


def every_script(work):
    scripts = [path for path in sorted(pathlib.Path("scripts").rglob("*.thidua"))
               if "kiem-thu" not in path.name]
    count = 0
    for path in scripts:
        folder = work / path.stem
        shutil.copytree(path.parent, folder)
        before = results(folder, path.name, "truoc")
        status, output, errors = run(folder, "mẫu-nhập", path.name, "--ra", "mau")
        check(status == 0, f"{path}: {errors}")
        text = (folder / path.name).read_text(encoding="utf-8")
        books = {}
        for line in output.splitlines():
            told = re.match(r'  dữ liệu (.+?) từ "(.+?)", trang "(.+?)"(.*)$', line)
            old = told and re.search(rf'(?m)^dữ liệu {told[1]} từ "(.+?\.csv)".*$', text)
            if not old:
                continue
            book = books.setdefault(told[2], openpyxl.load_workbook(folder / "mau" / told[2]))
            sheet = book[told[3]]
            places = {cell.value.rsplit(" (", 1)[0].lower(): cell.column
                      for cell in sheet[3] if cell.value}
            with open(folder / old[1], encoding="utf-8-sig", newline="") as file:
                rows = [row for row in csv.reader(file, delimiter=";") if any(row)]
            for place, row in enumerate(rows[1:]):
                for title, value in zip(rows[0], row):
                    cell = sheet.cell(4 + place, places[title.strip().lower()])
                    cell.value = typed(value, cell) if value else None
            text = text.replace(old[0], line.strip())
            count += 1
        for name, book in books.items():
            book.save(folder / name)
        (folder / path.name).write_text(text, encoding="utf-8")
        after = results(folder, path.name, "sau")
        check(after == before, f"{path}: nhập vào mẫu rồi đọc lại thì kết quả khác: {after[2][:600]}")
    check(count >= 15, f"chỉ nhập được {count} trang")


with tempfile.TemporaryDirectory() as place:
    main(pathlib.Path(place))
with tempfile.TemporaryDirectory() as place:
    every_script(pathlib.Path(place))
print("Mẫu nhập: đọc lại đủ mọi ô." if not failures else f"{len(failures)} chỗ sai.")
sys.exit(1 if failures else 0)
