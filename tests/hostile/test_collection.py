"""The whole of data/hostile through every door, in the window's wizards and on the command line: nothing comes in unasked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desk_mailadmin.cli.imports import _IMPORTS
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.ui.dialogs.import_wizard import COLUMNS, FILE, RESULT, ImportWizard
from tests.cli.conftest import Cli, cli, command, desk
from tests.desks import DATA
from tests.faults.scale import times
from tests.journeys.conftest import bare, days, prompter, settings, theme
from tests.journeys.day import Day

__all__ = ["bare", "cli", "command", "days", "desk", "prompter", "settings", "theme"]

FILES = sorted(path for path in (DATA / "hostile").iterdir() if path.name not in ("README.md", "expectations.json"))
WIZARDS = {
    "roster": ("staff", "import_roster"),
    "directory": ("directory", "import_directory"),
    "penalties": ("penalties", "import_ledger"),
    "longdistance": ("longdistance", "import_log"),
    "bill": ("bills", "import_bill"),
    "calls": ("bills", "import_calls"),
}
"""Where each door of the command line stands in the window."""

STEP = times(len(WIZARDS), 1)
"""Every file through one door in every run, each time another; through all of them in ``make faults``."""


def files_of(kind: str) -> list[Path]:
    return FILES[list(WIZARDS).index(kind) % STEP :: STEP]


def test_every_door_has_its_wizard_and_every_file_its_turn():
    assert WIZARDS.keys() == _IMPORTS.keys()
    assert {file for kind in WIZARDS for file in files_of(kind)} == set(FILES)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", WIZARDS)
def test_in_the_window_each_is_said_or_shown_and_nothing_is_written(kind: str, days: Callable[[Path], Day], bare: Path):
    day = days(bare)
    register, action = WIZARDS[kind]
    refused: list[str] = []

    def all_of_them(wizard: ImportWizard) -> None:
        for file in files_of(kind):
            wizard.go_to(FILE)
            wizard.open_file(file)
            if wizard.step == FILE:
                assert file.name[:20] in said_on(wizard)
                assert "。" in said_on(wizard)
                refused.append(file.name)
            else:
                assert wizard.step == COLUMNS
        wizard.reject()

    tab = day.go(register)
    day.hands.expect(all_of_them)
    tab.actions_of.by_key[action].trigger()
    assert refused
    assert [len(day.service(key).keys(Query())) for key in ("staff", "directory", "bills", "penalties")] == [0] * 4
    assert day.window.isVisible()


def said_on(wizard: ImportWizard) -> str:
    return " ".join(one.text() for one in wizard.file_page.findChildren(QLabel) if one.isVisible())


@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", WIZARDS)
def test_on_the_command_line_each_is_refused_or_its_faults_are_named(kind: str, cli: Cli, desk: Path):
    for file in files_of(kind):
        before = counts_in(desk)
        said: Any = cli(
            "import", kind, file, *(("--operator", "运营商一", "--month", "2026-10") if kind == "bill" else ())
        )
        assert said.code in (0, 1, 2), (kind, file.name, said)
        assert "Traceback" not in said.err
        if said.code == 2:
            assert len(said.err.splitlines()) == 1
            assert counts_in(desk) == before, f"{file.name} was refused and left something"


def counts_in(folder: Path) -> dict[str, int]:
    """How many rows each table of a desk has, but for the journal's own."""
    tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'"
    with sqlite3.connect(f"file:{folder / 'desk.maildesk'}?mode=ro", uri=True) as database:
        names = [name for (name,) in database.execute(tables)]
        counted = "SELECT count(*) FROM {}"
        return {name: database.execute(counted.format(f'"{name}"')).fetchone()[0] for name in names}


def test_our_own_list_of_people_read_again_changes_nothing(cli: Cli, tmp_path: Path):
    assert cli("export", "staff", "-o", tmp_path / "人员.xlsx").code == 0
    said = cli("import", "roster", tmp_path / "人员.xlsx", "--dry-run", "--json")
    counts = said.json["counts"]
    assert counts["people"] == counts["unchanged"] > 10
    assert [counts[key] for key in ("joined", "changed", "left", "unclear")] == [0, 0, 0, 0]


def test_what_was_previewed_goes_in_whatever_became_of_the_file(
    days: Callable[[Path], Day], bare: Path, tmp_path: Path
):
    day, file = days(bare), tmp_path / "花名册.csv"
    file.write_text("工号,姓名,部门\nX1,张三,财务部\n", "utf-8")

    def change_it_meanwhile(wizard: ImportWizard) -> None:
        wizard.open_file(file)
        file.write_text("工号,姓名,部门\nX9,李四,财务部\n", "utf-8")
        while wizard.isVisible() and wizard.step < RESULT:
            day.qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)
        wizard.accept()

    tab = day.go("staff")
    day.hands.expect(change_it_meanwhile)
    tab.actions_of.by_key["import_roster"].trigger()
    staff = day.service("staff")
    assert [row.name for row in staff.rows(staff.keys(Query()))] == ["张三"]
