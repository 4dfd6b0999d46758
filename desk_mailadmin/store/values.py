"""How values stand in history, settings and the journal: JSON, told apart from "was not there"."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)
"""Made once: making it costs as much as a row's hash."""


def canonical(value: object) -> str:
    """Return the one JSON spelling of ``value`` that is hashed."""
    return _CANONICAL.encode(value)


def readable(value: object) -> object:
    """Return ``value`` as JSON can hold it: instants as the database writes them, anything unknown as text."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, datetime):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [readable(part) for part in value]
    return str(value)


def encoded(value: object) -> str:
    """Return ``value`` as it stands in the database."""
    if isinstance(value, dict):
        return canonical({str(key): readable(part) for key, part in value.items()})
    return canonical(readable(value))


def decoded(text: str) -> Any:
    """Return what ``encoded`` was given (dates as ISO text)."""
    return json.loads(text)


def shown(text: str | None) -> str | None:
    """Return an encoded value as 变更历史 shows it; None for nothing."""
    value = None if text is None else decoded(text)
    return None if value is None else str(value)


def filled(template: str, values: Mapping[str, object]) -> str:
    """Return a template with its values; one without values may hold braces of its own."""
    try:
        return template.format_map(values) if values else template
    except (KeyError, ValueError, IndexError):  # a template of a later version, or values a purge took
        return template


def same(stored: object, expected: object) -> bool:
    """Say whether a stored value is the one that was noted: flags are 0 and 1, instants have a blank or a T."""
    if isinstance(expected, bool):
        expected = int(expected)
    if isinstance(stored, str) and isinstance(expected, str):
        return stored.replace("T", " ") == expected.replace("T", " ")
    return stored == expected
