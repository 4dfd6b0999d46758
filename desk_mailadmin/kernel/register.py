"""What a register must declare to be shown, searched, printed, exported and scripted.

Adding a register is its folder plus one line in ``catalogue.py``: the window, the command line and the contract tests
know registers only by what stands here.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from importlib import import_module
from typing import Any, Protocol

from msgspec import Struct, field

from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.ledger_view import LedgerView
from desk_mailadmin.kernel.privacy import hides
from desk_mailadmin.kernel.rights import Right
from desk_mailadmin.kernel.settings import Setting
from desk_mailadmin.kernel.table import Choice, Column, Query, SegmentCount, TableSpec
from desk_mailadmin.kernel.todo import Todo
from desk_mailadmin.kernel.tree_view import TreeView


class Listing(Protocol):
    """What every register's service offers to the views: ordered ids once, rows of the window as needed."""

    def keys(self, query: Query) -> array[int]:
        """Return the ids of all records of the query in its order."""
        ...

    def rows(self, ids: Sequence[int]) -> Sequence[Any]:
        """Return the frozen rows of these ids, in this order."""
        ...

    def counts(self, query: Query) -> Mapping[str, SegmentCount]:
        """Return how many records each segment holds under the query's other filters."""
        ...

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return what a combo offers, without its "all"."""
        ...

    def detail(self, record: int) -> Detail:
        """Return what the side panel shows of one record."""
        ...


class Scope(StrEnum):
    """What an action works on."""

    LIST = "list"  # no record needed (新建, 导入…)
    ROW = "row"  # the current record
    ROWS = "rows"  # all ticked records, else the current one


class Bench(Protocol):
    """What the window hands to an action: the desk, the services, and the way to ask the clerk."""

    desk: Any
    services: Mapping[str, Any]
    prompter: Any
    window: Any

    def refresh(self) -> None:
        """Read all open views anew."""
        ...

    def show_record(self, register: str, record: int) -> None:
        """Go to that register's tab and select the record."""
        ...

    def tell(self, sentence: str) -> None:
        """Say in the status bar what was just done."""
        ...


class Action(Struct, frozen=True):
    """Something the clerk can do in a register.

    ``locked`` returns why it is not possible for a row, or an empty text; ``run`` gets the bench and the ids.
    ``reads`` says that it changes nothing: a desk opened only to be read offers it too.
    """

    key: str
    title: str
    icon: str
    run: Callable[[Any, Sequence[int]], None]
    scope: Scope = Scope.ROW
    shortcut: str = ""
    primary: bool = False
    secondary: bool = False  # moves into 更多 ▾
    locked: Callable[[Any], str] | None = None
    reads: bool = False
    deed: str = ""
    """The act it ends in (``resources/rights.toml``), where that asks for more than entering does."""

    @property
    def right(self) -> Right:
        """What it asks for under 多人使用, where it names no act."""
        return Right.READ if self.reads else Right.WRITE


def deferred(module: str, function: str) -> Callable[[Any, Sequence[int]], None]:
    """Return what runs a module's function on one record, or on none; the module is imported only then (SPEED a)."""

    def run(bench: Any, ids: Sequence[int]) -> None:
        getattr(import_module(module), function)(bench, *ids[:1])

    return run


class Empty(Struct, frozen=True):
    """What an empty list says at first: why it is empty and the one thing to do."""

    title: str
    text: str
    action: str = ""


class Register(Struct, frozen=True, kw_only=True):
    """A register as the program knows it.

    ``build`` makes its service from the open desk and the services below it; ``models`` names its peewee models, bound
    when a desk opens; ``next_step`` returns the key of the action that Enter does for a row, or an empty text;
    ``todos`` gives today's due lines; ``records`` names what ``record KIND`` may enter from plain data, each returning
    the number or name of the new record; ``settings`` are the register's own figures; ``scans`` says of a form
    (documents.form_spec) whether its sheets belong here, ``scanned`` is what reading one opens; ``columns_of`` gives
    other columns than the table's where a query lists one kind of record that has entries of its own; ``ledger`` adds
    months, sums and overviews, ``tree`` places beside the list and pages below it; ``private_entries`` says that
    records may hold personal data that no column of the table declares, their forms do; ``searched`` says whether the
    search over everything looks here, ``follows_all`` that a change of any register changes what is shown.
    """

    key: str
    title: str
    tab: str
    icon: str
    table: TableSpec[Any]
    build: Callable[[Any, Mapping[str, Any]], Any]
    models: Sequence[type[Any]] = ()
    actions: tuple[Action, ...] = ()
    next_step: Callable[[Any], str] = lambda _row: ""
    todos: Callable[[Any, date], Sequence[Todo]] = lambda _service, _today: ()
    records: Mapping[str, Callable[[Any, Mapping[str, Any]], str]] = field(default_factory=dict)
    settings: Sequence[Setting[Any]] = ()
    scans: Callable[[Any], bool] = lambda _form: False
    scanned: Callable[[Any, int], None] | None = None
    columns_of: Callable[[Any, Query], Sequence[Column[Any]]] = lambda _service, _query: ()
    empty: Empty = Empty("还没有记录", "")
    badge: str = ""  # the segment whose count stands on the tab
    ledger: LedgerView | None = None
    tree: TreeView | None = None
    private_entries: bool = False
    searched: bool = True
    follows_all: bool = False

    def columns_for(self, service: Any, query: Query) -> tuple[Column[Any], ...]:
        """Return the columns of a query, the table's where it has none of its own."""
        return tuple(self.columns_of(service, query)) or self.table.columns

    @property
    def may_hide(self) -> bool:
        """Whether anything of its records is masked."""
        return self.private_entries or hides(self.table.columns)

    def shows(self, register: str) -> bool:
        """Say whether a change of a register changes what is shown of this one."""
        return self.follows_all or register in (self.key, *self.follows())

    def follows(self) -> tuple[str, ...]:
        """Return the other registers whose changes change what is shown of this one."""
        return (*(self.ledger.follows if self.ledger else ()), *(self.tree.follows if self.tree else ()))
