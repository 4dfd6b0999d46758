"""How the people who sell by telephone are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.salespeople.rules import LIFECYCLE
from desk_mailadmin.registers.salespeople.service import SalespersonRow

TABLE: TableSpec[SalespersonRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("emp_no", QT_TRANSLATE_NOOP("desk", "工号"), lambda row: row.emp_no, Kind.CODE, 6),
        Column("name", QT_TRANSLATE_NOOP("desk", "姓名"), lambda row: row.name, width=6, sort="name"),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=9, sort="dept"),
        Column("extension", QT_TRANSLATE_NOOP("desk", "分机"), lambda row: row.extension, Kind.CODE, 5),
        Column(
            "joined_on", QT_TRANSLATE_NOOP("desk", "入司日期"), lambda row: row.joined_on, Kind.DATE, 6, "joined",
            spare=True,
        ),
        Column(
            "earlier_months", QT_TRANSLATE_NOOP("desk", "此前行销（月）"), lambda row: row.earlier_months,
            Kind.COUNT, 7, spare=True,
        ),
        Column(
            "newcomer", QT_TRANSLATE_NOOP("desk", "组别"), lambda row: row.target.newcomer, width=5,
            text=lambda row: "新员工" if row.target.newcomer else "一般员工", noted=lambda row: row.target.newcomer,
        ),
        Column("minutes", QT_TRANSLATE_NOOP("desk", "电话标准"), lambda row: row.target.minutes, Kind.COUNT, 5),
        Column("faxes", QT_TRANSLATE_NOOP("desk", "传真标准"), lambda row: row.target.faxes, Kind.COUNT, 5),
        Column("since", QT_TRANSLATE_NOOP("desk", "考核起始"), lambda row: row.since, Kind.DATE, 6),
        Column("ended_on", QT_TRANSLATE_NOOP("desk", "不再考核"), lambda row: row.ended_on, Kind.DATE, 7, shown=False),
        Column("remark", QT_TRANSLATE_NOOP("desk", "备注"), lambda row: row.remark, width=12, stretch=True),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.name, f"{row.emp_no}　{row.dept}　{row.target.minutes} 分钟、{row.target.faxes} 份"),
    states=LIFECYCLE.states,
    segments=(
        Segment("active", QT_TRANSLATE_NOOP("desk", "考核中")),
        Segment("ended", QT_TRANSLATE_NOOP("desk", "不再考核")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="active",
    filters=(Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),),
    search_hint=QT_TRANSLATE_NOOP("desk", "姓名、拼音、工号、分机"),
)  # fmt: skip
