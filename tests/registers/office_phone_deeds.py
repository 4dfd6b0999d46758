"""For every public method of the daily telephone work that writes: how to make ready for it, and the deed itself."""

from __future__ import annotations

from collections.abc import Callable

from desk_mailadmin.registers.messages.rules import Passing
from tests.registers.builders import TODAY, House
from tests.registers.office_phone import closing, message, partner

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


OFFICE_PHONE: dict[tuple[str, str], Callable[[House], Deed]] = {
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
}
