"""The fictional company of ``resources/sample``: its units, its people, and who comes, moves and leaves."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pypinyin import lazy_pinyin

COMPANY = "澄湖纸品股份有限公司"
DOMAIN = "chenghu.example"
ROSTER_DAY = date(2026, 10, 20)
NEXT_DAY = date(2026, 11, 16)
SEED = 20261020
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
RARE_SURNAMES = {
    "单": "shan",
    "仇": "qiu",
    "区": "ou",
    "解": "xie",
    "查": "zha",
    "欧阳": "ouyang",
    "上官": "shangguan",
    "覃": "qin",
}
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文晓春海燕云飞雪佳俊宇浩欣怡子轩梓涵思"
    "远雨泽博睿嘉琪若曦一诺可馨天佑永康宏达光辉金凤淑珍少东立新振兴庆家豪凯瑞雅婷诗琦鹏程洁莹倩琳颖慧"
)
TOP, HEAD, LEAD, STAFF = "总监", "经理", "主管", "员工"


@dataclass(frozen=True)
class Unit:
    """Headquarters or a branch: its mail domain, telephone prefix and departments with their sizes."""

    name: str
    kind: str
    domain: str
    first_extension: int
    departments: tuple[tuple[str, int], ...]


UNITS = (
    Unit("总部", "headquarters", DOMAIN, 8001, (
        ("总经理办公室", 6), ("人力资源部", 5), ("财务部", 8), ("信息管理部", 5), ("市场部", 11), ("采购部", 6),
        ("生产部", 14), ("质量部", 7), ("研发部", 10), ("仓储物流部", 6),
    )),
    Unit("湖滨分公司", "branch", f"hb.{DOMAIN}", 6101, (
        ("行政人事部", 4), ("销售部", 11), ("客户服务部", 6), ("仓库", 4),
    )),
    Unit("南麓分公司", "branch", f"nl.{DOMAIN}", 7201, (
        ("行政人事部", 3), ("销售部", 9), ("客户服务部", 5),
    )),
)  # fmt: skip
POSTS = {
    "总经理办公室": "文秘", "人力资源部": "人事专员", "财务部": "会计", "信息管理部": "网络管理员",
    "市场部": "市场专员",
    "采购部": "采购员", "生产部": "班组长", "质量部": "检验员", "研发部": "工程师", "仓储物流部": "调度员",
    "行政人事部": "行政专员", "销售部": "客户经理", "客户服务部": "客服专员", "仓库": "仓管员",
}  # fmt: skip
MOST_WITH_ADDRESS, WITH_EXTENSION, SHORT_NAME = 0.86, 0.7, 0.25


@dataclass(frozen=True)
class Person:
    """One person as the personnel department keeps them."""

    number: str
    name: str
    sex: str
    unit: str
    department: str
    post: str
    rank: str
    hired_on: date
    extension: str
    mobile: str
    address: str
    left_on: date | None = None


def people() -> list[Person]:
    """Return everybody of October, department by department, the same ones each time."""
    chance = random.Random(SEED)  # noqa: S311  (a sample, not a secret)
    taken: set[str] = set()
    found: list[Person] = []
    for unit in UNITS:
        extensions = iter(range(unit.first_extension, unit.first_extension + 200))
        for department, size in unit.departments:
            for place in range(size):
                found.append(_person(chance, unit, department, place, len(found), extensions, taken))
    return _with_namesakes(found)


def _person(
    chance: random.Random,
    unit: Unit,
    department: str,
    place: int,
    index: int,
    extensions: Iterator[int],
    taken: set[str],
) -> Person:
    name = _name(chance, index, taken)
    rank = HEAD if place == 0 else LEAD if place == 1 else STAFF
    post = f"{department}经理" if place == 0 else "主管" if place == 1 else POSTS[department]
    if index == 0:
        rank, post = TOP, "总经理"
    hired = date(2012, 3, 1) + timedelta(days=chance.randrange(5300))
    has_address = rank != STAFF or (chance.random() < MOST_WITH_ADDRESS and department != "仓库")
    extension = str(next(extensions)) if rank != STAFF or chance.random() < WITH_EXTENSION else ""
    mobile = f"154{chance.randrange(10**7):08d}"
    address = f"{_login(name, taken)}@{unit.domain}" if has_address else ""
    sex = chance.choice("男女")
    return Person(f"CH{index + 1:04d}", name, sex, unit.name, department, post, rank, hired, extension, mobile, address)


def _name(chance: random.Random, index: int, taken: set[str]) -> str:
    while True:
        surname = list(RARE_SURNAMES)[index // 13 % len(RARE_SURNAMES)] if index % 13 == 5 else chance.choice(SURNAMES)  # noqa: PLR2004
        given = "".join(chance.sample(GIVEN, 1 if chance.random() < SHORT_NAME else 2))
        if surname + given not in taken:
            taken.add(surname + given)
            return surname + given


def _login(name: str, taken: set[str]) -> str:
    rare = next((surname for surname in RARE_SURNAMES if name.startswith(surname)), "")
    plain = RARE_SURNAMES.get(rare, "") + "".join(lazy_pinyin(name.removeprefix(rare)))
    login = next(login for login in (plain, *(f"{plain}{n}" for n in range(2, 99))) if login not in taken)
    taken.add(login)
    return login


def _with_namesakes(found: list[Person]) -> list[Person]:
    """Let two people of one name work in different departments, and the newest have no address yet."""
    found[40] = replace(found[40], name="李敏", address="limin@chenghu.example")
    found[95] = replace(found[95], name="李敏", address="limin2@hb.chenghu.example")
    for index in (9, 33, 51, 88, 110):
        found[index] = replace(found[index], hired_on=ROSTER_DAY - timedelta(days=index // 3), address="")
    return found


def leavers_of(found: list[Person]) -> list[Person]:
    """Return those who left before October and stand on a sheet of their own."""
    gone = (
        ("CH0907", "卢思琪", "总部", "市场部", date(2026, 7, 10)),
        ("CH0911", "谭可", "总部", "生产部", date(2026, 4, 27)),
        ("CH0915", "区永康", "湖滨分公司", "销售部", date(2026, 9, 30)),
        ("CH0918", "郝雨泽", "南麓分公司", "销售部", date(2025, 12, 31)),
        ("CH0922", "单晓燕", "总部", "财务部", date(2026, 8, 21)),
    )
    example = found[-1]
    return [
        replace(example, number=number, name=name, unit=unit, department=department, left_on=day, address="")
        for number, name, unit, department, day in gone
    ]


def a_month_later(found: list[Person]) -> list[Person]:
    """Return November: three joined, two moved, two are no longer on the roster."""
    later = [person for person in found if person.number not in ("CH0061", "CH0112")]
    moves = {"CH0027": ("总部", "采购部"), "CH0081": ("南麓分公司", "客户服务部")}
    for place, person in enumerate(later):
        if person.number in moves:
            unit, department = moves[person.number]
            later[place] = replace(person, unit=unit, department=department, post=POSTS[department])
    order = [(unit.name, department) for unit in UNITS for department, _size in unit.departments]
    return sorted([*later, *_joined()], key=lambda person: order.index((person.unit, person.department)))


def _joined() -> list[Person]:
    hired = date(2026, 11, 2)
    joined = (
        ("CH0121", "贺一诺", "总部", "研发部"),
        ("CH0122", "查嘉豪", "总部", "财务部"),
        ("CH0123", "乔若曦", "湖滨分公司", "销售部"),
    )
    return [
        Person(number, name, "女", unit, department, POSTS[department], STAFF, hired, "", f"1540000{number[2:]}", "")
        for number, name, unit, department in joined
    ]
