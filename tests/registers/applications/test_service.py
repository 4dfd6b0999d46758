from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from desk_mailadmin.documents.application_kind import DAYS, WORDS
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.rules import FIGURES, SIGN_DAYS
from desk_mailadmin.registers.mailboxes.rules import QUOTA_MB
from tests.registers.builders import (
    BRANCH,
    BRANCH_DOMAIN,
    DOMAIN,
    HEADQUARTERS,
    TODAY,
    House,
    application,
    branch,
    forwarding,
    refusal,
)

ADDRESS = f"zhouwenbo@{DOMAIN}"
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def number(house: House, record: int) -> str:
    return house.applications.row(record).number


# filling in


def test_a_draft_may_be_incomplete_has_no_number_and_holds_no_address(house: House):
    person = house.person()
    record = house.applications.draft(ApplicationEntry(person, {"address": ADDRESS}))
    row = house.applications.row(record)
    assert (row.number, row.state, row.due_on, row.progress) == ("", "draft", None, "还没有编号")
    assert house.applications.entry(record) == ApplicationEntry(person, {"address": ADDRESS}, entered_on=TODAY)
    assert house.mailboxes.judge(ADDRESS).verdict.free
    assert house.desk.sequences.last("YJ", 2026) == 0
    assert house.found("applications", "zwb") == [record]


def test_a_draft_can_be_changed_even_in_whose_it_is_and_is_found_so(house: House):
    record = house.applications.draft(ApplicationEntry(house.person()))
    other = house.person("程思思")
    house.applications.save_draft(record, ApplicationEntry(other, {"phone": "8001"}))
    assert house.applications.row(record).name == "程思思"
    assert house.found("applications", "css") == [record]
    assert house.found("applications", "zwb") == []


def test_an_official_application_is_numbered_kept_as_of_its_day_and_due(house: House):
    house.decide(SIGN_DAYS, 3)
    record = house.signing(house.person(emp_no="A10417", post="经理"), mobile="138 1717 0137")
    row = house.applications.row(record)
    assert (row.number, row.state, row.entered_on, row.due_on) == ("YJ-2026-0001", "signing", TODAY, date(2026, 12, 8))
    assert (row.kind_title, row.awaited, row.progress) == ("电子邮件开户申请表", "承诺人", "等承诺人　还有 3 个工作日")
    kept = house.applications.record_of(record)
    assert (kept.emp_no, kept.post, kept.mobile, kept.phone) == ("A10417", "经理", "13817170137", "8042")
    assert house.history("application", record) == ["正式填表 YJ-2026-0001", "填写申请"]
    assert house.applications.numbered("YJ-2026-0001") == record
    assert house.applications.numbered("YJ-2026-0002") is None
    assert "applications" in house.announced


def test_what_was_filled_in_stays_when_the_person_moves_on(house: House):
    person = house.person()
    record = house.signing(person)
    house.staff.edit(person, replace(house.staff.entry(person), dept="软件部", name="周文波"))
    row = house.applications.row(record)
    assert (row.name, row.dept) == ("周文博", "国际业务部")


def test_a_draft_becomes_official_as_the_same_record(house: House):
    person = house.person()
    record = house.applications.draft(ApplicationEntry(person))
    assert house.applications.enter(application(person), record) == record
    assert number(house, record) == "YJ-2026-0001"


def test_numbers_have_no_gaps_failed_entries_take_none_and_voids_keep_theirs(house: House):
    people = [house.person(name) for name in ("周文博", "程思思", "宋翔")]
    first = house.signing(people[0])
    with pytest.raises(UserError, match="还没有填联系电话"):
        house.signing(people[1], f"chengsisi@{DOMAIN}", phone="")
    with pytest.raises(UserError, match="已选用"):
        house.signing(people[1], ADDRESS)
    house.applications.void(first, TODAY, "重复")
    second = house.signing(people[1], f"chengsisi@{DOMAIN}")
    third = house.signing(people[2], f"songxiang@{DOMAIN}")
    assert [number(house, record) for record in (first, second, third)] == [
        "YJ-2026-0001",
        "YJ-2026-0002",
        "YJ-2026-0003",
    ]


def test_each_year_counts_anew(house: House):
    house.signing()
    house.later(30)
    entry = application(house.person("程思思"), f"chengsisi@{DOMAIN}")
    assert number(house, house.applications.enter(entry)) == "YJ-2027-0001"
    late = application(house.person("宋翔"), f"songxiang@{DOMAIN}")
    assert number(house, house.applications.enter(replace(late, entered_on=date(2026, 12, 31)))) == "YJ-2026-0002"


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"entered_on": TOMORROW}, "entered_on", "填表日期在今天以后"),
        ({"kind": "no_such_form"}, "kind", "没有“no_such_form”这种申请"),
    ],
)
def test_an_impossible_day_or_form_is_refused(house: House, changes, field, words):
    entry = replace(application(house.person()), **changes)
    with pytest.raises(UserError, match=words) as fault:
        house.applications.enter(entry)
    assert fault.value.field == field


def test_somebody_who_left_applies_for_nothing(house: House):
    person = house.person(state="left")
    with pytest.raises(UserError) as fault:
        house.signing(person)
    assert refusal(fault.value) == ("person", "周文博已离职，不能再申请。")


def test_a_taken_address_is_refused_beside_its_field_with_its_owner(house: House):
    house.mailbox(owner="周文波")
    with pytest.raises(UserError) as fault:
        house.signing()
    assert refusal(fault.value) == ("address", f"{ADDRESS} 已被周文波（总部）使用。")
    person = house.person("程思思")
    with pytest.raises(UserError) as fault:
        house.signing(person, f"chengsisi@{DOMAIN}", alternative=ADDRESS)
    assert fault.value.field == "alternative"


def test_the_quota_is_asked_for_within_the_figure_in_force(house: House):
    house.decide(QUOTA_MB, 5)
    assert house.applications.asked("account_application").field("quota_mb").most == 5
    person = house.person()
    with pytest.raises(UserError) as fault:
        house.signing(person, quota_mb=10)
    assert fault.value.field == "quota_mb"
    house.decide(QUOTA_MB, 50)
    _record, opened = house.opened(person, quota_mb=40)
    assert house.mailboxes.rows([opened.mailbox])[0].quota_mb == 40


def test_an_official_application_is_no_longer_written_over(house: House):
    person = house.person()
    record = house.signing(person)
    with pytest.raises(UserError, match="YJ-2026-0001已经正式填表，不能再改；可以退回或作废。"):
        house.applications.save_draft(record, application(person))
    with pytest.raises(UserError, match="现在是“待签字”，不能改为“待签字”"):
        house.applications.enter(application(person), record)


# the list


def test_what_needs_the_clerk_stands_first(house: House):
    people = {name: house.person(name) for name in ("周一", "周二", "周三", "周四", "周五")}
    draft = house.applications.draft(ApplicationEntry(people["周一"]))
    closed, _ = house.closed(people["周二"], f"er@{DOMAIN}")
    opened, _ = house.opened(people["周三"], f"san@{DOMAIN}")
    signing = house.signing(people["周四"], f"si@{DOMAIN}")
    ready = house.ready(people["周五"], f"wu@{DOMAIN}")
    assert list(house.applications.keys(Query())) == [ready, opened, signing, draft, closed]
    counts = {key: count.count for key, count in house.applications.counts(Query()).items() if count.count}
    assert counts == {"unfinished": 4, "draft": 1, "signing": 1, "ready": 1, "opened": 1, "closed": 1, "all": 5}
    for sort in ("number", "name", "emp_no", "dept", "entered_on", "due_on", "state", "kind"):
        assert len(house.applications.keys(Query(sort=sort))) == 5


@pytest.mark.parametrize("text", ["周文", "zwb", "YJ-2026-0001", "0001", "A10417", "zhouwenbo@", "0137", "国际"])
def test_an_application_is_found_by_what_stands_on_it(house: House, text: str):
    record = house.signing(house.person(emp_no="A10417"), mobile="13817170137")
    assert house.found("applications", text) == [record]


def test_the_combos_offer_what_there_is(house: House):
    house.signing()
    branch_person = house.person("高丹", branch=BRANCH, dept="销售部")
    record = house.signing(branch_person, f"gaodan@{BRANCH_DOMAIN}")
    titles = {key: [c.title for c in house.applications.choices(key)] for key in ("kind", "branch", "dept", "year")}
    assert titles == {
        "kind": ["电子邮件开户申请表"],
        "branch": [HEADQUARTERS, BRANCH],
        "dept": ["国际业务部", "销售部"],
        "year": ["2026 年"],
    }
    for key, value in (("dept", "销售部"), ("branch", str(house.branches.named(BRANCH)))):
        assert list(house.applications.keys(Query(filters={key: value}))) == [record]
    assert len(house.applications.keys(Query(filters={"year": "2026", "kind": "account_application"}))) == 2


def test_a_month_is_read_by_the_day_of_opening_and_of_entry(house: House):
    record, _ = house.opened()
    house.applications.draft(ApplicationEntry(house.person("程思思")))
    first, last = date(2026, 12, 1), date(2026, 12, 31)
    assert [row.id for row in house.applications.opened_between(first, last)] == [record]
    assert house.applications.opened_between(date(2026, 11, 1), date(2026, 11, 30)) == []
    assert [row.id for row in house.applications.entered_between(first, last)] == [record]


def test_a_record_of_a_form_that_is_gone_is_still_listed(house: House):
    record = house.signing()
    kinds = dict(house.applications.kinds)
    kinds.clear()
    house.applications.kinds = kinds
    assert house.applications.row(record).kind_title == "account_application"


def test_an_application_is_never_taken_back_by_undo(house: House):
    person = house.person()
    before = house.desk.undoable()
    house.signing(person)
    assert house.desk.undoable() == before


def test_a_deed_and_an_end_entered_by_mistake_are_taken_back_today(house: House):
    person = house.person()
    box = house.mailboxes.rows([house.mailbox(f"zhouwenbo@{DOMAIN}", staff=person)])[0].address
    record = house.applications.enter(ApplicationEntry(person, forwarding(box, TODAY), "forwarding"))
    for one in house.applications.signatures(record):
        house.applications.sign(record, one.role, TODAY, by=one.signer or "王明")
    before = house.applications.row(record)
    house.applications.carry_out(record, TODAY)
    in_force = house.applications.row(record)
    house.applications.end(record, TODAY, "选错了一条")
    house.desk.undo(house.desk.last_deed().seq)
    assert house.applications.row(record) == in_force
    house.desk.undo(house.desk.last_deed().seq)
    assert house.applications.row(record) == before
    assert list(house.applications.keys(Query(search="agent@partner"))) == [record]
    with pytest.raises(UserError, match="不能撤销"):
        house.desk.last_deed()


def test_a_deed_that_took_a_number_or_moved_a_mailbox_is_not_taken_back(house: House):
    record = house.ready(house.person())
    before = house.desk.undoable()
    house.applications.carry_out(record, TODAY)
    assert house.desk.undoable() == before


def test_a_unit_renamed_since_signs_under_its_new_head(house: House):
    record = house.branches.named(BRANCH) or 0
    house.branches.edit(record, replace(branch(), head="李强"))
    person = house.person("高丹", branch=BRANCH, dept="销售部")
    application_record = house.signing(person, f"gaodan@{BRANCH_DOMAIN}")
    assert house.applications.signatures(application_record)[2].signer == "李强"


def test_a_refusal_recorded_by_mistake_is_taken_back_with_a_reason(house: House):
    record = house.signing()
    house.applications.sign(record, "applicant", TODAY, by="周文博", agreed=False, opinion="写错了")
    assert house.applications.row(record).state == "refused"
    house.applications.withdraw_signature(record, "看错了一行，本人是同意的")
    row = house.applications.row(record)
    assert (row.state, row.ended_on, row.reason) == ("signing", None, "")
    assert house.applications.signatures(record)[0].agreed is None


def test_an_application_keeps_the_quota_cap_of_the_day_it_was_filled_in(house: House):
    record = house.ready(quota_mb=10)
    house.decide(QUOTA_MB, 5, house.applications.row(record).entered_on + timedelta(days=1))
    house.later(2)
    opened = house.applications.carry_out(record, house.desk.clock.today())
    assert house.mailboxes.rows([opened.mailbox])[0].quota_mb == 10


def test_the_figures_and_words_that_a_form_may_name_are_settings_of_this_register():
    assert {*DAYS, *WORDS} == set(FIGURES)
    assert all(FIGURES[key].unit == "个工作日" for key in DAYS)


def test_what_is_not_in_force_cannot_be_ended(house: House):
    with pytest.raises(UserError, match="现在是“待签字”，不能改为“已办结”。"):
        house.applications.end(house.signing(), TODAY, "不用了")
    with pytest.raises(UserError, match="没有在生效中，不用收回。"):
        house.applications.end(house.ready(house.person("程思思"), f"c@{DOMAIN}"), TODAY, "不用了")


def test_a_mailbox_that_went_away_before_the_deed_is_named(house: House):
    staff = house.person(emp_no="A10417")
    box = house.mailbox(staff=staff)
    record = house.applications.enter(ApplicationEntry(staff, told("account_change", "停用"), "account_change"))
    house.sign_all(record)
    house.mailboxes.move(box, "deleted", reason="误", on=TODAY)
    with pytest.raises(UserError, match="已经删除"):
        house.applications.carry_out(record, TODAY, completion_of("account_change", "停用"))


def told(kind: str, action: str) -> dict[str, Any]:
    """The entries of the told case of an action."""
    return dict(_case(kind, action)["fields"])


def completion_of(kind: str, action: str) -> dict[str, Any]:
    return dict(_case(kind, action)["completion"])


def _case(kind: str, action: str) -> dict[str, Any]:
    cases = json.loads((Path(__file__).parents[2] / "journeys" / "kinds" / f"{kind}.json").read_text("utf-8"))
    found: dict[str, Any] = next(case for case in cases if case["fields"].get("action") == action)
    return found


def test_a_character_that_no_sheet_can_show_takes_no_number(house: House):
    staff = house.person()
    with pytest.raises(UserError) as fault:
        house.applications.enter(application(staff, reason="加油😀"))
    assert fault.value.field == "reason"
    assert "此字打不出：“😀”（U+1F600）" in str(fault.value)
    record = house.applications.enter(application(staff))
    assert house.applications.row(record).number == "YJ-2026-0001"


def test_a_lost_receipt_is_said_as_what_is_waited_for(house: House):
    record, opened = house.handed_over()
    house.receipts.lose(opened.receipt, TODAY, "途中遗失")
    assert house.applications.row(record).progress == "已开户，回执遗失，等重新送出"
