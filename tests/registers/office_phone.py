"""Records of the daily telephone work, for every test that needs them: partners, messages, the switchboard, sales."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from desk_mailadmin.registers.messages.rules import MessageEntry, Passing
from desk_mailadmin.registers.partners.rules import PartnerEntry
from desk_mailadmin.registers.switchboard.rules import Deed
from tests.registers.builders import TODAY, House


def partner(company: str = "青岛海通物流公司", **changes: Any) -> PartnerEntry:
    """A contact with a telephone number, or as ``changes`` say."""
    return PartnerEntry(company, **{"contact": "陈磊", "phone": "0532-55518008", **changes})


def message(staff: int, **changes: Any) -> MessageEntry:
    """Somebody who wants to be called back, or as ``changes`` say."""
    values = {"caller": "刘女士", "phone": "13900000137", "taken_on": TODAY, "taken_at": "09:12", **changes}
    return MessageEntry(staff=staff, **values)


def closing(house: House, **changes: Any) -> Deed:
    """An outside line closed at the word of the manager himself, or as ``changes`` say."""
    values = {
        "branch": house.branches.named("总部") or 0,
        "extension": "8042",
        "dept": "国际业务部",
        "deed": "close",
        "what": "outside_line",
        "area": "inside",
        "asked_by": "程思思",
        "asked_rank": "manager",
        "operator": "周敏",
        "done_on": TODAY,
        "done_at": "14:05",
        **changes,
    }
    return Deed(**values)


def fill_office_phone(house: House, people: Sequence[int]) -> None:
    """Bring in records in every state of these registers."""
    partners, messages = house.services["partners"], house.services["messages"]
    partners.add(partner(staff=people[0]))
    partners.add(partner("宁波恒丰五金厂", contact="孙经理", fax="0574-55513301"))
    partners.end(partners.add(partner("上海远景广告公司", contact="")), TODAY)
    messages.enter(message(people[0]))
    messages.pass_on([messages.enter(message(people[1], wish="again", phone=""))], Passing(TODAY, "10:30", "phone"))
    messages.void(messages.enter(message(people[2], wish="note", text="样品已寄出")), TODAY, "重复登记")
    switchboard = house.services["switchboard"]
    switchboard.enter(closing(house))
    outside = {"area": "outside", "cause": "arrears", "taken_by": "front_office", "reason": "上月话费未交"}
    record = switchboard.enter(closing(house, extension="8117", what="extension", **outside))
    switchboard.reverse(record, TODAY, "16:00", "周敏")
    switchboard.enter(closing(house, extension="8001", deed="open", done_on=date(2026, 11, 30)))
