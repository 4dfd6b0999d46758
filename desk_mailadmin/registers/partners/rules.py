"""What a contact at a partner company may be (003/一(二): partners have a list of their own)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.entered import checked_line, plain
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

RUNG = QT_TRANSLATE_NOOP("desk", "合作单位的工作电话，要拨打")
"""Why the list of contacts shows their numbers whole."""

ACTIVE = State("active", QT_TRANSLATE_NOOP("desk", "往来中"), Tone.GREEN, "circle-check")
ENDED = State("ended", QT_TRANSLATE_NOOP("desk", "已停止往来"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle((ACTIVE, ENDED), {"active": frozenset({"ended"}), "ended": frozenset({"active"})})

LONGEST = 60
_PHONE = regex(r"\+?[\d()（）\-－ ]{3,30}(?:[转*#,/、 ]+[\d\-]{1,20})*", re.ASCII)
_EMAIL = regex(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")

TITLES: Mapping[str, str] = {
    "company": QT_TRANSLATE_NOOP("desk", "合作单位"),
    "contact": QT_TRANSLATE_NOOP("desk", "联系人"),
    "post": QT_TRANSLATE_NOOP("desk", "职务"),
    "matter": QT_TRANSLATE_NOOP("desk", "合作事项"),
    "phone": QT_TRANSLATE_NOOP("desk", "电话"),
    "mobile": QT_TRANSLATE_NOOP("desk", "手机"),
    "fax": QT_TRANSLATE_NOOP("desk", "传真"),
    "email": QT_TRANSLATE_NOOP("desk", "邮箱"),
    "remark": QT_TRANSLATE_NOOP("desk", "备注"),
}
"""What people call each text of an entry."""

NUMBERS = ("phone", "mobile", "fax")


class PartnerEntry(Struct, frozen=True):
    """A contact as the clerk enters it; ``staff`` is who looks after it here, None for nobody named yet."""

    company: str
    contact: str = ""
    post: str = ""
    matter: str = ""
    phone: str = ""
    mobile: str = ""
    fax: str = ""
    email: str = ""
    staff: int | None = None
    remark: str = ""


def checked(entry: PartnerEntry) -> PartnerEntry:
    """Return the entry with its texts cleaned; raise UserError naming the field that cannot stand."""
    texts: dict[str, Any] = {key: checked_line(getattr(entry, key), title, key) for key, title in TITLES.items()}
    entry = PartnerEntry(**texts, staff=entry.staff)
    if not entry.company:
        raise UserError(QT_TRANSLATE_NOOP("desk", "合作单位的名称是空的。"), field="company")
    for key in NUMBERS:
        _check_number(key, texts[key])
    if entry.email and not _EMAIL.fullmatch(entry.email):
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{text}”不是邮箱地址。"), field="email", text=entry.email)
    if not any(texts[key] for key in (*NUMBERS, "email")):
        raise UserError(QT_TRANSLATE_NOOP("desk", "电话、手机、传真和邮箱至少填一项。"), field="phone")
    return entry


def _check_number(key: str, text: str) -> None:
    if text and not _PHONE.fullmatch(text):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "“{text}”不是电话号码，可以写 0571-55510000 转 12。"), field=key, text=text
        )


def entry_from(data: Mapping[str, Any], staff: int | None) -> PartnerEntry:
    """Return the contact that plain data describe; ``staff`` was found from their ``emp_no``.

    Raises UserError for a name the desk does not know.
    """
    known = set(PartnerEntry.__struct_fields__) - {"staff"}
    for key in data:
        if key not in known:
            raise UserError(QT_TRANSLATE_NOOP("desk", "合作单位没有“{key}”这一项。"), field=str(key), key=key)
    values: dict[str, Any] = {key: plain(value, TITLES[key], key) for key, value in data.items()}
    return PartnerEntry(**{"company": "", **values}, staff=staff)
