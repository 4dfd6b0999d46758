"""What is kept of a penalty case, its money trail and its plan."""

from __future__ import annotations

from typing import Any

import peewee as pw

from desk_mailadmin.registers.branches.model import Branch
from desk_mailadmin.registers.staff.model import Staff


class Penalty(pw.Model):
    """One case; ``article`` is the rule it was decided under (JSON), sums are kept beside the lines they come from.

    ``past`` marks a case taken over from a hand-kept ledger: it keeps its old ``slip`` number and moves no money here.
    ``draft`` is the entry of a draft (JSON).
    """

    id = pw.AutoField()
    number = pw.TextField(null=True)
    slip = pw.TextField(default="")
    state = pw.TextField()
    state_order = pw.IntegerField()
    month = pw.TextField(null=True)
    staff = pw.ForeignKeyField(Staff)
    branch = pw.ForeignKeyField(Branch)
    staff_id: int
    branch_id: int
    name = pw.TextField()
    name_key = pw.TextField()
    emp_no = pw.TextField(default="")
    dept = pw.TextField()
    dept_key = pw.TextField()
    post = pw.TextField(default="")
    act = pw.TextField(default="")
    act_title = pw.TextField()
    clause = pw.TextField(default="")
    count_group = pw.TextField(default="")
    article = pw.TextField(default="")
    occurred_on = pw.DateField()
    occurred_at = pw.TextField(default="")
    found_how = pw.TextField(default="")
    facts = pw.TextField(default="")
    source = pw.TextField(default="")
    times = pw.IntegerField(default=1)
    fee_fen = pw.BigIntegerField(default=0)
    cost_fen = pw.BigIntegerField(default=0)
    offence_no = pw.IntegerField(default=1)
    sanctions = pw.TextField(default="")
    points = pw.IntegerField(default=0)
    line = pw.TextField(default="")
    stop_until = pw.DateField(null=True)
    reopened_on = pw.DateField(null=True)
    fine_fen = pw.BigIntegerField(default=0)
    recovery_fen = pw.BigIntegerField(default=0)
    deducted_fen = pw.BigIntegerField(default=0)
    waived_fen = pw.BigIntegerField(default=0)
    reversed_fen = pw.BigIntegerField(default=0)
    refunded_fen = pw.BigIntegerField(default=0)
    formula = pw.TextField(default="")
    steps = pw.TextField(default="")
    next_time = pw.TextField(default="")
    change_reason = pw.TextField(default="")
    execution = pw.TextField(default="payroll")
    entered_on = pw.DateField()
    issued_on = pw.DateField(null=True)
    signed_on = pw.DateField(null=True)
    refused_on = pw.DateField(null=True)
    witness = pw.TextField(default="")
    refusal = pw.TextField(default="")
    appeal_until = pw.DateField(null=True)
    appealed_on = pw.DateField(null=True)
    appeal = pw.TextField(default="")
    decided_on = pw.DateField(null=True)
    decision = pw.TextField(default="")
    decision_reason = pw.TextField(default="")
    decided_by = pw.TextField(default="")
    reported_on = pw.DateField(null=True)
    reply = pw.TextField(default="")
    approver = pw.TextField(default="")
    void_on = pw.DateField(null=True)
    reason = pw.TextField(default="")
    reverses = pw.ForeignKeyField("self", null=True)
    reverses_id: int | None
    past = pw.BooleanField(default=False)
    draft = pw.TextField(default="")

    class Meta:
        table_name = "penalty"


class PenaltyMoney(pw.Model):
    """One line of the money trail; never changed, only closed or offset by another."""

    id = pw.AutoField()
    penalty = pw.ForeignKeyField(Penalty)
    penalty_id: int
    kind = pw.TextField()
    month = pw.TextField()
    on_day = pw.DateField()
    amount_fen = pw.BigIntegerField()
    closes = pw.ForeignKeyField("self", null=True)
    closes_id: Any
    reference = pw.TextField(default="")
    reason = pw.TextField(default="")
    approver = pw.TextField(default="")

    class Meta:
        table_name = "penalty_money"


class PenaltyPlan(pw.Model):
    """How much of a case is to be deducted in a month."""

    id = pw.AutoField()
    penalty = pw.ForeignKeyField(Penalty)
    penalty_id: int
    month = pw.TextField()
    amount_fen = pw.BigIntegerField()

    class Meta:
        table_name = "penalty_plan"


class Wage(pw.Model):
    """What somebody earns a month, kept only where the office wants the cap computed."""

    id = pw.AutoField()
    staff = pw.ForeignKeyField(Staff, unique=True)
    staff_id: int
    monthly_fen = pw.BigIntegerField()
    since = pw.DateField()

    class Meta:
        table_name = "wage"
