"""The totals a bill names, beside what its calls and charges come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desk_mailadmin.intake.bills.notes import Totals
from desk_mailadmin.intake.bills.result import Agreement, CallSums, NumberCharges

_OF_WHAT = {
    "calls": "calls",
    "seconds": "seconds",
    "base": "base_fen",
    "info": "info_fen",
    "discount": "discount_fen",
    "fee": "fee_fen",
}


def agreements_of(totals: Totals, sums: CallSums, numbers: Mapping[str, NumberCharges]) -> tuple[Agreement, ...]:
    """Return every total the bill names with what was read; those of single numbers behind those of all.

    A bill without a total of its own but with one for each number is taken at their sum.
    """
    whole = {**_added_up(totals, numbers), **totals.whole}
    fixed = sum(one.fixed_fen for one in numbers.values())
    found = [Agreement(what, whole[what], getattr(sums, name)) for what, name in _OF_WHAT.items() if what in whole]
    if "due" in whole:
        found.append(Agreement("due", whole["due"], sums.fee_fen + fixed))
    return (*found, *_of_numbers(totals, numbers))


def _added_up(totals: Totals, numbers: Mapping[str, NumberCharges]) -> dict[str, int]:
    said: dict[str, int] = {}
    if numbers and totals.summary.keys() >= numbers.keys():
        said["fee"] = sum(totals.summary.values())
    for what in _OF_WHAT:
        subtotals = {number: value for (number, one), value in totals.of_number.items() if one == what}
        if numbers and what not in said and subtotals.keys() >= numbers.keys():
            said[what] = sum(subtotals.values())
    return said


def _of_numbers(totals: Totals, numbers: Mapping[str, NumberCharges]) -> Iterator[Agreement]:
    named = {(number, "fee"): said for number, said in totals.summary.items()}
    for (number, what), said in sorted({**totals.of_number, **named}.items()):
        calls = numbers[number].calls if number in numbers else CallSums()
        yield Agreement(what, said, getattr(calls, _OF_WHAT[what]), number)
