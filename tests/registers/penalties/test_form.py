"""The deeds of a case in their dialogs: what the clerk sees, enters and is told, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desk_mailadmin.catalogue import register_of
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.rules import CAP_PERCENT
from tests.registers.builders import TODAY, House
from tests.registers.counter import Counter, fill_in, leave, sign_with
from tests.registers.penalties.conftest import first, refused, words

SUM = 22_200


def case(house: House, **entry: Any) -> int:
    return house.served(house.person(), **entry)


def unrelated(house: House) -> int:
    """A served case without money."""
    entry = PenaltyEntry(staff=house.person("高丹"), occurred_on=TODAY, act="forward_unrelated")
    record = house.penalties.enter(entry)
    house.penalties.sign(record, TODAY)
    return record


def appealed(house: House) -> int:
    record = case(house)
    house.penalties.appeal(record, TODAY, "电话不是我打的")
    return record


def looking(seen: list[str]) -> Callable[[Any], bool]:
    def answer(dialog: Any) -> bool:
        seen.append(words(dialog))
        return leave(dialog)

    return answer


def locked(house: House, action: str, record: int) -> str:
    """Why an action is locked for a case; empty where it is not."""
    (found,) = [one for one in register_of("penalties").actions if one.key == action]
    return found.locked(house.penalties.row(record)) if found.locked else ""


# served


def test_a_notice_is_signed_with_the_day_on_the_paper(house: House, counter: Counter):
    record = house.issued(occurred_on=TODAY - timedelta(days=2))
    seen: list[str] = []

    def answer(dialog: Any) -> bool:
        seen.append(words(dialog))
        return sign_with()(dialog)

    counter.answer = answer
    counter.do("penalties", "sign", record)
    row = house.penalties.row(record)
    assert (row.state, row.signed_on) == ("signed", TODAY)
    assert "拨打 168 声讯台　罚款 222.00 元" in seen[0]
    assert counter.window.told == ["已登记 CF-2026-0001 签收，申诉期到 2026-12-10"]
    assert locked(house, "sign", record) == "已经登记签收"


def test_a_refusal_in_the_signature_dialog_asks_for_opinion_and_witness(house: House, counter: Counter):
    record = house.issued()
    counter.answer = sign_with(agreed="no", opinion="不认账")
    counter.do("penalties", "sign", record)
    assert house.penalties.row(record).state == "issued", "nobody saw it"
    counter.answer = sign_with(agreed="no", opinion="不认账", witness="程思思")
    counter.do("penalties", "sign", record)
    row = house.penalties.row(record)
    assert (row.state, row.refusal, row.witness) == ("refused", "不认账", "程思思")
    assert counter.window.told == ["已登记 CF-2026-0001 拒签，申诉期到 2026-12-10"]


def test_a_refusal_is_registered_by_its_own_dialog_too(house: House, counter: Counter):
    record = house.issued()
    seen: list[str] = []
    counter.answer = refused(seen, reason="不认账")
    counter.do("penalties", "refuse", record)
    assert "见证人：还没有填" in seen[0] or "1 处须改" in seen[0]
    counter.answer = fill_in(reason="不认账", witness="程思思")
    counter.do("penalties", "refuse", record)
    assert house.penalties.row(record).witness == "程思思"
    assert counter.window.told == ["已登记拒签　CF-2026-0001"]


def test_a_scanned_notice_opens_its_signature_and_a_signed_one_its_case(house: House, counter: Counter):
    scanned = register_of("penalties").scanned
    assert scanned is not None
    record = house.issued()
    scanned(counter.bench, record)
    assert (counter.titles, counter.window.shown) == (["登记签收　扫码打开"], [("penalties", record)])
    house.penalties.sign(record, TODAY)
    scanned(counter.bench, record)
    assert len(counter.titles) == 1, "the case alone is shown"


# appealed


def test_an_appeal_is_entered_and_stops_the_deduction(house: House, counter: Counter):
    record = case(house)
    seen: list[str] = []
    counter.answer = refused(seen)
    counter.do("penalties", "appeal", record)
    assert house.penalties.row(record).state == "signed"
    counter.answer = fill_in(appeal="电话不是我打的")
    counter.do("penalties", "appeal", record)
    assert house.penalties.row(record).state == "appealed"
    assert counter.window.told == ["已登记申诉　CF-2026-0001"]


def test_an_appeal_is_upheld_and_what_was_said_stands_above(house: House, counter: Counter):
    record = appealed(house)
    seen: list[str] = []

    def answer(dialog: Any) -> bool:
        seen.append(words(dialog))
        assert not dialog.field("due").isEnabled()
        return fill_in(reason="账单核对属实", by="王志刚")(dialog)

    counter.answer = first(answer)
    counter.do("penalties", "decide", record)
    assert "申诉：电话不是我打的" in seen[0]
    row = house.penalties.row(record)
    assert (row.state, row.decision, row.rest_fen) == ("signed", "upheld", SUM)
    assert counter.titles == ["登记申诉决定", counter.titles[1]], "the decision is shown for printing"


def test_a_changed_decision_lowers_the_sum_and_replaces_the_sanction(house: House, counter: Counter):
    record = appealed(house)
    seen: list[str] = []
    decided = {"decision": "changed", "reason": "话费重核", "by": "王志刚"}
    counter.answer = refused(seen, **decided)
    counter.do("penalties", "decide", record)
    assert "决定变更，要改应扣的金额或处理。" in seen[0]
    counter.answer = refused(seen, **decided, due=SUM + 1)
    counter.do("penalties", "decide", record)
    assert "申诉不加重" in seen[1]

    def answer(dialog: Any) -> bool:
        dialog.field("decision").set_value("changed")
        assert dialog.field("due").isEnabled()
        return fill_in(**decided, due=10_000, sanction="criticism")(dialog)

    counter.answer = first(answer)
    counter.do("penalties", "decide", record)
    row = house.penalties.row(record)
    assert (row.waived_fen, row.rest_fen, row.sanction) == (12_200, 10_000, "罚款 + 批评教育")


def test_a_withdrawn_case_owes_back_what_was_paid_and_it_is_paid_back(house: House, counter: Counter):
    record = case(house)
    house.penalties.pay_cash(record, 20_000, TODAY, "收据 12")
    house.penalties.appeal(record, TODAY, "冤枉")
    counter.answer = first(fill_in(decision="withdrawn", reason="查证属实", by="王志刚"))
    counter.do("penalties", "decide", record)
    assert house.penalties.row(record).rest_fen == -20_000
    seen: list[str] = []
    counter.answer = refused(seen, amount=20_001)
    counter.do("penalties", "refund", record)
    assert "已收 200.00 元，不能退或更正 200.01 元" in seen[0]
    counter.answer = fill_in(reference="付款 3")
    counter.do("penalties", "refund", record)
    assert house.penalties.row(record).rest_fen == 0
    assert counter.window.told[-1] == "已退款或更正　CF-2026-0001"
    assert locked(house, "refund", record) == "没有收过钱，不用退款或更正"


# the personnel department


def test_cases_are_reported_together_and_the_reply_is_kept(house: House, counter: Counter):
    records = [unrelated(house), unrelated_of(house, "王婷")]
    seen: list[str] = []

    def answer(dialog: Any) -> bool:
        seen.append(words(dialog))
        return fill_in()(dialog)

    counter.answer = answer
    counter.do("penalties", "report", *records)
    assert "共 2 件。" in seen[0]
    assert {house.penalties.row(one).state for one in records} == {"reported"}
    counter.answer = fill_in(reply="自 2027 年 1 月降一级工资")
    counter.do("penalties", "reply", records[0])
    assert "自 2027 年 1 月降一级工资" in str(house.penalties.detail(records[0]).steps)
    assert locked(house, "report", records[0]) == "已经报过人力资源部"


def unrelated_of(house: House, name: str) -> int:
    entry = PenaltyEntry(staff=house.person(name), occurred_on=TODAY, act="forward_unrelated")
    record = house.penalties.enter(entry)
    house.penalties.sign(record, TODAY)
    return record


# money


def test_a_part_is_waived_with_reason_and_approver(house: House, counter: Counter):
    record = case(house)
    seen: list[str] = []
    counter.answer = refused(seen, amount=SUM + 1, reason="困难", approver="王志刚")
    counter.do("penalties", "waive", record)
    assert "超过未结清的 222.00 元" in seen[0]
    counter.answer = refused(seen, amount=10_000)
    counter.do("penalties", "waive", record)
    assert "2 处须改" in seen[1]
    counter.answer = first(fill_in(amount=10_000, reason="困难", approver="王志刚"))
    counter.do("penalties", "waive", record)
    row = house.penalties.row(record)
    assert (row.waived_fen, row.rest_fen, row.approver) == (10_000, 12_200, "王志刚")
    assert counter.window.told[0] == "已减免　CF-2026-0001"


def test_a_reversal_says_where_it_is_booked_and_shows_the_new_case(house: House, counter: Counter):
    record = case(house)
    house.penalties.pay_cash(record, 5_000, TODAY)
    seen: list[str] = []

    def answer(dialog: Any) -> bool:
        seen.append(words(dialog))
        return fill_in(reason="记错了人", approver="王志刚")(dialog)

    counter.answer = first(answer)
    counter.do("penalties", "reverse", record)
    assert "在 2026 年 12 月开一张新号冲销这一件" in seen[0]
    row = house.penalties.row(record)
    assert (row.state, row.reversed_by, row.rest_fen) == ("reversed", "CF-2026-0002", -5_000)
    offset = house.penalties.numbered("CF-2026-0002")
    assert ("penalties", offset) in counter.window.shown
    assert locked(house, "reverse", record) == "现在是“被冲销”"


def test_a_case_that_was_not_served_is_voided_and_keeps_its_number(house: House, counter: Counter):
    record = house.issued()
    counter.answer = fill_in(reason="录错人")
    counter.do("penalties", "void", record)
    row = house.penalties.row(record)
    assert (row.state, row.number, row.due_fen) == ("void", "CF-2026-0001", 0)
    assert locked(house, "void", case(house, act="alarm_phone")) == "现在是“已签收”"


def test_cash_closes_the_case_and_more_than_is_owed_is_refused(house: House, counter: Counter):
    record = case(house, execution="cash")
    seen: list[str] = []
    counter.answer = refused(seen, amount=SUM + 1)
    counter.do("penalties", "cash", record)
    assert "超过未结清的 222.00 元" in seen[0]
    counter.answer = first(fill_in(reference="收据 12"))
    counter.do("penalties", "cash", record)
    row = house.penalties.row(record)
    assert (row.state, row.deducted_fen) == ("deducted", SUM)
    assert house.penalties.trail(record)[-1].reference == "收据 12"
    assert locked(house, "cash", record) == "没有未结清的金额"


def test_typing_replaces_the_sum_that_is_proposed(house: House, counter: Counter):
    record = case(house, execution="cash")
    seen: list[Any] = []

    def answer(dialog: Any) -> bool:
        dialog.show()
        QTest.qWaitForWindowActive(dialog)
        QTest.qWait(0)
        QTest.keyClicks(QApplication.focusWidget(), "50")
        seen.append(dialog.field("amount").value())
        dialog.done(QDialog.DialogCode.Rejected)
        return False

    counter.answer = answer
    counter.do("penalties", "cash", record)
    assert seen == [5_000]


def test_the_plan_is_spread_as_far_as_the_wage_has_room_and_told(house: House, counter: Counter):
    house.decide(CAP_PERCENT, 20)
    record = case(house)
    seen: list[str] = []
    counter.answer = fill_in(monthly_fen=40_000)
    counter.do("penalties", "wage", record)
    assert house.penalties.wage_of(house.penalties.row(record).staff) == 40_000

    def answer(dialog: Any) -> bool:
        seen.append(words(dialog))
        return fill_in(first_month="2027-02", instalments=2)(dialog)

    counter.answer = answer
    counter.do("penalties", "plan", record)
    assert "未结清 222.00 元。每月最多扣 80.00 元（不超过工资的 20 %）" in seen[0]
    assert house.penalties.plan_of(record) == (("2027-02", 8_000), ("2027-03", 8_000), ("2027-04", 6_200))
    assert counter.window.told == [
        "已登记月工资　CF-2026-0001",
        "已排好 CF-2026-0001 的扣款：2027 年 2 月 80.00 元、2027 年 3 月 80.00 元、2027 年 4 月 62.00 元",
    ]


def test_a_wage_without_a_cap_is_said_to_be_of_no_use_yet(house: House, counter: Counter):
    record = case(house)
    seen: list[str] = []
    counter.answer = looking(seen)
    counter.do("penalties", "wage", record)
    house.decide(CAP_PERCENT, 20)
    counter.do("penalties", "wage", record)
    assert "现在没有设上限" in seen[0]
    assert "现在没有设上限" not in seen[1]


def test_closed_months_are_not_offered_for_a_plan(house: House, counter: Counter):
    record = case(house)
    house.close_month("2026-12")
    offered: list[str] = []

    def answer(dialog: Any) -> bool:
        combo = dialog.field("first_month").combo
        offered.extend(combo.itemData(place) for place in range(combo.count()))
        return leave(dialog)

    counter.answer = answer
    counter.do("penalties", "plan", record)
    assert offered[0] == "2027-01"


def test_a_stopped_line_is_said_to_work_again(house: House, counter: Counter):
    record = case(house, clause="002/12.九")
    seen: list[str] = []

    def answer(dialog: Any) -> bool:
        seen.append(words(dialog))
        return fill_in()(dialog)

    house.later(40)
    counter.answer = answer
    counter.do("penalties", "reopen", record)
    assert "停机到 2027-01-03。" in seen[0]
    assert counter.window.told == ["已登记复机　CF-2026-0001"]


# files


def test_evidence_and_the_signed_notice_are_attached(house: House, counter: Counter, tmp_path: Path):
    record = case(house)
    bill, empty, missing = tmp_path / "账单.txt", tmp_path / "空.txt", tmp_path / "没有.txt"
    bill.write_text("16899168 8.60", encoding="utf-8")
    empty.write_bytes(b"")
    for path in (bill, empty, missing):
        counter.prompter.answers.append(path)
        counter.do("penalties", "evidence", record)
    assert [one.name for one in house.penalties.attached("penalty", record, "evidence")] == ["账单.txt"]
    assert counter.window.told == ["已附上 账单.txt"]
    warned = counter.prompter.texts("warn")
    assert warned[0] == "空.txt 是空文件，没有收下。"


def test_a_draft_is_deleted_at_once_and_comes_back(house: House, counter: Counter):
    record = house.penalties.draft(PenaltyEntry(staff=house.person(), occurred_on=TODAY, act="alarm_phone"))
    counter.do("penalties", "drop", record)
    assert house.penalties.keys(Query()).tolist() == []
    assert counter.window.told == ["已删除周文博的处罚草稿"]
    deed = house.desk.last_deed()
    assert deed is not None
    house.desk.undo(deed.seq)
    assert house.penalties.row(record).state == "draft"


@pytest.mark.parametrize("action", ["sign", "waive", "reverse", "cash", "plan", "appeal", "void", "report"])
def test_nothing_is_done_to_a_case_of_a_hand_kept_ledger(house: House, action: str):
    record = house.past_case(house.person(), TODAY - timedelta(days=400))
    assert locked(house, action, record) == "旧台账转入的记录不再变动"
