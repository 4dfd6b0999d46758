"""How the directory is listed."""

from __future__ import annotations

from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.directory.listing import DirectoryRow
from desk_mailadmin.registers.directory.records import numbers_shown
from desk_mailadmin.registers.directory.rules import DIALLED
from desk_mailadmin.registers.lines.rules import ACTIVE, STOPPED

NO_LINE = State("none", QT_TRANSLATE_NOOP("desk", "无线路"), Tone.GREY, "circle")
"""An entry none of whose numbers is that of a line of the office."""


def _headline(row: DirectoryRow) -> tuple[str, str]:
    numbers = "　".join(number for number in (row.extension, row.short, row.direct, row.mobile) if number)
    return row.shown_name, "　".join(
        part for part in (numbers, f"{row.branch} / {row.dept}", row.post, row.room) if part
    )


def _protected(row: DirectoryRow) -> bool:
    """Say whether what reaches a person directly stays out of every list: the full tier alone has it (002/4.五.4)."""
    return row.leader


TABLE: TableSpec[DirectoryRow] = TableSpec(
    columns=(
        Column("name", QT_TRANSLATE_NOOP("desk", "姓名"), lambda row: row.shown_name, width=7, sort="name"),
        Column(
            "extension",
            QT_TRANSLATE_NOOP("desk", "分机"),
            lambda row: row.extension,
            Kind.CODE,
            4,
            "extension",
            bold=True,
        ),
        Column("post", QT_TRANSLATE_NOOP("desk", "职务"), lambda row: row.post, width=7, spare=True),
        Column(
            "direct",
            QT_TRANSLATE_NOOP("desk", "直线"),
            lambda row: row.direct,
            Kind.CODE,
            8,
            personal=True,
            in_full=DIALLED,
            withheld=_protected,
            text=lambda row: numbers_shown(row.direct),
        ),
        Column("short", QT_TRANSLATE_NOOP("desk", "短号"), lambda row: row.short, Kind.CODE, 4),
        Column(
            "mobile",
            QT_TRANSLATE_NOOP("desk", "手机"),
            lambda row: row.mobile,
            Kind.CODE,
            7,
            personal=True,
            in_full=DIALLED,
            withheld=_protected,
        ),
        Column("email", QT_TRANSLATE_NOOP("desk", "邮箱"), lambda row: row.email, Kind.CODE, 10, stretch=True),
        Column("room", QT_TRANSLATE_NOOP("desk", "位置"), lambda row: row.room, width=6, sort="room", spare=True),
        Column(
            "rights",
            QT_TRANSLATE_NOOP("desk", "权限"),
            lambda row: row.rights,
            Kind.BOXES,
            7,
            text=lambda row: row.rights_text,
            boxes=lambda row: row.boxes,
        ),
        Column("state", QT_TRANSLATE_NOOP("desk", "线路"), lambda row: row.line_state, Kind.STATE, 5),
        Column(
            "changed_on",
            QT_TRANSLATE_NOOP("desk", "变更"),
            lambda row: row.changed_on,
            Kind.DATE,
            4,
            "changed_on",
            printed=False,
            spare=True,
        ),
        Column(
            "emp_no", QT_TRANSLATE_NOOP("desk", "工号"), lambda row: row.emp_no, Kind.CODE, 6, "emp_no", shown=False
        ),
        Column("branch", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.branch, width=8, shown=False),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=8, sort="place", shown=False),
        Column(
            "fax",
            QT_TRANSLATE_NOOP("desk", "传真"),
            lambda row: row.fax,
            Kind.CODE,
            8,
            shown=False,
            withheld=_protected,
            text=lambda row: numbers_shown(row.fax),
        ),
        Column("remark", QT_TRANSLATE_NOOP("desk", "备注"), lambda row: row.remark, width=10, shown=False),
    ),
    states=(ACTIVE, STOPPED, NO_LINE),
    row_id=lambda row: row.id,
    headline=_headline,
    segments=(
        Segment("active", QT_TRANSLATE_NOOP("desk", "在册")),
        Segment("shared", QT_TRANSLATE_NOOP("desk", "公用电话")),
        Segment("follow", QT_TRANSLATE_NOOP("desk", "人员有变动")),
        Segment("waiting", QT_TRANSLATE_NOOP("desk", "号码待通知")),
        Segment("late", QT_TRANSLATE_NOOP("desk", "通知超时")),
        Segment("removed", QT_TRANSLATE_NOOP("desk", "已移出")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="active",
    filters=(
        Filter("branch", QT_TRANSLATE_NOOP("desk", "全部单位")),
        Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "姓名、拼音、分机、短号、尾号"),
)
