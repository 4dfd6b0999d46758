"""Every declared kind of application, from its entry to its end, as its told cases say (tests/journeys/kinds)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.errors import NeedsConfirmation
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.printed import application_paper
from desk_mailadmin.registers.applications.register import REGISTER
from desk_mailadmin.registers.applications.service import REFUSAL, TWIN
from tests.registers.builders import BRANCH, DOMAIN, TODAY, House, new_house

CASES = [
    pytest.param(file.stem, case, id=f"{file.stem}-{number}")
    for file in sorted((Path(__file__).parent / "kinds").glob("*.json"))
    for number, case in enumerate(json.loads(file.read_text("utf-8")), 1)
]
KINDS = {file.stem for file in (Path(__file__).parent / "kinds").glob("*.json")}


@pytest.fixture
def house(tmp_path: Path) -> Any:
    """An office with the people and the mailbox that the cases speak of."""
    made = new_house(tmp_path / "desk")
    staff = made.person("周文博", emp_no="A10417", post="主管", extension="8042")
    made.person("陈磊", emp_no="A10233")
    made.person("林晓燕", emp_no="A10355")
    made.person("高丹", emp_no="B20011", branch=BRANCH, dept="销售部")
    made.mailbox(f"zhouwenbo@{DOMAIN}", staff=staff)
    yield made
    made.office.close()


def test_every_shipped_kind_has_its_cases():
    shipped = {
        path.parent.name
        for path in asset_dir("forms").glob("*/form.toml")
        if "[application]" in path.read_text("utf-8")
    }
    assert shipped - {"account_application"} == KINDS  # accounts are opened in journeys of their own


def applicant(house: House, case: Mapping[str, Any]) -> int:
    found = house.staff.numbered("B20011" if case["unit"] == "branch" else "A10417")
    assert found is not None
    return found


def fitted(house: House, case: Mapping[str, Any]) -> dict[str, Any]:
    """The entries of a case; a restored mailbox must have been disabled before."""
    fields = dict(case["fields"])
    if fields.get("action") == "恢复":
        box = house.mailboxes.at(str(fields["mailbox"]))
        assert box is not None
        house.mailboxes.move(box, "disabled", reason="停用", on=TODAY)
    return fields


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_a_kind_runs_from_its_entry_to_its_end(house: House, kind: str, case: Mapping[str, Any]):
    service, settings, papers = house.applications, house.desk.settings, house.office.papers
    entry = ApplicationEntry(applicant(house, case), fitted(house, case), kind)
    prefix = service.kinds[kind].application.prefix

    if case["ends"] == "refused":
        with pytest.raises(NeedsConfirmation) as asked:
            service.enter(entry)
        assert asked.value.key == REFUSAL
        refused = service.row(service.enter(entry, confirmed={REFUSAL}))
        assert (refused.state, refused.number) == ("refused", f"{prefix}-2026-0001")
        assert service.signatures(refused.id) == ()
        assert refused.reason.endswith("）。"), "the clause stands in the reason"
        return

    record = service.enter(entry)
    row = service.row(record)
    assert (row.state, row.number) == ("signing", f"{prefix}-2026-0001")
    assert row.subject
    drawing = papers.drawing(application_paper(service, settings, record))
    sheet = drawing.sheet()
    assert sheet.pages == sheet.sheets, "an ordinary entry fits on one page"
    text = text_of_pdf(sheet.pdf).replace("\n", "")
    assert row.number in text
    assert row.name in text
    assert [one.role for one in service.signatures(record)] == case["roles"]
    for signature in service.signatures(record):
        service.sign(record, signature.role, TODAY, by=signature.signer or "程思思")
    ready = service.row(record)
    assert ready.state == "ready"
    assert ready.due_on is not None
    assert ready.due_on > TODAY
    done = service.carry_out(record, TODAY, case["completion"])
    after_the_receipt(house, record, done.receipt)
    assert service.row(record).state == case["ends"]
    if case["ends"] == "in_force":
        its_end(house, record)
    assert papers.drawing(application_paper(service, settings, record)).sheet().pages
    assert service.detail(record).steps
    assert house.desk.check() == ()


def after_the_receipt(house: House, record: int, receipt: int | None) -> None:
    """Hand over and sign for what the application handed over, if anything."""
    if receipt is None:
        return
    assert house.applications.row(record).state == "opened"
    house.receipts.hand_over(receipt, TODAY)
    assert house.applications.row(record).state == "receipted"
    house.receipts.sign(receipt, TODAY)


def its_end(house: House, record: int) -> None:
    """What was granted is remembered before its end, stands in 今日 with its clause, and is ended by the clerk."""
    row = house.applications.row(record)
    if row.until_on is not None:
        house.clock.at += row.until_on - TODAY
        (todo,) = [one for one in REGISTER.todos(house.applications, house.clock.today()) if one.record == record]
        assert (todo.due, todo.action) == (row.until_on, "end")
        assert todo.clause
        house.later(1)
        assert house.applications.row(record).late
        assert "已到期" in house.applications.row(record).progress
    else:
        assert row.progress.endswith("长期有效")
        house.clock.at += timedelta(days=400)
    house.applications.end(record, house.clock.today(), "到期")
    assert house.applications.row(record).state == "closed"
    assert not [one for one in REGISTER.todos(house.applications, house.clock.today()) if one.record == record]


def test_a_second_subscription_of_the_same_magazine_is_asked_about(house: House):
    """M0-7: what is subscribed already is found, however its title is written."""
    case = json.loads((Path(__file__).parent / "kinds" / "magazine_subscription.json").read_text("utf-8"))[0]
    staff = applicant(house, case)
    first = house.applications.enter(ApplicationEntry(staff, case["fields"], "magazine_subscription"))
    again = {**case["fields"], "magazine": f" 《{case['fields']['magazine'].strip('《》')}》 "}
    entry = ApplicationEntry(staff, again, "magazine_subscription")
    with pytest.raises(NeedsConfirmation) as asked:
        house.applications.enter(entry)
    assert asked.value.key == TWIN
    assert house.applications.row(first).number in str(asked.value)
    second = house.applications.enter(entry, confirmed={TWIN})
    assert house.applications.row(second).number == "DZ-2026-0002"
    house.applications.void(second, TODAY, "重复")
    house.applications.void(first, TODAY, "不订了")
    assert house.applications.enter(entry)


def test_four_working_days_count_from_the_approval_and_over_the_holidays(house: House):
    """M2-1, M14-1: 002/12.一 – the New Year's holiday is not worked."""
    case = json.loads((Path(__file__).parent / "kinds" / "line_work.json").read_text("utf-8"))[0]
    house.clock.at += date(2025, 12, 30) - TODAY
    record = house.applications.enter(ApplicationEntry(applicant(house, case), past(case["fields"]), "line_work"))
    for signature in house.applications.signatures(record):
        house.applications.sign(record, signature.role, date(2025, 12, 30), by="程思思")
    # 2025-12-31 is worked, 1 to 3 January are off, Sunday the 4th is worked in exchange (调休)
    assert house.applications.row(record).due_on == date(2026, 1, 6)


@pytest.mark.parametrize(("day", "due"), [("2026-12-11", date(2026, 12, 11)), ("2026-12-01", date(2026, 12, 8))])
def test_a_leavers_mailbox_is_due_on_the_last_day_or_as_usual_where_that_is_past(house: House, day: str, due: date):
    """M15-6, M1-10: the work is remembered for the day it is for; three working days where that day is gone."""
    case = json.loads((Path(__file__).parent / "kinds" / "account_change.json").read_text("utf-8"))[0]
    entry = ApplicationEntry(applicant(house, case), {**case["fields"], "leave_on": day}, "account_change")
    record = house.applications.enter(entry)
    house.sign_all(record)
    assert house.applications.row(record).due_on == due


def past(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The entries without dates of their own."""
    return {key: value for key, value in fields.items() if not str(value).startswith("2026-")}


def test_a_second_agreement_of_the_same_person_is_asked_about(house: House):
    case = json.loads((Path(__file__).parent / "kinds" / "staff_nda.json").read_text("utf-8"))[0]
    house.applications.enter(ApplicationEntry(applicant(house, case), case["fields"], "staff_nda"))
    with pytest.raises(NeedsConfirmation) as asked:
        house.applications.enter(ApplicationEntry(applicant(house, case), case["fields"], "staff_nda"))
    assert asked.value.key == TWIN
    another = house.staff.numbered("A10233")
    assert another is not None
    assert house.applications.enter(ApplicationEntry(another, case["fields"], "staff_nda"))


def test_what_somebody_who_left_still_has_stands_in_today_until_it_is_ended(house: House):
    """004/第十条, 001/三4·三3 (M1-10): a leaver's forwarding is to be ended, his agreement goes on."""
    staff = house.staff.numbered("A10233")
    assert staff is not None
    forwarding = house.in_force(staff, until=None)
    case = json.loads((Path(__file__).parent / "kinds" / "staff_nda.json").read_text("utf-8"))[0]
    agreement = house.applications.enter(ApplicationEntry(staff, case["fields"], "staff_nda"))
    house.sign_all(agreement)
    receipt = house.applications.carry_out(agreement, TODAY, case["completion"]).receipt
    after_the_receipt(house, agreement, receipt)
    assert house.state(agreement) == "in_force"
    house.staff.leave(staff, TODAY)
    (todo,) = [todo for todo in REGISTER.todos(house.applications, TODAY) if todo.title == "离职待收回"]
    assert (todo.record, todo.due, todo.action, todo.clause) == (forwarding, TODAY, "end", "004/第十条")
    house.applications.end(forwarding, TODAY, "本人离职")
    assert not [todo for todo in REGISTER.todos(house.applications, TODAY) if todo.title == "离职待收回"]
