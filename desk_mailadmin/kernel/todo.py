"""One line of 今日: something the rules say is due."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Field(StrEnum):
    """The part of the work a line belongs to (the filter above the list)."""

    MAIL = "mail"
    TELEPHONE = "telephone"
    PENALTY = "penalty"
    DESK = "desk"


class Todo(Struct, frozen=True):
    """A due thing.

    ``key`` is stable from day to day (a line can be postponed by it); ``due`` is None for "when there is time";
    ``register``, ``record`` and ``action`` say what Enter opens.
    """

    key: str
    title: str
    number: str
    text: str
    due: date | None
    clause: str
    register: str
    record: int | None
    action: str
    action_title: str
    field: Field = Field.MAIL
    icon: str = "clock"
