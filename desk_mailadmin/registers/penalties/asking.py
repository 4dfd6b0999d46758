"""How the dialogs of a case ask: what it is about stands above, what is due below, and the result is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.penalties.listing import PenaltyRow
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

SMALL, USUAL = (560, 260), (560, 400)
"""Sizes of a dialog: for a line or two, and for one with a text; pixels."""

AMOUNT = QT_TRANSLATE_NOOP("desk", "金额（元）")
REASON = QT_TRANSLATE_NOOP("desk", "理由")


def service_of(bench: Any) -> PenaltiesService:
    """Return the ledger."""
    service: PenaltiesService = bench.services["penalties"]
    return service


def asked_day(bench: Any) -> Asked:
    """Return the question for the day of a deed; today at first."""
    title = QT_TRANSLATE_NOOP("desk", "日期")
    return Asked(name="on", title=title, kind=Asks.DATE, required=True, start=bench.desk.clock.today())


def asked_name(bench: Any, name: str, title: str, group: str = "") -> Asked:
    """Return the question for who approves, decides or witnesses."""
    names = bench.services["departments"].names_in_office
    return Asked(name=name, title=title, required=True, width=8, limit=60, suggest=names, group=group)


def in_short(row: PenaltyRow) -> str:
    """Return a case in a line: number, whose, what, and what follows with its sum."""
    sums = f" {fen_to_text(row.due_fen)} 元" if row.due_fen else ""
    return f"{row.number or '草稿'}　{row.name}（{row.dept}）　{row.act_title}　{row.sanction}{sums}"


def ask_case(
    bench: Any,
    record: int,
    title: str,
    asked: Sequence[Asked],
    keep: Callable[[Mapping[str, Any]], object],
    note: str = "",
    *,
    verb: str = "",
    size: tuple[int, int] = USUAL,
    tell: bool = True,
    follow: Callable[[RecordForm], None] | None = None,
) -> bool:
    """Ask, and do what was asked for; say whether it was done.

    ``title`` is a deed, it stands on the button too unless there is a ``verb``; ``note`` stands under the case,
    ``follow`` connects what one field does to others.
    """
    row = service_of(bench).row(record)
    dialog = RecordForm(
        shown(title),
        asked,
        FormJob(save=lambda values, _yes: keep(values), title=shown(verb or title)),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation="\n".join(part for part in (in_short(row), note) if part),
        size=size,
        memory=bench.memory,
        key=f"penalty_{asked[0].name}_{len(asked)}",
        parent=bench.window,
    )
    if follow:
        follow(dialog)
    done = bool(bench.show_dialog(dialog))
    if done and tell:
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已{what}　{which}"), what=shown(title), which=row.number))
    return done
