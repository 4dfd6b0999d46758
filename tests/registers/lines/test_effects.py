"""Applications of lines and rights, carried out on the register."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.paper_effects import PaperDone
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.departments.rules import DepartmentEntry
from desk_mailadmin.registers.lines.effects import UNKNOWN_LINE, ExtensionRights, LineWork
from desk_mailadmin.registers.lines.rules import Right, rights_up_to
from tests.registers.builders import HEADQUARTERS, TODAY, refusal
from tests.registers.lines.conftest import Exchange

DAY = timedelta(days=1)


@pytest.fixture
def person(exchange: Exchange) -> int:
    return exchange.house.person("周文博", emp_no="A10417")


def carried_out(exchange: Exchange, kind: str, staff: int, fields: dict[str, Any], **completion: Any) -> int:
    """An application with every signature whose deed was done today."""
    applications = exchange.house.applications
    record = applications.enter(ApplicationEntry(staff, {"phone": "8042", "reason": "工作需要", **fields}, kind))
    exchange.house.sign_all(record)
    applications.carry_out(record, TODAY, completion)
    return record


def line_work(exchange: Exchange, staff: int, work: str, **more: Any) -> int:
    fields = {"work": work, "line": "分机", "place": "B 座 0817", **more}
    completion = {"worker": "孙立"}
    if "new_number" in fields:
        completion["new_number"] = fields.pop("new_number")
    return carried_out(exchange, "line_work", staff, fields, **completion)


def rights(exchange: Exchange, staff: int, matter: str, **more: Any) -> int:
    fields = {"matter": matter, "extension": "8042", **more}
    fields.pop("phone", None)
    applications = exchange.house.applications
    record = applications.enter(ApplicationEntry(staff, {"reason": "工作需要", **fields}, "extension_rights"))
    exchange.house.sign_all(record)
    applications.carry_out(record, TODAY, {"operator": "李敏", "done_at": "09:30"})
    return record


def test_a_line_is_installed_for_the_one_who_is_named(exchange: Exchange, person: int):
    exchange.house.person("陈磊", emp_no="A10233")
    exchange.add("8001", number="0571-55511001")
    line_work(exchange, person, "新装", new_number="8047", holder="陈磊（A10233）")
    line_work(exchange, person, "新装", new_number="55511002", line="直线")
    rows = {row.title: row for row in exchange.lines.rows(exchange.lines.keys(Query()))}
    assert (rows["8047"].holder, rows["8047"].place, rows["8047"].installed_on) == ("陈磊", "B 座 0817", TODAY)
    assert (rows["0571-55511002"].holder, rows["0571-55511002"].kind) == ("程思思", "direct")
    assert exchange.lines.at(extension="8047", on=TODAY - DAY) is None


def test_a_number_that_is_taken_stops_the_deed(exchange: Exchange, person: int):
    exchange.add("8047", label="前台")
    with pytest.raises(UserError) as fault:
        line_work(exchange, person, "新装", new_number="8047")
    assert refusal(fault.value) == ("extension", "8047 已经是前台（国际业务部）的线路。")


def test_a_line_moves_and_keeps_its_number(exchange: Exchange, person: int):
    record = exchange.add(place="A 座 0302")
    line_work(exchange, person, "移机", extension="8042", old_place="A 座 0302", place="二楼 205")
    assert exchange.lines.row(record).place == "二楼 205"
    assert len(exchange.lines.assignments()) == 1


def test_a_line_is_stopped_and_opened_again_by_its_application(exchange: Exchange, person: int):
    record = exchange.add()
    paper = line_work(exchange, person, "停机保号", extension="8042", stop_reason="暂时不用",
                      stop_on=TODAY.isoformat(), reopen_on="2027-01-31")  # fmt: skip
    row = exchange.lines.row(record)
    assert (row.state, row.reopen_on) == ("stopped", date(2027, 1, 31))
    assert exchange.lines.to_reopen(date(2027, 2, 1)) == [], "the application itself stands in 今日"
    exchange.house.later()
    exchange.house.applications.end(paper, TODAY + DAY, "到期")
    assert exchange.lines.row(record).state == "active"


def test_the_application_ends_when_its_line_is_opened_again_in_the_register(exchange: Exchange, person: int):
    record = exchange.add()
    paper = line_work(exchange, person, "停机保号", extension="8042", stop_reason="暂时不用",
                      stop_on=TODAY.isoformat(), reopen_on="2027-01-31")  # fmt: skip
    exchange.lines.reopen(record, TODAY)
    assert exchange.house.state(paper) == "closed"


def test_a_line_is_removed_and_what_its_application_did_is_undone_the_same_day(exchange: Exchange, person: int):
    record = exchange.add()
    line_work(exchange, person, "拆机", extension="8042")
    assert exchange.lines.row(record).state == "removed"
    exchange.house.desk.undo(exchange.house.desk.undoable()[0].seq)
    assert exchange.lines.row(record).state == "active"
    assert exchange.lines.at(extension="8042", on=TODAY + DAY).line == record


def test_a_set_goes_to_the_department_that_asked_for_it(exchange: Exchange):
    exchange.house.departments.add(DepartmentEntry(HEADQUARTERS, "财务部", "陈磊"))
    asker = exchange.house.person("李敏", dept="财务部")
    record = exchange.add(staff=exchange.house.person("宋翔"))
    line_work(exchange, asker, "话机调配", extension="8042", old_place="一楼", from_dept="国际业务部", set="HCD-28")
    row = exchange.lines.row(record)
    assert (row.dept, row.holder, row.is_heads) == ("财务部", "陈磊", True)
    assert [one.from_on for one in exchange.lines.assignments_of(record)][-1] == TODAY


def test_rights_and_quota_are_set_as_approved(exchange: Exchange, person: int):
    record = exchange.add(rights=rights_up_to("international"))
    rights(exchange, person, "核定权限和额度", rights=["内线", "市话"], fee_limit=4_000, from_on=TODAY.isoformat())
    row = exchange.lines.row(record)
    assert (row.rights_text, row.quota_fen) == ("内线、市话", 4_000)


def test_a_right_for_a_time_comes_on_top_and_is_taken_back(exchange: Exchange, person: int):
    record = exchange.add(rights=rights_up_to("local"))
    until = TODAY + 30 * DAY
    paper = rights(exchange, person, "开通长途", rights=["国内长途"], from_on=TODAY.isoformat(),
                   until_on=until.isoformat())  # fmt: skip
    assert exchange.lines.row(record).rights_text == f"内线、市话、国内长途（到 {until}）"
    assert exchange.lines.rights_ending(TODAY, until) == [], "the application itself stands in 今日"
    exchange.house.later()
    exchange.house.applications.end(paper, TODAY + DAY, "项目结束")
    assert exchange.lines.rights_on(record, TODAY + DAY) == {"inside", "local", "domestic"}
    assert exchange.lines.rights_on(record, TODAY + 2 * DAY) == {"inside", "local"}


@pytest.mark.parametrize(
    ("switch", "had", "has"),
    [
        ("开外线", "inside", {"inside", "local"}),
        ("开长途", "local", {"inside", "local", "domestic"}),
        ("关外线", "domestic", {"inside"}),
        ("关长途", "domestic", {"inside", "local"}),
    ],
)
def test_an_extension_is_switched_by_its_manager(exchange: Exchange, person: int, switch: str, had: str, has: set[str]):
    record = exchange.add(rights=rights_up_to(had))
    own = {"own": "部门经理办公用"} if switch == "开长途" else {}
    rights(exchange, person, "本部门分机开关", switch=switch, caller="部门经理本人", **own)
    assert exchange.lines.rights_on(record, TODAY + DAY) == has


def test_an_extension_of_another_department_is_closed(exchange: Exchange, person: int):
    record = exchange.add(rights=rights_up_to("domestic"))
    rights(exchange, person, "关闭范围外分机", other_dept="财务部", close_reason="业务欠费", taken_by="前厅部")
    assert exchange.lines.rights_on(record, TODAY + DAY) == {"inside"}


def test_a_number_the_register_does_not_know_is_told_before_the_paper_is_numbered(exchange: Exchange, person: int):
    fields = {"phone": "8042", "work": "移机", "line": "分机", "extension": "9999", "place": "二楼", "old_place": "一楼",
              "reason": "搬办公室"}  # fmt: skip
    entry = ApplicationEntry(person, fields, "line_work")
    exchange.add()
    with pytest.raises(NeedsConfirmation) as asked:
        exchange.house.applications.enter(entry)
    assert (asked.value.key, str(asked.value)) == (UNKNOWN_LINE, "线路里没有 9999，办理时不会改线路登记。")
    record = exchange.house.applications.enter(entry, confirmed={UNKNOWN_LINE})
    exchange.house.sign_all(record)
    exchange.house.applications.carry_out(record, TODAY, {"worker": "孙立"})
    assert exchange.house.state(record) == "closed"


def test_an_office_that_keeps_no_lines_is_not_asked(exchange: Exchange, person: int):
    LineWork(exchange.lines).ask({"extension": "9999"}, person)


def done(person: int, number: str, kind: str, **fields: Any) -> PaperDone:
    return PaperDone(number, kind, person, {"extension": "8042", **fields}, {}, TODAY)


def test_a_voided_paper_puts_lines_and_rights_back(exchange: Exchange, person: int):
    record = exchange.add(rights=rights_up_to("domestic"), quota_fen=2_000)
    before = exchange.lines.entry(record)
    works, gives = LineWork(exchange.lines), ExtensionRights(exchange.lines)
    with exchange.house.desk.work("test") as work:
        gives.carry_out_in(work, done(person, "FJ-1", "extension_rights", matter="核定权限和额度", rights=["内线"],
                                      fee_limit=9_000))  # fmt: skip
        works.carry_out_in(work, done(person, "DH-1", "line_work", work="拆机"))
    assert exchange.lines.row(record).state == "removed"
    with exchange.house.desk.work("test") as work:
        works.undo_in(work, "DH-1", TODAY)
        gives.undo_in(work, "FJ-1", TODAY)
    assert exchange.lines.entry(record) == before
    assert exchange.lines.assignments_of(record)[-1].until_on is None


def test_a_voided_transfer_gives_the_line_back_and_a_voided_installation_removes_it(exchange: Exchange, person: int):
    exchange.house.departments.add(DepartmentEntry(HEADQUARTERS, "财务部", "陈磊"))
    asker = exchange.house.person("李敏", dept="财务部")
    record, works = exchange.add(staff=person), LineWork(exchange.lines)
    with exchange.house.desk.work("test") as work:
        works.carry_out_in(work, done(asker, "DH-1", "line_work", work="话机调配", place="二楼"))
        works.carry_out_in(work, done(asker, "DH-2", "line_work", work="新装", new_number="8050", line="分机"))
    with exchange.house.desk.work("test") as work:
        works.undo_in(work, "DH-1", TODAY)
        works.undo_in(work, "DH-2", TODAY)
        works.undo_in(work, "DH-2", TODAY)
    assert (exchange.lines.row(record).holder, exchange.lines.row(record).dept) == ("周文博", "国际业务部")
    assert exchange.lines.assignments_of(record)[-1].staff == person
    assert exchange.lines.extension_line(None, "8050") is None


def test_what_was_changed_since_stays_when_a_paper_is_voided(exchange: Exchange, person: int):
    record, works = exchange.add(place="一楼"), LineWork(exchange.lines)
    with exchange.house.desk.work("test") as work:
        works.carry_out_in(work, done(person, "DH-1", "line_work", work="移机", place="二楼"))
    exchange.lines.edit(record, exchange.entry(place="三楼", rights=(Right("inside"),)))
    with exchange.house.desk.work("test") as work:
        works.undo_in(work, "DH-1", TODAY)
    assert exchange.lines.row(record).place == "三楼"


def test_a_line_a_penalty_stopped_is_not_stopped_twice(exchange: Exchange, person: int):
    record, works = exchange.add(), LineWork(exchange.lines)
    exchange.lines.stop(record, TODAY, reason="拨打信息台", paper="CF-2026-0001")
    with exchange.house.desk.work("test") as work:
        works.carry_out_in(work, done(person, "DH-1", "line_work", work="停机保号", stop_reason="拨打信息台"))
    assert exchange.lines.row(record).state == "stopped"
