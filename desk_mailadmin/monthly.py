"""The monthly workbook 办公台账: every register's sheets of one month in one frame (LEDGER 5.1)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from desk_mailadmin import __version__
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.settings import COMPANY, SIGN_EVERY_PAGE
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.registers.applications.service import ApplicationsService
from desk_mailadmin.registers.charges.service import ChargesService
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.receipts.service import ReceiptsService
from desk_mailadmin.store.access_log import Access
from desk_mailadmin.store.files import sha256_of

if TYPE_CHECKING:  # the window needs Month alone at the start; sheets and workbook are imported when one is written
    from desk_mailadmin.documents.book import ChartSheet, LedgerSheet, PlaceSums, Saved
    from desk_mailadmin.store.journal import Head

_MONTH = regex(r"(\d{4})-(\d{2})")
_FIRST_YEAR = 1970
_DECEMBER = 12
PHONE_CHARTS = "话费统计图"
_EVERY_PAGE = ("制表", "复核", "经理")


class Month(Struct, frozen=True):
    """One month of one year."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    @property
    def title(self) -> str:
        """How papers write it: 2026 年 11 月."""
        return f"{self.year} 年 {self.month} 月"

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02d}"


def month_named(text: str) -> Month:
    """Return the month written ``2026-11``; UserError for anything else."""
    found = _MONTH.fullmatch(text.strip())
    if found is None or not 1 <= int(found[2]) <= _DECEMBER or int(found[1]) < _FIRST_YEAR:
        raise UserError(QT_TRANSLATE_NOOP("desk", "月份“{text}”应写成 2026-11 这样。"), text=text)
    return Month(int(found[1]), int(found[2]))


def month_sheets(office: Office, month: Month) -> tuple[LedgerSheet, ...]:
    """Return the workbook's sheets as data: summary; penalties, payroll; telephones; applications; receipts."""
    facts = _facts(office, month)
    return (
        _summary(office, month, facts),
        *_penalties(office, month, facts),
        *_telephones(office, month, facts),
        *_applications(office, month, facts),
        *_receipts(office, month, facts),
    )


def _summary(office: Office, month: Month, facts: tuple[str, ...]) -> LedgerSheet:
    from desk_mailadmin.registers.applications.report import summary_sheet

    applications: ApplicationsService = office.services["applications"]
    receipts: ReceiptsService = office.services["receipts"]
    opened = applications.opened_between(month.first, month.last)
    signed = [row for row in (receipts.of_application(a.id) for a in opened) if row and row.state == "signed"]
    out = [(row.branch, row) for row in receipts.outstanding_at(_end(office, month))]
    names = [name for _number, name in office.services["branches"].names()]
    return summary_sheet(opened, signed, out, names, facts, list(_place_sums(office, month)))


def _place_sums(office: Office, month: Month) -> Iterator[PlaceSums]:
    """Yield what the summary by department tells; of telephones only where the month has any."""
    from desk_mailadmin.registers.charges import report as charges
    from desk_mailadmin.registers.editions.report import unconfirmed
    from desk_mailadmin.registers.longdistance import report as longdistance
    from desk_mailadmin.registers.penalties import report as penalties

    yield penalties.department_sums(office.services["penalties"], str(month))
    if _has_charges(office, month):
        yield charges.department_sums(office.services["charges"], str(month))
    if office.services["longdistance"].of_month(str(month)):
        yield longdistance.department_sums(office.services["longdistance"], str(month))
    waiting = unconfirmed(office.services["editions"], _end(office, month))
    if waiting is not None:
        yield waiting


def _has_charges(office: Office, month: Month) -> bool:
    service: ChargesService = office.services["charges"]
    return str(month) in service.month_counts() or service.bills(str(month)).count > 0


def _telephones(office: Office, month: Month, facts: tuple[str, ...]) -> Iterator[LedgerSheet]:
    """Yield the sheets of the telephones, those that have anything to say."""
    from desk_mailadmin.registers.allowances.report import allowances_sheet
    from desk_mailadmin.registers.charges.report import charges_sheet, year_sheet
    from desk_mailadmin.registers.longdistance.report import log_sheet

    if _has_charges(office, month):
        for made in (charges_sheet, year_sheet):
            yield made(office.services["charges"], str(month), facts)
    if office.services["longdistance"].of_month(str(month)):
        yield log_sheet(office.services["longdistance"], str(month), facts)
    if office.services["allowances"].paid_in(str(month)):
        yield allowances_sheet(office.services["allowances"], str(month), facts)


def _penalties(office: Office, month: Month, facts: tuple[str, ...]) -> tuple[LedgerSheet, ...]:
    from desk_mailadmin.registers.penalties.payroll_report import payroll_sheet
    from desk_mailadmin.registers.penalties.report import clauses_sheet, ledger_sheet, year_sheet

    penalties: PenaltiesService = office.services["penalties"]
    return tuple(
        made(penalties, str(month), facts) for made in (ledger_sheet, payroll_sheet, clauses_sheet, year_sheet)
    )


def _applications(office: Office, month: Month, facts: tuple[str, ...]) -> tuple[LedgerSheet, ...]:
    from desk_mailadmin.registers.applications.report import applications_sheet, numbers_note, opened_sheet

    applications: ApplicationsService = office.services["applications"]
    opened = applications.opened_between(month.first, month.last)
    entered = applications.entered_between(month.first, month.last)
    accounts = [row for row in entered if applications.opens_account(row.kind)]
    return (
        opened_sheet(applications, opened, facts, numbers_note(accounts)),
        applications_sheet(entered, facts, numbers_note(entered)),
    )


def _receipts(office: Office, month: Month, facts: tuple[str, ...]) -> tuple[LedgerSheet, ...]:
    from desk_mailadmin.registers.receipts.report import issued_sheet, outstanding_sheet, refused_sheet

    receipts: ReceiptsService = office.services["receipts"]
    end = _end(office, month)
    return (
        issued_sheet(receipts.issued_between(month.first, month.last), facts),
        refused_sheet(receipts.refused_between(month.first, month.last), facts),
        outstanding_sheet(receipts.outstanding_at(end), end, facts, office.desk.workdays.calendar()),
    )


def _end(office: Office, month: Month) -> date:
    """Return the day for which a month's open things are told: its last one, or today while it runs."""
    return min(month.last, max(office.desk.clock.today(), month.first))


def month_charts(office: Office, month: Month) -> tuple[ChartSheet, ...]:
    """Return the workbook's sheets of charts: penalties; what telephoning cost, where the month has charges."""
    from desk_mailadmin.documents.book import ChartSheet
    from desk_mailadmin.registers.calls.report import charts_of_month
    from desk_mailadmin.registers.penalties.report import charts

    facts = _facts(office, month)
    found = [charts(office.services["penalties"], str(month), facts)]
    if _has_charges(office, month):
        drawn = charts_of_month(office.services["calls"], str(month))
        found.append(ChartSheet(PHONE_CHARTS, PHONE_CHARTS, drawn, facts))
    return tuple(found)


class MonthBook(Struct, frozen=True):
    """A month's workbook before it is written; the proof of its rows stands on every page.

    ``rows_sha256`` is what :mod:`desk_mailadmin.documents.canonical` describes, ``head`` the journal's head at that
    moment.
    """

    month: Month
    sheets: tuple[LedgerSheet, ...]
    charts: tuple[ChartSheet, ...]
    rows_sha256: str
    head: Head


def month_book(office: Office, month: Month) -> MonthBook:
    """Return a month's workbook as data, with the hash of its rows."""
    from desk_mailadmin.documents.canonical import canonical_hash

    sheets = month_sheets(office, month)
    return MonthBook(month, sheets, month_charts(office, month), canonical_hash(sheets), office.desk.journal.head())


def write_book(office: Office, book: MonthBook, path: Path) -> Saved:
    """Write a month's workbook; nothing is journalled. Raises EnvironmentFault where the disk refuses."""
    from desk_mailadmin.documents.canonical import SHORT
    from desk_mailadmin.documents.ledger import Footer, write_ledger

    head = book.head
    meta = {
        "program": f"desk_mailadmin {__version__}",
        "desk": office.desk.uuid,
        "period": str(book.month),
        "exported_at": office.desk.clock.now().isoformat(timespec="seconds"),
        "exported_by": office.desk.who,
        "journal_head": head.short,
        "rows_sha256": book.rows_sha256,
    }
    proof = f"SHA-256 {book.rows_sha256[:SHORT]}　日志第 {head.seq} 条 {head.short}"
    signed = _EVERY_PAGE if office.desk.settings.value(SIGN_EVERY_PAGE) else ()
    footer = Footer(office.desk.clock.today(), proof, signed)
    return write_ledger(path, book.sheets, meta, footer=footer, charts=book.charts)


def write_month(office: Office, month: Month, path: Path) -> Saved:
    """Write the workbook of a month and journal it (not on a desk that can only be read).

    Raises EnvironmentFault where the disk refuses.
    """
    book = month_book(office, month)
    saved = write_book(office, book, path)
    note_export(office, month, saved.path)
    return saved


def note_export(office: Office, month: Month, file: Path) -> None:
    """Note that a month's workbook left the desk; one that is only viewed cannot keep it."""
    if office.desk.view_only:
        return
    title = f"办公台账 {month}"
    access = Access("exported", "ledger", title, "整月台账", 0, file=file.name, sha256=sha256_of(file.read_bytes()))
    with office.desk.work("export.ledger") as work:
        office.desk.accesses.note(work, access, QT_TRANSLATE_NOOP("desk", "导出 {month} 办公台账"), month=str(month))


def suggested_name(office: Office, month: Month) -> str:
    """Return the file name a month's workbook usually gets."""
    company = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", office.desk.settings.value(COMPANY)) or "办公室"
    return f"{company}_办公台账_{month}.xlsx"


def _facts(office: Office, month: Month) -> tuple[str, ...]:
    company = office.desk.settings.value(COMPANY)
    made = f"制表：{office.desk.clock.today()} {office.desk.who}".rstrip()
    return (f"单位：{company}", f"期间：{month.title}", made, "内部资料")
