from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.registers.builders import House, new_house, open_house


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed desk with company, headquarters and a branch, to be copied."""
    folder = tmp_path_factory.mktemp("furnished") / "desk"
    house = new_house(folder)
    house.office.close()
    shutil.rmtree(folder / "backups", ignore_errors=True)
    return folder


@pytest.fixture
def house(furnished: Path, tmp_path: Path) -> Iterator[House]:
    shutil.copytree(furnished, tmp_path / "desk")
    house = open_house(tmp_path / "desk")
    yield house
    house.office.close()
