"""What stands beside and below the list: departments as a tree, and the pages about an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from msgspec import Struct

from desk_mailadmin.kernel.lifecycle import State
from desk_mailadmin.kernel.table import Column, Kind, TableSpec
from desk_mailadmin.kernel.tree_view import Head, Node, Page, TreeView
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.directory.listing import Place, Related
from desk_mailadmin.registers.directory.rules import TITLES
from desk_mailadmin.registers.directory.service import DirectoryService
from desk_mailadmin.registers.lines.rules import RIGHT_TITLES
from desk_mailadmin.registers.lines.rules import RIGHTS as RIGHT_KINDS

_EVERYTHING = QT_TRANSLATE_NOOP("desk", "全部单位")
_BRANCH, _DEPARTMENT = "branch", "dept"


def nodes(service: DirectoryService) -> Sequence[Node]:
    """Return branches with their departments, or the departments alone where there is one branch; all above them."""
    places, states = service.places(), service.confirmations()
    branches = [_branch(list(inside), states) for _key, inside in groupby(places, lambda place: place.branch)]
    shown = branches[0].children if len(branches) == 1 else tuple(branches)
    everything = Node("all", _EVERYTHING, {}, sum(place.entries for place in places), icon="building-2")
    return (everything, *shown)


def _branch(places: Sequence[Place], states: Mapping[int, State]) -> Node:
    first = places[0]
    inside = tuple(
        Node(
            f"{_DEPARTMENT}/{place.department}",
            place.name,
            {_DEPARTMENT: str(place.department)},
            place.entries,
            states.get(place.department),
            movable=len(places) > 1,
        )
        for place in places
    )
    count = sum(place.entries for place in places)
    return Node(f"{_BRANCH}/{first.branch}", first.branch_name, {_BRANCH: str(first.branch)}, count, children=inside)


def move(service: DirectoryService, key: str, by: int) -> None:
    """Put a department before or after its sister."""
    service.departments.move(_id(key), by)


def put(service: DirectoryService, key: str, before: str) -> None:
    """Put a department before another, or at the end of its branch."""
    service.departments.put(_id(key), _id(before) if before else None)


def _id(key: str) -> int:
    return int(key.rpartition("/")[2])


def head(service: DirectoryService, record: int) -> Head:
    """Return the name of an entry, and what tells it from namesakes."""
    row = service.row(record)
    state = {"left": QT_TRANSLATE_NOOP("desk", "已离职"), "moved": QT_TRANSLATE_NOOP("desk", "已调动")}
    told = state.get(row.follows) or (QT_TRANSLATE_NOOP("desk", "公用") if row.is_shared else "")
    return Head(row.shown_name, "　".join(part for part in (row.dept, row.post, row.emp_no, told) if part))


# 变更历史


class HistoryRow(Struct, frozen=True):
    """One thing of an entry that changed, or one thing that happened to it."""

    at: datetime
    title: str
    old: str
    new: str
    who: str


def history(service: DirectoryService, record: int) -> Sequence[HistoryRow]:
    """Return what changed in an entry, newest first."""
    lines: list[HistoryRow] = []
    slips = {slip.number: slip for slip in service.slips(record)}
    for past in service.past(record):
        at = datetime.fromisoformat(past.at).astimezone()
        slip = slips.get(past.note)
        told = "　".join(part for part in (past.who, past.note, slip.words if slip else "") if part)
        if past.is_first or not past.changes:
            lines.append(
                HistoryRow(at, QT_TRANSLATE_NOOP("desk", "新增") if past.is_first else past.text, "", "", told)
            )
            continue
        lines += [
            HistoryRow(at, TITLES[each.field], service.worded(each.field, each.old),
                       service.worded(each.field, each.new), told)
            for each in past.changes
        ]  # fmt: skip
    return lines


HISTORY: TableSpec[HistoryRow] = TableSpec(
    columns=(
        Column("at", QT_TRANSLATE_NOOP("desk", "时间"), lambda row: row.at, Kind.MOMENT, 7),
        Column("title", QT_TRANSLATE_NOOP("desk", "项目"), lambda row: row.title, width=5),
        Column("old", QT_TRANSLATE_NOOP("desk", "原"), lambda row: row.old, width=9, text=lambda row: row.old or "—"),
        Column("new", QT_TRANSLATE_NOOP("desk", "新"), lambda row: row.new, width=9, text=lambda row: row.new or "—"),
        Column("who", QT_TRANSLATE_NOOP("desk", "经办 / 通知"), lambda row: row.who, width=14, stretch=True),
    ),
    row_id=lambda _row: 0,
    headline=lambda row: (row.title, row.new),
)


# 电话权限


class RightRow(Struct, frozen=True):
    """A right of one of the entry's lines, from when until when."""

    line: str
    right: str
    from_on: date | None
    until_on: date | None
    paper: str
    holds: bool


def rights(service: DirectoryService, record: int) -> Sequence[RightRow]:
    """Return what the lines of an entry may do and might once, line by line."""
    today = service.today()
    return [
        RightRow(line.title, RIGHT_TITLES[each.key], each.from_on, each.until_on, each.application, each.holds(today))
        for line in service.lines_of(record)
        for each in line.rights
    ]


RIGHTS: TableSpec[RightRow] = TableSpec(
    columns=(
        Column("line", QT_TRANSLATE_NOOP("desk", "线路"), lambda row: row.line, Kind.CODE, 8),
        Column("right", QT_TRANSLATE_NOOP("desk", "权限"), lambda row: row.right, width=6,
               struck=lambda row: not row.holds),
        Column("from_on", QT_TRANSLATE_NOOP("desk", "起"), lambda row: row.from_on, Kind.DATE, 6),
        Column("until_on", QT_TRANSLATE_NOOP("desk", "止"), lambda row: row.until_on, Kind.DATE, 6,
               noted=lambda row: row.holds and row.until_on is not None),
        Column("paper", QT_TRANSLATE_NOOP("desk", "单据"), lambda row: row.paper, Kind.CODE, 10, stretch=True),
    ),
    row_id=lambda _row: 0,
    headline=lambda row: (row.line, row.right),
)  # fmt: skip


# 领用设备, 相关单据


def held(service: DirectoryService, record: int) -> Sequence[Related]:
    """Return what a person has signed for and not given back."""
    staff = service.row(record).staff
    return [each for find in service.held for each in find(staff)] if staff else []


def papers(service: DirectoryService, record: int) -> Sequence[Related]:
    """Return the change slips of an entry and the papers of its person, newest first."""
    staff = service.row(record).staff
    others = [each for find in service.papers for each in find(staff)] if staff else []
    return sorted([*service.slip_papers(record), *others], key=lambda each: each.on or date.min, reverse=True)


PAPERS: TableSpec[Related] = TableSpec(
    columns=(
        Column("number", QT_TRANSLATE_NOOP("desk", "编号"), lambda row: row.number, Kind.CODE, 9),
        Column("title", QT_TRANSLATE_NOOP("desk", "事项"), lambda row: row.title, width=16, stretch=True),
        Column("on", QT_TRANSLATE_NOOP("desk", "日期"), lambda row: row.on, Kind.DATE, 6),
        Column("progress", QT_TRANSLATE_NOOP("desk", "进展"), lambda row: row.progress, width=10),
    ),
    row_id=lambda _row: 0,
    headline=lambda row: (row.number, row.title),
)

TREE = TreeView(
    nodes=nodes,
    head=head,
    everything=QT_TRANSLATE_NOOP("desk", "部门"),
    move=move,
    put=put,
    pages=(
        Page("history", QT_TRANSLATE_NOOP("desk", "变更历史"), HISTORY, history),
        Page("rights", QT_TRANSLATE_NOOP("desk", "电话权限"), RIGHTS, rights,
             QT_TRANSLATE_NOOP("desk", "这些号码还没有登记为线路，或者没有开通权限。")),
        Page("held", QT_TRANSLATE_NOOP("desk", "领用设备"), PAPERS, held,
             QT_TRANSLATE_NOOP("desk", "没有领用的设备。")),
        Page("papers", QT_TRANSLATE_NOOP("desk", "相关单据"), PAPERS, papers,
             QT_TRANSLATE_NOOP("desk", "没有相关的申请、回执或号码变更单。")),
    ),
    link="restore",
    progress=lambda service: service.progress(),
    legend_title=QT_TRANSLATE_NOOP("desk", "权限"),
    legend=(
        *((kind.letter, kind.title) for kind in RIGHT_KINDS),
        (QT_TRANSLATE_NOOP("desk", "虚框"), QT_TRANSLATE_NOOP("desk", "有期限")),
        ("–", QT_TRANSLATE_NOOP("desk", "未开通")),
    ),
    tiers_title=QT_TRANSLATE_NOOP("desk", "打印分级"),
    tiers=lambda service: service.tiers(),
    pick=lambda service: service.editions(),
    picked=lambda service, key: service.pick_edition(key),
    follows=("staff", "departments", "branches", "mailboxes", "lines"),
)  # fmt: skip
