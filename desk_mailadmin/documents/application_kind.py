"""What a form declares that an applicant fills in and people sign off: fields, routes, deadline, numbers, outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desk_mailadmin.documents.shapes import KEY, Flag, ListOf, OneOf, Shape, Text, Whole, fault, table
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


class FieldKind(StrEnum):
    """What an entry holds, from which its widget and its check follow."""

    PERSON = "person"  # picked from staff; fills in emp_no, name, dept, post
    TEXT = "text"
    LONG_TEXT = "long_text"
    PHONE = "phone"
    MOBILE = "mobile"
    ADDRESS = "address"  # a mail address proposed by the naming rule
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    DATE = "date"


OUTCOMES = ("open_account", "record")
"""What happens when the last signature is there: ``record`` only marks the application as done."""


@dataclass(frozen=True, slots=True)
class EntryField:
    """One entry of the dialog.

    ``most`` is the longest text in characters, or the largest number; ``least`` the smallest number; ``source`` names
    what of the chosen person fills it in (then it is not typed over); ``clause`` is where the demand comes from.
    """

    key: str
    label: str
    kind: FieldKind
    required: bool = False
    most: int = 200
    least: int = 0
    options: tuple[str, ...] = ()
    default: str = ""
    source: str = ""
    unit: str = ""
    hint: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class SignStep:
    """One signature of a route: ``role`` is stored, ``title`` is what people read."""

    role: str
    title: str
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """The signatures in their order, for one kind of unit (``headquarters``, ``branch``)."""

    key: str
    title: str
    steps: tuple[SignStep, ...]


@dataclass(frozen=True, slots=True)
class ApplicationKind:
    """A kind of application; ``deadline_days`` counts working days from the last signature, 0 for none."""

    prefix: str
    outcome: str
    fields: tuple[EntryField, ...]
    routes: tuple[Route, ...]
    deadline_days: int = 0

    def field(self, key: str) -> EntryField:
        """Return the entry of that key; KeyError where there is none."""
        for entry in self.fields:
            if entry.key == key:
                return entry
        raise KeyError(key)

    def route(self, key: str) -> Route:
        """Return the route of that key; KeyError where there is none."""
        for route in self.routes:
            if route.key == key:
                return route
        raise KeyError(key)


_CLAUSE = Text(40, pattern=r"\d{3}/.+", example="000/3.0")
_FIELD = table(
    {"key": KEY, "label": Text(12), "kind": OneOf(tuple(FieldKind))},
    required=Flag(),
    most=Whole(1, 10_000_000),
    least=Whole(0, 10_000_000),
    options=ListOf(Text(20), 20),
    default=Text(200),
    source=KEY,
    unit=Text(8),
    hint=Text(80),
    clause=_CLAUSE,
)
_STEP = table({"role": KEY, "title": Text(20)}, clause=_CLAUSE)
_ROUTE = table({"key": KEY, "title": Text(20), "steps": ListOf(_STEP, 9)})
APPLICATION: Shape = table(
    {
        "prefix": Text(4, pattern="[A-Z]{2,4}", example="YJ"),
        "outcome": OneOf(OUTCOMES),
        "fields": ListOf(_FIELD),
        "routes": ListOf(_ROUTE, 6),
    },
    deadline_days=Whole(0, 60),
)


def read_application(body: Mapping[str, Any], place: str) -> ApplicationKind:
    """Return the application part of a form that has its shape; FormFault for doubled keys or a choice of nothing."""
    fields = tuple(
        EntryField(**{**entry, "kind": FieldKind(entry["kind"]), "options": tuple(entry.get("options", ()))})
        for entry in body["fields"]
    )
    routes = tuple(
        Route(route["key"], route["title"], tuple(SignStep(**step) for step in route["steps"]))
        for route in body["routes"]
    )
    _once([entry.key for entry in fields], f"{place} › fields")
    _once([route.key for route in routes], f"{place} › routes")
    for route in routes:
        _once([step.role for step in route.steps], f"{place} › routes › {route.key}")
    _choices_have_options(fields, place)
    return ApplicationKind(body["prefix"], body["outcome"], fields, routes, body.get("deadline_days", 0))


def _once(keys: list[str], place: str) -> None:
    for key in keys:
        if keys.count(key) > 1:
            raise fault(
                place,
                QT_TRANSLATE_NOOP("desk", "{place}：“{key}”写了两次，去掉一个或改名。"),
                key=key,
            )


def _choices_have_options(fields: tuple[EntryField, ...], place: str) -> None:
    for entry in fields:
        if (entry.kind in (FieldKind.CHOICE, FieldKind.CHOICES)) != bool(entry.options):
            raise fault(
                f"{place} › fields › {entry.key}",
                QT_TRANSLATE_NOOP("desk", "{place}：选项不对，选择项要写 options，其他栏目不写。"),
            )
