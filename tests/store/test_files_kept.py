from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.store import files
from desk_mailadmin.store.files import private_folder, sha256_of, write_durably
from tests.store.notes import add_note


def attach(desk, record: int, data: bytes, name: str = "扫描.pdf", role: str = "scan") -> str:
    with desk.work("attach") as work:
        return desk.attachments.keep(work, "note", record, role, name, data, pages=2)


def print_it(desk, record: int, pdf: bytes = b"%PDF-1.7 x", form: str = "mail_apply") -> int:
    with desk.work("print") as work:
        return desk.prints.keep(work, "note", record, form, 2, pdf, "t1", {"name": "周文斌"}, title="开户申请单")


def test_a_file_comes_back_byte_for_byte_under_the_name_it_came_with(desk):
    name = "../../etc/passwd\x00 CON 花名册😀.pdf"
    sha256 = attach(desk, 1, b"\x00\xff scan", name)
    (use,) = desk.attachments.of("note", 1)
    assert (use.name, use.pages, use.role, use.who, use.sha256) == (name, 2, "scan", "王办公", sha256)
    assert desk.attachments.read(sha256) == b"\x00\xff scan"
    assert desk.attachments.path(sha256) == desk.folder / "attachments" / sha256[:2] / sha256
    assert desk.journal.history("note", 1)[0].text == f"附上“{name}”"


def test_the_same_content_is_kept_once_and_used_twice(desk):
    assert attach(desk, 1, b"same") == attach(desk, 2, b"same", role="signature.office")
    kept = [file for file in (desk.folder / "attachments").rglob("*") if file.is_file()]
    assert len(kept) == 1
    assert [use.record for record in (1, 2) for use in desk.attachments.of("note", record)] == [1, 2]
    assert desk.attachments.of("note", 2, "scan") == ()


@pytest.mark.parametrize(("size", "said"), [(0, "空文件"), (50 * 2**20 + 1, "50 MB")])
def test_files_that_are_empty_or_too_large_are_refused(desk, size, said):
    with pytest.raises(UserError, match=said):
        attach(desk, 1, bytes(size))
    assert desk.attachments.of("note", 1) == ()


def test_an_altered_file_is_said_and_the_same_content_mends_it(desk):
    sha256 = attach(desk, 1, b"right")
    desk.attachments.path(sha256).write_bytes(b"wrong")
    with pytest.raises(EnvironmentFault, match="改动或损坏"):
        desk.attachments.read(sha256)
    attach(desk, 1, b"right")
    assert desk.attachments.read(sha256) == b"right"


def test_a_lost_file_is_said(desk):
    sha256 = attach(desk, 1, b"x")
    desk.attachments.path(sha256).unlink()
    with pytest.raises(EnvironmentFault, match="不见了") as fault:
        desk.attachments.read(sha256)
    assert sha256 in str(fault.value)


def test_a_hash_that_is_no_hash_is_a_bug(desk):
    with pytest.raises(ValueError, match=r"\.\."):
        desk.attachments.path("../../x")


def test_prints_are_numbered_per_record_and_form(desk):
    assert [print_it(desk, 1), print_it(desk, 1), print_it(desk, 2), print_it(desk, 1, form="receipt")] == [1, 2, 1, 1]
    assert desk.prints.next_number("note", 1, "mail_apply") == 3
    latest = desk.prints.latest("note", 1, "mail_apply")
    assert (latest.number, latest.copies, latest.template_sha, latest.data) == (2, 2, "t1", {"name": "周文斌"})
    assert desk.prints.latest("note", 3, "mail_apply") is None
    assert desk.journal.history("note", 1)[0].text == "打印“开户申请单”第 1 次，2 份"


def test_a_reprint_is_the_kept_bytes_and_a_row_of_its_own(desk):
    print_it(desk, 1, b"%PDF first")
    latest = desk.prints.latest("note", 1, "mail_apply")
    with desk.work("reprint") as work:
        assert desk.prints.reprinted(work, latest, 1) == 1
        assert desk.prints.reprinted(work, latest, 3) == 2
    assert desk.prints.pdf(latest) == b"%PDF first"
    assert [(p.number, p.reprint, p.copies) for p in desk.prints.of("note", 1)] == [(1, 0, 2), (1, 1, 1), (1, 2, 3)]
    assert desk.prints.latest("note", 1, "mail_apply") == latest
    assert print_it(desk, 1) == 2
    assert desk.journal.history("note", 1)[1].text == "补打“mail_apply”第 2 次，3 份"


def test_a_unit_that_fails_after_a_print_leaves_no_print(desk):
    def act():
        with desk.work("print") as work:
            desk.prints.keep(work, "note", 1, "mail_apply", 2, b"%PDF", "t", {})
            raise UserError("不行。")

    with pytest.raises(UserError):
        act()
    assert desk.prints.of("note", 1) == ()
    assert desk.prints.next_number("note", 1, "mail_apply") == 1


def test_a_file_is_the_old_or_the_new_one_when_the_disk_fills(tmp_path, monkeypatch):
    target = tmp_path / "report"
    write_durably(target, b"old")

    def full(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        write_durably(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["report"]


def test_an_attachment_on_a_full_disk_says_so_and_keeps_nothing(desk, monkeypatch):
    def full(self, target):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(EnvironmentFault, match="磁盘已满"):
        attach(desk, 1, b"x")
    monkeypatch.undo()
    assert desk.attachments.of("note", 1) == ()


def test_windows_is_not_asked_to_sync_a_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(files.sys, "platform", "win32")
    write_durably(tmp_path / "x", b"1")
    assert (tmp_path / "x").read_bytes() == b"1"


def test_hashes_are_sha256_in_hex():
    assert sha256_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_drafts_are_private_and_outlive_the_program(desk, opener):
    desk.drafts.put("applications.new", {"name": "周文斌", "kind": 1})
    (file,) = (desk.folder / "drafts").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    desk.close()
    again = opener()
    assert again.drafts.keys() == ("applications.new",)
    assert again.drafts.get("applications.new") == {"name": "周文斌", "kind": 1}
    again.drafts.drop("applications.new")
    again.drafts.drop("applications.new")
    assert again.drafts.get("applications.new") is None


@pytest.mark.parametrize("content", ["", "{", "[1]", "\ud800"])
def test_a_draft_that_cannot_be_read_is_none(desk, content):
    desk.drafts.put("x", {})
    (desk.folder / "drafts" / "x.json").write_bytes(content.encode("utf-8", "surrogatepass"))
    assert desk.drafts.get("x") is None


def test_a_draft_key_never_leaves_the_folder(desk):
    with pytest.raises(ValueError, match=r"\.\."):
        desk.drafts.put("../x", {})


def test_a_line_put_off_is_hidden_until_its_day_and_can_come_back(desk):
    with desk.work("postpone") as work:
        desk.postponed.put(work, "receipt:7", date(2026, 11, 24), " 本人出差 ")
    hidden = desk.postponed.on(date(2026, 11, 23))["receipt:7"]
    assert (hidden.until, hidden.reason, hidden.who) == (date(2026, 11, 24), "本人出差", "王办公")
    assert desk.postponed.on(date(2026, 11, 24)) == {}
    with desk.work("postpone") as work:
        desk.postponed.back(work, "receipt:7")
    assert desk.postponed.on(date(2026, 11, 22)) == {}
    assert [entry.text for entry in desk.journal.history("postponed", 0)] == ["取消推迟", "推迟到 2026-11-24：本人出差"]


def test_putting_off_needs_a_reason(desk):
    with pytest.raises(UserError, match="原因"), desk.work("postpone") as work:
        desk.postponed.put(work, "receipt:7", date(2026, 11, 24), "  ")


def test_a_new_desk_knows_the_published_calendar_around_this_year(desk):
    calendar = desk.workdays.calendar()
    assert {2025, 2026} <= calendar.published
    assert not calendar.is_working_day(date(2026, 10, 1))
    assert (date(2026, 10, 1), False, "国庆节") in desk.workdays.days(2026)
    assert any(worked for _day, worked, _name in desk.workdays.days(2026))


def test_a_day_can_be_changed_and_changed_back(desk):
    saturday = date(2026, 11, 28)
    with desk.work("calendar") as work:
        desk.workdays.set_day(work, saturday, True, "补班")
    assert desk.workdays.calendar().is_working_day(saturday)
    with desk.work("calendar") as work:
        desk.workdays.set_day(work, saturday, False)
    assert not desk.workdays.calendar().is_working_day(saturday)
    assert saturday not in {day for day, _worked, _name in desk.workdays.days(2026)}
    history = desk.journal.history("workday", saturday.toordinal())
    assert [entry.text for entry in history] == ["2026-11-28 改为放假", "2026-11-28 改为上班"]


def test_a_year_beyond_the_known_ones_is_missing_until_the_office_confirms_it(desk):
    assert desk.workdays.missing_years(date(2026, 11, 30)) == ()
    assert desk.workdays.missing_years(date(2026, 12, 1)) == (2027,)
    assert desk.workdays.missing_years(date(2031, 1, 1)) == (2031,)
    with desk.work("calendar") as work:
        assert desk.workdays.publish(work, 2031) is False
        assert desk.workdays.publish(work, 2020) is True
    assert desk.workdays.missing_years(date(2031, 1, 1)) == ()
    assert not desk.workdays.calendar().is_working_day(date(2020, 1, 24))


def test_a_change_of_the_calendar_that_fails_is_not_remembered(desk):
    saturday = date(2026, 11, 28)

    def act():
        with desk.work("calendar") as work:
            desk.workdays.set_day(work, saturday, True, "补班")
            assert desk.workdays.calendar().is_working_day(saturday)
            raise UserError("不行。")

    with pytest.raises(UserError):
        act()
    assert not desk.workdays.calendar().is_working_day(saturday)


def test_nothing_of_a_draft_reaches_the_journal_or_the_database(desk):
    add_note(desk, "一")
    desk.drafts.put("applications.new", {"name": "CANARY-7731"})
    desk.close()
    assert b"CANARY-7731" not in (desk.folder / "desk.maildesk").read_bytes()


def _killed_while_writing(folder: Path, monkeypatch) -> list[Path]:
    """Leave what a process killed in the middle of each kind of writing leaves; return the files."""
    found = []
    for place in ("attachments/ab", "printed/0f", "drafts"):
        with monkeypatch.context() as killed:
            killed.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
            killed.setattr(Path, "unlink", lambda *_args, **_names: None)
            with pytest.raises(KeyboardInterrupt):
                write_durably(folder / place / "target", b"half")
        found += [file for file in (folder / place).iterdir() if file.suffix == ".tmp"]
    backup = private_folder(folder / "backups") / ".000007.tmp"
    backup.write_bytes(b"half")
    return [*found, backup]


def _strangers(folder: Path) -> list[Path]:
    names = (
        "attachments/ab/.note.tmp",
        "attachments/.desk-abcdefgh.tmp",
        "drafts/desk-abcdefgh.tmp",
        "drafts/.desk-abcdefgh.tmp.txt",
        "backups/.plan.tmp",
        "exports/.desk-abcdefgh.tmp",
        ".desk-abcdefgh.tmp",
    )
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_bytes(b"theirs")
    return [folder / name for name in names]


def test_what_a_killed_process_left_half_written_goes_and_nothing_else_does(desk, opener, folder, monkeypatch):
    sha256 = attach(desk, 1, b"kept")
    desk.close()
    (folder / "desk.lock").write_text("{}", encoding="utf-8")
    left, theirs = _killed_while_writing(folder, monkeypatch), _strangers(folder)
    assert len(left) == 4
    desk = opener()
    assert [file for file in left if file.exists()] == []
    assert [file for file in theirs if not file.exists()] == []
    assert desk.attachments.read(sha256) == b"kept"


def test_who_only_looks_or_finds_the_desk_held_clears_nothing(desk, opener, folder, monkeypatch):
    left = _killed_while_writing(folder, monkeypatch)
    with pytest.raises(EnvironmentFault):
        opener()
    desk.close()
    opener(viewing=True).close()
    assert all(file.exists() for file in left)


def test_a_leftover_that_cannot_go_does_not_keep_the_desk_shut(desk, opener, folder, monkeypatch):
    desk.close()
    (left,) = _killed_while_writing(folder, monkeypatch)[-1:]
    refuse = Path.unlink

    def unlink(self: Path, missing_ok: bool = False) -> None:
        if self == left:
            raise PermissionError(errno.EACCES, "held by a virus scanner")
        refuse(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    assert opener().check() == ()
    assert left.exists()
