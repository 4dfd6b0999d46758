"""The command that takes operators' bills and the exchange's call records over."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

from desk_mailadmin.cli.output import DONE, FAULTS_NAMED, fault_named, say, say_json, where_of
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.scratch import Staged
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.registers.bills.rules import Taking
from desk_mailadmin.registers.bills.service import BillsService, Outcome
from desk_mailadmin.registers.lines.rules import LINE_ACCESS_DIGIT

if TYPE_CHECKING:
    from desk_mailadmin.intake.bills.result import BillReading


def import_bill(office: Office, args: Namespace) -> int:
    """Read a bill or a call record, compare it and, unless it is a dry run, take it over; faults are named by line."""
    from desk_mailadmin.intake.faulty_rows import write_faulty_rows

    with office.desk.drafts.scratch() as staging:
        reading = _read(office, args, staging)
        service: BillsService = office.services["bills"]
        overlaps = service.compare(reading, args.month or reading.month).overlaps
        counts = _counts(reading) | {"overlaps": len(overlaps), "doubled": sum(one.doubled for one in overlaps)}
        if not args.dry_run:
            outcome = _take_over(office, args, reading, frozenset(one.bill for one in overlaps))
            counts |= {"written": outcome.calls, "batch": outcome.batch}
        if args.faults:
            write_faulty_rows(reading, args.faults)
        return _told(args, reading, counts)


def _read(office: Office, args: Namespace, staging: Staged) -> BillReading:
    """Read the file, a bill once more where a mapping is remembered for its headings."""
    from desk_mailadmin.intake.bills.reader import read_bill
    from desk_mailadmin.intake.call_records.reader import read_call_records

    today = office.desk.clock.today()
    if args.kind == "calls":
        access = office.desk.settings.value(LINE_ACCESS_DIGIT)
        return read_call_records(args.file, staging=staging, today=today, access=access)
    service: BillsService = office.services["bills"]
    reading = read_bill(args.file, staging=staging, today=today)
    remembered = service.remembered_mapping(reading.headings()) or {}
    mapping = {title: remembered.get(title, field) for title, field in reading.mapping.items()}
    if mapping == reading.mapping:
        return reading
    return read_bill(args.file, staging=staging, today=today, mapping=mapping)


def _take_over(office: Office, args: Namespace, reading: BillReading, overlaps: frozenset[int]) -> Outcome:
    service: BillsService = office.services["bills"]
    operator = args.operator or service.remembered_operator(reading.headings()) or reading.operator
    if not operator:
        raise UserError(QT_TRANSLATE_NOOP("desk", "清单里没有写是哪个运营商的，用 --operator 写明。"))
    replaced = overlaps if args.replace else frozenset[int]()
    taking = Taking(operator, args.month or reading.month, replaced, accepted=args.accept)
    try:
        office.desk.backups.make("import")
        outcome = service.take_over(reading, taking)
    except NeedsConfirmation as asked:
        template = QT_TRANSLATE_NOOP("desk", "{what}加上 --accept 就照读到的导入。")
        raise UserError(template, what=str(asked)) from None
    service.remember_mapping(reading.headings(), reading.mapping, office.desk.clock.today(), operator)
    return outcome


def _counts(reading: BillReading) -> dict[str, int]:
    sums = reading.sums
    shared = {"calls": sums.calls, "seconds": sums.seconds, "damaged": reading.damaged, "repeated": reading.repeated}
    if reading.directions:
        return shared | dict(reading.directions)
    return shared | {
        "numbers": len(reading.numbers),
        "base_fen": sums.base_fen,
        "info_fen": sums.info_fen,
        "discount_fen": sums.discount_fen,
        "fee_fen": sums.fee_fen,
        "fixed_fen": reading.fixed_fen,
    }


def _told(args: Namespace, reading: BillReading, counts: Mapping[str, int]) -> int:
    """Say what was read and written, which lines are at fault, and which totals do not agree."""
    faults = [fault_named(args.file.name, fault) for fault in reading.faults]
    if args.json:
        skipped = [{"sheet": s.sheet, "row": s.row, "kind": s.kind, "text": s.text} for s in reading.skipped]
        said = {"operator": reading.operator, "month": reading.month, "account": reading.account}
        agreements = [asdict(one) | {"differs": one.differs} for one in reading.agreements]
        say_json(
            {"file": args.file.name, **said, "counts": counts, "agreements": agreements, "faults": faults}
            | {"skipped": skipped}
        )
    else:
        _say_plainly(reading, counts, faults)
    return FAULTS_NAMED if faults or reading.differences else DONE


def _say_plainly(reading: BillReading, counts: Mapping[str, int], faults: Sequence[Mapping[str, Any]]) -> None:
    for fault in faults:
        say(f"{where_of(fault)}：{fault['message']}")
    for one in reading.differences:
        whose, said, read = one.number or "全部号码", _figure(one.what, one.said), _figure(one.what, one.read)
        say(f"{whose} 的{_WHAT[one.what]}：账单写 {said}，读到 {read}")
    say("，".join(f"{_TITLES[key]} {_figure(key, count)}" for key, count in counts.items() if _told_of(key, count)))


def _told_of(key: str, count: int) -> bool:
    return key in _TITLES and (bool(count) or key in ("calls", "written"))


def _figure(key: str, value: int) -> str:
    counted = key in ("calls", "seconds") or (key in _TITLES and not key.endswith("_fen"))
    return str(value) if counted else f"{fen_to_text(value)} 元"


_WHAT = {
    "calls": "次数",
    "seconds": "秒数",
    "base": "基本费",
    "info": "信息费",
    "discount": "优惠",
    "fee": "通话费",
    "due": "应缴总额",
}
_TITLES = {
    "calls": "通话",
    "numbers": "号码",
    "out": "打出",
    "in": "打入",
    "internal": "内线",
    "fee_fen": "通话费",
    "fixed_fen": "月租和来显",
    "damaged": "读不出来",
    "repeated": "印了两遍",
    "doubled": "已在别的账单里",
    "written": "已写入",
}
