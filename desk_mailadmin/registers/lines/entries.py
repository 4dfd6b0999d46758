"""A line as it is entered: by hand, from plain data, by an import; and what is made of it before it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line, checked_text, plain
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import Checked
from desk_mailadmin.language.numbers import extension as read_extension
from desk_mailadmin.language.numbers import phone_number
from desk_mailadmin.registers.lines.rules import Right, check_choices, check_kind, checked_rights

LONGEST = 60
LONGEST_REMARK = 500
REACHES = {
    "always": QT_TRANSLATE_NOOP("desk", "24 小时"),
    "day": QT_TRANSLATE_NOOP("desk", "7:00—22:00"),
    "allowance": QT_TRANSLATE_NOOP("desk", "7:30—22:00"),
}
"""From when until when somebody must be reached under a number (002/4.1, 002/4.2, 002/15.二.6)."""


class LineEntry(Struct, frozen=True, kw_only=True):
    """A line; without a person it is the department head's (002/7.1), a trunk may be without a department.

    ``branch`` and ``department`` are ids; ``quota_fen`` is what one line, head or nothing (by rank) may cost;
    ``since`` is from when the line is theirs (None: as long as anybody knows); ``label`` names a shared set.
    """

    branch: int
    department: int | None = None
    number: str = ""
    extension: str = ""
    short_number: str = ""
    kind: str = ""
    label: str = ""
    staff: int | None = None
    rank: str = ""
    rights: tuple[Right, ...] = ()
    place: str = ""
    set_model: str = ""
    set_serial: str = ""
    quota_fen: int | None = None
    quota_by: str = "line"
    quota_per: str = "month"
    tolerance_fen: int = 0
    carry_over: bool = False
    payer: str = "company"
    operator: str = ""
    contract: str = ""
    contract_until: date | None = None
    network: str = ""
    ring_tone: str = ""
    reach: str = ""
    locked: bool = False
    installed_on: date | None = None
    since: date | None = None
    remark: str = ""


TITLES: Mapping[str, str] = {
    "branch": QT_TRANSLATE_NOOP("desk", "单位"),
    "dept": QT_TRANSLATE_NOOP("desk", "部门"),
    "emp_no": QT_TRANSLATE_NOOP("desk", "责任人工号"),
    "number": QT_TRANSLATE_NOOP("desk", "直线号码"),
    "extension": QT_TRANSLATE_NOOP("desk", "分机"),
    "short_number": QT_TRANSLATE_NOOP("desk", "短号"),
    "kind": QT_TRANSLATE_NOOP("desk", "类型"),
    "label": QT_TRANSLATE_NOOP("desk", "公用名称"),
    "rank": QT_TRANSLATE_NOOP("desk", "职级"),
    "rights": QT_TRANSLATE_NOOP("desk", "权限"),
    "place": QT_TRANSLATE_NOOP("desk", "安装地点"),
    "set_model": QT_TRANSLATE_NOOP("desk", "话机型号"),
    "set_serial": QT_TRANSLATE_NOOP("desk", "话机编号"),
    "quota_fen": QT_TRANSLATE_NOOP("desk", "话费额度"),
    "quota_by": QT_TRANSLATE_NOOP("desk", "额度方式"),
    "quota_per": QT_TRANSLATE_NOOP("desk", "额度周期"),
    "tolerance_fen": QT_TRANSLATE_NOOP("desk", "容许超出"),
    "carry_over": QT_TRANSLATE_NOOP("desk", "结转下年"),
    "payer": QT_TRANSLATE_NOOP("desk", "付费方"),
    "operator": QT_TRANSLATE_NOOP("desk", "运营商"),
    "contract": QT_TRANSLATE_NOOP("desk", "合约"),
    "contract_until": QT_TRANSLATE_NOOP("desk", "合约到期"),
    "network": QT_TRANSLATE_NOOP("desk", "集团网"),
    "ring_tone": QT_TRANSLATE_NOOP("desk", "彩铃"),
    "reach": QT_TRANSLATE_NOOP("desk", "保持畅通"),
    "locked": QT_TRANSLATE_NOOP("desk", "加锁"),
    "installed_on": QT_TRANSLATE_NOOP("desk", "安装日期"),
    "since": QT_TRANSLATE_NOOP("desk", "从哪天起归责任人"),
    "remark": QT_TRANSLATE_NOOP("desk", "备注"),
}
"""What people call each field of an entry, and what ``record line`` may hold."""

_TEXTS = ("label", "rank", "place", "set_model", "set_serial", "operator", "contract", "network", "ring_tone")
_FIGURES = ("quota_fen", "tolerance_fen")
_DAYS = ("contract_until", "installed_on", "since")
_FLAGS = ("carry_over", "locked")


def checked(entry: LineEntry, area: str = "") -> LineEntry:
    """Return a line as it is kept: texts trimmed, numbers canonical (``area``: the code of a fixed one without).

    Raises UserError naming the field that cannot stand.
    """
    texts: dict[str, Any] = {key: checked_line(getattr(entry, key), TITLES[key], key, LONGEST) for key in _TEXTS}
    numbers: dict[str, Any] = {
        "number": _read(phone_number(entry.number, area), "number"),
        "extension": _read(read_extension(entry.extension), "extension"),
        "short_number": _read(read_extension(entry.short_number), "short_number"),
    }
    kind = check_kind(entry.kind, numbers["number"], numbers["extension"])
    check_choices(entry.quota_by, entry.quota_per, entry.payer)
    _check_figures(entry)
    if entry.department is None and kind != "trunk":
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有选部门。"), field="dept")
    if entry.reach and entry.reach not in REACHES:
        raise UserError(QT_TRANSLATE_NOOP("desk", "保持畅通的时间只有三种。"), field="reach")
    remark = checked_text(entry.remark, TITLES["remark"], "remark", LONGEST_REMARK)
    return replace(entry, **texts, **numbers, kind=kind, remark=remark, rights=checked_rights(entry.rights))


def _read(read: Checked[str], field: str) -> str:
    if read.value is None and read.fault is not None:
        raise UserError(read.fault.template, field=field, **read.fault.values)
    return read.value or ""


def _check_figures(entry: LineEntry) -> None:
    if entry.quota_fen is not None and entry.quota_fen < 0:
        raise UserError(QT_TRANSLATE_NOOP("desk", "话费额度不能是负数。"), field="quota_fen")
    if entry.tolerance_fen < 0:
        raise UserError(QT_TRANSLATE_NOOP("desk", "容许超出的金额不能是负数。"), field="tolerance_fen")


def values_from(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a line that plain data give (``record line``), but for unit, department and person.

    ``rights`` is a list of keys, or of objects with ``key``, ``from_on`` and ``until_on``; dates are ISO texts.
    Raises UserError for a name the desk does not know or a value that is none.
    """
    for key in data:
        if key not in TITLES:
            raise UserError(QT_TRANSLATE_NOOP("desk", "线路没有“{key}”这一项。"), field=key, key=key)
    given = {key: value for key, value in data.items() if value is not None}
    found: dict[str, Any] = {key: _figure(key, given[key]) for key in _FIGURES if key in given}
    found |= {key: _day(key, given[key]) for key in _DAYS if key in given}
    found |= {key: _flag(key, given[key]) for key in _FLAGS if key in given}
    if "rights" in given:
        found["rights"] = tuple(map(_right, _listed(given["rights"])))
    read = {*found, "branch", "dept", "emp_no"}
    return found | {key: plain(value, TITLES[key], key) for key, value in given.items() if key not in read}


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise UserError(QT_TRANSLATE_NOOP("desk", "权限应当是列表。"), field="rights")
    return value


def _right(value: Any) -> Right:
    if isinstance(value, str):
        return Right(value)
    if not isinstance(value, dict) or not set(value) <= {"key", "from_on", "until_on"}:
        raise UserError(QT_TRANSLATE_NOOP("desk", "权限应写成 inside 或 key、from_on、until_on。"), field="rights")
    days: dict[str, Any] = {key: _day("rights", value[key]) for key in ("from_on", "until_on") if value.get(key)}
    return Right(plain(value.get("key"), TITLES["rights"], "rights"), **days)


def _figure(key: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise UserError(QT_TRANSLATE_NOOP("desk", "{title}应当是整数，单位分。"), field=key, title=TITLES[key])
    return value


def _flag(key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise UserError(QT_TRANSLATE_NOOP("desk", "{title}只能是 true 或 false。"), field=key, title=TITLES[key])
    return value


def _day(key: str, value: Any) -> date:
    text = plain(value, TITLES[key], key)
    try:
        return date.fromisoformat(text)
    except ValueError:
        template = QT_TRANSLATE_NOOP("desk", "{title}“{text}”不是日期，应写成 2026-12-03。")
        raise UserError(template, field=key, title=TITLES[key], text=text) from None
