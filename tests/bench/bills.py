"""SPEED e: a bill read, checked and taken over, against sqlite3's own ``.import`` of the same rows."""

from __future__ import annotations

import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from desk_mailadmin.intake.bills.book_rows import sheets_of
from desk_mailadmin.intake.bills.reader import BILL_LIMITS, read_bill
from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.office import Office, create_office
from desk_mailadmin.registers.bills.rules import Taking
from tests.bench.harness import Amount, Line, Workshop, compared, growth, timed

TODAY = date(2026, 11, 20)
NUMBERS = 100
HEAD = (
    "序号", "计费号码", "对方号码", "通话类型", "起始时间", "通话时长", "通话地", "基本费(元)", "信息费(元)", "优惠(元)", "实收(元)",
)  # fmt: skip
_SECONDS_OF_MONTH = 31 * 86_400
_LOCAL, _FAR, _IP = ("本地", "本地移动"), ("国内长途", "广州"), ("17909长途", "上海")


def rows_of_a_bill(count: int) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a bill of a hundred numbers, number by number in the order of time, as operators print it."""
    each = max(1, count // NUMBERS)
    for at in range(count):
        second = at % each * _SECONDS_OF_MONTH // each
        day, rest = 1 + second // 86_400, second % 86_400
        length = 7 + at * 37 % 600
        fee = -(-length // 60) * 11 + 11
        if at % 9 == 0:
            called, (kind, place) = f"020555{at % 100_000:05d}", _FAR
        elif at % 50 == 1:
            called, (kind, place) = f"17909021555{at % 100_000:05d}", _IP
        else:
            called, (kind, place) = f"5550{at * 7919 % 10_000:04d}", _LOCAL
        start = f"2026-10-{day:02d} {rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}"
        sum_text = f"{fee // 100}.{fee % 100:02d}"
        yield (
            at + 1, f"0571555{min(at // each, NUMBERS - 1):05d}\t", f"{called}\t", kind, start,
            f"{length // 3600:02d}:{length // 60 % 60:02d}:{length % 60:02d}", place, sum_text, "0.00", "0.00", sum_text,
        )  # fmt: skip


def write_bill(path: Path, count: int, encoding: str) -> Path:
    """Write a bill with its lines above and its totals below."""
    seconds = fen = 0
    with path.open("w", encoding=encoding, newline="") as file:
        file.write("客户名称：某某股份有限公司,,,,,,,,,,\n客户编号：5710000000009\t,账期：2026年10月,,,,,,,,,\n\n")
        file.write(",".join(HEAD) + "\n")
        for row in rows_of_a_bill(count):
            file.write(",".join(map(str, row)) + "\n")
            minutes = row[5].split(":")
            seconds += int(minutes[1]) * 60 + int(minutes[2])
            fen += int(row[10].replace(".", ""))
        spoken = f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        total = f"{fen // 100}.{fen % 100:02d}"
        file.write(f"\n合计,,共 {count} 条,,,{spoken},,{total},0.00,0.00,{total}\n")
    return path


def bills(shop: Workshop) -> Iterator[Line]:
    """Read with every row checked, take over with all indices, search beginning the moment it is done."""
    growing: dict[int, Sequence[float]] = {}
    for count in shop.sizes:
        shop.tell(f"a bill of {count:,} calls")
        folder = Path(tempfile.mkdtemp(dir=shop.scratch))
        bill = write_bill(folder / "账单.csv", count, "gb18030")
        rounds = shop.rounds(3)
        reading = [timed(partial(_read, bill, folder)) for _ in range(rounds)]
        shell = [timed(partial(_import, bill, folder)) for _ in range(rounds)]
        indexed = [timed(partial(_import_indexed, bill, folder, in_place=True)) for _ in range(rounds)]
        afterwards = [timed(partial(_import_indexed, bill, folder, in_place=False)) for _ in range(rounds)]
        taking = [_taken_over(shop, bill, folder) for _ in range(rounds)]
        whole = [read + take for read, take in zip(reading, taking, strict=True)]
        growing[count] = whole
        note = "sqlite3 shell, .import into a bare table"
        yield Line(f"{count:,} rows read and checked in the child", reading, shell, note=note)
        note = "sqlite3 shell, .import into a table with the desk's indices"
        yield Line(f"{count:,} rows read, checked and on the desk", whole, indexed, 1.6, note=note)
        note = "sqlite3 shell, .import into a bare table, the desk's indices built afterwards"
        yield Line("   the same", whole, afterwards, note=note)
        yield from _encodings(shop, folder, bill, count)
        shutil.rmtree(folder)
    if len(growing) > 1:
        rows = max(growing) // min(growing)
        yield growth(f"a bill with {rows} times the rows", growing, float(rows))
    yield from _workbooks(shop)


def _encodings(shop: Workshop, folder: Path, bill: Path, count: int) -> Iterator[Line]:
    plain = write_bill(folder / "账单8.csv", count, "utf-8")
    note = "the same in UTF-8"
    job, reference = partial(_read, bill, folder), partial(_read, plain, folder)
    yield compared(f"{count:,} rows in GB18030", shop.rounds(3), job, reference, 1.1, note)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield Amount(f"{count:,} rows: the child's memory at most", [peak], goal=200)


def _workbooks(shop: Workshop) -> Iterator[Line]:
    count = 10_000 if shop.quick else 100_000
    path = shop.scratch / "账单.xlsx"
    book = Workbook(write_only=True)
    sheet = book.create_sheet("通话详单")
    sheet.append(HEAD)
    for row in rows_of_a_bill(count):
        sheet.append(row)
    book.save(path)
    fast = compared("", shop.rounds(3), partial(_calamine, path), partial(_openpyxl, path))
    what = f"{count:,} rows of a workbook: times faster"
    yield Line(what, fast.reference, fast.ours, least=5, note="calamine as we use it against openpyxl read-only")


def _read(bill: Path, folder: Path) -> None:
    reading = read_bill(bill, staging=folder / "staging", today=TODAY)
    assert not reading.differences


def _taken_over(shop: Workshop, bill: Path, folder: Path) -> float:
    office: Office = create_office(Path(tempfile.mkdtemp(dir=shop.scratch)) / "desk", SystemClock())
    office.desk.backups.on_close = lambda: None  # type: ignore[method-assign]  # no backup of a bench
    reading = read_bill(bill, staging=folder / "staging", today=TODAY)
    service = office.services["bills"]
    service.followers.clear()  # whose the calls are is measured with the calls
    took = timed(partial(service.take_over, reading, Taking("电信", "2026-10")))
    office.close()
    shutil.rmtree(office.desk.folder)
    return took


def _import(bill: Path, folder: Path) -> None:
    columns = ", ".join(f"c{place}" for place in range(len(HEAD)))
    _shell(folder, f"CREATE TABLE bill ({columns});", bill, "bill")


def _import_indexed(bill: Path, folder: Path, *, in_place: bool) -> None:
    """Let the shell import into a table with the indices that the desk keeps of calls, on the columns of the bill.

    ``in_place``: they are there before the rows; else they are built after them.
    """
    columns = ", ".join(f"c{place}" for place in range(len(HEAD)))
    places = ("c0", "c4, c0", "c1, c4", "c2, c4", "substr(c2, length(c2) - 3)", "c10, c4", "c5, c4")
    indices = "".join(f"CREATE INDEX i{at} ON bill ({one});" for at, one in enumerate(places))
    table = f"CREATE TABLE bill ({columns});"
    _shell(folder, table + indices if in_place else table, bill, "bill", "" if in_place else indices)


def _shell(folder: Path, before: str, bill: Path, table: str, after: str = "") -> None:
    file = folder / "shell.db"
    file.unlink(missing_ok=True)
    script = f"PRAGMA cache_size = -131072;\n{before}\n.mode csv\n.import '{bill}' {table}\n{after}\n"
    subprocess.run(["sqlite3", str(file)], input=script, text=True, check=True, capture_output=True)


def _calamine(path: Path) -> int:
    return sum(1 for sheet in sheets_of(path, BILL_LIMITS) for _row in sheet.rows)


def _openpyxl(path: Path) -> int:
    with closing(load_workbook(path, read_only=True)) as book:
        return sum(1 for _row in book.worksheets[0].iter_rows(values_only=True))
