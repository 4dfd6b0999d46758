"""A sum of money as clerks type it, in yuan, with its capitals beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk_mailadmin.kernel.money import fen_from_text, fen_to_text
from desk_mailadmin.language.capitals import HIGHEST_FEN, in_capitals
from desk_mailadmin.ui.dialogs.field import Check
from desk_mailadmin.ui.dialogs.message import Message
from desk_mailadmin.ui.dialogs.message import hint as hint_of
from desk_mailadmin.ui.dialogs.text_fields import TextField


class MoneyField(TextField):
    """A sum, typed in yuan; the value is fen, and its capitals stand beside it, if ``capitals`` are wanted."""

    def __init__(
        self,
        key: str,
        title: str,
        *,
        required: bool = False,
        checks: Sequence[Check] = (),
        capitals: bool = True,
        hint: str = "",
    ) -> None:
        said = (self._in_capitals,) if capitals else ()
        super().__init__(key, title, required=required, width=8, limit=20, checks=(*checks, *said), hint=hint)

    def value(self) -> Any:
        """Return the sum in fen, 0 for nothing; UserError where it is no sum."""
        text = super().value()
        return fen_from_text(text) if text else 0

    def set_value(self, value: Any) -> None:
        """Show a sum of fen, or the text of a draft."""
        fen = value if isinstance(value, int) else None
        super().set_value((fen_to_text(fen) if fen else "") if fen is not None else value)

    def entry(self) -> Any:
        """Return what a draft keeps: the sum as typed."""
        return self.edit.text()

    def _in_capitals(self, fen: int) -> Message | None:
        return hint_of(f"人民币{in_capitals(fen)}") if 0 < abs(fen) <= HIGHEST_FEN else None
