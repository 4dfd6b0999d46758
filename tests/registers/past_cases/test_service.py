"""A hand-kept ledger taken over: whom it means, what it writes, what the ladders say afterwards, and the way back."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.intake.guard import ROSTER_LIMITS
from desk_mailadmin.intake.past_cases.reader import LEDGER_LIMITS, past_cases_of_file
from desk_mailadmin.intake.roster.reader import roster_of_file
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.past_cases.corrections import CorrectedReading
from desk_mailadmin.registers.past_cases.service import Comparison, Outcome, PastCasesService, Taking, corrected_of
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.listing import PenaltyRow
from tests.registers.builders import BRANCH, HEADQUARTERS, TODAY, House

DATA = Path(__file__).parents[2] / "data" / "A"
LEDGER = DATA / "处罚台账2025.xlsx"
TRUTH = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))["penalty_ledger"]
STEPS = {"降职 (2nd)": ("demotion", False), "辞退 (3rd)": ("dismissal", False), "beyond the table": ("dismissal", True)}
HEAD = "单号,日期,姓名,工号,部门,违规事实,依据,处理,金额,备注"


def service(house: House) -> PastCasesService:
    found: PastCasesService = house.services["past_cases"]
    return found


def read(path: Path) -> CorrectedReading:
    return corrected_of(past_cases_of_file(path, LEDGER_LIMITS, TODAY, None, lambda _fraction: None), TODAY)


def ledger(folder: Path, *lines: str) -> CorrectedReading:
    path = folder / "处罚台账2025.csv"
    path.write_text("\n".join((HEAD, *lines)), encoding="utf-8")
    return read(path)


def answered() -> CorrectedReading:
    """The sample ledger with the one name that two have, 李娜 of 研发部, told by the clerk."""
    corrected = read(LEDGER)
    for row, case in enumerate(corrected.reading.rows):
        if (case.name, case.dept) == ("李娜", "研发部"):
            corrected.put(row, "emp_no", "QY0048")
    return corrected


def take_over(house: House, corrected: CorrectedReading) -> tuple[tuple[Comparison, ...], Outcome]:
    compared = service(house).compare(corrected)
    return compared, service(house).take_over("处罚台账2025.xlsx", compared)


def rows(house: House) -> list[PenaltyRow]:
    return list(house.penalties.of_query(Query(segment="past", sort="occurred_on")))


@pytest.fixture
def office(house: House) -> House:
    """The sample company with its roster."""
    roster = next(DATA.glob("员工花名册*.xlsx"))
    reading = roster_of_file(roster, ROSTER_LIMITS, TODAY, None, None, lambda _fraction: None)
    house.roster.take_over(roster.name, house.roster.compare(house.roster.entries_of(reading)))
    return house


class TestTheTruth:
    def test_everybody_is_found_but_a_name_that_two_have(self, office: House):
        compared = service(office).compare(read(LEDGER))
        asked = [one for one in compared if one.taking is Taking.UNCLEAR]
        assert {(one.case.name, one.case.dept) for one in asked} == {("李娜", "研发部")}
        numbers = [{office.staff.row(who).emp_no for who in one.found.candidates} for one in asked]
        assert numbers == [{"QY0048", "QY0267"}] * 2
        found = [one.found.person or 0 for one in service(office).compare(answered())]
        meant = [(one["name"], one["emp_no"]) for one in TRUTH["all"]]
        rows = [office.staff.row(person) for person in found]
        assert [(row.name, row.emp_no or number) for row, (_, number) in zip(rows, meant, strict=True)] == meant
        assert Counter(one.taking for one in service(office).compare(answered())) == {
            Taking.COUNTED: TRUTH["valid"], Taking.KEPT: len(TRUTH["void"]) + len(TRUTH["waived"]),
        }  # fmt: skip

    def test_the_next_offence_brings_exactly_the_step_of_the_truth(self, office: House):
        take_over(office, answered())
        for one in TRUTH["escalation"]["people"]:
            staff = office.staff.numbered(one["emp_no"])
            assert staff is not None
            entry = PenaltyEntry(staff=staff, occurred_on=date(2026, 11, 20), act="forward_unrelated")
            derived = office.penalties.proposal(entry)
            assert derived.article.clause == "000/6.2"
            assert derived.offence_no == one["offences"] + 1, one["name"]
            sanctions = derived.proposal.sanctions
            assert (sanctions[-1], derived.proposal.past_ladder) == STEPS[one["next_step"]], one["name"]

    def test_namesakes_are_not_added_up(self, office: House):
        take_over(office, answered())
        for one in TRUTH["homonym_trap"]["people"]:
            staff = office.staff.numbered(one["emp_no"])
            assert [row.offence_no for row in office.penalties.of_person(staff, "000/6.2")] == [1]

    def test_each_case_is_kept_as_it_was(self, office: House):
        take_over(office, answered())
        written = rows(office)
        assert len(written) == TRUTH["offences"]
        meant = {(one["date"], one["name"]): one for one in TRUTH["all"]}
        for row in written:
            one = meant[row.occurred_on.isoformat(), row.name]
            assert row.emp_no in ("", one["emp_no"])
            assert (row.fine_fen, row.dept) == (one["amount_fen"], one["dept"])
            assert row.number in ("", one["slip"])
            assert (row.past, row.rest_fen if row.state != "void" else 0) == (True, 0)
            assert {"valid": ("deducted", "signed"), "void": ("void",), "waived": ("waived",)}[one["state"]].count(
                row.state
            )
        ladder = [row.offence_no for row in written if row.emp_no == "QY0234" and row.clause == "000/6.2"]
        assert ladder == [1, 2, 3]

    def test_no_number_is_taken_and_no_money_moved(self, office: House):
        take_over(office, answered())
        balance = office.penalties.balance("2026-12")
        assert (balance.carried_in_fen, balance.carried_out_fen) == (0, 0)
        fresh = office.issued(office.staff.numbered("QY0015"))
        assert office.penalties.row(fresh).number == "CF-2026-0001"

    def test_the_same_file_again_brings_nothing(self, office: House):
        take_over(office, answered())
        compared, outcome = take_over(office, answered())
        assert {one.taking for one in compared} == {Taking.KNOWN}
        assert (outcome.counted, outcome.kept, outcome.known) == (0, 0, TRUTH["offences"])
        assert len(rows(office)) == TRUTH["offences"]

    def test_the_whole_import_is_taken_back_at_once(self, office: House):
        staff = office.staff.numbered("QY0234")
        assert staff is not None
        _, outcome = take_over(office, answered())
        office.desk.undo(outcome.batch)
        assert rows(office) == []
        assert office.found("penalties", "于俊海") == []
        entry = PenaltyEntry(staff=staff, occurred_on=date(2026, 11, 20), act="forward_unrelated")
        assert office.penalties.proposal(entry).offence_no == 1


def test_somebody_unknown_is_kept_with_the_name_and_taken_back_with_the_import(house: House, tmp_path: Path):
    before = set(house.staff.everybody())
    compared, outcome = take_over(
        house,
        ledger(
            tmp_path,
            "1,3.5,卢克勤,ZZ9,上海分公司维修部,打私人长途,电话12.8,罚款,58,",
            "2,3.6,卢克勤,,上海分公司维修部,打私人长途,电话12.8,罚款,58,",
            "3,3.7,莫问,,,打私人长途,电话12.8,罚款,58,",
        ),
    )
    assert [one.unknown for one in compared] == [True, True, True]
    assert (outcome.counted, outcome.people) == (3, 2)
    entered = {entry.name: entry for record, entry in house.staff.everybody().items() if record not in before}
    assert {(one.name, one.emp_no, one.branch, one.dept, one.state) for one in entered.values()} == {
        ("卢克勤", "ZZ9", BRANCH, "维修部", "left"),
        ("莫问", "", HEADQUARTERS, "（未写部门）", "left"),
    }
    assert [row.offence_no for row in rows(house)] == [1, 2, 1]
    again, _ = take_over(house, ledger(tmp_path, "1,3.5,卢克勤,ZZ9,上海分公司维修部,打私人长途,电话12.8,罚款,58,"))
    assert [one.taking for one in again] == [Taking.KNOWN]
    house.desk.undo(outcome.batch)
    assert set(house.staff.everybody()) == before


def test_a_number_that_is_anothers_is_not_given_away(house: House, tmp_path: Path):
    holder = house.person("周一", emp_no="A1")
    compared = service(house).compare(ledger(tmp_path, "1,3.5,周二,A1,软件部,关机,电话15.二.6,罚款,100,"))
    assert [(one.taking, one.found.candidates) for one in compared] == [(Taking.UNCLEAR, (holder,))]
    outcome = service(house).take_over("x.csv", compared)
    assert (outcome.counted, outcome.unclear) == (0, 1)
    assert rows(house) == []


def test_a_clerk_may_say_that_it_is_a_stranger(house: House, tmp_path: Path):
    house.person("周一", emp_no="A1", dept="软件部")
    house.person("周一", emp_no="A2", dept="软件部")
    corrected = ledger(tmp_path, "1,3.5,周一,,软件部,关机,电话15.二.6,罚款,100,")
    (one,) = service(house).compare(corrected)
    assert one.taking is Taking.UNCLEAR
    corrected.put(0, "emp_no", "A2")
    (one,) = service(house).compare(corrected)
    assert one.found.person == house.staff.numbered("A2")
    corrected.put(0, "emp_no", "无")
    (one,) = service(house).compare(corrected)
    assert (one.unknown, one.taking) == (True, Taking.COUNTED)


def test_old_cases_are_counted_with_those_of_the_desk(house: House, tmp_path: Path):
    staff = house.person("周一", emp_no="A1")
    house.past_case(staff, date(2025, 1, 5), sanctions=("pay_cut",))
    take_over(
        house,
        ledger(
            tmp_path,
            "1,3.5,周一,A1,软件部,群发笑话,邮件6.2,降职,,",
            "2,3.6,周一,A1,软件部,群发笑话,邮件6.2,辞退,,作废",
            "3,3.7,周一,A1,软件部,群发笑话,考勤制度3,警告,,",
            "4,3.8,周一,A1,软件部,群发笑话,邮件6.2,辞退,,",
        ),
    )
    assert [(row.number, row.offence_no, row.state) for row in rows(house)][1:] == [
        ("1", 2, "signed"), ("2", 3, "void"), ("3", 1, "signed"), ("4", 3, "signed"),
    ]  # fmt: skip
    assert [row.reason for row in rows(house)][3] == "依据：考勤制度3"


def test_what_was_waived_or_not_paid_is_told(house: House, tmp_path: Path):
    house.person("周一", emp_no="A1")
    _, outcome = take_over(
        house,
        ledger(
            tmp_path,
            "1,3.5,周一,A1,软件部,关机,电话15.二.6,罚款,100,减免40元",
            "2,3.6,周一,A1,软件部,关机,电话15.二.6,罚款,100,未扣",
        ),
    )
    assert outcome.unsettled == 1
    assert [(row.waived_fen, row.deducted_fen, row.rest_fen) for row in rows(house)] == [(4000, 6000, 0), (0, 10000, 0)]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (f"{'9' * 41},3.6,周一,A1,软件部,关机,电话15.二.6,罚款,90,", "单号"),
        ("2,3.6,周一,A1,软件部,关机,电话15.二.6,罚款,90000000,", "金额应在 0 到 1,000,000 元之间。"),
    ],
)
def test_a_case_that_cannot_stand_is_left_out_and_said(house: House, tmp_path: Path, line: str, sentence: str):
    house.person("周一", emp_no="A1")
    corrected = ledger(tmp_path, "1,3.5,周一,A1,软件部,关机,电话15.二.6,罚款,100,", line)
    compared, outcome = take_over(house, corrected)
    assert [one.taking for one in compared] == [Taking.COUNTED, Taking.REFUSED]
    assert sentence in str(service(house).refusal(compared[1].case))
    assert (outcome.counted, [row.number for row in rows(house)]) == (1, ["1"])


def test_a_day_is_needed(house: House, tmp_path: Path):
    corrected = ledger(tmp_path, "1,,周一,A1,软件部,关机,电话15.二.6,罚款,100,")
    assert service(house).compare(corrected) == ()
    refused = service(house).refusal(corrected.case(0))
    assert refused is not None
    assert refused.field == "occurred_on"


def test_a_void_case_owes_nothing(house: House, tmp_path: Path):
    house.person("周一", emp_no="A1")
    take_over(house, ledger(tmp_path, ",3.5,周一,A1,软件部,关机,电话15.二.6,罚款,100,作废"))
    (row,) = rows(house)
    detail = house.penalties.detail(row.id)
    assert (row.state, row.rest_fen, detail.subtitle) == ("void", 0, "旧台账　未待机")
    assert "未结清" not in {fact.label for fact in detail.facts}
    assert {fact.value for fact in detail.facts if fact.label == "来源"} == {"处罚台账2025.xlsx　“处罚台账2025”第 2 行"}


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"state": "odd"}, "state"), ({"waived_fen": 1}, "state"), ({"offence_no": 0}, "offence_no")],
)
def test_an_old_case_of_no_known_state_is_refused(house: House, changes: dict[str, object], field: str):
    staff = house.person("周一", emp_no="A1")
    with pytest.raises(UserError) as refused:
        house.past_case(staff, date(2025, 3, 5), **changes)
    assert refused.value.field == field


def test_columns_are_remembered_by_their_headings(house: House):
    past = service(house)
    assert past.remembered_mapping(["姓名", "处理"]) is None
    past.remember_mapping(["姓名", "处理"], {"姓名": "name", "处理": "sanction"}, TODAY)
    past.remember_mapping(["姓名", "处理"], {"姓名": "name", "处理": ""}, TODAY)
    assert past.remembered_mapping(["姓名", "处理"]) == {"姓名": "name", "处理": ""}
