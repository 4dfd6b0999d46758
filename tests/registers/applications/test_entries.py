from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from desk_mailadmin.documents.application_kind import ApplicationKind, Condition, EntryField, FieldKind, Outcome
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.applications.entries import (
    ApplicationEntry,
    EntryChecks,
    checked_fields,
    colleague_of,
    entry_from,
    start_values,
    with_quota,
)
from tests.registers.builders import TODAY, refusal

KIND = ApplicationKind(
    "YJ",
    Outcome.OPEN_ACCOUNT,
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
    return dict(checked_fields(KIND.own_fields, given, checks()))


def checks(address: Callable[[str], str] = str.lower) -> EntryChecks:
    """A desk on which every address is free and everybody is known."""
    return EntryChecks(address, mailbox=str.lower, colleague=str.strip, entered_on=TODAY, today=TODAY)


def refused(**values: object) -> tuple[str | None, str]:
    with pytest.raises(UserError) as fault:
        checked(**values)
    return refusal(fault.value)


def test_an_empty_form_starts_with_its_declared_defaults():
    assert start_values(KIND.own_fields) == {
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
        checked_fields(KIND.own_fields, {"phone": "1", "address": "a@x"}, checks(taken))
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


SLIP = (
    EntryField("work", "事项", FieldKind.CHOICE, required=True, options=("新装", "移机")),
    EntryField("old", "原地点", FieldKind.TEXT, required=True, when=Condition("work", ("移机",))),
    EntryField("line", "分机", FieldKind.EXTENSION),
    EntryField("mail", "转到", FieldKind.EMAIL),
    EntryField("sum_fen", "金额", FieldKind.MONEY, most=200_000),
    EntryField("at", "时间", FieldKind.TIME),
    EntryField("start", "开始", FieldKind.DATE, not_before="entered_on"),
    EntryField("end", "结束", FieldKind.DATE, not_before="start"),
    EntryField("days", "天数", FieldKind.NUMBER, least=1, most=9, when=Condition("work", ("移机",))),
)


def slip(**values: object) -> dict[str, object]:
    return dict(checked_fields(SLIP, {"work": "新装", **values}, checks()))


def slip_refused(**values: object) -> tuple[str | None, str]:
    with pytest.raises(UserError) as fault:
        slip(**values)
    return refusal(fault.value)


def test_what_is_not_asked_is_neither_missed_nor_kept():
    assert (slip(old="A 座", days=3)["old"], slip(old="A 座", days=3)["days"]) == ("", 0)
    assert slip_refused(work="移机") == ("old", "还没有填原地点。")
    assert slip(work="移机", old="A 座", days=2)["days"] == 2


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("line", "８０ 42", "8042"),
        ("mail", "Someone@Example.COM", "someone@example.com"),
        ("sum_fen", "1,234.5", 123_450),
        ("sum_fen", 100, 100),
        ("at", "9:05", "09:05"),
        ("at", "０９３０", "09:30"),
        ("start", "+1", "2026-12-04"),
    ],
)
def test_each_kind_of_entry_is_kept_in_one_spelling(key, typed, kept):
    assert slip(**{key: typed})[key] == kept


@pytest.mark.parametrize(
    ("values", "named", "sentence"),
    [
        ({"line": "8"}, "line", "“8”不像分机或电话号码，应是 2 到 12 位数字。"),
        ({"mail": "nobody"}, "mail", "“nobody”不是邮箱地址。"),
        ({"sum_fen": "2000.01"}, "sum_fen", "金额应在 0.00 到 2,000.00 之间。"),
        ({"sum_fen": "十元"}, "sum_fen", "“十元”不是金额，应写成 1234.50 这样。"),
        ({"at": "25:00"}, "at", "“25:00”不是时间，应写成 09:30 这样。"),
        ({"start": "2026-12-02"}, "start", "开始不能早于 2026-12-03。"),
        ({"start": "2026-12-09", "end": "2026-12-08"}, "end", "结束不能早于 2026-12-09。"),
    ],
)
def test_an_entry_of_a_wrong_kind_or_order_is_named(values, named, sentence):
    assert slip_refused(**values) == (named, sentence)


def test_a_colleague_is_meant_by_number_by_name_or_by_both():
    people = _People()
    assert [colleague_of(text, people) for text in ("A1", "周文博", "周文博（A1）", "旧名(A1)")] == [7, 7, 7, 7]
    with pytest.raises(UserError, match="叫“张伟”的有 2 个"):
        colleague_of("张伟", people)


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_year_that_is_a_slip_of_the_keys_is_refused(day: str):
    assert refused(from_day=day) == ("from_day", f"{day} 的年份不对，应在 1900 到 2199 年之间。")
