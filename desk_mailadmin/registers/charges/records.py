"""How a month's charges are written, put in order, and made findable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.registers.charges.listing import PREFIX, ChargesListing
from desk_mailadmin.registers.charges.model import Charge, ChargeTable
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.registers.months.service import MonthsService
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

_JOURNALLED = ("quota_fen", "total_fen", "over_fen", "self_fen", "company_fen", "elsewhere_fen", "holder")
"""What of a computed charge stands in the history; the rest follows from the bills."""


class ChargesRecords(ChargesListing):
    """Charges as they are written within a unit of work."""

    def __init__(
        self,
        desk: Desk,
        lines: LinesService,
        staff: StaffService,
        months: MonthsService,
        penalties: PenaltiesService,
    ) -> None:
        super().__init__(desk)
        self.lines = lines
        self.staff = staff
        self.months = months
        self.penalties = penalties

    def put_in(self, work: UnitOfWork, figures: Mapping[str, Any], old: Charge | None) -> bool:
        """Write a computed charge in the place of the one there was; say whether anything changed."""
        values = {**_EMPTY, **figures, "computed_on": self._desk.clock.today()}
        if old is not None:
            changed = {key: value for key, value in values.items() if getattr(old, key) != value}
            if not set(changed) - {"computed_on"}:
                return False
            Charge.update(changed).where(Charge.id == old.id).execute()
            before = {key: getattr(old, key) for key in _JOURNALLED if key in changed}
            after = {key: changed[key] for key in before}
            work.wrote("charge", old.id, QT_TRANSLATE_NOOP("desk", "重新计算话费"), before=before, after=after)
            self.index(old.id)
            return True
        record = int(Charge.create(**values).id)
        after = {key: values[key] for key in _JOURNALLED}
        work.wrote("charge", record, QT_TRANSLATE_NOOP("desk", "计算话费"), after=after)
        self.index(record)
        return True

    def drop_in(self, work: UnitOfWork, old: Charge) -> None:
        """Remove a computed charge for which the bills hold nothing any more."""
        Charge.delete().where(Charge.id == old.id).execute()
        self._desk.search.drop("charge", old.id)
        before = {key: getattr(old, key) for key in _JOURNALLED}
        work.wrote("charge", old.id, QT_TRANSLATE_NOOP("desk", "账单里没有了，去掉"), before=before)

    def note_table_in(
        self, work: UnitOfWork, month: str, values: Mapping[str, Any], sentence: str, **words: Any
    ) -> None:
        """Keep something of a month's table: what its bills came to, when it was handed in."""
        found = self.table_of(month)
        if found is None:
            record = int(ChargeTable.create(month=month, **values).id)
            work.wrote("charge_table", record, sentence, after={"month": month, **values}, **words)
            return
        before = {key: getattr(found, key) for key in values}
        ChargeTable.update(**values).where(ChargeTable.id == found.id).execute()
        work.wrote("charge_table", found.id, sentence, before=before, after=dict(values), **words)

    def update_in(self, work: UnitOfWork, record: int, after: Mapping[str, Any], sentence: str, **words: Any) -> None:
        """Change a charge and journal it."""
        found = Charge.get_by_id(record)
        before = {key: getattr(found, key) for key in after}
        Charge.update(**after).where(Charge.id == record).execute()
        work.wrote("charge", record, sentence, before=before, after=dict(after), **words)
        work.changed("charges")
        self.index(record)

    def number_in(self, work: UnitOfWork, month: str) -> str:
        """Return the next number of the notices of a month's year: KF-2026-0007."""
        year = int(month[:4])
        return f"{PREFIX}-{year}-{work.number(PREFIX, year):04d}"

    def index(self, record: int) -> None:
        """Make a charge findable by holder, department, numbers and month."""
        found = Charge.get_by_id(record)
        words = [found.number, found.number[-4:], found.extension, found.month, found.notice or "", found.penalty]
        texts = [found.holder, found.dept, found.remark]
        self._desk.search.put("charge", record, texts, search_words(found.holder, [word for word in words if word]))

    def index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        for record in records:
            self.index(record)


_EMPTY: Mapping[str, Any] = {
    "line_id": None, "branch_id": None, "department_id": None, "staff_id": None, "dept": "", "dept_key": "",
    "holder": "", "holder_key": "", "number": "", "extension": "", "quota_fen": None, "saved_fen": 0, "lump_fen": None,
    "elsewhere_fen": 0, "remark": "",
}  # fmt: skip
"""What a charge of nobody's line leaves out."""
