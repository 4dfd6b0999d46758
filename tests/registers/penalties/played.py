"""Months of cases played through the real services: served, deducted, waived, voided, reversed, paid back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.service import SAME
from tests.registers.builders import House

ACTS: tuple[dict[str, Any], ...] = (
    {"act": "call_168", "fee_fen": 860, "facts": "10 月账单列有声讯台 16895588 一次，通话 4 分 18 秒，话费 8.60 元，登记表无登记"},
    {"act": "forward_unrelated", "facts": "向外部地址转发与工作无关的邮件"},
    {"act": "big_mail", "fine_fen": 60_000, "reason": "第二次提醒后再犯", "facts": "向异地发送 6.8 MB 邮件，没有压缩，也没有分次发送，收件方信箱退信"},
    {"act": "call_168", "fee_fen": 1_255, "facts": "=拨打声讯台", "execution": "cash"},
)  # fmt: skip


def people(house: House, count: int) -> list[int]:
    """Return people of several departments."""
    return [house.person(f"{'周程沈韩罗梅'[n % 6]}文{'博思雪梅华琪瑶'[n % 7]}", dept=f"业务{'一二三四五'[n % 5]}部") for n in range(count)]  # fmt: skip


def play(house: House, count: int, days: int = 20, *, staff: int = 8) -> list[int]:
    """Enter ``count`` cases over so many days from today on and lead each a different way; return their ids."""
    whose, found = people(house, staff), []
    for number in range(count):
        house.clock.at += timedelta(days=days / max(1, count))
        values = {"occurred_on": house.clock.today() - timedelta(days=number % 3), **ACTS[number % len(ACTS)]}
        found.append(_entered(house, whose[number % staff], values))
        _led(house, found[-1], number)
    return found


def _entered(house: House, staff: int, values: dict[str, Any]) -> int:
    return house.penalties.enter(PenaltyEntry(staff=staff, **values), confirmed={SAME})


def _led(house: House, record: int, number: int) -> None:
    today = house.clock.today()
    match number % 11:
        case 3:
            house.penalties.void(record, today, "开错了人")
        case 5:
            house.penalties.refuse(record, today, "罗建华", "不同意")
        case 7:
            house.penalties.sign(record, today)
            house.penalties.reverse(record, today, "份数录错", "王志刚")
        case 0:
            return
        case 9:
            house.penalties.sign(record, today)
            if house.penalties.row(record).rest_fen > 0:
                house.penalties.waive(
                    record, house.penalties.row(record).rest_fen // 3 + 1, "家庭困难", "王志刚", today
                )
        case _:
            house.penalties.sign(record, today)


def deduct(house: House, month: str, share: int = 100) -> int:
    """Record that payroll deducted ``share`` per cent of each line of a month's list; return the fen."""
    wanted = {line.case.id: line.fen * share // 100 for line in house.penalties.deduction_list(month)}
    amounts = {record: fen for record, fen in wanted.items() if fen}
    house.penalties.deduct(month, amounts, house.clock.today(), "工资表 12")
    return sum(amounts.values())


def go_to(house: House, day: date) -> None:
    """Let the clock show a day."""
    house.later((day - house.clock.today()).days)
