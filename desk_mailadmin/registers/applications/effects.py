"""What applications mean for other registers: approved long-distance calls, and who has the key of a locked set."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from desk_mailadmin.registers.applications.model import Application
from desk_mailadmin.registers.longdistance.service import Slip

SLIP = "long_distance_slip"
_LOCKED = "已加锁"
_APPROVED = ("ready", "in_force", "closed")
"""States of a slip with every signature: approved, the key handed out, the key back."""


def approved_slips(first: date, last: date) -> Sequence[Slip]:
    """Return the approved slips for calls between two days, both inclusive (002/5.四(三))."""
    return [slip for slip in _slips(_APPROVED) if slip.on_day is not None and first <= slip.on_day <= last]


def keys_out() -> Sequence[Slip]:
    """Return the slips whose key was handed out and is not back (002/1.五)."""
    return [slip for slip in _slips(("in_force",)) if slip.key_out]


def _slips(states: Sequence[str]) -> Iterator[Slip]:
    found = Application.select().where((Application.kind == SLIP) & Application.state.in_(states))
    for one in found.order_by(Application.id):
        fields = json.loads(one.fields)
        day = fields.get("key_on") or fields.get("call_on")
        yield Slip(
            one.number or "", int(one.id), one.name, one.staff_id, str(fields.get("extension", "")),
            date.fromisoformat(day) if day else None, one.state == "in_force" and fields.get("locked") == _LOCKED,
            str(fields.get("key_at", "")),
        )  # fmt: skip
