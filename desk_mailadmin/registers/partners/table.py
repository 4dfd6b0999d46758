"""How partners' contacts are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.partners.rules import LIFECYCLE, RUNG
from desk_mailadmin.registers.partners.service import PartnerRow


def _headline(row: PartnerRow) -> tuple[str, str]:
    number = row.phone or row.mobile or row.email or row.fax
    return row.company, f"{row.contact}　{number}".lstrip("　")


TABLE: TableSpec[PartnerRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("company", QT_TRANSLATE_NOOP("desk", "合作单位"), lambda row: row.company, width=13, sort="company"),
        Column("contact", QT_TRANSLATE_NOOP("desk", "联系人"), lambda row: row.contact, width=6, sort="contact"),
        Column("post", QT_TRANSLATE_NOOP("desk", "职务"), lambda row: row.post, width=6, spare=True),
        Column("phone", QT_TRANSLATE_NOOP("desk", "电话"), lambda row: row.phone, Kind.CODE, 9),
        Column(
            "mobile",
            QT_TRANSLATE_NOOP("desk", "手机"),
            lambda row: row.mobile,
            Kind.CODE,
            8,
            personal=True,
            in_full=RUNG,
        ),
        Column("keeper", QT_TRANSLATE_NOOP("desk", "本公司联系人"), lambda row: row.keeper, width=6),
        Column("fax", QT_TRANSLATE_NOOP("desk", "传真"), lambda row: row.fax, Kind.CODE, 9, spare=True),
        Column("email", QT_TRANSLATE_NOOP("desk", "邮箱"), lambda row: row.email, Kind.CODE, 12, spare=True),
        Column("matter", QT_TRANSLATE_NOOP("desk", "合作事项"), lambda row: row.matter, width=12, stretch=True),
        Column("remark", QT_TRANSLATE_NOOP("desk", "备注"), lambda row: row.remark, width=10, shown=False),
    ),
    row_id=lambda row: row.id,
    headline=_headline,
    states=LIFECYCLE.states,
    segments=(
        Segment("active", QT_TRANSLATE_NOOP("desk", "往来中")),
        Segment("unkept", QT_TRANSLATE_NOOP("desk", "没有本公司联系人")),
        Segment("ended", QT_TRANSLATE_NOOP("desk", "已停止往来")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="active",
    filters=(Filter("keeper", QT_TRANSLATE_NOOP("desk", "全部联系人")),),
    search_hint=QT_TRANSLATE_NOOP("desk", "单位、联系人、拼音、电话、尾号、邮箱"),
)
