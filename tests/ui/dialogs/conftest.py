from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.registers.conftest import furnished, house

__all__ = ["furnished", "house"]


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Every test here makes widgets; whichever runs first needs an application."""
    return qapp
