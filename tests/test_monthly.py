"""The month's workbook: every number in it is the desk's."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk_mailadmin.documents.book import LedgerSheet
from desk_mailadmin.documents.canonical import canonical_hash
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.settings import SIGN_EVERY_PAGE
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.monthly import Month, month_named, month_sheets, suggested_name, write_month
from desk_mailadmin.office import Office, open_office
from desk_mailadmin.store.database import execute
from tests.desks import TODAY, clock, played_desk
from tests.documents.ledger_books import recomputed

NOVEMBER = Month(2026, 11)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = played_desk(tmp_path_factory.getbasetemp(), tmp_path_factory.mktemp("monthly") / "desk")
    office = open_office(folder, clock())
    office.desk.who = "罗刚"
    yield office
    office.close()


@pytest.fixture(scope="module")
def book(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("book") / "ledger.xlsx"
    saved = write_month(office, NOVEMBER, path)
    assert (saved.path, saved.moved) == (path, False)
    return openpyxl.load_workbook(path)


def applications(office: Office) -> list[Any]:
    service = office.services["applications"]
    return list(service.rows(service.keys(Query())))


def receipts(office: Office) -> list[Any]:
    service = office.services["receipts"]
    return list(service.rows(service.keys(Query())))


def decide(office: Office, since: date, *, on: bool) -> None:
    with office.desk.work("setting.set") as work:
        office.desk.settings.set(work, SIGN_EVERY_PAGE, on, since)


def sheets_of(office: Office, month: Month) -> dict[str, LedgerSheet]:
    return {sheet.name: sheet for sheet in month_sheets(office, month)}


def cells(sheet: Any) -> list[str]:
    return [str(cell) for line in sheet.iter_rows(values_only=True) for cell in line if cell is not None]


@pytest.mark.parametrize(("text", "month"), [("2026-11", NOVEMBER), (" 2027-02 ", Month(2027, 2))])
def test_a_month_is_read_as_it_is_written(text: str, month: Month):
    assert month_named(text) == month
    assert str(month) == text.strip()


@pytest.mark.parametrize("text", ["", "2026", "2026-00", "2026-13", "2026-1", "26-11", "2026/11", "November"])
def test_what_is_no_month_is_refused_with_how_one_is_written(text: str):
    with pytest.raises(UserError, match="应写成 2026-11 这样"):
        month_named(text)


def test_a_month_knows_its_days():
    assert (Month(2028, 2).first, Month(2028, 2).last) == (date(2028, 2, 1), date(2028, 2, 29))
    assert Month(2026, 12).last + timedelta(days=1) == date(2027, 1, 1)
    assert NOVEMBER.title == "2026 年 11 月"


def test_opened_accounts_are_those_of_the_month(office: Office):
    opened = sheets_of(office, NOVEMBER)["开户台账"]
    wanted = sorted(row.number for row in applications(office)
                    if row.opened_on and NOVEMBER.first <= row.opened_on <= NOVEMBER.last)  # fmt: skip
    listed = sorted(value for row in opened.rows for value in row if str(value).startswith("YJ-"))
    assert listed == wanted
    assert len(wanted) > 3


def test_every_application_of_the_month_is_registered_by_kind_with_its_numbers(office: Office):
    sheets = sheets_of(office, NOVEMBER)
    opened, registered = sheets["开户台账"], sheets["申请登记"]
    wanted = sorted(
        row.number for row in applications(office)
        if row.number and NOVEMBER.first <= row.entered_on <= NOVEMBER.last
    )  # fmt: skip
    assert [row[1] for row in registered.rows] == wanted
    assert {number.split("-")[0] for number in wanted} > {"YJ"}
    assert len(registered.notes) == len({number.split("-")[0] for number in wanted})
    assert all(note.startswith("本月申请编号 YJ-") for note in opened.notes[1:])


def test_receipts_outstanding_are_those_of_the_months_end(office: Office):
    out = sheets_of(office, NOVEMBER)["回执未签收"]
    end = NOVEMBER.last.isoformat()
    wanted = [number for (number,) in execute(
        office.desk.database,
        "SELECT number FROM receipt WHERE issued_on <= ? AND (ended_on IS NULL OR ended_on > ?) ORDER BY number",
        (end, end),
    ).fetchall()]  # fmt: skip
    assert [value for row in out.rows for value in row if str(value).startswith("HZ-")] == wanted
    assert f"共 {len(wanted)} 份未交回" in out.notes[0]


def test_the_summary_adds_up_to_the_sheets_behind_it(office: Office):
    sheets = sheets_of(office, NOVEMBER)
    summary, opened, out = sheets["汇总"], sheets["开户台账"], sheets["回执未签收"]
    found = [row for row in applications(office)
             if row.opened_on and NOVEMBER.first <= row.opened_on <= NOVEMBER.last and row.state != "void"]  # fmt: skip
    by_place = Counter((row.branch, row.dept) for row in found)
    signed = {row.application for row in receipts(office) if row.signed_on and row.state == "signed"}
    signed_by = Counter((row.branch, row.dept) for row in found if row.number in signed)
    figures = {(row[1], row[2]): row[3:6] for row in summary.rows}
    assert {place: row[0] for place, row in figures.items() if row[0]} == dict(by_place)
    assert {place: row[1] for place, row in figures.items() if row[1]} == dict(signed_by)
    assert sum(row[2] for row in figures.values()) == len(out.rows)
    assert summary.totals()[3:6] == (len(found), sum(signed_by.values()), len(out.rows))
    assert len(opened.rows) == len(found)


def test_the_written_book_holds_the_same_rows(office: Office, book: Any):
    for sheet in month_sheets(office, NOVEMBER):
        written = cells(book[sheet.name])
        for row in sheet.rows:
            for value in row:
                if isinstance(value, str) and value:
                    assert value in written, (sheet.name, value)


def test_the_book_says_who_made_it_when_and_of_what(office: Office, book: Any):
    first = " ".join(cells(book.worksheets[0]))
    for words in ("单位：澄湖纸品股份有限公司", "期间：2026 年 11 月", "制表：2026-12-03 罗刚", "内部资料"):
        assert words in first
    everything = " ".join(cell for sheet in book for cell in cells(sheet))
    assert office.desk.uuid in everything
    assert canonical_hash(month_sheets(office, NOVEMBER)) in everything


def test_every_page_carries_the_proof_of_its_rows(office: Office, tmp_path: Path):
    head = office.desk.journal.head()
    written = openpyxl.load_workbook(write_month(office, NOVEMBER, tmp_path / "proof.xlsx").path)
    rows = canonical_hash(month_sheets(office, NOVEMBER))[:16]
    proofs = {page.oddFooter.left.text.split("\n")[0].strip() for page in written if page.sheet_state == "visible"}
    assert proofs == {f"SHA-256 {rows}　日志第 {head.seq} 条 {head.short}"}


def test_a_stranger_reckons_the_proof_from_the_file_alone(office: Office, tmp_path: Path):
    path = write_month(office, NOVEMBER, tmp_path / "stranger.xlsx").path
    meta = dict(openpyxl.load_workbook(path)["_meta"].values)
    assert hashlib.sha256(recomputed(path)).hexdigest() == meta["rows_sha256"]
    assert len(month_sheets(office, NOVEMBER)[1].rows) > 0


def test_an_office_that_signs_every_page_has_a_place_for_it_at_the_foot(office: Office, tmp_path: Path):
    decide(office, date(2026, 1, 1), on=True)
    written = openpyxl.load_workbook(write_month(office, NOVEMBER, tmp_path / "signed.xlsx").path)
    decide(office, date(2026, 1, 2), on=False)
    assert all(
        "制表：　　　　　　复核：" in page.oddFooter.left.text for page in written if page.sheet_state == "visible"
    )


def test_the_same_content_has_the_same_hash_and_other_content_another(office: Office):
    sheets = month_sheets(office, NOVEMBER)
    assert canonical_hash(sheets) == canonical_hash(month_sheets(office, NOVEMBER))
    assert canonical_hash(sheets) != canonical_hash(month_sheets(office, Month(2026, 10)))


def test_an_empty_month_is_a_book_without_rows(office: Office, tmp_path: Path):
    sheets = month_sheets(office, Month(2020, 1))
    assert {sheet.name: len(sheet.rows) for sheet in sheets if sheet.rows} == {"处罚近 12 个月": 12}
    assert write_month(office, Month(2020, 1), tmp_path / "empty.xlsx").path.is_file()


def test_an_export_stands_in_the_journal(office: Office, tmp_path: Path):
    before = office.desk.journal.head().seq
    write_month(office, Month(2026, 10), tmp_path / "october.xlsx")
    assert office.desk.journal.head().seq > before
    assert office.desk.check() == ()


def test_a_file_name_holds_company_and_month(office: Office):
    assert suggested_name(office, NOVEMBER) == "澄湖纸品股份有限公司_办公台账_2026-11.xlsx"
    assert TODAY.year == 2026
