"""The ledger of a November as an office keeps it: cases of every kind, entered, served, paid and put right."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from desk_mailadmin.registers.departments.rules import DepartmentEntry
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.service import PenaltiesService
from tests.registers.builders import DEPARTMENT, HEADQUARTERS, House

PEOPLE = {
    "董浩": "国内业务部", "曹阳": "软件部", "袁媛": "采购部", "傅强": "生产部", "沈佳琪": "国内业务部",
    "高翔": "硬件部", "何美玲": "国际业务部", "邓超群": "软件部", "林志远": "生产部", "梁栋": "质量部",
}  # fmt: skip
BOSS = "王志刚"


def penalties(house: House) -> PenaltiesService:
    """The service under its own type."""
    service: PenaltiesService = house.services["penalties"]
    return service


def november(house: House) -> dict[str, list[int]]:
    """Keep the ledger of October and November 2026; return the cases of each person in their order."""
    at(house, date(2026, 9, 1))
    for dept in sorted(set(PEOPLE.values()) - {DEPARTMENT}):
        house.departments.add(DepartmentEntry(HEADQUARTERS, dept))
    people = {name: house.person(name, dept=dept, emp_no=f"A{n:05}") for n, (name, dept) in enumerate(PEOPLE.items())}
    made: dict[str, list[int]] = {name: [] for name in people}

    def case(name: str, month: int, day: int, act: str, **more: Any) -> int:
        at(house, date(2026, month, day))
        entry = PenaltyEntry(staff=people[name], occurred_on=date(2026, month, day), act=act, found_how="check", **more)
        made[name].append(penalties(house).enter(entry))
        return made[name][-1]

    october(house, case)
    service = penalties(house)
    case("董浩", 11, 2, "big_mail", facts="向异地发送 6.8 MB 邮件", fine_fen=50_000, reason="初次，金额从低")
    case("曹阳", 11, 3, "private_address_outside", facts="公务使用个人邮箱（163）")
    case("袁媛", 11, 5, "private_long_distance", facts="打私人长途 12.40 元", fee_fen=1_240)
    case("傅强", 11, 9, "call_168", facts="拨打 168 声讯台 8.60 元", fee_fen=860)
    served = case("沈佳琪", 11, 11, "forward_unrelated", facts="转发与工作无关的邮件")
    service.sign(served, date(2026, 11, 11))
    service.report_to_hr([served], date(2026, 11, 11))
    case("高翔", 11, 12, "not_standby", facts="待机时段手机关机")
    wrong = case("何美玲", 11, 16, "alarm_phone", facts="占用门卫报警电话")
    appealed = case("邓超群", 11, 18, "big_mail", facts="一次发送 12 MB 附件", fine_fen=60_000, reason="附件过大")
    case("林志远", 11, 20, "phone_damaged", facts="人为损坏对讲机", cost_fen=38_000)
    case("曹阳", 11, 23, "private_address_outside", facts="公务使用个人邮箱（163）")
    case("梁栋", 11, 25, "alarm_phone", facts="占用门卫报警电话")
    at(house, date(2026, 11, 26))
    made["何美玲"].append(service.reverse(wrong, date(2026, 11, 26), "份数录错", BOSS))
    service.sign(appealed, date(2026, 11, 26))
    service.appeal(appealed, date(2026, 11, 26), "附件是客户要的图纸")
    case("沈佳琪", 11, 27, "forward_unrelated", facts="转发与工作无关的邮件")
    for name in ("董浩", "袁媛", "梁栋"):
        service.sign(made[name][-1], date(2026, 11, 27))
        service.pay_cash(made[name][-1], service.row(made[name][-1]).rest_fen, date(2026, 11, 27))
    return made


def october(house: House, case: Any) -> None:
    """Two cases of October, one of them by who does it again in November."""
    case("傅强", 10, 9, "call_168", facts="拨打 168 声讯台 4.00 元", fee_fen=400)
    case("高翔", 10, 12, "not_standby", facts="待机时段手机关机")


def at(house: House, day: date) -> None:
    """Let it be two o'clock in the afternoon of a day."""
    house.clock.at = datetime.combine(day, time(14)).astimezone()
