"""The sums of a row: what each person was to pay, as fine or as recovery."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.intake.past_cases.fields import Field
from desk_mailadmin.intake.past_cases.sanctions import SanctionsFound, sanctions_of
from desk_mailadmin.intake.past_cases.spellings import Spellings
from desk_mailadmin.intake.roster.cells import RowReader
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import Checked, EntryFault
from desk_mailadmin.language.numbers import Entry, is_blank, shortened
from desk_mailadmin.language.spelled_amounts import spelled_amount

_EACH = re.compile(r"各|每人|/人|人均|分别")
_IN_ALL = re.compile(r"^(?:一?共|共计|合计|总计|计)")
_BEFORE = re.compile(
    r"^(?:(?:一?共|共计|合计|总计|计|各|每人|人均|分别|应?罚款?|罚金|处罚|扣罚|应?扣款?|赔偿|赔款|追缴|补缴|自付|小计)[:：]?)+"
)
_BEHIND = re.compile(r"(?:/人|每人|/次|一?人)$")
_NOTED = re.compile(r"(.+?)[(（\[【]([^)）\]】]*)[)）\]】]$")


class Sums(Struct, frozen=True):
    """The fen of one person, the sanctions that the sums add, and the notes that stood beside them."""

    fine_fen: int = 0
    recovery_fen: int = 0
    sanctions: tuple[str, ...] = ()
    notes: str = ""


class SumReader:
    """Reads the columns of sums of one row."""

    def __init__(self, cells: RowReader, people: int, each: bool, spellings: Spellings) -> None:
        self._cells, self._people, self._each, self._spellings = cells, people, each, spellings
        self._sanctions: list[str] = []
        self._notes: list[str] = []

    def read(self, said: SanctionsFound) -> Sums:
        """Return the sums; a column that does not say which kind it holds follows the sanctions ``said``."""
        fine, recovery, amount = self._of(Field.FINE), self._of(Field.RECOVERY), self._of(Field.AMOUNT)
        if fine is None and recovery is None:
            fine, recovery = self._by_kind(amount, said)
        elif amount is not None:
            self._check_sum((fine or 0) + (recovery or 0), amount)
        fine, recovery = fine or 0, recovery or 0
        return Sums(fine, recovery, tuple(self._added(said, fine, recovery)), "；".join(self._notes))

    def column(self, field: Field, entry: Entry) -> int | None:
        """Return the fen of another column of sums (减免, 已扣); what is no sum is left to its words."""
        return spelled_amount(entry).value if self._cells.has(field) else None

    def _of(self, field: Field) -> int | None:
        cell = self._cells.cell(field)
        self._cells.problem(field, row_kept=False)
        found, note, keys = amount_of(cell.value if cell.value is not None else "", self._spellings)
        self._sanctions += keys
        self._notes += [note] if note else []
        value = self._cells.checked(field, found, row_kept=False)
        return self._share(field, cell.text, value) if value is not None else None

    def _share(self, field: Field, text: str, fen: int) -> int:
        """Return one person's share; where nobody can tell it, the cell is named and nothing taken."""
        if self._people == 1 or fen == 0 or self._each or _EACH.search(text):
            return fen
        values = {"text": shortened(text), "count": self._people}
        if _IN_ALL.match(text.strip()):
            even = fen % self._people == 0
            template = QT_TRANSLATE_NOOP("desk", "“{text}”是 {count} 个人一共的数，写成各多少元。")
            repair = f"各{fen_to_text(fen // self._people)}元" if even else None
            self._cells.fault(field, EntryFault("amount-shared", template, values, repair), row_kept=False)
        else:
            template = QT_TRANSLATE_NOOP("desk", "这一行有 {count} 个人，“{text}”分不清是各罚还是一共，写成各多少元。")
            repair = f"各{fen_to_text(fen)}元"
            self._cells.fault(field, EntryFault("amount-joint", template, values, repair), row_kept=False)
        return 0

    def _by_kind(self, amount: int | None, said: SanctionsFound) -> tuple[int | None, int | None]:
        """Divide a sum that stands in one column by the sanctions and the sums among their words."""
        if amount is None:
            return said.fine_fen, said.recovery_fen
        if said.has_recovery and not said.has_fine:
            return None, amount
        if said.has_recovery and said.recovery_fen is not None and said.recovery_fen <= amount:
            return amount - said.recovery_fen, said.recovery_fen
        if said.has_recovery and said.fine_fen is not None and said.fine_fen <= amount:
            return said.fine_fen, amount - said.fine_fen
        if said.has_recovery:
            template = QT_TRANSLATE_NOOP("desk", "“{text}”里罚款和追缴没有分开，先全部记作罚款，核对一遍。")
            found = EntryFault("amount-undivided", template, {"text": fen_to_text(amount)})
            self._cells.checked(Field.AMOUNT, Checked(amount, found))
        return amount, None

    def _check_sum(self, parts: int, amount: int) -> None:
        if parts != amount:
            template = QT_TRANSLATE_NOOP("desk", "金额写的是 {amount} 元，罚款和追缴相加是 {parts} 元，按后者。")
            values = {"amount": fen_to_text(amount), "parts": fen_to_text(parts)}
            self._cells.checked(Field.AMOUNT, Checked(parts, EntryFault("amount-sum", template, values)))

    def _added(self, said: SanctionsFound, fine: int, recovery: int) -> list[str]:
        """Return the sanctions that the sums' cells name, or that a sum without a word for it means."""
        found = [key for key in self._sanctions if key not in said.keys]
        every = replace(said, keys=(*said.keys, *found))
        found += ["recovery"] if recovery and not every.has_recovery else []
        found += ["fine"] if fine and not every.has_fine else []
        return found


def amount_of(entry: Entry, spellings: Spellings) -> tuple[Checked[int], str, tuple[str, ...]]:
    """Return the fen of a cell (罚款100, 各58元, 伍佰元整（已扣）), the note beside it and the sanctions it names."""
    if not isinstance(entry, str):
        return spelled_amount(entry), "", ()
    plain = "".join(unicodedata.normalize("NFKC", entry).split())
    whole = spelled_amount(entry)
    if whole.fault is None or is_blank(plain):
        return whole, "", ()
    noted = _NOTED.fullmatch(plain)
    bare, note = (noted[1], noted[2]) if noted and whole.fault.kind != "amount-two" else (plain, "")
    found = sanctions_of(bare, spellings)
    stripped = spelled_amount(_BEHIND.sub("", _BEFORE.sub("", bare)))
    if stripped.fault is None and stripped.value is not None:
        return stripped, note, found.keys
    if found.keys and not (found.has_fine or found.has_recovery):
        return Checked(), bare, found.keys
    return whole, note, ()
