"""What came of the restore drills, as the journal tells it: today's lines ask this at every start."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import asdict

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import scalar

if TYPE_CHECKING:
    from desk_mailadmin.office import Office

KIND = "drill"
"""As what drills stand in the journal; their records are counted from 1."""

OVERDUE_DAYS = 40
"""Days after which a drill that was not made is told in 今日; it makes itself once a month."""

_PASSED = QT_TRANSLATE_NOOP(
    "desk", "恢复演练通过：第 {number} 份备份（{made_at}），{records} 条记录，用时 {seconds} 秒"
)
_FAILED = QT_TRANSLATE_NOOP("desk", "恢复演练没有通过：第 {number} 份备份（{made_at}），{fault}")


class Drill(Struct, frozen=True):
    """What came of a drill.

    ``head`` is the backup's journal head as papers name it. ``totals`` are of the last closed month: what, in the kept
    workbook, reckoned anew (fen). ``files`` counts the kept files, ``missing`` those not found or altered; ``faults``
    say what was found wrong, nothing where all is well.
    """

    number: int
    made_at: str
    records: int
    head: str
    files: int
    missing: int
    month: str
    totals: tuple[tuple[str, int, int], ...]
    faults: tuple[str, ...]
    seconds: float

    @property
    def passed(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.faults


class Noted(Struct, frozen=True):
    """A drill as the journal tells it: its record, when, by whom."""

    record: int
    at: datetime
    who: str
    drill: Drill


def note(office: Office, drill: Drill) -> int:
    """Write what came of a drill into the journal; return its record."""
    record = _last_record(office) + 1
    with office.desk.work("drill") as work:
        sentence = _PASSED if drill.passed else _FAILED
        work.wrote(KIND, record, sentence, **asdict(drill), fault="；".join(drill.faults))
    return record


def last_drill(office: Office) -> Noted | None:
    """Return the last drill, None where there was none."""
    record = _last_record(office)
    for entry in office.desk.journal.history(KIND, record) if record else ():
        if "made_at" in entry.values:  # else it is a print of the slip
            return Noted(record, datetime.fromisoformat(entry.at), entry.who, _read(entry.values))
    return None


def is_due(office: Office) -> bool:
    """Say whether this month's drill is still to be made; a desk begun this month has none yet."""
    today = office.desk.clock.today()
    return f"{_since(office):%Y-%m}" < f"{today:%Y-%m}"


def is_overdue(office: Office) -> bool:
    """Say whether no drill was made for 40 days, by a desk that is so old."""
    return (office.desk.clock.today() - _since(office)).days > OVERDUE_DAYS


def _since(office: Office) -> date:
    """Return the day of the last drill, or that of the desk's first journal row, or today."""
    noted = last_drill(office)
    if noted is not None:
        return noted.at.date()
    first = scalar(office.desk.database, "SELECT at FROM journal WHERE seq = 1")
    return datetime.fromisoformat(first).date() if first else office.desk.clock.today()


def _last_record(office: Office) -> int:
    found = scalar(office.desk.database, "SELECT max(record) FROM history_entry WHERE kind = ?", KIND)
    return int(found or 0)


def _read(values: Mapping[str, Any]) -> Drill:
    kept = {name: values[name] for name in Drill.__struct_fields__}
    totals = tuple((str(what), int(before), int(again)) for what, before, again in kept["totals"])
    return Drill(**{**kept, "totals": totals, "faults": tuple(kept["faults"])})
