"""Closing a month: checked, its workbook kept, its balance fixed; and opening it again with a reason (M14-6).

The workbook that was kept is the one that finance signed: exporting the month again copies that file, byte for byte.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.documents.book import LedgerSheet
from desk_mailadmin.documents.canonical import canonical_hash
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.table import Kind
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.month_checks import Check, Weight, month_checks
from desk_mailadmin.monthly import (
    MonthBook,
    month_book,
    month_named,
    month_sheets,
    note_export,
    suggested_name,
    write_book,
    write_month,
)
from desk_mailadmin.office import Office
from desk_mailadmin.registers.months.model import ClosedMonth
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.registers.months.service import Closing, MonthsService
from desk_mailadmin.registers.penalties.money import Balance
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.store.files import sha256_of

ROLE = "ledger"
"""As what the kept workbook stands with its closing."""


class SheetPlan(Struct, frozen=True):
    """One sheet of the workbook to come: its rows, and the sum of its money in fen, None where it has none."""

    name: str
    rows: int
    total_fen: int | None


class ClosePlan(Struct, frozen=True):
    """What closing a month would do: checks, sheets, balance, file name, and the last closing before it."""

    month: str
    checks: tuple[Check, ...]
    sheets: tuple[SheetPlan, ...]
    balance: Balance
    file_name: str
    last: ClosedMonth | None

    def blocking(self, *, carry: bool = False) -> tuple[Check, ...]:
        """Return what must be done first; ``carry`` leaves for the next month what may be left."""
        return tuple(one for one in self.checks if one.weight is Weight.MUST and not (carry and one.carry))


def plan_close(office: Office, month: str) -> ClosePlan:
    """Return what closing ``2026-11`` would do, with nothing written; UserError for what is no month."""
    named = month_named(month)
    sheets = tuple(SheetPlan(sheet.name, len(sheet.rows), _money_total(sheet)) for sheet in month_sheets(office, named))
    return ClosePlan(
        month=str(named),
        checks=month_checks(office, str(named)),
        sheets=sheets,
        balance=_penalties(office).balance(str(named)),
        file_name=suggested_name(office, named),
        last=next(iter(_months(office).closed()), None),
    )


def close_month(
    office: Office, month: str, *, reviewed_by: str = "", approved_by: str = "", carry: bool = False
) -> ClosedMonth:
    """Close a month and keep its workbook; return the closing.

    A backup is made first. The workbook is written from what stands there, and closing fails, with nothing closed,
    where a row changed meanwhile. ``carry`` leaves notices that are not signed yet for the next month; they are named
    in the closing's notes. Raises UserError naming what must be done first, EnvironmentFault where the disk refuses.
    """
    named = month_named(month)
    checks = month_checks(office, str(named))
    _refuse_unready([one for one in checks if one.weight is Weight.MUST and not (carry and one.carry)])
    office.desk.backups.make("month")
    open_points = [one for one in checks if one.weight is not Weight.DONE and one.key != "backup"]
    left = "；".join(f"{one.title}：{one.text}" for one in open_points)
    with tempfile.TemporaryDirectory(prefix="month-", dir=office.desk.folder) as folder:
        path = Path(folder) / suggested_name(office, named)
        book = month_book(office, named)
        content = write_book(office, book, path).path.read_bytes()
    with office.desk.work("month.close") as work:
        if canonical_hash(month_sheets(office, named)) != book.rows_sha256:
            raise UserError(QT_TRANSLATE_NOOP("desk", "写台账的时候数据有变动，没有月结，再来一次。"))
        closing = _closing(office, book, path.name, left)
        signed = replace(closing, file_sha256=sha256_of(content), reviewed_by=reviewed_by, approved_by=approved_by)
        record = _months(office).close_in(work, signed)
        office.desk.attachments.keep(work, "closed_month", record, ROLE, path.name, content)
    found = _months(office).closing_of(str(named))
    assert found is not None
    return found


def export_closed(office: Office, month: str, path: Path) -> None:
    """Copy the workbook that a closed month keeps, byte for byte.

    Raises UserError where the month is not closed, EnvironmentFault where the kept file is gone or changed.
    """
    closing = _months(office).closing_of(str(month_named(month)))
    if closing is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{month}没有月结。"), month=title_of(month))
    content = office.desk.attachments.read(closing.file_sha256)
    try:
        draft = path.with_name(f".{path.name}.tmp")
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as fault:
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "{path} 写不进去：{fault}。"),
            remedy=QT_TRANSLATE_NOOP("desk", "如果它正在 Excel 里打开，先关上，或者换一个文件名。"),
            path=path,
            fault=fault,
        ) from fault
    if not office.desk.view_only:
        with office.desk.work("export.ledger") as work:
            sentence = QT_TRANSLATE_NOOP("desk", "再次导出 {month} 已月结的台账")
            work.looked("closed_month", closing.id, sentence, month=title_of(month))


def export_month(office: Office, month: str, path: Path) -> Path:
    """Write the workbook of a month, of a closed one the kept copy; return where it was saved.

    Raises UserError for what is no month, EnvironmentFault where the disk refuses.
    """
    named = month_named(month)
    if _months(office).closing_of(str(named)) is not None:
        export_closed(office, str(named), path)
        note_export(office, named, path)
        return path
    return write_month(office, named, path).path


def reopen_month(office: Office, month: str, reason: str) -> None:
    """Open a closed month again; its closing and its workbook stay, with who, when and why (M14-6)."""
    office.desk.backups.make("reopen")
    _months(office).reopen(str(month_named(month)), reason)


def _refuse_unready(blocking: list[Check]) -> None:
    if not blocking:
        return
    what = "；".join(f"{one.title}（{one.text}）" if one.text else one.title for one in blocking)
    raise UserError(QT_TRANSLATE_NOOP("desk", "还不能月结：{what}。"), what=what)


def _closing(office: Office, book: MonthBook, file_name: str, notes: str) -> Closing:
    balance = _penalties(office).balance(str(book.month))
    return Closing(
        month=str(book.month),
        carried_in_fen=balance.carried_in_fen,
        new_fen=balance.new_fen,
        deducted_fen=balance.deducted_fen,
        waived_fen=balance.waived_fen,
        carried_out_fen=balance.carried_out_fen,
        file_name=file_name,
        file_sha256="",
        rows_sha256=book.rows_sha256,
        journal_seq=book.head.seq,
        journal_head=book.head.hash,
        notes=notes,
    )


def _money_total(sheet: LedgerSheet) -> int | None:
    """Return what a sheet comes to: its 应扣, else what its balance begins with, else its first sum of money."""
    columns = [place for place, column in enumerate(sheet.columns) if column.total and column.kind is Kind.MONEY]
    if not columns:
        return None
    first = sheet.balance.terms[0].column if sheet.balance else ""
    for place in (sheet.place("应扣"), sheet.place(first) if first else None, columns[0]):
        if place is not None and place in columns:
            return sheet.sum_of(place)
    return None


def _months(office: Office) -> MonthsService:
    service: MonthsService = office.services["months"]
    return service


def _penalties(office: Office) -> PenaltiesService:
    service: PenaltiesService = office.services["penalties"]
    return service
