"""What a device may be and what may become of it (002/15.二.5, 002/14.二.1)."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

STORE = State("store", QT_TRANSLATE_NOOP("desk", "在库"), Tone.BLUE, "archive")
ISSUED = State("issued", QT_TRANSLATE_NOOP("desk", "在用"), Tone.GREEN, "user")
RETURNED = State("returned", QT_TRANSLATE_NOOP("desk", "已归还"), Tone.BLUE, "inbox")
LOST = State("lost", QT_TRANSLATE_NOOP("desk", "丢失"), Tone.RED, "circle-alert")
DAMAGED = State("damaged", QT_TRANSLATE_NOOP("desk", "损坏"), Tone.RED, "triangle-alert")
LIFECYCLE = Lifecycle(
    (STORE, ISSUED, RETURNED, LOST, DAMAGED),
    {
        "store": frozenset({"issued", "lost", "damaged"}),
        "issued": frozenset({"store", "returned", "lost", "damaged"}),
        "returned": frozenset({"issued", "lost", "damaged"}),
        "lost": frozenset({"returned"}),  # found again
        "damaged": frozenset({"returned"}),  # mended
    },
)
AT_HAND = ("store", "returned")
GONE = ("lost", "damaged")

KINDS = {
    "mobile": QT_TRANSLATE_NOOP("desk", "移动电话"),
    "radio": QT_TRANSLATE_NOOP("desk", "对讲机"),
    "set": QT_TRANSLATE_NOOP("desk", "话机"),
    "other": QT_TRANSLATE_NOOP("desk", "其他"),
}
ACTS = {"mobile": "mobile_lost", "radio": "mobile_lost", "set": "phone_damaged", "other": "phone_damaged"}
"""The act of the rulebook under which somebody answers for a device, by its kind."""

TITLES = {
    "kind": QT_TRANSLATE_NOOP("desk", "类别"),
    "model": QT_TRANSLATE_NOOP("desk", "名称和型号"),
    "serial": QT_TRANSLATE_NOOP("desk", "机身号"),
    "number": QT_TRANSLATE_NOOP("desk", "号码"),
    "value_fen": QT_TRANSLATE_NOOP("desk", "价值"),
    "bought_on": QT_TRANSLATE_NOOP("desk", "购置日期"),
    "remark": QT_TRANSLATE_NOOP("desk", "备注"),
}
LONGEST = 60
LONGEST_REMARK = 500


class DeviceEntry(Struct, frozen=True):
    """A device as the clerk enters it; ``value_fen`` is what is paid for it when it is lost."""

    kind: str
    model: str
    serial: str = ""
    number: str = ""
    value_fen: int = 0
    bought_on: date | None = None
    remark: str = ""


def checked(entry: DeviceEntry, today: date) -> DeviceEntry:
    """Return the entry with its texts trimmed; raise UserError naming the field that cannot stand."""
    if entry.kind not in KINDS:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "没有“{kind}”这一类，只有 {known}。"), field="kind", kind=entry.kind,
            known="、".join(KINDS),
        )  # fmt: skip
    texts: dict[str, Any] = {
        key: checked_line(getattr(entry, key), TITLES[key], key, most)
        for key, most in (("model", LONGEST), ("serial", LONGEST), ("number", LONGEST), ("remark", LONGEST_REMARK))
    }
    if not texts["model"]:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写名称和型号。"), field="model")
    if entry.value_fen < 0:
        raise UserError(QT_TRANSLATE_NOOP("desk", "价值不能是负数。"), field="value_fen")
    if entry.bought_on is not None and entry.bought_on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "购置日期还没有到。"), field="bought_on")
    return replace(entry, **texts)


def check_day(on: date, since: date | None, today: date) -> None:
    """Raise UserError for a day that is to come, or before the device was handed out."""
    if on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "日期还没有到。"), field="on")
    if since is not None and on < since:
        raise UserError(QT_TRANSLATE_NOOP("desk", "日期早于领用日期 {since}。"), field="on", since=since)
