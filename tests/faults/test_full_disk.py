"""The disk is full at each place where the program writes: what was there is to the byte as it was, or whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.desks import bare_desk, staffed_desk
from tests.faults.full_disk import CASES
from tests.faults.killing import opened
from tests.faults.mounting import on_a_small_disk, own_mounts
from tests.store.notes import Note, Shelf

pytestmark = pytest.mark.skipif(not own_mounts(), reason="no mounts of its own here")


SAID = {
    "save": "磁盘已满，本次未保存，原记录未受影响。清出磁盘空间后再保存一次",
    "import": "登记过的都已保存；要先做的备份没有做成，所以这一步没有做。磁盘已满。清出磁盘空间或检查磁盘，再试一次。",
    "backup": "登记过的都已保存，但备份没有做成。磁盘已满。清出磁盘空间或检查磁盘，再备份一次。",
    "export": "磁盘已满，“old.xlsx”没有写成，原来的文件没有动。腾出空间，或换一个文件夹再导出。",
    "migration": "磁盘已满。升级前的备份没有做成，台账没有升级，保持原样。把磁盘处理好，再打开台账",
    "log": "shown, not kept",
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory) -> dict[str, Path]:
    """Closed desks to start from, each with one good backup."""
    base, folder = tmp_path_factory.mktemp("desks"), tmp_path_factory.mktemp("full")
    notes = opened(folder / "notes")
    with notes.work("fill") as work:
        for number in range(300):
            Note.create(title="长" * 500, shelf=Shelf.create(name=f"{number}"))
        work.wrote("note", 0, "登记")
    notes.close()
    found = {"migration": folder / "notes", "import": bare_desk(base, folder / "bare")}
    staffed = staffed_desk(base, folder / "staffed")
    return {case: found.get(case, staffed) for case in CASES}


@pytest.mark.parametrize("case", CASES)
def test_f5_f6_f20_f36_a_full_disk_loses_nothing_and_is_named(sources, tmp_path, case):
    (tmp_path / "disk").mkdir()
    size = sum(file.stat().st_size for file in sources[case].rglob("*") if file.is_file()) / 2**20
    done = on_a_small_disk(
        tmp_path / "disk", size + 4, ["-m", "tests.faults.full_disk", case, tmp_path / "disk", sources[case]]
    )
    assert done.returncode == 0, done.stderr
    tries = json.loads(done.stdout)
    assert SAID[case] in tries[0]["said"]
    for one in tries:
        assert one["whole"], one
        assert one["same"] or not one["said"] or one["said"].startswith("登记过的都已保存"), one
        assert not one["strange"], one
        assert one["said"].startswith("shown") or "磁盘已满" in one["said"] or not one["said"], one
        assert one["old"] == [True, True] or (one["old"] == [False, True] and not one["said"]), one
    assert not list((tmp_path / "disk").iterdir())  # the disk went with the child


def test_f7_on_a_read_only_disk_a_desk_is_looked_at_and_nothing_is_written(sources, tmp_path):
    (tmp_path / "disk").mkdir()
    done = on_a_small_disk(tmp_path / "disk", 40, ["-m", "tests.faults.read_only", tmp_path / "disk", sources["save"]])
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["same"]
    assert found["rows"] > 50
    assert found["banner"]
    assert found["refused"].startswith("台账现在只能查看，本次未保存。把整个台账文件夹复制到可以写入的磁盘")
    assert found["exported"] > found["rows"]
