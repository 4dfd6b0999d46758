"""批量签收 on a real desk: sheets scanned, typed and read from files; what does not fit; taking one back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage, QPainter

from desk_mailadmin.documents.pages import Pages, joined
from desk_mailadmin.documents.sheet_code import SheetCode
from desk_mailadmin.registers.applications.printed import application_paper
from desk_mailadmin.registers.receipts.entries import HandOver
from desk_mailadmin.registers.receipts.printed import receipt_paper
from desk_mailadmin.registers.receipts.table import TABLE
from desk_mailadmin.ui.dialogs.batch_scan import BatchScanDialog, Outcome
from tests.registers.builders import TODAY, House
from tests.registers.counter import Counter


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


@pytest.fixture
def notices(house: House) -> list[int]:
    """Four notices; three are handed over."""
    people = tuple(house.person(name) for name in ("周文博", "程思思", "高丹", "宋翔"))
    records = house.receipts.enter(HandOver("notice", "关于修改邮件规定的通知", people))
    house.receipts.hand_over_all(records[:3], TODAY)
    return records


def drawing_of(house: House, record: int) -> Any:
    paper = receipt_paper(house.receipts, house.branches, house.desk.settings, record)
    return house.services["papers"].drawing(paper)


def scanned(counter: Counter, *given: str, then: Any = None) -> list[tuple[str, str, str]]:
    """Scan or type these one after another; return number, outcome and text of each row."""
    rows: list[tuple[str, str, str]] = []

    def answer(dialog: BatchScanDialog) -> bool:
        for text in given:
            dialog.take(text)
        if then:
            then(dialog)
        rows.extend((line.number, line.outcome.value, line.text) for line in dialog.lines)
        dialog.accept()
        return True

    counter.answer = answer  # type: ignore[assignment]  # this test knows its dialog
    counter.do("receipts", "batch")
    return rows


def states(house: House, records: list[int]) -> list[str]:
    return [row.state for row in house.receipts.rows(records)]


def test_each_scanned_receipt_is_signed_by_its_recipient_at_once(house: House, counter: Counter, notices: list[int]):
    digits = [drawing_of(house, record).digits for record in notices[:2]]
    rows = scanned(counter, *digits, "hz-2026-0003")
    assert rows == [(f"HZ-2026-000{n}", "done", "已签收") for n in (1, 2, 3)]
    assert states(house, notices) == ["signed", "signed", "signed", "out"]
    assert [row.signed_by for row in house.receipts.rows(notices[:2])] == ["周文博", "程思思"]
    assert counter.window.told == ["已登记 3 份签收"]


def test_the_last_digits_of_this_year_are_enough(house: House, counter: Counter, notices: list[int]):
    assert scanned(counter, "2") == [("HZ-2026-0002", "done", "已签收")]


def test_what_does_not_fit_says_why(house: House, counter: Counter, notices: list[int]):
    house.receipts.sign(notices[0], TODAY)
    house.receipts.refuse(notices[1], TODAY, "不收", "李强")
    house.receipts.lose(notices[2], TODAY, "途中遗失")
    house.receipts.void(notices[3], TODAY, "重开")
    application = house.signing(house.person("王婷"), "wangting@yunfan.example.com")
    form = house.services["papers"].drawing(application_paper(house.applications, house.desk.settings, application))
    foreign = SheetCode((house.desk.tag + 1) % 100, 3, 26, 1).digits
    misread = form.digits[:-1] + str((int(form.digits[-1]) + 1) % 10)
    rows = scanned(counter, "1", "2", "3", "4", "99", "abc", form.digits, foreign, misread)
    assert {outcome for _number, outcome, _text in rows} == {"refused"}
    for (_number, _outcome, text), words in zip(
        rows,
        ("2026-12-03 已经签收", "已登记拒签", "已登记遗失", "已作废", "没有编号 HZ-2026-0099", "不是回执编号",
         "到“申请”页登记签字", "不是这个台账打印的", "有一位不对"),
        strict=True,
    ):  # fmt: skip
        assert words in text
    assert states(house, notices) == ["signed", "refused", "lost", "void"]
    assert counter.window.told == []


def test_what_was_not_sent_is_offered(house: House, counter: Counter, notices: list[int]):
    rows = scanned(counter, "4", then=lambda dialog: dialog.do_offered())
    assert rows == [("HZ-2026-0004", "done", "已送出并签收")]
    row = house.receipts.row(notices[3])
    assert (row.handed_on, row.signed_on) == (TODAY, TODAY)


def test_a_day_before_it_was_sent_is_refused(house: House, counter: Counter, notices: list[int]):
    house.later()

    def earlier(dialog: BatchScanDialog) -> None:
        dialog.day.set_value("2026-12-01")
        dialog.take("1")

    ((number, outcome, text),) = scanned(counter, then=earlier)
    assert (number, outcome) == ("HZ-2026-0001", "refused")
    assert "签收不能更早" in text


def test_a_sheet_scanned_by_mistake_is_taken_back(house: House, counter: Counter, notices: list[int]):
    rows = scanned(counter, "1", "2", then=lambda dialog: dialog.take_back())
    assert rows[1] == ("HZ-2026-0002", "undone", "已撤掉，仍待签收")
    assert states(house, notices) == ["signed", "out", "out", "out"]
    assert house.history("receipt", notices[1])[0] == "撤回签收：扫错"
    assert counter.window.told == ["已登记 1 份签收"]


def test_a_file_of_many_pages_is_kept_page_by_page(house: House, counter: Counter, notices: list[int], tmp_path: Path):
    drawings = [drawing_of(house, record) for record in notices]
    scan = tmp_path / "扫描.pdf"
    scan.write_bytes(joined([drawing.sheet().pdf for drawing in drawings]))
    house.receipts.sign(notices[0], TODAY)
    rows = scanned(counter, then=lambda dialog: dialog.take_file(scan))
    assert [(number, outcome) for number, outcome, _text in rows] == [
        ("HZ-2026-0001", Outcome.NOTED), ("HZ-2026-0002", Outcome.DONE), ("HZ-2026-0003", Outcome.DONE),
        ("HZ-2026-0004", Outcome.OFFERED),
    ]  # fmt: skip
    assert rows[1][2] == "已签收，附了扫描件"
    assert rows[0][2] == "附了扫描件，状态不变（12-03 交回）"
    kept = [house.desk.attachments.of("receipt", record) for record in notices]
    assert [[use.name for use in uses] for uses in kept] == [[f"扫描_{n}.pdf"] for n in (1, 2, 3, 4)]
    assert all(house.desk.attachments.read(use.sha256).startswith(b"%PDF") for (use,) in kept)
    assert states(house, notices) == ["signed", "signed", "signed", "out"]


def test_a_page_without_a_code_is_said(house: House, counter: Counter, tmp_path: Path):
    sheets = house.office.papers.list_sheets("回执", TABLE, [])
    scan = tmp_path / "列表.pdf"
    scan.write_bytes(sheets[0].pdf)
    assert scanned(counter, then=lambda dialog: dialog.take_file(scan)) == [
        ("列表_1.pdf", "refused", "这一页没有读到二维码")
    ]


def test_a_file_that_comes_twice_is_attached_once(house: House, counter: Counter, notices: list[int], tmp_path: Path):
    scan = tmp_path / "扫描.pdf"
    scan.write_bytes(joined([drawing_of(house, record).sheet().pdf for record in notices[:2]]))
    scanned(counter, then=lambda dialog: dialog.take_file(scan))
    house.receipts.unsign(notices[1])
    rows = scanned(counter, then=lambda dialog: dialog.take_file(scan))
    assert [(outcome, text) for _number, outcome, text in rows] == [
        (Outcome.NOTED, "扫描件先前已经附上，状态不变（12-03 交回）"),
        (Outcome.DONE, "已签收，扫描件先前已经附上"),
    ]
    assert [len(house.desk.attachments.of("receipt", record)) for record in notices[:2]] == [1, 1]


def test_two_halves_on_one_glass_are_two_receipts(house: House, counter: Counter, notices: list[int], tmp_path: Path):
    glass = QImage(1300, 1500, QImage.Format.Format_Grayscale8)
    glass.fill(255)
    painter = QPainter(glass)
    for place, record in enumerate(notices[:2]):
        with Pages(drawing_of(house, record).sheet().pdf) as pages:
            image = pages.image(0, dpi=150, grey=True)
        half = QImage(image.pixels, image.width, 750, image.stride, QImage.Format.Format_Grayscale8)
        painter.drawImage(0, place * 750, half)
    painter.end()
    scan = tmp_path / "两张.png"
    glass.save(str(scan))
    rows = scanned(counter, then=lambda dialog: dialog.take_file(scan))
    assert sorted(rows) == [(f"HZ-2026-000{n}", Outcome.DONE, "已签收，附了扫描件") for n in (1, 2)]
    assert states(house, notices)[:2] == ["signed", "signed"]
