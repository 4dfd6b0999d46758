"""Days of telephone selling: what is reached, made up, worked off on Sunday, and what is due when (002/2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.faxes.rules import SpotCheck
from desk_mailadmin.registers.sales.printed import best_paper, day_paper, sunday_paper
from desk_mailadmin.registers.sales.register import REGISTER
from desk_mailadmin.registers.sales.rules import (
    CLOSING,
    DayFigures,
    Lacking,
    Late,
    MonthOf,
    Wanted,
    best,
    checked,
    is_time,
    lacking,
    standing,
    sunday_after,
)
from tests.registers.builders import TODAY, House, refusal
from tests.registers.counter import Counter, fill_in, leave
from tests.registers.office_phone import fax, seller, sold

WANTED = Wanted(100, 8)
YESTERDAY, SUNDAY = TODAY - timedelta(days=1), date(2026, 12, 6)


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def figures(minutes: int = 0, told: int = 0, void: int = 0, absence: str = "") -> DayFigures:
    return DayFigures(staff=1, minutes=minutes, faxes_told=told, faxes_void=void, absence=absence)


@pytest.mark.parametrize(
    ("done", "late", "state"),
    [
        (figures(100, 8), Late(), "met"),
        (figures(100, 9, 1), Late(), "met"),
        (figures(99, 8), Late(), "short"),
        (figures(100, 8, 1), Late(), "short"),
        (figures(90, 8), Late(10, 0), "made_up"),
        (figures(90, 7), Late(10, 1), "made_up"),
        (figures(90, 7), Late(10, 0), "sunday"),
        (figures(90, 7), Late(10, 0, sunday_done=True), "sunday_done"),
        (figures(90, 7), Late(10, 0, sunday_done=False), "sunday_missed"),
        (figures(absence="请病假"), Late(), "absent"),
    ],
)
def test_a_day_stands_as_its_figures_say(done: DayFigures, late: Late, state: str):
    assert standing(done, WANTED, late) == state


def test_what_is_lacking_is_said_in_words():
    assert lacking(80, 6, WANTED).text == "差 20 分钟、2 份"
    assert lacking(80, 9, WANTED).text == "差 20 分钟"
    assert lacking(120, 9, WANTED) == Lacking(0, 0)
    assert not lacking(120, 9, WANTED)


@pytest.mark.parametrize(
    ("given", "invalid", "field", "words"),
    [
        (figures(1441), 0, "minutes", "0 到 1440"),
        (figures(0, 1001), 0, "faxes_told", "0 到 1000"),
        (figures(0, 2, 3), 0, "faxes_void", "不计的传真 3 份，比自报的 2 份还多。"),
        (figures(0, 4, 1), 2, "faxes_void", "传真记录里有 2 份不能计入"),
        (figures(10, absence="出差"), 0, "absence", "写了未到岗（出差）"),
    ],
)
def test_figures_that_cannot_stand_are_refused(given: DayFigures, invalid: int, field: str, words: str):
    with pytest.raises(UserError) as fault:
        checked(given, invalid)
    named, sentence = refusal(fault.value)
    assert named == field
    assert words in sentence


def test_the_sunday_is_the_next_one():
    assert sunday_after(TODAY) == SUNDAY
    assert sunday_after(SUNDAY) == date(2026, 12, 13)


@pytest.mark.parametrize(
    ("now", "minutes", "is_it"),
    [("17:19", -10, False), ("17:20", -10, True), ("17:59", 30, False), ("18:00", 30, True)],
)
def test_the_last_ten_minutes_and_the_half_hour_are_reckoned_from_closing(now: str, minutes: int, is_it: bool):
    assert is_time(now, "17:30", minutes) is is_it


def test_the_best_did_every_day_in_time_and_are_ranked_by_how_far_they_passed_their_targets():
    def of(name: str, minutes: int, faxes: int, met: int = 2) -> MonthOf:
        return MonthOf(1, name, "部", 2, met, 0, 0, minutes, 200, faxes, 16)

    steady, keen, late = of("甲", 200, 16), of("乙", 240, 20), of("丙", 400, 40, met=1)
    away = MonthOf(4, "丁", "部", 0, 0, 0, 0, 0, 0, 0, 0)
    assert best([steady, keen, late, away], 5) == [keen, steady]
    assert best([steady, keen], 1) == [keen]
    assert (keen.per_mille, away.per_mille) == (1225, 0)


def test_a_days_sheet_is_entered_corrected_and_found(house: House):
    sales, staff = house.services["sales"], seller(house)
    record = sold(house, staff, TODAY, 80, 8)
    row = sales.row(record)
    assert (row.state, row.lacking.text, row.wanted) == ("short", "差 20 分钟", WANTED)
    for words in ("zwb", "周文博", "2026-12"):
        assert house.found("sales", words) == [record], words
    assert sold(house, staff, TODAY, 100, 8) == record, "a day is one record"
    assert sales.row(record).state == "met"
    house.desk.undo(house.desk.undoable()[0].seq)
    assert sales.row(record).state == "short"
    for day, who in ((TODAY + timedelta(days=1), staff), (TODAY, house.person("程思思"))):
        with pytest.raises(UserError):
            sold(house, who, day, 1, 1)


def test_faxes_that_do_not_count_cannot_be_counted_on_the_sheet(house: House):
    sales, staff = house.services["sales"], seller(house)
    house.services["faxes"].enter(staff, TODAY, [fax() for _ in range(7)] + [fax(post="")])
    (line,) = sales.sheet(TODAY)
    assert (line.faxes_told, line.faxes_void, line.invalid, line.talked) == (8, 1, 1, None)
    with pytest.raises(UserError) as fault:
        sold(house, staff, TODAY, 100, 8)
    assert fault.value.field == "faxes_void"
    record = sold(house, staff, TODAY, 100, 8, faxes_void=1)
    assert sales.row(record).lacking.text == "差 1 份"
    assert sales.sheet(TODAY)[0].is_kept


def test_minutes_are_proposed_from_the_exchange_before_the_bill(house: House):
    sales, staff = house.services["sales"], seller(house)
    insert = house.desk.database.execute_sql
    insert(
        "INSERT INTO bill (operator, source, file_name, sha256, calls, seconds, imported_on) VALUES ('电信', 'operator', '账单.csv', '0', 2, 0, '2026-12-03')"
    )
    call = (
        "INSERT INTO call (bill_id, line_no, started_at, number, called, kind, seconds, staff_id, fee_fen) "
        "VALUES (1, ?, ?, '0571', '0532', 'local', ?, ?, 0)"
    )
    insert(call, (1, "2026-12-03 09:00:00", 1_250, staff))
    insert(call, (2, "2026-12-02 09:00:00", 9_000, staff))
    assert sales.sheet(TODAY)[0].minutes == 20
    record = "INSERT INTO pbx_call (bill_id, line_no, extension, called, direction, started_at, seconds) VALUES (1, ?, '8042', '0532', ?, '2026-12-03 10:00:00', ?)"
    insert(record, (1, "out", 3_659))
    insert(record, (2, "in", 9_000))
    assert (sales.sheet(TODAY)[0].minutes, sales.sheet(TODAY)[0].talked) == (60, 60)
    sold(house, staff, TODAY, 70, 0)
    assert sales.sheet(TODAY)[0].minutes == 70, "what was entered stands"


def test_who_is_short_after_the_half_hour_comes_on_sunday(house: House):
    sales, staff = house.services["sales"], seller(house)
    other = seller(house, house.person("程思思"))
    first, second = sold(house, staff, YESTERDAY, 80, 8), sold(house, other, YESTERDAY, 90, 7)
    done = sold(house, staff, TODAY, 100, 8)
    assert [row.id for row in sales.short()] == [second, first]
    sales.make_up({first: (20, 0), second: (5, 1)})
    assert [row.state for row in sales.rows([first, second])] == ["made_up", "sunday"]
    assert (sales.row(second).sunday_on, sales.row(second).still_lacking.text) == (SUNDAY, "差 5 分钟")
    assert [row.id for row in sales.of_sunday(SUNDAY)] == [second]
    with pytest.raises(UserError) as fault:
        sales.make_up({done: (1, 0)})
    assert str(fault.value) == "周文博 2026-12-03 没有要补的。"
    for record, supervisor, words in (
        (second, "程思思", "周日 2026-12-06 还没有到。"),
        (first, "程思思", "没有排周日加班"),
        (second, " ", "值班经理是空的。"),
    ):
        with pytest.raises(UserError) as fault:
            sales.settle_sunday([record], supervisor, done=True)
        assert words in str(fault.value)
    house.later(3)
    sales.settle_sunday([second], "罗刚", done=False)
    assert (sales.row(second).state, sales.row(second).supervisor) == ("sunday_missed", "罗刚")
    sales.settle_sunday([second], "罗刚", done=True)
    assert sales.row(second).state == "sunday_done"
    sold(house, other, YESTERDAY, 95, 7)
    assert sales.row(second).state == "made_up", "a corrected figure takes the Sunday back"
    assert sales.row(second).sunday_on is None
    assert "值班经理" in {fact.label for fact in sales.detail(second).facts}


def test_a_day_entered_by_mistake_is_taken_out_and_comes_back(house: House):
    sales, staff = house.services["sales"], seller(house)
    record = sold(house, staff)
    sales.remove(record)
    assert house.found("sales", "zwb") == []
    house.desk.undo(house.desk.undoable()[0].seq)
    assert house.found("sales", "zwb") == [record]


def test_a_fax_that_counts_again_takes_nothing_away(house: House):
    faxes, sales, staff = house.services["faxes"], house.services["sales"], seller(house)
    (record, *_rest) = faxes.enter(staff, TODAY, [fax() for _ in range(9)])
    day = sold(house, staff, TODAY, 100, 9, faxes_void=1)
    faxes.check([record], SpotCheck(TODAY, "程思思", is_true=False, finding="没有收到"))
    assert (sales.row(day).faxes, sales.row(day).state) == (8, "met"), "one was left out already"


def test_scripts_enter_a_day_and_are_told_how_it_stands(house: House):
    seller(house, house.person(emp_no="A7"))
    sales = house.services["sales"]
    data = {"emp_no": "A7", "on_day": "2026-12-03", "minutes": 99, "faxes_told": 8}
    assert REGISTER.records["sales_day"](sales, data) == "short"
    assert REGISTER.records["sales_day"](sales, {**data, "minutes": 0, "faxes_told": 0, "absence": "出差"}) == "absent"
    for wrong, field in (({"calls": 1}, "calls"), ({"minutes": "99"}, "minutes"), ({"on_day": ""}, "on_day")):
        with pytest.raises(UserError) as fault:
            sales.enter_plain({**data, **wrong})
        assert fault.value.field == field


def due(house: House) -> list[tuple[str, str]]:
    todos = REGISTER.todos(house.services["sales"], house.clock.today())
    return [(todo.title, todo.action) for todo in todos]


def at(house: House, hour: int, minute: int = 0) -> None:
    house.clock.at = house.clock.at.replace(hour=hour, minute=minute)


def test_figures_are_due_in_the_last_ten_minutes_and_handed_over_by_printing(house: House, counter: Counter):
    staff = seller(house, since=TODAY)
    assert due(house) == []
    at(house, 17, 19)
    assert due(house) == []
    at(house, 17, 20)
    assert due(house) == [("电话量未登记", "day")]
    sold(house, staff, TODAY, 100, 8)
    assert due(house) == [("电话量统计表", "print")]
    previews: list[Any] = []
    counter.bench.open_preview = lambda job: previews.append(job) or True
    counter.do("sales", "print")
    assert counter.window.told == ["已打印 2026-12-03 日电话量传真量统计表"]
    house.office.papers.keep(
        house.office.papers.drawing(day_paper(TODAY, house.services["sales"].of_day(TODAY))), b"%PDF-1.7", 2
    )
    assert due(house) == []
    house.decide(CLOSING, "18:00")
    house.later()
    at(house, 17, 49)
    assert due(house) == []
    at(house, 17, 50)
    assert due(house) == [("电话量未登记", "day")]
    house.later(2)
    assert due(house) == [("电话量未登记", "day")], "on Sunday Friday's is still missing, Sunday's is not asked for"


def test_the_half_hour_the_sundays_and_the_months_list_are_due_in_their_turn(house: House):
    sales, staff = house.services["sales"], seller(house, since=TODAY)
    record = sold(house, staff, TODAY, 80, 8)
    papers = house.office.papers
    papers.keep(papers.drawing(day_paper(TODAY, sales.of_day(TODAY))), b"%PDF-1.7", 2)
    at(house, 17, 59)
    assert due(house) == []
    at(house, 18)
    assert due(house) == [("延时结果未登记", "make_up")]
    sales.make_up({record: (0, 0)})
    assert due(house) == [("周日加班名单", "print_sunday")]
    papers.keep(papers.drawing(sunday_paper(SUNDAY, sales.of_sunday(SUNDAY))), b"%PDF-1.7", 1)
    assert due(house) == []
    people = house.services["salespeople"]
    people.end(people.keys(Query())[0], TODAY + timedelta(days=1))
    house.later(3)
    assert due(house) == [("周日加班结果", "settle")]
    sales.settle_sunday([record], "程思思", done=True)
    assert due(house) == []
    sold(house, seller(house, house.person("程思思"), since=TODAY), TODAY, 100, 8)
    house.later(30)
    assert ("当月优胜名单", "print_best") in due(house)
    found = sales.month("2026-12")
    papers.keep(papers.drawing(best_paper("2026-12", best(found, 3), len(found))), b"%PDF-1.7", 1)
    assert ("当月优胜名单", "print_best") not in due(house)


def test_the_sheets_say_what_was_wanted_lacking_and_made_up(house: House):
    sales, papers = house.services["sales"], house.office.papers
    staff, away = seller(house), seller(house, house.person("程思思"))
    new = seller(house, house.person("宋翔"), joined_on=date(2026, 11, 1), since=date(2026, 11, 1))
    record = sold(house, new, YESTERDAY, 110, 12, faxes_void=1)
    sales.make_up({record: (4, 0)})
    sold(house, staff, YESTERDAY, 120, 10)
    sold(house, away, YESTERDAY, absence="请病假")
    paper = day_paper(YESTERDAY, sales.of_day(YESTERDAY))
    assert paper.data["count"] == "到岗 2 人，按时完成 1 人"
    text = text_of_pdf(papers.drawing(paper).sheet([1]).pdf).replace("\n", "")
    assert all(
        words in text for words in ("11（自报 12）", "差 10 分钟、1 份", "4 分钟、0 份", "请病假", "新员工", "230")
    )
    sunday = sunday_paper(SUNDAY, sales.of_sunday(SUNDAY))
    text = text_of_pdf(papers.drawing(sunday).sheet().pdf).replace("\n", "")
    assert all(words in text for words in ("宋翔", "6 分钟", "1 份", "12-02", "值班经理"))
    month = sales.month("2026-12")
    assert [(one.name, one.days, one.met, one.sundays) for one in month] == [
        ("程思思", 0, 0, 0), ("宋翔", 1, 0, 1), ("周文博", 1, 1, 0),
    ]  # fmt: skip
    paper = best_paper("2026-12", best(month, 3), len(month))
    text = text_of_pdf(papers.drawing(paper).sheet().pdf).replace("\n", "")
    assert "周文博" in text
    assert "122.5%" in text


def test_a_day_is_typed_in_like_a_spreadsheet(house: House, counter: Counter):
    sales = house.services["sales"]
    staff, other = seller(house), seller(house, house.person("程思思"))
    house.services["faxes"].enter(staff, TODAY, [fax(post="")])
    seen: list[str] = []

    def answer(dialog: Any) -> bool:
        table = dialog.table
        names = [table.data(table.index(row, 1)) for row in range(table.rowCount())]
        mine, hers = names.index("周文博"), names.index("程思思")
        table.paste(table.index(mine, 4), "101\t9\t2\n")
        table.setData(table.index(hers, 4), "soon")
        seen.append(dialog._banner.text)
        table.setData(table.index(hers, 6), "3")
        seen.append(dialog._banner.text)
        table.setData(table.index(hers, 4), "50")
        table.setData(table.index(hers, 7), "请病假")
        seen.extend([dialog._sum.text(), table.data(table.index(mine, 8))])
        dialog.save()
        saved = not dialog.isVisible()
        dialog.done(dialog.result())
        return saved

    counter.answer = answer
    counter.do("sales", "day")
    assert seen == [
        "“soon”不是分钟数或份数，只写数字。",
        "不计的传真 3 份，比自报的 0 份还多。",
        "到岗 1 人，完成 0 人，未完成 1 人，101 分钟、7 份",
        "差 1 份",
    ]
    rows = {row.staff: row for row in sales.of_day(TODAY)}
    assert (rows[staff].minutes, rows[staff].faxes_told, rows[staff].faxes) == (101, 9, 7)
    assert (rows[other].state, rows[other].minutes) == ("absent", 0)
    assert counter.window.told == ["已登记 2026-12-03 2 人，未完成 1 人"]


def test_a_day_is_corrected_and_made_up_at_the_counter(house: House, counter: Counter):
    sales, staff = house.services["sales"], seller(house)
    record = sold(house, staff, YESTERDAY, 70, 8)
    notes: list[str] = []

    def correct(dialog: Any) -> bool:
        notes.append(dialog._note.text())
        table = dialog.table
        table.setData(table.index(0, 4), "80")
        dialog.on.set_value(None)
        dialog.save()
        notes.append(dialog._banner.text)
        dialog.on.set_value(YESTERDAY)
        dialog.save()
        done = not dialog.isVisible()
        dialog.done(dialog.result())
        return done

    counter.answer = correct
    counter.do("sales", "edit", record)
    assert notes == ["这一天已经登记过，改了再登记就是更正。", "日期是空的。"]
    assert sales.row(record).minutes == 80

    def late(dialog: Any) -> bool:
        table = dialog.table
        table.setData(table.index(0, 3), "2000")
        notes.append(dialog._banner.text)
        table.setData(table.index(0, 3), "15")
        notes.extend([table.data(table.index(0, 5)), dialog._sum.text()])
        dialog.save()
        dialog.done(dialog.result())
        return True

    counter.answer = late
    counter.do("sales", "make_up", record)
    assert notes[2:] == ["“2000”不是分钟数或份数，只写数字。", "差 5 分钟", "1 人，补完 0 人，周日加班 1 人"]
    assert sales.row(record).state == "sunday"
    assert counter.window.told[-1] == "已登记 1 人的延时结果，周日加班 1 人"
    house.later(3)
    counter.answer = fill_in(result="missed", supervisor="程思思")
    counter.do("sales", "settle", record)
    assert sales.row(record).state == "sunday_missed"
    counter.answer = leave
    for action in ("make_up", "edit", "settle"):
        counter.do("sales", action, record)
    counter.do("sales", "remove", record)
    assert list(sales.keys(Query())) == []


def test_papers_are_printed_of_the_day_the_clerk_chooses(house: House, counter: Counter):
    sales, staff = house.services["sales"], seller(house)
    previews: list[Any] = []
    counter.bench.open_preview = lambda job: previews.append(job) or True
    for action, words in (("print", "还没有登记电话量。"), ("print_sunday", "没有人要周日加班。")):
        counter.do("sales", action)
        assert any(words in str(asked) for asked in counter.prompter.asked)
    record = sold(house, staff, YESTERDAY, 1, 1)
    counter.do("sales", "print_best")
    assert any("没有每天都按时完成的人" in str(asked) for asked in counter.prompter.asked)
    sales.make_up({record: (0, 0)})
    counter.do("sales", "print_sunday")
    sold(house, staff, date(2026, 11, 30), 100, 8)
    counter.prompter.answers.append("2026-11")
    counter.do("sales", "print_best")
    counter.prompter.answers.append("2026-11-30")
    counter.do("sales", "print")
    counter.do("sales", "print")
    assert [job.form for job in previews] == ["sales_sunday_list", "sales_best_list", "sales_day_sheet"]
    assert counter.window.told[-1] == "已打印 2026-11-30 日电话量传真量统计表"


def test_a_sheet_of_nobody_says_where_to_begin(counter: Counter):
    notes: list[str] = []

    def look(dialog: Any) -> bool:
        notes.append(dialog._note.text())
        return leave(dialog)

    counter.answer = look
    counter.do("sales", "day")
    assert notes == ["这一天没有考核的人；先在“销售人员”里登记考核谁。"]
