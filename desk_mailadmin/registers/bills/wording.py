"""What the import of a bill says of its totals and of its numbers before anything is written."""

from __future__ import annotations

from desk_mailadmin.intake.bills.result import BillReading
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.bills.service import difference_words
from desk_mailadmin.ui.dialogs.import_session import MoveGroup, MoveLine
from desk_mailadmin.ui.shown import shown

ACCEPTED = -1
"""The key of the line that says the totals were looked at."""
_WHAT = {
    "calls": QT_TRANSLATE_NOOP("desk", "次数"),
    "seconds": QT_TRANSLATE_NOOP("desk", "总秒数"),
    "base": QT_TRANSLATE_NOOP("desk", "基本费"),
    "info": QT_TRANSLATE_NOOP("desk", "信息费"),
    "discount": QT_TRANSLATE_NOOP("desk", "优惠"),
    "fee": QT_TRANSLATE_NOOP("desk", "通话费"),
    "due": QT_TRANSLATE_NOOP("desk", "应缴总额"),
}


def difference_group(reading: BillReading) -> MoveGroup:
    """Return the question whether totals that do not agree were looked at; no line where all agree."""
    lines: tuple[MoveLine, ...] = ()
    if reading.differences:
        title = shown(QT_TRANSLATE_NOOP("desk", "照读到的导入"))
        whole = next((one for one in reading.differences if one.what in ("due", "fee")), None)
        place = f"{fen_to_text(whole.said - whole.read)} 元" if whole else ""
        lines = (MoveLine(ACCEPTED, title, place, difference_words(reading)),)
    return MoveGroup(
        "difference",
        shown(QT_TRANSLATE_NOOP("desk", "合计不一致")),
        Tone.AMBER,
        lines,
        choice=shown(QT_TRANSLATE_NOOP("desk", "读不出来的行没有计入；打勾表示核对过，差额会一直显示在账单上。")),
        heads=heads_of(QT_TRANSLATE_NOOP("desk", "决定"), QT_TRANSLATE_NOOP("desk", "相差")),
    )


def agreements_group(reading: BillReading) -> MoveGroup:
    """Return each total the bill names beside what was read."""
    whole = [one for one in reading.agreements if not one.number]
    lines = []
    for one in whole:
        said, read = figure(one.what, one.said), figure(one.what, one.read)
        verdict = QT_TRANSLATE_NOOP("desk", "不符") if one.differs else QT_TRANSLATE_NOOP("desk", "相符")
        what = shown(QT_TRANSLATE_NOOP("desk", "账单写 {said}，读到 {read}"), said=said, read=read)
        lines.append(MoveLine(0, shown(_WHAT[one.what]), shown(verdict), what))
    heads = heads_of(QT_TRANSLATE_NOOP("desk", "合计"), QT_TRANSLATE_NOOP("desk", "核对"))
    title = shown(QT_TRANSLATE_NOOP("desk", "和账单合计核对"))
    return MoveGroup("agreements", title, Tone.BLUE, tuple(lines), heads=heads)


def numbers_group(reading: BillReading) -> MoveGroup:
    """Return what each billed number comes to."""
    lines = []
    differing = {one.number for one in reading.differences if one.number}
    for one in reading.numbers:
        what = shown(
            QT_TRANSLATE_NOOP("desk", "通话费 {fee} 元，月租和来显 {fixed} 元"),
            fee=fen_to_text(one.calls.fee_fen),
            fixed=fen_to_text(one.fixed_fen),
        )
        if one.number in differing:
            what += "　" + shown(QT_TRANSLATE_NOOP("desk", "和账单上的小计不符"))
        count = shown(QT_TRANSLATE_NOOP("desk", "{count} 次"), count=one.calls.calls)
        lines.append(MoveLine(0, phone_shown(one.number), count, what))
    heads = heads_of(QT_TRANSLATE_NOOP("desk", "号码"), QT_TRANSLATE_NOOP("desk", "通话"))
    return MoveGroup("numbers", shown(QT_TRANSLATE_NOOP("desk", "各号码")), Tone.BLUE, tuple(lines), heads=heads)


def clock_length(seconds: int) -> str:
    """Return a call's length as bills write it: 1:20, 1:02:03."""
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"


def figure(what: str, value: int) -> str:
    """Return a total as people read it: a count, or yuan."""
    return str(value) if what in ("calls", "seconds") else fen_to_text(value)


def heads_of(first: str, second: str = "", third: str = QT_TRANSLATE_NOOP("desk", "内容")) -> tuple[str, str, str]:
    """Return the titles of a group's columns, translated."""
    return shown(first), shown(second) if second else "", shown(third)
