"""F33: no new desk on a network disk or in a synchronised folder; one that was moved there is warned of."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.office import create_office
from desk_mailadmin.store import shared_disk
from desk_mailadmin.store.shared_disk import Shared, file_system_of, refuse_shared, shared_by
from tests.desks import TODAY

TABLE = """sysfs /sys sysfs rw,nosuid 0 0
/dev/sda1 / ext4 rw,relatime 0 0
server:/export /mnt/nfs nfs4 rw,vers=4.2 0 0
//10.0.0.5/share /mnt/共享\\040盘 cifs rw 0 0
/dev/sdb1 /mnt/nfs/local ext4 rw 0 0
user@host: /home/wang/remote fuse.sshfs rw 0 0
/dev/fuse /home/wang/ntfs fuseblk rw 0 0
/dev/old /mnt/twice ext4 rw 0 0
//new/share /mnt/twice cifs rw 0 0
half a line
"""


@pytest.fixture
def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the mount table calls a network disk."""
    place, table = tmp_path / "网络 盘", tmp_path / "mounts"
    place.mkdir()
    table.write_text(f"/dev/sda1 / ext4 rw 0 0\n//srv/x {str(place).replace(' ', chr(92) + '040')} cifs rw 0 0\n")
    monkeypatch.setattr(shared_disk, "MOUNTS", table)
    return place


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/home/wang/desk", "ext4"),
        ("/mnt/nfs/desk", "nfs4"),
        ("/mnt/nfs/local/desk", "ext4"),
        ("/mnt/nfsx", "ext4"),
        ("/mnt/共享 盘/台账", "cifs"),
        ("/home/wang/remote/desk", "fuse.sshfs"),
        ("/home/wang/ntfs/desk", "fuseblk"),
        ("/mnt/twice/desk", "cifs"),
    ],
)
def test_the_mount_table_tells_the_kind_under_a_place(place: str, kind: str):
    assert file_system_of(PurePosixPath(place), TABLE) == kind


def test_a_table_that_says_nothing_is_no_objection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert file_system_of(PurePosixPath("/x"), "") == ""
    monkeypatch.setattr(shared_disk, "MOUNTS", tmp_path / "none")
    assert shared_by(tmp_path) is None


def test_f33_a_new_desk_is_refused_with_what_to_do_instead(mounted: Path):
    assert shared_by(mounted / "还没有" / "台账") is Shared.NETWORK
    with pytest.raises(UserError, match=r"在网络盘上.*换一个本机的文件夹；备份可以另存到网络盘"):
        create_office(mounted / "台账", StillClock.on(TODAY))
    assert list(mounted.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["OneDrive", "OneDrive - 云帆公司", "Dropbox", "坚果云", "我的坚果云", "百度网盘同步空间", "Nextcloud", "iCloud Drive",
     "WPS云盘", "GoogleDrive-wang@example.com", "SynologyDrive"],
)  # fmt: skip
def test_a_synchronised_folder_is_refused_by_its_name(tmp_path: Path, name: str):
    with pytest.raises(UserError, match=r"由网盘程序同步.*备份可以另存到网盘"):
        refuse_shared(tmp_path / name / "办公室" / "台账")


@pytest.mark.parametrize("name", ["台账", "onedriver", "网盘说明", "Dropboxes", "nutstores", "box"])
def test_other_names_are_no_objection(tmp_path: Path, name: str):
    assert shared_by(tmp_path / name) is None
