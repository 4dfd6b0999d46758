"""For every test: windows without a screen, no deadline that a busy machine could miss, garbage as the window has it."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("desk", deadline=None)
settings.load_profile("desk")


@pytest.fixture(autouse=True)
def garbage_waits(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect nothing while a test with windows runs: its worker threads must never free a widget (ui/garbage.py)."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.enable()
