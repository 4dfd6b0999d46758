from __future__ import annotations

from datetime import date

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.ledger_view import MONTH as SPAN
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.calls.rules import LONGEST_MINUTES
from desk_mailadmin.registers.lines.service import LinesService
from tests.registers.builders import BRANCH, DEPARTMENT, HEADQUARTERS, House, refusal
from tests.registers.calls_of import DIRECT, MONTH, STRANGE, TRUNK, Billed, Recorded, assigned, bill_in, records_in
from tests.store.plans import scanned

MONTH_SHOWN = Query(filters={SPAN: MONTH})


def trunk_calls(house: House) -> tuple[list[int], list[int]]:
    """A trunk with two extensions behind it, and three calls: two recorded, one from a set on the trunk itself."""
    people = [house.person("周文博"), house.person("程思思")]
    house.line("", number=TRUNK, kind="trunk")
    for extension, staff in zip(("8061", "8064"), people, strict=True):
        house.line(extension, staff=staff)
    ids = bill_in(
        house,
        *(Billed(f"{MONTH}-{day:02d} 09:00:00", TRUNK, "55501111", seconds=60) for day in range(3, 11)),
        Billed(f"{MONTH}-20 10:00:00", TRUNK, "01055502222", "domestic", 125, 90),
        Billed(f"{MONTH}-21 10:00:00", TRUNK, "55503333"),
    )
    records_in(
        house,
        *(Recorded("8061", "55501111", f"{MONTH}-{day:02d} 09:00:02", 61) for day in range(3, 11)),
        Recorded("8064", "01055502222", f"{MONTH}-20 10:00:03", 125),
        Recorded("8064", "55503333", f"{MONTH}-22 10:00:02", 65),
    )
    return ids, people


def test_calls_of_a_trunk_go_to_the_extension_the_exchange_recorded(house: House):
    ids, people = trunk_calls(house)
    (told,) = house.calls.assign([MONTH])
    assert (told.calls, told.by_record, told.no_record, told.unknown, told.clock_seconds) == (10, 9, 1, 0, 2)
    rows = house.calls.rows(ids)
    assert [(row.extension, row.staff, row.how) for row in rows[-3:]] == [
        ("8061", people[0], "pbx"),
        ("8064", people[1], "pbx"),
        ("", None, "trunk"),
    ]
    assert house.calls.record_of(ids[-2]).extension == "8064"
    assert house.calls.record_of(ids[-1]) is None
    assert [one.extension for one in house.calls.month(MONTH) if one.how == "trunk"] == [""]


def test_assigning_again_changes_nothing_and_journals_one_line(house: House):
    ids, _people = trunk_calls(house)
    house.calls.assign([MONTH])
    before, sums = house.calls.rows(ids), house.calls.month(MONTH)
    journal = house.desk.database.execute_sql("SELECT count(*) FROM journal").fetchone()[0]
    house.calls.assign([MONTH])
    assert house.desk.database.execute_sql("SELECT count(*) FROM journal").fetchone()[0] == journal + 1
    assert house.calls.rows(ids) == before
    assert house.calls.month(MONTH) == sums
    assert house.calls.record_of(ids[0]).extension == "8061"


def test_a_call_belongs_to_who_had_the_line_on_its_day(house: House):
    lines: LinesService = house.lines
    first, second = house.person("周文博"), house.person("程思思")
    line = house.line("8001", number=DIRECT, staff=first)
    lines.assign(
        line,
        second,
        house.departments.named(house.branches.named(HEADQUARTERS) or 0, DEPARTMENT) or 0,
        date(2026, 11, 16),
    )
    ids = assigned(house, Billed(f"{MONTH}-15 23:59:59"), Billed(f"{MONTH}-16 00:00:00"))
    assert [row.name for row in house.calls.rows(ids)] == ["周文博", "程思思"]


def test_a_line_entered_later_makes_the_month_out_of_date_until_it_is_assigned_again(house: House):
    assert house.calls.outdated() == []
    (known,) = assigned(house, Billed())
    assert house.calls.row(known).how == ""
    assert house.calls.outdated() == []
    house.line("8001", number=DIRECT, staff=house.person())
    assert house.calls.outdated() == [MONTH]
    house.calls.assign([MONTH])
    assert house.calls.outdated() == []
    assert house.calls.row(known).name == "周文博"
    bill_in(house, Billed(f"{MONTH}-09 10:00:00"))
    assert house.calls.outdated() == [MONTH]


def test_what_is_given_by_hand_stays_when_assigned_again_and_can_go_back(house: House):
    staff = house.person()
    line = house.line("8001", number=DIRECT)
    (strange, known) = assigned(house, Billed(number=STRANGE), Billed())
    with pytest.raises(UserError) as fault:
        house.calls.assign_by_hand([known], line, None)
    assert refusal(fault.value) == (None, "有 1 通已经按线路认到人，不能再分配。")
    house.calls.assign_by_hand([strange], line, staff)
    house.calls.assign([MONTH])
    row = house.calls.row(strange)
    assert (row.extension, row.name, row.dept, row.how) == ("8001", "周文博", DEPARTMENT, "hand")
    house.calls.assign_by_hand([strange], line, None)
    assert (house.calls.row(strange).staff, house.calls.row(strange).line) == (None, line)
    house.calls.assign_by_hand([strange], None, None)
    assert house.calls.row(strange).how == ""
    assert house.history("call", strange)[:1] == ["取消人工分配"]


def test_a_person_alone_takes_a_call_to_the_own_department(house: House):
    staff = house.person("沈丹", branch=BRANCH, dept="销售部")
    (strange,) = assigned(house, Billed(number=STRANGE))
    house.calls.assign_by_hand([strange], None, staff)
    row = house.calls.row(strange)
    assert (row.branch, row.dept, row.name, row.line) == (BRANCH, "销售部", "沈丹", None)


def test_private_calls_are_summed_up_and_taken_back_as_one(house: House):
    staff = house.person()
    ids = assigned(
        house, Billed(fee_fen=100), Billed(f"{MONTH}-04 10:00:00", fee_fen=50), Billed(f"{MONTH}-05 10:00:00")
    )
    house.calls.mark_private(ids[:2], staff, "本人承认")
    assert house.calls.totals(MONTH_SHOWN).private_fen == 150
    assert [row.private_name for row in house.calls.rows(ids)] == ["周文博", "周文博", ""]
    assert house.calls.row(ids[0]).remark == "本人承认"
    assert house.calls.counts(MONTH_SHOWN)["private"].count == 2
    house.desk.undo(house.desk.undoable()[0].seq)
    assert house.calls.totals(MONTH_SHOWN).private_fen == 0
    house.calls.mark_private(ids[:1], staff)
    house.calls.mark_private(ids[:1], staff)
    house.calls.unmark_private(ids)
    house.calls.unmark_private(ids)
    assert house.calls.counts(MONTH_SHOWN)["private"].count == 0


def test_nothing_is_changed_in_a_closed_month_but_a_new_bill_is_assigned(house: House):
    staff = house.person()
    ids = assigned(house, Billed())
    house.close_month(MONTH)
    for deed in (
        lambda: house.calls.mark_private(ids, staff),
        lambda: house.calls.note(ids[0], "晚了"),
        lambda: house.calls.assign_by_hand(ids, None, staff),
        lambda: house.calls.assign([MONTH]),
    ):
        with pytest.raises(UserError) as fault:
            deed()
        assert str(fault.value) == "2026 年 11 月已经月结，不能再改；更正记在没有月结的月份。"
    house.line("8001", number=DIRECT)
    assert house.calls.outdated() == []
    bill_in(house, Billed(f"{MONTH}-09 10:00:00"))
    assert house.calls.outdated() == [MONTH]
    assert house.calls.assign([MONTH])[0].calls == 2


def test_lists_are_added_up_by_department_extension_kind_person_and_month(house: House):
    house.line("8001", number=DIRECT, staff=house.person())
    assigned(
        house,
        Billed(seconds=181, fee_fen=88),
        Billed(f"{MONTH}-04 10:00:00", called="01055501797", kind="domestic", fee_fen=150),
        Billed(f"{MONTH}-05 10:00:00", STRANGE, "1681234", "info", fee_fen=860, info_fen=838),
    )
    assigned(house, Billed("2026-10-31 23:59:00", fee_fen=7), month="2026-10")
    totals = house.calls.totals(MONTH_SHOWN)
    assert (totals.fee_fen, totals.calls, totals.minutes, totals.long_fen, totals.info_fen, totals.over) == (
        1098, 3, 8, 150, 838, 1,
    )  # fmt: skip
    shown = {
        overview: [(group.title, group.figures[0]) for group in house.calls.groups(overview, MONTH_SHOWN)]
        for overview in ("dept", "group", "kind", "person")
    }
    assert shown == {
        "dept": [("（没有落实到部门）", 860), (f"{HEADQUARTERS} / {DEPARTMENT}", 238)],
        "group": [("0571-55519999（没有分机）", 860), ("8001", 238)],
        "kind": [("国内长途", 150), ("信息台", 860), ("市话", 88)],
        "person": [("（没有落实到人）", 860), ("周文博", 238)],
    }
    assert [(group.key, group.figures[0]) for group in house.calls.groups(SPAN, Query())] == [
        ("2026-10", 7),
        (MONTH, 1098),
    ]
    assert house.calls.month_counts() == {"2026-10": 1, MONTH: 3}


@pytest.mark.parametrize("search", ["", "055", "周文"])
@pytest.mark.parametrize("segment", ["all", "open", "long", "info", "over", "private"])
def test_kept_sums_are_those_of_the_calls_themselves(house: House, search: str, segment: str):
    house.fill()
    query = Query(segment=segment, search=search)
    rows = house.calls.rows(house.calls.keys(query))
    totals = house.calls.totals(query)
    assert (totals.calls, totals.fee_fen) == (len(rows), sum(row.fee_fen for row in rows))
    for overview in ("dept", "group", "kind", "person", SPAN):
        groups = house.calls.groups(overview, query)
        assert sum(group.figures[0] for group in groups) == totals.fee_fen
        assert sum(group.figures[1] for group in groups) == totals.calls
    assert house.calls.counts(query)[segment].count == len(rows)


def test_a_group_lists_its_calls(house: House):
    house.fill()
    for overview, key in (("dept", "dept"), ("group", "group"), ("kind", "kind"), ("person", "staff"), (SPAN, SPAN)):
        for group in house.calls.groups(overview, Query()):
            if group.key:
                query = Query(filters={key: group.key})
                assert len(house.calls.keys(query)) == group.figures[1]
                assert house.calls.totals(query).fee_fen == group.figures[0]


def test_calls_are_found_by_name_initials_department_extension_and_digits(house: House):
    house.line("8001", number=DIRECT, staff=house.person("周文博", emp_no="10417"))
    house.line("8002", number="057155511002", label="三楼会议室")
    ids = assigned(
        house,
        Billed(called="01055501797"),
        Billed(f"{MONTH}-04 10:00:00", "057155511002", "55508042"),
        Billed(f"{MONTH}-05 10:00:00", STRANGE, "96008"),
    )
    found = {
        text: house.found("calls", text)
        for text in (
            "文博",
            "zwb",
            "zhouwenbo",
            "10417",
            "8001",
            "55508",
            "0571-5551",
            "1797",
            "会议",
            "国际业务",
            "没有",
            "!",
        )
    }
    assert found == {
        "文博": ids[:1], "zwb": ids[:1], "zhouwenbo": ids[:1], "10417": ids[:1], "8001": ids[:1], "55508": ids[1:2],
        "0571-5551": ids, "1797": ids[:1], "会议": ids[1:2], "国际业务": ids[:2], "没有": [], "!": [],
    }  # fmt: skip
    assert house.found("calls", "文博 1797") == ids[:1]
    assert house.found("calls", "会议 1797") == []
    house.calls.note(ids[2], "打给客户服务")
    assert house.found("calls", "客户") == ids[2:]


def test_a_search_looks_only_at_the_months_shown(house: House):
    house.line("8001", number=DIRECT, staff=house.person())
    (old,) = assigned(house, Billed("2026-10-05 10:00:00"), month="2026-10")
    (new,) = assigned(house, Billed())
    assert list(house.calls.keys(Query(search="zwb", filters={SPAN: MONTH}))) == [new]
    assert house.calls.counts(Query(search="zwb", filters={SPAN: "2026-10"}))["all"].count == 1
    assert list(house.calls.keys(Query(search="zwb", filters={SPAN: "2026"}))) == [old, new]


def test_names_that_change_are_found_anew(house: House):
    (strange,) = assigned(house, Billed(number=STRANGE))
    assert house.found("calls", "会议") == []
    house.line("8002", number=STRANGE, label="三楼会议室")
    house.calls.assign([MONTH])
    assert house.found("calls", "会议") == [strange]


def test_the_limit_of_three_minutes_is_a_setting_and_its_change_is_told(house: House):
    (one,) = assigned(house, Billed(seconds=181))
    assert house.calls.row(one).over
    house.decide(LONGEST_MINUTES, 5)
    assert not house.calls.row(one).over
    assert house.calls.outdated() == [MONTH]
    house.calls.assign([MONTH])
    assert house.calls.totals(MONTH_SHOWN).over == 0


def test_other_calls_to_a_number_stand_around_a_call(house: House):
    ids = assigned(house, *(Billed(f"{MONTH}-{day:02d} 09:00:00") for day in range(1, 12)))
    around, count = house.calls.others_with(ids[5], 3)
    assert [row.id for row in around] == ids[2:9]
    assert count == 11


def test_a_voided_bill_leaves_no_sum_behind(house: House):
    assigned(house, Billed())
    house.desk.database.execute_sql("DELETE FROM call")
    house.desk.database.execute_sql("UPDATE bill SET state = 'void'")
    assert house.calls.outdated() == [MONTH]
    house.calls.assign([MONTH])
    assert house.calls.totals(Query()).calls == 0
    assert house.calls.outdated() == []


def test_ten_years_by_extension_and_by_person_are_added_up_along_an_index(house: House):
    trunk_calls(house)
    house.calls.assign([MONTH])
    for overview, index in (("group", "call_sum_by_extension"), ("person", "call_sum_by_staff")):
        steps = scanned(
            house.desk.database, "call_sum", lambda overview=overview: house.calls.groups(overview, Query())
        )
        assert {step for step in steps if "call_sum" in step} == {f"SCAN call_sum USING COVERING INDEX {index}"}
