"""The switchboard's log: at whose word it closes and opens, and what stands on the month's sheet (002/9.1, 9.2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.switchboard.printed import log_paper
from desk_mailadmin.registers.switchboard.register import REGISTER
from desk_mailadmin.registers.switchboard.rules import checked
from tests.registers.builders import TODAY, House, refusal
from tests.registers.counter import Counter, fill_in
from tests.registers.office_phone import closing

OUTSIDE = {"area": "outside", "cause": "arrears", "taken_by": "front_office", "reason": "上月话费未交"}
ON_DUTY = {"asked_rank": "on_duty", "taken_by": "duty_manager", "reason": "经理外出，客人要打电话"}


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"deed": "open"},
        {"deed": "open", "what": "long_distance", "own": True},
        ON_DUTY,
        OUTSIDE,
        {**OUTSIDE, "asked_rank": "department", "what": "extension"},
    ],
)
def test_what_the_regulation_allows_is_entered(house: House, changes: dict[str, Any]):
    assert checked(closing(house, **changes), TODAY).done_at == "14:05"


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({**OUTSIDE, "deed": "open"}, "deed", "管辖范围以外的分机不能由部门通知总机开通（电话制度 9.1）。"),
        ({**OUTSIDE, "cause": ""}, "cause", "特殊原因（电话制度 9.1）"),
        ({**OUTSIDE, "taken_by": ""}, "taken_by", "前厅部或当班大堂副理受理（电话制度 9.1）"),
        ({**OUTSIDE, "reason": ""}, "reason", "写明关闭的理由（电话制度 9.1）。"),
        ({"asked_rank": "department"}, "asked_rank", "部门经理本人通知"),
        ({**ON_DUTY, "taken_by": "front_office"}, "taken_by", "向大堂副理申请"),
        ({**ON_DUTY, "reason": ""}, "reason", "写明经理不在的情况和理由（电话制度 9.2）。"),
        ({"deed": "open", "what": "long_distance"}, "own", "长途只开在部门经理本人的办公分机上（电话制度 9.2）。"),
        ({"extension": "前台"}, "extension", "“前台”不像分机或电话号码"),
        ({"what": "fax"}, "what", "事项没有“fax”这一项。"),
        ({"cause": "mood"}, "cause", "原因没有“mood”这一项。"),
        ({"asked_by": " "}, "asked_by", "通知人是空的。"),
        ({"operator": ""}, "operator", "总机操作人是空的。"),
        ({"done_on": TODAY + timedelta(days=1)}, "done_on", "办理日期 2026-12-04 还没有到。"),
        ({"done_at": "午后"}, "done_at", "“午后”不是时间"),
    ],
)
def test_what_it_forbids_is_refused_with_its_clause(house: House, changes: dict[str, Any], field: str, words: str):
    with pytest.raises(UserError) as fault:
        checked(closing(house, **changes), TODAY)
    named, sentence = refusal(fault.value)
    assert named == field
    assert words in sentence


def test_an_entry_is_found_corrected_and_comes_back_by_undo(house: House):
    log = house.services["switchboard"]
    record = log.enter(closing(house))
    for words in ("8042", "css", "程思思", "周敏", "关闭"):
        assert house.found("switchboard", words) == [record], words
    log.edit(record, closing(house, extension="8043"))
    assert house.found("switchboard", "8042") == []
    house.desk.undo(house.desk.undoable()[0].seq)
    assert house.found("switchboard", "8042") == [record]


def test_what_was_closed_is_put_back_once(house: House):
    log = house.services["switchboard"]
    record = log.enter(closing(house))
    for on, at, by, field in (
        (TODAY, "14:00", "周敏", "on"),
        (TODAY + timedelta(days=1), "9:00", "周敏", "on"),
        (TODAY, "15:00", " ", "by"),
        (TODAY, "later", "周敏", "at"),
    ):
        with pytest.raises(UserError) as fault:
            log.reverse(record, on, at, by)
        assert fault.value.field == field
    log.reverse(record, TODAY, "1500", "周敏")
    assert (log.row(record).state, log.row(record).reversed_at) == ("reversed", "15:00")
    with pytest.raises(UserError):
        log.reverse(record, TODAY, "15:00", "周敏")
    log.take_back(record)
    assert (log.row(record).state, log.row(record).reversed_on) == ("standing", None)
    with pytest.raises(UserError):
        log.take_back(record)


def test_scripts_name_the_unit_and_are_held_to_the_same_rules(house: House):
    log = house.services["switchboard"]
    data = {
        "extension": "8042", "deed": "close", "what": "outside_line", "area": "inside", "asked_by": "程思思",
        "asked_rank": "manager", "operator": "周敏", "done_on": "2026-12-03", "done_at": "1405",
    }  # fmt: skip
    assert REGISTER.records["switchboard"](log, data) == "8042"
    assert log.row(log.enter_plain({**data, "branch": "上海分公司"})).branch == "上海分公司"
    opened = {**data, "deed": "open", "what": "long_distance"}
    assert log.row(log.enter_plain({**opened, "own": True})).matter == "开通长途"
    for wrong, field in (
        ({"branch": "月球"}, "branch"),
        ({"exten": "8042"}, "exten"),
        ({"own": "yes"}, "own"),
        ({"done_on": "heute"}, "done_on"),
        (opened, "own"),
    ):
        with pytest.raises(UserError) as fault:
            log.enter_plain({**data, **wrong})
        assert fault.value.field == field


def test_the_months_sheet_says_who_asked_and_why(house: House):
    log = house.services["switchboard"]
    log.enter(closing(house))
    log.reverse(log.enter(closing(house, extension="8117", **OUTSIDE)), TODAY, "16:00", "周敏")
    log.enter(closing(house, done_on=date(2026, 11, 30)))
    assert [choice.key for choice in log.choices("month")] == ["2026-12", "2026-11"]
    paper = log_paper("2026-12", log.of_month("2026-12"))
    assert (paper.record, paper.data["count"]) == (202_612, "共 2 次，其中范围以外 1 次")
    text = text_of_pdf(house.office.papers.drawing(paper).sheet().pdf).replace("\n", "")
    assert all(words in text for words in ("8117", "业务欠费；上月话费未交", "前厅部", "12-03 16:00", "部门经理本人"))


def test_an_entry_is_made_put_back_and_printed_at_the_counter(house: House, counter: Counter):
    log = house.services["switchboard"]
    asked: list[bool] = []

    def answer(dialog: Any) -> bool:
        asked.extend(dialog.field(name).isEnabled() for name in ("cause", "taken_by", "own"))
        dialog.field("area").set_value("outside")
        asked.extend(dialog.field(name).isEnabled() for name in ("cause", "taken_by", "own"))
        return fill_in(extension="8117", asked_by="王志刚", cause="safety", taken_by="duty_manager", reason="机房漏水")(
            dialog
        )

    counter.answer = answer
    counter.do("switchboard", "new")
    assert asked == [False, False, False, True, True, False]
    (record,) = log.keys(Query())
    row = log.row(record)
    assert (row.extension, row.cause, row.operator, row.done_at) == ("8117", "safety", "周敏", "09:00")
    assert counter.window.told == ["已保存分机 8117 的总机记录"]
    counter.answer = fill_in(remark="已告诉使用部门")
    counter.do("switchboard", "edit", record)
    counter.answer = fill_in(at="10:15")
    counter.do("switchboard", "reverse", record)
    assert (log.row(record).reversed_at, log.row(record).remark) == ("10:15", "已告诉使用部门")
    counter.do("switchboard", "take_back", record)
    assert log.row(record).state == "standing"
    previews: list[Any] = []
    counter.bench.open_preview = lambda job: previews.append(job) or True
    counter.do("switchboard", "print")
    log.enter(closing(house, done_on=date(2026, 11, 30)))
    counter.do("switchboard", "print")
    counter.prompter.answers.append("2026-11")
    counter.do("switchboard", "print")
    assert [job.form for job in previews] == ["switchboard_log"] * 2, "withdrawn where no month is chosen"
    assert counter.window.told[-1] == "已打印 2026-11 总机记录"
