"""Putting a backup in the place of a desk, so that a kill at any moment leaves the old desk or the new one.

Everything is prepared beside the desk: a copy, examined, brought up to date, with the journal row that tells of the
restore already in it. Then one rename. A file that is damaged is moved aside together with what SQLite left beside it,
never deleted; side files never stay, for a stray one destroys what is put beside it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import peewee
from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin import __version__
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.settings import CLERK
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.backup_copy import head_of
from desk_mailadmin.store.backup_examination import check_described, examine
from desk_mailadmin.store.backup_forms import put_back_forms
from desk_mailadmin.store.backup_manifest import Backup, Reason, read_backup
from desk_mailadmin.store.backups import BACKUPS, Backups
from desk_mailadmin.store.database import FILE_NAME, connect, execute, raw, scalar, set_pragmas
from desk_mailadmin.store.drafts import Drafts
from desk_mailadmin.store.engine import DeskKey, open_file, sqlite_errors
from desk_mailadmin.store.faults import cause_of, fault_of, faults_named, primary_code, store_errors
from desk_mailadmin.store.files import (
    PRIVATE_FILE,
    private_folder,
    put_in_place,
    sync_file,
    sync_folder,
    temporary_file,
)
from desk_mailadmin.store.holder import held_fault
from desk_mailadmin.store.identity import identify, is_encrypted
from desk_mailadmin.store.journal import NOBODY, Head, Journal, Stamp
from desk_mailadmin.store.kept_files import bring_back
from desk_mailadmin.store.key_file import read_keys, write_keys
from desk_mailadmin.store.restorations import ACTION, Lost, entry_of, left_out, lost_since
from desk_mailadmin.store.sealing import Sealer
from desk_mailadmin.store.settings import Settings
from desk_mailadmin.store.side_files import SIDES, beside, new_place, settle_side_files
from desk_mailadmin.store.unlocking import Protection, key_for, unlocked
from desk_mailadmin.store.upgrades.runner import pending, run_steps
from desk_mailadmin.store.upgrades.step import Step
from desk_mailadmin.store.used_numbers import Given, LeftOut, given, go_on_behind, unknown_to

Stage = Callable[[str], None]
"""Told, in a sentence, what a restore is busy with."""


class Restored(Struct, frozen=True):
    """What came of a restore.

    ``lost`` counts the deeds entered after the backup (None where the replaced file could not be read); ``missing``
    are kept files (attachments, prints) that nobody has any more, ``brought`` came back from the second place;
    ``forms`` came back from the zip, ``damaged`` is where the file went that could not be read. ``purges`` names the
    destructions that are to be done again; ``numbers`` stand on paper, never given again; ``drafts`` counts those
    sealed by a key that nobody has.
    """

    backup: Backup
    lost: int | None
    missing: tuple[str, ...]
    brought: int
    forms: int
    damaged: Path | None
    purges: tuple[str, ...] = ()
    numbers: tuple[LeftOut, ...] = ()
    drafts: int = 0


class _Live(Struct, frozen=True):
    """The desk's file as it stands.

    ``database`` holds it (None where it cannot be opened, or there is none), ``head`` is None where it is not whole.
    ``aside`` is the folder with copies of what lay beside it, None where nothing did; ``key`` is an encrypted one's.
    """

    file: Path
    database: peewee.SqliteDatabase | None
    uuid: str
    head: Head | None
    aside: Path | None
    key: DeskKey | None = None


def restore(
    folder: Path,
    backup: Backup,
    *,
    clock: Clock,
    steps: Sequence[Step],
    who: str = "",
    member: Mapping[str, object] = NOBODY,
    reason: str = "",
    second: Path | None = None,
    kept: Path | None = None,
    tell: Stage = lambda _sentence: None,
    code: Secret | None = None,
) -> Restored:
    """Put ``backup`` in the place of the desk in ``folder`` (which may be empty) and return what came of it.

    The desk must be closed. ``member`` is what the journal notes beside ``who`` (``Gate.stamp``). ``second`` is the
    folder of the second copies, from which lost kept files come back; ``code`` is the recovery code of an encrypted
    backup, where the keyring does not hold its key (DeskLocked).
    ``kept`` is the folder in which kept files are looked for, where that is another one (a drill).
    Raises EnvironmentFault, with the desk as it was, where the backup is refused, the desk is held by another program
    or the disk refuses.
    """
    try:
        return _restored(folder, backup, _Deed(clock, steps, who, member, reason, second, kept or folder, tell, code))
    except store_errors() as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "没有恢复，台账保持原样：{why}"), remedy=fault.remedy, why=cause_of(fault)
        ) from error


def safety_backup(folder: Path, clock: Clock, code: Secret | None = None) -> Backup | None:
    """Back up the closed desk in ``folder`` as it is, before it is replaced; None where it is gone or not whole.

    A backup that holds this very state already is enough. Raises EnvironmentFault where another program has the desk
    or the disk refuses.
    """
    file = folder / FILE_NAME
    if not file.is_file():
        return None
    with faults_named():
        protection = protection_of(file, code)
        database, _known, head = _opened(file, protection.key if protection else None)
        try:
            if database is None or head is None:
                return None
            ours = identify(database, file)
            backups = Backups(folder / BACKUPS, raw(database), threading.RLock(), clock, ours, protection)
            return backups.make(Reason.RESTORE) if backups.has_news() else backups.newest()
        finally:
            if database is not None:
                database.close()


class _Deed(Struct, frozen=True):
    clock: Clock
    steps: Sequence[Step]
    who: str
    member: Mapping[str, object]
    reason: str
    second: Path | None
    kept: Path
    tell: Stage
    code: Secret | None
    key: DeskKey | None = None


def _restored(folder: Path, backup: Backup, deed: _Deed) -> Restored:
    deed.tell(QT_TRANSLATE_NOOP("desk", "正在核对备份"))
    check_described(backup, backup.file, "")
    deed = replace(deed, key=key_for(backup.key, deed.code))
    draft = temporary_file(private_folder(folder / BACKUPS))
    try:
        shutil.copyfile(backup.file, draft)
        examine(backup, draft, desk=_uuid_by_backups(folder), steps=deed.steps, key=deed.key)
        with _held(folder / FILE_NAME, deed.code) as live:
            check_described(backup, draft, live.uuid)
            return _exchanged(folder, backup, draft, live, deed)
    finally:
        draft.unlink(missing_ok=True)


def _exchanged(folder: Path, backup: Backup, draft: Path, live: _Live, deed: _Deed) -> Restored:
    whole = live.database is not None and live.head is not None
    lost = lost_since(raw(live.database), backup, key=deed.key) if live.database and whole else _unknown(folder, backup)
    deed.tell(QT_TRANSLATE_NOOP("desk", "正在核对附件和打印存档"))
    missing, brought = bring_back(deed.kept, draft, deed.second, backup.uuid, deed.key)
    forms = put_back_forms(backup, folder)
    deed.tell(QT_TRANSLATE_NOOP("desk", "正在换上备份"))
    lost = _bring_up_to_date(draft, backup, folder, live, deed, lost)
    if backup.key:
        # Both keys stand there until the desk is opened: a kill leaves the one file or the other.
        write_keys(folder, list(dict.fromkeys((backup.key, *read_keys(folder)))))
    drafts = _drafts_opened(folder / "drafts", live.key, deed.key)
    damaged = _put_in_place(draft, live)
    known = lost.deeds if whole else None
    return Restored(backup, known, missing, brought, forms, damaged, lost.purges, lost.numbers, drafts)


def _drafts_opened(folder: Path, was: DeskKey | None, to: DeskKey | None) -> int:
    """Write drafts sealed by a key that goes as they are; an encrypted desk seals them anew when it is opened.

    Returns how many nobody can read any more.
    """
    if was is not None and (to is None or to.number != was.number):
        Drafts(folder, Sealer(was)).unseal_all()
    return len(Drafts(folder, Sealer(to) if to else None).lost())


def _unknown(folder: Path, backup: Backup) -> Lost:
    return Lost(0, 0, purges=purged_on(folder, backup))


def purged_on(folder: Path, backup: Backup) -> tuple[str, ...]:
    """Return the days of the destructions after a backup, as far as the backups made before each of them tell."""
    places = dict.fromkeys((backup.file.parent, folder / BACKUPS))
    found = [read_backup(manifest) for place in places for manifest in place.glob("*.json")]
    days = {
        one.at[:10]
        for one in found
        if one and one.uuid == backup.uuid and one.reason == Reason.PURGE and one.number >= backup.number
    }
    return tuple(sorted(days))


def _bring_up_to_date(draft: Path, backup: Backup, folder: Path, live: _Live, deed: _Deed, lost: Lost) -> Lost:
    """Upgrade the copy and write the restore's own journal row into it; the copy is nobody's yet, so it may fail.

    Returns what was lost without the destructions that the copy tells of itself, with the numbers never given again.
    """
    database = connect(draft, key=deed.key)
    try:
        for pragma in ("journal_mode=MEMORY", "synchronous=OFF", "trusted_schema=OFF", "foreign_keys=ON"):
            execute(database, f"PRAGMA {pragma}")
        if waiting := pending(raw(database), deed.steps):
            run_steps(raw(database), waiting, __version__)
        used = unknown_to(given(raw(database)), _used(live, folder, backup, deed.key))
        lost = replace(lost, purges=left_out(raw(database), lost.purges), numbers=used)
        entry = entry_of(backup, left=live.head, newest=_newest_number(folder, backup), lost=lost, reason=deed.reason)
        who = deed.who or Settings(database, deed.clock).value(CLERK)
        stamp = Stamp(deed.clock.now().isoformat(timespec="seconds"), who, ACTION, deed.member)
        with database.atomic("IMMEDIATE"):
            seq = Journal(database).append(entry, stamp)
            execute(
                database,
                "INSERT INTO work_unit (seq, at, who, action, batch, undoable, registers) VALUES (?, ?, ?, ?, 0, 0, ?)",
                (seq, stamp.at, stamp.who, stamp.action, "[]"),
            )
            go_on_behind(raw(database), used)
        if scalar(database, "PRAGMA quick_check(1)") != "ok":
            raise EnvironmentFault(QT_TRANSLATE_NOOP("desk", "备份换上之前的检查没有通过。"))
    finally:
        database.close()
    draft.chmod(PRIVATE_FILE)
    sync_file(draft)
    return lost


def _used(live: _Live, folder: Path, backup: Backup, key: DeskKey | None) -> Given:
    """Return the last numbers given by the desk that is replaced; where it is not whole, by its newest backup."""
    if live.database is not None and live.head is not None:
        return given(raw(live.database))
    places = {folder / BACKUPS, backup.file.parent}  # the other is the second place
    found = [read_backup(manifest) for place in places for manifest in place.glob("*.json")]
    newer = [one for one in found if one is not None and one.uuid == backup.uuid and one.number > backup.number]
    for one in sorted(newer, key=lambda one: one.number, reverse=True):
        place = f"{one.file.resolve().as_uri()}?mode=ro&immutable=1"
        with suppress(*sqlite_errors()), closing(open_file(place, key if one.key else None)) as newest:
            return given(newest)
    return {}


def _newest_number(folder: Path, backup: Backup) -> int:
    found = [read_backup(manifest) for manifest in (folder / BACKUPS).glob("*.json")]
    return max(one.number for one in (*found, backup) if one is not None and one.uuid == backup.uuid)


def _put_in_place(draft: Path, live: _Live) -> Path | None:
    """Swap the files; return where a damaged one went."""
    aside = None
    if live.head is None and live.file.is_file():
        aside = live.aside or new_place(live.file)
        _linked_or_copied(live.file, aside / live.file.name)
        sync_folder(aside)
    if sys.platform == "win32" and live.database is not None:
        live.database.close()  # an open file cannot be replaced there
    for side in SIDES:
        beside(live.file, side).unlink(missing_ok=True)
    sync_folder(live.file.parent)
    put_in_place(draft, live.file)
    sync_folder(live.file.parent)
    return aside


def _side_files_kept(file: Path) -> Path | None:
    """Copy what lies beside a file into a folder of its own, for opening the file may take it away; None: nothing."""
    found = [place for side in SIDES if (place := beside(file, side)).is_file() and place.stat().st_size]
    aside = new_place(file) if found else None
    for place in found:
        assert aside is not None
        shutil.copyfile(place, aside / place.name)
        sync_file(aside / place.name)
    return aside


def _linked_or_copied(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # FAT and exFAT know no links
        shutil.copyfile(source, target)
        sync_file(target)


@contextmanager
def _held(file: Path, code: Secret | None) -> Iterator[_Live]:
    """Hold the desk's file, so that nobody opens it meanwhile; raise DeskHeld where somebody has it."""
    if not file.is_file():
        yield _Live(file, None, _uuid_by_backups(file.parent), None, None)
        return
    key = protection.key if (protection := protection_of(file, code)) else None
    with suppress(*sqlite_errors()):  # what cannot even be asked is damaged
        settle_side_files(file, file.parent / BACKUPS, key)
    aside, database = _side_files_kept(file), None
    try:
        database, known, head = _opened(file, key)
        yield _Live(file, database, known or _uuid_by_backups(file.parent), head, aside, key)
    finally:
        if database is not None:
            database.close()
        if aside is not None and not (aside / file.name).exists():  # it was whole, or is still where it was
            shutil.rmtree(aside, ignore_errors=True)


def _opened(file: Path, key: DeskKey | None) -> tuple[peewee.SqliteDatabase | None, str, Head | None]:
    """Open the desk to be replaced and lock it, which replays a crash's journal; nothing where it cannot be read."""
    database = connect(file, key=key)
    unreadable: tuple[type[Exception], ...] = (EnvironmentFault, *store_errors())
    try:
        set_pragmas(database, view_only=False)
        known = identify(database, file).uuid
        whole = scalar(database, "PRAGMA quick_check(1)") == "ok"
        return database, known, head_of(raw(database)) if whole else None
    except unreadable as error:
        database.close()
        if primary_code(error) == sqlite3.SQLITE_BUSY:
            raise held_fault(file.parent) from error
        return None, "", None


def _uuid_by_backups(folder: Path) -> str:
    """Return the desk's UUID as its backups name it, empty where there are none or they differ."""
    found = [read_backup(manifest) for manifest in (folder / BACKUPS).glob("*.json")]
    known = {backup.uuid for backup in found if backup is not None}
    return known.pop() if len(known) == 1 else ""


def protection_of(file: Path, code: Secret | None) -> Protection | None:
    """Return what opens the desk that is replaced; None for a plain one, and for one whose key nobody has here.

    The file of such a one cannot be read, and goes aside whole like a damaged one. A ``code`` may be that of a backup
    from before a change of key; then the keyring is asked all the same.
    """
    if not is_encrypted(file):
        return None
    for typed in dict.fromkeys((code, None)):
        with suppress(EnvironmentFault, UserError):
            return unlocked(file, typed)
    return None
