"""Who may do what where several people work at one desk (SAFETY 5.8).

Roles climb: who may approve may also enter, who may enter may also read. What a deed asks for is data
(``resources/rights.toml``), so that the list can be read, discussed and changed without code.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


class Right(StrEnum):
    """What a deed asks for; ``NOBODY`` is the program's own and needs nobody at the desk."""

    NOBODY = "nobody"
    READ = "read"
    WRITE = "write"
    APPROVE = "approve"
    ADMIN = "admin"


class Role(StrEnum):
    """What a person is at the desk."""

    VIEWER = "viewer"
    CLERK = "clerk"
    APPROVER = "approver"
    ADMIN = "admin"


ROLE_TITLES: Mapping[Role, str] = {
    Role.VIEWER: QT_TRANSLATE_NOOP("desk", "查阅"),
    Role.CLERK: QT_TRANSLATE_NOOP("desk", "录入"),
    Role.APPROVER: QT_TRANSLATE_NOOP("desk", "审批"),
    Role.ADMIN: QT_TRANSLATE_NOOP("desk", "管理"),
}
_CLIMB = tuple(Right)
_HIGHEST = {
    Role.VIEWER: Right.READ,
    Role.CLERK: Right.WRITE,
    Role.APPROVER: Right.APPROVE,
    Role.ADMIN: Right.ADMIN,
}
_ASKS = {
    Right.READ: QT_TRANSLATE_NOOP("desk", "查阅"),
    Right.WRITE: QT_TRANSLATE_NOOP("desk", "录入、审批或管理"),
    Right.APPROVE: QT_TRANSLATE_NOOP("desk", "审批或管理"),
    Right.ADMIN: QT_TRANSLATE_NOOP("desk", "管理"),
}


class Deed(Struct, frozen=True):
    """What one act of the journal asks for.

    ``own`` says that who entered the record may do it too; ``pin`` that the PIN is asked once more; ``whole`` that it
    concerns every unit, so that nobody limited to some of them may do it; ``why`` is the reason, for people.
    """

    right: Right
    own: bool = True
    pin: bool = False
    whole: bool = False
    why: str = ""


UNKNOWN = Deed(Right.ADMIN, whole=True)
"""An act that nobody classified is refused to all but the administrator of the whole desk."""


class Rights(Struct, frozen=True):
    """Every act by its name in the journal; ``enters`` are the acts by which a record is entered."""

    deeds: Mapping[str, Deed]
    enters: frozenset[str]

    def of(self, action: str) -> Deed:
        """Return what an act asks for."""
        return self.deeds.get(action, UNKNOWN)


def read_rights(path: Path) -> Rights:
    """Return what ``rights.toml`` at ``path`` holds; KeyError or ValueError where it is no such list."""
    import tomllib

    body = tomllib.loads(path.read_text(encoding="utf-8"))
    deeds: dict[str, Deed] = {}
    for group in body["group"]:
        deed = Deed(
            Right(group["right"]),
            own=group.get("own", True),
            pin=group.get("pin", False),
            whole=group.get("whole", False),
            why=group["why"],
        )
        for action in group["deeds"]:
            if action in deeds:
                raise ValueError(action)
            deeds[action] = deed
    return Rights(deeds, frozenset(body["enters"]))


def may(role: Role, right: Right) -> bool:
    """Say whether a role holds a right."""
    return _CLIMB.index(right) <= _CLIMB.index(_HIGHEST[role])


def check_role(role: Role, deed: Deed, *, limited: bool) -> None:
    """Raise UserError where a role may not do a deed; ``limited`` says that the person has some units only."""
    if not may(role, deed.right):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "这一步要由{asked}的人做，现在用的是{role}。"),
            asked=_ASKS[deed.right],
            role=ROLE_TITLES[role],
        )
    if limited and deed.whole:
        raise UserError(QT_TRANSLATE_NOOP("desk", "这一步涉及全部单位，现在用的人只管自己的单位。"))
