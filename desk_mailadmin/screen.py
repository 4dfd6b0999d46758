"""Whether there is a screen to open a window on."""

from __future__ import annotations

import os
import sys


def has_screen() -> bool:
    """Say whether a window can be shown: always on Windows and macOS, elsewhere where X or Wayland is there."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    return sys.platform in ("win32", "darwin") or any(os.environ.get(key) for key in ("DISPLAY", "WAYLAND_DISPLAY"))


def window_can_open() -> bool:
    """Say whether Qt finds a place for a window: a screen, or a platform that was named on purpose (offscreen, vnc)."""
    return bool(os.environ.get("QT_QPA_PLATFORM")) or has_screen()
