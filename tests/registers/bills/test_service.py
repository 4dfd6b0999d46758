"""Bills taken over: to the call and to the fen, once, as one batch that can be undone, and what overlaps is told."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.intake.bills.result import BillReading
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.bills.rules import BillEntry, Taking
from desk_mailadmin.registers.bills.service import BillsService, Outcome
from desk_mailadmin.store.database import execute, scalar
from tests.bench.bills import write_bill as write_large_bill
from tests.registers.billing import ONE, THREE, TWO, read_here
from tests.registers.billing import written as write_bill
from tests.registers.builders import TODAY, House

DATA = Path(__file__).parents[2] / "data/A"
OP1, OP2, MASTER = (
    next(DATA.glob("固话清单*.csv")),
    next(DATA.glob("分公司话单*.xlsx")),
    DATA / "Master.csv",
)
TRUTH = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))["telephone"]
Reads = Callable[..., BillReading]


@pytest.fixture
def bills(house: House) -> BillsService:
    service: BillsService = house.services["bills"]
    return service


@pytest.fixture
def read(tmp_path: Path) -> Reads:
    """Read a bill as the child does, but here, its calls in a file of the test's."""

    def reads(path: Path, **changes: Any) -> BillReading:
        copy = tmp_path / path.name
        if copy != path:
            shutil.copy(path, copy)
        return read_here(copy, **changes)

    return reads


@pytest.fixture
def written(tmp_path: Path) -> Reads:
    """Write some lines as a bill and read it."""

    def write(*lines: str, **changes: Any) -> BillReading:
        return read_here(write_bill(tmp_path, *lines, **changes))

    return write


def take(bills: BillsService, reading: BillReading, **changes: Any) -> Outcome:
    values = {"operator": reading.operator or "电信", "month": reading.month, "accepted": True, **changes}
    return bills.take_over(reading, Taking(**values))


def calls_of(house: House, bill: int) -> tuple[Any, ...]:
    sql = "SELECT count(*), sum(seconds), sum(base_fen), sum(info_fen), sum(discount_fen), sum(fee_fen) FROM call WHERE bill_id = ?"
    return tuple(execute(house.office.desk.database, sql, (bill,)).fetchone())


def count(house: House, table: str) -> int:
    return int(scalar(house.office.desk.database, f"SELECT count(*) FROM {table}"))  # noqa: S608  (our own names)


def test_the_first_operators_bill_stands_on_the_desk_as_the_truth_has_it(
    house: House, bills: BillsService, read: Reads
):
    done = take(bills, read(OP1))
    truth = TRUTH["by_operator"]["op1"]
    assert calls_of(house, done.bill) == tuple(truth.values())
    row = bills.row(done.bill)
    assert (row.operator, row.month, row.account, row.numbers) == ("运营商一", "2026-10", "5710000000001", 47)
    assert (row.calls, row.calls_fen, row.fixed_fen) == (2947, 124117, 154600)
    including = TRUTH["operator_totals_including_damaged"]["op1"]
    assert (row.footer_calls, row.footer_fen) == (including["calls"], including["total_fen"])
    assert (row.damaged, row.difference_fen, row.agreement) == (1, 33, "差 0.33 元，差 1 次")
    assert bills.faults_of(done.bill) == [
        (OP1.stem, 1083, "这一行不完整（断在“00:”），没有计入；向运营商要完整的清单再导入。")
    ]


def test_every_billed_number_costs_what_the_truth_says(house: House, bills: BillsService, read: Reads):
    for path in (OP1, OP2):
        take(bills, read(path))
    sql = "SELECT number, calls, seconds, calls_fen, rent_fen + caller_id_fen + other_fen FROM bill_number"
    found = {row[0]: row[1:] for row in execute(house.office.desk.database, sql)}
    wanted = {
        number.replace("-", ""): (one["calls"], one["seconds"], one["total_fen"], one["fixed_fen"])
        for number, one in TRUTH["cost_by_billed_number"].items()
    }
    assert found == wanted


def test_the_exchanges_records_stand_on_the_desk_by_direction(house: House, bills: BillsService, read: Reads):
    done = take(bills, read(MASTER, pbx=True))
    sql = "SELECT direction, count(*) FROM pbx_call WHERE bill_id = ? GROUP BY 1"
    kinds = TRUTH["pbx_record"]["by_kind"]
    assert dict(execute(house.office.desk.database, sql, (done.bill,))) == {
        "in": kinds["in"],
        "internal": kinds["int"],
        "out": kinds["out"] + kinds["out_other_month"],
    }
    row = bills.row(done.bill)
    assert (row.source, row.calls, row.damaged, row.month) == ("pbx", 1958, 1, "2026-10")
    assert row.agreement == "1 行读不出来"


def test_totals_that_do_not_agree_wait_for_the_clerks_word(house: House, bills: BillsService, read: Reads):
    reading = read(OP1)
    with pytest.raises(NeedsConfirmation, match=r"通话费 1,241.50，读到 1,241.17；.*1 行读不出来"):
        take(bills, reading, accepted=False)
    assert count(house, "bill") == count(house, "call") == 0


def test_the_same_file_is_taken_over_once(house: House, bills: BillsService, written: Reads):
    reading = written(ONE, TWO)
    take(bills, reading)
    assert bills.compare(reading).same_file is not None
    with pytest.raises(UserError, match="已经导入过（电信 2026-10）"):
        take(bills, reading)
    assert count(house, "call") == 2


def test_calls_that_stand_on_another_bill_are_skipped_and_told(house: House, bills: BillsService, written: Reads):
    fixed = "计费号码,月租费,来电显示费\n057155511001,25.00,6.00"
    first = take(bills, written(ONE, TWO, fixed, name="一.csv"))
    reading = written(TWO, THREE, fixed, name="二.csv")
    (overlap,) = bills.compare(reading).overlaps
    assert (overlap.bill, overlap.doubled, overlap.numbers) == (first.bill, 1, 1)
    second = take(bills, reading)
    assert (second.calls, second.doubled) == (1, 1)
    row = bills.row(second.bill)
    assert (row.calls, row.calls_fen, row.fixed_fen) == (1, 56, 0)
    assert row.remark == "有 1 次通话已在别的账单里，没有重复计入。"
    assert count(house, "call") == 3


def test_a_bill_may_take_the_place_of_another_and_undo_puts_that_back(
    house: House, bills: BillsService, written: Reads
):
    first = take(bills, written(ONE, name="一.csv"))
    done = take(bills, written(ONE, TWO, name="二.csv"), replaced=frozenset({first.bill}))
    assert (done.calls, done.doubled, done.replaced) == (2, 0, 1)
    assert bills.row(first.bill).state == "void"
    assert (count(house, "call"), count(house, "void_call")) == (2, 1)
    house.office.desk.undo(done.batch)
    assert [row.id for row in bills.in_force()] == [first.bill]
    assert (count(house, "call"), count(house, "void_call")) == (1, 0)
    assert bills.keys(Query(search="057155511001")).tolist() == [first.bill]


def test_an_import_is_undone_as_one(house: House, bills: BillsService, read: Reads):
    done = take(bills, read(OP1))
    house.office.desk.undo(done.batch)
    tables = ("bill", "bill_number", "bill_fault", "call", "search_bill")
    assert [count(house, table) for table in tables] == [0] * 5


def test_an_import_whose_calls_are_in_use_is_not_undone(house: House, bills: BillsService, written: Reads):
    done = take(bills, written(ONE))
    database = house.office.desk.database
    execute(database, "CREATE TABLE talk (id INTEGER PRIMARY KEY, call_id INTEGER REFERENCES call (id))")
    execute(database, "INSERT INTO talk (call_id) SELECT id FROM call")
    with pytest.raises(UserError, match="后来有别的记录用到它"):
        house.office.desk.undo(done.batch)
    assert count(house, "call") == 1


def test_a_void_bill_counts_no_more_and_is_found_all_the_same(house: House, bills: BillsService, written: Reads):
    done = take(bills, written(ONE))
    with pytest.raises(UserError, match="原因"):
        bills.void(done.bill, " ")
    bills.void(done.bill, "月份选错了")
    assert count(house, "call") == 0
    assert list(bills.in_force()) == []
    assert bills.row(done.bill).remark == "月份选错了"
    assert bills.keys(Query(segment="void", search="电信")).tolist() == [done.bill]
    take(bills, written(ONE))
    with pytest.raises(UserError):
        bills.void(done.bill, "再来一次")


def test_whoever_follows_is_told_of_calls_that_came_and_went(house: House, bills: BillsService, written: Reads):
    told: list[int] = []
    bills.followers.append(lambda _work, bill: told.append(bill))
    done = take(bills, written(ONE))
    bills.void(done.bill, "错了")
    assert told == [done.bill, done.bill]


def test_an_import_that_is_stopped_leaves_nothing(house: House, bills: BillsService, written: Reads):
    class StoppedError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done == total:
            raise StoppedError

    reading = written(ONE, TWO)
    with pytest.raises(StoppedError):
        bills.take_over(reading, Taking("电信", "2026-10"), stop)
    assert [count(house, table) for table in ("bill", "call", "history_entry")][:2] == [0, 0]
    take(bills, reading)
    assert count(house, "call") == 2


def test_operator_and_month_are_corrected_and_undone(house: House, bills: BillsService, written: Reads):
    done = take(bills, written(ONE))
    bills.correct(done.bill, bills.entry(done.bill))
    bills.correct(done.bill, BillEntry(" 联通 ", "2026-09", "上月的"))
    assert (bills.row(done.bill).operator, bills.row(done.bill).month) == ("联通", "2026-09")
    assert bills.of_month("2026-09")
    for entry, field in ((BillEntry("", "2026-09"), "operator"), (BillEntry("联通", "九月"), "month")):
        with pytest.raises(UserError) as refused:
            bills.correct(done.bill, entry)
        assert refused.value.field == field
    house.office.desk.undo(house.office.desk.undoable()[0].seq)
    assert bills.row(done.bill).operator == "电信"


def test_a_bill_without_a_call_is_refused(bills: BillsService, written: Reads):
    with pytest.raises(UserError, match="没有读到一次通话"):
        take(bills, written("合计,,,,,0,0,0,0"), month="2026-10")


def test_the_mapping_and_the_operator_are_remembered_by_the_headings(bills: BillsService, written: Reads):
    reading = written(ONE)
    assert bills.remembered_mapping(reading.headings()) is None
    assert bills.remembered_operator(reading.headings()) == ""
    bills.remember_mapping(reading.headings(), reading.mapping, TODAY, "电信")
    bills.remember_mapping(reading.headings(), {**reading.mapping, "优惠": ""}, TODAY, "联通")
    assert bills.remembered_mapping(reading.headings()) == {**reading.mapping, "优惠": ""}
    assert bills.remembered_operator(reading.headings()) == "联通"


def test_the_months_bill_is_missed_from_the_day_before_it_is_due(house: House, bills: BillsService, written: Reads):
    assert bills.missing(TODAY) == ()
    take(bills, written(ONE))
    assert [(one.month, one.operator, one.due) for one in bills.missing(date(2026, 12, 3))] == [
        ("2026-11", "电信", date(2026, 12, 3))
    ]
    assert bills.missing(date(2026, 11, 30)) == ()


def test_the_staging_file_is_only_read(house: House, bills: BillsService, written: Reads):
    reading = written(ONE)
    take(bills, reading)
    assert sqlite3.connect(reading.staging).execute("SELECT count(*) FROM call").fetchone() == (1,)


def test_lists_filter_by_month_and_operator(bills: BillsService, read: Reads):
    one, two = take(bills, read(OP1)), take(bills, read(OP2))
    assert [choice.key for choice in bills.choices("month")] == ["2026-10"]
    assert {choice.key for choice in bills.choices("operator")} == {"运营商一", "运营商二"}
    assert bills.keys(Query(filters={"operator": "运营商二"})).tolist() == [two.bill]
    assert bills.keys(Query(segment="differs")).tolist() == [two.bill, one.bill]
    facts = {fact.label: fact.value for fact in bills.detail(one.bill).facts}
    assert facts["账单自己的合计"] == "2948 次，通话费 1,241.50 元，应缴 2,787.50 元"
    assert facts["核对"] == "差 0.33 元，差 1 次"
    assert facts["第 1083 行"].startswith("这一行不完整")


def test_a_void_bill_that_is_corrected_and_undone_stays_void(house: House, bills: BillsService, written: Reads):
    done = take(bills, written(ONE))
    bills.void(done.bill, "错了")
    bills.correct(done.bill, BillEntry("联通", "2026-10", "错了"))
    house.office.desk.undo(house.office.desk.undoable()[0].seq)
    assert (bills.row(done.bill).state, bills.row(done.bill).operator, count(house, "call")) == ("void", "电信", 0)


def test_a_bill_is_taken_over_in_a_transaction_of_its_own(house: House, bills: BillsService, written: Reads):
    reading = written(ONE)
    with pytest.raises(RuntimeError, match="its own"), house.office.desk.work("other"):
        take(bills, reading)


def test_a_large_bill_leaves_every_index_as_it_was(house: House, bills: BillsService, read: Reads, tmp_path: Path):
    sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'call' ORDER BY name"
    before = execute(house.office.desk.database, sql).fetchall()
    done = take(bills, read(write_large_bill(tmp_path / "大.csv", 20_500, "utf-8")))
    assert done.calls == count(house, "call") == 20_500
    assert execute(house.office.desk.database, sql).fetchall() == before
    assert house.office.desk.check() == ()
