from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.mailboxes.rules import LIFECYCLE, Holder, Holding, check_quota, verdict
from tests.registers.builders import refusal

ADDRESS = "zhouwenbo@yunfan.example.com"


def holder(**changes: object) -> Holder:
    return Holder(**{"address": ADDRESS, "owner": "周文博", "dept": "软件部", **changes})  # type: ignore[arg-type]


def test_an_address_nobody_holds_is_free():
    answer = verdict(ADDRESS, None)
    assert (answer.free, answer.warning, answer.sentence) == (True, False, "可用，符合命名规则")


@pytest.mark.parametrize(
    ("held", "warning", "sentence"),
    [
        (holder(), False, "已被周文博（软件部）使用"),
        (holder(state="disabled"), True, "周文博（软件部）的邮箱已停用，地址仍保留"),
        (holder(state="retained", until=date(2027, 3, 1)), True, "周文博（软件部）离职保留到 2027-03-01"),
        (holder(state="retained"), True, "周文博（软件部）离职保留中"),
        (holder(state="deleted"), False, "曾属于周文博（软件部），不再发放"),
        (holder(holding=Holding.ALIAS), False, "是周文博（软件部）的别名"),
        (holder(holding=Holding.APPLICATION, dept="YJ-2026-0001"), False, "周文博（YJ-2026-0001）的申请已选用"),
    ],
)
def test_a_held_address_is_not_free_and_its_owner_is_named(held, warning, sentence):
    answer = verdict(ADDRESS, held)
    assert (answer.free, answer.warning, answer.sentence) == (False, warning, sentence)


@given(
    st.sampled_from(Holding),
    st.sampled_from([state.key for state in LIFECYCLE.states]),
    st.none() | st.dates(),
    st.text(min_size=1, max_size=5).filter(lambda text: not set("{}") & set(text)),
)
def test_whatever_holds_an_address_it_is_never_given_out_and_the_owner_is_read(holding, state, until, owner):
    answer = verdict(ADDRESS, holder(holding=holding, state=state, until=until, owner=owner))
    assert not answer.free
    assert owner in answer.sentence


def test_a_deleted_mailbox_moves_nowhere_and_every_other_can_be_deleted():
    assert LIFECYCLE.moves["deleted"] == frozenset()
    assert all("deleted" in LIFECYCLE.moves[key] for key in ("active", "disabled", "retained"))


def test_a_quota_lies_between_one_and_the_cap():
    check_quota(1, 10)
    check_quota(10, 10)
    for quota in (0, 11):
        with pytest.raises(UserError) as fault:
            check_quota(quota, 10)
        assert refusal(fault.value) == ("quota_mb", "容量应在 1 到 10 MB 之间（邮件制度 4.1）。")
