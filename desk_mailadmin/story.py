"""A few weeks of an office's work on the sample company: applications at every step, for the sample and the tour."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.charges_story import play_allowances
from desk_mailadmin.kernel.dates import WorkCalendar
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.office import Office
from desk_mailadmin.office_phone_story import play_office_phone
from desk_mailadmin.papers import Paper
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.printed import application_paper
from desk_mailadmin.registers.devices.service import entry_from
from desk_mailadmin.registers.directory.rules import DirectoryEntry, Number, SlipEntry
from desk_mailadmin.registers.editions.rules import Confirmation
from desk_mailadmin.registers.lines.entries import LineEntry
from desk_mailadmin.registers.lines.listing import LineRow
from desk_mailadmin.registers.lines.rules import rights_up_to
from desk_mailadmin.registers.penalties.entries import PastEntry, PenaltyEntry
from desk_mailadmin.registers.penalties.printed import case_paper
from desk_mailadmin.registers.receipts.printed import receipt_paper
from desk_mailadmin.registers.staff.service import StaffRow

_OF_THE_STORY = ("person", "days_ago", "at", "reached")
_LINE_STORY = ("rights", "contract_in_days", "stopped_days_ago", "reopen_in_days", "reason")
_LEADERS = frozenset({"总经理", "副总经理", "副总", "总监"})
_WRONG = 2
"""Which department of the sample found something wrong on its sheet."""
_DEVICE_STORY = ("person", "issued_days_ago", "back_in_days")
_DAY = re.compile(r"\{today([+-]\d+)\}")
_REASONS = (
    "负责与外地客户往来报价和合同，每天收发邮件约 30 封。",
    "与供应商联系交货期和对账，需要公司域名的邮箱。",
    "新到岗，接替原岗位的对外联系工作。",
    "参加行业展会，会后需要跟进客户询价。",
    "对接集团信息部门，接收系统通知和维护单。",
)


class Chapter(Struct, frozen=True):
    """One application: how many working days ago it was filled in, and how far it has come.

    ``reached`` counts what was done: 0 filled in, 1… signatures, then opened, handed over, signed for.
    """

    days_ago: int
    reached: int
    ends: str = ""


CHAPTERS = (
    Chapter(38, 9), Chapter(33, 9), Chapter(30, 9), Chapter(27, 9), Chapter(24, 9), Chapter(21, 9),
    Chapter(19, 9, "void"), Chapter(17, 9), Chapter(15, 9), Chapter(13, 9), Chapter(12, 5), Chapter(10, 9),
    Chapter(9, 5), Chapter(7, 5), Chapter(6, 9), Chapter(5, 4), Chapter(4, 3), Chapter(4, 2, "return"),
    Chapter(8, 1), Chapter(3, 2), Chapter(2, 1), Chapter(1, 3), Chapter(1, 0), Chapter(0, 0, "draft"),
)  # fmt: skip


def play(office: Office, chapters: Sequence[Chapter] = CHAPTERS) -> None:
    """Play the chapters in the order of their days, each for another person of the company."""
    services = office.services
    people = list(services["staff"].keys(Query(segment="active", sort="hired_on", descending=True)))
    numbered = [person for person in people if services["staff"].row(person).emp_no]
    play_lines(office)
    play_devices(office, numbered)
    ordered = sorted(chapters, key=lambda chapter: -chapter.days_ago)
    for place, (chapter, person) in enumerate(zip(ordered, numbered[::3], strict=False)):
        _Playing(office, chapter, person, _REASONS[place % len(_REASONS)]).play()
    for errand, person in zip(errands(), numbered[1::3], strict=False):
        _run(office, errand, person, numbered[2])
    play_cases(office, numbered[2::3])
    play_office_phone(office, numbered[3::4])
    play_allowances(office, numbered[5::7])
    play_directory(office)


def play_directory(office: Office) -> None:
    """List everybody with a line and every shared set, and open an edition that most departments have confirmed."""
    lines, directory, editions = (office.services[key] for key in ("lines", "directory", "editions"))
    known = {row.staff or row.name for row in directory.listed()}
    rows = [row for row in lines.rows(lines.keys(Query(segment="all", sort="dept"))) if row.department_id]
    new = [_entry_of(row) for row in rows if row.state != "removed" and (row.staff or row.label) not in known]
    with office.desk.work("directory.import") as work:
        directory.import_all(work, new)
    _change_numbers(office)
    edition = editions.start(editions.proposed())
    asked = editions.of_edition(edition)
    for place, row in enumerate(asked[: len(asked) * 2 // 3]):
        head = row.head or directory.entries_of(row.department)[0].name
        changed = place == _WRONG
        note = "分机有一处已更正" if changed else ""
        editions.confirm(row.id, Confirmation(changed, head, office.desk.clock.today(), note))
    editions.pick("")


def _change_numbers(office: Office) -> None:
    """Two people changed a number today: of one everybody was told within three hours, of the other the head alone."""
    directory = office.services["directory"]
    first, second = [row for row in directory.listed() if row.staff and row.short and row.mobile][2:4]
    now = directory.now()
    told = [now - timedelta(hours=hours) for hours in (4, 3, 2, 1)]
    entry = directory.entry(first.id).with_numbers("mobile", [f"{first.mobile[:7]}{first.mobile[:6:-1]}"])
    directory.change(first.id, entry, SlipEntry(told[0], "换了手机号", *told[1:]))
    entry = directory.entry(second.id).with_numbers("short", [f"{second.short[:-1]}0"])
    directory.change(second.id, entry, SlipEntry(told[2], "集团网短号重排", told[3]))


def _entry_of(row: LineRow) -> DirectoryEntry:
    """Return the directory's entry of a line: a person, or a shared set."""
    said = (("extension", row.extension), ("direct", row.number), ("short", row.short_number))
    numbers = tuple(Number(kind, number) for kind, number in said if number)
    leader = row.rank in _LEADERS
    return DirectoryEntry(row.department_id or 0, row.staff, row.label, numbers, room=row.place, leader=leader)


def play_lines(office: Office, folder: Path | None = None) -> None:
    """Enter the telephone lines of the sample company: of people with an extension, and those of nobody."""
    path = (folder or asset_dir("resources")) / "sample" / "lines.toml"
    told, lines = tomllib.loads(path.read_text("utf-8")), office.services["lines"]
    staff = office.services["staff"]
    for row in staff.rows(staff.keys(Query(segment="active", sort="emp_no"))):
        if row.extension and lines.extension_line(staff.branch_of(row.id), row.extension) is None:
            lines.add(_line_of(office, row, told))
    today = office.desk.clock.today()
    for one in told["line"]:
        record = lines.add(_shared_line(office, one, today))
        if "reason" in one:
            stopped = today - timedelta(days=one["stopped_days_ago"])
            lines.stop(record, stopped, reopen_on=today + timedelta(days=one["reopen_in_days"]), reason=one["reason"])


def play_devices(office: Office, people: Sequence[int], folder: Path | None = None) -> None:
    """Enter the devices of the sample company and hand some of them out (``resources/sample/lines.toml``)."""
    path = (folder or asset_dir("resources")) / "sample" / "lines.toml"
    devices, today = office.services["devices"], office.desk.clock.today()
    for one in tomllib.loads(path.read_text("utf-8"))["device"]:
        record = devices.add(entry_from({key: value for key, value in one.items() if key not in _DEVICE_STORY}))
        if "person" in one:
            issued = today - timedelta(days=one["issued_days_ago"])
            back_by = today + timedelta(days=one["back_in_days"]) if "back_in_days" in one else None
            receipt = devices.issue(record, people[one["person"]], issued, back_by)
            _print(office, receipt_paper(office.services["receipts"], office.services["branches"],
                                         office.desk.settings, receipt))  # fmt: skip
            office.services["receipts"].hand_over_and_sign(receipt, issued)


def _line_of(office: Office, row: StaffRow, told: Mapping[str, Any]) -> LineEntry:
    """Return the line of a person: what it may do and cost goes by rank."""
    staff, rank = office.services["staff"], told["rank"].get(row.rank, {"rights": "inside"})
    return LineEntry(
        branch=staff.branch_of(row.id),
        department=staff.department_of(row.id),
        staff=row.id,
        extension=row.extension,
        short_number=f"6{row.extension}",
        number=f"{told['area'][row.branch]}-5550{row.extension}" if rank.get("direct") else "",
        rights=rights_up_to(rank["rights"]),
        quota_fen=rank.get("quota_fen"),
    )


def _shared_line(office: Office, one: Mapping[str, Any], today: date) -> LineEntry:
    data = {key: value for key, value in one.items() if key not in _LINE_STORY}
    entry: LineEntry = office.services["lines"].entry_from(data)
    ends = today + timedelta(days=one["contract_in_days"]) if "contract_in_days" in one else None
    return replace(entry, rights=rights_up_to(one.get("rights", "")), contract_until=ends)


def errands(folder: Path | None = None) -> Sequence[Mapping[str, Any]]:
    """Return what else the sample company applied for (``resources/sample/errands.toml``)."""
    path = (folder or asset_dir("resources")) / "sample" / "errands.toml"
    found: Sequence[Mapping[str, Any]] = tomllib.loads(path.read_text("utf-8"))["errand"]
    return found


def play_cases(office: Office, people: Sequence[int], folder: Path | None = None) -> None:
    """Play the penalty ledger of the sample company (``resources/sample/cases.toml``) with these people."""
    path = (folder or asset_dir("resources")) / "sample" / "cases.toml"
    found = tomllib.loads(path.read_text("utf-8"))
    penalties: Any = office.services["penalties"]
    with office.desk.work("penalty.past") as work:
        for past in found["past"]:
            values = {key: value for key, value in past.items() if key not in ("person", "on", "sanctions")}
            entry = PastEntry(
                staff=people[past["person"]], occurred_on=past["on"], sanctions=tuple(past["sanctions"]), **values
            )
            penalties.enter_past_in(work, entry)
    for case in found["case"]:
        _Case(office, case, people[case["person"]]).play()


class _Case:
    """One penalty case being played as far as it came; its deeds are of the days after it."""

    def __init__(self, office: Office, case: Mapping[str, Any], person: int) -> None:
        self._office, self._case, self._person = office, case, person
        self._penalties: Any = office.services["penalties"]
        calendar, self._today = office.desk.workdays.calendar(), office.desk.clock.today()
        self._happened = _days_before(self._today, case["days_ago"], calendar)
        self._served = min(calendar.after(self._happened, 1), self._today)

    def play(self) -> None:
        reached, entry = self._case["reached"], self._entry()
        if reached == "draft":
            self._penalties.draft(entry)
            return
        record = self._penalties.enter(entry, confirmed={"same"})
        if reached not in ("issued", "void"):
            _print(self._office, case_paper(self._penalties, self._office.desk.settings, record))
        if reached == "void":
            self._penalties.void(record, self._served, "当事人写错，另开一张")
        elif reached == "refused":
            self._penalties.refuse(record, self._served, "江文清", "说是不小心碰落的")
        elif reached != "issued":
            self._penalties.sign(record, self._served)
            getattr(self, f"_{reached}", lambda _record: None)(record)

    def _entry(self) -> PenaltyEntry:
        given = {key: value for key, value in self._case.items() if key not in _OF_THE_STORY}
        month = f"{self._happened:%Y-%m}" if self._case["reached"] == "deducted" else ""
        return PenaltyEntry(
            staff=self._person,
            occurred_on=self._happened,
            occurred_at=self._case.get("at", ""),
            issued_on=self._happened,
            first_month=month,
            **given,
        )

    def _deducted(self, record: int) -> None:
        month, row = f"{self._happened:%Y-%m}", self._penalties.row(record)
        self._penalties.deduct(month, {record: row.rest_fen}, self._today, f"{row.month} 工资表")

    def _cash(self, record: int) -> None:
        self._penalties.pay_cash(record, self._penalties.row(record).rest_fen, self._served, "收据 0031")

    def _appealed(self, record: int) -> None:
        self._penalties.appeal(record, self._served, "订阅的是行业论坛，用来了解原材料行情。")

    def _reported(self, record: int) -> None:
        self._penalties.report_to_hr([record], self._served)

    def _reversed(self, record: int) -> None:
        self._penalties.reverse(record, self._served, "传真份数核对有误", "江文清")


def _run(office: Office, errand: Mapping[str, Any], person: int, colleague: int) -> None:
    """Take an errand as far as it has come; its signatures are all of its first day."""
    service: Any = office.services["applications"]
    today, calendar = office.desk.clock.today(), office.desk.workdays.calendar()
    day = _days_before(today, errand["days_ago"], calendar)
    boxes = office.services["mailboxes"].keys(Query(segment="active"))
    known = {
        "{colleague}": office.services["staff"].row(colleague).emp_no,
        "{mailbox}": office.services["mailboxes"].rows(boxes[:1])[0].address,
    }
    fields = {key: _filled(value, known, today) for key, value in errand["fields"].items()}
    record = service.enter(ApplicationEntry(person, fields, errand["kind"], day), confirmed={"refusal"})
    signatures = service.signatures(record)
    for signature in signatures[: 1 if errand["reached"] == "signing" else None]:
        service.sign(record, signature.role, day, by=signature.signer or "江文清")
    if errand["reached"] == "done":
        service.carry_out(record, day, errand.get("completion", {}))


def _filled(value: Any, known: Mapping[str, str], today: date) -> Any:
    if not isinstance(value, str):
        return value
    if found := _DAY.fullmatch(value):
        return (today + timedelta(days=int(found[1]))).isoformat()
    return known.get(value, value)


def _print(office: Office, paper: Paper) -> None:
    drawing = office.papers.drawing(paper)
    office.papers.keep(drawing, drawing.sheet().pdf, max(1, len(drawing.form.spec.copies)))


def _days_before(today: date, days: int, calendar: WorkCalendar) -> date:
    day = today
    for _ in range(days):
        day = calendar.last_on_or_before(day - timedelta(days=1))
    return day


class _Playing:
    """One chapter being played; every step happens on a working day not after today."""

    def __init__(self, office: Office, chapter: Chapter, person: int, reason: str) -> None:
        self._office, self._chapter, self._person, self._reason = office, chapter, person, reason
        self._applications: Any = office.services["applications"]
        self._receipts: Any = office.services["receipts"]
        self._day = self._start()

    def play(self) -> None:
        entry = self._entry()
        if self._chapter.ends == "draft":
            self._applications.draft(entry)
            return
        record = self._applications.enter(entry)
        _print(self._office, application_paper(self._applications, self._office.desk.settings, record))
        done = self._sign(record)
        if self._chapter.ends == "return":
            self._applications.return_(record, self._day, "理由写得太简单，补充说明往来对象")
        elif self._chapter.ends == "void":
            self._applications.void(record, self._day, "本人调到生产部，不再需要")
        elif done < self._chapter.reached:
            self._hand_out(record, self._chapter.reached - done)

    def _sign(self, record: int) -> int:
        signatures = self._applications.signatures(record)
        most = 1 if self._chapter.ends else len(signatures)
        for signature in signatures[: min(most, self._chapter.reached)]:
            self._next_day()
            self._applications.sign(record, signature.role, self._day, by=signature.signer or "江文清")
        return min(most, self._chapter.reached)

    def _hand_out(self, record: int, steps: int) -> None:
        self._next_day()
        opened = self._applications.carry_out(record, self._day)
        branches, settings = self._office.services["branches"], self._office.desk.settings
        _print(self._office, receipt_paper(self._receipts, branches, settings, opened.receipt))
        if steps > 1:
            self._receipts.hand_over(opened.receipt, self._day, "in_person" if steps % 2 else "department")
        if steps > 2:  # noqa: PLR2004  (opened, handed over, signed for)
            self._next_day()
            self._receipts.sign(opened.receipt, self._day)

    def _entry(self) -> ApplicationEntry:
        staff, mailboxes = self._office.services["staff"], self._office.services["mailboxes"]
        row, branch = staff.row(self._person), staff.branch_of(self._person)
        free = next(one.address for one in mailboxes.propose(row.name, branch, staff=self._person) if one.verdict.free)
        fields = {
            "phone": row.extension or "8004",
            "mobile": row.mobile,
            "address": free,
            "rights": ["内部收发", "互联网收发"],
            "quota_mb": 10,
            "reason": self._reason,
        }
        return ApplicationEntry(self._person, fields, entered_on=self._day)

    def _start(self) -> date:
        desk = self._office.desk
        return _days_before(desk.clock.today(), self._chapter.days_ago, desk.workdays.calendar())

    def _next_day(self) -> None:
        calendar = self._office.desk.workdays.calendar()
        self._day = min(self._office.desk.clock.today(), calendar.after(self._day, 1))
