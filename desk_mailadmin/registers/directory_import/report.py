"""What goes back to whoever keeps the directory: its faulty rows, and what in it contradicts the personnel register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from desk_mailadmin.intake.directories.fields import Field
from desk_mailadmin.intake.directories.result import DirectoryReading, DirectorySheet
from desk_mailadmin.intake.findings import Column, Fault, Place, Severity
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.directory_import.corrections import CorrectedReading
from desk_mailadmin.registers.directory_import.records import Comparer
from desk_mailadmin.registers.directory_import.rules import GRAVE, TEMPLATES, Conflict

ROSTER = QT_TRANSLATE_NOOP("desk", "（名册）")
"""Stands for the sheet where somebody is on the personnel register alone."""


def to_be_mended(reading: DirectoryReading, comparer: Comparer) -> DirectoryReading:
    """Return the file as it stands with its contradictions as faults, and with the cells of faulty rows alone.

    People with a line whom no row lists stand behind, as lines of the personnel register.
    """
    plain = CorrectedReading(reading)
    conflicts = comparer.conflicts(plain, comparer.matched(plain))
    faults = [*reading.faults, *(_fault(reading, one) for one in conflicts)]
    cells = {**reading.originals, **dict(_unlisted(reading, comparer, conflicts))}
    places = dict.fromkeys(Place(fault.sheet, fault.row) for fault in faults)
    return replace(reading, faults=tuple(faults), originals={place: cells[place] for place in places})


def _fault(reading: DirectoryReading, one: Conflict) -> Fault:
    place = _place(one) if one.row is None else reading.rows[one.row].place
    column = _columns(reading, place).get(one.column)
    severity = Severity.ERROR if one.kind in GRAVE else Severity.NOTICE
    letter, title = (column.letter, column.title) if column else ("", "")
    repair = one.repair if column else None
    return Fault(place.sheet, place.row, letter, title, one.column, one.kind, severity, TEMPLATES[one.kind],
                 one.values, repair)  # fmt: skip


def _unlisted(
    reading: DirectoryReading, comparer: Comparer, conflicts: list[Conflict]
) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Yield the people whom no row lists, written into the columns of the file."""
    for one in conflicts:
        if one.row is None and one.person is not None:
            entry = comparer.people[one.person]
            texts = {Field.NAME: entry.name, Field.BRANCH: entry.branch, Field.DEPT: entry.dept, Field.POST: entry.post,
                     Field.EMP_NO: entry.emp_no, Field.MOBILE: entry.mobile,
                     Field.EXTENSION: str(one.values["extension"])}  # fmt: skip
            yield _place(one), tuple(texts.get(Field(c.field), "") if c.field else "" for c in _first(reading).columns)


def _place(one: Conflict) -> Place:
    """Return where somebody stands who is in no row: places must differ, so they are counted below the first row."""
    return Place(ROSTER, -(one.person or 0))


def _columns(reading: DirectoryReading, place: Place) -> Mapping[str, Column]:
    sheets = {sheet.name: sheet for sheet in reading.sheets}
    return {column.field: column for column in reversed(sheets.get(place.sheet, _first(reading)).columns)}


def _first(reading: DirectoryReading) -> DirectorySheet:
    return next(sheet for sheet in reading.sheets if sheet.used)
