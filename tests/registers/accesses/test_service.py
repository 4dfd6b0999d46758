from __future__ import annotations

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.privacy import ASK_REASON, MASK_LISTS
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.accesses.service import AccessesService
from desk_mailadmin.registers.staff.table import TABLE
from desk_mailadmin.store.access_log import Access
from tests.registers.builders import House

EXPORT = Access(
    "exported", "staff", "人员", "姓名、手机", 30, filtered_by="在职", reason="交财务对账", sha256="ab" * 32
)


@pytest.fixture
def accesses(house: House) -> AccessesService:
    service: AccessesService = house.services["accesses"]
    return service


def test_who_took_what_when_and_why_can_be_read_and_found(house: House, accesses: AccessesService):
    accesses.note(EXPORT)
    accesses.note(Access("shown", "staff", "周文博", "手机", record=3, kind="staff"))
    shown, taken = accesses.rows(accesses.keys(Query()))
    assert (taken.who, taken.row_count, taken.reason, taken.filtered_by) == ("周敏", 30, "交财务对账", "在职")
    assert house.found("accesses", "财务") == house.found("accesses", "abab") == [taken.id]
    assert shown.moment.date() == house.clock.today()
    assert [len(accesses.keys(Query(segment=key))) for key in ("all", "out", "shown", "bare")] == [2, 1, 1, 0]
    assert [choice.key for choice in accesses.choices("register")] == ["staff"]
    assert [choice.key for choice in accesses.choices("who")] == ["周敏"]
    facts = {fact.label: fact.value for fact in accesses.detail(taken.id).facts}
    assert facts["文件校验码"] == " ".join(["ab" * 8] * 4)
    assert house.desk.journal.history("staff", 3)[0].text == "查看手机"


def test_the_reasons_written_last_come_first(accesses: AccessesService):
    assert "交财务对账" in accesses.reasons()
    for reason in ("核对", "交人力", "核对"):
        accesses.note(Access("printed", "staff", "人员", "姓名", 30, reason=reason))
    assert accesses.reasons() == ("核对", "交人力")


def test_a_clerk_alone_is_not_asked_until_the_office_says_so(house: House, accesses: AccessesService):
    assert not accesses.is_asked(TABLE.columns, 30)
    assert accesses.checked("", TABLE.columns, 30) == ""
    house.decide(ASK_REASON, "always")
    assert accesses.is_asked(TABLE.columns, 30)
    assert not accesses.is_asked(TABLE.columns, 20)
    with pytest.raises(UserError):
        accesses.checked("", TABLE.columns, 30)


def test_lists_hide_private_numbers_unless_the_office_says_otherwise(house: House, accesses: AccessesService):
    assert accesses.masks()
    house.decide(MASK_LISTS, value=False)
    assert not accesses.masks()


def test_a_desk_that_is_only_viewed_keeps_no_log(house: House, accesses: AccessesService, monkeypatch):
    monkeypatch.setattr(house.desk, "view_only", True)
    accesses.note(EXPORT)
    assert len(accesses.keys(Query())) == 0
