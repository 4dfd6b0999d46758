"""What does not apply any more counts for nothing, in the rules, the dialogs and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.documents.application_kind import Condition, EntryField, FieldKind
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.registers.applications.entries import ApplicationEntry, asked_values
from tests.registers.builders import House, new_house, refusal

PUBLICATION = {
    "category": "工作信息",
    "reach": "本人职责以内",
    "drafting": "未经指定",  # of a notice, which this no longer is
    "phone": "8016",
    "headline": "周报",
    "channel": ["电子邮件"],
    "audience": "总部各部门",
    "digest": "内容见附件。",
}


@pytest.fixture
def house(tmp_path: Path) -> Any:
    made = new_house(tmp_path / "desk")
    yield made
    made.office.close()


def entry(house: House, **changes: object) -> ApplicationEntry:
    staff = house.staff.numbered("A10417") or house.person("周文博", emp_no="A10417")
    return ApplicationEntry(staff, {**PUBLICATION, **changes}, "publication")


def test_an_entry_that_hangs_on_one_that_hangs_itself_goes_with_it():
    when = Condition("kind", ("信",))
    fields = (
        EntryField("kind", "种类", FieldKind.CHOICE, options=("信", "包")),
        EntryField("scope", "范围", FieldKind.CHOICE, options=("内", "外"), when=when),
        EntryField("target", "转入", FieldKind.TEXT, when=Condition("scope", ("内",))),
        EntryField("copies", "份数", FieldKind.NUMBER, when=when),
    )
    values = {"kind": "包", "scope": "内", "target": "甲", "copies": 3, "_dept": "销售部"}
    assert asked_values(fields, values) == {"kind": "包", "scope": "", "target": "", "copies": 0, "_dept": "销售部"}
    assert asked_values(fields, {**values, "kind": "信"}) == {**values, "kind": "信"}
    assert asked_values(fields[2:3], {"target": "甲"}, {"scope": "外"}) == {"target": ""}


def test_a_refusal_that_hangs_on_an_earlier_choice_refuses_nothing(house: House):
    row = house.applications.row(house.applications.enter(entry(house)))
    assert (row.state, row.fields["drafting"]) == ("signing", "")


def test_what_is_required_stays_so_though_an_earlier_choice_would_be_refused(house: House):
    with pytest.raises(UserError) as fault:
        house.applications.enter(entry(house, digest=""))
    assert refusal(fault.value) == ("digest", "还没有填内容摘要。")


def test_a_refusal_says_its_clause_before_the_full_stop(house: House):
    told = "通知公告由公司指定的部门或人员起草，未经指定的不予发布（电子沟通办法 三(二)2）。"
    with pytest.raises(NeedsConfirmation) as asked:
        house.applications.enter(entry(house, category="通知公告"))
    assert str(asked.value) == f"{told}这张申请不予受理，只登记这一次拒绝。"
    kept = house.applications.enter(entry(house, category="通知公告"), confirmed={"refusal"})
    assert house.applications.row(kept).reason == told
