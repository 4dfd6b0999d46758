"""Which months are closed, and what their closing kept (M14-6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.entered import checked_line, checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.months.model import ClosedMonth
from desk_mailadmin.registers.months.rules import (
    booking_month,
    check_closable,
    check_reopenable,
    first_open,
    is_closed,
    title_of,
)
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork


class Closing(Struct, frozen=True, kw_only=True):
    """What a month is closed with: its balance in fen, its workbook, and who signs it."""

    month: str
    carried_in_fen: int
    new_fen: int
    deducted_fen: int
    waived_fen: int
    carried_out_fen: int
    file_name: str
    file_sha256: str
    rows_sha256: str
    journal_seq: int
    journal_head: str
    reviewed_by: str = ""
    approved_by: str = ""
    notes: str = ""


class MonthsService:
    """Closed months; whatever books something asks here first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def closed(self) -> tuple[ClosedMonth, ...]:
        """Return the months that are closed now, the latest first."""
        found = ClosedMonth.select().where(ClosedMonth.state == "closed").order_by(ClosedMonth.month.desc())
        return tuple(found)

    def closed_names(self) -> frozenset[str]:
        """Return the closed months, ``2026-10`` and so on."""
        found = ClosedMonth.select(ClosedMonth.month).where(ClosedMonth.state == "closed")
        return frozenset(one.month for one in found)

    def is_closed(self, month: str) -> bool:
        """Say whether nothing may be booked in a month any more: it is closed, or one after it is."""
        return is_closed(month, self.closed_names())

    def open_from(self, first: str, count: int) -> list[str]:
        """Return the open ones of ``count`` months from ``first`` on."""
        closed = self.closed_names()
        months = (month_after(first, place) for place in range(count))
        return [month for month in months if not is_closed(month, closed)]

    def closing_of(self, month: str) -> ClosedMonth | None:
        """Return a month's closing that stands, or None."""
        found: ClosedMonth | None = ClosedMonth.get_or_none(
            (ClosedMonth.month == month) & (ClosedMonth.state == "closed")
        )
        return found

    def closings(self) -> Sequence[ClosedMonth]:
        """Return every closing, those that were opened again too, the latest first."""
        return list(ClosedMonth.select().order_by(ClosedMonth.month.desc(), ClosedMonth.id.desc()))

    def booking_month(self, day: date) -> str:
        """Return the open month in which what happened on ``day`` is booked today."""
        return booking_month(day, self._desk.clock.today(), self.closed_names())

    def next_payroll(self) -> str:
        """Return the first month whose wages a decision of today may be taken from: the next open one (002/9.3)."""
        return first_open(month_after(month_of(self._desk.clock.today())), self.closed_names())

    def check_open(self, month: str) -> None:
        """Raise UserError where a month is closed: what was found wrong is put right in an open one."""
        if self.is_closed(month):
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{month}已经月结，不能再改；更正记在没有月结的月份。"), month=title_of(month)
            )

    def close_in(self, work: UnitOfWork, closing: Closing) -> int:
        """Close a month within the transaction that stands behind its figures; return the closing's id."""
        check_closable(closing.month, self._desk.clock.today(), self.closed_names(), None)
        values: dict[str, Any] = {
            **{name: getattr(closing, name) for name in closing.__struct_fields__},
            "closed_on": self._desk.clock.today(),
            "closed_by": self._desk.who,
            "reviewed_by": checked_line(closing.reviewed_by, QT_TRANSLATE_NOOP("desk", "审核"), "reviewed_by"),
            "approved_by": checked_line(closing.approved_by, QT_TRANSLATE_NOOP("desk", "批准"), "approved_by"),
        }
        record = int(ClosedMonth.create(**values).id)
        work.wrote(
            "closed_month",
            record,
            QT_TRANSLATE_NOOP("desk", "{month}月结"),
            after={**values, "state": "closed"},
            month=title_of(closing.month),
        )
        self._announce(work)
        return record

    def reopen(self, month: str, reason: str) -> None:
        """Open a closed month again, with a reason that stays; UserError where a later one is closed too."""
        check_reopenable(month, self.closed_names(), reason)
        after: Mapping[str, Any] = {
            "state": "reopened",
            "reopened_on": self._desk.clock.today(),
            "reopened_by": self._desk.who,
            "reopen_reason": checked_text(reason, QT_TRANSLATE_NOOP("desk", "原因"), "reason", 500),
        }
        with self._desk.work("month.reopen") as work:
            found = ClosedMonth.get((ClosedMonth.month == month) & (ClosedMonth.state == "closed"))
            before = {key: getattr(found, key) for key in after}
            ClosedMonth.update(after).where(ClosedMonth.id == found.id).execute()
            work.wrote(
                "closed_month",
                found.id,
                QT_TRANSLATE_NOOP("desk", "重开{month}：{reason}"),
                before=before,
                after=after,
                month=title_of(month),
                reason=after["reopen_reason"],
            )
            self._announce(work)

    def _announce(self, work: UnitOfWork) -> None:
        for key in ("months", "penalties"):
            work.changed(key)
