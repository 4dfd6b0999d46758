"""A small ledger for the window's tests: fines month by month in a real SQLite file, some months closed."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from desk_mailadmin.kernel.detail import Detail, Fact, Step, StepState
from desk_mailadmin.kernel.ledger_view import (
    MONTH,
    Group,
    LedgerMonth,
    LedgerView,
    Measure,
    MonthBanner,
    Overview,
    Sum,
    Totals,
)
from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.kernel.register import Action, Empty, Register, Scope
from desk_mailadmin.kernel.table import Choice, Column, Filter, Kind, Query, Segment, SegmentCount, TableSpec
from desk_mailadmin.store.listing import within
from desk_mailadmin.ui.hooks import MenuEntry

STATES = (
    State("issued", "待签收", Tone.AMBER, "mail-check"), State("appealed", "申诉中", Tone.AMBER, "scale"),
    State("reported", "报人事", Tone.BLUE, "send"), State("deducted", "已扣款", Tone.GREEN, "circle-check"),
    State("reversed", "被冲销", Tone.GREY, "ban"), State("offset", "冲销", Tone.GREY, "rotate-ccw"),
)  # fmt: skip
CLAUSES = {"000/6.1": "邮件制度 6.1", "000/6.2": "邮件制度 6.2", "002/15.一.3": "电话制度 15.一.3"}
NOVEMBER = (
    ("deducted", 2, "董浩", "国内业务部", "向异地发送 6.8 MB 邮件", "000/6.1", 1, 50_000, 0, 50_000),
    ("deducted", 5, "袁媛", "采购部", "打私人长途 12.40 元", "002/15.一.3", 1, 5_000, 1_240, 6_240),
    ("issued", 9, "傅强", "生产部", "拨打 168 声讯台 8.60 元", "002/15.一.3", 2, 22_200, 0, 0),
    ("reported", 11, "沈佳琪", "国内业务部", "转发与工作无关的邮件", "000/6.2", 1, 0, 0, 0),
    ("reversed", 16, "何美玲", "国际业务部", "虚报传真 1 份", "000/6.1", 1, 5_000, 0, 0),
    ("appealed", 18, "邓超群", "软件部", "未经批准订阅论坛邮件", "000/6.1", 1, 60_000, 0, 0),
    ("issued", 20, "林志远", "生产部", "人为损坏对讲机", "002/15.一.3", 1, 10_000, 38_000, 0),
    ("offset", 26, "何美玲", "国际业务部", "冲销 CF-2026-0305：份数录错", "", 1, -5_000, 0, 0),
    ("issued", 27, "沈佳琪", "国内业务部", "转发与工作无关的邮件", "000/6.2", 2, 0, 0, 0),
)  # fmt: skip
FIRST = (2025, 10)
FILTERS = {MONTH: within("month"), "dept": "dept = {value}", "clause": "clause = {value}", "name": "name = {value}",
           "regulation": "substr(clause, 1, 3) = {value}"}  # fmt: skip
GROUPED = {
    "dept": ("dept", "dept"),
    "clause": ("clause", "clause"),
    "person": ("name", "name"),
    MONTH: ("month", MONTH),
}
MEASURES = (
    Measure("count", "件数", Kind.COUNT), Measure("fine_fen", "罚款"), Measure("recovery_fen", "追缴/赔偿"),
    Measure("paid_fen", "已扣"), Measure("again", "再犯", Kind.COUNT, minded=True),
)  # fmt: skip
SUMS = "count(*), coalesce(sum(fine_fen), 0), coalesce(sum(recovery_fen), 0), coalesce(sum(paid_fen), 0)"


@dataclass(frozen=True, slots=True)
class Fine:
    id: int
    state: str
    number: str
    month: str
    occurred_on: date
    name: str
    dept: str
    facts: str
    clause: str
    offence: int
    fine_fen: int
    recovery_fen: int
    paid_fen: int


def fill(path: Path, per_month: int = 4) -> None:
    """Make the file: November as in the picture, ``per_month`` fines in each month from October 2025 before it."""
    db = sqlite3.connect(path)
    db.execute(
        "create table fine (id integer primary key, state text, number text, month text, occurred_on text, name text,"
        " dept text, facts text, clause text, offence integer, fine_fen integer, recovery_fen integer,"
        " paid_fen integer) strict"
    )
    rows: list[tuple[Any, ...]] = []
    year, month = FIRST
    while (year, month) < (2026, 11):
        for n in range(per_month if (year, month) != (2026, 2) else 0):
            state, _day, *rest = NOVEMBER[(n + month) % 4]
            rows.append(("deducted" if state == "issued" else state, year, month, 1 + n % 28, *rest))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    rows += [(row[0], 2026, 11, *row[1:]) for row in NOVEMBER]
    db.executemany("insert into fine values (?,?,?,?,?,?,?,?,?,?,?,?,?)", _numbered(rows))
    db.execute("create index by_month on fine (month, id)")
    db.commit()
    db.close()


def _numbered(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [
        (n, state, f"CF-{year}-{n:04d}", f"{year}-{month:02d}", f"{year}-{month:02d}-{day:02d}", *rest)
        for n, (state, year, month, day, *rest) in enumerate(rows, 1)
    ]


@dataclass
class Fines:
    """A Listing over SQL, with the sums and groups of a ledger."""

    path: Path
    closed: set[str] = field(default_factory=lambda: {"2026-08", "2026-09", "2026-10"})

    def __post_init__(self) -> None:
        self.db = sqlite3.connect(self.path)

    def keys(self, query: Query) -> array[int]:
        where, values = self.where(query)
        found = self.db.execute(f"select id from fine {where} order by month desc, id", values)  # noqa: S608  (all names are the test's own)
        return array("q", (row[0] for row in found))

    def rows(self, ids: Any) -> list[Fine]:
        marks = ",".join("?" * len(ids))
        found = self.db.execute(f"select * from fine where id in ({marks})", list(ids))  # noqa: S608  (all names are the test's own)
        by_id = {row[0]: Fine(*row[:4], date.fromisoformat(row[4]), *row[5:]) for row in found}
        return [by_id[record] for record in ids]

    def counts(self, query: Query) -> dict[str, SegmentCount]:
        where, values = self.where(Query(filters=query.filters, search=query.search))
        found = dict(self.db.execute(f"select state, count(*) from fine {where} group by state", values))  # noqa: S608  (all names are the test's own)
        return {"all": SegmentCount(sum(found.values())), **{s.key: SegmentCount(found.get(s.key, 0)) for s in STATES}}

    def choices(self, filter_key: str) -> list[Choice]:
        if filter_key == "dept":
            return [Choice(dept, dept) for (dept,) in self.db.execute("select distinct dept from fine order by dept")]
        return [Choice("000", "邮件制度"), Choice("002", "电话制度")]

    def detail(self, record: int) -> Detail:
        row = self.rows([record])[0]
        facts = (Fact("部门", row.dept), Fact("依据", CLAUSES.get(row.clause, "—")))
        return Detail(row.name, f"{row.number}　处罚通知单", self._state(row), facts)

    def months(self, today: date) -> list[LedgerMonth]:
        found = dict(self.db.execute("select month, count(*) from fine group by month"))
        found.setdefault(month_of(today), 0)
        return [LedgerMonth(key, key in self.closed, f"{found[key]} 件") for key in sorted(found)]

    def month_of(self, record: int) -> str:
        return str(self.db.execute("select month from fine where id = ?", [record]).fetchone()[0])

    def totals(self, query: Query) -> Totals:
        where, values = self.where(query)
        count, fine, recovery, paid = self.db.execute(f"select {SUMS} from fine {where}", values).fetchone()  # noqa: S608  (all names are the test's own)
        return Totals((
            Sum("有效", text=f"{count} 件"), Sum("罚款", fine), Sum("追缴/赔偿", recovery), Sum("已扣", paid),
            Sum("未结", fine + recovery - paid, tone=Tone.AMBER),
        ))  # fmt: skip

    def groups(self, overview: str, query: Query) -> list[Group]:
        column, _filter = GROUPED[overview]
        where, values = self.where(query)
        sums = f"{SUMS}, coalesce(sum(offence > 1), 0)"
        found = self.db.execute(f"select {column}, {sums} from fine {where} group by 1 order by 2 desc, 1", values)  # noqa: S608  (all names are the test's own)
        return [Group(key, CLAUSES.get(key, key) or "—", tuple(figures)) for key, *figures in found]

    def banner(self, month: str) -> MonthBanner | None:
        if month not in self.closed:
            return None
        words = f"{month[:4]} 年 {int(month[5:])} 月已于 11-04 由周敏月结，王志刚签字。本月记录只读；发现错误，在没有月结的月份登记“冲销”。"
        return MonthBanner(Tone.GREY, words, ("reopen_month", "no_such_entry"))

    def ladder(self, record: int) -> Detail:
        row = self.rows([record])[0]
        steps = (
            Step("首次：降薪", StepState.DONE, "CF-2026-0304　11-11　已报人事"),
            Step(f"第 {row.offence} 次：降职（本条）", StepState.NOW, "待本人签收"),
            Step("第 3 次：辞退", StepState.TODO, "再犯时由规则库自动提出，仍须领导签字"),
        )
        return Detail(
            f"{row.name}　{row.number}", f"{CLAUSES.get(row.clause, '')}　{row.facts}", self._state(row), (), steps
        )

    def entries(self) -> tuple[MenuEntry, ...]:
        """What the program adds to the menus: a month is opened again, or closed."""
        doing = {"reopen_month": ("重开这个月…", self.closed.discard), "close_month": ("月结…", self.closed.add)}
        return tuple(
            MenuEntry("tools", Action(key, title, "lock-open", partial(self._turn, act), Scope.LIST))
            for key, (title, act) in doing.items()
        )

    def _turn(self, act: Callable[[str], None], bench: Any, _ids: Any) -> None:
        month = bench.asked("fines").filters[MONTH]
        act(month)
        bench.tell(f"办好了 {month}")
        bench.refresh()

    def _state(self, row: Fine) -> State:
        return next(state for state in STATES if state.key == row.state)

    def where(self, query: Query) -> tuple[str, list[str]]:
        parts, values = [], []
        for key, value in query.filters.items():
            if value:
                parts.append(f"({FILTERS[key]})".replace("{value}", "?"))
                values += [value] * FILTERS[key].count("{value}")
        if query.segment != "all":
            parts.append("state = ?")
            values.append(query.segment)
        if query.search:
            parts.append("(name like ? or number like ?)")
            values += [f"%{query.search}%"] * 2
        return (f"where {' and '.join(parts)}" if parts else "", values)


def register(doing: Any) -> Register:
    """Return the declaration; ``doing(key)`` is what an action runs."""
    columns: tuple[Column[Fine], ...] = (
        Column("state", "状态", lambda row: row.state, Kind.STATE, 5),
        Column("number", "编号", lambda row: row.number, Kind.CODE, 8, struck=_gone),
        Column("occurred_on", "日期", lambda row: row.occurred_on, Kind.DATE, 4),
        Column("name", "当事人", lambda row: row.name, width=4),
        Column("dept", "部门", lambda row: row.dept, width=5),
        Column("facts", "行为", lambda row: row.facts, width=14, stretch=True, struck=_gone),
        Column("clause", "依据条款", lambda row: CLAUSES.get(row.clause, "—"), width=7),
        Column("offence", "次数", lambda row: "首次" if row.offence == 1 else f"第 {row.offence} 次", width=4,
               noted=lambda row: row.offence > 1),
        Column("fine_fen", "罚款", lambda row: row.fine_fen or None, Kind.MONEY, 5, struck=_gone,
               warned=lambda row: row.fine_fen < 0),
        Column("recovery_fen", "追缴/赔偿", lambda row: row.recovery_fen or None, Kind.MONEY, 5),
    )  # fmt: skip
    table = TableSpec(
        columns, row_id=lambda row: row.id, headline=lambda row: (row.name, row.number), states=STATES,
        segments=(Segment("all", "全部"), *(Segment(state.key, state.title) for state in STATES)),
        filters=(Filter("dept", "全部部门"), Filter("regulation", "全部制度")), search_hint="姓名、编号",
    )  # fmt: skip
    actions = (
        Action("new", "登记处罚…", "plus", doing("new"), Scope.LIST, "Ctrl+N", primary=True),
        Action("sign", "登记签收…", "pen-line", doing("sign"), shortcut="F6"),
        Action("print", "打印通知单…", "printer", doing("print"), Scope.ROWS),
    )
    overviews = (
        Overview("dept", "按部门", "部门", "dept"), Overview("clause", "按条款", "条款", "clause"),
        Overview("person", "按人", "当事人", "name"), Overview(MONTH, "按月份", "月份", MONTH),
    )  # fmt: skip
    ledger = LedgerView(
        months=lambda service, today: service.months(today), month_of=lambda service, record: service.month_of(record),
        totals=lambda service, query: service.totals(query), banner=lambda service, month: service.banner(month),
        overviews=overviews, measures=MEASURES, groups=lambda service, key, query: service.groups(key, query),
        ladder=lambda service, record: service.ladder(record), locked=_locked, follows=("months",), entries=("close_month",),
    )  # fmt: skip
    return Register(
        key="fines", title="处罚台账", tab="处罚", icon="gavel", table=table, build=lambda _desk, _services: None,
        actions=actions, next_step=lambda row: "sign" if row.state == "issued" else "", ledger=ledger,
        empty=Empty("还没有处罚记录", "从登记处罚开始。", "new"),
    )  # fmt: skip


def _gone(row: Fine) -> bool:
    return row.state == "reversed"


def _locked(action: str, month: LedgerMonth) -> str:
    return "这个月已经月结" if month.closed and action != "print" else ""
