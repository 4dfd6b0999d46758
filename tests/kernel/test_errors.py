from __future__ import annotations

import pickle

import pytest

from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault, NeedsConfirmation, UserError


def test_an_error_fills_its_template_and_keeps_both_for_the_translators() -> None:
    error = UserError("“{name}”没有第 {page} 页。", name="回执", page=3)
    assert str(error) == "“回执”没有第 3 页。"
    assert error.template == "“{name}”没有第 {page} 页。"
    assert error.values == {"name": "回执", "page": 3}
    assert error.field is None


def test_a_sentence_without_values_may_hold_braces() -> None:
    assert str(UserError("写成 {姓名} 这样。")) == "写成 {姓名} 这样。"


def test_what_the_clerk_typed_is_never_read_as_a_template() -> None:
    assert str(UserError("“{text}”不行。", text="{text.__class__}")) == "“{text.__class__}”不行。"


def test_an_error_may_name_the_entry_it_belongs_to() -> None:
    assert UserError("太长。", field="address").field == "address"


def test_a_question_has_a_key_by_which_it_is_confirmed() -> None:
    question = NeedsConfirmation("duplicate-name", "已有“{name}”，仍要登记吗？", name="王伟")
    assert (question.key, str(question)) == ("duplicate-name", "已有“王伟”，仍要登记吗？")


def test_a_fault_says_what_happened_and_what_to_do() -> None:
    fault = EnvironmentFault("“{file}”写不进去，原来的文件没有动。", remedy="关掉打开“{file}”的程序再试。", file="台账")
    assert str(fault) == "“台账”写不进去，原来的文件没有动。"
    assert fault.remedy == "关掉打开“台账”的程序再试。"
    assert fault.remedy_template == "关掉打开“{file}”的程序再试。"
    assert EnvironmentFault("磁盘满了。", remedy="腾出 {空间}。").remedy == "腾出 {空间}。"
    assert EnvironmentFault("磁盘满了。").remedy == ""


@pytest.mark.parametrize(
    "error",
    [
        UserError("第 {row} 行。", field="row", row=7),
        NeedsConfirmation("key", "有 {count} 人同名。", count=2),
        EnvironmentFault("“{file}”打不开。", remedy="检查“{file}”。", file="花名册.xlsx"),
    ],
)
def test_errors_come_back_whole_from_the_child_that_reads_files(error: DeskError) -> None:
    back = pickle.loads(pickle.dumps(error))  # noqa: S301  (our own bytes)
    assert type(back) is type(error)
    assert str(back) == str(error)
    assert vars(back) == vars(error)


def test_the_three_kinds_are_told_apart_and_share_a_base() -> None:
    kinds = (UserError, NeedsConfirmation, EnvironmentFault)
    assert all(issubclass(kind, DeskError) for kind in kinds)
    assert not any(issubclass(one, other) for one in kinds for other in kinds if one is not other)


def test_a_refusal_does_not_repeat_a_whole_book() -> None:
    error = UserError("“{text}”不是日期。", text="长" * 1_000_000)
    assert str(error) == f"“{'长' * 300}…”不是日期。"
