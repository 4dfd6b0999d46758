"""Entries of the menus that concern the program itself: about, logs, the nightly run."""

from __future__ import annotations

from pathlib import Path

from desk_mailadmin.app.bench import AppBench
from desk_mailadmin.app.doors import open_file
from desk_mailadmin.app.last_desk import window_settings
from desk_mailadmin.app.nightly import AT, Nightly, nightly_of_this_user
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.shown import shown


def show_about(bench: AppBench, desk: Path) -> None:
    """Show version and licences."""
    from desk_mailadmin.ui.dialogs.about import AboutDialog

    bench.show_dialog(AboutDialog(desk, bench.memory))


def open_logs(_bench: AppBench) -> None:
    """Open the folder in which reports of errors and of nightly runs are kept."""
    folder = Path(window_settings().fileName()).parent
    folder.mkdir(parents=True, exist_ok=True)
    open_file(folder)


def set_nightly(bench: AppBench) -> None:
    """Ask whether the system's scheduler backs up and checks the desk every night, and see to it."""
    nightly = nightly_of_this_user()
    if not nightly.is_offered:
        bench.prompter.inform(
            shown(QT_TRANSLATE_NOOP("desk", "这个系统的定时任务要由管理电脑的同事设：每夜运行 {command}")).format(
                command=" ".join(nightly.command)
            )
        )
        return
    on = nightly.is_on()
    template = (
        QT_TRANSLATE_NOOP("desk", "每夜 {at} 自动备份并检查，现在开着。窗口开着时由窗口备份。")
        if on
        else QT_TRANSLATE_NOOP("desk", "每夜 {at} 自动备份并检查，现在关着；电脑那时没有开机，就在下次开机后做。")
    )
    way = Choice("off", QT_TRANSLATE_NOOP("desk", "关掉")) if on else Choice("on", QT_TRANSLATE_NOOP("desk", "打开"))
    wanted = bench.prompter.choose(shown(template, at=AT), (way,))
    if wanted is None or bench.run(lambda: _switch(nightly, on=wanted == "on")) is None:
        return
    done = (
        QT_TRANSLATE_NOOP("desk", "每夜的备份和检查已关掉")
        if on
        else QT_TRANSLATE_NOOP("desk", "每夜 {at} 自动备份并检查")
    )
    bench.tell(shown(done, at=AT))


def _switch(nightly: Nightly, *, on: bool) -> bool:
    if on:
        nightly.switch_on()
    else:
        nightly.switch_off()
    return True
