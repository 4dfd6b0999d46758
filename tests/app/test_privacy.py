"""Private numbers in the window: masked, shown one by one, leaving with a reason; what was seen can be read."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from desk_mailadmin.app import doors
from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.detail import Attachment
from desk_mailadmin.kernel.privacy import ASK_REASON, ASK_ROWS, MASK_LISTS
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.ui.dialogs.pieces import Button
from desk_mailadmin.ui.register_tab import RegisterTab
from tests.journeys.day import PATIENCE, Day, press, said_in, type_into
from tests.members.people import switched_on

MOBILE, MASKED = "13912345678", "139****5678"


@pytest.fixture
def people(day: Day) -> RegisterTab:
    """The list of people; the first has a mobile of their own."""
    staff = day.service("staff")
    first = staff.keys(Query(segment="active"))[0]
    day.office.desk.database.execute_sql("UPDATE staff SET mobile = ? WHERE id = ?", (MOBILE, first))
    day.window.show_record("staff", first)
    tab: RegisterTab = day.window.register_tab("staff")
    tab.refresh()
    tab.show_record(first)
    return tab


def shown_of(tab: RegisterTab) -> str:
    row = tab.model.row_at(tab.view.currentIndex().row())
    return tab.model.text(row, tab.register.table.column("mobile"))


def accesses(day: Day) -> list[Any]:
    service = day.service("accesses")
    return list(service.rows(service.keys(Query())))


def decide(day: Day, *pairs: tuple[Any, Any]) -> None:
    with day.office.desk.work("setting") as work:
        for setting, value in pairs:
            day.office.desk.settings.set(work, setting, value, day.clock.today())


def test_a_private_mobile_is_masked_until_the_one_record_is_asked_for(day: Day, people: RegisterTab):
    assert shown_of(people) == MASKED
    assert MASKED in said_in(people.panel)
    assert MOBILE not in said_in(people.panel)
    link = next(button for button in people.panel.findChildren(Button) if button.text() == "显示")
    link.click()
    assert shown_of(people) == MOBILE
    assert MOBILE in said_in(people.panel)
    (noted,) = accesses(day)
    assert (noted.what, noted.register, noted.record, noted.columns) == (
        "shown",
        "staff",
        people.current_record(),
        "手机",
    )
    people.unmask()
    assert len(accesses(day)) == 1, "once is enough"
    people.go(1)
    people.go(-1)
    assert shown_of(people) == MASKED


def test_the_dialog_of_a_change_is_noted_too_once_and_undo_goes_past_it(day: Day, people: RegisterTab):
    def move(dialog: Any) -> None:
        edits = {edit.text(): edit for edit in dialog.findChildren(QLineEdit)}
        assert MOBILE in edits
        type_into(day.qtbot, edits[post], "调度员")
        press(day.qtbot, dialog, "保存")

    record = people.current_record()
    post = day.service("staff").row(record).post
    day.hands.expect(move, lambda dialog: dialog.reject())
    people.actions_of.trigger("edit")
    people.actions_of.trigger("edit")
    assert [(one.what, one.record) for one in accesses(day)] == [("shown", record)]
    assert day.service("staff").row(record).post == "调度员"
    day.window.undo()
    assert day.service("staff").row(record).post == post


def test_a_dialog_that_shows_nothing_private_is_not_noted(day: Day, people: RegisterTab):
    record = people.current_record()
    day.office.desk.database.execute_sql("UPDATE staff SET mobile = '' WHERE id = ?", (record,))
    day.hands.expect(lambda dialog: dialog.reject())
    people.refresh()
    people.actions_of.trigger("edit")
    assert accesses(day) == []


def test_what_only_a_form_declares_private_is_shown_by_the_key_and_noted_only_where_there_is_some(day: Day):
    service = day.service("applications")
    without, record = [one for one in service.keys(Query()) if service.row(one).kind == "account_application"][:2]
    for one, mobile in ((without, ""), (record, MOBILE)):
        day.office.desk.database.execute_sql(
            "UPDATE application SET fields = json_set(fields, '$.mobile', ?) WHERE id = ?", (mobile, one)
        )
    tab = day.select("applications", without)
    day.key(Qt.Key.Key_F11)
    assert accesses(day) == [], "no mobile was entered"
    day.select("applications", record)
    assert MASKED in said_in(tab.panel)
    day.key(Qt.Key.Key_F11)
    assert MOBILE in said_in(tab.panel)
    assert [(one.what, one.record, one.columns) for one in accesses(day)] == [("shown", record, "私人号码")]


def test_an_office_may_show_them_whole(day: Day, people: RegisterTab):
    decide(day, (MASK_LISTS, False))
    people.refresh()
    assert shown_of(people) == MOBILE
    people.unmask()
    assert accesses(day) == []


def test_the_clipboard_gets_what_the_list_shows_and_the_log_says_so(day: Day, people: RegisterTab):
    people.copy()
    text = QGuiApplication.clipboard().text()
    assert MASKED in text
    assert MOBILE not in text
    (noted,) = accesses(day)
    assert (noted.what, noted.row_count) == ("copied", 1)
    assert noted.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_an_export_asks_why_takes_the_usual_reason_with_enter_and_is_logged(
    day: Day, people: RegisterTab, tmp_path: Path
):
    decide(day, (ASK_REASON, "always"), (ASK_ROWS, 3))
    path = tmp_path / "人员.xlsx"
    day.prompter.answers.extend(["交财务对账", path])
    people.export()
    day.qtbot.waitUntil(lambda: bool(accesses(day)), timeout=60_000)
    (noted,) = accesses(day)
    assert (noted.what, noted.reason, noted.file) == ("exported", "交财务对账", "人员.xlsx")
    assert noted.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert "手机" in noted.columns
    assert "带个人信息。为什么要用？" in day.prompter.texts("choose")[0]
    day.prompter.answers.extend(["?", "年报核对", None])
    people.export()
    assert day.service("accesses").reasons() == ("交财务对账",), "withdrawn at the file, nothing left"


def test_who_withdraws_at_the_reason_takes_nothing_along(day: Day, people: RegisterTab):
    decide(day, (ASK_REASON, "always"), (ASK_ROWS, 0))
    QGuiApplication.clipboard().setText("before")
    day.prompter.answers.extend([None, None, None])
    people.export()
    people.print_list()
    people.copy()
    assert QGuiApplication.clipboard().text() == "before"
    assert accesses(day) == []


def test_a_clerk_alone_is_not_asked_and_the_log_is_written_all_the_same(day: Day, people: RegisterTab):
    path = day.office.desk.folder.parent / "list.xlsx"
    day.prompter.answers.append(path)
    people.export()
    day.qtbot.waitUntil(lambda: bool(accesses(day)), timeout=60_000)
    assert accesses(day)[0].reason == ""
    assert day.prompter.texts("choose") == []


@pytest.mark.parametrize(("hidden", "seen", "unseen"), [(True, MASKED, MOBILE), (False, MOBILE, MASKED)])
def test_paper_shows_what_the_list_shows_and_only_what_was_printed_is_logged(
    day: Day, people: RegisterTab, hidden: bool, seen: str, unseen: str
):
    def print_it(dialog: Any) -> None:
        day.qtbot.waitUntil(dialog.bar.print_button.isEnabled, timeout=PATIENCE)
        press(day.qtbot, dialog, "打印")

    decide(day, (MASK_LISTS, hidden))
    day.hands.expect(lambda dialog: dialog.reject(), print_it)
    people.print_list()
    assert accesses(day) == [], "looked at in the preview, and left there"
    people.print_list()
    text = text_of_pdf(day.printed[0].pdf)
    assert seen in text
    assert unseen not in text
    (noted,) = accesses(day)
    assert (noted.what, noted.row_count) == ("printed", people.model.rowCount())


def test_the_log_leads_to_the_record_that_was_looked_at(day: Day, people: RegisterTab):
    record = people.current_record()
    people.unmask()
    day.window.show_record("accesses", accesses(day)[0].id)
    day.window.register_tab("accesses").do_next_step(0)
    assert people.current_record() == record
    assert people.isVisible()


def test_under_several_users_an_opened_scan_is_noted_with_its_record(day: Day, monkeypatch: pytest.MonkeyPatch):
    opened: list[Path] = []
    monkeypatch.setattr(doors, "open_file", opened.append)
    desk, people = day.office.desk, day.service("staff").keys(Query(segment="active"))[:2]
    with desk.work("attach") as work:
        for person in people:
            desk.attachments.keep(work, "staff", person, "sheet", "身份证复印件.pdf", b"%PDF-1.4 a scan")
    (use,) = desk.attachments.of("staff", people[0])
    attachment = Attachment(use.sha256, use.name, 1)
    day.window._hooks.open_attachment(attachment)
    assert accesses(day) == [], "who works alone is the only one to look"
    switched_on(desk)
    day.window._hooks.open_attachment(attachment)
    (noted,) = accesses(day)
    assert (noted.what, noted.who, noted.columns, noted.row_count) == ("opened", "王志刚", "身份证复印件.pdf", 2)
    assert noted.title == day.service("staff").detail(people[0]).title
    assert desk.journal.history("staff", people[0])[0].text == "打开附件“身份证复印件.pdf”"
    assert len(opened) == 2
    day.window.show_record("accesses", noted.id)
    assert "打开附件" in " ".join(said_in(day.window))
    day.window.register_tab("accesses").do_next_step(0)
    assert day.window.register_tab("staff").current_record() == people[0]
