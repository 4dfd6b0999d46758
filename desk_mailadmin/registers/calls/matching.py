"""Which record of the exchange is which call on the bill: a trunk bills one number, the exchange knows the extension.

The same number was called, the start lies within a tolerance of the difference between both clocks, the length is
about the same; every record is used once, the closest pair first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

WIDEST = 12 * 3600
"""Seconds by which two clocks may differ (a clock set to another zone is found too)."""

_NEAR = 30
"""Seconds within which differences are taken for the same one."""

_FEWEST = 5
"""Pairs without which nothing is said about the clocks."""

_PER_NUMBER = 20
"""Pairs of one called number that are looked at for the clocks: a hotline must not outvote all others."""


class Told(Struct, frozen=True):
    """A call as one side tells it: id, number called, second it began (rules.second_of), length in seconds."""

    id: int
    called: str
    at: int
    seconds: int


class Tolerance(Struct, frozen=True):
    """How far a pair may be apart, in seconds."""

    start: int
    length: int


def clock_difference(calls: Sequence[Told], records: Sequence[Told], tolerance: Tolerance) -> int | None:
    """Return by how many seconds the exchange's clock is ahead of the operator's; None where too few calls tell.

    It is the middle of the densest stretch of differences among calls to the same number of about the same length.
    """
    found = sorted(_differences(_by_number(calls), _by_number(records), tolerance.length))
    if len(found) < _FEWEST:
        return None
    ends = [bisect_right(found, one + _NEAR) for one in found]
    start = max(range(len(found)), key=lambda place: ends[place] - place)
    near = found[start : ends[start]]
    return near[len(near) // 2] if len(near) >= _FEWEST else None


def _differences(calls: Mapping[str, list[Told]], records: Mapping[str, list[Told]], length: int) -> Iterator[int]:
    for called, ours in calls.items():
        theirs = records.get(called, ())
        looked_at = 0
        for call in ours:
            for record in theirs:
                if abs(record.at - call.at) <= WIDEST and abs(record.seconds - call.seconds) <= length:
                    yield record.at - call.at
                    looked_at += 1
            if looked_at >= _PER_NUMBER:
                break


def matched(calls: Sequence[Told], records: Sequence[Told], difference: int, tolerance: Tolerance) -> dict[int, int]:
    """Return the record of each call that has one, by ids."""
    found: dict[int, int] = {}
    theirs = _by_number(records)
    for called, ours in _by_number(calls).items():
        if called in theirs:
            found.update(_pairs(ours, theirs[called], difference, tolerance))
    return found


def _pairs(calls: Sequence[Told], records: Sequence[Told], difference: int, tolerance: Tolerance) -> dict[int, int]:
    near = sorted(_near(calls, records, difference, tolerance))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _apart, _at, call, record in near:
        if call not in pairs and record not in used:
            pairs[call] = record
            used.add(record)
    return pairs


def _near(
    calls: Sequence[Told], records: Sequence[Told], difference: int, tolerance: Tolerance
) -> Iterator[tuple[int, int, int, int]]:
    """Return how far each possible pair is apart, when it was, and its two ids."""
    starts = [record.at for record in records]
    for call in calls:
        expected = call.at + difference
        first, last = bisect_left(starts, expected - tolerance.start), bisect_right(starts, expected + tolerance.start)
        for record in records[first:last]:
            longer = abs(record.seconds - call.seconds)
            if longer <= tolerance.length:
                yield abs(record.at - expected) + longer, call.at, call.id, record.id


def _by_number(told: Sequence[Told]) -> dict[str, list[Told]]:
    """Return calls by the number called, each list by time."""
    found: dict[str, list[Told]] = {}
    for one in sorted(told, key=lambda each: each.at):
        found.setdefault(one.called, []).append(one)
    return found
