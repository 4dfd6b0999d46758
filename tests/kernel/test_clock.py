from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from desk_mailadmin.kernel.clock import DayClock, StillClock, SystemClock


def test_the_system_clock_carries_the_zone_and_agrees_with_its_date() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is not None
    assert SystemClock().today() in {before.astimezone().date(), datetime.now().astimezone().date()}


def test_a_day_clock_stays_on_its_day_and_keeps_the_order_of_what_happens() -> None:
    clock = DayClock(date(2026, 10, 8))
    first, second = clock.now(), clock.now()
    assert clock.today() == first.date() == date(2026, 10, 8)
    assert first.tzinfo is not None
    assert first <= second or second.date() == first.date()


def test_a_still_clock_stands_until_it_is_moved() -> None:
    clock = StillClock.on(date(2026, 10, 8), hour=14)
    assert clock.now() == clock.now()
    assert (clock.today(), clock.now().hour) == (date(2026, 10, 8), 14)
    clock.at += timedelta(days=1)
    assert clock.today() == date(2026, 10, 9)


def test_a_still_clock_keeps_a_zone_it_is_given() -> None:
    at = datetime(2026, 10, 8, 23, 30, tzinfo=timezone(timedelta(hours=8)))
    assert StillClock(at).now() is at
    assert StillClock(at).today() == date(2026, 10, 8)
