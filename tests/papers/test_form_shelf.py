"""The office's own forms on a desk: each deed is journalled with its hashes, announced, and in use at once."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from desk_mailadmin.documents.form_text import form_text
from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.form_shelf import FORMS, FormShelf
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.papers import Paper
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.printed import application_paper
from tests.documents.own import OLD_CLAUSE, RECEIPT, sample_of
from tests.registers.builders import House, application, person
from tests.registers.conftest import furnished, house

__all__ = ["furnished", "house"]


@pytest.fixture
def shelf(house: House) -> FormShelf:
    return house.office.forms


def drawn(house: House) -> str:
    sheet = house.office.papers.drawing(
        Paper("receipt", 1, "account_receipt", "", sample_of("account_receipt"))
    ).sheet()
    return text_of_pdf(sheet.pdf)


def test_a_changed_form_is_on_the_next_sheet_and_in_the_journal(house: House, shelf: FormShelf):
    shelf.copy("account_receipt")
    shelf.save("account_receipt", shelf.text("account_receipt").replace(OLD_CLAUSE, "已当面点清。"))
    assert "已当面点清" in drawn(house)
    shelf.reset("account_receipt")
    assert "已当面点清" not in drawn(house)
    assert house.announced[-3:] == [FORMS] * 3
    newest, saved, copied = house.desk.journal.history("form", 2)
    assert newest.text == "表单“电子邮件开户回执”改用随程序的版本"
    assert [change.field for change in saved.changes] == ["sha256"]
    assert (copied.changes[0].old, len(copied.changes[0].new)) == ("", 64)


def test_a_form_changed_by_hand_meanwhile_is_taken_note_of_and_kept_where_another_is_saved(
    house: House, shelf: FormShelf
):
    shelf.copy("account_receipt")
    place = house.desk.folder / "forms" / "account_receipt" / "form.toml"
    text = shelf.text("account_receipt")
    place.write_text(text.replace(OLD_CLAUSE, "手改的一句。"), "utf-8")
    shelf.read_again()
    assert "手改的一句" in drawn(house)
    shelf.read_again()
    assert house.announced.count(FORMS) == 2, "the copy and what was changed by hand; nothing new is not announced"
    place.write_text(text.replace(OLD_CLAUSE, "又手改了。"), "utf-8")
    shelf.save("account_receipt", text.replace(OLD_CLAUSE, "窗口里改的。"))
    assert "窗口里改的" in drawn(house)
    assert "又手改了" in (place.parents[1] / "_old" / "account_receipt-1" / "form.toml").read_text("utf-8")


def test_what_is_refused_changes_and_journals_nothing(house: House, shelf: FormShelf):
    shelf.copy("account_receipt")
    head = house.desk.journal.head().seq
    with pytest.raises(UserError, match="没有“depart”这个栏目"):
        shelf.save("account_receipt", RECEIPT.replace('field = "dept"', 'field = "depart"'))
    assert house.desk.journal.head().seq == head
    shelf.copy("account_application")
    with pytest.raises(NeedsConfirmation):
        shelf.save(
            "account_application", shelf.text("account_application").replace("离职时停止使用", "离职当日停止使用")
        )
    assert house.desk.journal.head().seq == head + 1


def test_forms_go_to_another_desk_as_a_zip(house: House, shelf: FormShelf, tmp_path: Path):
    shelf.copy("account_receipt")
    shelf.save("account_receipt", shelf.text("account_receipt").replace(OLD_CLAUSE, "已当面点清。"))
    made = shelf.create("account_application", "钥匙申请单", "BG-ZD-001", "YS")
    path = shelf.export(["account_receipt", made.spec.id], tmp_path / "forms.zip")
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("password_slip/form.toml", "api = = 1")
        package.writestr("../list/form.toml", "x")
    shelf.reset("account_receipt")
    shelf.reset(made.spec.id)
    result = shelf.take_in(path)
    assert set(result.taken) == {"电子邮件开户回执", "钥匙申请单"}
    assert {one.name for one in result.refused} == {"password_slip", "../list/form.toml"}
    assert next(one.reason for one in result.refused if one.name == "password_slip").startswith(
        "password_slip/form.toml"
    )
    assert "已当面点清" in drawn(house)
    assert shelf.take_in(path).taken == result.taken
    assert (house.desk.folder / "forms" / "_old" / "account_receipt-2").is_dir()


def test_an_own_form_with_its_own_number_is_found_by_its_code(house: House, shelf: FormShelf):
    made = shelf.create("account_application", "钥匙申请单", "BG-ZD-001", "YS")
    assert (made.spec.id, made.spec.number) == ("yao_shi_shen_qing_dan", 90)
    found = house.office.papers.library.by_number(90)
    assert found is not None
    assert house.office.papers._prefix(found) == "YS"
    assert {"YJ", "YS", "HZ"} <= house.office.papers.library.prefixes


def an_own_kind(shelf: FormShelf) -> str:
    """A kind of application of the office's own, made from the account application."""
    made = shelf.create("account_application", "会议室钥匙申请单", "BG-ZD-001", "YS").spec
    text = form_text(shelf.text(made.id))
    assert text.application is not None
    person = text.application.body["fields"][0]
    room = {"key": "room", "label": "会议室", "kind": "text", "required": True}
    kind = {**text.application.body, "subject": "{room}", "to_do": ["钥匙已交本人"], "fields": [person, room]}
    text = text.with_application(kind).with_head(optional=None)
    rows = [[{"label": "姓名", "field": "name"}, {"label": "会议室", "field": "room"}]]
    text = text.with_section(0, {**text.sections[0].body, "rows": rows})
    shelf.save(made.id, text.text)
    return made.id


def test_an_own_kind_of_application_is_entered_and_drawn_at_once(house: House, shelf: FormShelf):
    kind = an_own_kind(shelf)
    assert kind in house.applications.kinds
    staff = house.staff.add(person())
    record = house.applications.enter(ApplicationEntry(staff, {"room": "三楼东"}, kind))
    row = house.applications.row(record)
    assert (row.number, row.kind_title) == ("YS-2026-0001", "会议室钥匙申请单")
    sheet = house.office.papers.drawing(application_paper(house.applications, house.desk.settings, record)).sheet()
    assert "三楼东" in text_of_pdf(sheet.pdf)
    with pytest.raises(UserError, match="这张表单不能停用"):
        shelf.reset(kind)


def test_an_own_kind_whose_form_was_spoilt_stops_only_what_needs_it(house: House, shelf: FormShelf):
    kind = an_own_kind(shelf)
    staff = house.staff.add(person())
    record = house.applications.enter(ApplicationEntry(staff, {"room": "三楼东"}, kind))
    (house.desk.folder / "forms" / kind / "form.toml").write_text("api = = 1", "utf-8")
    shelf.library.reload()
    assert [problem.form for problem in shelf.library.problems] == [kind]
    assert house.applications.row(record).number == "YS-2026-0001"
    with pytest.raises(UserError, match="申请的表单“hui_yi_shi_yao_shi_shen_qing_d”用不了"):
        house.applications.kinds[kind]
    with pytest.raises(UserError, match="申请的表单“hui_yi_shi_yao_shi_shen_qing_d”用不了"):
        application_paper(house.applications, house.desk.settings, record)
    other = house.applications.enter(application(staff))
    assert house.applications.row(other).state == "signing"
