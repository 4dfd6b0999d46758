"""Partners' contacts: what may stand there, how they are found, entered and ended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.partners.rules import PartnerEntry, checked, entry_from
from tests.registers.builders import TODAY, House, refusal
from tests.registers.counter import Counter, fill_in
from tests.registers.office_phone import partner


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def test_texts_come_back_trimmed():
    assert checked(partner(" 海通 ", contact="陈磊 ", email="a@b.example")) == partner("海通", email="a@b.example")


@pytest.mark.parametrize(
    "number", ["0532-55518008", "+86 532 5551 8008", "(0574)55513300 转 12", "110", "4008-123-456", "55518008*12"]
)
def test_numbers_are_kept_as_they_are_written(number: str):
    assert checked(partner(phone=number)).phone == number


@pytest.mark.parametrize(
    ("entry", "field", "sentence"),
    [
        (partner(" "), "company", "合作单位的名称是空的。"),
        (partner(fax="见名片"), "fax", "“见名片”不是电话号码，可以写 0571-55510000 转 12。"),
        (partner(email="chen"), "email", "“chen”不是邮箱地址。"),
        (partner(phone=""), "phone", "电话、手机、传真和邮箱至少填一项。"),
    ],
)
def test_the_field_that_cannot_stand_is_named(entry: PartnerEntry, field: str, sentence: str):
    with pytest.raises(UserError) as fault:
        checked(entry)
    assert refusal(fault.value) == (field, sentence)


def test_plain_data_know_their_names():
    assert entry_from({"company": "海通", "phone": "110"}, 7) == PartnerEntry("海通", phone="110", staff=7)
    with pytest.raises(UserError) as fault:
        entry_from({"firm": "海通"}, None)
    assert refusal(fault.value) == ("firm", "合作单位没有“firm”这一项。")


def test_a_contact_is_found_by_company_initials_number_and_last_four(house: House):
    partners = house.services["partners"]
    record = partners.add(partner(mobile="13900000137", email="chen@ht.example"))
    for words in ("海通", "cl", "qdht", "0532", "8008", "0137", "chen@"):
        assert house.found("partners", words) == [record], words
    partners.edit(record, partner("宁波恒丰"))
    assert house.found("partners", "海通") == []
    house.desk.undo(house.desk.undoable()[0].seq)
    assert house.found("partners", "海通") == [record]


def test_the_same_contact_is_not_entered_twice(house: House):
    partners = house.services["partners"]
    partners.add(partner(contact=""))
    partners.add(partner())
    with pytest.raises(UserError) as fault:
        partners.add(partner(contact=""))
    assert refusal(fault.value) == ("contact", "青岛海通物流公司的联系人“—”已经登记过。")


def test_a_contact_is_ended_and_used_again(house: House):
    partners = house.services["partners"]
    record = partners.add(partner())
    partners.end(record, TODAY)
    assert (partners.row(record).state, partners.row(record).ended_on) == ("ended", TODAY)
    assert list(partners.keys(Query(segment="active"))) == []
    with pytest.raises(UserError):
        partners.end(record, TODAY)
    partners.resume(record)
    assert (partners.row(record).state, partners.row(record).ended_on) == ("active", None)
    with pytest.raises(UserError):
        partners.resume(record)


def test_scripts_name_who_looks_after_a_contact_by_number(house: House):
    staff = house.person(emp_no="A7")
    record = house.services["partners"].enter_plain({"company": "海通", "phone": "110", "emp_no": "A7"})
    assert house.services["partners"].entry(record).staff == staff
    assert house.services["partners"].detail(record).facts[-1].value == "周文博（国际业务部）"
    with pytest.raises(UserError) as fault:
        house.services["partners"].enter_plain({"company": "海通二", "phone": "110", "emp_no": "A8"})
    assert refusal(fault.value) == ("emp_no", "没有工号 A8 这个人。")


def test_a_contact_is_entered_changed_and_ended_at_the_counter(house: House, counter: Counter):
    partners = house.services["partners"]
    staff = house.person()
    counter.answer = fill_in(company="海通", contact="陈磊", phone="0532-55518008", staff=counter_hit(house, staff))
    counter.do("partners", "new")
    (record,) = partners.keys(Query())
    assert partners.row(record).keeper == "周文博"
    assert counter.window.told == ["已保存合作单位 海通"]
    counter.answer = fill_in(post="经理", remark="每周三\n对账")
    counter.do("partners", "edit", record)
    assert (partners.row(record).post, partners.row(record).remark) == ("经理", "每周三 对账")
    assert partners.row(record).keeper == "周文博"
    counter.prompter.answers.append(TODAY)
    counter.do("partners", "end", record)
    assert partners.row(record).state == "ended"
    counter.do("partners", "resume", record)
    assert partners.row(record).state == "active"
    counter.do("partners", "end", record)
    assert partners.row(record).state == "active", "nothing happens where no day is given"


def counter_hit(house: House, staff: int) -> Any:
    from desk_mailadmin.registers.staff.form import hits

    return hits(house.staff.rows([staff]))[0]
