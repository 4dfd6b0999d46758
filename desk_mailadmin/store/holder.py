"""Who has the desk open: a note beside it for the message. The guard itself is SQLite's exclusive lock."""

from __future__ import annotations

import getpass
import json
import os
import socket
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.json_text import parsed_json
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.files import PRIVATE_FILE

NOTE = "desk.lock"


class Holder(Struct, frozen=True):
    """The computer, the account, the process and the moment of opening."""

    host: str
    user: str
    pid: int
    since: str


def note_holder(folder: Path, since: str) -> None:
    """Write down that this process has the desk open; no start waits for a disk to confirm a note."""
    holder = Holder(socket.gethostname(), _account(), os.getpid(), since)
    note = folder / NOTE
    note.unlink(missing_ok=True)  # never through a link
    note.touch(PRIVATE_FILE, exist_ok=False)
    note.write_text(json.dumps(asdict(holder), ensure_ascii=False), encoding="utf-8")


def forget_holder(folder: Path) -> None:
    """Take the note away."""
    (folder / NOTE).unlink(missing_ok=True)


def holder_of(folder: Path) -> Holder | None:
    """Return who wrote the note, None where there is none or it cannot be read (it is only told, never trusted)."""
    try:
        return Holder(**parsed_json((folder / NOTE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


class DeskHeld(EnvironmentFault):
    """Another program has the desk open; its latest backup can be looked at meanwhile (F9).

    ``is_passing``: it is no desk_mailadmin as far as that shows, and may let go by itself (antivirus, sync; F34).
    """

    is_passing = False


def held_fault(folder: Path) -> DeskHeld:
    """Return the fault that says who has the desk open."""
    holder = holder_of(folder)
    if holder is None:
        passing = DeskHeld(
            QT_TRANSLATE_NOOP("desk", "台账文件正被别的程序占用（例如杀毒、同步或备份程序），没有打开，文件没有改动。"),
            remedy=QT_TRANSLATE_NOOP("desk", "等那个程序放开文件，再试一次；要看数据可以打开最近的备份。"),
        )
        passing.is_passing = True
        return passing
    if holder.host == socket.gethostname() and holder.user == _account():
        return DeskHeld(
            QT_TRANSLATE_NOOP("desk", "台账已经在这台电脑上打开，没有再打开一次。"),
            remedy=QT_TRANSLATE_NOOP("desk", "关掉那个窗口再试；要看数据可以打开最近的备份。"),
        )
    return DeskHeld(
        QT_TRANSLATE_NOOP("desk", "台账正被电脑 {host} 上的 {user} 使用，没有打开。"),
        remedy=QT_TRANSLATE_NOOP("desk", "在那台电脑上关掉台账再打开；要看数据可以打开最近的备份。"),
        host=holder.host,
        user=holder.user,
    )


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"
