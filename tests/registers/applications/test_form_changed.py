"""Applications whose form the office has changed, or taken away, since they were entered."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.applications.entries import ApplicationEntry, kept_day, kept_whole
from desk_mailadmin.registers.applications.printed import application_paper
from desk_mailadmin.registers.applications.register import REGISTER
from desk_mailadmin.registers.applications.table import columns_of_kind, step_title
from tests.registers.builders import TODAY, House, new_house

OWN = "key_use"
FIELDS = {
    "phone": "8016",
    "tool": "即时通讯",
    "account": "zhouwenbo",
    "rights": ["内部沟通"],
    "from_on": "2026-12-03",
    "reason": "部门内日常沟通。",
}


@pytest.fixture
def house(tmp_path: Path) -> Any:
    made = new_house(tmp_path / "desk")
    rewrite(made, lambda text: text)
    yield made
    made.office.close()


def place(house: House) -> Path:
    return house.desk.folder / "forms" / OWN


def rewrite(house: House, change: Callable[[str], str]) -> None:
    """Put the office's own form on the desk, after the one for accounts of tools, as ``change`` has it."""
    shipped = asset_dir("forms") / "tool_account"
    text = (shipped / "form.toml").read_text("utf-8")
    number = next(line for line in text.splitlines() if line.startswith("number ="))
    named = [
        ('id = "tool_account"', f'id = "{OWN}"'),
        ("BG-GJ-001", "BG-YS-001"),
        ('"GJ"', '"YS"'),
        (number, "number = 91"),
    ]
    for old, new in named:
        assert old in text
        text = text.replace(old, new)
    place(house).mkdir(parents=True, exist_ok=True)
    (place(house) / "form.toml").write_text(change(text), "utf-8")
    shutil.copy(shipped / "sample.json", place(house))
    house.office.papers.library.reload()
    assert not house.office.papers.library.problems


def entered(house: House, name: str = "周文博", *, signed: int = 0, done: bool = False) -> int:
    found = house.staff.named(name)
    staff = found[0] if found else house.person(name)
    record = house.applications.enter(ApplicationEntry(staff, FIELDS, OWN), confirmed={"twin"})
    for one in house.applications.signatures(record)[:signed]:
        house.applications.sign(record, one.role, TODAY, by=one.signer or "王明")
    if done:
        house.applications.carry_out(record, TODAY, {"opened": "zhouwenbo"})
    return record


def sheet(house: House, record: int) -> str:
    paper = application_paper(house.applications, house.desk.settings, record)
    return text_of_pdf(house.office.papers.drawing(paper).sheet().pdf)


def facts(house: House, record: int) -> dict[str, str]:
    return {fact.label: fact.value for fact in house.applications.detail(record).facts}


def test_a_form_taken_away_leaves_its_applications_readable_and_to_be_finished(house: House):
    signing, ready, force = entered(house, signed=1), entered(house, signed=9), entered(house, signed=9, done=True)
    shutil.rmtree(place(house))
    house.office.papers.library.reload()
    service = house.applications
    assert facts(house, signing)["account"] == "zhouwenbo"
    first = service.detail(signing).steps[0]
    assert (first.title, "工具 › 表单" in first.note) == ("表单用不了", True)
    assert [step_title(service.row(one)) for one in (signing, ready)] == ["登记签字…", "办理…"]
    assert {todo.record for todo in REGISTER.todos(service, TODAY)} == {signing, ready}
    for one in service.signatures(signing)[1:]:
        service.sign(signing, one.role, TODAY, by="王明")
    assert (service.row(signing).state, service.row(signing).due_on is not None) == ("ready", True)
    for deed in (lambda: service.carry_out(ready, TODAY), lambda: sheet(house, ready), lambda: service.entry(ready)):
        with pytest.raises(UserError, match="用不了，先在“工具 › 表单”里改正"):
            deed()
    service.void(ready, TODAY, "表单停用")
    service.end(force, TODAY, "表单停用")
    assert [service.row(one).state for one in (ready, force)] == ["void", "closed"]


def test_a_kind_nobody_ever_used_is_plainly_unknown(house: House):
    with pytest.raises(UserError, match="没有“nothing”这种申请"):
        house.applications.asked("nothing")


def test_a_route_renamed_since_leaves_the_signatures_that_were_asked_for(house: House):
    record = entered(house, signed=1)
    rewrite(house, lambda text: text.replace('key = "info"\n', 'key = "information"\n'))
    titles = [one.title for one in house.applications.signatures(record)]
    assert all(title in sheet(house, record) for title in titles[1:])


def test_an_entry_taken_off_the_form_stays_with_the_applications_that_have_it(house: House):
    record = entered(house, signed=9)

    def without(text: str) -> str:
        lines = [line for line in text.split("\n") if 'key = "account"' not in line]
        kept = "\n".join(lines).replace('{ label = "拟用账号", field = "account" }, ', "").replace("{account}", "")
        return kept.replace(', "account"', "")

    rewrite(house, without)
    assert facts(house, record)["account"] == "zhouwenbo"
    house.applications.carry_out(record, TODAY, {"opened": "zwb"})
    assert house.applications.row(record).fields["account"] == "zhouwenbo"


def test_an_entry_that_became_a_date_shows_nothing_for_what_was_none(house: House):
    record = entered(house)
    text = '{ key = "account", label = "拟用账号", kind = "text", required = true, most = 60 }'
    rewrite(house, lambda form: form.replace(text, '{ key = "account", label = "拟用账号", kind = "date" }'))
    columns = {column.key: column for column in columns_of_kind(house.applications, Query(filters={"kind": OWN}))}
    assert columns["field.account"].value(house.applications.row(record)) is None
    assert "周文博" in sheet(house, record)


@pytest.mark.parametrize(
    ("kept", "day", "whole"), [("x", None, 0), ("", None, 0), (None, None, 0), (7, None, 7), (["7"], None, 0)]
)
def test_kept_values_of_another_kind_count_as_nothing(kept: object, day: object, whole: int):
    assert (kept_day(kept), kept_whole(kept)) == (day, whole)
