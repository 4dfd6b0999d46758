"""The yearly destruction by command: looked at, or done by a sheet that was signed."""

from __future__ import annotations

from argparse import Namespace

from desk_mailadmin.cli.output import DONE, say, say_json
from desk_mailadmin.cli.outputs import write_print
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.registers.purges.printed import held_words, preview_rows, proof_paper
from desk_mailadmin.registers.purges.rules import Plan
from desk_mailadmin.registers.purges.service import Approval, PurgesService


def purge(office: Office, args: Namespace) -> int:
    """Tell what is past its term, or destroy it: behind a verified backup, by the name and day of the approval.

    A sheet that waits for its approval is the one that is run; without one it is numbered first. Raises UserError
    where neither or both are asked for, or a name or reason is missing.
    """
    if args.preview == args.run:
        raise UserError(QT_TRANSLATE_NOOP("desk", "写明 --preview（查看）或 --run（销毁）中的一个。"))
    service: PurgesService = office.services["purges"]
    if args.preview:
        _tell(service.preview(), as_json=args.json)
        return DONE
    waiting = service.waiting()
    record = service.propose(args.reason) if waiting is None else waiting
    service.run(record, Approval(args.approved_by, args.approved_on or office.desk.clock.today()))
    row = service.row(record)
    if args.json:
        say_json({"number": row.number, "records": row.records, "files": row.files, "journal_head": row.journal_head})
    else:
        say(f"{row.number}　已销毁 {row.records} 条，校验码 {row.journal_head[:16]}，备份 {row.backup}")
    if args.proof is not None:
        drawing = office.papers.drawing(proof_paper(row, service.last_backup_with_it()))
        write_print(office, drawing, args.proof)
    return DONE


def _tell(plan: Plan, *, as_json: bool) -> None:
    if as_json:
        lines = [
            {"key": line.key, "years": line.years, "before": line.before, "count": line.count,
             "oldest": line.oldest, "newest": line.newest, "kept": [list(one) for one in line.kept]}
            for line in plan.lines
        ]  # fmt: skip
        say_json({"as_of": plan.as_of.isoformat(), "records": plan.records, "files": plan.files, "kinds": lines})
        return
    for line in preview_rows(plan):
        say(f"{line['title']}　保存 {line['years']}　早于 {line['before']}　{line['count']} 条　{line['span']}")
    say(f"期满但不销毁：{held_words(plan)}")
    say(f"合计 {plan.records} 条，副本和草稿 {plan.files} 个")
