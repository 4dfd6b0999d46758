"""Commands of the penalty ledger: reverse, close-month, reopen-month."""

from __future__ import annotations

from argparse import Namespace

from desk_mailadmin.cli.output import DONE, say
from desk_mailadmin.cli.records import numbered
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office


def reverse(office: Office, args: Namespace) -> int:
    """Reverse a penalty case by a new one in an open month; say the new number."""
    kind, service, found = numbered(office, args.number)
    if kind != "penalty":
        raise UserError(QT_TRANSLATE_NOOP("desk", "{number} 不是处罚单，冲销只用于处罚单。"), number=args.number)
    offset = service.reverse(found, args.on or office.desk.clock.today(), args.reason, args.by)
    say(service.row(offset).number)
    return DONE


def close_month(office: Office, args: Namespace) -> int:
    """Close a month and say its balance; with -o copy the workbook that was kept."""
    from desk_mailadmin.month_close import close_month as close
    from desk_mailadmin.month_close import export_closed

    closing = close(office, args.month, reviewed_by=args.reviewed_by, approved_by=args.approved_by, carry=args.carry)
    say(
        f"{closing.month} 已月结：上月结转 {fen_to_text(closing.carried_in_fen)}，新增 {fen_to_text(closing.new_fen)}，"
        f"扣回 {fen_to_text(closing.deducted_fen)}，减免 {fen_to_text(closing.waived_fen)}，"
        f"期末 {fen_to_text(closing.carried_out_fen)} 元"
    )
    say(f"SHA-256 {closing.rows_sha256}")
    if closing.notes:
        say(closing.notes)
    if args.out:
        export_closed(office, closing.month, args.out)
        say(str(args.out))
    return DONE


def reopen_month(office: Office, args: Namespace) -> int:
    """Open a closed month again, with a reason that stays."""
    from desk_mailadmin.month_close import reopen_month as reopen

    reopen(office, args.month, args.reason)
    say(f"{args.month} 已重开")
    return DONE
