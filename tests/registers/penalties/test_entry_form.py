"""The entry dialog of a case as a clerk fills it in: what it shows, what it asks, and what is kept (look/ui 05)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from desk_mailadmin.app.entries import Entries
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.entry_form import ask_penalty
from desk_mailadmin.registers.penalties.entry_pane import RulebookPane
from desk_mailadmin.registers.penalties.rules import CAP_PERCENT
from desk_mailadmin.registers.rulebook.entries import FINES
from tests.registers.builders import TODAY, House
from tests.registers.counter import Counter, fill_in, leave
from tests.registers.penalties.conftest import entering, pick, pick_act, words

FACTS = "用分机 8127 拨打 16899168，话费 8.60 元"


def pane(dialog: Any) -> str:
    """What the rulebook says beside the fields."""
    return words(dialog.findChild(RulebookPane))


def click(dialog: Any, text: str) -> None:
    """Press the button of that text."""
    (found,) = [
        one for one in dialog.findChildren(QPushButton) if one.text().strip() == text and one.isVisibleTo(dialog)
    ]
    found.click()


def kept(house: House) -> list[int]:
    return [int(record) for record in house.penalties.keys(Query())]


def looking(seen: list[Any], look: Callable[[Any], Any]) -> Callable[[Any], bool]:
    """Note what ``look`` sees and throw the entry away."""

    def answer(dialog: Any) -> bool:
        seen.append(look(dialog))
        dialog.done(QDialog.DialogCode.Rejected)
        return False

    return answer


# facts


def test_a_case_is_entered_as_the_rulebook_proposes_and_opened(house: House, counter: Counter):
    staff = house.person("傅强", emp_no="A10231", post="班长")
    counter.answer = entering(house, staff, "168", fill_in(found_how="bill", fee_fen=860, facts=FACTS))
    counter.do("penalties", "new")
    (record,) = kept(house)
    row = house.penalties.row(record)
    assert (row.number, row.state, row.fine_fen, row.facts, row.found_how) == (
        "CF-2026-0001",
        "issued",
        22_200,
        FACTS,
        "bill",
    )
    assert house.penalties.plan_of(record) == (("2027-01", 22_200),)
    assert ("penalties", record) in counter.window.shown
    assert counter.window.told == ["已开出 CF-2026-0001"]
    assert len(counter.titles) == 2, "the notice is shown for printing at once"


def test_of_several_telephones_the_one_that_stops_is_chosen(house: House, counter: Counter):
    staff = house.person("傅强", emp_no="A10231", post="班长")
    lines = [house.line(extension, staff=staff) for extension in ("8042", "8043")]
    seen: list[Any] = []

    def decide(dialog: Any) -> bool:
        field = dialog.field("line")
        seen.append(field.isVisible())
        dialog.field("fee_fen").set_value(860)
        dialog.field("clause").set_value("002/12.九")
        seen.append((field.isVisible(), [field.combo.itemText(place) for place in range(field.combo.count())]))
        field.set_value("8043")
        seen.append("8043" in pane(dialog))
        return fill_in(facts=FACTS, found_how="bill", reason="第二次，停一个月")(dialog)

    counter.answer = entering(house, staff, "168", decide)
    counter.do("penalties", "new")
    assert seen == [False, (True, ["（没有选，先不停）", "8042", "8043"]), True]
    (record,) = kept(house)
    assert house.penalties.record_of(record).line == "8043"
    assert [house.lines.row(line).state for line in lines] == ["active", "stopped"]


def test_number_department_and_post_stand_beside_the_person(house: House, counter: Counter):
    seen: list[str] = []
    staff = house.person("傅强", emp_no="A10231", post="班长")
    counter.answer = entering(house, staff, "168", looking(seen, words))
    counter.do("penalties", "new")
    assert "A10231　国际业务部　班长" in seen[0]


@pytest.mark.parametrize("typed", ["168", "bd168", "boda168", "拨打 168"])
def test_an_act_is_found_by_its_words_or_its_letters(house: House, counter: Counter, typed: str):
    seen: list[str] = []
    counter.answer = entering(house, house.person(), typed, looking(seen, lambda one: one.field("act").edit.text()))
    counter.do("penalties", "new")
    assert seen == ["拨打 168 声讯台"]


def test_down_lists_every_act_and_one_without_an_article_in_force_cannot_be_taken(house: House, counter: Counter):
    for clause in ("002/15.一.3", "002/12.九", "002/6.四"):
        house.services["rulebook"].switch(clause, TODAY, "本单位不施行", active=False)
    listed: list[Any] = []

    def look(dialog: Any) -> None:
        field = dialog.field("act")
        QTest.keyClick(field.edit, Qt.Key.Key_Down)
        model = field._list.model
        listed.extend(model.data(model.index(place), Qt.ItemDataRole.UserRole) for place in range(model.rowCount()))

    counter.answer = looking([], look)
    counter.do("penalties", "new")
    assert len(listed) == len(house.services["rulebook"].acts())
    (locked,) = [one for one in listed if one.title == "拨打 168 声讯台"]
    assert locked.disabled == "没有施行的条款"
    assert any(one.subtitle == "邮件制度 6.2" for one in listed)


def test_figures_are_asked_only_where_the_act_has_them(house: House, counter: Counter):
    seen: list[dict[str, bool]] = []

    def look(dialog: Any) -> bool:
        for act in ("168", "转发与工作无关", "把账号提供给"):
            pick_act(dialog, act)
            seen.append({key: dialog.field(key).isVisibleTo(dialog) for key in ("times", "fee_fen", "cost_fen")})
        dialog.done(QDialog.DialogCode.Rejected)
        return False

    counter.answer = entering(house, house.person(), "168", look)
    counter.do("penalties", "new")
    assert seen == [
        {"times": True, "fee_fen": True, "cost_fen": False},
        {"times": False, "fee_fen": False, "cost_fen": False},
        {"times": False, "fee_fen": False, "cost_fen": True},
    ]


def test_the_usual_words_follow_the_facts_until_somebody_writes_their_own(house: House, counter: Counter):
    seen: list[str] = []

    def look(dialog: Any) -> bool:
        facts = dialog.field("facts")
        dialog.field("occurred_at").set_value("14:05")
        dialog.field("fee_fen").set_value(860)
        seen.append(facts.value())
        facts.set_value(FACTS)
        dialog.field("fee_fen").set_value(900)
        seen.append(facts.value())
        dialog.done(QDialog.DialogCode.Rejected)
        return False

    counter.answer = entering(house, house.person(), "168", look)
    counter.do("penalties", "new")
    assert seen[0].startswith("2026 年 12 月 3 日 14 时 5 分")
    assert "话费 8.60 元" in seen[0]
    assert seen[1] == FACTS


def test_blanks_that_are_left_in_the_facts_are_counted(house: House, counter: Counter):
    seen: list[str] = []

    def look(dialog: Any) -> str:
        dialog.field("facts").check()
        return str(dialog.field("facts").message.text)

    counter.answer = entering(house, house.person(), "转发与工作无关", looking(seen, look))
    counter.do("penalties", "new")
    assert seen == ["还有 2 处空白没有填"]


@pytest.mark.parametrize("goes_on", [False, True])
def test_a_notice_with_blanks_gets_its_number_only_after_a_yes(house: House, counter: Counter, goes_on: bool):
    counter.prompter.answers.append(goes_on)
    fill = fill_in(found_how="check", facts="转发与工作无关的邮件＿＿封")
    counter.answer = entering(house, house.person(), "转发与工作无关", fill)
    counter.do("penalties", "new")
    told = "事实经过里还有 1 处空白没有填，会照样印在通知单上。"
    assert counter.prompter.texts("confirm")[0].startswith(told)
    assert bool(kept(house)) is goes_on


def test_somebody_who_left_is_warned_of_at_the_name_and_before_saving(house: House, counter: Counter):
    staff = house.person("韩沈", state="left", left_on=TODAY - timedelta(days=2))
    seen: list[tuple[str, str]] = []

    def look(dialog: Any) -> tuple[str, str]:
        return dialog.field("staff").message.text, pane(dialog)

    counter.answer = entering(house, staff, "168", looking(seen, look))
    counter.do("penalties", "new")
    assert seen[0][0] == "2026-12-01 离职"
    assert "2026-12-01 离职，未结清的随最后一次工资结清或收现金" in seen[0][1]


# what the rulebook says


def test_the_sum_is_derived_line_by_line_with_its_capitals(house: House, counter: Counter):
    seen: list[str] = []

    def look(dialog: Any) -> str:
        dialog.field("fee_fen").set_value(860)
        return pane(dialog)

    counter.answer = entering(house, house.person(), "168", looking(seen, look))
    counter.do("penalties", "new")
    for line in ("电话制度 15.一.3", "8.60 × 20 = 172.00 元", "222.00 元　贰佰贰拾贰元整", "同条第 1 次", "以前没有"):
        assert line in seen[0]
    assert "2026 年 12 月没有月结，记入这个月的台账" in seen[0]
    assert "从工资扣：2027 年 1 月 222.00 元" in seen[0]


def test_the_steps_climbed_before_are_shown_and_the_next_one_announced(house: House, counter: Counter):
    staff = house.person()
    house.past_case(staff, date(2025, 3, 5), slip="2025-07", sanctions=("pay_cut",))
    seen: list[str] = []
    counter.answer = entering(house, staff, "转发与工作无关", looking(seen, pane))
    counter.do("penalties", "new")
    for line in ("首次：降薪", "2025-07　2025-03-05　降薪　已签收", "第 2 次：降职　← 本条", "第 3 次：辞退"):
        assert line in seen[0]
    assert "没有另一条施行的条款管同一行为" in seen[0]


def test_another_article_is_taken_with_one_click(house: House, counter: Counter):
    def answer(dialog: Any) -> bool:
        dialog.field("fee_fen").set_value(860)
        assert "同一行为还命中 电话制度 12.九（追缴话费 8.60 元，停机保号 1 个月）" in pane(dialog)
        click(dialog, "改用 电话制度 12.九")
        assert dialog.field("clause").value() == "002/12.九"
        return fill_in(found_how="bill", facts=FACTS)(dialog)

    counter.answer = entering(house, house.person(), "168", answer)
    counter.do("penalties", "new")
    row = house.penalties.row(kept(house)[0])
    assert (row.clause, row.fine_fen, row.recovery_fen, row.sanction) == ("002/12.九", 0, 860, "追缴 + 停机")


def test_the_same_fact_is_shown_in_red_and_asked_about_at_saving(house: House, counter: Counter):
    staff = house.person()
    house.issued(staff)
    seen: list[str] = []

    def answer(dialog: Any) -> bool:
        seen.append(pane(dialog))
        return fill_in(found_how="bill", fee_fen=860, facts=FACTS)(dialog)

    counter.answer = entering(house, staff, "168", answer)
    counter.do("penalties", "new")
    assert "这个人这一天的同一件事已经有 CF-2026-0001（待签收）。同一件事只处理一次。" in seen[0]
    assert "同一件事没有登记过" not in seen[0]
    assert len(kept(house)) == 1, "the clerk withdrew"
    assert "已经有 CF-2026-0001" in counter.prompter.asked[-1][1]
    counter.prompter.answers.append(True)
    counter.answer = entering(house, staff, "168", answer)
    counter.do("penalties", "new")
    assert len(kept(house)) == 2


def test_the_cap_of_the_wage_is_said_in_words_and_the_rest_goes_to_later_months(house: House, counter: Counter):
    house.decide(CAP_PERCENT, 20)
    staff = house.person()
    house.penalties.set_wage(staff, 50_000, TODAY)
    seen: list[str] = []

    def answer(dialog: Any) -> bool:
        dialog.field("fee_fen").set_value(860)
        seen.append(pane(dialog))
        return fill_in(found_how="bill", facts=FACTS)(dialog)

    counter.answer = entering(house, staff, "168", answer)
    counter.do("penalties", "new")
    said = "2027 年 1 月 100.00 元、2027 年 2 月 100.00 元、2027 年 3 月 22.00 元；超过每月上限 100.00 元"
    assert said in seen[0]
    assert [fen for _month, fen in house.penalties.plan_of(kept(house)[0])] == [10_000, 10_000, 2_200]


def test_what_happened_in_a_closed_month_is_booked_in_an_open_one_and_that_is_said(house: House, counter: Counter):
    house.close_month("2026-11")
    seen: list[str] = []

    def look(dialog: Any) -> str:
        dialog.field("occurred_on").set_value(date(2026, 11, 20))
        return pane(dialog)

    counter.answer = entering(house, house.person(), "168", looking(seen, look))
    counter.do("penalties", "new")
    assert "2026 年 11 月已经月结，记入 2026 年 12 月的台账" in seen[0]


def test_an_office_that_fines_nobody_says_that_nothing_is_due(house: House, counter: Counter):
    house.decide(FINES, False)
    counter.answer = entering(house, house.person(), "168", fill_in(found_how="bill", fee_fen=860, facts=FACTS))
    counter.do("penalties", "new")
    assert house.penalties.row(kept(house)[0]).fine_fen == 0


# what people decide


def test_leaving_the_proposal_wants_a_reason_at_once_and_can_be_taken_back(house: House, counter: Counter):
    def answer(dialog: Any) -> bool:
        dialog.field("fee_fen").set_value(860)
        assert dialog.field("reason").message is None
        dialog.field("fine_fen").edit.setText("50")
        assert dialog.field("reason").message.text == "和规则库建议的不一样，写明改动理由。"
        assert "本次定为\n罚款　50.00 元　伍拾元整" in pane(dialog)
        dialog.field("fee_fen").set_value(900)
        assert dialog.field("fine_fen").value() == 5_000, "what was decided stays"
        click(dialog, "恢复规则库的建议")
        assert dialog.field("fine_fen").value() == 23_000
        assert dialog.field("reason").message is None
        dialog.field("fine_fen").edit.setText("50")
        dialog.field("found_how").set_value("bill")
        dialog.save()
        assert dialog.result() != QDialog.DialogCode.Accepted
        assert "写明改动理由" in dialog.field("reason").message.text
        return fill_in(reason="初次，主动交代", facts=FACTS)(dialog)

    counter.answer = entering(house, house.person(), "168", answer)
    counter.do("penalties", "new")
    row = house.penalties.row(kept(house)[0])
    assert (row.fine_fen, row.change_reason, row.formula) == (5_000, "初次，主动交代", "20×9+50×1")


def test_a_range_names_its_bounds_and_wants_a_reason(house: House, counter: Counter):
    def answer(dialog: Any) -> bool:
        assert dialog.field("fine_fen").message.text == "500—800 元之间"
        assert "按情节定" in dialog.field("reason").message.text
        dialog.field("fine_fen").edit.setText("600")
        return fill_in(found_how="log", facts="发送 12 MB", reason="第二次提醒后再犯")(dialog)

    counter.answer = entering(house, house.person(), "超过 2M", answer)
    counter.do("penalties", "new")
    assert house.penalties.row(kept(house)[0]).fine_fen == 60_000


def test_a_sanction_without_money_goes_to_the_personnel_department_and_asks_for_no_month(
    house: House, counter: Counter
):
    def answer(dialog: Any) -> bool:
        assert (dialog.field("sanction").value(), dialog.field("execution").value()) == ("pay_cut", "hr")
        assert not dialog.field("first_month").isVisibleTo(dialog)
        return fill_in(found_how="copy", facts="转发笑话")(dialog)

    counter.answer = entering(house, house.person(), "转发与工作无关", answer)
    counter.do("penalties", "new")
    row = house.penalties.row(kept(house)[0])
    assert (row.sanction, row.execution, row.state) == ("降薪", "hr", "issued")


def test_the_deduction_is_spread_over_instalments_from_the_month_that_was_chosen(house: House, counter: Counter):
    values = {"found_how": "bill", "fee_fen": 860, "facts": FACTS, "first_month": "2027-02", "instalments": 3}
    counter.answer = entering(house, house.person(), "168", fill_in(**values))
    counter.do("penalties", "new")
    plan = house.penalties.plan_of(kept(house)[0])
    assert plan == (("2027-02", 7_400), ("2027-03", 7_400), ("2027-04", 7_400))


FILLED: tuple[tuple[str, Any], ...] = (
    ("staff", "傅强"),
    ("act", "168"),
    ("occurred_on", date(2026, 12, 1)),
    ("occurred_at", "14:05"),
    ("found_how", "bill"),
    ("fee_fen", "8.60"),
    ("times", 2),
    ("fine_fen", "50"),
    ("clause", "002/12.九"),
    ("reason", "主动交代"),
    ("instalments", 2),
)


@pytest.mark.parametrize("turn", range(0, len(FILLED), 2))
@pytest.mark.parametrize("backwards", [False, True])
def test_the_order_in_which_the_fields_are_filled_does_not_change_what_is_kept(
    house: House, counter: Counter, turn: int, backwards: bool
):
    staff = house.person("傅强")
    order = [*FILLED[turn:], *FILLED[:turn]]
    if backwards:
        order.reverse()
    order.sort(key=lambda one: one[0] == "clause")  # it is offered once person and act are known

    def answer(dialog: Any) -> bool:
        if dialog.windowTitle() != "登记处罚":
            return leave(dialog)
        for name, value in order:
            if name == "staff":
                pick(dialog, house, staff)
            elif name == "act":
                pick_act(dialog, value)
            elif name in ("fee_fen", "fine_fen"):
                dialog.field(name).edit.setText(value)
            else:
                dialog.field(name).set_value(value)
        return fill_in()(dialog)

    counter.prompter.answers.append(True)  # the act was picked after the facts: its usual words have blanks
    counter.answer = answer
    counter.do("penalties", "new")
    row = house.penalties.row(kept(house)[0])
    assert (row.clause, row.fine_fen, row.recovery_fen, row.sanction, row.execution) == (
        "002/12.九",
        5_000,
        860,
        "追缴 + 罚款 + 停机",
        "payroll",
    )
    assert (row.occurred_on, row.occurred_at, row.change_reason) == (date(2026, 12, 1), "14:05", "主动交代")
    assert row.facts.startswith("2026 年 12 月 1 日 14 时 5 分")
    assert house.penalties.plan_of(row.id) == (("2027-01", 2_930), ("2027-02", 2_930))


# evidence, drafts, keys


def test_evidence_is_kept_with_the_case_and_an_empty_file_refused(house: House, counter: Counter, tmp_path: Path):
    bill, empty = tmp_path / "账单.txt", tmp_path / "空.txt"
    bill.write_text("16899168 8.60", encoding="utf-8")
    empty.write_bytes(b"")
    counter.prompter.answers.extend((empty, bill))

    def answer(dialog: Any) -> bool:
        field = dialog.field("evidence")
        click(dialog, "添加文件或扫描件…")
        assert "是空文件" in field.message.text
        click(dialog, "添加文件或扫描件…")
        assert (field.message, field.value()) == (None, (bill,))
        return fill_in(found_how="bill", fee_fen=860, facts=FACTS)(dialog)

    counter.answer = entering(house, house.person(), "168", answer)
    counter.do("penalties", "new")
    (record,) = kept(house)
    assert [one.name for one in house.penalties.attached("penalty", record, "evidence")] == ["账单.txt"]
    assert house.penalties.row(record).evidence == 1


def test_evidence_that_went_away_keeps_the_case_from_being_entered(house: House, counter: Counter, tmp_path: Path):
    bill = tmp_path / "账单.txt"
    bill.write_text("16899168 8.60", encoding="utf-8")

    def answer(dialog: Any) -> bool:
        dialog.field("evidence").add(bill)
        bill.unlink()
        saved = fill_in(found_how="bill", fee_fen=860, facts=FACTS)(dialog)
        assert "账单.txt 读不出来" in words(dialog)
        return saved

    counter.answer = entering(house, house.person(), "168", answer)
    counter.do("penalties", "new")
    assert kept(house) == []
    assert house.desk.sequences.last("CF", 2026) == 0


def test_a_draft_keeps_what_was_decided_and_what_was_left_to_the_rulebook(house: House, counter: Counter):
    staff = house.person()

    def keep(dialog: Any) -> bool:
        dialog.field("fee_fen").set_value(860)
        dialog.field("fine_fen").edit.setText("50")
        dialog.field("reason").set_value("主动交代")
        QTest.qWaitForWindowActive(dialog)
        QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert dialog.result() == QDialog.DialogCode.Accepted
        dialog.done(dialog.result())
        return True

    counter.answer = entering(house, staff, "168", keep)
    counter.do("penalties", "new")
    (record,) = kept(house)
    assert (house.penalties.row(record).state, house.penalties.row(record).number) == ("draft", "")
    assert counter.window.told == ["已存草稿，没有编号"]
    entry = house.penalties.entry(record)
    assert (entry.fine_fen, entry.recovery_fen, entry.sanctions, entry.found_how) == (5_000, None, None, "")

    def go_on(dialog: Any) -> bool:
        assert dialog.field("fine_fen").value() == 5_000
        assert dialog.field("found_how").value() == ""
        return fill_in(found_how="bill", facts=FACTS)(dialog)

    counter.answer = lambda dialog: go_on(dialog) if dialog.windowTitle() == "登记处罚" else leave(dialog)
    counter.do("penalties", "edit", record)
    row = house.penalties.row(record)
    assert (row.state, row.number, row.fine_fen) == ("issued", "CF-2026-0001", 5_000)


def test_what_was_entered_before_a_crash_is_there_again(house: House, counter: Counter):
    staff = house.person()

    def crash(dialog: Any) -> bool:
        dialog.field("fee_fen").set_value(860)
        dialog.field("fine_fen").edit.setText("50")
        dialog.field("clause").set_value("002/12.九")
        dialog.keep_draft()
        dialog.done(QDialog.DialogCode.Rejected)
        return False

    counter.answer = entering(house, staff, "168", crash)
    counter.do("penalties", "new")
    seen: list[Any] = []

    def look(dialog: Any) -> list[Any]:
        return [dialog.field(name).value() for name in ("staff", "fee_fen", "fine_fen", "clause")]

    counter.answer = looking(seen, look)
    counter.do("penalties", "new")
    assert seen[0] == [staff, 860, 5_000, "002/12.九"]
    counter.answer = entering(house, staff, "168", lambda dialog: not dialog.reject())
    counter.prompter.answers.append(True)
    counter.do("penalties", "new")
    assert house.desk.drafts.get("penalty") is None, "thrown away by the clerk"


def test_what_is_known_of_a_call_is_filled_in(house: House, counter: Counter):
    start = PenaltyEntry(
        staff=house.person(),
        occurred_on=TODAY,
        act="call_168",
        fee_fen=860,
        found_how="bill",
        source="bill:2026-11:214",
    )
    counter.answer = fill_in(facts=FACTS)
    record = ask_penalty(counter.bench, start=start)
    assert record is not None
    row = house.penalties.row(record)
    assert (row.source, row.fine_fen, row.found_how) == ("bill:2026-11:214", 22_200, "bill")


def test_what_is_missing_keeps_the_dialog_open_and_takes_no_number(house: House, counter: Counter):
    def answer(dialog: Any) -> bool:
        saved = fill_in(fee_fen=860)(dialog)
        assert "1 处须改" in words(dialog)
        return saved

    counter.answer = entering(house, house.person(), "168", answer)
    counter.do("penalties", "new")
    assert kept(house) == []
    assert house.desk.sequences.last("CF", 2026) == 0


def test_the_cursor_goes_where_the_clerk_goes_on_and_tab_follows_the_eye(house: House, counter: Counter):
    def answer(dialog: Any) -> bool:
        QTest.qWaitForWindowActive(dialog)
        pick(dialog, house, house.person())
        assert dialog.field("occurred_on").has_focus()
        QTest.keyClicks(QApplication.focusWidget(), "+0")
        assert dialog.field("occurred_on").value() == TODAY, "typing replaces the day that stands there"
        pick_act(dialog, "168")
        assert dialog.field("fee_fen").has_focus()
        passed = []
        for _ in range(14):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            passed += [one.name for one in dialog.fields if focused in one._editors]
        order = ["times", "facts", "evidence", "clause", "sanction", "fine_fen", "recovery_fen", "execution",
                 "first_month", "instalments", "reason"]  # fmt: skip
        assert passed[: len(order)] == order
        unnamed = [one for one in dialog.fields for editor in one._editors if not editor.accessibleName()]
        assert unnamed == []
        dialog.done(QDialog.DialogCode.Rejected)
        return False

    counter.answer = answer
    counter.do("penalties", "new")


def test_escape_leaves_an_untouched_dialog_and_asks_for_a_changed_one(house: House, counter: Counter):
    counter.answer = leave
    counter.do("penalties", "new")
    assert counter.prompter.asked == []

    def answer(dialog: Any) -> bool:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible(), "the clerk goes on"
        dialog.done(QDialog.DialogCode.Rejected)
        return False

    counter.answer = entering(house, house.person(), "168", answer)
    counter.do("penalties", "new")
    assert counter.prompter.texts("confirm") == ["填写的内容还没有保存。放弃后不能找回。"]


def test_the_first_blank_of_the_facts_is_ready_to_be_filled_in(house: House, counter: Counter):
    seen: list[str] = []

    def look(dialog: Any) -> str:
        dialog.field("facts").edit.insertPlainText("全体同事")
        return str(dialog.field("facts").value())

    counter.answer = entering(house, house.person(), "转发与工作无关", looking(seen, look))
    counter.do("penalties", "new")
    assert "当事人向全体同事转发主题为“＿＿”的邮件" in seen[0]


def test_what_was_found_in_a_bill_is_not_mixed_up_with_what_was_left_of_another(house: House, counter: Counter):
    first, second = house.person(), house.person("程思思")
    values = {"occurred_on": TODAY, "act": "call_168", "found_how": "bill"}

    def crash(dialog: Any) -> bool:
        dialog.field("fee_fen").set_value(999)
        dialog.keep_draft()
        dialog.done(QDialog.DialogCode.Rejected)
        return False

    seen: list[Any] = []
    look = looking(seen, lambda one: (one.field("staff").value(), one.field("fee_fen").value()))
    for staff, source, answer in ((first, "bill:1", crash), (second, "bill:2", look), (first, "bill:1", look)):
        counter.answer = answer
        ask_penalty(counter.bench, start=PenaltyEntry(staff=staff, fee_fen=860, source=source, **values))
    counter.answer = look
    counter.do("penalties", "new")
    assert seen == [(second, 860), (first, 999), (None, 0)]


def test_a_case_is_entered_from_wherever_the_clerk_is(house: House, counter: Counter):
    entries = Entries(house.office, lambda _what: None, lambda _backup: None).all()
    (entry,) = [one for one in entries if one.action.key == "penalty"]
    assert (entry.menu, entry.action.shortcut, entry.action.reads) == ("record", "Ctrl+Shift+P", False)
    entry.action.run(counter.bench, ())
    assert counter.titles == ["登记处罚"]
