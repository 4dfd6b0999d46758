"""Every sub-command by its name; imported once one is asked for, because the window needs none of them (SPEED a)."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from desk_mailadmin.cli import (
    backups,
    calls,
    cases,
    desks,
    encryption,
    imports,
    mails,
    nightly,
    outputs,
    purges,
    records,
)
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.office import Office

Work = Callable[[Office, Namespace], int]

ON_A_DESK: dict[str, Work] = {
    "set": desks.set_values,
    "backup": backups.backup,
    "drill": backups.drill,
    "check": desks.check,
    "purge": purges.purge,
    "import": imports.import_file,
    "reckon": calls.reckon,
    "record": records.record,
    "sign": records.sign,
    "open": records.carry_out,
    "end": records.end,
    "hand-over": records.hand_over,
    "send": mails.send,
    "void": records.void,
    "return": records.give_back,
    "reverse": cases.reverse,
    "close-month": cases.close_month,
    "reopen-month": cases.reopen_month,
    "list": outputs.list_register,
    "print": outputs.print_papers,
    "export": outputs.export,
}
WITHOUT_A_DESK: dict[str, Callable[[Namespace, Clock], int]] = {
    "encrypt": encryption.encrypt,
    "new": desks.new,
    "restore": backups.restore,
    "tour": desks.tour,
    "selftest": desks.selftest,
    "nightly": nightly.nightly,
    "clauses": desks.clauses,
}
