"""For every test: windows without a screen, and no deadline that a busy machine could miss."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("desk", deadline=None)
settings.load_profile("desk")
