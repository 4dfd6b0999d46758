"""One open desk: a folder with its database, files and backups, and the one door for every write."""

from __future__ import annotations

import os
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import peewee

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.access_log import AccessLog
from desk_mailadmin.store.attachments import Attachments
from desk_mailadmin.store.backups import BACKUPS, Backups
from desk_mailadmin.store.confirming import confirm_kept
from desk_mailadmin.store.database import let_go, raw
from desk_mailadmin.store.desk_check import pieces_of
from desk_mailadmin.store.encryption import Encryption
from desk_mailadmin.store.faults import faults_named, store_errors
from desk_mailadmin.store.gate import Gate, Person
from desk_mailadmin.store.holder import forget_holder
from desk_mailadmin.store.journal import Journal, Stamp
from desk_mailadmin.store.journal_check import Finding
from desk_mailadmin.store.members import Members
from desk_mailadmin.store.opening import Opened, Stage, build, opened
from desk_mailadmin.store.postponed import Postponed
from desk_mailadmin.store.print_archive import PrintArchive
from desk_mailadmin.store.search import SearchIndex
from desk_mailadmin.store.second_place import SecondPlace
from desk_mailadmin.store.secrets import Secrets
from desk_mailadmin.store.sequences import Sequences
from desk_mailadmin.store.settings import Settings
from desk_mailadmin.store.undo import Undo, Undoable
from desk_mailadmin.store.upgrades import ALL_STEPS
from desk_mailadmin.store.upgrades.step import Step
from desk_mailadmin.store.whereabouts import Whereabouts
from desk_mailadmin.store.work import UnitOfWork
from desk_mailadmin.store.workdays import Workdays

Models = Sequence[type[peewee.Model]]

TAGS = 100
"""A desk's tag on sheets has two digits."""


class Desk:
    """An open desk, made by ``open_desk`` or ``create_desk``; close it when done.

    Reading is free (``database`` and what hangs on it); every write goes through ``work``. ``who`` is the clerk's name
    as the journal writes it.
    """

    def __init__(
        self,
        opened: Opened,
        *,
        clock: Clock,
        changes: Changes,
    ) -> None:
        folder, database, identity = opened.folder, opened.database, opened.identity
        self.folder = folder
        self.uuid = identity.uuid
        self.tag = uuid.UUID(identity.uuid).int % TAGS
        self.view_only = opened.view_only
        self.clock = clock
        self.changes = changes
        self.who = ""
        self.database = database
        self._lock = threading.RLock()
        self._unit: UnitOfWork | None = None
        self._process = os.getpid()
        self.journal = Journal(database)
        key = opened.protection.key if opened.protection else None
        self._whereabouts = Whereabouts(opened.file, database, self.journal.head(), key)
        self.sequences = Sequences(database)
        self.settings = Settings(database, clock)
        self.attachments = Attachments(database, folder / "attachments")
        self.prints = PrintArchive(database, folder / "printed")
        self.workdays = Workdays(database)
        self.search = SearchIndex(database)
        self.accesses = AccessLog(database, self.search)
        self.postponed = Postponed(database)
        self.drafts = opened.drafts()
        self.secrets = Secrets(identity.uuid)
        self.backups = Backups(folder / BACKUPS, raw(database), self._lock, clock, identity, opened.protection)
        self.members = Members(database, view_only=self.view_only)
        self.members.opened(self.work, self.upkeep)
        self.gate = Gate(database, self.members)
        self.second_place = SecondPlace(folder, self.backups.folder, clock)
        parts = (self.backups, self.drafts, self.gate, opened.protection)
        self.encryption = Encryption(database, self._lock, clock, identity.uuid, *parts)
        self._undo = Undo(database, self.journal, self.search, clock, self.work)

    @contextmanager
    def work(self, action: str, *, batch: bool = False) -> Iterator[UnitOfWork]:
        """Open a unit of work: one IMMEDIATE transaction with its journal rows; announce the registers after it.

        ``action`` names the clerk's act in the journal (no personal data); ``batch`` shows the whole unit as one line
        of 撤销. Inside another unit this joins it. Nothing is kept or announced where anything raises. Raises
        EnvironmentFault where the machine refuses or the desk is only viewed, RuntimeError where rows were written and
        none was journalled.
        """
        self._check_writable()
        with self._lock, faults_named():
            self.gate.check(action)
            if self._unit is not None:
                with self.database.atomic(), self._joined(self._unit, action):
                    yield self._unit
                return
            with self._in_its_place(), self._committed(action, batch=batch) as unit:
                yield unit
        self.gate.done(action)
        for key in unit.registers:
            self.changes.announce(key)

    def enter(self, person: Person, *, trusted: bool = False) -> None:
        """Let a person begin at the desk: from now on the journal names them, and they may do what their role may.

        ``trusted`` says that the PIN was typed for this one command, and need not be asked once more.
        """
        self.gate.enter(person, trusted=trusted)
        self.who = person.name

    @contextmanager
    def on_behalf(self, person: Person | None) -> Iterator[None]:
        """Have the journal name, and the gate ask, who ordered a deed that is done later: a batch being printed.

        Nobody, or who is at the desk anyway, changes nothing.
        """
        present, who = self.gate.person, self.who
        if person is not None and present is not None:
            self.gate.person, self.who = person, person.name
        try:
            yield
        finally:
            self.gate.person, self.who = present, who

    @contextmanager
    def upkeep(self) -> Iterator[None]:
        """Open a transaction for what is derived from records and is not journalled (the search tables)."""
        self._check_writable()
        with self._lock, faults_named(), self._in_its_place(), self.database.atomic("IMMEDIATE"):
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold the desk's lock, so that several reads see one state though another thread writes."""
        self._check_process()
        with self._lock, faults_named():
            yield

    def undoable(self) -> tuple[Undoable, ...]:
        """Return today's units of work that can be taken back, newest first, at most 50."""
        with self.reading():
            return self._undo.undoable()

    def last_deed(self) -> Undoable | None:
        """Return today's last deed, None where there is none; UserError where it cannot be taken back."""
        with self.reading():
            found = self._undo.last()
            if found is not None:
                self.gate.check_undo(found.seq)
            return found

    def undo(self, seq: int) -> int:
        """Take back the unit of a journal row; return the rows reversed. Raises UserError where that cannot be."""
        with self.reading():
            self.gate.check_undo(self.journal.unit_of(seq))
        return self._undo.undo(seq)

    def after_undo(self, kind: str, tell: Callable[[UnitOfWork, Sequence[int]], None]) -> None:
        """Have ``tell`` called, inside the undo, with the ids of ``kind`` whose rows were put back (to index them).

        Rows that the undo removed are taken out of the search table by themselves.
        """
        self._undo.after[kind] = tell

    def check(self, last: int | None = None) -> tuple[Finding, ...]:
        """Check the file, the journal (its last rows, or all) and that it still holds the heads kept in backups."""
        return tuple(found for piece in pieces_of(self, last, by_table=False) for found in piece)

    def close(self) -> None:
        """Back up what changed since the last backup and let go of the file; harmless when called twice.

        A file that encryption made ready takes the desk's place.
        """
        if self.database.is_closed():
            return
        try:
            if not self.view_only:
                self.backups.on_close()
            if self.encryption.is_ready:
                self.encryption.put_in_place(self.database.close)
        finally:
            let_go(self.database)
            if not self.view_only:
                forget_holder(self.folder)

    @contextmanager
    def _in_its_place(self) -> Iterator[None]:
        """Refuse to write a file that was moved or replaced since; a write inside another looks no second time."""
        if self.database.in_transaction():
            yield
            return
        self._whereabouts.check()
        self.journal.written, head = None, None
        try:
            yield
            head = self.journal.written
        finally:
            self._whereabouts.note(head)

    @contextmanager
    def _committed(self, action: str, *, batch: bool) -> Iterator[UnitOfWork]:
        connection = raw(self.database)
        who, member = self.gate.stamp(self.who, action)
        stamp = Stamp(self.clock.now().isoformat(timespec="seconds"), who, action, member)
        unit = self._unit = UnitOfWork(self.database, self.journal, self.sequences, stamp, self.gate, batch=batch)
        ready = False
        try:
            with self.database.atomic("IMMEDIATE"):
                before = connection.total_changes
                yield unit
                unit.close(wrote_rows=connection.total_changes != before)
                ready = True
        except BaseException as error:
            self.workdays.forget()
            if not (ready and isinstance(error, store_errors()) and confirm_kept(self.database, unit.first, error)):
                raise
        finally:
            self._unit = None

    @contextmanager
    def _joined(self, unit: UnitOfWork, action: str) -> Iterator[None]:
        """Let an act join a unit that is under way; its own right is asked for what it writes."""
        unit.actions.append(action)
        try:
            yield
        finally:
            unit.actions.pop()

    def _check_writable(self) -> None:
        self._check_process()
        if self.view_only:
            raise EnvironmentFault(
                QT_TRANSLATE_NOOP("desk", "台账现在只能查看，本次未保存。"),
                remedy=QT_TRANSLATE_NOOP("desk", "把整个台账文件夹复制到可以写入的磁盘，再打开那一份。"),
            )

    def _check_process(self) -> None:
        if os.getpid() != self._process:
            raise RuntimeError("a child process never touches the desk's database")


def create_desk(
    folder: Path, *, clock: Clock, changes: Changes, models: Models = (), steps: Sequence[Step] = ALL_STEPS
) -> Desk:
    """Make a desk in ``folder`` and open it.

    Raises UserError where one is there already, EnvironmentFault where the disk refuses; a crash leaves no half desk.
    """
    build(folder, clock, steps)
    return open_desk(folder, clock=clock, changes=changes, models=models, steps=steps)


def open_desk(
    place: Path,
    *,
    clock: Clock,
    changes: Changes,
    models: Models = (),
    progress: Stage | None = None,
    steps: Sequence[Step] = ALL_STEPS,
    viewing: bool = False,
    code: Secret | None = None,
) -> Desk:
    """Open the desk at ``place``, its folder or its file; bring it up to date behind a verified backup.

    ``models`` are bound to it; ``progress`` is told in a sentence what takes long; ``viewing`` opens it only to be
    looked at; ``code`` is an encrypted desk's recovery code, where the keyring has no key. On a read-only medium the
    desk opens ``view_only``. Raises EnvironmentFault, with every file as it was, where there is no desk, the file is
    foreign, needs a newer program, is held by another program, or (DeskLocked) only the recovery code opens it;
    UserError for a wrong code.
    """
    tell = progress or (lambda _sentence: None)
    found = opened(place, clock, steps, tell, viewing=viewing, code=code)
    try:
        with faults_named():
            desk = Desk(found, clock=clock, changes=changes)
    except BaseException:
        let_go(found.database)
        raise
    desk.database.bind(list(models), bind_refs=False, bind_backrefs=False)
    return desk
