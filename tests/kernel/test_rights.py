from __future__ import annotations

from pathlib import Path

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.rights import UNKNOWN, Deed, Right, Rights, Role, check_role, may, read_rights

LIST = """
enters = ["note.add"]
[[group]]
right = "approve"
own = false
pin = true
whole = true
why = "because"
deeds = ["note.void"]
[[group]]
right = "write"
why = "daily"
deeds = ["note.add", "note.edit"]
"""


def test_roles_climb():
    held = {role: [right for right in Right if may(role, right)] for role in Role}
    assert held == {
        Role.VIEWER: [Right.NOBODY, Right.READ],
        Role.CLERK: [Right.NOBODY, Right.READ, Right.WRITE],
        Role.APPROVER: [Right.NOBODY, Right.READ, Right.WRITE, Right.APPROVE],
        Role.ADMIN: list(Right),
    }


def test_the_list_says_what_an_act_asks_for(tmp_path: Path):
    file = tmp_path / "rights.toml"
    file.write_text(LIST, encoding="utf-8")
    rights = read_rights(file)
    assert rights.of("note.void") == Deed(Right.APPROVE, own=False, pin=True, whole=True, why="because")
    assert rights.of("note.edit") == Deed(Right.WRITE, why="daily")
    assert rights.enters == {"note.add"}


def test_an_act_named_twice_is_no_list(tmp_path: Path):
    file = tmp_path / "rights.toml"
    file.write_text(LIST.replace('"note.edit"', '"note.void"'), encoding="utf-8")
    with pytest.raises(ValueError, match=r"note\.void"):
        read_rights(file)


def test_an_act_nobody_classified_is_for_the_administrator_of_the_whole_desk():
    unknown = Rights({}, frozenset()).of("never.seen")
    assert unknown is UNKNOWN
    check_role(Role.ADMIN, unknown, limited=False)
    with pytest.raises(UserError, match="涉及全部单位"):
        check_role(Role.ADMIN, unknown, limited=True)
    with pytest.raises(UserError, match="这一步要由管理的人做，现在用的是审批"):
        check_role(Role.APPROVER, unknown, limited=False)


def test_who_is_limited_to_a_unit_may_do_what_concerns_it():
    check_role(Role.CLERK, Deed(Right.WRITE), limited=True)
