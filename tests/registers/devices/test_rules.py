from __future__ import annotations

from datetime import timedelta

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.devices.rules import DeviceEntry, check_day, checked
from tests.registers.builders import TODAY, refusal

DAY = timedelta(days=1)


def test_texts_come_back_trimmed():
    assert checked(DeviceEntry("radio", " 对讲机 ", "RX-1 "), TODAY) == DeviceEntry("radio", "对讲机", "RX-1")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (DeviceEntry("car", "车"), ("kind", "没有“car”这一类，只有 mobile、radio、set、other。")),
        (DeviceEntry("radio", " "), ("model", "还没有写名称和型号。")),
        (DeviceEntry("radio", "对讲机", value_fen=-1), ("value_fen", "价值不能是负数。")),
        (DeviceEntry("radio", "对讲机", bought_on=TODAY + DAY), ("bought_on", "购置日期还没有到。")),
    ],
)
def test_what_cannot_stand_is_named(entry, said):
    with pytest.raises(UserError) as fault:
        checked(entry, TODAY)
    assert refusal(fault.value) == said


@pytest.mark.parametrize(
    ("on", "since", "said"),
    [(TODAY + DAY, None, "日期还没有到。"), (TODAY - DAY, TODAY, "日期早于领用日期 2026-12-03。")],
)
def test_a_day_lies_between_issue_and_today(on, since, said):
    check_day(TODAY, TODAY, TODAY)
    with pytest.raises(UserError) as fault:
        check_day(on, since, TODAY)
    assert refusal(fault.value) == ("on", said)
