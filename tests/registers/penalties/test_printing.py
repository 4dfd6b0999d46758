"""The papers of cases from the buttons: what is shown, kept, printed once more, and said to the clerk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.catalogue import register_of
from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.registers.penalties import printing
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.rulebook.entries import MONEY_WORD
from desk_mailadmin.ui.dialogs.preview_job import BatchJob, PreviewJob, Printed, SheetChoice
from tests.registers.builders import DOMAIN, TODAY, House
from tests.registers.counter import Counter, fill_in
from tests.registers.penalties.cases import Cases, flat


@pytest.fixture
def cases(house: House) -> Cases:
    return Cases(house)


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


class Printer:
    """A preview whose every sheet a printer takes; keeps the jobs and what was on them."""

    def __init__(self) -> None:
        self.jobs: list[Any] = []
        self.texts: list[str] = []

    def __call__(self, job: Any) -> bool:
        self.jobs.append(job)
        if isinstance(job, BatchJob):
            return False
        choice = SheetChoice(tuple(range(max(1, len(job.copies)))))
        pdf = job.render(choice)
        self.texts.append(flat(text_of_pdf(pdf)))
        job.printed(Printed(pdf, choice, "打印机", 1))
        return True


@pytest.fixture
def printer(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> Printer:
    made = Printer()
    monkeypatch.setattr(counter.bench, "open_preview", made)
    return made


def test_a_notice_is_printed_in_three_copies_kept_and_marked(cases: Cases, counter: Counter, printer: Printer):
    record = cases.entered()
    counter.do("penalties", "print", record)
    (job,) = printer.jobs
    assert isinstance(job, PreviewJob)
    assert job.title == "违规处理通知单　CF-2026-0001"
    assert job.copies == ("第一联　办公室存根", "第二联　当事人", "第三联　财务部执行")
    assert all(words in printer.texts[0] for words in ("第一联", "第二联", "第三联", "回执联", "执行联"))
    assert counter.window.told == ["已打印 CF-2026-0001 违规处理通知单"]
    row = cases.service.row(record)
    assert row.printed
    assert register_of("penalties").next_step(row) == "sign"
    assert "penalties" in cases.house.announced


def test_several_notices_and_a_reversal_go_out_as_one_batch(cases: Cases, counter: Counter, printer: Printer):
    first = cases.signed()
    second = cases.entered("forward_harmful", fee_fen=0)
    offset = cases.service.reverse(first, TODAY, "清单更正。", "赵启明")
    counter.do("penalties", "print", first, second, offset)
    (job,) = printer.jobs
    assert isinstance(job, BatchJob)
    assert [drawing.paper.form for drawing in job.drawings] == ["penalty_notice", "penalty_notice", "reversal_slip"]
    assert job.anew(job.drawings[2].paper).form == "reversal_slip"
    assert counter.window.told == [], "the queue tells by itself"


def test_the_list_for_payroll_asks_for_the_month_where_there_are_several(
    cases: Cases, counter: Counter, printer: Printer
):
    cases.signed(instalments=2)
    counter.prompter.answers.append("1")
    counter.do("penalties", "print_deductions")
    assert counter.prompter.asked == [("choose", "打印哪个月的扣款清单？")]
    assert "扣款月份：2027年2月" in printer.texts[0]
    assert (printer.jobs[0].title, printer.jobs[0].pages) == ("工资扣款清单", 0)
    assert counter.window.told == ["已打印 2027 年 2 月工资扣款清单"]
    kept = cases.house.services["papers"].latest("deduction_list", 202_702, "payroll_deduction")
    assert kept is not None
    counter.do("penalties", "reprint_deductions")
    assert "补打" in printer.texts[1]
    assert "扣款月份：2027年2月" in printer.texts[1]


def test_without_anything_to_deduct_the_clerk_is_told_why(cases: Cases, counter: Counter, printer: Printer):
    cases.entered()
    counter.do("penalties", "print_deductions")
    assert "没有要从工资扣的款；签收以后才列入清单。" in counter.prompter.asked[0][1]
    counter.do("penalties", "reprint_deductions")
    assert "还没有打印过，先打印。" in counter.prompter.asked[1][1]
    assert printer.jobs == []


def test_cash_shows_its_receipt_at_once(cases: Cases, counter: Counter, printer: Printer):
    record = cases.signed(execution="cash")
    counter.answer = fill_in(amount=10_000)
    counter.do("penalties", "cash", record)
    assert printer.jobs[0].title == "收款收据　SK-2026-0001"
    assert "人民币（大写）壹佰元整（小写）¥100.00" in printer.texts[0]
    assert counter.window.told[-1] == "已打印 SK-2026-0001 收款收据"


def test_a_waiver_a_decision_and_a_reversal_show_their_papers_at_once(cases: Cases, counter: Counter, printer: Printer):
    waived, appealed = cases.signed(), cases.appealed(act="big_mail", fee_fen=0, fine_fen=50_000, reason="首次")
    counter.answer = fill_in(amount=9_800, reason="因病住院。", approver="孙立人")
    counter.do("penalties", "waive", waived)
    counter.answer = fill_in(decision="upheld", reason="事实清楚。", by="赵启明")
    counter.do("penalties", "decide", appealed)
    counter.answer = fill_in(reason="清单更正。", approver="赵启明")
    counter.do("penalties", "reverse", waived)
    assert [job.title for job in printer.jobs] == [
        "减免审批单　CF-2026-0001",
        "申诉处理决定　CF-2026-0002",
        "冲销单　CF-2026-0003",
    ]


def test_a_dialog_that_is_left_prints_nothing(cases: Cases, counter: Counter, printer: Printer):
    counter.do("penalties", "cash", cases.signed(execution="cash"))
    assert printer.jobs == []


def test_other_papers_are_chosen_from_what_the_case_has(cases: Cases, counter: Counter, printer: Printer):
    record = cases.signed(act="call_160", fee_fen=1_200, execution="cash")
    counter.do("penalties", "print_other", record)
    assert printer.jobs[-1].title == "停机（保号）通知单　CF-2026-0001"
    assert counter.prompter.asked == [], "there is one alone"
    cases.service.pay_cash(record, 1_200, TODAY)
    counter.prompter.answers.append("1")
    counter.do("penalties", "print_other", record)
    assert counter.prompter.asked == [("choose", "打印哪一张？")]
    assert printer.jobs[-1].title == "收款收据　SK-2026-0001"


def test_a_case_without_other_papers_says_when_there_are_some(cases: Cases, counter: Counter, printer: Printer):
    counter.do("penalties", "print_other", cases.entered())
    assert "收现金、减免、申诉决定以后才有。" in counter.prompter.asked[0][1]


def test_a_reprint_is_what_was_printed_with_a_stamp(cases: Cases, counter: Counter, printer: Printer):
    record = cases.entered()
    counter.do("penalties", "reprint", record)
    assert "还没有打印过，先打印。" in counter.prompter.asked[0][1]
    counter.do("penalties", "print", record)
    cases.service.sign(record, TODAY)
    counter.do("penalties", "reprint", record)
    assert printer.texts[1].startswith(printer.texts[0][:200])
    assert "补打" in printer.texts[1]
    assert "补打" not in printer.texts[0]
    prints = cases.house.services["papers"].prints_of("penalty", record)
    assert [one.reprint for one in prints] == [0, 1]


def test_two_receipts_for_cash_are_two_papers_to_reprint(cases: Cases, counter: Counter, printer: Printer):
    record = cases.signed(execution="cash")
    for fen in (10_000, 12_200):
        cases.service.pay_cash(record, fen, TODAY)
        printing.print_cash_receipt(counter.bench, record)
    counter.prompter.answers.append("0")
    counter.do("penalties", "reprint", record)
    assert "SK-2026-0001" in printer.texts[2]
    assert "补打" in printer.texts[2]


def test_what_cannot_be_printed_is_locked_with_its_reason(cases: Cases):
    draft = cases.service.draft(PenaltyEntry(staff=cases.staff, occurred_on=TODAY, act="call_168"))
    row = cases.service.row(draft)
    for action in register_of("penalties").actions:
        if action.key in ("print", "print_other", "reprint"):
            assert action.locked is not None
            assert action.locked(row) == "还是草稿，登记以后才能打印"


def test_a_notice_goes_out_by_mail_and_only_a_signature_says_that_it_arrived(cases: Cases, house: House):
    house.mailbox(f"zhouwenbo@{DOMAIN}")
    record = cases.entered()
    sendable = house.deliveries.sendable("penalty", record)
    assert (sendable.form, sendable.number, sendable.comes_back) == ("penalty_notice", "CF-2026-0001", True)
    assert sendable.draw().data["amount"] == "222.00"
    assert "send_by_mail" in [action.key for action in register_of("penalties").actions]
    cases.service.sign(record, TODAY)
    offset = cases.service.reverse(record, TODAY, "清单更正。", "赵启明")
    sendable = house.deliveries.sendable("penalty", offset)
    assert (sendable.form, sendable.comes_back) == ("reversal_slip", False)


def test_a_real_preview_opens_on_the_notice(cases: Cases, counter: Counter):
    counter.do("penalties", "print", cases.entered())
    assert len(counter.titles) == 1
    assert "CF-2026-0001" in counter.titles[0]


def test_a_case_that_was_entered_shows_its_notice_at_once(cases: Cases, counter: Counter, printer: Printer):
    draft = cases.service.draft(
        PenaltyEntry(staff=cases.staff, occurred_on=TODAY, act="call_168", fee_fen=860, facts="账单核对属实。")
    )
    counter.answer = fill_in()
    counter.do("penalties", "edit", draft)
    assert [job.title for job in printer.jobs] == ["违规处理通知单　CF-2026-0001"]
    assert counter.window.told == ["已开出 CF-2026-0001", "已打印 CF-2026-0001 违规处理通知单"]


def test_an_empty_notice_has_the_offices_word_and_days_and_lines_to_write_on(
    cases: Cases, counter: Counter, printer: Printer
):
    cases.house.decide(MONEY_WORD, "经济处理")
    counter.do("penalties", "blank")
    assert printer.jobs[0].title == "违规处理通知单（空白）"
    assert "经济处理" in printer.texts[0]
    assert "自签收之日起5个工作日内" in printer.texts[0]
    assert "周文博" not in printer.texts[0]
    assert cases.house.services["papers"].prints_of("penalty", 0) == ()


def test_the_panel_shows_the_scan_of_the_signed_notice_and_pictures_the_right_sheet(cases: Cases):
    record = cases.signed()
    with cases.house.desk.work("penalty.attach") as work:
        cases.house.desk.attachments.keep(work, "penalty", record, "signature.person", "signed.pdf", b"%PDF-1.4")
    detail = cases.service.detail(record)
    (served,) = [step for step in detail.steps if step.title == "本人签收"]
    assert [scan.name for scan in served.attachments] == ["signed.pdf"]
    assert detail.sheet == "penalty_notice"
    offset = cases.service.reverse(record, TODAY, "清单更正。", "赵启明")
    assert cases.service.detail(offset).sheet == "reversal_slip"


def test_the_notice_of_a_stopped_line_brings_the_notice_to_stop_it_once(
    cases: Cases, counter: Counter, printer: Printer
):
    record = cases.entered("call_160", fee_fen=1_200)
    counter.do("penalties", "print", record)
    counter.do("penalties", "print", record)
    titles = ["违规处理通知单　CF-2026-0001", "停机（保号）通知单　CF-2026-0001", "违规处理通知单　CF-2026-0001"]
    assert [job.title for job in printer.jobs] == titles
    assert "复机日期2027年1月3日" in printer.texts[1]
