"""Two versions of a form side by side: what was and what is, part by part, in words; and the plain text difference."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from desk_mailadmin.documents.form_words import (
    HEAD_TITLES,
    application_lines,
    head_lines,
    section_lines,
    section_title,
)
from desk_mailadmin.kernel.toml_text import parsed_toml


class Difference(Struct, frozen=True):
    """One thing that differs: where it stands, what it was (empty: not there), what it is (empty: gone)."""

    where: str
    before: str
    after: str


def differences(before: str, after: str) -> list[Difference]:
    """Return in words how the form in the TOML text ``after`` differs from the one in ``before``.

    A text that cannot be read counts as a form without content; ``text_difference`` shows it all the same.
    """
    old, new = _read(before), _read(after)
    found = list(_of_heads(head_lines(old), head_lines(new)))
    found += _of_sections(old.get("section", []), new.get("section", []))
    was, now = application_lines(old.get("application", {})), application_lines(new.get("application", {}))
    return [*found, *_of_lines("申请", was, now)]


def text_difference(before: str, after: str) -> str:
    """Return the unified difference of two texts, empty where they are the same."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), "随程序", "本单位", lineterm="", n=2)
    return "\n".join(lines)


def _read(text: str) -> Mapping[str, Any]:
    try:
        return parsed_toml(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _of_heads(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Difference]:
    for key in {**old, **new}:
        if old.get(key, "") != new.get(key, ""):
            yield Difference(HEAD_TITLES.get(key, key), old.get(key, ""), new.get(key, ""))


def _of_sections(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> Iterator[Difference]:
    """Pair sections of one kind in their order; what has no partner is new or gone."""
    signs = [[(body.get("kind"), body.get("label"), str(body.get("when"))) for body in part] for part in (old, new)]
    matcher = difflib.SequenceMatcher(a=signs[0], b=signs[1], autojunk=False)
    for _tag, first, last, start, end in matcher.get_opcodes():
        yield from _of_run(old[first:last], new[start:end], start)


def _of_run(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]], start: int) -> Iterator[Difference]:
    pairs = min(len(old), len(new))
    for number in range(pairs):
        if old[number].get("kind") != new[number].get("kind"):
            pairs = number
            break
        where = f"第 {start + number + 1} 部分 {section_title(new[number])}"
        yield from _of_lines(where, section_lines(old[number]), section_lines(new[number]))
    for body in old[pairs:]:
        yield Difference(f"去掉的部分 {section_title(body)}", "；".join(section_lines(body)), "")
    for number, body in enumerate(new[pairs:], start + pairs + 1):
        yield Difference(f"第 {number} 部分 {section_title(body)}", "", "；".join(section_lines(body)))


def _of_lines(where: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    matcher = difflib.SequenceMatcher(a=list(old), b=list(new), autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        both = max(last - first, end - start)
        was = [*old[first:last], *[""] * (both - last + first)]
        now = [*new[start:end], *[""] * (both - end + start)]
        yield from (Difference(where, left, right) for left, right in zip(was, now, strict=True))
