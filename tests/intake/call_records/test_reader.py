"""The exchange's call records: who, when, in which direction; the access digit is off."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.intake.bills.reader import BILL_LIMITS
from desk_mailadmin.intake.bills.result import BillReading
from desk_mailadmin.intake.call_records.one_record import COLUMNS
from desk_mailadmin.intake.call_records.reader import call_records_of_file, read_call_records
from desk_mailadmin.kernel.errors import UserError

DATA = Path(__file__).parents[2] / "data/A"
TRUTH = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))["telephone"]["pbx_record"]
TODAY = date(2026, 11, 15)


def line(source: str = "8001", target: str = "955502408", **changes: str) -> str:
    values = {
        "src": source, "dst": target, "dcontext": "from-internal", "channel": "SIP/8001-1", "dstchannel": "DAHDI/g1-2",
        "start": "2026-10-12 10:00:00", "answer": "2026-10-12 10:00:05", "end": "2026-10-12 10:00:35", "duration": "35",
        "billsec": "30", "disposition": "ANSWERED", **changes,
    }  # fmt: skip
    return ",".join(f'"{values.get(column, "")}"' for column in COLUMNS)


@pytest.fixture
def record(tmp_path: Path) -> Callable[..., BillReading]:
    def write(*lines: str, access: str = "9") -> BillReading:
        path = tmp_path / "Master.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return call_records_of_file(path, BILL_LIMITS, tmp_path / "staging", TODAY, access, lambda _done: None)

    return write


def staged(reading: BillReading) -> list[tuple[Any, ...]]:
    sql = "SELECT extension, called, direction, seconds FROM pbx_call ORDER BY rowid"
    return sqlite3.connect(reading.staging).execute(sql).fetchall()


def test_the_sample_record_has_the_truths_calls_by_kind(tmp_path: Path):
    reading = read_call_records(DATA / "Master.csv", staging=tmp_path / "staging", today=TODAY)
    kinds = TRUTH["by_kind"]
    assert reading.sums.calls == TRUTH["complete_rows"]
    assert reading.directions == {
        "in": kinds["in"], "out": kinds["out"] + kinds["out_other_month"], "internal": kinds["int"],
    }  # fmt: skip
    assert [(fault.row, fault.kind) for fault in reading.faults] == [(1959, "quote")]
    assert reading.damaged == TRUTH["damaged_last_row"]
    assert [notice.sentence for notice in reading.notices] == [
        "文件里混有两种编码，已逐行按各自的编码读。",
        f"有 {TRUTH['rows_outside_month']} 次通话不在 2026-10，照样导入，核对时按时间取。",
    ]
    connection = sqlite3.connect(reading.staging)
    answered = "SELECT count(*) FROM pbx_call WHERE disposition = 'ANSWERED' AND started_at LIKE '2026-10%' AND "
    assert connection.execute(f"{answered} direction = 'out'").fetchone()[0] == TRUTH["answered_out_in_month"]
    assert connection.execute(f"{answered} direction = 'in'").fetchone()[0] == TRUTH["inbound_answered"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (line(), ("8001", "55502408", "out", 30)),
        (line("8001", "9114"), ("8001", "114", "out", 30)),
        (line("8001", "8002", dstchannel="SIP/8002-1"), ("8001", "8002", "internal", 30)),
        (line("8001", "901055501234", dstchannel="", disposition="FAILED", billsec="0"), ("8001", "01055501234", "out", 0)),
        (line("8001", "8002", dstchannel="", disposition="FAILED", billsec="0"), ("8001", "8002", "internal", 0)),
        (line("15400012345", "8001", dcontext="from-trunk", channel="DAHDI/g1-1", dstchannel="SIP/8001-1"), ("8001", "15400012345", "in", 30)),
        (line("8001", "955502408", dstchannel="SIP/provider-trunk-1"), ("8001", "55502408", "out", 30)),
    ],
)  # fmt: skip
def test_the_direction_is_told_by_context_and_channels(
    record: Callable[..., BillReading], text: str, wanted: tuple[Any, ...]
):
    assert staged(record(text)) == [wanted]


def test_without_an_access_digit_nothing_is_taken_off(record: Callable[..., BillReading]):
    assert staged(record(line("8001", "055502408"), access="")) == [("8001", "055502408", "out", 30)]


def test_a_line_of_titles_may_stand_above(record: Callable[..., BillReading]):
    titled = record(
        "calldate,src,dst,dcontext,channel,dstchannel,billsec,disposition",
        "2026-10-12 10:00:00,8001,955502408,from-internal,SIP/8001-1,DAHDI/1,30,ANSWERED",
    )
    assert staged(titled) == [("8001", "55502408", "out", 30)]


def test_lines_that_cannot_be_read_are_named(record: Callable[..., BillReading]):
    reading = record(line(), line(start="2026-13-45"), line(billsec="-5"), line(source=""), "8001,955", line(), line())
    assert [(fault.row, fault.kind) for fault in reading.faults] == [
        (2, "time-odd"), (3, "length-odd"), (4, "extension-missing"), (5, "row-truncated"), (6, "row-repeated"),
        (7, "row-repeated"),
    ]  # fmt: skip
    assert (reading.sums.calls, reading.damaged, reading.repeated) == (1, 4, 2)


def test_what_is_no_call_record_is_refused(record: Callable[..., BillReading]):
    for lines in (["a,b,c"] * 60, ["a,b,c"]):
        with pytest.raises(UserError, match="不像交换机话单"):
            record(*lines)
