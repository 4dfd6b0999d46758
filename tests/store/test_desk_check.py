from __future__ import annotations

from datetime import date

from desk_mailadmin.store.desk_check import checked_on, newest_rows, note_checked, pieces_of
from tests.store.notes import add_note


def test_the_day_of_the_last_whole_check_is_kept_in_the_desk_and_forgotten(opener):
    desk = opener()
    assert checked_on(desk) is None
    note_checked(desk, date(2026, 11, 20))
    note_checked(desk, date(2026, 11, 21))
    desk.close()
    again = opener()
    assert checked_on(again) == date(2026, 11, 21)
    note_checked(again, None)
    assert checked_on(again) is None


def test_a_check_table_by_table_finds_what_one_at_once_finds_and_lets_go_between(desk):
    add_note(desk, "甲")
    seen = 0
    for piece in pieces_of(desk, None, by_table=True):
        assert piece == ()
        add_note(desk, f"正在检查时登记的 {seen}")  # the desk is free between two pieces
        seen += 1
        if seen > 40:
            break
    assert seen > 10
    assert desk.check() == newest_rows(desk) == ()


def test_damage_names_its_table(desk):
    add_note(desk, "甲")
    connection = desk.database.connection()
    connection.execute("PRAGMA ignore_check_constraints=ON")
    connection.execute("DROP TABLE postponed")
    connection.execute("CREATE TABLE postponed (key TEXT NOT NULL, pages INTEGER CHECK (pages > 0)) STRICT")
    connection.execute("INSERT INTO postponed VALUES ('x', -1)")
    connection.execute("PRAGMA ignore_check_constraints=OFF")
    said = [found.text for piece in pieces_of(desk, None, by_table=True) for found in piece]
    assert said == ["台账文件里的“postponed”有损坏。"]
    assert [found.text for found in desk.check()] == ["台账文件有损坏。"]
    desk.database.close()  # no backup of a damaged file
