"""The directory as files: a workbook by department and by name, cards for telephones, entries for a server."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from desk_mailadmin.documents.book import Footer, LedgerColumn, LedgerSheet, PlaceSums
from desk_mailadmin.documents.contacts import Contact, ldif, save_contacts, vcards
from desk_mailadmin.kernel.table import Kind, Value
from desk_mailadmin.language.names import reading
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.editions.entries import Listed, by_name, numbers
from desk_mailadmin.registers.editions.listing import ConfirmationRow, EditionRow
from desk_mailadmin.registers.editions.rules import TIERS
from desk_mailadmin.registers.editions.service import EditionsService

BASE = "ou=directory"
"""Below which entry of a directory server the people stand, unless somebody says otherwise."""

_COLUMNS = (
    LedgerColumn("序号", Kind.COUNT, 4),
    LedgerColumn("姓名", width=7),
    LedgerColumn("职务", width=9),
    LedgerColumn("办公电话", Kind.CODE, 10),
    LedgerColumn("分机", Kind.CODE, 5),
    LedgerColumn("短号", Kind.CODE, 5),
    LedgerColumn("手机", Kind.CODE, 8),
    LedgerColumn("邮箱", Kind.CODE, 14),
    LedgerColumn("房间", width=5),
    LedgerColumn("备注", width=6),
)
_BY_NAME = (
    LedgerColumn("首字母", width=4),
    *_COLUMNS[1:3],
    LedgerColumn("单位", width=7),
    LedgerColumn("部门", width=8),
    *_COLUMNS[3:9],
)


class Export(Struct, frozen=True):
    """What leaves: the entries as their tier shows them, of which edition, for which company."""

    edition: EditionRow | None
    entries: Sequence[Listed]
    tier: str
    company: str
    confirmations: Sequence[ConfirmationRow] = ()


def write_workbook(export: Export, path: Path, when: datetime, by: str) -> Path:
    """Write the directory as a workbook of two sheets, by department and by pinyin; return where it is."""
    from desk_mailadmin.documents.ledger import write_ledger

    sheets = (department_sheet(export, when, by), name_sheet(export, when, by))
    meta = {"表": "内部通讯录", "版次": _name(export), "分级": TIERS[export.tier], "导出人": by}
    return write_ledger(path, sheets, meta, footer=Footer(when.date())).path


def department_sheet(export: Export, when: datetime, by: str) -> LedgerSheet:
    """Return the sheet by department: a heading line, its people, and who confirmed them (LEDGER 通讯录)."""
    said = {row.department: row for row in export.confirmations}
    rows: list[tuple[Value, ...]] = []
    headings: list[int] = []
    feet: list[int] = []
    place = 0
    for department, of_one in groupby(export.entries, key=lambda entry: entry.department):
        listed = list(of_one)
        headings.append(len(rows))
        rows.append((None, f"{listed[0].branch}　{listed[0].dept}", *[""] * (len(_COLUMNS) - 2)))
        for entry in listed:
            place += 1
            rows.append(_line(entry, place))
        feet.append(len(rows))
        rows.append((None, _foot(said.get(department)), *[""] * (len(_COLUMNS) - 2)))
    return LedgerSheet(
        "通讯录",
        "内 部 通 讯 录",
        _COLUMNS,
        rows,
        _facts(export, when, by),
        notes=("内部资料，注意保管；换版时旧版收回。",),
        emphasised=frozenset(headings),
        spread=frozenset((*headings, *feet)),
        landscape=False,
        frozen=2,
    )


def name_sheet(export: Export, when: datetime, by: str) -> LedgerSheet:
    """Return the sheet in the order of names."""
    rows = [
        (entry.letter, entry.shown_name, entry.post, entry.branch, entry.dept, *_line(entry, 0)[3:9])
        for entry in by_name(export.entries)
    ]
    facts = _facts(export, when, by)
    return LedgerSheet("拼音", "内 部 通 讯 录（按 拼 音）", _BY_NAME, rows, facts, landscape=False, frozen=2)


def _line(entry: Listed, place: int) -> tuple[Value, ...]:
    return (place, entry.shown_name, entry.post, entry.direct_shown, entry.extension, entry.short, entry.mobile,
            entry.email, entry.room, entry.remark)  # fmt: skip


def _foot(row: ConfirmationRow | None) -> str:
    if row is not None and row.confirmed_on:
        return f"部门负责人确认：{row.confirmed_by}　{row.confirmed_on}"
    return "部门负责人确认（签字）：＿＿＿＿＿　日期：＿＿＿＿＿"


def _facts(export: Export, when: datetime, by: str) -> tuple[str, ...]:
    issued = export.edition.issued_on if export.edition else None
    return (
        f"单位：{export.company}",
        f"版次：{_name(export)}",
        f"更新日期：{issued or when.date()}",
        f"{TIERS[export.tier]}　内部资料",
        f"制表：{when:%Y-%m-%d} {by}".rstrip(),
    )


def _name(export: Export) -> str:
    if export.edition is None:
        return "还没有版次"
    return export.edition.name if export.edition.issued_on else f"{export.edition.name}　编制中"


def unconfirmed(service: EditionsService, day: date) -> PlaceSums | None:
    """Return which departments had not confirmed the newest edition at the end of a day; None before it was opened."""
    newest = service.newest()
    rows = [row for row in service.of_edition(newest.id) if row.opened_on <= day] if newest else []
    if not rows:
        return None
    missing = {(row.branch, row.dept): (1,) for row in rows if row.confirmed_on is None or row.confirmed_on > day}
    return PlaceSums((LedgerColumn("通讯录未确认", Kind.COUNT, 3.5, total=True),), missing)


def write_cards(export: Export, path: Path) -> Path:
    """Write the directory as vCards; return where the file is."""
    return save_contacts(path, vcards([_contact(entry, export.company) for entry in export.entries]))


def write_ldif(export: Export, path: Path, base: str = BASE) -> Path:
    """Write the directory as LDIF below ``base``; return where the file is."""
    return save_contacts(path, ldif([_contact(entry, export.company) for entry in export.entries], base))


def _contact(entry: Listed, company: str) -> Contact:
    read = reading(entry.name) if not entry.shared else None
    return Contact(
        uid=entry.uid,
        name=entry.name,
        surname=read.surname if read else entry.name,
        given=read.given if read else "",
        company=company,
        units=(entry.branch, entry.dept),
        post=entry.post,
        emp_no=entry.emp_no,
        direct=tuple(map(phone_shown, numbers(entry.direct))),
        extension=tuple(numbers(entry.extension)),
        short=tuple(numbers(entry.short)),
        mobile=tuple(numbers(entry.mobile)),
        fax=tuple(map(phone_shown, numbers(entry.fax))),
        email=entry.email,
        room=entry.room,
        remark=entry.remark,
    )
