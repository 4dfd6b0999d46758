"""One row of a log to its call: days, times, numbers, words; every unreadable cell named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, time

from msgspec import Struct

from desk_mailadmin.intake.findings import Severity
from desk_mailadmin.intake.grid import Cell, GridRow, shown
from desk_mailadmin.intake.long_distance.fields import Field
from desk_mailadmin.intake.long_distance.result import LogLine
from desk_mailadmin.intake.past_cases.days import Calendar, day_of
from desk_mailadmin.intake.past_cases.lines import kind_of_line
from desk_mailadmin.intake.roster.cells import RowReader
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import Checked, EntryFault
from desk_mailadmin.language.names import plain_name
from desk_mailadmin.language.numbers import Entry, is_blank, shortened, staff_number, text_of_entry
from desk_mailadmin.language.spelled_times import spelled_time

OWN = (Field.CALLEE, Field.CALLED, Field.FROM, Field.TO, Field.PURPOSE, Field.RESULT)
"""What only the row of a call holds."""
_SIGNATURE = re.compile(r"签\s*[字名章]|审\s*阅|核\s*阅|审\s*核|批\s*准|登记人|制\s*表|填\s*表|管理部|总经理|负责人")
_TO_SIGN = re.compile(r"\s*.{2,14}?[:：].{0,20}")
_RANGE = re.compile(r"(.+?)\s*(?:至|到|~|～|—+|–|--?)\s*(.+)")
_FILLERS = re.compile(r"[\s\-‐-―−()/.\u200b-\u200f\u202a-\u202e\u2060\ufeff]|转|分机|内线|ext|#", re.IGNORECASE)
_EXPONENT = re.compile(r"\d(?:\.\d+)?e\+?\d{1,2}", re.IGNORECASE)
_NOTED = re.compile(r"(.+?)\s*[(（\[【]([^()（）\[\]【】]+)[)）\]】]\s*")
_LONGEST, _SHORTEST = 32, 2


def line_kind(row: GridRow, name: str, others: str) -> str:
    """Return why a row is no call (blank, month, total, note, signature, section), or an empty text."""
    texts = shown(row)
    if texts and _SIGNATURE.search(texts[0]) and _TO_SIGN.fullmatch(texts[0]):
        return "signature"
    return kind_of_line(row, name, others)


class Above(Struct, frozen=True):
    """What stands above a row: the calendar, the unit and department of a section, the day of the row above."""

    calendar: Calendar
    branch: str = ""
    dept: str = ""
    day: date | None = None


class CallReader:
    """Reads the call of one row."""

    def __init__(self, cells: RowReader, above: Above) -> None:
        self._cells, self._above = cells, above

    def read(self, row: GridRow) -> LogLine:
        """Return the call; what cannot be read is empty and named."""
        begins, ends = self._times()
        name, note = self._name()
        return LogLine(
            self._cells.sheet,
            row.number,
            self._day(),
            name,
            self._cells.checked(Field.EMP_NO, staff_number(self._cells.cell(Field.EMP_NO).value)) or "",
            self._cells.place_name(Field.BRANCH, self._above.branch) or self._above.branch,
            self._cells.place_name(Field.DEPT, self._above.dept) or self._above.dept,
            self._number(Field.PHONE),
            self._cells.text(Field.CALLEE),
            self._number(Field.CALLED),
            begins,
            ends,
            self._cells.text(Field.PURPOSE),
            self._cells.text(Field.RESULT),
            self._cells.text(Field.APPROVER),
            self._cells.text(Field.APPROVAL),
            "；".join(filter(None, (self._cells.text(Field.REMARK), note))),
        )

    def _day(self) -> date | None:
        """Return the day; a row without one stands under the day above, which is told."""
        cell = self._cells.cell(Field.ON)
        if not is_blank(cell.text):
            return self._cells.checked(Field.ON, day_of(cell.value, self._above.calendar), row_kept=False)
        if self._above.day is not None:
            template = QT_TRANSLATE_NOOP("desk", "没有写日期，按上一行的 {day}。")
            found = EntryFault("date-above", template, {"day": self._above.day}, f"{self._above.day}")
            self._cells.fault(Field.ON, found, Severity.NOTICE)
            return self._above.day
        self._cells.fault(
            Field.ON, EntryFault("date-missing", QT_TRANSLATE_NOOP("desk", "没有写日期，补上日期。")), row_kept=False
        )
        return None

    def _name(self) -> tuple[str, str]:
        text = plain_name(self._cells.text(Field.NAME))
        noted = _NOTED.fullmatch(text)
        return (noted[1].strip(), noted[2].strip()) if noted else (text, "")

    def _times(self) -> tuple[str, str]:
        """Return start and end; both may stand in one cell (9:15-9:20), the end may follow from a noted length."""
        cell = self._cells.cell(Field.FROM)
        both = _RANGE.fullmatch(cell.text.strip()) if not self._cells.has(Field.TO) else None
        if both:
            return self._checked(Field.FROM, spelled_time(both[1])), self._checked(Field.FROM, spelled_time(both[2]))
        begins = self._time(Field.FROM, cell)
        ends = self._time(Field.TO, self._cells.cell(Field.TO))
        return begins, ends or end_after(begins, self._minutes())

    def _time(self, field: Field, cell: Cell) -> str:
        return self._checked(field, spelled_time(cell.value))

    def _checked(self, field: Field, found: Checked[str]) -> str:
        return self._cells.checked(field, found, row_kept=False) or ""

    def _minutes(self) -> int:
        cell = self._cells.cell(Field.MINUTES)
        return minutes_of(cell.value) if not is_blank(cell.text) else 0

    def _number(self, field: Field) -> str:
        return self._cells.checked(field, dialled(self._cells.cell(field).value), row_kept=False) or ""


def dialled(entry: Entry) -> Checked[str]:
    """Return the digits of a telephone number as somebody dialled it. Faults: ``number-exponent``, ``number-odd``."""
    raw = text_of_entry(entry)
    if is_blank(raw):
        return Checked()
    plain = unicodedata.normalize("NFKC", raw)
    if _EXPONENT.fullmatch(plain.strip()):
        template = QT_TRANSLATE_NOOP("desk", "号码“{text}”被 Excel 改成了科学计数，原号码已丢失。")
        return Checked(None, EntryFault("number-exponent", template, {"text": shortened(raw)}))
    digits = _FILLERS.sub("", plain.replace("+", "00"))
    if not _digits(digits) or not _SHORTEST <= len(digits) <= _LONGEST:
        template = QT_TRANSLATE_NOOP("desk", "“{text}”不是电话号码。")
        return Checked(None, EntryFault("number-odd", template, {"text": shortened(raw)}))
    return Checked(digits)


def minutes_of(entry: Entry | time) -> int:
    """Return the whole minutes of a noted length (3, 3分钟, 3分20秒, 0:03:20); 0 where it says none."""
    if isinstance(entry, time):
        return entry.hour * 60 + entry.minute + (entry.second > 0)
    plain = "".join(unicodedata.normalize("NFKC", text_of_entry(entry)).split())
    for pattern, figure in _LENGTHS:
        if found := pattern.fullmatch(plain):
            return figure(found)
    return 0


_LENGTHS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], int]], ...] = (
    (re.compile(r"(\d{1,3})(?:\.0+)?(?:分钟?)?"), lambda found: int(found[1])),
    (re.compile(r"(\d{1,3})分(\d{1,2})秒"), lambda found: int(found[1]) + (int(found[2]) > 0)),
    (re.compile(r"(\d{1,2}):(\d{2}):(\d{2})"), lambda found: int(found[1]) * 60 + int(found[2]) + (int(found[3]) > 0)),
)


def end_after(begins: str, minutes: int) -> str:
    """Return when a call ended that began at a time of day; empty where either is not known."""
    if not begins or not minutes:
        return ""
    end = (int(begins[:2]) * 60 + int(begins[3:]) + minutes) % (24 * 60)
    return f"{end // 60:02d}:{end % 60:02d}"


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
