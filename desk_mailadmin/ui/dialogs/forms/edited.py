"""The form being edited: its text as kept and as it stands now, part by part."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from desk_mailadmin.documents.form_text import FormText, form_text
from desk_mailadmin.documents.form_words import section_title
from desk_mailadmin.ui.dialogs.forms.application_blocks import APPLICATION
from desk_mailadmin.ui.dialogs.forms.blocks import FRESH, HEAD, blocks_of
from desk_mailadmin.ui.dialogs.forms.entry_kinds import Block

HEAD_PART, APPLICATION_PART = -1, -2
"""The parts beside the sections, which are counted from 0."""


class Part(Struct, frozen=True):
    """One part of a form: its place, what it is called, what it says and what may be entered in it."""

    place: int
    title: str
    body: Mapping[str, Any]
    blocks: tuple[Block, ...]


class Edited:
    """A form's text while it is edited; ``parts`` is empty where the text cannot be read."""

    def __init__(self, form_id: str, text: str) -> None:
        self.form_id = form_id
        self.kept = text
        self.text = text
        self._read: FormText | None = None
        self.retype(text)

    @property
    def is_changed(self) -> bool:
        """Whether the text is not the kept one."""
        return self.text != self.kept

    @property
    def is_readable(self) -> bool:
        """Whether the text can be shown part by part."""
        return self._read is not None

    @property
    def parts(self) -> list[Part]:
        """The head, the sections in order, and the application, if the form is one."""
        if self._read is None:
            return []
        bodies = [block.body for block in self._read.sections]
        sections = [Part(n, section_title(body), body, blocks_of(body)) for n, body in enumerate(bodies)]
        made = [Part(HEAD_PART, "", self._read.head.body, HEAD), *sections]
        if self._read.application:
            made.append(Part(APPLICATION_PART, "", self._read.application.body, APPLICATION))
        return made

    def part(self, place: int) -> Part | None:
        """Return the part at that place, None where there is none."""
        return next((part for part in self.parts if part.place == place), None)

    def retype(self, text: str) -> None:
        """Take over a text typed as a whole."""
        self.text = text
        try:
            self._read = form_text(text)
        except (tomllib.TOMLDecodeError, RecursionError, AttributeError, TypeError):
            self._read = None  # what is wrong with it is said by whoever draws it

    def put(self, place: int, body: Mapping[str, Any]) -> None:
        """Take over what was entered in a part."""
        assert self._read is not None
        if place == HEAD_PART:
            gone = dict.fromkeys(self._read.head.body.keys() - body.keys())
            self._take(self._read.with_head(**{**body, **gone}))
        elif place == APPLICATION_PART:
            self._take(self._read.with_application(body))
        else:
            self._take(self._read.with_section(place, body))

    def add(self, kind: str, place: int) -> None:
        """Put a new section of that kind at a place."""
        assert self._read is not None
        self._take(self._read.with_new_section(place, {"kind": kind, **FRESH[kind]}))

    def remove(self, place: int) -> None:
        """Take a section away."""
        assert self._read is not None
        self._take(self._read.without_section(place))

    def move(self, place: int, to: int) -> None:
        """Put a section at another place."""
        assert self._read is not None
        self._take(self._read.moved(place, to))

    def _take(self, read: FormText) -> None:
        self._read, self.text = read, read.text


def part_of(path: tuple[str | int, ...]) -> tuple[int, tuple[str | int, ...]]:
    """Return in which part a fault's path lies, and the way inside it."""
    match path:
        case ("section", int(number), *rest):
            return number - 1, tuple(rest)
        case ("application", *rest):
            return APPLICATION_PART, tuple(rest)
    return HEAD_PART, path
