"""A long list in groups, page by page: headings repeated, none alone, nothing lost."""

from __future__ import annotations

import random

import pytest

from desk_mailadmin.documents.book_pages import (
    KEPT_TOGETHER,
    BookColumn,
    Group,
    Room,
    first_pages,
    fitted,
    folded,
    laid_out,
)

COLUMNS = [BookColumn("name", "姓名", 20, wide=True), BookColumn("extension", "分机", 12)]


def groups(*sizes: int, foot: str = "") -> list[Group]:
    made, place = [], 0
    for number, size in enumerate(sizes):
        lines = tuple((f"周{place + n}", str(8000 + place + n)) for n in range(size))
        made.append(Group(f"第 {number} 部", lines, foot, f"　{size} 条"))
        place += size
    return made


def texts(pages: list) -> list[list[str]]:
    return [[item.text or item.cells[0] for item in page.items] for page in pages]


@pytest.mark.parametrize("seed", range(20))
def test_no_heading_stands_alone_nothing_is_lost_and_no_page_is_too_full(seed: int):
    dice = random.Random(seed)  # noqa: S311  (dice for layouts, no secret)
    made = groups(*(dice.choice((1, 2, 3, 4, 7, 20, 55)) for _ in range(40)), foot=dice.choice(("", "签字")))
    room = Room(dice.uniform(60, 120), dice.uniform(80, 150), 9)
    pages = laid_out(made, COLUMNS, room)
    for number, page in enumerate(pages):
        assert page.used <= (room.others if number else room.first) + 1e-6
        assert page.items[0].kind == "group", "every page begins with the heading of what stands on it"
        kinds = [item.kind for item in page.items]
        for place, item in enumerate(page.items):
            if item.kind == "group" and "（续）" not in item.text:
                group = next(one for one in made if item.text.startswith(f"{one.title}　"))
                below = kinds[place + 1 : place + 1 + min(KEPT_TOGETHER, len(group.lines))]
                assert below == ["row"] * min(KEPT_TOGETHER, len(group.lines))
            if item.kind == "foot":
                assert kinds[place - 1] == "row"
    rows = [item.cells for page in pages for item in page.items if item.kind == "row"]
    assert rows == [line for group in made for line in group.lines]


def test_a_group_that_goes_on_says_so_before_its_note():
    pages = laid_out(groups(30), COLUMNS, Room(60, 60, 9))
    assert [page.items[0].text for page in pages[:2]] == ["第 0 部　30 条", "第 0 部（续）　30 条"]
    assert first_pages(laid_out(groups(3, 20), COLUMNS, Room(60, 60, 9))) == {"第 0 部": 1, "第 1 部": 1}


def test_a_long_text_makes_its_line_higher():
    (page,) = laid_out([Group("部", (("长" * 40, "8001"), ("短", "8002")))], COLUMNS, Room(200, 200, 9))
    heights = [item.height for item in page.items if item.kind == "row"]
    assert heights[0] > heights[1] * 3


def test_columns_are_made_to_measure_and_empty_ones_go():
    made = fitted([*COLUMNS, BookColumn("mobile", "手机", 30)], [Group("部", (("周文博", "8001", ""),))], 100, 9)
    assert [column.key for column in made.columns] == ["name", "extension"]
    assert round(sum(column.width for column in made.columns), 1) == 100.0
    assert made.groups[0].lines == (("周文博", "8001"),)
    assert made.slack > 0
    assert fitted(COLUMNS, [Group("部", (("周" * 30, "8001"),))], 20, 9).slack < 0
    assert fitted(COLUMNS, [], 20, 9).columns[0].key == "name"


def test_pages_are_imposed_for_a_booklet():
    assert folded([1], 0) == [(0, 1), (0, 0)]
    assert folded([1, 2, 3, 4], 0) == [(4, 1), (2, 3)]
    assert folded([1, 2, 3, 4, 5], 0) == [(0, 1), (2, 0), (0, 3), (4, 5)]
    assert folded([], 0) == []
