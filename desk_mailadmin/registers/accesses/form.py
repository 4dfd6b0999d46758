"""What is asked before personal data of many people leaves the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk_mailadmin.kernel.table import Choice, Column
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.accesses.service import AccessesService
from desk_mailadmin.ui.shown import shown

_OTHER = "?"


def ask_reason(bench: Any, columns: Sequence[Column[Any]], rows: int) -> str | None:
    """Ask why a list of so many people leaves, where the office wants that; Enter takes the latest reason.

    Returns the reason, empty where none is needed, None where the clerk withdrew.
    """
    accesses: AccessesService = bench.services["accesses"]
    if not accesses.is_asked(columns, rows):
        return ""
    question = shown(QT_TRANSLATE_NOOP("desk", "这份名单有 {rows} 人，带个人信息。为什么要用？"), rows=rows)
    known = [Choice(one, shown(one)) for one in accesses.reasons()]
    other = Choice(_OTHER, shown(QT_TRANSLATE_NOOP("desk", "其他原因…")))
    chosen: str | None = bench.prompter.choose(question, [*known, other], verb=shown(QT_TRANSLATE_NOOP("desk", "继续")))
    if chosen != _OTHER:
        return chosen
    written: str | None = bench.prompter.ask_text(question, label=shown(QT_TRANSLATE_NOOP("desk", "原因")))
    return written
