"""What a change of the rulebook does to drafts, before it is kept."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.rulebook.rules import Fixed, Multiple, Range
from desk_mailadmin.registers.rulebook.service import RulebookService
from tests.registers.builders import TODAY, House

AUDIO, PRIVATE, FORWARD = "002/15.一.3", "002/12.八", "000/6.2"


@pytest.fixture
def book(house: House) -> RulebookService:
    service: RulebookService = house.services["rulebook"]
    return service


def draft(house: House, name: str = "周文博", on: date = TODAY, **values: Any) -> int:
    return house.penalties.draft(PenaltyEntry(staff=house.person(name), occurred_on=on, **values))


def effects(book: RulebookService, clause: str, since: date = TODAY, **figures: Any) -> list[tuple[str, str, str]]:
    found = book.effects(clause, replace(book.figures(clause, since), **figures), since)
    return [(effect.name, effect.before, effect.after) for effect in found]


def test_a_draft_is_proposed_by_the_new_figures_and_what_was_served_is_not(house: House, book: RulebookService):
    served = house.issued(house.person("程思思"))
    record = draft(house, act="call_168", fee_fen=860)
    assert effects(book, AUDIO, fine=Multiple(10, 3000)) == [
        ("周文博", "电话制度 15.一.3 罚款 222.00 元", "电话制度 15.一.3 罚款 116.00 元")
    ]
    book.change(AUDIO, replace(book.figures(AUDIO, TODAY), fine=Multiple(10, 3000)), TODAY, "决定")
    assert house.penalties.row(served).fine_fen == 22_200
    house.penalties.issue(record)
    assert house.penalties.row(record).fine_fen == 11_600


def test_a_draft_of_before_the_day_and_one_of_another_article_stay(house: House, book: RulebookService):
    draft(house, act="call_168", fee_fen=860, on=TODAY - timedelta(days=1))
    draft(house, "程思思", act="forward_unrelated")
    assert effects(book, AUDIO, fine=Multiple(10, 3000)) == []
    assert effects(book, AUDIO) == []


def test_where_an_article_is_stopped_the_next_one_is_proposed_or_none(house: House, book: RulebookService):
    draft(house, act="call_168", fee_fen=860)
    draft(house, "程思思", act="forward_unrelated")
    assert effects(book, AUDIO, active=False) == [
        ("周文博", "电话制度 15.一.3 罚款 222.00 元", "电话制度 12.九 追缴 + 停机 8.60 元")
    ]
    assert effects(book, FORWARD, active=False) == [("程思思", "邮件制度 6.2 降薪", "没有条款")]
    book.switch(FORWARD, TODAY, "不用", active=False)
    assert effects(book, FORWARD, active=True) == [("程思思", "没有条款", "邮件制度 6.2 降薪")]


def test_a_look_back_counts_anew_and_a_range_is_told_whole(house: House, book: RulebookService):
    staff = house.person()
    house.penalties.enter(
        PenaltyEntry(staff=staff, occurred_on=TODAY - timedelta(days=100), act="forward_unrelated", facts="转发")
    )
    house.penalties.draft(PenaltyEntry(staff=staff, occurred_on=TODAY, act="forward_unrelated"))
    assert effects(book, FORWARD, look_back=1) == [("周文博", "邮件制度 6.2 降职", "邮件制度 6.2 降薪")]
    assert effects(book, FORWARD, look_back=12) == []
    draft(house, "程思思", act="private_long_distance", fee_fen=1240)
    assert effects(book, PRIVATE, fine=Range(5000, 8000)) == [
        ("程思思", "电话制度 12.八 追缴 + 罚款 62.40 元", "电话制度 12.八 追缴 + 罚款 62.40—92.40 元")
    ]
    assert effects(book, PRIVATE, fine=None) == [
        ("程思思", "电话制度 12.八 追缴 + 罚款 62.40 元", "电话制度 12.八 追缴 12.40 元")
    ]


def test_a_clause_chosen_by_hand_is_tried_too(house: House, book: RulebookService):
    draft(house, act="call_168", clause="002/12.九", fee_fen=860)
    assert effects(book, AUDIO, fine=Fixed(100)) == []
    assert effects(book, "002/12.九", stop_months=0) == [
        ("周文博", "电话制度 12.九 追缴 + 停机 8.60 元", "电话制度 12.九 追缴 8.60 元")
    ]
