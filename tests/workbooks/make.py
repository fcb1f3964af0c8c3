#!/usr/bin/env python3
"""Makes the workbooks of this folder that Python makes, each with what is expected of it beside it. See README.md."""
import datetime
import zipfile

import openpyxl
import xlsxwriter
import xlwt
from odf import opendocument, style, table, text
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from expect import Expected, letters, path, place, shown

DISTRICTS = ["海城市", "台安县", "岫岩县", "铁东区", "铁西区", "立山区", "千山区", "高新区", "经开区"]


# --- openpyxl ---


class Open:
    """A sheet of openpyxl; what is put into it is expected of it."""

    def __init__(self, expected, sheet):
        self.expected, self.sheet = expected, sheet

    def put(self, at, value, code=None, words=None):
        cell = self.sheet[at]
        cell.value = value
        if code:
            cell.number_format = code
        self.expected.cell(self.sheet.title, at, shown(value) if words is None else words)
        return cell

    def row(self, number, *values, left="A"):
        first = openpyxl.utils.column_index_from_string(left) - 1
        for at, value in enumerate(values):
            if value not in (None, ""):
                self.put(f"{letters(first + at)}{number}", value)

    def merge(self, area):
        self.sheet.merge_cells(area)
        self.expected.note("merged", self.sheet.title, area)


def two_storeys():
    e = Expected("01-title-and-two-storeys.xlsx")
    book = openpyxl.Workbook()
    book.active.title = "8月"
    one = Open(e, book.active)
    one.merge("A1:F1")
    one.put("A1", "鞍山市2024年8月科技指标完成情况表")
    one.put("F2", "单位：万元、个")
    for area in ["A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4"]:
        one.merge(area)
    one.row(3, "指标名称", "单位", "完成情况", None, "同比增长（%）", "备注")
    one.row(4, None, None, "本月", "本年累计")
    one.row(5, "技术合同成交额", "万元")
    one.put("C5", 14000, "#,##0")
    one.put("D5", 129000, "#,##0", "129000")
    one.put("E5", 0.081, "0.0%", "8.1%")
    one.row(6, "新增市级以上科技创新平台", "个", 2, 17)
    one.put("E6", 0.133, "0.00%", "13.30%")
    one.row(7, "引进国外高层次人才", "人", 1, 18, "—", "含联合引进")
    one.row(8, "高新技术企业总数", "户", 7, 512)
    one.merge("A9:F9")
    one.put("A9", "注：技术合同成交额按登记口径，数据截至8月31日。")
    # A stock of which month and sum stand side by side: somebody has to say which it is.
    e.reading("8月", "contract-value=12.9 @D5", "new-platforms=17 @D6", "foreign-professionals=18 @D7", "?")
    book.save(path(e.name))
    e.write()


def totals_of_districts():
    e = Expected("03-totals-of-districts.xlsx")
    book = openpyxl.Workbook()
    book.active.title = "分县区"
    one = Open(e, book.active)
    one.row(1, "县（市）区", "高企总数", "科小", "技术合同额（万元）")
    high, small, money = (
        [98, 31, 22, 77, 66, 60, 28, 95, 35],
        [203, 64, 51, 150, 140, 131, 60, 231, 90],
        [21000, 3000, 1500, 24000, 17000, 16500, 3000, 38000, 12000],
    )
    for at, name in enumerate(DISTRICTS):
        one.row(at + 2, name, high[at], small[at], money[at])
    assert (sum(high), sum(small), sum(money)) == (512, 1120, 136000)
    one.row(11, "合计", 512, 1130, 136000)
    e.reading(
        "分县区",
        "high-tech-enterprises=512 @B11",
        "technology-smes=1130 @C11",
        "contract-value=13.6 @D11",
        "~total C11 1130 1120",
    )
    book.save(path(e.name))
    e.write()


def subtotals():
    e = Expected("04-subtotals-and-of-which.xlsx")
    book = openpyxl.Workbook()
    book.active.title = "分组"
    one = Open(e, book.active)
    one.row(1, "地区", "高企总数", "科小")
    one.row(2, "一、县（市）")
    one.row(3, "海城市", 98, 203)
    one.row(4, "其中：开发区内", 12, 20)
    one.row(5, "台安县", 31, 64)
    one.row(6, "岫岩县", 22, 51)
    one.row(7, "小计", 151, 318)
    one.row(8, "二、城区")
    one.row(9, "铁东区", 77, 150)
    one.row(10, "铁西区", 66, 140)
    one.row(11, "立山区", 60, 131)
    one.row(12, "千山区", 28, 60)
    one.row(13, "小 计", 231, 418)
    one.row(14, "三、开发区")
    one.row(15, "高新区", 95, 231)
    one.row(16, "经开区", 35, 90)
    one.row(17, "小计", 130, 321)
    one.row(18, "合  计", 512, 1120)
    # 150 + 140 + 131 + 60 are 481.
    e.reading(
        "分组", "high-tech-enterprises=512 @B18", "technology-smes=1120 @C18", "~total C13 418 481"
    )
    book.save(path(e.name))
    e.write()


def hidden():
    e = Expected("06-hidden-sheet-rows-columns.xlsx")
    book = openpyxl.Workbook()
    book.active.title = "8月"
    one = Open(e, book.active)
    one.row(1, "指标", "单位", "累计完成", "上年同期")
    one.row(2, "高新技术企业总数", "户", 512, 480)
    one.row(3, "科技型中小企业注册数", "家", 1120, 980)
    one.row(4, "引进国外高层次人才", "人", 18, 12)
    one.row(5, "校验", None, 1650, 1472)
    book.active.row_dimensions[3].hidden = True
    book.active.row_dimensions[5].hidden = True
    book.active.column_dimensions["D"].hidden = True
    e.note("hidden-row", "8月", "3")
    e.note("hidden-row", "8月", "5")
    e.note("hidden-column", "8月", "D")
    for title, state in [("底稿", "hidden"), ("参数", "veryHidden")]:
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        Open(e, sheet).row(1, "高新技术企业总数", 999)
        e.note("hidden", title)
    e.reading(
        "8月",
        "high-tech-enterprises=512 @C2",
        "technology-smes=1120 @C3",
        "foreign-professionals=18 @C4",
        "!UnknownName",
        "~hidden C3",
        "~hidden rows 3,5 columns D",
    )
    book.save(path(e.name))
    e.write()


def unvalued():
    e = Expected("08-formulas-without-values.xlsx")
    book = openpyxl.Workbook()
    book.active.title = "8月"
    one = Open(e, book.active)
    one.row(1, "指标", "1-7月", "8月", "1-8月")
    one.row(2, "新增市级以上科技创新平台", 15, 2)
    one.row(3, "引进国外高层次人才", 17, 1)
    one.row(4, "技术合同成交额（亿元）", 12, None, 13.6)
    for row in [2, 3]:
        one.put(f"D{row}", f"=B{row}+C{row}", words="")
        e.note("unvalued", "8月", f"D{row}")
    # What is asked is whether a month alone is to be taken.
    e.reading("8月", "?", "?", "contract-value=13.6 @D4")
    book.save(path(e.name))
    e.write()


def dates():
    e = Expected("10-dates.xlsx")
    book = openpyxl.Workbook()
    book.active.title = "月报"
    one = Open(e, book.active)
    day = datetime.date
    one.merge("A1:E1")
    one.put("A1", "科技指标月报")
    one.put("A2", "填报日期")
    one.put("B2", day(2024, 9, 2), "yyyy-mm-dd", "2024-09-02")
    one.put("A3", "指标")
    for month, at in [(6, "B3"), (7, "C3"), (8, "D3")]:
        one.put(at, day(2024, month, 1), 'yyyy"年"m"月"', f"2024年{month}月")
    one.put("E3", "更新日期")
    one.row(4, "高新技术企业总数", 505, 509, 512)
    one.put("E4", day(2024, 8, 31), "yyyy/m/d", "2024-08-31")
    one.row(5, "创新载体", 25, 25, 26)
    one.put("E5", day(2024, 8, 30), "mm-dd-yy", "2024-08-30")
    one.row(6, "科技型中小企业注册数", 1100, 1110, 1120)
    one.put("E6", day(2024, 8, 29), '[$-804]yyyy"年"m"月"d"日";@', "2024-08-29")
    one.row(7, "制表时间")
    one.put("E7", datetime.time(8, 30), "h:mm", "08:30")
    e.reading(
        "月报", "high-tech-enterprises=512 @D4", "carriers=26 @D5", "technology-smes=1120 @D6"
    )
    book.save(path(e.name))
    e.write()


def dates_of_1904():
    e = Expected("11-dates-of-1904.xlsx")
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.title = "8月"
    one = Open(e, book.active)
    one.row(1, "指标", "累计完成", "截止日期")
    one.row(2, "高新技术企业总数", 512)
    one.put("C2", datetime.date(2024, 8, 31), "yyyy-mm-dd", "2024-08-31")
    one.row(3, "科技型中小企业注册数", 1120)
    one.put("C3", datetime.date(2024, 8, 1), 'yyyy"年"m"月"', "2024年8月")
    e.reading("8月", "high-tech-enterprises=512 @B2", "technology-smes=1120 @B3")
    book.save(path(e.name))
    e.write()


def many_styles():
    e = Expected("22-many-styles.xlsx")
    book = openpyxl.Workbook()
    book.active.title = "台账"
    one = Open(e, book.active)
    one.row(1, "序号", "指标", "单位", "年度目标", "累计完成", "完成率")
    rows = [
        ("高新技术企业总数", "户", 600, 512, 0.853),
        ("科技型中小企业注册数", "家", 1300, 1120, 0.862),
        ("技术合同成交额", "亿元", 20.3, 13.6, 0.67),
    ]
    for at, (name, unit, target, done, rate) in enumerate(rows):
        one.row(at + 2, at + 1, name, unit, target, done)
        one.put(f"F{at + 2}", rate, "0.0%", f"{rate * 100:.1f}%")
    side = Side(style="thin")
    for row in range(1, 26):
        for column in range(1, 9):
            cell = book.active.cell(row=row, column=column)
            number = row * 8 + column
            cell.font = Font(name=["宋体", "仿宋", "黑体"][number % 3], size=8 + number % 40)
            cell.fill = PatternFill("solid", fgColor=f"FF{number * 40_000 % 0xFFFFFF:06X}")
            cell.border = Border(left=side) if number % 2 else Border(top=side)
    e.reading(
        "台账",
        "high-tech-enterprises=512 @E2",
        "technology-smes=1120 @E3",
        "contract-value=13.6 @E4",
    )
    book.save(path(e.name))
    e.write()


# --- XlsxWriter ---


class Writer:
    """A sheet of XlsxWriter; what is put into it is expected of it."""

    def __init__(self, expected, book, title):
        self.expected, self.book, self.title = expected, book, title
        self.sheet = book.add_worksheet(title)

    def put(self, row, column, value, code=None, words=None, as_text=False):
        format = self.book.add_format({"num_format": code}) if code else None
        write = self.sheet.write_string if as_text else self.sheet.write
        write(row, column, value, format)
        self.expected.cell(self.title, place(row, column), shown(value) if words is None else words)

    def row(self, row, *values, left=0, as_text=False):
        for at, value in enumerate(values):
            if value not in (None, ""):
                self.put(row, left + at, value, as_text=as_text)

    def formula(self, row, column, formula, value):
        self.sheet.write_formula(row, column, formula, None, value)
        is_error = isinstance(value, str) and value.startswith("#")
        if is_error:
            self.expected.note("unvalued", self.title, place(row, column))
        else:
            self.expected.cell(self.title, place(row, column), shown(value))


def written(name, **options):
    return Expected(name), xlsxwriter.Workbook(path(name), options)


def unit_in_head():
    e, book = written("02-unit-in-the-head.xlsx")
    one = Writer(e, book, "Sheet1")
    one.row(0, "指标", "全年目标（亿元）", "1-8月累计（万元）", "增速（%）", "责任单位")
    one.row(1, "技术合同成交额", 20.3, 136000, 8.1, "市科技局")
    one.row(3, "注：金额以登记为准")
    e.reading("Sheet1", "contract-value=13.6 @C2")
    book.close()
    e.write()


def blocks():
    e, book = written("05-blocks-on-one-sheet.xlsx")
    one = Writer(e, book, "汇总")
    one.row(0, "一、企业培育")
    one.row(1, "指标", "2024年目标", "累计完成")
    one.row(2, "高企总数", 600, 533)
    one.row(3, "科小", 1300, 1120)
    one.row(5, "二、平台建设")
    one.row(6, "指标", "单位", "本月", "本年累计")
    one.row(7, "新增市级以上科技创新平台", "个", 2, 17)
    one.row(8, "引进国外高层次人才", "人", 1, 18)
    e.reading(
        "汇总",
        "high-tech-enterprises=533 @C3",
        "technology-smes=1120 @C4",
        "new-platforms=17 @D8",
        "foreign-professionals=18 @D9",
    )
    book.close()
    e.write()


def formulas():
    e, book = written("07-formulas-with-values.xlsx")
    one = Writer(e, book, "8月")
    one.row(0, "指标", "1-7月", "8月", "1-8月", "备注")
    one.row(1, "新增市级以上科技创新平台", 15, 2)
    one.row(2, "引进国外高层次人才", 17, 1)
    one.formula(1, 3, "=B2+C2", 17)
    one.formula(2, 3, "=B3+C3", 18)
    one.formula(1, 4, '=IF(D2>16,"良","差")', "良")
    e.reading("8月", "new-platforms=17 @D2", "foreign-professionals=18 @D3")
    book.close()
    e.write()


def errors():
    e, book = written("09-error-cells.xlsx")
    one = Writer(e, book, "8月")
    one.row(0, "指标", "单位", "累计完成")
    one.row(1, "高企总数", "户", 512)
    for row, name, unit, formula, error in [
        (2, "科小", "家", "=NA()", "#N/A"),
        (3, "技术合同额", "亿元", "=1/0", "#DIV/0!"),
        (4, "引进国外高层次人才", "人", "=#REF!+1", "#REF!"),
    ]:
        one.row(row, name, unit)
        one.formula(row, 2, formula, error)
    e.reading("8月", "high-tech-enterprises=512 @C2", "!Empty", "!Empty", "!Empty")
    book.close()
    e.write()


def texts():
    e, book = written("12-full-width-and-text-numbers.xlsx")
    one = Writer(e, book, "８月")
    one.row(0, "指标", "完成", as_text=True)
    one.row(1, "高新技术企业总数", "５１２", as_text=True)
    one.row(2, "科技型中小企业注册数", "1，120", as_text=True)
    one.row(3, "引进国外高层次人才", " 18 ", as_text=True)
    one.row(4, "技术合同成交额", "１３．６亿元", as_text=True)
    one.row(5, "攻克产业技术", "17项", as_text=True)
    e.reading(
        "８月",
        "high-tech-enterprises=512 @B2",
        "technology-smes=1120 @B3",
        "foreign-professionals=18 @B4",
        "contract-value=13.6 @B5",
        "technologies-mastered=17 @B6",
    )
    book.close()
    e.write()


def percents():
    e, book = written("13-percents.xlsx")
    for title, head, value, code, words, fate in [
        ("格式", "累计完成", 0.612, "0.0%", "61.2%", "conversion-rate=61.2 @B2"),
        ("整数", "累计完成", 1.2, "0%", "120%", "conversion-rate=120 @B2"),
        ("数字", "累计完成", 61.2, None, "61.2", "conversion-rate=61.2 @B2"),
        ("文字", "累计完成", "61.2%", None, "61.2%", "conversion-rate=61.2 @B2"),
        ("表头", "累计完成（%）", 61.2, None, "61.2", "conversion-rate=61.2 @B2"),
        # 61.2 % or 0.612 %?
        ("裸数", "累计完成", 0.612, None, "0.612", "?"),
    ]:
        one = Writer(e, book, title)
        one.row(0, "指标", head)
        one.row(1, "科技成果转化率")
        one.put(1, 1, value, code, words)
        e.reading(title, fate)
    book.close()
    e.write()


def custom_formats():
    e, book = written("19-custom-formats.xlsx")
    one = Writer(e, book, "8月")
    one.row(0, "指标", "累计完成", "增减")
    accounts = '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ '
    rows = [
        ("高新技术企业总数", 512, '0"家"', "512家", -12, "#,##0_);\\(#,##0\\)", "-12"),
        ("科技型中小企业注册数", 1120, accounts, "1120", -9, accounts, "-9"),
        ("技术合同成交额", 13.6, '0.0"亿元"', "13.6亿元", 1.25, "[Red]0.0_ ", "1.3"),
        ("攻克产业技术", 17, '#,##0"项"', "17项", -0.04, "0.0", "0.0"),
        ("创新载体", 26, '"共"0"家"', "共26家", 2, "+0;-0", "+2"),
        ("入库省级典型联盟", 16, 'G/通用格式"个"', "16个", 0, accounts, "0"),
    ]
    for at, (name, done, code, words, change, other, other_words) in enumerate(rows):
        one.row(at + 1, name)
        one.put(at + 1, 1, done, code, words)
        one.put(at + 1, 2, change, other, other_words)
    e.reading(
        "8月",
        "high-tech-enterprises=512 @B2",
        "technology-smes=1120 @B3",
        "contract-value=13.6 @B4",
        "technologies-mastered=17 @B5",
        # Words before a figure make words of it, and what has a plus is no figure either.
        "!NotAFigure",
        "alliances=16 @B7",
    )
    book.close()
    e.write()


def frozen():
    e, book = written("23-print-area-and-frozen-panes.xlsx")
    one = Writer(e, book, "8月")
    one.row(0, "序号", "指标", "累计完成", "类别")
    rows = [("高企总数", 512, "企业"), ("科小", 1120, "企业"), ("攻克产业技术", 17, "技术")]
    for at, row in enumerate(rows):
        one.row(at + 1, at + 1, *row)
    one.sheet.freeze_panes(1, 2)
    one.sheet.print_area(0, 0, 3, 2)
    one.sheet.repeat_rows(0)
    one.sheet.autofilter(0, 0, 3, 3)
    one.sheet.filter_column("D", "x == 企业")
    one.sheet.set_row(3, None, None, {"hidden": True})
    one.sheet.set_landscape()
    one.sheet.set_column(1, 1, 40)
    e.note("hidden-row", "8月", "4")
    e.reading(
        "8月",
        "high-tech-enterprises=512 @C2",
        "technology-smes=1120 @C3",
        "technologies-mastered=17 @C4",
        "~hidden C4",
        "~hidden rows 4",
    )
    book.close()
    e.write()


def rich_text():
    e, book = written("24-rich-text.xlsx")
    one = Writer(e, book, "8月")
    bold, red = book.add_format({"bold": True}), book.add_format({"color": "red"})
    raised = book.add_format({"font_script": 1})
    one.row(0, "指标")
    one.sheet.write_rich_string(0, 1, "累计", bold, "完成")
    e.cell("8月", "B1", "累计完成")
    one.sheet.write_rich_string(1, 0, bold, "高新技术", "企业总数", raised, "①")
    e.cell("8月", "A2", "高新技术企业总数①")
    one.put(1, 1, 512)
    one.sheet.write_rich_string(2, 0, "科技型", red, "中小企业", "注册数")
    e.cell("8月", "A3", "科技型中小企业注册数")
    one.sheet.write_rich_string(2, 1, "1", red, "120")
    e.cell("8月", "B3", "1120")
    one.sheet.write_rich_string(3, 0, red, "注：", "红字为 ", bold, "暂估数")
    e.cell("8月", "A4", "注：红字为 暂估数")
    # The mark of a note is no part of a name.
    e.reading("8月", "high-tech-enterprises=512 @B2", "technology-smes=1120 @B3")
    book.close()
    e.write()


def inline_strings():
    e, book = written("26-inline-strings.xlsx", constant_memory=True)
    one = Writer(e, book, "8月")
    one.row(0, "指标", "单位", "累计完成")
    one.row(1, "高企总数", "户", 512)
    one.row(2, "科小 & <其他>", "家", 1120)
    one.row(3, "引进国外高层次人才", "人", 18)
    e.reading("8月", "high-tech-enterprises=512 @C2", "!UnknownName", "foreign-professionals=18 @C4")
    book.close()
    e.write()


# --- xlwt ---


def month_and_cumulative():
    e = Expected("16-month-and-cumulative.xls")
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("8月")

    def put(row, column, value, code=None, words=None):
        sheet.write(row, column, value, xlwt.easyxf(num_format_str=code or "General"))
        e.cell("8月", place(row, column), shown(value) if words is None else words)

    sheet.write_merge(0, 0, 0, 3, "科技指标完成情况")
    e.cell("8月", "A1", "科技指标完成情况")
    e.note("merged", "8月", "A1:D1")
    for first, last, left, right, words in [(1, 2, 0, 0, "指标"), (1, 1, 1, 2, "完成"), (1, 2, 3, 3, "更新")]:
        sheet.write_merge(first, last, left, right, words)
        e.cell("8月", place(first, left), words)
        e.note("merged", "8月", f"{place(first, left)}:{place(last, right)}")
    put(2, 1, "本月")
    put(2, 2, "本年累计")
    rows = [
        ("新增市级以上科技创新平台", 2, 17),
        ("引进国外高层次人才", 1, 18),
        ("攻克产业技术", 3, 23),
        ("高企总数", 7, 512),
        ("技术合同成交额（亿元）", 1.5, 13.6),
    ]
    for at, (name, month, total) in enumerate(rows):
        put(at + 3, 0, name)
        put(at + 3, 1, month)
        put(at + 3, 2, total)
        put(at + 3, 3, datetime.date(2024, 8, 31), "yyyy-mm-dd", "2024-08-31")
    e.reading(
        "8月",
        "new-platforms=17 @C4",
        "foreign-professionals=18 @C5",
        "technologies-mastered=23 @C6",
        "?",
        "contract-value=13.6 @C8",
    )
    book.save(path(e.name))
    e.write()


# --- odfpy ---


def districts_as_columns():
    e = Expected("17-districts-as-columns.ods")
    book = opendocument.OpenDocumentSpreadsheet()
    sheet = table.Table(name="分县区")
    rows = [
        (["指标", "合计", *DISTRICTS], False),
        (["高企总数", 512, 98, 31, 22, 77, 66, 60, 28, 95, 35], False),
        (["科小", 1120, 203, 64, 51, 150, 140, 131, 60, 231, 90], True),
        (["创新载体", 27, 4, 5, 1, 3, 3, 4, 1, 4, 1], False),
    ]
    for row, (values, is_hidden) in enumerate(rows):
        line = table.TableRow(**({"visibility": "collapse"} if is_hidden else {}))
        if is_hidden:
            e.note("hidden-row", "分县区", str(row + 1))
        for column, value in enumerate(values):
            is_number = isinstance(value, int)
            kind = {"valuetype": "float", "value": value} if is_number else {"valuetype": "string"}
            cell = table.TableCell(**kind)
            cell.addElement(text.P(text=str(value)))
            line.addElement(cell)
            e.cell("分县区", place(row, column), str(value))
        sheet.addElement(line)
    book.spreadsheet.addElement(sheet)
    # 4 + 5 + 1 + 3 + 3 + 4 + 1 + 4 + 1 are 26.
    e.reading(
        "分县区",
        "high-tech-enterprises=512 @B2",
        "technology-smes=1120 @B3",
        "carriers=27 @B4",
        "~total B4 27 26",
        "~hidden B3",
        "~hidden rows 3",
    )
    book.save(path(e.name))
    e.write()


# --- separated values ---


def values():
    e = Expected("20-gb18030.csv")
    lines = [
        ["市科技局2024年8月指标"],
        ["指标", "单位", "累计完成", "备注"],
        ["高新技术企业总数", "户", "512", "含复审"],
        ["科技型中小企业注册数", "家", "1,120", ""],
        ["“带土移植”项目", "个", "21", "第一行\n第二行"],
        ["注：数据截至8月31日"],
    ]
    quoted = lambda cell: f'"{cell}"' if "," in cell or "\n" in cell else cell
    written = "\r\n".join(",".join(map(quoted, line)) for line in lines) + "\r\n"
    with open(path(e.name), "wb") as file:
        file.write(written.encode("gb18030"))
    for row, line in enumerate(lines):
        for column, cell in enumerate(line):
            e.cell("", place(row, column), cell)
    e.reading("", "high-tech-enterprises=512 @C3", "technology-smes=1120 @C4", "relocation-projects=21 @C5")
    e.write()

    e = Expected("21-semicolon.csv")
    lines = [["指标", "累计完成", "说明"], ["技术合同成交额（亿元）", "13.6", "含技术开发,技术服务"], ["高企总数", "1,5", ""], ["科小", "1120", ""]]
    with open(path(e.name), "wb") as file:
        file.write("\ufeff".encode() + "\n".join(";".join(line) for line in lines).encode())
    for row, line in enumerate(lines):
        for column, cell in enumerate(line):
            e.cell("", place(row, column), cell)
    # 1,5 may be one and a half, or fifteen.
    e.reading("", "contract-value=13.6 @B2", "!NotAFigure", "technology-smes=1120 @B4")
    e.write()


# --- by hand, part by part: what the programs above do not write ---

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def by_hand(name, sheet, strings, prefix=""):
    """A workbook of one sheet, `8月`; `sheet` and `strings` are the elements within sheetData and sst."""
    p = prefix + ":" if prefix else ""
    namespace = f'xmlns:{prefix}="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<{p}workbook {namespace} xmlns:r="{RELATIONS}">'
        f'<{p}sheets><{p}sheet name="8月" sheetId="1" r:id="rId1"/></{p}sheets></{p}workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<{p}worksheet {namespace}><{p}sheetData>{sheet}</{p}sheetData></{p}worksheet>",
        "xl/sharedStrings.xml": f"<{p}sst {namespace}>{strings}</{p}sst>",
    }
    with zipfile.ZipFile(path(name), "w", zipfile.ZIP_DEFLATED) as file:
        for part, words in parts.items():
            file.writestr(part, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + words)


def phonetic():
    e = Expected("25-phonetic-runs.xlsx")
    strings = (
        "<si><t>指标</t></si><si><t>累计完成</t></si>"
        '<si><t>高新技术企业总数</t><rPh sb="0" eb="2"><t>ガオシン</t></rPh><phoneticPr fontId="1"/></si>'
        '<si><r><t>科技型</t></r><r><t>中小企业注册数</t></r><rPh sb="0" eb="3"><t>コージー</t></rPh></si>'
    )
    sheet = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>512</v></c></row>'
        '<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3"><v>1120</v></c></row>'
        '<row r="4"><c r="A4" t="inlineStr"><is><t>创新载体</t><rPh sb="0" eb="2"><t>チュアン</t></rPh></is></c>'
        '<c r="B4"><v>26</v></c></row>'
    )
    by_hand(e.name, sheet, strings)
    cells = [("A1", "指标"), ("B1", "累计完成"), ("A2", "高新技术企业总数"), ("B2", "512")]
    cells += [("A3", "科技型中小企业注册数"), ("B3", "1120"), ("A4", "创新载体"), ("B4", "26")]
    for at, words in cells:
        e.cell("8月", at, words)
    e.reading("8月", "high-tech-enterprises=512 @B2", "technology-smes=1120 @B3", "carriers=26 @B4")
    e.write()


def prefixed():
    e = Expected("27-prefixed-names.xlsx")
    strings = "<x:si><x:t>指标</x:t></x:si><x:si><x:t>累计完成</x:t></x:si><x:si><x:t>高企总数</x:t></x:si>"
    sheet = (
        '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="s"><x:v>1</x:v></x:c></x:row>'
        '<x:row r="2" hidden="1"><x:c r="A2" t="s"><x:v>2</x:v></x:c><x:c r="B2"><x:v>512</x:v></x:c></x:row>'
        '<x:row r="3"><x:c r="A3" t="inlineStr"><x:is><x:t>科小</x:t></x:is></x:c>'
        "<x:c r=\"B3\"><x:f>1000+120</x:f><x:v>1120</x:v></x:c></x:row>"
    )
    by_hand(e.name, sheet, strings, prefix="x")
    for at, words in [("A1", "指标"), ("B1", "累计完成"), ("A2", "高企总数"), ("B2", "512"), ("A3", "科小"), ("B3", "1120")]:
        e.cell("8月", at, words)
    e.note("hidden-row", "8月", "2")
    e.reading(
        "8月",
        "high-tech-enterprises=512 @B2",
        "technology-smes=1120 @B3",
        "~hidden B2",
        "~hidden rows 2",
    )
    e.write()


def shared_formula():
    e = Expected("28-shared-formula.xlsx")
    strings = "".join(f"<si><t>{words}</t></si>" for words in ["指标", "1-7月", "8月", "1-8月"])
    sheet = "<row r=\"1\">" + "".join(f'<c r="{at}1" t="s"><v>{index}</v></c>' for index, at in enumerate("ABCD")) + "</row>"
    for at, words in zip("ABCD", ["指标", "1-7月", "8月", "1-8月"]):
        e.cell("8月", f"{at}1", words)
    rows = [
        ("新增市级以上科技创新平台", 15, 2, '<f t="shared" ref="D2:D4" si="0">B2+C2</f>', 17),
        ("引进国外高层次人才", 17, 1, '<f t="shared" si="0"/>', 18),
        ("“带土移植”项目", 20, 1, '<f t="shared" si="0"/>', None),
    ]
    for row, (name, before, month, formula, value) in enumerate(rows, 2):
        cached = "" if value is None else f"<v>{value}</v>"
        sheet += (
            f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{name}</t></is></c><c r="B{row}"><v>{before}</v></c>'
            f'<c r="C{row}"><v>{month}</v></c><c r="D{row}">{formula}{cached}</c></row>'
        )
        for at, words in zip("ABC", [name, str(before), str(month)]):
            e.cell("8月", f"{at}{row}", words)
        if value is None:
            e.note("unvalued", "8月", f"D{row}")
        else:
            e.cell("8月", f"D{row}", str(value))
    by_hand(e.name, sheet, strings)
    e.reading("8月", "new-platforms=17 @D2", "foreign-professionals=18 @D3", "?")
    e.write()


# --- the older formats again, with what only they have ---


def district_form():
    e = Expected("29-a-district-with-two-storeys.ods", ("shipped", "haicheng", "2024-08"))
    book = opendocument.OpenDocumentSpreadsheet()
    style_of_hidden = style.Style(name="hidden", family="table")
    style_of_hidden.addElement(style.TableProperties(display="false"))
    book.automaticstyles.addElement(style_of_hidden)
    sheet = table.Table(name="海城市")
    sheet.addElement(table.TableColumn(numbercolumnsrepeated=3))
    sheet.addElement(table.TableColumn(numbercolumnsrepeated=2, visibility="collapse"))
    # Words, kind of value, value, merged columns and rows.
    rows = [
        [("海城市2024年8月重点指标", 5, 1)],
        [("指标", 1, 2), ("完成情况", 2, 1), ("上年同期", 2, 1)],
        [("", 1, 1), ("本月", 1, 1), ("累计", 1, 1), ("本月", 1, 1), ("累计", 1, 1)],
        [("入库省级典型联盟", 1, 1), (1, 1, 1), (2, 1, 1), (0, 1, 1), (1, 1, 1)],
        [("创新载体", 1, 1), ("", 1, 1), (4, 1, 1), ("", 1, 1), (3, 1, 1)],
    ]
    for row, cells in enumerate(rows):
        line = table.TableRow(**({"visibility": "filter"} if row == 4 else {}))
        column = 0
        for words, columns, height in cells:
            kind = {"valuetype": "float", "value": words} if isinstance(words, int) else {}
            span = {"numbercolumnsspanned": columns, "numberrowsspanned": height} if columns * height > 1 else {}
            is_covered = row == 2 and column == 0
            cell = table.CoveredTableCell() if is_covered else table.TableCell(**kind, **span)
            if words != "":
                cell.addElement(text.P(text=str(words)))
                e.cell("海城市", place(row, column), str(words))
            if span:
                last = place(row + height - 1, column + columns - 1)
                e.note("merged", "海城市", f"{place(row, column)}:{last}")
            line.addElement(cell)
            for _ in range(columns - 1):
                line.addElement(table.CoveredTableCell())
            column += columns
        sheet.addElement(line)
    book.spreadsheet.addElement(sheet)
    other = table.Table(name="底稿", stylename=style_of_hidden)
    line = table.TableRow()
    cell = table.TableCell(valuetype="percentage", value=0.612)
    cell.addElement(text.P(text="61.2%"))
    line.addElement(cell)
    other.addElement(line)
    book.spreadsheet.addElement(other)
    e.note("hidden", "底稿")
    e.cell("底稿", "A1", "61.2%")
    e.note("hidden-row", "海城市", "5")
    e.note("hidden-column", "海城市", "D")
    e.note("hidden-column", "海城市", "E")
    # 典型联盟 is a running total; of 创新载体, a stock, the month is empty.
    e.reading("海城市", "alliances=2 @C4", "carriers=4 @C5", "~hidden C5", "~hidden rows 5 columns D,E")
    book.save(path(e.name))
    e.write()


def leading_empty():
    e = Expected("30-leading-empty-rows-and-columns.xls")
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("8月")

    def put(at, value, code="General", words=None):
        column, row = ord(at[0]) - ord("A"), int(at[1:]) - 1
        sheet.write(row, column, value, xlwt.easyxf(num_format_str=code))
        e.cell("8月", at, shown(value) if words is None else words)

    put("D4", "单位：万元")
    for at, words in [("D6", "指标名称"), ("E6", "1-8月累计"), ("F6", "上年同期"), ("G6", "完成率")]:
        put(at, words)
    # Of an .xls no formats of numbers are told.
    rows = [
        ("技术合同成交额", 136000, 121000, 0.67),
        ("全市高新技术企业数", 512, 480, 0.853),
        ("科技型中小企业注册数量", 1120, 980, 0.862),
    ]
    for row, (name, done, before, rate) in enumerate(rows, 7):
        put(f"D{row}", name)
        put(f"E{row}", done, "#,##0")
        put(f"F{row}", before)
        put(f"G{row}", rate, "0.0%")
    put("D11", "填报日期")
    put("E11", datetime.date(2024, 9, 2), "yyyy-mm-dd", "2024-09-02")
    hidden = book.add_sheet("底稿")
    hidden.visibility = 1
    hidden.write(0, 0, 999)
    e.note("hidden", "底稿")
    e.cell("底稿", "A1", "999")
    e.reading(
        "8月", "contract-value=13.6 @E7", "high-tech-enterprises=512 @E8", "technology-smes=1120 @E9"
    )
    book.save(path(e.name))
    e.write()


if __name__ == "__main__":
    for make in [
        two_storeys, unit_in_head, totals_of_districts, subtotals, blocks, hidden, formulas, unvalued, errors,
        dates, dates_of_1904, texts, percents, month_and_cumulative, districts_as_columns, custom_formats, values,
        many_styles, frozen, rich_text, phonetic, inline_strings, prefixed, shared_formula, district_form,
        leading_empty,
    ]:
        make()
