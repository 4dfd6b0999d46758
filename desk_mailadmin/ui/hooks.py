"""What the window asks of the program around it; the composition root fills it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from PySide6.QtGui import QImage

from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.dates import WorkCalendar
from desk_mailadmin.kernel.detail import Attachment
from desk_mailadmin.kernel.register import Action, Register
from desk_mailadmin.kernel.table import Column, Query
from desk_mailadmin.kernel.todo import Todo

Rows = Iterator[Sequence[Any]]


class ListJob(Struct, frozen=True):
    """A whole filtered list on its way out, in screen order.

    ``columns`` are the shown ones without the next step; ``filtered_by`` is the filter in words, for the header;
    ``chunks`` gives the rows, a few hundred at a time, and may be walked once; ``reason`` says why it leaves.
    """

    register: Register
    query: Query
    columns: tuple[Column[Any], ...]
    filtered_by: str
    total: int
    chunks: Rows
    reason: str = ""


class Figure(Struct, frozen=True):
    """One big figure of the month; ``tone`` colours what waits (amber) or is late (red)."""

    label: str
    value: str
    note: str = ""
    tone: str = ""


class Month(Struct, frozen=True):
    """The right column of 今日: figures, and a chart of (label, value) whose last bar is the present one."""

    title: str = ""
    figures: tuple[Figure, ...] = ()
    chart_title: str = ""
    chart: tuple[tuple[str, int], ...] = ()


class Recent(Struct, frozen=True):
    """A record looked at lately."""

    register: str
    record: int
    title: str
    text: str = ""
    at: str = ""
    icon: str = "file-text"


class Draft(Struct, frozen=True):
    """An entry that was not saved when the program ended: what it was, since when, and what may be done with it.

    Of anything else that was left ``sentence`` says what it is, and ``verb`` what going on means.
    """

    title: str
    at: str
    go_on: Callable[[], None]
    drop: Callable[[], None]
    sentence: str = ""
    verb: str = ""


class MenuEntry(Struct, frozen=True):
    """An entry the program adds to a menu: file, edit, record, print, report, tools, view or help.

    Its action runs with the bench and no ids; ``divided`` draws a line above it. It stands there while ``offered`` says
    so: what is of no use in this office is not shown at all.
    """

    menu: str
    action: Action
    divided: bool = False
    offered: Callable[[], bool] = lambda: True


class Place(Struct, frozen=True):
    """Where the desk lies and how old its last good backup is, for the status bar.

    ``second`` is when the newest copy on another disk was made, empty where none is asked for; ``late`` makes it red.
    """

    path: str = ""
    backup: str = ""
    clerk: str = ""
    title: str = ""  # company, for the window's title
    locked: str = ""  # what is not as usual (nothing may be written, a sample); empty for an ordinary desk
    free: bool = False  # nothing is locked, it is only said (a sample)
    doubtful: bool = False  # part of that is a warning: a clock set back, a place where the desk must not stand
    second: str = ""
    late: bool = False


def _nothing(*_given: Any) -> Any:
    return None


class Hooks(Struct, frozen=True, kw_only=True):
    """The doors out of the window; those left out do nothing and their actions are not offered.

    ``undo`` and ``redo`` do the deed and return its sentence, empty where there was nothing to do. ``last_deed``
    returns the number of the deed that ``undo`` would take back, 0 where it would refuse. ``export_list`` runs in a
    worker thread, ``print_list`` in the window's; ``todos`` are those of the desk itself, their action is a menu
    entry's. ``sheet`` gets register key, form, record and a width in px. ``commonest`` are the keys of the registers
    whose first action 今日 offers, in that order; none: the first registers that have one.
    ``masks`` says whether lists hide personal data, ``unmask`` journals that one record is shown whole; ``reason``
    returns why a list of so many rows leaves, empty where that is not asked, None where the clerk withdrew; ``copied``
    gets a list and its text.
    """

    clock: Clock
    calendar: Callable[[], WorkCalendar]
    place: Callable[[], Place] = Place
    undo: Callable[[], str] | None = None
    redo: Callable[[], str] | None = None
    last_deed: Callable[[], int] = int
    print_list: Callable[[ListJob], None] | None = None
    export_list: Callable[[ListJob, Path], None] | None = None
    print_todos: Callable[[Sequence[Any]], None] | None = None
    sheet: Callable[[str, str, int, int], QImage | None] = _nothing
    open_attachment: Callable[[Attachment], None] = _nothing
    month: Callable[[], Month] = Month
    recents: Callable[[], Sequence[Recent]] = tuple
    looked_at: Callable[[str, int], None] = _nothing
    postponed: Callable[[], Mapping[str, date]] = dict
    postpone: Callable[[str, date, str], None] | None = None
    drafts: Callable[[], Sequence[Draft]] = tuple
    todos: Callable[[], Sequence[Todo]] = tuple
    entries: tuple[MenuEntry, ...] = field(default_factory=tuple)
    commonest: tuple[str, ...] = ()
    masks: Callable[[], bool] = bool
    unmask: Callable[[Register, int, str], None] = _nothing
    reason: Callable[[Sequence[Column[Any]], int], str | None] = lambda _columns, _rows: ""
    copied: Callable[[ListJob, str], None] = _nothing
