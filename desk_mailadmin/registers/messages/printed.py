"""The slips of telephone messages on paper, several on a sheet to be cut apart (002/1.六)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk_mailadmin.papers import Paper
from desk_mailadmin.registers.messages.rules import SLIPS, WISHES
from desk_mailadmin.registers.messages.service import MessageRow, MessagesService

ON_A_SHEET = 4
"""Slips on a sheet."""


def slip_papers(service: MessagesService, records: Sequence[int]) -> list[Paper]:
    """Return the slips of messages, as many sheets as they need; a sheet is kept with its first message."""
    rows = service.rows(records)
    sheets = [rows[first : first + ON_A_SHEET] for first in range(0, len(rows), ON_A_SHEET)]
    return [Paper("message", sheet[0].id, SLIPS, "", _data(sheet)) for sheet in sheets]


def _data(rows: Sequence[MessageRow]) -> dict[str, Any]:
    found: dict[str, Any] = {"slips": str(len(rows))}
    for place, row in enumerate(rows, 1):
        found |= {f"{key}_{place}": value for key, value in _slip(row).items()}
    return found


def _slip(row: MessageRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "name": f"{row.name}（{row.dept}）",
        "caller": "　".join(part for part in (row.caller, row.company) if part),
        "phone": row.phone,
        "when": f"{row.taken_on.month} 月 {row.taken_on.day} 日 {row.taken_at}",
        "wish": [dict(WISHES)[row.wish]],
        "text": row.text,
        "taken_by": row.taken_by,
    }
