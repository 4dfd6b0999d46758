"""One row of a bill to one call, quickly where all is well; where it is not, what is wrong with which cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from desk_mailadmin.intake.bills.cells import CellReader
from desk_mailadmin.intake.bills.fields import Field
from desk_mailadmin.intake.bills.tables import Table
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import is_blank, shortened, text_of_entry

Staged = tuple[int, str, str, str, str, str, int, int, int, int, int]
"""Row, number, called, kind, place, start, seconds; base, information, discount and fee in fen."""
_LONGEST_TEXT = 60


class Wrong(NamedTuple):
    """What is wrong with a row: the field (empty: the whole row), a stable kind, and the sentence with its values."""

    field: str
    kind: str
    template: str
    values: dict[str, object]


class CallRows:
    """Reads the rows below one header; ``block`` is the number the rows are of where no column names it."""

    def __init__(self, table: Table, reader: CellReader) -> None:
        self._table, self._reader = table, reader
        self._number, self._called = table.at(Field.NUMBER), table.at(Field.CALLED)
        self._started, self._day, self._time = table.at(Field.STARTED_AT), table.at(Field.DATE), table.at(Field.TIME)
        self._seconds, self._type, self._place = table.at(Field.SECONDS), table.at(Field.TYPE), table.at(Field.PLACE)
        self._base, self._info = table.at(Field.BASE), table.at(Field.INFO)
        self._discount, self._fee = table.at(Field.DISCOUNT), table.at(Field.FEE)
        self._width = len(table.titles)
        self._texts: dict[Any, str] = {}

    def call(self, row: int, cells: Sequence[Any], block: str) -> Staged | None:
        """Return the call of a row; None where anything in it cannot be read (``wrong`` says what)."""
        reader = self._reader
        if len(cells) > self._width and any(cells[self._width :]):
            return None
        try:
            started = (
                reader.instant(cells[self._started])
                if self._started >= 0
                else reader.joined(cells[self._day], cells[self._time] if self._time >= 0 else "00:00:00")
            )
            seconds = reader.length(cells[self._seconds]) if self._seconds >= 0 else 0
            if started is None or seconds is None:
                return None
            sums = self._sums(cells)
            number = (reader.number(cells[self._number]) if self._number >= 0 else "") or block
            called = reader.called(cells[self._called])
            type_text = self._text(cells[self._type]) if self._type >= 0 else ""
            place = self._text(cells[self._place]) if self._place >= 0 else ""
        except IndexError:
            return None
        if sums is None or not number:
            return None
        kind = reader.kind(type_text, called, sums[1])
        return (row, number, called, kind, place, started, seconds, *sums)

    def _sums(self, cells: Sequence[Any]) -> tuple[int, int, int, int] | None:
        """Return base, information, discount and fee; what the bill has no column for follows from the others."""
        reader = self._reader
        base = reader.fen(cells[self._base]) if self._base >= 0 else None
        info = reader.part(cells[self._info]) if self._info >= 0 else 0
        discount = reader.part(cells[self._discount]) if self._discount >= 0 else None
        fee = reader.fen(cells[self._fee]) if self._fee >= 0 else None
        if info is None or (discount is None and self._discount >= 0) or (fee is None and self._fee >= 0):
            return None
        discount_read = abs(discount or 0)
        if fee is None:
            return None if base is None else (base, info, discount_read, base + info - discount_read)
        if base is None:
            if self._base >= 0 and not is_blank(text_of_entry(cells[self._base])):
                return None
            base = fee - info + discount_read
        if discount is None:
            discount_read = max(0, base + info - fee)
        return base, info, discount_read, fee

    def notice(self, call: Staged) -> Wrong | None:
        """Return what should be looked at in a call that counts: its sums do not add up, nobody was called."""
        called, (base, info, discount, fee) = call[2], call[7:]
        if self._base >= 0 and self._fee >= 0 and base + info - discount != fee:
            template = QT_TRANSLATE_NOOP("desk", "各项费用加起来和实收不一样，按实收计。")
            return Wrong(Field.FEE, "sum-differs", template, {})
        if not called:
            return Wrong(Field.CALLED, "called-missing", QT_TRANSLATE_NOOP("desk", "没有对方号码，照样计入。"), {})
        return None

    def wrong(self, cells: Sequence[Any], block: str) -> Wrong:
        """Return why a row is no call: the first thing that cannot be read, and what to do about it."""
        needed = max(self._table.places.get(field, -1) for field in (*_NEEDED, Field.FEE, Field.BASE))
        if len(cells) <= needed:
            template = QT_TRANSLATE_NOOP("desk", "这一行不完整（断在“{text}”），没有计入；向运营商要完整的清单再导入。")
            return Wrong("", "row-truncated", template, {"text": shortened(text_of_entry(cells[-1])) if cells else ""})
        if len(cells) > self._width and any(cells[self._width :]):
            template = QT_TRANSLATE_NOOP("desk", "这一行比标题多出几格，分不清哪一格是费用，没有计入；改好再导入。")
            return Wrong("", "row-wide", template, {})
        if found := self._wrong_time(cells):
            return found
        if self._seconds >= 0 and self._reader.length(cells[self._seconds]) is None:
            template = QT_TRANSLATE_NOOP("desk", "时长“{text}”不能用，这一行没有计入；查明后在文件里改好再导入。")
            return self._about(Field.SECONDS, "length-odd", template, cells)
        if found := self._wrong_sum(cells):
            return found
        if not block and (self._number < 0 or not self._reader.number(cells[self._number])):
            template = QT_TRANSLATE_NOOP("desk", "没有计费号码，这一行没有计入；在文件里补上再导入。")
            return Wrong(Field.NUMBER, "number-missing", template, {})
        template = QT_TRANSLATE_NOOP("desk", "这一行读不出来，没有计入；对照纸面清单改好再导入。")
        return Wrong("", "row-unreadable", template, {})

    def _wrong_time(self, cells: Sequence[Any]) -> Wrong | None:
        template = QT_TRANSLATE_NOOP("desk", "“{text}”不是能用的日期和时间，这一行没有计入；查明后在文件里改好再导入。")
        if self._started >= 0:
            odd = self._reader.instant(cells[self._started]) is None
            return self._about(Field.STARTED_AT, "time-odd", template, cells) if odd else None
        if self._reader.joined(cells[self._day], "00:00:00") is None:
            return self._about(Field.DATE, "time-odd", template, cells)
        if self._time >= 0 and self._reader.joined(cells[self._day], cells[self._time]) is None:
            return self._about(Field.TIME, "time-odd", template, cells)
        return None

    def _wrong_sum(self, cells: Sequence[Any]) -> Wrong | None:
        for field, read in (
            (Field.INFO, self._reader.part),
            (Field.DISCOUNT, self._reader.part),
            (Field.FEE, self._reader.fen),
        ):
            at = self._table.at(field)
            if at < 0 or read(cells[at]) is not None:
                continue
            if is_blank(text_of_entry(cells[at])):
                template = QT_TRANSLATE_NOOP("desk", "实收是空的，这一行没有计入；向运营商问清金额，补上再导入。")
                return Wrong(field, "fee-blank", template, {})
            template = QT_TRANSLATE_NOOP("desk", "“{text}”看不出是多少钱，这一行没有计入；在文件里改好再导入。")
            return self._about(field, "amount-odd", template, cells)
        at = self._base
        if (
            at >= 0
            and self._reader.fen(cells[at]) is None
            and (self._fee < 0 or not is_blank(text_of_entry(cells[at])))
        ):
            template = QT_TRANSLATE_NOOP("desk", "“{text}”看不出是多少钱，这一行没有计入；在文件里改好再导入。")
            return self._about(Field.BASE, "amount-odd", template, cells)
        return None

    def _about(self, field: str, kind: str, template: str, cells: Sequence[Any]) -> Wrong:
        return Wrong(field, kind, template, {"text": shortened(text_of_entry(cells[self._table.at(field)]))})

    def _text(self, value: Any) -> str:
        try:
            return self._texts[value]
        except KeyError:
            if len(self._texts) > 10_000:  # noqa: PLR2004  (places and types are few; a column of notes is not)
                self._texts.clear()
            found = self._texts[value] = shortened(text_of_entry(value).strip(), _LONGEST_TEXT)
            return found


_NEEDED = (Field.STARTED_AT, Field.DATE, Field.TIME, Field.SECONDS, Field.CALLED, Field.NUMBER)
