"""What is asked of a branch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.branches.rules import (
    KINDS,
    SECURITIES,
    BranchEntry,
    ClientSettings,
    Server,
    usual_client_settings,
)
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

_UNIT = QT_TRANSLATE_NOOP("desk", "单位与签字人")
_CLIENT = QT_TRANSLATE_NOOP("desk", "邮箱与客户端设置（印在开户回执上）")
_SERVERS = (
    ("imap", QT_TRANSLATE_NOOP("desk", "收信 IMAP")),
    ("pop", QT_TRANSLATE_NOOP("desk", "收信 POP3")),
    ("smtp", QT_TRANSLATE_NOOP("desk", "发信 SMTP")),
)


def new_branch(bench: Any) -> None:
    """Enter a branch."""
    service: BranchesService = bench.services["branches"]
    _ask(bench, QT_TRANSLATE_NOOP("desk", "新建单位"), BranchEntry("", service.usual_kind("总")), service.add)


def edit_branch(bench: Any, record: int) -> None:
    """Change a branch."""
    service: BranchesService = bench.services["branches"]
    _ask(bench, QT_TRANSLATE_NOOP("desk", "修改单位"), service.entry(record), lambda entry: service.edit(record, entry))


def _ask(bench: Any, title: str, entry: BranchEntry, keep: Callable[[BranchEntry], object]) -> None:
    job = FormJob(save=lambda values, _yes: keep(_entry(values)), title=shown(QT_TRANSLATE_NOOP("desk", "保存")))
    dialog = RecordForm(
        shown(title),
        _asked(entry),
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        size=(760, 640),
        memory=bench.memory,
        key="branch",
        parent=bench.window,
    )
    domain = dialog.field("domain")
    domain.left.connect(lambda: _propose(dialog))
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已保存单位 {name}"), name=dialog.values()["name"]))


def _propose(dialog: RecordForm) -> None:
    """Fill in the usual servers of a domain where none are entered yet."""
    domain = str(dialog.values().get("domain") or "").strip().lower()
    if not domain or dialog.values().get("smtp_host"):
        return
    usual = usual_client_settings(domain)
    dialog.field("webmail").set_value(usual.webmail)
    for key, server in (("imap", usual.imap), ("pop", usual.pop), ("smtp", usual.smtp)):
        dialog.field(f"{key}_host").set_value(server.host)


def _asked(entry: BranchEntry) -> list[Asked]:
    client = entry.client
    kinds = [Choice(key, shown(title)) for key, title in KINDS]
    return [
        Asked(name="name", title="名称", required=True, start=entry.name, group=_UNIT),
        Asked(
            name="kind",
            title="类型",
            kind=Asks.CHOICE,
            required=True,
            choices=kinds,
            start=entry.kind,
            group=_UNIT,
            width=8,
            beside=True,
        ),
        Asked(name="head", title="负责人", start=entry.head, group=_UNIT, width=8, note="分公司的申请由他确认签字"),
        Asked(
            name="personnel",
            title="人事经办",
            start=entry.personnel,
            group=_UNIT,
            width=8,
            note="分公司行政人事部签字人",
        ),
        Asked(name="mail_person", title="邮件专管员", start=entry.mail_person, group=_UNIT, width=8),
        Asked(
            name="domain", title="邮箱域名", start=client.domain, group=_CLIENT, limit=253, note="例如 example.com.cn"
        ),
        Asked(name="webmail", title="网页邮箱", start=client.webmail, group=_CLIENT, width=24, limit=200),
        *(one for key, title in _SERVERS for one in _server(key, title, getattr(client, key))),
    ]


def _server(key: str, title: str, server: Server) -> tuple[Asked, Asked, Asked]:
    securities = [Choice(name, shown(said)) for name, said in SECURITIES]
    return (
        Asked(name=f"{key}_host", title=title, start=server.host, group=_CLIENT, limit=253),
        Asked(
            name=f"{key}_port",
            title="端口",
            kind=Asks.NUMBER,
            start=server.port,
            low=1,
            high=65535,
            group=_CLIENT,
            beside=True,
        ),
        Asked(
            name=f"{key}_security",
            title="加密",
            kind=Asks.CHOICE,
            required=True,
            choices=securities,
            start=server.security,
            group=_CLIENT,
            width=6,
            beside=True,
        ),
    )


def _entry(values: Mapping[str, Any]) -> BranchEntry:
    servers = {key: Server(*(values[f"{key}_{part}"] for part in ("host", "port", "security"))) for key, _ in _SERVERS}
    return BranchEntry(
        values["name"],
        values["kind"],
        values["head"],
        values["personnel"],
        values["mail_person"],
        ClientSettings(values["domain"], values["webmail"], **servers),
    )
