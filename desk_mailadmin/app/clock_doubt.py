"""What the window says of a computer whose clock was set back."""

from __future__ import annotations

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.suspect_clock import ahead_of_now
from desk_mailadmin.ui.shown import shown


def clock_doubt(desk: Desk) -> str:
    """Return why the computer's time cannot be right, empty where nothing speaks against it."""
    last = ahead_of_now(desk.database, desk.clock)
    if last is None:
        return ""
    return shown(
        QT_TRANSLATE_NOOP(
            "desk",
            "系统时间可疑：电脑上是 {now}，而最后一次登记是 {last}。"
            "记录和编号未受影响，但逾期和期限按电脑的日期计算，先把电脑的日期和时间调对。",
        ),
        now=f"{desk.clock.now():%Y-%m-%d %H:%M}",
        last=f"{last:%Y-%m-%d %H:%M}",
    )
