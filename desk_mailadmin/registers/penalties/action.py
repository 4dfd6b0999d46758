"""The actions that the penalty ledger lends: false faxes, and devices lost or damaged, lead to a case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.register import Action, Scope
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


def _punish(bench: Any, ids: Sequence[int]) -> None:
    """Enter a case for false faxes of one person; each fax then names its number."""
    from desk_mailadmin.registers.penalties.entries import PenaltyEntry
    from desk_mailadmin.registers.penalties.entry_form import ask_penalty

    faxes, rows = bench.services["faxes"], bench.services["faxes"].rows(ids)
    if len({row.staff for row in rows}) > 1:
        raise UserError(QT_TRANSLATE_NOOP("desk", "一件处罚只写一个人，勾选同一个人的传真。"))
    start = PenaltyEntry(
        staff=rows[0].staff,
        act="fax_false",
        times=len(rows),
        occurred_on=max(row.sent_on for row in rows),
        source=f"fax:{rows[0].id}",
    )
    record = ask_penalty(bench, start=start)
    if record is None:
        return
    case = bench.services["penalties"].row(record)
    if case.number:
        faxes.punished([row.id for row in rows], case.number)
    bench.show_record("penalties", record)


def _not_false(row: Any) -> str:
    if row.penalty:
        return QT_TRANSLATE_NOOP("desk", "已经登记处罚")
    return "" if row.state == "false" else QT_TRANSLATE_NOOP("desk", "没有查实虚报")


PUNISH_FAXES = Action(
    "punish",
    QT_TRANSLATE_NOOP("desk", "登记处罚…"),
    "gavel",
    _punish,
    Scope.ROWS,
    "F8",
    locked=_not_false,
)


def _charge(bench: Any, ids: Sequence[int]) -> None:
    """Enter the case by which who lost or damaged a device pays its price; the device then names its number."""
    from desk_mailadmin.registers.devices.rules import ACTS
    from desk_mailadmin.registers.penalties.entries import PenaltyEntry
    from desk_mailadmin.registers.penalties.entry_form import ask_penalty

    devices = bench.services["devices"]
    row = devices.row(ids[0])
    start = PenaltyEntry(
        staff=row.staff,
        act=ACTS[row.kind],
        occurred_on=row.ended_on,
        cost_fen=row.value_fen,
        facts=f"{row.title}：{row.reason}",
        source=f"device:{row.id}",
    )
    record = ask_penalty(bench, start=start)
    if record is None:
        return
    case = bench.services["penalties"].row(record)
    if case.number:
        devices.charge(row.id, case.number)
    bench.show_record("penalties", record)


def _not_gone(row: Any) -> str:
    if row.penalty:
        return QT_TRANSLATE_NOOP("desk", "已经登记赔偿")
    if row.state not in ("lost", "damaged"):
        return QT_TRANSLATE_NOOP("desk", "设备没有丢失也没有损坏")
    return "" if row.staff is not None else QT_TRANSLATE_NOOP("desk", "丢失、损坏时不在任何人手里")


CHARGE_DEVICE = Action("charge", QT_TRANSLATE_NOOP("desk", "登记赔偿…"), "gavel", _charge, Scope.ROW, locked=_not_gone)
