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
    """Collect nothing while a test with windows runs: its worker threads must never free a widget (ui/garbage.py).

    What it let go of goes when it ends.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.disable()
    yield
    gc.enable()
    # No event loop runs here: what is to be deleted later would stay, and every new dress of the application costs more.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
