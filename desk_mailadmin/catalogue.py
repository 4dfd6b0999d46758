"""All registers of the program, explicitly: adding one is its folder, a line here, an upgrade step and its tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.register import Register
from desk_mailadmin.kernel.settings import OFFICE_SETTINGS, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.accesses.register import REGISTER as ACCESSES
from desk_mailadmin.registers.allowances.register import REGISTER as ALLOWANCES
from desk_mailadmin.registers.applications.register import REGISTER as APPLICATIONS
from desk_mailadmin.registers.bills.register import REGISTER as BILLS
from desk_mailadmin.registers.branches.register import REGISTER as BRANCHES
from desk_mailadmin.registers.calls.register import REGISTER as CALLS
from desk_mailadmin.registers.charges.listing import NOTICE as CHARGE_NOTICE
from desk_mailadmin.registers.charges.listing import PREFIX as CHARGE_PREFIX
from desk_mailadmin.registers.charges.register import REGISTER as CHARGES
from desk_mailadmin.registers.clauses.register import REGISTER as CLAUSES
from desk_mailadmin.registers.computers.register import REGISTER as COMPUTERS
from desk_mailadmin.registers.deliveries.action import SEND_APPLICATIONS, SEND_PENALTIES, SEND_RECEIPTS
from desk_mailadmin.registers.deliveries.register import REGISTER as DELIVERIES
from desk_mailadmin.registers.departments.register import REGISTER as DEPARTMENTS
from desk_mailadmin.registers.devices.register import REGISTER as DEVICES
from desk_mailadmin.registers.directory.deeds import PREFIX as SLIP_PREFIX
from desk_mailadmin.registers.directory.deeds import SLIP_FORM
from desk_mailadmin.registers.directory.register import REGISTER as DIRECTORY
from desk_mailadmin.registers.directory_import.action import IMPORT_DIRECTORY
from desk_mailadmin.registers.directory_import.model import DirectoryMapping
from desk_mailadmin.registers.directory_import.service import DirectoryImportService
from desk_mailadmin.registers.editions.panel import SHEET as CONFIRMATION_SHEET
from desk_mailadmin.registers.editions.register import LENT as OF_EDITIONS
from desk_mailadmin.registers.editions.register import REGISTER as EDITIONS
from desk_mailadmin.registers.editions.service import PREFIX as CONFIRMATION_PREFIX
from desk_mailadmin.registers.faxes.register import REGISTER as FAXES
from desk_mailadmin.registers.findings.register import REGISTER as FINDINGS
from desk_mailadmin.registers.journal.register import REGISTER as JOURNAL
from desk_mailadmin.registers.lines.register import REGISTER as LINES
from desk_mailadmin.registers.longdistance.register import REGISTER as LONGDISTANCE
from desk_mailadmin.registers.mailboxes.register import REGISTER as MAILBOXES
from desk_mailadmin.registers.messages.register import REGISTER as MESSAGES
from desk_mailadmin.registers.messages.rules import SLIPS
from desk_mailadmin.registers.messages.service import PREFIX as MESSAGE_PREFIX
from desk_mailadmin.registers.mobile_stops.register import REGISTER as MOBILE_STOPS
from desk_mailadmin.registers.months.model import ClosedMonth
from desk_mailadmin.registers.months.service import MonthsService
from desk_mailadmin.registers.partners.register import REGISTER as PARTNERS
from desk_mailadmin.registers.past_cases.action import IMPORT_LEDGER
from desk_mailadmin.registers.past_cases.model import PastCaseMapping
from desk_mailadmin.registers.past_cases.service import PastCasesService
from desk_mailadmin.registers.penalties.action import CHARGE_DEVICE, PUNISH_FAXES
from desk_mailadmin.registers.penalties.listing import NOTICE
from desk_mailadmin.registers.penalties.records import CASH_PREFIX, CASH_RECEIPT
from desk_mailadmin.registers.penalties.records import PREFIX as CASE_PREFIX
from desk_mailadmin.registers.penalties.register import REGISTER as PENALTIES
from desk_mailadmin.registers.purges.printed import APPROVAL as DESTRUCTION
from desk_mailadmin.registers.purges.register import REGISTER as PURGES
from desk_mailadmin.registers.purges.service import PREFIX as DESTRUCTION_PREFIX
from desk_mailadmin.registers.receipts.listing import HANDOVER_SHEET, SHEET
from desk_mailadmin.registers.receipts.register import REGISTER as RECEIPTS
from desk_mailadmin.registers.receipts.service import PREFIX
from desk_mailadmin.registers.roster.action import IMPORT_ROSTER
from desk_mailadmin.registers.roster.model import RosterMapping
from desk_mailadmin.registers.roster.service import RosterService
from desk_mailadmin.registers.rulebook.model import ArticleVersion
from desk_mailadmin.registers.rulebook.register import REGISTER as RULEBOOK
from desk_mailadmin.registers.sales.register import REGISTER as SALES
from desk_mailadmin.registers.salespeople.register import REGISTER as SALESPEOPLE
from desk_mailadmin.registers.staff.register import REGISTER as STAFF
from desk_mailadmin.registers.switchboard.register import REGISTER as SWITCHBOARD


class Tab(Struct, frozen=True):
    """A tab of the window: its key, title and icon."""

    key: str
    title: str
    icon: str


TABS = (
    Tab("applications", QT_TRANSLATE_NOOP("desk", "申请"), "file-text"),
    Tab("receipts", QT_TRANSLATE_NOOP("desk", "回执"), "receipt"),
    Tab("penalties", QT_TRANSLATE_NOOP("desk", "处罚台账"), "gavel"),
    Tab("directory", QT_TRANSLATE_NOOP("desk", "通讯录"), "book-user"),
    Tab("telephone", QT_TRANSLATE_NOOP("desk", "话费"), "phone"),
    Tab("office_phone", QT_TRANSLATE_NOOP("desk", "电话登记"), "headphones"),
    Tab("mailboxes", QT_TRANSLATE_NOOP("desk", "邮箱"), "mail"),
    Tab("journal", QT_TRANSLATE_NOOP("desk", "日志"), "history"),
    Tab("clauses", QT_TRANSLATE_NOOP("desk", "制度"), "scale"),
)
"""The tabs in their order; each shows the registers that name it."""

COMMONEST = ("applications", "penalties", "longdistance", "staff")
"""The registers whose first action 今日 offers: what comes in at the desk without being asked for."""

ALL_REGISTERS: tuple[Register, ...] = (
    BRANCHES,
    COMPUTERS,
    PARTNERS,
    DEPARTMENTS,
    replace(STAFF, actions=(*STAFF.actions, IMPORT_ROSTER)),
    MAILBOXES,
    LINES,
    BILLS,
    replace(DIRECTORY, actions=(*DIRECTORY.actions, *OF_EDITIONS, IMPORT_DIRECTORY)),
    CALLS,
    LONGDISTANCE,
    SALESPEOPLE,
    replace(FAXES, actions=(*FAXES.actions, PUNISH_FAXES)),
    SALES,
    MESSAGES,
    SWITCHBOARD,
    replace(RECEIPTS, actions=(*RECEIPTS.actions, SEND_RECEIPTS)),
    EDITIONS,
    replace(DEVICES, actions=(*DEVICES.actions, CHARGE_DEVICE)),
    RULEBOOK,
    replace(PENALTIES, actions=(*PENALTIES.actions, SEND_PENALTIES, IMPORT_LEDGER)),
    FINDINGS,
    MOBILE_STOPS,
    ALLOWANCES,
    CHARGES,
    DELIVERIES,
    replace(APPLICATIONS, actions=(*APPLICATIONS.actions, SEND_APPLICATIONS)),
    CLAUSES,
    JOURNAL,
    ACCESSES,
    PURGES,
)
"""Every register, those that others lean on first."""

NUMBER_PREFIXES = {
    SLIP_FORM: SLIP_PREFIX,
    SHEET: PREFIX,
    HANDOVER_SHEET: PREFIX,
    NOTICE: CASE_PREFIX,
    CASH_RECEIPT: CASH_PREFIX,
    SLIPS: MESSAGE_PREFIX,
    CHARGE_NOTICE: CHARGE_PREFIX,
    CONFIRMATION_SHEET: CONFIRMATION_PREFIX,
    DESTRUCTION: DESTRUCTION_PREFIX,
}
"""The number prefixes of the sheets that are no applications, by form id."""

ALL_MODELS: tuple[type[Any], ...] = (
    *(model for register in ALL_REGISTERS for model in register.models),
    RosterMapping,
    ArticleVersion,
    ClosedMonth,
    PastCaseMapping,
    DirectoryMapping,
)
ALL_SETTINGS: tuple[Setting[Any], ...] = (
    *OFFICE_SETTINGS,
    *(s for register in ALL_REGISTERS for s in register.settings),
)


def build_services(desk: Any, papers: Any) -> dict[str, Any]:
    """Return every register's service by its key, and what has no list of its own beside them."""
    services: dict[str, Any] = {"papers": papers, "months": MonthsService(desk)}
    for register in ALL_REGISTERS:
        services[register.key] = register.build(desk, services)
    services["roster"] = RosterService(desk, services["staff"])
    services["past_cases"] = PastCasesService(desk, services["staff"], services["rulebook"], services["penalties"])
    services["directory_import"] = DirectoryImportService(
        desk, services["departments"], services["staff"], services["lines"], services["directory"]
    )
    return services


def register_of(key: str) -> Register:
    """Return the register of that key; KeyError where there is none."""
    return _BY_KEY[key]


_BY_KEY: Mapping[str, Register] = {register.key: register for register in ALL_REGISTERS}
