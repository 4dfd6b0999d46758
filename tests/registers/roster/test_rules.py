from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desk_mailadmin.registers.roster.rules import KnownPerson, Move, Movement, changed_fields, compare_roster
from desk_mailadmin.registers.staff.rules import StaffEntry
from tests.registers.builders import person

M1, M2 = "13800000001", "13800000002"

entries = st.builds(
    StaffEntry,
    name=st.sampled_from(["张伟", "周文博", "李娜"]),
    dept=st.sampled_from(["软件部", "财务部"]),
    branch=st.sampled_from(["总部", "上海分公司"]),
    emp_no=st.sampled_from(["", "", "A1", "A2", "A3"]),
    mobile=st.sampled_from(["", M1, M2]),
    post=st.sampled_from(["", "工程师", "经理"]),
    state=st.sampled_from(["active", "left"]),
)
rosters = st.lists(entries, max_size=8)


def known_people(people: list[StaffEntry]) -> list[KnownPerson]:
    """People as a desk keeps them: a number is one person's alone."""
    taken: set[str] = set()
    kept = []
    for number, entry in enumerate(people, 1):
        kept.append(KnownPerson(number, replace(entry, emp_no="") if entry.emp_no in taken else entry))
        taken.add(entry.emp_no)
    return kept


def known(*people: StaffEntry) -> list[KnownPerson]:
    return [KnownPerson(number, entry) for number, entry in enumerate(people, 1)]


def moves(movements: tuple[Movement, ...]) -> list[tuple[Move, int | None]]:
    return [(m.move, m.known) for m in movements]


def test_joiners_movers_leavers_and_the_absent_are_told_apart():
    desk = known(
        person("周文博", emp_no="A1"),
        person("程思思", emp_no="A2"),
        person("宋翔", emp_no="A3"),
        person("高丹", emp_no="A4"),
        person("王婷", emp_no="A5", state="left"),
    )
    rows = [
        person("周文博", emp_no="A1"),
        person("程思思", emp_no="A2", dept="软件部"),
        person("宋翔", emp_no="A3", state="left", left_on=date(2026, 11, 30)),
        person("李强", emp_no="A9"),
        person("谢飞", emp_no="A8", state="left"),
    ]
    assert moves(compare_roster(desk, rows)) == [
        (Move.UNCHANGED, 1),
        (Move.CHANGED, 2),
        (Move.LEFT, 3),
        (Move.JOINED, None),
        (Move.LEFT, None),
        (Move.ABSENT, 4),
    ]


def test_a_change_is_named_with_old_and_new_and_an_empty_cell_is_none():
    old = person("周文博", post="工程师", mobile=M1)
    assert changed_fields(old, replace(old, post="经理", mobile="")) == {"post": ("工程师", "经理")}


def test_a_number_that_now_bears_another_name_is_left_to_people():
    (movement,) = compare_roster(known(person("周文博", emp_no="A1")), [person("周文波", emp_no="A1")])
    assert (movement.move, movement.candidates) == (Move.UNCLEAR, (1,))


def test_without_a_number_home_place_mobile_and_a_lone_name_find_a_person_in_this_order():
    desk = known(person("张伟", dept="软件部", mobile=M1), person("张伟", dept="软件部", mobile=M2))
    assert moves(compare_roster(desk, [person("张伟", dept="软件部", mobile=M2)]))[0] == (Move.UNCHANGED, 2)
    assert compare_roster(desk, [person("张伟", dept="软件部")])[0].candidates == (1, 2)
    assert moves(compare_roster(desk, [person("张伟", dept="财务部", mobile=M1)]))[0] == (Move.CHANGED, 1)
    assert compare_roster(desk, [person("张伟", dept="财务部")])[0].move is Move.UNCLEAR
    assert moves(compare_roster(desk[:1], [person("张伟", dept="财务部")]))[0] == (Move.CHANGED, 1)


def test_a_newcomer_with_a_known_name_is_a_joiner_beside_the_one_who_stays():
    desk = known(person("张伟", dept="软件部", emp_no="A1"))
    rows = [person("张伟", dept="财务部"), person("张伟", dept="软件部", emp_no="A1")]
    assert moves(compare_roster(desk, rows)) == [(Move.JOINED, None), (Move.UNCHANGED, 1)]


def test_two_rows_that_could_both_be_one_person_are_left_to_people():
    desk = known(person("张伟", dept="软件部"))
    rows = [person("张伟", dept="财务部"), person("张伟", dept="采购部")]
    assert [(m.move, m.candidates) for m in compare_roster(desk, rows)] == [(Move.UNCLEAR, (1,))] * 2


def test_a_person_in_dispute_is_not_taken_by_a_weaker_trace():
    desk = known(person("张伟", dept="软件部", mobile=M1))
    rows = [person("张伟", dept="软件部"), person("张伟", dept="软件部"), person("张伟", dept="财务部", mobile=M1)]
    assert [m.move for m in compare_roster(desk, rows)] == [Move.UNCLEAR] * 3


def test_a_number_given_later_belongs_to_the_one_who_was_without_in_that_place():
    desk = known(person("张伟", dept="软件部"))
    (movement,) = compare_roster(desk, [person("张伟", dept="软件部", emp_no="A7")])
    assert (movement.move, movement.known, dict(movement.changes)) == (Move.CHANGED, 1, {"emp_no": ("", "A7")})


def test_a_new_number_elsewhere_is_somebody_new():
    desk = known(person("张伟", dept="软件部"))
    assert moves(compare_roster(desk, [person("张伟", dept="财务部", emp_no="A7")])) == [
        (Move.JOINED, None),
        (Move.ABSENT, 1),
    ]


def test_somebody_who_left_and_is_listed_again_is_a_change():
    desk = known(person("周文博", emp_no="A1", state="left", left_on=date(2026, 1, 1)))
    (movement,) = compare_roster(desk, [person("周文博", emp_no="A1")])
    assert (movement.move, dict(movement.changes)) == (Move.CHANGED, {"state": ("left", "active")})


@given(rosters)
def test_comparing_a_desk_with_its_own_content_changes_nothing(people):
    desk = known_people(people)
    movements = compare_roster(desk, [p.entry for p in desk])
    assert {m.move for m in movements} <= {Move.UNCHANGED, Move.UNCLEAR}
    assert len(movements) == len(desk)
    assert all(m.known == desk[place].id for place, m in enumerate(movements) if m.move is Move.UNCHANGED)


@given(rosters, rosters)
def test_every_row_yields_one_movement_and_every_person_at_most_one(people, rows):
    desk = known_people(people)
    movements = compare_roster(desk, rows)
    assert [m.source for m in movements[: len(rows)]] == list(range(len(rows)))
    assert all(m.move is Move.ABSENT and m.source is None for m in movements[len(rows) :])
    assert all(m.entry == rows[m.source] for m in movements if m.source is not None)
    met = Counter(m.known for m in movements if m.known is not None)
    assert all(count == 1 for count in met.values()), "two rows, or a row and an absence, for one person"


@given(rosters, rosters)
def test_people_are_only_matched_with_their_own_name_and_never_against_their_number(people, rows):
    desk = known_people(people)
    by_id = {p.id: p.entry for p in desk}
    for movement in compare_roster(desk, rows):
        if movement.known is not None:
            old = by_id[movement.known]
            assert old.name == movement.entry.name
            assert not (old.emp_no and movement.entry.emp_no and old.emp_no != movement.entry.emp_no)


@given(rosters, rosters, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_says_nothing(people, rows, chance):
    desk = known_people(people)
    shuffled = list(range(len(rows)))
    chance.shuffle(shuffled)
    one = compare_roster(desk, rows)
    other = compare_roster(desk, [rows[place] for place in shuffled])

    def told(movement: Movement) -> tuple[Move, int | None, frozenset[int]]:
        return movement.move, movement.known, frozenset(movement.candidates)

    assert [told(one[place]) for place in shuffled] == [told(m) for m in other[: len(rows)]]
    assert {m.known for m in one[len(rows) :]} == {m.known for m in other[len(rows) :]}


@pytest.mark.parametrize("state", ["active", "left"])
def test_only_people_in_office_are_missed(state):
    assert bool(compare_roster(known(person("周文博", state=state)), [])) == (state == "active")
