"""Years of backups thinned one by one as the program does, with clocks that go wrong in between (SAFETY F18)."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desk_mailadmin.store.backup_copy import Facts
from desk_mailadmin.store.backup_keeping import LAST, to_drop
from desk_mailadmin.store.backup_manifest import Backup
from desk_mailadmin.store.journal import Head
from tests.faults.scale import times

BEGIN = datetime.fromisoformat("2026-01-05T09:00:00+08:00")
WRONG = (datetime.fromisoformat("2019-03-01T09:00:00+08:00"), datetime.fromisoformat("2099-12-31T23:00:00+08:00"))
LONG = times(300, 2_000)


def backup(number: int, at: datetime, reason: str) -> Backup:
    return Backup(number, Path(f"{number}"), reason, at.isoformat(), "u", "0", Facts(1, Head(0, ""), {}, "", 0))


def kept_after(moments: list[tuple[datetime, str]]) -> list[Backup]:
    """Make one backup after the other, dropping after each as the program does."""
    kept: list[Backup] = []
    for number, (at, reason) in enumerate(moments, 1):
        kept.append(backup(number, at, reason))
        dropped = {one.number for one in to_drop(kept)}
        kept = [one for one in kept if one.number not in dropped]
    return kept


@st.composite
def lives(draw: st.DrawFn) -> list[tuple[datetime, str, bool]]:
    """A desk's backups over years: (what the clock said, why, whether the clock was right)."""
    now, made = BEGIN, []
    reasons = st.sampled_from(["close", "timer", "import", "upgrade", "restore"])
    for _ in range(draw(st.integers(20, LONG))):
        now += timedelta(hours=draw(st.sampled_from([4, 4, 24, 24, 24, 72, 400])))
        wrong = draw(st.sampled_from([None] * 12 + list(WRONG)))
        made.append((wrong + timedelta(minutes=len(made)) if wrong else now, draw(reasons), wrong is None))
    return made


@settings(max_examples=times(40, 400), deadline=None)
@given(lives())
def test_f18_whatever_the_clock_says_what_the_rule_promises_is_there(life: list[tuple[datetime, str, bool]]):
    kept = {one.number: one for one in kept_after([(at, reason) for at, reason, _right in life])}
    count = len(life)
    assert set(range(max(1, count - LAST + 1), count + 1)) <= kept.keys(), "the last ten, by number"
    for reason in ("upgrade", "restore"):
        made = [number for number, (_at, why, _right) in enumerate(life, 1) if why == reason]
        assert set(made[-3:]) <= kept.keys(), "the last three before an upgrade and before a restore"
    for span, most in ((lambda at: at.date(), 14), (lambda at: (at.year, at.month), 24)):
        newest = {span(at): number for number, (at, _reason, right) in enumerate(life, 1) if right}
        there = {span(one.moment) for one in kept.values()}
        room = max(0, most - len({span(at) for at, _reason, right in life if not right}))
        wanted = sorted(newest, key=lambda one: newest[one], reverse=True)[:room]
        assert set(wanted) <= there, "days and months on which the clock was right keep a backup each"


@settings(max_examples=times(20, 100), deadline=None)
@given(st.lists(st.sampled_from([1, 2, 4, 24, 24, 24]), min_size=50, max_size=LONG))
def test_a_desk_of_years_keeps_few_files(hours: list[int]):
    now, moments = BEGIN, []
    for step in hours:
        now += timedelta(hours=step)
        moments.append((now, "timer"))
    recent = sum(now - at <= timedelta(days=2) for at, _reason in moments)
    assert len(kept_after(moments)) <= LAST + recent + 14 + 8 + 24


def test_f18_a_spell_in_2099_leaves_thirty_good_backups_of_thirty_days():
    good = [(BEGIN + timedelta(days=n), "close") for n in range(30)]
    spell = [(WRONG[1] + timedelta(hours=n), "close") for n in range(5)]
    after = [(BEGIN + timedelta(days=31 + n), "close") for n in range(10)]
    kept = {one.number for one in kept_after(good + spell + after)}
    assert set(range(36, 46)) <= kept
    assert {30, 35} <= kept
    assert len(kept & set(range(1, 31))) >= 4
