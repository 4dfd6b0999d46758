"""What a form declares that people apply for: fields, sign-off routes, deadline, numbers, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.clauses import cite


class FieldKind(StrEnum):
    """What an entry holds, from which its widget, its check and its text on paper follow."""

    PERSON = "person"  # whose application it is: picked from staff; fills in emp_no, name, dept, post
    COLLEAGUE = "colleague"  # another person of the company, kept as 姓名（工号）
    TEXT = "text"
    LONG_TEXT = "long_text"
    PHONE = "phone"
    MOBILE = "mobile"
    EXTENSION = "extension"  # an extension or a number, two to twelve digits
    ADDRESS = "address"  # a mail address proposed by the naming rule
    MAILBOX = "mailbox"  # a mailbox of this desk, by its address
    EMAIL = "email"  # any mail address, the company's or another's
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    MONEY = "money"  # fen, entered and printed in yuan
    DATE = "date"
    TIME = "time"  # 09:30


class Outcome(StrEnum):
    """What the program itself does once the signatures are there and the clerk has done the work."""

    OPEN_ACCOUNT = "open_account"  # a mailbox comes into being
    CHANGE_MAILBOX = "change_mailbox"  # a mailbox is changed, handed on, disabled, retained or restored
    RECORD = "record"  # nothing beyond noting what was done


MAILBOX_DEEDS = {
    "变更容量": "quota",
    "转移": "transfer",
    "停用": "disable",
    "注销": "retain",
    "恢复": "restore",
}
"""What the field ``action`` of a form with the outcome ``change_mailbox`` may offer, and what each does."""

DAYS = (
    "applications.open_days",
    "applications.sign_days",
    "applications.line_days",
    "applications.do_days",
    "applications.remind_days",
)
"""The settings, all working days, that a form may name for its deadline and its reminder."""

WORDS = ("secrecy.levels",)
"""The settings that hold the office's own words for the options of a form."""

NAMED_DAYS = ("entered_on", "today", "old_mail")
"""The days, beside the form's own, that bound a date."""

UNITS = ("headquarters", "branch", "any")
HAND_OVER = ("notice", "password", "device", "directory", "other")
"""What a receipt issued at the end of an application hands over."""


class Condition(Struct, frozen=True):
    """Holds where the entry ``field`` is (or, for several choices, contains) one of ``values``."""

    field: str
    values: tuple[str, ...]

    def holds(self, fields: Mapping[str, Any]) -> bool:
        """Say whether the condition holds for these values."""
        value = fields.get(self.field, "")
        given = value if isinstance(value, list | tuple | frozenset) else (str(value),)
        return any(one in self.values for one in given)


class EntryField(Struct, frozen=True):
    """One entry of the dialog.

    ``most`` is the longest text in characters, or the largest number (fen for money); ``least`` the smallest number;
    ``unit`` stands behind a number; ``when`` says under which entries it is asked at all; ``not_before`` names the
    date that this date may not precede (another entry, ``entered_on`` or ``today``), ``not_after`` the one it may not
    follow (``old_mail``: up to which mail may be cleared away that day, 000/4.1); ``titles`` are the office's own
    words for ``options``, which a setting named ``renamed_by`` holds; ``clause`` is where the demand comes from.
    """

    key: str
    label: str
    kind: FieldKind
    required: bool = False
    most: int = 200
    least: int = 0
    options: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    renamed_by: str = ""
    default: str = ""
    unit: str = ""
    hint: str = ""
    clause: str = ""
    not_before: str = ""
    not_after: str = ""
    when: Condition | None = None

    def is_asked(self, fields: Mapping[str, Any]) -> bool:
        """Say whether the entry applies, given the others."""
        return self.when is None or self.when.holds(fields)

    def title_of(self, option: str) -> str:
        """Return the office's word for an option."""
        return dict(zip(self.options, self.titles, strict=False)).get(option, option)


class SignStep(Struct, frozen=True):
    """One signature of a route: ``role`` is stored, ``title`` is what people read.

    ``lead`` stands in the box on the sheet (意见 if empty), ``seal`` draws the place for the seal; a step that signs
    elsewhere on the sheet (in the pledge) has no ``box``. ``when`` says for which entries it is asked.
    """

    role: str
    title: str
    clause: str = ""
    lead: str = ""
    seal: bool = False
    box: bool = True
    when: Condition | None = None


class Route(Struct, frozen=True):
    """The signatures in their order, for one kind of unit and the entries that ``when`` names (all must hold)."""

    key: str
    title: str
    steps: tuple[SignStep, ...]
    unit: str = "any"
    when: tuple[Condition, ...] = ()

    def steps_for(self, fields: Mapping[str, Any]) -> tuple[SignStep, ...]:
        """Return the signatures that these entries ask for."""
        return tuple(step for step in self.steps if step.when is None or step.when.holds(fields))


class Refusal(Struct, frozen=True):
    """Entries that are refused by the rules; the refusal itself is kept, with ``text`` and ``clause``.

    An office's own rule may have no clause: its text then stands alone.
    """

    when: Condition
    text: str
    clause: str = ""

    @property
    def sentence(self) -> str:
        """What is said of it, with its clause before the full stop, as in 禁止在网上发送（邮件制度 4.5.3）."""
        cited = f"（{cite(self.clause)}）" if self.clause else ""
        return f"{self.text.rstrip('。')}{cited}。"


class Term(Struct, frozen=True):
    """How long what was granted holds.

    ``start`` and ``until`` name the dates of the form (``until`` empty or not filled in: without end); ``end`` is what
    ending it is called (收回, 归还, 退订), ``end_note`` what the clerk then does. ``remind`` names the setting with the
    working days before the end on which 今日 speaks of it. ``renewable`` offers a new application for the time after.
    What ``outlives`` its person holds on though he left (a confidentiality agreement), all else is then to be ended.
    """

    start: str = ""
    until: str = ""
    end: str = "结束"
    end_note: str = ""
    remind: str = "applications.remind_days"
    clause: str = ""
    renewable: bool = False
    outlives: bool = False


class HandOver(Struct, frozen=True):
    """The receipt that is issued when the work is done: what is handed over, and the line that names it.

    ``when`` says for which entries there is one at all (a new password, but not for a lent account).
    """

    what: str
    subject: str
    when: Condition | None = None

    def is_due(self, fields: Mapping[str, Any]) -> bool:
        """Say whether these entries end in a handing over."""
        return self.when is None or self.when.holds(fields)


class ToDo(Struct, frozen=True):
    """Something to be ticked off before the deed, for the entries that ``when`` names."""

    text: str
    when: Condition


class ApplicationKind(Struct, frozen=True):
    """A kind of application.

    ``deadline`` names the setting with the working days from the last signature to the work (``deadline_days`` is the
    form's own figure, 0 for the office's usual one); where the entry ``due_by`` names a later day, the work is due on
    that day (a leaver's last, the end of a period of grace). ``deed`` is what the work is called, ``to_do`` what is
    ticked off (``to_do_when`` for some entries alone), ``completion`` what is entered then. ``subject`` is the line
    that says in lists what it is about; ``same`` names the entries that should not stand twice among what is on its way
    or in force. ``leavers`` lets an application name somebody who left; of a kind that ``everybody`` needs the program
    lists who has none.
    """

    prefix: str
    outcome: Outcome
    fields: tuple[EntryField, ...]
    routes: tuple[Route, ...]
    clause: str = ""
    subject: str = ""
    deed: str = "办理"
    to_do: tuple[str, ...] = ()
    to_do_when: tuple[ToDo, ...] = ()
    completion: tuple[EntryField, ...] = ()
    deadline: str = ""
    deadline_days: int = 0
    deadline_clause: str = ""
    due_by: str = ""
    same: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    term: Term | None = None
    hand_over: HandOver | None = None
    leavers: bool = False
    everybody: bool = False

    def ticks(self, fields: Mapping[str, Any]) -> tuple[str, ...]:
        """Return what is to be ticked off before the deed, given the entries."""
        return (*self.to_do, *(one.text for one in self.to_do_when if one.when.holds(fields)))

    def field(self, key: str) -> EntryField:
        """Return the entry of that key, of the form or of its completion; KeyError where there is none."""
        for entry in (*self.fields, *self.completion):
            if entry.key == key:
                return entry
        raise KeyError(key)

    @property
    def person(self) -> EntryField:
        """The entry that says whose application it is."""
        return next(entry for entry in self.fields if entry.kind is FieldKind.PERSON)

    @property
    def own_fields(self) -> tuple[EntryField, ...]:
        """Every entry but the person."""
        return tuple(entry for entry in self.fields if entry.kind is not FieldKind.PERSON)

    def route(self, key: str) -> Route:
        """Return the route of that key; KeyError where there is none."""
        for route in self.routes:
            if route.key == key:
                return route
        raise KeyError(key)

    def route_for(self, unit: str, fields: Mapping[str, Any]) -> Route | None:
        """Return the first route that fits the unit (headquarters or branch) and the entries, None where none does."""
        fitting = (route for route in self.routes if route.unit in ("any", unit))
        return next((route for route in fitting if all(one.holds(fields) for one in route.when)), None)

    def refused(self, fields: Mapping[str, Any]) -> Refusal | None:
        """Return the refusal that these entries meet, if one."""
        return next((one for one in self.refusals if one.when.holds(fields)), None)


BOXES_A_ROW = 3
"""Signature boxes that stand side by side; four would leave no room for an opinion."""


def sign_boxes(steps: Sequence[SignStep]) -> list[list[dict[str, Any]]]:
    """Return the signature boxes of these steps as the sheet draws them, in rows of equal share."""
    boxes = [{"lead": step.lead or f"{step.title}意见", "seal": step.seal} for step in steps if step.box]
    rows = max(1, -(-len(boxes) // BOXES_A_ROW))
    per_row = -(-len(boxes) // rows)
    return [boxes[start : start + per_row] for start in range(0, len(boxes), per_row or 1)]


PERSON_KEYS = frozenset({"name", "emp_no", "dept", "post", "unit", "number", "company"})
"""What a line may say of the person and the sheet, besides the form's own fields."""
