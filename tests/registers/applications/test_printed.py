from __future__ import annotations

from datetime import timedelta

import pytest

from desk_mailadmin.documents.application_kind import ApplicationKind
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.papers import Paper
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.printed import (
    application_paper,
    blank_data,
    figures,
    form_data,
    person_data,
)
from desk_mailadmin.registers.mailboxes.rules import OUTGOING_MB, QUOTA_MB
from tests.registers.builders import BRANCH, BRANCH_DOMAIN, DOMAIN, TODAY, House, fields


def account_kind(house: House) -> ApplicationKind:
    return house.applications.asked("account_application")


def test_the_sheet_carries_the_data_of_the_day_it_was_filled_in(house: House):
    record = house.signing(house.person(emp_no="A10417", post="经理"), rights=["互联网收发", "内部收发"])
    house.decide(QUOTA_MB, 50, TODAY + timedelta(days=1))
    house.decide(OUTGOING_MB, 9, TODAY + timedelta(days=1))
    house.later(2)
    paper = application_paper(house.applications, house.desk.settings, record)
    assert (paper.kind, paper.record, paper.form, paper.number, paper.mark) == (
        "application",
        record,
        "account_application",
        "YJ-2026-0001",
        "",
    )
    assert paper.data["date"] == "2026 年 12 月 3 日"
    assert (paper.data["quota"], paper.data["send_limit"]) == ("10 MB", "2 MB")
    assert (paper.data["name"], paper.data["emp_no"], paper.data["post"], paper.data["route"]) == (
        "周文博",
        "A10417",
        "经理",
        "headquarters",
    )
    assert paper.data["rights"] == ["内部收发", "互联网收发"]
    assert paper.data["address"] == f"zhouwenbo@{DOMAIN}"


def test_a_draft_and_a_void_are_marked(house: House):
    draft = house.applications.draft(ApplicationEntry(house.person()))
    assert application_paper(house.applications, house.desk.settings, draft).mark == "草稿"
    house.applications.void(draft, TODAY, "不申请了")
    assert application_paper(house.applications, house.desk.settings, draft).mark == "作废"


def test_what_is_being_filled_in_shows_person_fields_and_the_figures_in_force(house: House):
    person = house.person("高丹", branch=BRANCH, dept="销售部")
    known = figures(house.desk.settings, TODAY)
    data = {
        **person_data(house.applications, person),
        **form_data(
            account_kind(house),
            account_kind(house).route("branch"),
            fields(f"gaodan@{BRANCH_DOMAIN}", quota_mb=8),
            known,
            TODAY,
        ),
    }
    assert (data["name"], data["unit"], data["route"], data["quota"]) == ("高丹", BRANCH, "branch", "8 MB")
    assert (data["date"], data["send_limit"]) == ("2026 年 12 月 3 日", "2 MB")
    paper = Paper("application", 0, "account_application", "", data, "草稿")
    assert house.services["papers"].drawing(paper).sheet().pages == 2


def test_an_entry_without_a_quota_shows_the_figure_in_force(house: House):
    kind = account_kind(house)
    known = figures(house.desk.settings, TODAY)
    assert form_data(kind, kind.routes[0], {}, known, TODAY)["quota"] == "10 MB"


@pytest.mark.parametrize(("route", "unit"), [("headquarters", "总部"), ("branch", "")])
def test_an_empty_form_names_the_unit_where_it_can_be_known(house: House, route: str, unit: str):
    declared = account_kind(house).route(route)
    data = dict(blank_data(house.applications, house.desk.settings, "account_application", declared, TODAY))
    boxes = data.pop("sign_boxes")
    assert data == {"unit": unit, "route": route, "quota": "10 MB", "send_limit": "2 MB"}
    assert sum(map(len, boxes)) == len(declared.steps)


def test_a_name_no_font_can_draw_is_named_before_anything_is_printed(house: House):
    record = house.signing(house.person("周\U0001f600"), f"zhou@{DOMAIN}")
    paper = application_paper(house.applications, house.desk.settings, record)
    with pytest.raises(UserError, match="\U0001f600"):
        house.services["papers"].drawing(paper).sheet()
