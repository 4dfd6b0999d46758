from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from desk_mailadmin.documents.fonts import PrintFonts
from desk_mailadmin.documents.library import Library
from desk_mailadmin.documents.renderer import Renderer

WHEN = datetime.fromisoformat("2026-11-21T16:02:00+08:00")


@pytest.fixture(scope="session")
def fonts() -> PrintFonts:
    return PrintFonts()


@pytest.fixture(scope="session")
def renderer(fonts: PrintFonts) -> Renderer:
    return Renderer(fonts)


@pytest.fixture(scope="session")
def library(renderer: Renderer) -> Library:
    return Library(trial=renderer.try_form)


@pytest.fixture
def when() -> datetime:
    return WHEN


@pytest.fixture(scope="session")
def golden() -> Path:
    return Path(__file__).parent / "golden"
