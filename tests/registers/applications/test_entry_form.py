"""The entry dialog of an application, as a clerk fills it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.settings import COMPANY
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.staff.form import hits
from tests.registers.builders import BRANCH, DOMAIN, TODAY, House
from tests.registers.counter import Counter, fill_in, leave

ADDRESS = f"zhouwenbo@{DOMAIN}"


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def pick(dialog: Any, house: House, staff: int) -> None:
    """Take a person from the list below the field."""
    dialog.field("person")._take(hits([house.staff.row(staff)])[0])


def entering(house: House, staff: int, then: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Pick a person in the entry dialog and go on with ``then``; whatever opens after it is left."""
    opened: list[QDialog] = []

    def answer(dialog: Any) -> bool:
        if opened:
            return leave(dialog)
        opened.append(dialog)
        pick(dialog, house, staff)
        return then(dialog)

    return answer


def last(house: House) -> int:
    return max(house.applications.keys(Query()))


def test_a_picked_person_brings_number_post_telephone_and_a_free_address(house: House, counter: Counter):
    staff = house.person(emp_no="A10417", post="经理", extension="8042", mobile="13817170137")
    counter.answer = entering(house, staff, fill_in(address=ADDRESS, reason="负责国外客户来函"))
    counter.do("applications", "new")
    record = last(house)
    row, entry = house.applications.row(record), house.applications.entry(record)
    assert (row.number, row.state, row.address) == ("YJ-2026-0001", "signing", ADDRESS)
    assert (entry.fields["phone"], entry.fields["mobile"]) == ("8042", "13817170137")
    assert (entry.fields["rights"], entry.fields["quota_mb"]) == (["内部收发"], 10)
    assert counter.window.shown == [("applications", record)]
    assert counter.window.told == ["已填写 YJ-2026-0001，打印后送签"]
    assert len(counter.titles) == 2, "the sheet is shown for printing at once"


def test_a_branch_person_is_offered_the_domain_of_the_branch(house: House, counter: Counter):
    staff = house.person("高丹", branch=BRANCH, dept="销售部", extension="6001")
    counter.answer = entering(house, staff, fill_in(address="gaodan@sh.yunfan.example.com"))
    counter.do("applications", "new")
    assert house.applications.row(last(house)).branch == BRANCH


def test_what_is_missing_keeps_the_dialog_open_and_takes_no_number(house: House, counter: Counter):
    counter.answer = entering(house, house.person(), fill_in(address=ADDRESS))
    counter.do("applications", "new")
    assert list(house.applications.keys(Query())) == []
    assert house.desk.sequences.last("YJ", 2026) == 0


def test_a_draft_is_kept_without_a_number_and_gone_on_with(house: House, counter: Counter):
    staff = house.person(extension="8042")

    def keep(dialog: Any) -> bool:
        dialog._job.save_draft(dialog.values())
        dialog.done(QDialog.DialogCode.Rejected)
        return False

    counter.answer = entering(house, staff, keep)
    counter.do("applications", "new")
    record = last(house)
    assert (house.state(record), house.applications.entry(record).staff) == ("draft", staff)
    counter.answer = entering(house, staff, fill_in(address=ADDRESS))
    counter.do("applications", "edit", record)
    assert (house.state(record), house.applications.row(record).number) == ("signing", "YJ-2026-0001")


def test_a_returned_application_opens_with_what_was_filled_in_and_keeps_its_number(house: House, counter: Counter):
    record = house.signing()
    house.applications.return_(record, TODAY, "理由太短")
    seen: list[Any] = []

    def correct(dialog: Any) -> bool:
        if seen:
            return leave(dialog)
        seen.append({name: dialog.field(name).value() for name in ("phone", "address", "reason")})
        return fill_in(reason="负责德国客户的往来函电")(dialog)

    counter.answer = correct
    counter.do("applications", "edit", record)
    assert seen[0] == {"phone": "8042", "address": ADDRESS, "reason": "负责国外客户来函"}
    row = house.applications.row(record)
    assert (row.number, row.state) == ("YJ-2026-0001", "signing")
    assert house.applications.entry(record).fields["reason"] == "负责德国客户的往来函电"


def test_a_draft_whose_address_is_no_longer_possible_opens_all_the_same(house: House, counter: Counter):
    record = house.applications.draft(ApplicationEntry(house.person(), {"address": "zhouwenbo@former.example.com"}))
    counter.do("applications", "edit", record)
    assert len(counter.titles) == 1


def test_what_was_entered_before_a_crash_stands_there_again(house: House, counter: Counter):
    staff = house.person(extension="8042")

    def crash(dialog: Any) -> bool:
        dialog.field("reason").set_value("写了一半")
        dialog.keep_draft()
        dialog.done(QDialog.DialogCode.Rejected)
        return False

    counter.answer = entering(house, staff, crash)
    counter.do("applications", "new")
    seen: list[Any] = []

    def look(dialog: Any) -> bool:
        seen.append((dialog.field("reason").value(), dialog.field("phone").value(), dialog.field("person").value()))
        dialog.done(QDialog.DialogCode.Rejected)
        return False

    counter.answer = look
    counter.do("applications", "new")
    assert seen == [("写了一半", "8042", staff)]


def test_another_person_brings_another_telephone_or_none(house: House, counter: Counter):
    first = house.person("张伟", emp_no="A1", mobile="13817170137", extension="8042")
    second = house.person("李娜", emp_no="A2")
    telephones: list[tuple[str, str]] = []

    def change_person(dialog: Any) -> bool:
        pick(dialog, house, second)
        telephones.append((dialog.field("phone").value(), dialog.field("mobile").value()))
        dialog.done(0)
        return False

    counter.answer = entering(house, first, change_person)
    counter.do("applications", "new")
    assert telephones == [("", "")]


def test_a_person_with_a_mailbox_by_the_roster_is_pointed_out(house: House, counter: Counter):
    staff = house.person("张伟", emp_no="A1", email=f"zhangwei@{DOMAIN}")
    told: list[str] = []

    def look(dialog: Any) -> bool:
        told.append(dialog.field("person").message.text)
        dialog.done(0)
        return False

    counter.answer = entering(house, staff, look)
    counter.do("applications", "new")
    assert told == [f"花名册上已有邮箱 zhangwei@{DOMAIN}"]


def test_the_preview_names_the_company_also_within_the_text_of_an_agreement(house: House, counter: Counter):
    seen: list[str] = []

    def look(dialog: Any) -> bool:
        seen.append(text_of_pdf(dialog._job.render(dialog.values())))
        return leave(dialog)

    counter.kind, counter.answer = "员工保密协议", look
    counter.do("applications", "new")
    (text,) = seen
    assert "员工保密协议" in text
    assert text.count(house.desk.settings.value(COMPANY)) == 2


def test_the_number_of_a_line_brings_its_place_and_who_has_it(house: House, counter: Counter):
    staff = house.person(emp_no="A10417")
    house.line("8044", staff=house.person("陈磊", emp_no="A10233"), place="A 座 0302")
    filled: dict[str, Any] = {}

    def look(dialog: Any) -> bool:
        pick(dialog, house, staff)
        dialog.field("work").set_value("移机")
        dialog.field("extension").set_value("8044")
        filled.update({key: dialog.field(key).entry() for key in ("old_place", "holder")})
        dialog.field("old_place").set_value("门房")
        dialog.field("extension").set_value("9999")
        filled["kept"] = dialog.field("old_place").entry()
        dialog.done(QDialog.DialogCode.Rejected)
        return False

    counter.answer, counter.kind = look, "装移机"
    counter.do("applications", "new")
    assert filled == {"old_place": "A 座 0302", "holder": "陈磊（A10233）", "kept": "门房"}
