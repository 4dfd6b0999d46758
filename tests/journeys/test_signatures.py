"""Signatures registered one by one, by hand and by scanner."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desk_mailadmin.documents.scans import digits_in_pdf
from desk_mailadmin.documents.sheet_code import SheetCode
from tests.journeys.day import Day, buttons, is_said, press, slow_scanner, type_into
from tests.journeys.main_job import (
    OTHER,
    new_application,
    sheet_of,
    sign_as,
    state_of,
    waiting_application,
)


@pytest.fixture
def day(days: Callable[[Path], Day], staffed: Path) -> Day:
    return days(staffed)


def test_signatures_are_registered_one_by_one_and_then_it_may_be_opened(day: Day):
    record = new_application(day)
    tab = day.select("applications", record)
    assert not tab.actions_of.by_key["open"].isEnabled()
    assert "签字还没有齐全" in tab.actions_of.by_key["open"].toolTip()
    day.key(Qt.Key.Key_F8)  # refused: no dialog comes
    for signer, missing in (("", "部门经理"), ("王明", "办公室"), ("", "")):
        day.select("applications", record)
        day.hands.expect(sign_as(day, signer))
        day.key(Qt.Key.Key_F6)
        assert missing in day.service("applications").row(record).progress
    assert state_of(day, record) == "ready"
    signed = [(s.role, s.signer) for s in day.service("applications").signatures(record)]
    assert signed == [("applicant", "陈华娟"), ("department_manager", "王明"), ("office", "罗刚")]
    assert tab.actions_of.by_key["open"].isEnabled()
    assert not tab.actions_of.by_key["sign"].isEnabled()


def test_a_signature_without_a_name_or_in_the_future_is_not_taken(day: Day):
    record = waiting_application(day)
    day.select("applications", record)
    day.hands.expect(sign_as(day))
    day.key(Qt.Key.Key_F6)

    def wrong(dialog: Any) -> None:
        press(day.qtbot, dialog, "登记签")
        assert dialog.isVisible()  # nobody knows who manages the department
        type_into(day.qtbot, dialog.signers.name.edit, "王明")
        type_into(day.qtbot, dialog.signers.day.edit, "+1")
        press(day.qtbot, dialog, "登记签")
        assert dialog.isVisible()
        assert is_said(dialog, "今天之后")
        dialog.reject()

    day.select("applications", record)
    day.hands.expect(wrong)
    day.key(Qt.Key.Key_F6)
    assert [s.agreed for s in day.service("applications").signatures(record)] == [True, None, None]


def test_a_scanned_sheet_opens_its_signature_and_the_next_scan_saves_it(day: Day, qapp: Any):
    first, second = waiting_application(day), waiting_application(day, *OTHER)
    codes = [digits_in_pdf(sheet_of(day, record))[0] for record in (first, second)]
    scanner = slow_scanner(qapp)
    scanner.scanned.connect(day.window.bench.scanned)

    def scan_other(dialog: Any) -> None:
        assert "扫码" in dialog.windowTitle()
        day.scan(codes[0])  # the same sheet once more is only said
        assert is_said(dialog, "就是这一张")
        day.scan(codes[1])

    def finish(dialog: Any) -> None:
        press(day.qtbot, dialog, "登记签")

    day.go("staff")
    day.hands.expect(scan_other, finish)
    day.scan(codes[0])
    assert [s.agreed for s in day.service("applications").signatures(first)] == [True, None, None]
    assert [s.agreed for s in day.service("applications").signatures(second)] == [True, None, None]
    assert day.window.register_tab("applications").current_record() == second
    qapp.focusChanged.disconnect(scanner._follow)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (lambda tag: SheetCode((tag + 1) % 100, 1, 26, 1), "不是这个台账打印的"),
        (lambda tag: SheetCode(tag, 77, 26, 1), "不认识这种表单"),
        (lambda tag: SheetCode(tag, 1, 26, 999), "没有编号 YJ-2026-0999"),
    ],
)
def test_a_foreign_or_unknown_sheet_is_said_and_changes_nothing(day: Day, code: Any, sentence: str):
    day.window.bench.scanned(code(day.office.desk.tag).digits)
    (said,) = day.prompter.texts("warn")
    assert sentence in said


def test_a_scan_is_compared_and_kept_with_its_signature(day: Day, tmp_path: Path):
    record, other = waiting_application(day), waiting_application(day, *OTHER)
    right, wrong = tmp_path / "right.pdf", tmp_path / "wrong.pdf"
    right.write_bytes(sheet_of(day, record))
    wrong.write_bytes(sheet_of(day, other))

    def attach(dialog: Any) -> None:
        day.prompter.answers.extend([wrong, right])
        press(day.qtbot, dialog, "选文件")
        press(day.qtbot, dialog, "登记签")
        assert dialog.isVisible()
        assert is_said(dialog, "另一张表")
        press(day.qtbot, dialog, "移除")
        press(day.qtbot, dialog, "选文件")
        assert is_said(dialog, "二维码一致")
        press(day.qtbot, dialog, "登记签")

    day.select("applications", record)
    day.hands.expect(attach)
    day.key(Qt.Key.Key_F6)
    (kept,) = day.office.desk.attachments.of("application", record)
    assert (kept.role, kept.name, kept.pages) == ("signature.applicant", "right.pdf", 2)
    assert day.office.desk.attachments.read(kept.sha256) == right.read_bytes()
    assert day.office.desk.attachments.of("application", other) == ()
    assert buttons(day.window.register_tab("applications").panel, "right.pdf 2 页")


def test_a_refused_signature_needs_its_words_and_ends_the_application(day: Day):
    record = waiting_application(day)

    def refuse(dialog: Any) -> None:
        press(day.qtbot, dialog, "不同意")
        press(day.qtbot, dialog, "登记签")
        assert dialog.isVisible()
        type_into(day.qtbot, dialog.signers.opinion.edit, "岗位不需要")
        press(day.qtbot, dialog, "登记签")

    day.select("applications", record)
    day.hands.expect(refuse)
    day.key(Qt.Key.Key_F6)
    row = day.service("applications").row(record)
    assert (row.state, row.reason) == ("refused", "岗位不需要")
