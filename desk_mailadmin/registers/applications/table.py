"""How applications are listed, and what Enter does for each."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from desk_mailadmin.documents.application_kind import ApplicationKind, EntryField, FieldKind
from desk_mailadmin.kernel.table import Column, Filter, Kind, Query, Segment, TableSpec, Value
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.applications.entries import kept_day, kept_whole
from desk_mailadmin.registers.applications.listing import ApplicationRow
from desk_mailadmin.registers.applications.records import in_words
from desk_mailadmin.registers.applications.rules import LIFECYCLE
from desk_mailadmin.registers.applications.service import ApplicationsService

_NEXT = {
    "draft": "edit",
    "returned": "edit",
    "signing": "sign",
    "ready": "open",
    "opened": "receipt",
    "receipted": "receipt",
}

STEP_TITLES = {
    "draft": QT_TRANSLATE_NOOP("desk", "继续填写…"),
    "returned": QT_TRANSLATE_NOOP("desk", "改正…"),
    "signing": QT_TRANSLATE_NOOP("desk", "登记签字…"),
    "ready": QT_TRANSLATE_NOOP("desk", "办理…"),
    "opened": QT_TRANSLATE_NOOP("desk", "送出回执…"),
    "receipted": QT_TRANSLATE_NOOP("desk", "登记签收…"),
}


def next_step(row: ApplicationRow) -> str:
    """Return the action that is due for an application, or an empty text; what has run out is to be ended."""
    if row.state == "in_force":
        return "end" if row.late else ""
    return _NEXT.get(row.state, "")


def step_title(row: ApplicationRow) -> str:
    """Return what the next step of an application is called: the deed and the end have the words of its kind."""
    match next_step(row):
        case "open":
            return f"{row.deed}…"
        case "end":
            return f"{row.end}…"
        case _:
            return STEP_TITLES.get(row.state, "—")


TABLE: TableSpec[ApplicationRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 7, "state"),
        Column("number", QT_TRANSLATE_NOOP("desk", "编号"), lambda row: row.number, Kind.CODE, 8, "number"),
        Column(
            "kind",
            QT_TRANSLATE_NOOP("desk", "种类"),
            lambda row: row.kind,
            width=10,
            sort="kind",
            text=lambda row: row.kind_title,
        ),
        Column("name", QT_TRANSLATE_NOOP("desk", "申请人"), lambda row: row.name, width=7, sort="name"),
        Column(
            "emp_no", QT_TRANSLATE_NOOP("desk", "工号"), lambda row: row.emp_no, Kind.CODE, 7, "emp_no", shown=False
        ),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=8, sort="dept", spare=True),
        Column("subject", QT_TRANSLATE_NOOP("desk", "事项"), lambda row: row.subject, width=12, sort="subject"),
        Column("branch", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.branch, width=8, shown=False),
        Column("address", QT_TRANSLATE_NOOP("desk", "地址"), lambda row: row.address, Kind.CODE, 14, shown=False),
        Column("entered_on", QT_TRANSLATE_NOOP("desk", "填表"), lambda row: row.entered_on, Kind.DATE, 5, "entered_on"),
        Column(
            "due_on", QT_TRANSLATE_NOOP("desk", "期限"), lambda row: row.due_on, Kind.DATE, 6, "due_on", shown=False
        ),
        Column("opened_on", QT_TRANSLATE_NOOP("desk", "开户"), lambda row: row.opened_on, Kind.DATE, 6, shown=False),
        Column("done_on", QT_TRANSLATE_NOOP("desk", "办理"), lambda row: row.done_on, Kind.DATE, 6, shown=False),
        Column("from_on", QT_TRANSLATE_NOOP("desk", "生效"), lambda row: row.from_on, Kind.DATE, 6, shown=False),
        Column(
            "until_on",
            QT_TRANSLATE_NOOP("desk", "到期"),
            lambda row: row.until_on,
            Kind.DATE,
            6,
            "until_on",
            shown=False,
        ),
        Column(
            "progress",
            QT_TRANSLATE_NOOP("desk", "进展"),
            lambda row: row.progress,
            width=14,
            stretch=True,
            warned=lambda row: row.late,
        ),
        Column(
            "next_step",
            QT_TRANSLATE_NOOP("desk", "下一步"),
            step_title,
            Kind.NEXT_STEP,
            7,
            text=step_title,
        ),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.number or row.name, f"{row.name}　{row.kind_title}　{row.progress}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("unfinished", QT_TRANSLATE_NOOP("desk", "未办结")),
        Segment("draft", QT_TRANSLATE_NOOP("desk", "草稿")),
        Segment("signing", QT_TRANSLATE_NOOP("desk", "待签字")),
        Segment("ready", QT_TRANSLATE_NOOP("desk", "待办理")),
        Segment("opened", QT_TRANSLATE_NOOP("desk", "待送回执")),
        Segment("receipted", QT_TRANSLATE_NOOP("desk", "待签收")),
        Segment("returned", QT_TRANSLATE_NOOP("desk", "已退回")),
        Segment("late", QT_TRANSLATE_NOOP("desk", "逾期")),
        Segment("in_force", QT_TRANSLATE_NOOP("desk", "生效中")),
        Segment("closed", QT_TRANSLATE_NOOP("desk", "已办结")),
        Segment("refused", QT_TRANSLATE_NOOP("desk", "不同意")),
        Segment("void", QT_TRANSLATE_NOOP("desk", "已作废")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="all",
    filters=(
        Filter("kind", QT_TRANSLATE_NOOP("desk", "全部种类")),
        Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),
        Filter("year", QT_TRANSLATE_NOOP("desk", "全部年份")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "姓名、拼音、编号、事项"),
)


_KINDS = {
    FieldKind.DATE: Kind.DATE,
    FieldKind.MONEY: Kind.MONEY,
    FieldKind.NUMBER: Kind.COUNT,
    FieldKind.EXTENSION: Kind.CODE,
    FieldKind.MAILBOX: Kind.CODE,
    FieldKind.EMAIL: Kind.CODE,
    FieldKind.MOBILE: Kind.CODE,
    FieldKind.PHONE: Kind.CODE,
}
_LONG = (FieldKind.LONG_TEXT, FieldKind.PHONE, FieldKind.MOBILE)
_SHOWN = 3  # columns of a kind's own that are seen at first; the others wait in the menu of columns
_WIDTHS = {Kind.DATE: 6, Kind.MONEY: 7, Kind.COUNT: 5, Kind.CODE: 9}


def columns_of_kind(service: ApplicationsService, query: Query) -> Sequence[Column[ApplicationRow]]:
    """Return the columns of a list of one kind, its entries in place of kind and subject; none for all kinds."""
    form = query.filters.get("kind", "")
    if form not in service.kinds:
        return ()
    kind = service.asked(form)
    entries = [entry for entry in (*kind.own_fields, *kind.completion) if entry.key != "address"]
    short = [entry.key for entry in entries if entry.kind not in _LONG][:_SHOWN]
    own = [_column(kind, entry, shown=entry.key in short) for entry in entries]
    hidden = ("kind", "subject", "dept")  # hidden, not gone: scripts ask for them by name
    common = [replace(column, shown=False) if column.key in hidden else column for column in TABLE.columns]
    place = next(n for n, column in enumerate(common) if column.stretch)
    return [*common[:place], *own, *common[place:]]


def _column(kind: ApplicationKind, entry: EntryField, *, shown: bool) -> Column[ApplicationRow]:
    as_kind = _KINDS.get(entry.kind, Kind.TEXT)
    key = f"field.{entry.key}" + ("_fen" if as_kind is Kind.MONEY and not entry.key.endswith("_fen") else "")
    plain = as_kind in (Kind.TEXT, Kind.CODE)
    return Column(
        key,
        entry.label,
        lambda row: _value(kind, entry, row),
        as_kind,
        _WIDTHS.get(as_kind, 8),
        shown=shown,
        personal=entry.kind is FieldKind.MOBILE,
        text=(lambda row: str(_value(kind, entry, row))) if plain else None,
    )


def _value(kind: ApplicationKind, entry: EntryField, row: ApplicationRow) -> Value:
    value = row.fields.get(entry.key, "")
    match entry.kind:
        case FieldKind.DATE:
            return kept_day(value)
        case FieldKind.NUMBER | FieldKind.MONEY:
            return kept_whole(value) or None if entry.is_asked(row.fields) else None
        case _:
            return in_words(kind, entry.key, value)
