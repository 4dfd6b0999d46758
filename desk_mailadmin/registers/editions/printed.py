"""The directory on paper: by department, by name, for the desk; the sheets heads confirm, the list of the missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.documents.book_pages import BookColumn, Group, Page, Room, first_pages, fitted, folded, laid_out
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.papers import Paper, chinese_date
from desk_mailadmin.registers.editions.entries import (
    SHARED_LETTER,
    Listed,
    by_name,
    common_domain,
    numbers,
    of_tier,
)
from desk_mailadmin.registers.editions.listing import ConfirmationRow, CopyRow, EditionRow
from desk_mailadmin.registers.editions.rules import EDITING, FULL, TIERS

BOOK, CONFIRMATION, REMINDER = "directory_book", "directory_confirmation", "confirmation_reminder"
BY_DEPARTMENT, BY_NAME, FOR_DESKS = "department", "name", "desk"
"""The orders: by department, by pinyin, and the folded list of extensions for every desk."""

_WIDTH, _HEIGHT = 172.0, 269.0  # mm of A4 between the margins of the form
_FIRST, _NEXT, _TITLES, _INDEX = 29.0, 9.0, 6.5, 5.5  # mm: head of the first page, of the others, column titles, index
_SIZES = (9.5, 9.0, 8.5)
_SMALL_WIDTH, _SMALL_HEIGHT, _SMALL_SIZE = 62.0, 174.0, 8.0  # mm and points of a column of the folded list
_BLANK_LINES = 3
_SIGN = "部门负责人确认（签字）：＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿＿"


class Book(Struct, frozen=True):
    """What is wanted on paper: which edition, what it holds, for whom, in which order; ``copy`` of the full tier."""

    edition: EditionRow
    entries: Sequence[Listed]
    tier: str
    order: str = BY_DEPARTMENT
    copy: CopyRow | None = None
    mobiles: bool = True
    confirmations: Sequence[ConfirmationRow] = ()

    def copied(self, copy: CopyRow) -> Book:
        """Return the full directory as a numbered copy, its holder on every page (002/4.五.4)."""
        return replace(self, tier=FULL, copy=copy)


def book_paper(book: Book, today: date) -> Paper:
    """Return the directory as a paper; of an edition still worked at it is a draft."""
    edition, copy = book.edition, book.copy
    kind, record = ("edition", edition.id) if copy is None else ("edition_copy", copy.id)
    mark = "草稿" if edition.state == EDITING and copy is None else ""
    data = {
        "title": "内部通讯录" if book.order != FOR_DESKS else "分机号码表",
        "edition": edition.name,
        "tier": TIERS[book.tier] if book.order != FOR_DESKS else "",
        "date": chinese_date(edition.issued_on or today),
        "copy_no": f"第 {copy.copy_no:03} 号" if copy else "",
        "holder": f"持有人：{copy.name}（{copy.dept}）" if copy else "",
        **_laid_out(book),
    }
    return Paper(kind, record, BOOK, "", data, mark)


def _laid_out(book: Book) -> dict[str, Any]:
    entries = of_tier(book.entries, book.tier, mobiles=book.mobiles)
    if book.order == FOR_DESKS:
        return _folded(entries)
    if book.order == BY_NAME:
        return _table(_name_columns(), _by_name(entries), index=True)
    return _table(_department_columns(), _by_department(entries, book.confirmations))


def _table(columns: Sequence[BookColumn], groups: Sequence[Group], *, index: bool = False) -> dict[str, Any]:
    """Return the pages of a table, in the largest type in which no column must give way."""
    first = _FIRST + (_INDEX if index else 0.0)
    made = [(fitted(columns, groups, _WIDTH, size), size) for size in _SIZES]
    table, size = next((one for one in made if one[0].slack >= 0), made[-1])
    room = Room(_HEIGHT - first - _TITLES, _HEIGHT - _NEXT - _TITLES, size)
    pages = laid_out(table.groups, table.columns, room)
    return {
        "columns": _plain(table.columns),
        "layout": {"kind": "table", "first": first, "next": _NEXT, "titles": _TITLES, "size": size},
        "pages": [
            {"items": [item.plain() for item in page.items], "span": _span(page) if index else ""} for page in pages
        ],
        "index": [[letter, str(page)] for letter, page in first_pages(pages).items()] if index else [],
    }


def _plain(columns: Sequence[BookColumn]) -> list[dict[str, Any]]:
    return [{"label": c.label, "w": c.width, "align": c.align, "strong": c.strong} for c in columns]


def _span(page: Page) -> str:
    return page.groups[0] if page.groups[0] == page.groups[-1] else f"{page.groups[0]}—{page.groups[-1]}"


def _department_columns() -> list[BookColumn]:
    return [
        BookColumn("place", "序号", 12, "c"),
        BookColumn("name", "姓名", 24),
        BookColumn("post", "职务", 22, wide=True),
        BookColumn("direct", "办公电话", 27),
        BookColumn("extension", "分机", 16, "c", strong=True),
        BookColumn("short", "短号", 15, "c"),
        BookColumn("mobile", "手机", 23),
        BookColumn("email", "邮箱", 26, wide=True),
        BookColumn("room", "房间", 16),
        BookColumn("remark", "备注", 16, wide=True),
    ]


def _by_department(entries: Sequence[Listed], confirmations: Sequence[ConfirmationRow]) -> list[Group]:
    """Return a group for each department; the mail domain that its people share stands in the heading alone."""
    said = {row.department: row for row in confirmations}
    several = len({entry.branch for entry in entries}) > 1
    groups, place = [], 0
    for department, of_one in groupby(entries, key=lambda entry: entry.department):
        listed = list(of_one)
        domain = common_domain(listed)
        title = f"{listed[0].branch}　{listed[0].dept}" if several else listed[0].dept
        lines = tuple(_department_line(entry, place + n, domain) for n, entry in enumerate(listed, 1))
        place += len(listed)
        shared = f"　　邮箱 {domain}" if domain else ""
        foot = _foot(said[department]) if department in said else ""
        groups.append(Group(title, lines, foot, f"　{len(listed)} 条{shared}"))
    return groups


def _department_line(entry: Listed, place: int, domain: str) -> tuple[str, ...]:
    return (
        str(place), entry.shown_name, entry.post, entry.direct_shown, entry.extension, entry.short, entry.mobile,
        entry.email.removesuffix(domain) if domain else entry.email, entry.room, entry.remark,
    )  # fmt: skip


def _foot(row: ConfirmationRow) -> str:
    return f"部门负责人确认：{row.confirmed_by}　{row.confirmed_on}" if row.confirmed_on else _SIGN


def _name_columns() -> list[BookColumn]:
    return [
        BookColumn("name", "姓名", 24),
        BookColumn("dept", "部门", 40, wide=True),
        BookColumn("post", "职务", 26, wide=True),
        BookColumn("direct", "办公电话", 27),
        BookColumn("extension", "分机", 16, "c", strong=True),
        BookColumn("short", "短号", 15, "c"),
        BookColumn("mobile", "手机", 23),
        BookColumn("room", "房间", 16),
    ]


def _by_name(entries: Sequence[Listed]) -> list[Group]:
    several = len({entry.branch for entry in entries}) > 1

    def line(entry: Listed) -> tuple[str, ...]:
        dept = f"{entry.branch}　{entry.dept}" if several else entry.dept
        return (entry.shown_name, dept, entry.post, entry.direct_shown, entry.extension, entry.short, entry.mobile,
                entry.room)  # fmt: skip

    return [Group(letter, tuple(map(line, of_one))) for letter, of_one in groupby(by_name(entries), _letter)]


def _letter(entry: Listed) -> str:
    return "公用电话" if entry.letter == SHARED_LETTER else entry.letter


def _folded(entries: Sequence[Listed]) -> dict[str, Any]:
    """Return the list of extensions for every desk: two columns on each half of a sheet folded to A5."""
    columns = [
        BookColumn("name", "姓名", 25, wide=True),
        BookColumn("extension", "分机", 14, "c", strong=True),
        BookColumn("short", "短号", 15, "c"),
    ]
    reached = [entry for entry in entries if entry.extension or entry.short or entry.direct]
    several = len({entry.branch for entry in reached}) > 1
    groups = [
        Group(f"{of_one[0].branch} {of_one[0].dept}" if several else of_one[0].dept, tuple(map(_desk_line, of_one)))
        for of_one in (list(found) for _dept, found in groupby(reached, key=lambda entry: entry.department))
    ]
    table = fitted(columns, groups, _SMALL_WIDTH, _SMALL_SIZE)
    height = _SMALL_HEIGHT - _TITLES
    laid = laid_out(table.groups, table.columns, Room(height, height, _SMALL_SIZE))
    parts = [[item.plain() for item in page.items] for page in laid]
    pages = [{"number": n, "parts": parts[at : at + 2]} for n, at in enumerate(range(0, len(parts), 2), 1)]
    blank: dict[str, Any] = {"number": 0, "parts": []}
    return {
        "columns": _plain(table.columns),
        "layout": {"kind": "folded", "next": 11.0, "titles": _TITLES, "size": _SMALL_SIZE, "total": len(pages)},
        "pages": [{"halves": list(halves)} for halves in folded(pages, blank)],
        "index": [],
    }


def _desk_line(entry: Listed) -> tuple[str, ...]:
    """Return name and numbers; where there is no extension, the direct number stands in its place."""
    return entry.shown_name, entry.extension or phone_shown((numbers(entry.direct) or [""])[0]), entry.short


# the sheets of departments

_TICK = "□"


def confirmation_paper(row: ConfirmationRow, entries: Sequence[Listed]) -> Paper:
    """Return the sheet of a department: what is listed of it, each line to be ticked as right or wrong."""
    lines = [_confirmation_line(entry) for entry in entries]
    blank = {key: "" for key, _label, _width, _align in _CONFIRMED}
    held = [one for one in _CONFIRMED if one[0] not in _MAY_GO or any(line[one[0]] for line in lines)]
    data = {
        "edition": row.edition,
        "due_on": chinese_date(row.due_on),
        "dept": f"{row.branch}　{row.dept}",
        "head": row.head,
        "count": str(len(lines)),
        "columns": [{"field": key, "label": label, "w": width, "align": align} for key, label, width, align in held],
        "rows": [*lines, *[blank] * _BLANK_LINES],
    }
    mark = "作废" if row.state == "lapsed" else ""
    return Paper("edition_confirmation", row.id, CONFIRMATION, row.number, data, mark)


_CONFIRMED = (
    ("name", "姓名", 17, "l"), ("post", "职务", 22, "l"), ("direct", "直线", 25, "l"), ("extension", "分机", 11, "c"),
    ("short", "短号", 13, "c"), ("mobile", "手机", 22, "l"), ("room", "房间", 12, "l"), ("right", "无误", 10, "c"),
    ("wrong", "有误", 10, "c"), ("correction", "更正", 0, "l"),
)  # fmt: skip
_MAY_GO = frozenset({"direct", "short", "mobile", "room"})


def _confirmation_line(entry: Listed) -> dict[str, str]:
    return {
        "name": entry.shown_name,
        "post": entry.post,
        "direct": entry.direct_shown,
        "extension": entry.extension,
        "short": entry.short,
        "mobile": entry.mobile,
        "room": entry.room,
        "right": _TICK,
        "wrong": _TICK,
        "correction": "",
    }


def reminder_paper(rows: Sequence[ConfirmationRow], today: date, answer_by: date) -> Paper:
    """Return the list of departments that have not confirmed an edition; its record is the first of them."""
    data = {
        "edition": rows[0].edition,
        "count": str(len(rows)),
        "date": chinese_date(today),
        "answer_by": chinese_date(answer_by),
        "rows": [
            {
                "place": str(place),
                "branch": row.branch,
                "dept": row.dept,
                "head": row.head,
                "number": row.number,
                "due_on": str(row.due_on),
                "reminded": f"{row.reminded + 1} 次",
                "received": "",
            }
            for place, row in enumerate(rows, 1)
        ],
    }
    return Paper("edition_confirmation", rows[0].id, REMINDER, "", data)
