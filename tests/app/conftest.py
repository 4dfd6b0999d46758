"""The window as in the journeys, on the desk that was worked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desk_mailadmin.ui.hooks import Hooks
from tests.journeys.conftest import bare, days, played, prompter, settings, staffed, theme
from tests.journeys.day import Day

__all__ = ["bare", "days", "played", "prompter", "settings", "staffed", "theme"]


@pytest.fixture
def day(days: Callable[[Path], Day], played: Path) -> Day:
    return days(played)


@pytest.fixture
def hooks(day: Day) -> Hooks:
    return day.window._hooks
