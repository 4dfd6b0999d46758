"""The forms of this desk: the shipped ones, with the office's and the desk's own files laid over them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.documents.form_layers import (
    RENDERER,
    SAMPLE,
    SPEC,
    TEMPLATE,
    Layer,
    ids_in,
    read_layer,
    topmost,
)
from desk_mailadmin.documents.shapes import FormFault, fault
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:  # what reads a form is imported with the first one (SPEED a)
    from desk_mailadmin.documents.form_spec import FormSpec


class Form(Struct, frozen=True):
    """A form ready to be rendered: its spec, its raw file, its renderer, and what both hash to.

    ``drawn_by`` is the file of its renderer: the library's, or the form's own ``form.typ``; ``is_foreign`` says that
    it did not come with the program.
    """

    spec: FormSpec
    raw: bytes
    template: bytes
    origin: str
    drawn_by: str = RENDERER
    is_foreign: bool = False

    @property
    def sha256(self) -> str:
        """Return the hash of all that decides how the form is drawn; it is kept with every print."""
        return hashlib.sha256(self.raw + b"\0" + self.template).hexdigest()


class FormProblem(Struct, frozen=True):
    """An office's own form that cannot be used; the shipped one, if there is one, stands in for it.

    ``line`` is where in the file (0: nowhere in particular), ``title`` what the shipped form is called. ``form`` is
    empty where it is the folder itself that cannot be used, or one in it that can be no form.
    """

    form: str
    file: str
    diagnostic: str
    line: int = 0
    title: str = ""

    def __str__(self) -> str:
        if not self.form:
            return self.diagnostic
        stands_in = "用的是随程序的版本" if self.title else "用不了"
        return f"表单“{self.title or self.form}”{stands_in}。{self.diagnostic}"


class BaseChange(Struct, frozen=True):
    """An office's own version whose shipped form is another one since an upgrade; the own version stays in use."""

    form: str
    title: str
    base_rev: str
    shipped_rev: str

    def __str__(self) -> str:
        news = f"随程序的表单“{self.title}”已改为 {self.shipped_rev}"
        same = f"随程序的表单“{self.title}”（{self.shipped_rev}）的内容有改动"
        return f"{same if self.base_rev == self.shipped_rev else news}，本单位的版本依据 {self.base_rev}，继续使用。"


Trial = Callable[[Form, Mapping[str, Any]], None]
"""Draws a form once with its sample; raises UserError where it cannot."""


class Library:
    """All forms by id.

    ``overlays`` are folders laid over the shipped one, later ones win (office share, then this desk's ``forms/``); a
    folder that is not there counts as empty. Every overlaid form is drawn once with its sample (``trial``) before it
    is believed; ``problems`` names those that were not. Overlays are read at once, into memory: a share may vanish.
    ``prefixes`` are number prefixes of the program that no form may take. ``generation`` grows with every ``reload``.
    """

    def __init__(
        self,
        *overlays: tuple[str, Path],
        trial: Trial,
        shipped: Path | None = None,
        prefixes: Iterable[str] = (),
    ) -> None:
        self._trial = trial
        self._shipped_folder = shipped or asset_dir("forms")
        self._places = overlays
        self._prefixes = frozenset(prefixes)
        self._read: dict[str, Form] = {}
        self.generation = 0
        self._read_overlays()

    def reload(self) -> None:
        """Read the overlays anew: what was changed in them is in use from here on."""
        self._read_overlays()
        for kept in ("_own", "_outdated"):
            self.__dict__.pop(kept, None)
        self.generation += 1

    def read_again(self) -> bool:
        """Reload if the overlays hold something else than what was read of them; say whether they did."""
        now = [read_layer(origin, folder) for origin, folder in self._places]
        if [(one.files, *map(str, one.faults)) for one in now] == [
            (one.files, *map(str, one.faults)) for one in self._overlays
        ]:
            return False
        self.reload()
        return True

    @property
    def problems(self) -> Sequence[FormProblem]:
        """Return the overlaid forms that could not be used."""
        _ = self._own
        faults = [(str(fault), fault) for layer in self._overlays for fault in layer.faults]
        return (*(FormProblem("", str(fault.values["place"]), said) for said, fault in faults), *self._problems)

    @property
    def outdated(self) -> Sequence[BaseChange]:
        """Return the own versions whose shipped form is not the one they were made from."""
        return self._outdated

    @property
    def ids(self) -> Sequence[str]:
        """Return the ids of all forms."""
        return tuple(sorted({*ids_in((self._shipped,)), *self._own}))

    def form(self, form_id: str) -> Form:
        """Return the form of that id; UserError where there is none."""
        found = self._own.get(form_id) or self.shipped(form_id)
        if found is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有表单“{form}”。"), form=form_id)
        return found

    def shipped(self, form_id: str) -> Form | None:
        """Return the form as it came with the program, None for an office's own.

        It is read when it is first asked for: twenty of them would be felt at the start.
        """
        if form_id not in self._read and f"{form_id}/{SPEC}" in self._shipped.files:
            self._read[form_id] = _load(form_id, (self._shipped,))
        return self._read.get(form_id)

    def shipped_files(self, form_id: str) -> Mapping[str, bytes]:
        """Return the files of a shipped form by their bare name; empty for an office's own."""
        return self._shipped.of(form_id)

    def own_files(self, form_id: str) -> Mapping[str, bytes]:
        """Return what the last overlay (this desk) has of a form, usable or not, by bare name."""
        return self._overlays[-1].of(form_id) if self._overlays else {}

    @property
    def own_ids(self) -> Sequence[str]:
        """Return the ids of which the last overlay (this desk) has files, usable or not."""
        return ids_in(self._overlays[-1:])

    def by_number(self, number: int) -> Form | None:
        """Return the form with that kind number (as a QR names it), None where there is none."""
        forms = map(self.form, self.ids)
        return next((form for form in forms if form.spec.number == number != 0), None)

    @property
    def prefixes(self) -> frozenset[str]:
        """Return the number prefixes in use, which a new kind of application may not have."""
        kinds = [self.form(form_id).spec.application for form_id in self.ids]
        return self._prefixes | {kind.prefix for kind in kinds if kind}

    def sample(self, form_id: str) -> dict[str, Any]:
        """Return the form's sample data, with the signature boxes its application asks for."""
        return self._sample_of(self.form(form_id).spec, self._layers)

    def known_data(self, spec: FormSpec) -> frozenset[str] | None:
        """Return the data a form of this id may name, None where only its own sample can say."""
        from desk_mailadmin.documents.form_checks import known_data

        shipped = self.shipped(spec.id)
        base = self._samples(spec.id, (self._shipped,) if shipped else self._layers, needed=False)
        return known_data(spec, shipped.spec if shipped else None, base)

    def judged(self, form_id: str, files: Mapping[str, bytes], *, draw: bool = True) -> tuple[Form, dict[str, Any]]:
        """Return the form these files would make over the shipped one, and the sample it was drawn with.

        Nothing is written. Raises FormFault or UserError with all that is wrong with it; ``draw`` draws it, too.
        """
        layers = (self._shipped, *self._overlays[:-1], Layer("本台账", {}).with_form(form_id, files))
        form = self._checked(form_id, layers, [self.form(other) for other in self.ids])
        sample = self._sample_of(form.spec, layers)
        if draw:
            self._trial(form, sample)
        return form, sample

    @cached_property
    def _shipped(self) -> Layer:
        return read_layer("随程序", self._shipped_folder)

    @property
    def _layers(self) -> tuple[Layer, ...]:
        return (self._shipped, *self._overlays)

    @cached_property
    def _own(self) -> Mapping[str, Form]:
        """The overlaid forms that can be used."""
        if not any(layer.files for layer in self._overlays):
            return {}
        forms = {form_id: form for form_id in ids_in((self._shipped,)) if (form := self.shipped(form_id))}
        redrawn = any(RENDERER in layer.files for layer in self._overlays)
        own: dict[str, Form] = {}
        for form_id in sorted({*ids_in(self._overlays), *(forms if redrawn else ())}):
            if (usable := self._overlaid(form_id, forms.values())) is not None:
                forms[form_id] = own[form_id] = usable
        return own

    @cached_property
    def _outdated(self) -> Sequence[BaseChange]:
        found = []
        for form_id, form in self._own.items():
            shipped, spec = self.shipped(form_id), form.spec
            if shipped and spec.base_sha256 and spec.base_sha256 != hashlib.sha256(shipped.raw).hexdigest():
                found.append(BaseChange(form_id, shipped.spec.title, spec.base_rev, shipped.spec.rev))
        return tuple(found)

    def _read_overlays(self) -> None:
        self._overlays = [read_layer(origin, folder) for origin, folder in self._places]
        self._problems: list[FormProblem] = []

    def _overlaid(self, form_id: str, forms: Iterable[Form]) -> Form | None:
        try:
            form = self._checked(form_id, self._layers, forms)
            self._trial(form, self._sample_of(form.spec, self._layers))
        except UserError as error:
            line = error.line if isinstance(error, FormFault) else 0
            known = self.shipped(form_id)
            title = known.spec.title if known else ""
            self._problems.append(FormProblem(form_id, _file_of(error, form_id), str(error), line, title))
            return None
        return form

    def _checked(self, form_id: str, layers: Sequence[Layer], forms: Iterable[Form]) -> Form:
        """Return the form the layers make of that id, if it keeps to all that an own form must."""
        from desk_mailadmin.documents import form_checks as checks
        from desk_mailadmin.documents.form_spec import placed

        form = _load(form_id, layers)
        file, shipped = f"{form_id}/{SPEC}", self.shipped(form_id)
        base = shipped.spec if shipped else None
        others = [other.spec for other in forms if other.spec.id != form_id]
        try:
            checks.check_number(form.spec, base, others, file)
            checks.check_entries(form.spec, base, file)
            checks.check_prefix(form.spec, base, others, self._prefixes, file)
        except FormFault as found:
            raise placed(found, form.raw, file) from None
        checks.check_data(form.spec, self.known_data(form.spec), form.raw, file)
        return replace(form, spec=replace(form.spec, optional=checks.may_be_missing(form.spec, base)))

    def _sample_of(self, spec: FormSpec, layers: Sequence[Layer]) -> dict[str, Any]:
        """Return the sample, with a stand-in for every entry it does not know yet and the boxes of the signatures."""
        sample = self._samples(spec.id, layers)
        if spec.application is None:
            return sample
        from desk_mailadmin.documents.application_kind import sign_boxes
        from desk_mailadmin.documents.form_spec import SIGN_BOXES

        kind = spec.application
        given = {entry.key: entry.default or entry.label for entry in (*kind.fields, *kind.completion)} | sample
        route = kind.route_for("headquarters", given) or kind.routes[0]
        return {SIGN_BOXES: sign_boxes(route.steps_for(given)), **given}

    @staticmethod
    def _samples(form_id: str, layers: Sequence[Layer], *, needed: bool = True) -> dict[str, Any]:
        raw = topmost(f"{form_id}/{SAMPLE}", layers)
        try:
            sample = json.loads(raw.files[f"{form_id}/{SAMPLE}"]) if raw else None
        except (ValueError, RecursionError):
            sample = None
        if not isinstance(sample, dict):
            if not needed:
                return {}
            raise fault(
                f"{form_id}/{SAMPLE}",
                QT_TRANSLATE_NOOP("desk", "{place}：没有能用的样例，写一份 JSON 样例，每个栏目给一个值。"),
            )
        return sample


def _file_of(error: UserError, form_id: str) -> str:
    place = str(error.values.get("place", "")).split(" ")[0].split("：")[0]
    return place if "/" in place else f"{form_id}/{SPEC}"


def _load(form_id: str, layers: Sequence[Layer]) -> Form:
    from desk_mailadmin.documents.form_checks import check_id, check_template
    from desk_mailadmin.documents.form_spec import placed, read_form

    file, own = f"{form_id}/{SPEC}", f"{form_id}/{TEMPLATE}"
    drawn_by = own if topmost(own, layers) else RENDERER
    layer, drawing = topmost(file, layers), topmost(drawn_by, layers)
    if layer is None or drawing is None:
        raise fault(file, QT_TRANSLATE_NOOP("desk", "{place}：没有这个文件，从随程序的表单复制一份。"))
    template, raw = drawing.files[drawn_by], layer.files[file]
    check_template(template, drawn_by)
    spec = read_form(raw, file)
    try:
        check_id(spec, form_id, file)
    except FormFault as found:
        raise placed(found, raw, file) from None
    return Form(spec, raw, template, layer.origin, drawn_by, is_foreign=drawing is not layers[0])
