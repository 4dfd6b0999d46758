"""What the tables of a ``form.toml`` may hold, said as data and checked with one sentence for each fault."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_PLACEHOLDER = regex(r"\{([a-z][a-z0-9_]*)\}")
_KEY = regex(r"[a-z][a-z0-9_]*")


class FormFault(UserError):  # noqa: N818  (a fault in a form's file, named as people call it)
    """A form's file says something it may not.

    ``line`` is where in the file (0: nowhere in particular), ``path`` the way to the value at fault.
    """

    line: int = 0
    path: tuple[str | int, ...] = ()

    @property
    def sentence(self) -> str:
        """What is wrong, without the place: what stands beside the entry itself."""
        return str(self).removeprefix(str(self.values.get("place", ""))).lstrip("：")


def fault(place: str, template: str, /, **values: object) -> FormFault:
    """Return the error for ``place`` (``form.toml › section 2``); ``template`` says what is wrong and the remedy."""
    return FormFault(template, field=None, place=place, **values)


class Shape(Protocol):
    """One kind of value."""

    def check(self, value: Any, place: str) -> None:
        """Raise FormFault unless ``value`` has this shape."""
        ...


class Text(Struct, frozen=True):
    """A text of up to ``longest`` characters; ``filled`` ones may hold ``{field}`` and no other brace."""

    longest: int = 200
    filled: bool = False
    pattern: str = ""
    example: str = ""

    def check(self, value: Any, place: str) -> None:
        """Raise FormFault for another type, a text too long, a pattern not met or a brace that is no ``{field}``."""
        if not isinstance(value, str):
            raise fault(place, QT_TRANSLATE_NOOP("desk", "{place}：应当是文字，写在英文双引号里。"))
        if len(value) > self.longest:
            raise fault(
                place,
                QT_TRANSLATE_NOOP("desk", "{place}：有 {length} 个字，最多 {longest} 个。"),
                length=len(value),
                longest=self.longest,
            )
        if self.pattern and not re.fullmatch(self.pattern, value):
            raise fault(
                place,
                QT_TRANSLATE_NOOP("desk", "{place}：不能是“{value}”，应写成 {example} 这样。")
                if value
                else QT_TRANSLATE_NOOP("desk", "{place}：还空着，选一个或填上，例如 {example}。"),
                value=value,
                example=self.example,
            )
        if self.filled and re.search(r"[{}]", _PLACEHOLDER.sub("", value)):
            raise fault(
                place,
                QT_TRANSLATE_NOOP(
                    "desk", "{place}：“{value}”里的大括号不对，大括号里只能是一个栏目名，例如 {example}。"
                ),
                value=value[:60],
                example="{name}",
            )


class Whole(Struct, frozen=True):
    """A whole number from ``least`` to ``most``."""

    least: int
    most: int

    def check(self, value: Any, place: str) -> None:
        """Raise FormFault unless ``value`` is a whole number in the range."""
        if type(value) is not int or not self.least <= value <= self.most:
            raise fault(
                place,
                QT_TRANSLATE_NOOP("desk", "{place}：不能是“{value}”，应当是 {least} 到 {most} 的整数。"),
                value=value,
                least=self.least,
                most=self.most,
            )


class Flag(Struct, frozen=True):
    """``true`` or ``false``."""

    def check(self, value: Any, place: str) -> None:
        """Raise FormFault unless ``value`` is true or false."""
        if not isinstance(value, bool):
            raise fault(place, QT_TRANSLATE_NOOP("desk", "{place}：不是开关，应当是 true 或 false。"))


class OneOf(Struct, frozen=True):
    """One of some words."""

    words: tuple[str, ...]

    def check(self, value: Any, place: str) -> None:
        """Raise FormFault unless ``value`` is one of the words."""
        if value not in self.words:
            raise fault(
                place,
                QT_TRANSLATE_NOOP("desk", "{place}：不认识“{value}”，可以是 {words}。"),
                value=value,
                words="、".join(self.words),
            )


class ListOf(Struct, frozen=True):
    """``least`` to ``most`` values of one shape."""

    shape: Shape
    most: int = 40
    least: int = 1

    def check(self, value: Any, place: str) -> None:
        """Raise FormFault for another type, a wrong count, or the first value that has not the shape."""
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise fault(
                place,
                QT_TRANSLATE_NOOP("desk", "{place}：应当是一个列表，写在方括号里，用逗号分开。"),
            )
        if not self.least <= len(value) <= self.most:
            raise fault(
                place,
                QT_TRANSLATE_NOOP("desk", "{place}：有 {count} 项，应当是 {least} 到 {most} 项。"),
                count=len(value),
                least=self.least,
                most=self.most,
            )
        for number, item in enumerate(value, 1):
            self.shape.check(item, f"{place} › {number}")


class TextOrTexts(Struct, frozen=True):
    """One text, or up to ``most`` of them in a list."""

    shape: Text
    most: int

    def check(self, value: Any, place: str) -> None:
        """Raise FormFault unless ``value`` is a text or a list of texts."""
        (self.shape if isinstance(value, str) else ListOf(self.shape, self.most)).check(value, place)


class Table(Struct, frozen=True):
    """Named values: ``shapes`` names all that may stand there, ``needed`` those that must."""

    shapes: Mapping[str, Shape]
    needed: frozenset[str] = frozenset()

    def check(self, value: Any, place: str) -> None:
        """Raise FormFault for another type, a key that is unknown or missing, or the first value out of shape."""
        if not isinstance(value, Mapping):
            raise fault(place, QT_TRANSLATE_NOOP("desk", "{place}：应当是一组“名称 = 值”，写在花括号里。"))
        for key in value:
            if key not in self.shapes:
                raise fault(
                    place,
                    QT_TRANSLATE_NOOP("desk", "{place}：没有“{key}”这一项，可以写的有 {keys}。"),
                    key=str(key)[:60],
                    keys="、".join(self.shapes),
                )
        for key in sorted(self.needed - set(value)):
            raise fault(place, QT_TRANSLATE_NOOP("desk", "{place}：缺少“{key}”，补上这一项。"), key=key)
        for key, item in value.items():
            self.shapes[key].check(item, f"{place} › {key}")


KEY = Text(40, pattern=_KEY.pattern, example="emp_no")


def table(needed: Mapping[str, Shape], /, **optional: Shape) -> Table:
    """Return the shape of a table with these needed and optional keys."""
    return Table({**needed, **optional}, frozenset(needed))


def placeholders(value: Any) -> frozenset[str]:
    """Return every ``{field}`` in the texts inside ``value``, however deep."""
    if isinstance(value, str):
        return frozenset(_PLACEHOLDER.findall(value))
    if isinstance(value, Mapping):
        return frozenset[str]().union(*(placeholders(item) for item in value.values()))
    if isinstance(value, Sequence):
        return frozenset[str]().union(*(placeholders(item) for item in value))
    return frozenset()
