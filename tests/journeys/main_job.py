"""The steps of the main job as a clerk takes them, for the tests that walk it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QRadioButton

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.printed import application_paper
from desk_mailadmin.ui.dialogs.person_picker import PersonField
from tests.desks import TODAY
from tests.journeys.day import PATIENCE, Day, press, type_into

OTHER = ("CH0013", "zts@chenghu.example")
REASON = "与供应商联系交货期，每天收发邮件约三十封。"


def take_person(day: Day, dialog: Any, letters: str) -> None:
    """Choose a person by a few letters, as the cursor stands when the dialog opens."""
    field = dialog.findChild(PersonField)
    field.take_focus()
    day.qtbot.keyClicks(field.edit, letters)
    day.qtbot.waitUntil(lambda: field.is_open)
    day.qtbot.keyClick(field.edit, Qt.Key.Key_Return)


def fill_in(day: Day, dialog: Any, letters: str = "chj") -> None:
    """Fill an application in, up to its saving."""
    take_person(day, dialog, letters)
    assert dialog.field("_emp_no").value() == "CH0065"
    assert dialog.field("phone").value() == "8048"
    free = [radio for radio in dialog.field("address").findChildren(QRadioButton) if radio.isEnabled()]
    free[0].click()
    dialog.field("reason").findChild(QPlainTextEdit).setPlainText(REASON)


def print_all(day: Day) -> Callable[[Any], None]:
    """Wait for the drawn sheet and push 打印."""

    def deed(dialog: Any) -> None:
        day.qtbot.waitUntil(dialog.bar.print_button.isEnabled, timeout=PATIENCE)
        press(day.qtbot, dialog, "打印")

    return deed


def drawn(preview: Any) -> str:
    """The text of the sheet that is shown beside an entry."""
    paper = preview.paper._paper
    return text_of_pdf(paper.pdf) if paper else ""


def sign_as(day: Day, name: str = "") -> Callable[[Any], None]:
    def deed(dialog: Any) -> None:
        if name:
            type_into(day.qtbot, dialog.signers.name.edit, name)
        press(day.qtbot, dialog, "登记签")

    return deed


def new_application(day: Day) -> int:
    """Enter an application and print it, by keyboard and buttons; return its id."""
    day.go("applications")

    def enter(dialog: Any) -> None:
        fill_in(day, dialog)
        press(day.qtbot, dialog, "保存并打印")

    day.hands.expect(enter, print_all(day))
    day.ctrl(Qt.Key.Key_N)
    record = day.window.register_tab("applications").current_record()
    assert record is not None
    return record


def waiting_application(day: Day, emp_no: str = "CH0065", address: str = "chj@chenghu.example") -> int:
    """An application that waits for its signatures, entered by the services; its sheet stays unprinted."""
    fields = {"phone": "8048", "address": address, "rights": ["内部收发"], "quota_mb": 10, "reason": REASON}
    entry = ApplicationEntry(day.service("staff").numbered(emp_no), fields)
    return int(day.service("applications").enter(entry))


def ready_application(day: Day) -> int:
    """An application with all three signatures."""
    record = waiting_application(day)
    for one in day.service("applications").signatures(record):
        day.service("applications").sign(record, one.role, TODAY, by=one.signer or "王明")
    return record


def sheet_of(day: Day, record: int) -> bytes:
    """The application's sheet as it would be printed."""
    papers, service = day.office.papers, day.service("applications")
    pdf: bytes = papers.drawing(application_paper(service, day.office.desk.settings, record)).sheet().pdf
    return pdf


def tick_and_open(day: Day) -> Callable[[Any], None]:
    def deed(dialog: Any) -> None:
        for tick in dialog.findChildren(QCheckBox):
            tick.click()
        press(day.qtbot, dialog, "开户")

    return deed


def opened_receipt(day: Day) -> int:
    """The receipt of an account that was opened."""
    return int(day.service("applications").carry_out(ready_application(day), TODAY).receipt)


def state_of(day: Day, record: int) -> str:
    return str(day.service("applications").row(record).state)


def with_reason(day: Day, verb: str, reason: str) -> Callable[[Any], None]:
    def deed(dialog: Any) -> None:
        press(day.qtbot, dialog, verb)
        assert dialog.isVisible()  # a reason is required
        dialog.field("reason").findChild(QPlainTextEdit).setPlainText(reason)
        press(day.qtbot, dialog, verb)

    return deed


def everything() -> Any:
    return Query()
