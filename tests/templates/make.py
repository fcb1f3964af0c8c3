"""Makes the workbooks of this folder: `python3 make.py`, with openpyxl 3.1.5 and xlsxwriter. See README.md."""

import datetime
import random
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, IconSetRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

DAY = datetime.datetime(2024, 8, 1)
ITEMS = [
    ("一", "高新技术企业总数", "户", 1800),
    ("二", "技术合同成交额", "万元", 176000),
    ("三", "全社会研发投入强度", "%", 2.1),
    ("四", "科技型中小企业数量", "家", 2000),
    ("五", "省里另列的一项", "个", 12),
]
HEADS = ["序号", "指标名称", "计量单位", "2024年目标", "1-8月累计完成", "完成率", "上月累计", "备注"]


def by_openpyxl():
    """What a provincial department sends out: a title, a head of two storeys, styles, rules, a chart, a locked sum."""
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = DAY
    cover = book.active
    cover.title = "填报说明"
    cover["A1"] = CellRichText("注：", TextBlock(InlineFont(color="FFFF0000", b=True), "红字"), "为必填")
    sheet = book.create_sheet("进展情况表")
    line = Side(style="thin", color="FF808080")
    sheet.merge_cells("A1:H1")
    sheet["A1"] = "2024年8月重点指标进展情况表"
    sheet["A1"].font = Font(name="方正小标宋简体", size=18)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet["A2"], sheet["G2"] = "填报单位：", "单位：万元"
    sheet.merge_cells("D3:F3")
    sheet["D3"] = "完成情况"
    for column in (1, 2, 3, 7, 8):
        sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
        sheet.cell(3, column, HEADS[column - 1])
    for column in (4, 5, 6):
        sheet.cell(4, column, HEADS[column - 1])
    for at, (number, name, unit, _) in enumerate(ITEMS):
        row = 5 + at
        for column, value in enumerate((number, name, unit), 1):
            sheet.cell(row, column, value)
        for column in range(1, 9):
            cell = sheet.cell(row, column)
            cell.border = Border(line, line, line, line)
            cell.fill = PatternFill("solid", "FFFFF2CC" if column in (4, 5, 6, 7) else "FFFFFFFF")
        sheet.cell(row, 5).number_format = "#,##0.00"
        sheet.cell(row, 6).number_format = "0.0%"
        sheet.cell(row, 5).protection = Protection(locked=False)
    sheet["G6"] = "—"
    sheet["H6"] = "含吸纳"
    last = 5 + len(ITEMS)
    sheet.cell(last, 2, "合计")
    for letter in "DE":
        sheet[f"{letter}{last}"] = f"=SUM({letter}5:{letter}{last - 1})"
    sheet["E9"] = "=E5*2"
    sheet["A2"].comment = Comment("请写全称", "省厅", height=60, width=120)
    sheet.conditional_formatting.add("F5:F9", ColorScaleRule("min", None, "FFF8696B", "max", None, "FF63BE7B"))
    sheet.conditional_formatting.add("E5:E9", IconSetRule("3TrafficLights1", "percent", [0, 33, 67]))
    sheet.conditional_formatting.add("D5:D9", CellIsRule(operator="greaterThan", formula=["100"], font=Font(color="FFFF0000")))
    rule = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0", showErrorMessage=True)
    rule.error = "请填数“非负”"
    rule.add("E5:E9")
    sheet.add_data_validation(rule)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=5, min_row=4, max_row=last - 1), titles_from_data=True)
    sheet.add_chart(chart, "J3")
    sheet.freeze_panes = "C5"
    sheet.row_dimensions[3].height = 30
    for letter, width in zip("ABCDEFGH", (6, 30, 10, 14, 16, 10, 12, 20)):
        sheet.column_dimensions[letter].width = width
    sheet.print_title_rows = "3:4"
    sheet.oddFooter.center.text = "第 &P 页"
    book.defined_names["累计"] = DefinedName("累计", attr_text="'进展情况表'!$E$5:$E$9")
    book.save("openpyxl.xlsx")


def by_xlsxwriter():
    """Empty cells that the file does not have at all, a picture, sparklines, a table below, array formulas, a protected sheet."""
    book = xlsxwriter.Workbook("xlsxwriter.xlsx")
    book.set_properties({"created": DAY})
    sheet = book.add_worksheet("表一")
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#D9E1F2"})
    per_cent = book.add_format({"num_format": "0.00%"})
    red = book.add_format({"font_color": "red"})
    sheet.set_column("F:F", 12, per_cent)
    sheet.merge_range("A1:H1", "重点指标", head)
    for column, words in enumerate(HEADS):
        sheet.write(2, column, words, head)
    for at, (number, name, unit, _) in enumerate(ITEMS[:4]):
        sheet.write(3 + at, 0, number)
        sheet.write(3 + at, 1, name)
        sheet.write(3 + at, 2, unit)
    sheet.write_rich_string("H4", "见", red, "附件", "一")
    sheet.write_array_formula("D8:E8", "{=D4:E4*2}")
    sheet.write_formula("E9", "=SUM(E4:E7)", None, 0)
    sheet.add_sparkline("I4", {"range": "表一!D4:E4"})
    sheet.conditional_format("E4:E7", {"type": "data_bar"})
    sheet.insert_textbox("J4", "请勿改动格式")
    sheet.write_comment("B4", "按省口径")
    locked = book.add_worksheet("表二")
    unlocked = book.add_format({"locked": False})
    locked.write_row(0, 0, ["指标", "单位", "累计", "上月"])
    locked.write_row(1, 0, ["高新技术企业总数", "户"])
    locked.write_blank(1, 2, None, unlocked)
    locked.protect()
    locked.ignore_errors({"number_stored_as_text": "A1:A9"})
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=表一!$E$4:$E$7"})
    book.add_chartsheet("图").set_chart(chart)
    book.close()


def prefixed():
    """The same table with `x:` before every element, rows and cells that do not say where they stand, and a part of another
    name: all of it valid, and written so by some programs of bureaus."""
    cells = [["指标名称", "单位", "累计完成", "目标"], ["高新技术企业总数", "户", None, None], ["技术合同成交额", "亿元", None, 5]]
    rows = ""
    for row in cells:
        made = ""
        for value in row:
            if value is None:
                made += '<x:c s="1"/>'
            elif isinstance(value, str):
                made += f'<x:c t="inlineStr"><x:is><x:t>{value}</x:t></x:is></x:c>'
            else:
                made += f"<x:c><x:v>{value}</x:v></x:c>"
        rows += f"<x:row>{made}</x:row>\n"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/data/eins.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{rel}/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{head}<x:workbook xmlns:x="{main}" xmlns:q="{rel}"><x:sheets><x:sheet name="上报 &amp; 表" sheetId="7" q:id="r9"/></x:sheets><x:extLst/></x:workbook>',
        "xl/_rels/workbook.xml.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="r9" Type="{rel}/worksheet" Target="data/eins.xml"/><Relationship Id="r2" Type="{rel}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'{head}<styleSheet xmlns="{main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/data/eins.xml": f'{head}<!-- 上报 --><x:worksheet xmlns:x="{main}"><x:sheetData>\n{rows}<x:row/></x:sheetData></x:worksheet>',
    }
    random.seed(8)
    with zipfile.ZipFile("prefixed.xlsx", "w", zipfile.ZIP_DEFLATED) as out:
        out.comment = "省厅".encode()
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2024, 8, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, text)


by_openpyxl()
by_xlsxwriter()
prefixed()
