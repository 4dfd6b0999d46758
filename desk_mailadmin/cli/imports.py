"""The command that reads the files of others: a roster, a penalty ledger, a directory, bills and call records."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from desk_mailadmin.cli.bills import import_bill
from desk_mailadmin.cli.calls import OF_TELEPHONING, reckon_waiting
from desk_mailadmin.cli.long_distance import import_log
from desk_mailadmin.cli.output import DONE, FAULTS_NAMED, fault_named, fault_said, say, say_json, where_of
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.registers.directory_import.rules import GRAVE, Conflict
from desk_mailadmin.registers.directory_import.service import Comparison as Listing
from desk_mailadmin.registers.directory_import.service import DirectoryImportService
from desk_mailadmin.registers.directory_import.service import Taking as ListingTaking
from desk_mailadmin.registers.past_cases.service import (
    Comparison,
    PastCasesService,
    Taking,
    corrected_of,
    who_fault,
)
from desk_mailadmin.registers.roster.rules import Move, Movement
from desk_mailadmin.registers.roster.service import Refused, RosterService

if TYPE_CHECKING:
    from desk_mailadmin.intake.directories.result import ListedRow
    from desk_mailadmin.intake.findings import Skipped
    from desk_mailadmin.intake.roster.result import RosterRow


def import_file(office: Office, args: Namespace) -> int:
    """Read a file, compare it and, unless it is a dry run, take it over; faults are named by cell."""
    if args.kind != "roster" and args.absent_left:
        raise UserError(QT_TRANSLATE_NOOP("desk", "--absent-left 只用于花名册。"))
    of_a_bill = args.operator or args.month or args.replace or args.accept
    if args.kind not in ("bill", "calls") and of_a_bill:
        template = QT_TRANSLATE_NOOP("desk", "--operator、--month、--replace、--accept 只用于账单和交换机话单。")
        raise UserError(template)
    outcome = _IMPORTS[args.kind](office, args)
    if args.kind in OF_TELEPHONING and not args.dry_run:
        reckon_waiting(office)
    return outcome


def _import_roster(office: Office, args: Namespace) -> int:
    """Read a roster, compare it and, unless it is a dry run, take it over; faults are named by cell."""
    from desk_mailadmin.intake.faulty_rows import write_faulty_rows
    from desk_mailadmin.intake.roster.reader import read_roster

    roster: RosterService = office.services["roster"]
    reading = read_roster(args.file, today=office.desk.clock.today())
    rows = roster.rows_of(reading)
    movements = roster.compare(roster.entries_of(reading))
    absent = [m.known for m in movements if m.move is Move.ABSENT and m.known] if args.absent_left else []
    counts = _counts(movements) | {"rows": len(reading.rows), "people": len(reading.people)}
    if args.dry_run:
        refused = roster.refused(movements, absent_leave=absent)
    else:
        office.desk.backups.make("import")
        outcome = roster.take_over(args.file.name, movements, absent_leave=absent)
        counts |= {"written": outcome.joined + outcome.changed + outcome.left, "batch": outcome.batch}
        refused = outcome.refused
    if args.faults:
        write_faulty_rows(reading, args.faults)
    faults = [fault_named(args.file.name, fault) for fault in reading.faults]
    faults += [_refusal(args.file.name, one, rows) for one in refused]
    return _told(args, counts, faults, reading.skipped)


def _import_penalties(office: Office, args: Namespace) -> int:
    """Take over a hand-kept penalty ledger; its cases count for the ladders and move no money."""
    from desk_mailadmin.intake.faulty_rows import write_faulty_rows
    from desk_mailadmin.intake.past_cases.reader import read_past_cases

    past: PastCasesService = office.services["past_cases"]
    reading = read_past_cases(args.file, today=office.desk.clock.today())
    compared = past.compare(corrected_of(reading, office.desk.clock.today()))
    counts = _counts_of_cases(compared) | {"rows": len(reading.rows), "cases": len(reading.cases)}
    if not args.dry_run:
        office.desk.backups.make("import")
        outcome = past.take_over(args.file.name, compared)
        counts |= {"written": outcome.counted + outcome.kept, "batch": outcome.batch}
    if args.faults:
        write_faulty_rows(reading, args.faults)
    faults = [fault_named(args.file.name, fault) for fault in reading.faults]
    faults += [named for one in compared if (named := _person(args.file.name, past, one))]
    faults += [_refused(args.file.name, past, one) for one in compared if one.taking is Taking.REFUSED]
    return _told(args, counts, faults, reading.skipped)


def _import_directory(office: Office, args: Namespace) -> int:
    """Take over a hand-kept directory: its lines and entries; what it contradicts is named by row and left as it is.

    Somebody who left is not taken over, and an extension that another row holds stays with that one.
    """
    from desk_mailadmin.intake.directories.reader import read_directory
    from desk_mailadmin.intake.faulty_rows import write_faulty_rows
    from desk_mailadmin.registers.directory_import.corrections import CorrectedReading

    service: DirectoryImportService = office.services["directory_import"]
    reading = read_directory(args.file)
    corrected = CorrectedReading(reading)
    conflicts = service.conflicts(corrected)
    compared = service.compare(corrected)
    counts = _counts_of_entries(compared) | {"rows": len(reading.rows), "people": len(reading.people)}
    counts |= {"shared": len(reading.shared), "conflicts": len(conflicts)}
    if not args.dry_run:
        office.desk.backups.make("import")
        outcome = service.take_over(args.file.name, compared, trunk=reading.trunk)
        counts |= {"written": outcome.new + outcome.changed, "lines": outcome.lines, "batch": outcome.batch}
    if args.faults:
        write_faulty_rows(reading, args.faults)
    faults = [fault_named(args.file.name, fault) for fault in reading.faults]
    faults += [_contradiction(args.file.name, one, reading.rows) for one in conflicts]
    return _told(args, counts, faults, reading.skipped)


def _counts_of_entries(compared: Sequence[Listing]) -> dict[str, int]:
    takings = Counter(one.taking for one in compared)
    return {str(taking): takings[taking] for taking in ListingTaking}


def _contradiction(file: str, one: Conflict, rows: Sequence[ListedRow]) -> dict[str, Any]:
    """Return a contradiction as a fault of its row; a person whom no row lists has none."""
    row = rows[one.row] if one.row is not None else None
    severity = "error" if one.kind in GRAVE else "notice"
    return fault_said(file, row.sheet if row else "", row.row if row else 0, str(one.kind), severity, one.sentence)


def _counts_of_cases(compared: Sequence[Comparison]) -> dict[str, int]:
    """Return how many cases go which way; ``left`` and ``unknown`` are among those that are written."""
    takings = Counter(one.taking for one in compared)
    written = [one for one in compared if one.is_written]
    return {str(taking): takings[taking] for taking in Taking} | {
        "left": sum(one.left for one in written),
        "unknown": sum(one.unknown for one in written),
    }


def _person(file: str, past: PastCasesService, one: Comparison) -> dict[str, Any] | None:
    """Return what is to be said of the person of a case as a fault of its row."""
    found = who_fault(past, one.found, one.case)
    if found is None or one.taking is Taking.KNOWN:
        return None
    severity = "error" if one.taking is Taking.UNCLEAR else "notice"
    return fault_said(file, one.case.sheet, one.case.row, found.kind, severity, found.sentence)


def _refused(file: str, past: PastCasesService, one: Comparison) -> dict[str, Any]:
    """Return why a case cannot stand as a fault of its row."""
    return fault_said(file, one.case.sheet, one.case.row, "case-refused", "error", str(past.refusal(one.case)))


def _told(
    args: Namespace, counts: Mapping[str, int], faults: Sequence[Mapping[str, Any]], skipped: Sequence[Skipped]
) -> int:
    """Say what was read and written, and what is wrong with which cell."""
    if args.json:
        left_out = [{"sheet": s.sheet, "row": s.row, "kind": s.kind, "text": s.text} for s in skipped]
        say_json({"file": args.file.name, "counts": counts, "faults": faults, "skipped": left_out})
    else:
        for fault in faults:
            say(f"{where_of(fault)}：{fault['message']}")
        titles = _TITLES[args.kind]
        say("，".join(f"{titles[key]} {count}" for key, count in counts.items() if key in titles))
    return FAULTS_NAMED if faults else DONE


def _refusal(file: str, refused: Refused, rows: Sequence[RosterRow]) -> dict[str, Any]:
    """Return a person the rules keep out as a fault of their row; who is not in the roster has none."""
    row = None if refused.source is None else rows[refused.source]
    return fault_said(
        file, row.sheet if row else "", row.row if row else 0, "person-refused", "error", refused.sentence
    )


_TITLES: Mapping[str, Mapping[str, str]] = {
    "roster": {
        "rows": "人员行",
        "people": "人",
        "joined": "新增",
        "changed": "有变动",
        "left": "离职",
        "unchanged": "没有变化",
        "absent": "名册里没有",
        "unclear": "分不清是谁",
        "written": "已写入",
    },
    "penalties": {
        "rows": "台账行",
        "cases": "件",
        "counted": "计入累计次数",
        "kept": "只留记录",
        "known": "以前导入过",
        "unclear": "分不清是谁",
        "refused": "不能导入",
        "left": "已离职",
        "unknown": "名册里没有",
        "written": "已写入",
    },
    "directory": {
        "rows": "通讯录行",
        "people": "人",
        "shared": "公用电话",
        "new": "新列入",
        "changed": "有变动",
        "same": "没有变化",
        "absent": "这份里没有",
        "out": "不列入",
        "conflicts": "矛盾",
        "lines": "新线路",
        "written": "已写入",
    },
}


def _counts(movements: tuple[Movement, ...]) -> dict[str, int]:
    return {str(move): sum(m.move is move for m in movements) for move in Move}


_IMPORTS = {
    "roster": _import_roster,
    "penalties": _import_penalties,
    "directory": _import_directory,
    "bill": import_bill,
    "calls": import_bill,
    "longdistance": import_log,
}
