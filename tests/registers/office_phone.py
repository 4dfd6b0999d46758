"""Records of the daily telephone work, for every test that needs them: partners, messages, the switchboard, sales."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from desk_mailadmin.registers.computers.rules import ComputerEntry
from desk_mailadmin.registers.faxes.rules import FaxEntry, SpotCheck
from desk_mailadmin.registers.messages.rules import MessageEntry, Passing
from desk_mailadmin.registers.partners.rules import PartnerEntry
from desk_mailadmin.registers.sales.rules import DayFigures
from desk_mailadmin.registers.salespeople.rules import SalespersonEntry
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


def seller(house: House, staff: int | None = None, **changes: Any) -> int:
    """Somebody of two years' standing whose calls and faxes are counted; the person's id."""
    whose = house.person(extension="8042") if staff is None else staff
    values = {"since": date(2026, 1, 1), "joined_on": date(2024, 11, 1), **changes}
    house.services["salespeople"].add(SalespersonEntry(staff=whose, **values))
    return whose


def fax(**changes: Any) -> FaxEntry:
    """A fax that counts, or as ``changes`` say."""
    values = {
        "contact": "陈磊", "post": "采购经理", "company": "青岛海通物流公司", "phone": "0532-55518008",
        "fax": "0532-55518009", "called": True, "sent_at": "09:20", **changes,
    }  # fmt: skip
    return FaxEntry(**values)


def sold(house: House, staff: int, day: date = TODAY, minutes: int = 0, faxes: int = 0, **more: Any) -> int:
    """Somebody's day with so many minutes and faxes; the record."""
    figures = DayFigures(staff=staff, minutes=minutes, faxes_told=faxes, **more)
    (record,) = house.services["sales"].enter_day(day, [figures])
    return int(record)


def _fill_sales(house: House, people: Sequence[int]) -> None:
    sales, faxes = house.services["sales"], house.services["faxes"]
    sellers = [seller(house, staff) for staff in people[:5]]
    salespeople = house.services["salespeople"]
    (gone,) = [row.id for row in salespeople.counted_on(TODAY) if row.staff == sellers[4]]
    valid, confirmed, false, punished, *_rest = faxes.enter(
        sellers[0], TODAY, [fax(), fax(sent_at="10:00"), fax(sent_at="11:00"), fax(sent_at="12:00"), fax(post=""),
                            fax(called=False)],
    )  # fmt: skip
    faxes.check([confirmed], SpotCheck(TODAY, "程思思", is_true=True))
    faxes.check([false, punished], SpotCheck(TODAY, "程思思", is_true=False, finding="对方说没有收到"))
    faxes.punished([punished], "CF-2026-0099")
    assert valid
    yesterday, week_ago = TODAY - timedelta(days=1), TODAY - timedelta(days=7)
    sold(house, sellers[0], yesterday, 120, 9)
    sold(house, sellers[1], yesterday, 80, 8)
    sales.make_up({sold(house, sellers[2], yesterday, 90, 8): (10, 0)})
    sold(house, sellers[3], yesterday, absence="请病假")
    sales.make_up({sold(house, sellers[1], TODAY - timedelta(days=2), 80, 8): (5, 0)})
    for staff, done in ((sellers[2], True), (sellers[4], False)):
        record = sold(house, staff, week_ago, 50, 2)
        sales.make_up({record: (0, 0)})
        sales.settle_sunday([record], "程思思", done=done)
    salespeople.end(gone, TODAY)


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
    _fill_sales(house, people)
    computers = house.services["computers"]
    computers.add(ComputerEntry("PC-0001", people[0], TODAY, "192.168.1.11"))
    computers.retire(computers.add(ComputerEntry("PC-0002", people[1], TODAY)), TODAY)
