import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.language.addresses import LONGEST_LOCAL_PART, NamingRule, base_name, check_local_part, proposals
from desk_mailadmin.language.names import reading

FREE = frozenset().__contains__


@pytest.mark.parametrize(
    ("pattern", "name", "base"),
    [
        ("{surname}{given}", "欧阳雪", "ouyangxue"),
        ("{surname}.{given}", "张伟", "zhang.wei"),
        ("{given_initials}{surname}", "张小伟", "xwzhang"),
        ("{surname}{given_initials}", "张小伟", "zhangxw"),
        ("{full_initials}", "欧阳雪", "oyx"),
        ("{surname}.{given}", "马", "ma"),
        ("{given}.{surname}", "John Smith", "john.smith"),
        ("{full}", "John Smith", "johnsmith"),
    ],
)
def test_the_rule_is_data(pattern, name, base):
    assert base_name(NamingRule(pattern), reading(name)) == base


def test_namesakes_get_2_then_3():
    taken = {"wangfang", "wangfang2"}
    assert proposals(NamingRule(), reading("王芳"), taken.__contains__) == ["wangfang3", "wangfang4", "wangfang5"]


def test_fallbacks_are_tried_before_numbers():
    rule = NamingRule("{surname}{given}", fallbacks=("{surname}.{given}",))
    assert proposals(rule, reading("王芳"), {"wangfang"}.__contains__, 2) == ["wang.fang", "wangfang2"]


def test_a_number_may_stand_apart():
    assert proposals(NamingRule(number_separator="-"), reading("王芳"), {"wangfang"}.__contains__, 1) == ["wangfang-2"]


def test_a_name_ending_in_a_digit_keeps_its_number_readable():
    assert proposals(NamingRule("{full}"), reading("R2"), {"r2"}.__contains__, 1) == ["r2-2"]


def test_a_reserved_name_is_not_proposed():
    assert proposals(NamingRule(), reading("Root"), FREE, 1) == ["root2"]


def test_a_character_without_reading_must_be_typed():
    with pytest.raises(UserError, match="没有读音"):
        proposals(NamingRule(), reading("王\U00030000"), FREE)


def test_when_everything_is_taken_there_is_no_proposal():
    assert proposals(NamingRule(), reading("王芳"), lambda _name: True) == []


@pytest.mark.parametrize(
    "pattern", ["", "x", "{name}", "{surname", "{surname!r}", "{surname:9}", "{surname.x}", "{full} "]
)
def test_a_wrong_rule_is_refused_when_it_is_typed(pattern):
    with pytest.raises(UserError, match="命名规则"):
        NamingRule(pattern)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "没有填写"),
        ("a..b", "相连的点"),
        ("-ab", "头尾"),
        ("ab-", "头尾"),
        (".ab", "头尾"),
        ("a" * 65, "最长 64"),
        ("аbc", "看着像"),
        ("ａｂ", "看着像"),
        ("张伟", "看着像"),
        ("a b", "只能有"),
        ("a@b", "只能有"),
        ("postmaster", "留给系统"),
        ("Root", "留给系统"),
        ("admin", "留给系统"),
    ],
)
def test_what_cannot_stand_before_the_at_is_said(text, reason):
    with pytest.raises(UserError, match=reason) as refused:
        check_local_part(text)
    assert refused.value.field == "address"


def test_upper_case_is_folded_and_shared_mailboxes_may_be_reserved():
    assert check_local_part(" Zhang.Wei ") == "zhang.wei"
    assert check_local_part("sales", personal=False) == "sales"


@given(st.text(max_size=80))
def test_every_proposal_is_a_valid_local_part(name):
    read = reading(name)
    if read.unread:
        return
    for proposed in proposals(NamingRule("{surname}.{given}"), read, FREE, 2):
        assert check_local_part(proposed) == proposed
        assert len(proposed) <= LONGEST_LOCAL_PART
