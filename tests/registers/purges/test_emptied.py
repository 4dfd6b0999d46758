"""History emptied by a destruction is told from history emptied by somebody else; files leave no bytes."""

from __future__ import annotations

import peewee
import pytest

from desk_mailadmin.store.database import raw
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.purging import digest_of_rows, empty_history, purged_since, shred, vouched
from tests.registers.builders import House
from tests.registers.privacy import destroyed


def emptied(desk: Desk, purge: int) -> int:
    """Empty the first journal row as a destruction does; return its number."""
    with desk.work("purge") as work:
        digest = empty_history(desk.database, purge, [1])
        work.wrote("purge", purge, "destroyed", before={"emptied": ""}, after={"emptied": digest})
    return 1


@pytest.fixture
def done(house: House) -> tuple[House, int]:
    return house, destroyed(house)


def test_the_numbers_of_emptied_rows_are_vouched_for_in_any_order():
    assert digest_of_rows([3, 1, 2]) == digest_of_rows([1, 2, 3]) != digest_of_rows([1, 2])


def test_what_a_destruction_emptied_is_no_finding(done):
    house, purge = done
    assert vouched(house.desk.database) == frozenset()
    assert house.desk.check() == ()
    seq = emptied(house.desk, purge)
    assert vouched(house.desk.database) == {seq}
    assert house.desk.check() == ()


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE history_entry SET sentence = '', details = '{}', salt = '' WHERE seq = 2",
        "INSERT INTO purged_history (seq, purge_id) VALUES (2, 1)",
        "DELETE FROM purged_history",
        "INSERT INTO history (seq, field, old_value, new_value) VALUES (1, 'name', NULL, '\"x\"')",
        "UPDATE history_entry SET record = 99 WHERE seq = 1",
    ],
)
def test_what_somebody_else_emptied_or_added_is_found(done, attack):
    house, purge = done
    emptied(house.desk, purge)
    house.desk.database.execute_sql(attack)
    if attack.startswith("INSERT INTO purged"):
        house.desk.database.execute_sql(
            "UPDATE history_entry SET sentence = '', details = '{}', salt = '' WHERE seq = 2"
        )
    assert house.desk.check() != ()


def test_a_body_that_cannot_be_read_vouches_for_nothing(done):
    house, purge = done
    emptied(house.desk, purge)
    house.desk.database.execute_sql("DROP TRIGGER journal_no_update")
    house.desk.database.execute_sql("UPDATE journal SET body = 'no json' WHERE seq = 1")
    assert any("被清空" in finding.text for finding in house.desk.check())


def test_a_file_is_overwritten_before_it_is_removed(tmp_path):
    file, twin = tmp_path / "扫描.pdf", tmp_path / "twin"
    file.write_bytes(b"secret" * 300_000)
    twin.hardlink_to(file)
    shred(file)
    assert not file.exists()
    assert set(twin.read_bytes()) == {0}
    shred(file)


def test_a_desk_of_an_older_version_knows_of_no_destruction():
    database = peewee.SqliteDatabase(":memory:")
    database.connect()
    assert vouched(database) == frozenset()
    assert purged_since(raw(database), 0) == {}
    database.close()
