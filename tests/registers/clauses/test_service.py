from __future__ import annotations

import pytest

from desk_mailadmin.kernel.clauses import Demand, load_demands
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.table import Choice, Query, SegmentCount
from desk_mailadmin.registers.clauses.service import ClausesService

DEMANDS = (
    Demand("M0-1", "000/3.0", "开户要填申请表", "RP", met_in="申请"),
    Demand("M0-5", "000/4.1, 004/第十一条", "邮箱限额", "CM", number="10 MB"),
    Demand("M14-1", "", "工作日历", "RC", met_in="工具"),
)


@pytest.fixture
def clauses() -> ClausesService:
    return ClausesService(lambda: DEMANDS)


def names(clauses: ClausesService, **query: object) -> list[str]:
    return [row.demand for row in clauses.rows(clauses.keys(Query(**query)))]  # type: ignore[arg-type]


def test_demands_stand_in_the_order_of_the_catalogue(clauses):
    assert names(clauses) == ["M0-1", "M0-5", "M14-1"]
    assert names(clauses, descending=True) == ["M14-1", "M0-5", "M0-1"]


def test_what_is_met_and_what_is_planned_is_counted(clauses):
    assert names(clauses, segment="planned") == ["M0-5"]
    assert names(clauses, segment="met") == ["M0-1", "M14-1"]
    assert clauses.counts(Query()) == {"all": SegmentCount(3), "met": SegmentCount(2), "planned": SegmentCount(1)}


def test_demands_are_found_by_regulation_and_by_words(clauses):
    assert names(clauses, filters={"regulation": "004"}) == ["M0-5"]
    assert names(clauses, filters={"regulation": "002"}) == []
    assert names(clauses, search="邮件制度 限额") == ["M0-5"]
    assert names(clauses, search="ｍ14") == ["M14-1"]
    assert clauses.counts(Query(search="申请"))["all"] == SegmentCount(1)


def test_states_come_together_when_they_order_the_list(clauses):
    assert names(clauses, sort="state") == ["M0-1", "M14-1", "M0-5"]
    assert names(clauses, sort="nothing") == ["M0-1", "M0-5", "M14-1"]


def test_the_panel_says_where_it_is_met_or_that_it_is_planned(clauses):
    assert [(fact.label, fact.value) for fact in clauses.detail(2).facts] == [
        ("依据", "邮件制度 4.1；集团邮件规定 第十一条"),
        ("数字", "10 MB"),
        ("要做的", "计算、提醒"),
        ("在哪里", "以后的版本"),
    ]
    assert clauses.detail(3).facts[-1].value == "工具"


def test_the_combo_offers_the_regulations(clauses):
    assert clauses.choices("regulation")[0] == Choice("000", "邮件制度")


def test_what_the_first_issues_ask_for_is_met():
    demands = {demand.id: demand for demand in load_demands(asset_dir("resources") / "clauses.toml")}
    for wanted in ("M0-1", "M0-2", "M0-3", "M0-4", "M15-1", "M15-2", "M15-4", "M14-1", "M14-5"):
        assert demands[wanted].met_in
