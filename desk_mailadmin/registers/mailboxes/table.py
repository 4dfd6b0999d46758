"""How mailboxes are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.mailboxes.listing import MailboxRow
from desk_mailadmin.registers.mailboxes.rules import LIFECYCLE

TABLE: TableSpec[MailboxRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("address", QT_TRANSLATE_NOOP("desk", "地址"), lambda row: row.address, Kind.CODE, 18, "address"),
        Column("name", QT_TRANSLATE_NOOP("desk", "使用人"), lambda row: row.name, width=8, sort="name"),
        Column("emp_no", QT_TRANSLATE_NOOP("desk", "工号"), lambda row: row.emp_no, Kind.CODE, 5),
        Column("branch", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.branch, width=8),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=9, stretch=True),
        Column("quota_mb", QT_TRANSLATE_NOOP("desk", "容量 MB"), lambda row: row.quota_mb, Kind.COUNT, 6, "quota_mb"),
        Column("opened_on", QT_TRANSLATE_NOOP("desk", "开通"), lambda row: row.opened_on, Kind.DATE, 5, "opened_on"),
        Column("retained_until", QT_TRANSLATE_NOOP("desk", "保留到"), lambda row: row.retained_until, Kind.DATE, 5),
        Column("closed_on", QT_TRANSLATE_NOOP("desk", "停用"), lambda row: row.closed_on, Kind.DATE, 7, shown=False),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.address, f"{row.name}　{row.dept or row.branch}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("active", QT_TRANSLATE_NOOP("desk", "在用")),
        Segment("disabled", QT_TRANSLATE_NOOP("desk", "停用")),
        Segment("retained", QT_TRANSLATE_NOOP("desk", "保留")),
        Segment("deleted", QT_TRANSLATE_NOOP("desk", "已删除")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="active",
    filters=(Filter("branch", QT_TRANSLATE_NOOP("desk", "全部单位")),),
    search_hint=QT_TRANSLATE_NOOP("desk", "地址、姓名、拼音、工号"),
)
