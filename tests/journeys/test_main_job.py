"""From the filled-in application to the signed receipt, with everything that may not happen on the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QRadioButton

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.documents.scans import digits_in_pdf
from desk_mailadmin.documents.sheet_code import SheetCode
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.printed import application_paper
from desk_mailadmin.registers.staff.model import Staff
from desk_mailadmin.ui.dialogs.person_picker import PersonField
from tests.desks import TODAY
from tests.journeys.day import PATIENCE, Day, buttons, files_below, is_said, press, said_in, slow_scanner, type_into

OTHER = ("CH0013", "zts@chenghu.example")
REASON = "与供应商联系交货期，每天收发邮件约三十封。"


@pytest.fixture
def day(days: Callable[[Path], Day], staffed: Path) -> Day:
    return days(staffed)


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
    return int(day.service("applications").open(ready_application(day), TODAY).receipt)


def state_of(day: Day, record: int) -> str:
    return str(day.service("applications").row(record).state)


# filling in


def test_an_application_is_typed_saved_printed_and_kept(day: Day):
    record = new_application(day)
    row = day.service("applications").row(record)
    assert (row.number, row.state, row.name, row.emp_no) == ("YJ-2026-0001", "signing", "陈华娟", "CH0065")
    (order,) = day.printed
    text = text_of_pdf(order.pdf)
    for words in (row.number, "陈华娟", "8048", row.address, "与供应商联系", "第一联", "第二联"):
        assert words in text
    (kept,) = day.office.papers.prints_of("application", record)
    assert day.office.papers.kept_pdf(kept) == order.pdf
    assert day.said() == "已打印 1 张申请表"
    panel = day.window.register_tab("applications").panel
    assert "陈华娟" in panel.title()
    assert is_said(panel, "承诺人签字")


def test_the_sheet_beside_the_entry_is_drawn_as_it_is_typed(day: Day):
    day.go("applications")

    def watch(dialog: Any) -> None:
        preview = dialog._preview
        fill_in(day, dialog)
        day.qtbot.waitUntil(lambda: preview.paper.pages == 1, timeout=PATIENCE)
        day.qtbot.waitUntil(lambda: "陈华娟" in drawn(preview), timeout=PATIENCE)
        dialog.reject()

    day.prompter.answers.append(True)
    day.hands.expect(watch)
    day.ctrl(Qt.Key.Key_N)
    assert "填写的内容还没有保存" in day.prompter.texts("confirm")[0]
    assert len(day.service("applications").keys(_all())) == 0


def test_addresses_are_proposed_with_what_speaks_against_them(day: Day):
    address = "chenhuajuan@chenghu.example"
    Staff.update(email="").where(Staff.email == address).execute()  # nobody's yet, by the roster
    waiting_application(day, *OTHER[:1], address)
    day.go("applications")

    def look(dialog: Any) -> None:
        take_person(day, dialog, "chj")
        field = dialog.field("address")
        radios = {radio.text(): radio for radio in field.findChildren(QRadioButton)}
        assert not radios[address].isEnabled()
        assert any(radio.isEnabled() for radio in radios.values())
        assert is_said(field, "YJ-2026-0001")
        dialog.reject()

    day.prompter.answers.append(True)
    day.hands.expect(look)
    day.ctrl(Qt.Key.Key_N)


def test_an_address_of_ones_own_is_judged_like_the_others(day: Day):
    day.go("applications")

    def own(dialog: Any) -> None:
        take_person(day, dialog, "chj")
        day.prompter.answers.extend(["xiaochen", "陈"])
        press(day.qtbot, dialog, "自定义地址")
        press(day.qtbot, dialog, "自定义地址")
        field = dialog.field("address")
        radios = {radio.text(): radio for radio in field.findChildren(QRadioButton)}
        assert radios["xiaochen@chenghu.example"].isEnabled()
        assert "英文字母、数字以外的字" in day.prompter.texts("warn")[0]
        day.prompter.answers.append(True)
        dialog.reject()

    day.hands.expect(own)
    day.ctrl(Qt.Key.Key_N)


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_saved(day: Day):
    day.go("applications")

    def wrong(dialog: Any) -> None:
        take_person(day, dialog, "chj")
        type_into(day.qtbot, dialog.field("mobile").findChild(QLineEdit), "12345")
        press(day.qtbot, dialog, "保存并打印")
        assert dialog.isVisible()
        mobile = dialog.field("mobile")
        assert "位" in mobile.message.text
        assert is_said(dialog, "处须改")
        day.prompter.answers.append(True)
        dialog.reject()

    day.hands.expect(wrong)
    day.ctrl(Qt.Key.Key_N)
    assert len(day.service("applications").keys(_all())) == 0
    assert day.printed == []


def test_without_a_person_the_cursor_goes_to_the_person(day: Day):
    day.go("applications")

    def nobody(dialog: Any) -> None:
        press(day.qtbot, dialog, "保存并打印")
        assert dialog.isVisible()
        assert dialog.findChild(PersonField).has_focus()
        dialog.reject()

    day.hands.expect(nobody)
    day.ctrl(Qt.Key.Key_N)
    assert day.printed == []


def test_a_draft_has_no_number_and_is_gone_on_with(day: Day):
    day.go("applications")

    def as_draft(dialog: Any) -> None:
        take_person(day, dialog, "chj")
        press(day.qtbot, dialog, "保存草稿")

    def finish(dialog: Any) -> None:
        assert dialog.findChild(PersonField).hit.title == "陈华娟"
        radio = next(r for r in dialog.field("address").findChildren(QRadioButton) if r.isEnabled())
        radio.click()
        press(day.qtbot, dialog, "保存并打印")

    day.hands.expect(as_draft)
    day.ctrl(Qt.Key.Key_N)
    (record,) = day.service("applications").keys(_all())
    assert (state_of(day, record), day.service("applications").row(record).number) == ("draft", "")
    day.select("applications", record)
    day.hands.expect(finish, print_all(day))
    day.key(Qt.Key.Key_F2)
    assert (state_of(day, record), day.service("applications").row(record).number) == ("signing", "YJ-2026-0001")


def test_a_sheet_that_no_printer_took_is_not_printed(day: Day):
    day.go("applications")

    def enter(dialog: Any) -> None:
        fill_in(day, dialog)
        press(day.qtbot, dialog, "保存并打印")

    def leave(dialog: Any) -> None:
        day.qtbot.waitUntil(dialog.bar.print_button.isEnabled, timeout=PATIENCE)
        dialog.reject()

    day.hands.expect(enter, leave)
    day.ctrl(Qt.Key.Key_N)
    (record,) = day.service("applications").keys(_all())
    assert day.office.papers.prints_of("application", record) == ()


def test_saved_as_pdf_the_sheet_counts_as_printed(day: Day, tmp_path: Path):
    day.go("applications")
    target = tmp_path / "sheet.pdf"

    def enter(dialog: Any) -> None:
        fill_in(day, dialog)
        press(day.qtbot, dialog, "保存并打印")

    def save(dialog: Any) -> None:
        day.qtbot.waitUntil(dialog.bar.save_button.isEnabled, timeout=PATIENCE)
        day.prompter.answers.append(target)
        press(day.qtbot, dialog, "另存 PDF")
        dialog.reject()

    day.hands.expect(enter, save)
    day.ctrl(Qt.Key.Key_N)
    (record,) = day.service("applications").keys(_all())
    (kept,) = day.office.papers.prints_of("application", record)
    assert day.office.papers.kept_pdf(kept) == target.read_bytes()


def test_a_reprint_is_the_kept_sheet_with_its_mark(day: Day):
    record = new_application(day)
    first = day.printed[0].pdf
    tab = day.select("applications", record)
    day.hands.expect(print_all(day))
    tab.actions_of.by_key["reprint"].trigger()
    again = day.printed[1].pdf
    assert "补打" in text_of_pdf(again)
    assert set(digits_in_pdf(again)) == set(digits_in_pdf(first))
    kept = day.office.papers.prints_of("application", record)
    assert [one.reprint for one in kept] == [0, 1]
    assert day.office.papers.kept_pdf(kept[0]) == first


def test_a_blank_sheet_is_printed_and_not_kept(day: Day):
    tab = day.go("applications")
    day.prompter.answers.append("branch")
    day.hands.expect(print_all(day))
    tab.actions_of.by_key["blank"].trigger()
    text = text_of_pdf(day.printed[0].pdf)
    assert "分公司负责人确认" in text
    assert digits_in_pdf(day.printed[0].pdf) == ()
    assert len(day.service("applications").keys(_all())) == 0


# signatures


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


# opening, receipt, password


def test_opening_needs_every_tick_and_issues_the_receipt(day: Day):
    record = ready_application(day)

    def half(dialog: Any) -> None:
        dialog.findChildren(QCheckBox)[0].click()
        press(day.qtbot, dialog, "开户")
        assert dialog.isVisible()
        dialog.findChildren(QCheckBox)[1].click()
        press(day.qtbot, dialog, "开户")

    day.select("applications", record)
    day.hands.expect(half)
    day.key(Qt.Key.Key_F8)
    assert state_of(day, record) == "opened"
    assert "HZ-2026-0001" in day.said()
    receipts = day.window.register_tab("receipts")
    assert day.service("receipts").row(receipts.current_record()).number == "HZ-2026-0001"
    (box,) = day.service("mailboxes").rows(day.service("mailboxes").keys(_all()))
    assert (box.address, box.name, box.state) == (day.service("applications").row(record).address, "陈华娟", "active")


def test_the_receipt_prints_what_its_owner_needs(day: Day):
    receipt = opened_receipt(day)
    tab = day.select("receipts", receipt)
    day.hands.expect(print_all(day))
    tab.actions_of.by_key["print"].trigger()
    text = text_of_pdf(day.printed[-1].pdf)
    for words in ("HZ-2026-0001", "陈华娟", "imap.chenghu.example", "smtp.chenghu.example", "10 MB"):
        assert words in text
    assert day.said() == "已打印 1 份回执"


def test_the_password_is_printed_once_and_found_nowhere(day: Day):
    receipt = opened_receipt(day)
    tab = day.select("receipts", receipt)

    def slip(dialog: Any) -> None:
        day.qtbot.waitUntil(dialog.bar.print_button.isEnabled, timeout=PATIENCE)
        assert not dialog.bar.save_button.isVisible()
        press(day.qtbot, dialog, "打印")

    day.hands.expect(slip)
    tab.actions_of.by_key["password_slip"].trigger()
    slip_text = text_of_pdf(day.printed[-1].pdf).replace(" ", "")  # wide letters are read with gaps
    password = re.findall(r"[A-Za-z]{4}-[0-9]{4}-[A-Za-z0-9]{4}", slip_text)[0]
    assert is_said(tab.panel, "密码单")
    day.prompter.answers.append(False)
    tab.actions_of.by_key["password_slip"].trigger()
    assert "换一个新密码" in day.prompter.texts("confirm")[-1]
    day.window.close()
    folder = day.office.desk.folder
    blocks = [password.encode(), password.replace("-", "").encode(), password.encode("utf-16-le")]
    read = 0
    for path in files_below(folder):
        content = path.read_bytes()
        read += len(content)
        assert not any(block in content for block in blocks), path
        if path.suffix == ".pdf":
            assert password not in text_of_pdf(content)
    assert read > 100_000


def test_the_whole_way_by_hand_with_every_step_in_the_history(day: Day):
    record = new_application(day)
    for name in ("", "王明", ""):
        day.select("applications", record)
        day.hands.expect(sign_as(day, name))
        day.key(Qt.Key.Key_F6)
    day.select("applications", record)
    day.hands.expect(tick_and_open(day))
    day.key(Qt.Key.Key_F8)
    tab = day.window.register_tab("receipts")
    receipt = tab.current_record()
    assert receipt is not None
    assert not tab.actions_of.by_key["sign"].isEnabled()
    day.hands.expect(lambda dialog: press(day.qtbot, dialog, "登记送出"))
    day.key(Qt.Key.Key_F8)
    assert day.service("receipts").row(receipt).handed_on is not None
    day.select("receipts", receipt)
    day.hands.expect(sign_as(day))
    day.key(Qt.Key.Key_F6)
    assert (day.service("receipts").row(receipt).state, state_of(day, record)) == ("signed", "closed")
    history = [line.what for line in day.service("applications").detail(record).history]
    wanted = ("回执已签收", "回执已送出", "开通", "登记办公室签字：罗刚，同意", "登记部门经理签字：王明，同意",
              "登记承诺人签字：陈华娟，同意", "正式填表 YJ-2026-0001")  # fmt: skip
    places = [next(n for n, line in enumerate(history) if words in line) for words in wanted]
    assert places == sorted(places)
    day.select("applications", record)
    assert "已办结" in " ".join(said_in(day.window.register_tab("applications").panel))


# ends before the end


def with_reason(day: Day, verb: str, reason: str) -> Callable[[Any], None]:
    def deed(dialog: Any) -> None:
        press(day.qtbot, dialog, verb)
        assert dialog.isVisible()  # a reason is required
        dialog.field("reason").findChild(QPlainTextEdit).setPlainText(reason)
        press(day.qtbot, dialog, verb)

    return deed


def test_a_returned_application_is_corrected_under_its_number(day: Day):
    record = waiting_application(day)
    tab = day.select("applications", record)
    day.hands.expect(with_reason(day, "退回", "理由写得太简单"))
    tab.actions_of.by_key["return"].trigger()
    assert state_of(day, record) == "returned"

    def correct(dialog: Any) -> None:
        assert REASON in dialog.field("reason").value()
        dialog.field("reason").findChild(QPlainTextEdit).setPlainText("补充：往来对象是三家纸厂。")
        press(day.qtbot, dialog, "保存并打印")

    day.select("applications", record)
    day.hands.expect(correct, print_all(day))
    day.key(Qt.Key.Key_F2)
    row = day.service("applications").row(record)
    assert (row.state, row.number) == ("signing", "YJ-2026-0001")
    assert "三家纸厂" in text_of_pdf(day.printed[-1].pdf)


def test_a_void_application_keeps_its_number_and_says_why(day: Day):
    record = waiting_application(day)
    tab = day.select("applications", record)
    day.hands.expect(with_reason(day, "作废", "本人调岗"))
    tab.actions_of.by_key["void"].trigger()
    row = day.service("applications").row(record)
    assert (row.state, row.number, row.reason) == ("void", "YJ-2026-0001", "本人调岗")
    day.select("applications", record)
    assert is_said(tab.panel, "本人调岗")
    assert not any(tab.actions_of.by_key[key].isEnabled() for key in ("sign", "open", "return", "void", "edit"))


def test_a_void_receipt_is_followed_by_a_new_one(day: Day):
    receipt = opened_receipt(day)
    tab = day.select("receipts", receipt)
    day.hands.expect(with_reason(day, "作废", "印错了"))
    tab.actions_of.by_key["void"].trigger()
    rows = day.service("receipts").rows(day.service("receipts").keys(_all()))
    assert sorted((row.number, row.state) for row in rows) == [("HZ-2026-0001", "void"), ("HZ-2026-0002", "out")]


def test_a_signature_recorded_by_mistake_is_taken_back(day: Day):
    record = waiting_application(day)
    day.select("applications", record)
    day.hands.expect(sign_as(day))
    day.key(Qt.Key.Key_F6)
    tab = day.select("applications", record)
    day.hands.expect(with_reason(day, "更正签字", "登记错了人"))
    tab.actions_of.by_key["withdraw"].trigger()
    assert [s.agreed for s in day.service("applications").signatures(record)] == [None, None, None]


def _all() -> Any:
    return Query()
