"""Every public method that writes leaves its row in the journal."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from desk_mailadmin.catalogue import ALL_REGISTERS
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.rights import read_rights
from desk_mailadmin.mailserver.outcome import Fault, Outcome, Result
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.departments.rules import DepartmentEntry
from desk_mailadmin.registers.devices.rules import DeviceEntry
from desk_mailadmin.registers.directory.rules import DirectoryEntry, SlipEntry
from desk_mailadmin.registers.editions.rules import Confirmation
from desk_mailadmin.registers.lines.rules import Right
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.receipts.entries import HandOver
from desk_mailadmin.registers.rulebook.rules import Fixed
from desk_mailadmin.store.access_log import Access
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.listing import SqlListing
from tests.registers.billing import BILLS
from tests.registers.builders import BRANCH, DOMAIN, HEADQUARTERS, TODAY, House, application, branch, person
from tests.registers.calls_of import DIRECT, MONTH, STRANGE, Billed, bill_in
from tests.registers.charges_of import CHARGES
from tests.registers.long_distance_deeds import LONG_DISTANCE
from tests.registers.office_phone_deeds import OFFICE_PHONE
from tests.registers.privacy import approval, destroyed, proposed, purges, stale_copy

KEYS = [register.key for register in ALL_REGISTERS]
RIGHTS = read_rights(asset_dir("resources") / "rights.toml")


Deed = Callable[[House], object]


def _application_ready_for(house: House, method: str) -> Deed:
    record = house.ready() if method == "carry_out" else house.signing()
    return {
        "sign": lambda h: h.applications.sign(record, "applicant", TODAY),
        "carry_out": lambda h: h.applications.carry_out(record, TODAY),
        "return_": lambda h: h.applications.return_(record, TODAY, "写错"),
        "void": lambda h: h.applications.void(record, TODAY, "重复"),
    }[method]


def _withdrawal(house: House) -> Deed:
    record = house.ready()
    return lambda h: h.applications.withdraw_signature(record, "看错")


def _ending(house: House) -> Deed:
    record = house.in_force(house.person())
    return lambda h: h.applications.end(record, TODAY, "项目结束")


def _draft_change(house: House) -> Deed:
    entry = ApplicationEntry(house.person())
    record = house.applications.draft(entry)
    return lambda h: h.applications.save_draft(record, entry)


def _draft(house: House) -> Deed:
    staff = house.person()
    return lambda h: h.applications.draft(ApplicationEntry(staff))


def _entering(house: House) -> Deed:
    staff = house.person()
    return lambda h: h.applications.enter(application(staff))


def _receipt_ready_for(house: House, method: str) -> Deed:
    _record, opened = house.opened() if method in ("hand_over", "slip_issued") else house.handed_over()
    if method == "replace_lost":
        house.receipts.lose(opened.receipt, TODAY, "遗失")
    arguments: dict[str, tuple[object, ...]] = {"slip_issued": ()}
    arguments["refuse"] = (TODAY, "原因", "程思思")
    reasoned = (TODAY, "原因") if method in ("lose", "void") else (TODAY,)
    return lambda h: getattr(h.receipts, method)(opened.receipt, *arguments.get(method, reasoned))


def _handing_over(house: House) -> Deed:
    entry = HandOver("notice", "关于修改邮件规定的通知", (house.person(), house.person("程思思")))
    return lambda h: h.receipts.enter(entry)


def _device_ready_for(house: House, method: str) -> Deed:
    (record,) = house.receipts.enter(HandOver("device", "对讲机 SN 1234", (house.person(),)))
    if method in ("remind", "unsign", "give_back"):
        house.receipts.hand_over(record, TODAY)
    if method in ("unsign", "give_back"):
        house.receipts.sign(record, TODAY)
    return {
        "hand_over_all": lambda h: h.receipts.hand_over_all([record], TODAY),
        "hand_over_and_sign": lambda h: h.receipts.hand_over_and_sign(record, TODAY),
        "remind": lambda h: h.receipts.remind([record], TODAY),
        "unsign": lambda h: h.receipts.unsign(record),
        "give_back": lambda h: h.receipts.give_back(record, TODAY),
    }[method]


def _person_ready_for(house: House, method: str) -> Deed:
    record = house.person(state="left" if method == "come_back" else "active")
    return {
        "edit": lambda h: h.staff.edit(record, person(post="经理")),
        "leave": lambda h: h.staff.leave(record, TODAY),
        "come_back": lambda h: h.staff.come_back(record),
    }[method]


def _second_department(house: House, method: str) -> Deed:
    record = house.departments.add(DepartmentEntry(HEADQUARTERS, "软件部"))
    if method == "put":
        return lambda h: h.departments.put(record, 1)
    return lambda h: h.departments.move(record, -1)


def _entry_ready_for(house: House, method: str) -> Deed:
    staff = house.person(emp_no="A10417")
    if method in ("add", "add_plain"):
        entry = DirectoryEntry(1, staff)
        return lambda h: h.directory.add(entry) if method == "add" else h.directory.add_plain({"emp_no": "A10417"})
    record, other = house.listed(staff), house.listed(None, title="传真")
    if method == "put_back":
        house.directory.remove(record, TODAY)
    return {
        "edit": lambda h: h.directory.edit(record, DirectoryEntry(1, staff, room="3 楼")),
        "remove": lambda h: h.directory.remove(record, TODAY),
        "put_back": lambda h: h.directory.put_back(record),
        "move": lambda h: h.directory.move(other, -1),
    }[method]


def _slip_ready_for(house: House, method: str) -> Deed:
    staff = house.person()
    record = house.listed(staff, ("extension", "8051"))
    entry, slip = house.directory.entry(record).with_numbers("extension", ["8042"]), SlipEntry(house.directory.now())
    if method in ("told", "void_slip"):
        house.directory.change(record, entry, slip)
    if method in ("follow", "follow_all"):
        house.staff.leave(staff, TODAY)
    return {
        "change": lambda h: h.directory.change(record, entry, slip),
        "told": lambda h: h.directory.told(1, SlipEntry(slip.changed_at, head_told_at=slip.changed_at)),
        "void_slip": lambda h: h.directory.void_slip(1, "写错"),
        "follow": lambda h: h.directory.follow(record),
        "follow_all": lambda h: h.directory.follow_all(),
    }[method]


def _edition_ready_for(house: House, method: str) -> Deed:
    """An edition with three departments, far enough along for a deed."""
    from tests.registers.editions.filling import confirmed, editions, started, three_departments

    three_departments(house)
    if method == "start":
        return lambda h: editions(h).start(editions(h).proposed())
    first, *others = started(house)
    if method in ("unconfirm", "issue"):
        confirmed(house, [first, *others])
    edition, service = editions(house).row(first).edition_id, editions(house)
    return {
        "issue": lambda _h: service.issue(edition, TODAY),
        "confirm": lambda _h: service.confirm(first, Confirmation(changed=False, by="李建华", on=TODAY)),
        "unconfirm": lambda _h: service.unconfirm(first),
        "remind": lambda _h: service.remind([first], TODAY),
        "give_copies": lambda _h: service.give_copies(edition, [1]),
    }[method]


def _mailbox_ready_for(house: House, method: str) -> Deed:
    record = house.mailbox()
    return {
        "move": lambda h: h.mailboxes.move(record, "disabled", reason="停用", on=TODAY),
        "add_alias": lambda h: h.mailboxes.add_alias(record, f"wenbo@{DOMAIN}"),
    }[method]


def _handed_device_ready_for(house: House, method: str) -> Deed:
    devices, entry = house.services["devices"], DeviceEntry("radio", "对讲机", "RX-0001", "", 98_000)
    record, person = devices.add(entry), house.person()
    if method != "issue":
        devices.issue(record, person, TODAY)
    if method == "charge":
        devices.lose(record, TODAY, "丢了")
    return {
        "edit": lambda h: h.services["devices"].edit(record, replace(entry, model="对讲机 GP328")),
        "issue": lambda h: h.services["devices"].issue(record, person, TODAY),
        "take_back": lambda h: h.services["devices"].take_back(record, TODAY),
        "lose": lambda h: h.services["devices"].lose(record, TODAY, "丢了"),
        "damage": lambda h: h.services["devices"].damage(record, TODAY, "摔坏"),
        "charge": lambda h: h.services["devices"].charge(record, "CF-2026-0001"),
    }[method]


def _line_ready_for(house: House, method: str) -> Deed:
    record = house.line()
    if method == "reopen":
        house.lines.stop(record, TODAY, reason="暂时不用")
    return {
        "edit": lambda h: h.lines.edit(record, replace(h.lines.entry(record), extension="8050")),
        "stop": lambda h: h.lines.stop(record, TODAY, reason="暂时不用"),
        "reopen": lambda h: h.lines.reopen(record, TODAY),
        "remove": lambda h: h.lines.remove(record, TODAY),
        "give": lambda h: h.lines.give(record, [Right("local")]),
        "withdraw": lambda h: h.lines.withdraw(record, ["local"], TODAY),
        "note": lambda h: h.lines.note(record, TODAY, "upkeep", "换线"),
    }[method]


def _call_ready_for(house: House, method: str) -> Deed:
    house.line("8001", number=DIRECT)
    known, strange = bill_in(house, Billed(), Billed(number=STRANGE))
    if method != "assign":
        house.calls.assign([MONTH])
    staff = house.person()
    if method == "unmark_private":
        house.calls.mark_private([known], staff)
    return {
        "assign": lambda h: h.calls.assign([MONTH]),
        "mark_private": lambda h: h.calls.mark_private([known], staff),
        "unmark_private": lambda h: h.calls.unmark_private([known]),
        "assign_by_hand": lambda h: h.calls.assign_by_hand([strange], None, staff),
        "note": lambda h: h.calls.note(known, "本人承认"),
    }[method]


def _case_ready_for(house: House, method: str) -> Deed:
    staff = house.person()
    entry = PenaltyEntry(staff=staff, occurred_on=TODAY, act="alarm_phone")
    if method == "reopen_line":
        stopped = house.issued(staff, clause="002/12.九")
        return lambda h: h.penalties.reopen_line(stopped, TODAY)
    if method in ("draft", "enter", "set_wage"):
        deeds: dict[str, Deed] = {
            "draft": lambda h: h.penalties.draft(entry),
            "enter": lambda h: h.penalties.enter(entry),
            "set_wage": lambda h: h.penalties.set_wage(staff, 500_000, TODAY),
        }
        return deeds[method]
    record = house.penalties.draft(entry) if method == "drop_draft" else _case(house, entry, method)
    arguments: dict[str, tuple[object, ...]] = {
        "drop_draft": (),
        "sign": (TODAY,),
        "refuse": (TODAY, "程思思"),
        "appeal": (TODAY, "冤枉"),
        "decide_appeal": (TODAY, "upheld", "属实", "王志刚"),
        "reply": ("已降薪",),
        "waive": (100, "困难", "王志刚", TODAY),
        "pay_cash": (100, TODAY),
        "refund": (100, TODAY),
        "void": (TODAY, "录错"),
        "reverse": (TODAY, "录错", "王志刚"),
        "plan": ("2027-01", 2),
    }
    if method == "deduct":
        return lambda h: h.penalties.deduct("2026-12", {record: 100}, TODAY)
    if method == "report_to_hr":
        return lambda h: h.penalties.report_to_hr([record], TODAY)
    return lambda h: getattr(h.penalties, method)(record, *arguments[method])


def _case(house: House, entry: PenaltyEntry, method: str) -> int:
    record = house.penalties.enter(entry)
    if method in ("sign", "refuse", "void"):
        return record
    house.penalties.sign(record, TODAY)
    if method == "decide_appeal":
        house.penalties.appeal(record, TODAY, "冤枉")
    if method == "reply":
        house.penalties.report_to_hr([record], TODAY)
    if method == "refund":
        house.penalties.pay_cash(record, 100, TODAY)
        house.penalties.reverse(record, TODAY, "录错", "王志刚")
    return record


def _reopening(house: House) -> Deed:
    house.close_month("2026-11")
    return lambda h: h.months.reopen("2026-11", "漏登一件")


def _unit(house: House) -> int:
    return house.branches.named(BRANCH) or 0


def _mail_ready_for(house: House, method: str) -> Deed:
    house.mail_server()
    receipt = house.handed_over()[1].receipt
    if method == "enter":
        return lambda h: h.mail(receipt)
    record = house.mail(receipt)
    if method in ("finish", "settle_interrupted"):
        house.deliveries.begin(record)
    elif method in ("arrived", "again"):
        house.deliveries.begin(record)
        house.deliveries.finish(record, Outcome(Result.UNKNOWN, Fault.NO_ANSWER))
    arguments: dict[str, tuple[object, ...]] = {"finish": (record, Outcome(Result.ACCEPTED)), "settle_interrupted": ()}
    return lambda h: getattr(h.deliveries, method)(*arguments.get(method, (record,)))


def _rule_change(house: House) -> object:
    book = house.services["rulebook"]
    return book.change("002/12.八", replace(book.figures("002/12.八", TODAY), fine=Fixed(8000)), TODAY, "办公会决定")


def _stale(house: House, deed: Callable[[House], object]) -> Deed:
    stale_copy(house)
    return deed


def _of_purge(record: int, deed: Callable[[House, int], object]) -> Deed:
    return lambda house: deed(house, record)


def _uncleaned(house: House) -> Deed:
    """A destruction that was killed after its deed."""
    destroyed(house)
    execute(house.desk.database, "UPDATE purge SET cleaned = 0")
    return lambda h: purges(h).finish()


def _old_cases(house: House) -> object:
    from tests.registers.past_cases.test_service import answered

    service = house.services["past_cases"]
    return service.take_over("处罚台账2025.xlsx", service.compare(answered()))


def _old_directory(house: House) -> object:
    from tests.registers.directory_import.test_service import DIRECTORY, read

    service = house.services["directory_import"]
    return service.take_over(DIRECTORY.name, service.compare(read(DIRECTORY), []))


SHOWN_IN = {"roster": "staff", "past_cases": "penalties", "directory_import": "directory"}
"""Where the records of what has no list of its own are shown."""


DEEDS: dict[tuple[str, str], Callable[[House], Deed]] = {
    ("branches", "add"): lambda _house: lambda h: h.branches.add(branch("北京分公司", "")),
    ("branches", "edit"): lambda house: lambda h: h.branches.edit(_unit(house), branch("华东分公司")),
    ("departments", "add"): lambda _house: lambda h: h.departments.add(DepartmentEntry(BRANCH, "销售部")),
    ("departments", "edit"): lambda _house: lambda h: h.departments.edit(1, DepartmentEntry(BRANCH, "业务部")),
    ("staff", "add"): lambda _house: lambda h: h.staff.add(person()),
    **{
        ("staff", method): lambda house, method=method: _person_ready_for(house, method)
        for method in ("edit", "leave", "come_back")
    },
    ("departments", "put"): lambda house: _second_department(house, "put"),
    ("departments", "move"): lambda house: _second_department(house, "move"),
    **{
        ("directory", method): lambda house, method=method: _entry_ready_for(house, method)
        for method in ("add", "add_plain", "edit", "remove", "put_back", "move")
    },
    **{
        ("directory", method): lambda house, method=method: _slip_ready_for(house, method)
        for method in ("change", "told", "void_slip", "follow", "follow_all")
    },
    **{
        ("editions", method): lambda house, method=method: _edition_ready_for(house, method)
        for method in ("start", "issue", "confirm", "unconfirm", "remind", "give_copies")
    },
    ("accesses", "note"): lambda _house: (
        lambda h: h.services["accesses"].note(Access("exported", "staff", "人员", "姓名", 30))
    ),
    ("purges", "propose"): lambda house: _stale(house, lambda h: purges(h).propose("年度到期清理")),
    ("purges", "void"): lambda house: _of_purge(proposed(house), lambda h, r: purges(h).void(r, "条数不对")),
    ("purges", "run"): lambda house: _of_purge(proposed(house), lambda h, r: purges(h).run(r, approval(h))),
    ("purges", "finish"): _uncleaned,
    ("purges", "go_on"): _uncleaned,
    ("editions", "note_export"): lambda _house: (
        lambda h: h.services["editions"].note_export("通讯录.vcf", "ordinary", 3)
    ),
    ("mailboxes", "add"): lambda _house: lambda h: h.mailbox(),
    **{
        ("mailboxes", method): lambda house, method=method: _mailbox_ready_for(house, method)
        for method in ("move", "add_alias")
    },
    ("devices", "add"): lambda _house: lambda h: h.services["devices"].add(DeviceEntry("radio", "对讲机")),
    **{
        ("devices", method): lambda house, method=method: _handed_device_ready_for(house, method)
        for method in ("edit", "issue", "take_back", "lose", "damage", "charge")
    },
    ("lines", "add"): lambda _house: lambda h: h.line(),
    **{
        ("lines", method): lambda house, method=method: _line_ready_for(house, method)
        for method in ("edit", "stop", "reopen", "remove", "give", "withdraw", "note")
    },
    **{
        ("calls", method): lambda house, method=method: _call_ready_for(house, method)
        for method in ("assign", "mark_private", "unmark_private", "assign_by_hand", "note")
    },
    **CHARGES,
    ("applications", "draft"): _draft,
    ("applications", "save_draft"): _draft_change,
    ("applications", "enter"): _entering,
    ("applications", "withdraw_signature"): _withdrawal,
    ("applications", "end"): _ending,
    **{
        ("applications", method): lambda house, method=method: _application_ready_for(house, method)
        for method in ("sign", "carry_out", "return_", "void")
    },
    **{
        ("receipts", method): lambda house, method=method: _receipt_ready_for(house, method)
        for method in ("hand_over", "sign", "refuse", "lose", "replace_lost", "void", "slip_issued")
    },
    **{
        ("deliveries", method): lambda house, method=method: _mail_ready_for(house, method)
        for method in ("enter", "begin", "finish", "settle_interrupted", "arrived", "again", "cancel")
    },
    **{
        ("penalties", method): lambda house, method=method: _case_ready_for(house, method)
        for method in (
            "draft",
            "enter",
            "drop_draft",
            "sign",
            "refuse",
            "appeal",
            "decide_appeal",
            "report_to_hr",
            "reply",
            "waive",
            "deduct",
            "pay_cash",
            "refund",
            "void",
            "reverse",
            "plan",
            "set_wage",
            "reopen_line",
        )
    },
    ("months", "reopen"): _reopening,
    ("receipts", "enter"): _handing_over,
    **{
        ("receipts", method): lambda house, method=method: _device_ready_for(house, method)
        for method in ("hand_over_all", "hand_over_and_sign", "remind", "unsign", "give_back")
    },
    **OFFICE_PHONE,
    **BILLS,
    **LONG_DISTANCE,
    ("rulebook", "change"): lambda _house: _rule_change,
    ("past_cases", "take_over"): lambda _house: _old_cases,
    ("directory_import", "take_over"): lambda _house: _old_directory,
    **{
        (key, "remember_mapping"): lambda _house, key=key: (
            lambda h: h.services[key].remember_mapping(("姓名",), {}, TODAY)
        )
        for key in ("past_cases", "directory_import")
    },
    ("roster", "take_over"): lambda house: lambda h: h.roster.take_over("花名册.xlsx", h.roster.compare([person()])),
    ("roster", "remember_mapping"): lambda _house: lambda h: h.roster.remember_mapping(("姓名",), {}, TODAY),
}
"""For every public method that writes: how to make ready for it, and the deed itself."""


def changing_methods(service: object) -> set[str]:
    """Return the public methods that open a unit of work (those that end in ``_in`` join one), by themselves or by what
    the service is made of (its deeds, its signing); other services answer for themselves.
    """
    methods = inspect.getmembers(type(service), inspect.isfunction)
    return {name for name, method in methods if not name.startswith("_") and _opens_work(service, method)}


def _opens_work(service: object, method: Callable[..., object]) -> bool:
    source = inspect.getsource(method)
    if "_desk.work(" in source or "self._end(" in source:
        return True
    for part_name, called in re.findall(r"self\.(_\w+)\.(\w+)\(", source):
        part = getattr(service, part_name, None)
        inner = getattr(type(part), called, None)
        is_ours = type(part).__module__.startswith("desk_mailadmin.registers") and not isinstance(part, SqlListing)
        if is_ours and inspect.isfunction(inner) and "_desk.work(" in inspect.getsource(inner):
            return True
    return False


def journal_length(house: House) -> int:
    return int(house.desk.database.execute_sql("SELECT count(*) FROM journal").fetchone()[0])


def test_no_method_that_writes_was_forgotten(house: House):
    assert {*KEYS, "roster", "months", "past_cases", "directory_import"} <= house.services.keys()
    for key in house.services.keys() - {"papers"}:
        known = {method for register, method in DEEDS if register == key}
        assert changing_methods(house.services[key]) <= known
        assert all(callable(getattr(house.services[key], method, None)) for method in known)


@pytest.mark.parametrize(("key", "method"), DEEDS, ids=[f"{key}.{method}" for key, method in DEEDS])
def test_every_change_is_journalled_announced_and_told(house: House, key: str, method: str):
    deed = DEEDS[key, method](house)
    house.announced.clear()
    before = journal_length(house)
    deed(house)
    assert journal_length(house) > before
    assert house.desk.check() == ()
    if method not in ("remember_mapping", "note_export"):
        assert SHOWN_IN.get(key, key) in house.announced
    entries = house.desk.database.execute_sql(
        "SELECT seq, who, action FROM journal WHERE seq > ? ORDER BY seq", (before,)
    ).fetchall()
    assert all(who == "周敏" and action in RIGHTS.deeds for _seq, who, action in entries)
