"""The gate of a desk: under 多人使用 it lets nothing be written that the person at the desk may not do (SAFETY 5.8).

``Desk.work`` asks it with the name of every act, so that the window, the command line and a button somebody forgot are
held alike. Where an office works alone the gate stands open: nothing is asked and no statement is run.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

import peewee
from msgspec import Struct

from desk_mailadmin.kernel.errors import DeskError, NeedsPin, UserError
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.rights import ROLE_TITLES, Deed, Right, Rights, Role, check_role, may, read_rights
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.values import decoded

if TYPE_CHECKING:
    from desk_mailadmin.store.members import Members

Author = tuple[str, Mapping[str, object]]
"""Whom the journal names for an act, and what it notes beside the name: under 多人使用 the person's id and role."""

ALONE: Author = ("", {})
"""Whoever stands in the settings, where nobody else is named."""

SHARED = "*"
"""What a list names as its unit where every unit may read it."""

FRESH = 5 * 60.0
"""Seconds for which a PIN asked once more is good, for the one act it was asked for."""


class Person(Struct, frozen=True):
    """Who is at the desk; ``units`` are the ids of the units the person is limited to, none for the whole company."""

    id: int
    name: str
    role: Role
    units: tuple[int, ...] = ()


class Gate:
    """Who is at the desk, and what they may do.

    ``is_on`` says whether several people work here; ``person`` is who is at the desk, None before anybody said so.
    """

    def __init__(self, database: peewee.SqliteDatabase, members: Members) -> None:
        self._database, self._members = database, members
        self.is_on = members.is_on()
        self.person: Person | None = None
        self._units: dict[str, tuple[str, str, str]] = {}
        self._fresh: tuple[str, float] | None = None
        self._trusted = False

    @cached_property
    def rights(self) -> Rights:
        """What every act asks for; read when it is first needed."""
        return read_rights(asset_dir("resources") / "rights.toml")

    # who is there

    def enter(self, person: Person, *, trusted: bool = False) -> None:
        """Let a person begin; ``trusted`` says that the PIN was typed for the one command that is run (--as)."""
        self.person, self._trusted, self._fresh = person, trusted, None

    def leave(self) -> None:
        """Let nobody be at the desk."""
        self.person, self._trusted, self._fresh = None, False, None

    def read_again(self) -> None:
        """Learn that 多人使用 was switched on or off, or that the person at the desk was changed."""
        self.is_on = self._members.is_on()
        if not self.is_on:
            self.leave()
        elif self.person is not None:
            self.person = self._members.person(self.person.id)

    def stamp(self, who: str, action: str) -> Author:
        """Return whom the journal names for an act, and what it notes beside the name.

        What the program does by itself under 多人使用 is nobody's deed.
        """
        if not self.is_on:
            return who, {}
        if self.person is None or self.rights.of(action).right is Right.NOBODY:
            return "", {}
        return who, {"member": self.person.id, "role": str(self.person.role)}

    # what may be done

    def check(self, action: str) -> None:
        """Raise UserError where the person at the desk may not do an act, NeedsPin where the PIN is asked once more."""
        if not self.is_on:
            return
        deed = self.rights.of(action)
        self._check_right(deed)
        if deed.pin and not self._is_fresh(action):
            raise NeedsPin(self._confirms(action), QT_TRANSLATE_NOOP("desk", "这一步要再输入一次 PIN。"))

    def _check_right(self, deed: Deed) -> None:
        if deed.right is Right.NOBODY:
            return
        if self.person is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还不知道是谁在用，先输入姓名和 PIN。"))
        check_role(self.person.role, deed, limited=bool(self.person.units))

    def refusal(self, action: str, right: Right) -> DeskError | None:
        """Return why a button cannot be used: by its act, or by its right where it has none of its own; else None."""
        if not self.is_on:
            return None
        try:
            self._check_right(self.rights.of(action) if action else Deed(right))
        except UserError as refused:
            return refused
        return None

    def done(self, action: str) -> None:
        """Use up the PIN that was asked for an act, once the act is done."""
        if self._fresh is not None and self._fresh[0] == action:
            self._fresh = None

    def _is_fresh(self, action: str) -> bool:
        return self._trusted or (
            self._fresh is not None and self._fresh[0] == action and self._members.uptime() - self._fresh[1] <= FRESH
        )

    def _confirms(self, action: str) -> Any:
        def confirm(pin: Secret) -> None:
            assert self.person is not None
            self._members.check_pin(self.person.id, pin)
            self._fresh = (action, self._members.uptime())

        return confirm

    # which records

    def knows(self, kind: str, table: str, id_: str, unit: str) -> None:
        """Learn by which SQL the unit of a kind's record is found; ``unit`` is SHARED where all may read it."""
        self._units[kind] = (table, id_, unit)

    def within(self, unit: str) -> str:
        """Return the condition by which a list keeps to the person's units, empty where there is no limit."""
        if self.person is None or not self.person.units or unit == SHARED:
            return ""
        return f"{unit} IN ({', '.join(map(str, self.person.units))})"

    def check_record(self, action: str, kind: str, record: int, unit_of_work: int) -> None:
        """Raise UserError where the person may not touch that record: another unit's, or one entered by themselves."""
        if self.person is None:
            return
        self.check_unit(kind, record)
        deed = self.rights.of(action)
        if not deed.own and kind == action.partition(".")[0] and self._entered(kind, record, unit_of_work):
            raise UserError(QT_TRANSLATE_NOOP("desk", "这一条是自己登记的，要由另一位审批的人来做。"))

    def check_unit(self, kind: str, record: int) -> None:
        """Raise UserError where a record belongs to a unit that the person at the desk does not look after."""
        if self.person is None or not self.person.units or kind not in self._units:
            return
        table, id_, unit = self._units[kind]
        condition = self.within(unit) or "1 = 1"
        sql = f"SELECT {condition} FROM {table} WHERE {id_} = ?"  # noqa: S608  (our own SQL)
        found = execute(self._database, sql, (record,)).fetchone()
        if found is not None and not found[0]:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这一条是别的单位的，现在用的人只管自己的单位。"))

    def check_undo(self, unit_of_work: int) -> None:
        """Raise UserError where the person may not take back a unit of work: somebody else's, or an approval."""
        if not self.is_on or self.person is None:
            return
        action, who, body = execute(
            self._database, "SELECT action, who, body FROM journal WHERE seq = ?", (unit_of_work,)
        ).fetchone()
        self._check_right(self.rights.of(action))
        if not self._is_me(who, body) and not may(self.person.role, Right.APPROVE):
            raise UserError(QT_TRANSLATE_NOOP("desk", "上一步是{who}做的，只能由本人或审批的人撤销。"), who=who)

    def _entered(self, kind: str, record: int, unit_of_work: int) -> bool:
        """Say whether the person at the desk entered a record, before the unit of work that is under way."""
        marks = ", ".join("?" * len(self.rights.enters))
        rows = execute(
            self._database,
            "SELECT j.who, j.body FROM history_entry e JOIN journal j ON j.seq = e.seq "  # noqa: S608  (our own SQL)
            f"WHERE e.kind = ? AND e.record = ? AND e.unit <> ? AND (e.act = 'created' OR j.action IN ({marks}))",
            (kind, record, unit_of_work, *sorted(self.rights.enters)),
        ).fetchall()
        return any(self._is_me(who, body) for who, body in rows)

    def _is_me(self, who: str, body: str) -> bool:
        """Say whether a journal row is the present person's; rows from before 多人使用 go by the name."""
        assert self.person is not None
        member = decoded(body).get("member")
        return member == self.person.id if member is not None else who == self.person.name


WHO_WITH_ROLE = "journal.who || CASE json_extract(journal.body, '$.role') {cases} ELSE '' END".format(
    cases=" ".join(f"WHEN '{role}' THEN '（{title}）'" for role, title in ROLE_TITLES.items())
)
"""The same as SQL, for lists of the journal."""


def with_role(who: str, role: object) -> str:
    """Return who did something as 变更历史 shows it, with the role they had: 周敏（审批）."""
    return f"{who}（{ROLE_TITLES[Role(role)]}）" if isinstance(role, str) and role in set(Role) else who
