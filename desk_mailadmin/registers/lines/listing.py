"""What lists and the panel show of lines, and how one is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.table import Box, Choice
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.lines.entries import REACHES
from desk_mailadmin.registers.lines.model import Line, LineRight
from desk_mailadmin.registers.lines.rules import (
    FIXED_RANK,
    FIXED_UNITS,
    KINDS,
    LONG_RANK,
    LONG_UNITS,
    OWN_UNITS,
    PAYERS,
    QUOTA_PERS,
    RANKS,
    RIGHTS,
    Concern,
    Policy,
    Right,
    boxes_of,
    concerns_of,
    in_order,
    rights_keys,
    rights_text,
)
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_BRANCH, ListingSource, SqlListing

_SOURCE = ListingSource(
    kind="line",
    table="line",
    unit=OF_BRANCH,
    joins="JOIN branch ON branch.id = line.branch_id LEFT JOIN department ON department.id = line.department_id",
    orders={
        "number": "line.number, line.extension",
        "extension": "line.extension, line.number",
        "holder": "line.holder_key",
        "dept": "branch.sort_order, department.sort_order, department.name_key, line.extension",
        "place": "line.place, line.extension",
        "quota": "line.quota_fen",
        "contract": "line.contract_until",
        "state": "line.state, line.extension",
    },
    default_order="branch.sort_order, department.sort_order, department.name_key, line.extension, line.number",
    segments={
        "active": "line.state = 'active'",
        "stopped": "line.state = 'stopped'",
        "timed": "line.state <> 'removed' AND line.id IN "
        "(SELECT line_id FROM line_right WHERE until_on >= {today} AND coalesce(from_on, '') <= {today})",
        "headless": "line.state <> 'removed' AND line.staff_id IS NULL AND line.kind <> 'trunk' "
        "AND coalesce(department.manager, '') = ''",
        "removed": "line.state = 'removed'",
        "all": "1 = 1",
    },
    filters={
        "branch": "line.branch_id",
        "dept": "line.department_id",
        "kind": "line.kind",
        "right": "line.id IN (SELECT line_id FROM line_right WHERE right_key = {value} "
        "AND coalesce(from_on, '') <= {today} AND coalesce(until_on, '9999') >= {today})",
    },
)

_SELECT = """
    SELECT line.id, line.state, line.number, line.extension, line.short_number, line.kind, line.label,
           line.branch_id, branch.name, line.department_id, coalesce(department.name, ''), line.staff_id,
           coalesce(staff.emp_no, ''), coalesce(staff.name, ''), coalesce(department.manager, ''), line.place,
           CASE WHEN coalesce(staff.rank, '') <> '' THEN staff.rank ELSE line.rank END,
           line.quota_fen, line.quota_by, line.quota_per, line.tolerance_fen, line.carry_over, line.payer, line.locked,
           line.contract_until, line.installed_on, line.stopped_on, line.reopen_on, line.keep_until, line.removed_on
    FROM line
    JOIN branch ON branch.id = line.branch_id
    LEFT JOIN department ON department.id = line.department_id
    LEFT JOIN staff ON staff.id = line.staff_id
"""


_MANY = 500
"""Lines whose rights are asked for by name; beyond it all are read."""


class LineRow(Struct, frozen=True):
    """A line as lists show it; numbers canonical, quota in fen, ``rank`` that of its person, else the line's own.

    ``rights`` are all it ever had; the three fields after it are those of today. ``concerns`` are what
    speaks against it by the office's checks (M1-2).
    """

    id: int
    state: str
    number: str
    extension: str
    short_number: str
    kind: str
    label: str
    branch_id: int
    branch: str
    department_id: int | None
    dept: str
    staff: int | None
    emp_no: str
    name: str
    manager: str
    place: str
    rank: str
    quota_fen: int | None
    quota_by: str
    quota_per: str
    tolerance_fen: int
    carry_over: bool
    payer: str
    locked: bool
    contract_until: date | None
    installed_on: date | None
    stopped_on: date | None
    reopen_on: date | None
    keep_until: date | None
    removed_on: date | None
    rights: tuple[Right, ...] = ()
    rights_keys: str = ""
    rights_text: str = ""
    boxes: tuple[Box, ...] = ()
    concerns: tuple[Concern, ...] = ()

    @property
    def title(self) -> str:
        """The line as people name it: its extension, else its number."""
        return self.extension or phone_shown(self.number)

    @property
    def holder(self) -> str:
        """Who is responsible: the person, else the head of the department (002/7.1)."""
        return self.name or self.manager

    @property
    def is_heads(self) -> bool:
        """Say whether the line is the department head's because nobody else was named."""
        return not self.name and bool(self.manager)

    @property
    def is_of_head(self) -> bool:
        """Say whether the head of the department has the line, named or not."""
        return bool(self.manager) and self.holder == self.manager


class LinesListing(SqlListing[LineRow]):
    """Lines as rows."""

    def __init__(self, desk: Desk, departments: DepartmentsService) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk
        self._departments = departments

    def rows(self, ids: Sequence[int]) -> Sequence[LineRow]:
        """Return the rows of these lines with their rights, in this order."""
        of_line, today, policy = self.rights_of(ids), self._desk.clock.today(), self.policy()
        found = (_with_rights(row, of_line.get(row.id, ()), today) for row in self.ordered(ids, LineRow, _SELECT))
        return [_with_concerns(row, policy, today) for row in found]

    def row(self, record: int) -> LineRow:
        """Return one line's row."""
        return self.rows([record])[0]

    def rights_of(self, ids: Sequence[int]) -> Mapping[int, tuple[Right, ...]]:
        """Return the rights of these lines, past ones among them; a line without any is left out."""
        if len(ids) > _MANY:
            every, wanted = self.all_rights(), set(ids)
            return {line: rights for line, rights in every.items() if line in wanted}
        return _rights_in(LineRight.select().where(LineRight.line.in_(list(ids))))

    def all_rights(self) -> Mapping[int, tuple[Right, ...]]:
        """Return the rights of every line, past ones among them; a line without any is left out."""
        return _rights_in(LineRight.select())

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return what the combos offer."""
        match filter_key:
            case "kind":
                return [Choice(key, title) for key, title in KINDS.items()]
            case "right":
                return [Choice(right.key, right.title) for right in RIGHTS]
            case "branch":
                return [Choice(str(number), name) for number, name in self._departments.branches()]
            case _:
                return [Choice(str(number), name) for number, name in self._departments.names()]

    def policy(self) -> Policy:
        """Return what the office checks of ranks today."""
        value = self._desk.settings.value
        return Policy(
            value(RANKS), value(LONG_RANK), value(LONG_UNITS), value(FIXED_RANK), value(FIXED_UNITS), value(OWN_UNITS)
        )

    def kept(self, record: int) -> tuple[tuple[str, str], ...]:
        """Return what is kept of a line beyond its row, as label and text; empty texts are unknown."""
        line: Line = Line.get_by_id(record)
        until = f"到 {line.contract_until}" if line.contract_until else ""
        return (
            ("话机", f"{line.set_model}　{line.set_serial}".strip()),
            ("运营商", line.operator),
            ("合约", f"{line.contract}　{until}".strip()),
            ("集团网", line.network),
            ("彩铃", line.ring_tone),
            ("保持畅通", REACHES.get(line.reach, "")),
            ("加锁", "已加锁" if line.locked else ""),
            ("安装", str(line.installed_on or "")),
            ("备注", line.remark),
        )


def _with_rights(row: LineRow, rights: tuple[Right, ...], day: date) -> LineRow:
    return replace(
        row,
        rights=rights,
        rights_keys=rights_keys(rights, day),
        rights_text=rights_text(rights, day),
        boxes=boxes_of(rights, day),
    )


def _with_concerns(row: LineRow, policy: Policy, day: date) -> LineRow:
    if not policy.checks_anything or row.state == "removed":
        return row
    held = [right for right in row.rights if right.holds(day)]
    found = concerns_of(
        policy, unit=row.branch, kind=row.kind, holder=row.name, rank=row.rank, is_heads=row.is_of_head, rights=held
    )
    return replace(row, concerns=found)


def _rights_in(found: Iterable[LineRight]) -> dict[int, tuple[Right, ...]]:
    of_line: dict[int, list[Right]] = {}
    for one in found:
        of_line.setdefault(one.line_id, []).append(Right(one.right_key, one.from_on, one.until_on, one.application))
    return {line: in_order(rights) for line, rights in of_line.items()}


def holder_text(row: LineRow) -> str:
    """Return who is responsible in words; the department's head is named as such (002/7.1)."""
    if row.is_heads:
        return f"{row.holder}（部门负责人）"
    return row.holder or ("" if row.kind == "trunk" else "没有登记")


def quota_text(row: LineRow) -> str:
    """Return a line's quota in words: 每月 40.00 元，按线路，公司付."""
    if row.quota_by == "rank":
        figure = "按职级"
    elif row.quota_fen is None:
        return ""
    else:
        each = "每人 " if row.quota_by == "head" else ""
        figure = f"{QUOTA_PERS[row.quota_per]}{each or ' '}{fen_to_text(row.quota_fen)} 元"
    more = f"容许超出 {fen_to_text(row.tolerance_fen)} 元" if row.tolerance_fen else ""
    return "，".join(filter(None, (figure, more, "余额结转下年" if row.carry_over else "", PAYERS[row.payer])))
