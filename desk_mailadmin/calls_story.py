"""A month of telephoning of the sample company: an operator's bill and the exchange's record, read as files."""

from __future__ import annotations

import csv
import random
import tempfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.bills.rules import Taking
from desk_mailadmin.registers.months.rules import first_day, last_day

if TYPE_CHECKING:
    from desk_mailadmin.intake.bills.result import BillReading
    from desk_mailadmin.office import Office
    from desk_mailadmin.registers.lines.listing import LineRow

HEAD = (
    "序号",
    "计费号码",
    "对方号码",
    "通话类型",
    "起始时间",
    "通话时长",
    "通话地",
    "基本费(元)",
    "信息费(元)",
    "优惠(元)",
    "实收(元)",
)
_MONTHS = 2
_OF_A_LINE, _OF_THE_TRUNK, _OF_A_TALKER = 9, 60, 75
_AHEAD = timedelta(seconds=2)
"""By how much the clock of the sample's exchange is ahead."""


class _Tariff(Struct, frozen=True):
    """What a kind of call is called on the bill, whom it reaches, and fen for each minute begun."""

    title: str
    place: str
    numbers: tuple[str, ...]
    base_fen: int
    info_fen: int = 0
    often: int = 1


_TARIFFS = (
    _Tariff("本地", "本地", ("55507318", "55504127", "55509960", "55502245"), 11, often=14),
    _Tariff("本地", "本地移动", ("15400017733", "15400026618", "15400058204"), 11, often=6),
    _Tariff("国内长途", "上海", ("02155501188", "02155507420"), 30, often=2),
    _Tariff("17909长途", "广州", ("1790902055503341",), 15, often=2),
    _Tariff("免费特服", "本地", ("95001",), 0, often=1),
)
_FAR = _Tariff("国内长途", "上海", ("02155501188", "02155507420"), 30)
_INFO = _Tariff("声讯信息", "信息168", ("1685522",), 11, 200)


class _Call(Struct, frozen=True):
    """One call of the bill; ``extension`` is where it was made, known to the exchange alone."""

    number: str
    extension: str
    tariff: _Tariff
    called: str
    at: datetime
    seconds: int

    def row(self, place: int) -> tuple[str, ...]:
        """Return the call's line on the bill, sums in yuan."""
        minutes = -(-self.seconds // 60)
        base, info = self.tariff.base_fen * minutes, self.tariff.info_fen * minutes
        length = f"{self.seconds // 3600:02d}:{self.seconds // 60 % 60:02d}:{self.seconds % 60:02d}"
        sums = (fen_to_text(fen) for fen in (base, info, 0, base + info))
        return (str(place), self.number, self.called, self.tariff.title, f"{self.at}", length, self.tariff.place, *sums)

    def record(self, place: int) -> tuple[object, ...]:
        """Return the exchange's record of the call, as Asterisk writes it."""
        answered = self.at + _AHEAD
        rung, ended = answered - timedelta(seconds=6), answered + timedelta(seconds=self.seconds)
        return (
            "", self.extension, f"9{self.called}", "from-internal", "", f"SIP/{self.extension}-{place}",
            f"DAHDI/g1-{place}", "Dial", "", str(rung), str(answered), str(ended), self.seconds + 6, self.seconds,
            "ANSWERED", "DOCUMENTATION", f"{place}.1",
        )  # fmt: skip


def play_calls(office: Office) -> None:
    """Take over the bills and call records of the last months, so that every call is somebody's."""
    this = month_of(office.desk.clock.today())
    for back in range(_MONTHS, 0, -1):
        _play_month(office, month_after(this, -back))


def _play_month(office: Office, month: str) -> None:
    from desk_mailadmin.intake.bills.reader import BILL_LIMITS, bill_of_file
    from desk_mailadmin.intake.call_records.reader import call_records_of_file

    today = office.desk.clock.today()
    calls = sorted(_calls(office, month), key=lambda one: (one.number, one.at))
    with tempfile.TemporaryDirectory() as place:
        bill, record = Path(place) / f"固话清单_{month.replace('-', '')}.csv", Path(place) / "Master.csv"
        _write(bill, [HEAD, *(one.row(number) for number, one in enumerate(calls, 1))], "gb18030")
        behind = sorted(
            (one for one in calls if one.number in office.services["lines"].trunks()), key=lambda one: one.at
        )
        _write(record, [one.record(number) for number, one in enumerate(behind, 1)], "utf-8")

        def tell(_done: float) -> None:
            """Nobody waits for the sample."""

        staging = Path(place) / "calls", Path(place) / "records"
        _take(office, "总机", month, lambda: call_records_of_file(record, BILL_LIMITS, staging[1], today, "9", tell))
        _take(office, "运营商一", month, lambda: bill_of_file(bill, BILL_LIMITS, staging[0], today, None, tell))


def _take(office: Office, operator: str, month: str, read: Callable[[], BillReading]) -> None:
    office.services["bills"].take_over(read(), Taking(operator=operator, month=month, accepted=True))


def _write(path: Path, rows: Sequence[Sequence[object]], encoding: str) -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)


def _calls(office: Office, month: str) -> list[_Call]:
    lines, chance = office.services["lines"], random.Random(month)  # noqa: S311  (the same calls each time)
    days = _working_days(office, month)
    rows = lines.rows(lines.keys(Query(segment="active", sort="extension")))
    trunk, direct = next(iter(lines.trunks())), [row for row in rows if row.kind == "direct" and row.number]
    behind = [
        row for row in rows if row.kind == "extension" and row.branch == office.services["branches"].headquarters_name()
    ]
    made = [_call(chance, row.number, row.extension, days) for row in direct for _ in range(_OF_A_LINE)]
    made += [_call(chance, trunk, chance.choice(behind).extension, days) for _ in range(_OF_THE_TRUNK)]
    made += [_long_talk(chance, row, days) for row in direct[1:3] for _ in range(_OF_A_TALKER)]
    evening = datetime.combine(days[-1], datetime.min.time()) + timedelta(hours=19, minutes=12, seconds=5)
    return [*made, _Call(direct[-1].number, direct[-1].extension, _INFO, _INFO.numbers[0], evening, 187)]


def _call(chance: random.Random, number: str, extension: str, days: Sequence[date]) -> _Call:
    tariff = chance.choice([one for one in _TARIFFS for _ in range(one.often)])
    moment = timedelta(hours=chance.choice((9, 10, 11, 14, 15, 16)), seconds=chance.randrange(3600))
    at = datetime.combine(chance.choice(days), datetime.min.time()) + moment
    seconds = 15 + min(int(chance.expovariate(1 / 75)), 600)
    return _Call(number, extension, tariff, chance.choice(tariff.numbers), at, seconds)


def _long_talk(chance: random.Random, row: LineRow, days: Sequence[date]) -> _Call:
    """Return a long call to another town: who makes many of them goes beyond the quota."""
    call = _call(chance, row.number, row.extension, days)
    return replace(call, tariff=_FAR, called=chance.choice(_FAR.numbers), seconds=chance.randrange(200, 900))


def _working_days(office: Office, month: str) -> list[date]:
    calendar: Any = office.desk.workdays.calendar()
    first, last = first_day(month), last_day(month)
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if calendar.is_working_day(day)]
