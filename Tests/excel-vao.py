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
import zipfile

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


LARGE = 100_000
LIMIT = 50_000_000  # bytes; about 44 million are needed
LARGE_TITLES = ["mã", "tên", "cụm", "ngày", "a", "b", "c", "tỷ lệ", "đã nộp", "ghi chú",
                "địa chỉ", "số hiệu"]
LARGE_SCRIPT = """đối tượng cán bộ
  mã: chữ, khóa
  tên; cụm; ghi chú; địa chỉ; số hiệu: chữ
  ngày: ngày
  a; b; c: số
  tỷ lệ: tỷ lệ
  đã nộp: có/không
hết
dữ liệu cán bộ từ "lon.xlsx"
in đếm(cán bộ); tổng(a của cán bộ); đếm(cán bộ mà đã nộp)
"""


STARTER = """import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""


def large(path, is_shared):
    """100,000 × 12 cells, nearly all texts different: as Excel writes them, or inline."""
    dice = random.Random(12)
    texts = {}

    def text(value):
        if is_shared:
            return f't="s"><v>{texts.setdefault(value, len(texts))}</v></c>'
        return f't="inlineStr"><is><t>{value}</t></is></c>'

    total = 0
    space = "http://schemas.openxmlformats.org/"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            def row(number, cells):
                body = "".join(
                    f'<c r="{letter}{number}" {cell}' for letter, cell in zip("ABCDEFGHIJKL", cells))
                sheet.write(f'<row r="{number}">{body}</row>'.encode())

            sheet.write(f'<worksheet xmlns="{space}spreadsheetml/2006/main"><sheetData>'.encode())
            row(1, [text(title) for title in LARGE_TITLES])
            for line in range(LARGE):
                points = dice.randrange(100)
                total += points
                row(line + 2, [
                    text(f"CB{line:06d}"), text(f"Nguyễn Văn {dice.randrange(10**6)}"),
                    text(f"Cụm {line % 20}"), f's="1"><v>{46023 + line % 365}</v></c>',
                    f"><v>{points}</v></c>", f"><v>{dice.randrange(1000) / 10}</v></c>",
                    f"><v>{dice.randrange(10000) / 100:.17g}</v></c>",
                    f's="2"><v>{dice.randrange(1001) / 1000}</v></c>', f't="b"><v>{line % 2}</v></c>',
                    text(f"ghi chú số {dice.randrange(10**6)}"),
                    text(f"Số {line}, phường {dice.randrange(300)}"),
                    text(f"{dice.randrange(10**8):09d}")])
            sheet.write(b"</sheetData></worksheet>")
        office = f"{space}officeDocument/2006/relationships"
        archive.writestr("_rels/.rels", (
            f'<Relationships><Relationship Id="rId1" Type="{office}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>'))
        archive.writestr("xl/workbook.xml", (
            f'<workbook xmlns:r="{office}"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>'))
        kinds = ["worksheet", "styles"] + (["sharedStrings"] if is_shared else [])
        files = ["worksheets/sheet1.xml", "styles.xml", "sharedStrings.xml"]
        archive.writestr("xl/_rels/workbook.xml.rels", "<Relationships>" + "".join(
            f'<Relationship Id="rId{number}" Type="{office}/{kind}" Target="{file}"/>'
            for number, (kind, file) in enumerate(zip(kinds, files), 1)) + "</Relationships>")
        archive.writestr("xl/styles.xml", (
            '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs>'
            "</styleSheet>"))
        if is_shared:
            archive.writestr("xl/sharedStrings.xml", "<sst>" + "".join(
                f"<si><t>{value}</t></si>" for value in texts) + "</sst>")
    return total


def memory(folder):
    """The most memory that reading a large workbook takes; the release program only."""
    if "debug" in PROGRAM:
        return
    (folder / "lon.thidua").write_text(LARGE_SCRIPT, encoding="utf-8")
    for is_shared in [False, True]:
        total = large(folder / "lon.xlsx", is_shared)
        # A process of its own starts the program: a child begins with the size of its parent.
        done = subprocess.run(
            [sys.executable, "-c", STARTER, PROGRAM, "chạy", "lon.thidua"], cwd=folder,
            capture_output=True, text=True)
        said = done.stdout.split()
        peak = int(said.pop()) * 1024
        kind = "chữ dùng chung" if is_shared else "chữ trong ô"
        if done.returncode != 0 or said != [str(LARGE), str(total), str(LARGE // 2)]:
            failures.append(kind)
            print(f"SAI: {kind}: {said}, đúng là {LARGE} {total} {LARGE // 2}")
        if peak > LIMIT:
            failures.append("bộ nhớ")
            print(f"SAI: {kind}: cần {peak / 1e6:.1f} MB, cho phép {LIMIT / 1e6:.0f} MB")
        else:
            print(f"{LARGE} dòng × 12 cột, {kind}: {peak / 1e6:.1f} MB.")


def main(folder):
    memory(folder)
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
