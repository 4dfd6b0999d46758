"""The catalogue of SAFETY 4.5: each is refused before anything is replaced, in one sentence with what to do."""

from __future__ import annotations

import io
import json
import os
import re
import sqlite3
import stat
import warnings
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.store.backup_examination import backup_at
from desk_mailadmin.store.backup_manifest import Backup, manifest_text
from desk_mailadmin.store.files import sha256_of
from tests.desks import fingerprint
from tests.store.notes import add_note
from tests.store.restores import put_back, titles

Harm = Callable[[Backup], None]


@pytest.fixture
def good(desk):
    add_note(desk, "一")
    (desk.folder / "forms" / "car").mkdir(parents=True)
    (desk.folder / "forms" / "car" / "form.toml").write_text("title = 'x'", "utf-8")
    first = desk.backups.make("hand")
    add_note(desk, "二")
    desk.close()
    return first


def described(backup: Backup, **changed: object) -> None:
    known = json.loads(backup.manifest.read_text("utf-8"))
    backup.manifest.write_text(json.dumps({**known, **changed}), "utf-8")


def vouched(backup: Backup, content: bytes) -> None:
    """Put other bytes there with a manifest that vouches for them, as somebody does who means harm."""
    backup.file.chmod(0o600)
    backup.file.write_bytes(content)
    described(backup, sha256=sha256_of(content), size=len(content))


def rewritten(*statements: str) -> Harm:
    """Return what runs statements in the backup and vouches for the outcome, counts and all."""

    def harm(backup: Backup) -> None:
        with closing(sqlite3.connect(backup.file, isolation_level=None)) as copy:
            copy.execute("PRAGMA writable_schema=ON")
            for statement in statements:
                copy.execute(statement)
        content = backup.file.read_bytes()
        described(backup, sha256=sha256_of(content), size=len(content))

    return harm


def flipped(backup: Backup) -> None:
    content = bytearray(backup.file.read_bytes())
    content[5000] ^= 1
    backup.file.write_bytes(content)


def zero_page(backup: Backup) -> None:
    content = bytearray(backup.file.read_bytes())
    content[4096:8192] = bytes(4096)
    vouched(backup, bytes(content))


def swapped_pages(backup: Backup) -> None:
    content = bytearray(backup.file.read_bytes())
    content[4096:8192], content[8192:12288] = content[8192:12288], content[4096:8192]
    vouched(backup, bytes(content))


def other_sqlite(backup: Backup) -> None:
    backup.file.unlink()
    with closing(sqlite3.connect(backup.file)) as other:
        other.execute("CREATE TABLE t (x)")
        other.commit()
    vouched(backup, backup.file.read_bytes())


def linked(backup: Backup) -> None:
    place = backup.file.with_name("elsewhere")
    backup.file.rename(place)
    backup.file.symlink_to(place)


def folder_instead(backup: Backup) -> None:
    backup.file.unlink()
    backup.file.mkdir()


def fifo(place: Path) -> None:
    place.unlink()
    os.mkfifo(place)


ORPHAN = "INSERT INTO note (title, shelf_id) VALUES ('x', 99)"
HOSTILE: dict[str, tuple[Harm, str]] = {
    "no manifest": (lambda b: b.manifest.unlink(), "没有备份清单"),
    "empty manifest": (lambda b: b.manifest.write_text(""), "备份清单“.*”读不出来"),
    "half a manifest": (lambda b: b.manifest.write_text(b.manifest.read_text("utf-8")[:80], "utf-8"), "读不出来"),
    "a list for a manifest": (lambda b: b.manifest.write_text("[]"), "读不出来"),
    "deep manifest": (lambda b: b.manifest.write_text("[" * 200_000), "读不出来"),
    "endless manifest": (lambda b: b.manifest.write_text("{" + " " * 400_000), "读不出来"),
    "manifest in GB18030": (lambda b: b.manifest.write_bytes("{“".encode("gb18030")), "读不出来"),
    "manifest is a pipe": (lambda b: fifo(b.manifest), "读不出来"),
    "date odd": (lambda b: described(b, at="gestern"), "读不出来"),
    "counts odd": (lambda b: described(b, counts={"note": "many"}), "读不出来"),
    "head odd": (lambda b: described(b, head={"seq": "x", "hash": 1}), "读不出来"),
    "0 bytes": (lambda b: b.file.write_bytes(b""), "不完整"),
    "cut": (lambda b: b.file.write_bytes(b.file.read_bytes()[:-4096]), "不完整"),
    "still being written": (lambda b: b.file.write_bytes(b.file.read_bytes()[: b.facts.size // 2]), "还在复制"),
    "longer than it was": (lambda b: b.file.write_bytes(b.file.read_bytes() + b"x"), "不完整"),
    "gone": (lambda b: b.file.unlink(), "找不到"),
    "a pipe": (lambda b: fifo(b.file), "找不到"),
    "a link": (linked, "找不到"),
    "a folder": (folder_instead, "找不到"),
    "wrong sha256": (lambda b: described(b, sha256="0" * 64), "被改动或损坏"),
    "one bit flipped": (flipped, "被改动或损坏"),
    "another desk's manifest": (lambda b: described(b, uuid="7f2a5a3e-0000-4000-8000-000000000000"), "不是一回事"),
    "another desk inside": (
        rewritten("UPDATE meta SET value = '7f2a5a3e-0000-4000-8000-000000000000' WHERE key = 'desk_uuid'"),
        "不是一回事",
    ),
    "no identity": (rewritten("DELETE FROM meta WHERE key = 'desk_uuid'"), "不是一回事"),
    "newer program": (
        rewritten(
            "PRAGMA user_version=9",
            "UPDATE meta SET value = '9' WHERE key = 'compat_version'",
            "UPDATE meta SET value = '9.1' WHERE key = 'written_by'",
        ),
        "更新的版本（9.1）",
    ),
    "a schema of nobody": (rewritten("PRAGMA user_version=0"), "表和本程序的不一样|内容和清单"),
    "other head than told": (lambda b: described(b, head={"seq": 99, "hash": "0" * 64}), "不是一回事"),
    "other counts than told": (lambda b: described(b, counts={"note": 1}), "不是一回事"),
    "another SQLite file": (other_sqlite, "不是本程序的备份"),
    "text": (lambda b: vouched(b, b"no database " * 1000), "损坏"),
    "a zero page": (zero_page, "损坏"),
    "swapped pages": (swapped_pages, "损坏"),
    "orphan rows": (rewritten("PRAGMA foreign_keys=OFF", ORPHAN), "对不上"),
    "a trigger of its own": (
        rewritten("CREATE TRIGGER sly AFTER INSERT ON note BEGIN DELETE FROM shelf; END"),
        "表和本程序的不一样",
    ),
    "a view of its own": (rewritten("CREATE VIEW sly AS SELECT load_extension('x')"), "表和本程序的不一样"),
    "the journal's guard is gone": (rewritten("DROP TRIGGER journal_no_delete"), "表和本程序的不一样"),
    "the journal's guard is another": (
        rewritten(
            "DROP TRIGGER journal_no_delete",
            "CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT 1; END",
        ),
        "表和本程序的不一样",
    ),
    "a column of its own": (rewritten("ALTER TABLE note ADD COLUMN sly TEXT"), "表和本程序的不一样"),
    "a table less": (rewritten("DROP TABLE note"), "表和本程序的不一样"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_backup_is_refused_before_anything_is_replaced(good, folder, name):
    harm, sentence = HOSTILE[name]
    harm(good)
    before = {place: known for place, known in fingerprint(folder).items() if not place.startswith("backups")}
    with pytest.raises(EnvironmentFault, match=sentence) as fault:
        put_back(folder, backup_at(good.file))
    assert "更早的一份" in fault.value.remedy
    after = {place: known for place, known in fingerprint(folder).items() if not place.startswith("backups")}
    assert after == before
    assert titles(folder) == ["一", "二"]
    assert not list((folder / "backups").glob(".*"))


def test_the_catalogue_is_as_long_as_it_was_promised():
    assert len(HOSTILE) >= 20


def test_what_the_clerk_names_is_not_opened_for_its_name_alone(tmp_path):
    with pytest.raises(EnvironmentFault, match="没有备份清单"):
        backup_at(tmp_path / "nothing.maildesk")


def test_a_newer_file_that_older_programs_may_open_is_taken(good, folder):
    rewritten("PRAGMA user_version=9", "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")(good)
    described(good, schema=9, counts={**good.facts.counts, "later": 0})
    put_back(folder, backup_at(good.file))
    assert titles(folder) == ["一"]


def package(*entries: tuple[str, bytes, int]) -> bytes:
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        warnings.simplefilter("ignore")  # the same name twice is just what is wanted
        for name, content, mode in entries:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            zipped.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


PLAIN = stat.S_IFREG | 0o600
PACKAGES = {
    "out of the folder": package(("../car/form.toml", b"x", PLAIN)),
    "two folders up": package(("../../form.toml", b"x", PLAIN)),
    "absolute": package(("/etc/form.toml", b"x", PLAIN)),
    "drive": package(("C:\\forms\\form.toml", b"x", PLAIN)),
    "a link": package(("car/form.toml", b"/etc/passwd", stat.S_IFLNK | 0o777)),
    "two of one name": package(("car/form.toml", b"1", PLAIN), ("car/form.toml", b"2", PLAIN)),
    "two but for the case": package(("car/form.toml", b"1", PLAIN), ("CAR/form.toml", b"2", PLAIN)),
    "too deep": package(("car/deep/form.toml", b"x", PLAIN)),
    "a bomb": package(("car/form.toml", bytes(50_000_000), PLAIN)),
    "too many": package(*((f"car/{n}.toml", b"", PLAIN) for n in range(801))),
    "no zip": b"no zip at all",
}


@pytest.mark.parametrize("name", PACKAGES)
def test_forms_that_were_made_to_harm_are_left_alone_and_the_data_restored(good, folder, tmp_path, name):
    good.forms.write_bytes(PACKAGES[name])
    hurt = replace(good, forms_sha256=sha256_of(PACKAGES[name]))
    good.manifest.write_text(manifest_text(hurt), "utf-8")
    (folder / "forms" / "car" / "form.toml").unlink()
    outside = {place for place in fingerprint(tmp_path) if not re.match(f"{folder.name}/", place)}
    assert put_back(folder, backup_at(good.file)).forms == 0
    assert titles(folder) == ["一"]
    assert not (folder / "forms" / "car" / "form.toml").exists()
    assert {place for place in fingerprint(tmp_path) if not re.match(f"{folder.name}/", place)} == outside


def test_forms_other_than_the_manifest_says_are_left_alone(good, folder):
    good.forms.write_bytes(package(("car/other.toml", b"x", PLAIN)))
    assert put_back(folder, backup_at(good.file)).forms == 0
    good.forms.unlink()
    assert put_back(folder, backup_at(good.file)).forms == 0
