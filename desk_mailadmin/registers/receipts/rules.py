"""A receipt's way: handed over, signed, back in the office (000/3.0)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from msgspec import Struct

from desk_mailadmin.kernel.entered import checked_line, checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

RETURN_DAYS = Setting(
    "receipts.return_days", 5, "回执应交回的期限", Group.DEADLINES, "000/3.0", "个工作日", least=1, most=250,
    note="制度没有写天数，这里是本单位设定",
)  # fmt: skip

REMIND_DAYS = Setting(
    "receipts.remind_days", 3, "催交单上的交回期限", Group.DEADLINES, "", "个工作日", least=1, most=60
)

WITNESS = Setting(
    "receipts.witness",
    True,
    "拒签要有见证人",
    Group.DEADLINES,
    "",
    note="关掉以后，拒签只写理由也能登记",
)

OUT = State("out", QT_TRANSLATE_NOOP("desk", "待签收"), Tone.AMBER, "mail-check")
SIGNED = State("signed", QT_TRANSLATE_NOOP("desk", "已签收"), Tone.GREEN, "check")
REFUSED = State("refused", QT_TRANSLATE_NOOP("desk", "拒签"), Tone.RED, "circle-alert")
LOST = State("lost", QT_TRANSLATE_NOOP("desk", "遗失"), Tone.RED, "triangle-alert")
VOID = State("void", QT_TRANSLATE_NOOP("desk", "已作废"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle(
    (OUT, SIGNED, REFUSED, LOST, VOID),
    {
        "out": frozenset({"signed", "refused", "lost", "void"}),
        "lost": frozenset({"out", "signed", "void"}),
        "refused": frozenset({"signed", "void"}),
        "signed": frozenset(),
        "void": frozenset(),
    },
)
ORDER = {"out": 0, "lost": 1, "refused": 2, "signed": 3, "void": 4}
"""What needs the clerk stands first."""

ACCOUNT, NOTICE = "account", "notice"
WHATS = (
    ("notice", QT_TRANSLATE_NOOP("desk", "通知")),
    ("password", QT_TRANSLATE_NOOP("desk", "密码单")),
    ("device", QT_TRANSLATE_NOOP("desk", "设备")),
    ("directory", QT_TRANSLATE_NOOP("desk", "通讯录")),
    ("other", QT_TRANSLATE_NOOP("desk", "其他")),
    (ACCOUNT, QT_TRANSLATE_NOOP("desk", "开户")),
)
"""What is handed over for signature, by the key it is kept under (000/3.0, 004/第十五条, 004/第十八条)."""

CLAUSES = {
    ACCOUNT: "000/3.0",
    "notice": "004/第十八条",
    "password": "004/第十五条",
    "device": "002/15.二.5",
    "directory": "002/4.五",
}
"""The clause a due line of each kind cites; the other things have none."""

GIVEN_BACK = frozenset({"device", "directory"})
"""What stays in its holder's hands after the signature and is given back one day."""

MOST_COPIES = 999

MOST_RECIPIENTS = 500
"""Of one thing handed to many at once: they are one transaction and one print."""

WAYS = (
    ("in_person", QT_TRANSLATE_NOOP("desk", "当面")),
    ("department", QT_TRANSLATE_NOOP("desk", "部门转交")),
    ("mail", QT_TRANSLATE_NOOP("desk", "邮件")),
)
"""How a receipt reaches its owner."""


LONGEST_SUBJECT = 80
"""It stands in one line of a sheet and of the list."""

LONGEST_NAME = 30

LONGEST_NOTE = 300

LONGEST_REASON = 1000
"""A reason is a sentence; it stands in the history and in the month's workbook."""


def check_handed_over(on: date, issued_on: date, today: date) -> None:
    """Raise UserError unless the day of handing over lies between the issue and today."""
    if on < issued_on:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "回执 {issued} 才开出，不能早于这一天送出。"), field="on", issued=issued_on
        )
    if on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "送出日期在今天以后。"), field="on")


def check_signed(state: str, handed_on: date | None, on: date, today: date) -> None:
    """Raise UserError unless a receipt may be signed on that day: handed over before, not in the future."""
    LIFECYCLE.check(state, "signed")
    if handed_on is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "回执还没有登记送出，先登记送出。"), field="on")
    if on < handed_on:
        raise UserError(QT_TRANSLATE_NOOP("desk", "回执 {handed} 才送出，签收不能更早。"), field="on", handed=handed_on)
    if on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "签收日期在今天以后。"), field="on")


def check_refused(state: str, handed_on: date | None, on: date, today: date) -> None:
    """Raise UserError unless a receipt may be refused on that day: nobody refuses what was not handed to them."""
    LIFECYCLE.check(state, "refused")
    if handed_on is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "回执还没有登记送出，先登记送出。"), field="on")
    if on < handed_on:
        raise UserError(QT_TRANSLATE_NOOP("desk", "回执 {handed} 才送出，拒签不能更早。"), field="on", handed=handed_on)
    if on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "拒签日期在今天以后。"), field="on")


def check_witness(witness: str, *, needed: bool) -> str:
    """Return the name of who saw that a receipt was refused; raise UserError where one is needed (WITNESS)."""
    witness = checked_line(witness, QT_TRANSLATE_NOOP("desk", "见证人"), "witness", LONGEST_NAME)
    if needed and not witness:
        raise UserError(QT_TRANSLATE_NOOP("desk", "拒签要写见证人是谁。"), field="witness")
    return witness


def check_lost(state: str, issued_on: date, on: date, today: date) -> None:
    """Raise UserError unless a receipt may be lost on that day."""
    LIFECYCLE.check(state, "lost")
    if on < issued_on:
        raise UserError(QT_TRANSLATE_NOOP("desk", "回执 {issued} 才开出，遗失不能更早。"), field="on", issued=issued_on)
    if on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "遗失日期在今天以后。"), field="on")


def check_unsigned(state: str, recorded_on: date | None, returned_on: date | None, today: date) -> None:
    """Raise UserError unless a signature may be taken back: on the day it was entered, as long as nothing followed."""
    if state != "signed":
        raise UserError(QT_TRANSLATE_NOOP("desk", "这张回执没有登记签收，不用撤回。"))
    if returned_on is not None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "已经登记归还，签收不能再撤回。"))
    if recorded_on != today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "签收只能在登记的当天撤回；以后发现错了就作废，另开一张。"))


def is_held(what: str, state: str, returned_on: date | None) -> bool:
    """Say whether a thing is still in the hands of whom it was given to."""
    return what in GIVEN_BACK and state == "signed" and returned_on is None


def check_given_back(*, held: bool, signed_on: date | None, on: date, today: date) -> None:
    """Raise UserError unless a thing may be given back on that day: signed for, not given back before."""
    if not held or signed_on is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有在手的设备或通讯录，不用登记归还。"))
    if on < signed_on:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{signed} 才签收，归还不能更早。"), field="on", signed=signed_on)
    if on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "归还日期在今天以后。"), field="on")


def check_reason(reason: str) -> str:
    """Return the reason cleaned; raise UserError where it is empty: a number is never voided without one (M4-20)."""
    reason = checked_text(reason, QT_TRANSLATE_NOOP("desk", "原因"), "reason", LONGEST_REASON)
    if not reason:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写原因。"), field="reason")
    return reason


def check_handed_thing(what: str, subject: str, copies: int) -> str:
    """Return what was handed over, cleaned, in one line; raise UserError naming the field that cannot stand.

    The opening receipt alone needs none: it names its account.
    """
    if what not in dict(WHATS):
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有“{what}”这种签收事项。"), field="what", what=what)
    subject = checked_line(subject, QT_TRANSLATE_NOOP("desk", "事项"), "subject", LONGEST_SUBJECT)
    if not subject and what != ACCOUNT:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写交付的是什么。"), field="subject")
    if not 1 <= copies <= MOST_COPIES:
        raise UserError(QT_TRANSLATE_NOOP("desk", "份数应在 1 到 {most} 之间。"), field="copies", most=MOST_COPIES)
    return subject


class UsageRule(Struct, frozen=True):
    """One rule of use as it stands on the opening receipt: clause, day from which it is in force, text (000/3.0)."""

    clause: str
    in_force: date
    text: str


def rules_in_force(rules: Sequence[UsageRule], on: date, regulations: Collection[str]) -> tuple[UsageRule, ...]:
    """Return the rules in force on a day, of the regulations put in force; the newest of each clause."""
    newest: dict[str, UsageRule] = {}
    for rule in sorted(rules, key=lambda rule: rule.in_force):
        if rule.in_force <= on and rule.clause.partition("/")[0] in regulations:
            newest[rule.clause] = rule
    listed = [rule.clause for rule in rules]
    return tuple(sorted(newest.values(), key=lambda rule: listed.index(rule.clause)))
