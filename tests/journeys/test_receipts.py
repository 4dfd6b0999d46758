"""A notice for twelve people: entered once, printed as a batch, sent, scanned back, refused, lost, reminded, reported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.documents.scans import digits_in_pdf
from desk_mailadmin.documents.sheet_code import SheetCode
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.monthly import Month, month_sheets
from desk_mailadmin.registers.receipts.entries import HandOver
from tests.journeys.day import PATIENCE, Day, is_said, press, slow_scanner, type_into
from tests.journeys.main_job import print_all

MANY = 12
SUBJECT = "关于修改电子邮件使用规定的通知（第 3 号）"


@pytest.fixture
def day(days: Callable[[Path], Day], staffed: Path) -> Day:
    return days(staffed)


def row(day: Day, record: int) -> Any:
    return day.service("receipts").row(record)


def states(day: Day, records: list[int]) -> list[str]:
    return [row(day, record).state for record in records]


def fill_in_notice(day: Day) -> Callable[[Any], None]:
    """Choose the first department with enough people, and take out those over twelve."""

    def deed(dialog: Any) -> None:
        type_into(day.qtbot, dialog.field("subject").edit, SUBJECT)
        people = dialog.field("people")
        for place in range(1, people.group.count()):
            people.group.setCurrentIndex(place)
            people.group.activated.emit(place)
            if len(people.value()) >= MANY:
                break
        people.list.setFocus()
        while len(people.value()) > MANY:
            people.list.setCurrentRow(people.list.count() - 1)
            day.qtbot.keyClick(people.list, Qt.Key.Key_Delete)
        assert is_said(dialog, f"共 {MANY} 人")
        press(day.qtbot, dialog, "保存并打印")

    return deed


def enter_notice(day: Day) -> list[int]:
    day.go("receipts")
    day.hands.expect(fill_in_notice(day), print_all(day))
    day.ctrl(Qt.Key.Key_N)
    day.qtbot.waitUntil(lambda: not day.window.bench.queue.run.is_running, timeout=PATIENCE)
    press(day.qtbot, day.window.bench.queue, "关闭")
    today = day.clock.today()
    return [one.id for one in day.service("receipts").issued_between(today, today)]


def hand_over_all(day: Day) -> None:
    day.go("receipts")
    day.ctrl(Qt.Key.Key_A)
    day.hands.expect(lambda dialog: press(day.qtbot, dialog, "登记送出"))
    day.key(Qt.Key.Key_F8)
    day.ctrl(Qt.Key.Key_A)  # nothing stays ticked


def codes_of(day: Day, records: list[int]) -> list[str]:
    papers = day.office.papers
    kept = [papers.latest("receipt", record, "handover_receipt") for record in records]
    return [digits_in_pdf(papers.kept_pdf(one))[0] for one in kept]


def refuse(day: Day) -> Callable[[Any], None]:
    def deed(dialog: Any) -> None:
        dialog.signers.agreed.set_value("no")
        type_into(day.qtbot, dialog.signers.opinion.edit, "不同意第二条")
        press(day.qtbot, dialog, "登记签收")
        assert dialog.isVisible(), "nobody saw it"
        type_into(day.qtbot, dialog.signers.witness.edit, "王明")
        press(day.qtbot, dialog, "登记签收")

    return deed


def lose(day: Day) -> Callable[[Any], None]:
    def deed(dialog: Any) -> None:
        dialog.field("reason").findChild(QPlainTextEdit).setPlainText("部门转交时遗失")
        press(day.qtbot, dialog, "登记遗失")

    return deed


def test_a_notice_for_twelve_people_goes_out_and_comes_back(day: Day, qapp: Any):
    records = enter_notice(day)
    rows = [row(day, record) for record in records]
    assert [one.number for one in rows] == [f"HZ-2026-{n:04d}" for n in range(1, MANY + 1)]
    assert {one.matter for one in rows} == {SUBJECT}
    assert (len(day.printed), all(one.printed for one in rows)) == (MANY, True)
    hand_over_all(day)
    assert {row(day, record).handed_on for record in records} == {day.clock.today()}
    scan_ten(day, records, slow_scanner(qapp))
    refuse_one(day, records[10])
    lose_one(day, records[11])
    remind_of(day, records[11])
    check_month(day, records[11], records[10])


def scan_ten(day: Day, records: list[int], scanner: Any) -> None:
    """Scan ten sheets in one go, and one of them twice."""
    codes = codes_of(day, records)
    scanner.scanned.connect(day.window.bench.scanned)

    def scan(dialog: Any) -> None:
        for code in [*codes[:10], codes[0]]:
            day.scan(code)
        assert dialog.count.text() == "已签收 10 份　没有登记 1 份"
        assert "已经签收" in dialog.lines[-1].text
        press(day.qtbot, dialog, "完成")

    day.go("receipts")
    day.hands.expect(scan)
    day.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert states(day, records) == ["signed"] * 10 + ["out"] * 2
    assert day.said() == "已登记 10 份签收"


def refuse_one(day: Day, record: int) -> None:
    """Register a refusal, which is not taken without its witness."""
    day.select("receipts", record)
    day.hands.expect(refuse(day))
    day.key(Qt.Key.Key_F6)
    assert (row(day, record).state, row(day, record).witness) == ("refused", "王明")


def lose_one(day: Day, record: int) -> None:
    """Lose a sheet, print the kept one once more and hand that over."""
    tab = day.select("receipts", record)
    day.hands.expect(lose(day))
    tab.actions_of.trigger("lose")
    day.select("receipts", record)
    day.hands.expect(print_all(day))
    day.key(Qt.Key.Key_Return)  # the next step: sent anew
    assert "补打" in text_of_pdf(day.printed[-1].pdf)
    assert day.said() == f"已补打 {row(day, record).number}"
    assert (row(day, record).state, row(day, record).lost_times, row(day, record).handed_on) == ("out", 1, None)
    day.select("receipts", record)
    day.hands.expect(lambda dialog: press(day.qtbot, dialog, "登记送出"))
    day.key(Qt.Key.Key_F8)


def remind_of(day: Day, record: int) -> None:
    """Let it become late and print the reminder."""
    day.clock.at += timedelta(days=11)
    day.window.refresh()
    tab = day.select("receipts", record)
    assert row(day, record).late
    day.hands.expect(print_all(day))
    tab.actions_of.trigger("remind")
    reminder, late = text_of_pdf(day.printed[-1].pdf), row(day, record)
    assert all(words in reminder for words in ("催交单", late.number, f"{late.days_out} 天"))
    assert late.reminded == 1
    assert day.said() == "已打印 1 张催交单，列了 1 份"


def check_month(day: Day, lost: int, unwilling: int) -> None:
    """The month's workbook says what happened, and its sheets agree with one another."""
    sheets = {sheet.name: sheet for sheet in month_sheets(day.office, Month(2026, 12))}
    issued, refused, out = sheets["回执登记"], sheets["回执拒签"], sheets["回执未签收"]
    assert (len(issued.rows), len(refused.rows), len(out.rows)) == (12, 1, 1)
    (note,) = issued.notes
    assert note == (
        "本月回执编号 HZ-2026-0001～HZ-2026-0012，共 12 份：待签收 1 份、已签收 10 份、拒签 1 份；遗失 1 次。"
    )
    assert refused.rows[0][1] == row(day, unwilling).number
    assert refused.rows[0][-2:] == ("不同意第二条", "王明")
    assert out.rows[0][1] == row(day, lost).number
    assert out.rows[0][-3:] == (row(day, lost).days_out, 1, "逾期未交回")
    assert out.notes == ("共 1 份未交回，其中逾期 1 份。",)
    assert sheets["汇总"].totals()[sheets["汇总"].place("待签收回执")] == 1


def sent_and_unsent(day: Day) -> tuple[Any, Any]:
    people = list(day.service("staff").keys(Query(segment="active")))[:2]
    records = day.service("receipts").enter(HandOver("notice", SUBJECT, tuple(people)))
    day.service("receipts").hand_over(records[0], day.clock.today())
    return row(day, records[0]), row(day, records[1])


def test_the_list_of_what_is_away_prints_under_its_own_name(day: Day):
    sent, unsent = sent_and_unsent(day)
    tab = day.go("receipts")
    press(day.qtbot, tab, "未交回")
    day.hands.expect(print_all(day))
    day.ctrl(Qt.Key.Key_P)
    text = text_of_pdf(day.printed[-1].pdf)
    assert "未交回清单" in text.replace("\n", "")
    assert (sent.number in text, unsent.number in text) == (True, False)
    assert "已送出天数" in text.replace("\n", "")


def test_a_sheet_that_is_misread_is_said_and_changes_nothing(day: Day, qapp: Any):
    sent, _unsent = sent_and_unsent(day)
    digits = SheetCode(day.office.desk.tag, 3, 26, int(sent.number[-4:])).digits
    wrong = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    scanner = slow_scanner(qapp)
    scanner.misread.connect(day.window.bench.misread)

    def scan(dialog: Any) -> None:
        day.scan(wrong)
        assert "有一位不对" in dialog.lines[-1].text
        press(day.qtbot, dialog, "完成")

    day.go("receipts")
    day.hands.expect(scan)
    day.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    day.go("receipts")
    day.scan(wrong)
    assert "有一位不对" in day.prompter.texts("warn")[-1]
    assert row(day, sent.id).state == "out"


def test_a_sheet_printed_alone_counts_as_one(day: Day):
    _sent, unsent = sent_and_unsent(day)
    day.hands.expect(print_all(day))
    day.select("receipts", unsent.id).actions_of.trigger("print")
    (kept,) = day.office.papers.prints_of("receipt", unsent.id)
    assert kept.copies == 1
