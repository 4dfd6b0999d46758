"""Encryption in the window: the wizard, what may be done with it later, and the code asked when a desk is opened."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil
from typing import Generic, TypeVar

from desk_mailadmin.app.bench import AppBench, Show
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.protection import (
    LOSS,
    PROTECTED,
    SILENT,
    UNPROTECTED,
    Plain,
    check_typed,
    erase_plain,
    new_offer,
    note_erased,
    plain_copies,
    recovery_sheet,
    switch,
    waiting,
)
from desk_mailadmin.store.encryption import Offer
from desk_mailadmin.store.recovery_code import read_code
from desk_mailadmin.store.unlocking import DeskLocked
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import remedy_of, said, shown

T = TypeVar("T")

AGAIN = "again"
"""What the window is asked for, so that the file made ready takes the desk's place: closed and opened once more."""

_TITLE = QT_TRANSLATE_NOOP("desk", "加密台账")
_REKEY_TITLE = QT_TRANSLATE_NOOP("desk", "更换密钥和恢复码")


def lead(bench: AppBench, office: Office, open_again: Callable[[str], None]) -> None:
    """Lead through encryption: the wizard where the desk is plain, else what can be done with an encrypted one."""
    if not office.desk.encryption.number:
        _wizard(bench, office, open_again, rekey=False)
        return
    plain = _looked_for(bench, office)
    match bench.prompter.choose(_state(office, plain), _choices(plain)):
        case "rekey":
            _wizard(bench, office, open_again, rekey=True)
        case "off":
            _off(bench, office, open_again)
        case "drill":
            drill(bench, office)
        case "plain":
            offer_removal(bench, office, plain)


def _looked_for(bench: AppBench, office: Office) -> Plain:
    """Look for copies that anybody can read, beside the window: the other disk may give no answer."""
    title = shown(QT_TRANSLATE_NOOP("desk", "正在找没有加密的备份"))
    look = plain_copies(office)
    return bench.hold(title, lambda _report: look(), stoppable=False)


def _state(office: Office, plain: Plain | None = None) -> str:
    told = shown(QT_TRANSLATE_NOOP("desk", "台账已加密，密钥编号 {number}。"), number=office.desk.encryption.number)
    silent = plain.silent if plain is not None else None
    return f"{told}{shown(SILENT, folder=silent)}" if silent else told


def _what(plain: Plain) -> str:
    template, values = plain.told
    return shown(template, **values)


def _choices(plain: Plain) -> tuple[Choice, ...]:
    offered = [
        Choice("drill", shown(QT_TRANSLATE_NOOP("desk", "核对恢复码单：输入一遍，看它打得开"))),
        Choice("rekey", shown(QT_TRANSLATE_NOOP("desk", "更换密钥和恢复码（恢复码单丢了、被人看过）"))),
        Choice("off", shown(QT_TRANSLATE_NOOP("desk", "关闭加密"))),
    ]
    if plain:
        offered.append(Choice("plain", shown(QT_TRANSLATE_NOOP("desk", "删除 {what}"), what=_what(plain))))
    return tuple(offered)


def _wizard(bench: AppBench, office: Office, open_again: Callable[[str], None], *, rekey: bool) -> None:
    from desk_mailadmin.ui.dialogs.encryption_wizard import EncryptionJob, EncryptionWizard
    from desk_mailadmin.ui.paper_printing import print_unkept

    offer = new_offer(office, rekey=rekey)
    note = shown(QT_TRANSLATE_NOOP("desk", "恢复码只在这张单上。关闭以后，在程序里哪里也找不到它。"))
    job = EncryptionJob(
        protected=PROTECTED,
        unprotected=UNPROTECTED,
        loss=LOSS,
        number=offer.key.number,
        print_sheet=lambda: print_unkept(bench, recovery_sheet(office, offer), note, lambda: None),
        check=lambda typed: check_typed(offer, typed),
    )
    title = shown(_REKEY_TITLE if rekey else _TITLE)
    if bench.show_dialog(EncryptionWizard(title, job, bench.prompter, memory=bench.memory, parent=bench.window)):
        _switch(bench, office, offer, open_again)


def _off(bench: AppBench, office: Office, open_again: Callable[[str], None]) -> None:
    question = shown(QT_TRANSLATE_NOOP("desk", "关闭加密以后，谁拿到台账文件都能读。"))
    detail = shown(
        QT_TRANSLATE_NOOP("desk", "以前加密的备份仍要用密钥 {number} 的恢复码打开，恢复码单留着。"),
        number=office.desk.encryption.number,
    )
    if bench.prompter.confirm(question, shown(QT_TRANSLATE_NOOP("desk", "关闭加密")), detail=detail, danger=True):
        _switch(bench, office, None, open_again)


def _switch(bench: AppBench, office: Office, offer: Offer | None, open_again: Callable[[str], None]) -> None:
    """Make the new file ready behind a progress, then have the window closed and opened once more."""
    title = shown(QT_TRANSLATE_NOOP("desk", "正在备份、改写并核对台账"))

    def made_ready(_confirmed: object) -> bool:
        bench.hold(title, lambda _report: switch(office, offer, lambda _stage: None), stoppable=False)
        return True

    if bench.attempt(made_ready):
        open_again(AGAIN)


def settled(bench: AppBench, office: Office, former: str) -> None:
    """Back up the desk that was switched, say what it is now, and offer to remove the backups anybody can read.

    ``former`` is the number of the key before; where it is the same the switching was refused, and that was said.
    """
    number = office.desk.encryption.number
    if number == former:
        return
    office.desk.backups.make("encryption")
    told = (
        QT_TRANSLATE_NOOP("desk", "已加密，密钥编号 {number}；新的备份已做好。")
        if number
        else QT_TRANSLATE_NOOP("desk", "已关闭加密；新的备份已做好。")
    )
    bench.tell(shown(told, number=number))
    plain = _looked_for(bench, office)
    if plain:
        offer_removal(bench, office, plain)
    elif plain.silent:
        bench.prompter.warn(shown(SILENT, folder=plain.silent))


def offer_removal(bench: AppBench, office: Office, plain: Plain) -> None:
    """Ask whether the copies that anybody can read go, and remove them."""
    question = shown(QT_TRANSLATE_NOOP("desk", "还有 {what}，谁拿到都能读。覆写并删除它们吗？"), what=_what(plain))
    detail = shown(SILENT, folder=plain.silent) if plain.silent else ""
    detail += shown(
        QT_TRANSLATE_NOOP(
            "desk", "先做一份加密的备份再删；删掉以后回不到那些日子。别处另外拷走的要自己删，固态硬盘上可能还有残留。"
        )
    )
    if bench.prompter.confirm(question, shown(QT_TRANSLATE_NOOP("desk", "覆写并删除")), detail=detail, danger=True):
        gone = bench.attempt(lambda _confirmed: _removed(bench, office, plain))
        if gone is not None:
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已覆写并删除 {what}。"), what=_what(gone)))


def _removed(bench: AppBench, office: Office, plain: Plain) -> Plain:
    """Remove the copies behind a new encrypted backup, beside the window, and write it down."""

    def remove() -> Plain:
        office.desk.backups.make("encryption")
        return erase_plain(office.desk.backups, plain)

    office.desk.gate.check("encryption.clear")  # before anything is gone
    gone = bench.hold(shown(QT_TRANSLATE_NOOP("desk", "正在覆写并删除")), lambda _report: remove(), stoppable=False)
    note_erased(office, gone)
    return gone


def drill(bench: AppBench, office: Office) -> None:
    """Try the code on the sheet against the key in use; nothing is changed by it."""
    wrapped = office.desk.encryption.wrapped
    assert wrapped is not None

    def tried(code: Secret) -> bool:
        return wrapped.opened(read_code(code.bare)).number == wrapped.number

    verb = shown(QT_TRANSLATE_NOOP("desk", "核对"))
    if asked_code(_state(office), tried, bench.prompter, bench.show_dialog, verb=verb):
        bench.prompter.inform(shown(QT_TRANSLATE_NOOP("desk", "恢复码是对的，它打得开这个台账和同一密钥的备份。")))


def by_code(locked: DeskLocked, deed: Callable[[Secret], T], prompter: Prompter, show: Show) -> T | None:
    """Ask for the recovery code of a desk that only it opens, and do ``deed`` with it; None where nobody gives it."""
    return asked_code(f"{said(locked)}{remedy_of(locked)}", deed, prompter, show)


def asked_code(why: str, deed: Callable[[Secret], T], prompter: Prompter, show: Show, *, verb: str = "") -> T | None:
    """Ask for a recovery code and return what ``deed`` makes of it; after a wrong one the next try waits."""
    from desk_mailadmin.ui.dialogs.code_dialog import CodeDialog

    dialog = CodeDialog(why, Patience(deed), prompter, verb=verb)
    try:
        return dialog.outcome if show(dialog) else None
    finally:
        dialog.deleteLater()


class Patience(Generic[T]):
    """Does a deed with a code, and lets the next try wait longer after each wrong one."""

    def __init__(self, deed: Callable[[Secret], T], now: Callable[[], float] = time.monotonic) -> None:
        self._deed, self._now = deed, now
        self._wrong, self._until = 0, 0.0

    def __call__(self, code: Secret) -> T:
        """Return what the deed returns; raise UserError for a wrong code, or where it is too early."""
        if (left := self._until - self._now()) > 0:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "恢复码错过 {count} 次，{seconds} 秒以后再试。"),
                field="code",
                count=self._wrong,
                seconds=ceil(left),
            )
        read_code(code.bare)  # a slip of the pen is no wrong code
        try:
            return self._deed(code)
        except UserError as wrong:
            if wrong.field == "code":
                self._wrong += 1
                self._until = self._now() + waiting(self._wrong)
            raise
