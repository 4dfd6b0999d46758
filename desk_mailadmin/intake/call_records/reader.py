"""Read an exchange's call record: the one function that the rest of the program calls."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from desk_mailadmin.intake.bills.cells import CellReader
from desk_mailadmin.intake.bills.one_bill import MOST_FAULTS
from desk_mailadmin.intake.bills.one_call import Wrong
from desk_mailadmin.intake.bills.reader import BILL_LIMITS, PREVIEWED
from desk_mailadmin.intake.bills.result import PBX, BillReading, BillSheet, CallSums, StagedCall
from desk_mailadmin.intake.bills.staging import Staging
from desk_mailadmin.intake.bills.text_rows import Row, TextRows
from desk_mailadmin.intake.call_records.one_record import (
    COLUMNS,
    DIRECTIONS,
    TITLES,
    Record,
    RecordReader,
    is_record,
    places_of,
)
from desk_mailadmin.intake.child import Progress, run_apart
from desk_mailadmin.intake.findings import Column, Fault, Notice, Place, Severity
from desk_mailadmin.intake.grid import column_letter
from desk_mailadmin.intake.guard import FileKind, Limits, judge, shown_name
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.scratch import Staged
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import shortened

_LOOKED_AT = 40
"""Lines in which a record must be found, or it is no call record."""
_TELL_EVERY = 16_384
_ASTERISK = "Asterisk"


def read_call_records(
    path: Path,
    *,
    staging: Staged,
    today: date,
    access: str = "9",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> BillReading:
    """Return what a call record says, read in a child process with caps, its calls in the new file ``staging``.

    ``access`` is the digit dialled for an outside line, which is taken off what was called. Raises UserError or
    EnvironmentFault, one sentence with what to do, where the file cannot be read; Cancelled where the clerk stopped it.
    """
    return run_apart(
        call_records_of_file, path, BILL_LIMITS, staging, today, access, progress=progress, cancelled=cancelled
    )


def call_records_of_file(
    path: Path, limits: Limits, staging: Staged, today: date, access: str, tell: Progress
) -> BillReading:
    """Return what a call record says; runs in the child."""
    if judge(path, limits).kind is not FileKind.TEXT:
        raise _no_record(path)
    rows = TextRows(path, limits)
    size = path.stat().st_size
    with Staging(staging, "pbx_call") as store:
        taken = _Records(path, CellReader(today), access, store)
        for count, row in enumerate(rows, 1):
            taken.take(row)
            if not count % _TELL_EVERY:
                tell(0.9 * rows.read / size)
                if count > limits.rows:
                    template = QT_TRANSLATE_NOOP("desk", "“{file}”超过 {limit} 行，拆成几个文件再导入。")
                    raise UserError(template, file=shown_name(path), limit=limits.rows)
        if taken.places is None:
            raise _no_record(path)
        found = _result(path, staging, store, taken, rows)
    tell(1.0)
    return found


_PROBLEMS = {
    "encoding": QT_TRANSLATE_NOOP("desk", "有认不出的字节，这一行没有计入；从交换机重新导出一份。"),
    "long": QT_TRANSLATE_NOOP("desk", "这一行长得不正常，没有计入；从交换机重新导出一份。"),
    "quote": QT_TRANSLATE_NOOP("desk", "引号没有配对，这一行断了，没有计入；从交换机重新导出再导入。"),
}
"""What is said of a line that cannot be taken apart."""


class _Records:
    """The lines of one file on their way to the staging file."""

    def __init__(self, path: Path, reader: CellReader, access: str, store: Staging) -> None:
        self._path, self._reader, self._access, self._store = path, reader, access, store
        self.places: Mapping[str, int] | None = None
        self._records: RecordReader | None = None
        self._early: list[Row] = []
        self._known: set[Record] = set()
        self.faults: list[Fault] = []
        self.originals: dict[Place, tuple[str, ...]] = {}
        self.damaged = self.repeated = 0
        self.columns: Sequence[str] = COLUMNS

    def take(self, row: Row) -> None:
        """Keep the call of a line, or what is wrong with it; until the first record is found lines wait."""
        if self._records is None:
            self._look_for_columns(row)
            return
        number, cells, problem = row
        if problem:
            self._fault(number, cells, Wrong("", problem, _PROBLEMS[problem], {}))
        elif any(cells):
            found = self._records.record(number, cells)
            if isinstance(found, Wrong):
                self._fault(number, cells, found)
            else:
                self._stage(found)

    def _look_for_columns(self, row: Row) -> None:
        number, cells, _problem = row
        titled = places_of(cells)
        self._early.append(row)
        if titled is not None:
            self.places, self.columns = titled, tuple(str(cell).strip() for cell in cells)
            self._early.clear()
        elif is_record(cells):
            self.places = {name: at for at, name in enumerate(COLUMNS)}
        elif number > _LOOKED_AT:
            raise _no_record(self._path)
        if self.places is not None:
            self._records = RecordReader(self._reader, self._access, self.places)
            early, self._early = self._early, []
            for one in early:
                self.take(one)

    def _stage(self, found: Record) -> None:
        """Keep a call; a line that stands right behind its twin counts once."""
        same = (0, *found[1:])
        if same in self._known:
            self.repeated += 1
            template = QT_TRANSLATE_NOOP("desk", "和前面的一行完全相同，只计一次。")
            self._keep(
                Fault(
                    self._path.stem, found[0], "", "", "", "row-repeated", Severity.DUPLICATE, template, row_kept=False
                )
            )
            return
        if len(self._known) > 1:
            self._known.clear()
        self._known.add(same)
        self._store.add(found)

    def _fault(self, number: int, cells: Sequence[str], wrong: Wrong) -> None:
        self.damaged += 1
        at = (self.places or {}).get(wrong.field, -1)
        title, letter = (TITLES.get(wrong.field, ""), column_letter(at)) if at >= 0 else ("", "")
        text = shortened(str(cells[at])) if 0 <= at < len(cells) else ""
        self._keep(
            Fault(
                self._path.stem,
                number,
                letter,
                title,
                wrong.field,
                wrong.kind,
                Severity.ERROR,
                wrong.template,
                wrong.values,
                row_kept=False,
                text=text,
            )
        )
        self.originals[Place(self._path.stem, number)] = tuple(shortened(str(cell), 200) for cell in cells)

    def _keep(self, fault: Fault) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(fault)


def _result(path: Path, staging: Staged, store: Staging, taken: _Records, rows: TextRows) -> BillReading:
    each = "count(*), sum(seconds), min(started_at), max(started_at)"
    counted = store.asked(f"SELECT direction, {each} FROM pbx_call GROUP BY 1")  # noqa: S608  (our own SQL)
    months = store.asked("SELECT substr(started_at, 1, 7), count(*) FROM pbx_call GROUP BY 1 ORDER BY 2 DESC, 1")
    month = months[0][0] if months else ""
    others = sum(count for other, count in months if other != month)
    notices = [Notice(kind, template) for kind, template in _NOTICES.items() if kind in rows.notices]
    if others:
        notices.append(Notice("other-months", _OTHER_MONTHS, {"count": others, "month": month}))
    names = {name: at for at, name in enumerate(taken.columns)}
    columns = tuple(
        Column(column_letter(at), name, name if name in TITLES else "", 1.0) for name, at in names.items() if name
    )
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return BillReading(
        file=path.name,
        sha256=digest,
        encoding=rows.encoding,
        source=PBX,
        staging=staging,
        sheets=(BillSheet(path.stem, "calls", columns, (), sum(row[1] for row in counted)),),
        mapping={column.title: column.field for column in columns},
        sums=CallSums(sum(row[1] for row in counted), sum(row[2] for row in counted)),
        faults=tuple(taken.faults),
        damaged=taken.damaged,
        repeated=taken.repeated,
        notices=tuple(notices),
        originals=taken.originals,
        operator=_ASTERISK,
        month=month,
        period_from=min((row[3] for row in counted), default="")[:10],
        period_to=max((row[4] for row in counted), default="")[:10],
        directions=dict.fromkeys(DIRECTIONS, 0) | {row[0]: row[1] for row in counted},
        first=tuple(_preview(store, "ASC")),
        last=tuple(_preview(store, "DESC"))[::-1],
    )


def _preview(store: Staging, order: str) -> Iterator[StagedCall]:
    columns = "line_no, extension, called, direction, disposition, started_at, seconds"
    for row in store.asked(f"SELECT {columns} FROM pbx_call ORDER BY rowid {order} LIMIT {PREVIEWED}"):  # noqa: S608  (our own names)
        yield StagedCall(*row)


def _no_record(path: Path) -> UserError:
    template = QT_TRANSLATE_NOOP("desk", "“{file}”不像交换机话单：认得 Asterisk 的 Master.csv（一行 17 列）。")
    return UserError(template, file=shown_name(path))


_OTHER_MONTHS = QT_TRANSLATE_NOOP("desk", "有 {count} 次通话不在 {month}，照样导入，核对时按时间取。")
_NOTICES = {
    "nul": QT_TRANSLATE_NOOP("desk", "文件里有空字节，已去掉。"),
    "encodings": QT_TRANSLATE_NOOP("desk", "文件里混有两种编码，已逐行按各自的编码读。"),
}
