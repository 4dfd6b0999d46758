"""The monthly workbook 办公台账: every register's sheets of one month in one frame (LEDGER 5.1)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desk_mailadmin import __version__
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.settings import COMPANY
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.registers.applications.service import ApplicationsService
from desk_mailadmin.registers.receipts.service import ReceiptsService

if TYPE_CHECKING:  # the window needs Month alone at the start; sheets and workbook are imported when one is written
    from desk_mailadmin.documents.book import LedgerSheet, Saved

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_FIRST_YEAR = 1970
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Month:
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
    """Return the workbook's sheets as data: summary, opened accounts, applications; receipts issued, refused, out."""
    from desk_mailadmin.registers.applications.report import (
        applications_sheet,
        numbers_note,
        opened_sheet,
        summary_sheet,
    )
    from desk_mailadmin.registers.receipts.report import issued_sheet, outstanding_sheet, refused_sheet

    applications: ApplicationsService = office.services["applications"]
    receipts: ReceiptsService = office.services["receipts"]
    end = min(month.last, max(office.desk.clock.today(), month.first))
    opened = applications.opened_between(month.first, month.last)
    entered = applications.entered_between(month.first, month.last)
    accounts = [row for row in entered if applications.opens_account(row.kind)]
    out = receipts.outstanding_at(end)
    signed = [row for row in (receipts.of_application(a.id) for a in opened) if row and row.state == "signed"]
    issued, refused = (read(month.first, month.last) for read in (receipts.issued_between, receipts.refused_between))
    facts = _facts(office, month)
    names = [name for _number, name in office.services["branches"].names()]
    return (
        summary_sheet(opened, signed, [(row.branch, row) for row in out], names, facts),
        opened_sheet(applications, opened, facts, numbers_note(accounts)),
        applications_sheet(entered, facts, numbers_note(entered)),
        issued_sheet(issued, facts),
        refused_sheet(refused, facts),
        outstanding_sheet(out, end, facts, office.desk.workdays.calendar()),
    )


def write_month(office: Office, month: Month, path: Path) -> Saved:
    """Write the workbook of a month and journal it (not on a desk that can only be read).

    Raises EnvironmentFault where the disk refuses.
    """
    from desk_mailadmin.documents.canonical import SHORT, canonical_hash
    from desk_mailadmin.documents.ledger import Footer, write_ledger

    sheets = month_sheets(office, month)
    head, rows = office.desk.journal.head(), canonical_hash(sheets)
    meta = {
        "program": f"desk_mailadmin {__version__}",
        "desk": office.desk.uuid,
        "period": str(month),
        "exported_at": office.desk.clock.now().isoformat(timespec="seconds"),
        "exported_by": office.desk.who,
        "journal_head": head.short,
        "rows_sha256": rows,
    }
    proof = f"SHA-256 {rows[:SHORT]}　日志第 {head.seq} 条 {head.short}"
    saved = write_ledger(path, sheets, meta, footer=Footer(office.desk.clock.today(), proof))
    if not office.desk.view_only:
        _note_export(office, month)
    return saved


def _note_export(office: Office, month: Month) -> None:
    with office.desk.work("export.ledger") as work:
        work.looked("ledger", 0, QT_TRANSLATE_NOOP("desk", "导出 {month} 办公台账"), month=str(month))


def suggested_name(office: Office, month: Month) -> str:
    """Return the file name a month's workbook usually gets."""
    company = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", office.desk.settings.value(COMPANY)) or "办公室"
    return f"{company}_办公台账_{month}.xlsx"


def _facts(office: Office, month: Month) -> tuple[str, ...]:
    company = office.desk.settings.value(COMPANY)
    made = f"制表：{office.desk.clock.today()} {office.desk.who}".rstrip()
    return (f"单位：{company}", f"期间：{month.title}", made, "内部资料")
