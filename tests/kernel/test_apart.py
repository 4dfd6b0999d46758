from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from multiprocessing import Pipe
from typing import Any

import pytest

from desk_mailadmin.kernel.apart import Caps, Why, _work
from desk_mailadmin.kernel.errors import UserError

Tell = Callable[..., None]


@pytest.fixture(autouse=True)
def no_caps(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be a system that cannot cap a process (this one holds the tests), as macOS and Windows are."""
    monkeypatch.setattr(sys, "platform", "darwin")
    yield
    gc.enable()


def done(_tell: Tell) -> str:
    return "read"


def refused(_tell: Tell) -> str:
    raise UserError("“甲.csv”是空文件。")


def full(_tell: Tell) -> str:
    raise MemoryError


def broken(_tell: Tell) -> str:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("work", "kind", "value"),
    [(done, "done", "read"), (full, "lost", Why.FULL), (broken, "lost", Why.BROKEN)],
)
def test_where_nothing_can_be_capped_the_work_says_all_the_same_how_it_ended(
    work: Callable[[Tell], str], kind: str, value: Any
):
    ours, theirs = Pipe(duplex=False)
    _work(theirs, work, (), Caps(1, 64))
    assert ours.recv() == (kind, value)


def test_a_refusal_keeps_its_words():
    ours, theirs = Pipe(duplex=False)
    _work(theirs, refused, (), Caps(1, 64))
    kind, said = ours.recv()
    assert (kind, str(said)) == ("refused", "“甲.csv”是空文件。")
