"""Papers that came back, in any register: their scans kept, and the reason asked for where one ends badly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from desk_mailadmin.kernel.changes import register_key
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.reason_dialog import ReasonDialog
from desk_mailadmin.ui.dialogs.scan import SCAN_FILTER, Scan, scan_from_file
from desk_mailadmin.ui.shown import shown


def keep_scans(bench: Any, work: Any, kind: str, record: int, role: str, scans: Sequence[Scan]) -> None:
    """Keep scans with a record of table ``kind``, within the transaction that registers what they show."""
    for scan in scans:
        bench.desk.attachments.keep(work, kind, record, f"signature.{role}", scan.name, scan.content, pages=scan.pages)


def attach_chosen_scan(bench: Any, kind: str, record: int, role: str) -> None:
    """Ask for a scanned file and keep it with a record of table ``kind``, as the signature of ``role``."""
    title, filters = shown(QT_TRANSLATE_NOOP("desk", "选扫描件")), shown(SCAN_FILTER)
    path = bench.prompter.open_path(title, filters=filters)
    if path is None:
        return

    def attach() -> None:
        reading = shown(QT_TRANSLATE_NOOP("desk", "正在读 {file}")).format(file=path.name)
        scan = bench.hold(reading, lambda report: scan_from_file(path, report))
        with bench.desk.work(f"{kind}.attach") as work:
            keep_scans(bench, work, kind, record, role, (scan,))
            work.changed(register_key(kind))

    bench.run(attach)


def ask_reason(bench: Any, verb: str, paper: str, whose: str, deed: Callable[[date, str], object]) -> None:
    """Ask for the reason and the day of ``verb``, do the deed, and say so.

    ``paper`` is the number, ``whose`` the owner.
    """
    dialog = ReasonDialog(
        shown(verb),
        f"{paper}　{whose}",
        lambda reason, on, _yes: deed(on, reason),
        bench.prompter,
        today=bench.desk.clock.today,
        memory=bench.memory,
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已{what}　{which}"), what=shown(verb), which=paper))
