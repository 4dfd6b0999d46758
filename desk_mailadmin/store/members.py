"""The people at a desk where several work: their roles, units and PINs, and how often a PIN was wrong (SAFETY 5.8)."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

import peewee
from msgspec import Struct

from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.pins import Tries, check_wait, checked_pin, typed_code
from desk_mailadmin.kernel.rights import ROLE_TITLES, Role
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import execute, scalar
from desk_mailadmin.store.gate import Person
from desk_mailadmin.store.pin_hash import COST, fits, kept, new_code
from desk_mailadmin.store.values import canonical, decoded
from desk_mailadmin.store.work import UnitOfWork

CODE = "members.code"
"""Where the desk keeps the hash of the recovery code; while it is there, several people work at the desk."""

LOCKS_AT = 5
_MS = 1000
"""The uptime of the last wrong PIN is kept in whole milliseconds, rounded down: a time to come would mean that the
machine was started anew since.
"""
Work = Callable[[str], AbstractContextManager[UnitOfWork]]
Upkeep = Callable[[], AbstractContextManager[None]]


class MemberEntry(Struct, frozen=True):
    """A person at the desk as the administrator enters it; ``units`` are ids, none for the whole company."""

    name: str
    role: Role
    staff: int | None = None
    units: tuple[int, ...] = ()


class Member(Struct, frozen=True):
    """A person at the desk as lists show it."""

    id: int
    entry: MemberEntry
    active: bool


class Members:
    """The people of one desk.

    ``work`` and ``upkeep`` are the desk's doors for writing; ``uptime`` tells how long the machine has run, in seconds:
    a clock nobody can set. ``cost`` is scrypt's.
    """

    def __init__(self, database: peewee.SqliteDatabase, *, view_only: bool) -> None:
        self._database, self._view_only = database, view_only
        self.uptime: Callable[[], float] = time.monotonic
        self.cost = COST
        self._seen: dict[int, Tries] = {}

    def opened(self, work: Work, upkeep: Upkeep) -> None:
        """Take the doors of the desk, once it stands."""
        self._work, self._upkeep = work, upkeep

    # reading

    def is_on(self) -> bool:
        """Say whether several people work at this desk."""
        return bool(scalar(self._database, "SELECT count(*) FROM meta WHERE key = ?", CODE))

    def all(self) -> tuple[Member, ...]:
        """Return everybody, those who left last, by name."""
        rows = execute(
            self._database, "SELECT id, name, role, staff_id, units, state FROM member ORDER BY state, name"
        ).fetchall()
        return tuple(
            Member(id_, MemberEntry(name, Role(role), staff, tuple(decoded(units))), state == "active")
            for id_, name, role, staff, units, state in rows
        )

    def active(self) -> tuple[Member, ...]:
        """Return those who may be at the desk, by name."""
        return tuple(one for one in self.all() if one.active)

    def person(self, member: int) -> Person | None:
        """Return a member as the gate knows it, None for one who left."""
        found = next((one for one in self.active() if one.id == member), None)
        return None if found is None else Person(found.id, found.entry.name, found.entry.role, found.entry.units)

    def named(self, name: str) -> Member:
        """Return the active member of that name; UserError where there is none."""
        for one in self.active():
            if one.entry.name == name.strip():
                return one
        raise UserError(QT_TRANSLATE_NOOP("desk", "使用人里没有“{name}”。"), field="name", name=name)

    # who is there

    def check_pin(self, member: int, pin: Secret) -> Person:
        """Return who is there, if the PIN is right; raise UserError where it is wrong or the next try is not free."""
        tries = self._tries(member)
        check_wait(tries, self.uptime())
        found = self.person(member)
        if found is None or not fits(pin, str(scalar(self._database, "SELECT pin FROM member WHERE id = ?", member))):
            self._failed(member, tries)
            raise UserError(QT_TRANSLATE_NOOP("desk", "PIN 不对。"), field="pin")
        if tries.wrong:
            self._keep(member, Tries())
        return found

    def _failed(self, member: int, tries: Tries) -> None:
        tries = tries.failed(self.uptime())
        self._keep(member, tries)
        if tries.wrong >= LOCKS_AT and not self._view_only:
            with self._work("member.locked") as work:
                sentence = QT_TRANSLATE_NOOP("desk", "{name}的 PIN 连续输错 {wrong} 次")
                work.wrote("member", member, sentence, name=self._name(member), wrong=tries.wrong)
            check_wait(tries, self.uptime())

    def _tries(self, member: int) -> Tries:
        if member in self._seen:
            return self._seen[member]
        row = execute(self._database, "SELECT wrong, wrong_at_ms FROM member WHERE id = ?", (member,)).fetchone()
        return Tries() if row is None else Tries(row[0], row[1] / _MS)

    def _keep(self, member: int, tries: Tries) -> None:
        """Keep the tries, outside any deed: they stay although what was asked for is refused."""
        if self._view_only:
            self._seen[member] = tries
            return
        with self._upkeep():
            execute(
                self._database,
                "UPDATE member SET wrong = ?, wrong_at_ms = ? WHERE id = ?",
                (tries.wrong, int(tries.at * _MS), member),
            )

    # switching on and off

    def propose_code(self) -> Secret:
        """Return a fresh recovery code, to be printed and typed back before anything is switched on."""
        return new_code()

    def switch_on(self, name: str, staff: int | None, pin: Secret, again: Secret, code: Secret, typed: str) -> int:
        """Let several people work at the desk, the first of them its administrator; return their id.

        Raises UserError where a PIN is trivial or the recovery code was not typed back as printed.
        """
        if self.is_on():
            raise UserError(QT_TRANSLATE_NOOP("desk", "多人使用已经启用。"))
        checked_pin(pin, again)
        _check_typed(code, typed)
        with self._work("member.on") as work:
            execute(self._database, "UPDATE member SET state = 'ended'")
            member = self._put(work, MemberEntry(name, Role.ADMIN, staff), pin)
            self._keep_code(code)
            work.wrote("desk", 0, QT_TRANSLATE_NOOP("desk", "启用多人使用，{name}是管理"), name=name.strip())
        return member

    def switch_off(self, admin: int, pin: Secret) -> None:
        """Let one clerk work alone again; the administrator's PIN is asked. Raises UserError."""
        found = self.check_pin(admin, pin)
        if found.role is not Role.ADMIN or found.units:
            raise UserError(QT_TRANSLATE_NOOP("desk", "只有管理全部单位的人能停用多人使用。"), field="pin")
        with self._work("member.off") as work:
            execute(self._database, "DELETE FROM meta WHERE key = ?", (CODE,))
            work.wrote("desk", 0, QT_TRANSLATE_NOOP("desk", "停用多人使用"))

    def renew_code(self, code: Secret, typed: str) -> None:
        """Put a new recovery code in the place of the old one, once it was typed back."""
        _check_typed(code, typed)
        with self._work("member.code") as work:
            self._keep_code(code)
            work.wrote("desk", 0, QT_TRANSLATE_NOOP("desk", "换了恢复码"))

    def recover(self, admin: int, typed: str, pin: Secret, again: Secret) -> Person:
        """Give an administrator who lost the PIN a new one by the recovery code; return who is there.

        The code counts as a try: a wrong one makes wait like a wrong PIN.
        """
        tries = self._tries(admin)
        check_wait(tries, self.uptime())
        found = self.person(admin)
        if found is None or found.role is not Role.ADMIN:
            raise UserError(QT_TRANSLATE_NOOP("desk", "恢复码只给管理用；别人的 PIN 由管理重设。"), field="code")
        known = str(scalar(self._database, "SELECT value FROM meta WHERE key = ?", CODE) or "")
        if not fits(Secret(typed_code(typed)), known):
            self._failed(admin, tries)
            raise UserError(QT_TRANSLATE_NOOP("desk", "恢复码不对。"), field="code")
        checked_pin(pin, again)
        with self._work("member.recover") as work:
            self._set_pin(work, admin, pin, QT_TRANSLATE_NOOP("desk", "{name}用恢复码设了新的 PIN"))
        return found

    # people

    def add(self, entry: MemberEntry, pin: Secret, again: Secret) -> int:
        """Add a person, who typed the PIN themselves; return the id. Raises UserError."""
        checked_pin(pin, again)
        with self._work("member.add") as work:
            return self._put(work, entry, pin)

    def edit(self, member: int, entry: MemberEntry) -> None:
        """Change name, role or units; UserError where nobody would be left to administer the whole desk."""
        before = next(one for one in self.all() if one.id == member)
        name = self._checked_name(entry.name, member)
        if entry.role is not Role.ADMIN or entry.units:
            self._check_last(member)
        with self._work("member.edit") as work:
            execute(
                self._database,
                "UPDATE member SET name = ?, role = ?, staff_id = ?, units = ? WHERE id = ?",
                (name, entry.role, entry.staff, canonical(list(entry.units)), member),
            )
            sentence = QT_TRANSLATE_NOOP("desk", "修改使用人 {name}：{was}改为{role}")
            was, role = ROLE_TITLES[before.entry.role], ROLE_TITLES[entry.role]
            work.wrote("member", member, sentence, name=name, was=was, role=role)

    def end(self, member: int) -> None:
        """Let a person be at the desk no longer; their name stays with what they did."""
        self._check_last(member)
        with self._work("member.end") as work:
            execute(self._database, "UPDATE member SET state = 'ended' WHERE id = ?", (member,))
            work.wrote("member", member, QT_TRANSLATE_NOOP("desk", "{name}不再使用"), name=self._name(member))

    def reset_pin(self, member: int, pin: Secret, again: Secret) -> None:
        """Give a person a new PIN, typed by themselves before the administrator. Raises UserError."""
        checked_pin(pin, again)
        with self._work("member.pin") as work:
            self._set_pin(work, member, pin, QT_TRANSLATE_NOOP("desk", "重设了{name}的 PIN"))

    def change_pin(self, member: int, former: Secret, pin: Secret, again: Secret) -> None:
        """Change one's own PIN; UserError where the former one is wrong (field ``former``)."""
        checked_pin(pin, again)
        try:
            self.check_pin(member, former)
        except UserError as wrong:
            raise UserError(wrong.template, field="former", **wrong.values) from wrong
        with self._work("member.own_pin") as work:
            self._set_pin(work, member, pin, QT_TRANSLATE_NOOP("desk", "{name}改了自己的 PIN"))

    def _put(self, work: UnitOfWork, entry: MemberEntry, pin: Secret) -> int:
        name = self._checked_name(entry.name, None)
        units, hashed = canonical(list(entry.units)), kept(pin, self.cost)
        former = scalar(self._database, "SELECT id FROM member WHERE name = ? AND state = 'ended'", name)
        execute(
            self._database,
            "INSERT INTO member (id, name, staff_id, role, units, pin) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO "
            "UPDATE SET staff_id = excluded.staff_id, role = excluded.role, units = excluded.units, "
            "pin = excluded.pin, state = 'active', wrong = 0",
            (former, name, entry.staff, entry.role, units, hashed),
        )
        member = int(scalar(self._database, "SELECT id FROM member WHERE name = ?", name))
        sentence = QT_TRANSLATE_NOOP("desk", "加入使用人 {name}，{role}")
        work.wrote("member", member, sentence, name=name, role=ROLE_TITLES[entry.role])
        return member

    def _set_pin(self, work: UnitOfWork, member: int, pin: Secret, sentence: str) -> None:
        execute(self._database, "UPDATE member SET pin = ?, wrong = 0 WHERE id = ?", (kept(pin, self.cost), member))
        work.wrote("member", member, sentence, name=self._name(member))

    def _keep_code(self, code: Secret) -> None:
        execute(
            self._database,
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (CODE, kept(code, self.cost)),
        )

    def _checked_name(self, text: str, member: int | None) -> str:
        name = checked_line(text, QT_TRANSLATE_NOOP("desk", "姓名")).strip()
        if not name:
            raise UserError(QT_TRANSLATE_NOOP("desk", "姓名是空的。"), field="name")
        taken = scalar(
            self._database,
            "SELECT count(*) FROM member WHERE name = ? AND id <> ? AND (state = 'active' OR ?)",
            name, member or 0, int(member is not None),
        )  # fmt: skip
        if taken:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "已经有一位“{name}”，同名的加上部门以便区分。"), field="name", name=name
            )
        return name

    def _check_last(self, member: int) -> None:
        if [one.id for one in whole_company(self.active())] == [member]:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这是唯一管理全部单位的人，先让另一位做管理。"), field="role")

    def _name(self, member: int) -> str:
        return str(scalar(self._database, "SELECT name FROM member WHERE id = ?", member))


def whole_company(members: Sequence[Member]) -> tuple[Member, ...]:
    """Return those who administer the whole desk."""
    return tuple(one for one in members if one.entry.role is Role.ADMIN and not one.entry.units)


def _check_typed(code: Secret, typed: str) -> None:
    if typed_code(typed) != code.bare:
        raise UserError(QT_TRANSLATE_NOOP("desk", "和打印的恢复码不一样，照纸上的输入。"), field="code")
