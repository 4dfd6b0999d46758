from __future__ import annotations

import sys

import pytest

from desk_mailadmin.kernel.changes import Changes, record_kind, register_key


def test_every_listener_hears_which_register_changed_in_the_order_they_came() -> None:
    changes, heard = Changes(), []
    changes.subscribe(lambda key: heard.append(("first", key)))
    changes.subscribe(lambda key: heard.append(("second", key)))
    changes.announce("staff")
    assert heard == [("first", "staff"), ("second", "staff")]


def test_a_listener_that_stopped_hears_nothing_more_and_may_stop_twice() -> None:
    changes, heard = Changes(), []
    stop = changes.subscribe(heard.append)
    changes.announce("staff")
    stop()
    stop()
    changes.announce("staff")
    assert heard == ["staff"]


def test_a_listener_that_stops_while_it_is_told_does_not_silence_the_next() -> None:
    changes, heard = Changes(), []

    def once(key: str) -> None:
        heard.append(f"once {key}")
        stop()

    stop = changes.subscribe(once)
    changes.subscribe(heard.append)
    changes.announce("receipts")
    changes.announce("receipts")
    assert heard == ["once receipts", "receipts", "receipts"]


def test_what_a_listener_raises_is_handed_on_and_neither_silences_the_next_nor_reaches_who_saved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    changes, heard, met = Changes(), [], []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, fault, _trace: met.append(str(fault)))

    def broken(key: str) -> None:
        raise ZeroDivisionError(key)

    changes.subscribe(broken)
    changes.subscribe(heard.append)
    changes.announce("receipts")
    assert (heard, met) == (["receipts"], ["receipts"])


def test_the_register_of_a_kind_is_its_plural_and_back():
    kinds = ["receipt", "penalty", "delivery", "application"]
    registers = ["receipts", "penalties", "deliveries", "applications"]
    assert [register_key(kind) for kind in kinds] == registers
    assert [record_kind(register) for register in registers] == kinds


def test_records_named_otherwise_than_their_register_are_known_both_ways() -> None:
    assert [record_kind(key) for key in ("editions", "directory", "receipts", "penalties")] == [
        "edition_confirmation", "directory_entry", "receipt", "penalty",
    ]  # fmt: skip
    assert [register_key(kind) for kind in ("edition_copy", "directory_entry", "receipt", "penalty")] == [
        "editions", "directory", "receipts", "penalties",
    ]  # fmt: skip


def test_plurals_that_are_no_letter_more_are_known_both_ways() -> None:
    kinds = {"mailboxes": "mailbox", "faxes": "fax", "branches": "branch", "accesses": "access",
             "sales": "sales_day", "salespeople": "salesperson"}  # fmt: skip
    for register, kind in kinds.items():
        assert (record_kind(register), register_key(kind)) == (kind, register)
