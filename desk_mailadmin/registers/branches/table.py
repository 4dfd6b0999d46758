"""How branches are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Kind, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.branches.rules import KINDS
from desk_mailadmin.registers.branches.service import BranchRow

TABLE: TableSpec[BranchRow] = TableSpec(
    columns=(
        Column("name", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.name, width=10, sort="name"),
        Column(
            "kind",
            QT_TRANSLATE_NOOP("desk", "类型"),
            lambda row: row.kind,
            width=5,
            sort="kind",
            text=lambda row: dict(KINDS)[row.kind],
        ),
        Column("domain", QT_TRANSLATE_NOOP("desk", "邮箱域名"), lambda row: row.domain, Kind.CODE, 14, "domain"),
        Column("head", QT_TRANSLATE_NOOP("desk", "负责人"), lambda row: row.head, width=6),
        Column("personnel", QT_TRANSLATE_NOOP("desk", "行政人事部"), lambda row: row.personnel, width=7),
        Column("mail_person", QT_TRANSLATE_NOOP("desk", "邮件专管员"), lambda row: row.mail_person, width=7),
        Column("departments", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.departments, Kind.COUNT, 4),
        Column("people", QT_TRANSLATE_NOOP("desk", "在职"), lambda row: row.people, Kind.COUNT, 4, stretch=True),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.name, row.domain),
    search_hint=QT_TRANSLATE_NOOP("desk", "单位、负责人、域名"),
)
