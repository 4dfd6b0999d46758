"""Who is meant by a name in an old ledger."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desk_mailadmin.registers.past_cases.rules import Accused, Found, Match, People
from desk_mailadmin.registers.roster.rules import KnownPerson
from desk_mailadmin.registers.staff.rules import StaffEntry

HEADQUARTERS, BRANCH = "总部", "上海分公司"
DAY = date(2025, 3, 5)


def known(number: int, name: str, dept: str = "软件部", branch: str = HEADQUARTERS, **more: Any) -> KnownPerson:
    return KnownPerson(number, StaffEntry(name, dept, branch, more.pop("emp_no", f"A{number}"), **more))


PEOPLE = People(
    [
        known(1, "周一"),
        known(2, "李娜"),
        known(3, "李娜", "人事部"),
        known(4, "李娜", "人事部", BRANCH),
        known(5, "赵六", hired_on=date(2025, 6, 1)),
        known(6, "赵六", "销售部", state="left", left_on=date(2025, 2, 1)),
        known(7, "吴双"),
        known(8, "吴双"),
        known(9, "无号", emp_no=""),
    ],
    HEADQUARTERS,
)


@pytest.mark.parametrize(
    ("accused", "found"),
    [
        (Accused("周一", "A1", "", "别的部"), Found(Match.SURE, 1)),
        (Accused("周一", dept="软件部"), Found(Match.SURE, 1)),
        (Accused("周一"), Found(Match.SURE, 1)),
        (Accused("周一", dept="生产部"), Found(Match.ELSEWHERE, 1)),
        (Accused("周二", "A1"), Found(Match.UNCLEAR, candidates=(1,))),
        (Accused("李娜", dept="软件部"), Found(Match.SURE, 2)),
        (Accused("李娜", dept="人事部"), Found(Match.SURE, 3)),
        (Accused("李娜", branch=BRANCH, dept="人事部"), Found(Match.SURE, 4)),
        (Accused("李娜", branch=BRANCH, dept="软件部"), Found(Match.UNCLEAR, candidates=(2, 3, 4))),
        (Accused("李娜"), Found(Match.UNCLEAR, candidates=(2, 3, 4))),
        (Accused("吴双", dept="软件部"), Found(Match.UNCLEAR, candidates=(7, 8))),
        (Accused("吴双", "A8", dept="软件部"), Found(Match.SURE, 8)),
        (Accused("吴双", "B8", dept="软件部"), Found(Match.UNKNOWN)),
        (Accused("无号", "B9"), Found(Match.SURE, 9)),
        (Accused("赵六", on=DAY), Found(Match.UNKNOWN)),
        (Accused("赵六", on=date(2025, 7, 1)), Found(Match.SURE, 5)),
        (Accused("赵六", on=date(2025, 1, 5)), Found(Match.SURE, 6)),
        (Accused("赵六"), Found(Match.UNCLEAR, candidates=(5, 6))),
        (Accused("赵六", dept="软件部", on=DAY), Found(Match.UNTIMELY, 5)),
        (Accused("赵六", dept="财务部", on=DAY), Found(Match.UNKNOWN)),
        (Accused("赵六", dept="财务部", on=date(2025, 7, 1)), Found(Match.ELSEWHERE, 5)),
        (Accused("没有", dept="软件部"), Found(Match.UNKNOWN)),
        (Accused("周一", stranger=True), Found(Match.UNKNOWN)),
    ],
)
def test_who_is_meant(accused: Accused, found: Found):
    assert PEOPLE.find(accused) == found
