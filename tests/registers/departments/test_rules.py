from __future__ import annotations

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.departments.rules import DepartmentEntry, checked
from tests.registers.builders import refusal


def test_an_entry_comes_back_trimmed():
    assert checked(DepartmentEntry(" 总部", "国际业务部 ", " 程思思 ")) == DepartmentEntry(
        "总部", "国际业务部", "程思思"
    )


@pytest.mark.parametrize(
    ("entry", "field", "sentence"),
    [
        (DepartmentEntry(" ", "软件部"), "branch", "还没有选单位。"),
        (DepartmentEntry("总部", " "), "name", "部门名称是空的。"),
    ],
)
def test_an_empty_field_is_named(entry, field, sentence):
    with pytest.raises(UserError) as fault:
        checked(entry)
    assert refusal(fault.value) == (field, sentence)
