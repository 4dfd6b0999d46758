"""How lines are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.lines.listing import LineRow, holder_text
from desk_mailadmin.registers.lines.rules import KINDS, LIFECYCLE

TABLE: TableSpec[LineRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 5, "state"),
        Column("extension", QT_TRANSLATE_NOOP("desk", "分机"), lambda row: row.extension, Kind.CODE, 4, "extension"),
        Column(
            "number", QT_TRANSLATE_NOOP("desk", "直线"), lambda row: row.number, Kind.CODE, 8, "number",
            text=lambda row: phone_shown(row.number),
        ),
        Column(
            "short_number", QT_TRANSLATE_NOOP("desk", "短号"), lambda row: row.short_number, Kind.CODE, 4, shown=False
        ),
        Column(
            "holder", QT_TRANSLATE_NOOP("desk", "责任人"), lambda row: row.holder, width=9, sort="holder",
            text=holder_text, warned=lambda row: bool(row.concerns) or (not row.holder and row.kind != "trunk"),
        ),
        Column("label", QT_TRANSLATE_NOOP("desk", "公用名称"), lambda row: row.label, width=7),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=8, sort="dept", stretch=True),
        Column("branch", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.branch, width=7),
        Column("place", QT_TRANSLATE_NOOP("desk", "地点"), lambda row: row.place, width=6, sort="place"),
        Column(
            "rights", QT_TRANSLATE_NOOP("desk", "权限"), lambda row: row.rights_keys, Kind.BOXES, 7,
            text=lambda row: row.rights_text, boxes=lambda row: row.boxes,
        ),
        Column("quota_fen", QT_TRANSLATE_NOOP("desk", "额度"), lambda row: row.quota_fen, Kind.MONEY, 5, "quota"),
        Column(
            "kind", QT_TRANSLATE_NOOP("desk", "类型"), lambda row: row.kind, width=5, text=lambda row: KINDS[row.kind],
            shown=False,
        ),
        Column("emp_no", QT_TRANSLATE_NOOP("desk", "工号"), lambda row: row.emp_no, Kind.CODE, 5, shown=False),
        Column("reopen_on", QT_TRANSLATE_NOOP("desk", "复机"), lambda row: row.reopen_on, Kind.DATE, 5),
        Column(
            "contract_until", QT_TRANSLATE_NOOP("desk", "合约到期"), lambda row: row.contract_until, Kind.DATE, 6,
            "contract", shown=False,
        ),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.title, f"{row.label or row.holder}　{row.dept or row.branch}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("active", QT_TRANSLATE_NOOP("desk", "正常")),
        Segment("stopped", QT_TRANSLATE_NOOP("desk", "停机")),
        Segment("timed", QT_TRANSLATE_NOOP("desk", "有限期权限")),
        Segment("headless", QT_TRANSLATE_NOOP("desk", "没有责任人")),
        Segment("removed", QT_TRANSLATE_NOOP("desk", "已拆机")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="active",
    filters=(
        Filter("branch", QT_TRANSLATE_NOOP("desk", "全部单位")),
        Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),
        Filter("kind", QT_TRANSLATE_NOOP("desk", "全部类型")),
        Filter("right", QT_TRANSLATE_NOOP("desk", "全部权限")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "分机、号码、尾号、姓名、拼音"),
)  # fmt: skip
