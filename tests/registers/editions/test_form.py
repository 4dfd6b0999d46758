"""Editions as the clerk works with them: dialogs filled in, previews printed, sheets scanned, files written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.registers.editions.service import EditionsService
from desk_mailadmin.ui.dialogs.preview_job import BatchJob, Printed, SheetChoice
from tests.registers.builders import TODAY, House
from tests.registers.counter import Counter, fill_in, sign_with

from .filling import confirmed, editions, started, three_departments


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    three_departments(house)
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


@pytest.fixture
def printer(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """A printer that takes whatever is shown; what it took."""
    jobs: list[Any] = []

    def take(job: Any) -> bool:
        jobs.append(job)
        if isinstance(job, BatchJob):
            return False
        choice = SheetChoice((0,))
        job.printed(Printed(job.render(choice), choice, "打印机", 1))
        return True

    monkeypatch.setattr(counter.bench, "open_preview", take)
    return jobs


def service(house: House) -> EditionsService:
    return editions(house)


def test_a_new_edition_is_begun_and_its_sheets_are_shown(house: House, counter: Counter, printer: list[Any]):
    counter.answer = fill_in(number=15)
    counter.do("editions", "start")
    newest = service(house).newest()
    assert newest is not None
    assert (newest.number, newest.title, str(newest.due_on)) == (15, "2026 年第四季度", "2026-12-10")
    assert counter.window.told == ["已开始2026 年第四季度（第 15 版），3 个部门要确认"]
    assert [drawing.paper.number for drawing in printer[0].drawings] == [f"QR-2026-000{n}" for n in (1, 2, 3)]


def test_who_withdraws_begins_nothing(house: House, counter: Counter):
    counter.do("editions", "start")
    assert service(house).newest() is None
    counter.do("editions", "issue")
    assert counter.prompter.asked[-1][1] == "没有在编制的版次，先开始新一版。"
    counter.do("editions", "print_book")
    assert counter.prompter.asked[-1][1] == "通讯录还没有版次，先“开始新一版”。"
    counter.do("editions", "remind")
    assert counter.prompter.asked[-1][1] == "还没有一版通讯录在等部门确认，先在“版次与确认”里开始新一版。"
    counter.do("editions", "print_copy")
    assert counter.prompter.asked[-1][1] == "还没有编号的完整版。"


def test_a_head_s_word_is_recorded_right_or_wrong(house: House, counter: Counter):
    first, second, _third = started(house)
    counter.answer = sign_with()
    counter.do("editions", "confirm", first)
    counter.answer = sign_with(name="孙志强", agreed="no", opinion="8041 改为 8051")
    counter.do("editions", "confirm", second)
    rows = service(house).rows([first, second])
    assert [(row.state, row.confirmed_by, row.note) for row in rows] == [
        ("unchanged", "程思思", ""),
        ("changed", "孙志强", "8041 改为 8051"),
    ]
    assert counter.window.told == ["已登记国际业务部的确认", "已登记财务部的确认"]
    counter.do("editions", "unconfirm", first)
    assert service(house).row(first).state == "pending"


def test_a_scanned_sheet_opens_its_confirmation(house: House, counter: Counter):
    first, _second, third = started(house)
    from desk_mailadmin.registers.editions.printing import confirmation_drawings

    (drawing,), _paper_of = confirmation_drawings(counter.bench, [third])
    counter.answer = sign_with(name="罗建华")
    counter.bench.scanned(drawing.digits)
    assert counter.window.shown == [("editions", third)]
    assert service(house).row(third).confirmed_by == "罗建华"
    confirmed(house, [first])
    service(house).issue(1, TODAY, ("missing",))
    started(house, 16)
    (lapsed,) = [row.id for row in service(house).of_edition(1, "lapsed")]
    (late,), _paper_of = confirmation_drawings(counter.bench, [lapsed])
    counter.bench.scanned(late.digits)
    assert service(house).row(lapsed).state == "lapsed"


def test_from_the_directory_a_missing_department_is_chosen(house: House, counter: Counter, printer: list[Any]):
    _first, second, _third = started(house)
    counter.prompter.answers.append(str(second))
    counter.answer = sign_with(name="孙志强")
    counter.do("directory", "confirm_next")
    assert service(house).row(second).state == "unchanged"
    counter.do("directory", "print_missing")
    assert len(printer[0].drawings) == 2


def test_the_list_of_the_missing_is_printed_and_counted(house: House, counter: Counter, printer: list[Any]):
    records = started(house)
    counter.do("editions", "remind")
    assert [row.reminded for row in service(house).rows(records)] == [1, 1, 1]
    assert counter.window.told == ["已打印未确认清单，3 个部门"]


def test_an_edition_is_issued_after_a_question_about_the_missing(house: House, counter: Counter):
    confirmed(house, started(house)[:1])
    counter.prompter.answers.append(True)
    counter.answer = fill_in(on=TODAY)
    counter.do("editions", "issue")
    newest = service(house).newest()
    assert newest is not None
    assert newest.state == "issued"
    assert counter.window.told == ["已发布2026 年第四季度（第 15 版）"]


def test_the_book_is_printed_and_the_print_is_journalled(house: House, counter: Counter, printer: list[Any]):
    started(house)
    service(house).pick("1")
    counter.answer = fill_in(order="name")
    counter.do("directory", "print_book")
    assert "内部资料" in text_of_pdf(printer[0].render(SheetChoice((0,)))).replace(" ", "")
    assert house.services["papers"].latest("edition", 1, "directory_book") is not None
    counter.answer = fill_in(tier="full", order="desk")
    counter.do("directory", "print_book")
    assert len(printer) == 1, "the folded list has no full tier"


def test_full_copies_are_numbered_printed_and_signed_for(house: House, counter: Counter, printer: list[Any]):
    started(house)
    answers = iter((fill_in(), fill_in(people=_hits(house, "孙志强"))))

    def answer(dialog: Any) -> bool:
        return next(answers)(dialog)

    counter.answer = answer
    counter.do("directory", "print_full")
    (copy,) = service(house).copies()
    assert (copy.copy_no, copy.name) == (1, "孙志强")
    assert house.services["papers"].latest("edition_copy", copy.id, "directory_book") is not None
    assert house.services["papers"].latest("receipt", copy.receipt_id or 0, "handover_receipt") is not None
    counter.prompter.answers.append(str(copy.id))
    counter.do("editions", "print_copy")
    assert len(house.services["papers"].prints_of("edition_copy", copy.id)) == 2


@pytest.mark.parametrize(("kind", "beginning"), [("xlsx", b"PK"), ("vcf", b"BEGIN:VCARD"), ("ldif", b"version: 1")])
def test_the_directory_is_exported_and_that_is_journalled(
    house: House, counter: Counter, tmp_path: Path, kind: str, beginning: bytes
):
    started(house)
    counter.prompter.answers.append(tmp_path / f"通讯录.{kind}")
    counter.answer = fill_in(file=kind, tier="full")
    counter.do("directory", "export_directory")
    assert (tmp_path / f"通讯录.{kind}").read_bytes().startswith(beginning)
    assert house.desk.journal.history("directory", 0)[0].text == f"导出通讯录 {kind}，完整版 4 条"
    assert counter.window.told == [f"已导出到 {tmp_path / f'通讯录.{kind}'}"]


def test_an_export_may_be_left_and_needs_no_edition(house: House, counter: Counter, tmp_path: Path):
    counter.answer = fill_in(file="vcf")
    counter.do("directory", "export_directory")
    assert counter.window.told == []
    counter.prompter.answers.append(tmp_path / "a.vcf")
    counter.do("directory", "export_directory")
    assert "15400000000" not in (tmp_path / "a.vcf").read_text("utf-8")


def test_a_scan_is_kept_with_a_confirmation(house: House, counter: Counter, tmp_path: Path):
    first, *_others = started(house)
    scan = tmp_path / "确认单.pdf"
    from desk_mailadmin.registers.editions.printing import confirmation_drawings

    (drawing,), _paper_of = confirmation_drawings(counter.bench, [first])
    scan.write_bytes(drawing.sheet().pdf)
    counter.prompter.answers.append(scan)
    counter.do("editions", "attach", first)
    assert [one.name for one in service(house).attached("edition_confirmation", first)] == ["确认单.pdf"]


def _hits(house: House, name: str) -> Any:
    from desk_mailadmin.registers.staff.form import hits

    return hits(house.staff.find(name))
