"""Words, colours and titles by which rosters say things."""

from datetime import date
from types import SimpleNamespace

import pytest

from desk_mailadmin.intake.colours import colour_name, fill_name, theme_colours, tinted
from desk_mailadmin.intake.grid import Cell, GridRow, column_letter
from desk_mailadmin.intake.roster.fields import Field, field_of_title, is_known_title
from desk_mailadmin.intake.roster.leaving import date_in, legend, says_left, status_says_left
from desk_mailadmin.intake.roster.lines import is_no_name, kind_of_line, section_name

TODAY = date(2026, 11, 15)


@pytest.mark.parametrize(
    "text",
    [
        "已离职",
        "离（2026-09-29）",
        "7月15日离职",
        "已办离职手续",
        "辞职",
        "合同终止",
        "退休",
        "离",
        "不再续签，已离职",
        "自离",
        "resigned",
    ],
)
def test_words_that_say_somebody_left(text):
    assert says_left(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "退休返聘",
        "预计2027年1月离职",
        "未离职",
        "接替离职的张三",
        "产假",
        "原在总经理办公室",
        "离异",
        "距离远",
        "离职证明已交",
        "申请离职中",
        "原离退休办公室调入",
    ],
)
def test_words_that_do_not(text):
    assert not says_left(text)


@pytest.mark.parametrize(
    ("title", "text", "left"),
    [
        ("是否在职", "否", True),
        ("是否在职", "是", False),
        ("是否离职", "是", True),
        ("是否离职", "N", False),
        ("状态", "在职", False),
        ("状态", "试用", False),
        ("状态", "停薪留职", False),
        ("状态", "退休返聘", False),
        ("状态", "已离职", True),
        ("状态", "Terminated", True),
        ("状态", "外星", None),
    ],
)
def test_statuses(title, text, left):
    assert status_says_left(title, text) is left


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("已离职 2026.6.28", date(2026, 6, 28)),
        ("离（2026-09-29）", date(2026, 9, 29)),
        ("7月15日离职", date(2026, 7, 15)),
        ("12月1日离职", date(2025, 12, 1)),
        ("2月29日离职", date(2024, 2, 29)),
        ("13月40日", None),
        ("已办手续", None),
    ],
)
def test_the_day_in_a_remark(text, day):
    assert date_in(text, TODAY) == day


def test_legends():
    notes = [
        "注：1、灰色底纹为已离职人员，黄色为合同即将到期（在职）；2、红字删除线为离职待办手续",
        "绿色表示试用期",
        "蓝色：张三",
    ]
    assert legend(notes) == {"grey": "left", "yellow": "contract-ends", "green": "active"}


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        ("FFBFBFBF", "grey"), ("F2F2F2", "grey"), ("FFFFFFFF", ""), ("000000", "black"), ("FFFF00", "yellow"),
        ("FFFF99", "yellow"), ("FF0000", "red"), ("FFC000", "orange"), ("92D050", "green"), ("00B0F0", "blue"),
        ("7030A0", "purple"), ("FF99CC", "pink"), ("FF0010", "red"), ("", ""), ("DDEBF7", "blue"),
    ],
)  # fmt: skip
def test_colours_have_the_names_people_give_them(rgb, name):
    assert colour_name(rgb) == name


def test_fills_of_every_kind():
    def fill(**colour):
        return SimpleNamespace(fill_type="solid", fgColor=SimpleNamespace(tint=0.0, **colour))

    theme = ("FFFFFF", "000000", "", "zz")
    assert fill_name(fill(type="rgb", rgb="FFBFBFBF"), ()) == "grey"
    assert fill_name(fill(type="rgb", rgb="nonsense"), ()) == ""
    assert fill_name(fill(type="theme", theme=1), theme) == "black"
    assert fill_name(fill(type="theme", theme=3), theme) == ""
    assert fill_name(fill(type="theme", theme=9), theme) == ""
    assert fill_name(fill(type="indexed", indexed=13), ()) == "yellow"
    assert fill_name(fill(type="indexed", indexed=999), ()) == ""
    assert fill_name(fill(type="auto"), ()) == ""
    assert fill_name(SimpleNamespace(fill_type=None), ()) == ""
    assert fill_name(SimpleNamespace(fill_type="linear"), ()) == ""
    assert tinted("FFFFFF", -0.25) == "BFBFBF"
    assert tinted("000000", 0.5) == "808080"


def test_a_theme_that_is_missing_or_broken_has_no_colours():
    assert theme_colours(None) == ()
    assert theme_colours(b"<a") == ()
    name = "http://schemas.openxmlformats.org/drawingml/2006/main"
    xml = f'<theme xmlns="{name}"><clrScheme><lt1><sysClr lastClr="FFFFFF"/></lt1><dk1/></clrScheme></theme>'
    assert theme_colours(xml.encode())[:2] == ("FFFFFF", "")


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("工作证号", Field.EMP_NO), ("员工编号", Field.EMP_NO), ("部门/科室", Field.DEPT), ("岗 位", Field.POST),
        ("入职\n时间", Field.HIRED_ON), ("手机号码（必填）", Field.MOBILE), ("姓名 Name", Field.NAME), ("离职的日期", Field.LEFT_ON),
        ("E-mail", Field.EMAIL), ("No.", Field.EMP_NO), ("序号", None), ("身份证号码", None), ("", None),
        ("本表由人力资源部门每月更新一次请勿外传", None),
    ],
)  # fmt: skip
def test_titles(title, field):
    assert field_of_title(title)[0] is field


def test_a_name_of_a_person_is_no_title():
    assert not is_known_title("张三")


def row(*texts, merged=False):
    return GridRow(1, tuple(Cell(text, merged=merged) for text in texts))


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (("小计", "", "12"), "subtotal"),
        (("总部合计：213人",), "subtotal"),
        (("共 35 人", ""), "subtotal"),
        (("注：灰色为离职", ""), "note"),
        (("制表：", "审核："), "signature"),
        (("一、财务部（12人）", ""), "section"),
        (("【华东分公司】",), "section"),
        (("以上人员如有变动请及时通知人力资源部",), "note"),
        (("", "（空岗待招）"), "vacant-post"),
    ],
)
def test_lines_that_are_no_person(texts, kind):
    assert kind_of_line(row(*texts), "", "") == kind


def test_a_person_whose_name_or_number_looks_like_more_is_still_a_person():
    assert kind_of_line(row("1", "总计", "财务部"), "总计", "1001") == ""
    assert kind_of_line(row("1", "计春华", "财务部"), "计春华", "1001") == ""
    assert kind_of_line(row("备注：无", "张三"), "张三", "1001") == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("二、财务部（12人）", "财务部"),
        ("【总经办】", "总经办"),
        ("部门：销售部", "销售部"),
        ("3. 仓 库：", "仓库"),
        ("第二分厂", "第二分厂"),
    ],
)
def test_section_names_are_bare(text, name):
    assert section_name(text) == name


def test_who_is_nobody():
    assert all(map(is_no_name, ["待定", "（空缺）", "——", "XX", "/", ""]))
    assert not any(map(is_no_name, ["张三", "Xi"]))


def test_columns_beyond_z():
    assert [column_letter(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
