"""The cases of SAFETY.md 4.1 that no file of the collection holds."""

from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from desk_mailadmin.intake.guard import ROSTER_LIMITS, FileKind, Limits, judge
from desk_mailadmin.intake.reading import read_document
from desk_mailadmin.intake.roster.reader import read_roster, roster_of_file
from desk_mailadmin.kernel.errors import UserError

from .workbooks import PEOPLE, text_cell, workbook

TODAY = date(2026, 11, 15)


def in_process(path, limits=ROSTER_LIMITS):
    return roster_of_file(path, limits, TODAY, None, None, lambda _fraction: None)


def names(path):
    return [row.name for row in in_process(path).people]


def names_or_sentence(path):
    try:
        return [row.name for row in read_roster(path, today=TODAY).people]
    except UserError as refused:
        return str(refused)


@pytest.mark.parametrize(
    "rows",
    [
        PEOPLE + '<row r="3"><c r="A3"><v>1e999</v></c><c r="B3"><v>NaN</v></c></row>',
        PEOPLE + f'<row r="3">{"".join(text_cell(f"A{n}", "x") for n in range(3, 4))}</row>',
        PEOPLE + '<row r="3"><c r="A3" t="b"><v>7</v></c></row>',
        PEOPLE + '<row r="3"><c r="A3" t="s"><v>999999</v></c></row>',
        PEOPLE + '<row r="0"><c r="A0"><v>1</v></c></row>',
        PEOPLE + '<row r="3"><c r="ZZZZ9"><v>1</v></c></row>',
        PEOPLE + '<row r="-5"><c r="A1"><v>1</v></c></row>',
        PEOPLE + "<row>" * 3000,
        PEOPLE + '<row r="3"><c r="A3"><v>' + "9" * 400 + "</v></c></row>",
    ],
    ids=["infinite", "plain", "boolean", "shared", "a0", "zzzz9", "minus", "nested", "digits"],
)
def test_broken_cells_give_one_sentence_or_the_good_rows(rows, tmp_path):
    path = workbook(tmp_path / "坏.xlsx", rows)
    said = names_or_sentence(path)
    assert "张三" in said or "坏.xlsx" in said


def test_days_kept_as_serial_numbers_are_shown_as_days(tmp_path):
    book = Workbook()
    for line in (
        ["工号", "姓名", "入职日期", "分机"],
        ["A1", "张三", 45949, 45949],
        ["A2", "李四", "2024-03-01", 8001],
    ):
        book.active.append(line)
    book.save(tmp_path / "名册.xlsx")
    (sheet,) = (one for one in in_process(tmp_path / "名册.xlsx").sheets if one.used)
    samples = {column.title: column.samples for column in sheet.columns}
    assert samples["入职日期"] == ("2025-10-19", "2024-03-01")
    assert samples["分机"] == ("45949", "8001")


def test_a_row_of_too_many_cells_is_cut_and_told(tmp_path):
    wide = "".join(text_cell(f"{_letters(n)}3", "x") for n in range(5000))
    reading = in_process(workbook(tmp_path / "宽.xlsx", PEOPLE + f'<row r="3">{wide}</row>'))
    assert [row.name for row in reading.people][:1] == ["张三"]
    assert "far-cells" in {notice.kind for notice in reading.notices}


def _letters(number):
    letters, rest = "", number + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


@pytest.mark.parametrize("target", ["../../etc/passwd", "worksheets/none.xml", "http://127.0.0.1:9/x.xml"])
def test_a_sheet_that_is_elsewhere_is_refused(target, tmp_path):
    with pytest.raises(UserError, match=r"损坏|不像花名册"):
        in_process(workbook(tmp_path / "外.xlsx", target=target))


def test_too_many_rows_are_refused_with_the_count(tmp_path):
    rows = "".join(
        f'<row r="{n}">{text_cell(f"A{n}", f"X{n}")}{text_cell(f"B{n}", "张三")}</row>' for n in range(3, 60)
    )
    path = workbook(tmp_path / "多.xlsx", PEOPLE + rows)
    with pytest.raises(UserError, match="59 行，超过 50 行"):
        in_process(path, Limits(rows=50))


def test_a_large_file_is_read_without_colours_and_says_so(tmp_path):
    rows = "".join(
        f'<row r="{n}">{text_cell(f"A{n}", f"X{n}")}{text_cell(f"B{n}", "张三")}</row>' for n in range(3, 60)
    )
    document = read_document(workbook(tmp_path / "多.xlsx", PEOPLE + rows), Limits(rows=50))
    assert "colours-not-read" in document.notices
    assert len(document.sheets[0].rows) == 59


def test_a_formula_without_result_is_told_and_one_that_points_is_followed(tmp_path):
    rows = (
        f'<row r="1">{text_cell("A1", "工号")}{text_cell("B1", "姓名")}{text_cell("C1", "部门")}</row>'
        f'<row r="2">{text_cell("A2", "X1")}{text_cell("B2", "张三")}{text_cell("C2", "财务部")}</row>'
        f'<row r="3">{text_cell("A3", "X2")}{text_cell("B3", "李四")}<c r="C3"><f>$C$2</f></c></row>'
        f'<row r="4">{text_cell("A4", "X3")}{text_cell("B4", "王五")}<c r="C4"><f>UPPER(C2)</f></c></row>'
        f'<row r="5">{text_cell("A5", "X4")}{text_cell("B5", "赵六")}<c r="C5"><f>C6</f></c></row>'
        f'<row r="6">{text_cell("A6", "X5")}{text_cell("B6", "钱七")}<c r="C6"><f>C5</f></c></row>'
        f'<row r="7">{text_cell("A7", "X6")}{text_cell("B7", "孙八")}<c r="C7" t="e"><v>#N/A</v></c></row>'
    )
    reading = in_process(workbook(tmp_path / "公式.xlsx", rows))
    assert [row.dept for row in reading.people] == ["财务部", "财务部", "", "", "", ""]
    assert {(fault.row, fault.kind) for fault in reading.faults} == {
        (4, "formula-no-value"),
        (5, "formula-no-value"),
        (6, "formula-no-value"),
        (7, "cell-error"),
    }


def test_overlapping_merges_and_small_ones(tmp_path):
    merges = '<mergeCells count="1"><mergeCell ref="D2:D4"/></mergeCells>'
    assert names(workbook(tmp_path / "并.xlsx", after=merges)) == ["张三"]


def test_entries_that_only_swell_are_refused(tmp_path):
    path = workbook(tmp_path / "胀.xlsx", **{"xl/media/x.bin": "0" * (2 * 2**20)})
    with pytest.raises(UserError, match="展开后过大"):
        judge(path)


def test_a_dtd_in_any_part_is_refused(tmp_path):
    path = workbook(tmp_path / "实体.xlsx", **{"docProps/app.xml": ' \n<!DOCTYPE x [<!ENTITY a "b">]><x/>'})
    with pytest.raises(UserError, match="外部定义"):
        judge(path)


def test_other_packages_are_named(tmp_path):
    import zipfile

    for inside, said in (("word/document.xml", "Word"), ("anything.txt", "ZIP")):
        path = tmp_path / f"{said}.xlsx"
        with zipfile.ZipFile(path, "w") as package:
            package.writestr(inside, "x")
        with pytest.raises(UserError, match=f"是 {said} 文件"):
            judge(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"Rar!\x1a", "RAR"),
        (b"{\\rtf1", "RTF"),
        (b"<?xml version='1.0'?><Workbook/>", "XML"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", "XML"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "WordDocument".encode("utf-16-le"), "Word"),
    ],
)
def test_what_is_no_table_is_named(content, said, tmp_path):
    path = tmp_path / "花名册.xlsx"
    path.write_bytes(content)
    with pytest.raises(UserError, match=f"是 {said} 文件，不是 Excel 或 CSV 表格"):
        judge(path)


def test_protected_and_old_workbooks_are_told_apart(tmp_path):
    path = tmp_path / "旧.xls"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + "Workbook".encode("utf-16-le"))
    assert judge(path).kind is FileKind.XLS
    path.write_bytes(path.read_bytes() + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(UserError, match="去掉密码"):
        judge(path)


def test_a_file_too_large_or_gone_is_told(tmp_path):
    path = tmp_path / "大.csv"
    path.write_bytes(b"x" * 2**21)
    with pytest.raises(UserError, match="有 2 MB，超过 1 MB"):
        judge(path, Limits(megabytes=1))
    with pytest.raises(UserError, match="可能已被移走"):
        judge(tmp_path / "无.csv")
    with pytest.raises(UserError, match="可能已被移走"):
        judge(tmp_path)


def test_colours_in_all_their_spellings(tmp_path):
    from openpyxl.styles import Color

    book = Workbook()
    sheet = book.active
    sheet.append(["工号", "姓名", "部门"])
    colours = [
        Color(rgb="FFBFBFBF"),
        Color(theme=0, tint=-0.25),
        Color(indexed=22),
        Color(rgb="FFFFFF00"),
        Color(rgb="FFFFFFFF"),
    ]
    for at, colour in enumerate(colours * 1, start=2):
        sheet.append([f"X{at}", f"张{'一二三四五六七'[at]}", "财务部"])
        sheet.cell(at, 2).fill = PatternFill("solid", fgColor=colour)
    for at in range(7, 17):
        sheet.append([f"Y{at}", "李" + "甲乙丙丁戊己庚辛壬癸"[at - 7], "财务部"])
    sheet["B8"].font = Font(strike=True)
    sheet.row_dimensions[9].hidden = True
    sheet["B10"].fill = PatternFill("solid", fgColor="FF00B050")
    book.save(tmp_path / "色.xlsx")
    reading = in_process(tmp_path / "色.xlsx")
    assert [row.left_by for row in reading.people][:7] == ["fill", "fill", "fill", "", "", "", "strike"]
    assert reading.people[3].marks == ("contract-ends",)
    assert [row.row for row in reading.people if row.hidden] == [9]
    assert "colour-unknown" in {notice.kind for notice in reading.notices}


def test_what_colours_mean_is_a_setting(tmp_path):
    book = Workbook()
    book.active.append(["工号", "姓名", "部门"])
    for at, name in enumerate(["张一", "李二", "王三", "赵四", "钱五"], start=2):
        book.active.append([f"X{at}", name, "财务部"])
    book.active["B2"].fill = PatternFill("solid", fgColor="FF00B050")
    book.active["B3"].fill = PatternFill("solid", fgColor="FFBFBFBF")
    book.save(tmp_path / "色.xlsx")
    colours = {"green": "left", "grey": "active"}
    reading = roster_of_file(tmp_path / "色.xlsx", ROSTER_LIMITS, TODAY, None, colours, lambda _fraction: None)
    assert [(row.name, row.left) for row in reading.people][:2] == [("张一", True), ("李二", False)]


def test_workbooks_of_the_1904_system(tmp_path):
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["工号", "姓名", "入职日期"])
    book.active.append(["X1", "张三", 43863])
    book.save(tmp_path / "mac.xlsx")
    assert in_process(tmp_path / "mac.xlsx").people[0].hired_on == date(2024, 2, 3)


@pytest.mark.parametrize("flag", ["encrypted", "twice", "many"])
def test_a_zip_that_is_not_as_office_programs_write_it_is_refused(flag, tmp_path):
    import warnings
    import zipfile

    path = workbook(tmp_path / "包.xlsx")
    with zipfile.ZipFile(path, "a") as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if flag == "twice":
            package.writestr("xl/workbook.xml", "<x/>")
        for number in range(2100 if flag == "many" else 0):
            package.writestr(f"a{number}", "")
    if flag == "encrypted":
        content = path.read_bytes()
        at = content.index(b"PK\x01\x02")
        path.write_bytes(content[: at + 8] + b"\x01" + content[at + 9 :])
    with pytest.raises(UserError, match="加了密码" if flag == "encrypted" else "已损坏"):
        judge(path)


def test_a_part_that_is_larger_than_the_directory_says_is_refused_while_inflating(tmp_path):
    path = workbook(tmp_path / "谎.xlsx", **{"xl/a.xml": "<a>" + " " * 3_000_000 + "</a>"})
    content = bytearray(path.read_bytes())
    at = content.rindex(b"xl/a.xml") - 46
    content[at + 24 : at + 28] = (10).to_bytes(4, "little")
    path.write_bytes(bytes(content))
    with pytest.raises(UserError, match=r"展开后过大|已损坏"):
        judge(path)


def test_macros_of_an_old_workbook_are_seen_and_xlsb_is_known(tmp_path):
    import zipfile

    path = tmp_path / "旧.xls"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + "Workbook_VBA_PROJECT".encode("utf-16-le"))
    assert judge(path).macros
    with zipfile.ZipFile(tmp_path / "二.xlsb", "w") as package:
        package.writestr("xl/workbook.bin", "x")
    assert judge(tmp_path / "二.xlsb").kind is FileKind.XLSB
    with pytest.raises(UserError, match="内容已损坏"):
        in_process(path)


def test_a_file_that_the_machine_refuses_is_not_the_clerks_fault(tmp_path, monkeypatch):
    from pathlib import Path

    from desk_mailadmin.kernel.errors import EnvironmentFault

    def refused(*_values, **_names):
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "锁.xlsx"
    path.write_bytes(b"x")
    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(EnvironmentFault, match="打不开") as fault:
        judge(path)
    assert "在 Excel 里关闭它" in fault.value.remedy


def test_a_hidden_sheet_alone_is_no_roster(tmp_path):
    book = Workbook()
    book.active.append(["工号", "姓名"])
    book.active.append(["X1", "张三"])
    book.create_sheet("空")
    book.worksheets[0].sheet_state = "hidden"
    book.active = 1
    book.save(tmp_path / "隐.xlsx")
    with pytest.raises(UserError, match="不像花名册"):
        in_process(tmp_path / "隐.xlsx")
