"""Texts that are shown to people but live below Qt."""

from __future__ import annotations

CONTEXT = "desk"
"""The one translation context of everything below ``ui/``."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001  (lupdate collects calls of exactly this name)
    """Mark ``text`` for the translators and return it unchanged; ``ui/`` translates it when it is shown."""
    return text
