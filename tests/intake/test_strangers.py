"""Rosters nobody had in mind: who works there, who has left, and which cells are named."""

from datetime import date

import pytest

from desk_mailadmin.intake.guard import ROSTER_LIMITS
from desk_mailadmin.intake.roster.reader import roster_of_file

from . import strangers

TODAY = date(2026, 11, 21)

HOUSES = {
    strangers.hospital: (
        "名册.xlsx",
        "内科/孙丽 内科/周大伟 内科/吴敏 外科/王磊 外科/冯婷 外科/陈晨 外科/褚卫东 医务科/沈阳",
        "内科/郑国庆 外科/蒋欣 医务科/韩梅",
        {
            (14, "empno-dup"),
            (14, "date-month13"),
            (15, "empno-missing"),
            (15, "mobile-digits"),
            (16, "date-impossible"),
        },
    ),
    strangers.school: (
        "名册.csv",
        (
            "一年级组/钱小芳 一年级组/赵刚 二年级组/欧阳文静 二年级组/李明 总务处/李明 三年级组/古丽·阿依木 "
            "三年级组/何其芳 校长室/马腾 总务处/白雪 四年级组/高水"
        ),
        "四年级组/高山",
        {(6, "date-unknown"), (7, "remark-moved"), (11, "mobile-with-text"), (13, "row-without-name")},
    ),
    strangers.hotel: (
        "名册.xlsx",
        (
            "前厅部/安琪 前厅部/常乐 前厅部/邓超群 前厅部/尔冬 客房部/方圆 客房部/葛优优 客房部/江海 客房部/康康 "
            "餐饮部/罗兰 餐饮部/倪萍萍"
        ),
        "前厅部/毕胜 客房部/黄河 餐饮部/毛毛 餐饮部/潘多拉 前厅部/秦淮",
        {(4, "mobile-odd"), (5, "name-with-note")},
    ),
    strangers.logistics: (
        "名册.xlsx",
        "干线组/石磊 干线组/田甜 城配组/徐徐 干线组/杨洋 干线组/杨洋 干线组/朱 仓储组/XD-008 仓储组/许多",
        "城配组/魏巍 仓储组/许多多",
        {(12, "name-odd"), (12, "empno-odd"), (13, "date-future"), (14, "left-before-hired")},
    ),
    strangers.mine: (
        "名册.xlsx",
        "采煤一队/龙腾 采煤一队/虎跃 采煤一队/熊大 掘进队/柏林 掘进队/苗苗 采煤二队/凤舞 机电队/富贵 机电队/荣华 机电队/长安",
        "采煤二队/花开 采煤二队/花落",
        {(6, "person-twice"), (11, "empno-dup"), (12, "empno-fullwidth")},
    ),
    strangers.law_firm: (
        "名册.csv",
        (
            "Corporate/Jonathan_Meyer Corporate/林一凡 Arbitration/Maria_d'Ávila-Souza Arbitration/张伟 IP/覃默 "
            "IP/O'Brien,_Sean Office/上官珂"
        ),
        "Arbitration/张薇",
        {(4, "mobile-odd"), (7, "email-odd"), (7, "date-impossible"), (9, "row-without-name"), (10, "email-shared")},
    ),
    strangers.foreign_owned: (
        "名册.xlsx",
        "Finance/顾念 Finance/Hans_Müller Sales/郝运 Sales/苏丹 IT/邢远 IT/顾念念",
        "Sales/纪晓 Sales/管仲",
        {(3, "mobile-odd"), (7, "date-ambiguous"), (9, "row-without-name"), (10, "empno-dup")},
    ),
    strangers.municipal: (
        "名册.xls",
        "办公室/于勇 办公室/尹志平 城建科/史可 办公室/江流 水政科/付强",
        "城建科/明亮 办公室/海燕",
        {(4, "mobile-two"), (9, "row-without-name"), (10, "name-with-note")},
    ),
}


def people(reading, *, left):
    return sorted(f"{row.dept}/{row.name}".replace(" ", "_") for row in reading.people if row.left is left)


@pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.__name__)
def test_nobody_is_lost_or_made_up_and_every_fault_is_named(house, tmp_path):
    name, active, left, faults = HOUSES[house]
    house(tmp_path / name)
    reading = roster_of_file(tmp_path / name, ROSTER_LIMITS, TODAY, None, None, lambda _fraction: None)
    assert people(reading, left=False) == sorted(active.split())
    assert people(reading, left=True) == sorted(left.split())
    named = {(fault.row, fault.kind) for fault in reading.faults}
    assert faults <= named
    assert {kind for _row, kind in named - faults} <= {
        "date-month-only", "mobile-fullwidth", "name-with-note", "mobile-missing", "empno-lower",
    }  # fmt: skip


def test_second_names_and_places_stand_under_their_own_titles(tmp_path):
    strangers.foreign_owned(tmp_path / "名册.xlsx")
    reading = roster_of_file(tmp_path / "名册.xlsx", ROSTER_LIMITS, TODAY, None, None, lambda _fraction: None)
    fields = {column.letter: column.field for column in reading.sheets[0].columns}
    assert fields == {
        "A": "emp_no", "B": "name", "C": "", "D": "", "E": "dept", "F": "post", "G": "mobile", "H": "hired_on",
        "I": "left_on", "J": "status", "K": "remark",
    }  # fmt: skip


@pytest.mark.parametrize(("cell", "left"), [("是", True), ("否", False), ("2026.5.1", True), ("", False)])
def test_a_bare_column_of_leaving_is_a_day_or_a_yes(cell, left, tmp_path):
    path = tmp_path / "名册.csv"
    others = "".join(f"{n},王{n},财务部,{'否' if len(cell) == 1 else '2030.1.1'}\n" for n in "二三四")
    path.write_text(f"工号,姓名,部门,离职\nA1,张一,财务部,{cell}\n{others}", encoding="utf-8")
    reading = roster_of_file(path, ROSTER_LIMITS, TODAY, None, None, lambda _fraction: None)
    assert [row.left for row in reading.people if row.name == "张一"] == [left]


@pytest.mark.parametrize(
    ("remark", "left"),
    [
        ("配偶已退休", False),
        ("其父去世，请假一周", False),
        ("本人已退休", True),
        ("已离校", True),
        ("2026年8月调往城南小学", False),
    ],
)
def test_what_befell_a_relative_is_not_the_persons_own(remark, left, tmp_path):
    path = tmp_path / "名册.csv"
    path.write_text(f"工号,姓名,部门,备注\nA1,张一,财务部,{remark}\n", encoding="utf-8")
    reading = roster_of_file(path, ROSTER_LIMITS, TODAY, None, None, lambda _fraction: None)
    assert [row.left for row in reading.people] == [left]


def test_a_leaving_before_the_hiring_keeps_nobody_out(tmp_path):
    strangers.logistics(tmp_path / "名册.xlsx")
    reading = roster_of_file(tmp_path / "名册.xlsx", ROSTER_LIMITS, TODAY, None, None, lambda _fraction: None)
    (person,) = [row for row in reading.people if row.name == "许多多"]
    assert (person.left, person.left_on, person.hired_on) == (True, None, date(2022, 1, 1))
