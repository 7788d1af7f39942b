"""Makes the Word files of the tests again: python3 Tests/Fixtures/docx/tao.py

The files are committed, so that no test needs Python. The same files come out every time. Word splits what is
typed over several runs, puts marks between them and keeps text boxes twice; so do these files.
"""

import io
import os
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
WRONG = os.path.join(HERE, "..", "..", "Golden", "sai")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def packed(parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def word(body, header=None, extra=(), main="word/document.xml", kind="document.main"):
    section = '<w:headerReference w:type="default" r:id="rId1"/>' if header else ""
    section = (
        f"<w:sectPr>{section}"
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134"'
        ' w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    parts = [
        ("[Content_Types].xml",
         f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
         ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/>'
         f'<Override PartName="/{main}" ContentType="{TYPE}.{kind}+xml"/>'
         f'<Override PartName="/word/header1.xml" ContentType="{TYPE}.header+xml"/></Types>'),
        ("_rels/.rels",
         f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
         f' Type="{OFFICE}/officeDocument" Target="{main}"/></Relationships>'),
        *extra,
        (main, f"{HEAD}<w:document {SPACES}><w:body>{body}{section}</w:body></w:document>"),
    ]
    if header:
        parts.append(
            ("word/_rels/document.xml.rels",
             f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
             f' Type="{OFFICE}/header" Target="header1.xml"/></Relationships>'))
        parts.append(("word/header1.xml", f"{HEAD}<w:hdr {SPACES}>{header}</w:hdr>"))
    return packed(parts)


def run(text, looks=""):
    looks = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, looks=""):
    looks = f"<w:pPr>{looks}</w:pPr>" if looks else ""
    return "<w:p>" + looks + "".join(r if r.startswith("<") else run(r) for r in runs) + "</w:p>"


def table(*rows, widths):
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    lines = ""
    for row in rows:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr>'
            f'{cell if cell.startswith("<w:p>") else paragraph(cell)}</w:tc>'
            for w, cell in zip(widths, row))
        lines += f"<w:tr>{cells}</w:tr>"
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{borders}</w:tblBorders>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>")


CENTRE = '<w:jc w:val="center"/>'
ERROR = '<w:proofErr w:type="spellStart"/>'
BOX = (
    '<w:r><w:pict><v:shape style="width:200pt;height:30pt"><v:textbox><w:txbxContent>'
    + paragraph("Khung: {{ ", run("tên", "<w:i/>"), " }}")
    + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def letter():
    """For one unit: everything Word does to what is typed."""
    return word(
        paragraph(run("GIẤY KHEN", '<w:b/><w:sz w:val="40"/>'), looks=CENTRE)
        + paragraph("Tặng: ", run("{", "<w:b/>"), ERROR, run("{ t", '<w:b/><w:lang w:val="en-US"/>'),
                    '<w:bookmarkStart w:id="1" w:name="ten"/>', run("ên }", "<w:i/>"),
                    '<w:bookmarkEnd w:id="1"/>', run("} nhé &amp; chúc mừng"))
        + paragraph("Điểm: ", '<w:ins w:id="5" w:author="A">' + run("{{ tổng điểm: 1 }}") + "</w:ins>",
                    '<w:del w:id="6" w:author="A"><w:r><w:delText>{{ cũ }}</w:delText></w:r></w:del>',
                    " điểm{{ nếu số tin bài &gt; 6 }}, {{ nếu số tin bài &gt; 7 }}nhiều bài nhất{{ hết }}",
                    "{{ ngược lại }}, còn ít bài{{ hết }}.")
        + paragraph("{{ với mỗi x trong tập thể }}")
        + '<w:p w14:paraId="0A0B0C0D">' + '<w:bookmarkStart w:id="2" w:name="dong"/>'
        + run("– {{ tên của x }}") + '<w:bookmarkEnd w:id="2"/></w:p>'
        + paragraph("{{ hết }}")
        + table(
            ("STT", "Đơn vị", "Điểm"),
            ("{{ với mỗi x trong tập thể }}{{ mã của x }}", run("{{ tên của ", "<w:b/>") + run("x }}"),
             "{{ tổng điểm của x }}{{ hết }}"),
            ("", "Cộng", "{{ tổng(tổng điểm của tập thể) }}"), widths=(1200, 5000, 2800))
        + paragraph(BOX)
        + paragraph(looks='<w:spacing w:after="0"/>'),
        header=paragraph("Đầu trang: ", "{{ tên }}"),
        extra=[("customXml/item1.xml", "<a>{{ giữ nguyên }}</a>"),
               ("word/media/anh.bin", bytes(range(256)))])


def write(folder, name, content):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(content)


write(HERE, "giay-khen.docx", letter())
write(HERE, "trong.docx", word(paragraph()))
write(HERE, "mau-cua-word.docx", word(paragraph("{{ tên }}"), kind="template.main"))
write(HERE, "khong-phai.docx", packed([("a.txt", "không phải Word")]))
write(
    WRONG, "TL110-vat-qua-bang.docx",
    word(
        paragraph("Danh sách")
        + table(("Tên", "Điểm"), ("{{ với mỗi x trong tập thể }}{{ tên của x }}", "{{ tổng điểm của x }}"),
                widths=(5000, 3000))
        + paragraph("{{ hết }}")))
write(
    WRONG, "TL103-doan-cua-word.docx",
    word(paragraph("Kính gửi") + paragraph("Tên: {{ tê", run("n lạ }}"))
         + paragraph("Điểm {{ nếu 1 = 1 }} của")))
write(WRONG, "TL109-cu.docx", bytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + bytes(504))
