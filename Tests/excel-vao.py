"""A second opinion on reading workbooks: every cell as this program reads it and as openpyxl does."""

import csv
import datetime
import decimal
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import openpyxl

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
TITLES = ["mã", "tên", "số", "tỷ lệ", "ngày", "giờ", "cờ", "hỗn hợp"]
failures = []


def plain(number):
    text = format(decimal.Decimal(repr(number)).normalize(), "f")
    return text.replace(".", ",")


def two(number):
    return f"{number:02d}"


def clock(seconds):
    hours, rest = divmod(seconds, 3600)
    tail = f":{two(rest % 60)}" if rest % 60 else ""
    return f"{two(hours)}:{two(rest // 60)}{tail}"


def wanted(cell):
    """The text an office would type for what openpyxl sees."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, datetime.datetime):
        day = value.strftime("%d/%m/%Y")
        shows_time = "h" in cell.number_format.lower()
        seconds = value.hour * 3600 + value.minute * 60 + value.second
        return f"{day} {clock(seconds)}" if shows_time and seconds else day
    if isinstance(value, datetime.timedelta):
        return clock(round(value.total_seconds()))
    if isinstance(value, datetime.time):
        return clock(value.hour * 3600 + value.minute * 60 + value.second)
    if isinstance(value, (int, float)):
        if "%" in cell.number_format:
            return plain(float(decimal.Decimal(repr(value)) * 100)) + "%"
        return plain(value)
    return " ".join(value.split()) if "\n" in value else value.strip()


def make(path):
    dice = random.Random(26)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Số liệu"
    sheet.append(["BẢNG TỔNG HỢP"])
    sheet.append([])
    sheet.append(TITLES)
    for row in range(1, 61):
        mixed = dice.choice([
            None, "x", 12, 0.1, -3.25, 1e-7, 123456789012, True, "Đèo; \"Gió\"", "dòng một\ndòng hai",
            datetime.datetime(2026, 12, 31), "<b>&amp;</b>"])
        sheet.append([
            f"{row:03d}", f"Đơn vị {row}", round(dice.uniform(-1000, 1000), dice.randrange(5)),
            dice.randrange(0, 1001) / 1000,
            datetime.datetime(2026, 1, 1) + datetime.timedelta(days=dice.randrange(700)),
            datetime.time(dice.randrange(24), dice.randrange(60)), dice.random() < 0.5, mixed])
        line = sheet.max_row
        sheet.cell(line, 1).number_format = "@"
        sheet.cell(line, 4).number_format = "0.0%"
        sheet.cell(line, 5).number_format = dice.choice(["dd/mm/yyyy", "d/m/yy", "yyyy-mm-dd"])
        sheet.cell(line, 6).number_format = "hh:mm"
    sheet.row_dimensions[10].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet["B5"].comment = openpyxl.comments.Comment("ghi chú", "A")
    other = book.create_sheet("Ẩn")
    other["A1"] = "mã"
    other.sheet_state = "hidden"
    book.save(path)


def convert(folder, source, kind, target):
    """LibreOffice's own way of writing; False when it is not here."""
    if not shutil.which("soffice"):
        return False
    out = folder / "lo"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/ho-so", "--headless", "--convert-to",
         kind, "--outdir", str(out), str(source)],
        check=True, capture_output=True, timeout=120)
    (out / f"{source.stem}.{kind}").rename(target)
    return True


def compare(folder, path):
    fields = "\n".join(f"  {title}: chữ, được để trống" for title in TITLES[1:])
    (folder / "a.thidua").write_text(
        f"đối tượng dòng\n  mã: chữ, khóa\n{fields}\nhết\n"
        f'dữ liệu dòng từ "{path.name}", trang "Số liệu"\n'
        f'xuất dòng ra "ra.csv": {"; ".join(TITLES)}\n', encoding="utf-8")
    done = subprocess.run(
        [PROGRAM, "chạy", "a.thidua"], cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        failures.append(path.name)
        print(f"SAI: {path.name}: {done.stdout}{done.stderr}")
        return 0
    with open(folder / "ket-qua" / "ra.csv", encoding="utf-8-sig", newline="") as file:
        read = list(csv.reader(file, delimiter=";"))[1:]
    sheet = openpyxl.load_workbook(path, data_only=True)["Số liệu"]
    count = 0
    for line, row in zip(read, sheet.iter_rows(min_row=4), strict=True):
        for text, cell in zip(line, row, strict=True):
            count += 1
            # Texts like -3,25 are marked for Excel on the way out.
            if text.removeprefix("'") != wanted(cell):
                failures.append(cell.coordinate)
                print(f"SAI: {path.name} {cell.coordinate}: {text!r}, openpyxl {wanted(cell)!r}")
    return count


def main(folder):
    first = folder / "openpyxl.xlsx"
    make(first)
    count = compare(folder, first)
    if convert(folder, first, "xlsx", folder / "libreoffice.xlsx"):
        count += compare(folder, folder / "libreoffice.xlsx")
        convert(folder, first, "ods", folder / "bang.ods")
        convert(folder, folder / "bang.ods", "xlsx", folder / "tu-ods.xlsx")
        count += compare(folder, folder / "tu-ods.xlsx")
    return count


with tempfile.TemporaryDirectory() as place:
    cells = main(pathlib.Path(place))
print(f"Đọc Excel: {cells} ô như nhau." if not failures else f"{len(failures)} chỗ sai.")
sys.exit(1 if failures else 0)
