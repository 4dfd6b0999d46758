"""What a preview shows and what becomes of it when it is printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from desk_mailadmin.batch import Ready
from desk_mailadmin.kernel.detail import HistoryLine
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.papers import Drawing, Paper


class SheetChoice(Struct, frozen=True):
    """What the clerk wants on paper: the copies by their place (0 is 第一联), the form blank, further parts."""

    copies: tuple[int, ...]
    blank: bool = False
    extras: frozenset[str] = frozenset()


class Printed(Struct, frozen=True):
    """A print that succeeded: ``printer`` is empty for a PDF saved as a file."""

    pdf: bytes
    choice: SheetChoice
    printer: str
    sets: int


class PreviewJob(Struct, frozen=True, kw_only=True):
    """One paper.

    ``form`` names the settings that are remembered; ``render`` makes the PDF (of a batch: its outcomes) in a thread,
    with no widget and no database;
    ``printed`` is called in the window's thread after the printer has taken it or the file was saved, never before;
    ``pages`` is how many pages one copy should have (0: any number). A paper with ``can_save`` False never becomes
    a file (the password slip); ``can_blank`` offers the empty form.
    """

    form: str
    title: str
    render: Callable[[SheetChoice], Any]
    printed: Callable[[Printed], None]
    copies: tuple[str, ...] = ()
    extras: tuple[Choice, ...] = ()
    pages: int = 1
    log: tuple[HistoryLine, ...] = ()
    note: str = ""
    can_save: bool = True
    can_blank: bool = True


class BatchJob(Struct, frozen=True, kw_only=True):
    """Several papers, of one form or of several.

    ``form`` names the settings that are remembered, ``copies`` what stands beside the ticks; ``before`` counts those
    that were printed already; ``keep`` keeps what was saved as a file; ``anew`` returns a paper as its record stands
    when its turn comes.
    """

    drawings: tuple[Drawing, ...]
    form: str
    title: str
    copies: tuple[str, ...]
    keep: Callable[[Sequence[Ready]], None]
    anew: Callable[[Paper], Paper]
    before: int = 0
    note: str = ""


class Tray(Struct, frozen=True):
    """How sheets are printed: where, how many sets, and moved by how many mm to the right and down."""

    printer: str
    sets: int = 1
    shift_right: float = 0
    shift_down: float = 0
