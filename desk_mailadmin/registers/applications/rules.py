"""An application's way: filled in, signed one by one, carried out, receipted, in force until its end.

Clauses: 000/3.0, 004/附一, 附二; what a single kind adds stands in its form.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.entered import checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_EXTENSION = regex(r"\d{2,12}", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

OPEN_DAYS = Setting(
    "applications.open_days", 1, "签字齐全后开户的期限", Group.DEADLINES, "000/3.0", "个工作日", least=1, most=250,
    note="制度没有写天数，这里是本单位设定",
)  # fmt: skip
SIGN_DAYS = Setting(
    "applications.sign_days", 5, "申请表签字的期限", Group.DEADLINES, "000/3.0", "个工作日", least=1, most=250,
    note="制度没有写天数，这里是本单位设定",
)  # fmt: skip

LINE_DAYS = Setting(
    "applications.line_days", 4, "装机、移机、拆机的期限", Group.DEADLINES, "002/12.一", "个工作日", least=1, most=250,
    note="自行政处批准之日起",
)  # fmt: skip
DO_DAYS = Setting(
    "applications.do_days", 3, "其他申请批准后办理的期限", Group.DEADLINES, "", "个工作日", least=1, most=250,
    note="制度没有写天数，这里是本单位设定",
)  # fmt: skip
REMIND_DAYS = Setting(
    "applications.remind_days", 5, "到期以前多久提醒", Group.DEADLINES, "004/第十二条", "个工作日", least=1, most=250,
    note="转发、订阅、权限等有期限的事项",
)  # fmt: skip
LEVELS = Setting(
    "secrecy.levels", ["秘密", "机密", "绝密"], "三个密级的叫法", Group.PAPER, "000/4.5",
    note="由低到高，用逗号分开；是本公司商业秘密的等级，不是国家秘密的标志", count=3, banned="★☆",
)  # fmt: skip


def act_of_carrying_out(level: object, levels: Sequence[str]) -> str:
    """Return the journal's act for carrying out an application whose material has that level of ``levels``.

    From the second level on (机密) it is released by a second person, with the PIN, where several people work at the
    desk (000/4.5.2).
    """
    secret = {*levels[1:], *LEVELS.default[1:]}
    return "application.release_secret" if level in secret else "application.carry_out"


SETTINGS: tuple[Setting[Any], ...] = (OPEN_DAYS, SIGN_DAYS, LINE_DAYS, DO_DAYS, REMIND_DAYS, LEVELS)
FIGURES: Mapping[str, Setting[Any]] = {setting.key: setting for setting in SETTINGS}
"""Every figure of this register by its key; a form names them so."""

DRAFT = State("draft", QT_TRANSLATE_NOOP("desk", "草稿"), Tone.GREY, "pencil")
SIGNING = State("signing", QT_TRANSLATE_NOOP("desk", "待签字"), Tone.AMBER, "pen-line")
READY = State("ready", QT_TRANSLATE_NOOP("desk", "待办理"), Tone.BLUE, "key-round")
OPENED = State("opened", QT_TRANSLATE_NOOP("desk", "待送回执"), Tone.BLUE, "receipt")
RECEIPTED = State("receipted", QT_TRANSLATE_NOOP("desk", "待签收"), Tone.AMBER, "mail-check")
IN_FORCE = State("in_force", QT_TRANSLATE_NOOP("desk", "生效中"), Tone.GREEN, "hourglass")
CLOSED = State("closed", QT_TRANSLATE_NOOP("desk", "已办结"), Tone.GREEN, "circle-check")
RETURNED = State("returned", QT_TRANSLATE_NOOP("desk", "已退回"), Tone.RED, "undo-2")
REFUSED = State("refused", QT_TRANSLATE_NOOP("desk", "不同意"), Tone.RED, "circle-alert")
VOID = State("void", QT_TRANSLATE_NOOP("desk", "已作废"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle(
    (DRAFT, SIGNING, READY, OPENED, RECEIPTED, IN_FORCE, CLOSED, RETURNED, REFUSED, VOID),
    {
        "draft": frozenset({"signing", "refused", "void"}),
        "signing": frozenset({"ready", "returned", "refused", "void"}),
        "ready": frozenset({"opened", "in_force", "closed", "returned", "void"}),
        "opened": frozenset({"receipted", "void"}),
        "receipted": frozenset({"in_force", "closed", "opened", "void"}),
        "in_force": frozenset({"closed"}),
        "returned": frozenset({"signing", "refused", "void"}),
        "closed": frozenset(),
        "refused": frozenset({"signing"}),  # a signature recorded by mistake is taken back
        "void": frozenset(),
    },
)
ORDER = {
    state: place
    for place, state in enumerate(
        ("ready", "opened", "signing", "receipted", "returned", "draft", "in_force", "closed", "refused", "void")
    )
}
"""What needs the clerk stands first."""
OPEN_STATES = ("draft", "signing", "ready", "opened", "receipted", "returned")
STANDING = ("signing", "ready", "opened", "receipted", "in_force", "returned")
"""States in which an application is on its way or in force: another for the same thing would be one too many."""


class Signature(Struct, frozen=True):
    """One signature the paper asks for; ``agreed`` is None until it is recorded."""

    role: str
    title: str
    signer: str = ""
    agreed: bool | None = None
    opinion: str = ""
    signed_on: date | None = None


def next_signature(signatures: Sequence[Signature]) -> Signature | None:
    """Return the first signature not yet recorded: they are taken one by one, in the order of the regulation."""
    return next((s for s in signatures if s.agreed is None), None)


def missing_titles(signatures: Sequence[Signature]) -> tuple[str, ...]:
    """Return who has not signed yet."""
    return tuple(s.title for s in signatures if not s.agreed)


def check_signature(
    state: str, signatures: Sequence[Signature], role: str, on: date, entered_on: date, today: date
) -> Signature:
    """Return the signature that ``role`` may now give; raise UserError for a wrong state, role, order or date.

    Nothing is signed before the form was filled in, before the signature that precedes it, or in the future (M0-2).
    """
    if state != "signing":
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "现在是“{state}”，不能登记签字。"), state=LIFECYCLE.state(state).title
        )
    due = next_signature(signatures)
    wanted = next((s for s in signatures if s.role == role), None)
    if wanted is None:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "这张表没有“{role}”这一处签字，有 {roles}。"),
            field="role",
            role=role,
            roles="、".join(f"{s.role}（{s.title}）" for s in signatures),
        )
    if wanted.agreed is not None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{title}已经登记过签字。"), field="role", title=wanted.title)
    if due is not None and due.role != role:
        raise UserError(QT_TRANSLATE_NOOP("desk", "先登记{title}签字。"), field="role", title=due.title)
    _check_signing_day(signatures, on, entered_on, today)
    return wanted


def _check_signing_day(signatures: Sequence[Signature], on: date, entered_on: date, today: date) -> None:
    if on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "签字日期在今天以后。"), field="on")
    if on < entered_on:
        raise UserError(QT_TRANSLATE_NOOP("desk", "签字日期早于填表日期 {entered}。"), field="on", entered=entered_on)
    before = max((s.signed_on for s in signatures if s.signed_on), default=None)
    if before and on < before:
        raise UserError(QT_TRANSLATE_NOOP("desk", "前一处签字是 {before}，这一处不能更早。"), field="on", before=before)


def check_entered_on(on: date, today: date) -> None:
    """Raise UserError for a form filled in after today: its number would belong to the wrong day, or year."""
    if on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "填表日期在今天以后。"), field="entered_on")


def state_with_receipt(receipt_state: str, *, handed: bool, termed: bool = False) -> str:
    """Return the state an application follows its receipt to.

    Signed: in force where it has a term, else closed; lost or void: to be sent anew.
    """
    ended = {"signed": "in_force" if termed else "closed", "lost": "opened", "void": "opened"}
    return ended.get(receipt_state, "receipted" if handed else "opened")


def state_when_done(*, receipt: bool, termed: bool) -> str:
    """Return the state that carrying out an application leads to: its receipt first, then its term."""
    if receipt:
        return "opened"
    return "in_force" if termed else "closed"


def state_after(signatures: Sequence[Signature]) -> str:
    """Return the state that recorded signatures lead to: refused, signing, or ready once all agreed."""
    if any(s.agreed is False for s in signatures):
        return "refused"
    return "ready" if all(s.agreed for s in signatures) else "signing"


def check_ready(state: str, signatures: Sequence[Signature], deed: str, clause: str = "") -> None:
    """Raise UserError unless every signature is recorded: nothing is opened or granted before that (M0-3).

    ``clause`` is the kind's, as people cite it; an office's own kind has none.
    """
    missing = missing_titles(signatures)
    if missing and state in ("draft", "signing"):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "还缺 {count} 处签字：{missing}。签字齐全才能{deed}{clause}。"),
            count=len(missing),
            missing="、".join(missing),
            deed=deed,
            clause=f"（{clause}）" if clause else "",
        )
    if state != "ready":
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "现在是“{state}”，不能{deed}。"), state=LIFECYCLE.state(state).title, deed=deed
        )


def check_done_on(on: date, signatures: Sequence[Signature], today: date, deed: str) -> None:
    """Raise UserError unless the work was done after the last signature and not in the future."""
    last = max((s.signed_on for s in signatures if s.signed_on), default=None)
    if last and on < last:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "最后一处签字是 {last}，{deed}不能更早。"), field="on", last=last, deed=deed
        )
    if on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{deed}日期在今天以后。"), field="on", deed=deed)


def check_term(start: date, until: date | None) -> None:
    """Raise UserError for a term that ends before it starts (004/第十二条)."""
    if until is not None and until < start:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "到期日 {until} 早于开始日 {start}。"), field="until", until=until, start=start
        )


def check_ended_on(on: date, done_on: date | None, today: date, end: str) -> None:
    """Raise UserError unless what was granted ended after it was granted, and not in the future."""
    if done_on is not None and on < done_on:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{done} 才办理，{end}不能更早。"), field="on", done=done_on, end=end)
    if on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{end}日期在今天以后。"), field="on", end=end)


def paper_number(prefix: str, year: int, serial: int) -> str:
    """Return a number as it is printed: YJ-2026-0141."""
    return f"{prefix}-{year}-{serial:04d}"


def route_of(branch_kind: str) -> str:
    """Return the sign-off route of a unit: headquarters signs by 004/附一, every other unit by 004/附二."""
    return "headquarters" if branch_kind == "headquarters" else "branch"


def check_entry_text(key: str, label: str, text: str, *, required: bool, most: int) -> str:
    """Return a text entry trimmed; raise UserError if it is required and empty, or over ``most`` characters."""
    text = checked_text(text, label, key, most)
    if required and not text:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有填{label}。"), field=key, label=label)
    return text


def check_entry_number(key: str, label: str, number: int, *, least: int, most: int, fen: bool = False) -> int:
    """Return a number entry, or a sum (``fen``); raise UserError unless it lies in its range."""
    if not least <= number <= most:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{label}应在 {least} 到 {most} 之间。"),
            field=key,
            label=label,
            least=fen_to_text(least) if fen else least,
            most=fen_to_text(most) if fen else most,
        )
    return number


def check_extension(text: str) -> str:
    """Return an extension or a number as digits; raise UserError unless it has two to twelve."""
    digits = unicodedata.normalize("NFKC", text).replace(" ", "").replace("-", "")
    if _EXTENSION.fullmatch(digits) is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{text}”不像分机或电话号码，应是 2 到 12 位数字。"), text=text)
    return digits


def check_likely(day: date) -> date:
    """Return a day of a form; raise UserError for a year that can only be a slip of the keys."""
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{day} 的年份不对，应在 {first} 到 {last} 年之间。"),
            day=day,
            first=_FIRST_YEAR,
            last=_LAST_YEAR,
        )
    return day


def check_not_before(key: str, label: str, day: date, first: date) -> None:
    """Raise UserError for a date before the one it may not precede."""
    if day < first:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{label}不能早于 {first}。"), field=key, label=label, first=first)


def check_not_after(key: str, label: str, day: date, last: date) -> None:
    """Raise UserError for a date after the one it may not follow."""
    if day > last:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{label}不能晚于 {last}。"), field=key, label=label, last=last)


def months_before(day: date, months: int) -> date:
    """Return the same day some months earlier, the month's last where that month has no such day."""
    month = day.year * 12 + day.month - 1 - months
    year, month = divmod(month, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def check_over_quota(used_mb: int, quota_mb: int) -> None:
    """Raise UserError unless a mailbox holds more than its quota: else nothing may be cleared away (000/4.1)."""
    if used_mb <= quota_mb:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "没有超过这个邮箱的限额 {quota} MB，不用清理（邮件制度 4.1）。"),
            field="used_mb",
            quota=quota_mb,
        )


def check_within_quota(left_mb: int, quota_mb: int) -> None:
    """Raise UserError while a cleared mailbox still holds more than its quota (000/4.1)."""
    if left_mb > quota_mb:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "还超过这个邮箱的限额 {quota} MB，没有清理完（邮件制度 4.1）。"),
            field="left_mb",
            quota=quota_mb,
        )


def check_entry_choices(
    key: str, label: str, chosen: Sequence[str], *, options: Sequence[str], required: bool
) -> tuple[str, ...]:
    """Return what was ticked, in the form's order; raise UserError for nothing where required, or an unknown option."""
    unknown = [choice for choice in chosen if choice not in options]
    if unknown:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{label}没有“{unknown}”这一项。"), field=key, label=label, unknown=unknown[0]
        )
    if required and not chosen:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{label}至少选一项。"), field=key, label=label)
    return tuple(option for option in options if option in chosen)
