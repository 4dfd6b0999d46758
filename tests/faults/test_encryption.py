"""Encryption under faults: killed at every step of a switch, and every flipped bit found."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.errors import DeskError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.store.database import FILE_NAME
from desk_mailadmin.store.desk import Desk, create_desk, open_desk
from desk_mailadmin.store.encryption import NEW, OLD, Offer
from tests.faults.killing import forked, rest
from tests.faults.scale import times
from tests.store.notes import STEPS, TODAY, Note, Shelf, add_note

KILLS, FLIPS = times(20, 100), times(50, 200)
CLOCK = StillClock.on(TODAY)
ROWS = 30
FILE_OPERATIONS = {"open", "os.rename", "os.remove", "os.link", "os.chmod", "os.truncate", "sqlite3.connect"}
"""What Python tells of files; what the engines write in between has no step of its own."""


def opened(folder: Path, code: Secret | None = None) -> Desk:
    made = open_desk if folder.exists() else create_desk
    more = {"code": code} if folder.exists() else {}
    return made(folder, clock=CLOCK, changes=Changes(), models=(Shelf, Note), steps=STEPS, **more)


def filled(folder: Path, offer: Offer | None) -> None:
    desk = opened(folder)
    for part in range(ROWS):
        add_note(desk, f"张三{part}" * 200)
    desk.drafts.put("notes.new", {"title": "张三"})
    if offer:
        desk.encryption.prepare(offer, "")
    desk.close()


def switch(folder: Path, was: Offer | None, to: Offer | None, kill_at: int) -> int:
    """Switch in a child that kills itself before the given file operation; return how many it came to do."""

    def act(pipe: int) -> None:
        desk = opened(folder, was.code if was else None)
        done = 0

        def watch(event: str, args: tuple[object, ...]) -> None:
            nonlocal done
            if event in FILE_OPERATIONS and str(args[0]).startswith(str(folder)):
                done += 1
                os.write(pipe, b".")
                if done == kill_at:
                    os._exit(9)

        sys.addaudithook(watch)
        desk.encryption.prepare(to, "")
        desk.close()

    child, pipe = forked(act)
    told = rest(pipe)
    os.waitpid(child, 0)
    return len(told)


def outcome(folder: Path, was: Offer | None, to: Offer | None) -> str:
    """Return which desk is there, the old or the new one; every row must be in it, and nothing left over beside it."""
    for name, offer in (("old", was), ("new", to)):
        try:
            desk = opened(folder, offer.code if offer else None)
        except DeskError:
            continue
        if desk.encryption.number != (offer.key.number if offer else ""):
            desk.close()  # a plain desk opens whatever code is given
            continue
        whole = Note.select().count() == ROWS and not desk.check()
        whole = whole and desk.drafts.get("notes.new") == {"title": "张三"}
        desk.close()
        left = [rest for rest in (NEW, OLD) if (folder / rest).exists()]
        return name if whole and not left else "broken"
    return "neither"


def switches() -> list[tuple[Offer | None, Offer | None]]:
    one, other = Offer.new(), Offer.new()
    return [(None, one), (one, None), (one, other)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks and kills")
@pytest.mark.timeout(900)
def test_killed_at_any_file_operation_of_a_switch_the_desk_is_the_old_or_the_new_one(tmp_path):
    found: Counter[str] = Counter()
    for part, (was, to) in enumerate(switches()):
        filled(tmp_path / f"begin{part}", was)
        shutil.copytree(tmp_path / f"begin{part}", tmp_path / f"whole{part}")
        steps = switch(tmp_path / f"whole{part}", was, to, 0)
        assert outcome(tmp_path / f"whole{part}", was, to) == "new"
        share = -(-KILLS // 3)
        # The last steps are where one file takes the other's place; the rest is filling a file nobody reads.
        chosen = sorted({*range(max(1, steps - share), steps + 1), *range(1, steps, max(1, steps // 4))})[-share:]
        for kill_at in chosen:
            folder = tmp_path / f"desk{part}-{kill_at}"
            shutil.copytree(tmp_path / f"begin{part}", folder)
            assert switch(folder, was, to, kill_at) == kill_at
            found[outcome(folder, was, to)] += 1
    assert found["broken"] == found["neither"] == 0
    assert found["old"] > 0
    assert found["new"] > 0
    assert found.total() >= KILLS


@pytest.mark.timeout(900)
def test_every_flipped_bit_of_an_encrypted_desk_is_found(tmp_path):
    folder, offer, chance = tmp_path / "desk", Offer.new(), random.Random(7)  # noqa: S311  (which bit)
    filled(folder, offer)
    file = folder / FILE_NAME
    whole, found = file.read_bytes(), 0
    for _ in range(FLIPS):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        file.write_bytes(damaged)
        try:
            desk = opened(folder, offer.code)
        except DeskError as fault:
            found += "损坏" in str(fault)
            continue
        try:
            found += any("损坏" in one.text for one in desk.check())
        except DeskError as fault:
            found += "损坏" in str(fault)
        finally:
            desk.database.close()
    file.write_bytes(whole)
    assert found == FLIPS
    desk = opened(folder, offer.code)
    assert desk.check() == ()
    desk.close()
