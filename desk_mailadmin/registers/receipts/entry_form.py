"""The entry dialog of what is handed over for signature: one thing, one or many recipients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.table import Choice, Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.receipts.entries import HandOver
from desk_mailadmin.registers.receipts.rules import (
    ACCOUNT,
    GIVEN_BACK,
    LONGEST_NOTE,
    LONGEST_SUBJECT,
    MOST_COPIES,
    RETURN_DAYS,
    WHATS,
)
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.person_picker import Hit
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

_WHAT = QT_TRANSLATE_NOOP("desk", "类别")
_SUBJECT = QT_TRANSLATE_NOOP("desk", "事项或物品")
_COPIES = QT_TRANSLATE_NOOP("desk", "每人份数")
_PEOPLE = QT_TRANSLATE_NOOP("desk", "领取人")
_DAYS = QT_TRANSLATE_NOOP("desk", "应交回")
_BACK_BY = QT_TRANSLATE_NOOP("desk", "归还期限")
_NOTE = QT_TRANSLATE_NOOP("desk", "附言")


def ask_receipts(bench: Any) -> list[int]:
    """Ask what is handed over to whom; return the ids of the new receipts, none where the clerk withdrew."""
    dialog = _dialog(bench)
    what, back_by = dialog.field("what"), dialog.field("back_by")

    def follow() -> None:
        back_by.setEnabled(what.value() in GIVEN_BACK)
        if what.value() not in GIVEN_BACK:
            back_by.set_value(None)

    what.changed.connect(follow)
    follow()
    dialog.start_from_here()
    accepted = bench.show_dialog(dialog)
    return list(dialog.result_value) if accepted and isinstance(dialog.result_value, list) else []


def _dialog(bench: Any) -> RecordForm:
    def save(values: Mapping[str, Any], _yes: frozenset[str]) -> list[int]:
        entered: list[int] = bench.services["receipts"].enter(HandOver(**values))
        return entered

    return RecordForm(
        shown(QT_TRANSLATE_NOOP("desk", "新建签收单")),
        _asked(bench),
        FormJob(save=save, title=shown(QT_TRANSLATE_NOOP("desk", "保存并打印")), icon="printer"),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=shown(QT_TRANSLATE_NOOP("desk", "同一样东西发给几个人，每人一张签收单，编号连续，一次打印。")),
        size=(720, 620),
        memory=bench.memory,
        key="new_receipts",
        parent=bench.window,
    )


def _asked(bench: Any) -> tuple[Asked, ...]:
    staff = bench.services["staff"]
    whats = [Choice(key, shown(title)) for key, title in WHATS if key != ACCOUNT]

    def find(text: str) -> Sequence[Hit]:
        return hits(staff.find(text))

    def members(dept: str) -> Sequence[Hit]:
        everybody = Query(segment="active", filters={"dept": dept})
        return hits(staff.rows(staff.keys(everybody)))

    return (
        Asked(name="what", title=_WHAT, kind=Asks.CHOICE, required=True, choices=whats, start="notice", width=6),
        Asked(name="copies", title=_COPIES, kind=Asks.NUMBER, start=1, low=1, high=MOST_COPIES, unit="份", beside=True),
        Asked(name="subject", title=_SUBJECT, required=True, width=26, limit=LONGEST_SUBJECT),
        Asked(
            name="people", title=_PEOPLE, kind=Asks.PEOPLE, required=True, choices=staff.choices("dept"), find=find,
            members=members,
        ),
        Asked(
            name="return_days", title=_DAYS, kind=Asks.NUMBER, start=bench.desk.settings.value(RETURN_DAYS), low=1,
            high=250, unit=shown(QT_TRANSLATE_NOOP("desk", "个工作日内，自送出起")),
        ),
        Asked(
            name="back_by", title=_BACK_BY, kind=Asks.DATE,
            note=QT_TRANSLATE_NOOP("desk", "设备和通讯录用完要还的，写上日期"),
        ),
        Asked(name="note", title=_NOTE, kind=Asks.LONG, limit=LONGEST_NOTE),
    )  # fmt: skip
