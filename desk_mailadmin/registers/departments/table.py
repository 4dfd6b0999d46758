"""How departments are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.departments.service import DepartmentRow

TABLE: TableSpec[DepartmentRow] = TableSpec(
    columns=(
        Column("branch", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.branch, width=10, sort="branch"),
        Column("name", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.name, width=12, sort="name"),
        Column("manager", QT_TRANSLATE_NOOP("desk", "负责人"), lambda row: row.manager, width=8),
        Column("mail_person", QT_TRANSLATE_NOOP("desk", "邮件收发人"), lambda row: row.mail_person, width=8),
        Column("secret_keeper", QT_TRANSLATE_NOOP("desk", "商密文件管理人"), lambda row: row.secret_keeper, width=8),
        Column("people", QT_TRANSLATE_NOOP("desk", "在职"), lambda row: row.people, Kind.COUNT, 5, stretch=True),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.name, row.branch),
    segments=(
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
        Segment("unmanaged", QT_TRANSLATE_NOOP("desk", "没有填负责人")),
        Segment("without_mail_person", QT_TRANSLATE_NOOP("desk", "没有邮件收发人")),
        Segment("without_secret_keeper", QT_TRANSLATE_NOOP("desk", "没有商密文件管理人")),
    ),
    filters=(Filter("branch", QT_TRANSLATE_NOOP("desk", "全部单位")),),
    search_hint=QT_TRANSLATE_NOOP("desk", "部门、单位、负责人、收发人"),
)
