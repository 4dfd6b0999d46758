"""What the switchboard may close and open, and at whose word (002/9.1, 002/9.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line, plain, plain_day
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.times import check_time
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

STANDING = State("standing", QT_TRANSLATE_NOOP("desk", "维持中"), Tone.BLUE, "lock")
REVERSED = State("reversed", QT_TRANSLATE_NOOP("desk", "已恢复"), Tone.GREEN, "lock-open")
LIFECYCLE = Lifecycle((STANDING, REVERSED), {"standing": frozenset({"reversed"}), "reversed": frozenset({"standing"})})

CLOSE, OPEN = "close", "open"
DEEDS = ((CLOSE, QT_TRANSLATE_NOOP("desk", "关闭")), (OPEN, QT_TRANSLATE_NOOP("desk", "开通")))
LONG_DISTANCE = "long_distance"
WHATS = (
    ("extension", QT_TRANSLATE_NOOP("desk", "整部分机")),
    ("outside_line", QT_TRANSLATE_NOOP("desk", "外线")),
    (LONG_DISTANCE, QT_TRANSLATE_NOOP("desk", "长途")),
)
INSIDE, OUTSIDE = "inside", "outside"
AREAS = (
    (INSIDE, QT_TRANSLATE_NOOP("desk", "本部门管辖范围以内")),
    (OUTSIDE, QT_TRANSLATE_NOOP("desk", "管辖范围以外")),
)
MANAGER, ON_DUTY, DEPARTMENT = "manager", "on_duty", "department"
RANKS = (
    (MANAGER, QT_TRANSLATE_NOOP("desk", "部门经理本人")),
    (ON_DUTY, QT_TRANSLATE_NOOP("desk", "当班级别最高者")),
    (DEPARTMENT, QT_TRANSLATE_NOOP("desk", "部门其他人员")),
)
CAUSES = (
    ("arrears", QT_TRANSLATE_NOOP("desk", "业务欠费")),
    ("safety", QT_TRANSLATE_NOOP("desk", "安全问题")),
    ("other", QT_TRANSLATE_NOOP("desk", "其他特殊原因")),
)
DUTY_MANAGER = "duty_manager"
TAKERS = (
    ("front_office", QT_TRANSLATE_NOOP("desk", "前厅部")),
    (DUTY_MANAGER, QT_TRANSLATE_NOOP("desk", "当班大堂副理")),
)
_CHOICES = {"deed": DEEDS, "what": WHATS, "area": AREAS, "asked_rank": RANKS}
_OPTIONAL = {"cause": CAUSES, "taken_by": TAKERS}

TITLES: Mapping[str, str] = {
    "extension": QT_TRANSLATE_NOOP("desk", "分机"),
    "dept": QT_TRANSLATE_NOOP("desk", "分机所属部门"),
    "deed": QT_TRANSLATE_NOOP("desk", "开关"),
    "what": QT_TRANSLATE_NOOP("desk", "事项"),
    "area": QT_TRANSLATE_NOOP("desk", "范围"),
    "asked_by": QT_TRANSLATE_NOOP("desk", "通知人"),
    "asked_dept": QT_TRANSLATE_NOOP("desk", "通知部门"),
    "asked_rank": QT_TRANSLATE_NOOP("desk", "通知人身份"),
    "cause": QT_TRANSLATE_NOOP("desk", "原因"),
    "reason": QT_TRANSLATE_NOOP("desk", "理由"),
    "taken_by": QT_TRANSLATE_NOOP("desk", "受理"),
    "operator": QT_TRANSLATE_NOOP("desk", "总机操作人"),
    "done_on": QT_TRANSLATE_NOOP("desk", "办理日期"),
    "done_at": QT_TRANSLATE_NOOP("desk", "办理时间"),
    "application": QT_TRANSLATE_NOOP("desk", "申请单号"),
    "remark": QT_TRANSLATE_NOOP("desk", "备注"),
}
"""What people call each entry."""

LONGEST = {"extension": 12, "asked_by": 40, "operator": 40, "reason": 200, "remark": 200}
_EXTENSION = regex(r"\d{2,12}", re.ASCII)


class Deed(Struct, frozen=True, kw_only=True):
    """What the switchboard did with one extension.

    ``branch`` is the unit's id; the others are texts and keys of the tables above. ``own`` says, where long distance is
    opened, that it is the manager's own office extension (002/9.2).
    """

    branch: int
    extension: str
    deed: str
    what: str
    area: str
    asked_by: str
    asked_rank: str
    operator: str
    done_on: date
    done_at: str
    dept: str = ""
    asked_dept: str = ""
    cause: str = ""
    reason: str = ""
    taken_by: str = ""
    application: str = ""
    own: bool = False
    remark: str = ""


def checked(deed: Deed, today: date) -> Deed:
    """Return the deed with its texts cleaned; raise UserError naming the field that cannot stand, with its clause."""
    texts: dict[str, Any] = {
        key: checked_line(getattr(deed, key), title, key, LONGEST.get(key, 60))
        for key, title in TITLES.items()
        if key not in ("done_on", "done_at")
    }
    deed = replace(deed, **texts)
    _check_entries(deed, today)
    if deed.area == OUTSIDE:
        _check_outside(deed)
    else:
        _check_inside(deed)
    return replace(deed, done_at=checked_time(deed.done_at, "done_at"))


def _check_entries(deed: Deed, today: date) -> None:
    if not _EXTENSION.fullmatch(deed.extension):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "“{text}”不像分机或电话号码，应是 2 到 12 位数字。"),
            field="extension",
            text=deed.extension,
        )
    for key, choices in {**_CHOICES, **_OPTIONAL}.items():
        value = getattr(deed, key)
        if value not in dict(choices) and not (key in _OPTIONAL and value == ""):
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{title}没有“{key}”这一项。"), field=key, title=TITLES[key], key=value
            )
    for key in ("asked_by", "operator"):
        if not getattr(deed, key):
            raise UserError(QT_TRANSLATE_NOOP("desk", "{title}是空的。"), field=key, title=TITLES[key])
    if deed.done_on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "办理日期 {on} 还没有到。"), field="done_on", on=deed.done_on)


def _check_outside(deed: Deed) -> None:
    """Outside one's own area nothing is opened; it is closed for a named cause, by whom may allow it (002/9.1)."""
    if deed.deed == OPEN:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "管辖范围以外的分机不能由部门通知总机开通（电话制度 9.1）。"), field="deed"
        )
    if not deed.cause:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "关闭范围以外的分机要有欠费、安全等特殊原因（电话制度 9.1）。"), field="cause"
        )
    if not deed.taken_by:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "关闭范围以外的分机要由前厅部或当班大堂副理受理（电话制度 9.1）。"),
            field="taken_by",
        )
    _check_reason(deed, QT_TRANSLATE_NOOP("desk", "写明关闭的理由（电话制度 9.1）。"))


def _check_inside(deed: Deed) -> None:
    """Inside, the manager says so himself; in his absence the highest on duty asks the duty manager (002/9.2)."""
    if deed.asked_rank == DEPARTMENT:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "desk", "本部门分机的开关要部门经理本人通知；经理不在时由当班级别最高者申请（电话制度 9.2）。"
            ),
            field="asked_rank",
        )
    if deed.asked_rank == ON_DUTY and deed.taken_by != DUTY_MANAGER:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "经理不在时向大堂副理申请，受理选“当班大堂副理”（电话制度 9.2）。"),
            field="taken_by",
        )
    if deed.asked_rank == ON_DUTY:
        _check_reason(deed, QT_TRANSLATE_NOOP("desk", "写明经理不在的情况和理由（电话制度 9.2）。"))
    if deed.deed == OPEN and deed.what == LONG_DISTANCE and not deed.own:
        raise UserError(QT_TRANSLATE_NOOP("desk", "长途只开在部门经理本人的办公分机上（电话制度 9.2）。"), field="own")


def _check_reason(deed: Deed, sentence: str) -> None:
    if not deed.reason:
        raise UserError(sentence, field="reason")


def checked_time(text: str, field: str) -> str:
    """Return a time of day as 09:05; raise UserError naming ``field`` for anything else."""
    try:
        return check_time(text)
    except UserError as error:
        raise UserError(error.template, field=field, **error.values) from None


def said(deed: str, what: str) -> str:
    """Return what was done as people say it: 关闭外线."""
    return f"{dict(DEEDS)[deed]}{dict(WHATS)[what]}"


def entry_from(data: Mapping[str, Any], branch: int) -> Deed:
    """Return the deed that plain data describe; ``branch`` was found by its name.

    Raises UserError for a name the desk does not know, a date that is none, or ``own`` that is no truth value.
    """
    known = set(Deed.__struct_fields__) - {"branch"}
    for key in data:
        if key not in known:
            raise UserError(QT_TRANSLATE_NOOP("desk", "总机记录没有“{key}”这一项。"), field=str(key), key=key)
    if not isinstance(data.get("own", False), bool):
        raise UserError(QT_TRANSLATE_NOOP("desk", "own 只能是 true 或 false。"), field="own")
    texts: dict[str, Any] = {key: plain(data.get(key), title, key) for key, title in TITLES.items() if key != "done_on"}
    on = plain_day(data.get("done_on"), TITLES["done_on"], "done_on")
    return Deed(**texts, done_on=on, own=bool(data.get("own", False)), branch=branch)
