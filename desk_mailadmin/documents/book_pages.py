"""A long list in groups, laid out page by page before it is drawn: headings repeated, none alone at a page's end.

Heights are millimetres, widths of text are estimated as ``text_width`` does, on the safe side. Laying pages out here
and not in the drawing lets a hundred pages be drawn in one pass, and tells beforehand on which page each group stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.documents.text_width import lines_of, width_of

POINT = 0.3528
"""Millimetres of a point."""
KEPT_TOGETHER = 3
"""How many lines at least stand below a heading on its page, or all of them where the group has fewer."""
_PADDING = 2.4  # mm of a cell, left and right together
_LEADING = 1.32  # a line's height against the type size
_AIR = 1.5  # mm above and below the text of a line together


class BookColumn(Struct, frozen=True):
    """A column: its title, its width in mm, how it stands, whether it is what people look for."""

    key: str
    label: str
    width: float
    align: str = "l"
    strong: bool = False
    wide: bool = False


class Group(Struct, frozen=True):
    """A heading with its lines, each a cell for every column.

    ``foot`` is a last line of its own (a signature), ``note`` stands behind the title.
    """

    title: str
    lines: tuple[tuple[str, ...], ...]
    foot: str = ""
    note: str = ""

    def heading(self, size: float, *, goes_on: bool = False) -> Item:
        """Return the heading; where the group goes on from the page before it says so."""
        text = f"{self.title}{'（续）' if goes_on else ''}{self.note}"
        return Item("group", heading_height(size), text=text)


class Room(Struct, frozen=True):
    """What a page has to offer: mm on the first and on every other page, and the type size in points."""

    first: float
    others: float
    size: float


class Item(Struct, frozen=True):
    """One line of a page: a group's heading, a row, or a foot, with its height in mm."""

    kind: str
    height: float
    cells: tuple[str, ...] = ()
    text: str = ""

    def plain(self) -> list[Any]:
        """Return what the template gets."""
        return [self.kind, round(self.height, 2), list(self.cells) if self.kind == "row" else self.text]


@dataclass
class Page:
    """One page (or column) as it fills up; ``groups`` are the titles that stand on it."""

    items: list[Item] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    used: float = 0.0

    def put(self, item: Item) -> None:
        """Add a line."""
        self.items.append(item)
        self.used += item.height


def laid_out(groups: Sequence[Group], columns: Sequence[BookColumn], room: Room) -> list[Page]:
    """Return the pages that these groups take; a group that goes on repeats its heading with （续）.

    A heading stands with ``KEPT_TOGETHER`` lines on its page, and a foot with the line above it.
    """
    pages = [Page()]
    for group in groups:
        _put_group(pages, group, columns, room)
    return pages


def first_pages(pages: Sequence[Page]) -> Mapping[str, int]:
    """Return on which page, counted from 1, each group begins."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for title in page.groups:
            found.setdefault(title, number)
    return found


def _put_group(pages: list[Page], group: Group, columns: Sequence[BookColumn], room: Room) -> None:
    heading = group.heading(room.size)
    items = [*_rows(group, columns, room.size)]
    with_foot = len(items) > KEPT_TOGETHER and items[KEPT_TOGETHER].kind == "foot"
    kept = sum(item.height for item in items[: KEPT_TOGETHER + with_foot])
    if pages[-1].items and _left(pages, room) < heading.height + kept:
        pages.append(Page())
    _open(pages[-1], group.title, heading)
    for place, item in enumerate(items):
        following = items[place + 1 : place + 2]
        needed = item.height + sum(one.height for one in following if one.kind == "foot")
        if _left(pages, room) < needed:
            pages.append(Page())
            _open(pages[-1], group.title, group.heading(room.size, goes_on=True))
        pages[-1].put(item)


def _open(page: Page, title: str, heading: Item) -> None:
    page.groups.append(title)
    page.put(heading)


def _left(pages: Sequence[Page], room: Room) -> float:
    return (room.first if len(pages) == 1 else room.others) - pages[-1].used


def _rows(group: Group, columns: Sequence[BookColumn], size: float) -> Iterator[Item]:
    for cells in group.lines:
        lines = max(lines_of(text, _signs(column.width, size)) for text, column in zip(cells, columns, strict=True))
        yield Item("row", line_height(size, lines), tuple(cells))
    if group.foot:
        yield Item("foot", line_height(size, 1) + 2.5, text=group.foot)


def line_height(size: float, lines: int = 1) -> float:
    """Return the height of a row with so many lines."""
    return size * POINT * _LEADING * lines + _AIR


def heading_height(size: float) -> float:
    """Return the height of a group's heading."""
    return line_height(size + 0.5) + 0.6


def _signs(width: float, size: float) -> float:
    """Return how many Chinese characters a column holds in a line."""
    return max(1.0, (width - _PADDING) / (size * POINT) + 0.1)  # a column made to measure holds what it was made for


class Fitted(Struct, frozen=True):
    """Columns made to measure, the groups with their cells alone, and the mm that were left over (below 0: lacking)."""

    columns: tuple[BookColumn, ...]
    groups: tuple[Group, ...]
    slack: float


def fitted(columns: Sequence[BookColumn], groups: Sequence[Group], width: float, size: float) -> Fitted:
    """Return the columns that hold anything, as wide as their text needs.

    ``width`` is the page's in mm; a column's own width is the most it takes, but for the ``wide`` ones, which share
    what is left (or lacking): those that need more than they were given, else all of them.
    """
    lines = [line for group in groups for line in group.lines]
    held = [place for place in range(len(columns)) if any(line[place] for line in lines)] or [0]
    wanted = {place: _wanted(columns[place], [line[place] for line in lines], size) for place in held}
    given = {place: min(wanted[place], columns[place].width) for place in held}
    wide = [place for place in held if columns[place].wide] or held[-1:]
    greedy = [place for place in wide if wanted[place] > given[place]] or wide
    slack = width - sum(given.values())
    more = {place: slack / len(greedy) if place in greedy else 0.0 for place in held}
    made = (replace(columns[place], width=round(given[place] + more[place], 2)) for place in held)
    cut = (replace(group, lines=tuple(tuple(line[p] for p in held) for line in group.lines)) for group in groups)
    return Fitted(tuple(made), tuple(cut), slack)


def _wanted(column: BookColumn, texts: Sequence[str], size: float) -> float:
    return max(width_of(text) for text in (column.label, *texts)) * size * POINT + _PADDING


def folded(pages: Sequence[Any], blank: Any) -> list[tuple[Any, Any]]:
    """Return the halves of each side of a booklet, in the order of printing on both sides, flipped on the short edge.

    Pages are filled up with ``blank`` to fours; a single sheet has the last and first page outside.
    """
    every = [*pages, *[blank] * (-len(pages) % 4)]
    sides: list[tuple[Any, Any]] = []
    low, high = 0, len(every) - 1
    while low < high:
        sides.append((every[high], every[low]))
        sides.append((every[low + 1], every[high - 1]))
        low, high = low + 2, high - 2
    return sides
