"""Drafts that outlive what they were about: a person or a record that went with an undo or a restore."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.registers.applications.form import edit_application, new_application
from desk_mailadmin.registers.penalties.entry_form import ask_penalty
from tests.desks import staffed_desk
from tests.journeys.conftest import days, prompter
from tests.journeys.day import Day, press
from tests.journeys.main_job import take_person
from tests.ui.conftest import settings, theme

__all__ = ["days", "prompter", "settings", "theme"]

FORM, GONE = "account_application", 999_999


@pytest.fixture
def day(days: Callable[[Path], Day], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Day:
    return days(staffed_desk(tmp_path_factory.getbasetemp(), tmp_path / "desk"))


def left(day: Day, key: str, **more: Any) -> None:
    """Leave a draft as a program that was killed does."""
    draft = {"form": FORM, "record": None, "staff": None, "entries": {"reason": "没有保存的事由"}, **more}
    day.office.desk.drafts.put(key, draft)


def reasons(day: Day, found: list[str]) -> Callable[[Any], None]:
    def look(dialog: Any) -> None:
        found.append(dialog.values()["reason"])
        dialog.start_from_here()
        dialog.reject()

    return look


def saved_as_draft(day: Day) -> int:
    def enter(dialog: Any) -> None:
        take_person(day, dialog, "chj")
        press(day.qtbot, dialog, "保存草稿")

    day.hands.expect(enter)
    new_application(day.window.bench, FORM)
    (record,) = day.service("applications").keys(_all())
    return int(record)


def _all() -> Any:
    from tests.journeys.main_job import everything

    return everything()


def test_a_draft_about_a_person_who_is_gone_opens_with_the_rest_of_what_was_entered(day: Day):
    found: list[str] = []
    left(day, f"application-{FORM}", staff=GONE)
    day.hands.expect(reasons(day, found))
    new_application(day.window.bench, FORM)
    assert found == ["没有保存的事由"]


def test_a_draft_of_a_case_about_a_person_who_is_gone_opens_too(day: Day):
    found: list[str] = []

    def look(dialog: Any) -> None:
        found.append(dialog.values()["facts"])
        dialog.start_from_here()
        dialog.reject()

    day.office.desk.drafts.put("penalty", {"source": "", "entries": {"staff": GONE, "facts": "没有保存的事实"}})
    day.hands.expect(look)
    assert ask_penalty(day.window.bench) is None
    assert found == ["没有保存的事实"]


def test_a_draft_whose_record_is_another_one_since_a_restore_goes_on_as_a_new_entry_and_never_over_that_one(day: Day):
    record, found = saved_as_draft(day), list[str]()
    left(day, f"application-{record}", record=record, begun="2025-01-01T08:00:00+08:00")
    day.hands.expect(reasons(day, found), reasons(day, found))
    (draft,) = day.window._hooks.drafts()
    draft.go_on()
    left(day, f"application-{record}", record=record, begun="2025-01-01T08:00:00+08:00")
    edit_application(day.window.bench, record)
    assert found == ["没有保存的事由", ""]


def test_a_draft_of_a_record_that_is_there_goes_on_with_it(day: Day):
    record, found = saved_as_draft(day), list[str]()

    def type_and_leave(dialog: Any) -> None:
        dialog.restore({"reason": "没有保存的事由"})
        dialog.keep_draft()
        super(type(dialog), dialog).reject()

    day.hands.expect(type_and_leave, reasons(day, found))
    edit_application(day.window.bench, record)
    (draft,) = day.window._hooks.drafts()
    draft.go_on()
    assert found == ["没有保存的事由"]


def test_a_draft_of_a_record_that_is_gone_goes_on_as_a_new_entry(day: Day):
    found: list[str] = []
    left(day, f"application-{GONE}", record=GONE, begun="2025-01-01T08:00:00+08:00")
    day.hands.expect(reasons(day, found))
    (draft,) = day.window._hooks.drafts()
    draft.go_on()
    assert found == ["没有保存的事由"]
