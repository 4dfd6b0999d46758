from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from desk_mailadmin.documents.application_kind import ApplicationKind, EntryField, FieldKind
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.applications.entries import (
    ApplicationEntry,
    checked_fields,
    entry_from,
    start_values,
    with_quota,
)
from tests.registers.builders import TODAY, refusal

KIND = ApplicationKind(
    "YJ",
    "open_account",
    (
        EntryField("person", "申请人", FieldKind.PERSON, required=True),
        EntryField("phone", "联系电话", FieldKind.PHONE, required=True, most=12),
        EntryField("mobile", "手机", FieldKind.MOBILE),
        EntryField("address", "地址", FieldKind.ADDRESS, required=True),
        EntryField("rights", "权限", FieldKind.CHOICES, options=("内部", "外部"), default="内部", required=True),
        EntryField("groups", "群组", FieldKind.CHOICES, options=("甲", "乙")),
        EntryField("level", "级别", FieldKind.CHOICE, options=("高", "低")),
        EntryField("quota_mb", "容量", FieldKind.NUMBER, least=1, most=10, default="10"),
        EntryField("copies", "份数", FieldKind.NUMBER, least=2, most=9),
        EntryField("from_day", "起用", FieldKind.DATE),
        EntryField("reason", "理由", FieldKind.LONG_TEXT, most=20),
    ),
    (),
)


def checked(**values: object) -> dict[str, object]:
    given = {"phone": "8042", "address": "A@x.example", **values}
    return dict(checked_fields(KIND, given, address=str.lower, today=TODAY))


def refused(**values: object) -> tuple[str | None, str]:
    with pytest.raises(UserError) as fault:
        checked(**values)
    return refusal(fault.value)


def test_an_empty_form_starts_with_its_declared_defaults():
    assert start_values(KIND) == {
        "phone": "",
        "mobile": "",
        "address": "",
        "rights": ["内部"],
        "groups": [],
        "level": "",
        "quota_mb": 10,
        "copies": 2,
        "from_day": "",
        "reason": "",
    }


def test_values_come_back_trimmed_typed_and_with_defaults():
    values = checked(
        phone=" 8042 ",
        mobile="138 1717-0137",
        rights=["外部", "内部"],
        level="低",
        quota_mb="8",
        copies=3,
        from_day="1210",
        reason="　试用 ",
    )
    assert values == {
        "phone": "8042",
        "mobile": "13817170137",
        "address": "a@x.example",
        "rights": ["内部", "外部"],
        "groups": [],
        "level": "低",
        "quota_mb": 8,
        "copies": 3,
        "from_day": "2026-12-10",
        "reason": "试用",
    }
    assert checked()["rights"] == ["内部"]


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"phone": " "}, "phone", "还没有填联系电话。"),
        ({"phone": "0" * 13}, "phone", "联系电话最多 12 个字，现在有 13 个。"),
        ({"mobile": "1381717"}, "mobile", "还差 4 位（应为 11 位）"),
        ({"rights": []}, "rights", "权限至少选一项。"),
        ({"rights": "内部"}, "rights", "权限应当是一列选项。"),
        ({"rights": [1]}, "rights", "权限应当是一列选项。"),
        ({"groups": ["丙"]}, "groups", "群组没有“丙”这一项。"),
        ({"level": "中"}, "level", "级别没有“中”这一项。"),
        ({"quota_mb": 11}, "quota_mb", "容量应在 1 到 10 之间。"),
        ({"quota_mb": "十"}, "quota_mb", "容量应当是整数。"),
        ({"quota_mb": True}, "quota_mb", "容量应当是整数。"),
        ({"quota_mb": 2.5}, "quota_mb", "容量应当是整数。"),
        ({"colour": "红"}, "colour", "这张表没有“colour”这一栏。"),
        ({"person": 3}, "person", "这张表没有“person”这一栏。"),
    ],
)
def test_a_field_that_cannot_stand_is_named(values, field, sentence):
    assert refused(**values) == (field, sentence)


def test_a_date_that_is_none_is_named_by_its_own_field():
    named, sentence = refused(from_day="1350")
    assert named == "from_day"
    assert "“1350”不是日期" in sentence


def test_what_is_wrong_with_an_address_belongs_to_the_address_that_was_typed():
    def taken(address: str) -> str:
        raise UserError("{address} 已被占用。", field="other", address=address)

    with pytest.raises(UserError) as fault:
        checked_fields(KIND, {"phone": "1", "address": "a@x"}, address=taken, today=TODAY)
    assert refusal(fault.value) == ("address", "a@x 已被占用。")


def test_the_quota_is_bounded_by_the_figure_in_force():
    small, large = with_quota(KIND, 5), with_quota(KIND, 50)
    assert (small.field("quota_mb").most, small.field("quota_mb").default) == (5, "5")
    assert (large.field("quota_mb").most, large.field("quota_mb").default) == (50, "10")
    assert small.field("copies") == KIND.field("copies")


@dataclass
class _People:
    numbers: dict[str, int] = field(default_factory=lambda: {"A1": 7})
    names: dict[str, Sequence[int]] = field(default_factory=lambda: {"周文博": [7], "张伟": [8, 9]})

    def numbered(self, emp_no: str) -> int | None:
        return self.numbers.get(emp_no)

    def named(self, name: str) -> Sequence[int]:
        return self.names.get(name, ())


def test_plain_data_name_the_applicant_by_number_or_by_a_name_that_is_one():
    by_number = entry_from({"emp_no": "A1", "phone": "8042", "entered_on": "2026-12-01"}, _People())
    assert by_number == ApplicationEntry(7, {"phone": "8042"}, "account_application", date(2026, 12, 1))
    assert entry_from({"name": "周文博", "kind": "own_form"}, _People()) == ApplicationEntry(7, {}, "own_form")


@pytest.mark.parametrize(
    ("data", "named", "sentence"),
    [
        ({"emp_no": "A2"}, "emp_no", "没有工号 A2 这个人。"),
        ({"name": "张伟"}, "name", "在职人员里叫“张伟”的有 2 个，写工号 emp_no 指明是谁。"),
        ({}, "name", "在职人员里叫“”的有 0 个，写工号 emp_no 指明是谁。"),
        ({"emp_no": "A1", "entered_on": "12月1日"}, "entered_on", "填表日期“12月1日”不是日期，应写成 2026-12-03。"),
        ({"emp_no": "A1", "entered_on": 20}, "entered_on", "填表日期“20”不是日期，应写成 2026-12-03。"),
    ],
)
def test_plain_data_that_mean_nobody_or_no_day_are_refused(data, named, sentence):
    with pytest.raises(UserError) as fault:
        entry_from(data, _People())
    assert refusal(fault.value) == (named, sentence)
