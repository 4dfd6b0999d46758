"""The destruction at the counter: looked at, put on a sheet, approved, asked once more, done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog

from desk_mailadmin.registers.purges.register import REGISTER
from desk_mailadmin.ui.dialogs.record_form import RecordForm
from tests.registers.builders import House
from tests.registers.counter import Counter, fill_in, leave
from tests.registers.privacy import proposed, purges, stale_copy


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def approved(house: House) -> Callable[[QDialog], bool]:
    """Fill in who approved, and close the preview of the proof."""
    fill = fill_in(approved_by="罗建华", approved_on=house.clock.today())
    return lambda dialog: fill(dialog) if isinstance(dialog, RecordForm) else leave(dialog)


def test_a_sheet_is_opened_after_the_plan_was_read(house: House, counter: Counter):
    stale_copy(house)
    counter.prompter.answers.extend([True, "年度到期清理"])
    counter.do("purges", "propose")
    record = purges(house).waiting()
    assert record is not None
    assert purges(house).row(record).reason == "年度到期清理"
    (question,) = counter.prompter.texts("confirm")
    assert "有 0 条记录、1 个副本和草稿保存期满" in question
    assert "打开附件时的副本、没有保存的草稿：1 条（2020-01-06 至 2020-01-06）" in question
    assert "期满但不销毁：没有" in question


def test_nothing_past_its_term_is_said(house: House, counter: Counter):
    counter.do("purges", "propose")
    assert "没有到期的记录。" in counter.prompter.texts("inform")[0]


@pytest.mark.parametrize("answers", [[False], [True, None]])
def test_who_withdraws_opens_no_sheet(house: House, counter: Counter, answers: list[Any]):
    stale_copy(house)
    counter.prompter.answers.extend(answers)
    counter.do("purges", "propose")
    assert purges(house).waiting() is None


def test_it_is_done_only_after_the_last_question(house: House, counter: Counter):
    record = proposed(house)
    counter.answer = approved(house)
    counter.prompter.answers.append(False)
    counter.do("purges", "run", record)
    assert purges(house).row(record).state == "proposed"
    counter.prompter.answers.append(True)
    counter.do("purges", "run", record)
    row = purges(house).row(record)
    assert (row.state, row.approved_by) == ("done", "罗建华")
    assert "销毁以后不能撤销" in counter.prompter.texts("confirm")[-1]
    assert f"已按审批单 {row.number} 销毁" in counter.window.told


def test_what_the_deed_refuses_is_said_and_nothing_goes(house: House, counter: Counter):
    record = proposed(house)
    stale_copy(house, "后来.pdf")
    counter.answer = approved(house)
    counter.prompter.answers.append(True)
    counter.do("purges", "run", record)
    assert purges(house).row(record).state == "proposed"
    assert "审批单上是 1 条" in counter.prompter.texts("warn")[0]


def test_a_sheet_is_given_up_with_its_reason(house: House, counter: Counter):
    record = proposed(house)
    counter.prompter.answers.append("条数不对")
    counter.do("purges", "void", record)
    assert purges(house).row(record).void_reason == "条数不对"


def test_the_day_offers_the_run_until_a_sheet_is_open(house: House):
    stale_copy(house)
    house.later(60)
    (todo,) = REGISTER.todos(purges(house), house.clock.today())
    assert (todo.action, todo.record) == ("propose", None)
    purges(house).propose("年度到期清理")
    assert REGISTER.todos(purges(house), house.clock.today()) == ()
