"""Valid records of a fictional company, for every test that needs an office at work.

``House`` is an open office with its services under their own types; its methods take a record as far along its way as
a test needs it. Names, numbers and domains are invented.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.settings import CLERK, COMPANY, OFFICE_EXTENSION, Setting
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.mailserver.outcome import Fault, Outcome, Result
from desk_mailadmin.office import Office, create_office, open_office
from desk_mailadmin.registers.applications.deeds import CarriedOut
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.service import ApplicationsService
from desk_mailadmin.registers.branches.rules import BranchEntry, ClientSettings, usual_client_settings
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.registers.calls.service import CallsService
from desk_mailadmin.registers.deliveries import rules as sending
from desk_mailadmin.registers.deliveries.rules import Words
from desk_mailadmin.registers.deliveries.service import DeliveriesService
from desk_mailadmin.registers.departments.rules import DepartmentEntry
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.devices.rules import DeviceEntry
from desk_mailadmin.registers.directory.rules import DirectoryEntry, Number, SlipEntry
from desk_mailadmin.registers.directory.service import DirectoryService
from desk_mailadmin.registers.lines.entries import LineEntry
from desk_mailadmin.registers.lines.rules import Right, rights_up_to
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.registers.mailboxes.service import MailboxEntry, MailboxesService
from desk_mailadmin.registers.months.service import Closing, MonthsService
from desk_mailadmin.registers.penalties.entries import PastEntry, PenaltyEntry
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.receipts.entries import HandOver
from desk_mailadmin.registers.receipts.service import ReceiptsService
from desk_mailadmin.registers.roster.service import RosterService
from desk_mailadmin.registers.staff.rules import StaffEntry
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk

TODAY = date(2026, 12, 3)
"""A Thursday; the working days after it are 4, 7, 8, 9, 10 December."""

FIRST_DAY = date(2026, 1, 1)
COMPANY_NAME = "华东云帆集团股份有限公司"
CLERK_NAME = "周敏"
HEADQUARTERS = "总部"
BRANCH = "上海分公司"
DOMAIN = "yunfan.example.com"
BRANCH_DOMAIN = "sh.yunfan.example.com"
DEPARTMENT = "国际业务部"


def headquarters(client: ClientSettings | None = None) -> BranchEntry:
    """Headquarters with what a receipt prints."""
    return BranchEntry(
        HEADQUARTERS, "headquarters", mail_person=CLERK_NAME, client=client or usual_client_settings(DOMAIN)
    )


def branch(name: str = BRANCH, domain: str = BRANCH_DOMAIN) -> BranchEntry:
    """A branch with a domain of its own and both of its signers."""
    return BranchEntry(
        name, "branch", "罗建华", "沈丹", "韩雪梅", usual_client_settings(domain) if domain else ClientSettings("")
    )


def person(name: str = "周文博", **changes: Any) -> StaffEntry:
    """A person of headquarters, or as ``changes`` say."""
    return StaffEntry(**{"name": name, "dept": DEPARTMENT, "branch": HEADQUARTERS, "state": "active", **changes})


def fields(address: str = f"zhouwenbo@{DOMAIN}", **changes: Any) -> dict[str, Any]:
    """The fields of a filled-in account application."""
    return {
        "phone": "8042",
        "address": address,
        "rights": ["内部收发"],
        "quota_mb": 10,
        "reason": "负责国外客户来函",
        **changes,
    }


def forwarding(address: str, until: date | None) -> dict[str, Any]:
    """The fields of an order to forward one's own mail to somebody outside."""
    return {
        "phone": "8042",
        "matter": "本人邮箱转发他人",
        "mailbox": address,
        "scope": "公司外部",
        "outside": "agent@partner.example.com",
        "from_on": TODAY.isoformat(),
        "until": until.isoformat() if until else "",
        "reason": "与代理商协同处理询价",
    }


def application(staff: int, address: str = f"zhouwenbo@{DOMAIN}", **changes: Any) -> ApplicationEntry:
    """A filled-in account application of a person."""
    return ApplicationEntry(staff, fields(address, **changes))


@dataclass(frozen=True)
class House:
    """An open office, its clock and its services."""

    office: Office
    clock: StillClock
    announced: list[str]

    @property
    def desk(self) -> Desk:
        return self.office.desk

    @property
    def services(self) -> Mapping[str, Any]:
        return self.office.services

    @property
    def branches(self) -> BranchesService:
        service: BranchesService = self.services["branches"]
        return service

    @property
    def departments(self) -> DepartmentsService:
        service: DepartmentsService = self.services["departments"]
        return service

    @property
    def staff(self) -> StaffService:
        service: StaffService = self.services["staff"]
        return service

    @property
    def calls(self) -> CallsService:
        service: CallsService = self.services["calls"]
        return service

    @property
    def mailboxes(self) -> MailboxesService:
        service: MailboxesService = self.services["mailboxes"]
        return service

    @property
    def directory(self) -> DirectoryService:
        service: DirectoryService = self.services["directory"]
        return service

    @property
    def applications(self) -> ApplicationsService:
        service: ApplicationsService = self.services["applications"]
        return service

    @property
    def receipts(self) -> ReceiptsService:
        service: ReceiptsService = self.services["receipts"]
        return service

    @property
    def deliveries(self) -> DeliveriesService:
        service: DeliveriesService = self.services["deliveries"]
        return service

    @property
    def roster(self) -> RosterService:
        service: RosterService = self.services["roster"]
        return service

    @property
    def lines(self) -> LinesService:
        service: LinesService = self.services["lines"]
        return service

    @property
    def months(self) -> MonthsService:
        service: MonthsService = self.services["months"]
        return service

    @property
    def penalties(self) -> PenaltiesService:
        service: PenaltiesService = self.services["penalties"]
        return service

    # the figures and the calendar

    def decide(self, setting: Setting[Any], value: Any, since: date = FIRST_DAY) -> None:
        """Decide a setting."""
        with self.desk.work("setting.set") as work:
            self.desk.settings.set(work, setting, value, since)

    def later(self, days: int = 1) -> date:
        """Let days pass and return the new today."""
        self.clock.at += timedelta(days=days)
        return self.clock.today()

    # people and their papers, each as far as its name says

    def person(self, name: str = "周文博", **changes: Any) -> int:
        """A person in office."""
        return self.staff.add(person(name, **changes))

    def mailbox(self, address: str = f"zhouwenbo@{DOMAIN}", owner: str = "周文博", **changes: Any) -> int:
        """A mailbox from before this program, of headquarters unless ``changes`` say otherwise."""
        values = {"branch": self.branches.named(HEADQUARTERS), "quota_mb": 10, "opened_on": FIRST_DAY, **changes}
        return self.mailboxes.add(MailboxEntry(address, owner=owner, **values))

    def listed(self, staff: int | None = None, *numbers: tuple[str, str], **entry: Any) -> int:
        """A directory entry of a person, or of a shared set where only a title is given."""
        if "department" not in entry:
            entry["department"] = self.staff.department_of(staff) if staff else 1
        return self.directory.add(
            DirectoryEntry(staff=staff, numbers=tuple(Number(*each) for each in numbers), **entry)
        )

    def signing(self, staff: int | None = None, address: str = f"zhouwenbo@{DOMAIN}", **changes: Any) -> int:
        """An application that was numbered and waits for its signatures."""
        applicant = self.person() if staff is None else staff
        return self.applications.enter(application(applicant, address, **changes))

    def sign_all(self, record: int, on: date | None = None) -> None:
        """Give every signature that is still missing."""
        for signature in self.applications.signatures(record):
            if signature.agreed is None:
                self.applications.sign(
                    record, signature.role, on or self.clock.today(), by=signature.signer or "程思思"
                )

    def ready(self, staff: int | None = None, address: str = f"zhouwenbo@{DOMAIN}", **changes: Any) -> int:
        """An application with every signature."""
        record = self.signing(staff, address, **changes)
        self.sign_all(record)
        return record

    def opened(
        self, staff: int | None = None, address: str = f"zhouwenbo@{DOMAIN}", **changes: Any
    ) -> tuple[int, CarriedOut]:
        """An application whose account was opened, and what that produced."""
        record = self.ready(staff, address, **changes)
        return record, self.applications.carry_out(record, self.clock.today())

    def handed_over(self, staff: int | None = None, address: str = f"zhouwenbo@{DOMAIN}") -> tuple[int, CarriedOut]:
        """An application whose receipt was handed over."""
        record, opened = self.opened(staff, address)
        self.receipts.hand_over(opened.receipt, self.clock.today())
        return record, opened

    def closed(self, staff: int | None = None, address: str = f"zhouwenbo@{DOMAIN}") -> tuple[int, CarriedOut]:
        """An application whose receipt was signed."""
        record, opened = self.handed_over(staff, address)
        self.receipts.sign(opened.receipt, self.clock.today())
        return record, opened

    def in_force(self, staff: int, until: date | None = TODAY + timedelta(days=30)) -> int:
        """A forwarding that was set up, from today until a day (None: without end)."""
        address = f"f{staff}@{DOMAIN}"
        self.mailbox(address, self.staff.row(staff).name, staff=staff)
        entry = ApplicationEntry(staff, forwarding(address, until), "forwarding")
        record = self.applications.enter(entry)
        self.sign_all(record)
        self.applications.carry_out(record, self.clock.today())
        return record

    def issued(self, staff: int | None = None, **entry: Any) -> int:
        """A case with its number: private long distance of 12.40 yuan today, or as ``entry`` says."""
        values = {"act": "call_168", "fee_fen": 860, "occurred_on": self.clock.today(), **entry}
        whose = self.person() if staff is None else staff
        return self.penalties.enter(PenaltyEntry(staff=whose, **values))

    def served(self, staff: int | None = None, **entry: Any) -> int:
        """A case whose notice was signed."""
        record = self.issued(staff, **entry)
        self.penalties.sign(record, self.clock.today())
        return record

    def past_case(self, staff: int, on: date, **entry: Any) -> int:
        """A case of a hand-kept ledger."""
        values = {"act_title": "转发与工作无关的邮件", "clause": "000/6.2", **entry}
        with self.desk.work("penalty.past") as work:
            return self.penalties.enter_past_in(work, PastEntry(staff=staff, occurred_on=on, **values))

    def close_month(self, month: str) -> None:
        """Close a month as its balance stands, without a workbook."""
        balance = self.penalties.balance(month)
        closing = Closing(
            month=month,
            carried_in_fen=balance.carried_in_fen,
            new_fen=balance.new_fen,
            deducted_fen=balance.deducted_fen,
            waived_fen=balance.waived_fen,
            carried_out_fen=balance.carried_out_fen,
            file_name="办公台账.xlsx",
            file_sha256="0" * 64,
            rows_sha256="0" * 64,
            journal_seq=1,
            journal_head="0" * 64,
        )
        with self.desk.work("month.close") as work:
            self.months.close_in(work, closing)

    def line(self, extension: str = "8042", **entry: Any) -> int:
        """A line of headquarters' one department, its head's unless ``entry`` says whose."""
        branch = self.branches.named(HEADQUARTERS) or 0
        values = {"branch": branch, "department": self.departments.named(branch, DEPARTMENT), **entry}
        return self.lines.add(LineEntry(extension=extension, **values))

    def mail_server(self, host: str = "smtp.yunfan.example.com", **settings: Any) -> None:
        """Describe the office's mail server."""
        values = {"host": host, "sender": f"desk@{DOMAIN}", "user": f"desk@{DOMAIN}", **settings}
        known = {setting.key.removeprefix("smtp."): setting for setting in sending.SERVER_SETTINGS}
        for key, value in values.items():
            self.decide(known[key], value)

    def mail(
        self, receipt: int, address: str = f"zhouwenbo@{DOMAIN}", subject: str = "回执", text: str = "见附件"
    ) -> int:
        """A mail with a receipt that waits to be sent."""
        return self.deliveries.enter(self.deliveries.sendable("receipt", receipt), Words(address, subject, text))

    def mailed(self, receipt: int, result: Result, fault: Fault = Fault.NONE, answer: str = "250 taken") -> int:
        """A mail with a receipt of which the server said that."""
        record = self.mail(receipt)
        self.deliveries.begin(record)
        self.deliveries.finish(record, Outcome(result, fault, answer, "smtp.yunfan.example.com", 465))
        return record

    def fill(self) -> None:
        """Bring in records in every state of every register, an overdue one among them."""
        names = (
            "周文博",
            "程思思",
            "宋翔",
            "高丹",
            "王婷",
            "李雪梅",
            "谢建华",
            "罗欧阳",
            "陈唐",
            "邓许",
            "曹赵",
            "胡马",
            "韦朱",
        )
        people = [self.person(name, emp_no=f"A{n:05}", mobile=f"138{n:08}") for n, name in enumerate(names)]
        self.branches.add(branch("北京分公司", ""))
        self.person("韩沈", branch=BRANCH, dept="销售部", state="left", left_on=TODAY)
        places = iter(people)

        def next_one() -> tuple[int, str]:
            staff = next(places)
            return staff, f"n{staff}@{DOMAIN}"

        self.applications.draft(ApplicationEntry(next_one()[0]))
        self.signing(*next_one())
        self.applications.return_(self.signing(*next_one()), TODAY, "地址写错")
        self.applications.sign(self.signing(*next_one()), "applicant", TODAY, agreed=False, opinion="不申请了")
        self.ready(*next_one())
        self.opened(*next_one())
        self.handed_over(*next_one())
        self.closed(*next_one())
        self.applications.void(self.opened(*next_one())[0], TODAY, "本人调离")
        self.receipts.refuse(self.handed_over(*next_one())[1].receipt, TODAY, "姓名印错", "程思思")
        self.receipts.lose(self.handed_over(*next_one())[1].receipt, TODAY, "途中遗失")
        self.in_force(next(places))
        for what, subject in (("device", "对讲机 SN 1234"), ("notice", "关于修改邮件规定的通知")):
            entered = HandOver(what, subject, (people[0],), back_by=TODAY if what == "device" else None)
            (receipt,) = self.receipts.enter(entered)
            self.receipts.hand_over(receipt, TODAY)
            self.receipts.sign(receipt, TODAY)
        former = self.mailbox(f"former@{DOMAIN}", "韩沈")
        self.mailboxes.move(former, "deleted", reason="满期", on=TODAY)
        leaver = self.mailbox(f"leaver@{DOMAIN}", "沈韩")
        self.mailboxes.move(leaver, "retained", reason="离职", on=TODAY, until=date(2027, 3, 3))
        self._fill_deliveries()
        self._fill_penalties(people)
        self._fill_directory(people)
        self._fill_lines(people)
        self._fill_devices(people)
        self.services["rulebook"].switch("002/4.六.4", TODAY, "本单位不用这一条", active=False)
        from tests.registers.billing import fill_bills
        from tests.registers.calls_of import fill_calls
        from tests.registers.charges_of import fill_charges
        from tests.registers.editions.filling import fill_editions
        from tests.registers.long_distance import fill_findings, fill_long_distance
        from tests.registers.office_phone import fill_office_phone
        from tests.registers.privacy import fill_privacy

        fill_office_phone(self, people)
        fill_calls(self, people)
        fill_bills(self)
        fill_long_distance(self, people)
        fill_findings(self)
        fill_charges(self, people)
        fill_editions(self)
        fill_privacy(self)

    def _fill_directory(self, people: Sequence[int]) -> None:
        """People and a shared set in the directory, one taken out, one who left, a changed number, lines in two states."""
        changed = self.listed(people[0], ("extension", "8001"), ("short", "6403"), room="3 楼 305")
        slip = SlipEntry(self.directory.now())
        self.directory.change(changed, self.directory.entry(changed).with_numbers("short", ["6404"]), slip)
        self.listed(people[4], ("extension", "8003"))
        self.listed(people[1], ("extension", "8040"), ("direct", "057155518040"), leader=True)
        self.listed(None, ("extension", "8048"), ("fax", "057155518049"), title="会议室 3A")
        self.directory.remove(self.listed(people[2], ("extension", "8051")), TODAY)
        self.listed(people[3], ("extension", "8044"))
        self.staff.leave(people[3], TODAY)

    def _fill_penalties(self, people: Sequence[int]) -> None:
        """Cases in every state, an old one among them; what the house's clerk did on the same day."""
        cases, who = self.penalties, iter(people)
        cases.draft(PenaltyEntry(staff=next(who), occurred_on=TODAY, act="alarm_phone"))
        self.issued(next(who))
        self.served(next(who))
        cases.refuse(self.issued(next(who)), TODAY, "程思思", "不认账")
        cases.appeal(self.served(next(who)), TODAY, "电话不是我打的")
        cases.pay_cash(self.served(next(who), execution="cash"), 10_000, TODAY)
        cases.pay_cash(self.served(next(who)), 22_200, TODAY, "收据 12")
        cases.waive(self.served(next(who)), 22_200, "特别困难", "王志刚", TODAY)
        paid = self.served(next(who))
        cases.pay_cash(paid, 5_000, TODAY)
        cases.reverse(paid, TODAY, "份数录错", "王志刚")
        cases.void(self.issued(next(who)), TODAY, "录错人")
        reported = self.served(next(who), act="forward_unrelated")
        cases.report_to_hr([reported], TODAY)
        self.served(next(who), clause="002/12.九")
        self.past_case(people[0], date(2025, 3, 5), slip="2025-07", sanctions=("pay_cut",))

    def _fill_devices(self, people: Sequence[int]) -> None:
        """Devices in every state."""
        devices = self.services["devices"]

        def device(serial: str, number: str = "") -> int:
            return int(devices.add(DeviceEntry("radio", "对讲机 GP328", serial, number, 98_000)))

        device("RX-0001")

        def issue(record: int, back_by: date | None = None) -> None:
            self.receipts.hand_over_and_sign(devices.issue(record, people[1], TODAY, back_by), TODAY)

        issue(device("RX-0002", "15400000002"), date(2027, 3, 1))
        back, lost, broken = device("RX-0003"), device("RX-0004"), device("RX-0005")
        for record in (back, lost, broken):
            issue(record)
        devices.take_back(back, TODAY, "完好")
        devices.lose(lost, TODAY, "出差途中丢失")
        devices.damage(broken, TODAY, "摔坏")

    def _fill_lines(self, people: Sequence[int]) -> None:
        """Lines in every state, one with a right that ends."""
        self.line("8001", number="057155511001", staff=people[0], quota_fen=4_000, place="3 楼 301")
        limited = Right("domestic", TODAY, date(2027, 1, 31))
        self.line("8002", staff=people[1], rights=(*rights_up_to("local"), limited), quota_fen=2_000)
        stopped = self.line("8003", staff=people[2])
        self.lines.stop(stopped, TODAY, reopen_on=date(2027, 1, 20), reason="拨打信息台")
        self.lines.remove(self.line("8004", staff=people[3]), TODAY)

    def _fill_deliveries(self) -> None:
        """Mails in every state that lasts."""
        self.mail_server()
        of_state = {row.state: row.id for row in self.receipts.rows(self.receipts.keys(Query())) if row.handed_on}
        self.mailed(of_state["signed"], Result.ACCEPTED)
        self.mailed(of_state["refused"], Result.REFUSED, Fault.RECIPIENT, "550 no such user")
        self.mailed(of_state["out"], Result.AGAIN, Fault.TIMEOUT, "")
        self.deliveries.cancel(self.mail(of_state["lost"]))
        self.mailed(of_state["lost"], Result.UNKNOWN, Fault.NO_ANSWER, "")

    # what the clerk sees

    def state(self, record: int) -> str:
        """The state of an application."""
        return self.applications.row(record).state

    def found(self, register: str, text: str) -> list[int]:
        """What the search box of a register finds."""
        return list(self.services[register].keys(Query(search=text)))

    def history(self, kind: str, record: int) -> list[str]:
        """变更历史 of a record, newest first."""
        return [entry.text for entry in self.desk.journal.history(kind, record)]


def furnish(office: Office) -> None:
    """Give a new office its company, its clerk, headquarters and one branch."""
    with office.desk.work("setting.set") as work:
        for setting, value in ((COMPANY, COMPANY_NAME), (CLERK, CLERK_NAME), (OFFICE_EXTENSION, "8001")):
            office.desk.settings.set(work, setting, value, FIRST_DAY)
    office.services["branches"].add(headquarters())
    office.services["branches"].add(branch())
    office.services["departments"].add(DepartmentEntry(HEADQUARTERS, DEPARTMENT, "程思思"))


def new_house(folder: Path, day: date = TODAY, *, bare: bool = False) -> House:
    """Make a desk in ``folder`` and open it; ``bare`` leaves out company, branches and departments."""
    house = _house(folder, day, create_office)
    if not bare:
        furnish(house.office)
        house.desk.who = CLERK_NAME
        house.announced.clear()
    return house


def open_house(folder: Path, day: date = TODAY) -> House:
    """Open the desk in ``folder``."""
    return _house(folder, day, open_office)


def _house(folder: Path, day: date, make: Any) -> House:
    clock, changes, announced = StillClock.on(day), Changes(), list[str]()
    changes.subscribe(announced.append)
    return House(make(folder, clock, changes), clock, announced)


def refusal(fault: UserError) -> tuple[str | None, str]:
    """The field an error belongs to and its sentence."""
    return fault.field, str(fault)
