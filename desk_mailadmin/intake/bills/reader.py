"""Read an operator's itemised bill: the one function that the rest of the program calls."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from desk_mailadmin.intake.bills.agreements import agreements_of
from desk_mailadmin.intake.bills.book_rows import sheets_of
from desk_mailadmin.intake.bills.cells import CellReader
from desk_mailadmin.intake.bills.one_bill import OneBill
from desk_mailadmin.intake.bills.result import (
    OPERATOR,
    BillReading,
    BillSheet,
    CallSums,
    NumberCharges,
    StagedCall,
)
from desk_mailadmin.intake.bills.staging import CALL_COLUMNS, Staging
from desk_mailadmin.intake.bills.text_rows import Row, TextRows
from desk_mailadmin.intake.child import Progress, run_apart
from desk_mailadmin.intake.findings import Notice
from desk_mailadmin.intake.guard import FileKind, Judged, Limits, judge, shown_name
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.scratch import Staged
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

BILL_LIMITS = Limits(rows=2_000_000, megabytes=500, seconds=300, memory=1024, unpacked=400)
PREVIEWED = 15
"""Calls shown from the beginning and from the end of a bill."""
_TELL_EVERY = 16_384
_MONTH_IN_NAME = re.compile(r"(20\d{2})[-_.年]?(0[1-9]|1[0-2])(?!\d)")


def read_bill(
    path: Path,
    *,
    staging: Staged,
    today: date,
    mapping: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> BillReading:
    """Return what a bill says, read in a child process with caps, its calls in the new SQLite file ``staging``.

    ``mapping`` (column title → field key, empty for "not used") overrules the guess. Raises UserError or
    EnvironmentFault, one sentence with what to do, where the file cannot be read; Cancelled where the clerk stopped it.
    """
    return run_apart(bill_of_file, path, BILL_LIMITS, staging, today, mapping, progress=progress, cancelled=cancelled)


def bill_of_file(
    path: Path, limits: Limits, staging: Staged, today: date, mapping: Mapping[str, str] | None, tell: Progress
) -> BillReading:
    """Return what a bill says; runs in the child."""
    judged = judge(path, limits)
    with Staging(staging, "call") as store:
        bill = OneBill(CellReader(today), store, mapping)
        if judged.kind is FileKind.TEXT:
            sheets, encoding, kinds = _read_text(path, limits, bill, tell)
        else:
            sheets, encoding, kinds = *_read_book(path, limits, bill, tell), _notices_of(judged)
        if not any(table.role == "calls" for _sheet, table, _row in bill.tables):
            template = QT_TRANSLATE_NOOP(
                "desk", "“{file}”里没有找到有“对方号码”“时间”和“时长”或“费用”的标题行，不像话费清单。"
            )
            raise UserError(template, file=shown_name(path))
        _drop_repeats(bill, store)
        found = _result(path, staging, bill, store, sheets, encoding, kinds)
    tell(1.0)
    return found


def _read_text(
    path: Path, limits: Limits, bill: OneBill, tell: Progress
) -> tuple[dict[str, int], str, tuple[str, ...]]:
    rows = TextRows(path, limits)
    size = path.stat().st_size
    counted = _counted(rows, limits, path, lambda _row: tell(0.9 * rows.read / size))
    return {path.stem: bill.read(path.stem, counted)}, rows.encoding, tuple(rows.notices)


def _read_book(path: Path, limits: Limits, bill: OneBill, tell: Progress) -> tuple[dict[str, int], str]:
    found: dict[str, int] = {}
    for sheet in sheets_of(path, limits):
        if sheet.hidden:
            found[sheet.name] = -1
            continue
        height = max(1, sheet.height)
        counted = _counted(sheet.rows, limits, path, lambda row, height=height: tell(0.9 * row / height))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
        found[sheet.name] = bill.read(sheet.name, counted)
    return found, ""


def _counted(rows: Iterator[Row] | TextRows, limits: Limits, path: Path, tell: Callable[[int], None]) -> Iterator[Row]:
    """Pass rows on, telling how far they are; UserError where there are too many."""
    for count, row in enumerate(rows, 1):
        if not count % _TELL_EVERY:
            tell(row[0])
            if count > limits.rows:
                template = QT_TRANSLATE_NOOP("desk", "“{file}”超过 {limit} 行，拆成几个文件再导入。")
                raise UserError(template, file=shown_name(path), limit=limits.rows)
        yield row


def _drop_repeats(bill: OneBill, store: Staging) -> None:
    """Drop what was printed twice from a bill that is not in the order of its numbers and days."""
    if not bill.scattered:
        return
    same = "number, started_at, called, seconds, fee_fen"
    groups = store.asked(f"SELECT {same}, min(rowid) FROM call GROUP BY {same} HAVING count(*) > 1")  # noqa: S608  (our own names)
    which = "number = ? AND started_at = ? AND called = ? AND seconds = ? AND fee_fen = ? AND rowid > ?"
    for group in groups:
        first = store.asked("SELECT line_no FROM call WHERE rowid = ?", group[5:])[0][0]
        for row in store.asked(f"SELECT {CALL_COLUMNS} FROM call WHERE {which}", group):  # noqa: S608  (our own names)
            bill.tell_repeated(bill.tables[0][0], row, first)
    store.change(f"DELETE FROM call WHERE {which}", groups)  # noqa: S608  (our own names)


def _result(
    path: Path,
    staging: Staged,
    bill: OneBill,
    store: Staging,
    found: Mapping[str, int],
    encoding: str,
    kinds: tuple[str, ...],
) -> BillReading:
    sums, numbers, months, bounds = _sums(bill, store)
    heading = bill.heading
    month = heading.month or _month_of(path.stem, months)
    reading = BillReading(
        file=path.name,
        sha256=_sha256(path),
        encoding=encoding,
        source=OPERATOR,
        staging=staging,
        sheets=tuple(_sheet(bill, name, count) for name, count in found.items()),
        mapping={column.title: column.field for _name, table, _row in bill.tables for column in table.columns()},
        sums=sums,
        numbers=tuple(numbers[number] for number in sorted(numbers)),
        agreements=agreements_of(bill.totals, sums, numbers),
        faults=tuple(sorted(bill.faults, key=lambda one: ([*found].index(one.sheet), one.row))),
        damaged=bill.damaged,
        repeated=bill.repeated,
        skipped=tuple(bill.skipped),
        originals=bill.originals,
        operator=heading.operator_of(path.stem),
        account=heading.account,
        month=month,
        period_from=heading.period[0] or bounds[0],
        period_to=heading.period[1] or bounds[1],
        repeats=tuple(StagedCall(*call) for call in bill.repeats),
        first=_preview(store, "ASC"),
        last=_preview(store, "DESC")[::-1],
    )
    others = sum(count for other, count in months.items() if other != month)
    return replace(reading, notices=_notices(kinds, reading, others))


def _sums(bill: OneBill, store: Staging) -> tuple[CallSums, dict[str, NumberCharges], Counter[str], tuple[str, str]]:
    """Return the sums of all calls and of each number, the calls by month, and the first and the last day."""
    each = "count(*), sum(seconds), sum(base_fen), sum(info_fen), sum(discount_fen), sum(fee_fen)"
    rows = store.asked(f"SELECT number, {each}, min(started_at), max(started_at) FROM call GROUP BY number")  # noqa: S608  (our own names)
    of_number = {row[0]: CallSums(*row[1:7]) for row in rows}
    total = CallSums(*(sum(row[place] for row in rows) for place in range(1, 7)))
    names = dict.fromkeys((*of_number, *bill.charges))
    numbers = {
        name: NumberCharges(name, of_number.get(name, CallSums()), *bill.charges.get(name, (0, 0, 0))) for name in names
    }
    bounds = (min((row[7] for row in rows), default="")[:10], max((row[8] for row in rows), default="")[:10])
    return total, numbers, _months(store, bounds, total.calls), bounds


def _months(store: Staging, bounds: tuple[str, str], calls: int) -> Counter[str]:
    """Return how many calls are of each month; counted only where there are several."""
    if bounds[0][:7] == bounds[1][:7]:
        return Counter({bounds[0][:7]: calls}) if calls else Counter()
    return Counter(dict(store.asked("SELECT substr(started_at, 1, 7), count(*) FROM call GROUP BY 1")))


def _preview(store: Staging, order: str) -> tuple[StagedCall, ...]:
    rows = store.asked(f"SELECT {CALL_COLUMNS} FROM call ORDER BY rowid {order} LIMIT {PREVIEWED}")  # noqa: S608  (our own names)
    return tuple(StagedCall(*row) for row in rows)


def _month_of(stem: str, months: Counter[str]) -> str:
    """Return the month most calls are of; without calls the one in the file's name."""
    if months:
        return months.most_common(1)[0][0]
    found = _MONTH_IN_NAME.search(stem)
    return f"{found[1]}-{found[2]}" if found else ""


def _sheet(bill: OneBill, name: str, count: int) -> BillSheet:
    tables = [table for sheet, table, _row in bill.tables if sheet == name]
    role = "hidden" if count < 0 else tables[0].role if tables else "other"
    columns = tuple(column for table in tables for column in table.columns())
    return BillSheet(name, role, columns, tuple(table.row for table in tables), max(0, count))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _notices_of(judged: Judged) -> tuple[str, ...]:
    return ("macros",) if judged.macros else ()


def _notices(kinds: tuple[str, ...], reading: BillReading, others: int) -> tuple[Notice, ...]:
    """Return what concerns the whole bill."""
    found = [Notice(kind, _NOTICES[kind]) for kind in kinds if kind in _NOTICES]
    found += [Notice("sheet-hidden", _HIDDEN, {"sheet": one.name}) for one in reading.sheets if one.role == "hidden"]
    if others:
        found.append(Notice("other-months", _OTHER_MONTHS, {"count": others, "month": reading.month}))
    if reading.damaged + reading.repeated > len(reading.faults):
        values = {"count": reading.damaged + reading.repeated, "named": len(reading.faults)}
        found.append(Notice("more-faults", _MORE_FAULTS, values))
    return tuple(found)


_HIDDEN = QT_TRANSLATE_NOOP("desk", "“{sheet}”页是隐藏的，没有读。")
_OTHER_MONTHS = QT_TRANSLATE_NOOP("desk", "有 {count} 次通话不在 {month}，照样计入这份账单。")
_MORE_FAULTS = QT_TRANSLATE_NOOP("desk", "有问题的行共 {count} 行，只列出前 {named} 行。")
_NOTICES = {
    "macros": QT_TRANSLATE_NOOP("desk", "文件里有宏，宏没有运行，只读了数据。"),
    "nul": QT_TRANSLATE_NOOP("desk", "文件里有空字节，已去掉。"),
    "encodings": QT_TRANSLATE_NOOP("desk", "文件里混有两种编码，已逐行按各自的编码读。"),
}
