"""A batch that was not printed to its end: what is left of it is offered when the window opens."""

from __future__ import annotations

from collections.abc import Sequence

from desk_mailadmin.app.bench import AppBench
from desk_mailadmin.catalogue import ALL_REGISTERS
from desk_mailadmin.kernel.changes import register_key
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.hooks import Draft
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.unfinished import Left, Sheet


def unfinished_batch(bench: AppBench) -> Sequence[Draft]:
    """Return the offer to print what is left of a batch, none where all was printed."""
    left = bench.unfinished.left()
    if not left.sheets:
        bench.unfinished.drop()
        return ()
    sentence = shown(
        QT_TRANSLATE_NOOP("desk", "未打完的一批：还差 {count} 份（{at}）。"), count=len(left.sheets), at=left.at
    )
    verb = shown(QT_TRANSLATE_NOOP("desk", "接着打"))
    return (Draft("", left.at, lambda: _go_on(bench, left), bench.unfinished.drop, f"{sentence}{_doubt(left)}", verb),)


def _doubt(left: Left) -> str:
    if left.doubtful is None:
        return ""
    said = QT_TRANSLATE_NOOP("desk", "{number} 中断时正在打，可能已经出纸，先看一眼打印机。")
    return shown(said, number=left.doubtful.number)


def _go_on(bench: AppBench, left: Left) -> None:
    """Print what is left, register by register, as its list would."""
    for register in ALL_REGISTERS:
        records = [sheet.record for sheet in left.sheets if _register_of(sheet) == register.key]
        for action in register.actions:
            if records and action.key == "print":
                bench.do(action, list(dict.fromkeys(records)))


def _register_of(sheet: Sheet) -> str:
    return register_key(sheet.kind)
