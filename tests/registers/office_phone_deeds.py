"""For every public method of the daily telephone work that writes: how to make ready for it, and the deed itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace

from desk_mailadmin.registers.computers.rules import SECOND, ComputerEntry
from desk_mailadmin.registers.faxes.rules import SpotCheck
from desk_mailadmin.registers.messages.rules import Passing
from tests.registers.builders import TODAY, House
from tests.registers.office_phone import closing, fax, message, partner, seller, sold

Deed = Callable[[House], object]


def _contact_ready_for(house: House, method: str) -> Deed:
    partners = house.services["partners"]
    record = partners.add(partner())
    if method == "resume":
        partners.end(record, TODAY)
    deeds: dict[str, Deed] = {
        "add": lambda h: h.services["partners"].add(partner("宁波恒丰五金厂")),
        "edit": lambda h: h.services["partners"].edit(record, partner(post="经理")),
        "end": lambda h: h.services["partners"].end(record, TODAY),
        "resume": lambda h: h.services["partners"].resume(record),
    }
    return deeds[method]


def _message_ready_for(house: House, method: str) -> Deed:
    messages, staff = house.services["messages"], house.person()
    record = messages.enter(message(staff))
    if method == "take_back":
        messages.pass_on([record], Passing(TODAY, "10:30", "phone"))
    deeds: dict[str, Deed] = {
        "enter": lambda h: h.services["messages"].enter(message(staff)),
        "edit": lambda h: h.services["messages"].edit(record, message(staff, caller="王先生")),
        "pass_on": lambda h: h.services["messages"].pass_on([record], Passing(TODAY, "10:30", "phone")),
        "take_back": lambda h: h.services["messages"].take_back(record),
        "void": lambda h: h.services["messages"].void(record, TODAY, "重复"),
    }
    return deeds[method]


def _switchboard_ready_for(house: House, method: str) -> Deed:
    log = house.services["switchboard"]
    record = log.enter(closing(house))
    if method == "take_back":
        log.reverse(record, TODAY, "15:00", "周敏")
    deeds: dict[str, Deed] = {
        "enter": lambda h: h.services["switchboard"].enter(closing(h)),
        "edit": lambda h: h.services["switchboard"].edit(record, closing(h, extension="8043")),
        "reverse": lambda h: h.services["switchboard"].reverse(record, TODAY, "15:00", "周敏"),
        "take_back": lambda h: h.services["switchboard"].take_back(record),
    }
    return deeds[method]


def _seller_ready_for(house: House, method: str) -> Deed:
    people, staff = house.services["salespeople"], house.person()
    entry = people.proposed(staff, TODAY)
    if method == "add_all":
        return lambda h: h.services["salespeople"].add_all([entry])
    record = people.add(entry)
    if method == "resume":
        people.end(record, TODAY)
    deeds: dict[str, Deed] = {
        "edit": lambda h: h.services["salespeople"].edit(record, replace(entry, earlier_months=14)),
        "end": lambda h: h.services["salespeople"].end(record, TODAY),
        "resume": lambda h: h.services["salespeople"].resume(record),
    }
    return deeds[method]


def _fax_ready_for(house: House, method: str) -> Deed:
    faxes, staff = house.services["faxes"], seller(house)
    (record,) = faxes.enter(staff, TODAY, [fax()])
    false = SpotCheck(TODAY, "程思思", is_true=False, finding="对方没有收到")
    if method in ("uncheck", "punished"):
        faxes.check([record], false)
    deeds: dict[str, Deed] = {
        "enter": lambda h: h.services["faxes"].enter(staff, TODAY, [fax()]),
        "edit": lambda h: h.services["faxes"].edit(record, fax(post="")),
        "check": lambda h: h.services["faxes"].check([record], false),
        "uncheck": lambda h: h.services["faxes"].uncheck(record),
        "punished": lambda h: h.services["faxes"].punished([record], "CF-2026-0001"),
        "remove": lambda h: h.services["faxes"].remove(record),
    }
    return deeds[method]


def _day_ready_for(house: House, method: str) -> Deed:
    sales, staff = house.services["sales"], seller(house)
    if method == "enter_day":
        return lambda h: sold(h, staff)
    record = sold(house, staff, TODAY - timedelta(days=7))
    if method == "settle_sunday":
        sales.make_up({record: (0, 0)})
    deeds: dict[str, Deed] = {
        "make_up": lambda h: h.services["sales"].make_up({record: (10, 0)}),
        "settle_sunday": lambda h: h.services["sales"].settle_sunday([record], "程思思", done=True),
        "remove": lambda h: h.services["sales"].remove(record),
    }
    return deeds[method]


def _computer_ready_for(house: House, method: str) -> Deed:
    computers, staff = house.services["computers"], house.person()
    record = computers.add(ComputerEntry("PC-1", staff, TODAY))
    if method == "restore":
        computers.retire(record, TODAY)
    other = ComputerEntry("PC-2", staff, TODAY)
    deeds: dict[str, Deed] = {
        "add": lambda h: h.services["computers"].add(other, {SECOND}),
        "edit": lambda h: h.services["computers"].edit(record, other),
        "retire": lambda h: h.services["computers"].retire(record, TODAY),
        "restore": lambda h: h.services["computers"].restore(record),
    }
    return deeds[method]


OFFICE_PHONE: dict[tuple[str, str], Callable[[House], Deed]] = {
    **{
        ("computers", method): lambda house, method=method: _computer_ready_for(house, method)
        for method in ("add", "edit", "retire", "restore")
    },
    **{
        ("partners", method): lambda house, method=method: _contact_ready_for(house, method)
        for method in ("add", "edit", "end", "resume")
    },
    **{
        ("messages", method): lambda house, method=method: _message_ready_for(house, method)
        for method in ("enter", "edit", "pass_on", "take_back", "void")
    },
    **{
        ("switchboard", method): lambda house, method=method: _switchboard_ready_for(house, method)
        for method in ("enter", "edit", "reverse", "take_back")
    },
    **{
        ("salespeople", method): lambda house, method=method: _seller_ready_for(house, method)
        for method in ("add_all", "edit", "end", "resume")
    },
    **{
        ("faxes", method): lambda house, method=method: _fax_ready_for(house, method)
        for method in ("enter", "edit", "check", "uncheck", "punished", "remove")
    },
    **{
        ("sales", method): lambda house, method=method: _day_ready_for(house, method)
        for method in ("enter_day", "make_up", "settle_sunday", "remove")
    },
}
