"""Asking for a reason and its date before something official is undone: 作废, 退回, 拒签."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.prompter import Prompter

_REASON = QT_TRANSLATE_NOOP("desk", "理由")
_DAY = QT_TRANSLATE_NOOP("desk", "日期")
Keep = Callable[[str, date, frozenset[str]], object]
"""Keeps the deed: reason, date, keys of the questions answered with yes; may raise as FormJob.save."""


class ReasonDialog(RecordForm):
    """A reason (required) and a date not after today; ``verb`` stands on the button and in the title."""

    def __init__(
        self,
        verb: str,
        what: str,
        keep: Keep,
        prompter: Prompter,
        *,
        today: Callable[[], date],
        icon: str = "ban",
        start_reason: str = "",
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        def not_later(day: date) -> None:
            if day > today():
                raise UserError(QT_TRANSLATE_NOOP("desk", "日期在今天之后。"))

        def save(values: Any, confirmed: frozenset[str]) -> object:
            return keep(values["reason"], values["on"], confirmed)

        reason = Asked(
            name="reason",
            title=_REASON,
            kind=Asks.LONG,
            required=True,
            limit=200,
            start=start_reason,
        )
        day = Asked(
            name="on",
            title=_DAY,
            kind=Asks.DATE,
            required=True,
            start=today(),
            checks=(not_later,),
        )
        super().__init__(
            verb, (reason, day), FormJob(save=save, title=verb, icon=icon), prompter,
            today=today, explanation=what, size=(560, 320), memory=memory, key="reason", parent=parent,
        )  # fmt: skip
