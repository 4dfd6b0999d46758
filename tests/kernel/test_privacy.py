from __future__ import annotations

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.privacy import (
    ASK_REASON,
    ASK_ROWS,
    USUAL_REASONS,
    Leaving,
    checked_reason,
    hidden,
    hides,
    is_personal,
    mask,
    needs_reason,
    offered_reasons,
)
from desk_mailadmin.kernel.table import WITHHELD, Column

MOBILE = Column("mobile", "手机", lambda row: row, personal=True)
DIALLED = Column("mobile", "手机", lambda row: row, personal=True, in_full="要拨打")
NAME = Column("name", "姓名", lambda row: row)


def office(asks: str = "members", rows: int = 20):
    values = {ASK_REASON.key: asks, ASK_ROWS.key: rows}
    return lambda setting: values[setting.key]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("13817170137", "138****0137"),
        ("8011", "****"),
        ("", ""),
        ("13817170137、8011", "138****0137、****"),
        ("33010219900101123X", "330****123X"),
        ("138 1717", "*** ****"),
    ],
)
def test_the_middle_of_a_number_is_hidden_and_short_ones_wholly(text, shown):
    assert mask(text) == shown


def test_only_what_the_list_does_not_need_is_hidden():
    assert hidden(MOBILE, "13817170137") == "138****0137"
    assert hidden(DIALLED, "13817170137") == "13817170137"
    assert hidden(NAME, "周文博") == "周文博"
    assert hidden(MOBILE, WITHHELD) == WITHHELD
    assert hides([NAME, MOBILE])
    assert not hides([NAME, DIALLED])
    assert is_personal([NAME, DIALLED])
    assert not is_personal([NAME])


@pytest.mark.parametrize(
    ("asks", "several", "columns", "rows", "needed"),
    [
        ("members", False, [MOBILE], 21, False),
        ("members", True, [MOBILE], 21, True),
        ("always", False, [MOBILE], 21, True),
        ("never", True, [MOBILE], 21, False),
        ("always", False, [MOBILE], 20, False),
        ("always", False, [NAME], 500, False),
    ],
)
def test_a_reason_is_asked_for_many_people_where_the_office_wants_it(asks, several, columns, rows, needed):
    assert needs_reason(Leaving(columns, rows, several), office(asks)) is needed


def test_a_reason_that_is_needed_and_not_given_is_refused():
    leaving = Leaving([MOBILE], 30)
    assert checked_reason("  交财务 对账 ", leaving, office("always")) == "交财务 对账"
    assert checked_reason("", leaving, office("never")) == ""
    with pytest.raises(UserError, match="名单有 30 人，带个人信息"):
        checked_reason(" ", leaving, office("always"))


def test_own_reasons_take_the_place_of_the_usual_ones():
    assert offered_reasons([]) == USUAL_REASONS
    assert offered_reasons(["交财务", "核对", "交财务"]) == ("交财务", "核对")
