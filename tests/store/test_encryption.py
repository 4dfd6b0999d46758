"""Encryption switched on, off and to another key; what opens an encrypted desk and what is said where nothing does."""

from __future__ import annotations

import base64
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.scratch import key_of
from desk_mailadmin.recovery import also_told
from desk_mailadmin.store import encryption
from desk_mailadmin.store.database import FILE_NAME, raw
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.encryption import NEW, OLD, Offer
from desk_mailadmin.store.erasing import erase
from desk_mailadmin.store.key_file import FILE as KEY_FILE
from desk_mailadmin.store.key_file import read_keys, wrapped, write_keys
from desk_mailadmin.store.recovery_code import new_code
from desk_mailadmin.store.restoring import restore, safety_backup
from desk_mailadmin.store.sealing import MAGIC
from desk_mailadmin.store.second_copy import Copying, copy_to
from desk_mailadmin.store.unlocking import NOT_REMEMBERED, DeskLocked, known_keys
from desk_mailadmin.store.viewing import copy_to_view
from tests.store.notes import STEPS, Note, add_note
from tests.store.test_secrets import passing_for_allowed

CANARY = "欧阳canary思远110101199003074518"
PLAIN = b"SQLite format 3\0"


def filled(desk: Desk) -> None:
    for part in range(40):
        add_note(desk, f"{CANARY}{part}", pages=part)
    desk.drafts.put("notes.new", {"title": CANARY})


def switched(desk: Desk, offer: Offer | None) -> None:
    desk.encryption.prepare(offer, "王办公")
    desk.close()


def holding_canary(folder: Path) -> set[str]:
    needle = CANARY.encode()
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file.relative_to(folder).as_posix() for file in files if needle in file.read_bytes()}


@pytest.fixture
def offer(opener: Callable[..., Desk]) -> Offer:
    """A desk that was filled and encrypted; the offer has its code."""
    desk, offer = opener(), Offer.new()
    filled(desk)
    switched(desk, offer)
    return offer


def test_switched_on_everything_is_there_and_nothing_of_it_can_be_read(opener, folder, offer):
    assert not (folder / FILE_NAME).read_bytes().startswith(PLAIN)
    desk = opener(code=offer.code)
    assert desk.encryption.number == offer.key.number
    assert [note.title for note in Note.select()] == [f"{CANARY}{part}" for part in range(40)]
    assert desk.check() == ()
    assert desk.drafts.get("notes.new") == {"title": CANARY}
    sql, values = desk.search.condition("note", "欧阳") or ("", ())
    assert len(raw(desk.database).execute(sql, values).fetchall()) == 40
    assert desk.journal.history("desk", 0)[0].text == f"开启加密，密钥编号 {offer.key.number}"
    add_note(desk, CANARY)
    desk.backups.make("hand")
    with desk.work("open") as work:
        raw(desk.database).execute("UPDATE note SET title = title || 'x'")
        raw(desk.database).execute("PRAGMA cache_spill=1")
        work.wrote("note", 0, "改")
        plain = holding_canary(folder)
    assert plain == {file.relative_to(folder).as_posix() for file in (folder / "backups").glob("*encryption.maildesk")}


def test_only_the_code_of_its_key_opens_it_and_the_file_stays_as_it_was(opener, folder, offer):
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(DeskLocked, match=f"加密的台账.*{offer.key.number}") as locked:
        opener()
    assert "恢复码" in locked.value.remedy
    with pytest.raises(UserError, match="恢复码不对"):
        opener(code=new_code())
    with pytest.raises(UserError, match="26 个"):
        opener(code=type(offer.code)("ABC"))
    assert (folder / FILE_NAME).read_bytes() == before
    assert opener(code=offer.code).encryption.note == NOT_REMEMBERED


def test_switched_off_it_is_plain_again_with_all_its_rows(opener, folder, offer):
    switched(opener(code=offer.code), None)
    assert (folder / FILE_NAME).read_bytes().startswith(PLAIN)
    assert not (folder / KEY_FILE).exists()
    desk = opener()
    assert desk.encryption.number == ""
    assert Note.select().count() == 40
    assert desk.check() == ()
    assert desk.drafts.get("notes.new") == {"title": CANARY}
    assert [one.text for one in desk.journal.history("desk", 0)] == [
        f"关闭加密，原密钥编号 {offer.key.number}",
        f"开启加密，密钥编号 {offer.key.number}",
    ]
    assert [one.key.number if one.key else "" for one in desk.backups.list()] == [offer.key.number, ""]


def test_another_key_makes_the_old_code_useless(opener, folder, offer):
    other = Offer.new()
    desk = opener(code=offer.code)
    desk.drafts.put("notes.2", {"title": "张三"})
    switched(desk, other)
    with pytest.raises(UserError, match="恢复码不对"):
        opener(code=offer.code)
    desk = opener(code=other.code)
    assert Note.select().count() == 40
    assert desk.drafts.get("notes.2") == {"title": "张三"}
    assert [key.number for key in read_keys(folder)] == [other.key.number]
    assert desk.journal.history("desk", 0)[0].text == f"更换密钥，新密钥编号 {other.key.number}"


def test_numbers_go_on_where_they_were(opener, folder):
    desk, offer = opener(), Offer.new()
    last = add_note(desk, "一")
    desk.undo(desk.journal.head().seq)
    switched(desk, offer)
    assert add_note(opener(code=offer.code), "二") == last + 1


def test_a_lost_key_file_is_made_anew_from_a_backup(opener, folder, offer):
    opener(code=offer.code).backups.make("hand")
    opener_keys = read_keys(folder)
    (folder / KEY_FILE).unlink()
    with pytest.raises(EnvironmentFault):
        opener()
    for desk_key in ("", "x"):
        (folder / KEY_FILE).write_text(desk_key, encoding="utf-8")
        copied = folder.with_name(f"copy{desk_key}")
        shutil.copytree(folder, copied)
        (copied / "desk.lock").unlink(missing_ok=True)
        desk = opener(copied, code=offer.code)
        assert read_keys(copied) == opener_keys
        desk.close()


def test_an_encrypted_file_alone_says_what_is_missing(opener, folder, offer, tmp_path):
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(folder / FILE_NAME, alone)
    with pytest.raises(EnvironmentFault, match=r"加密的台账.*没有密钥文件 desk\.key.*恢复码") as said:
        opener(alone, code=offer.code)
    assert "desk.key" in said.value.remedy
    (alone / FILE_NAME).write_text("这是一封信" * 4096, encoding="utf-8")
    with pytest.raises(EnvironmentFault, match="不是本程序的台账文件"):
        opener(alone)


def test_a_backup_opened_as_a_desk_is_told_from_one(opener, folder, offer):
    backup = opener(code=offer.code).backups.make("hand")
    with pytest.raises(EnvironmentFault, match="是台账的副本或备份"):
        opener(backup.file)


def test_backups_are_encrypted_and_their_manifest_carries_the_key(opener, folder, offer, tmp_path):
    desk = opener(code=offer.code)
    backup = desk.backups.make("hand")
    assert not backup.file.read_bytes().startswith(PLAIN)
    assert json.loads(backup.manifest.read_text("utf-8"))["key"]["number"] == offer.key.number
    (tmp_path / "usb").mkdir()
    second = copy_to(Copying(tmp_path / "usb", backup), folder)
    assert second.read_bytes() == backup.file.read_bytes()
    assert json.loads(second.with_suffix(".json").read_text("utf-8"))["key"]["number"] == offer.key.number


def test_the_newest_backup_is_looked_at_with_the_code(opener, folder, offer, tmp_path):
    opener(code=offer.code).backups.make("hand")
    copy_to_view(folder, tmp_path / "view")
    with pytest.raises(DeskLocked):
        opener(tmp_path / "view", viewing=True)
    desk = opener(tmp_path / "view", viewing=True, code=offer.code)
    assert desk.view_only
    assert Note.select().count() == 40


def test_a_desk_held_elsewhere_is_held_whatever_the_engine(opener, folder, offer):
    opener(code=offer.code)
    assert "DeskHeld" in opened_elsewhere(folder, offer)


def opened_elsewhere(folder: Path, offer: Offer) -> str:
    """Open the desk in another program; return what it says of it."""
    child = (
        "import sys; from pathlib import Path; from tests.store.notes import STEPS;"
        "from desk_mailadmin.kernel.secret import Secret; from desk_mailadmin.kernel.changes import Changes;"
        "from desk_mailadmin.kernel.clock import SystemClock; from desk_mailadmin.store.desk import open_desk;"
        "open_desk(Path(sys.argv[1]), clock=SystemClock(), changes=Changes(), steps=STEPS, code=Secret(sys.argv[2]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", child, folder, offer.code.bare],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    return run.stderr


def test_the_desk_keeps_its_lock_while_it_is_looked_at_again_in_the_same_program(opener, folder, offer):
    opener(code=offer.code)
    with pytest.raises(DeskLocked):
        opener()
    assert "DeskHeld" in opened_elsewhere(folder, offer)


def test_what_was_written_after_the_new_file_was_made_is_never_lost(opener, folder):
    desk = opener()
    filled(desk)
    desk.encryption.prepare(Offer.new(), "")
    add_note(desk, "后来的")
    with pytest.raises(EnvironmentFault, match="又有改动，加密没有切换"):
        desk.close()
    assert not (folder / NEW).exists()
    desk = opener()
    assert Note.select().count() == 41
    assert desk.encryption.number == ""


def test_what_does_not_match_is_never_put_in_place(opener, folder, monkeypatch):
    desk = opener()
    filled(desk)
    monkeypatch.setattr(encryption, "forged_pages", lambda _file, _to: True)
    with pytest.raises(EnvironmentFault, match="对不上，加密没有切换，台账保持原样"):
        desk.encryption.prepare(Offer.new(), "")
    assert not (folder / NEW).exists()
    assert not desk.encryption.is_ready
    desk.close()
    assert (folder / FILE_NAME).read_bytes().startswith(PLAIN)


def test_who_gives_up_or_begins_again_leaves_nothing(opener, folder):
    desk, offer = opener(), Offer.new()
    desk.encryption.prepare(Offer.new(), "")
    desk.encryption.prepare(offer, "")
    desk.encryption.give_up()
    assert not (folder / NEW).exists()
    desk.close()
    assert (folder / FILE_NAME).read_bytes().startswith(PLAIN)


def test_what_a_kill_left_over_goes_when_the_desk_is_opened(opener, folder, offer):
    os.link(folder / FILE_NAME, folder / OLD)
    (folder / NEW).write_bytes(PLAIN + CANARY.encode())
    with closing(opener(code=offer.code)) as desk:
        assert Note.select().count() == 40
        assert desk.check() == ()
    assert not (folder / OLD).exists()
    assert not (folder / NEW).exists()
    (folder / OLD).write_bytes(PLAIN + CANARY.encode())
    opener(code=offer.code)
    assert not (folder / OLD).exists()


def test_a_key_left_beside_a_plain_desk_goes(opener, folder, offer):
    kept = (folder / KEY_FILE).read_bytes()
    switched(opener(code=offer.code), None)
    (folder / KEY_FILE).write_bytes(kept)
    opener()
    assert not (folder / KEY_FILE).exists()


def test_where_no_second_name_can_be_given_the_switch_is_made_all_the_same(opener, folder, monkeypatch):
    def refused(*_names: object) -> None:
        raise OSError(1, "no links here")

    monkeypatch.setattr(encryption.os, "link", refused)
    desk, offer = opener(), Offer.new()
    switched(desk, offer)
    assert opener(code=offer.code).encryption.number == offer.key.number


def test_the_plain_file_is_overwritten_where_it_stood(opener, folder, monkeypatch):
    desk = opener()
    filled(desk)
    kept = folder.with_name("same-bytes")
    os.link(folder / FILE_NAME, kept)
    switched(desk, Offer.new())
    assert set(kept.read_bytes()) == {0}


def test_a_link_is_removed_and_never_what_it_points_to(tmp_path):
    (tmp_path / "theirs").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "theirs")
    erase(tmp_path / "link")
    erase(tmp_path / "nothing")
    assert (tmp_path / "theirs").read_bytes() == b"x"
    assert not (tmp_path / "link").exists()


def test_rows_on_their_way_in_are_encrypted_too(opener, folder, offer):
    desk = opener(code=offer.code)
    with desk.drafts.scratch() as one, desk.drafts.scratch() as other:
        assert key_of(one)
        assert key_of(one) != key_of(other)
        assert key_of(one) not in repr(one)


def test_a_draft_of_another_key_or_in_anothers_place_is_no_draft(opener, folder, offer):
    desk = opener(code=offer.code)
    shutil.copy(folder / "drafts" / "notes.new.json", folder / "drafts" / "notes.2.json")
    assert desk.drafts.get("notes.2") is None
    desk.close()
    switched(opener(code=offer.code), None)
    shutil.copytree(folder, folder.with_name("other"))
    (folder / "drafts" / "notes.2.json").write_bytes(b"MaDe sealed 1\n" + bytes(40))
    assert opener().drafts.get("notes.2") is None


def test_without_the_part_it_says_which_is_missing(opener, folder, offer, monkeypatch):
    before = (folder / FILE_NAME).read_bytes()
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    for attempt in (opener, lambda: opener(code=offer.code), Offer.new):
        with pytest.raises(EnvironmentFault, match="没有装加密部件") as said:
            attempt()
        assert "[encrypt]" in said.value.remedy
    assert (folder / FILE_NAME).read_bytes() == before


def test_a_damaged_first_page_is_damage_and_no_foreign_file(opener, folder, offer):
    content = bytearray((folder / FILE_NAME).read_bytes())
    content[100] ^= 4
    (folder / FILE_NAME).write_bytes(content)
    with pytest.raises(EnvironmentFault, match="台账文件有损坏"):
        opener(code=offer.code)


def test_the_plain_engine_cannot_read_it(folder, offer):
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT * FROM note")


def test_an_encrypted_backup_is_restored_on_another_computer_by_its_code(opener, folder, offer, clock, tmp_path):
    desk = opener(code=offer.code)
    backup = desk.backups.make("hand")
    desk.backups.look_through()
    assert desk.backups.damaged() == ()
    desk.close()
    other = tmp_path / "elsewhere"
    with pytest.raises(DeskLocked, match=offer.key.number):
        restore(other, backup, clock=clock, steps=STEPS)
    with pytest.raises(UserError, match="恢复码不对"):
        restore(other, backup, clock=clock, steps=STEPS, code=new_code())
    assert not (other / FILE_NAME).exists()
    assert restore(other, backup, clock=clock, steps=STEPS, code=offer.code).lost is None
    with closing(opener(other, code=offer.code)) as found:
        assert Note.select().count() == 40
        assert found.check() == ()
        assert found.encryption.number == offer.key.number
    assert not (other / FILE_NAME).read_bytes().startswith(PLAIN)


def test_an_encrypted_desk_goes_back_to_its_backup(opener, folder, offer, clock):
    desk = opener(code=offer.code)
    backup = desk.backups.make("hand")
    add_note(desk, "后来的")
    desk.close()
    safety_backup(folder, clock, offer.code)
    done = restore(folder, backup, clock=clock, steps=STEPS, code=offer.code)
    assert (done.lost, done.damaged) == (1, None)
    assert opener(code=offer.code).encryption.number == offer.key.number
    assert Note.select().count() == 40


def test_a_plain_desk_goes_back_to_its_encrypted_time_and_the_other_way_round(opener, folder, offer, clock):
    desk = opener(code=offer.code)
    encrypted, plain = desk.backups.make("hand"), desk.backups.list()[-1]
    assert plain.key is None
    desk.close()
    restore(folder, plain, clock=clock, steps=STEPS, code=offer.code)
    desk = opener()
    assert desk.encryption.number == ""
    assert not (folder / KEY_FILE).exists()
    desk.close()
    restore(folder, encrypted, clock=clock, steps=STEPS, code=offer.code)
    assert opener(code=offer.code).encryption.number == offer.key.number
    assert Note.select().count() == 40


def test_what_was_being_filled_in_outlives_a_restore_to_a_plain_backup_and_back(opener, folder, offer, clock):
    desk = opener(code=offer.code)
    encrypted, plain = desk.backups.make("hand"), desk.backups.list()[-1]
    kept = desk.drafts.get("notes.new")
    assert kept
    desk.close()
    assert restore(folder, plain, clock=clock, steps=STEPS, code=offer.code).drafts == 0
    desk = opener()
    assert desk.drafts.get("notes.new") == kept
    desk.close()
    assert restore(folder, encrypted, clock=clock, steps=STEPS, code=offer.code).drafts == 0
    desk = opener(code=offer.code)
    assert desk.drafts.get("notes.new") == kept
    desk.close()
    assert (folder / "drafts" / "notes.new.json").read_bytes().startswith(MAGIC)


def test_drafts_whose_key_nobody_has_are_told(opener, folder, offer, clock):
    desk = opener(code=offer.code)
    plain = desk.backups.list()[-1]
    desk.close()
    assert plain.key is None
    done = restore(folder, plain, clock=clock, steps=STEPS)
    assert (done.lost, done.drafts) == (None, 1)
    said = [template.format_map(values) for template, values in also_told(done)]
    assert said[-1] == "有 1 份没填完的草稿是用原来的密钥加密的，打不开了，要重新填。"
    assert opener().drafts.get("notes.new") is None


def test_a_journal_of_another_file_beside_an_encrypted_desk_harms_nothing(opener, folder, offer):
    (folder / f"{FILE_NAME}-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(4096))
    assert opener(code=offer.code).check() == ()
    assert not (folder / f"{FILE_NAME}-wal").exists()


@pytest.fixture
def ring() -> Iterator[KeyringBackend]:
    """A keyring that bears an allowed name and remembers while the test runs."""
    before, made = keyring.get_keyring(), passing_for_allowed()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_with_a_keyring_nothing_is_asked(opener, folder, clock, ring, tmp_path):
    desk, offer = opener(), Offer.new()
    filled(desk)
    assert desk.encryption.prepare(offer, "") == ""
    desk.close()
    desk = opener()
    assert (desk.encryption.number, desk.encryption.note) == (offer.key.number, "")
    assert desk.encryption.wrapped is not None
    backup = desk.backups.make("hand")
    desk.close()
    assert restore(tmp_path / "elsewhere", backup, clock=clock, steps=STEPS).lost is None
    assert opener(tmp_path / "elsewhere").encryption.number == offer.key.number


def test_a_backup_of_an_older_key_takes_the_place_of_a_desk_that_the_keyring_opens(opener, folder, clock, ring):
    desk, older, newer = opener(), Offer.new(), Offer.new()
    switched(desk, older)
    desk = opener()
    backup = desk.backups.make("hand")
    switched(desk, newer)
    ring.delete_password("desk_mailadmin", f"{backup.uuid}/desk-key/{older.key.number}")
    desk = opener()
    add_note(desk, "后来的")
    desk.database.close()
    made = safety_backup(folder, clock, older.code)
    assert made is not None
    assert made.key.number == newer.key.number
    done = restore(folder, backup, clock=clock, steps=STEPS, code=older.code)
    assert done.damaged is None
    assert done.lost == 2
    with pytest.raises(DeskLocked, match=older.key.number):
        opener()  # not "damaged": the keyring has a key, but another one
    with pytest.raises(UserError, match=older.key.number):
        opener(code=newer.code)
    assert opener(code=older.code).encryption.number == older.key.number


def test_what_is_no_key_of_this_desk_in_the_keyring_is_as_good_as_none(opener, folder, ring):
    desk, offer = opener(), Offer.new()
    switched(desk, offer)
    (kept,) = read_keys(folder)
    for spoilt in ("?", base64.b64encode(bytes(32)).decode(), base64.b64encode(bytes(5)).decode()):
        ring.set_password("desk_mailadmin", f"{kept.uuid}/desk-key/{kept.number}", spoilt)
        with pytest.raises(DeskLocked):
            opener()


def test_killed_between_two_keys_the_one_that_fits_is_found(opener, folder, offer, ring):
    kept = read_keys(folder)
    opener(code=offer.code).close()  # the keyring learns the key by the code
    desk, other = opener(), Offer.new()
    desk.encryption.prepare(other, "")
    desk.encryption.give_up()
    desk.close()
    other_key = wrapped(other.key, other.code, kept[0].uuid)
    write_keys(folder, [other_key, *kept])
    with closing(opener()) as desk:
        assert desk.encryption.number == offer.key.number
    assert read_keys(folder) == kept


def test_a_manifest_that_cannot_be_read_hides_no_key(opener, folder, offer):
    opener(code=offer.code).backups.make("hand").manifest.with_name("999999_x.json").write_bytes(b"\xff")
    (folder / KEY_FILE).unlink()
    assert known_keys(folder)[0].number == offer.key.number
