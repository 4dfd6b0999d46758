"""What the clerk does with findings: check, case, draft, note, back again; and what 今日 says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.findings.register import REGISTER
from desk_mailadmin.registers.lines.rules import rights_up_to
from desk_mailadmin.registers.longdistance.service import Slip
from desk_mailadmin.registers.penalties.entries import MOST_TIMES
from tests.registers.builders import TODAY, House
from tests.registers.calls_of import Billed, assigned
from tests.registers.counter import Counter, fill_in, leave
from tests.registers.long_distance import findings_of

MONTH = "2026-12"


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


@pytest.fixture
def staff(house: House) -> int:
    person = house.person(emp_no="A10417")
    house.line("8001", number="057155511001", staff=person, rights=rights_up_to("domestic"))
    shared = house.line("8002", number="057155511002", label="前台", rights=rights_up_to("local"))
    assert shared
    house.decide(next(one for one in REGISTER.settings if one.key == "findings.kinds"), ["info-line", "outside-hours"])
    assigned(
        house,
        Billed("2026-12-01 10:00:00", called="1681234", kind="info", fee_fen=860, info_fen=838),
        Billed("2026-12-02 10:00:00", called="1681235", kind="info", fee_fen=140, info_fen=118),
        Billed("2026-12-02 20:00:00"),
        Billed("2026-12-02 11:00:00", number="057155511002", called="1681236", kind="info", fee_fen=100, info_fen=78),
        month=MONTH,
    )
    return person


def save_case(dialog: Any) -> bool:
    """Save the case as the rulebook proposes it; its notice is not printed now."""
    return fill_in()(dialog) if hasattr(dialog, "save") else leave(dialog)


def due(house: House) -> list[int]:
    return list(findings_of(house).keys(Query(segment="due")))


def test_today_asks_for_the_check_and_then_for_what_was_found(house: House, staff: int):
    (todo,) = REGISTER.todos(findings_of(house), TODAY)
    assert (todo.action, todo.number) == ("run", MONTH)
    findings_of(house).run(MONTH)
    (todo,) = REGISTER.todos(findings_of(house), TODAY)
    assert (todo.action, todo.text) == ("penalise", "2026 年 12 月　信息台 3")


def test_the_check_is_run_from_the_list(house: House, counter: Counter, staff: int):
    counter.prompter.answers.append(MONTH)
    counter.do("findings", "run")
    assert counter.window.told == ["2026 年 12 月核查完，4 通通话：信息台 3，上班时间外 1"]


def test_calls_of_one_person_become_one_case(house: House, counter: Counter, staff: int):
    findings_of(house).run(MONTH)
    ids = [row.id for row in findings_of(house).rows(due(house)) if row.staff == staff]
    counter.answer = save_case
    counter.do("findings", "penalise", *ids)
    rows = findings_of(house).rows(ids)
    assert {row.state for row in rows} == {"proposed"}
    case = house.penalties.entry(rows[0].penalty_id or 0)
    assert (case.times, case.fee_fen, case.fine_fen) == (2, 1000, 20 * 1000 + 2 * 5000)
    assert case.source == f"finding:{ids[0]},{ids[1]}"
    assert "1681234" in case.facts


def test_a_shared_set_asks_who_it_was(house: House, counter: Counter, staff: int):
    findings_of(house).run(MONTH)
    (record,) = [row.id for row in findings_of(house).rows(due(house)) if row.staff is None]
    with pytest.raises(UserError, match="选一个人"):
        findings_of(house).entry_for([record])
    counter.kind, counter.answer = "周文博", save_case
    counter.do("findings", "penalise", record)
    row = findings_of(house).row(record)
    assert house.penalties.row(row.penalty_id or 0).name == "周文博"


def test_what_makes_no_one_case_is_refused(house: House, staff: int):
    findings_of(house).run(MONTH)
    with pytest.raises(UserError, match="同一种行为"):
        findings_of(house).entry_for(due(house))
    (outside,) = findings_of(house).keys(Query(segment="outside-hours"))
    with pytest.raises(UserError, match="只能记录说明"):
        findings_of(house).entry_for([outside])


def test_drafts_in_bulk_and_a_dropped_draft_opens_again(house: House, counter: Counter, staff: int):
    findings_of(house).run(MONTH)
    counter.prompter.answers.append(True)
    counter.do("findings", "draft", *due(house))
    assert counter.window.told == ["已存 1 张处罚草稿；1 项不知道是谁，单独登记"]
    (one, *_rest) = findings_of(house).rows(findings_of(house).keys(Query(segment="proposed")))
    with pytest.raises(UserError, match="还有效"):
        findings_of(house).restore([one.id])
    house.penalties.drop_draft(one.penalty_id or 0)
    findings_of(house).run(MONTH)
    assert findings_of(house).row(one.id).state == "open"


def test_a_note_needs_words_and_can_be_taken_back(house: House, counter: Counter, staff: int):
    findings_of(house).run(MONTH)
    ids = due(house)
    with pytest.raises(UserError, match="说明"):
        findings_of(house).dismiss(ids, "  ")
    counter.answer = fill_in(reason="客户来访时误拨")
    counter.do("findings", "dismiss", *ids)
    assert {row.outcome for row in findings_of(house).rows(ids)} == {"客户来访时误拨"}
    assert REGISTER.todos(findings_of(house), TODAY) == []
    counter.prompter.answers.append(True)
    counter.do("findings", "restore", *ids)
    assert due(house) == ids


def test_a_finding_leads_to_its_call_and_the_call_names_it(house: House, counter: Counter, staff: int):
    findings_of(house).run(MONTH)
    row = findings_of(house).row(due(house)[0])
    counter.do("findings", "call", row.id)
    assert counter.window.shown == [("calls", row.call)]
    facts = {fact.label: fact.value for fact in house.services["calls"].detail(row.call).facts}
    assert facts["核查"] == "信息台（待处理）"
    facts = {fact.label: fact.value for fact in findings_of(house).detail(row.id).facts}
    assert facts["会怎样"] == "登记处罚，222.00 元"
    assert facts["当天的权限"] == "内线、市话、国内长途"


def test_findings_are_found_by_person_line_and_number(house: House, staff: int):
    findings_of(house).run(MONTH)
    for text, count in (("周文博", 3), ("zwb", 3), ("8002", 1), ("1681234", 1), ("前台 168", 1), ("nobody", 0)):
        assert len(findings_of(house).keys(Query(segment="all", search=text))) == count, text


def test_what_has_no_penalty_in_the_regulations_can_only_be_noted(house: House, staff: int):
    findings = findings_of(house)
    findings.run(MONTH)
    late = [row.id for row in findings.rows(findings.keys(Query())) if row.kind == "outside-hours"]
    with pytest.raises(UserError) as refused:
        findings.entry_for(late)
    assert "只能记录说明" in str(refused.value)


def test_drafts_are_made_of_those_whose_caller_is_known(house: House, staff: int):
    findings = findings_of(house)
    findings.run(MONTH)
    made, nobody = findings.draft(list(findings.keys(Query())))
    assert (made, nobody) == (1, 1)
    assert {row.state for row in findings.rows(findings.keys(Query())) if row.staff == staff and row.act} == {
        "proposed"
    }


def test_an_approved_slip_of_that_day_excuses_a_call_without_right(house: House):
    person = house.person(emp_no="A10418")
    house.line("8003", number="057155511003", staff=person, rights=rights_up_to("local"))
    calls = [
        Billed(f"2026-12-0{day} 10:00:00", number="057155511003", called="01055501797", kind="domestic")
        for day in (1, 2)
    ]
    assigned(house, *calls, month=MONTH)
    findings = findings_of(house)
    assert findings.run(MONTH).kinds["no-right"] == 2
    house.services["longdistance"].slips = lambda _first, _last: [
        Slip("CT-2026-0001", 1, "周文博", person, "8003", date(2026, 12, 1)),
        Slip("CT-2026-0002", 2, "周文博", person, "8888", date(2026, 12, 2)),
    ]
    assert findings.run(MONTH).kinds["no-right"] == 1


def test_a_case_needs_somebody(house: House, staff: int):
    findings = findings_of(house)
    findings.run(MONTH)
    nobodys = [row.id for row in findings.rows(findings.keys(Query())) if row.staff is None and row.act]
    with pytest.raises(UserError) as refused:
        findings.entry_for(nobodys)
    assert refused.value.field == "staff"
    assert findings.entry_for(nobodys, staff).staff == staff


def test_a_case_holds_no_more_times_than_a_case_may(house: House):
    person = house.person(emp_no="A10419")
    house.line("8004", number="057155511004", staff=person, rights=rights_up_to("local"))
    hours, minutes = range(9, 17), range(60)
    calls = [
        Billed(f"2026-12-{day:02} {hour:02}:{minute:02}:00", number="057155511004", called="1681234", kind="info")
        for day in (1, 2, 3)
        for hour in hours
        for minute in minutes
    ][: MOST_TIMES + 1]
    assigned(house, *calls, month=MONTH)
    findings = findings_of(house)
    findings.run(MONTH)
    many = [row.id for row in findings.rows(findings.keys(Query())) if row.kind == "info-line"]
    assert len(many) == MOST_TIMES + 1
    with pytest.raises(UserError, match=f"最多 {MOST_TIMES} 次"):
        findings.entry_for(many)
    assert findings.entry_for(many[1:]).times == MOST_TIMES
