"""An office in which several people work: who they are, and what they type."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk_mailadmin.kernel.rights import Role
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.members import MemberEntry

CHEAP = 2**4
"""scrypt's cost in tests: what a PIN costs for real is tested once."""

PINS = {"王志刚": "280419", "周敏": "739150", "程思思": "604927", "李建华": "851306", "陈翔": "462085"}
ROLES = {
    "王志刚": Role.ADMIN,
    "周敏": Role.CLERK,
    "程思思": Role.CLERK,
    "李建华": Role.APPROVER,
    "陈翔": Role.VIEWER,
}


def pin(name: str) -> Secret:
    """What that person types."""
    return Secret(PINS[name])


@dataclass
class Machine:
    """How long the machine has run; a test lets it run on, or starts it anew."""

    seconds: float = 1_000.0
    started: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.seconds


def switched_on(desk: Desk) -> Secret:
    """Let the people of this office work at the desk; the administrator is there. Returns the recovery code."""
    members = desk.members
    members.cost = CHEAP
    code = members.propose_code()
    admin = members.switch_on("王志刚", None, pin("王志刚"), pin("王志刚"), code, code.bare)
    desk.gate.read_again()
    come(desk, "王志刚", trusted=True)
    for name, role in ROLES.items():
        if name != "王志刚":
            members.add(MemberEntry(name, role), pin(name), pin(name))
    desk.enter(members.check_pin(admin, pin("王志刚")))
    return code


def come(desk: Desk, name: str, *, trusted: bool = False) -> None:
    """Let that person sit down at the desk."""
    member = desk.members.named(name)
    desk.enter(desk.members.check_pin(member.id, pin(name)), trusted=trusted)
