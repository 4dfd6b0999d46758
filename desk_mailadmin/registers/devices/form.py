"""What is asked of devices."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.devices.rules import KINDS, TITLES, DeviceEntry
from desk_mailadmin.registers.devices.service import DevicesService
from desk_mailadmin.registers.receipts.form import print_receipts
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.person_picker import Hit
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

_SAVE = QT_TRANSLATE_NOOP("desk", "保存")
_SAVED = QT_TRANSLATE_NOOP("desk", "已保存设备 {device}")


def new_device(bench: Any) -> None:
    """Enter a device."""
    service = _service(bench)
    _ask_device(bench, QT_TRANSLATE_NOOP("desk", "登记设备"), DeviceEntry("mobile", ""), service.add)


def edit_device(bench: Any, record: int) -> None:
    """Change a device."""
    service = _service(bench)
    title = QT_TRANSLATE_NOOP("desk", "修改设备")
    _ask_device(bench, title, service.entry(record), lambda entry: service.edit(record, entry))


def issue_device(bench: Any, record: int) -> None:
    """Hand a device out: a receipt is issued with a number of its own and shown for printing."""
    service, staff = _service(bench), bench.services["staff"]
    issued: list[int] = []

    def find(text: str) -> Sequence[Hit]:
        return hits(staff.find(text))

    def keep(values: Mapping[str, Any]) -> None:
        issued.append(service.issue(record, **values))

    asked = (
        Asked(name="staff", title=QT_TRANSLATE_NOOP("desk", "领用人"), kind=Asks.PERSON, required=True, find=find),
        Asked(name="on", title=QT_TRANSLATE_NOOP("desk", "领用日期"), kind=Asks.DATE, required=True,
              start=bench.desk.clock.today()),
        Asked(name="back_by", title=QT_TRANSLATE_NOOP("desk", "归还期限"), kind=Asks.DATE,
              note=QT_TRANSLATE_NOOP("desk", "长期使用的空着；到期在“今日”提醒")),
        Asked(name="note", title=QT_TRANSLATE_NOOP("desk", "附言"), kind=Asks.LONG, limit=200,
              start=shown(QT_TRANSLATE_NOOP("desk", "妥善保管，丢失或人为损坏照价赔偿（电话制度 15.二.5）。"))),
    )  # fmt: skip
    _ask(bench, QT_TRANSLATE_NOOP("desk", "领用"), record, asked, keep, QT_TRANSLATE_NOOP("desk", "保存并打印签收单"))
    if issued:
        print_receipts(bench, issued)


def take_back_device(bench: Any, record: int) -> None:
    """Record that a device came back."""
    service = _service(bench)
    asked = (
        _day(bench, QT_TRANSLATE_NOOP("desk", "归还日期")),
        Asked(name="condition", title=QT_TRANSLATE_NOOP("desk", "情况"), width=20, limit=100,
              start=shown(QT_TRANSLATE_NOOP("desk", "完好"))),
    )  # fmt: skip
    _ask(bench, QT_TRANSLATE_NOOP("desk", "归还"), record, asked, lambda values: service.take_back(record, **values))


def lose_device(bench: Any, record: int) -> None:
    """Record that a device was lost."""
    service = _service(bench)
    _ask_gone(bench, QT_TRANSLATE_NOOP("desk", "丢失"), record, lambda values: service.lose(record, **values))


def damage_device(bench: Any, record: int) -> None:
    """Record that a device was damaged."""
    service = _service(bench)
    _ask_gone(bench, QT_TRANSLATE_NOOP("desk", "损坏"), record, lambda values: service.damage(record, **values))


def _ask_gone(bench: Any, title: str, record: int, keep: Callable[[Mapping[str, Any]], object]) -> None:
    asked = (
        _day(bench, QT_TRANSLATE_NOOP("desk", "发生日期")),
        Asked(name="reason", title=QT_TRANSLATE_NOOP("desk", "经过"), kind=Asks.LONG, required=True, limit=300),
    )
    _ask(bench, title, record, asked, keep)


def _day(bench: Any, title: str) -> Asked:
    return Asked(name="on", title=title, kind=Asks.DATE, required=True, start=bench.desk.clock.today())


def _ask_device(bench: Any, title: str, entry: DeviceEntry, keep: Callable[[DeviceEntry], object]) -> None:
    kinds = [Choice(key, shown(name)) for key, name in KINDS.items()]
    asked = (
        Asked(name="kind", title=TITLES["kind"], kind=Asks.CHOICE, required=True, choices=kinds, start=entry.kind,
              width=7),
        Asked(name="model", title=TITLES["model"], required=True, start=entry.model, width=16),
        Asked(name="serial", title=TITLES["serial"], start=entry.serial, width=14),
        Asked(name="number", title=TITLES["number"], start=entry.number, width=10,
              note=QT_TRANSLATE_NOOP("desk", "移动电话的号码")),
        Asked(name="value_fen", title=TITLES["value_fen"], kind=Asks.MONEY, start=entry.value_fen),
        Asked(name="bought_on", title=TITLES["bought_on"], kind=Asks.DATE, start=entry.bought_on),
        Asked(name="remark", title=TITLES["remark"], kind=Asks.LONG, start=entry.remark, limit=500, lines=2),
    )  # fmt: skip
    job = FormJob(save=lambda values, _yes: keep(DeviceEntry(**values)), title=shown(_SAVE))
    dialog = RecordForm(
        shown(title), asked, job, bench.prompter, today=bench.desk.clock.today, size=(620, 440), memory=bench.memory,
        key="device", parent=bench.window,
    )  # fmt: skip
    if bench.show_dialog(dialog):
        bench.tell(shown(_SAVED, device=dialog.values()["model"]))


def _ask(
    bench: Any,
    title: str,
    record: int,
    asked: Sequence[Asked],
    keep: Callable[[Mapping[str, Any]], object],
    save: str = _SAVE,
) -> None:
    row = _service(bench).row(record)
    dialog = RecordForm(
        shown(title), asked, FormJob(save=lambda values, _yes: keep(values), title=shown(save)), bench.prompter,
        today=bench.desk.clock.today, explanation="　".join(filter(None, (row.title, row.name))), size=(600, 380),
        memory=bench.memory, key="device_deed", parent=bench.window,
    )  # fmt: skip
    if bench.show_dialog(dialog):
        bench.tell(shown(_SAVED, device=row.title))


def _service(bench: Any) -> DevicesService:
    service: DevicesService = bench.services["devices"]
    return service
