"""The dialogs of the receipts tab, filled in and saved: what was entered is what happens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.catalogue import register_of
from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.registers.receipts.entries import HandOver
from desk_mailadmin.ui.dialogs.preview_job import Printed, SheetChoice
from tests.registers.builders import BRANCH, TODAY, House
from tests.registers.counter import Counter, fill_in, leave


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def notices(house: House, *names: str) -> list[int]:
    """A notice, handed over to these people."""
    people = tuple(house.person(name) for name in names)
    records = house.receipts.enter(HandOver("notice", "关于修改邮件规定的通知", people))
    house.receipts.hand_over_all(records, TODAY)
    return records


def test_a_receipt_is_refused_with_reason_and_witness(house: House, counter: Counter):
    (record,) = notices(house, "周文博")
    counter.answer = fill_in(reason="不同意第二条")
    counter.do("receipts", "refuse", record)
    assert house.receipts.row(record).state == "out", "nobody saw it"
    counter.answer = fill_in(reason="不同意第二条", witness="程思思")
    counter.do("receipts", "refuse", record)
    row = house.receipts.row(record)
    assert (row.state, row.reason, row.witness) == ("refused", "不同意第二条", "程思思")


def test_several_receipts_are_handed_over_on_one_day(house: House, counter: Counter):
    people = tuple(house.person(name) for name in ("周文博", "程思思"))
    records = house.receipts.enter(HandOver("notice", "通知", people))
    counter.answer = fill_in(on=TODAY, how="department")
    counter.do("receipts", "hand_over", *records)
    assert {row.handed_how for row in house.receipts.rows(records)} == {"department"}
    assert counter.window.told == ["已登记送出　2 份：HZ-2026-0001 周文博 等"]


def test_a_device_is_handed_over_held_and_given_back(house: House, counter: Counter):
    house.person(emp_no="A1")
    seen: list[bool] = []

    def answer(dialog: Any) -> bool:
        dialog.field("back_by").set_value(TODAY)
        dialog.field("what").set_value("notice")
        seen.append(dialog.field("back_by").isEnabled())
        dialog.field("what").set_value("device")
        seen.append(dialog.field("back_by").isEnabled())
        dialog.field("people").add(dialog.field("people").one._find("周文博"))
        return fill_in(subject="对讲机 SN 1234", back_by=TODAY + timedelta(days=9))(dialog)

    counter.answer = lambda dialog: answer(dialog) if dialog.windowTitle() == "新建签收单" else leave(dialog)
    counter.do("receipts", "new")
    assert seen == [False, True]
    (row,) = house.receipts.issued_between(TODAY, TODAY)
    assert (row.what, row.matter, row.back_by) == ("device", "对讲机 SN 1234", TODAY + timedelta(days=9))
    assert counter.window.told == ["已开出 1 份签收单 HZ-2026-0001"]
    assert len(counter.titles) == 2, "the sheet is shown for printing at once"
    house.receipts.hand_over(row.id, TODAY)
    house.receipts.sign(row.id, TODAY)
    counter.answer = fill_in(on=TODAY)
    counter.do("receipts", "give_back", row.id)
    assert house.receipts.row(row.id).returned_on == TODAY


def test_a_signature_is_taken_back_with_its_reason(house: House, counter: Counter):
    _application, opened = house.closed()
    counter.answer = fill_in()
    counter.do("receipts", "unsign", opened.receipt)
    assert house.receipts.row(opened.receipt).state == "out"
    assert house.history("receipt", opened.receipt)[0] == "撤回签收：扫错"


@pytest.mark.parametrize(("choice", "count"), [("one", 1), ("dept", 2), ("listed", 1), ("late", 3), ("all", 3)])
def test_the_clerk_says_what_a_reminder_lists(
    house: House, counter: Counter, monkeypatch: pytest.MonkeyPatch, choice: str, count: int
):
    first, second = notices(house, "周文博", "程思思")
    other = house.person("高丹", branch=BRANCH, dept="销售部")
    (third,) = house.receipts.enter(HandOver("notice", "通知", (other,)))
    house.receipts.hand_over(third, TODAY)
    house.later(11)
    counter.window.rows = [third]
    counter.prompter.answers.append(choice)
    jobs: list[Any] = []
    monkeypatch.setattr(counter.bench, "open_preview", lambda job: jobs.append(job) or False)
    counter.do("receipts", "remind", first)
    assert counter.prompter.asked == [("choose", "催交单上列哪些？")]
    (job,) = jobs
    text = text_of_pdf(job.render(None))
    assert sum(f"HZ-2026-000{n}" in text for n in (1, 2, 3)) == count
    assert [row.reminded for row in house.receipts.rows([first, second, third])] == [0, 0, 0], "not printed"


def test_ticked_receipts_are_reminded_of_without_a_question(
    house: House, counter: Counter, monkeypatch: pytest.MonkeyPatch
):
    records = notices(house, "周文博", "程思思", "高丹")
    house.receipts.sign(records[2], TODAY)

    def take(job: Any) -> bool:
        job.printed(Printed(job.render(None), SheetChoice((0,)), "打印机", 1))
        return True

    monkeypatch.setattr(counter.bench, "open_preview", take)
    counter.do("receipts", "remind", *records)
    assert [row.reminded for row in house.receipts.rows(records)] == [1, 1, 0]
    assert counter.window.told == ["已打印 1 张催交单，列了 2 份"]
    assert house.services["papers"].latest("receipt", records[0], "receipt_reminder") is not None
    counter.do("receipts", "remind", records[2], records[2])
    assert "不用催" in counter.prompter.asked[0][1]


def test_a_lost_receipt_that_was_never_printed_is_shown_for_printing(house: House, counter: Counter):
    (record,) = notices(house, "周文博")
    house.receipts.lose(record, TODAY, "途中遗失")
    counter.do("receipts", "replace", record)
    assert house.receipts.row(record).state == "out"
    assert len(counter.titles) == 1


def test_a_scanned_sheet_of_a_held_device_asks_for_its_return(house: House, counter: Counter):
    (record,) = house.receipts.enter(HandOver("device", "对讲机 SN 1234", (house.person(),)))
    house.receipts.hand_over_and_sign(record, TODAY)
    scanned = register_of("receipts").scanned
    assert scanned is not None
    scanned(counter.bench, record)
    assert counter.titles == ["登记归还"]
