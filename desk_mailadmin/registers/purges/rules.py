"""How long each kind of record is kept, what may be destroyed after that, and what must stay (SAFETY 5.9).

No regulation of this house names a term; the defaults are careful, each says why, and all are settings with a date.
Whether they are lawful is for the company's lawyers to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

PROPOSED = State("proposed", QT_TRANSLATE_NOOP("desk", "待批准"), Tone.AMBER, "hourglass")
DONE = State("done", QT_TRANSLATE_NOOP("desk", "已销毁"), Tone.GREEN, "shield-check")
VOID = State("void", QT_TRANSLATE_NOOP("desk", "作废"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle(
    (PROPOSED, DONE, VOID),
    {"proposed": frozenset({"done", "void"}), "done": frozenset(), "void": frozenset()},
)

BY_LAW = QT_TRANSLATE_NOOP("desk", "由公司法务核对")
DESTROYED = "已销毁"
"""What stands in the place of a name that was destroyed."""

_LEAP_DAY = 29


class Kept(Struct, frozen=True):
    """One kind of record: its key, what it is called, its term, and what is left of it (empty: nothing)."""

    key: str
    title: str
    term: Setting[int]
    left: str = ""


def _term(key: str, title: str, years: int, why: str, least: int = 1) -> Setting[int]:
    note = f"{why}；{BY_LAW}"
    return Setting(f"retention.{key}", years, title, Group.PRIVACY, unit="年", least=least, most=100, note=note)


_NUMBERS_STAY = QT_TRANSLATE_NOOP("desk", "编号、日期和结果留着，姓名和内容清空")
_SUMS_STAY = QT_TRANSLATE_NOOP("desk", "编号、条款和金额留着，姓名和事由清空")
_MONTHS_STAY = QT_TRANSLATE_NOOP("desk", "每月的合计留着")

RETENTION: tuple[Kept, ...] = (
    Kept(
        "calls",
        QT_TRANSLATE_NOOP("desk", "通话明细、交换机话单、核查结果"),
        _term("calls", "通话明细保存", 3, "话费争议和核查够用，合计不受影响"),
        _MONTHS_STAY,
    ),
    Kept(
        "longdistance",
        QT_TRANSLATE_NOOP("desk", "长途登记"),
        _term("longdistance", "长途登记保存", 3, "和通话明细一样长"),
    ),
    Kept(
        "applications",
        QT_TRANSLATE_NOOP("desk", "已办结的申请和签字"),
        _term("applications", "已办结的申请保存", 5, "从办结或收回那天算"),
        _NUMBERS_STAY,
    ),
    Kept(
        "receipts",
        QT_TRANSLATE_NOOP("desk", "已了结的回执、签收单"),
        _term("receipts", "已了结的回执保存", 5, "从签收或归还那天算"),
        _NUMBERS_STAY,
    ),
    Kept(
        "penalties",
        QT_TRANSLATE_NOOP("desk", "已结清的处罚"),
        _term("penalties", "已结清的处罚保存", 10, "会计凭证和劳动争议都要用到，从最后一笔算"),
        _SUMS_STAY,
    ),
    Kept(
        "charges",
        QT_TRANSLATE_NOOP("desk", "月话费、扣罚通知、年结、手机补贴"),
        _term("charges", "月话费和补贴保存", 10, "财务依据，金额不清"),
        QT_TRANSLATE_NOOP("desk", "金额和部门留着，责任人清空"),
    ),
    Kept(
        "messages",
        QT_TRANSLATE_NOOP("desk", "电话留言"),
        _term("messages", "电话留言保存", 2, "转达以后没有别的用处"),
        QT_TRANSLATE_NOOP("desk", "编号和日期留着"),
    ),
    Kept(
        "sales",
        QT_TRANSLATE_NOOP("desk", "传真记录、日电话量"),
        _term("sales", "传真记录和日电话量保存", 3, "考核和抽查够用"),
    ),
    Kept(
        "deliveries",
        QT_TRANSLATE_NOOP("desk", "邮件寄送记录"),
        _term("deliveries", "寄送记录保存", 3, "能证明送达就够"),
    ),
    Kept(
        "devices",
        QT_TRANSLATE_NOOP("desk", "归还的设备领用、下网的电脑、办完的停机"),
        _term("devices", "设备领用记录保存", 5, "从归还那天算"),
    ),
    Kept(
        "mailboxes",
        QT_TRANSLATE_NOOP("desk", "注销的邮箱、删去的通讯录条目"),
        _term("mailboxes", "注销的邮箱保存", 2, "超过 6 个月不用的账户注销以后，再留到能查清为止"),
        QT_TRANSLATE_NOOP("desk", "只留一行“已销毁”"),
    ),
    Kept(
        "leavers",
        QT_TRANSLATE_NOOP("desk", "离职人员"),
        _term("leavers", "离职人员保存", 3, "劳动争议时效以后，没有别的记录用到才销毁"),
    ),
    Kept(
        "prints",
        QT_TRANSLATE_NOOP("desk", "打印留档和附件"),
        _term("prints", "打印留档和附件保存", 10, "随单据一起销毁的不等这么久"),
    ),
    Kept(
        "history",
        QT_TRANSLATE_NOOP("desk", "变更历史的前后内容"),
        _term("history", "变更历史保存", 5, "日志链和校验码永远留着"),
        QT_TRANSLATE_NOOP("desk", "谁在什么时候改了哪条留着，改了什么清空"),
    ),
    Kept(
        "accesses",
        QT_TRANSLATE_NOOP("desk", "访问记录"),
        _term("accesses", "访问记录保存", 5, "至少三年", 3),
    ),
    Kept(
        "files",
        QT_TRANSLATE_NOOP("desk", "打开附件时的副本、没有保存的草稿"),
        _term("files", "副本和草稿保存", 1, "正本在台账里"),
    ),
)
"""Every kind, in the order in which it is destroyed: what leans on others first."""

SETTINGS: tuple[Setting[int], ...] = tuple(kept.term for kept in RETENTION)
_BY_KEY: Mapping[str, Kept] = {kept.key: kept for kept in RETENTION}


def kept_of(key: str) -> Kept:
    """Return the kind of that key; KeyError where there is none."""
    return _BY_KEY[key]


def years_before(day: date, years: int) -> date:
    """Return the same day that many years earlier; 29 February becomes the 28th."""
    if day.month == 2 and day.day == _LEAP_DAY:  # noqa: PLR2004  (February)
        day = day.replace(day=_LEAP_DAY - 1)
    return day.replace(year=day.year - years)


class Found(Struct, frozen=True):
    """Records of a kind that ended before its term: where from, when, how many; ``held`` says why they must stay."""

    key: str
    on: str
    held: str = ""
    count: int = 1


class Line(Struct, frozen=True):
    """A kind in a plan: what goes (how many, oldest, newest) and what stays although its term is over, and why."""

    key: str
    years: int
    before: str
    count: int
    oldest: str = ""
    newest: str = ""
    kept: tuple[tuple[str, int], ...] = ()

    @property
    def title(self) -> str:
        """What the kind is called."""
        return kept_of(self.key).title

    @property
    def left(self) -> str:
        """What is left of a record."""
        return kept_of(self.key).left


class Plan(Struct, frozen=True):
    """What would be destroyed on a day."""

    as_of: date
    lines: tuple[Line, ...]
    files: int = 0

    @property
    def records(self) -> int:
        """How many records go; copies and drafts are no records."""
        return sum(line.count for line in self.lines if line.key != "files")


def lines_of(found: Iterable[Found], terms: Mapping[str, tuple[int, date]]) -> tuple[Line, ...]:
    """Return a line for every kind; ``terms`` gives years and the day before which a record must have ended."""
    by_key: dict[str, list[Found]] = {key: [] for key in terms}
    for one in found:
        by_key[one.key].append(one)
    return tuple(_line(key, *terms[key], by_key[key]) for key in terms)


def _line(key: str, years: int, before: date, found: Sequence[Found]) -> Line:
    free = [one for one in found if not one.held]
    reasons: dict[str, int] = {}
    for one in found:
        if one.held:
            reasons[one.held] = reasons.get(one.held, 0) + one.count
    days = sorted(one.on for one in free)
    oldest, newest = (days[0], days[-1]) if days else ("", "")
    return Line(key, years, before.isoformat(), sum(one.count for one in free), oldest, newest, tuple(reasons.items()))


def checked_reason(reason: str) -> str:
    """Return why something is destroyed; raise UserError where nothing is said."""
    told = " ".join(reason.split())
    if not told:
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有写为什么销毁。"), field="reason")
    return told


def checked_approval(approved_by: str, approved_on: date, proposed_on: date, today: date) -> str:
    """Return who approved; raise UserError for no name, or for a day before the proposal or still to come."""
    name = " ".join(approved_by.split())
    if not name:
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有写批准人。"), field="approved_by")
    if not proposed_on <= approved_on <= today:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "批准日期 {on} 应在开出审批单那天（{first}）到今天之间。"),
            field="approved_on",
            on=approved_on,
            first=proposed_on,
        )
    return name


def check_within(approved: Mapping[str, int], now: Plan) -> None:
    """Raise UserError where a plan would destroy more of a kind than was approved."""
    for line in now.lines:
        if line.count > approved.get(line.key, 0):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "desk", "“{title}”现在有 {now} 条到期，审批单上是 {then} 条。作废这张审批单，重新开一张。"
                ),
                title=line.title,
                now=line.count,
                then=approved.get(line.key, 0),
            )


def check_not_empty(plan: Plan) -> None:
    """Raise UserError where a plan destroys nothing."""
    if not plan.records and not plan.files:
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有到期的记录，不用销毁。"))


def offered(today: date, first: date, last: date | None) -> bool:
    """Say whether the yearly run is due: from 1 January until this year's is done.

    ``first`` is the day of the desk's first entry, ``last`` that of the last run.
    """
    return (last or first).year < today.year


def why_held(month_open: bool, finding_open: bool) -> str:
    """Return why a month's calls stay, empty where they may go."""
    if month_open:
        return QT_TRANSLATE_NOOP("desk", "这个月还没有月结")
    return QT_TRANSLATE_NOOP("desk", "核查结果或处罚还没有了结") if finding_open else ""


def still_counts(occurred: date, today: date, look_back: int, *, left: bool) -> bool:
    """Say whether a case counts for the next one: its person is here, the look-back (months, 0: for ever) runs."""
    if left:
        return False
    if not look_back:
        return True
    months = (today.year - occurred.year) * 12 + today.month - occurred.month
    return months <= look_back
