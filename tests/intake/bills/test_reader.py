"""Operators' bills read to the call and to the fen, in the many shapes operators give them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import asdict, replace
from openpyxl import Workbook

from desk_mailadmin.intake.bills.reader import BILL_LIMITS, bill_of_file, read_bill
from desk_mailadmin.intake.bills.result import Agreement, BillReading, CallSums
from desk_mailadmin.kernel.errors import UserError
from tests.registers.billing import HEAD, ONE, THREE, TWO

DATA = Path(__file__).parents[2] / "data/A"
OP1, OP2 = next(DATA.glob("固话清单*.csv")), next(DATA.glob("分公司话单*.xlsx"))
TRUTH = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))["telephone"]
TODAY = date(2026, 11, 15)
Reads = Callable[..., BillReading]


@pytest.fixture
def read(tmp_path: Path) -> Reads:
    def reads(path: Path, mapping: dict[str, str] | None = None) -> BillReading:
        return bill_of_file(path, BILL_LIMITS, tmp_path / "staging", TODAY, mapping, lambda _done: None)

    return reads


@pytest.fixture
def bill(tmp_path: Path, read: Reads) -> Reads:
    """Write a bill and read it."""

    def write(
        *lines: str, encoding: str = "gb18030", mapping: dict[str, str] | None = None, name: str = "清单.csv"
    ) -> Any:
        path = tmp_path / name
        path.write_bytes("\n".join(lines).encode(encoding, "surrogateescape"))
        return read(path, mapping)

    return write


def staged(
    reading: BillReading, columns: str = "number, called, kind, started_at, seconds, fee_fen"
) -> list[tuple[Any, ...]]:
    return sqlite3.connect(reading.staging).execute(f"SELECT {columns} FROM call ORDER BY rowid").fetchall()  # noqa: S608


def kinds(reading: BillReading) -> list[tuple[int, str]]:
    return [(fault.row, fault.kind) for fault in reading.faults]


def test_the_first_operators_bill_comes_to_the_truths_sums(tmp_path: Path):
    told: list[float] = []
    reading = read_bill(OP1, staging=tmp_path / "staging", today=TODAY, progress=told.append)
    truth = TRUTH["by_operator"]["op1"]
    assert tuple(asdict(reading.sums).values()) == tuple(truth.values())
    assert told[-1] == 1.0
    assert (reading.operator, reading.account, reading.month) == ("运营商一", "5710000000001", "2026-10")
    assert (reading.period_from, reading.period_to, reading.encoding) == ("2026-10-01", "2026-10-31", "gb18030")
    including = TRUTH["operator_totals_including_damaged"]["op1"]
    assert {one.what: one.said for one in reading.agreements} == {
        "calls": including["calls"],
        "seconds": including["seconds"],
        "base": including["base_fen"],
        "info": including["info_fen"],
        "discount": including["discount_fen"],
        "fee": including["total_fen"],
        "due": 278750,
    }
    assert reading.fixed_fen == 154600
    assert len(staged(reading)) == 2947


def test_the_second_operators_bill_comes_to_the_truths_sums(read: Reads):
    reading = read(OP2)
    truth = TRUTH["by_operator"]["op2"]
    assert (reading.sums.calls, reading.sums.seconds) == (truth["calls"], truth["seconds"])
    assert (reading.sums.info_fen, reading.sums.fee_fen) == (truth["info_fen"], truth["total_fen"])
    assert reading.sums.base_fen == truth["base_fen"] - truth["discount_fen"], "the file names no discount"
    assert (reading.operator, reading.month, reading.period_to) == ("运营商二", "2026-10", "2026-10-31")
    assert [sheet.role for sheet in reading.sheets] == ["calls", "charges"]
    including = TRUTH["operator_totals_including_damaged"]["op2"]
    assert (reading.said("calls"), reading.said("fee")) == (including["calls"], including["total_fen"])


@pytest.mark.parametrize(("path", "operator"), [(OP1, "op1"), (OP2, "op2")])
def test_damaged_rows_are_named_and_odd_ones_count_once(read: Reads, path: Path, operator: str):
    reading = read(path)
    damaged = [one for one in TRUTH["damaged"] if one["op"] == operator]
    reasons = {"blank_fee": "fee-blank", "truncated": "row-truncated"}
    lost = [(fault.row, fault.kind) for fault in reading.faults if fault.kind != "row-repeated"]
    assert lost == [(one["bill_line"], reasons[one["reason"]]) for one in damaged]
    assert reading.damaged == len(damaged)
    twice = [one for one in TRUTH["odd_but_valid"] if one["op"] == operator and one["what"] == "dup_row"]
    repeated = [fault for fault in reading.faults if fault.kind == "row-repeated"]
    assert [(one.row, one.values["first"]) for one in repeated] == [
        (one["second_line"], one["bill_line"]) for one in twice
    ]


def test_every_billed_number_costs_what_the_truth_says(read: Reads):
    found = {one.number: one for path in (OP1, OP2) for one in read(path).numbers}
    assert len(found) == len(TRUTH["cost_by_billed_number"])
    for number, truth in TRUTH["cost_by_billed_number"].items():
        one = found[number.replace("-", "")]
        sums = (one.calls.calls, one.calls.seconds, one.calls.info_fen, one.calls.fee_fen, one.fixed_fen)
        keys = ("calls", "seconds", "info_fen", "total_fen", "fixed_fen")
        assert sums == tuple(truth[key] for key in keys), number


def test_long_distance_and_information_calls_are_told_apart_as_the_truth_has_them(read: Reads):
    found: dict[str, list[int]] = {}
    for path in (OP1, OP2):
        for kind, fee, seconds in staged(read(path), "kind, fee_fen, seconds"):
            one = found.setdefault(kind, [0, 0, 0])
            found[kind] = [one[0] + 1, one[1] + seconds, one[2] + fee]
    by_type = TRUTH["long_distance"]["by_type"]
    for kind, title in (("domestic", "国内长途"), ("ip", "IP长途"), ("international", "国际长途")):
        assert found[kind] == [by_type[title][key] for key in ("calls", "seconds", "total_fen")]
    info = TRUTH["info_line_calls"]
    assert (found["info"][0], found["info"][2]) == (info["count"], info["fee_sum_fen"])


def test_a_field_with_quotes_commas_and_line_ends_is_one_field(bill: Reads):
    head = "计费号码,对方号码,类型,起始时间,时长,通话地,费用"
    reading = bill(
        head,
        '057155511001,55502408,本地,2026-10-02 11:19:03,60,"杭州,滨江\n""热线""",0.22',
        "057155511001,55502409,本地,2026-10-02 12:00:00,60,杭州,0.22",
    )
    assert staged(reading, "place, line_no") == [('杭州,滨江 "热线"', 2), ("杭州", 4)]


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("主叫号码,被叫号码,呼叫类型,开始时间,通话时长(秒),费用(元)", "057155511001,55502408,本地,2026-10-02 11:19:03,82,0.22"),
        ("本机号码\t对端号码\t通信类型\t通话日期\t起始时刻\t时长\t实收话费", "0571-55511001\t55502408\t本地\t2026/10/2\t11:19:03\t1分22秒\t0.22元"),
        ("日期;时间;计费号码;对方号码;通话时长;话费金额", "20261002;111903;0571 5551 1001;55502408;00:01:22;￥0.22"),
        ("序号,业务号码,对方电话,通话起始时间,时长,合计", "1,057155511001,55502408,20261002111903,1:22,0.22"),
        ("设备号,被叫,类别,开始日期,开始时间,时长,基本费,信息费,优惠减免,实收", "057155511001,55502408,市话,2026年10月2日,11时19分03秒,82秒,0.30,,0.08,0.22"),
        ("Caller,Called,StartTime,Duration,Fee", "057155511001,55502408,2026-10-02T11:19:03,00:01:22,0.22"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_columns_are_found_by_the_many_titles_operators_give_them(bill: Reads, head: str, line: str, encoding: str):
    reading = bill("某某公司话费清单", "", head, line, encoding=encoding)
    assert staged(reading) == [("057155511001", "55502408", "local", "2026-10-02 11:19:03", 82, 22)]
    assert reading.faults == ()


def test_a_number_above_its_rows_is_theirs_and_subtotals_are_checked(bill: Reads):
    head = "对方号码,起始时间,时长,费用"
    reading = bill(
        "账期：2026-10", "号码：0571-55511001", head,
        "55502408,10-02 11:19:03,82,0.22", "小计,共 1 次,,0.22",
        "", "号码：0571-55511002", head,
        "55502409,10-03 11:19:03,60,0.22", "55502410,10-03 11:20:03,60,0.22", "小计,共 3 次,,0.66",
        "总计,共 4 次,,0.88",
    )  # fmt: skip
    assert [(row[0], row[3]) for row in staged(reading)] == [
        ("057155511001", "2026-10-02 11:19:03"),
        ("057155511002", "2026-10-03 11:19:03"),
        ("057155511002", "2026-10-03 11:20:03"),
    ]
    assert reading.differences == (
        Agreement("calls", 4, 3),
        Agreement("fee", 88, 66),
        Agreement("calls", 3, 2, "057155511002"),
        Agreement("fee", 66, 44, "057155511002"),
    )


def test_a_workbook_keeps_dates_times_and_numbers_in_its_own_ways(tmp_path: Path, read: Reads):
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([])
    sheet.append(["", "计费号码：021-55511001"])
    sheet.append(["", "日期", "时间", "对方号码", "时长", "金额"])
    sheet.append(["", datetime(2026, 10, 2), time(11, 19, 3), 15400038109, time(0, 1, 22), 0.22])
    sheet.append(["", "2026-10-03", 0.5, "55502408", 60, "¥1,200.50"])
    hidden = book.create_sheet("旧")
    hidden.sheet_state = "hidden"
    path = tmp_path / "话单.xlsx"
    book.save(path)
    reading = read(path)
    assert staged(reading) == [
        ("02155511001", "15400038109", "local", "2026-10-02 11:19:03", 82, 22),
        ("02155511001", "55502408", "local", "2026-10-03 12:00:00", 60, 120050),
    ]
    assert [notice.kind for notice in reading.notices] == ["sheet-hidden"]


@pytest.mark.parametrize(
    ("line", "kind", "sentence"),
    [
        ("057155511001,55502408,本地,2026-13-45 25:61:61,60,0.22,0,0,0.22", "time-odd", "“2026-13-45 25:61:61”不是能用的日期和时间"),
        ("057155511001,55502408,本地,2026-10-02 11:19:03,-5,0.22,0,0,0.22", "length-odd", "时长“-5”不能用"),
        ("057155511001,55502408,本地,2026-10-02 11:19:03,99999999999,0.22,0,0,0.22", "length-odd", "时长"),
        ("057155511001,55502408,本地,2026-10-02 11:19:03,60,0.22,0,0,", "fee-blank", "实收是空的"),
        ("057155511001,55502408,本地,2026-10-02 11:19:03,60,0.22,0,0,两块多", "amount-odd", "“两块多”看不出是多少钱"),
        ("057155511001,55502408,本地,2026-10-02 11:19:03,60,多,0,0,0.22", "amount-odd", "“多”看不出"),
        ("057155511001,55502408,本地,2026-10-02 11:19:03,60,0.22,y,0,0.22", "amount-odd", "“y”看不出"),
        (",55502408,本地,2026-10-02 11:19:03,60,0.22,0,0,0.22", "number-missing", "没有计费号码"),
        ("057155511001,55502408,本地,2026-10-02 11:19:03,00:", "row-truncated", "断在“00:”"),
        ('057155511001,"55502408,本地,2026-10-02', "quote", "引号没有配对"),
        ("057155511001,5550\udcff2408,本地,2026-10-02 11:19:03,60,0.22,0,0,0.22", "encoding", "认不出的字节"),
        ("057155511001,55502408" + ",x" * 300, "row-wide", "比标题多出几格"),
        ("057155511001,55502408" + ",x" * 3000, "long", "长得不正常"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_is_named_and_left_out_of_the_sums(bill: Reads, line: str, kind: str, sentence: str):
    reading = bill(HEAD, ONE, line, TWO)
    assert kinds(reading) == [(3, kind)]
    assert sentence in reading.faults[0].sentence
    assert (reading.sums.calls, reading.sums.fee_fen, reading.damaged) == (2, 66, 1)
    assert reading.undecided == {next(iter(reading.originals))}


def test_a_row_that_only_looks_odd_counts_and_is_told(bill: Reads):
    reading = bill(
        HEAD, "057155511001,,本地,2026-10-02 11:19:03,60,0.22,0,0,0.22", ONE.replace(",0.22,0.00", ",0.33,0.00")
    )
    assert kinds(reading) == [(2, "called-missing"), (3, "sum-differs")]
    assert (reading.sums.calls, reading.damaged, reading.undecided) == (2, 0, frozenset())


def test_rows_printed_twice_count_once_wherever_they_stand(bill: Reads):
    reading = bill(HEAD, ONE, THREE, TWO, ONE, THREE)
    assert [(fault.row, fault.values["first"]) for fault in reading.faults] == [(5, 2), (6, 3)]
    assert (reading.sums.calls, reading.repeated, len(staged(reading))) == (3, 2, 3)


def test_what_a_bill_names_no_column_for_follows_from_the_others(bill: Reads):
    with_base = "计费号码,对方号码,起始时间,时长,基本费,信息费"
    assert bill(with_base, "057155511001,1601412,2026-10-02 11:19:03,60,0.22,6.00").sums == CallSums(
        1, 60, 22, 600, 0, 622
    )
    without = "计费号码,对方号码,起始时间,时长,基本费,实收"
    assert bill(without, "057155511001,55502408,2026-10-02 11:19:03,60,0.30,0.22").sums == CallSums(1, 60, 30, 0, 8, 22)


def test_charges_may_stand_on_their_own_and_in_several_tables(bill: Reads):
    reading = bill(
        HEAD,
        ONE,
        "固定费用",
        "号码,月租,来显,其他费用,合计",
        "0571-55511001,25.00,6.00,1.00,32.00",
        "057155511009,25.00,6.00,,31.00",
        "备注：以上不含税",
    )
    charges = {one.number: (one.rent_fen, one.caller_id_fen, one.other_fen) for one in reading.numbers}
    assert charges == {"057155511001": (2500, 600, 100), "057155511009": (2500, 600, 0)}


def test_a_mapping_put_right_by_the_clerk_overrules_the_guess(bill: Reads):
    lines = ("号甲,号乙,起始时间,时长,费用", "057155511001,55502408,2026-10-02 11:19:03,60,0.22")
    with pytest.raises(UserError, match="不像话费清单"):
        bill(*lines)
    head = "号码,电话号码,起始时间,时长,费用,对方"
    line = "057155511001,55502408,2026-10-02 11:19:03,60,0.22,李四"
    guessed = bill(head, line)
    assert guessed.mapping["对方"] == "called"
    mapped = bill(head, line, mapping={**guessed.mapping, "对方": "", "电话号码": "called"})
    assert staged(mapped)[0][:2] == ("057155511001", "55502408")
    assert mapped.headings() == ("号码", "电话号码", "起始时间", "时长", "费用", "对方")


def test_calls_of_other_months_are_told(bill: Reads):
    reading = bill("账期：2026年10月", HEAD, ONE, TWO.replace("2026-10", "2026-09"))
    assert reading.month == "2026-10"
    assert [notice.sentence for notice in reading.notices] == ["有 1 次通话不在 2026-10，照样计入这份账单。"]


def test_zero_bytes_and_two_encodings_are_told(tmp_path: Path, read: Reads):
    path = tmp_path / "清单.csv"
    other = ONE.replace("本地", "市话").replace("11:19:03", "11:20:03").encode("gb18030")
    path.write_bytes(f"{HEAD}\n{ONE}\n".encode() + other + b"\0\n")
    reading = read(path)
    assert {notice.kind for notice in reading.notices} == {"nul", "encodings"}
    assert [row[2] for row in staged(reading)] == ["local", "local"]


def test_many_faults_are_counted_and_the_first_named(bill: Reads):
    reading = bill(HEAD, ONE, *(["057155511001,55502408,本地,坏,60,0.22,0,0,0.22"] * 1100))
    assert (reading.damaged, len(reading.faults)) == (1100, 1000)
    assert [notice.sentence for notice in reading.notices] == ["有问题的行共 1100 行，只列出前 1000 行。"]


def test_what_is_no_bill_is_refused_in_one_sentence(bill: Reads, tmp_path: Path, read: Reads):
    for content, said in ((("姓名,部门", "张三,软件部"), "不像话费清单"), (("",), "空文件"), ((",,,",), "没有内容")):
        with pytest.raises(UserError, match=said):
            bill(*content)
    (tmp_path / "x.csv").write_bytes(bytes(range(32)) * 10)
    with pytest.raises(UserError, match="不是 Excel 或 CSV"):
        read(tmp_path / "x.csv")


def test_a_bill_of_too_many_rows_is_refused(tmp_path: Path):
    path = tmp_path / "清单.csv"
    path.write_text("\n".join([HEAD, *[ONE] * 17_000]), encoding="utf-8")
    with pytest.raises(UserError, match="超过 16000 行，拆成几个文件"):
        bill_of_file(path, replace(BILL_LIMITS, rows=16_000), tmp_path / "s", TODAY, None, lambda _done: None)
