from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray

from desk_mailadmin.ui.memory import Memory


@pytest.fixture
def memory(settings):
    return Memory(settings, "window/")


def test_what_was_kept_comes_back_in_its_type(memory, settings):
    kept = {
        "text": "申请",
        "number": -3,
        "yes": True,
        "no": False,
        "sizes": {"列": 1.5},
        "state": QByteArray(b"\x00\xff"),
    }
    for key, value in kept.items():
        memory.keep(key, value)
    settings.sync()
    assert memory.text("text") == "申请"
    assert memory.number("number") == -3
    assert memory.flag("yes", usual=False)
    assert not memory.flag("no", usual=True)
    assert memory.mapping("sizes") == {"列": 1.5}
    assert memory.state("state") == QByteArray(b"\x00\xff")


@pytest.mark.parametrize("broken", ["{", "[1]", "5", ""])
def test_what_cannot_be_read_counts_as_never_written(memory, broken):
    for key in ("sizes", "flag", "state"):
        memory.keep(key, broken)
    assert memory.mapping("sizes") == {}
    assert memory.flag("flag", usual=True)
    assert memory.state("state").isEmpty()
    memory.keep("number", "a5")
    assert memory.number("number", 7) == 7
    assert memory.text("never", "usual") == "usual"


def test_a_part_forgets_itself_and_nothing_else(memory):
    part = memory.under("register/staff")
    part.keep("sort", "name")
    memory.keep("zoom", 3)
    part.forget()
    assert part.text("sort") == ""
    assert memory.number("zoom") == 3
