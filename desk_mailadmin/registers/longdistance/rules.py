"""The log against the bill (M5-11): which entry is which call, what is false, what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.times import minutes_of
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

LONG_DISTANCE = frozenset({"domestic", "ip", "hmt", "international"})
"""The kinds of calls that must be logged."""

LONGEST = 180
"""Seconds that a call may last at most; lists draw attention to longer ones (002/5.三(二))."""

OPEN = State("open", QT_TRANSLATE_NOOP("desk", "待核对"), Tone.BLUE, "clock")
OK = State("ok", QT_TRANSLATE_NOOP("desk", "相符"), Tone.GREEN, "circle-check")
INCOMPLETE = State("incomplete", QT_TRANSLATE_NOOP("desk", "不完整"), Tone.AMBER, "circle-alert")
FALSE = State("false", QT_TRANSLATE_NOOP("desk", "登记不实"), Tone.RED, "triangle-alert")
UNLOGGED = State("unlogged", QT_TRANSLATE_NOOP("desk", "未登记"), Tone.RED, "triangle-alert")
_ANY = frozenset({"open", "ok", "incomplete", "false", "unlogged"})
LIFECYCLE = Lifecycle(
    (OPEN, OK, INCOMPLETE, FALSE, UNLOGGED),
    {key: _ANY - {key} for key in ("open", "ok", "incomplete", "false")} | {"unlogged": frozenset()},
)
"""What an entry may be after each check against the bills; the line of a call nobody logged goes when it is logged."""

NO_SUCH_CALL, WRONG_NUMBER, WRONG_PHONE = "no_such_call", "wrong_number", "wrong_phone"
WRONG_DURATION, WRONG_USER, TWICE = "wrong_duration", "wrong_user", "written_twice"
DETAILS: Mapping[str, str] = {
    NO_SUCH_CALL: QT_TRANSLATE_NOOP("desk", "清单里没有这个电话"),
    WRONG_NUMBER: QT_TRANSLATE_NOOP("desk", "对方号码不符"),
    WRONG_PHONE: QT_TRANSLATE_NOOP("desk", "使用电话不符"),
    WRONG_DURATION: QT_TRANSLATE_NOOP("desk", "起讫时间不符"),
    WRONG_USER: QT_TRANSLATE_NOOP("desk", "使用人不符"),
    TWICE: QT_TRANSLATE_NOOP("desk", "重复登记"),
}
"""What makes an entry false, by its key."""

FIELDS: Mapping[str, str] = {
    "user": QT_TRANSLATE_NOOP("desk", "使用人"),
    "callee": QT_TRANSLATE_NOOP("desk", "受话人"),
    "from_at": QT_TRANSLATE_NOOP("desk", "起时"),
    "to_at": QT_TRANSLATE_NOOP("desk", "讫时"),
    "purpose": QT_TRANSLATE_NOOP("desk", "联络事项"),
    "result": QT_TRANSLATE_NOOP("desk", "交涉结果"),
}
"""What the log must say of each call: the five of the regulation, the times being two (002/5.四(一))."""

START_TOLERANCE = Setting(
    "longdistance.start_minutes", 3, QT_TRANSLATE_NOOP("desk", "登记的起时可以差"), Group.TELEPHONE, "002/5.四(五)",
    QT_TRANSLATE_NOOP("desk", "分钟"), least=0, most=60,
)  # fmt: skip
LENGTH_TOLERANCE = Setting(
    "longdistance.length_minutes", 1, QT_TRANSLATE_NOOP("desk", "登记的时长可以差"), Group.TELEPHONE, "002/5.四(五)",
    QT_TRANSLATE_NOOP("desk", "分钟"), least=0, most=60,
)  # fmt: skip
CHECK_USER = Setting(
    "longdistance.check_user", True, QT_TRANSLATE_NOOP("desk", "核对使用人是不是话机责任人"), Group.TELEPHONE,
    "002/5.四(五)", note=QT_TRANSLATE_NOOP("desk", "公用电话和有批准单的不核对"),
)  # fmt: skip
RANKS = Setting(
    "longdistance.ranks",
    ["所长", "处长", "主任", "经理", "总监", "副总", "副总经理", "总经理", "校长"],
    QT_TRANSLATE_NOOP("desk", "可以直接打长途的职级"),
    Group.TELEPHONE,
    "002/5.四(二)",
    note=QT_TRANSLATE_NOOP("desk", "所长以上人员；其他人先批准后打"),
)
REVIEW_DAY = Setting(
    "longdistance.review_day", 5, QT_TRANSLATE_NOOP("desk", "长途电话记录表每月几日前呈总经理核阅"), Group.TELEPHONE,
    "002/5.四(一)", QT_TRANSLATE_NOOP("desk", "日"), least=1, most=28,
    note=QT_TRANSLATE_NOOP("desk", "制度没有写日期，这里是本单位设定"),
)  # fmt: skip
SETTINGS = (START_TOLERANCE, LENGTH_TOLERANCE, CHECK_USER, RANKS, REVIEW_DAY)

STANDINGS: Mapping[str, str] = {
    "rank": QT_TRANSLATE_NOOP("desk", "所长以上人员"),
    "right": QT_TRANSLATE_NOOP("desk", "话机有长途权限"),
    "slip": QT_TRANSLATE_NOOP("desk", "有批准单"),
    "told": QT_TRANSLATE_NOOP("desk", "批准人已签字"),
    "none": QT_TRANSLATE_NOOP("desk", "未经批准"),
}
"""By what somebody was allowed to make a long-distance call (002/5.四(二)、(三))."""


def standing_of(*, rank: str, ranks: Sequence[str], rights: frozenset[str], slip: bool, approver: str) -> str:
    """Return by what a call was allowed: rank, the right of the set that day, a slip, a signature, or ``none``."""
    if rank and rank in ranks:
        return "rank"
    if rights & {"domestic", "international"}:
        return "right"
    return "slip" if slip else "told" if approver else "none"


_DAY_MINUTES = 24 * 60
_PREFIX = regex(r"179\d\d(?=0?\d{7})")
_COUNTRY = regex(r"0?0?86(?=1\d{10}$|[2-9]\d{8,10}$|10\d{8}$)")


class CallFact(Struct, frozen=True):
    """A billed call as the checks see it; whose it was is told as of the time of the call.

    ``line`` is None where nobody knows which set it came from (a trunk call without a record of the exchange).
    """

    id: int
    started_at: datetime
    seconds: int
    called: str
    kind: str
    fee_fen: int = 0
    info_fen: int = 0
    number: str = ""
    extension: str = ""
    line: int | None = None
    staff: int | None = None
    department: int | None = None
    branch: int | None = None
    private_by: int | None = None


class LogFact(Struct, frozen=True):
    """An entry of the log as the checks see it; ``line`` is the set it names, None where nobody can tell which.

    ``staff`` is None where the user is nobody the desk knows; ``missing`` are keys of ``FIELDS`` left empty.
    """

    id: int
    on_day: date
    called: str
    from_at: str
    to_at: str
    line: int | None = None
    staff: int | None = None
    approval: str = ""
    missing: tuple[str, ...] = ()


class Tolerance(Struct, frozen=True):
    """How far an entry may lie from its call: start and length in minutes."""

    start: int = 3
    length: int = 1
    check_user: bool = True


class Verdict(Struct, frozen=True):
    """What became of an entry: its state, the call it is (None: none), and why it is false."""

    state: str
    call: int | None
    details: tuple[str, ...] = ()


class Matching(Struct, frozen=True):
    """The log beside the bill: a verdict for each entry, and the calls that no entry tells of."""

    verdicts: Mapping[int, Verdict]
    unlogged: tuple[int, ...]


def missing_of(texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return which of the mandatory fields are empty (002/5.四(一))."""
    return tuple(key for key in FIELDS if not texts.get(key, "").strip())


def bare_number(number: str) -> str:
    """Return a dialled number without IP prefix (17909…), country code and the 0 before an area code or a mobile."""
    bare = _PREFIX.sub("", number, count=1) if number.startswith("179") else number
    bare = _COUNTRY.sub("", bare)
    return bare[1:] if bare.startswith("0") and not bare.startswith("00") else bare


def length_of(from_at: str, to_at: str) -> int | None:
    """Return the minutes between two times of day, over midnight too; None where one is not known."""
    if not from_at or not to_at:
        return None
    return (minutes_of(to_at) - minutes_of(from_at)) % _DAY_MINUTES


def must_be_logged(call: CallFact) -> bool:
    """Say whether a call belongs into the log: long distance, from a set somebody answers for (002/5.四(一))."""
    return call.kind in LONG_DISTANCE and call.line is not None


def match(logs: Sequence[LogFact], calls: Iterable[CallFact], tolerance: Tolerance) -> Matching:
    """Return which entry is which call: one to one, the best first (002/5.四(五)).

    An entry is its call where number and start agree, on the set it names before any other; what is left over is
    compared by set and time with the calls left over (a wrong number), else with the entries that have their call
    (written twice).
    """
    facts = {call.id: call for call in calls if call.kind in LONG_DISTANCE}
    entries = {log.id: log for log in logs}
    taken = _Pairing(entries, facts, tolerance)
    taken.by_number()
    numbered = dict(taken.pairs)
    mistaken = taken.by_time()
    verdicts = {
        log.id: _verdict(log, facts.get(numbered.get(log.id, 0)), tolerance)
        if log.id in numbered
        else taken.leftover(log, mistaken.get(log.id))
        for log in logs
    }
    logged = set(numbered.values())
    missed = (call.id for call in facts.values() if call.id not in logged and must_be_logged(call))
    return Matching(verdicts, tuple(sorted(missed)))


class _Pairing:
    """Entries and calls on their way to each other."""

    def __init__(self, entries: Mapping[int, LogFact], calls: Mapping[int, CallFact], tolerance: Tolerance) -> None:
        self._entries, self._calls, self._tolerance = entries, calls, tolerance
        self._bare = {call.id: bare_number(call.called) for call in calls.values()}
        self.pairs: dict[int, int] = {}

    def by_number(self) -> None:
        """Pair what agrees in number and start."""
        by_number: defaultdict[tuple[str, date], list[CallFact]] = defaultdict(list)
        for call in self._calls.values():
            by_number[self._bare[call.id], call.started_at.date()].append(call)
        self._pair(
            (log, call)
            for log in self._entries.values()
            for day in _days(log, self._tolerance)
            for call in by_number.get((bare_number(log.called), day), ())
        )

    def by_time(self) -> Mapping[int, int]:
        """Pair what is left by the set and the time: the number was written down wrongly."""
        before = dict(self.pairs)
        used = set(before.values())
        by_line: defaultdict[tuple[int | None, date], list[CallFact]] = defaultdict(list)
        for call in self._calls.values():
            if call.id not in used:
                by_line[call.line, call.started_at.date()].append(call)
        self._pair(
            (log, call)
            for log in self._entries.values()
            if log.id not in before and log.from_at and log.line is not None
            for day in _days(log, self._tolerance)
            for call in by_line.get((log.line, day), ())
            if _fits_length(log, call, self._tolerance)
        )
        return {log: call for log, call in self.pairs.items() if log not in before}

    def _pair(self, candidates: Iterable[tuple[LogFact, CallFact]]) -> None:
        """Give each entry its call, the closest pairs first; of equals the earlier entry, then the earlier call."""
        ranked = sorted(
            (self._distance(log, call), log.id, call.id)
            for log, call in candidates
            if not log.from_at or _start_off(log, call) <= self._tolerance.start * 60
        )
        used = set(self.pairs.values())
        for _rank, log_id, call_id in ranked:
            if log_id not in self.pairs and call_id not in used:
                self.pairs[log_id] = call_id
                used.add(call_id)

    def _distance(self, log: LogFact, call: CallFact) -> tuple[bool, bool, bool, int, int]:
        return (
            not log.from_at,
            _elsewhere(log, call),
            not _fits_length(log, call, self._tolerance),
            _start_off(log, call),
            _length_off(log, call),
        )

    def leftover(self, log: LogFact, mistaken: int | None) -> Verdict:
        """Return what an entry is that is no call by its number."""
        if mistaken is not None:
            return Verdict("false", None, (WRONG_NUMBER,))
        twin = any(_same(log, self._entries[other], self._tolerance) for other in self.pairs)
        if twin:
            return Verdict("false", None, (TWICE,))
        return Verdict("false", None, (NO_SUCH_CALL,))


def _verdict(log: LogFact, call: CallFact | None, tolerance: Tolerance) -> Verdict:
    """Return what an entry is whose call was found."""
    assert call is not None, "a pair has its call"
    details = []
    if not _fits_length(log, call, tolerance):
        details.append(WRONG_DURATION)
    if _elsewhere(log, call):
        details.append(WRONG_PHONE)
    if tolerance.check_user and call.staff is not None and log.staff != call.staff and not log.approval:
        details.append(WRONG_USER)
    state = "false" if details else "incomplete" if log.missing else "ok"
    return Verdict(state, call.id, tuple(details))


def _elsewhere(log: LogFact, call: CallFact) -> bool:
    """Say whether both sets are known and differ."""
    return None not in (log.line, call.line) and log.line != call.line


def _same(log: LogFact, other: LogFact, tolerance: Tolerance) -> bool:
    """Say whether two entries tell of one call: number, day and set, the start within the tolerance."""
    if log.id == other.id or log.on_day != other.on_day or not (log.from_at and other.from_at):
        return False
    alike = bare_number(log.called) == bare_number(other.called) and log.line == other.line
    return alike and abs(minutes_of(log.from_at) - minutes_of(other.from_at)) <= tolerance.start


def _fits_length(log: LogFact, call: CallFact, tolerance: Tolerance) -> bool:
    return _length_off(log, call) <= tolerance.length * 60


def _length_off(log: LogFact, call: CallFact) -> int:
    """Return by how many seconds an entry's length is off; 0 where it tells none."""
    minutes = length_of(log.from_at, log.to_at)
    return 0 if minutes is None else abs(minutes * 60 - call.seconds)


def _start_off(log: LogFact, call: CallFact) -> int:
    if not log.from_at:
        return 0
    start = datetime.combine(log.on_day, datetime.min.time()) + timedelta(minutes=minutes_of(log.from_at))
    return abs(round((call.started_at - start).total_seconds()))


def _days(log: LogFact, tolerance: Tolerance) -> tuple[date, ...]:
    """Return the days on which a call may have started that was logged around midnight."""
    minutes = minutes_of(log.from_at or "12:00")
    if minutes < tolerance.start:
        return log.on_day, log.on_day - timedelta(days=1)
    if minutes + tolerance.start >= _DAY_MINUTES:
        return log.on_day, log.on_day + timedelta(days=1)
    return (log.on_day,)
