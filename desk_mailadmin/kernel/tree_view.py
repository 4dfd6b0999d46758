"""What a tab shows beside and below its list: a tree of places, pages about a record, choices of papers.

The list stays what it is: choosing a place sets the list's own filters, so that everything that leaves (paper, Excel)
says what was chosen, and those who cannot use a tree have the same in the combos above the list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.kernel.table import TableSpec


class Node(Struct, frozen=True):
    """A place: the filters its choice sets, its count, and the state its icon shows.

    ``key`` is stable (``dept/12``); a ``movable`` one can be put before or after its sisters by hand.
    """

    key: str
    title: str
    filters: Mapping[str, str]
    count: int = 0
    state: State | None = None
    icon: str = ""
    movable: bool = False
    children: tuple[Node, ...] = ()


class Progress(Struct, frozen=True):
    """How far something is that all places take part in: a bar, a line below it, a link that runs an action.

    ``action`` is a key of the register's actions; ``link`` is what the link says (打印 4 份确认单).
    """

    title: str
    done: int
    total: int
    note: str = ""
    tone: Tone = Tone.GREY
    icon: str = ""
    action: str = ""
    link: str = ""


class Page(Struct, frozen=True):
    """One page about a record below the list: a small table; its title is followed by how many rows it has.

    ``rows`` gets the service and the record. ``action`` is a key of the register's actions offered on the page.
    """

    key: str
    title: str
    table: TableSpec[Any]
    rows: Callable[[Any, int], Sequence[Any]]
    empty: str = ""
    action: str = ""


class Head(Struct, frozen=True):
    """What stands above the pages: the record's name, and what tells it from others."""

    title: str
    text: str = ""


class Tier(Struct, frozen=True):
    """One of the papers the list can leave as: what is in it, what is left out, the action that makes it."""

    key: str
    title: str
    notes: tuple[str, ...] = ()
    action: str = ""


class Picked(Struct, frozen=True):
    """A combo among the tools (版次): what it offers, as key and title, and which is chosen."""

    title: str
    choices: tuple[tuple[str, str], ...]
    chosen: str


class TreeView(Struct, frozen=True, kw_only=True):
    """What makes a register's tab one with a tree.

    ``nodes`` are the places; ``move`` puts one before (-1) or after (+1) its sister, ``put`` before another by its key
    (empty: at the end). ``legend`` explains signs of the list, each with what it means. ``pages`` stand below the list
    under ``head``, whose link is the action ``link``. ``tiers`` are the papers, under ``tiers_title``. ``pick`` is a
    combo among the tools, ``picked`` is told what was chosen there. ``follows`` names registers whose changes change
    what is shown here.
    """

    nodes: Callable[[Any], Sequence[Node]]
    head: Callable[[Any, int], Head]
    pages: tuple[Page, ...] = ()
    everything: str = ""
    move: Callable[[Any, str, int], None] | None = None
    put: Callable[[Any, str, str], None] | None = None
    progress: Callable[[Any], Progress | None] = lambda _service: None
    legend: tuple[tuple[str, str], ...] = ()
    legend_title: str = ""
    link: str = ""
    tiers_title: str = ""
    tiers: Callable[[Any], Sequence[Tier]] = lambda _service: ()
    pick: Callable[[Any], Picked | None] = lambda _service: None
    picked: Callable[[Any, str], None] = lambda _service, _key: None
    follows: tuple[str, ...] = field(default_factory=tuple)
