"""Under 多人使用 a command says who gives it: ``--as NAME``, and the PIN on the terminal, never as an argument."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import DeskError, UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office, open_office
from desk_mailadmin.store.gate import ALONE, Author

UNATTENDED = frozenset({"backup", "check"})
"""What the system's scheduler does at night, with nobody there: it changes no record."""


def come_in(office: Office, args: Namespace) -> None:
    """Let the person named by ``--as`` be at the desk for this one command.

    Raises UserError where nobody is named, the PIN is wrong, or there is no terminal to ask it on.
    """
    if not office.desk.gate.is_on or args.command in UNATTENDED:
        return
    name = getattr(args, "who", "") or ""
    if not name:
        raise UserError(QT_TRANSLATE_NOOP("desk", "这个台账是多人使用的，用 --as 姓名 说明是谁。"))
    member = office.desk.members.named(name)
    office.desk.enter(office.desk.members.check_pin(member.id, _asked_pin(name)), trusted=True)


def check_restore(args: Namespace, folder: Path, clock: Clock, code: Secret | None = None) -> Author:
    """Let only an administrator put a backup in the place of a desk that several people use; return who that is.

    A desk that cannot be opened any more, with the keyring or a recovery ``code``, has nobody to ask: it may be
    restored by who may write its folder, and nobody is named. So it is where one clerk works alone.
    """
    office = None
    for typed in dict.fromkeys((None, code)):
        with suppress(DeskError):
            office = open_office(folder, clock, code=typed)
            break
    if office is None:
        return ALONE
    try:
        come_in(office, args)
        office.desk.gate.check("backup.restore")
        return office.desk.gate.stamp(office.desk.who, "backup.restore") if office.desk.gate.is_on else ALONE
    finally:
        office.close()


def _asked_pin(name: str) -> Secret:
    """Ask for the PIN on the terminal, unseen."""
    if not sys.stdin.isatty():
        raise UserError(QT_TRANSLATE_NOOP("desk", "PIN 只在终端上输入，这里没有终端。"))
    from getpass import getpass

    return Secret(getpass(f"{name}的 PIN：", stream=sys.stderr))
