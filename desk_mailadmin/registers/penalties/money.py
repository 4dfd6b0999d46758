"""The money trail: debits and what closes them, to the fen; sums that never drift (M4-20, M4-21)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

DEBITS = ("recovery", "fine")
"""What somebody owes, in the order in which payments close it: what it cost the company first."""

PAYMENTS = ("deduction", "cash")
KINDS = (
    ("fine", QT_TRANSLATE_NOOP("desk", "罚款")),
    ("recovery", QT_TRANSLATE_NOOP("desk", "追缴或赔偿")),
    ("deduction", QT_TRANSLATE_NOOP("desk", "工资扣款")),
    ("cash", QT_TRANSLATE_NOOP("desk", "现金缴款")),
    ("waiver", QT_TRANSLATE_NOOP("desk", "减免")),
    ("void", QT_TRANSLATE_NOOP("desk", "作废冲减")),
    ("reversal", QT_TRANSLATE_NOOP("desk", "冲销")),
    ("refund", QT_TRANSLATE_NOOP("desk", "退款")),
)
"""What a line may be. Debits are positive; payments, waivers, voids and reversals negative; a refund is positive."""


class Line(Struct, frozen=True):
    """One line of the trail, in fen: what it is, in which month it is booked, and which debit it closes.

    ``id`` is the line's own, ``closes`` the debit's id, None for a debit itself; ``case`` the case it stands in.
    """

    id: int
    case: int
    kind: str
    month: str
    amount_fen: int
    closes: int | None = None


class Sums(Struct, frozen=True):
    """What the lines of a case come to, in fen, each as people read it (nothing negative but what a reversal takes)."""

    fine_fen: int = 0
    recovery_fen: int = 0
    deducted_fen: int = 0
    waived_fen: int = 0
    reversed_fen: int = 0
    refunded_fen: int = 0

    @property
    def due_fen(self) -> int:
        """What was demanded."""
        return self.fine_fen + self.recovery_fen

    @property
    def paid_fen(self) -> int:
        """What came in and was not paid back."""
        return self.deducted_fen - self.refunded_fen

    @property
    def rest_fen(self) -> int:
        """What is still open; negative where the company owes it back."""
        return self.due_fen - self.paid_fen - self.waived_fen - self.reversed_fen


def sums_of(lines: Iterable[Line]) -> Sums:
    """Return what the lines that stand in a case or close its debits come to."""
    found = dict.fromkeys((kind for kind, _title in KINDS), 0)
    for line in lines:
        found[line.kind] += line.amount_fen
    return Sums(
        fine_fen=found["fine"],
        recovery_fen=found["recovery"],
        deducted_fen=-found["deduction"] - found["cash"],
        waived_fen=-found["waiver"],
        reversed_fen=-found["void"] - found["reversal"],
        refunded_fen=found["refund"],
    )


def rests(lines: Sequence[Line]) -> dict[int, int]:
    """Return what is open of each debit, by its id; negative where more came in than is still owed."""
    found = {line.id: line.amount_fen for line in lines if line.closes is None}
    for line in lines:
        if line.closes is not None:
            found[line.closes] += line.amount_fen
    return found


def payments_back(lines: Sequence[Line]) -> tuple[tuple[int, int], ...]:
    """Return from which debits money may be paid back: first what is owed back, then what was paid for a fine.

    Pairs of debit and fen; together all that came in and was not paid back yet.
    """
    kinds = {line.id: line.kind for line in lines if line.closes is None}
    paid = dict.fromkeys(kinds, 0)
    for line in lines:
        if line.closes is not None and line.kind in (*PAYMENTS, "refund"):
            paid[line.closes] -= line.amount_fen
    owed = {debit: min(paid[debit], -rest) for debit, rest in rests(lines).items() if rest < 0 < paid[debit]}
    others = sorted(paid, key=lambda debit: DEBITS.index(kinds[debit]), reverse=True)
    return (*owed.items(), *((debit, paid[debit] - owed.get(debit, 0)) for debit in others))


def check_refund(fen: int, sums: Sums) -> None:
    """Raise UserError for nothing, or for more than came in and was not paid back yet."""
    if not 0 < fen <= sums.paid_fen:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "已收 {paid} 元，不能退或更正 {amount} 元。"),
            field="amount",
            paid=fen_to_text(sums.paid_fen),
            amount=fen_to_text(fen),
        )


def spread(amount_fen: int, debits: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return how a payment closes debits in their order: pairs of debit and fen, together exactly the payment.

    ``debits`` are ids with what is open of each. UserError where less is open than is paid, or nothing is paid.
    """
    if amount_fen <= 0:
        raise UserError(QT_TRANSLATE_NOOP("desk", "金额要大于 0。"), field="amount")
    open_fen = sum(max(rest, 0) for _debit, rest in debits)
    if amount_fen > open_fen:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "金额 {amount} 元超过未结清的 {rest} 元。"),
            field="amount",
            amount=fen_to_text(amount_fen),
            rest=fen_to_text(open_fen),
        )
    parts = []
    for debit, rest in debits:
        part = min(amount_fen, max(rest, 0))
        if part:
            parts.append((debit, part))
            amount_fen -= part
    return tuple(parts)


class Balance(Struct, frozen=True):
    """A month's balance in fen: 上月结转 + 本月新增 − 本月扣回 − 本月减免 = 期末结转 (LEDGER 5.2).

    What is voided or reversed lowers what is new, what is paid back lowers what came in.
    """

    carried_in_fen: int
    new_fen: int
    deducted_fen: int
    waived_fen: int
    carried_out_fen: int

    @property
    def balances(self) -> bool:
        """Whether it comes out."""
        moved = self.carried_in_fen + self.new_fen - self.deducted_fen - self.waived_fen
        return moved == self.carried_out_fen


def balance_of(month: str, totals: Iterable[tuple[str, str, int]]) -> Balance:
    """Return a month's balance from sums by month and kind of line; carried out is added up on its own."""
    before = new = deducted = waived = out = 0
    for booked, kind, fen in totals:
        if booked > month:
            continue
        out += fen
        if booked < month:
            before += fen
        elif kind in ("fine", "recovery", "void", "reversal"):
            new += fen
        elif kind == "waiver":
            waived -= fen
        else:
            deducted -= fen
    return Balance(before, new, deducted, waived, out)


def instalments(
    amount_fen: int, months: Sequence[str], count: int, room: Mapping[str, int] | None = None
) -> tuple[tuple[str, int], ...]:
    """Return a plan over the first ``count`` of ``months``; the odd fen come with the first one.

    ``room`` is what a month can still take of the wage, in fen; what finds none moves on to the months after, and what
    finds no room at all stands in the last month (the list of that month then carries it over). UserError for fewer
    than one instalment, more than there are months, or more than fen.
    """
    if amount_fen <= 0:
        return ()
    if not 1 <= count <= min(len(months), amount_fen):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "分 {count} 期不行，最多 {most} 期，每期至少 1 分。"),
            field="instalments",
            count=count,
            most=min(len(months), amount_fen),
        )
    each, odd = divmod(amount_fen, count)
    wanted = {month: each + (odd if place == 0 else 0) for place, month in enumerate(months[:count])}
    plan, over = [], 0
    for month in months:
        asked = wanted.get(month, 0) + over
        part = asked if room is None or month not in room else min(asked, max(room[month], 0))
        over = asked - part
        plan.append((month, part + (over if month == months[-1] else 0)))
    return tuple((month, part) for month, part in plan if part)


def trimmed(plan: Sequence[tuple[str, int]], amount_fen: int) -> tuple[tuple[str, int], ...]:
    """Return a plan that comes to ``amount_fen`` at most: what was waived is taken off its last instalments."""
    kept: list[tuple[str, int]] = []
    for month, part in plan:
        left = amount_fen - sum(fen for _month, fen in kept)
        if left <= 0:
            break
        kept.append((month, min(part, left)))
    return tuple(kept)


def wanted_by(month: str, plan: Sequence[tuple[str, int]], sums: Sums) -> int:
    """Return what is to be deducted of a case up to a month: what the plan asks for until then and was not paid yet.

    With the last instalment, or without a plan, all that is open: what could not be deducted is carried over.
    """
    open_fen = max(sums.rest_fen, 0)
    if not plan or month >= max(planned for planned, _fen in plan):
        return open_fen
    asked = sum(fen for planned, fen in plan if planned <= month)
    return min(max(asked - sums.paid_fen, 0), open_fen)


class Cap(Struct, frozen=True):
    """How much of somebody's wage may be deducted in a month, in fen; None where no limit is known.

    ``why`` says what set it, as people read it.
    """

    fen: int | None
    why: str = ""


def cap_of(wage_fen: int | None, percent: int, minimum_fen: int) -> Cap:
    """Return what may be deducted from a wage: at most ``percent`` of it (0: no such cap), the minimum wage stays.

    The program's own option, not from the regulations (M4-21). Without a wage there is nothing to compute from.
    """
    if wage_fen is None or (percent == 0 and minimum_fen == 0):
        return Cap(None)
    limits = []
    if percent:
        limits.append((wage_fen * percent // 100, f"不超过工资的 {percent} %"))
    if minimum_fen:
        limits.append((max(wage_fen - minimum_fen, 0), "扣后不低于最低工资"))
    return Cap(*min(limits))


def deductible(wanted: Mapping[int, int], order: Sequence[int], cap: Cap) -> dict[int, int]:
    """Return what is deducted of each case of one person in one month: all that is wanted, up to the cap, in order."""
    left = cap.fen
    found = {}
    for case in order:
        fen = wanted[case] if left is None else min(wanted[case], left)
        found[case] = fen
        if left is not None:
            left -= fen
    return found


class Happened(Struct, frozen=True):
    """What happened to a case, from which its state follows."""

    official: bool
    sums: Sums
    signed: bool = False
    refused: bool = False
    appealing: bool = False
    reported: bool = False
    voided: bool = False
    reversed: bool = False
    offsets: bool = False
    withdrawn: bool = False


def state_of(case: Happened) -> str:
    """Return the state of a case: derived from what happened, kept nowhere by hand."""
    if case.offsets:
        return "offset"
    for key, true in (("void", case.voided), ("reversed", case.reversed), ("appealed", case.appealing)):
        if true:
            return key
    if not case.official:
        return "draft"
    return _settled(case) or _served(case)


def _settled(case: Happened) -> str:
    sums = case.sums
    if case.withdrawn:
        return "waived"
    if not sums.due_fen:
        return "reported" if case.reported else ""
    if sums.rest_fen > 0:
        return "carried" if sums.paid_fen else ""
    return "deducted" if sums.paid_fen else "waived"


def _served(case: Happened) -> str:
    return "signed" if case.signed else "refused" if case.refused else "issued"
