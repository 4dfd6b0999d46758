"""The disk fails at every single thing it is asked for, once or from then on: nothing is lost, and what is said is true."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

import apsw
import pytest

from desk_mailadmin.kernel.errors import EnvironmentFault
from tests.faults.disks import Fails, Record, own_disk
from tests.faults.killing import UPGRADE, opened, state, upgraded, written
from tests.faults.scale import times
from tests.store.notes import STEPS, Note, Shelf

SENTENCES = {apsw.SQLITE_IOERR: "读写磁盘出错", apsw.SQLITE_FULL: "磁盘已满"}
AT_OPENING = (*SENTENCES.values(), "没有读写台账文件夹的权限")
UNITS = times(3, 12)
ROWS = times(6, 40)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory) -> Path:
    """A closed desk with some units of work, without its backup."""
    folder = tmp_path_factory.mktemp("pristine") / "desk"
    desk, chance = opened(folder), random.Random(2)  # noqa: S311  (what is written)
    for _ in range(UNITS):
        written(desk, chance)
    desk.database.close()
    return folder


def unit(folder: Path, disk: Record, fails: Fails) -> Counter[str]:
    """Open a desk, let the disk fail in one unit of work, go on afterwards, and return what was said and what is true."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(folder.with_name("pristine"), folder)
    disk.fails = Fails()
    desk, met = opened(folder), Counter()
    before, disk.fails = desk.sequences.last("KH", 2026), fails
    try:
        with desk.work("note.many") as work:
            number = work.number("KH", 2026)
            Note.update(title="改" * 900).execute()
            for _ in range(ROWS):
                Note.create(title="新" * 900, pages=number)
            work.wrote("note", number, "登记", after={"pages": number})
        met["said saved"] = 1
    except EnvironmentFault as fault:
        met["said not saved"] = "不要再登记一次" not in fault.remedy
        met["said unsure"] = not met["said not saved"]
        met["cause named"] = SENTENCES[fails.code] in str(fault) or "权限" in str(fault)
    met["hit"], disk.fails = fails.hits, Fails()
    after = written(desk, random.Random(1))  # noqa: S311  (what is written)
    kept = met["said saved"] or (met["said unsure"] and after == before + 2)
    met["usable"] = after == before + 1 + kept
    desk.database.close()
    whole, last = state(folder)
    met["whole"] = whole
    met["true"] = last == before + 1 + kept
    return met


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("code", SENTENCES)
def test_f4_each_write_sync_and_opening_that_fails_is_named_and_nothing_is_lost(
    pristine, tmp_path, monkeypatch, code, for_ever
):
    shutil.copytree(pristine, tmp_path / "pristine")
    met: Counter[str] = Counter()
    with own_disk(monkeypatch) as disk:
        turn = 1
        while True:
            found = unit(tmp_path / "desk", disk, Fails(code, turn, for_ever=for_ever))
            assert found["whole"], (turn, found)
            assert found["true"], (turn, found)
            assert found["usable"], (turn, found)
            assert found["cause named"] or not found["said not saved"], (turn, found)
            met += found
            if not found["hit"]:
                break
            turn += 1
    assert met["said not saved"] > 10


def refusal(folder: Path) -> str:
    """Open a desk and let go of it; return why it could not be opened, else nothing."""
    try:
        opened(folder).database.close()
    except EnvironmentFault as fault:
        return str(fault)
    return ""


@pytest.mark.parametrize("code", SENTENCES)
def test_f4_a_desk_that_cannot_be_opened_says_why_and_is_as_it_was(pristine, tmp_path, monkeypatch, code):
    shutil.copytree(pristine, folder := tmp_path / "desk")
    hit = turn = 0
    with own_disk(monkeypatch) as disk:
        while hit or not turn:
            turn += 1
            disk.fails = Fails(code, turn)
            sentence = refusal(folder)
            hit = disk.fails.hits
            assert any(words in sentence for words in AT_OPENING) or not hit, (turn, sentence)
            disk.fails = Fails()
    assert turn > 1
    assert state(folder) == (True, UNITS)


def test_f20_an_upgrade_on_a_disk_that_fails_leaves_the_old_desk_or_the_new_one(tmp_path, monkeypatch):
    desk = opened(tmp_path / "pristine")
    with desk.work("fill") as work:
        for number in range(300):
            Note.create(title="长" * 50, shelf=Shelf.create(name=f"{number}"))
        work.wrote("note", 0, "登记")
    desk.close()
    met: Counter[str] = Counter()
    with own_disk(monkeypatch) as disk:
        hit = turn = 0
        while hit or not turn:
            turn += 1
            shutil.rmtree(tmp_path / "desk", ignore_errors=True)
            shutil.copytree(tmp_path / "pristine", tmp_path / "desk")
            disk.fails = Fails(apsw.SQLITE_FULL, turn, for_ever=turn % 2 == 0)
            try:
                opened(tmp_path / "desk", (*STEPS, *UPGRADE)).database.close()
                met["said new"] += 1
            except EnvironmentFault as fault:
                met["named"] += any(sentence in str(fault) for sentence in AT_OPENING)
                met["said"] += 1
            hit, disk.fails = disk.fails.hits, Fails()
            met[upgraded(tmp_path / "desk")] += 1
    assert met["broken"] == 0, met
    assert met["named"] == met["said"] > 10, met
    assert met["new"] >= met["said new"] > 0
