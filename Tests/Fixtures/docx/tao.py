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


# The namespaces and the marks Word 365 itself writes.
WORD = (
    'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    f' xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' mc:Ignorable="w14 w15"'
)


def box(text, number):
    """A text box as Word writes it: once for itself, once for Word 2007."""
    content = f"<w:txbxContent>{text}</w:txbxContent>"
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    size = '<wp:extent cx="2400000" cy="360000"/>'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0">{size}<wp:docPr id="{number}" name="Hộp {number}"/>'
        f'<a:graphic xmlns:a="{a}"><a:graphicData'
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="360000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/>'
        f"</a:solidFill></a:ln></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape id="_x0000_s10{number}" style="width:190pt;height:28pt"><v:textbox>{content}</v:textbox></v:shape>'
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>")


def control(content, number, bound=False):
    """A content control; a bound one shows what another part of the file says."""
    binding = (
        "<w:showingPlcHdr/><w:dataBinding w:xpath=\"/ns0:coreProperties[1]/ns1:title[1]\""
        ' w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>' if bound else "")
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Ô {number}"/><w:id w:val="{number}"/>{binding}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>")


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def marked(text, number):
    """A paragraph with the numbers Word gives it."""
    return paragraph(text).replace(
        "<w:p>", f'<w:p w14:paraId="0A0B0C{number:02X}" w14:textId="77777777" w:rsidR="00AB12CD">')


def everything():
    """A list for the whole cluster, with what Word's own files hold beside text."""
    cell = '<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{}</w:tc>'
    row = (
        '<w:tr w14:paraId="0A0B0CF0" w14:textId="77777777"><w:trPr><w:cantSplit/></w:trPr>'
        + control(cell.format(1200, paragraph("{{ với mỗi x trong tập thể }}{{ mã của x }}")), 31)
        + cell.format(5000, control(paragraph("{{ tên của x }}"), 32))
        + cell.format(2800, paragraph("{{ tổng điểm của x: 1 }}{{ hết }}")) + "</w:tr>")
    head = table(("Mã", "Đơn vị", "Điểm"), widths=(1200, 5000, 2800))
    body = (
        marked("DANH SÁCH TẬP THỂ", 1)
        + paragraph("Cụm: ", control(run("{{ tên phong trào của văn bản này }}"), 11, bound=True), ".")
        + paragraph(
            "Số đơn vị", '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>',
            ": ", '<w:fldSimple w:instr=" DOCPROPERTY so ">' + run("{{ đếm(tập thể) }}") + "</w:fldSimple>", " (",
            field("begin"), '<w:r><w:instrText xml:space="preserve"> MERGEFIELD chu </w:instrText></w:r>',
            field("separate"), run("{{ bằng chữ(đếm(tập thể)) }}"), field("end"), ")")
        + paragraph(
            '<w:commentRangeStart w:id="0"/>', '<w:smartTag w:uri="urn:a" w:element="place">' + run("Nơi") + "</w:smartTag>",
            ERROR, '<w:r><w:t>: {{ tên</w:t><w:softHyphen/><w:t xml:space="preserve"> phong</w:t><w:noBreakHyphen/></w:r>',
            '<w:commentRangeEnd w:id="0"/>', '<w:r><w:commentReference w:id="0"/></w:r>').replace(
                "{{ tên</w:t>", "gạch</w:t>")
        # The control of the loop's beginning would be torn: it gives way.
        + control(marked("{{ với mỗi x trong tập thể }}", 2), 21)
        + marked("x", 3).replace(
            run("x"),
            '<w:bookmarkStart w:id="7" w:name="dong"/>' + run("– ") + control(run("{{ tên của x }}"), 22)
            + '<w:hyperlink r:id="rId9" w:history="1">' + run(" (điểm {{ tổng điểm của x: 1 }})") + "</w:hyperlink>"
            + '<w:bookmarkEnd w:id="7"/>' + box(paragraph("Hộp {{ mã của x }}"), 41))
        + marked("{{ hết }}", 4)
        + head.replace("</w:tbl>", control(row, 33) + "</w:tbl>")
        + paragraph('<w:ins w:id="51" w:author="A" w:date="2026-01-02T00:00:00Z">' + run("Thêm {{ đếm(tập thể) }}") + "</w:ins>",
                    '<w:del w:id="52" w:author="A" w:date="2026-01-02T00:00:00Z"><w:r><w:delText>{{ bỏ }}</w:delText></w:r></w:del>')
    )
    file = io.BytesIO(word("@BODY@"))
    types = (
        f'<Override PartName="/word/footnotes.xml" ContentType="{TYPE}.footnotes+xml"/>'
        f'<Override PartName="/word/comments.xml" ContentType="{TYPE}.comments+xml"/></Types>')
    link = '<Relationship Id="{}" Type="' + OFFICE + '/{}" Target="{}"{}/>'
    parts = []
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode()
            if name == "[Content_Types].xml":
                text = text.replace(
                    f'<Override PartName="/word/header1.xml" ContentType="{TYPE}.header+xml"/></Types>', types)
            parts.append((name, text.replace("@BODY@", body).replace(f"<w:document {SPACES}>", f"<w:document {WORD}>")))
    notes = "".join(
        f'<w:footnote w:id="{number}"{kind}>{paragraph(text)}</w:footnote>'
        for number, kind, text in (
            (0, ' w:type="separator"', "<w:r><w:separator/></w:r>"),
            (1, ' w:type="continuationSeparator"', "<w:r><w:continuationSeparator/></w:r>"),
            (2, "", "Chú thích: {{ tên phong trào của văn bản này }}")))
    comment = f'<w:comment w:id="0" w:author="A" w:initials="A">{paragraph("Góp ý {{ giữ nguyên }}")}</w:comment>'
    parts += [
        ("word/footnotes.xml", f"{HEAD}<w:footnotes {WORD}>{notes}</w:footnotes>"),
        ("word/comments.xml", f"{HEAD}<w:comments {WORD}>{comment}</w:comments>"),
        ("word/_rels/document.xml.rels",
         f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
         + link.format("rId7", "footnotes", "footnotes.xml", "")
         + link.format("rId8", "comments", "comments.xml", "")
         + link.format("rId9", "hyperlink", "https://example.org/", ' TargetMode="External"') + "</Relationships>"),
    ]
    return packed(parts)


def write(folder, name, content):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(content)


write(HERE, "giay-khen.docx", letter())
write(HERE, "day-du.docx", everything())
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
