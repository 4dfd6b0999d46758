"""What is asked of a destruction: why, and who approved it on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.purges.service import Approval
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

USUAL_REASON = QT_TRANSLATE_NOOP("desk", "年度到期清理")


def ask_approval(bench: Any, words: str, first: date, keep: Callable[[Approval], object]) -> bool:
    """Ask who approved and when, and destroy by it; say whether that was done."""
    asked = (
        Asked(name="approved_by", title=QT_TRANSLATE_NOOP("desk", "批准人"), required=True, width=8),
        Asked(
            name="approved_on",
            title=QT_TRANSLATE_NOOP("desk", "批准日期"),
            kind=Asks.DATE,
            required=True,
            start=max(first, bench.desk.clock.today()),
        ),
    )

    def save(values: Mapping[str, Any], _yes: frozenset[str]) -> object:
        return keep(Approval(values["approved_by"], values["approved_on"]))

    dialog = RecordForm(
        words,
        asked,
        FormJob(save=save, title=shown(QT_TRANSLATE_NOOP("desk", "继续"))),
        bench.prompter,
        today=bench.desk.clock.today,
        size=(560, 300),
        memory=bench.memory,
        key="purge",
        parent=bench.window,
    )
    return bool(bench.show_dialog(dialog))
