"""How devices are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.devices.listing import DeviceRow
from desk_mailadmin.registers.devices.rules import AT_HAND, KINDS, LIFECYCLE


def _holder(row: DeviceRow) -> str:
    return "" if row.state in AT_HAND else row.name


TABLE: TableSpec[DeviceRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("serial", QT_TRANSLATE_NOOP("desk", "机身号"), lambda row: row.serial, Kind.CODE, 9, "serial"),
        Column(
            "model", QT_TRANSLATE_NOOP("desk", "名称和型号"), lambda row: row.model, width=10, sort="model",
            stretch=True,
        ),
        Column(
            "kind", QT_TRANSLATE_NOOP("desk", "类别"), lambda row: row.kind, width=5, text=lambda row: KINDS[row.kind],
            shown=False,
        ),
        Column("number", QT_TRANSLATE_NOOP("desk", "号码"), lambda row: row.number, Kind.CODE, 7),
        Column(
            "name", QT_TRANSLATE_NOOP("desk", "领用人"), _holder, width=6, sort="holder",
            warned=lambda row: row.state == "issued" and row.staff_state == "left",
        ),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept if _holder(row) else "", width=7),
        Column("value_fen", QT_TRANSLATE_NOOP("desk", "价值"), lambda row: row.value_fen, Kind.MONEY, 6, "value"),
        Column("issued_on", QT_TRANSLATE_NOOP("desk", "领用"), lambda row: row.issued_on, Kind.DATE, 5, "issued_on"),
        Column("back_by", QT_TRANSLATE_NOOP("desk", "归还期限"), lambda row: row.back_by, Kind.DATE, 6),
        Column(
            "returned_on", QT_TRANSLATE_NOOP("desk", "归还"), lambda row: row.returned_on, Kind.DATE, 5, shown=False
        ),
        Column("receipt", QT_TRANSLATE_NOOP("desk", "签收单"), lambda row: row.receipt, Kind.CODE, 8),
        Column("penalty", QT_TRANSLATE_NOOP("desk", "赔偿"), lambda row: row.penalty, Kind.CODE, 8, shown=False),
        Column("emp_no", QT_TRANSLATE_NOOP("desk", "工号"), lambda row: row.emp_no, Kind.CODE, 5, shown=False),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.title, f"{_holder(row)}　{row.dept}".strip()),
    states=LIFECYCLE.states,
    segments=(
        Segment("issued", QT_TRANSLATE_NOOP("desk", "在用"), QT_TRANSLATE_NOOP("desk", "设备领用清单")),
        Segment("at_hand", QT_TRANSLATE_NOOP("desk", "在库")),
        Segment("leavers", QT_TRANSLATE_NOOP("desk", "离职未还")),
        Segment("gone", QT_TRANSLATE_NOOP("desk", "丢失和损坏")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="issued",
    filters=(
        Filter("kind", QT_TRANSLATE_NOOP("desk", "全部类别")),
        Filter("branch", QT_TRANSLATE_NOOP("desk", "全部单位")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "型号、机身号、姓名、拼音"),
)  # fmt: skip
