"""Faxes: which count, what a spot check finds, what follows a false one (002/2.四, 2.五)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.faxes.printed import log_paper
from desk_mailadmin.registers.faxes.register import REGISTER
from desk_mailadmin.registers.faxes.rules import FIELDS, FaxEntry, SpotCheck, checked, standing, why_not
from desk_mailadmin.registers.faxes.service import DayOfFaxes
from tests.registers.builders import TODAY, House, refusal
from tests.registers.counter import Counter, fill_in, leave
from tests.registers.office_phone import fax, seller, sold

TRUE = SpotCheck(TODAY, "程思思", is_true=True)
FALSE = SpotCheck(TODAY, "程思思", is_true=False, finding="对方没有收到")


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


@pytest.mark.parametrize("missing", FIELDS)
def test_a_fax_without_one_of_the_five_entries_does_not_count(missing: str):
    entry = fax(**{missing: ""})
    assert (standing(entry), why_not(entry)) == ("incomplete", f"缺{FIELDS[missing]}")


def test_a_fax_without_a_call_before_it_does_not_count():
    assert (standing(fax()), why_not(fax())) == ("valid", "")
    assert (standing(fax(called=False)), why_not(fax(called=False))) == ("uncalled", "没有事先电话联系")
    assert why_not(FaxEntry(contact="陈磊", fax="110")) == "缺职务、单位名称、电话；没有事先电话联系"


def test_texts_are_trimmed_and_times_put_in_order():
    assert checked(fax(contact=" 陈磊 ", sent_at="905")) == fax(sent_at="09:05")
    assert checked(fax(sent_at="")).sent_at == ""
    with pytest.raises(UserError) as fault:
        checked(fax(sent_at="午后"))
    assert fault.value.field == "sent_at"


def test_a_days_faxes_are_counted_person_by_person(house: House):
    faxes, staff = house.services["faxes"], seller(house)
    records = faxes.enter(staff, TODAY, [fax(), FaxEntry(), fax(post=""), fax(called=False)])
    assert len(records) == 3, "a blank line is no fax"
    assert faxes.of_day(TODAY) == {staff: DayOfFaxes(noted=3, void=2)}
    assert faxes.of_day(TODAY - timedelta(days=1)) == {}
    for words in ("zwb", "陈磊", "cl", "海通", "8009"):
        assert sorted(house.found("faxes", words)) == records, words
    for wrong, day in (([FaxEntry()], TODAY), ([fax()], TODAY + timedelta(days=1))):
        with pytest.raises(UserError):
            faxes.enter(staff, day, wrong)


def test_a_spot_check_confirms_a_fax_or_finds_it_false(house: House):
    faxes, staff = house.services["faxes"], seller(house)
    good, bad, poor = faxes.enter(staff, TODAY, [fax(), fax(sent_at="10:00"), fax(post="")])
    faxes.check([good], TRUE)
    faxes.check([bad, poor], FALSE)
    assert [row.state for row in faxes.rows([good, bad, poor])] == ["confirmed", "false", "false"]
    assert faxes.of_day(TODAY)[staff].void == 2
    with pytest.raises(UserError) as fault:
        faxes.check([good, poor], TRUE)
    assert "本来就不计（缺职务）" in str(fault.value)
    with pytest.raises(UserError) as fault:
        faxes.edit(bad, fax())
    assert str(fault.value) == "查实虚报的传真不能改；先撤回抽查结果。"
    faxes.uncheck(bad)
    with pytest.raises(UserError):
        faxes.uncheck(bad)
    faxes.edit(bad, fax(called=False))
    faxes.edit(good, fax(contact="刘芳"))
    assert [row.state for row in faxes.rows([good, bad])] == ["confirmed", "uncalled"]
    faxes.edit(good, fax(contact=""))
    assert faxes.row(good).state == "incomplete", "what was confirmed counts only while it is complete"


@pytest.mark.parametrize(
    ("check", "field"),
    [
        (SpotCheck(TODAY, " ", is_true=True), "by"),
        (SpotCheck(TODAY, "程思思", is_true=False), "finding"),
        (SpotCheck(TODAY + timedelta(days=1), "程思思", is_true=True), "on"),
        (SpotCheck(TODAY - timedelta(days=1), "程思思", is_true=True), "on"),
    ],
)
def test_a_spot_check_names_who_found_what_and_when(house: House, check: SpotCheck, field: str):
    faxes = house.services["faxes"]
    records = faxes.enter(seller(house), TODAY, [fax()])
    with pytest.raises(UserError) as fault:
        faxes.check(records, check)
    assert fault.value.field == field


def test_a_fax_found_false_is_taken_out_of_the_day_and_comes_back_by_undo(house: House):
    faxes, sales, staff = house.services["faxes"], house.services["sales"], seller(house)
    records = faxes.enter(staff, TODAY, [fax() for _ in range(8)])
    day = sold(house, staff, TODAY, 100, 8)
    assert sales.row(day).state == "met"
    faxes.check(records[:1], FALSE)
    assert (sales.row(day).state, sales.row(day).lacking.text) == ("short", "差 1 份")
    house.desk.undo(house.desk.undoable()[0].seq)
    assert (sales.row(day).state, faxes.row(records[0]).state) == ("met", "valid")


def test_what_was_punished_stays_as_it_was_found(house: House):
    faxes, staff = house.services["faxes"], seller(house)
    (record,) = faxes.enter(staff, TODAY, [fax()])
    faxes.check([record], FALSE)
    faxes.punished([record], "CF-2026-0001")
    for deed in (lambda: faxes.uncheck(record), lambda: faxes.remove(record), lambda: faxes.check([record], TRUE)):
        with pytest.raises(UserError) as fault:
            deed()
        assert str(fault.value) == "已经登记处罚 CF-2026-0001，抽查结果不能再改。"
    assert house.found("faxes", "CF-2026-0001") == [record]


def test_a_fax_noted_by_mistake_is_taken_out_and_comes_back(house: House):
    faxes, staff = house.services["faxes"], seller(house)
    (record,) = faxes.enter(staff, TODAY, [fax()])
    faxes.remove(record)
    assert house.found("faxes", "海通") == []
    house.desk.undo(house.desk.undoable()[0].seq)
    assert house.found("faxes", "海通") == [record]


def test_scripts_note_a_fax_and_are_told_whether_it_counts(house: House):
    seller(house, house.person(emp_no="A7"))
    faxes = house.services["faxes"]
    data = {"emp_no": "A7", "sent_on": "2026-12-03", **dict.fromkeys(FIELDS, "12345")}
    assert REGISTER.records["fax"](faxes, {**data, "called": True}) == "valid"
    assert REGISTER.records["fax"](faxes, data) == "uncalled"
    for wrong, field in (({"called": "ja"}, "called"), ({"an": "x"}, "an"), ({"sent_on": 3}, "sent_on")):
        with pytest.raises(UserError) as fault:
            faxes.enter_plain({**data, **wrong})
        assert fault.value.field == field


def test_the_log_of_a_day_says_what_counts_and_why_not(house: House):
    faxes, staff = house.services["faxes"], seller(house)
    good, _poor = faxes.enter(staff, TODAY, [fax(), fax(post="")])
    faxes.check([good], TRUE)
    paper = log_paper(TODAY, faxes.log_of(TODAY))
    assert (paper.record, paper.data["count"]) == (20_261_203, "共 2 份，计入 1 份")
    text = text_of_pdf(house.office.papers.drawing(paper).sheet().pdf).replace("\n", "")
    assert all(words in text for words in ("程思思　属实", "缺职务", "不计", "0532-55518009"))


def test_a_log_is_typed_in_line_by_line(house: House, counter: Counter):
    faxes, staff = house.services["faxes"], seller(house)
    said: list[str] = []

    def answer(dialog: Any) -> bool:
        table = dialog.table
        dialog.save()
        assert dialog.isVisible(), "nobody was chosen"
        dialog.person.set_value(str(staff))
        dialog.save()
        said.append(dialog._banner.text)
        for row, line in enumerate(
            (["920", "陈磊", "经理", "海通", "1", "2", "1"], ["", "刘芳", "", "恒丰", "3", "4", ""])
        ):
            for column, text in enumerate(line):
                table.setData(table.index(row, column), text)
        table.turn(table.index(1, 6))
        said.extend([dialog._sum.text(), table.data(table.index(1, 7))])
        table.setData(table.index(0, 6), "maybe")
        said.append(dialog._banner.text)
        dialog.save()
        saved = not dialog.isVisible()
        dialog.done(dialog.result())
        return saved

    counter.answer = answer
    counter.do("faxes", "new")
    assert said == ["还没有填传真。", "2 份，计入 1 份，不计 1 份", "缺职务", "打过电话的写 1 或 √，没有的空着。"]
    rows = faxes.rows(sorted(faxes.keys(Query())))
    assert [(row.sent_at, row.contact, row.called, row.state) for row in rows] == [
        ("09:20", "陈磊", True, "valid"),
        ("", "刘芳", True, "incomplete"),
    ]
    assert counter.window.told == ["已登记 2 份传真"]


def test_a_sheet_with_something_on_it_is_not_thrown_away_unasked(house: House, counter: Counter):
    seller(house)
    asked: list[bool] = []

    def answer(dialog: Any) -> bool:
        dialog.table.setData(dialog.table.index(0, 1), "陈磊")
        counter.prompter.answers.append(False)
        dialog.reject()
        asked.append(dialog.isVisible())
        counter.prompter.answers.append(True)
        dialog.reject()
        asked.append(dialog.isVisible())
        return False

    counter.answer = answer
    counter.do("faxes", "new")
    assert asked == [True, False]
    counter.answer = leave
    counter.do("faxes", "new")


def test_without_sales_people_the_clerk_is_told_where_to_begin(counter: Counter):
    counter.do("faxes", "new")
    assert counter.titles == []
    assert any("先在“销售人员”里登记考核谁" in str(asked) for asked in counter.prompter.asked)


def test_a_fax_is_corrected_checked_and_printed_at_the_counter(house: House, counter: Counter):
    faxes, staff = house.services["faxes"], seller(house)
    (record,) = faxes.enter(staff, TODAY, [fax(post="")])
    counter.answer = fill_in(post="采购经理")
    counter.do("faxes", "edit", record)
    assert faxes.row(record).state == "valid"
    counter.answer = fill_in(result="false", by="程思思", finding="对方没有收到")
    counter.do("faxes", "check", record)
    assert (faxes.row(record).state, faxes.row(record).finding) == ("false", "对方没有收到")
    counter.do("faxes", "uncheck", record)
    assert faxes.row(record).state == "valid"
    previews: list[Any] = []
    counter.bench.open_preview = lambda job: previews.append(job) or True
    counter.do("faxes", "print")
    faxes.enter(staff, TODAY - timedelta(days=1), [fax()])
    counter.do("faxes", "print")
    counter.prompter.answers.append("2026-12-02")
    counter.do("faxes", "print")
    assert [job.form for job in previews] == ["fax_log"] * 2
    assert counter.window.told[-1] == "已打印 2026-12-02 传真记录"
    counter.do("faxes", "remove", record)
    assert len(faxes.keys(Query())) == 1


def test_false_faxes_of_one_person_lead_to_a_case_of_fifty_yuan_each(house: House, counter: Counter):
    faxes, staff = house.services["faxes"], seller(house)
    other = seller(house, house.person("程思思"))
    first, second = faxes.enter(staff, TODAY, [fax(), fax(sent_at="10:00")])
    (third,) = faxes.enter(other, TODAY, [fax()])
    faxes.check([first, second, third], FALSE)
    counter.answer = leave
    counter.do("faxes", "punish", first)
    assert faxes.row(first).penalty == "", "nothing is noted where the clerk withdrew"

    def answer(dialog: Any) -> bool:
        dialog.field("facts").set_value("两份传真对方都没有收到")
        dialog.save()
        saved = not dialog.isVisible()
        dialog.done(dialog.result())
        return saved

    counter.answer = answer
    counter.do("faxes", "punish", first, second)
    (case,) = house.penalties.rows(house.penalties.keys(Query()))
    assert (case.act_title, case.fine_fen, case.name) == ("虚报传真", 10_000, "周文博")
    assert [row.penalty for row in faxes.rows([first, second])] == [case.number] * 2
    with pytest.raises(UserError) as fault:
        counter.do("faxes", "punish", second, third)
    assert refusal(fault.value)[1] == "一件处罚只写一个人，勾选同一个人的传真。"
