"""What the person at the desk may do is held below the window: by the one door every write goes through."""

from __future__ import annotations

import pytest

from desk_mailadmin.kernel.errors import NeedsPin, UserError
from desk_mailadmin.kernel.rights import Right
from desk_mailadmin.store.database import raw
from tests.members.people import Machine, come, pin
from tests.registers.builders import TODAY, House


def rows(house: House) -> int:
    return int(house.desk.database.execute_sql("SELECT count(*) FROM journal").fetchone()[0])


def statements_of_a_save(house: House, name: str) -> list[str]:
    ran: list[str] = []
    raw(house.desk.database).set_trace_callback(ran.append)
    try:
        house.person(name)
    finally:
        raw(house.desk.database).set_trace_callback(None)
    return ran


def test_alone_nothing_is_asked_and_no_statement_is_run_for_it(house: House):
    house.person("宋佳")
    ran = statements_of_a_save(house, "高翔")
    assert not [sql for sql in ran if "member" in sql.lower() or " meta " in sql]
    assert "rights" not in vars(house.desk.gate), "not even the list was read"
    assert house.desk.gate.refusal("penalty.void", Right.WRITE) is None


def test_a_viewer_writes_nothing(shared: House):
    come(shared.desk, "陈翔")
    before = rows(shared)
    with pytest.raises(UserError, match="录入、审批或管理的人做，现在用的是查阅"):
        shared.person("宋佳")
    assert rows(shared) == before
    with shared.desk.work("list.out") as work:
        work.looked("staff", 0)
    assert rows(shared) == before + 1


def test_a_clerk_enters_and_does_not_void(shared: House):
    come(shared.desk, "周敏")
    record = shared.signing()
    with pytest.raises(UserError, match="审批或管理的人做，现在用的是录入"):
        shared.applications.void(record, TODAY, "重复")
    assert str(shared.desk.gate.refusal("application.void", Right.WRITE)).startswith("这一步要由审批或管理")
    assert shared.desk.gate.refusal("", Right.WRITE) is None


def test_nobody_approves_what_they_entered(shared: House):
    come(shared.desk, "李建华")
    record = shared.signing()
    with pytest.raises(UserError, match="自己登记的"):
        shared.applications.void(record, TODAY, "重复")
    assert shared.applications.row(record).state == "signing", "nothing was kept"
    come(shared.desk, "王志刚")
    shared.applications.void(record, TODAY, "重复")
    assert shared.applications.row(record).state == "void"


def test_who_finished_a_draft_is_its_author_too(shared: House):
    from desk_mailadmin.registers.applications.entries import ApplicationEntry

    come(shared.desk, "周敏")
    staff = shared.person()
    draft = shared.applications.draft(ApplicationEntry(staff))
    come(shared.desk, "李建华")
    shared.applications.save_draft(draft, ApplicationEntry(staff))
    come(shared.desk, "王志刚")
    from tests.registers.builders import application

    record = shared.applications.enter(application(staff), draft)
    come(shared.desk, "李建华")
    with pytest.raises(UserError, match="自己登记的"):
        shared.applications.void(record, TODAY, "重复")


def test_what_was_entered_before_goes_by_the_name(house: House):
    """Records of the time when the office worked alone bear a name and no person."""
    from tests.members.people import switched_on

    house.desk.who = "李建华"
    record = house.signing()
    house.desk.members.uptime = Machine()
    switched_on(house.desk)
    come(house.desk, "李建华")
    with pytest.raises(UserError, match="自己登记的"):
        house.applications.void(record, TODAY, "重复")


def test_a_fine_is_let_off_with_the_pin_once_more(shared: House):
    come(shared.desk, "周敏")
    record = shared.served()
    come(shared.desk, "李建华")

    def waive() -> None:
        shared.penalties.waive(record, 100, "困难", "王志刚", TODAY)

    with pytest.raises(NeedsPin) as asked:
        waive()
    with pytest.raises(UserError, match="PIN 不对"):
        asked.value.confirm(pin("周敏"))
    with pytest.raises(NeedsPin):
        waive()
    asked.value.confirm(pin("李建华"))
    waive()
    with pytest.raises(NeedsPin):
        waive()


def test_the_pin_is_good_for_its_act_and_five_minutes(shared: House, machine: Machine):
    come(shared.desk, "周敏")
    record = shared.served()
    come(shared.desk, "李建华")
    with pytest.raises(NeedsPin) as asked:
        shared.penalties.waive(record, 100, "困难", "王志刚", TODAY)
    asked.value.confirm(pin("李建华"))
    with pytest.raises(NeedsPin):
        shared.penalties.reverse(record, TODAY, "录错", "王志刚")
    machine.seconds += 301
    with pytest.raises(NeedsPin):
        shared.penalties.waive(record, 100, "困难", "王志刚", TODAY)


def test_an_act_inside_another_is_asked_for_its_own_right(shared: House):
    come(shared.desk, "周敏")
    record = shared.signing()
    before = rows(shared)
    with pytest.raises(UserError, match="审批或管理"), shared.desk.work("receipt.attach"):
        shared.applications.void(record, TODAY, "重复")
    assert rows(shared) == before


def test_an_act_nobody_knows_is_for_the_administrator(shared: House):
    come(shared.desk, "李建华")
    with pytest.raises(UserError, match="由管理的人做"), shared.desk.work("brand.new"):
        pass
    come(shared.desk, "王志刚")
    with shared.desk.work("brand.new") as work:
        work.wrote("thing", 1, "新")


def test_one_takes_back_only_what_oneself_did(shared: House):
    come(shared.desk, "周敏")
    shared.person("宋佳")
    come(shared.desk, "程思思")
    with pytest.raises(UserError, match="上一步是周敏做的"):
        shared.desk.last_deed()
    come(shared.desk, "李建华")
    found = shared.desk.last_deed()
    assert found is not None
    assert shared.desk.undo(found.seq) == 1


def test_one_takes_back_ones_own(shared: House):
    come(shared.desk, "周敏")
    shared.person("宋佳")
    found = shared.desk.last_deed()
    assert found is not None
    assert shared.desk.undo(found.seq) == 1


def test_what_needed_approval_is_taken_back_by_who_may_approve(shared: House):
    come(shared.desk, "周敏")
    assert shared.desk.gate.person is not None
    come(shared.desk, "王志刚", trusted=True)
    shared.branches.edit(1, shared.branches.entry(1))
    seq = shared.desk.journal.head().seq
    come(shared.desk, "李建华")
    with pytest.raises(UserError, match="由管理的人做"):
        shared.desk.undo(seq)


def test_the_programs_own_deeds_need_nobody(shared: House):
    shared.desk.gate.leave()
    with shared.desk.work("delivery.interrupted") as work:
        work.wrote("delivery", 1, "中断")
    with pytest.raises(UserError, match="还不知道是谁在用"):
        shared.person("宋佳")
