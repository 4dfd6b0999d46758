"""Write a roster as a personnel department keeps it: two-level header, merged cells, dates in several spellings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from installer.sample.company import COMPANY, Person

WIDTHS = dict(zip("ABCDEFGHIJKLM", (6, 10, 10, 6, 13, 14, 14, 8, 13, 8, 15, 30, 20), strict=True))
UPPER = ("序号", "工号", "姓  名", "性别", "单位", "部门", "岗位信息", None, None, "联系方式", None, None, "备注")
LOWER = (None, None, None, None, None, None, "职务", "职级", "入职\n日期", "分机", "手  机", "邮箱", None)
FIRST_ROW = 5
UNIT, DEPARTMENT = "E", "F"
THIN = Side(style="thin", color="FF999999")
GREY, YELLOW = (PatternFill("solid", fgColor=colour) for colour in ("FFBFBFBF", "FFFFFF00"))
GONE = Font(strike=True, color="FFFF0000")


def write_roster(path: Path, day: date, people: Sequence[Person], leavers: Sequence[Person]) -> None:
    """Write the workbook; what is wrong in it on purpose is put in by ``spoil``."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "花名册"
    _head(sheet, day)
    for index, person in enumerate(people):
        _row(sheet, FIRST_ROW + index, index + 1, person)
    _merge_down(sheet, UNIT, people)
    _merge_down(sheet, DEPARTMENT, people)
    last = FIRST_ROW + len(people)
    sheet.cell(last, 1, "合计")
    sheet.cell(last, 3, f'=COUNTA(C{FIRST_ROW}:C{last - 1})&"人"')
    sheet.cell(last + 1, 1, "制表：            审核：            日期：")
    _looks(sheet, last)
    if leavers:
        _leavers(book.create_sheet("离职人员"), leavers)
    book.save(path)


def _head(sheet: Worksheet, day: date) -> None:
    sheet.append([f"{COMPANY}员工花名册"])
    sheet.append([f"填报单位：人力资源部　　截止日期：{day.year}.{day.month}.{day.day}　　内部资料"])
    sheet.append(UPPER)
    sheet.append(LOWER)
    for place in ("A1:M1", "A2:M2", "G3:I3", "J3:L3", *(f"{column}3:{column}4" for column in "ABCDEFM")):
        sheet.merge_cells(place)


def _row(sheet: Worksheet, row: int, serial: int, person: Person) -> None:
    values = (
        serial, person.number, _spread(person.name), person.sex, person.unit, person.department, person.post,
        person.rank, spelled(person.hired_on, serial), _extension(person.extension, serial),
        _mobile(person.mobile, serial), person.address or None, None,
    )  # fmt: skip
    for column, value in enumerate(values, 1):
        sheet.cell(row, column, value)
    if isinstance(values[8], datetime):
        sheet.cell(row, 9).number_format = "yyyy/m/d"


def _spread(name: str) -> str:
    """Names of two characters are often drawn apart with a full-width space."""
    return "　".join(name) if len(name) == 2 else name  # noqa: PLR2004


def spelled(day: date, serial: int) -> str | datetime:
    """Return a date as different hands write it."""
    ways = (
        datetime.combine(day, time()), day.isoformat(), f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month}/{day.day}", f"{day.year}年{day.month}月{day.day}日", f"{day:%Y%m%d}",
        f"{day.year}-{day.month}-{day.day}".translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)}),
    )  # fmt: skip
    return ways[(serial * 5) % 11 % len(ways)]


def _extension(extension: str, serial: int) -> str | int | None:
    return None if not extension else int(extension) if serial % 3 else extension


def _mobile(mobile: str, serial: int) -> str | int:
    ways = (int(mobile), mobile, f"{mobile[:3]}-{mobile[3:7]}-{mobile[7:]}", f"{mobile[:3]} {mobile[3:7]} {mobile[7:]}")
    return ways[serial % 4 if serial % 9 == 0 else serial % 2]


def _merge_down(sheet: Worksheet, column: str, people: Sequence[Person]) -> None:
    """Merge the cells of neighbours in one unit or department, as personnel departments do."""
    start = 0
    keys = [(person.unit, person.department if column == DEPARTMENT else "") for person in people]
    for end in range(1, len(keys) + 1):
        if end == len(keys) or keys[end] != keys[start]:
            if end - start > 1:
                sheet.merge_cells(f"{column}{FIRST_ROW + start}:{column}{FIRST_ROW + end - 1}")
            start = end


def _looks(sheet: Worksheet, last: int) -> None:
    sheet["A1"].font = Font(size=16, bold=True)
    for cell in (sheet["A1"], sheet["A2"]):
        cell.alignment = Alignment(horizontal="center")
    heads = {cell for row in sheet.iter_rows(min_row=3, max_row=FIRST_ROW - 1) for cell in row}
    for row in sheet.iter_rows(min_row=3, max_row=last, max_col=13):
        for cell in row:
            cell.border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
            cell.alignment = Alignment(vertical="center", wrap_text=cell in heads)
    for column, width in WIDTHS.items():
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "D5"


def _leavers(sheet: Worksheet, leavers: Sequence[Person]) -> None:
    sheet.append(["离职人员"])
    sheet.merge_cells("A1:E1")
    sheet.append(["工号", "姓名", "原单位", "原部门", "离职日期"])
    for serial, person in enumerate(leavers):
        day = person.left_on or date.min
        sheet.append([person.number, person.name, person.unit, person.department, spelled(day, serial)])
