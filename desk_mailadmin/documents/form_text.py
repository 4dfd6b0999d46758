"""A form.toml as a text that is edited: what was not touched stays as it stands, with its comments and its order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.documents.toml_lines import headers
from desk_mailadmin.kernel.toml_text import parsed_toml

_WIDE = 100
"""Characters of a line that a list may fill before it is written one item a line."""

SECTION, APPLICATION = "section", "application"


class Block(Struct, frozen=True):
    """A table of the file with the comments above it: its text, and what tomllib reads there."""

    text: str
    body: Mapping[str, Any]

    def with_body(self, body: Mapping[str, Any], name: str) -> Block:
        """Return the block saying this instead; keys that say the same as before keep their spelling."""
        return self if body == self.body else Block(_edited(self.text, body, name), body)


class FormText(Struct, frozen=True):
    """The parts of a form.toml: its head, its sections in order, its application; ``edited`` returns another."""

    head: Block
    sections: tuple[Block, ...] = ()
    application: Block | None = None

    @property
    def text(self) -> str:
        """The whole file."""
        blocks = [self.head.text, *(one.text for one in self.sections)]
        if self.application:
            blocks.append(self.application.text)
        return "\n\n".join(block.strip("\n") for block in blocks if block.strip()) + "\n"

    def with_head(self, **changes: Any) -> FormText:
        """Return the form with these values at its head; None takes one away."""
        body = {**self.head.body, **changes}
        return replace(self, head=self.head.with_body({k: v for k, v in body.items() if v is not None}, ""))

    def with_section(self, place: int, body: Mapping[str, Any]) -> FormText:
        """Return the form with another section at ``place`` (from 0)."""
        sections = list(self.sections)
        sections[place] = sections[place].with_body(body, SECTION)
        return replace(self, sections=tuple(sections))

    def with_new_section(self, place: int, body: Mapping[str, Any]) -> FormText:
        """Return the form with one section more."""
        made = Block(_edited(f"[[{SECTION}]]\n", body, SECTION), body)
        return replace(self, sections=(*self.sections[:place], made, *self.sections[place:]))

    def without_section(self, place: int) -> FormText:
        """Return the form without a section."""
        return replace(self, sections=(*self.sections[:place], *self.sections[place + 1 :]))

    def moved(self, place: int, to: int) -> FormText:
        """Return the form with a section at another place."""
        sections = list(self.sections)
        sections.insert(to, sections.pop(place))
        return replace(self, sections=tuple(sections))

    def with_application(self, body: Mapping[str, Any]) -> FormText:
        """Return the form with another application part."""
        block = self.application or Block(f"[{APPLICATION}]\n", {})
        return replace(self, application=block.with_body(body, APPLICATION))


def form_text(text: str) -> FormText:
    """Return the parts of a text that tomllib can read; tomllib.TOMLDecodeError where it cannot."""
    body = parsed_toml(text)
    head, rest = _cut(text.removeprefix("\ufeff"))
    sections = [part for name, part in rest if name == SECTION]
    of_application = [part for name, part in rest if name == APPLICATION]
    listed = body.get(SECTION, [])
    if len(sections) != len(listed) or (APPLICATION in body) != bool(of_application):
        return _rewritten(body)  # written in another way (dotted keys, inline tables): brought into ours
    whole = {key: value for key, value in body.items() if key not in (SECTION, APPLICATION)}
    return FormText(
        Block(head, whole),
        tuple(Block(part, one) for part, one in zip(sections, listed, strict=True)),
        Block("\n".join(of_application), body[APPLICATION]) if of_application else None,
    )


def _rewritten(body: Mapping[str, Any]) -> FormText:
    whole = {key: value for key, value in body.items() if key not in (SECTION, APPLICATION)}
    made = FormText(Block("", {})).with_head(**whole)
    for number, section in enumerate(body.get(SECTION, [])):
        made = made.with_new_section(number, section)
    return made.with_application(body[APPLICATION]) if APPLICATION in body else made


def _cut(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the head and each table's text with the comments that stand directly above its header."""
    lines = text.splitlines()
    starts = []
    for line, name in headers(text):
        first = line - 1
        while first > 0 and lines[first - 1].lstrip().startswith("#"):
            first -= 1
        starts.append((first, name))
    ends = [first for first, _ in (*starts, (len(lines), ""))][1:]
    parts = [(name, "\n".join(lines[first:end])) for (first, name), end in zip(starts, ends, strict=True)]
    return "\n".join(lines[: starts[0][0]] if starts else lines), parts


def _edited(text: str, body: Mapping[str, Any], name: str) -> str:
    """Return a table's text saying ``body``: only the keys that differ are written anew."""
    import tomlkit

    document = tomlkit.parse(text.strip("\n") + "\n")
    table: Any = document
    if name:
        table = document[name]
        table = table[0] if name == SECTION else table
    before = table.unwrap()
    for key in [key for key in before if key not in body]:
        del table[key]
    for key, value in body.items():
        if key not in before or before[key] != value:
            table[key] = tomlkit.value(literal(value))
    return tomlkit.dumps(document).strip("\n")


def literal(value: Any, indent: int = 0) -> str:
    """Return a value as TOML, lists that do not fit on a line one item a line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {literal(item, indent)}" for key, item in value.items()) + " }"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _listed(value, indent)
    return _quoted(value) if isinstance(value, str) else str(value)


def _listed(items: Iterable[Any], indent: int) -> str:
    written = [literal(item, indent + 1) for item in items]
    nested = any(isinstance(item, Mapping) or (isinstance(item, list) and item) for item in items)
    flat = "[" + ", ".join(written) + "]"
    is_row = indent > 0 and nested and "\n" not in flat and not any(text.startswith("[") for text in written)
    if not written or is_row or (not nested and len(flat) <= _WIDE):
        return flat
    inner = "".join(f"{'  ' * (indent + 1)}{text},\n" for text in written)
    return f"[\n{inner}{'  ' * indent}]"


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(sign) or _plain(sign) for sign in text) + '"'


def _plain(sign: str) -> str:
    return f"\\u{ord(sign):04X}" if ord(sign) < ord(" ") or ord(sign) == 0x7F else sign  # noqa: PLR2004  (DEL)
