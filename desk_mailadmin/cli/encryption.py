"""The command that switches encryption, and the recovery code asked from a person or a pipe, never from an argument."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Callable
from typing import TypeVar

from desk_mailadmin.cli.output import DONE, FAULTS_NAMED, say
from desk_mailadmin.cli.people import come_in
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office, default_folder, open_office
from desk_mailadmin.protection import (
    LOSS,
    PROTECTED,
    SILENT,
    UNPROTECTED,
    Plain,
    check_is_on,
    check_typed,
    erase_plain,
    new_offer,
    note_erased,
    plain_copies,
    recovery_sheet,
    switch,
    waiting,
    write_sheet,
)
from desk_mailadmin.store.encryption import DEED, Offer
from desk_mailadmin.store.gate import Person
from desk_mailadmin.store.recovery_code import grouped
from desk_mailadmin.store.unlocking import DeskLocked

T = TypeVar("T")


def opened(args: Namespace, clock: Clock) -> Office:
    """Open the desk of a command; an encrypted one that the keyring does not open, by the code that is asked for."""
    place = args.desk or default_folder()
    return with_code(args, lambda code: open_office(place, clock, code=code))


def with_code(args: Namespace, deed: Callable[[Secret | None], T]) -> T:
    """Do ``deed``; where only the recovery code helps and ``--recovery-code`` says so, ask for it and do it again.

    Raises DeskLocked where nobody may be asked, UserError for a wrong code, after a pause.
    """
    try:
        return deed(None)
    except DeskLocked as locked:
        if not args.recovery_code:
            raise DeskLocked(
                "{why}",
                remedy=QT_TRANSLATE_NOOP("desk", "加上 --recovery-code，再输入恢复码单上的 26 位恢复码。"),
                why=str(locked),
            ) from locked
        try:
            return deed(Secret(_asked(str(locked))))
        except UserError as wrong:
            if wrong.field == "code":
                time.sleep(waiting(1))
            raise


def encrypt(args: Namespace, clock: Clock) -> int:
    """Switch encryption on or off, or change the key; the desk is the old one until its new file is compared."""
    args.desk = args.place or args.desk
    office = opened(args, clock)
    try:
        come_in(office, args)
        office.desk.gate.check(DEED)  # before a code is shown that nothing will come of
        offer = _offer(office, args)
        why = switch(office, offer, lambda stage: say(f"{stage}……", sys.stderr))
    except BaseException:
        office.desk.encryption.give_up()
        office.close()
        raise
    number, person = office.desk.encryption.number, office.desk.gate.person
    office.close()
    return _told(args, clock, offer, number, why, person)


def _offer(office: Office, args: Namespace) -> Offer | None:
    """Return the new key once its code was written down and typed back; None for switching off."""
    if args.what == "off":
        check_is_on(office)
        return None
    offer = new_offer(office, rekey=args.what == "rekey")
    for sentence in (*PROTECTED, *UNPROTECTED, LOSS):
        say(sentence, sys.stderr)
    if args.out:
        write_sheet(recovery_sheet(office, offer), args.out)
        say(f"恢复码单：{args.out}。打印后把这个文件删掉。")
    else:
        say(f"密钥编号 {offer.key.number}")
        say(f"恢复码　{grouped(offer.code)}")
    check_typed(offer, _asked("照恢复码单输入一遍恢复码。"))
    return offer


def _told(args: Namespace, clock: Clock, offer: Offer | None, former: str, why: str, person: Person | None) -> int:
    """Open the switched desk once, for the same ``person``, back it up, and say what is left to do."""
    office = open_office(args.desk or default_folder(), clock, code=offer.code if offer and why else None)
    try:
        if person is not None:
            office.desk.enter(person, trusted=True)
        made = office.desk.backups.make("encryption")
        if offer is None:
            say(f"已关闭加密。以前加密的备份仍要用密钥 {former} 的恢复码打开。")
        else:
            say(f"已加密，密钥编号 {offer.key.number}。新的备份：{made.file}")
        if why:
            say(why)
        if args.remove_plain:
            say(f"已覆写并删除 {_what(_removed(office))}。")
        left = plain_copies(office)()
        if left:
            say(f"还有 {_what(left)}；加上 --remove-plain 就覆写并删除。")
        if left.silent:
            say(SILENT.format(folder=left.silent))
        return FAULTS_NAMED if left or why else DONE
    finally:
        office.close()


def _removed(office: Office) -> Plain:
    office.desk.backups.make("encryption")
    gone = erase_plain(office.desk.backups, plain_copies(office)())
    note_erased(office, gone)
    return gone


def _what(plain: Plain) -> str:
    template, values = plain.told
    return template.format_map(values)


def _asked(question: str) -> str:
    """Return one line that somebody typed unseen, or that a script gave on standard input."""
    if sys.stdin.isatty():
        from getpass import getpass

        return getpass(f"{question} ")
    return sys.stdin.readline().strip()
