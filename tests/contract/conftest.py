from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.registers.builders import TODAY, House, new_house, open_house
from tests.registers.conftest import furnished, house

__all__ = ["full_house", "furnished", "house"]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed desk with records in every state, to be copied (a process binds its models to one open desk)."""
    folder = tmp_path_factory.mktemp("filled") / "desk"
    made = new_house(folder)
    made.fill()
    made.office.close()
    shutil.rmtree(folder / "backups", ignore_errors=True)
    return folder


@pytest.fixture
def full_house(filled: Path, tmp_path: Path) -> Iterator[House]:
    """An office with records in every state, five weeks later."""
    shutil.copytree(filled, tmp_path / "full")
    opened = open_house(tmp_path / "full", TODAY + timedelta(days=35))
    yield opened
    opened.office.close()
