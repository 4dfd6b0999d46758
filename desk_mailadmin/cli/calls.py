"""The command that reckons a month of telephoning, by hand or after an import."""

from __future__ import annotations

from argparse import Namespace

from desk_mailadmin.cli.output import DONE, say, say_json
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.office import Office

OF_TELEPHONING = ("directory", "bill", "calls", "longdistance")
"""Kinds of import after which the months they touch are reckoned anew."""


def reckon(office: Office, args: Namespace) -> int:
    """Assign, check and charge a month, or every open month that waits for it; say what came of each."""
    from msgspec.structs import asdict

    from desk_mailadmin.telephone_month import reckon_month, waiting_months

    done = [reckon_month(office, month) for month in ([args.month] if args.month else waiting_months(office))]
    if args.json:
        say_json({"rows": [asdict(one) for one in done]})
        return DONE
    for one in done:
        say(f"{one.month}：通话 {one.calls} 次，核查发现 {one.found} 项，话费 {fen_to_text(one.charged_fen)} 元")
    if not done:
        say("没有要重新核算的月份。")
    return DONE


def reckon_waiting(office: Office) -> None:
    """Reckon the open months that an import left waiting; a month without bills waits for them."""
    from desk_mailadmin.telephone_month import reckon_month, waiting_months

    for month in waiting_months(office):
        reckon_month(office, month)
