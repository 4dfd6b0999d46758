from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.store.desk import Desk, create_desk, open_desk
from desk_mailadmin.store.encryption import Offer
from tests.store.notes import STEPS, TODAY, Note, Shelf

Opener = Callable[..., Desk]


@pytest.fixture
def clock() -> StillClock:
    return StillClock.on(TODAY)


@pytest.fixture
def announced() -> list[str]:
    return []


@pytest.fixture
def changes(announced: list[str]) -> Changes:
    changes = Changes()
    changes.subscribe(announced.append)
    return changes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "台账 一"


ON_BOTH_ENGINES = (
    "test_journal",
    "test_listing",
    "test_search",
    "test_settings",
    "test_undo",
    "test_viewing",
    "test_work",
)
"""The files whose tests run on a plain desk and on an encrypted one."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "encrypted" in metafunc.fixturenames:
        both = metafunc.module.__name__.rpartition(".")[2] in ON_BOTH_ENGINES
        metafunc.parametrize("encrypted", [False, True] if both else [False], ids=["plain", "encrypted"][: both + 1])


@pytest.fixture
def opener(folder: Path, clock: StillClock, changes: Changes, encrypted: bool) -> Iterator[Opener]:
    """Open the desk of the test, making it the first time; whatever is still open is closed at the end."""
    opened: list[Desk] = []
    offer = Offer.new() if encrypted else None

    def open_it(place: Path | None = None, **options: object) -> Desk:
        options = {"clock": clock, "changes": changes, "models": (Shelf, Note), "steps": STEPS, **options}
        made = create_desk if not folder.exists() else open_desk
        if offer and made is open_desk:
            options.setdefault("code", offer.code)
        opened.append(made(place or folder, **options))
        if offer and made is create_desk:
            opened[-1].encryption.prepare(offer, "")
            opened[-1].close()
            return open_it(place, **options)
        return opened[-1]

    yield open_it
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(opener: Opener) -> Desk:
    desk = opener()
    desk.who = "王办公"
    return desk
