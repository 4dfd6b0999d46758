"""Directories as other offices keep them: sections, sheets, tables side by side, cells with several numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from .reading import kinds, read, table, workbook


def test_departments_may_stand_as_headings_between_the_rows(tmp_path: Path):
    reading = table(
        tmp_path, "姓名,职务,电话,手机", "一、财务部（2人）,,,", "张三,经理,0571-88881111,15400000001",
        "李四,会计,8042,", "上海分公司,,,", "销售部,,,", "王五,,021-66661111,",
    )  # fmt: skip
    assert [(row.branch, row.dept, row.name) for row in reading.rows] == [
        ("", "财务部", "张三"), ("", "财务部", "李四"), ("上海分公司", "销售部", "王五"),
    ]  # fmt: skip
    assert reading.rows[0].direct == ("057188881111",)
    assert reading.rows[1].extension == ("8042",)


def test_each_sheet_may_be_a_branch_or_a_department(tmp_path: Path):
    reading = workbook(
        tmp_path,
        {
            "总部": [["部门", "姓名", "分机"], ["财务部", "张三", 8001]],
            "销售部": [["姓名", "分机"], ["李四", 8002]],
            "说明": [["本通讯录每季度更新一次"]],
        },
    )
    assert [(row.branch, row.dept, row.name) for row in reading.rows] == [
        ("总部", "财务部", "张三"),
        ("", "销售部", "李四"),
    ]
    assert [notice.sentence for notice in reading.notices] == ["“说明”页没有通讯录的标题行，没有读。"]


def test_tables_side_by_side_are_read_both(tmp_path: Path):
    reading = table(tmp_path, "姓名,分机,,姓名,分机", "张三,8001,,李四,8002", "王五,8003,,,")
    assert sorted((row.name, row.extension) for row in reading.rows) == [
        ("张三", ("8001",)), ("李四", ("8002",)), ("王五", ("8003",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "direct", "extension"),
    [
        ("0571-88881111转8001", ("057188881111",), ("8001",)),
        ("88881111-8001", ("057188881111",), ("8001",)),
        ("８８８８１１１１", ("057188881111",), ()),
        ("(0571)8888 1111", ("057188881111",), ()),
        ("+86 571 88881111", ("057188881111",), ()),
        ("88881111/88882222", ("057188881111", "057188882222"), ()),
        ("88881111 88882222", ("057188881111", "057188882222"), ()),
        ("8001、8002", (), ("8001", "8002")),
        ("88881111（直线）", ("057188881111",), ()),
        ("分机：8001", (), ("8001",)),
        ("400-810-1234", ("4008101234",), ()),
        ("无", (), ()),
    ],
)
def test_a_cell_of_numbers_in_any_spelling(
    tmp_path: Path, cell: str, direct: tuple[str, ...], extension: tuple[str, ...]
):
    reading = table(tmp_path, "部门,姓名,办公电话", f"财务部,张三,{cell}", "财务部,李四,0571-88889999")
    assert (reading.rows[0].direct, reading.rows[0].extension) == (direct, extension)
    assert kinds(reading) == []


def test_short_numbers_beside_mobiles_and_faxes_find_their_column(tmp_path: Path):
    reading = table(tmp_path, "姓名,手机,传真", "张三,15400000001/61234,0571-88881111")
    (row,) = reading.rows
    assert (row.mobile, row.short, row.fax) == (("15400000001",), ("61234",), ("057188881111",))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("国际长途", "international"), ("港澳台", "international"), ("国内", "domestic"), ("√", "domestic"),
        ("开通", "domestic"), ("长途", "domestic"), ("市话", "local"), ("无长途", "local"), ("×", "local"),
        ("无", "local"), ("内线", "inside"), ("不出局", "inside"), ("", ""),
    ],
)  # fmt: skip
def test_rights_are_understood_as_people_write_them(tmp_path: Path, words: str, key: str):
    (row,) = table(tmp_path, "姓名,分机,长途权限", f"张三,8001,{words}").rows
    assert row.right == key


@pytest.mark.parametrize(
    ("words", "fen"),
    [
        ("40", 4000),
        ("４０元", 4000),
        ("肆拾元整", 4000),
        ("￥40.50", 4050),
        ("40元/月", 4000),
        ("不限", None),
        ("", None),
    ],
)
def test_quotas_are_understood_as_people_write_them(tmp_path: Path, words: str, fen: int | None):
    (row,) = table(tmp_path, "姓名,分机,月话费额度", f"张三,8001,{words}").rows
    assert (row.quota_fen, row.quota_per) == (fen, "month")


def test_a_quota_of_a_year_says_so(tmp_path: Path):
    (row,) = table(tmp_path, "姓名,分机,年话费额度", "张三,8001,480").rows
    assert (row.quota_fen, row.quota_per) == (48000, "year")


def test_what_cannot_be_read_is_named_by_its_cell_and_the_row_goes_in(tmp_path: Path):
    reading = table(
        tmp_path, "姓名,分机,手机,长途权限,额度", "张三,八千,1540000000,半开,很多", "李四,8002,15400000002,国内,40"
    )
    assert kinds(reading) == [
        (2, "extension", "number-odd"), (2, "mobile", "mobile-digits"), (2, "right", "right-odd"),
        (2, "quota", "quota-odd"),
    ]  # fmt: skip
    assert [fault.sentence for fault in reading.faults][:2] == [
        "“八千”不是电话号码，这一格空着导入。", "手机号码“1540000000”是 10 位，应为 11 位。",
    ]  # fmt: skip
    assert reading.undecided == frozenset()


def test_a_line_twice_is_read_once_and_a_number_without_a_name_is_asked_about(tmp_path: Path):
    reading = table(tmp_path, "部门,姓名,分机", "财务部,张三,8001", "财务部,张三,8001", "财务部,,8002")
    assert [row.name for row in reading.people] == ["张三", ""]
    assert kinds(reading) == [(3, "name", "line-copied"), (4, "name", "row-without-name")]
    assert [place.row for place in reading.undecided] == [4]


def test_shared_sets_are_told_from_people(tmp_path: Path):
    reading = table(
        tmp_path, "部门,姓名,分机,手机", "办公室,前台,8000,", "办公室,第一会议室,8001,", "公用电话,,,", ",大厅,8003,",
        "办公室,车间,8004,15400000001",
    )  # fmt: skip
    assert [(row.name, row.shared, row.dept) for row in reading.rows] == [
        ("前台", True, "办公室"), ("第一会议室", True, "办公室"), ("大厅", True, "公用电话"), ("车间", False, "办公室"),
    ]  # fmt: skip


def test_two_people_at_one_telephone_are_two_lines(tmp_path: Path):
    reading = table(tmp_path, "部门,姓名,分机", "财务部,张三、李四,8001")
    assert [(row.name, row.extension) for row in reading.people] == [("张三", ("8001",)), ("李四", ("8001",))]


def test_a_number_without_any_area_code_nearby_is_named(tmp_path: Path):
    reading = table(tmp_path, "部门,姓名,电话", "财务部,张三,88881111")
    assert kinds(reading) == [(2, "direct", "no-area-code")]
    assert reading.rows[0].direct == ("88881111",)


def test_a_mapping_given_back_overrules_the_guess(tmp_path: Path):
    path = tmp_path / "通讯录.csv"
    path.write_text("部门,姓名,分机,虚拟号\n财务部,张三,8001,61234", encoding="utf-8")
    reading = read(path, {"部门": "dept", "姓名": "name", "分机": "extension", "虚拟号": "short"})
    assert reading.rows[0].short == ("61234",)
