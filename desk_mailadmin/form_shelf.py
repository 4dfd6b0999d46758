"""The office's own forms on this desk, changed with a journal entry each and in use at once."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from desk_mailadmin.documents.form_layers import SPEC, TEMPLATE
from desk_mailadmin.documents.form_words import data_titles
from desk_mailadmin.documents.library import BaseChange, Form, Library
from desk_mailadmin.documents.own_forms import OwnForms
from desk_mailadmin.documents.renderer import Job, Renderer
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.desk import Desk

if TYPE_CHECKING:
    from desk_mailadmin.documents.form_zip import Refused

FORMS = "forms"
"""What ``Changes`` announces after a form was changed; whoever keeps something of a form reads it anew then."""

FOLDER = "forms"
_KIND = "form"
_SAMPLE_DIGITS = "0" * 16


class Imported(Struct, frozen=True):
    """The titles of the forms taken from a zip, and what was refused."""

    taken: tuple[str, ...]
    refused: tuple[Refused, ...]


class FormShelf:
    """Copies, saves, puts back, exports and imports the office's own forms.

    Each deed is one unit of work with the old and new SHA-256 of the form.toml, and announces :data:`FORMS`.
    ``is_used`` says whether there are records that need a form.
    """

    def __init__(
        self, desk: Desk, library: Library, renderer: Renderer, is_used: Callable[[str], bool] = lambda _form: False
    ) -> None:
        self._desk = desk
        self._is_used = is_used
        self._renderer = renderer
        self.library = library
        self._own = OwnForms(desk.folder / FOLDER, library)

    def read_again(self) -> None:
        """Take note of files that were changed by hand since they were read, and announce it."""
        if self.library.read_again():
            self._desk.changes.announce(FORMS)

    def text(self, form_id: str) -> str:
        """Return the form.toml in force, or of the own version even where it cannot be used."""
        return self._own.text(form_id)

    def picture(self, form_id: str, text: str, *, blank: bool = False, data: Mapping[str, Any] | None = None) -> bytes:
        """Return the first copy of a form as PDF as this text would draw it, with its sample or empty.

        ``data`` stand in for those of the sample. Nothing is written; runs in a thread. Raises FormFault with its line
        or UserError for what cannot be drawn.
        """
        files = self._own.candidate(form_id, text)
        form, sample = self.library.judged(form_id, files, draw=TEMPLATE in files)  # a template is tried apart first
        digits = _SAMPLE_DIGITS if form.spec.number else None
        job = Job({**sample, **(data or {})}, str(sample.get("number", "")), digits, copy=1, blank=blank)
        return self._renderer.render_jobs(form, (job,), when=self._desk.clock.now()).pdf

    def known_data(self, form_id: str) -> Mapping[str, str]:
        """Return the data a form may name, with what they are called on it; empty for one that cannot be used."""
        library = self.library
        if form_id not in library.ids:
            return {}
        spec = library.form(form_id).spec
        known = library.known_data(spec)
        names = sorted(known if known is not None else frozenset(library.sample(form_id)))
        titles = data_titles(tomllib.loads(library.form(form_id).raw.decode("utf-8-sig")))
        return {name: titles.get(name, name) for name in names}

    def copy(self, form_id: str) -> Form:
        """Make the shipped form the office's own version; UserError where there is one already."""
        with self._journalled("form.copy", form_id, QT_TRANSLATE_NOOP("desk", "表单“{title}”复制为本单位的版本")):
            return self._own.copy(form_id)

    def save(self, form_id: str, text: str, confirmed: frozenset[str] = frozenset()) -> Form:
        """Keep another text as the own version.

        Raises UserError with line and remedy, NeedsConfirmation where a pledge changed under its old revision.
        """
        with self._journalled("form.save", form_id, QT_TRANSLATE_NOOP("desk", "改了表单“{title}”")):
            return self._own.save(form_id, text, confirmed)

    def reset(self, form_id: str) -> Path:
        """Put the own version aside and use the shipped form again; return where the own one is kept.

        Raises UserError for a form of the office's own that records need: nothing would stand in for it.
        """
        if self.library.shipped(form_id) is None and self._is_used(form_id):
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "按“{title}”登记的申请还在台账里，这张表单不能停用。"),
                title=self._title(form_id),
            )
        with self._journalled("form.reset", form_id, QT_TRANSLATE_NOOP("desk", "表单“{title}”改用随程序的版本")):
            return self._own.reset(form_id)

    def take_base(self, form_id: str) -> Form:
        """Keep the own version and take note that the shipped form changed."""
        sentence = QT_TRANSLATE_NOOP("desk", "随程序的表单“{title}”有改动，仍用本单位的版本")
        with self._journalled("form.base", form_id, sentence):
            return self._own.take_base(form_id)

    def create(self, pattern: str, title: str, code: str, prefix: str) -> Form:
        """Make a new form of the office's own after the pattern of another; UserError where it cannot be drawn."""
        from desk_mailadmin.documents.new_form import new_form_text

        text = new_form_text(self.library, pattern, title, code, prefix)
        form_id = _id_of(text)
        files = {**self._own.files(pattern), SPEC: text.encode()}
        with self._journalled("form.new", form_id, QT_TRANSLATE_NOOP("desk", "新建表单“{title}”")):
            return self._own.put(form_id, files)

    def export(self, form_ids: Sequence[str], target: Path) -> Path:
        """Write forms as one zip; EnvironmentFault where it cannot be written."""
        from desk_mailadmin.documents.form_zip import write_forms

        written = write_forms(target, {form_id: self._own.files(form_id) for form_id in form_ids})
        if not self._desk.view_only:
            with self._desk.work("form.export") as work:
                work.looked(_KIND, 0, QT_TRANSLATE_NOOP("desk", "导出 {count} 张表单"), count=len(form_ids))
        return written

    def take_in(self, path: Path) -> Imported:
        """Take the forms of a zip as own versions; what cannot be drawn is refused and named, the rest is taken.

        A version they replace is kept among the old ones.
        """
        from desk_mailadmin.documents.form_zip import Refused, read_forms

        carried = read_forms(path)
        taken, refused = [], list(carried.refused)
        for form_id, files in sorted(carried.forms.items()):
            try:
                self.library.judged(form_id, files)
                with self._journalled("form.import", form_id, QT_TRANSLATE_NOOP("desk", "导入表单“{title}”")):
                    self._own.keep_old(form_id)
                    taken.append(self._own.put(form_id, files).spec.title)
            except UserError as error:
                refused.append(Refused(form_id, str(error)))
        return Imported(tuple(taken), tuple(refused))

    @property
    def outdated(self) -> Sequence[BaseChange]:
        """The own versions whose shipped form changed since they were made."""
        return self.library.outdated

    @contextmanager
    def _journalled(self, action: str, form_id: str, sentence: str) -> Iterator[None]:
        before = self._own.sha256(form_id)
        with self._desk.work(action) as work:
            yield
            after = self._own.sha256(form_id)
            work.wrote(
                _KIND,
                self._number(form_id),
                sentence,
                before={"sha256": before},
                after={"sha256": after},
                title=self._title(form_id),
            )
            work.changed(FORMS)

    def _number(self, form_id: str) -> int:
        return self.library.form(form_id).spec.number if form_id in self.library.ids else 0

    def _title(self, form_id: str) -> str:
        return self.library.form(form_id).spec.title if form_id in self.library.ids else form_id


def _id_of(text: str) -> str:
    return str(tomllib.loads(text)["id"])
