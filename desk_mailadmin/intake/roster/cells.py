"""One row's cells to values: names, numbers, dates; what is wrong goes to the fault book (of any table with people)."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TypeVar

from desk_mailadmin.intake.fault_book import FaultBook
from desk_mailadmin.intake.findings import Severity
from desk_mailadmin.intake.grid import Cell, GridRow
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.intake.roster.fields import Field
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import Checked, EntryFault
from desk_mailadmin.language.garbled import is_twice_decoded
from desk_mailadmin.language.names import plain_name
from desk_mailadmin.language.numbers import email, extension, is_blank, mobile, shortened, staff_number
from desk_mailadmin.language.spelled_dates import spelled_date

Value = TypeVar("Value")

_NOTED = re.compile(r"(.+?)\s*[(（\[【]([^()（）\[\]【】]+)[)）\]】]\s*")
_NAME = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003ffff〇·•・]+|[^\W\d_]+(?:[ .,'’-]+[^\W\d_]+)*[.]?")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_GARBLED = re.compile("[\ufffd-\uffff\ud800-\udfff]|锟斤拷|烫烫|屯屯|[ÃÂÐÕÊÀÁ][¡-ÿ]{1,2}|[鍙锛濮撳悕鐨勫伐鍙]{4}")
_LONGEST_NAME, _LONGEST_TEXT = 60, 500
_STILL_HERE = re.compile(r"在职|在岗|至今|未离|无离职")
_DITTO = frozenset({"同上", "〃", "″", '"', "''", "同前", "↑"})
_GENDERS = {"男": "男", "女": "女", "m": "男", "f": "女", "male": "男", "female": "女", "男性": "男", "女性": "女"}


class RowReader:
    """Reads the fields of one row of a block."""

    def __init__(self, sheet: str, block: Block, row: GridRow, book: FaultBook) -> None:
        self.sheet, self._block, self._row, self._book = sheet, block, row, book

    def has(self, field: str) -> bool:
        """Say whether the block has a column for the field."""
        return self._block.column_of(field) >= 0

    def title(self, field: str) -> str:
        """Return the title of a field's column, empty where there is no such column."""
        column = self._block.column_of(field)
        return self._block.columns[column].title if column >= 0 else ""

    def cell(self, field: str) -> Cell:
        """Return the cell of a field; an empty one where there is no such column."""
        return self._row.cell(self._block.column_of(field))

    def fault(
        self, field: str | None, found: EntryFault, severity: Severity = Severity.ERROR, *, row_kept: bool = True
    ) -> None:
        """Record what is wrong with the cell of a field."""
        self._book.add(self.sheet, self._row, self._block, field, found, severity=severity, row_kept=row_kept)

    def text(self, field: str) -> str:
        """Return a plain text on one line, nothing invisible in it; long ones are cut and told."""
        self.problem(field)
        text = _INVISIBLE.sub("", " ".join(self.cell(field).text.split()))
        if is_garbled(text):
            self.fault(field, _garbled(text))
        text = _NO_CHARACTER.sub("\ufffd", text)
        if len(text) > _LONGEST_TEXT:
            template = QT_TRANSLATE_NOOP("desk", "这一格有 {count} 个字，只留前 {most} 个。")
            found = EntryFault("text-long", template, {"count": len(text), "most": _LONGEST_TEXT})
            self.fault(field, found, Severity.NOTICE)
        return "" if is_blank(text) else text[:_LONGEST_TEXT]

    def place_name(self, field: str, above: str) -> str:
        """Return a branch or department without the spaces that spread it; 同上 repeats the one above."""
        text = self.text(field)
        name = re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", unicodedata.normalize("NFKC", text))
        return above if name in _DITTO else name

    def name(self) -> tuple[str, str]:
        """Return the name and what stood in brackets behind it."""
        return self.named(self.cell(Field.NAME).text)

    def named(self, raw: str) -> tuple[str, str]:
        """Return the name that stands in a text, or in one part of the name's cell, and what stood in brackets."""
        plain = _INVISIBLE.sub("", plain_name(raw))
        noted = _NOTED.fullmatch(plain)
        name, note = (noted[1].strip(), noted[2].strip()) if noted else (plain, "")
        if found := _name_fault(raw, plain, name, note):
            odd = found.kind in ("name-odd", "garbled")
            self.fault(Field.NAME, found, Severity.ERROR if odd else Severity.NOTICE, row_kept=not odd)
            name, note = (plain, "") if odd else (name, note)
        return _NO_CHARACTER.sub("\ufffd", name[:_LONGEST_NAME]), note

    def emp_no(self) -> str:
        """Return the staff number, empty where it cannot be one."""
        return self.checked(Field.EMP_NO, staff_number(self.cell(Field.EMP_NO).value), row_kept=False) or ""

    def mobile(self) -> str:
        """Return the mobile number."""
        return self.checked(Field.MOBILE, mobile(self.cell(Field.MOBILE).value)) or ""

    def extension(self) -> str:
        """Return the extension."""
        return self.checked(Field.EXTENSION, extension(self.cell(Field.EXTENSION).value)) or ""

    def email(self) -> str:
        """Return the e-mail address."""
        return self.checked(Field.EMAIL, email(self.cell(Field.EMAIL).value)) or ""

    def day(self, field: str, today: date, *, future_allowed: bool = False, epoch_1904: bool = False) -> date | None:
        """Return the day in a date column."""
        entry = self.cell(field).value
        if isinstance(entry, str) and _STILL_HERE.search(entry):
            return None
        return self.checked(field, spelled_date(entry, today, future_allowed=future_allowed, epoch_1904=epoch_1904))

    def has_left_on(self) -> bool:
        """Say whether something stands where the leaving date belongs, readable or not (but not 在职 or 至今)."""
        text = self.cell(Field.LEFT_ON).text.strip()
        return not is_blank(text) and not _STILL_HERE.search(text)

    def gender(self) -> str:
        """Return 男 or 女."""
        text = self.text(Field.GENDER)
        if text and text.lower() not in _GENDERS:
            template = QT_TRANSLATE_NOOP("desk", "“{text}”不是性别。")
            self.fault(Field.GENDER, EntryFault("gender-odd", template, {"text": shortened(text)}), Severity.NOTICE)
        return _GENDERS.get(text.lower(), "")

    def checked(self, field: str, checked: Checked[Value], *, row_kept: bool = True) -> Value | None:
        """Return the value of a cell and record what was wrong with it; one put right on the way is kept."""
        self.problem(field)
        if checked.fault is not None:
            mended = checked.value is not None
            severity = Severity.NOTICE if mended else Severity.ERROR
            self.fault(field, checked.fault, severity, row_kept=mended or row_kept)
        return checked.value

    def problem(self, field: str, *, row_kept: bool = True) -> bool:
        """Record a formula without a result or with an error; say whether there was one."""
        problem = self.cell(field).problem
        if problem == "formula":
            template = QT_TRANSLATE_NOOP(
                "desk", "这一格是公式，文件里没有存它的结果，在 Excel 里打开、保存一次再导入。"
            )
            self.fault(field, EntryFault("formula-no-value", template), row_kept=row_kept)
        elif problem == "error":
            template = QT_TRANSLATE_NOOP("desk", "这一格的公式出错（如 #N/A），没有值。")
            self.fault(field, EntryFault("cell-error", template), row_kept=row_kept)
        return bool(problem)


def _name_fault(raw: str, plain: str, name: str, note: str) -> EntryFault | None:
    values = {"text": shortened(raw), "repair": name, "note": note}
    if is_garbled(plain):
        return _garbled(plain)
    bare = re.sub(r"(?<=[㐀-鿿])(?:\d{1,4}|[A-Z])$", "", name)
    if len(name) > _LONGEST_NAME or not _NAME.fullmatch(bare):
        return EntryFault("name-odd", QT_TRANSLATE_NOOP("desk", "“{text}”不像一个人的姓名。"), values)
    if bare != name:
        return EntryFault("name-number", QT_TRANSLATE_NOOP("desk", "姓名“{text}”末尾有编号，原样保留。"), values)
    if note:
        template = QT_TRANSLATE_NOOP("desk", "姓名“{text}”带了“{note}”，姓名记为“{repair}”。")
        return EntryFault("name-with-note", template, values, name)
    if raw != raw.strip() or raw.endswith("\u3000"):
        template = QT_TRANSLATE_NOOP("desk", "姓名“{repair}”前后有空格，已去掉。")
        return EntryFault("name-trailing-space", template, values, name)
    if _INVISIBLE.search(raw):
        template = QT_TRANSLATE_NOOP("desk", "姓名“{repair}”里有看不见的字符，已去掉。")
        return EntryFault("name-invisible", template, values, name)
    return None


def is_garbled(text: str) -> bool:
    """Say whether a text holds what no roster means: replacement characters, half ones, UTF-8 read as GBK."""
    return _GARBLED.search(text) is not None or is_twice_decoded(text)


def _garbled(text: str) -> EntryFault:
    return EntryFault("garbled", QT_TRANSLATE_NOOP("desk", "“{text}”是乱码。"), {"text": shortened(text)})
