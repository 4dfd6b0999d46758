"""Every act of the journal is classified: who may do it, whether the author may, whether the PIN is asked once more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desk_mailadmin.catalogue import ALL_REGISTERS
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.register import Action
from desk_mailadmin.kernel.rights import Right, Rights, read_rights

PACKAGE = Path(__file__).parents[2] / "desk_mailadmin"
WORKS = re.compile(r"""\.(?:work|_work|_update|_journalled)\(\s*(?:[a-z_.]+,\s*){0,2}"([a-z_.]+)\"""")
ELSEWHERE = {
    "application.release_secret", "month.close", "month.reopen", "calendar.day", "calendar.publish", "setting", "set", "desk.file", "sample",
    "selftest", "form.base", "form.copy", "form.import", "form.new", "form.reset", "form.save", "member.add",
    "member.edit", "member.end", "member.pin", "member.code", "member.on", "member.off", "backup.restore",
    "encryption", "encryption.clear",
}  # fmt: skip
"""What asks for an approval or the administrator and has its door in a menu, not on a register."""


@pytest.fixture(scope="module")
def rights() -> Rights:
    return read_rights(asset_dir("resources") / "rights.toml")


def named_in_the_source() -> set[str]:
    return {action for file in PACKAGE.rglob("*.py") for action in WORKS.findall(file.read_text(encoding="utf-8"))}


def actions() -> list[Action]:
    return [action for register in ALL_REGISTERS for action in register.actions]


def test_every_act_in_the_source_is_classified(rights: Rights):
    named = named_in_the_source()
    assert {"penalty.decide", "receipt.sign", "computer.retire", "form.save"} <= named, "the pattern finds acts"
    assert named - set(rights.deeds) == set(), "put them into resources/rights.toml, with the reason"


def test_every_group_gives_its_reason(rights: Rights):
    assert all(len(deed.why) > 20 for deed in rights.deeds.values())


def test_who_is_an_author_is_said_by_acts_there_are(rights: Rights):
    assert rights.enters <= set(rights.deeds)


def test_what_asks_for_more_than_entering_is_locked_on_its_button(rights: Rights):
    asking = {action for action, deed in rights.deeds.items() if deed.right in (Right.APPROVE, Right.ADMIN)}
    on_buttons = {action.deed for action in actions() if action.deed}
    assert on_buttons <= set(rights.deeds)
    assert asking - on_buttons == ELSEWHERE


def test_decisions_are_made_by_somebody_else_and_fines_with_the_pin(rights: Rights):
    for action in ("penalty.decide", "penalty.waive", "penalty.void", "penalty.reverse", "charge.excuse"):
        deed = rights.of(action)
        assert deed.pin
        assert not deed.own
    assert not any(
        deed.own for action, deed in rights.deeds.items() if action.endswith(".void") and "message" not in action
    )
