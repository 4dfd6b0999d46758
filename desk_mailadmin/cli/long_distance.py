"""The command that takes over a long-distance log kept by hand."""

from __future__ import annotations

from argparse import Namespace

from desk_mailadmin.cli.output import DONE, FAULTS_NAMED, fault_named, fault_said, say, say_json, where_of
from desk_mailadmin.office import Office
from desk_mailadmin.registers.longdistance.service import LongDistanceService

_TITLES = {
    "rows": "登记行",
    "known": "以前有了",
    "written": "已写入",
    "ok": "相符",
    "incomplete": "不完整",
    "false": "登记不实",
    "open": "待核对",
    "unlogged": "清单有而登记无",
}


def import_log(office: Office, args: Namespace) -> int:
    """Read a log, compare it and, unless it is a dry run, take it over and hold it against the bills."""
    from desk_mailadmin.intake.faulty_rows import write_faulty_rows
    from desk_mailadmin.intake.long_distance.reader import read_long_distance
    from desk_mailadmin.registers.longdistance.corrections import CorrectedLog

    log: LongDistanceService = office.services["longdistance"]
    reading = read_long_distance(args.file, today=office.desk.clock.today())
    compared, desk = log.compare(CorrectedLog(reading, office.desk.clock.today())), log.known()
    counts = {"rows": len(reading.rows), "known": sum(one.known for one in compared)}
    if not args.dry_run:
        office.desk.backups.make("import")
        outcome = log.take_over(args.file.name, compared)
        missed = sum(not row.is_logged for month in outcome.months for row in log.of_month(month))
        counts |= {"written": outcome.entries, "batch": outcome.batch, **outcome.judged, "unlogged": missed}
    if args.faults:
        write_faulty_rows(reading, args.faults)
    faults = [fault_named(args.file.name, fault) for fault in reading.faults]
    faults += [
        fault_said(args.file.name, one.place.sheet, one.place.row, fault.kind, "notice", fault.sentence)
        for one in compared
        if one.is_written
        for _column, fault in desk.faults_of(reading.rows[one.row], one.entry)
    ]
    if args.json:
        left_out = [{"sheet": s.sheet, "row": s.row, "kind": s.kind, "text": s.text} for s in reading.skipped]
        say_json({"file": args.file.name, "counts": counts, "faults": faults, "skipped": left_out})
    else:
        for fault in faults:
            say(f"{where_of(fault)}：{fault['message']}")
        say("，".join(f"{_TITLES[key]} {count}" for key, count in counts.items() if key in _TITLES))
    return FAULTS_NAMED if faults else DONE
