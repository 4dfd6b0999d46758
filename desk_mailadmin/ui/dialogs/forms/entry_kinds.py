"""How a part of a form is entered, as data: single entries, lists of texts, lists of things."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct, field


class Entry(StrEnum):
    """How one value is entered."""

    LINE = "line"
    LONG = "long"
    DATA = "data"  # one of the data of the form, by its key
    CHOICE = "choice"
    WORDS = "words"  # a list of words, written with 、 between them
    NUMBER = "number"
    FLAG = "flag"


class Prop(Struct, frozen=True, kw_only=True):
    """One value of a table in a form.toml.

    A text that may name data (``filled``) can take them from 插入栏目. An empty value, and a number or flag like its
    ``default``, is left out unless ``needed``. ``inside`` names a table within the table (``when``).
    """

    key: str
    title: str
    entry: Entry = Entry.LINE
    needed: bool = False
    filled: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    limit: int = 200
    lines: int = 4
    low: int = 0
    high: int = 99
    default: int | bool = 0
    note: str = ""
    inside: str = ""
    fixed: bool = False


class Props(Struct, frozen=True):
    """Entries side by side in one group."""

    props: tuple[Prop, ...]
    title: str = ""


class Texts(Struct, frozen=True, kw_only=True):
    """A list of texts, ``lines`` high each (1: one line)."""

    key: str
    title: str
    new: str
    lines: int = 1
    filled: bool = False
    limit: int = 2_000
    most: int = 40
    needed: bool = True


class Items(Struct, frozen=True, kw_only=True):
    """A list of things (one at least, where ``needed``).

    Each is chosen by its ``words`` and entered by ``blocks``, or by ``cells`` side by side.
    """

    key: str
    title: str
    new: str
    fresh: Any
    words: Callable[[Any], str]
    blocks: tuple[Block, ...] = ()
    cells: tuple[Prop, ...] = ()
    fewest_cells: int = 1
    most_cells: int = 0
    most: int = 40
    needed: bool = True


Block = Props | Texts | Items
