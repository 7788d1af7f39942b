"""Makes the templates saved by other people's programs again: /usr/bin/python3 Tests/Fixtures/docx/tao-khac.py

`python-docx.docx` is written by python-docx, `libreoffice.docx` is the same letter saved by LibreOffice. They are
committed: another release of these programs may write other bytes.
"""

import os
import subprocess
import tempfile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

HERE = os.path.dirname(os.path.abspath(__file__))


def letter(path):
    made = docx.Document()
    for name in ("Title", "Heading 1", "Normal"):
        made.styles[name].font.name = "Times New Roman"
    made.sections[0].header.paragraphs[0].text = "Năm {{ năm của văn bản này }}"
    heading = made.add_paragraph("{{ chữ hoa(tên phong trào của văn bản này) }}")
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.runs[0].bold = True
    line = made.add_paragraph("Gửi ")
    line.add_run("{{ t").bold = True
    line.add_run("ên }}").italic = True
    line.add_run(", {{ nếu tổng điểm từ 90 trở lên }}chúc mừng{{ ngược lại }}cố gắng{{ hết }}.")
    made.add_paragraph("{{ với mỗi x trong tập thể }}")
    made.add_paragraph("{{ tên của x }}", style="List Bullet")
    made.add_paragraph("{{ hết }}")
    table = made.add_table(rows=2, cols=3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("Mã", "Đơn vị", "Điểm")):
        cell.text = text
    texts = ("{{ với mỗi x trong tập thể }}{{ mã của x }}", "{{ tên của x }}", "{{ tổng điểm của x: 1 }}{{ hết }}")
    for cell, text in zip(table.rows[1].cells, texts):
        cell.text = text
    made.save(path)


target = os.path.join(HERE, "python-docx.docx")
letter(target)
with tempfile.TemporaryDirectory() as folder:
    source = os.path.join(folder, "libreoffice.odt")
    settings = f"-env:UserInstallation=file://{folder}/ho-so"
    for kind, out, given in (("odt", folder, target), ("docx:MS Word 2007 XML", HERE, source)):
        subprocess.run(["soffice", settings, "--headless", "--convert-to", kind, "--outdir", out, given],
                       check=True, capture_output=True)
        made = os.path.join(folder, "python-docx.odt")
        if os.path.exists(made):
            os.rename(made, source)
