"""Garbage is collected in the window's thread alone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

from desk_mailadmin.ui.garbage import Garbage


class Forgotten:
    """Holds itself, so that only a collection frees it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def garbage(qtbot) -> Iterator[Garbage]:
    made = Garbage()
    yield made
    made.stop()


def litter() -> list[Forgotten]:
    return [Forgotten() for _ in range(gc.get_threshold()[0] * 20)]


def test_a_busy_thread_collects_nothing_and_the_window_collects_later(garbage, qtbot):
    freed_in: list[threading.Thread] = []
    forgotten = Forgotten()
    seen = weakref.ref(forgotten, lambda _gone: freed_in.append(threading.current_thread()))
    del forgotten
    worker = threading.Thread(target=litter)
    worker.start()
    worker.join()
    assert seen() is not None
    qtbot.waitUntil(lambda: seen() is None or not litter())  # windows of other tests that go meanwhile count against it
    assert freed_in == [threading.main_thread()]


def test_a_clean_house_is_not_swept(garbage):
    gc.collect()
    told: list[str] = []
    gc.callbacks.append(lambda phase, _info: told.append(phase))
    garbage.look()
    gc.callbacks.pop()
    assert told == []


def test_python_collects_by_itself_again_once_it_is_stopped(qtbot):
    Garbage().stop()
    assert gc.isenabled()


def test_what_stood_before_the_window_is_never_looked_through_again(qtbot):
    garbage = Garbage()
    assert gc.get_freeze_count() > 0
    garbage.stop()
    assert gc.get_freeze_count() == 0
