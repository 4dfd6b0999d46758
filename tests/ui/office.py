"""A small office for the window's tests: one register over a real SQLite file, and the hooks around it."""

from __future__ import annotations

import sqlite3
from array import array
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.dates import WorkCalendar
from desk_mailadmin.kernel.detail import Attachment, Detail, Fact, HistoryLine, Step, StepState
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.kernel.register import Action, Empty, Register, Scope
from desk_mailadmin.kernel.table import Choice, Column, Filter, Kind, Query, Segment, SegmentCount, TableSpec
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.ui.hooks import Figure, Hooks, Month, Place, Recent
from desk_mailadmin.ui.tab_page import TabSpec

TODAY = date(2026, 12, 3)
STATES = (
    State("ready", "待开户", Tone.BLUE, "key-round"),
    State("signing", "待签字", Tone.AMBER, "pen-line"),
    State("late", "逾期", Tone.RED, "triangle-alert"),
    State("draft", "草稿", Tone.GREY, "pencil"),
    State("closed", "已办结", Tone.GREEN, "circle-check"),
)
TABS = (
    TabSpec("申请", "申请", "file-text", ()), TabSpec("通讯录", "通讯录", "book-user", ()), TabSpec("空", "空", "x", ()),
)  # fmt: skip
DEPTS = ("国际业务部", "人力资源部", "硬件部", "软件部", "市场营销中心", "质量部", "采购部", "财务部")
SURNAMES, GIVEN = "周程宋高王李谢罗欧陈邓唐许曹赵胡马沈韩", ("文博", "思思", "文杰", "翔", "雪梅", "建华", "婷", "丹")
ORDER = "case state when 'late' then 0 when 'ready' then 1 when 'signing' then 2 when 'draft' then 3 else 4 end, id"
SORTS = {"number": "number", "name": "name", "filed_on": "filed_on", "fee_fen": "fee_fen", "": ORDER}


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    state: str
    number: str
    kind: str
    name: str
    dept: str
    filed_on: date
    progress: str
    fee_fen: int | None


def fill(path: Path, count: int) -> None:
    """Make the file with ``count`` applications."""
    db = sqlite3.connect(path)
    db.execute(
        "create table application (id integer primary key, state text, number text, kind text, name text, dept text,"
        " filed_on text, progress text, fee_fen integer) strict"
    )
    db.executemany("insert into application values (?,?,?,?,?,?,?,?,?)", (_values(n) for n in range(1, count + 1)))
    for name in ("name", "number", "filed_on", "fee_fen"):
        db.execute(f"create index by_{name} on application ({name}, id)")
    db.commit()
    db.close()


def _values(n: int) -> tuple[Any, ...]:
    state = STATES[n % 5 if n % 11 < 3 else 4].key
    progress = {
        "ready": "签字齐全",
        "signing": "等部门经理 2 天",
        "late": "回执逾期 3 个工作日",
        "draft": "缺：工号、手机",
    }
    name = SURNAMES[n % len(SURNAMES)] + GIVEN[n % len(GIVEN)]
    day = date(2026 - (n % 40 == 0), 1 + n % 12, 1 + n % 28).isoformat()
    fee = None if n % 7 == 0 else n * 137 % 500_000
    done = f"{1 + n % 12:02d}-{1 + n % 28:02d} 办结"
    return (n, state, f"YJ-2026-{n:04d}", "电子邮件开户", name, DEPTS[n % 8], day, progress.get(state, done), fee)


@dataclass
class Applications:
    """A Listing over SQL pages, as the real services are."""

    path: Path
    reads: list[int] = field(default_factory=list)
    fault: Exception | None = None

    def __post_init__(self) -> None:
        self.db = sqlite3.connect(self.path)

    def keys(self, query: Query) -> array[int]:
        if self.fault is not None:
            raise self.fault
        where, values = self._where(query, with_segment=True)
        order = SORTS[query.sort] + (" desc" if query.descending else "")
        found = self.db.execute(f"select id from application {where} order by {order}", values)  # noqa: S608  (all names are the test's own)
        return array("q", (row[0] for row in found))

    def rows(self, ids: Any) -> list[Row]:
        self.reads.append(len(ids))
        marks = ",".join("?" * len(ids))
        found = self.db.execute(f"select * from application where id in ({marks})", list(ids))  # noqa: S608  (all names are the test's own)
        by_id = {row[0]: Row(*row[:6], date.fromisoformat(row[6]), *row[7:]) for row in found}
        return [by_id[record] for record in ids if record in by_id]

    def counts(self, query: Query) -> dict[str, SegmentCount]:
        where, values = self._where(query, with_segment=False)
        found = dict(self.db.execute(f"select state, count(*) from application {where} group by state", values))  # noqa: S608  (all names are the test's own)
        total = sum(found.values())
        states = {state.key: SegmentCount(found.get(state.key, 0)) for state in STATES}
        return {"open": SegmentCount(total - found.get("closed", 0)), **states, "all": SegmentCount(total)}

    def choices(self, filter_key: str) -> list[Choice]:
        if filter_key == "dept":
            return [Choice(dept, dept) for dept in DEPTS]
        return [Choice("电子邮件开户", "电子邮件开户")] if filter_key == "kind" else [Choice("2026", "2026 年")]

    def detail(self, record: int) -> Detail:
        row = self.rows([record])[0]
        state = next(state for state in STATES if state.key == row.state)
        scan = (Attachment("ab" * 32, "扫描件", 1),)
        steps = (
            Step("承诺人签字", StepState.DONE, f"{row.name}　11-30　保密承诺书 A/2 版", attachments=scan),
            Step("部门经理审核", StepState.DONE, "李建华（国际业务部）　12-01　同意"),
            Step("开户", StepState.NOW, "可以开户：3 处签字齐全，地址未被占用", actions=("open", "return")),
            Step("回执签收", StepState.TODO, "开户后打印回执，5 个工作日内交回"),
        )
        facts = (
            Fact("部门", f"市场营销中心 / {row.dept}"),
            Fact("工号 / 职务", "A10417 / 客户经理"),
            Fact("电话 / 手机", "8042 / 138 1717 0137", personal=True),
            Fact("申请地址", "zhou.wenbo@yunfan-group.example"),
            Fact("权限 / 容量", "内部收发、互联网收发 / 10 MB"),
            Fact("理由", "负责德国、荷兰客户的日常报价与合同往来。"),
        )
        history = tuple(HistoryLine(f"12-0{n} 16:20", "周敏", "登记办公室审核签字，附扫描件") for n in range(1, 6))
        subtitle = f"{row.number}　电子邮件开户申请表"
        return Detail(row.name, subtitle, state, facts, steps, "签字与办理", history, "receipt")

    def _where(self, query: Query, *, with_segment: bool) -> tuple[str, list[Any]]:
        parts, values = [], []
        if with_segment and query.segment not in ("all", "open"):
            parts.append("state = ?")
            values.append(query.segment)
        if with_segment and query.segment == "open":
            parts.append("state <> 'closed'")
        for key in ("dept", "kind"):
            if key in query.filters:
                parts.append(f"{key} = ?")
                values.append(query.filters[key])
        if query.search:
            parts.append("(name like ? or number like ?)")
            values += [f"%{query.search}%"] * 2
        return (f"where {' and '.join(parts)}" if parts else "", values)


@dataclass
class Deeds:
    """What the actions were asked to do."""

    done: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    fault: Exception | None = None

    def doing(self, key: str) -> Any:
        def run(_bench: Any, ids: Any) -> None:
            if self.fault is not None:
                raise self.fault
            self.done.append((key, tuple(ids)))

        return run


def register(deeds: Deeds, *, key: str = "applications", title: str = "申请", tab: str = "申请") -> Register:
    columns: tuple[Column[Row], ...] = (
        Column("state", "状态", lambda row: row.state, Kind.STATE, 5),
        Column("number", "编号", lambda row: row.number, Kind.CODE, 8, sort="number"),
        Column("kind", "种类", lambda row: row.kind, width=7),
        Column("name", "申请人", lambda row: row.name, width=6, sort="name"),
        Column("dept", "部门", lambda row: row.dept, width=7),
        Column("filed_on", "填表", lambda row: row.filed_on, Kind.DATE, 4, sort="filed_on"),
        Column("fee_fen", "费用", lambda row: row.fee_fen, Kind.MONEY, 6, sort="fee_fen"),
        Column(
            "progress", "进展", lambda row: row.progress, width=10, stretch=True, warned=lambda r: r.state == "late"
        ),
        Column("remark", "备注", lambda row: None, width=8, shown=False),
        Column("next", "下一步", lambda row: "", Kind.NEXT_STEP, 6),
    )
    table = TableSpec(
        columns, row_id=lambda row: row.id, headline=lambda row: (row.name, f"{row.number}　{row.dept}"), states=STATES,
        segments=(Segment("open", "未办结"), *(Segment(s.key, s.title) for s in STATES), Segment("all", "全部")),
        start_segment="all",
        filters=(Filter("kind", "全部种类"), Filter("dept", "全部部门"), Filter("year", "全部年份")),
        search_hint="姓名、zwb、编号、工号",
    )  # fmt: skip
    actions = (
        Action("new", "新建…", "plus", deeds.doing("new"), Scope.LIST, "Ctrl+N", primary=True),
        Action("print", "打印…", "printer", deeds.doing("print"), Scope.ROWS),
        Action("sign", "登记签字…", "pen-line", deeds.doing("sign"), shortcut="F6"),
        Action("open", "开户…", "key-round", deeds.doing("open"), shortcut="F8", locked=_not_ready),
        Action("return", "退回…", "undo-2", deeds.doing("return"), secondary=True),
        Action("void", "作废…", "ban", deeds.doing("void"), secondary=True),
        Action("blank", "打印空白表…", "file-text", deeds.doing("blank"), Scope.LIST, secondary=True),
    )
    steps = {"ready": "open", "signing": "sign", "late": "sign", "draft": "new"}
    return Register(
        key=key, title=title, tab=tab, icon="file-text", table=table, build=lambda _desk, _services: None, actions=actions,
        next_step=lambda row: steps.get(row.state, ""), badge="open",
        empty=Empty("还没有申请", "从新建开户申请开始，或先导入员工花名册。", "new"), todos=lambda _service, _today: todos(),
    )  # fmt: skip


def _not_ready(row: Row) -> str:
    return "" if row.state == "ready" else "还缺办公室审核的签字"


def todos() -> list[Todo]:
    def todo(
        key: str, title: str, number: str, text: str, due: date | None, clause: str, record: int, do: str, **more: Any
    ) -> Todo:
        titles = {"sign": "登记签收…", "open": "开户…", "print": "打印通知单…"}
        return Todo(key, title, number, text, due, clause, "applications", record, do, titles[do], **more)

    return [
        todo("a", "回执未签收", "HZ-2026-0121", "罗丹（采购部）　11-23 送出，未交回", date(2026, 11, 30), "000/3.0", 1, "sign", icon="mail-check"),
        todo("b", "新装电话", "DH-2026-0019", "质量部，直线 1 部　11-26 受理", date(2026, 12, 2), "002/12.一", 2, "sign", field=Field.TELEPHONE),
        todo("c", "开户申请", "YJ-2026-0141", "周文博（国际业务部）　签字齐全", TODAY, "000/3.0", 3, "open", icon="key-round"),
        todo("d", "开户申请", "YJ-2026-0143", "程思思（人力资源部）　签字齐全", TODAY, "000/3.0", 4, "open", icon="key-round"),
        todo("e", "处罚通知单", "CF-2026-0073", "沈佳琪（国内业务部）　待本人签收", TODAY, "000/6.2", 5, "sign", field=Field.PENALTY, icon="pen-line"),
        todo("f", "回执将到期", "2 份", "欧阳思远（国际业务部）、袁媛（采购部）　11-27 送出", date(2026, 12, 4), "000/3.0", 6, "sign", icon="mail-check"),
        todo("g", "邮箱超过 10 MB", "", "4 个：郑海峰 13.8、马玉兰 12.1、韩冰 11.6、唐伟 10.4 MB", date(2026, 12, 4), "000/4.1", 7, "print", icon="triangle-alert"),
        todo("h", "离职邮箱保留到期", "", "唐伟（财务部，9-15 离职）保留 3 个月，到期须决定", date(2026, 12, 15), "004/十", 8, "open", icon="hourglass"),
        todo("i", "2027 年节假日", "", "尚未录入；录入后工作日期限才能算到明年", None, "", 9, "print", field=Field.DESK, icon="calendar"),
    ]  # fmt: skip


def calendar() -> WorkCalendar:
    return WorkCalendar({}, frozenset({2026}))


def hooks(**more: Any) -> Hooks:
    figures = (
        Figure("开户", "14", "上月 11"), Figure("回执未签收", "3", "共 14 份", "amber"), Figure("处罚", "11", "罚款 2,022.00 元"),
        Figure("话费超额人数", "12", "1,286.40 元"), Figure("邮箱超容", "4", "共 186 个", "amber"), Figure("问题单当天答复", "29/31", "2 件次日"),
    )  # fmt: skip
    fines = (1200, 830, 470, 1360, 990, 730, 1680, 1340, 910, 1450, 1990, 2022)
    months = tuple(zip(["12", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"], fines, strict=True))
    given: dict[str, Any] = {
        "clock": StillClock.on(TODAY, 14),
        "calendar": calendar,
        "place": lambda: Place("D:\\办公数据\\邮件管理台账", "今天 08:31", "周敏", "华东云帆集团股份有限公司"),
        "month": lambda: Month("11 月数字", figures, "近 12 个月罚款（元）", months),
        "recents": lambda: [Recent("applications", 1, "YJ-2026-0141　周文博", at="14:05"), Recent("applications", 2, "CF-2026-0073　沈佳琪", at="11:20", icon="gavel")],
        **more,
    }  # fmt: skip
    return Hooks(**given)


DISK_FULL = EnvironmentFault("磁盘满了，这一条没有保存。", remedy="腾出空间后再保存。")
NOT_ALLOWED = UserError("这一条已经办结。")
