from __future__ import annotations

import errno
import os

import pytest

from desk_mailadmin.documents.saving import save_checked
from desk_mailadmin.kernel.errors import EnvironmentFault


def new(path):
    path.write_bytes(b"new")


def fine(path):
    assert path.read_bytes() == b"new"


def test_the_new_file_takes_the_old_ones_place(tmp_path):
    target = tmp_path / "台账.xlsx"
    target.write_bytes(b"old")
    assert save_checked(target, new, fine) == target
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("sign", ["~$台账.xlsx", ".~lock.台账.xlsx#"])
def test_a_file_open_in_an_office_program_is_left_alone(tmp_path, sign):
    target = tmp_path / "台账.xlsx"
    target.write_bytes(b"old")
    (tmp_path / sign).touch()
    (tmp_path / "台账(2).xlsx").mkdir()
    place = save_checked(target, new, fine)
    assert place.name == "台账(3).xlsx"
    assert (target.read_bytes(), place.read_bytes()) == (b"old", b"new")


@pytest.mark.parametrize(
    ("number", "says"), [(errno.ENOSPC, "磁盘已满"), (errno.EFBIG, "磁盘已满"), (errno.EIO, "写不到")]
)
def test_a_full_disk_keeps_the_old_file_and_says_what_to_do(tmp_path, number, says):
    target = tmp_path / "台账.xlsx"
    target.write_bytes(b"old")

    def full(path):
        path.write_bytes(b"half")
        raise OSError(number, os.strerror(number))

    with pytest.raises(EnvironmentFault, match=says) as found:
        save_checked(target, full, fine)
    assert "原来的文件没有动" in str(found.value)
    assert "换一个文件夹" in found.value.remedy
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_reads_back_wrong_never_counts(tmp_path):
    target = tmp_path / "台账.xlsx"
    target.write_bytes(b"old")

    def wrong(_path):
        raise EnvironmentFault("不一致")

    with pytest.raises(EnvironmentFault, match="不一致"):
        save_checked(target, new, wrong)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(EnvironmentFault, match=r"写不到“.*nowhere”"):
        save_checked(tmp_path / "nowhere" / "台账.xlsx", new, fine)


def test_it_gives_up_when_every_name_is_taken(tmp_path):
    for number in range(1, 100):
        (tmp_path / (f"a({number}).xlsx" if number > 1 else "a.xlsx")).mkdir()
    with pytest.raises(EnvironmentFault, match=r"a\.xlsx"):
        save_checked(tmp_path / "a.xlsx", new, fine)
