"""Commands that read or put out: list, print, export, clauses."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, overload

from msgspec.structs import replace

from desk_mailadmin.batch import Outcome, Refused, drawn
from desk_mailadmin.catalogue import ALL_REGISTERS, register_of
from desk_mailadmin.cli.output import DONE, FAULTS_NAMED, print_table, say, say_rows
from desk_mailadmin.cli.records import numbered
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.ledger_view import MONTH
from desk_mailadmin.kernel.privacy import is_personal
from desk_mailadmin.kernel.register import Register
from desk_mailadmin.kernel.settings import COMPANY
from desk_mailadmin.kernel.table import Column, Query, exported_columns, json_of, text_of
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.papers import Drawing, Paper
from desk_mailadmin.registers.accesses.service import AccessesService
from desk_mailadmin.registers.months.rules import checked_month
from desk_mailadmin.store.access_log import Access
from desk_mailadmin.store.files import sha256_of
from desk_mailadmin.store.print_archive import Part

CHUNK = 500
"""Rows read at once."""

_CONDITION = re.compile(r"(?P<column>[a-z_.]+)(?P<sign>[=~])(?P<value>.*)", re.DOTALL)


def list_register(office: Office, args: Namespace) -> int:
    """List a register, whole, by month or by conditions, row by row; with --json the promised columns."""
    register = _listed(office, _register(args.register), args.where)
    rows = _rows(office, register, args.where, args.month)
    columns = exported_columns(register.table)
    reason = _reason(office, args.reason, columns, len(rows))
    if args.json:
        say_rows(register.table, rows)
    else:
        print_table(register.table, rows, masked=office.services["accesses"].masks())
    if is_personal(columns):
        _note(office, register, "exported", rows=len(rows), filtered_by=_filter(args), reason=reason)
    return DONE


def print_papers(office: Office, args: Namespace) -> int:
    """Write the sheet of a numbered paper as PDF, of several papers one file each in a folder; keep them as printed.

    Of several, one that cannot be drawn is named and the others are written.
    """
    numbers = list(dict.fromkeys(args.numbers))
    if len(numbers) == 1:
        return _print_one(office, numbers[0], args.out)
    folder: Path = args.out
    if folder.exists() and not folder.is_dir():
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 不是文件夹；多张表存进一个文件夹。"), file=folder)
    drawings = [_drawing(office, number) for number in numbers]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 写不进去：{fault}"), file=folder, fault=fault) from None
    faults = [_hand_out(office, outcome, folder) for outcome in drawn(drawings, ())]
    return FAULTS_NAMED if any(faults) else DONE


def _print_one(office: Office, number: str, path: Path) -> int:
    write_print(office, _drawing(office, number), path)
    return DONE


def write_print(office: Office, drawing: Drawing, path: Path) -> None:
    """Write a sheet as PDF and keep it as printed; raise UserError where it cannot be written there."""
    _refuse_device(path)
    sheet = drawing.sheet()
    with office.desk.work("print"):  # both or neither: what cannot be kept is not handed out
        kept = office.papers.keep(drawing, sheet.pdf, max(1, len(drawing.form.spec.copies)))
        write_file(path, sheet.pdf)
    say(f"{path}　{sheet.pages} 页，第 {kept} 次打印")


def _hand_out(office: Office, outcome: Outcome, folder: Path) -> bool:
    """Write one paper of a batch; say whether it has a fault: it could not be drawn, or ran over its page."""
    number = outcome.drawing.paper.number
    if isinstance(outcome, Refused):
        say(f"{number}　{outcome.error}", sys.stderr)
        return True
    path, papers = folder / f"{number}.pdf", office.papers
    part = Part(papers.keep_file(outcome.document), outcome.first, outcome.pages)
    with office.desk.work("print"):
        kept = papers.keep(outcome.drawing, part, len(outcome.copies))
        write_file(path, outcome.pdf())
    over = f"，应为 {len(outcome.copies)} 页" if outcome.runs_over else ""
    say(f"{path}　{outcome.pages} 页{over}，第 {kept} 次打印")
    return outcome.runs_over


def _drawing(office: Office, number: str) -> Drawing:
    kind, service, record = numbered(office, number)
    return office.papers.drawing(_paper(office, kind, service, record))


def _paper(office: Office, kind: str, service: Any, record: int) -> Paper:
    from desk_mailadmin.registers.applications.printed import application_paper
    from desk_mailadmin.registers.charges.printed import notice_paper
    from desk_mailadmin.registers.penalties.printed import case_paper
    from desk_mailadmin.registers.receipts.printed import receipt_paper

    settings = office.desk.settings
    if kind == "penalty":
        return case_paper(service, settings, record)
    if kind == "charge":
        return notice_paper(service, record)
    if kind == "application":
        return application_paper(service, settings, record)
    return receipt_paper(service, office.services["branches"], settings, record)


def export(office: Office, args: Namespace) -> int:
    """Write the monthly workbook, or a register's list, as Excel."""
    _refuse_device(args.out)
    if args.what == "ledger":
        return _export_ledger(office, args)
    if args.what == "directory" and (args.tier or args.out.suffix.lower() in _CONTACTS):
        return _export_directory(office, args)
    from desk_mailadmin.documents.workbook import export_table

    register = _listed(office, _register(args.what), args.where)
    rows = _rows(office, register, args.where, args.month)
    reason = _reason(office, args.reason, exported_columns(register.table), len(rows))
    saved = export_table(
        args.out,
        title=register.title,
        company=office.desk.settings.value(COMPANY),
        spec=register.table,
        rows=rows,
        when=office.desk.clock.now(),
        filter_text=_filter(args),
        by=office.desk.who,
    )
    _note(office, register, "exported", rows=len(rows), filtered_by=_filter(args), reason=reason, file=saved.path)
    say(f"{saved.path}　{len(rows)} 行")
    return DONE


def _export_ledger(office: Office, args: Namespace) -> int:
    from desk_mailadmin.month_close import export_month

    saved = export_month(office, args.month, args.out)
    say(str(saved))
    return DONE


_CONTACTS = (".vcf", ".ldif")


def _export_directory(office: Office, args: Namespace) -> int:
    """Write the directory, as it stands or as an edition was issued, for telephones, a server or as a workbook."""
    from desk_mailadmin.registers.editions.printing import export_of
    from desk_mailadmin.registers.editions.report import BASE, write_cards, write_ldif, write_workbook

    service, tier = office.services["editions"], args.tier or "ordinary"
    edition = next((one.id for one in service.editions() if one.number == args.edition), None)
    if args.edition is not None and edition is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "通讯录没有第 {number} 版。"), number=args.edition)
    register = _register("directory")
    reason = _reason(office, args.reason, exported_columns(register.table), len(service.directory.listed()))
    leaving = export_of(office, edition, tier, office.desk.settings.value(COMPANY))
    kind = args.out.suffix.lower().removeprefix(".")
    if kind == "vcf":
        saved = write_cards(leaving, args.out)
    elif kind == "ldif":
        saved = write_ldif(leaving, args.out, args.base or BASE)
    else:
        saved = write_workbook(leaving, args.out, office.desk.clock.now(), office.desk.who)
    service.note_export(kind, tier, len(leaving.entries), reason, saved)
    say(f"{saved}　{len(leaving.entries)} 条")
    return DONE


def _reason(office: Office, reason: str, columns: Sequence[Column[Any]], rows: int) -> str:
    accesses: AccessesService = office.services["accesses"]
    return accesses.checked(reason, columns, rows)


def _filter(args: Namespace) -> str:
    return "，".join([*([args.month] if args.month else []), *args.where])


def _note(office: Office, register: Register, what: str, *, file: Path | None = None, **told: Any) -> None:
    columns = "、".join(column.title for column in exported_columns(register.table))
    named: dict[str, Any] = {"file": file.name, "sha256": sha256_of(file.read_bytes())} if file else {}
    office.services["accesses"].note(Access(what, register.key, register.title, columns, **told, **named))


def _listed(office: Office, register: Register, where: Sequence[str]) -> Register:
    """Return a register with the columns that conditions on its filters add (``kind=forwarding``)."""
    filters = {key: value for key, sign, value in (condition.partition("=") for condition in where) if sign}
    columns = register.columns_for(office.services[register.key], Query(filters=filters))
    return replace(register, table=replace(register.table, columns=columns))


class Rows(Sequence[Any]):
    """The rows of a list, read some hundred at a time: a register may hold a million."""

    def __init__(self, service: Any, ids: Sequence[int]) -> None:
        self._service, self._ids = service, ids
        self._first, self._read = 0, list[Any]()

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        if not 0 <= place - self._first < len(self._read):
            self._first = place - place % CHUNK
            self._read = list(self._service.rows(self._ids[self._first : self._first + CHUNK]))
        return self._read[place - self._first]


def _rows(office: Office, register: Register, where: Sequence[str], month: str) -> Rows:
    service = office.services[register.key]
    if month and register.ledger is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{title}”不按月份，去掉 --month。"), title=register.title)
    rows = Rows(service, service.keys(Query(filters={MONTH: checked_month(month, "")} if month else {})))
    tests = [_narrowing(register, condition) for condition in where]
    if not tests:
        return rows
    fitting = (register.table.row_id(row) for row in rows if all(fits(row) for fits in tests))
    return Rows(service, array("q", fitting))


def _narrowing(register: Register, condition: str) -> Callable[[Any], bool]:
    """Return what says whether a row meets a condition of the command line; UserError for one that cannot be read."""
    found = _CONDITION.fullmatch(condition)
    whole = _register(register.key).table
    columns = {column.key: column for table in (whole, register.table) for column in exported_columns(table)}
    if found is None or found["column"] not in columns:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "条件“{condition}”看不懂，写成 列=值 或 列~文字，可用的列有 {columns}。"),
            condition=condition,
            columns="、".join(columns),
        )
    column, value = columns[found["column"]], found["value"]
    if found["sign"] == "=":
        return lambda row: value in (str(json_of(column, row)), text_of(register.table, column, row))
    return lambda row: value.casefold() in text_of(register.table, column, row).casefold()


def _register(key: str) -> Register:
    try:
        return register_of(key)
    except KeyError:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "没有登记簿“{key}”，可用的有 {keys}。"),
            key=key,
            keys="、".join(register.key for register in ALL_REGISTERS),
        ) from None


def _refuse_device(path: Path) -> None:
    """Raise UserError for a target that is there and no file: it would be replaced (``-o /dev/null`` as root)."""
    if path.exists() and not path.is_file():
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 不是文件，换一个地方写。"), file=path)


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; never in the place of a device or a folder."""
    if path.exists() and not path.is_file():
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 不是普通文件，换一个文件名。"), file=path)
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as fault:
        draft.unlink(missing_ok=True)
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 写不进去：{fault}"), file=path, fault=fault) from None
