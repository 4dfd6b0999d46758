from __future__ import annotations

import contextlib
import threading
from datetime import date, datetime

import peewee
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.store.engine import sqlite_errors
from tests.store.notes import Note, add_note, change_note


def test_a_unit_announces_each_register_once_after_the_commit(desk, announced):
    seen_inside = []
    with desk.work("note.add") as work:
        work.wrote("note", 1, "登记")
        work.changed("notes")
        work.changed("shelves")
        work.changed("notes")
        seen_inside += announced
    assert seen_inside == []
    assert announced == ["notes", "shelves"]


def test_a_failing_unit_leaves_no_row_no_number_no_journal_and_no_announcement(desk, announced):
    head = desk.journal.head()

    def act():
        with desk.work("note.add") as work:
            Note.create(title="一")
            work.number("KH", 2026)
            work.wrote("note", 1, "登记", after={"title": "一"})
            work.changed("notes")
            raise UserError("不行。")

    with pytest.raises(UserError):
        act()
    assert Note.select().count() == 0
    assert desk.sequences.last("KH", 2026) == 0
    assert desk.journal.head() == head
    assert announced == []


def test_a_unit_inside_another_joins_it_and_falls_with_it(desk, announced):
    def act():
        with desk.work("application.open") as outer:
            with desk.work("mailbox.add") as inner:
                assert inner is outer
                Note.create(title="一")
                inner.wrote("note", 1, "登记")
                inner.changed("notes")
            raise UserError("不行。")

    with pytest.raises(UserError):
        act()
    assert Note.select().count() == 0
    assert announced == []


def test_an_inner_unit_that_fails_and_is_caught_leaves_only_the_outer_rows(desk):
    def fail():
        with desk.work("inner"):
            Note.create(title="内")
            raise UserError("不行。")

    with desk.work("outer") as work:
        Note.create(title="外")
        work.wrote("note", 1, "登记")
        with pytest.raises(UserError):
            fail()
    assert [note.title for note in Note.select()] == ["外"]


def test_rows_written_without_a_journal_row_are_a_bug_and_are_taken_back(desk):
    with pytest.raises(RuntimeError, match="journalled none"), desk.work("note.add"):
        Note.create(title="一")
    assert Note.select().count() == 0


def test_upkeep_writes_what_is_derived_without_a_journal_row(desk):
    head = desk.journal.head()
    with desk.upkeep():
        desk.search.put("note", 7, ["周文斌"], [])
    assert desk.journal.head() == head
    sql, values = desk.search.condition("note", "文斌")
    assert desk.database.execute_sql(sql, values).fetchall() == [(7,)]


def test_constraint_errors_stay_bugs(desk):
    with pytest.raises(peewee.IntegrityError), desk.work("note.add"):
        Note.create(title=None)


def test_numbers_are_without_gaps_per_series_and_year(desk):
    with desk.work("number") as work:
        numbers = [work.number(*key) for key in [("KH", 2026), ("KH", 2026), ("HZ", 2026), ("KH", 2027), ("KH", 2026)]]
        work.wrote("note", 1, "编号")
    assert numbers == [1, 2, 1, 1, 3]


def test_a_number_outside_a_unit_of_work_is_refused(desk):
    with pytest.raises(RuntimeError):
        desk.sequences.next("KH", 2026)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("AB"), st.integers(2026, 2027), st.booleans()), max_size=12))
def test_whatever_fails_the_kept_numbers_stay_gapless(desk, steps):
    before = {(s, y): desk.sequences.last(s, y) for s in "AB" for y in (2026, 2027)}
    kept: dict[tuple[str, int], list[int]] = {}
    for series, year, fails in steps:
        with contextlib.suppress(ZeroDivisionError), desk.work("number") as work:
            number = work.number(series, year)
            work.wrote("note", number, "编号 {x}", x=1 // (not fails))
            kept.setdefault((series, year), []).append(number)
    for key, numbers in kept.items():
        assert numbers == list(range(before[key] + 1, before[key] + 1 + len(numbers)))


def test_history_shows_fields_old_and_new_and_the_sentence(desk):
    record = add_note(desk, "一", pages=2, on_day=date(2026, 11, 3))
    change_note(desk, record, title="二", pages=2)
    newest, oldest = desk.journal.history("note", record)
    assert (newest.text, oldest.text, newest.who) == ("修改一", "登记一", "王办公")
    assert [(c.field, c.old, c.new) for c in newest.changes] == [("title", "一", "二")]
    assert ("on_day", None, "2026-11-03") in [(c.field, c.old, c.new) for c in oldest.changes]


def test_instants_and_flags_are_noted_as_the_database_holds_them(desk):
    with desk.work("note") as work:
        work.wrote("note", 3, "改", before={"done": False}, after={"done": True, "at": datetime(2026, 11, 3, 9, 5)})
    entry = desk.journal.history("note", 3)[0]
    assert {c.field: (c.old, c.new) for c in entry.changes} == {
        "done": ("False", "True"),
        "at": (None, "2026-11-03 09:05:00"),
    }


def test_a_look_at_personal_data_is_journalled(desk):
    with desk.work("staff.export") as work:
        seq = work.looked("staff", 0, "导出 {n} 人", n=12)
    assert [entry.text for entry in desk.journal.history("staff", 0)] == ["导出 12 人"]
    assert desk.journal.head().seq == seq
    assert desk.undoable() == ()


def test_the_journal_itself_holds_no_personal_value(desk):
    record = add_note(desk, "周文斌 13800138000")
    change_note(desk, record, title="欧阳")
    dump = " ".join(str(row) for row in desk.database.execute_sql("SELECT * FROM journal").fetchall())
    assert "周文斌" not in dump
    assert "13800138000" not in dump
    assert "title" in dump


def test_a_full_disk_says_so_and_keeps_the_old_records(desk):
    add_note(desk, "一")
    desk.database.execute_sql(f"PRAGMA max_page_count={desk.database.execute_sql('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(EnvironmentFault, match="磁盘已满，本次未保存") as fault:
        add_note(desk, "长" * 200_000)
    assert "空间" in fault.value.remedy
    desk.database.execute_sql("PRAGMA max_page_count=1000000")
    assert [note.title for note in Note.select()] == ["一"]
    assert add_note(desk, "二") == 2
    assert desk.check() == ()


def test_a_second_thread_waits_for_the_unit_of_the_first(desk):
    order: list[str] = []
    started, before = threading.Event(), desk.journal.head().seq

    def other():
        started.set()
        with desk.work("b") as work:
            order.append("b")
            work.wrote("note", 2, "登记")

    thread = threading.Thread(target=other)
    with desk.work("a") as work:
        thread.start()
        started.wait()
        work.wrote("note", 1, "登记")
        order.append("a")
    thread.join()
    assert order == ["a", "b"]
    assert desk.journal.head().seq == before + 2


def test_a_child_process_may_not_touch_the_database(desk, monkeypatch):
    monkeypatch.setattr("os.getpid", lambda: -1)
    with pytest.raises(RuntimeError, match="child process"), desk.work("x"):
        raise AssertionError("not reached")
    with pytest.raises(RuntimeError, match="child process"), desk.reading():
        raise AssertionError("not reached")
    monkeypatch.undo()


def test_every_table_is_strict(desk):
    for name, strict in desk.database.execute_sql("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"):
        assert strict or name.startswith(("sqlite_", "search_")), name
    with pytest.raises(sqlite_errors(), match="cannot store TEXT value"):
        desk.database.connection().execute("INSERT INTO note (title, pages) VALUES ('x', 'viele')")
