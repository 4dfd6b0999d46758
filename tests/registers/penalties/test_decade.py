"""Ten years of cases, closed month by month: window, workbook and database agree to the fen at every turn (M4-20)."""

from __future__ import annotations

import random
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from openpyxl import load_workbook

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.month_close import close_month, export_closed
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.listing import PenaltyRow
from desk_mailadmin.registers.penalties.money import Balance
from desk_mailadmin.registers.penalties.rules import COUNTED
from desk_mailadmin.registers.penalties.service import PenaltiesService
from tests.registers.builders import House, new_house, open_house

ACTS = ("call_168", "alarm_phone", "forward_unrelated", "private_long_distance", "big_mail", "phone_wilful", "call_160")
NAMES = ("周文博", "程思思", "宋翔", "高丹", "王婷", "李雪梅")


@dataclass
class Books:
    """A house whose ledger is kept by chance; whatever the rules refuse is simply not done."""

    house: House
    dice: random.Random
    people: list[int]
    closed: dict[str, Balance] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)

    @property
    def penalties(self) -> PenaltiesService:
        return self.house.penalties

    @property
    def today(self) -> date:
        return self.house.clock.today()

    def enter(self) -> int:
        act = self.dice.choice(ACTS)
        entry = PenaltyEntry(
            staff=self.dice.choice(self.people),
            occurred_on=self.today - timedelta(days=self.dice.randrange(40)),
            occurred_at=f"{self.dice.randrange(24):02d}:{self.dice.randrange(60):02d}",
            act=act,
            fee_fen=self.dice.randrange(1, 5_000),
            cost_fen=self.dice.randrange(1, 90_000),
            times=self.dice.randrange(1, 4),
            reason="按情节",
            instalments=self.dice.randrange(1, 4),
        )
        return self.penalties.enter(entry, confirmed={"same"})

    def one(self, *states: str) -> PenaltyRow | None:
        rows = [row for row in self.penalties.rows(self.penalties.keys(Query())) if not states or row.state in states]
        return self.dice.choice(rows) if rows else None

    def deed(self) -> None:
        """Do one deed to one case, or try to."""
        row = self.one("issued", "signed", "refused", "appealed", "carried", "deducted", "waived", "reversed")
        if row is None:
            return
        deeds = {
            "issued": (self.serve, self.serve, self.void, self.pay),
            "signed": (self.pay, self.waive, self.appeal, self.reverse, self.plan),
            "refused": (self.pay, self.waive, self.serve, self.reverse),
            "appealed": (self.decide,),
            "carried": (self.pay, self.waive, self.reverse, self.plan),
            "deducted": (self.appeal, self.reverse),
            "waived": (self.refund,),
            "reversed": (self.refund,),
        }
        try:
            self.dice.choice(deeds[row.state])(row)
        except UserError:
            assert self.penalties.row(row.id) == row

    def serve(self, row: PenaltyRow) -> None:
        if self.dice.random() < 0.8:
            self.penalties.sign(row.id, self.today)
        else:
            self.penalties.refuse(row.id, self.today, "何美玲")

    def pay(self, row: PenaltyRow) -> None:
        self.penalties.pay_cash(row.id, self.dice.randrange(1, max(row.rest_fen, 1) + 1), self.today)

    def waive(self, row: PenaltyRow) -> None:
        fen = self.dice.choice((row.rest_fen, self.dice.randrange(1, max(row.rest_fen, 1) + 1)))
        self.penalties.waive(row.id, fen, "困难", "王志刚", self.today)

    def appeal(self, row: PenaltyRow) -> None:
        self.penalties.appeal(row.id, self.today, "不服")

    def decide(self, row: PenaltyRow) -> None:
        decision = self.dice.choice(("upheld", "changed", "withdrawn"))
        due = self.dice.randrange(row.due_fen - row.waived_fen + 1) if decision == "changed" else None
        self.penalties.decide_appeal(row.id, self.today, decision, "查明", "王志刚", due_fen=due)

    def plan(self, row: PenaltyRow) -> None:
        self.penalties.plan(row.id, self.house.months.next_payroll(), self.dice.randrange(1, 5))

    def void(self, row: PenaltyRow) -> None:
        self.penalties.void(row.id, self.today, "录错")

    def reverse(self, row: PenaltyRow) -> None:
        self.penalties.reverse(row.id, self.today, "记错", "王志刚")

    def refund(self, row: PenaltyRow) -> None:
        self.penalties.refund(row.id, self.dice.randrange(1, max(-row.rest_fen, 1) + 1), self.today)

    def payroll(self) -> None:
        """Record what payroll deducted this month: most of the list, some of it in part."""
        month = month_of(self.today)
        if self.house.months.is_closed(month):
            return
        wanted = {line.case.id: line.fen for line in self.penalties.deduction_list(month) if line.fen}
        taken = {case: self.dice.choice((fen, fen, max(fen // 2, 1))) for case, fen in wanted.items()}
        if taken:
            self.penalties.deduct(month, taken, self.today, "工资表")

    def close(self, month: str) -> None:
        self.house.close_month(month)
        self.closed[month] = self.penalties.balance(month)

    def agree(self) -> None:
        """Assert what must hold at every moment."""
        assert self.penalties.drifted() == []
        assert self.penalties.missing_numbers(self.today.year) == []
        first = self.penalties.first_booked()
        last = max(month_of(self.today), self.house.months.next_payroll())
        if first is None:
            return
        carried, month = 0, first
        while month <= last:
            balance = self.penalties.balance(month)
            assert balance.balances
            assert balance.carried_in_fen == carried
            carried, month = balance.carried_out_fen, month_after(month)
        sums = self.penalties.sums(Query())
        rows = self.penalties.rows(self.penalties.keys(Query()))
        self.met |= {row.state for row in rows}
        assert carried == sums["rest"] == sum(row.rest_fen for row in rows if row.state not in ("draft", "void"))
        assert sums["fine"] + sums["recovery"] - sums["deducted"] - sums["waived"] == sums["rest"]
        assert all(self.penalties.balance(month) == balance for month, balance in self.closed.items())


def books(folder: Path, seed: int) -> Books:
    house = new_house(folder)
    return Books(house, random.Random(seed), [house.person(name) for name in NAMES])  # noqa: S311  (dice)


def test_ten_years_agree_in_window_workbook_and_database(tmp_path: Path) -> None:
    kept = books(tmp_path / "desk", 2026)
    for year in range(10):
        for _month in range(12):
            for _case in range(kept.dice.randrange(1, 4)):
                kept.enter()
                kept.house.later(kept.dice.randrange(5))
                kept.deed()
                kept.deed()
            kept.payroll()
            month = month_of(kept.today)
            kept.house.later(
                (date(kept.today.year + kept.today.month // 12, kept.today.month % 12 + 1, 1) - kept.today).days
            )
            if year < 9 or month < "2036-10":
                first = max(kept.closed, default="")
                kept.close(month_after(first) if first else kept.penalties.first_booked() or month)
        kept.agree()
    every = {"issued", "signed", "refused", "carried", "deducted", "waived", "reversed", "offset", "void", "appealed"}
    assert kept.met >= every
    assert len(kept.closed) >= 118
    _compare_workbook(kept, tmp_path)
    assert kept.house.desk.check() == ()
    kept.house.office.close()


def _compare_workbook(kept: Books, folder: Path) -> None:
    """Close the next month with its workbook and compare the figures of the file with database and window."""
    month = month_after(max(kept.closed))
    close_month(kept.house.office, month, carry=True)
    export_closed(kept.house.office, month, folder / "台账.xlsx")
    book = load_workbook(folder / "台账.xlsx", data_only=True)
    meta = {row[0].value: row[1].value for row in book["_meta"].iter_rows()}
    balance, rows = kept.penalties.balance(month), kept.penalties.of_month(month)
    assert int(meta["处罚台账.期末结转"]) == balance.carried_out_fen
    assert int(meta["处罚台账.上月结转"]) == balance.carried_in_fen
    standing = [row for row in rows if row.state != "void"]
    assert int(meta["处罚台账.罚款"]) == sum(row.fine_fen for row in standing)
    window = kept.penalties.sums(Query(filters={"month": month}))
    assert window["fine"] == int(meta["处罚台账.罚款"])
    assert int(meta["处罚台账.rows"]) == len(rows)


def test_reversing_everything_leaves_no_balance(tmp_path: Path) -> None:
    kept = books(tmp_path / "desk", 7)
    for _case in range(30):
        kept.enter()
        kept.deed()
    for row in kept.penalties.rows(kept.penalties.keys(Query())):
        if row.state == "appealed":
            kept.penalties.decide_appeal(row.id, kept.today, "upheld", "查明", "王志刚")
        try:
            kept.penalties.reverse(row.id, kept.today, "全部重来", "王志刚")
        except UserError:
            continue
    for row in kept.penalties.rows(kept.penalties.keys(Query())):
        if row.rest_fen < 0:
            kept.penalties.refund(row.id, -row.rest_fen, kept.today)
    kept.agree()
    sums = kept.penalties.sums(Query())
    assert (sums["fine"] + sums["recovery"], sums["rest"]) == (sums["waived"] + sums["deducted"], 0)
    assert not [row for row in kept.penalties.rows(kept.penalties.keys(Query())) if row.state in COUNTED]
    kept.house.office.close()


class LedgerMachine(RuleBasedStateMachine):
    """Deeds in any order hypothesis thinks of; what must hold is asked after each."""

    @initialize(seed=st.integers(0, 2**32))
    def begin(self, seed: int) -> None:
        self.folder = Path(tempfile.mkdtemp())
        shutil.copytree(_template(), self.folder / "desk")
        house = open_house(self.folder / "desk")
        people = house.staff.keys(Query()).tolist()
        self.books = Books(house, random.Random(seed), people)  # noqa: S311  (dice)

    @rule()
    def case(self) -> None:
        self.books.enter()

    @rule()
    def deed(self) -> None:
        self.books.deed()

    @rule()
    def payroll(self) -> None:
        self.books.payroll()

    @rule(days=st.integers(1, 45))
    def time(self, days: int) -> None:
        self.books.house.later(days)

    @precondition(lambda self: self.books.penalties.first_booked() is not None)
    @rule()
    def close(self) -> None:
        books = self.books
        after = max(books.closed, default="")
        month = month_after(after) if after else books.penalties.first_booked() or ""
        if month <= month_of(books.today):
            books.close(month)
            with pytest.raises(UserError):
                books.house.close_month(month)

    @precondition(lambda self: bool(self.books.closed))
    @rule()
    def reopen(self) -> None:
        month = max(self.books.closed)
        self.books.house.months.reopen(month, "漏登")
        del self.books.closed[month]

    @invariant()
    def holds(self) -> None:
        self.books.agree()

    def teardown(self) -> None:
        if hasattr(self, "books"):
            self.books.house.office.close()
            shutil.rmtree(self.folder)


_MADE: list[Path] = []


def _template() -> Path:
    """A closed desk with people, made once."""
    if not _MADE:
        folder = Path(tempfile.mkdtemp()) / "desk"
        books(folder, 0).house.office.close()
        _MADE.append(folder)
    return _MADE[0]


LedgerMachine.TestCase.settings = settings(
    max_examples=12, stateful_step_count=30, deadline=None, phases=(Phase.reuse, Phase.generate)
)
TestLedger = LedgerMachine.TestCase
