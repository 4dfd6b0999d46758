from __future__ import annotations

from datetime import timedelta

from desk_mailadmin.kernel.detail import Step
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from tests.registers.builders import DOMAIN, TODAY, House


def steps(house: House, record: int) -> tuple[Step, ...]:
    return house.applications.detail(record).steps


def told(house: House, record: int) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(step.title, step.state.value, step.actions) for step in steps(house, record)]


def test_a_draft_asks_to_be_filled_in(house: House):
    record = house.applications.draft(ApplicationEntry(house.person()))
    detail = house.applications.detail(record)
    assert (detail.title, detail.subtitle) == ("周文博", "（未编号）　电子邮件开户申请表")
    assert told(house, record) == [("填写", "now", ("edit", "void"))]


def test_the_facts_are_those_of_the_sheet_and_mobiles_are_personal(house: House):
    record = house.signing(house.person(emp_no="A10417", post="经理"), mobile="13817170137")
    detail = house.applications.detail(record)
    facts = {fact.label: fact.value for fact in detail.facts}
    assert facts == {
        "部门": "总部 / 国际业务部",
        "工号 / 职务": "A10417 / 经理",
        "联系电话": "8042",
        "手机": "13817170137",
        "首选地址": f"zhouwenbo@{DOMAIN}",
        "使用权限": "内部收发",
        "邮箱容量": "10 MB",
        "申请理由": "负责国外客户来函",
    }
    assert {fact.label for fact in detail.facts if fact.personal} == {"手机"}
    assert detail.history[0].what == "正式填表 YJ-2026-0001"


def test_one_signature_at_a_time_is_due(house: House):
    record = house.signing()
    assert told(house, record) == [
        ("承诺人签字", "now", ("sign", "print", "return")),
        ("部门经理签字", "todo", ()),
        ("办公室签字", "todo", ()),
        ("开户", "todo", ()),
        ("回执签收", "todo", ()),
    ]
    assert steps(house, record)[0].note == "周文博　等承诺人　还有 5 个工作日"
    assert steps(house, record)[3].note == "还缺 3 处签字：承诺人、部门经理、办公室"
    house.applications.sign(record, "applicant", TODAY, opinion="已阅")
    first, second, *_ = steps(house, record)
    assert (first.state.value, first.note) == ("done", "周文博　12-03　同意　已阅")
    assert second.state.value == "now"


def test_a_signature_overdue_is_late(house: House):
    record = house.signing()
    house.later(10)
    assert [step.late for step in steps(house, record)] == [True, False, False, False, False]


def test_a_refusal_stands_out(house: House):
    record = house.signing()
    house.applications.sign(record, "applicant", TODAY, agreed=False, opinion="不申请了")
    first, *rest = steps(house, record)
    assert (first.state.value, first.note, first.late) == ("refused", "周文博　12-03　不同意　不申请了", True)
    assert (rest[2].title, rest[2].note) == ("开户", "签字被拒绝，不能开户")
    assert all(not step.actions for step in rest)
    facts = {fact.label: fact.value for fact in house.applications.detail(record).facts}
    assert facts["原因"] == "不申请了"


def test_a_scan_stands_with_its_signature(house: House):
    record = house.signing()
    with house.desk.work("attach") as work:
        house.desk.attachments.keep(work, "application", record, "signature.applicant", "承诺书.pdf", b"scan")
    first, second, *_ = steps(house, record)
    assert [scan.name for scan in first.attachments] == ["承诺书.pdf"]
    assert second.attachments == ()


def test_ready_opened_and_receipted_lead_on(house: House):
    record = house.ready()
    opening, receipt = steps(house, record)[3:]
    assert (opening.note, opening.actions) == (
        "3 处签字齐全　还有 1 个工作日　邮件制度 3.0",
        ("open", "return"),
    )
    assert receipt.note == "开户后打印回执"
    opened = house.applications.carry_out(record, TODAY)
    opening, receipt = steps(house, record)[3:]
    assert (opening.state.value, opening.note) == ("done", f"12-03　zhouwenbo@{DOMAIN}")
    assert (receipt.state.value, receipt.note, receipt.actions) == ("now", "HZ-2026-0001　还没有送出", ("receipt",))
    house.receipts.hand_over(opened.receipt, TODAY)
    house.receipts.sign(opened.receipt, TODAY)
    receipt = steps(house, record)[4]
    assert (receipt.state.value, receipt.note) == ("done", "HZ-2026-0001　周文博　12-03 交回")


def test_a_receipt_overdue_is_late_here_too(house: House):
    record, _opened = house.handed_over()
    house.clock.at += timedelta(days=20)
    assert steps(house, record)[4].late


def test_returned_asks_for_correction_and_void_for_nothing(house: House):
    record = house.signing()
    house.applications.return_(record, TODAY, "地址写错")
    assert told(house, record) == [("改正", "now", ("edit", "void"))]
    house.applications.void(record, TODAY, "不申请了")
    assert all(not step.actions for step in steps(house, record))


def test_the_end_of_a_term_stands_only_with_what_has_one(house: House):
    fields = {"phone": "8042", "extension": "8048", "place": "B 座 0817", "reason": "部门搬迁。"}
    person = house.person()
    moved = {**fields, "work": "移机", "old_place": "A 座 1203"}
    stopped = {
        **fields,
        "work": "停机保号",
        "stop_reason": "暂时不用",
        "stop_on": "2026-12-04",
        "reopen_on": "2027-01-04",
    }
    records = [house.applications.enter(ApplicationEntry(person, one, "line_work")) for one in (moved, stopped)]
    assert [steps(house, record)[-1].title for record in records] == ["完工", "复机"]


def test_a_long_reason_leaves_the_steps_in_sight(house: House):
    record = house.signing(house.person(), reason="理由" * 200)
    facts = {fact.label: fact.value for fact in house.applications.detail(record).facts}
    assert facts["申请理由"] == "理由" * 99 + "理…"
