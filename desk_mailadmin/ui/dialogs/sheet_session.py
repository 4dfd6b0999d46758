"""What the imports of files with headed sheets share: rosters, ledgers, and whatever comes as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

from desk_mailadmin.intake.findings import Fault, Severity
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.import_session import (
    CellFault,
    ImportColumn,
    ImportRow,
    ImportSession,
    RowState,
    SourceColumn,
)
from desk_mailadmin.ui.dialogs.import_wizard import ImportWizard
from desk_mailadmin.ui.progress import Report
from desk_mailadmin.ui.shown import shown

NAMED = 10
"""How many rows left out are named one by one."""

_STATES = {Severity.ERROR: RowState.ERROR, Severity.DUPLICATE: RowState.DUPLICATE, Severity.NOTICE: RowState.NOTICE}
C = TypeVar("C")


class SheetSession:
    """The part of an ImportSession that reads the file; a register's session derives from it.

    It gives ``_read`` (the file, read with a mapping of titles to fields, or with the reader's own), ``_take`` (what is
    done with a reading) and ``_reading``, the present one. ``service`` remembers mappings by the headings of a file.
    ``offered`` are the fields a column may be taken for, by their titles; ``checked`` the columns of the check table:
    key, title, width in Chinese characters.
    """

    offered: Mapping[Any, str] = {}
    checked: Sequence[tuple[str, str, float]] = ()

    def __init__(self, desk: Any, service: Any) -> None:
        self._desk, self._mappings = desk, service
        self._path = Path()

    def open(self, path: Path, report: Report) -> None:
        """Read a file, then once more if a mapping is remembered for its headings."""
        self._path = path
        reading = self._read(None, report)
        remembered = self._mappings.remembered_mapping(reading.headings()) or {}
        mapping = {title: remembered.get(title, field) for title, field in reading.mapping.items()}
        if mapping != reading.mapping:
            reading = self._read(mapping, report)
        self._take(reading)

    def remap(self, mapping: Mapping[str, str], report: Report) -> None:
        """Read again with the corrected mapping; it is remembered when the import is written."""
        self._take(self._read(mapping, report))

    def notices(self) -> Sequence[str]:
        """Say what concerns the whole file, and what is wrong with rows that are nobody's."""
        reading = self._reading
        rows = {(row.sheet, row.row) for row in reading.rows}
        lost = [fault for fault in reading.faults if (fault.sheet, fault.row) not in rows]
        where = QT_TRANSLATE_NOOP("desk", "“{sheet}”第 {row} 行：")
        return [
            *(shown(notice.template, **notice.values) for notice in reading.notices),
            *(shown(where, sheet=one.sheet, row=one.row) + shown(one.template, **one.values) for one in lost),
        ]

    def source_columns(self) -> Sequence[SourceColumn]:
        """Return the columns of all sheets read, each title once, as it stands on the first sheet that has it."""
        every = [column for sheet in self._reading.sheets if sheet.used for column in sheet.columns]
        first = {column.title: column for column in reversed(every)}
        found, fields = (first[title] for title in self._reading.headings()), self._reading.mapping
        return [SourceColumn(c.letter, c.title, c.samples, fields[c.title]) for c in found]

    def fields(self) -> Sequence[Choice]:
        """Return what a column may be taken for."""
        return [Choice(str(key), shown(title)) for key, title in self.offered.items()]

    def columns(self) -> Sequence[ImportColumn]:
        """Return the columns of the check table."""
        return [ImportColumn(key, shown(title), width) for key, title, width in self.checked]

    def save_faulty(self, path: Path) -> int:
        """Write the rows with faults as a workbook and return how many there are."""
        from desk_mailadmin.intake.faulty_rows import write_faulty_rows

        return write_faulty_rows(self._reading, path)

    def required(self) -> frozenset[str]:
        """A list of people needs at least their names."""
        return frozenset({"name"})

    def _remember(self) -> None:
        """Remember the mapping, once the import is written."""
        reading = self._reading
        self._mappings.remember_mapping(reading.headings(), reading.mapping, self._desk.clock.today())

    def _read(self, mapping: Mapping[str, str] | None, report: Report) -> Any:
        raise NotImplementedError

    def _take(self, reading: Any) -> None:
        raise NotImplementedError

    @property
    def _reading(self) -> Any:
        raise NotImplementedError


class CorrectedSession(SheetSession, Generic[C]):
    """A session whose cells the clerk corrects before anything is written; ``_take`` sets ``_corrected``.

    A ``C`` has the ``reading`` it began with.
    """

    _corrected: C | None = None

    @property
    def _kept(self) -> C:
        assert self._corrected is not None, "a file is opened first"
        return self._corrected

    @property
    def _reading(self) -> Any:
        kept: Any = self._kept
        return kept.reading

    def _sheets_told(self, words: str, count: str) -> str:
        """Say which sheets were read, from which header rows, and how many of what ``count`` names stand in each."""
        sheets = [sheet for sheet in self._reading.sheets if sheet.used]
        said = (
            words.format(sheet=one.name, rows="、".join(map(str, one.header_rows)), **{count: getattr(one, count)})
            for one in sheets
        )
        return "　".join(said)

    def _left_out(self) -> tuple[str, ...]:
        """Say which rows were left out, so that the clerk can look them up in the file."""
        return skipped([row for row in self.rows() if not row.goes_in])

    def rows(self) -> Sequence[ImportRow]:
        """Return every row with what is wrong with it."""
        raise NotImplementedError


def part_of(report: Report) -> Callable[[float], None]:
    """Return what tells a reader's progress, a fraction of the file, in hundredths."""
    return lambda fraction: report(round(fraction * 100), 100)


def cell_fault(fault: Fault, column: str, more: str = "") -> CellFault:
    """Return a fault of a reader as the check table shows it at ``column`` (empty: at the row)."""
    title = shown(QT_TRANSLATE_NOOP("desk", "改成 {text}"), text=fault.repair) if fault.repair else ""
    sentence = f"{shown(fault.template, **fault.values)}{more}"
    return CellFault(column, _STATES[fault.severity], sentence, fault.repair, title)


def skipped(rows: Sequence[ImportRow]) -> tuple[str, ...]:
    """Return the sentence that names rows left out, nothing where there are none."""
    return named_rows(QT_TRANSLATE_NOOP("desk", "跳过 {count} 行：{named}。在文件里改好，再导入一次就补上。"), rows)


def lead_through(bench: Any, session: ImportSession) -> bool:
    """Lead the clerk through an import and say what it brought; False where nothing was imported."""
    wizard = ImportWizard(session, bench.prompter, memory=bench.memory, parent=bench.window)
    bench.show_dialog(wizard)
    if wizard.result_value is not None:
        bench.tell(wizard.result_value.sentence)
    bench.refresh()
    return wizard.result_value is not None


def named_rows(template: str, rows: Sequence[ImportRow]) -> tuple[str, ...]:
    """Return a sentence that counts some rows and names the first of them; nothing where there are none."""
    where = QT_TRANSLATE_NOOP("desk", "“{sheet}”第 {row} 行")
    named = "、".join(shown(where, sheet=row.sheet, row=row.number) for row in rows[:NAMED])
    more = shown(QT_TRANSLATE_NOOP("desk", "等")) if len(rows) > NAMED else ""
    return (shown(template, count=len(rows), named=named + more),) if rows else ()
