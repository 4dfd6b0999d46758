"""What lists, papers and sheets show of a month's charges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.ledger_view import MONTH
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.charges.model import Charge, ChargeTable
from desk_mailadmin.registers.charges.rules import SIGNERS, asked
from desk_mailadmin.registers.penalties.listing import REST
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_BRANCH, ListingSource, SqlListing, within

NOTICE, PREFIX = "charge_notice", "KF"
"""Form and series of the notices."""

STATE = f"""(CASE WHEN charge.penalty = '' THEN charge.state
    WHEN penalty.state = 'void' OR penalty.state = 'reversed' THEN 'notified'
    WHEN {REST} <= 0 THEN 'settled' ELSE 'proposed' END)"""
"""A charge's state as SQL (without commas: orders are split at them): what was done, what became of the case."""

ASKED = "max(charge.self_fen - charge.elsewhere_fen, 0)"
PLACE = "(charge.branch_id || '/' || charge.dept)"
WAITING = f"charge.state = 'computed' AND charge.kind = 'line' AND {ASKED} > 0"
_PLACES = (
    "CASE charge.kind WHEN 'line' THEN 0 WHEN 'trunk' THEN 1 ELSE 2 END, branch.sort_order, charge.dept_key, "
    "charge.number = '', charge.number, charge.extension"
)
"""The order of a month's table: unit, department, direct lines before extensions, what is nobody's at the end."""

_SOURCE = ListingSource(
    kind="charge",
    table="charge",
    unit=OF_BRANCH,
    joins="LEFT JOIN penalty ON charge.penalty <> '' AND penalty.number = charge.penalty "
    "LEFT JOIN branch ON branch.id = charge.branch_id",
    orders={
        "state": f"{STATE}",
        "month": "charge.month",
        "dept": _PLACES,
        "number": "charge.number, charge.extension",
        "extension": "charge.extension, charge.number",
        "holder": "charge.holder_key",
        "quota": "charge.quota_fen",
        "total": "charge.total_fen",
        "over": "charge.over_fen",
        "self": "charge.self_fen",
        "notice": "charge.notice",
    },
    default_order=f"charge.month DESC, {_PLACES}",
    segments={
        "all": "1 = 1",
        "over": "charge.over_fen > 0",
        "waiting": WAITING,
        "notified": f"{STATE} = 'notified'",
        "proposed": f"{STATE} = 'proposed'",
        "settled": f"{STATE} = 'settled'",
        "excused": "charge.state = 'excused'",
        "rest": "charge.kind <> 'line'",
    },
    filters={
        MONTH: within("charge.month"),
        "branch": "charge.branch_id",
        "dept": "charge.dept",
        "place": PLACE,
        "line": "charge.line_id",
    },
)

_SIGNED = """
    (SELECT signed_on FROM charge_signature AS one WHERE one.charge_id = charge.id AND one.role = '{role}'),
    coalesce((SELECT signer FROM charge_signature AS one WHERE one.charge_id = charge.id AND one.role = '{role}'), '')
"""
_SELECT = f"""
    SELECT charge.id, {STATE}, charge.month, charge.kind, charge.line_id, coalesce(branch.name, ''), charge.dept,
           charge.staff_id, charge.holder, charge.number, charge.extension, charge.quota_fen, charge.saved_fen,
           charge.lump_fen, charge.calls, charge.seconds, charge.rent_fen, charge.fixed_fen, charge.local_fen,
           charge.long_fen, charge.other_fen, charge.info_fen, charge.private_fen, charge.total_fen, charge.used_fen,
           charge.over_fen, charge.self_fen, charge.company_fen, charge.elsewhere_fen, charge.remark,
           coalesce(charge.notice, ''), charge.notice_on, charge.penalty, charge.reason,
           EXISTS (SELECT 1 FROM print WHERE print.kind = 'charge' AND print.record = charge.id
                   AND print.form_id = '{NOTICE}'),
           {", ".join(_SIGNED.format(role=role) for role, _title in SIGNERS)}, coalesce(line.label, '')
    FROM charge
    LEFT JOIN penalty ON charge.penalty <> '' AND penalty.number = charge.penalty
    LEFT JOIN branch ON branch.id = charge.branch_id
    LEFT JOIN line ON line.id = charge.line_id
"""  # noqa: S608  (our own SQL)

_STEPS: Mapping[str, str] = {"finance": "待财务部审核", "office": "待总经理办公室签收", "holder": "待责任人签收"}


class ChargeRow(Struct, frozen=True):
    """A line's month as lists show it; sums are fen, ``number`` is canonical.

    ``lump_fen`` is the quota of the whole year, where the line has one; ``elsewhere_fen`` is taken back by
    penalty cases or falls to other people.
    """

    id: int
    state: str
    month: str
    kind: str
    line: int | None
    branch: str
    dept: str
    staff: int | None
    holder: str
    number: str
    extension: str
    quota_fen: int | None
    saved_fen: int
    lump_fen: int | None
    calls: int
    seconds: int
    rent_fen: int
    fixed_fen: int
    local_fen: int
    long_fen: int
    other_fen: int
    info_fen: int
    private_fen: int
    total_fen: int
    used_fen: int
    over_fen: int
    self_fen: int
    company_fen: int
    elsewhere_fen: int
    remark: str
    notice: str
    notice_on: date | None
    penalty: str
    reason: str
    printed: bool
    finance_on: date | None
    finance_by: str
    office_on: date | None
    office_by: str
    holder_on: date | None
    holder_by: str
    label: str
    progress: str = ""

    @property
    def allowed_fen(self) -> int | None:
        """The month's quota with what was left of the year before; None where a month has none."""
        return None if self.quota_fen is None else self.quota_fen + self.saved_fen

    @property
    def asked_fen(self) -> int:
        """What is taken from wages."""
        return asked(self.self_fen, self.elsewhere_fen)

    @property
    def title(self) -> str:
        """The line as people name it: its extension, else its number."""
        return self.extension or phone_shown(self.number)

    @property
    def who(self) -> str:
        """Whose it is in words; what is nobody's is named."""
        if self.kind == "line":
            return self.holder
        return "中继未归属" if self.kind == "trunk" else "没有登记的号码"

    @property
    def called(self) -> str:
        """Whose it is in words, of a shared set without a holder what it is called."""
        return self.who or (f"（{self.label}）" if self.label else "")

    @property
    def phone(self) -> str:
        """The number as people read it."""
        return phone_shown(self.number)

    @property
    def others_fen(self) -> int:
        """What the sheets show as 其他: calls that are neither local nor long distance, and fixed charges but rent."""
        return self.other_fen + self.fixed_fen

    @property
    def missing(self) -> tuple[str, ...]:
        """The roles whose signature on the notice is missing, in their order."""
        if not self.notice:
            return ()
        return tuple(role for role, _title in SIGNERS if getattr(self, f"{role}_on") is None)


class ChargesListing(SqlListing[ChargeRow]):
    """Charges as rows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk

    def row(self, record: int) -> ChargeRow:
        """Return one charge."""
        return self.rows([record])[0]

    def rows(self, ids: Sequence[int]) -> Sequence[ChargeRow]:
        """Return the rows of these charges, in this order."""
        return [replace(row, progress=_progress(row)) for row in self.ordered(ids, ChargeRow, _SELECT)]

    def table(self, month: str) -> Sequence[ChargeRow]:
        """Return a month's charges: department by department, then trunks and numbers nobody registered."""
        return self.rows(self._ids("charge.month = ?", month))

    def of_year(self, year: int) -> Sequence[ChargeRow]:
        """Return the charges of a year, month by month."""
        return self.rows(self._ids("charge.month LIKE ?", f"{year:04d}-%"))

    def waiting(self) -> Sequence[ChargeRow]:
        """Return the charges for which something is to be done: notice, signatures, wages; the earliest month first."""
        sql = f"""
            SELECT charge.id FROM charge {_SOURCE.joins}
            WHERE ({WAITING}) OR (charge.state IN ('notified', 'proposed') AND {STATE} = 'notified')
            ORDER BY charge.month, charge.notice, charge.id
        """  # noqa: S608  (our own SQL)
        with self._desk.reading():
            return self.rows([record for (record,) in execute(self._desk.database, sql)])

    def of_line(self, line: int, first: str, last: str) -> Sequence[ChargeRow]:
        """Return a line's charges from one month to another, the earliest first."""
        found = Charge.select(Charge.id).where((Charge.line_id == line) & Charge.month.between(first, last))
        return self.rows([one.id for one in found.order_by(Charge.month)])

    def numbered(self, number: str) -> int | None:
        """Return the id of the charge with that notice, or None."""
        found = Charge.get_or_none(Charge.notice == number)
        return int(found.id) if found else None

    def of_penalty(self, number: str) -> int | None:
        """Return the id of the charge that was handed to wages under that case, or None."""
        found = Charge.get_or_none(Charge.penalty == number) if number else None
        return int(found.id) if found else None

    def month_counts(self) -> Mapping[str, int]:
        """Return how many lines each computed month has."""
        found = execute(self._desk.database, "SELECT month, count(*) FROM charge GROUP BY month")
        return {month: int(count) for month, count in found}

    def table_of(self, month: str) -> ChargeTable | None:
        """Return what is kept of a month's table, None where it was never computed."""
        found: ChargeTable | None = ChargeTable.get_or_none(ChargeTable.month == month)
        return found

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the departments that ever had a charge."""
        if filter_key == "branch":
            sql = "SELECT id, name FROM branch WHERE id IN (SELECT branch_id FROM charge) ORDER BY sort_order, id"
            return [Choice(str(key), name) for key, name in execute(self._desk.database, sql)]
        found = (
            Charge.select(Charge.dept, Charge.dept_key).where(Charge.dept != "").distinct().order_by(Charge.dept_key)
        )
        return [Choice(one.dept, one.dept) for one in found]

    def _ids(self, condition: str, value: str) -> list[int]:
        order = _SOURCE.default_order
        sql = f"SELECT charge.id FROM charge {_SOURCE.joins} WHERE {condition} ORDER BY {order}, charge.id"  # noqa: S608  (our own SQL)
        with self._desk.reading():
            return [record for (record,) in execute(self._desk.database, sql, (value,))]


def _progress(row: ChargeRow) -> str:
    """Say how far a charge is, in words."""
    match row.state:
        case "computed" if row.kind == "line" and row.asked_fen:
            return "待开扣罚通知"
        case "notified":
            return next((_STEPS[role] for role in row.missing), "已签完，待转工资扣款")
        case "proposed" | "settled":
            return f"{row.penalty}"
        case "excused":
            return row.reason
        case _:
            return ""
