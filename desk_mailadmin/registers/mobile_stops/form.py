"""What is asked of a stopped mobile."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import mobile
from desk_mailadmin.registers.mobile_stops.rules import StopEntry, moment
from desk_mailadmin.registers.mobile_stops.service import MobileStopsService
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown


def new_stop(bench: Any) -> None:
    """Enter a stopped mobile; without a number that of the person."""
    service, staff = _service(bench), bench.services["staff"]
    asked = (
        Asked(
            name="staff", title=QT_TRANSLATE_NOOP("desk", "人员"), kind=Asks.PERSON, required=True,
            find=lambda text: hits(staff.find(text)),
        ),
        Asked(
            name="mobile", title=QT_TRANSLATE_NOOP("desk", "手机"), width=10,
            note=QT_TRANSLATE_NOOP("desk", "空着就是人员登记的手机号"),
        ),
        *_when(bench, QT_TRANSLATE_NOOP("desk", "通知时间")),
        Asked(name="remark", title=QT_TRANSLATE_NOOP("desk", "备注"), kind=Asks.LONG, limit=500),
    )  # fmt: skip

    def keep(values: Mapping[str, Any]) -> None:
        given = mobile(values["mobile"]).value or values["mobile"] or staff.row(values["staff"]).mobile
        told = moment(values["on"], values["at"])
        service.add(StopEntry(staff=values["staff"], mobile=given, told_at=told, remark=values["remark"]))

    _ask(bench, QT_TRANSLATE_NOOP("desk", "登记手机停机"), asked, keep, "")


def opened(bench: Any, record: int) -> None:
    """Record when a mobile was paid and open again."""
    service = _service(bench)
    row = service.row(record)

    def keep(values: Mapping[str, Any]) -> None:
        service.done(record, moment(values["on"], values["at"]))

    asked = _when(bench, QT_TRANSLATE_NOOP("desk", "开通时间"))
    _ask(bench, QT_TRANSLATE_NOOP("desk", "登记开通"), asked, keep, f"{row.name}　{row.mobile}")


def reopen(bench: Any, record: int) -> None:
    """Take back that a mobile was opened."""
    bench.run(lambda: _service(bench).reopen(record))


def _service(bench: Any) -> MobileStopsService:
    service: MobileStopsService = bench.services["mobile_stops"]
    return service


def _when(bench: Any, title: str) -> tuple[Asked, ...]:
    now = _service(bench).now()
    return (
        Asked(name="on", title=title, kind=Asks.DATE, required=True, start=now.date()),
        Asked(
            name="at",
            title=QT_TRANSLATE_NOOP("desk", "时间"),
            required=True,
            start=f"{now:%H:%M}",
            width=4,
            beside=True,
        ),
    )


def _ask(
    bench: Any, title: str, asked: Sequence[Asked], keep: Callable[[Mapping[str, Any]], object], explanation: str
) -> None:
    job = FormJob(save=lambda values, _yes: keep(values), title=shown(title))
    dialog = RecordForm(
        shown(title),
        asked,
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=explanation,
        size=(560, 360),
        memory=bench.memory,
        key=f"mobile_stop_{len(asked)}",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已{what}"), what=shown(title)))
