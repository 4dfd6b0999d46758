"""A list of one kind of application shows that kind's own entries (DESIGN 4)."""

from __future__ import annotations

from datetime import timedelta

from desk_mailadmin.kernel.table import Kind, Query, json_of, text_of
from desk_mailadmin.registers.applications.register import REGISTER
from desk_mailadmin.registers.applications.table import TABLE
from tests.registers.builders import DOMAIN, TODAY, House


def test_all_kinds_together_have_the_common_columns_alone(house: House):
    assert REGISTER.columns_for(house.applications, Query()) == TABLE.columns
    assert REGISTER.columns_for(house.applications, Query(filters={"kind": "gone"})) == TABLE.columns


def test_one_kind_brings_its_entries_before_the_progress(house: House):
    staff = house.person(emp_no="A10417")
    row = house.applications.row(house.in_force(staff))
    columns = REGISTER.columns_for(house.applications, Query(filters={"kind": "forwarding"}))
    keys = [column.key for column in columns]
    own = {key for key in keys if key.startswith("field.")}
    assert {"field.mailbox", "field.outside", "field.until", "field.reason"} <= own
    assert keys.index("field.until") < keys.index("progress") < keys.index("next_step")
    by_key = {column.key: column for column in columns}
    assert text_of(TABLE, by_key["field.mailbox"], row) == f"f{staff}@{DOMAIN}"
    assert json_of(by_key["field.until"], row) == (TODAY + timedelta(days=30)).isoformat()
    assert by_key["field.until"].kind is Kind.DATE
    assert not by_key["field.reason"].shown
    assert not by_key["field.phone"].personal  # an extension of the office


def test_sums_are_fen_and_entries_that_were_not_asked_are_empty(house: House):
    columns = REGISTER.columns_for(house.applications, Query(filters={"kind": "phone_allowance"}))
    money = [column for column in columns if column.kind is Kind.MONEY]
    assert money
    assert all(column.key.endswith("_fen") for column in money)
