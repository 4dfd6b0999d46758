"""The receipt and the password slip as paper (000/3.0, 004/第十五条)."""

from __future__ import annotations

import secrets
import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.settings import REGULATIONS_IN_FORCE
from desk_mailadmin.papers import Paper, chinese_date
from desk_mailadmin.registers.branches.rules import ClientSettings
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.registers.mailboxes.rules import OLD_MAIL_MONTHS, OUTGOING_MB
from desk_mailadmin.registers.receipts.listing import ReceiptRow
from desk_mailadmin.registers.receipts.model import Receipt
from desk_mailadmin.registers.receipts.rules import ACCOUNT, WHATS, UsageRule, rules_in_force
from desk_mailadmin.registers.receipts.service import ReceiptsService
from desk_mailadmin.store.settings import Settings

SLIP = "password_slip"
REMINDER = "receipt_reminder"

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz"
_DIGITS = "23456789"
_MONTHS = ("", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


def receipt_paper(service: ReceiptsService, branches: BranchesService, settings: Settings, record: int) -> Paper:
    """Return a receipt as its sheet: the opening receipt for an account, the hand-over receipt for anything else."""
    row, kept = service.row(record), service.record_of(record)
    data = (
        _account(service, branches, settings, record) if row.what == ACCOUNT else _handed_thing(row, kept, service.who)
    )
    return Paper("receipt", record, kept.sheet, row.number, data, "作废" if row.state == "void" else "")


def _account(service: ReceiptsService, branches: BranchesService, settings: Settings, record: int) -> dict[str, Any]:
    """Return the account, what a mail client needs, and the rules in force on the day of the receipt (000/3.0)."""
    row, kept = service.row(record), service.record_of(record)
    mailbox = service.mailbox_of(record)
    figures = {
        "quota": f"{mailbox.quota_mb} MB",
        "send_limit": f"{settings.value(OUTGOING_MB, row.issued_on)} MB",
        "old_mail": _months(settings.value(OLD_MAIL_MONTHS, row.issued_on)),
    }
    return {
        "application": row.application,
        "date": chinese_date(mailbox.opened_on or row.issued_on),
        "name": row.name,
        "emp_no": mailbox.emp_no,
        "dept": row.dept,
        "address": row.address,
        "login": row.address,
        "settings_note": "发信服务器须勾选“我的服务器要求身份验证”，登录名是完整的邮箱地址。",
        "rules": _rules(settings, row.issued_on, figures),
        **figures,
        **_client(branches.client(kept.branch_id)),
    }


def _handed_thing(row: ReceiptRow, kept: Receipt, who: str) -> dict[str, Any]:
    """Return what a hand-over receipt says: what, how many, to whom; the signature only says that it arrived."""
    return {
        "date": chinese_date(row.issued_on),
        "name": row.name,
        "emp_no": kept.emp_no,
        "dept": row.dept,
        "what": dict(WHATS)[row.what],
        "subject": row.subject,
        "copies": f"{row.copies} 份",
        "note": kept.note,
        "application": row.application,
        "back_by": chinese_date(kept.back_by) if kept.back_by else "",
        "clerk": who,
    }


def reminder_papers(rows: Sequence[ReceiptRow], today: date, answer_by: date) -> list[Paper]:
    """Return a reminder for each department of these receipts, which are out; departments in the order of the rows.

    Its record is the department's first receipt; a reminder has no number of its own.
    """
    by_dept: dict[tuple[str, str], list[ReceiptRow]] = {}
    for row in rows:
        by_dept.setdefault((row.branch, row.dept), []).append(row)
    return [_reminder(dept, of_dept, today, answer_by) for dept, of_dept in by_dept.items()]


def _reminder(dept: tuple[str, str], rows: Sequence[ReceiptRow], today: date, answer_by: date) -> Paper:
    data = {
        "dept": "　".join(dept),
        "count": str(len(rows)),
        "date": chinese_date(today),
        "answer_by": chinese_date(answer_by),
        "rows": [_reminder_row(place, row) for place, row in enumerate(rows, 1)],
    }
    return Paper("receipt", rows[0].id, REMINDER, "", data)


def _reminder_row(place: int, row: ReceiptRow) -> dict[str, str]:
    return {
        "place": str(place),
        "number": row.number,
        "name": row.name,
        "matter": row.matter,
        "handed_on": str(row.handed_on or ""),
        "due_on": str(row.due_on or ""),
        "days": f"{row.days_out} 天",
        "reminded": f"{row.reminded + 1} 次",
        "remark": "",
    }


def slip_paper(service: ReceiptsService, branches: BranchesService, record: int, password: str, today: date) -> Paper:
    """Return the password slip; it is printed from memory and kept nowhere."""
    row = service.row(record)
    data = {
        "date": chinese_date(today),
        "name": row.name,
        "emp_no": service.mailbox_of(record).emp_no,
        "dept": row.dept,
        "login": row.address,
        "password": password,
        "webmail": branches.client(service.record_of(record).branch_id).webmail,
    }
    return Paper("receipt", record, SLIP, "", data)


def new_password() -> str:
    """Return a fresh initial password: letters, digits and a hyphen (003/四(一)2), none that look alike on paper."""
    block = "".join(secrets.choice(_LETTERS) for _ in range(4)) + "".join(secrets.choice(_DIGITS) for _ in range(4))
    more = "".join(secrets.choice(_LETTERS + _DIGITS) for _ in range(4))
    return "-".join((block[:4], block[4:], more))


def usage_rules(folder: Path | None = None) -> Sequence[UsageRule]:
    """Return every rule of use the program knows, in the order they are printed."""
    path = (folder or asset_dir("resources")) / "rulebook" / "usage_rules.toml"
    body = tomllib.loads(path.read_text("utf-8"))
    return tuple(UsageRule(rule["clause"], rule["in_force"], rule["text"]) for rule in body["rule"])


def _rules(settings: Settings, on: date, figures: dict[str, str]) -> list[str]:
    rules = rules_in_force(usage_rules(), on, settings.value(REGULATIONS_IN_FORCE, on))
    return [rule.text.format_map(figures) for rule in rules]


def _client(client: ClientSettings) -> dict[str, str]:
    return {
        "webmail": client.webmail,
        "imap": client.imap.host,
        "imap_port": client.imap.port_text,
        "pop": client.pop.host,
        "pop_port": client.pop.port_text,
        "smtp": client.smtp.host,
        "smtp_port": client.smtp.port_text,
    }


def _months(months: int) -> str:
    return f"{_MONTHS[months]}个月" if months < len(_MONTHS) else f"{months} 个月"
