"""Which kind of tab a register gets: a list, a ledger with months, or a list with a tree beside it."""

from __future__ import annotations

from desk_mailadmin.kernel.register import Listing, Register
from desk_mailadmin.ui.bench import WindowBench
from desk_mailadmin.ui.hooks import Hooks
from desk_mailadmin.ui.ledger_tab import LedgerTab
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.register_tab import RegisterTab
from desk_mailadmin.ui.tree_tab import TreeTab


def tab_for(
    register: Register, listing: Listing, bench: WindowBench, hooks: Hooks, memory: Memory, row_px: int
) -> RegisterTab:
    """Return the tab of a register: that of a ledger or of a tree where it declares one."""
    made: type[RegisterTab] = RegisterTab
    if register.ledger is not None:
        made = LedgerTab
    elif register.tree is not None:
        made = TreeTab
    return made(register, listing, bench, hooks, memory, row_px)
