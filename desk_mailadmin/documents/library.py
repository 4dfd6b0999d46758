"""The forms of this desk: the shipped ones, with the office's and the desk's own files laid over them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk_mailadmin.documents.shapes import fault
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:  # what reads a form is imported with the first one (SPEED a)
    from desk_mailadmin.documents.form_spec import FormSpec

RENDERER = "_lib/office.typ"
_OWN_NUMBERS = range(90, 100)
_IMPORT = re.compile(r'(?:#?\b(?:import|include)\s*\(?\s*|package\s*:\s*)"\s*@|"@[a-z]+/')
_FORM_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Form:
    """A form ready to be rendered: its spec, its raw file, its renderer, and what both hash to."""

    spec: FormSpec
    raw: bytes
    template: bytes
    origin: str

    @property
    def sha256(self) -> str:
        """Return the hash of all that decides how the form is drawn; it is kept with every print."""
        return hashlib.sha256(self.raw + b"\0" + self.template).hexdigest()


@dataclass(frozen=True, slots=True)
class FormProblem:
    """An office's own form that cannot be used; the shipped one stands in for it."""

    form: str
    file: str
    diagnostic: str

    def __str__(self) -> str:
        return f"表单“{self.form}”用的是随程序的版本。{self.diagnostic}"


Trial = Callable[[Form, Mapping[str, Any]], None]
"""Draws a form once with its sample; raises UserError where it cannot."""


@dataclass(frozen=True, slots=True)
class _Layer:
    origin: str
    files: Mapping[str, bytes]


class Library:
    """All forms by id.

    ``overlays`` are folders laid over the shipped one, later ones win (office share, then this desk's ``forms/``); a
    folder that is not there counts as empty. Every overlaid form is drawn once with its sample (``trial``) before it
    is believed; ``problems`` names those that were not. Overlays are read at once, into memory: a share may vanish.
    """

    def __init__(self, *overlays: tuple[str, Path], trial: Trial, shipped: Path | None = None) -> None:
        self._trial = trial
        self._shipped_folder = shipped or asset_dir("forms")
        self._overlays = [_read_layer(origin, folder) for origin, folder in overlays]
        self._problems: list[FormProblem] = []
        self._read: dict[str, Form] = {}

    @property
    def problems(self) -> Sequence[FormProblem]:
        """Return the overlaid forms that could not be used."""
        _ = self._own
        return tuple(self._problems)

    @property
    def ids(self) -> Sequence[str]:
        """Return the ids of all forms."""
        return tuple(sorted({*_ids((self._shipped,)), *self._own}))

    def form(self, form_id: str) -> Form:
        """Return the form of that id; UserError where there is none."""
        if form_id in self._own:
            return self._own[form_id]
        if f"{form_id}/form.toml" not in self._shipped.files:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有表单“{form}”。"), form=form_id)
        return self._shipped_form(form_id)

    def by_number(self, number: int) -> Form | None:
        """Return the form with that kind number (as a QR names it), None where there is none."""
        forms = map(self.form, self.ids)
        return next((form for form in forms if form.spec.number == number != 0), None)

    def sample(self, form_id: str) -> dict[str, Any]:
        """Return the form's sample data, with the signature boxes its application asks for."""
        return _with_sign_boxes(self.form(form_id), self._samples(form_id, (self._shipped, *self._overlays)))

    @cached_property
    def _shipped(self) -> _Layer:
        return _read_layer("随程序", self._shipped_folder)

    def _shipped_form(self, form_id: str) -> Form:
        """Return a shipped form, read when it is first asked for: twenty of them would be felt at the start."""
        if form_id not in self._read:
            self._read[form_id] = _load(form_id, (self._shipped,))
        return self._read[form_id]

    @cached_property
    def _own(self) -> Mapping[str, Form]:
        """The overlaid forms that can be used."""
        if not any(layer.files for layer in self._overlays):
            return {}
        forms = {form_id: self._shipped_form(form_id) for form_id in _ids((self._shipped,))}
        redrawn = any(RENDERER in layer.files for layer in self._overlays)
        own: dict[str, Form] = {}
        for form_id in sorted({*_ids(self._overlays), *(forms if redrawn else ())}):
            if (usable := self._overlaid(form_id, forms)) is not None:
                forms[form_id] = own[form_id] = usable
        return own

    def _overlaid(self, form_id: str, forms: Mapping[str, Form]) -> Form | None:
        layers = (self._shipped, *self._overlays)
        try:
            form = _load(form_id, layers)
            _check_number(form, forms)
            self._trial(form, _with_sign_boxes(form, self._samples(form_id, layers)))
        except UserError as error:
            self._problems.append(FormProblem(form_id, f"{form_id}/form.toml", str(error)))
            return None
        return form

    @staticmethod
    def _samples(form_id: str, layers: Sequence[_Layer]) -> dict[str, Any]:
        raw = _topmost(f"{form_id}/sample.json", layers)
        try:
            sample = json.loads(raw.files[f"{form_id}/sample.json"]) if raw else None
        except (ValueError, RecursionError):
            sample = None
        if not isinstance(sample, dict):
            raise fault(
                f"{form_id}/sample.json",
                QT_TRANSLATE_NOOP("desk", "{place}：没有能用的样例，写一份 JSON 样例，每个栏目给一个值。"),
            )
        return sample


def _with_sign_boxes(form: Form, sample: dict[str, Any]) -> dict[str, Any]:
    application = form.spec.application
    if application is None:
        return sample
    from desk_mailadmin.documents.application_kind import sign_boxes
    from desk_mailadmin.documents.form_spec import SIGN_BOXES

    route = application.route_for("headquarters", sample) or application.routes[0]
    return {SIGN_BOXES: sign_boxes(route.steps_for(sample)), **sample}


def _read_layer(origin: str, folder: Path) -> _Layer:
    """Read a forms folder: only ``<id>/form.toml``, ``<id>/sample.json`` and the renderer, nothing by a link."""
    files: dict[str, bytes] = {}
    for path in (*folder.glob("*/form.toml"), *folder.glob("*/sample.json"), folder / RENDERER):
        name = path.relative_to(folder).as_posix()
        usable = name == RENDERER or _FORM_ID.fullmatch(path.parent.name)
        if usable and path.is_file() and not path.is_symlink() and not path.parent.is_symlink():
            files[name] = _read_capped(path)
    return _Layer(origin, files)


def _read_capped(path: Path) -> bytes:
    """Return at most one byte more than a form may have: enough for the reader to refuse it by its size."""
    from desk_mailadmin.documents.form_spec import FORM_BYTES

    try:
        with path.open("rb") as file:
            return file.read(FORM_BYTES + 1)
    except OSError:
        return b""


def _ids(layers: Iterable[_Layer]) -> list[str]:
    """Return the ids of the forms that one of the layers says something about."""
    return sorted({name.split("/")[0] for layer in layers for name in layer.files if name != RENDERER})


def _topmost(name: str, layers: Sequence[_Layer]) -> _Layer | None:
    return next((layer for layer in reversed(layers) if name in layer.files), None)


def _load(form_id: str, layers: Sequence[_Layer]) -> Form:
    from desk_mailadmin.documents.form_spec import read_form

    file = f"{form_id}/form.toml"
    layer, drawn_by = _topmost(file, layers), _topmost(RENDERER, layers)
    if layer is None or drawn_by is None:
        raise fault(file, QT_TRANSLATE_NOOP("desk", "{place}：没有这个文件，从随程序的表单复制一份。"))
    template = drawn_by.files[RENDERER]
    if not template.strip():
        raise fault(RENDERER, QT_TRANSLATE_NOOP("desk", "{place}：是空的，画出来是白纸，从随程序的表单复制一份。"))
    _refuse_imports(template)
    spec = read_form(layer.files[file], file)
    if spec.id != form_id:
        raise fault(
            file,
            QT_TRANSLATE_NOOP("desk", "{place}：id 是“{id}”，应当和文件夹同名：{folder}。"),
            id=spec.id,
            folder=form_id,
        )
    return Form(spec, layer.files[file], template, layer.origin)


def _refuse_imports(template: bytes) -> None:
    """Refuse packages before Typst sees them: it would ask the network for them."""
    from desk_mailadmin.documents.form_spec import FORM_BYTES

    text = template.decode("utf-8", "replace")
    if len(template) > FORM_BYTES or "@preview" in text or _IMPORT.search(text):
        raise fault(
            RENDERER,
            QT_TRANSLATE_NOOP("desk", "{place}：引用了外部程序包或过大，去掉以 @ 开头的 import。"),
        )


def _check_number(form: Form, forms: Mapping[str, Form]) -> None:
    """An office's own form takes 90 to 99, a changed shipped one keeps its number: else a QR would lead astray."""
    shipped = forms.get(form.spec.id)
    allowed = {shipped.spec.number} if shipped else {0, *_OWN_NUMBERS}
    taken = {other.spec.number for other in forms.values() if other.spec.id != form.spec.id} - {0}
    if form.spec.number not in allowed - taken:
        raise fault(
            f"{form.spec.id}/form.toml › number",
            QT_TRANSLATE_NOOP(
                "desk", "{place}：不能是 {number}，自己的表单用 90 到 99 中没用过的号，改动随程序的表单时保留原号。"
            ),
            number=form.spec.number,
        )
