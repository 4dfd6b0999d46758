"""Which tables hold personal data, when a row of each has ended, what keeps it, and what is emptied or deleted.

Every part of SQL here is ours. ``:closed`` is the last closed month (empty for none), ``:today`` the day, ``:nobody``
the row of staff that stands for those who were destroyed.
"""

from __future__ import annotations

from msgspec import Struct

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_OPEN_CASE = "('draft', 'issued', 'signed', 'refused', 'appealed', 'carried')"
_NO_MONTH = QT_TRANSLATE_NOOP("desk", "这个月还没有月结")
_OPEN = QT_TRANSLATE_NOOP("desk", "核查结果或处罚还没有了结")
_OUT = QT_TRANSLATE_NOOP("desk", "东西或回执还没有交回")
_IN_USE = QT_TRANSLATE_NOOP("desk", "邮箱、权限或补贴还在用，要留依据")
_FINANCE = QT_TRANSLATE_NOOP("desk", "财务和处罚的单据，随处罚一起")
USED = QT_TRANSLATE_NOOP("desk", "还有没到期的记录用到")
COUNTS = QT_TRANSLATE_NOOP("desk", "还在计次期内")

_PERSON = "staff_id = :nobody, name = '已销毁', name_key = ''"
_FINANCE_FORMS = (
    "('payroll_deduction', 'cash_receipt', 'charge_table', 'charge_year', 'charge_notice', 'allowance_list', "
    "'penalty_notice', 'reversal_slip', 'waiver_approval', 'appeal_decision')"
)
_APPLICATION_OUT = (
    "EXISTS (SELECT 1 FROM receipt WHERE receipt.application_id = application.id AND "
    "(receipt.state = 'out' OR receipt.state = 'signed' AND receipt.back_by IS NOT NULL "
    "AND receipt.returned_on IS NULL))"
)
_APPLICATION_USED = (
    "application.mailbox_id IN (SELECT id FROM mailbox WHERE state <> 'deleted') OR EXISTS (SELECT 1 FROM "
    "line_right WHERE line_right.application = application.number AND "
    "coalesce(line_right.until_on, '9') >= :today) OR EXISTS (SELECT 1 FROM allowance WHERE "
    "allowance.application = application.number AND allowance.state = 'active')"
)
_RECEIPT_OUT = (
    "receipt.state = 'signed' AND receipt.back_by IS NOT NULL AND receipt.returned_on IS NULL OR EXISTS "
    "(SELECT 1 FROM device WHERE device.receipt_id = receipt.id AND device.state = 'issued')"
)
_CHANGE_OPEN = (
    "EXISTS (SELECT 1 FROM directory_change WHERE directory_change.entry_id = directory_entry.id "
    "AND directory_change.state = 'open')"
)


def _case_open(column: str) -> str:
    return f"EXISTS (SELECT 1 FROM penalty WHERE penalty.number = {column} AND penalty.state IN {_OPEN_CASE})"  # noqa: S608  (our own SQL)


FINDING_OPEN = (
    "(finding.state = 'open' AND finding.gone = 0 OR EXISTS (SELECT 1 FROM penalty "  # noqa: S608  (our own SQL)
    f"WHERE penalty.id = finding.penalty_id AND penalty.state IN {_OPEN_CASE}))"
)


class Part(Struct, frozen=True):
    """Rows that belong to a record: deleted, or emptied where ``wipe`` says how."""

    table: str
    owner: str
    wipe: str = ""


class Source(Struct, frozen=True):
    """A table with personal data: the kind of its term, the day a row ended on, and when it is over.

    ``holds`` are conditions under which a row stays although its term is over; ``wipe`` empties columns, without it
    the row is deleted; ``number`` is what stays findable.
    """

    key: str
    table: str
    on: str
    over: str
    holds: tuple[tuple[str, str], ...] = ()
    wipe: str = ""
    parts: tuple[Part, ...] = ()
    number: str = ""


SOURCES: tuple[Source, ...] = (
    Source(
        "longdistance",
        "longdistance",
        "on_day",
        "state <> 'open'",
        (
            ("longdistance.month > :closed", _NO_MONTH),
            (f"EXISTS (SELECT 1 FROM finding WHERE finding.log_id = longdistance.id AND {FINDING_OPEN})", _OPEN),  # noqa: S608  (our own SQL)
        ),
    ),
    Source(
        "applications",
        "application",
        "coalesce(ended_on, done_on, opened_on, entered_on)",
        "state IN ('closed', 'refused', 'void') AND name <> '已销毁'",
        (
            (
                _APPLICATION_OUT,
                _OUT,
            ),
            (
                _APPLICATION_USED,
                _IN_USE,
            ),
        ),
        f"{_PERSON}, emp_no = '', post = '', phone = '', mobile = '', fields = '{{}}', address = '', "
        "subject = '已销毁', same_key = '', reason = '', mailbox_id = NULL",
        (Part("sign_off", "application_id", "signer = '', opinion = '', recorded_by = ''"),),
        "number",
    ),
    Source(
        "receipts",
        "receipt",
        "coalesce(returned_on, ended_on, signed_on, recorded_on, issued_on)",
        "state IN ('signed', 'refused', 'lost', 'void') AND name <> '已销毁'",
        (
            (
                _RECEIPT_OUT,
                _OUT,
            ),
            ("receipt.mailbox_id IN (SELECT id FROM mailbox WHERE state <> 'deleted')", _IN_USE),
        ),
        f"{_PERSON}, emp_no = '', subject = '', note = '', signed_by = '', witness = '', reason = '', "
        "slip_issued_by = '', mailbox_id = NULL",
        number="number",
    ),
    Source(
        "charges",
        "charge",
        "charge.month || '-28'",
        "holder NOT IN ('', '已销毁')",
        (("charge.month > :closed", _NO_MONTH), (_case_open("charge.penalty"), _OPEN)),
        "staff_id = NULL, holder = '已销毁', holder_key = '', remark = '', reason = ''",
        (Part("charge_signature", "charge_id", "signer = '已销毁'"),),
        "notice",
    ),
    Source(
        "charges",
        "settlement",
        "settled_on",
        "holder NOT IN ('', '已销毁')",
        ((_case_open("settlement.penalty"), _OPEN),),
        "staff_id = NULL, holder = '已销毁'",
    ),
    Source(
        "charges",
        "allowance",
        "coalesce(ended_on, until_on)",
        "state = 'ended' AND mobile <> ''",
        (),
        "staff_id = :nobody, mobile = '', remark = '', end_reason = ''",
    ),
    Source(
        "messages",
        "message",
        "taken_on",
        "state IN ('passed', 'void') AND name <> '已销毁'",
        (),
        f"{_PERSON}, caller = '已销毁', company = '', phone = '', text = '', reason = ''",
        number="number",
    ),
    Source("messages", "partner", "ended_on", "state = 'ended'"),
    Source("messages", "switchboard", "reversed_on", "state = 'reversed'"),
    Source("sales", "fax", "sent_on", "1 = 1", ((_case_open("fax.penalty"), _OPEN),)),
    Source("sales", "sales_day", "on_day", "state NOT IN ('short', 'sunday')"),
    Source("sales", "salesperson", "ended_on", "state = 'ended'"),
    Source(
        "deliveries",
        "delivery",
        "substr(coalesce(sent_at, tried_at, made_at), 1, 10)",
        "state IN ('sent', 'cancelled')",
    ),
    Source("devices", "device_issue", "returned_on", "returned_on IS NOT NULL"),
    Source("devices", "computer", "retired_on", "state = 'retired'"),
    Source("devices", "mobile_stop", "substr(done_at, 1, 10)", "state = 'done'"),
    Source(
        "mailboxes",
        "mailbox",
        "closed_on",
        "state = 'deleted' AND owner <> '已销毁'",
        (),
        "owner = '已销毁', owner_key = '', staff_id = NULL, local_part = 'xh-' || id, "
        "address = 'xh-' || id || '@destroyed.invalid', remark = ''",
        (Part("mailbox_alias", "mailbox_id"),),
    ),
    Source(
        "mailboxes",
        "directory_entry",
        "removed_on",
        "state = 'removed' AND title <> '已销毁'",
        (
            (
                _CHANGE_OPEN,
                _OPEN,
            ),
        ),
        "staff_id = NULL, title = '已销毁', name_key = '', post = '', email = '', room = '', remark = ''",
        (
            Part("directory_number", "entry_id"),
            Part("directory_change", "entry_id", "changes = '[]', reason = '', void_reason = ''"),
        ),
    ),
    Source(
        "prints",
        "print",
        "substr(at, 1, 10)",
        "kind <> 'purge'",
        ((f"form_id IN {_FINANCE_FORMS}", _FINANCE),),
    ),
    Source(
        "prints",
        "attachment_use",
        "substr(at, 1, 10)",
        "kind NOT IN ('purge', 'closed_month')",
        (("kind IN ('penalty', 'charge')", _FINANCE),),
    ),
    Source(
        "history",
        "history_entry",
        "substr(journal.at, 1, 10)",
        "history_entry.salt <> '' AND history_entry.kind NOT IN ('purge', 'closed_month', 'setting', 'restored')",
    ),
    Source("accesses", "access_log", "substr(at, 1, 10)", "1 = 1"),
)
"""Tables of one shape; calls, cases and leavers are found in their own way (``records.py``)."""

PENALTY = Source(
    "penalties",
    "penalty",
    "",
    "penalty.state IN ('deducted', 'waived', 'reported', 'reversed', 'offset', 'void') AND penalty.name <> '已销毁'",
    (),
    f"{_PERSON}, emp_no = '', post = '', facts = '', source = '', line = '', found_how = '', refusal = '', "
    "witness = '', appeal = '', decision_reason = '', decided_by = '', reply = '', approver = '', reason = '', "
    "change_reason = '', steps = '', draft = ''",
    (Part("penalty_money", "penalty_id", "reason = '', approver = ''"),),
    "number",
)
LEAVER = Source(
    "leavers",
    "staff",
    "left_on",
    "state = 'left' AND left_on IS NOT NULL AND id <> :nobody",
    (),
    "",
    (
        Part("wage", "staff_id"),
        Part("line_assignment", "staff_id", "staff_id = NULL"),
        Part("call_sum", "staff_id", "staff_id = NULL"),
    ),
)
CALL_TABLES = ("call", "pbx_call", "void_call", "void_pbx_call")
"""Tables whose rows go by the month they started in."""
