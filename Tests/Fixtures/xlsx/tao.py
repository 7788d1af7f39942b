"""Makes the workbooks of the tests again (needs python3-openpyxl): python3 Tests/Fixtures/xlsx/tao.py

The files are committed, so that no test needs Python. The same files come out every time.
"""

import datetime
import io
import os
import re
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Font

HERE = os.path.dirname(os.path.abspath(__file__))
WRONG = os.path.join(HERE, "..", "..", "Golden", "sai")
DAY = datetime.datetime(2026, 1, 2)


def packed(parts, kind=zipfile.ZIP_DEFLATED):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", kind) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 0, 0, 0)), content, kind)
    return data.getvalue()


def parts(workbook):
    workbook.properties.created = workbook.properties.modified = DAY
    data = io.BytesIO()
    workbook.save(data)
    with zipfile.ZipFile(io.BytesIO(data.getvalue())) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def shared(content):
    """Strings where Excel keeps them: in a part of their own."""
    content = dict(content)
    assert "xl/sharedStrings.xml" not in content
    texts = []

    def moved(cell):
        texts.append(cell.group(1))
        return b't="s"><v>%d</v>' % (len(texts) - 1)

    for name in content:
        if name.startswith("xl/worksheets/"):
            content[name] = re.sub(rb't="inlineStr"><is>(.*?)</is>', moved, content[name])
    items = b"".join(b"<si>" + text + b"</si>" for text in texts)
    space = "http://schemas.openxmlformats.org/"
    content["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{space}spreadsheetml/2006/main">'.encode() + items + b"</sst>")
    relation = (f'<Relationship Id="rIdS" Type="{space}officeDocument/2006/relationships/'
                'sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>')
    name = "xl/_rels/workbook.xml.rels"
    content[name] = content[name].replace(b"</Relationships>", relation.encode())
    name = "[Content_Types].xml"
    override = ('<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.'
                'openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>')
    content[name] = content[name].replace(b"</Types>", override.encode())
    return list(content.items())


def steady(name, content):
    if name == "docProps/core.xml":
        content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-01-02T00:00:00Z", content)
    return name, content


def save(path, workbook, change=None, inline=False):
    content = [steady(name, text) for name, text in parts(workbook)]
    if not inline:
        content = shared(content)
    if change:
        content = [(name, change(name, text)) for name, text in content]
    write(path, packed(content))


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def form(sheet, rows):
    """Title rows 4 and 5, rows from 6; what an office calls a form."""
    sheet.title = "Cụm 1"
    sheet.merge_cells("A1:E1")
    sheet["A1"] = "BẢNG TỔNG HỢP NĂM 2026"
    for column, (upper, lower) in enumerate(
            [("Mã", None), ("Tên", None), ("Cụm", None), ("Kết quả", "Điểm"), (None, "Tỷ lệ")], 1):
        sheet.cell(4, column, upper)
        sheet.cell(5, column, lower)
    for letter in "ABC":
        sheet.merge_cells(f"{letter}4:{letter}5")
    sheet.merge_cells("D4:E4")
    for number, row in enumerate(rows, 6):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
        sheet.cell(number, 5).number_format = "0%"
    return sheet


def whole():
    """Everything a sheet may hold; see WorkbookTests."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Số liệu"
    sheet.append(["mã", "tên", "điểm", "tỷ lệ", "ngày nộp", "đạt", "số hiệu", "ghi chú"])
    sheet.append(["001", "Phường  Hoa Sim", 8.1, 0.85, DAY, True, 7, "a\nb"])
    sheet.append(["002", "Xã \"Bình\"; An", "8,5", "92,5%", "05/12/2026", False, 12, " x "])
    sheet.append([3, "Phòng = Chính trị", 8.0999999999999996, 1, datetime.date(1900, 1, 1), "có",
                  1234, "_x0041_"])
    sheet.append([None] * 8)
    sheet.append(["004", None, 1e-7, 0.333, datetime.datetime(2026, 10, 14, 8, 30), "x", 5, None])
    for row in range(2, 7):
        sheet.cell(row, 4).number_format = "0.0%"
        sheet.cell(row, 5).number_format = '[$-42A]dd" tháng "mm" năm "yyyy'
        sheet.cell(row, 3).number_format = '#,##0.00" điểm d"'
        sheet.cell(row, 7).number_format = "0000"
    sheet["B2"].font = Font(bold=True)
    hidden = book.create_sheet("Ẩn")
    hidden.sheet_state = "hidden"
    return book


def rich(name, content):
    """Strings of the kinds openpyxl does not write: rich, phonetic; a cell without an address."""
    if name == "xl/sharedStrings.xml":
        content = content.replace(
            b"<t>Xa Rich</t>",
            "<r><rPr><b/></rPr><t xml:space=\"preserve\">Xã </t></r><r><t>Rích</t></r>"
            "<rPh sb=\"0\" eb=\"1\"><t>PHU</t></rPh>".encode())
    if name == "xl/worksheets/sheet1.xml":
        content = re.sub(
            rb'<c r="B3"[^>]*>.*?</c>',
            "<c t=\"inlineStr\"><is><r><t>Nội </t></r><r><t>tuyến</t></r></is></c>".encode(), content)
        # Computed formulas: a number, a text, an empty text.
        content = re.sub(rb'<c r="C2"([^>]*)><f>([^<]*)</f><v\s*/?>(</v>)?</c>',
                         rb'<c r="C2"\1><f>\2</f><v>8.0999999999999996</v></c>', content)
        content = re.sub(rb'<c r="D2"([^>]*)><f>([^<]*)</f><v\s*/?>(</v>)?</c>',
                         '<c r="D2" t="str"><f>A1</f><v>chữ</v></c>'.encode(), content)
        content = re.sub(rb'<c r="D3"([^>]*)><f>([^<]*)</f><v\s*/?>(</v>)?</c>',
                         b'<c r="D3" t="str"><f>A1</f><v></v></c>', content)
    return content


def strings():
    book = Workbook()
    sheet = book.active
    sheet.append(["mã", "tên", "điểm", "ghi chú"])
    sheet.append(["A", "Xa Rich", "=1+1", "=A1"])
    sheet.append(["B", "x", 2, "=A1"])
    return book


def year1904():
    book = Workbook()
    book.epoch = datetime.datetime(1904, 1, 1)
    sheet = book.active
    sheet.append(["mã", "ngày"])
    sheet.append(["A", datetime.datetime(2026, 12, 5)])
    return book


ROWS = [["P01", "Phường Hoa Sim", "Cụm A", 90.25, 0.925], ["P02", "Phường Hoa Mai", None, 88, 1],
        ["P03", "Phường Hoa Ban", "Cụm B", 79.5, 0.5]]


def office(rows=ROWS, **extra):
    book = Workbook()
    sheet = form(book.active, rows)
    if extra.get("merged"):
        sheet.merge_cells("C6:C7")
    if extra.get("total"):
        sheet.append(["Tổng cộng", None, None, 257.75])
    for row in extra.get("hidden", []):
        sheet.row_dimensions[row].hidden = True
    for column in extra.get("columns", []):
        sheet.column_dimensions[column].hidden = True
    for name in extra.get("more", []):
        book.create_sheet(name)
    return book


def main():
    save(os.path.join(HERE, "day-du.xlsx"), whole(), inline=True)
    save(os.path.join(HERE, "chu.xlsx"), strings(), rich)
    save(os.path.join(HERE, "nam-1904.xlsx"), year1904())
    save(os.path.join(HERE, "tap-the.xlsx"), office(merged=True, total=True, more=["Cụm 2"]))
    bomb = shared([steady(name, text) for name, text in parts(office())])
    write(os.path.join(HERE, "khong-nen.xlsx"), packed(bomb, zipfile.ZIP_STORED))
    spaces = b" " * (65 << 20)
    write(os.path.join(HERE, "bom.xlsx"), packed(
        [(n, c.replace(b"<sheetData>", b"<sheetData>" + spaces)
          if n == "xl/worksheets/sheet1.xml" else c) for n, c in bomb]))

    def wrong(name, book, change=None):
        save(os.path.join(WRONG, name), book, change)

    wrong("DL080-tap-the.xlsx", office(more=["Cụm 2"]))
    rows = [list(row) for row in ROWS]
    rows[1][2] = "Cụm A"
    rows[0][3] = "=1/0"
    rows[2][3] = "=SUM(1,2)"
    rows[1][4] = 9

    def errors(name, content):
        if name == "xl/worksheets/sheet1.xml":
            content = re.sub(rb'<c r="D6"([^>]*)><f>([^<]*)</f><v\s*/?>(</v>)?</c>',
                             rb'<c r="D6" t="e"><f>\2</f><v>#DIV/0!</v></c>', content)
        return content

    wrong("DL083-o-loi.xlsx", office(rows, hidden=[7], columns=["E"]), errors)
    wrong("DL085-an.xlsx", office([ROWS[0], ["P02", "Phường Hoa Mai", "Cụm A", 88, 9]], hidden=[7]))
    rows[0][3] = 90
    rows[1][4] = 1
    wrong("DL084-chua-tinh.xlsx", office(rows))
    numbered = [["(1)", "(2)", "(3)", "(4)", "(5)"]] + [list(row) for row in ROWS]
    numbered[2][2] = "Cụm A"
    numbered[3][0] = "P01"
    wrong("DL088-danh-so.xlsx", office(numbered))
    wrong("DL089-tong.xlsx", office(total=True))
    wrong("DL086-gop.xlsx", office(merged=True))
    titles = ["Mã", "Tên", "Điểm", "Tỷ lệ", "Ngày nộp"]

    def plain(rows, change=None):
        book = Workbook()
        for row in [titles] + rows:
            book.active.append(row)
        if change:
            change(book.active)
        return book

    wrong("DL121-lap-tieu-de.xlsx", plain(
        [["A", "Phường Hoa Sim", 9, "50%"], titles, ["B", "Xã Bình", 8, "60%"]]))

    def groups(sheet):
        sheet.merge_cells("A2:E2")
        sheet.merge_cells("A5:E5")

    wrong("DL122-nhom-va-chu-ky.xlsx", plain(
        [["I. KHỐI XÃ"], ["A", "Xã Bình", 9, "50%"], [None, "Cộng khối xã", 9],
         ["II. KHỐI PHƯỜNG"], ["B", "Phường Hoa Sim", 8, "60%"], [],
         [None, "Người lập biểu", None, "Thủ trưởng đơn vị"]], groups))

    def turned(sheet):
        sheet["C2"].number_format = sheet["C3"].number_format = "dd/mm/yyyy"

    wrong("DL001-so-thanh-ngay.xlsx", plain(
        [["A", "Xã Bình", 8.5, "50%", 46000],
         ["B", "Xã Long", datetime.datetime(2026, 5, 8), "50%", "ngày 5 tháng 1 năm 2026"]], turned))
    good = packed(bomb)
    write(os.path.join(WRONG, "DL082-hong.xlsx"), good[:2000])
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    write(os.path.join(WRONG, "DL082-cu.xls"), old + "Workbook".encode("utf-16-le"))
    write(os.path.join(WRONG, "DL082-mat-khau.xlsx"), old + "EncryptedPackage".encode("utf-16-le"))
    write(os.path.join(WRONG, "DL082-gia.xls"), "mã;tên\nA;B\n".encode())
    write(os.path.join(WRONG, "DL082-trang-web.xls"), (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>mã</td>'
        "</tr></table></body></html>").encode())
    relations = b"".join(text for name, text in bomb if name == "_rels/.rels")
    write(os.path.join(WRONG, "DL082-nhi-phan.xlsb"), packed([
        ("_rels/.rels", relations.replace(b"workbook.xml", b"workbook.bin")),
        ("xl/workbook.bin", b"\x83\x01\x00")]))
    write(os.path.join(WRONG, "DL082-libreoffice.ods"), packed([
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", b"<office:document-content/>")], zipfile.ZIP_STORED))


main()
