"""The first run: a desk made from what the wizard asked, or from the sample company."""

from __future__ import annotations

import shutil
from pathlib import Path

from desk_mailadmin.desk_file import DeskFile, apply_desk_file
from desk_mailadmin.kernel.clauses import REGULATIONS
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.addresses import NamingRule, base_name
from desk_mailadmin.language.names import reading
from desk_mailadmin.office import create_office
from desk_mailadmin.registers.branches.rules import checked_domain
from desk_mailadmin.registers.branches.service import HEADQUARTERS
from desk_mailadmin.registers.mailboxes.rules import NAMING_PATTERN
from desk_mailadmin.store.shared_disk import refuse_shared
from desk_mailadmin.ui.dialogs.first_run import FirstRun, FirstRunJob
from desk_mailadmin.ui.shown import shown

_EXAMPLE = "周文博"
_LEAST_FREE = 200 * 2**20


def first_run_job(default: Path, clock: Clock) -> FirstRunJob:
    """Return what the wizard needs."""
    return FirstRunJob(
        default_place=default,
        naming_rules=[Choice(key, title) for key, title in NAMING_PATTERN.choices],
        regulations=[Choice(key, title) for key, title in REGULATIONS.items()],
        example=example_of,
        check_place=check_place,
        check_domain=checked_domain,
        finish=lambda value: make_desk(value, clock),
    )


def example_of(pattern: str) -> str:
    """Return what a naming rule makes of a name and of the second person of that name."""
    local = base_name(NamingRule(pattern), reading(_EXAMPLE))
    return shown(
        QT_TRANSLATE_NOOP("desk", "{name} → {first}；第二位{name} → {second}"),
        name=_EXAMPLE,
        first=local,
        second=f"{local}2",
    )


def check_place(folder: Path) -> None:
    """Raise UserError for a folder that cannot hold a new desk."""
    if (folder / "desk.maildesk").exists():
        raise UserError(QT_TRANSLATE_NOOP("desk", "这里已经有台账，可以直接打开，或换一个文件夹。"))
    if folder.exists() and any(folder.iterdir()):
        raise UserError(QT_TRANSLATE_NOOP("desk", "这个文件夹里已有别的文件，换一个空的或新的。"))
    refuse_shared(folder)
    parent = next(one for one in (folder, *folder.parents) if one.exists())
    if shutil.disk_usage(parent).free < _LEAST_FREE:
        raise UserError(QT_TRANSLATE_NOOP("desk", "这个磁盘剩下不到 200 MB，换一个地方。"))


def make_desk(value: FirstRun, clock: Clock) -> None:
    """Make a desk from what the clerk decided; where anything refuses, no desk is left behind."""
    office = create_office(value.place, clock)
    try:
        apply_desk_file(office, _desk_file(value))
    except BaseException:
        office.close()
        shutil.rmtree(value.place, ignore_errors=True)
        raise
    office.close()


def _desk_file(value: FirstRun) -> DeskFile:
    settings = {
        "company": value.company,
        "office": value.office,
        "office_extension": value.extension,
        "clerk": value.clerk,
        "regulations": list(value.regulations),
        "mail.naming": value.naming_rule,
        "mail.quota_mb": value.quota_mb,
        "mail.outgoing_mb": value.outgoing_mb,
        "backup.folder": str(value.backup) if value.backup else "",
    }
    filled = {key: text for key, text in settings.items() if text != ""}
    return DeskFile(filled, [_branch(value, one.branch, one.domain) for one in value.domains])


def _branch(value: FirstRun, name: str, domain: str) -> dict[str, str]:
    if not name:
        return {"name": HEADQUARTERS, "kind": "headquarters", "domain": domain, "mail_person": value.office_head}
    return {"name": name, "kind": "branch", "domain": domain, "personnel": value.branch_office_head}
