"""The daily telephone work of the sample company: partners, messages, the switchboard, two weeks of selling."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.kernel.dates import WorkCalendar
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.office import Office
from desk_mailadmin.registers.computers.rules import ComputerEntry
from desk_mailadmin.registers.faxes.rules import FaxEntry, SpotCheck
from desk_mailadmin.registers.messages.rules import MessageEntry, Passing
from desk_mailadmin.registers.partners.rules import PartnerEntry
from desk_mailadmin.registers.sales.listing import SalesRow
from desk_mailadmin.registers.sales.rules import DayFigures
from desk_mailadmin.registers.switchboard.rules import Deed

_OF_THE_STORY = ("person", "days_ago", "passed_at", "reversed_at", "finding")


def play_office_phone(office: Office, people: Sequence[int], folder: Path | None = None) -> None:
    """Play ``resources/sample/office_phone.toml`` with these people."""
    path = (folder or asset_dir("resources")) / "sample" / "office_phone.toml"
    told = tomllib.loads(path.read_text("utf-8"))
    for partner in told["partner"]:
        keeper = people[partner["person"]] if "person" in partner else None
        office.services["partners"].add(PartnerEntry(**_given(partner), staff=keeper))
    for message in told["message"]:
        _take(office, message, people[message["person"]])
    for deed in told["switchboard"]:
        _switch(office, deed)
    _sell(office, told["sales"])
    _appoint(office, told["appointed"])
    for number, place in enumerate(told["computers"]):
        entry = ComputerEntry(f"PC-{number + 1:04d}", people[number], _days_before(office, 20), place=place)
        office.services["computers"].add(entry)


def _given(told: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if key not in _OF_THE_STORY}


def _days_before(office: Office, count: int) -> date:
    day, calendar = office.desk.clock.today(), office.desk.workdays.calendar()
    return _back(calendar, day, count)


def _back(calendar: WorkCalendar, day: date, count: int) -> date:
    for _ in range(count):
        day = calendar.last_on_or_before(day - timedelta(days=1))
    return day


def _take(office: Office, told: Mapping[str, Any], staff: int) -> None:
    messages, day = office.services["messages"], _days_before(office, told["days_ago"])
    record = messages.enter(MessageEntry(staff=staff, taken_on=day, **_given(told)))
    if "passed_at" in told:
        messages.pass_on([record], Passing(day, told["passed_at"], "phone"))


def _switch(office: Office, told: Mapping[str, Any]) -> None:
    log, day = office.services["switchboard"], _days_before(office, told["days_ago"])
    branch = office.services["branches"].names()[0][0]
    record = log.enter(Deed(branch=branch, operator=office.desk.who, done_on=day, **_given(told)))
    if "reversed_at" in told:
        log.reverse(record, day, told["reversed_at"], office.desk.who)


def _sell(office: Office, told: Mapping[str, Any]) -> None:
    """Play the selling: who sells, the last working days, what was made up, and one day's faxes of the first."""
    sellers = _sellers(office, told["dept"], told["count"])
    if not sellers:
        return
    people = office.services["salespeople"]
    since = _days_before(office, len(told["days"]) + 1)
    people.add_all([people.proposed(staff, since) for staff in sellers])
    for place, figures in enumerate(told["days"]):
        day = _days_before(office, len(told["days"]) - place)
        rows = _sell_a_day(office, day, zip(sellers, figures, strict=False))
        if place + 1 < len(told["days"]):
            _make_up(office, rows, owing=place == told["owing"])
    _send(office, sellers[0], told)


def _sellers(office: Office, dept: str, count: int) -> list[int]:
    staff = office.services["staff"]
    rows = staff.rows(staff.keys(Query(segment="active", sort="hired_on", descending=True)))
    return [row.id for row in rows if row.dept == dept][:count]


def _sell_a_day(office: Office, day: date, figures: Any) -> Sequence[SalesRow]:
    sales = office.services["sales"]
    counted = {line.staff for line in sales.sheet(day)}
    given = [_figures(staff, *done) for staff, done in figures if staff in counted]
    rows: Sequence[SalesRow] = sales.rows(sales.enter_day(day, given))
    return rows


def _make_up(office: Office, rows: Sequence[SalesRow], *, owing: bool) -> None:
    """Have what was lacking made up after closing; on one of the days the first still owes half of it."""
    short = [row for row in rows if row.lacking]
    amounts = {row.id: (row.lacking.minutes, row.lacking.faxes) for row in short}
    if owing and short:
        amounts[short[0].id] = (short[0].lacking.minutes // 2, 0)
    office.services["sales"].make_up(amounts)


def _figures(staff: int, minutes: int, faxes: int) -> DayFigures:
    if minutes < 0:
        return DayFigures(staff=staff, absence="出差")
    return DayFigures(staff=staff, minutes=minutes, faxes_told=faxes)


def _send(office: Office, staff: int, told: Mapping[str, Any]) -> None:
    faxes, day = office.services["faxes"], _days_before(office, 1)
    records = faxes.enter(staff, day, [FaxEntry(**_given(fax)) for fax in told["fax"]])
    for record, fax in zip(records, told["fax"], strict=True):
        if "finding" in fax:
            by = str(office.services["branches"].entry(office.services["branches"].names()[0][0]).mail_person)
            faxes.check([record], SpotCheck(day, by or office.desk.who, is_true=False, finding=fax["finding"]))


def _appoint(office: Office, count: int) -> None:
    """Let some departments name who receives their mail and who keeps their secret files; others have not yet."""
    departments, staff = office.services["departments"], office.services["staff"]
    for record in list(departments.keys(Query()))[:count]:
        query = Query(segment="active", filters={"dept": str(record)}, sort="emp_no")
        names = [row.name for row in staff.rows(staff.keys(query)[:3])]
        if len(names) > 1:
            entry = departments.entry(record)
            departments.edit(record, replace(entry, mail_person=names[-1], secret_keeper=names[-2]))
