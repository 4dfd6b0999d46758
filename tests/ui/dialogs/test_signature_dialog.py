from __future__ import annotations

import io
from datetime import date

import pytest
import segno
import typst
from msgspec import structs
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QRadioButton

from desk_mailadmin.documents.sheet_code import SheetCode
from desk_mailadmin.kernel.errors import EnvironmentFault, NeedsConfirmation, UserError
from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.ui.dialogs.message import Message, MessageKind, ok, warning
from desk_mailadmin.ui.dialogs.pieces import IconLabel
from desk_mailadmin.ui.dialogs.scan import pictures_of, scan_from_bytes, scan_from_file
from desk_mailadmin.ui.dialogs.signature_dialog import SignatureDialog, SignatureJob, SignatureSheet
from desk_mailadmin.ui.dialogs.signers import Signer, Witness
from tests.answering import AnsweringPrompter

TODAY = date(2026, 12, 3)
CODE = SheetCode(desk=17, form=1, year=26, serial=144, print_no=1).digits
OTHER = SheetCode(desk=17, form=1, year=26, serial=145, print_no=1).digits
SIGNERS = (
    Signer(role="applicant", title="承诺人", name="宋文杰", recorded="12-01 已登记，保密承诺书 A/2"),
    Signer(role="manager", title="部门经理", name="梁国栋", due=True),
    Signer(role="office", title="办公室（盖章）", name="王志刚"),
)
SHEET = SignatureSheet(
    title="宋文杰　YJ-2026-0144",
    subtitle="电子邮件开户申请表　硬件部　12-01 打印 2 份",
    state=State("signing", "待签字", Tone.AMBER, "pen-line"),
    signers=SIGNERS,
    afterwards="登记后还差办公室审核；三处签齐后自动进入“待开户”。",
)


class Office:
    def __init__(self) -> None:
        self.recorded, self.refusals, self.corrected = [], [], []

    def record(self, signature, confirmed):
        if self.refusals:
            raise self.refusals.pop(0)
        self.recorded.append((signature, confirmed))


def compare(digits) -> Message:
    if not digits:
        return warning("没有读到二维码")
    return ok("二维码一致") if CODE in digits else Message(MessageKind.ERROR, "这是 YJ-2026-0145 的表")


def picture(digits: str) -> bytes:
    target = io.BytesIO()
    segno.make(digits, error="m").save(target, kind="png", scale=6, border=4)
    return target.getvalue()


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def opened(qtbot, office):
    dialogs = []

    def open_dialog(*answers, sheet=SHEET) -> SignatureDialog:
        job = SignatureJob(record=office.record, compare=compare, today=lambda: TODAY, correct=office.corrected.append)
        dialog = SignatureDialog(sheet, job, AnsweringPrompter.with_answers(*answers))
        dialogs.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield open_dialog
    dialogs.clear()


def button(dialog, text) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.accessibleName() == text)


def seen(dialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog))


def test_the_chain_is_shown_and_only_the_one_who_is_due_has_fields(opened):
    dialog = opened()
    for text in ("宋文杰　YJ-2026-0144", "12-01 已登记，保密承诺书 A/2", "办公室（盖章）", "还没轮到", "待签字"):
        assert text in seen(dialog)
    assert dialog.signers.name.value() == "梁国栋"
    assert dialog.signers.day.value() == TODAY
    assert dialog.signers.day.has_focus()


def test_control_enter_records_the_signature_of_today(opened, office):
    dialog = opened()
    QTest.keySequence(dialog, "Ctrl+Return")
    signature = office.recorded[0][0]
    assert (signature.role, signature.name, signature.agreed, signature.signed_on) == ("manager", "梁国栋", True, TODAY)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert not dialog.goes_on


def test_a_refusal_on_paper_needs_its_reason(opened, office, qtbot):
    dialog = opened()
    no = next(one for one in dialog.findChildren(QRadioButton) if one.text() == "不同意")
    no.click()
    button(dialog, "登记签字").click()
    assert office.recorded == []
    assert "还没有填" in seen(dialog)
    assert dialog.signers.opinion.has_focus()
    dialog.signers.opinion.set_value("岗位不需要外发")
    button(dialog, "登记签字").click()
    signature = office.recorded[0][0]
    assert (signature.agreed, signature.opinion) == (False, "岗位不需要外发")


def test_a_refusal_is_called_as_the_sheet_calls_it(opened, qtbot):
    dialog = opened(sheet=structs.replace(SHEET, refusal="拒签"))
    said = [one.text() for one in dialog.findChildren(QRadioButton)]
    assert "拒签" in said
    assert "不同意" not in said
    assert "拒签时必填" in dialog.signers.opinion.edit.placeholderText()


def test_a_refused_signature_has_a_cross(opened):
    first = structs.replace(SIGNERS[0], recorded="12-01 不同意", refused=True)
    dialog = opened(sheet=structs.replace(SHEET, signers=(first, *SIGNERS[1:])))
    signs = [one.property("iconName") for one in dialog.signers.findChildren(IconLabel)]
    assert "x" in signs
    assert "circle-check" not in signs


def test_a_date_after_today_is_not_on_any_paper(opened, office):
    dialog = opened()
    dialog.signers.day.edit.setText("+1")
    button(dialog, "登记签字").click()
    assert office.recorded == []
    assert "在今天之后" in seen(dialog)


def test_a_scan_of_this_sheet_is_compared_and_goes_along(opened, office, tmp_path, qtbot):
    path = tmp_path / "扫描_0007.png"
    path.write_bytes(picture(CODE))
    dialog = opened()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert dialog.zone.take_data(data)
    qtbot.waitUntil(lambda: "扫描_0007.png　1 页　二维码一致" in seen(dialog))
    button(dialog, "登记签字").click()
    scans = office.recorded[0][0].scans
    assert [(scan.name, scan.digits) for scan in scans] == [("扫描_0007.png", (CODE,))]
    assert scans[0].content == picture(CODE)


def test_a_scan_of_another_sheet_prevents_recording_until_it_is_removed(opened, office, qtbot):
    dialog = opened()
    dialog.zone.take_image(QImage.fromData(picture(OTHER)))
    qtbot.waitUntil(lambda: "这是 YJ-2026-0145 的表" in seen(dialog))
    button(dialog, "登记签字").click()
    assert office.recorded == []
    assert "有一份扫描件是另一张表的" in seen(dialog)
    button(dialog, "移除").click()
    button(dialog, "登记签字").click()
    assert office.recorded[0][0].scans == ()


def test_a_picture_is_pasted_though_the_cursor_is_in_the_date(opened, qtbot):
    dialog = opened()
    assert dialog.signers.day.has_focus()
    QGuiApplication.clipboard().setImage(QImage.fromData(picture(CODE)))
    QTest.keySequence(dialog.signers.day.edit, "Ctrl+V")
    qtbot.waitUntil(lambda: "粘贴的图片 1.png　1 页　二维码一致" in seen(dialog))


def test_pasting_after_the_clipboard_was_emptied_does_nothing(opened):
    dialog = opened()
    QGuiApplication.clipboard().clear()
    QTest.keySequence(dialog.signers.day.edit, "Ctrl+V")
    QTest.keySequence(dialog, "Ctrl+V")
    assert dialog.zone.scans == ()


def test_text_is_still_pasted_into_a_field(opened):
    dialog = opened()
    QGuiApplication.clipboard().setText("同意开通")
    dialog.signers.opinion.take_focus()
    QTest.keySequence(dialog.signers.opinion.edit, "Ctrl+V")
    assert dialog.signers.opinion.value() == "同意开通"


def test_a_chosen_file_that_is_no_scan_is_refused_with_its_name(opened, tmp_path):
    path = tmp_path / "名单.xlsx"
    path.write_bytes(b"PK\x03\x04")
    dialog = opened(path)
    button(dialog, "选文件…").click()
    assert "名单.xlsx 不是 PDF，也不是图片" in seen(dialog)
    assert dialog.zone.scans == ()


def test_record_and_go_on(opened, office):
    dialog = opened()
    button(dialog, "登记并继续扫描").click()
    assert len(office.recorded) == 1
    assert dialog.goes_on


def test_scanning_the_next_sheet_saves_this_one(opened, office):
    dialog = opened()
    dialog.take_scan(CODE)
    assert office.recorded == []
    assert "扫到的就是这一张" in seen(dialog)
    dialog.take_scan(OTHER)
    assert len(office.recorded) == 1
    assert (dialog.goes_on, dialog.next_digits) == (True, OTHER)


def test_a_refusal_of_the_rules_is_shown_beside_its_field(opened, office):
    office.refusals = [UserError("早于打印日期 12-01", field="signed_on"), UserError("这张表已作废。")]
    dialog = opened()
    button(dialog, "登记签字").click()
    assert "早于打印日期 12-01" in seen(dialog)
    assert dialog.isVisible()
    dialog.signers.day.set_value(TODAY)
    button(dialog, "登记签字").click()
    assert "这张表已作废。" in seen(dialog)


def test_a_question_and_a_fault(opened, office):
    office.refusals = [
        EnvironmentFault("磁盘已满，没有登记。", remedy="腾出空间再登记。"),
        NeedsConfirmation("other", "签字人不是部门经理，仍然登记？"),
    ]
    dialog = opened(True)
    button(dialog, "登记签字").click()
    assert "磁盘已满，没有登记。腾出空间再登记。" in seen(dialog)
    button(dialog, "登记签字").click()
    assert office.recorded[0][1] == frozenset({"other"})


def test_a_recorded_signature_can_be_corrected(opened, office):
    button(opened(), "更正").click()
    assert office.corrected == ["applicant"]


def test_a_pdf_counts_its_pages_and_its_code_is_read():
    source = b'#set page(paper: "a6")\n#image("qr.svg")\n#pagebreak()\nsecond'
    svg = io.BytesIO()
    segno.make(CODE, error="m").save(svg, kind="svg", scale=6, border=4)
    pdf = typst.compile({"main.typ": source, "qr.svg": svg.getvalue()})
    scan = scan_from_bytes("扫描.pdf", pdf)
    assert (scan.pages, scan.digits) == (2, (CODE,))


def test_a_file_that_is_gone_is_a_fault_of_the_machine(tmp_path):
    with pytest.raises(EnvironmentFault, match="读不出来"):
        scan_from_file(tmp_path / "gone.pdf")


def test_looking_at_a_scan_shows_it(opened, qtbot, tmp_path):
    from desk_mailadmin.ui.dialogs.scan_zone import ScanViewer

    scan = scan_from_bytes("a.png", picture(CODE))
    viewer = ScanViewer(scan, pictures_of(scan, 150))
    qtbot.addWidget(viewer)
    viewer.show()
    qtbot.waitUntil(viewer.isVisible)
    assert viewer.view.pages == 1
    assert not viewer.view.grab().toImage().isNull()
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()


def test_a_scan_is_dropped_onto_the_zone(opened, qtbot, tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(picture(CODE))
    dialog = opened()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    dialog.zone.dragEnterEvent(entering)
    assert entering.isAccepted()
    dialog.zone.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    assert [scan.digits for scan in dialog.zone.scans] == [(CODE,)]


def test_a_refusal_says_that_nobody_else_signs(opened):
    dialog = opened()
    assert "登记后还差办公室审核" in seen(dialog)
    dialog.signers.agreed.set_value("no")
    assert "登记后还差办公室审核" not in seen(dialog)
    assert "到此为止" in seen(dialog)


def test_a_receipt_is_signed_for_in_its_own_words(opened):
    dialog = opened(sheet=structs.replace(SHEET, verb="登记签收"))
    assert dialog.windowTitle() == "登记签收"
    assert button(dialog, "登记签收").isVisible()


def test_a_refusal_asks_for_its_witness_where_the_sheet_wants_one(opened, office):
    dialog = opened(sheet=structs.replace(SHEET, refusal="拒签", witness=Witness.REQUIRED))
    assert not dialog.signers.witness.isVisible()
    next(one for one in dialog.findChildren(QRadioButton) if one.text() == "拒签").click()
    assert dialog.signers.witness.isVisible()
    dialog.signers.opinion.set_value("不同意第二条")
    button(dialog, "登记签字").click()
    assert office.recorded == []
    assert dialog.signers.witness.has_focus()
    dialog.signers.witness.set_value("程思思")
    button(dialog, "登记签字").click()
    assert office.recorded[0][0].witness == "程思思"


def test_a_signature_has_no_witness(opened, office):
    dialog = opened(sheet=structs.replace(SHEET, witness=Witness.ASKED))
    dialog.signers.agreed.set_value("no")
    dialog.signers.witness.set_value("程思思")
    dialog.signers.agreed.set_value("yes")
    assert not dialog.signers.witness.isVisible()
    assert dialog.record()
    assert office.recorded[0][0].witness == ""


def test_a_sheet_that_was_misread_saves_nothing(opened, office):
    dialog = opened()
    dialog.take_misread("1234567890123456")
    assert office.recorded == []
    assert "二维码没有扫对" in seen(dialog)
