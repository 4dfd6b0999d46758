from __future__ import annotations

from datetime import date

from desk_mailadmin.kernel.detail import Detail, Step, StepState
from desk_mailadmin.kernel.register import Action, Register, Scope
from desk_mailadmin.kernel.table import Column, TableSpec
from desk_mailadmin.kernel.todo import Field, Todo


def test_the_smallest_register_needs_a_table_and_a_service() -> None:
    table = TableSpec((Column("name", "名称", str),), row_id=len, headline=lambda row: (row, ""))
    register = Register(
        key="notes", title="便条", tab="notes", icon="note", table=table, build=lambda _desk, _below: []
    )
    assert register.next_step("便条") == ""
    assert tuple(register.todos([], date(2026, 11, 18))) == ()
    assert (register.actions, register.models, register.scanned, register.badge) == ((), (), None, "")
    assert register.empty.title == "还没有记录"
    assert dict(register.records) == {}


def test_an_action_works_on_the_current_record_unless_it_says_otherwise() -> None:
    assert Action("print", "打印", "printer", run=lambda _bench, _ids: None).scope is Scope.ROW


def test_a_panel_and_a_due_line_may_be_as_short_as_a_title() -> None:
    detail = Detail("王伟", steps=(Step("填表", StepState.DONE), Step("签字", StepState.NOW, actions=("sign",))))
    assert [step.state for step in detail.steps] == [StepState.DONE, StepState.NOW]
    todo = Todo("a/1", "签字", "KH-2026-0001", "", None, "000/3.0", "applications", 1, "sign", "登记签字")
    assert (todo.field, todo.due) == (Field.MAIL, None)
