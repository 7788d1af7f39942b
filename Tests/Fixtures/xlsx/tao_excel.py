"""Workbooks part by part as Excel 365 writes them, with what no library writes: python3 Tests/Fixtures/xlsx/tao_excel.py

The files are committed, so that no test needs Python. The same files come out every time. Every value is asserted in
Tests/OfficeTests/ExcelFileTests.swift.
"""

import io
import os
import unicodedata
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_SPACES = (
    f'xmlns="{MAIN}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'mc:Ignorable="x14ac xr xr2 xr3" '
    'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" '
    'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" '
    'xmlns:xr2="http://schemas.microsoft.com/office/spreadsheetml/2015/revision2" '
    'xmlns:xr3="http://schemas.microsoft.com/office/spreadsheetml/2016/revision3"')


def write(name, parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            if isinstance(content, str):
                content = (HEAD + content).encode()
            archive.writestr(
                zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    with open(os.path.join(HERE, name), "wb") as file:
        file.write(data.getvalue())


def relations(*targets, space=OFFICE):
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if ":" in kind else space + "/" + kind}" '
        f'Target="{target}"{more}/>'
        for number, (kind, target, more) in enumerate(
            [(*target, "")[:3] for target in targets], 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


# --- Styles: the formats a Vietnamese Excel offers, by their place in cellXfs.

CUSTOM = {
    164: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
    165: "dd/mm/yyyy;@",
    166: "[$-42A]dd\\ mmmm\\ yyyy;@",
    167: "0.0%",
    168: '#,##0.00" điểm";[Red]\\-#,##0.00" điểm"',
    169: "000000",
    170: '_-* #,##0.00\\ "₫"_-;\\-* #,##0.00\\ "₫"_-;_-* "-"??\\ "₫"_-;_-@_-',
    171: "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
    172: 'hh:mm\\ dd/mm/yyyy',
    173: "[h]:mm:ss;@",
    174: '0"%"',
    175: "[$-1010000]d/m/yyyy;@",
    176: '[<=9999999]###\\-####;\\(###\\)\\ ###\\-####',
}
XFS = [0, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 9, 10, 14, 22, 20, 46, 49, 1, 4,
       176, 11]
STYLE = {number: place for place, number in enumerate(XFS)}
STYLES = (
    f'<styleSheet xmlns="{MAIN}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'mc:Ignorable="x14ac x16r2" '
    'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" '
    'xmlns:x16r2="http://schemas.microsoft.com/office/spreadsheetml/2015/02/main">'
    f'<numFmts count="{len(CUSTOM)}">'
    + "".join(
        '<numFmt numFmtId="%d" formatCode="%s"/>' % (
            number, code.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;"))
        for number, code in CUSTOM.items())
    + '</numFmts><fonts count="2" x14ac:knownFonts="1"><font><sz val="13"/><color theme="1"/>'
    '<name val="Times New Roman"/><family val="2"/></font><font><b/><sz val="13"/>'
    '<name val="Times New Roman"/><family val="1"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    # A style of its own for dates: the cells count, not these.
    '<cellStyleXfs count="2"><xf numFmtId="14" fontId="0" fillId="0" borderId="0"/>'
    '<xf numFmtId="9" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="{len(XFS)}">'
    + "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" '
        'applyNumberFormat="1" applyAlignment="1"><alignment wrapText="1"/>'
        '<protection locked="0"/></xf>' for number in XFS)
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
    '</cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font>'
    '<numFmt numFmtId="165" formatCode="0.00%"/></dxf></dxfs>'
    '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" '
    'defaultPivotStyle="PivotStyleLight16"/><extLst>'
    '<ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    '<x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst></styleSheet>')


# --- Texts

TEXTS = []


def shared(item):
    """The number of a shared text; `item` is its inner XML or plain text."""
    if not item.startswith("<"):
        item = f"<t>{item}</t>"
    if item not in TEXTS:
        TEXTS.append(item)
    return TEXTS.index(item)


RICH = ('<r><rPr><b/><sz val="13"/><color theme="1"/><rFont val="Times New Roman"/>'
        '<family val="1"/></rPr><t xml:space="preserve">Phường </t></r><r><rPr><i/>'
        '<sz val="13"/><rFont val="Times New Roman"/></rPr><t>Hoa Sim</t></r>')
PHONETIC = ('<t>課長会議</t><rPh sb="0" eb="2"><t>カチョウ</t></rPh>'
            '<rPh sb="2" eb="4"><t>カイギ</t></rPh><phoneticPr fontId="1"/>')
SPACED = '<t xml:space="preserve">  Xã Đèo Gió </t>'
ESCAPED = "<t>dòng một_x000D_\ndòng hai _x005F_x0041_</t>"


def text(reference, item, style=0, **more):
    return (f'<c r="{reference}" s="{style}"{extra(more)} t="s"><v>{shared(item)}</v></c>')


def extra(more):
    return "".join(f' {name}="{value}"' for name, value in more.items())


def number(reference, value, format_id=0, formula=None, **more):
    inside = "" if formula is None else formula if formula.startswith("<") else f"<f>{formula}</f>"
    return f'<c r="{reference}" s="{STYLE[format_id]}"{extra(more)}>{inside}<v>{value}</v></c>'


def kind(reference, letter, value, formula=None, **more):
    inside = "" if formula is None else formula if formula.startswith("<") else f"<f>{formula}</f>"
    return f'<c r="{reference}"{extra(more)} t="{letter}">{inside}<v>{value}</v></c>'


def row(index, *cells, **more):
    return (f'<row r="{index}" spans="1:16"{extra(more)} x14ac:dyDescent="0.25">'
            + "".join(cells) + "</row>")


TITLES = ["mã", "tên", "điểm", "tỷ lệ", "ngày nộp", "ngày họp", "đạt", "số hiệu", "kinh phí", "giờ",
          "cộng dồn", "lúc", "mức", "ghi chú", "kết quả", "hạng"]
LETTERS = "ABCDEFGHIJKLMNOP"


def data():
    rows = [row(1, text("A1", "BẢNG TỔNG HỢP SỐ LIỆU NĂM 2026", 1), '<c r="B1" s="1"/>', ht="18.75",
                customHeight="1")]
    # Excel writes a line break of a title as it is.
    names = list(TITLES)
    names[3] = '<t>tỷ\nlệ</t>'
    rows.append(row(3, *(text(f"{letter}3", name, 1) for letter, name in zip(LETTERS, names)),
                    s="1", customFormat="1"))
    rows.append(row(
        4, text("A4", "001"), text("B4", RICH), number("C4", "8.0999999999999996", 168),
        number("D4", "0.92500000000000004", 167), number("E4", "46024", 165),
        number("F4", "46309", 166), kind("G4", "b", 1), number("H4", "12", 169),
        number("I4", "1250000.5", 164), number("J4", "0.35416666666666669", 20),
        number("K4", "1.0625", 173), number("L4", "46309.354166666664", 22),
        number("M4", "0.85", 9), text("N4", PHONETIC),
        number("O4", "16.2", 0, "C4*2"),
        kind("P4", "str", "A", '<f t="shared" ref="P4:P6" si="0">IF(C4&gt;8,"A","")</f>')))
    rows.append(row(
        5, text("A5", "002"), text("B5", SPACED), number("C5", "-3.3000000000000003", 164),
        number("D5", "1", 10), number("E5", "46361", 14), number("F5", "46309", 171),
        kind("G5", "b", 0), number("H5", "7", 169), number("I5", "0", 170),
        number("J5", "0.99998842592592596", 20), number("K5", "0.5", 46),
        number("L5", "46361.999988425923", 172), number("M5", "85", 174), text("N5", ESCAPED),
        number("O5", "-6.6", 0, '<f t="array" ref="O5">C5*2</f>'),
        # A formula whose result is an empty text.
        '<c r="P5" t="str"><f t="shared" si="0"/><v></v></c>', hidden="1"))
    rows.append(row(
        6, text("A6", "003"), kind("B6", "str", "Phòng Chính trị", "VLOOKUP(A6,'Danh mục'!A:B,2,0)"),
        number("C6", "1.0000000000000001E-5", 11), number("D6", "0.5", 9),
        number("E6", "46024", 175), number("F6", "46309.5", 165), kind("G6", "b", 1, "C6&gt;0"),
        number("H6", "1234567", 169), number("I6", "999999999999999", 4),
        number("J6", "0", 20), number("K6", "41.666666666666664", 173), number("L6", "46309", 22),
        number("M6", "1", 9),
        '<c r="N6" t="inlineStr"><is><r><t xml:space="preserve">nội </t></r><r><t>tuyến</t></r>'
        '<rPh sb="0" eb="1"><t>BỎ</t></rPh></is></c>',
        # A dynamic array: cm points into metadata.xml.
        number("O6", "0.00002", 0, '<f t="array" ref="O6">_xlfn._xlws.SORT(C6)*2</f>', cm="1"),
        kind("P6", "str", "", '<f t="shared" si="0"/>')))
    # Only styles: no row.
    rows.append(row(7, *(f'<c r="{letter}7" s="2"/>' for letter in LETTERS)))
    # A row and cells without their address, one with an address of its own.
    rows.append('<row><c t="s"><v>%d</v></c><c t="s"><v>%d</v></c><c><v>5</v></c>'
                '<c r="G8" t="b"><v>1</v></c><c t="s"><v>%d</v></c></row>'
                % (shared("004"), shared("Đội &lt;1&gt; &amp; Đội 2 😀"), shared("0007")))
    return "".join(rows)


FIRST = (
    f'<worksheet {SHEET_SPACES} xr:uid="{{00000000-0001-0000-0000-000000000000}}">'
    '<sheetPr codeName="Sheet1" filterMode="1"><tabColor rgb="FF00B050"/>'
    '<pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:C2"/>'
    '<sheetViews><sheetView showGridLines="0" tabSelected="1" zoomScaleNormal="100" '
    'workbookViewId="0"><pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" '
    'state="frozen"/><selection pane="bottomRight" activeCell="C4" sqref="C4"/></sheetView>'
    '</sheetViews><sheetFormatPr defaultRowHeight="16.5" x14ac:dyDescent="0.25"/>'
    '<cols><col min="1" max="1" width="9.140625" style="19" customWidth="1"/>'
    '<col min="9" max="9" width="0" hidden="1" customWidth="1"/>'
    '<col min="17" max="16384" width="9.140625" hidden="1" customWidth="1"/></cols>'
    f'<sheetData>%s</sheetData>'
    '<sheetProtection sheet="1" objects="1" scenarios="1"/>'
    '<autoFilter ref="A3:P8"><filterColumn colId="2"><customFilters><customFilter '
    'operator="greaterThan" val="0"/></customFilters></filterColumn></autoFilter>'
    '<mergeCells count="1"><mergeCell ref="A1:P1"/></mergeCells>'
    '<phoneticPr fontId="1" type="noConversion"/>'
    '<conditionalFormatting sqref="C4:C8"><cfRule type="cellIs" dxfId="0" priority="1" '
    'operator="lessThan"><formula>5</formula></cfRule></conditionalFormatting>'
    '<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="G4:G8">'
    '<formula1>"có,không"</formula1></dataValidation></dataValidations>'
    '<hyperlinks><hyperlink ref="B4" r:id="rId1" display="Hoa Sim"/></hyperlinks>'
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" orientation="landscape" r:id="rId2"/>'
    '<headerFooter><oddFooter>&amp;CTrang &amp;P</oddFooter></headerFooter>'
    '<drawing r:id="rId3"/><legacyDrawing r:id="rId4"/>'
    '<tableParts count="1"><tablePart r:id="rId5"/></tableParts>'
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    '<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" '
    'count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>\'Danh mục\'!$A$1:$A$2</xm:f>'
    '</x14:formula1><xm:sqref>P4:P8</xm:sqref></x14:dataValidation></x14:dataValidations></ext>'
    '</extLst></worksheet>')

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
CHART = (
    f'<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main"><c:chart><c:plotArea>'
    '<c:layout/><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/>'
    '<c:val><c:numRef><c:f>\'Số liệu\'!$C$4:$C$6</c:f><c:numCache><c:ptCount val="1"/>'
    '<c:pt idx="0"><c:v>999</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart>'
    '</c:plotArea></c:chart></c:chartSpace>')


def small(cells, extra_parts=""):
    return (f'<worksheet {SHEET_SPACES}><sheetFormatPr defaultRowHeight="15"/>'
            f'<sheetData>{cells}</sheetData>{extra_parts}</worksheet>')


def office():
    """`excel.xlsx`: the sheet `Số liệu` with everything, and sheets that are no data."""
    TEXTS.clear()
    first = FIRST % data()
    pivot = small(
        row(3, text("A3", "Nhãn hàng"), text("B3", "Tổng điểm"))
        + row(4, text("A4", "Phường"), number("B4", "4.8")))
    listed = small(row(1, text("A1", "003"), text("B1", "Phòng Chính trị")))
    secret = small(row(1, text("A1", "mã")) + row(2, text("A2", "BÍ MẬT")))
    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="bin" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.'
            'vmlDrawing"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": relations(
            ("officeDocument", "xl/workbook.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("extended-properties", "docProps/app.xml")),
        "xl/workbook.xml":
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'mc:Ignorable="x15 xr xr6 xr10 xr2" '
            'xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" '
            'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision">'
            '<fileVersion appName="xl" lastEdited="7" lowestEdited="6" rupBuild="27928"/>'
            '<workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/>'
            '<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="D:\\THI DUA\\" '
            'xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/>'
            '</mc:Choice></mc:AlternateContent>'
            '<xr:revisionPtr revIDLastSave="0" documentId="13_ncr:1_{0}" xr6:coauthVersionLast="47" '
            'xmlns:xr6="http://schemas.microsoft.com/office/spreadsheetml/2016/revision6"/>'
            '<bookViews><workbookView xWindow="-120" yWindow="-120" windowWidth="29040" '
            'windowHeight="15720" firstSheet="1" activeTab="1"/></bookViews><sheets>'
            '<sheet name="Biểu đồ" sheetId="5" r:id="rId1"/>'
            '<sheet name="Số liệu" sheetId="1" r:id="rId2"/>'
            '<sheet name="Tổng hợp" sheetId="2" r:id="rId3"/>'
            '<sheet name="Danh mục" sheetId="3" state="hidden" r:id="rId4"/>'
            '<sheet name="Cấu hình" sheetId="4" state="veryHidden" r:id="rId5"/></sheets>'
            '<externalReferences><externalReference r:id="rId6"/></externalReferences>'
            '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'
            "'Số liệu'!$A$3:$P$8</definedName><definedName name=\"_xlnm.Print_Titles\" "
            "localSheetId=\"1\">'Số liệu'!$1:$3</definedName>"
            "<definedName name=\"DiemChuan\">'Số liệu'!$C$4</definedName></definedNames>"
            '<calcPr calcId="191029" fullCalcOnLoad="1"/>'
            '<pivotCaches><pivotCache cacheId="1" r:id="rId7"/></pivotCaches><extLst>'
            '<ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}">'
            '<x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            ("chartsheet", "chartsheets/sheet1.xml"), ("worksheet", "worksheets/sheet1.xml"),
            ("worksheet", "/xl/worksheets/sheet2.xml"), ("worksheet", "./worksheets/../worksheets/sheet3.xml"),
            ("worksheet", "worksheets/trang%20an.xml"),
            ("externalLink", "externalLinks/externalLink1.xml"),
            ("pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
            ("theme", "theme/theme1.xml"), ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"), ("sheetMetadata", "metadata.xml"),
            ("calcChain", "calcChain.xml"),
            ("http://schemas.microsoft.com/office/2017/10/relationships/person",
             "persons/person.xml")),
        "xl/chartsheets/sheet1.xml":
            f'<chartsheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetPr/><sheetViews><sheetView '
            'workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>',
        "xl/worksheets/sheet1.xml": first,
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            ("hyperlink", "https://example.invalid/", ' TargetMode="External"'),
            ("printerSettings", "../printerSettings/printerSettings1.bin"),
            ("drawing", "../drawings/drawing1.xml"), ("vmlDrawing", "../drawings/vmlDrawing1.vml"),
            ("table", "../tables/table1.xml"), ("comments", "../comments1.xml")),
        "xl/worksheets/sheet2.xml": pivot,
        "xl/worksheets/_rels/sheet2.xml.rels": relations(
            ("pivotTable", "../pivotTables/pivotTable1.xml")),
        "xl/worksheets/sheet3.xml": listed,
        "xl/worksheets/trang an.xml": secret,
        "xl/theme/theme1.xml":
            f'<a:theme xmlns:a="{DRAWING}/main" name="Office Theme"><a:themeElements/></a:theme>',
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml":
            f'<sst xmlns="{MAIN}" count="{len(TEXTS) + 9}" uniqueCount="{len(TEXTS)}">'
            + "".join(f"<si>{item}</si>" for item in TEXTS) + "</sst>",
        "xl/metadata.xml":
            f'<metadata xmlns="{MAIN}" xmlns:xda="http://schemas.microsoft.com/office/'
            'spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType '
            'name="XLDAPR" minSupportedVersion="120000" copy="1"/></metadataTypes>'
            '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>',
        "xl/calcChain.xml":
            f'<calcChain xmlns="{MAIN}"><c r="O4" i="1"/><c r="O5" i="1" a="1"/></calcChain>',
        "xl/tables/table1.xml":
            f'<table xmlns="{MAIN}" id="1" name="Bang1" displayName="Bang1" ref="A3:P8" '
            'totalsRowShown="0"><autoFilter ref="A3:P8"/><tableColumns count="16">'
            + "".join(f'<tableColumn id="{place}" name="{name}"/>'
                      for place, name in enumerate(TITLES, 1))
            + '</tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>',
        "xl/comments1.xml":
            f'<comments xmlns="{MAIN}"><authors><author>Anh Ba</author></authors><commentList>'
            '<comment ref="C4" authorId="0"><text><r><t>Xem lại</t></r></text></comment>'
            '</commentList></comments>',
        "xl/drawings/vmlDrawing1.vml":
            '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:'
            'office:excel"><v:shape id="_x0000_s1025"><x:ClientData ObjectType="Note"><x:Row>3'
            '</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>',
        "xl/drawings/drawing1.xml":
            f'<xdr:wsDr xmlns:xdr="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main"/>',
        "xl/charts/chart1.xml": CHART,
        "xl/externalLinks/externalLink1.xml":
            f'<externalLink xmlns="{MAIN}" xmlns:r="{OFFICE}"><externalBook r:id="rId1">'
            '<sheetNames><sheetName val="Sheet1"/></sheetNames><sheetDataSet><sheetData '
            'sheetId="0"><row r="1"><cell r="A1"><v>77</v></cell></row></sheetData>'
            '</sheetDataSet></externalBook></externalLink>',
        "xl/externalLinks/_rels/externalLink1.xml.rels": relations(
            ("externalLinkPath", "file:///D:\\THI%20DUA\\nam-2025.xlsx", ' TargetMode="External"')),
        "xl/chartsheets/_rels/sheet1.xml.rels": relations(("drawing", "../drawings/drawing2.xml")),
        "xl/drawings/drawing2.xml":
            f'<xdr:wsDr xmlns:xdr="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main">'
            '<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9304782" cy="6077290"/>'
            '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Biểu đồ 1"/>'
            '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/>'
            '<a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="'
            f'{DRAWING}/chart"><c:chart xmlns:c="{DRAWING}/chart" xmlns:r="{OFFICE}" r:id="rId1"/>'
            '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:absoluteAnchor>'
            '</xdr:wsDr>',
        "xl/drawings/_rels/drawing2.xml.rels": relations(("chart", "../charts/chart1.xml")),
        "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": relations(
            ("pivotCacheRecords", "pivotCacheRecords1.xml")),
        "xl/pivotTables/_rels/pivotTable1.xml.rels": relations(
            ("pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")),
        "xl/pivotCache/pivotCacheDefinition1.xml":
            f'<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{OFFICE}" r:id="rId1" '
            'refreshedBy="Anh Ba" recordCount="1"><cacheSource type="worksheet">'
            '<worksheetSource ref="A3:P8" sheet="Số liệu"/></cacheSource><cacheFields count="0"/>'
            '</pivotCacheDefinition>',
        "xl/pivotCache/pivotCacheRecords1.xml":
            f'<pivotCacheRecords xmlns="{MAIN}" count="1"><r><s v="001"/><n v="8.1"/></r>'
            '</pivotCacheRecords>',
        "xl/pivotTables/pivotTable1.xml":
            f'<pivotTableDefinition xmlns="{MAIN}" name="PivotTable1" cacheId="1"><location '
            'ref="A3:B4" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/>'
            '</pivotTableDefinition>',
        "xl/printerSettings/printerSettings1.bin": bytes(range(64)),
        "docProps/core.xml":
            f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Anh Ba</dc:creator>'
            '</cp:coreProperties>',
        "docProps/app.xml":
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><Application>Microsoft Excel</Application>'
            '<AppVersion>16.0300</AppVersion></Properties>',
    }
    write("excel.xlsx", parts)
    # The same with macros: another content type, one part more.
    macros = dict(parts)
    macros["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    macros["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    write("excel.xlsm", macros)


def strict():
    """`strict.xlsx`: "Strict Open XML", in the names of the standard, days as ISO dates, years from 1904."""
    space = "http://purl.oclc.org/ooxml"
    main = f"{space}/spreadsheetml/main"
    office_space = f"{space}/officeDocument/relationships"
    cells = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
        '<c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c>'
        '<c r="B2" s="1" t="d"><v>2026-10-14</v></c><c r="C2" s="2"><v>0.92500000000000004</v></c>'
        '<c r="D2" s="3" t="d"><v>2026-10-14T08:30:00</v></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>B</t></is></c><c r="B3" s="1"><v>44907</v></c>'
        '<c r="C3" s="2"><v>1</v></c><c r="D3" s="3"><v>44907.5</v></c></row>')
    write("strict.xlsx", {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml"), space=office_space),
        "xl/workbook.xml":
            f'<workbook xmlns="{main}" xmlns:r="{office_space}" conformance="strict">'
            '<workbookPr date1904="1" defaultThemeVersion="124226"/><sheets><sheet name="Sheet1" '
            'sheetId="1" r:id="rId1"/></sheets><extLst><ext '
            'xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" '
            'uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}"><x15:workbookPr '
            'chartTrackingRefBase="1"/></ext></extLst></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets\\sheet1.xml"), ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"), space=office_space),
        "xl/worksheets/sheet1.xml":
            f'<x:worksheet xmlns:x="{main}"><x:sheetData>'
            + cells.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
            + '</x:sheetData></x:worksheet>',
        "xl/styles.xml":
            f'<styleSheet xmlns="{main}"><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/>'
            '<xf numFmtId="10"/><xf numFmtId="22"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml":
            f'<sst xmlns="{main}" uniqueCount="4">'
            + "".join(f"<si><t>{title}</t></si>" for title in ["mã", "ngày", "tỷ lệ", "lúc"])
            + "</sst>",
    })


# --- Fonts from before Unicode

ABC_LETTERS = (
    "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ·····àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
    "Ổỏõóọồổỗốộờởỡớợù" "ỖủũúụừửữứựỳỷỹýỵỐ")


def abc(written):
    """The codes of ABC fonts, as Excel stores them; no capitals with a tone."""
    return "".join(
        letter if letter.isascii() else chr(0xA0 + ABC_LETTERS.index(letter)) for letter in written)


def vni(written):
    """The codes of VNI fonts."""
    tones = "\u0300\u0309\u0303\u0301\u0323"
    alone = dict(zip("đìỉĩíịỵ", "ñìæóíòî"))
    result = ""
    for letter in written:
        small = letter.lower()
        if small in alone:
            codes = alone[small]
        else:
            base, *marks = unicodedata.normalize("NFD", small)
            tone = next((tones.index(mark) for mark in marks if mark in tones), -1)
            base = {"\u031b": {"o": "ô", "u": "ö"}.get(base, base)}.get(
                next((mark for mark in marks if mark == "\u031b"), ""), base)
            if "\u0302" in marks:
                codes = base + "âàåãáä"[tone + 1]
            elif "\u0306" in marks:
                codes = base + "êèúüéë"[tone + 1]
            else:
                codes = base + ("" if tone < 0 else "øûõùï"[tone])
        result += codes.upper() if letter.isupper() else codes
    return result


def old_fonts():
    """`phong-cu.xlsx`: what years of copying leave in a workbook of an office."""
    modern, time, capitals, other = range(4)
    styles = (
        f'<styleSheet xmlns="{MAIN}"><fonts count="4">'
        + "".join(f'<font><sz val="13"/><name val="{name}"/></font>'
                  for name in ["Times New Roman", ".VnTime", ".VnTimeH", "VNI-Times"])
        + '</fonts><cellXfs count="4">'
        + "".join(f'<xf numFmtId="0" fontId="{font}" xfId="0" applyFont="1"/>' for font in range(4))
        + "</cellXfs></styleSheet>")
    TEXTS.clear()

    def run(font, content):
        look = "" if font is None else f'<rPr><sz val="13"/><rFont val="{font}"/></rPr>'
        return f'<r>{look}<t xml:space="preserve">{content}</t></r>'

    rows = [
        [(time, abc("mã")), (time, abc("tên")), (time, abc("cụm")), (modern, "ghi chú")],
        [(modern, "TT01"), (time, abc("Phường Hoa Sim")), (time, abc("Cụm 1")),
         (modern, "đã nộp đủ hồ sơ")],
        # The first letter in the font of capitals; the first run has the font of the cell.
        [(modern, "TT02"), (capitals, run(None, abc("ủ")) + run(".VnTime", abc("y ban xã Đồng Nội"))),
         (time, abc("cụm 1")), (modern, "Tập đoàn Lumière góp vốn")],
        [(modern, "TT03"), (time, abc("Công ty ") + "Lumière"), (modern, abc("khối 2")),
         (modern, "né tránh")],
        [(modern, "TT04"), (capitals, abc("trường tiểu học Hoa Sim")), (other, vni("Cụm 3")),
         (modern, "Hoàn thành")],
        # Pasted as Unicode into a cell that kept its font.
        [(modern, "TT05"), (time, "Phường Đoàn Kết"), (other, "Khối phường"), (time, "Hoàn thành")],
        [(modern, "TT06"),
         (modern, run(".VnTime", abc("Xã Long ")) + run("Times New Roman", "Bình (mới)")),
         (other, vni("Khối xã")), (modern, "")],
    ]
    body = "".join(
        row(index, *(text(f"{letter}{index}", item, style)
                     for letter, (style, item) in zip("ABCD", cells) if item))
        for index, cells in enumerate(rows, 1))
    write("phong-cu.xlsx", {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml":
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" '
            'r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml")),
        "xl/worksheets/sheet1.xml": small(body),
        "xl/styles.xml": styles,
        "xl/sharedStrings.xml":
            f'<sst xmlns="{MAIN}">' + "".join(f"<si>{item}</si>" for item in TEXTS) + "</sst>",
    })


office()
strict()
old_fonts()
