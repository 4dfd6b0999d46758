"""How people are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.staff.rules import LIFECYCLE
from desk_mailadmin.registers.staff.service import StaffRow

TABLE: TableSpec[StaffRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("emp_no", QT_TRANSLATE_NOOP("desk", "工号"), lambda row: row.emp_no, Kind.CODE, 7, "emp_no"),
        Column("name", QT_TRANSLATE_NOOP("desk", "姓名"), lambda row: row.name, width=7, sort="name"),
        Column("pinyin", QT_TRANSLATE_NOOP("desk", "拼音"), lambda row: row.pinyin, Kind.CODE, 9, shown=False),
        Column("branch", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.branch, width=8),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=9, sort="dept"),
        Column("post", QT_TRANSLATE_NOOP("desk", "职务"), lambda row: row.post, width=9),
        Column("rank", QT_TRANSLATE_NOOP("desk", "职级"), lambda row: row.rank, width=5, shown=False),
        Column("extension", QT_TRANSLATE_NOOP("desk", "分机"), lambda row: row.extension, Kind.CODE, 5),
        Column("mobile", QT_TRANSLATE_NOOP("desk", "手机"), lambda row: row.mobile, Kind.CODE, 9, personal=True),
        Column("email", QT_TRANSLATE_NOOP("desk", "邮箱"), lambda row: row.email, Kind.CODE, 10, stretch=True),
        Column(
            "hired_on",
            QT_TRANSLATE_NOOP("desk", "入职"),
            lambda row: row.hired_on,
            Kind.DATE,
            7,
            "hired_on",
            shown=False,
        ),
        Column(
            "left_on", QT_TRANSLATE_NOOP("desk", "离职"), lambda row: row.left_on, Kind.DATE, 7, "left_on", shown=False
        ),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.name, f"{row.emp_no}　{row.branch} / {row.dept}　{row.post}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("active", QT_TRANSLATE_NOOP("desk", "在职")),
        Segment("left", QT_TRANSLATE_NOOP("desk", "离职")),
        Segment("unnumbered", QT_TRANSLATE_NOOP("desk", "没有工号")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="active",
    filters=(
        Filter("branch", QT_TRANSLATE_NOOP("desk", "全部单位")),
        Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "姓名、拼音、工号、分机、手机尾号"),
)
