"""A kind of application of an office's own, as CONTRIBUTING.md tells it: from its files to its end, no Python in between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.printed import application_paper
from desk_mailadmin.registers.applications.register import REGISTER
from desk_mailadmin.registers.applications.service import TWIN
from tests.registers.builders import TODAY, House, new_house

DOCUMENT = Path(__file__).parents[2] / "CONTRIBUTING.md"
FORM = "meeting_room_key"


def told(language: str, place: str) -> str:
    """The block of the document that stands below the name of a file."""
    found = re.search(rf"`forms/{FORM}/{place}`:\n\n```{language}\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    folder = tmp_path / "desk"
    made = new_house(folder)
    made.person("周文博", emp_no="A10417", extension="8042")
    own = folder / "forms" / FORM
    own.mkdir(parents=True)
    (own / "form.toml").write_text(told("toml", "form.toml"), "utf-8")
    (own / "sample.json").write_text(told("json", "sample.json"), "utf-8")
    made.office.papers.library.reload()
    yield made
    made.office.close()


def wish(house: House, **changes: Any) -> ApplicationEntry:
    staff = house.staff.numbered("A10417")
    assert staff is not None
    fields = {"room": "第一会议室", "purpose": "内部会议", "from_on": "2026-12-04", "until": "2026-12-04", **changes}
    return ApplicationEntry(staff, fields, FORM)


def test_the_told_form_is_taken_without_a_problem(house: House):
    assert house.office.papers.problems == ()
    assert house.applications.kinds[FORM].title == "会议室钥匙领用单"


def test_the_key_is_asked_for_signed_handed_out_and_returned(house: House):
    service, papers = house.applications, house.office.papers
    record = service.enter(wish(house))
    row = service.row(record)
    assert (row.number, row.subject) == ("YS-2026-0001", "第一会议室　内部会议")
    drawing = papers.drawing(application_paper(service, house.desk.settings, record))
    text = text_of_pdf(drawing.sheet().pdf).replace("\n", "")
    assert "部门经理意见" in text
    assert "办公室意见" not in text
    form, _code = papers.read_code(str(drawing.digits))
    assert REGISTER.scans(form.spec), "a scanned sheet leads to its application"
    assert papers.number_of(str(drawing.digits)) == row.number
    service.sign(record, "department_manager", TODAY)
    with pytest.raises(UserError, match="还没有填领取时间。"):
        service.carry_out(record, TODAY)
    service.carry_out(record, TODAY, {"handed_at": "905"})
    assert service.row(record).state == "in_force"
    house.later(1)
    (todo,) = REGISTER.todos(service, house.clock.today())
    assert (todo.number, todo.action_title) == ("YS-2026-0001", "归还…")
    service.end(record, house.clock.today(), "钥匙已还")
    assert service.row(record).state == "closed"


def test_a_visit_asks_for_more_and_for_the_offices_signature(house: House):
    with pytest.raises(UserError, match="还没有填来访单位。"):
        house.applications.enter(wish(house, purpose="接待来访"))
    record = house.applications.enter(wish(house, purpose="接待来访", guests="恒昌物流"))
    assert [one.role for one in house.applications.signatures(record)] == ["department_manager", "office"]


def test_a_room_that_is_spoken_for_is_asked_about(house: House):
    house.applications.enter(wish(house))
    with pytest.raises(NeedsConfirmation) as asked:
        house.applications.enter(wish(house))
    assert asked.value.key == TWIN
    assert house.applications.enter(wish(house, room="第二会议室"))


def test_its_list_has_its_columns_and_its_empty_sheet_its_boxes(house: House):
    house.applications.enter(wish(house))
    query = Query(filters={"kind": FORM})
    assert len(house.applications.keys(query)) == 1
    columns = {column.key for column in REGISTER.columns_for(house.applications, query)}
    assert {"field.room", "field.until"} <= columns
    house.office.papers.try_form(FORM)


def test_entries_that_no_route_fits_are_refused_before_a_number_is_taken(house: House):
    own = house.desk.folder / "forms" / FORM / "form.toml"
    text = own.read_text("utf-8")
    usual = next(line for line in text.splitlines() if 'key = "usual"' in line)
    own.write_text(text.replace(usual, ""), "utf-8")
    house.office.papers.library.reload()
    with pytest.raises(UserError, match="这样填写没有适用的签字路线，改一改选项。"):
        house.applications.enter(wish(house))
    record = house.applications.enter(wish(house, purpose="接待来访", guests="恒昌物流"))
    assert house.applications.row(record).number == "YS-2026-0001"
