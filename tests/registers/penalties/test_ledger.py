"""The ledger month by month: its sums agree to the fen with its rows and its money trail, its ladder with its cases."""

from __future__ import annotations

from datetime import date

import pytest

from desk_mailadmin.kernel.detail import StepState
from desk_mailadmin.kernel.ledger_view import MONTH, LedgerMonth
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.months.service import Closing
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.ledger import LEDGER, banner, ladder, locked, months, totals
from desk_mailadmin.registers.penalties.register import REGISTER
from desk_mailadmin.registers.rulebook.entries import MONEY_WORD
from tests.registers.builders import BRANCH, House
from tests.registers.penalties.november import at, november, penalties
from tests.store.plans import scanned

TODAY = date(2026, 11, 27)
OFFICIAL = ("draft", "void")
GONE = (*OFFICIAL, "reversed", "offset")


@pytest.fixture
def kept(house: House) -> dict[str, list[int]]:
    """The cases of each person."""
    return november(house)


def close(house: House, month: str) -> None:
    """Close a month as its closing does, with the balance there is."""
    service = penalties(house)
    sums = service.balance(month)
    closing = Closing(
        month=month,
        carried_in_fen=sums.carried_in_fen,
        new_fen=sums.new_fen,
        deducted_fen=sums.deducted_fen,
        waived_fen=sums.waived_fen,
        carried_out_fen=sums.carried_out_fen,
        file_name=f"{month}.xlsx",
        file_sha256="7f3a91c2" * 8,
        rows_sha256="0" * 64,
        journal_seq=1,
        journal_head="0" * 64,
        reviewed_by="王志刚",
    )
    with house.desk.work("month.close") as work:
        service.months.close_in(work, closing)


QUERIES = (
    Query(),
    Query(filters={MONTH: "2026-11"}),
    Query(filters={MONTH: "2026"}),
    Query(filters={MONTH: "2026-10..2026-11", "dept": "生产部"}),
    Query(filters={MONTH: "2026-11", "regulation": "002"}),
    Query(segment="issued"),
    Query(segment="offset", filters={MONTH: "2026-11"}),
    Query(search="邮件"),
    Query(search="shenjiaqi", filters={MONTH: "2026-11"}),
    Query(search="没有这样的人"),
)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.segment} {query.filters} {query.search}")
def test_the_sums_of_a_list_are_those_of_its_rows_to_the_fen(house: House, kept: object, query: Query) -> None:
    service = penalties(house)
    rows = [row for row in service.of_query(query) if row.state not in OFFICIAL]
    sums = service.sums(query)
    assert sums == {
        "cases": sum(row.state not in GONE for row in rows),
        "fine": sum(row.fine_fen for row in rows),
        "recovery": sum(row.recovery_fen for row in rows),
        "deducted": sum(row.deducted_fen - row.refunded_fen for row in rows),
        "waived": sum(row.waived_fen for row in rows),
        "rest": sum(row.rest_fen for row in rows),
        "again": sum(row.offence_no > 1 and row.state not in GONE for row in rows),
    }
    for overview in LEDGER.overviews:
        groups = service.groups(overview.key, query)
        assert [sum(figures) for figures in zip(*(group.figures for group in groups), strict=True)] in (
            [], list(sums.values()),
        )  # fmt: skip
        assert bool(groups) == any(sums.values())


def test_what_is_open_in_all_is_what_the_money_trail_carries_out(house: House, kept: object) -> None:
    service = penalties(house)
    assert service.sums(Query())["rest"] == service.balance("2026-11").carried_out_fen


def test_every_group_leads_to_the_cases_it_counts(house: House, kept: object) -> None:
    service, november = penalties(house), Query(filters={MONTH: "2026-11"})
    for overview in LEDGER.overviews:
        for group in service.groups(overview.key, november):
            narrowed = Query(filters={**november.filters, overview.filter: group.key})
            assert tuple(service.sums(narrowed).values()) == group.figures, (overview.key, group)


def test_groups_are_called_as_people_call_them(house: House, kept: object) -> None:
    service, query = penalties(house), Query(filters={MONTH: "2026-11"})
    assert "电话制度 15.一.3" in {group.title for group in service.groups("clause", query)}
    assert "沈佳琪" in {group.title for group in service.groups("person", query)}
    namesake = house.person("沈佳琪", emp_no="A99999")
    entry = PenaltyEntry(staff=namesake, occurred_on=TODAY, act="forward_unrelated")
    service.enter(entry)
    titles = {group.title for group in service.groups("person", query)}
    assert {"沈佳琪 A00004", "沈佳琪 A99999"} <= titles


def test_the_band_says_count_fine_recovery_deducted_waived_and_what_is_open(house: House, kept: object) -> None:
    band = totals(penalties(house), Query(filters={MONTH: "2026-11"}))
    assert [each.label for each in band.sums] == ["有效", "罚款", "追缴/赔偿", "已扣", "减免", "未结"]
    assert band.sums[0].text == "11 件"
    assert band.sums[1].fen == 152_200
    assert band.sums[2].fen == 39_240
    assert band.sums[5].tone is Tone.AMBER


def test_the_months_run_from_the_first_case_to_today_without_a_gap(house: House, kept: object) -> None:
    service = penalties(house)
    close(house, "2026-10")
    assert list(months(service, TODAY)) == [
        LedgerMonth("2026-10", closed=True, note="2 件"),
        LedgerMonth("2026-11", closed=False, note="13 件"),
    ]
    assert [month.key for month in months(service, date(2027, 1, 3))][-2:] == ["2026-12", "2027-01"]


def test_a_desk_without_cases_has_this_month(house: House) -> None:
    assert list(months(penalties(house), TODAY)) == [LedgerMonth("2026-11", note="0 件")]


def test_a_closed_month_says_by_whom_and_what_to_do_about_an_error(house: House, kept: object) -> None:
    service = penalties(house)
    assert banner(service, "2026-10") is None
    close(house, "2026-10")
    said = banner(service, "2026-10")
    assert said is not None
    assert said.sentence == (
        "2026 年 10 月已于 11-27 由周敏月结，王志刚审核。本月记录只读；发现错误，选中那一条“冲销”，"
        "记在 2026 年 11 月，原记录保留。台账文件校验码 7F3A91C2。"
    )
    assert said.entries == ("ledger", "reopen_month")
    service.months.reopen("2026-10", "漏记一件")
    assert banner(service, "2026-10") is None


def test_a_closed_month_takes_nothing_new_but_its_cases_go_on(house: House, kept: object) -> None:
    closed, running = LedgerMonth("2026-10", closed=True), LedgerMonth("2026-11")
    assert locked("new", closed)
    assert locked("void", closed)
    assert not locked("reverse", closed)
    assert not locked("sign", closed)
    assert not locked("new", running)


def test_a_draft_stands_in_the_month_of_today_whenever_it_happened(house: House, kept: dict[str, list[int]]) -> None:
    service = penalties(house)
    staff = service.row(kept["傅强"][0]).staff
    draft = service.draft(PenaltyEntry(staff=staff, occurred_on=date(2026, 10, 30), act="call_168", fee_fen=500))
    assert draft in service.keys(Query(filters={MONTH: "2026-11"}))
    assert draft not in service.keys(Query(filters={MONTH: "2026-10"}))
    assert draft in service.keys(Query(filters={MONTH: "2026"}))
    at(house, date(2026, 12, 1))
    assert draft in service.keys(Query(filters={MONTH: "2026-12"}))
    assert draft not in service.keys(Query(filters={MONTH: "2026-11"}))


def test_the_ladder_shows_what_was_this_one_and_what_would_be_next(house: House, kept: dict[str, list[int]]) -> None:
    service = penalties(house)
    first, second = kept["沈佳琪"]
    shown = ladder(service, second)
    assert shown.title == f"沈佳琪　{service.row(second).number}"
    assert shown.subtitle == "邮件制度 6.2　转发与工作无关的邮件"
    assert [(step.title, step.state) for step in shown.steps] == [
        ("首次：降薪", StepState.DONE),
        ("第 2 次：降职（本条）", StepState.NOW),
        ("第 3 次：辞退", StepState.TODO),
    ]
    assert service.row(first).number in shown.steps[0].note
    assert [step.state for step in ladder(service, first).steps] == [StepState.NOW, StepState.DONE, StepState.TODO]


def test_what_was_reversed_stands_on_no_ladder(house: House, kept: dict[str, list[int]]) -> None:
    service = penalties(house)
    for record in kept["何美玲"]:
        (step,) = ladder(service, record).steps
        assert step.state is StepState.NOW


def test_a_long_ladder_shows_its_last_rungs(house: House, kept: dict[str, list[int]]) -> None:
    service = penalties(house)
    staff = service.row(kept["傅强"][0]).staff
    for day in (3, 4, 5, 6):
        at(house, date(2026, 12, day))
        last = service.enter(
            PenaltyEntry(staff=staff, occurred_on=date(2026, 12, day), act="call_168", fee_fen=100 * day)
        )
    titles = [step.title for step in ladder(service, last).steps]
    assert titles[0] == "更早 2 次"
    assert titles[-2].startswith("第 6 次")
    assert titles[-1].startswith("第 7 次")


def test_a_month_is_read_by_index_however_many_cases_there_are(house: House, kept: object) -> None:
    service, query = penalties(house), Query(filters={MONTH: "2026-11"})
    asked = {
        "keys": lambda: service.keys(query),
        "rows": lambda: service.rows(service.keys(query)),
        "counts": lambda: service.counts(query),
        "sums": lambda: service.sums(query),
        "waiting": service.waiting,
        "stopped": lambda: service.stopped(TODAY),
        "groups": lambda: [service.groups(overview.key, query) for overview in LEDGER.overviews],
    }
    for what, ask in asked.items():
        through = [step for step in scanned(house.desk.database, "penalty", ask) if "penalty_owed_back" not in step]
        assert through == [], what  # that index holds what is owed back and nothing else


def test_departments_of_one_name_in_several_units_are_kept_apart(house: House, kept: object) -> None:
    service, query = penalties(house), Query(filters={MONTH: "2026-11"})
    assert "国内业务部" in {group.title for group in service.groups("dept", query)}
    elsewhere = house.person("韩雪", dept="国内业务部", branch=BRANCH)
    service.enter(PenaltyEntry(staff=elsewhere, occurred_on=TODAY, act="forward_unrelated"))
    groups = {group.title: group for group in service.groups("dept", query)}
    assert {"总部 国内业务部", f"{BRANCH} 国内业务部"} <= set(groups)
    there = service.of_query(Query(filters={**query.filters, "place": groups[f"{BRANCH} 国内业务部"].key}))
    assert [row.name for row in there] == ["韩雪"]


def test_a_fine_is_called_as_the_office_calls_it(house: House, kept: object) -> None:
    service, query = penalties(house), Query(filters={MONTH: "2026-11"})
    house.decide(MONEY_WORD, "绩效扣减")
    assert [column.title for column in REGISTER.columns_for(service, query) if column.key == "fine_fen"] == ["绩效扣减"]
    assert [measure.title for measure in LEDGER.worded(service).measures if measure.key == "fine_fen"] == ["绩效扣减"]
    assert totals(service, query).sums[1].label == "绩效扣减"
