"""Write the rows with faults as a workbook, so that whoever keeps the roster can put them right."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from desk_mailadmin.intake.findings import Column, Fault, Place, Severity
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LEADS = ("页", "行", "问题", "可改为")
_FORMULA_LIKE = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NOT_STORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MOST_TEXT = 32_767  # UTF-16 units, as Excel counts
_FILLS = {Severity.ERROR: "FFF4CCCC", Severity.DUPLICATE: "FFFCE5CD", Severity.NOTICE: "FFFFF2CC"}
_WIDTHS = (12, 6, 48, 20)


class Sheet(Protocol):
    """A sheet of a reading."""

    @property
    def used(self) -> bool:
        """Say whether rows were taken from it."""
        ...

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return its columns in order."""
        ...


class Reading(Protocol):
    """Whatever was read from a table: a roster, a ledger of penalties."""

    @property
    def sheets(self) -> Sequence[Sheet]:
        """Return the sheets of the file."""
        ...

    @property
    def faults(self) -> Sequence[Fault]:
        """Return what is wrong with its cells."""
        ...

    @property
    def originals(self) -> Mapping[Place, tuple[str, ...]]:
        """Return the cells of the rows with faults as they stood."""
        ...

    @property
    def undecided(self) -> frozenset[Place]:
        """Return the rows that cannot go in before somebody decides."""
        ...


def write_faulty_rows(reading: Reading, path: Path, *, only_undecided: bool = False) -> int:
    """Write the rows with faults, the cells marked and the reasons beside them; return how many rows.

    Every text is stored as text, nothing can become a formula. The file appears whole or not at all. Raises
    EnvironmentFault where the folder cannot be written.
    """
    from openpyxl import Workbook

    places = [place for place in reading.originals if not only_undecided or place in reading.undecided]
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("有问题的行")
    _write_row(sheet, 1, (*_LEADS, *_titles(reading)))
    for at, place in enumerate(sorted(places, key=lambda one: (one.sheet, one.row)), start=2):
        _write_place(sheet, at, place, reading)
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    _save(book, path)
    return len(places)


def _titles(reading: Reading) -> Sequence[str]:
    used = [sheet for sheet in reading.sheets if sheet.used]
    return [column.title for column in used[0].columns] if used else []


def _write_place(sheet: Worksheet, at: int, place: Place, reading: Reading) -> None:
    faults = [fault for fault in reading.faults if (fault.sheet, fault.row) == (place.sheet, place.row)]
    reasons = "；".join(fault.sentence.rstrip("。") for fault in faults)
    repairs = "；".join(f"{fault.title}：{fault.repair}" for fault in faults if fault.repair)
    _write_row(
        sheet, at, (place.sheet, str(place.row) if place.row > 0 else "", reasons, repairs, *reading.originals[place])
    )
    for fault in faults:
        _mark(sheet, at, fault)


def _mark(sheet: Worksheet, at: int, fault: Fault) -> None:
    from openpyxl.styles import PatternFill
    from openpyxl.utils import column_index_from_string

    if fault.column:
        cell = sheet.cell(at, len(_LEADS) + column_index_from_string(fault.column))
        cell.fill = PatternFill("solid", fgColor=_FILLS[fault.severity])


def _write_row(sheet: Worksheet, at: int, texts: Sequence[str]) -> None:
    for column, text in enumerate(texts, start=1):
        if text:
            _write_text(sheet.cell(at, column), text)


def _write_text(cell: Any, text: str) -> None:
    storable = _NOT_STORABLE.sub("\ufffd", text)
    cell.value = storable.encode("utf-16-le")[: _MOST_TEXT * 2].decode("utf-16-le", "ignore")
    cell.data_type = "s"
    if text.startswith(_FORMULA_LIKE):
        cell.quotePrefix = True


def _save(book: Any, path: Path) -> None:
    """Save the workbook whole or not at all; never in the place of a device or a folder."""
    made = io.BytesIO()  # openpyxl complains on the screen where a disk refuses in the middle of its work
    book.save(made)
    draft = path.with_name(f".{uuid.uuid4().hex[:12]}.part")
    try:
        if path.exists() and not path.is_file():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        draft.write_bytes(made.getvalue())
        os.replace(draft, path)  # noqa: PTH105  (the one call that replaces in one step on every system)
    except OSError as refused:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "“{file}”没有存成（{reason}），原来的文件没有动。"),
            remedy=QT_TRANSLATE_NOOP("desk", "在 Excel 里关闭同名文件，或换一个文件夹再存。"),
            file=path.name,
            reason=refused.strerror or type(refused).__name__,
        ) from refused
