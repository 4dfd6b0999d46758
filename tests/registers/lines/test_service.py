from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.departments.rules import DepartmentEntry
from desk_mailadmin.registers.lines.rules import NOTE_KINDS, RANK_QUOTAS, Right, rights_up_to
from tests.registers.builders import BRANCH, DEPARTMENT, HEADQUARTERS, TODAY, refusal
from tests.registers.lines.conftest import Exchange

DAY = timedelta(days=1)


def said(call, *args, **more) -> tuple[str | None, str]:
    with pytest.raises(UserError) as fault:
        call(*args, **more)
    return refusal(fault.value)


def test_numbers_are_kept_canonical_and_shown_with_their_area(exchange: Exchange):
    exchange.add("8001", number="(0571)5551 1001")
    record = exchange.add("转8002", number="55511002")
    row = exchange.lines.row(record)
    assert (row.extension, row.number, row.kind) == ("8002", "057155511002", "direct")
    assert exchange.lines.area_code(exchange.branch) == "0571"
    assert exchange.lines.detail(record).facts[1].value == "0571-55511002"


@pytest.mark.parametrize("text", ["8042", "80", "zwb", "周文", "1002", "057155511002", "68042", "3楼", "10417"])
def test_a_line_is_found_by_its_numbers_their_tail_and_its_person(exchange: Exchange, text):
    person = exchange.house.person(emp_no="A10417")
    record = exchange.add(number="0571-55511002", short_number="68042", staff=person, place="3楼 305")
    other = exchange.add("9999", place="门房")
    assert exchange.house.found("lines", text) == [record]
    assert exchange.house.found("lines", "9999") == [other]


def test_a_line_nobody_is_named_for_is_the_department_heads(exchange: Exchange):
    record = exchange.add()
    row = exchange.lines.row(record)
    assert (row.holder, row.is_heads) == ("程思思", True)
    assert "程思思（部门负责人）" in exchange.lines.detail(record).subtitle
    person = exchange.house.person()
    exchange.lines.assign(record, person, exchange.department, TODAY)
    assert (exchange.lines.row(record).holder, exchange.lines.row(record).is_heads) == ("周文博", False)


def test_an_extension_belongs_to_one_line_of_a_branch_and_a_number_to_one_line(exchange: Exchange):
    first = exchange.add(number="057155511001", staff=exchange.house.person())
    assert said(exchange.add) == ("extension", f"8042 已经是周文博（{DEPARTMENT}）的线路。")
    assert said(exchange.add, "8043", number="0571-55511001") == (
        "number",
        f"0571-55511001 已经是周文博（{DEPARTMENT}）的线路。",
    )
    elsewhere = exchange.house.branches.named(BRANCH) or 0
    exchange.house.departments.add(DepartmentEntry(BRANCH, "销售部"))
    sales = exchange.house.departments.named(elsewhere, "销售部")
    exchange.add(branch=elsewhere, department=sales)
    exchange.lines.remove(first, TODAY)
    again = exchange.add(number="057155511001")
    assert exchange.lines.at(number="057155511001", on=TODAY + DAY).line == again


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"extension": "80x2"}, ("extension", "“80x2”不是分机号。")),
        ({"number": "12"}, ("number", "“12”不是电话号码。")),
        ({"department": None}, ("dept", "还没有选部门。")),
        ({"quota_fen": -1}, ("quota_fen", "话费额度不能是负数。")),
        ({"tolerance_fen": -1}, ("tolerance_fen", "容许超出的金额不能是负数。")),
        ({"payer": "bank"}, ("payer", "没有“bank”，只有 company、holder。")),
        ({"reach": "never"}, ("reach", "保持畅通的时间只有三种。")),
    ],
)
def test_what_cannot_stand_is_named(exchange: Exchange, changes, expected):
    values = {"extension": "8042", **changes}
    assert said(exchange.add, **values) == expected


def test_a_department_of_another_unit_is_refused(exchange: Exchange):
    exchange.house.departments.add(DepartmentEntry(BRANCH, "销售部"))
    elsewhere = exchange.house.departments.named(exchange.house.branches.named(BRANCH) or 0, "销售部")
    assert said(exchange.add, department=elsewhere) == ("dept", "这个部门不属于所选单位。")


def test_whose_a_line_was_is_known_for_every_day(exchange: Exchange):
    first, second = exchange.house.person(), exchange.house.person("宋翔")
    record = exchange.add(staff=first)
    exchange.lines.assign(record, second, exchange.department, date(2026, 10, 5))
    exchange.lines.assign(record, second, exchange.department, date(2026, 11, 1), extension="8050")
    found = exchange.lines.assignments()
    assert [(one.staff, one.extension, one.from_on, one.until_on) for one in found] == [
        (first, "8042", date(1, 1, 1), date(2026, 10, 4)),
        (second, "8042", date(2026, 10, 5), date(2026, 10, 31)),
        (second, "8050", date(2026, 11, 1), None),
    ]
    at = exchange.lines.at
    assert at(extension="8042", on=date(2026, 10, 4)).staff == first
    assert at(extension="8042", on=date(2026, 10, 5), branch=exchange.branch).staff == second
    assert at(extension="8042", on=date(2026, 11, 1)) is None
    assert at(extension="8050", on=TODAY, branch=99) is None
    assert exchange.lines.assignments_of(record) == found


def test_a_correction_changes_whose_it_was_without_a_new_day(exchange: Exchange):
    record = exchange.add()
    exchange.lines.edit(record, exchange.entry("8043"))
    assert [(one.extension, one.until_on) for one in exchange.lines.assignments()] == [("8043", None)]
    exchange.lines.edit(record, exchange.entry("8044"), TODAY)
    exchange.lines.edit(record, exchange.entry("8045"), TODAY)
    assert [one.extension for one in exchange.lines.assignments()] == ["8043", "8045"]
    assert said(exchange.lines.edit, record, exchange.entry("8046"), TODAY - DAY) == (
        "from_on",
        "这条线路从 2026-12-03 起才是现在这样，变更日期不能更早。",
    )


def test_a_line_is_stopped_opened_again_and_removed(exchange: Exchange):
    record = exchange.add()
    until = TODAY + timedelta(days=31)
    exchange.lines.stop(record, TODAY, keep_until=until, reopen_on=until, reason="拨打信息台", paper="CF-2026-0001")
    row = exchange.lines.row(record)
    assert (row.state, row.stopped_on, row.reopen_on, row.keep_until) == ("stopped", TODAY, until, until)
    facts = {fact.label: fact.value for fact in exchange.lines.detail(record).facts}
    assert (facts["停机"], facts["复机"], facts["停机原因"]) == ("2026-12-03", "2027-01-03", "拨打信息台")
    assert said(exchange.lines.reopen, record, TODAY - DAY) == ("on", "复机日期早于停机日期 2026-12-03。")
    exchange.lines.reopen(record, TODAY + DAY)
    assert (exchange.lines.row(record).state, exchange.lines.row(record).reopen_on) == ("active", None)
    exchange.lines.remove(record, TODAY + 2 * DAY, "搬家")
    assert exchange.lines.row(record).state == "removed"
    assert exchange.lines.at(extension="8042", on=TODAY + 3 * DAY) is None
    assert said(exchange.lines.edit, record, exchange.entry()) == (None, "这条线路已经拆机，只能查看。")
    assert exchange.house.history("line", record)[0] == "2026-12-05 拆机：搬家"


def test_a_stop_without_a_reason_is_refused(exchange: Exchange):
    assert said(exchange.lines.stop, exchange.add(), TODAY, reason=" ") == ("reason", "还没有写停机原因。")


def test_rights_are_given_until_a_day_and_taken_away_from_a_day_on(exchange: Exchange):
    record = exchange.add(rights=rights_up_to("local"))
    exchange.lines.give(record, [Right("domestic", TODAY, TODAY + 9 * DAY, "FJ-2026-0001")])
    assert exchange.lines.row(record).rights_text == "内线、市话、国内长途（到 2026-12-12）"
    assert exchange.lines.rights_on(record, TODAY + 10 * DAY) == {"inside", "local"}
    exchange.lines.withdraw(record, ["local", "domestic"], TODAY + DAY)
    assert exchange.lines.rights_on(record, TODAY) == {"inside", "local", "domestic"}
    assert exchange.lines.rights_on(record, TODAY + DAY) == {"inside"}
    assert exchange.house.history("line", record)[0] == "关闭权限 市话、国内长途"


def test_lasting_rights_may_replace_what_was_there(exchange: Exchange):
    record = exchange.add(rights=rights_up_to("international"))
    exchange.lines.give(record, [Right("inside", TODAY), Right("local", TODAY)], instead=True)
    assert exchange.lines.rights_on(record, TODAY) == {"inside", "local"}
    assert exchange.lines.rights_on(record, TODAY - DAY) == {"inside", "local", "domestic", "international"}
    assert len(exchange.lines.all_rights()[record]) == 4, "what a line has already is not given twice"


def test_an_edit_corrects_rights_as_if_they_had_never_been(exchange: Exchange):
    record = exchange.add(rights=rights_up_to("domestic"))
    exchange.lines.edit(record, exchange.entry(rights=(Right("inside"), Right("local", TODAY))))
    assert exchange.lines.rights_on(record, TODAY - DAY) == {"inside"}
    assert exchange.lines.entry(record).rights == (Right("inside"), Right("local", TODAY))


def test_the_quota_goes_by_line_by_heads_or_by_rank_and_by_month_or_year(exchange: Exchange):
    exchange.house.decide(RANK_QUOTAS, ["经理=80"])
    for name, more in (("周文博", {}), ("宋翔", {"hired_on": date(2026, 11, 1)}),
                       ("王婷", {"state": "left", "left_on": date(2026, 10, 20)})):  # fmt: skip
        exchange.house.person(name, **more)
    own = exchange.add("8001", quota_fen=4_000, tolerance_fen=500, carry_over=True, payer="holder")
    heads = exchange.add("8002", quota_fen=1_000, quota_by="head")
    rank = exchange.add("8003", quota_by="rank", rank="经理")
    year = exchange.add("8004", quota_fen=48_000, quota_per="year")
    none = exchange.add("8005")
    months = {line: exchange.lines.quota_for(line, "2026-10") for line in (own, heads, rank, year, none)}
    assert months == {own: 4_000, heads: 2_000, rank: 8_000, year: None, none: None}
    assert exchange.lines.quota_for(heads, "2026-11") == 2_000
    quotas = exchange.lines.quotas("2026-10")
    assert (quotas[year].fen, quotas[year].per) == (48_000, "year")
    assert (quotas[own].tolerance_fen, quotas[own].carry_over, quotas[own].payer) == (500, True, "holder")
    facts = {fact.label: fact.value for fact in exchange.lines.detail(own).facts}
    assert facts["话费额度"] == "每月 40.00 元，容许超出 5.00 元，余额结转下年，责任人付"


def test_a_trunk_needs_no_department(exchange: Exchange):
    exchange.add("", number="0571-55510000", kind="trunk", department=None)
    assert exchange.lines.trunks() == ("057155510000",)


def test_many_lines_come_in_at_once_and_go_out_with_one_undo(exchange: Exchange):
    entries = [exchange.entry(f"{8000 + n}", rights=rights_up_to("local")) for n in range(20)]
    steps = []
    with exchange.house.desk.work("directory.import", batch=True) as work:
        records = exchange.lines.add_all(work, entries, steps.append)
    assert len(records) == 20
    assert steps[-1] == 20
    assert exchange.house.found("lines", "8019") == [records[-1]]
    exchange.house.desk.undo(exchange.house.desk.undoable()[0].seq)
    assert list(exchange.lines.keys(Query())) == []
    assert exchange.lines.assignments() == ()


def test_an_import_refuses_an_extension_twice_with_nothing_kept(exchange: Exchange):
    with pytest.raises(UserError), exchange.house.desk.work("directory.import") as work:
        exchange.lines.add_all(work, [exchange.entry(), exchange.entry()])
    assert list(exchange.lines.keys(Query())) == []


def test_every_move_of_a_line_can_be_taken_back_today(exchange: Exchange):
    person = exchange.house.person()
    record = exchange.add(rights=rights_up_to("local"))
    before = exchange.lines.entry(record)
    exchange.lines.assign(record, person, exchange.department, TODAY, extension="8050")
    exchange.lines.stop(record, TODAY, reason="暂时不用")
    exchange.lines.remove(record, TODAY)
    for _deed in range(3):
        exchange.house.desk.undo(exchange.house.desk.undoable()[0].seq)
    assert exchange.lines.entry(record) == before
    assert [one.until_on for one in exchange.lines.assignments()] == [None]
    assert exchange.house.found("lines", "8042") == [record]


def test_lines_of_a_person_and_by_a_number_said_on_the_telephone(exchange: Exchange):
    person = exchange.house.person()
    record = exchange.add(staff=person, number="057155511001")
    assert [row.id for row in exchange.lines.of_person(person)] == [record]
    assert exchange.lines.extension_line(None, "8042") == record
    assert exchange.lines.extension_line(exchange.branch, "057155511001") == record
    assert exchange.lines.extension_line(None, "8888") is None
    assert exchange.lines.extension_line(None, "") is None


def test_segments_and_filters_know_the_rights_of_today(exchange: Exchange):
    limited = exchange.add("8001", rights=(Right("domestic", None, TODAY),))
    exchange.add("8002", rights=(Right("domestic", None, TODAY - DAY),))
    lasting = exchange.add("8003", rights=(Right("domestic"),))
    exchange.house.departments.edit(exchange.department, DepartmentEntry(HEADQUARTERS, DEPARTMENT, ""))
    keys = exchange.lines.keys
    assert list(keys(Query(segment="timed"))) == [limited]
    assert list(keys(Query(filters={"right": "domestic"}))) == [limited, lasting]
    assert len(keys(Query(segment="headless"))) == 3
    assert [choice.key for choice in exchange.lines.choices("right")][-1] == "international"


def test_plain_data_enter_a_line(exchange: Exchange):
    person = exchange.house.person(emp_no="A10417")
    data = {"extension": "8042", "emp_no": "A10417", "quota_fen": 4000, "locked": True, "since": "2026-10-01",
            "rights": ["inside", {"key": "domestic", "until_on": "2026-12-31"}]}  # fmt: skip
    entry = exchange.lines.entry_from(data)
    assert entry == exchange.entry(
        staff=person, quota_fen=4_000, locked=True, since=date(2026, 10, 1),
        rights=(Right("inside"), Right("domestic", None, date(2026, 12, 31))),
    )  # fmt: skip
    record = exchange.lines.add(entry)
    assert exchange.lines.entry(record) == replace(entry, kind="extension", since=None)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"colour": "red"}, ("colour", "线路没有“colour”这一项。")),
        ({"emp_no": "B1"}, ("emp_no", "没有工号 B1 这个人。")),
        ({"branch": "月球"}, ("branch", "没有“月球”这个单位。")),
        ({"dept": "月球部"}, ("dept", "没有“月球部”这个部门。")),
        ({"quota_fen": "40"}, ("quota_fen", "话费额度应当是整数，单位分。")),
        ({"locked": 1}, ("locked", "加锁只能是 true 或 false。")),
        ({"since": "yesterday"}, ("since", "从哪天起归责任人“yesterday”不是日期，应写成 2026-12-03。")),
        ({"rights": "inside"}, ("rights", "权限应当是列表。")),
        ({"rights": [{"on": 1}]}, ("rights", "权限应写成 inside 或 key、from_on、until_on。")),
    ],
)
def test_plain_data_that_cannot_be_a_line_are_refused(exchange: Exchange, data, expected):
    assert said(exchange.lines.entry_from, {"extension": "8042", **data}) == expected


def test_a_note_says_something_of_a_known_kind_and_of_a_day_that_came(exchange: Exchange):
    record = exchange.add("8001")
    kind = next(iter(NOTE_KINDS))
    assert said(exchange.lines.note, record, TODAY, kind, "  ") == ("text", "还没有写内容。")
    assert said(exchange.lines.note, record, TODAY, "gossip", "换了话机") == ("kind", "没有这一类记录。")
    assert said(exchange.lines.note, record, TODAY + DAY, kind, "换了话机") == ("on_day", "日期还没有到。")
