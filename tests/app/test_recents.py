"""最近打开: the ten records opened last, kept without a word of what is in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desk_mailadmin.app.recents import Recents
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.office import open_office
from desk_mailadmin.ui.hooks import Hooks
from desk_mailadmin.ui.memory import Memory
from tests.desks import bare_desk, clock
from tests.journeys.day import Day


def settings_of(day: Day) -> str:
    day.settings.sync()
    return Path(day.settings.fileName()).read_text("utf-8")


def test_ten_are_kept_the_newest_first_each_once(day: Day, hooks: Hooks):
    ids = list(day.service("applications").keys(Query()))[:12]
    for record in (*ids, ids[2]):
        hooks.looked_at("applications", record)
    assert [one.record for one in hooks.recents()] == [ids[2], *ids[:2:-1]]
    assert hooks.recents()[0].at == "14:00"


def test_no_name_and_no_number_stands_in_the_settings(day: Day, hooks: Hooks):
    """They lie outside the desk: in plain beside an encrypted one, and a destruction does not reach them."""
    row = next(row for row in day.service("applications").rows(day.service("applications").keys(Query())) if row.number)
    day.window.show_record("applications", row.id)
    assert hooks.recents()[0].title == f"{row.number}　{row.name}"
    kept = settings_of(day)
    assert "recents" in kept
    assert [text for text in (row.name, row.name.encode("unicode_escape").decode(), row.number) if text in kept] == []


def test_another_desk_does_not_show_them(
    day: Day, hooks: Hooks, tmp_path: Path, settings: QSettings, tmp_path_factory: pytest.TempPathFactory
):
    hooks.looked_at("branches", 1)
    assert hooks.recents()
    day.close()
    day.office.close()
    other = open_office(bare_desk(tmp_path_factory.getbasetemp(), tmp_path / "other"), clock())
    try:
        assert list(Recents(other, Memory(settings)).all()) == []
    finally:
        other.close()


def test_what_is_gone_is_left_out(day: Day, hooks: Hooks):
    hooks.looked_at("applications", 1)
    hooks.looked_at("applications", 999_999)
    assert [one.record for one in hooks.recents()] == [1]


@pytest.mark.parametrize("spoilt", ["{", "5", '[{"colour": 1}]', '[{"register": [], "record": "x", "at": 1}]', "[1]"])
def test_what_cannot_be_read_is_none(day: Day, hooks: Hooks, spoilt: str):
    day.window.bench.memory.keep(f"recents/{day.office.desk.uuid[:8]}", spoilt)
    assert list(hooks.recents()) == []
    day.window.bench.memory.keep(
        f"recents/{day.office.desk.uuid[:8]}", '[{"register": "no_such", "record": 1, "at": ""}]'
    )
    assert list(hooks.recents()) == []
