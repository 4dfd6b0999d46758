"""What the office does about a charge: notice, signatures, deduction from wages, or no deduction at all (002/9.3)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from desk_mailadmin.kernel.entered import checked_line, checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.charges.listing import ChargeRow
from desk_mailadmin.registers.charges.model import Charge, ChargeSignature, ChargeVoid
from desk_mailadmin.registers.charges.reckoning import Reckoning
from desk_mailadmin.registers.charges.records import ChargesRecords
from desk_mailadmin.registers.charges.rules import LIFECYCLE, SIGNERS, asked, check_reason
from desk_mailadmin.registers.months.rules import last_day, title_of
from desk_mailadmin.registers.penalties.entries import PenaltyEntry

OVER, FEES = "month_over", "002/6.四"
"""The act of an overage; the article by which fees that are no overage are borne by who made them."""

_SAME = frozenset({"same"})


class Deeds(ChargesRecords):
    """What follows once a month is computed."""

    _reckoning: Reckoning

    def notify(self, records: Sequence[int]) -> list[str]:
        """Give each charge that is to be taken from wages a notice with a number; return the numbers.

        Raises UserError for one of which nothing is taken, or that has its notice already.
        """
        with self._desk.work("charge.notify") as work:
            numbers = []
            for row in self.rows(records):
                LIFECYCLE.check(row.state, "notified")
                if row.kind != "line" or not row.asked_fen:
                    raise UserError(
                        QT_TRANSLATE_NOOP("desk", "{line} 没有要个人承担的话费，不用开扣罚通知。"), line=row.title
                    )
                number = self.number_in(work, row.month)
                after = {"state": "notified", "notice": number, "notice_on": self._desk.clock.today()}
                self.update_in(work, row.id, after, QT_TRANSLATE_NOOP("desk", "开出扣罚通知 {number}"), number=number)
                numbers.append(number)
        return numbers

    def sign(self, record: int, role: str, on: date, signer: str, opinion: str = "") -> None:
        """Register who had a notice in hand and signed it, and what was written on it (002/9.3)."""
        row = self.row(record)
        title = dict(SIGNERS)[role]
        if role not in row.missing or row.state == "excused":
            raise UserError(QT_TRANSLATE_NOOP("desk", "{title}已经登记过，或者还没有开通知。"), title=title)
        if row.notice_on is None or not row.notice_on <= on <= self._desk.clock.today():
            raise UserError(QT_TRANSLATE_NOOP("desk", "签收日期应在开出通知和今天之间。"), field="signed_on")
        name = checked_line(signer, QT_TRANSLATE_NOOP("desk", "签收人"), "signer", 30)
        if not name:
            raise UserError(QT_TRANSLATE_NOOP("desk", "签收人没有填写。"), field="signer")
        with self._desk.work("charge.sign") as work:
            values: dict[str, Any] = {"charge_id": record, "role": role, "signer": name, "signed_on": on}
            kept = int(ChargeSignature.create(**values).id)
            work.wrote("charge_signature", kept, QT_TRANSLATE_NOOP("desk", "签收扣罚通知"), after=values)
            said = checked_text(opinion, QT_TRANSLATE_NOOP("desk", "意见"), "opinion", 200)
            words: dict[str, Any] = {"title": title, "name": name, "on": on, "opinion": f"，{said}" if said else ""}
            work.wrote("charge", record, QT_TRANSLATE_NOOP("desk", "{title}：{name} {on}{opinion}"), **words)
            work.changed("charges")

    def void(self, record: int, on: date, reason: str) -> None:
        """Take a notice back: its number stays void, the charge may be computed anew."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "computed")
        said = self._reason(reason)
        with self._desk.work("charge.withdraw") as work:
            values: dict[str, Any] = {
                "number": row.notice,
                "charge_id": record,
                "month": row.month,
                "void_on": on,
                "reason": said,
            }
            kept = int(ChargeVoid.create(**values).id)
            work.wrote("charge_void", kept, QT_TRANSLATE_NOOP("desk", "作废扣罚通知"), after=values)
            ChargeSignature.delete().where(ChargeSignature.charge_id == record).execute()
            after = {"state": "computed", "notice": None, "notice_on": None, "penalty": ""}
            sentence = QT_TRANSLATE_NOOP("desk", "撤回扣罚通知 {number}：{reason}")
            self.update_in(work, record, after, sentence, number=row.notice, reason=said)

    def excuse(self, records: Sequence[int], reason: str) -> None:
        """Decide that nothing is taken from wages for these charges, with the reason."""
        said = check_reason(self._reason(reason))
        with self._desk.work("charge.excuse") as work:
            for row in self.rows(records):
                LIFECYCLE.check(row.state, "excused")
                after = {"state": "excused", "reason": said}
                self.update_in(work, row.id, after, QT_TRANSLATE_NOOP("desk", "免扣：{reason}"), reason=said)

    def charge_again(self, record: int) -> None:
        """Take back that nothing is taken from wages; a notice that was given stays void."""
        row = self.row(record)
        if row.state != "excused":
            raise UserError(QT_TRANSLATE_NOOP("desk", "这条线路没有免扣。"))
        with self._desk.work("charge.again") as work:
            after = {"state": "notified" if row.notice else "computed", "reason": ""}
            self.update_in(work, record, after, QT_TRANSLATE_NOOP("desk", "取消免扣"))

    def deduct(self, records: Sequence[int], staff: int | None = None) -> list[str]:
        """Hand charges to wages: each becomes a penalty case by 002/9.3; return the cases' numbers.

        ``staff`` says who pays where the line has nobody of its own. What penalty cases took back since the notice was
        printed is not taken again; a case whose notice the holder signed counts as served. Raises UserError where
        nothing is left to take, or nobody is known who pays.
        """
        rows = self.rows(records)
        elsewhere = {month: self._reckoning.elsewhere(month) for month in {row.month for row in rows}}
        with self._desk.work("charge.deduct") as work:
            cases = []
            for row in rows:
                LIFECYCLE.check(row.state, "proposed")
                taken = max(row.elsewhere_fen, elsewhere[row.month].get(row.line or 0, 0))
                case = self.penalties.enter(self._case(row, asked(row.self_fen, taken), staff), confirmed=_SAME)
                if row.holder_on is not None:  # the notice was the paper; nobody signs for the same sum twice
                    self.penalties.sign(case, row.holder_on)
                number = self.penalties.row(case).number
                after = {"state": "proposed", "penalty": number, "elsewhere_fen": min(taken, row.self_fen)}
                self.update_in(work, row.id, after, QT_TRANSLATE_NOOP("desk", "转工资扣款 {number}"), number=number)
                cases.append(number)
        return cases

    def payer_of(self, row: ChargeRow) -> int | None:
        """Return who pays for a line: its person, else the head of its department where one person bears that name."""
        if row.staff is not None:
            return row.staff
        found = self.staff.named(row.holder) if row.holder else ()
        return found[0] if len(found) == 1 else None

    def hand_in(self, month: str, on: date, received_by: str) -> None:
        """Register that a month's table went to the general manager's office (002/9.3, M5-6)."""
        if self.table_of(month) is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "{month}的话费还没有计算。"), month=title_of(month))
        name = checked_line(received_by, QT_TRANSLATE_NOOP("desk", "签收人"), "received_by", 30)
        with self._desk.work("charge.hand_in") as work:
            sentence = QT_TRANSLATE_NOOP("desk", "{table}话费表送总经理办公室，{name} {on} 签收")
            values = {"sent_on": on, "received_by": name}
            self.note_table_in(work, month, values, sentence, table=title_of(month), name=name, on=on)
            work.changed("charges")

    def voids_of(self, month: str) -> Sequence[ChargeVoid]:
        """Return the notices of a month that were taken back, by number."""
        return list(ChargeVoid.select().where(ChargeVoid.month == month).order_by(ChargeVoid.number))

    def notices_of(self, month: str) -> Collection[str]:
        """Return the numbers of a month's notices, those taken back too, in order."""
        given = Charge.select(Charge.notice).where((Charge.month == month) & Charge.notice.is_null(False))
        return sorted([*(str(one.notice) for one in given), *(one.number for one in self.voids_of(month))])

    def _case(self, row: ChargeRow, fen: int, staff: int | None) -> PenaltyEntry:
        payer = self.payer_of(row) or staff
        if payer is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "{line} 没有责任人，选由谁承担。"), field="staff", line=row.title)
        if not fen:
            raise UserError(QT_TRANSLATE_NOOP("desk", "{line} 的话费已由其他处罚追缴，不再扣。"), line=row.title)
        over = row.over_fen > 0
        return PenaltyEntry(
            staff=payer,
            occurred_on=min(last_day(row.month), row.notice_on or last_day(row.month)),
            issued_on=row.notice_on,
            act=OVER if over else "",
            act_title="" if over else QT_TRANSLATE_NOOP("desk", "信息费、私话费自负"),
            clause="" if over else FEES,
            found_how="bill",
            facts=facts_of(row, fen),
            fee_fen=fen,
            source=f"charge:{row.id}",
        )

    def _reason(self, reason: str) -> str:
        said = checked_text(reason, QT_TRANSLATE_NOOP("desk", "理由"), "reason", 200)
        if not said:
            raise UserError(QT_TRANSLATE_NOOP("desk", "写明理由。"), field="reason")
        return said


def facts_of(row: ChargeRow, fen: int) -> str:
    """Return a charge in words, as notice and case say it."""
    quota = "" if row.allowed_fen is None else f"，额度 {fen_to_text(row.allowed_fen)} 元"
    parts = [
        f"{what} {fen_to_text(value)} 元"
        for what, value in (("超额", row.over_fen), ("信息费", row.info_fen), ("私话费", row.private_fen))
        if value
    ]
    other = f"，另案追缴 {fen_to_text(row.elsewhere_fen)} 元" if row.elsewhere_fen else ""
    which = f"分机 {row.extension}（{row.phone}）" if row.extension and row.number else row.title
    return (
        f"{title_of(row.month)}，{which}话费 {fen_to_text(row.total_fen)} 元{quota}；"
        f"{'、'.join(parts)}，个人承担 {fen_to_text(row.self_fen)} 元{other}，扣 {fen_to_text(fen)} 元。"
    )
