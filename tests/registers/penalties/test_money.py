"""The money trail to the fen: payments close debits, balances balance, nothing drifts (M4-20, M4-21)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.penalties.money import (
    Balance,
    Cap,
    Happened,
    Line,
    Sums,
    balance_of,
    cap_of,
    deductible,
    instalments,
    payments_back,
    rests,
    spread,
    state_of,
    sums_of,
    trimmed,
    wanted_by,
)

MONTHS = [f"2026-{month:02d}" for month in range(1, 13)]
FEN = st.integers(1, 10_000_000)


def line(number: int, kind: str, fen: int, closes: int | None = None, month: str = "2026-11") -> Line:
    return Line(number, 1, kind, month, fen, closes)


def test_the_lines_of_a_case_add_up_as_people_read_them() -> None:
    lines = [
        line(1, "recovery", 1240),
        line(2, "fine", 5000),
        line(3, "deduction", -3000, 2),
        line(4, "cash", -240, 1),
        line(5, "waiver", -500, 2),
        line(6, "reversal", -1000, 1),
        line(7, "refund", 240, 1),
    ]
    sums = sums_of(lines)
    assert sums == Sums(5000, 1240, 3240, 500, 1000, 240)
    assert sums.due_fen == 6240
    assert sums.rest_fen == 6240 - 3240 - 500 - 1000 + 240 == sum(rests(lines).values())
    assert rests(lines) == {1: 240, 2: 1500}


def test_a_payment_closes_what_it_cost_the_company_first() -> None:
    assert spread(6000, [(1, 1240), (2, 5000)]) == ((1, 1240), (2, 4760))
    assert spread(1000, [(1, 1240), (2, 5000)]) == ((1, 1000),)
    assert spread(100, [(1, -50), (2, 100)]) == ((2, 100),)


@pytest.mark.parametrize(("fen", "said"), [(6241, "超过未结清的 62.40 元"), (0, "大于 0"), (-1, "大于 0")])
def test_more_than_is_open_or_nothing_is_not_paid(fen: int, said: str) -> None:
    with pytest.raises(UserError, match=said):
        spread(fen, [(1, 1240), (2, 5000)])


def test_what_is_owed_back_goes_first_then_what_was_paid_of_the_fine() -> None:
    lines = [
        line(1, "recovery", 1_000),
        line(2, "fine", 5_000),
        line(3, "cash", -1_000, 1),
        line(4, "deduction", -4_000, 2),
        line(5, "waiver", -600, 1),
        line(6, "refund", 100, 2),
    ]
    assert payments_back(lines) == ((1, 600), (2, 3_900), (1, 400))
    assert sums_of(lines).paid_fen == 4_900


@given(st.lists(FEN, min_size=1, max_size=4), st.data())
def test_a_payment_is_spread_to_the_fen_and_over_closes_nothing(open_fen: list[int], data: st.DataObject) -> None:
    debits = list(enumerate(open_fen, 1))
    paid = data.draw(st.integers(1, sum(open_fen)))
    parts = spread(paid, debits)
    assert sum(fen for _debit, fen in parts) == paid
    assert all(0 < fen <= dict(debits)[debit] for debit, fen in parts)


@given(st.lists(st.tuples(st.sampled_from(MONTHS), st.sampled_from(
    ["fine", "recovery", "deduction", "cash", "waiver", "void", "reversal", "refund"]), st.integers(-9**9, 9**9))))  # fmt: skip
def test_every_month_balances_and_hands_on_what_the_next_takes_over(totals: list[tuple[str, str, int]]) -> None:
    before = 0
    for month in MONTHS:
        balance = balance_of(month, totals)
        assert balance.balances
        assert balance.carried_in_fen == before
        before = balance.carried_out_fen
    assert before == sum(fen for _month, _kind, fen in totals)


def test_a_month_says_what_is_new_what_came_in_and_what_was_waived() -> None:
    totals = [
        ("2026-10", "fine", 10_000),
        ("2026-11", "fine", 5_000),
        ("2026-11", "recovery", 1_240),
        ("2026-11", "void", -500),
        ("2026-11", "deduction", -6_000),
        ("2026-11", "refund", 100),
        ("2026-11", "waiver", -1_000),
        ("2026-12", "fine", 99_999),
    ]
    assert balance_of("2026-11", totals) == Balance(10_000, 5_740, 5_900, 1_000, 8_840)


def test_instalments_come_to_the_sum_and_the_odd_fen_come_first() -> None:
    assert instalments(10_000, MONTHS, 3) == (("2026-01", 3334), ("2026-02", 3333), ("2026-03", 3333))
    assert instalments(0, MONTHS, 1) == ()


def test_what_a_wage_cannot_bear_moves_on_and_what_finds_no_room_stands_last() -> None:
    room = dict.fromkeys(MONTHS, 4_000)
    assert instalments(10_000, MONTHS, 1, room) == (("2026-01", 4000), ("2026-02", 4000), ("2026-03", 2000))
    assert instalments(10_000, MONTHS[:2], 1, {"2026-01": 0, "2026-02": 100}) == (("2026-02", 10_000),)


@pytest.mark.parametrize(("fen", "count"), [(10_000, 13), (10_000, 0), (2, 3)])
def test_an_impossible_number_of_instalments_is_refused(fen: int, count: int) -> None:
    with pytest.raises(UserError, match="期不行"):
        instalments(fen, MONTHS, count)


@given(FEN, st.integers(1, 12), st.none() | st.dictionaries(st.sampled_from(MONTHS), st.integers(0, 10**6)))
def test_a_plan_never_loses_a_fen(fen: int, count: int, room: dict[str, int] | None) -> None:
    if fen < count:
        return
    plan = instalments(fen, MONTHS, count, room)
    assert sum(part for _month, part in plan) == fen
    assert all(part > 0 for _month, part in plan)
    assert [month for month, _part in plan] == sorted({month for month, _part in plan})
    for month, part in plan:
        if room is not None and month in room and month != MONTHS[-1]:
            assert part <= room[month]


@given(FEN, st.integers(1, 12), st.integers(0, 10**7))
def test_a_trimmed_plan_comes_to_what_is_still_owed(fen: int, count: int, owed: int) -> None:
    plan = instalments(max(fen, count), MONTHS, count)
    kept = trimmed(plan, owed)
    assert sum(part for _month, part in kept) == min(max(fen, count), owed)
    assert [month for month, _part in kept] == [month for month, _part in plan][: len(kept)]


def test_a_month_asks_for_its_instalment_and_what_earlier_ones_left_open() -> None:
    plan = (("2026-01", 4000), ("2026-02", 3000), ("2026-03", 3000))
    assert wanted_by("2025-12", plan, Sums(fine_fen=10_000)) == 0
    assert wanted_by("2026-01", plan, Sums(fine_fen=10_000)) == 4000
    assert wanted_by("2026-02", plan, Sums(fine_fen=10_000, deducted_fen=1000)) == 6000
    assert wanted_by("2026-02", plan, Sums(fine_fen=10_000, deducted_fen=7000)) == 0
    assert wanted_by("2026-03", plan, Sums(fine_fen=10_000, deducted_fen=1000, waived_fen=500)) == 8500
    assert wanted_by("2026-09", plan, Sums(fine_fen=10_000, deducted_fen=9000)) == 1000
    assert wanted_by("2026-01", (), Sums(fine_fen=10_000)) == 10_000
    assert wanted_by("2026-03", plan, Sums(fine_fen=10_000, reversed_fen=10_000, deducted_fen=100)) == 0


def test_the_cap_is_the_harder_of_percent_and_minimum_wage() -> None:
    assert cap_of(490_000, 20, 0).fen == 98_000
    assert cap_of(490_000, 20, 450_000).fen == 40_000
    assert cap_of(200_000, 0, 236_000).fen == 0
    assert cap_of(None, 20, 236_000) == Cap(None)
    assert cap_of(490_000, 0, 0) == Cap(None)


@given(st.dictionaries(st.integers(1, 9), st.integers(0, 10**6), min_size=1), st.none() | st.integers(0, 10**6))
def test_together_no_more_is_deducted_than_the_cap(wanted: dict[int, int], cap: int | None) -> None:
    found = deductible(wanted, sorted(wanted), Cap(cap))
    assert all(0 <= found[case] <= wanted[case] for case in wanted)
    assert sum(found.values()) == (sum(wanted.values()) if cap is None else min(sum(wanted.values()), cap))


OWED = Sums(fine_fen=5000)
PAID = Sums(fine_fen=5000, deducted_fen=5000)


@pytest.mark.parametrize(
    ("happened", "state"),
    [
        (Happened(official=False, sums=OWED), "draft"),
        (Happened(official=True, sums=OWED), "issued"),
        (Happened(official=True, sums=OWED, signed=True), "signed"),
        (Happened(official=True, sums=OWED, refused=True), "refused"),
        (Happened(official=True, sums=OWED, refused=True, signed=True), "signed"),
        (Happened(official=True, sums=OWED, signed=True, appealing=True), "appealed"),
        (Happened(official=True, sums=PAID, signed=True), "deducted"),
        (Happened(official=True, sums=Sums(fine_fen=5000, deducted_fen=100), signed=True), "carried"),
        (Happened(official=True, sums=Sums(fine_fen=5000, waived_fen=5000), signed=True), "waived"),
        (Happened(official=True, sums=Sums(fine_fen=5000, waived_fen=1000), signed=True), "signed"),
        (Happened(official=True, sums=PAID, signed=True, withdrawn=True), "waived"),
        (Happened(official=True, sums=Sums(), signed=True), "signed"),
        (Happened(official=True, sums=Sums(), signed=True, reported=True), "reported"),
        (Happened(official=True, sums=PAID, signed=True, reported=True), "deducted"),
        (Happened(official=True, sums=Sums(fine_fen=5000, deducted_fen=90, refunded_fen=90), signed=True), "signed"),
        (Happened(official=True, sums=OWED, voided=True), "void"),
        (Happened(official=True, sums=PAID, signed=True, reversed=True), "reversed"),
        (Happened(official=True, sums=Sums(fine_fen=-5000, reversed_fen=-5000), offsets=True), "offset"),
    ],
)
def test_the_state_follows_from_what_happened(happened: Happened, state: str) -> None:
    assert state_of(happened) == state
