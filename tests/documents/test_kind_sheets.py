"""Every application as paper under what people really write: nothing, too much, rare names."""

from __future__ import annotations

import pytest

from desk_mailadmin.documents.application_kind import FieldKind, sign_boxes
from desk_mailadmin.documents.pages import text_of_pdf
from tests.documents.test_application_kinds import KINDS, SHIPPED

DRAWN = sorted(form for form in KINDS if form != "account_application")
LONG = 10_000
REASONED = [
    (form, entry.key)
    for form in DRAWN
    for entry in KINDS[form].fields
    if entry.most == LONG and entry.key in SHIPPED[form].fields
]


def draw(renderer, library, form, when, **data):
    sample = library.sample(form) | data
    return renderer.render(library.form(form), sample, when=when, number=sample["number"], copy=1)


def flat(text):
    return "".join(text.split())


@pytest.mark.parametrize("form", DRAWN)
def test_an_ordinary_application_is_one_page(renderer, library, when, form):
    assert draw(renderer, library, form, when).pages == 1


@pytest.mark.parametrize("form", DRAWN)
def test_every_route_has_its_boxes_on_one_page(renderer, library, when, form):
    for route in KINDS[form].routes:
        boxes = sign_boxes(route.steps)
        sheet = draw(renderer, library, form, when, sign_boxes=boxes)
        text = flat(text_of_pdf(sheet.pdf))
        assert sheet.pages == 1, route.key
        assert all(flat(box["lead"]) in text for row in boxes for box in row)


@pytest.mark.parametrize(("form", "key"), REASONED)
def test_ten_thousand_characters_go_on_over_pages(renderer, library, when, form, key):
    sheet = draw(renderer, library, form, when, **{key: "因工作需要，" * (LONG // 6)})
    first, *others = text_of_pdf(sheet.pdf).split("\f")
    assert 4 <= sheet.pages <= 14
    assert all("续页" in page for page in others)
    assert sum(flat(page).count("工作需要") for page in (first, *others)) >= LONG // 6 - 20


@pytest.mark.parametrize("form", DRAWN)
def test_a_long_department_and_a_rare_name_are_printed_whole(renderer, library, when, form):
    dept = {"dept": "国际业务部" * 40} if "dept" in SHIPPED[form].fields else {}
    sheet = draw(renderer, library, form, when, name="王䶮", **dept)
    text = flat(text_of_pdf(sheet.pdf))
    assert "王䶮" in text
    assert sheet.pages <= 2
    assert text.count("国际业务部") >= (40 if dept else 0)


@pytest.mark.parametrize("form", DRAWN)
def test_what_is_not_filled_in_prints_empty(renderer, library, when, form):
    left = {
        entry.key: [] if entry.kind is FieldKind.CHOICES else ""
        for entry in KINDS[form].own_fields
        if entry.key in SHIPPED[form].optional
    }
    text = text_of_pdf(draw(renderer, library, form, when, **left).pdf)
    assert "None" not in text
    assert "{" not in text
