"""The office's own versions of forms on this desk: copied, saved, put back, never lost, never written if they fail."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import uuid
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from desk_mailadmin.documents.form_layers import SAMPLE, SPEC, TEMPLATE
from desk_mailadmin.documents.form_text import FormText, form_text
from desk_mailadmin.documents.library import Form, Library
from desk_mailadmin.kernel.errors import EnvironmentFault, NeedsConfirmation, UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

OLD = "_old"
"""Where versions go that were put back or replaced: beside the forms, under a name no form can have."""

PLEDGE = "pledge"
"""The question whether a changed pledge may keep its revision."""

Files = Mapping[str, bytes]


class OwnForms:
    """The folder ``forms/`` of a desk; every change is checked and drawn before it is written, then read anew."""

    def __init__(self, folder: Path, library: Library) -> None:
        self._folder = folder
        self._library = library

    def sha256(self, form_id: str) -> str:
        """Return the hash of the form.toml of the own version, empty where there is none."""
        raw = self._library.own_files(form_id).get(SPEC)
        return hashlib.sha256(raw).hexdigest() if raw is not None else ""

    def copy(self, form_id: str) -> Form:
        """Make the shipped form the office's own version, to be changed; it remembers what it was made from.

        Raises UserError where there is no such shipped form or an own version already.
        """
        shipped = self._shipped(form_id)
        if self._library.own_files(form_id):
            raise UserError(QT_TRANSLATE_NOOP("desk", "“{title}”已经有本单位的版本。"), title=shipped.spec.title)
        return self.put(form_id, {**self._library.shipped_files(form_id), SPEC: _based_on(shipped, shipped.raw)})

    def save(self, form_id: str, text: str, confirmed: frozenset[str] = frozenset()) -> Form:
        """Keep another text as the own version; UserError with line and remedy where it cannot be used.

        Raises NeedsConfirmation (:data:`PLEDGE`) where clauses that are signed were changed under their old revision:
        what people signed must stay told apart from what they will sign.
        """
        files = self.candidate(form_id, text)
        form, _ = self._library.judged(form_id, files, draw=False)
        if PLEDGE not in confirmed and (rev := self._stale_pledge(form)):
            raise NeedsConfirmation(
                PLEDGE,
                QT_TRANSLATE_NOOP(
                    "desk", "要签字的条款改了，版次仍是 {rev}。已签的按 {rev} 留存，改后的应当另记版次。"
                ),
                rev=rev,
            )
        return self.put(form_id, files)

    def put(self, form_id: str, files: Files) -> Form:
        """Write a form's files, if they can be used; UserError where not, EnvironmentFault where the disk refuses.

        What somebody else wrote there since it was read is kept among the old versions.
        """
        form, _ = self._library.judged(form_id, files)
        place = self._folder / form_id
        if self._library.read_again() and self._library.own_files(form_id) not in (files, {}):
            self.keep_old(form_id)
        _guarded(place, lambda: _write_all(place, files))
        self._library.reload()
        return form

    def candidate(self, form_id: str, text: str) -> Files:
        """Return the files that this text would make together with what is there already."""
        files = self._library.own_files(form_id) or self._library.shipped_files(form_id)
        return {**files, SPEC: text.encode()}

    def reset(self, form_id: str) -> Path:
        """Put the own version aside, so that the shipped form is used again; return where it is kept."""
        place = self._folder / form_id
        if not self._library.own_files(form_id):
            raise UserError(QT_TRANSLATE_NOOP("desk", "“{form}”没有本单位的版本。"), form=form_id)
        kept = self._free_place(form_id)

        def move() -> None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            place.rename(kept)

        _guarded(place, move)
        self._library.reload()
        return kept

    def keep_old(self, form_id: str) -> None:
        """Keep a copy of the own version among the old ones, before another takes its place."""
        files, kept = self._library.own_files(form_id), self._free_place(form_id)
        if files:
            _guarded(kept, lambda: _write_all(kept, files))

    def take_base(self, form_id: str) -> Form:
        """Take note of the shipped form as it is now (知道了): the own version stays, the notice goes."""
        shipped = self._shipped(form_id)
        files = self._library.own_files(form_id)
        return self.put(form_id, {**files, SPEC: _based_on(shipped, files[SPEC])})

    def text(self, form_id: str) -> str:
        """Return the form.toml in force on this desk, or of the own version even where it cannot be used."""
        raw = self._library.own_files(form_id).get(SPEC)
        found = raw if raw is not None else self._library.form(form_id).raw
        return found.decode("utf-8-sig", "replace")

    def files(self, form_id: str) -> Files:
        """Return all that makes a form: own files over the shipped ones."""
        form = self._library.form(form_id)
        whole = {**self._library.shipped_files(form_id), **self._library.own_files(form_id), SPEC: form.raw}
        if SAMPLE not in whole:
            whole[SAMPLE] = json.dumps(self._library.sample(form_id), ensure_ascii=False, indent=2).encode()
        return {name: whole[name] for name in (SPEC, SAMPLE, TEMPLATE) if name in whole}

    def _shipped(self, form_id: str) -> Form:
        shipped = self._library.shipped(form_id)
        if shipped is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "“{form}”是本单位自己的表单，没有随程序的版本。"), form=form_id)
        return shipped

    def _stale_pledge(self, form: Form) -> str:
        """Return the revision under which other clauses than these were in use so far, empty where none were."""
        if form.spec.id not in self._library.ids:
            return ""
        known = {part.get("rev"): part for part in _pledges(self._library.form(form.spec.id))}
        stale = [part for part in _pledges(form) if part["rev"] in known and part != known[part["rev"]]]
        return str(stale[0]["rev"]) if stale else ""

    def _free_place(self, form_id: str) -> Path:
        numbers = range(1, 10_000)
        return next(place for n in numbers if not (place := self._folder / OLD / f"{form_id}-{n}").exists())


def next_rev(rev: str) -> str:
    """Return the revision after this one: A/1 → A/2, 2026 → 2027, B → B/2."""
    head = rev.rstrip("0123456789")
    digits = rev[len(head) :]
    return f"{head}{int(digits) + 1}" if digits else f"{rev}/2"


def with_next_pledge(text: str) -> str:
    """Return a form's text with the revision of its signed clauses, and its own, one further."""
    made: FormText = form_text(text)
    for place, block in enumerate(made.sections):
        if block.body.get("rev"):
            made = made.with_section(place, {**block.body, "rev": next_rev(block.body["rev"])})
    return made.with_head(rev=next_rev(str(made.head.body.get("rev", "")))).text


def _pledges(form: Form) -> Sequence[Mapping[str, Any]]:
    return [section.body for section in form.spec.sections if "rev" in section.body]


def _based_on(shipped: Form, raw: bytes) -> bytes:
    """Return a form.toml that says which shipped form it was made from."""
    base = hashlib.sha256(shipped.raw).hexdigest()
    text = form_text(raw.decode("utf-8-sig")).with_head(base_rev=shipped.spec.rev, base_sha256=base)
    return text.text.encode()


def _write_all(place: Path, files: Files) -> None:
    """Write the files of a form, each whole or not at all; the form.toml last, for it is what counts."""
    if place.is_symlink():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place))
    place.mkdir(parents=True, exist_ok=True)
    for name in (SAMPLE, TEMPLATE, SPEC):
        if name in files:
            _write(place / name, files[name])
        else:
            (place / name).unlink(missing_ok=True)


def _write(target: Path, raw: bytes) -> None:
    if target.is_file() and target.read_bytes() == raw:
        return
    draft = target.with_name(f".{uuid.uuid4().hex[:12]}")
    try:
        with draft.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _guarded(place: Path, deed: Callable[[], None]) -> None:
    try:
        deed()
    except OSError as error:
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "表单写不到“{place}”（{reason}），原来的没有动。"),
            remedy=QT_TRANSLATE_NOOP("desk", "看看磁盘是否已满、文件是否被别的程序打开，再试一次。"),
            place=str(place),
            reason=error.strerror or type(error).__name__,
        ) from error
