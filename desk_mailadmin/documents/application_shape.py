"""The ``[application]`` part of a ``form.toml``: its shape, and how it becomes an application kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk_mailadmin.documents.application_kind import (
    DAYS,
    HAND_OVER,
    MAILBOX_DEEDS,
    NAMED_DAYS,
    PERSON_KEYS,
    UNITS,
    WORDS,
    ApplicationKind,
    Condition,
    EntryField,
    FieldKind,
    HandOver,
    Outcome,
    Refusal,
    Route,
    SignStep,
    Term,
    ToDo,
)
from desk_mailadmin.documents.shapes import (
    KEY,
    Flag,
    ListOf,
    OneOf,
    Shape,
    Text,
    TextOrTexts,
    Whole,
    fault,
    placeholders,
    table,
)
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_CLAUSE = Text(60, pattern=r"\d{3}/.+|", example="000/3.0")
_IS = TextOrTexts(Text(40), 20)
_CONDITION = table({"field": KEY, "is": _IS})
_FIELD = table(
    {"key": KEY, "label": Text(12), "kind": OneOf(tuple(FieldKind))},
    required=Flag(),
    most=Whole(1, 10_000_000),
    least=Whole(0, 10_000_000),
    options=ListOf(Text(20), 20),
    renamed_by=OneOf(WORDS),
    default=Text(200),
    unit=Text(8),
    hint=Text(80),
    clause=_CLAUSE,
    not_before=KEY,
    not_after=KEY,
    when=_CONDITION,
)
_STEP = table({"role": KEY, "title": Text(20)}, clause=_CLAUSE, lead=Text(30), seal=Flag(), box=Flag(), when=_CONDITION)
_ROUTE = table(
    {"key": KEY, "title": Text(30), "steps": ListOf(_STEP, 9)}, unit=OneOf(UNITS), when=ListOf(_CONDITION, 4)
)
_SETTING = OneOf(DAYS)
APPLICATION: Shape = table(
    {
        "prefix": Text(4, pattern="[A-Z]{2,4}", example="YJ"),
        "outcome": OneOf(tuple(Outcome)),
        "fields": ListOf(_FIELD),
        "routes": ListOf(_ROUTE, 12),
    },
    clause=_CLAUSE,
    subject=Text(120, filled=True),
    deed=Text(8),
    to_do_when=ListOf(table({"text": Text(60, filled=True), "field": KEY, "is": ListOf(Text(40), 20)}), 8),
    to_do=ListOf(Text(60, filled=True), 8),
    completion=ListOf(_FIELD, 12),
    deadline=_SETTING,
    deadline_days=Whole(0, 60),
    deadline_clause=_CLAUSE,
    due_by=KEY,
    same=ListOf(KEY, 4),
    refusals=ListOf(table({"field": KEY, "is": _IS, "text": Text(120)}, clause=_CLAUSE), 6),
    term=table(
        {},
        start=KEY,
        until=KEY,
        end=Text(8),
        end_note=Text(80),
        remind=_SETTING,
        clause=_CLAUSE,
        renewable=Flag(),
        outlives=Flag(),
    ),
    hand_over=table({"what": OneOf(HAND_OVER), "subject": Text(120, filled=True)}, when=_CONDITION),
    leavers=Flag(),
    everybody=Flag(),
)


def read_application(body: Mapping[str, Any], place: str) -> ApplicationKind:
    """Return the application part of a form that has its shape.

    Raises FormFault for keys written twice, a choice of nothing, no person or two, and names of fields that do not
    exist.
    """
    fields, completion = (tuple(_field(one) for one in body.get(part, ())) for part in ("fields", "completion"))
    routes = tuple(_route(one) for one in body["routes"])
    _once([entry.key for entry in (*fields, *completion)], f"{place} › fields")
    _once([route.key for route in routes], f"{place} › routes")
    for route in routes:
        _once([step.role for step in route.steps], f"{place} › routes › {route.key}")
    _choices_have_options((*fields, *completion), place)
    _one_person(fields, place)
    plain = {key: body[key] for key in _PLAIN if key in body}
    kind = ApplicationKind(
        outcome=Outcome(body["outcome"]),
        fields=fields,
        routes=routes,
        completion=completion,
        to_do=tuple(body.get("to_do", ())),
        to_do_when=tuple(ToDo(one["text"], _condition(one)) for one in body.get("to_do_when", ())),
        same=tuple(body.get("same", ())),
        refusals=tuple(
            Refusal(_condition(one), one["text"], one.get("clause", "")) for one in body.get("refusals", ())
        ),
        term=Term(**body["term"]) if "term" in body else None,
        hand_over=HandOver(**_optional(body["hand_over"])) if "hand_over" in body else None,
        **plain,
    )
    _names_exist(kind, place)
    _has_what_its_outcome_needs(kind, place)
    return kind


_PLAIN = (
    "prefix",
    "clause",
    "subject",
    "deed",
    "deadline",
    "deadline_days",
    "deadline_clause",
    "due_by",
    "leavers",
    "everybody",
)


def _condition(body: Mapping[str, Any]) -> Condition:
    values = body["is"]
    return Condition(body["field"], (values,) if isinstance(values, str) else tuple(values))


def _optional(body: Mapping[str, Any]) -> dict[str, Any]:
    return {**body, "when": _condition(body["when"])} if "when" in body else dict(body)


def _field(body: Mapping[str, Any]) -> EntryField:
    given = {**_optional(body), "kind": FieldKind(body["kind"]), "options": tuple(body.get("options", ()))}
    return EntryField(**given)


def _route(body: Mapping[str, Any]) -> Route:
    steps = tuple(SignStep(**_optional(step)) for step in body["steps"])
    when = tuple(_condition(one) for one in body.get("when", ()))
    return Route(body["key"], body["title"], steps, body.get("unit", "any"), when)


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


def _one_person(fields: tuple[EntryField, ...], place: str) -> None:
    if sum(entry.kind is FieldKind.PERSON for entry in fields) != 1:
        raise fault(
            f"{place} › fields",
            QT_TRANSLATE_NOOP("desk", "{place}：要有一个、也只能有一个 person 栏目，写明是谁的申请。"),
        )


def _names_exist(kind: ApplicationKind, place: str) -> None:
    """Raise FormFault for a condition, a date, a sameness or a line that speaks of a field the form has not."""
    known = {entry.key for entry in (*kind.fields, *kind.completion)}
    conditions = [one.when for one in (*kind.fields, *kind.completion) if one.when]
    conditions += [one.when for one in kind.refusals] + [one.when for one in kind.to_do_when]
    conditions += [kind.hand_over.when] if kind.hand_over and kind.hand_over.when else []
    for route in kind.routes:
        conditions += [*route.when, *(step.when for step in route.steps if step.when)]
    for condition in conditions:
        _known(condition.field, known, f"{place} › when")
        _offered(condition, kind, place)
    for entry in (*kind.fields, *kind.completion):
        for limit in ("not_before", "not_after"):
            _known(getattr(entry, limit), known | {"", *NAMED_DAYS}, f"{place} › fields › {entry.key} › {limit}")
    _known(kind.due_by, known | {""}, f"{place} › due_by")
    for key in kind.same:
        _known(key, known, f"{place} › same")
    if kind.term:
        _known(kind.term.start, known | {""}, f"{place} › term › start")
        _known(kind.term.until, known | {""}, f"{place} › term › until")
    lines = [kind.subject, *kind.to_do, *(one.text for one in kind.to_do_when)]
    lines += [kind.hand_over.subject] if kind.hand_over else []
    for key in sorted(placeholders(lines)):
        _known(key, known | PERSON_KEYS, f"{place} › subject")


def _has_what_its_outcome_needs(kind: ApplicationKind, place: str) -> None:
    """Raise FormFault for an outcome that has nothing to work on."""
    known = {entry.key for entry in kind.fields}
    needed = {Outcome.OPEN_ACCOUNT: ("address",), Outcome.CHANGE_MAILBOX: ("mailbox", "action")}
    for key in needed.get(kind.outcome, ()):
        if key not in known:
            raise fault(
                f"{place} › outcome",
                QT_TRANSLATE_NOOP("desk", "{place}：办完后要用到“{key}”这一栏，表里没有。"),
                key=key,
            )
    if kind.outcome is Outcome.CHANGE_MAILBOX:
        for option in kind.field("action").options:
            if option not in MAILBOX_DEEDS:
                raise fault(
                    f"{place} › fields › action",
                    QT_TRANSLATE_NOOP("desk", "{place}：不认识“{option}”，可以有 {options}。"),
                    option=option,
                    options="、".join(MAILBOX_DEEDS),
                )


def _known(key: str, known: set[str] | frozenset[str], place: str) -> None:
    if key not in known:
        raise fault(
            place,
            QT_TRANSLATE_NOOP("desk", "{place}：没有“{key}”这一栏，有 {keys}。"),
            key=key,
            keys="、".join(sorted(known - {""})),
        )


def _offered(condition: Condition, kind: ApplicationKind, place: str) -> None:
    options = kind.field(condition.field).options
    for value in condition.values:
        if options and value not in options:
            raise fault(
                f"{place} › when › {condition.field}",
                QT_TRANSLATE_NOOP("desk", "{place}：没有“{value}”这个选项，有 {options}。"),
                value=value,
                options="、".join(options),
            )
