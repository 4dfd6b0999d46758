from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.table import Query, SegmentCount
from desk_mailadmin.store import listing
from desk_mailadmin.store.listing import ListingSource, SqlListing
from tests.store.notes import Note, Shelf, add_note, change_note

SOURCE = ListingSource(
    kind="note",
    table="note",
    joins="LEFT JOIN shelf ON shelf.id = note.shelf_id",
    orders={"title": "note.title", "pages": "note.pages DESC, note.title", "shelf": "shelf.name"},
    default_order="note.done, note.title",
    segments={"open": "note.done = 0", "done": "note.done = 1", "all": "1 = 1"},
    filters={"shelf": "note.shelf_id", "pages": "note.pages >= {value} AND note.pages < {value} + 10"},
)

SELECT = "SELECT note.id, note.title, note.on_day, note.done, coalesce(shelf.name, '') FROM note LEFT JOIN shelf ON shelf.id = note.shelf_id"


class NoteRow(Struct, frozen=True):
    id: int
    title: str
    on_day: date | None
    done: bool
    shelf: str
    late: bool = False


@pytest.fixture
def notes(desk):
    with desk.work("shelf") as work:
        work.wrote("shelf", Shelf.create(name="甲架").id, "登记")
    add_note(desk, "丙", pages=3, on_day=date(2026, 11, 3), shelf_id=1)
    add_note(desk, "甲", pages=30, done=True)
    add_note(desk, "乙乙", pages=3)
    add_note(desk, "乙甲", pages=12)
    return SqlListing(desk, SOURCE)


def test_the_default_order_and_every_declared_one_work_both_ways(notes):
    assert list(notes.keys(Query())) == [3, 4, 1, 2] or list(notes.keys(Query())) == [1, 3, 4, 2]
    assert list(notes.keys(Query(sort="title", descending=True))) == list(reversed(notes.keys(Query(sort="title"))))
    by_pages = list(notes.keys(Query(sort="pages")))
    assert [by_pages[0], by_pages[1], set(by_pages[2:])] == [2, 4, {1, 3}]
    assert list(notes.keys(Query(sort="pages", descending=True))) == by_pages[::-1]


def test_records_equal_in_the_order_keep_the_order_of_entry(desk, notes):
    add_note(desk, "甲", pages=30)
    assert list(notes.keys(Query(sort="pages")))[:2] == [2, 5]


@pytest.mark.parametrize("sort", ["", "nothing", "(case when (select 1) then 1 end)", "title; DROP TABLE note"])
def test_an_order_that_is_not_declared_is_the_default_one(notes, sort):
    assert notes.keys(Query(sort=sort)) == notes.keys(Query())


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Query(segment="open"), {1, 3, 4}),
        (Query(segment="done"), {2}),
        (Query(segment="gone since"), {1, 2, 3, 4}),
        (Query(filters={"shelf": "1"}), {1}),
        (Query(filters={"shelf": ""}), {1, 2, 3, 4}),
        (Query(filters={"pages": "3"}), {1, 3, 4}),
        (Query(filters={"pages": "3", "shelf": "1"}, segment="open"), {1}),
        (Query(filters={"gone since": "1"}), {1, 2, 3, 4}),
        (Query(filters={"shelf": "1 OR 1=1"}), set()),
        (Query(search="乙"), {3, 4}),
        (Query(search="甲", segment="open"), {4}),
        (Query(search='"*('), set()),
    ],
)
def test_segments_filters_and_search_narrow_together(notes, query, ids):
    assert set(notes.keys(query)) == ids


def test_counts_follow_filters_and_search(notes):
    assert {key: str(count) for key, count in notes.counts(Query()).items()} == {"open": "3", "done": "1", "all": "4"}
    assert str(notes.counts(Query(filters={"shelf": "1"}))["all"]) == "1"
    by_search = notes.counts(Query(search="甲", filters={"pages": "12"}))
    assert by_search == {"open": SegmentCount(1), "done": SegmentCount(0), "all": SegmentCount(1)}


def test_a_search_counts_to_a_thousand_and_says_so(desk, notes, monkeypatch):
    monkeypatch.setattr(listing, "MOST_COUNTED", 1)
    assert str(notes.counts(Query(search="乙"))["open"]) == "1+"
    monkeypatch.setattr(listing, "MOST_COUNTED", 2)
    assert str(notes.counts(Query(search="乙"))["open"]) == "2"
    monkeypatch.setattr(listing, "MOST_LOOKED_AT", 2)
    assert str(notes.counts(Query(search="乙"))["open"]) == "2+"


def test_rows_come_in_the_order_asked_for_typed_as_the_row_says(notes):
    rows = notes.ordered([2, 1, 99], NoteRow, SELECT)
    assert rows == [
        NoteRow(2, "甲", None, True, ""),
        NoteRow(1, "丙", date(2026, 11, 3), False, "甲架"),
    ]


def test_rows_of_any_number_of_ids_come_in_chunks(notes, monkeypatch):
    monkeypatch.setattr(listing, "CHUNK", 3)
    assert [row.id for row in notes.ordered([4, 3, 2, 1], NoteRow, SELECT)] == [4, 3, 2, 1]
    assert notes.ordered([], NoteRow, SELECT) == []


def test_a_plain_function_gets_the_columns_as_they_are_stored(notes):
    assert notes.ordered([1], lambda *columns: columns, SELECT) == [(1, "丙", "2026-11-03", 0, "甲架")]


def test_instants_are_read_as_instants(notes):
    class Row(Struct, frozen=True):
        id: int
        at: datetime | None
        which: int | str

    row = notes.ordered([1], Row, "SELECT note.id, '2026-11-03 09:00:00', 1 FROM note")[0]
    assert (row.at, row.which) == (datetime(2026, 11, 3, 9), 1)


def test_the_history_of_a_record_reads_newest_first(desk, notes):
    change_note(desk, 1, title="丁")
    assert [(line.who, line.what) for line in notes.history("note", 1)] == [("王办公", "修改丙"), ("王办公", "登记丙")]


def test_a_record_that_goes_while_the_list_is_open_is_left_out(desk, notes):
    ids = notes.keys(Query())
    Note.delete_by_id(2)
    assert {row.id for row in notes.ordered(ids, NoteRow, SELECT)} == {1, 3, 4}


def test_the_files_of_a_record_are_listed_by_role(desk, notes):
    with desk.work("attach") as work:
        sha256 = desk.attachments.keep(work, "note", 1, "scan", "扫描.pdf", b"x", pages=3)
    assert [(file.sha256, file.name, file.pages) for file in notes.attached("note", 1)] == [(sha256, "扫描.pdf", 3)]
    assert notes.attached("note", 1, "signature.office") == ()


def test_a_filter_of_half_characters_finds_nothing_and_raises_nothing(notes):
    assert list(notes.keys(Query(filters={"pages": "\ud800"}))) == []
    assert notes.counts(Query(filters={"shelf": "张\udfff"}))["all"].count == 0


def test_groups_come_to_what_their_records_come_to_under_filter_and_search(desk, notes):
    sums = {"notes": "1", "pages": "note.pages"}
    names = ("note.shelf_id", "shelf.name")
    assert notes.grouped(Query(), names, sums) == [(None, None, 3, 45), (1, "甲架", 1, 3)]
    assert notes.grouped(Query(segment="open", filters={"pages": "0"}), names, sums) == [
        (None, None, 1, 3),
        (1, "甲架", 1, 3),
    ]
    assert notes.grouped(Query(search="乙"), names, sums) == [(None, None, 2, 15)]
    assert notes.grouped(Query(search="没有"), names, sums) == []
    assert notes.summed(Query(search="乙"), sums) == {"notes": 2, "pages": 15}


def test_a_filter_may_depend_on_the_day(desk):
    today = desk.clock.today()
    add_note(desk, "昨天", on_day=today - timedelta(days=1))
    add_note(desk, "今天", on_day=today)
    source = replace(SOURCE, filters={"since": "note.on_day >= {today} AND note.title <> {value}"})
    assert list(SqlListing(desk, source).keys(Query(filters={"since": "别的"}))) == [2]
