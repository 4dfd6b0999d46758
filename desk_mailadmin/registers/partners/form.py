"""What is asked of a partner's contact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.partners.rules import TITLES, PartnerEntry
from desk_mailadmin.registers.partners.service import PartnersService
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown


def new_partner(bench: Any) -> None:
    """Enter a contact."""
    service = _service(bench)
    _ask(bench, QT_TRANSLATE_NOOP("desk", "登记合作单位"), PartnerEntry(""), service.add)


def edit_partner(bench: Any, record: int) -> None:
    """Change a contact."""
    service = _service(bench)
    title = QT_TRANSLATE_NOOP("desk", "修改合作单位")
    _ask(bench, title, service.entry(record), lambda entry: service.edit(record, entry))


def end_partner(bench: Any, record: int) -> None:
    """Record from which day there is nothing more to do with a contact."""
    question = shown(QT_TRANSLATE_NOOP("desk", "哪一天起停止往来？"))
    on = bench.prompter.ask_date(question, start=bench.desk.clock.today())
    if on is not None:
        bench.run(lambda: _service(bench).end(record, on))


def resume_partner(bench: Any, record: int) -> None:
    """Record that a contact is in use again."""
    bench.run(lambda: _service(bench).resume(record))


def _service(bench: Any) -> PartnersService:
    service: PartnersService = bench.services["partners"]
    return service


def _ask(bench: Any, title: str, entry: PartnerEntry, keep: Callable[[PartnerEntry], object]) -> None:
    job = FormJob(save=lambda values, _yes: keep(_entry(values)), title=shown(QT_TRANSLATE_NOOP("desk", "保存")))
    dialog = RecordForm(
        shown(title),
        _asked(bench, entry),
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        size=(720, 520),
        memory=bench.memory,
        key="partner",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已保存合作单位 {name}"), name=dialog.values()["company"]))


def _asked(bench: Any, entry: PartnerEntry) -> tuple[Asked, ...]:
    staff = bench.services["staff"]
    known = hits(staff.rows([entry.staff])) if entry.staff else [None]

    def text(name: str, width: float, **more: Any) -> Asked:
        return Asked(name=name, title=TITLES[name], start=getattr(entry, name), width=width, **more)

    return (
        text("company", 24, required=True),
        text("contact", 8),
        text("post", 8, beside=True),
        text("matter", 24),
        text("phone", 11),
        text("mobile", 9, beside=True),
        text("fax", 11),
        text("email", 16, limit=254),
        Asked(
            name="staff", title=QT_TRANSLATE_NOOP("desk", "本公司联系人"), kind=Asks.PERSON, start=known[0],
            find=lambda words: hits(staff.find(words)), width=18,
        ),
        Asked(name="remark", title=TITLES["remark"], kind=Asks.LONG, start=entry.remark, limit=500),
    )  # fmt: skip


def _entry(values: Mapping[str, Any]) -> PartnerEntry:
    return PartnerEntry(**{**values, "remark": " ".join(str(values["remark"]).split("\n"))})
