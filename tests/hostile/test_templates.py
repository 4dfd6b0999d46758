"""Wicked forms: refused in one sentence that names the place, or drawn as plain text; the program lives."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from desk_mailadmin.documents.fonts import PrintFonts
from desk_mailadmin.documents.library import Library
from desk_mailadmin.documents.own_forms import OwnForms
from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.documents.renderer import Renderer
from desk_mailadmin.documents.trial import FormTrial
from desk_mailadmin.kernel.errors import UserError
from tests.documents.conftest import WHEN
from tests.documents.own import RECEIPT, sample_of
from tests.hostile.templates import DRAWINGS, DRAWN, SAMPLES, SPECS, VALUES, _note

FORM = "account_receipt"
SOON = 5.0
"""Seconds of processor in the window's own process."""


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(PrintFonts())


@pytest.fixture
def own(tmp_path: Path, renderer: Renderer) -> OwnForms:
    return OwnForms(tmp_path / "forms", Library(("本台账", tmp_path / "forms"), trial=FormTrial(renderer, seconds=60)))


def refused(own: OwnForms, files: dict[str, bytes], folder: Path) -> str:
    start = time.process_time()
    with pytest.raises(UserError) as error:
        own.put(FORM, files)
    assert time.process_time() - start < SOON
    assert not (folder / "forms" / FORM).exists(), "what cannot be used is never written"
    said = str(error.value)
    assert "\n" not in said.rstrip()
    assert "Traceback" not in said
    return said


@pytest.mark.parametrize("name", SPECS)
def test_a_form_that_may_not_be_is_refused_with_its_place(name: str, own: OwnForms, tmp_path: Path):
    raw, says = SPECS[name]
    said = refused(own, {"form.toml": raw}, tmp_path)
    assert says in said
    assert said.startswith(f"{FORM}/form.toml") or "打不出" in said


@pytest.mark.parametrize("name", DRAWN)
def test_what_looks_like_a_command_is_drawn_as_it_stands(name: str, own: OwnForms, renderer: Renderer):
    form = own.put(FORM, {"form.toml": _note(DRAWN[name])})
    text = text_of_pdf(renderer.render(form, sample_of(FORM), when=WHEN).pdf)
    assert plain(DRAWN[name]) in plain(text)
    assert "root:" not in text


@pytest.mark.parametrize("name", VALUES)
def test_data_that_look_like_something_else_are_drawn_as_they_are(name: str, own: OwnForms, renderer: Renderer):
    form = own.put(FORM, {"form.toml": RECEIPT.encode()})
    text = text_of_pdf(renderer.render(form, {**sample_of(FORM), "dept": VALUES[name]}, when=WHEN).pdf)
    assert plain(VALUES[name]) in plain(text)


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_template_that_may_not_be_is_refused_with_its_place(name: str, own: OwnForms, tmp_path: Path):
    template, says = DRAWINGS[name]
    files = {"form.toml": RECEIPT.encode(), "form.typ": template.encode("utf-8", "surrogateescape")}
    said = refused(own, files, tmp_path)
    assert says in said
    assert said.startswith(f"{FORM}/form.typ")
    assert "root:" not in said


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_that_is_none_is_refused(name: str, own: OwnForms, tmp_path: Path):
    said = refused(own, {"form.toml": RECEIPT.encode(), "sample.json": SAMPLES[name]}, tmp_path)
    assert said.startswith(f"{FORM}/sample.json")


def test_a_mark_at_the_beginning_is_taken_off(own: OwnForms):
    assert own.put(FORM, {"form.toml": b"\xef\xbb\xbf" + RECEIPT.encode()}).spec.id == FORM


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, renderer: Renderer):
    (tmp_path / "forms" / FORM).mkdir(parents=True)
    (tmp_path / "elsewhere.toml").write_text(RECEIPT.replace("A/1", "X/9"), "utf-8")
    (tmp_path / "forms" / FORM / "form.toml").symlink_to(tmp_path / "elsewhere.toml")
    library = Library(("本台账", tmp_path / "forms"), trial=renderer.try_form)
    assert library.form(FORM).spec.rev == "A/1"
    assert any("它是链接" in str(problem) for problem in library.problems)


def test_a_whole_folder_of_them_leaves_the_shipped_forms_in_use(tmp_path: Path, renderer: Renderer):
    for at, (raw, _says) in enumerate(SPECS.values()):
        folder = tmp_path / "forms" / f"form_{at}"
        folder.mkdir(parents=True)
        (folder / "form.toml").write_bytes(raw)
    (tmp_path / "forms" / FORM).mkdir()
    (tmp_path / "forms" / FORM / "form.toml").write_bytes(SPECS["dunder"][0])
    library = Library(("本台账", tmp_path / "forms"), trial=renderer.try_form)
    assert library.form(FORM).origin == "随程序"
    assert len(library.problems) == len(SPECS) + 1


def test_there_are_at_least_25_kinds_of_them():
    assert len(SPECS) + len(DRAWINGS) + len(SAMPLES) >= 25


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)
