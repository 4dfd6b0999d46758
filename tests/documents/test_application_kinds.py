"""Every shipped kind of application as data: no entry without a route or a refusal, every told case possible."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from desk_mailadmin.documents.application_kind import Condition, FieldKind, HandOver
from desk_mailadmin.documents.form_spec import read_form
from desk_mailadmin.kernel.paths import asset_dir

CASES = Path(__file__).parents[1] / "journeys" / "kinds"
SHIPPED = {
    path.parent.name: read_form(path.read_bytes(), path.parent.name)
    for path in sorted(asset_dir("forms").glob("*/form.toml"))
}
KINDS = {form: spec.application for form, spec in SHIPPED.items() if spec.application}
TOLD = [
    pytest.param(file.stem, case, id=f"{file.stem}: {case['title']}")
    for file in sorted(CASES.glob("*.json"))
    for case in json.loads(file.read_text("utf-8"))
]


def entries(kind):
    """Return every combination of the choices that routes and refusals speak of, as the dialog lets them be made."""
    speaks = {one.field for route in kind.routes for one in route.when} | {one.when.field for one in kind.refusals}
    speaks |= {entry.when.field for entry in kind.fields if entry.key in speaks and entry.when}
    choices = [entry for entry in kind.fields if entry.key in speaks]
    for chosen in itertools.product(*(entry.options for entry in choices)):
        given = {}
        for entry, option in zip(choices, chosen, strict=True):
            if entry.is_asked(given):
                given[entry.key] = option
        yield given


def wanted(entry, given):
    return entry.required and entry.kind is not FieldKind.PERSON and entry.is_asked(given)


@pytest.mark.parametrize("form", KINDS)
def test_every_entry_finds_a_route_or_a_refusal(form):
    kind = KINDS[form]
    for unit, given in itertools.product(("headquarters", "branch"), entries(kind)):
        route = kind.route_for(unit, given)
        assert kind.refused(given) or (route and route.steps_for(given)), (unit, given)


@pytest.mark.parametrize("form", KINDS)
def test_conditions_are_asked_before_what_hangs_on_them(form):
    kind = KINDS[form]
    for fields in (kind.fields, (*kind.fields, *kind.completion)):
        keys = [entry.key for entry in fields]
        assert all(keys.index(entry.when.field) < keys.index(entry.key) for entry in fields if entry.when)


@pytest.mark.parametrize("form", KINDS)
def test_what_may_be_missing_on_the_sheet_is_said(form):
    spec, kind = SHIPPED[form], KINDS[form]
    may = {entry.key for entry in kind.fields if entry.when or not entry.required} | {
        one.key for one in kind.completion
    }
    assert may & spec.fields <= spec.optional


@pytest.mark.parametrize("form", KINDS)
def test_names_of_people_may_be_drawn_with_this_machines_fonts(form):
    spec, kind = SHIPPED[form], KINDS[form]
    people = {entry.key for entry in (*kind.fields, *kind.completion) if entry.kind is FieldKind.COLLEAGUE} | {"name"}
    assert people & spec.fields <= spec.names


@pytest.mark.parametrize("form", KINDS)
def test_what_the_work_is_due_by_is_a_date(form):
    kind = KINDS[form]
    assert not kind.due_by or kind.field(kind.due_by).kind is FieldKind.DATE


@pytest.mark.parametrize(("form", "case"), TOLD)
def test_a_told_case_is_possible_and_goes_its_way(form, case):
    kind, given = KINDS[form], case["fields"]
    known = {entry.key: entry for entry in kind.own_fields}
    assert given.keys() <= known.keys()
    assert all(given.get(entry.key) for entry in known.values() if wanted(entry, given))
    assert all(known[key].is_asked(given) for key in given)
    for key, value in given.items():
        assert not known[key].options or {*(value if isinstance(value, list) else [value])} <= {*known[key].options}
    if case["ends"] == "refused":
        assert kind.refused(given)
        return
    assert not kind.refused(given)
    assert [step.role for step in kind.route_for(case["unit"], given).steps_for(given)] == case["roles"]
    done = {**given, **case["completion"]}
    assert case["completion"].keys() <= {entry.key for entry in kind.completion}
    assert all(done.get(entry.key) for entry in kind.completion if wanted(entry, done))
    holds = kind.term is not None and (not kind.term.start or bool(done.get(kind.term.start)))
    assert (case["ends"] == "in_force") == holds


@pytest.mark.parametrize("form", sorted({file.stem for file in CASES.glob("*.json")}))
def test_every_route_and_every_refusal_is_told(form):
    kind, cases = KINDS[form], json.loads((CASES / f"{form}.json").read_text("utf-8"))
    ways = [(case, kind.refused(case["fields"])) for case in cases]
    gone = {kind.route_for(case["unit"], case["fields"]).key for case, refusal in ways if refusal is None}
    assert gone == {route.key for route in kind.routes}
    assert [one for one in kind.refusals if one not in [refusal for _, refusal in ways]] == []


def test_a_handing_over_may_depend_on_the_entries():
    password = HandOver("password", "新密码", Condition("anomaly", ("忘记密码", "被盗用")))
    assert password.is_due({"anomaly": "忘记密码"})
    assert not password.is_due({"anomaly": "借给他人"})
    assert HandOver("notice", "通知").is_due({})
