"""Every version that was released left a desk here; the present program opens each one and loses no row."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from desk_mailadmin import __version__
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.office import open_office
from desk_mailadmin.store.database import FILE_NAME
from desk_mailadmin.store.upgrades import ALL_STEPS
from desk_mailadmin.store.upgrades.runner import row_counts, schema_of
from installer import released_desk
from installer.released_desk import CHANGES, COUNTS, DESKS, packed, released, unpacked
from tests.desks import clock, fingerprint, played_desk

RELEASED = released(CHANGES.read_text(encoding="utf-8"))
KEPT = sorted(DESKS.glob("*.zip"))
RECOUNTED = {table for step in ALL_STEPS for table in step.recounts} | {"meta", "workday"}
"""Tables whose rows a step may change, and those the program itself writes at the opening."""


def opened_whole(package: Path, place: Path) -> None:
    """Open a released desk with the present program: every row is there, the journal holds, and it opens again."""
    before = unpacked(package, place)
    office = open_office(place, clock())
    try:
        assert office.desk.check() == ()
        after = row_counts(office.desk.database.connection())
        assert {table: after.get(table) for table in before.keys() - RECOUNTED} == {
            table: rows for table, rows in before.items() if table not in RECOUNTED
        }
        assert len(office.services["staff"].keys(Query())) == before["staff"]
        with office.desk.work("trial") as work:
            work.wrote("staff", 1, "登记")
    finally:
        office.close()
    again = open_office(place, clock())
    assert again.desk.check() == ()
    again.close()


def test_every_released_version_left_its_desk():
    assert {package.stem for package in KEPT} == set(RELEASED), "python -m installer.released_desk"


@pytest.mark.parametrize(
    "package", KEPT or [pytest.param(None, marks=pytest.mark.skip(reason="nothing has been released yet"))], ids=str
)
def test_f20_f21_a_released_desk_is_upgraded_without_losing_a_row(package, tmp_path):
    opened_whole(package, tmp_path / "desk")


@pytest.fixture
def played(tmp_path, tmp_path_factory):
    return played_desk(tmp_path_factory.getbasetemp(), tmp_path / "played")


def test_a_desk_of_this_version_would_be_kept_and_opened(played, tmp_path):
    package = packed(played, tmp_path / "desk.zip")
    assert package.stat().st_size < 2**20
    opened_whole(package, tmp_path / "desk")


def test_a_lost_row_would_be_found(played, tmp_path):
    package = packed(played, tmp_path / "desk.zip")
    with zipfile.ZipFile(package) as found:
        counts = json.loads(found.read(COUNTS))
    more = tmp_path / "more.zip"
    with zipfile.ZipFile(package) as found, zipfile.ZipFile(more, "x") as changed:
        for name in found.namelist():
            content = found.read(name)
            changed.writestr(name, json.dumps({**counts, "staff": counts["staff"] + 1}) if name == COUNTS else content)
    with pytest.raises(AssertionError, match="staff"):
        opened_whole(more, tmp_path / "desk")


def test_only_what_is_marked_as_released_is_kept_and_never_twice(tmp_path, monkeypatch, capsys):
    changes = tmp_path / "CHANGELOG.md"
    changes.write_text(f"# Changelog\n\n## [Unreleased] – {__version__}\n", encoding="utf-8")
    monkeypatch.setattr(released_desk, "CHANGES", changes)
    monkeypatch.setattr(released_desk, "DESKS", tmp_path)
    monkeypatch.setattr(released_desk, "ROOT", tmp_path)
    assert released_desk.main([]) == 1
    assert "not marked as released" in capsys.readouterr().out
    changes.write_text(
        f"## [Unreleased]\n\n## [{__version__}] - 2027-01-04\n\n## [0.0.9] - 2026-12-01\n", encoding="utf-8"
    )
    assert released(changes.read_text(encoding="utf-8")) == (__version__, "0.0.9")
    (tmp_path / f"{__version__}.zip").write_bytes(b"the first one")
    assert released_desk.main([]) == 1
    assert (tmp_path / f"{__version__}.zip").read_bytes() == b"the first one"
    assert released_desk.main(["help"]) == 2


def test_f22_a_desk_of_a_version_to_come_is_refused_to_the_byte(played):
    with closing(sqlite3.connect(played / FILE_NAME, isolation_level=None)) as connection:
        newest = schema_of(connection) + 1
        connection.execute(f"PRAGMA user_version={newest}")
        connection.execute("UPDATE meta SET value = ? WHERE key = 'compat_version'", (str(newest),))
        connection.execute("UPDATE meta SET value = '9.9.0' WHERE key = 'written_by'")
    before = fingerprint(played)
    with pytest.raises(EnvironmentFault) as refused:
        open_office(played, clock())
    assert str(refused.value) == "这个台账由更新的版本（9.9.0）写成，这里的版本打不开，文件没有改动。"
    assert refused.value.remedy == "把程序更新到 9.9.0 或以上，再打开。"
    assert fingerprint(played) == before
