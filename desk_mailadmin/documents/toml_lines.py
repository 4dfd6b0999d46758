"""On which line things stand in a TOML text: tomllib says what a file holds, this gives each fault its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from desk_mailadmin.kernel.regex import regex

Path = tuple[str | int, ...]
"""The way to a value: names of tables and keys, places in lists counted from 1."""

_HEADER = regex(r"(\[\[?)\s*([^\]]+?)\s*\]\]?")
_KEY = regex(r"""[A-Za-z0-9_.\- ]+|"[^"\n]*"|'[^'\n]*'""")
_STRING = regex(r'"""(?:\\.|[^\\])*?"{3,5}|' r"'''.*?'{3,5}|" r'"(?:\\.|[^"\\\n])*"|' r"'[^'\n]*'", re.DOTALL)
_BARE = regex(r"[^,\]}#\n]*")
_GAP = regex(r"(?:\s+|#[^\n]*)*")


class Place(Struct, frozen=True):
    """A value's line (from 1) and its text as it stands in the file."""

    line: int
    text: str


@dataclass(slots=True)
class _Walk:
    text: str
    at: int = 0
    found: dict[Path, Place] = field(default_factory=dict)
    headers: list[tuple[int, str]] = field(default_factory=list)

    def note(self, path: Path, start: int) -> None:
        self.found.setdefault(path, Place(self.text.count("\n", 0, start) + 1, self.text[start : self.at]))

    def gap(self) -> None:
        found = _GAP.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        if found is None:
            raise _Lost
        self.at = found.end()
        return found[0]

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]


class _Lost(Exception):  # noqa: N818  (no error for anybody: the walk ends here)
    """The text is no TOML from here on."""


def places(text: str) -> Mapping[Path, Place]:
    """Return every table, key and list item with its line; of a text that is no TOML, those before the fault."""
    return _walked(text).found


def headers(text: str) -> list[tuple[int, str]]:
    """Return the lines (from 1) on which tables begin, each with its name (``section``, ``application``)."""
    return _walked(text).headers


def line_at(found: Mapping[Path, Place], path: Path) -> int:
    """Return the line of ``path``, or of the nearest thing it stands in; 0 where nothing of it is there.

    A name may also be what a list item calls itself (its ``key``, ``label`` or ``role``).
    """
    known: Path = ()
    for step in path:
        deeper = (*known, step)
        if deeper not in found:
            deeper = next((one for one in _named(found, known, str(step))), known)
        if deeper == known:
            break
        known = deeper
    return found[known].line if known else 0


def _named(found: Mapping[Path, Place], inside: Path, name: str) -> Iterator[Path]:
    for path, place in found.items():
        own = path[-1] in ("key", "label", "role") and place.text.strip("\"'") == name
        if own and path[:-2] == inside:
            yield path[:-1]


def _walked(text: str) -> _Walk:
    walk = _Walk(text)
    counts: dict[str, int] = {}
    table: Path = ()
    try:
        while _more(walk):
            table = _header(walk, counts) if walk.peek() == "[" else _pair(walk, table)
    except (_Lost, RecursionError):
        pass
    return walk


def _more(walk: _Walk) -> bool:
    walk.gap()
    return walk.at < len(walk.text)


def _header(walk: _Walk, counts: dict[str, int]) -> Path:
    start = walk.at
    opened = _HEADER.match(walk.text, walk.at)
    if opened is None:
        raise _Lost
    walk.at = opened.end()
    names = [name.strip().strip("\"'") for name in opened[2].split(".")]
    if opened[1] == "[[":
        counts[opened[2]] = counts.get(opened[2], 0) + 1
    path: Path = ()
    for depth, name in enumerate(names, 1):
        count = counts.get(".".join(names[:depth]))
        path = (*path, name) if count is None else (*path, name, count)
    walk.headers.append((walk.text.count("\n", 0, start) + 1, names[0]))
    for depth in range(1, len(path) + 1):
        walk.note(path[:depth], start)
    return path


def _pair(walk: _Walk, table: Path) -> Path:
    start = walk.at
    name = walk.take(_KEY)
    walk.gap()
    if walk.peek() != "=":
        raise _Lost
    walk.at += 1
    walk.gap()
    path = (*table, *(part.strip().strip("\"'") for part in name.split(".")))
    value = walk.at
    _value(walk, path)
    walk.found[path] = Place(walk.text.count("\n", 0, start) + 1, walk.text[value : walk.at].strip())
    return table


def _value(walk: _Walk, path: Path) -> None:
    match walk.peek():
        case "[":
            _items(walk, path)
        case "{":
            _inline(walk, path)
        case '"' | "'":
            walk.take(_STRING)
        case _:
            walk.take(_BARE)


def _items(walk: _Walk, path: Path) -> None:
    for number, _ in enumerate(_between(walk, "]"), 1):
        start = walk.at
        _value(walk, (*path, number))
        walk.note((*path, number), start)


def _inline(walk: _Walk, path: Path) -> None:
    for _ in _between(walk, "}"):
        _pair(walk, path)


def _between(walk: _Walk, end: str) -> Iterator[None]:
    """Step over an opening bracket, then stop at each item, until the closing one is passed."""
    walk.at += 1
    walk.gap()
    while walk.peek() != end:
        before = walk.at
        yield
        walk.gap()
        if walk.peek() == ",":
            walk.at += 1
            walk.gap()
        if walk.at == before:
            raise _Lost
    walk.at += 1
