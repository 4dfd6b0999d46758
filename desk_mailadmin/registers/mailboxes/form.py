"""What is asked of a mailbox."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.mailboxes.rules import LIFECYCLE
from desk_mailadmin.registers.mailboxes.service import MailboxEntry, MailboxesService
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

_SAVE = QT_TRANSLATE_NOOP("desk", "保存")


def new_mailbox(bench: Any) -> None:
    """Enter a mailbox that exists from before this program."""
    service: MailboxesService = bench.services["mailboxes"]
    branches = [Choice(str(number), name) for number, name in bench.services["branches"].names()]
    asked = (
        Asked(name="address", title="地址", required=True, width=20, limit=254),
        Asked(name="emp_no", title="工号", width=8, note="公用邮箱不填"),
        Asked(name="owner", title="使用人", width=10, note="公用邮箱写用途，例如 展会组（公共）"),
        Asked(name="branch", title="单位", kind=Asks.CHOICE, required=True, choices=branches),
        Asked(
            name="quota_mb", title="容量", kind=Asks.NUMBER, start=service.quota_cap(), low=1, high=1_000_000, unit="MB"
        ),
        Asked(name="opened_on", title="开通日期", kind=Asks.DATE),
        Asked(name="remark", title="备注", kind=Asks.LONG, limit=500),
    )
    _ask(bench, QT_TRANSLATE_NOOP("desk", "登记已有邮箱"), asked, lambda values: service.add(_entry(bench, values)))


def move_mailbox(bench: Any, record: int) -> None:
    """Disable, retain, delete or re-activate a mailbox, with a reason (004/第十条)."""
    service: MailboxesService = bench.services["mailboxes"]
    row = service.rows([record])[0]
    states = [Choice(key, shown(LIFECYCLE.state(key).title)) for key in sorted(LIFECYCLE.moves[row.state])]
    asked = (
        Asked(name="state", title="改为", kind=Asks.CHOICE, required=True, choices=states, width=6),
        Asked(name="until", title="保留到", kind=Asks.DATE, note="只有“保留”要填"),
        Asked(name="on", title="日期", kind=Asks.DATE, required=True, start=bench.desk.clock.today()),
        Asked(name="reason", title="原因", kind=Asks.LONG, required=True, limit=200),
    )

    def keep(values: Mapping[str, Any]) -> None:
        service.move(record, values["state"], reason=values["reason"], on=values["on"], until=values["until"])

    _ask(bench, QT_TRANSLATE_NOOP("desk", "改邮箱状态"), asked, keep, row.address)


def add_alias(bench: Any, record: int) -> None:
    """Give a mailbox a further address."""
    service: MailboxesService = bench.services["mailboxes"]
    asked = (Asked(name="address", title="别名", required=True, width=20, limit=254),)
    _ask(
        bench, QT_TRANSLATE_NOOP("desk", "增加别名"), asked, lambda values: service.add_alias(record, values["address"])
    )


def _ask(bench: Any, title: str, asked: Any, keep: Any, explanation: str = "") -> None:
    job = FormJob(save=lambda values, _yes: keep(values), title=shown(_SAVE))
    dialog = RecordForm(
        shown(title),
        asked,
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=explanation,
        memory=bench.memory,
        key="mailbox",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "邮箱已保存")))


def _entry(bench: Any, values: Mapping[str, Any]) -> MailboxEntry:
    staff = _person(bench, values["emp_no"].strip()) if values["emp_no"].strip() else None
    owner = values["owner"] or (bench.services["staff"].row(staff).name if staff else values["address"].split("@")[0])
    return MailboxEntry(
        values["address"],
        int(values["branch"]),
        owner,
        values["quota_mb"],
        staff,
        values["opened_on"],
        remark=values["remark"],
    )


def _person(bench: Any, emp_no: str) -> int:
    """Return whose number it is; a number that is nobody's is a slip of the hand, not a shared mailbox."""
    service: StaffService = bench.services["staff"]
    found = service.numbered(emp_no) or service.numbered(emp_no.upper())
    if found is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有工号 {emp_no} 这个人。"), field="emp_no", emp_no=emp_no)
    return found
