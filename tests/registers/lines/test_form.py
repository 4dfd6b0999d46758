from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.lines.printed import card_paper, stop_paper
from desk_mailadmin.registers.lines.rules import LONG_UNITS, Right, rights_up_to
from desk_mailadmin.registers.staff.form import hits
from tests.registers.builders import HEADQUARTERS, TODAY, House
from tests.registers.counter import Counter, fill_in
from tests.registers.lines.conftest import Exchange


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def test_a_line_is_entered_with_its_rights_and_its_persons_department(exchange: Exchange, counter: Counter):
    (hit,) = hits([exchange.house.staff.row(exchange.house.person())])
    counter.answer = fill_in(extension="8042", staff=hit, rights=frozenset({"inside", "local"}), quota="40")
    counter.do("lines", "new")
    (record,) = exchange.lines.keys(Query())
    row = exchange.lines.row(record)
    assert (row.extension, row.holder, row.department_id) == ("8042", "周文博", exchange.department)
    assert (row.rights_text, row.quota_fen) == ("内线、市话", 4_000)
    assert counter.window.told == ["已保存线路 8042"]


def test_a_line_is_changed_from_a_day_on_and_keeps_its_limited_rights(exchange: Exchange, counter: Counter):
    limited = Right("domestic", TODAY, TODAY + timedelta(days=9))
    record = exchange.add(rights=(Right("inside"), limited), quota_fen=0)
    counter.answer = fill_in(extension="8050", rights=frozenset({"local"}), since=date(2026, 12, 1))
    counter.do("lines", "edit", record)
    entry = exchange.lines.entry(record)
    assert entry.rights == (Right("local"), limited)
    assert entry.quota_fen == 0, "nothing set and nothing allowed are told apart"
    assert [one.from_on for one in exchange.lines.assignments()] == [date(1, 1, 1), date(2026, 12, 1)]


def test_a_trunk_belongs_to_a_unit_as_a_whole(exchange: Exchange, counter: Counter):
    counter.answer = fill_in(number="0571-55510000", kind="trunk", dept=f"branch:{exchange.branch}")
    counter.do("lines", "new")
    (record,) = exchange.lines.keys(Query())
    assert exchange.lines.entry(record).department is None
    assert exchange.lines.trunks() == ("057155510000",)


def test_without_department_and_person_the_field_says_so(exchange: Exchange, counter: Counter):
    counter.answer = fill_in(extension="8042")
    counter.do("lines", "new")
    assert list(exchange.lines.keys(Query())) == []


def test_a_line_is_stopped_opened_again_and_removed(exchange: Exchange, counter: Counter):
    record = exchange.add()
    counter.answer = fill_in(reason="拨打信息台", slip=False)
    counter.do("lines", "stop", record)
    row = exchange.lines.row(record)
    assert (row.state, row.reopen_on) == ("stopped", date(2027, 1, 3)), "a month later (002/12.九)"
    counter.prompter.answers.append(TODAY)
    counter.do("lines", "reopen", record)
    assert exchange.lines.row(record).state == "active"
    counter.answer = fill_in(reason="搬家")
    counter.do("lines", "remove", record)
    assert exchange.lines.row(record).state == "removed"


def test_a_line_moves_to_another_person_from_a_day_on(exchange: Exchange, counter: Counter):
    record = exchange.add(staff=exchange.house.person())
    (hit,) = hits([exchange.house.staff.row(exchange.house.person("宋翔"))])
    counter.answer = fill_in(from_on=date(2026, 11, 1), staff=hit, place="二楼 205", extension="8050")
    counter.do("lines", "move", record)
    row = exchange.lines.row(record)
    assert (row.holder, row.place, row.extension) == ("宋翔", "二楼 205", "8050")
    assert exchange.lines.at(extension="8042", on=date(2026, 10, 31)).staff != row.staff


@pytest.mark.parametrize(
    ("how", "rights", "until", "expected"),
    [
        ("instead", {"inside"}, None, "内线"),
        ("give", {"domestic"}, TODAY + timedelta(days=9), "内线、市话、国内长途（到 2026-12-12）"),
        ("withdraw", {"local"}, None, "内线"),
    ],
)
def test_rights_are_changed_in_three_ways(exchange: Exchange, counter: Counter, how, rights, until, expected):
    record = exchange.add(rights=rights_up_to("local"))
    counter.answer = fill_in(how=how, rights=frozenset(rights), until_on=until, paper="FJ-2026-0009")
    counter.do("lines", "rights", record)
    assert exchange.lines.row(record).rights_text == expected


def test_what_is_given_for_a_time_stays_when_the_lasting_rights_change(exchange: Exchange, counter: Counter):
    record = exchange.add(rights=(*rights_up_to("local"), Right("domestic", TODAY, TODAY + timedelta(days=9))))
    counter.answer = fill_in(how="instead", rights=frozenset({"inside"}))
    counter.do("lines", "rights", record)
    assert exchange.lines.row(record).rights_text == "内线、国内长途（到 2026-12-12）"


def test_a_note_stands_in_the_panel(exchange: Exchange, counter: Counter):
    record = exchange.add()
    counter.answer = fill_in(kind="unreachable", text="乘坐飞机，14:00 到 17:00 关机", by="周敏")
    counter.do("lines", "note", record)
    (step,) = exchange.lines.detail(record).steps
    assert (step.title, step.note) == ("关机说明", "2026-12-03　乘坐飞机，14:00 到 17:00 关机　周敏")


def test_what_speaks_against_a_line_is_asked_before_it_is_kept(exchange: Exchange, counter: Counter):
    exchange.house.decide(LONG_UNITS, [HEADQUARTERS])
    (hit,) = hits([exchange.house.staff.row(exchange.house.person(rank="员工"))])
    counter.answer = fill_in(extension="8042", staff=hit, rights=frozenset({"domestic"}))
    counter.prompter.answers += [False, True]
    counter.do("lines", "new")
    assert list(exchange.lines.keys(Query())) == []
    counter.do("lines", "new")
    (record,) = exchange.lines.keys(Query())
    facts = {fact.label: fact.value for fact in exchange.lines.detail(record).facts}
    assert facts["须核对"] == "周文博（员工）在所长以下，开通长途要有批准（电话制度 5.四(三)）。"


def test_a_card_and_a_stop_notice_leave_on_paper(exchange: Exchange, counter: Counter):
    record = exchange.add(rights=rights_up_to("local"), number="0571-55511001", place="3 楼 305")
    exchange.lines.stop(record, TODAY, reopen_on=date(2027, 1, 3), reason="拨打信息台")
    shown: list[str] = []

    def look(dialog: Any) -> bool:
        shown.append(dialog.windowTitle())
        dialog.reject()
        return False

    counter.answer = look
    counter.do("lines", "print", record)
    counter.do("lines", "print_stop", record)
    assert len(shown) == 2
    papers = exchange.house.office.papers
    for paper, said in (
        (
            card_paper(exchange.lines, TODAY, record),
            ("0571-55511001", "程思思（部门负责人）", "市话", "停机 2026-12-03"),
        ),
        (stop_paper(exchange.lines, TODAY, record), ("8042 / 0571-55511001", "拨打信息台", "2027 年 1 月 3 日")),
    ):
        text = text_of_pdf(papers.drawing(paper).sheet([1]).pdf).replace("\n", "")
        assert all(part in text for part in said)
