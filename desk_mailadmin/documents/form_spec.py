"""A printed form as data: ``form.toml`` read into frozen values, every fault named with file, key and remedy."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from desk_mailadmin.documents.application_kind import ApplicationKind
from desk_mailadmin.documents.application_shape import APPLICATION, read_application
from desk_mailadmin.documents.shapes import (
    KEY,
    Flag,
    FormFault,
    ListOf,
    OneOf,
    Shape,
    Text,
    TextOrTexts,
    Whole,
    fault,
    placeholders,
    table,
)
from desk_mailadmin.kernel.toml_text import parsed_toml
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_AT = re.compile(r"at line (\d+), column (\d+)")
API = 1
FORM_BYTES = 256 * 1024
"""A form.toml is a page of text; more than this is refused before it is parsed."""

COPY = "copy"
"""What every sheet says of itself: which of the form's copies it is, as text from 1; a part may stand on one alone."""

SIGN_BOXES = "sign_boxes"
"""The data of a ``signs`` section that draws the boxes of the application's route."""

_FILLED = Text(2_000, filled=True)
_LABEL = Text(12)
_WHEN = table({"field": KEY, "is": TextOrTexts(Text(40), 20)})
_VALUE = table(
    {"label": _LABEL},
    field=KEY,
    text=_FILLED,
    kind=OneOf(("text", "checks", "para", "blankdate", "large")),
    options=ListOf(Text(20, filled=True), 20),
    lines=Whole(1, 20),
    w=Whole(1, 12),
    when=_WHEN,  # the row stands only where this holds
)
_BOX = table({"lead": Text(40)}, text=_FILLED, sign=Text(8), seal=Flag(), height=Whole(14, 60))
_COLUMN = table(
    {"label": _LABEL, "field": KEY, "w": Whole(-100, 250)}, align=OneOf(("l", "c", "r"))
)  # w in mm; 0 takes the rest; below 0 a share of the rest
_ROWS = ListOf(ListOf(_VALUE, 4), 40)
_FRAMED: Mapping[str, Shape] = {"label": Text(8)}
SECTIONS: Mapping[str, Shape] = {
    "fields": table({**_FRAMED, "rows": ListOf(ListOf(_VALUE, 2), 40)}, when=_WHEN),
    "clauses": table(
        _FRAMED, lead=_FILLED, items=ListOf(_FILLED), field=KEY, notice=_FILLED, sign=Text(16), rev=Text(12), when=_WHEN
    ),
    "signs": table(_FRAMED, boxes=ListOf(_BOX, 4), route=Flag(), when=_WHEN),
    "lines": table({**_FRAMED, "rows": _ROWS}, when=_WHEN),
    "para": table({**_FRAMED, "text": _FILLED}, when=_WHEN),
    "letter": table({"text": _FILLED}, to=_FILLED, rev=Text(12), size=Whole(9, 16), when=_WHEN, **{"from": _FILLED}),
    "list": table(
        {"field": KEY},
        columns=ListOf(_COLUMN, 20),
        columns_field=KEY,
        totals_field=KEY,
        size=Whole(7, 12),
        space=Whole(1, 6),
        when=_WHEN,
    ),  # space: mm above and below the text of a line, for lists that are written on
    "signline": table({"items": ListOf(Text(16), 6)}, when=_WHEN),
    "note": table({"text": _FILLED}, when=_WHEN),
    "tear": table({"text": Text(40)}, when=_WHEN),
    "receipt": table({"label": Text(8), "rows": ListOf(ListOf(_VALUE, 2, 2), 6)}, when=_WHEN),
}
_FORM = table(
    {
        "api": Whole(API, API),
        "id": KEY,
        "title": Text(40, filled=True),
        "code": Text(24),
        "rev": Text(12),
        "number": Whole(0, 99),
        "section": ListOf(table({"kind": OneOf(tuple(SECTIONS))}), 60),
    },
    copies=ListOf(Text(24), 6),
    landscape=Flag(),
    qr=Flag(),
    fold=Flag(),
    archived=Flag(),
    header=ListOf(Text(60, filled=True), 3, 0),
    names=ListOf(KEY, 20, 0),
    optional=ListOf(KEY, 60, 0),
    application=APPLICATION,
    base_rev=Text(12),
    base_sha256=Text(64, pattern="[0-9a-f]{64}", example="9f86d0…"),
)


class Section(Struct, frozen=True):
    """One part of a form; ``body`` holds what its kind may say (:data:`SECTIONS`)."""

    kind: str
    body: Mapping[str, Any]


class FormSpec(Struct, frozen=True):
    """A form.

    ``number`` is its kind number in the QR (90 to 99 for an office's own, 0 for sheets without one); ``copies`` the
    names of its 联次; ``names`` the data that hold people's names (a rare one may be drawn with a system font);
    ``optional`` the data that may be missing; ``archived`` is false for what must be kept nowhere; ``base_rev`` and
    ``base_sha256`` say from which shipped form an office's own version was made.
    """

    id: str
    title: str
    code: str
    rev: str
    number: int
    sections: tuple[Section, ...]
    copies: tuple[str, ...] = ()
    landscape: bool = False
    qr: bool = True
    fold: bool = False
    archived: bool = True
    header: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    application: ApplicationKind | None = None
    fields: frozenset[str] = field(default=frozenset())
    base_rev: str = ""
    base_sha256: str = ""

    @property
    def is_list(self) -> bool:
        """Whether it lists rows, as many pages as they need."""
        return any(section.kind == "list" for section in self.sections)

    @property
    def pledge(self) -> Section | None:
        """Return the clauses that are signed and have a revision of their own (M0-1), if the form has some."""
        return next((section for section in self.sections if "rev" in section.body), None)


def read_form(raw: bytes, file: str) -> FormSpec:
    """Return the form in ``raw``, the content of ``file`` (named in every fault).

    Raises FormFault for a file too large, not UTF-8, not TOML (with its line), or not of the form's shape.
    """
    body = _parse(raw, file)
    try:
        return _read(body, file)
    except FormFault as found:
        raise placed(found, raw, file) from None


def placed(found: FormFault, raw: bytes, file: str) -> FormFault:
    """Return the fault with its line in ``raw``; the place it names says the line too."""
    from desk_mailadmin.documents.toml_lines import line_at, places

    place = str(found.values["place"])
    at = places(raw.decode("utf-8-sig", "replace"))
    path = _path(place.removeprefix(file))
    line = line_at(at, (*path, str(found.values["key"]))) if "key" in found.values else line_at(at, path)
    named = place.replace(file, f"{file} 第 {line} 行", 1) if line else place
    made = FormFault(found.template, field=found.field, **{**found.values, "place": named})
    made.line, made.path = line, path
    return made


def _path(place: str) -> tuple[str | int, ...]:
    """Return the way a place names: `` › section 2 › rows › 1`` → section, 2, rows, 1."""
    steps = [step for part in place.split(" › ") for step in part.split(" ") if step]
    return tuple(int(step) if step.isdigit() else step for step in steps)


def _read(body: Mapping[str, Any], file: str) -> FormSpec:
    whole = dict(body)
    sections = [dict(part) for part in whole.get("section", ()) if isinstance(part, Mapping)]
    if "section" in whole:
        whole["section"] = [{"kind": part.get("kind")} for part in sections]
    _FORM.check(whole, file)
    read = tuple(_section(part, f"{file} › section {number}") for number, part in enumerate(sections, 1))
    return _spec(whole, read, file)


def _parse(raw: bytes, file: str) -> dict[str, Any]:
    if len(raw) > FORM_BYTES:
        raise fault(
            file,
            QT_TRANSLATE_NOOP("desk", "{place}：文件超过 {most} KB，不像一张表单。"),
            most=FORM_BYTES // 1024,
        )
    try:
        return parsed_toml(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise fault(file, QT_TRANSLATE_NOOP("desk", "{place}：不是 UTF-8 文本，另存为 UTF-8。")) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _unreadable(error, file) from None


def _unreadable(error: Exception, file: str) -> FormFault:
    at = _AT.search(str(error))
    where = "嵌套过深" if isinstance(error, RecursionError) else "文件末尾"
    made = fault(
        file,
        QT_TRANSLATE_NOOP("desk", "{place}：写法不对（{error}），检查引号、括号和等号。"),
        error=f"第 {at[1]} 行第 {at[2]} 列" if at else where,
    )
    made.line = int(at[1]) if at else 0
    return made


def _section(part: dict[str, Any], place: str) -> Section:
    kind = part.pop("kind")
    SECTIONS[kind].check(part, place)
    if kind == "clauses" and ("items" in part) == ("field" in part):
        raise fault(place, QT_TRANSLATE_NOOP("desk", "{place}：条款没有说清，items 和 field 写其中一个。"))
    if kind == "signs" and ("boxes" in part) == part.get("route", False):
        raise fault(
            place,
            QT_TRANSLATE_NOOP("desk", "{place}：签字栏没有说清，boxes 和 route = true 写其中一个。"),
        )
    if kind == "list" and ("columns" in part) == ("columns_field" in part):
        raise fault(
            place,
            QT_TRANSLATE_NOOP("desk", "{place}：列没有说清，columns 和 columns_field 写其中一个。"),
        )
    _checks_have_options(part, place)
    return Section(kind, part)


def _checks_have_options(part: Mapping[str, Any], place: str) -> None:
    rows = part.get("rows", ())
    for value in (value for row in rows for value in row):
        if value.get("kind") == "checks" and "options" not in value:
            raise fault(
                f"{place} › {value['label']}",
                QT_TRANSLATE_NOOP("desk", '{place}：没有选项，写上 options = ["…"]。'),
            )


def _spec(whole: dict[str, Any], sections: tuple[Section, ...], file: str) -> FormSpec:
    application = whole.get("application")
    used = placeholders(whole["title"]) | placeholders(whole.get("header", ()))
    for section in sections:
        used |= placeholders(section.body) | _fields_of(section)
    return FormSpec(
        id=whole["id"],
        title=whole["title"],
        code=whole["code"],
        rev=whole["rev"],
        number=whole["number"],
        sections=sections,
        copies=tuple(whole.get("copies", ())),
        landscape=whole.get("landscape", False),
        qr=whole.get("qr", True),
        fold=whole.get("fold", False),
        archived=whole.get("archived", True),
        header=tuple(whole.get("header", ())),
        names=frozenset(whole.get("names", ())),
        optional=frozenset(whole.get("optional", ())),
        application=read_application(application, f"{file} › application") if application else None,
        fields=used,
        base_rev=whole.get("base_rev", ""),
        base_sha256=whole.get("base_sha256", ""),
    )


def _fields_of(section: Section) -> frozenset[str]:
    body = section.body
    named = {body[key] for key in ("field", "columns_field", "totals_field") if key in body}
    rows = body.get("rows", ())
    cells = [value for row in rows for value in row]
    named |= {value["field"] for value in cells if "field" in value}
    named |= {part["when"]["field"] for part in (body, *cells) if "when" in part}
    if body.get("route"):
        named.add(SIGN_BOXES)
    return frozenset(named)
