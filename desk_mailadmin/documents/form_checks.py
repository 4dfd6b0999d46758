"""What an office's own form must keep to beyond its shape: its template, its number, its prefix, the data it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from desk_mailadmin.documents.application_kind import FieldKind, Outcome
from desk_mailadmin.documents.shapes import FormFault, fault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from desk_mailadmin.documents.form_spec import FormSpec

_OWN_NUMBERS = range(90, 100)
_IMPORT = re.compile(r'@preview|(?:#?\b(?:import|include)\s*\(?\s*|package\s*:\s*)"\s*@|"@[a-z]+/')
_REACHING = re.compile(r"(?<![\w-])(?:import|include|eval|std|plugin)(?![\w-])")
"""What a name of a package could be put together with: a template needs none of it, it is one file without others."""

_OF_EVERY_FORM = frozenset({"company", "copy", "help_ext", "number"})
_OF_EVERY_APPLICATION = frozenset(
    {"date", "name", "emp_no", "dept", "post", "unit", "route", "quota", "send_limit", "sign_boxes"}
)


def check_template(template: bytes, file: str) -> None:
    """Refuse an empty template, one too large, and packages: Typst would ask the network for them.

    A package can be named without its @ being seen (an escape, a variable, eval); so what could reach one is refused.
    """
    from desk_mailadmin.documents.form_spec import FORM_BYTES

    if not template.strip():
        raise fault(file, QT_TRANSLATE_NOOP("desk", "{place}：是空的，画出来是白纸，从随程序的表单复制一份。"))
    if len(template) > FORM_BYTES:
        raise fault(
            file,
            QT_TRANSLATE_NOOP("desk", "{place}：文件超过 {most} KB，不像一张表单。"),
            most=FORM_BYTES // 1024,
        )
    text = template.decode("utf-8", "replace")
    package = _IMPORT.search(text)
    if found := package or _REACHING.search(text):
        line = text.count("\n", 0, found.start()) + 1
        said = (
            QT_TRANSLATE_NOOP("desk", "{place}：引用了外部程序包，去掉以 @ 开头的 import。")
            if package
            else QT_TRANSLATE_NOOP("desk", "{place}：不能用 {word}，它能引用外部程序包，去掉它（注释里也不要写）。")
        )
        made = fault(f"{file} 第 {line} 行", said, word=found[0])
        made.line = line
        raise made


def check_id(spec: FormSpec, folder: str, file: str) -> None:
    """A form's id is the name of its folder."""
    if spec.id != folder:
        raise fault(
            f"{file} › id",
            QT_TRANSLATE_NOOP("desk", "{place}：id 是“{id}”，应当和文件夹同名：{folder}。"),
            id=spec.id,
            folder=folder,
        )


def check_number(spec: FormSpec, shipped: FormSpec | None, others: Iterable[FormSpec], file: str) -> None:
    """An office's own form takes 90 to 99, a changed shipped one keeps its number: else a QR would lead astray."""
    allowed = {shipped.number} if shipped else {0, *_OWN_NUMBERS}
    taken = {other.number for other in others} - {0}
    if spec.number not in allowed - taken:
        raise fault(
            f"{file} › number",
            QT_TRANSLATE_NOOP(
                "desk", "{place}：不能是 {number}，自己的表单用 90 到 99 中没用过的号，改动随程序的表单时保留原号。"
            ),
            number=spec.number,
        )


def free_number(taken: Iterable[int]) -> int:
    """Return the first number that is free for an office's own form, 0 where all are taken."""
    used = set(taken)
    return next((number for number in _OWN_NUMBERS if number not in used), 0)


def check_prefix(
    spec: FormSpec, shipped: FormSpec | None, others: Iterable[FormSpec], reserved: frozenset[str], file: str
) -> None:
    """A kind of application has a number series of its own; a changed shipped one keeps it."""
    own = spec.application.prefix if spec.application else ""
    kept = shipped.application.prefix if shipped and shipped.application else ""
    if kept and own != kept:
        raise fault(
            f"{file} › application › prefix",
            QT_TRANSLATE_NOOP("desk", "{place}：应当是 {kept}，改动随程序的表单时保留原来的编号前缀。"),
            kept=kept,
        )
    taken = dict.fromkeys(reserved, "随程序的单据")
    taken |= {other.application.prefix: other.title for other in others if other.application}
    if not kept and own in taken:
        raise fault(
            f"{file} › application › prefix",
            QT_TRANSLATE_NOOP("desk", "{place}：“{prefix}”已经用于“{title}”，换两到四个没用过的字母。"),
            prefix=own,
            title=taken[own],
        )


def check_entries(spec: FormSpec, shipped: FormSpec | None, file: str) -> None:
    """A changed kind of application keeps what the program works with: its entries, its routes, its outcome.

    Where the outcome is only recorded an entry may be dropped; one that stays keeps its kind, for the records' sake.
    """
    own, kept = spec.application, shipped.application if shipped else None
    if kept is None:
        return
    if own is None:
        raise fault(file, QT_TRANSLATE_NOOP("desk", "{place}：缺少“{key}”，补上这一项。"), key="application")
    place, kinds = f"{file} › application", {entry.key: entry.kind for entry in own.fields}
    for entry in kept.fields:
        may_go = kept.outcome is Outcome.RECORD and entry.key not in kinds
        if not may_go and kinds.get(entry.key) is not entry.kind:
            raise fault(
                f"{place} › fields",
                QT_TRANSLATE_NOOP("desk", "{place}：要保留“{title}”（{entry}），种类是 {kind}；程序要用它。"),
                title=entry.label,
                entry=entry.key,
                kind=entry.kind.value,
            )
    routes = {route.key for route in own.routes}
    if lost := [route.title for route in kept.routes if route.key not in routes]:
        raise fault(f"{place} › routes", QT_TRANSLATE_NOOP("desk", "{place}：要保留签字路线“{title}”。"), title=lost[0])
    if own.outcome != kept.outcome:
        raise fault(
            f"{place} › outcome", QT_TRANSLATE_NOOP("desk", "{place}：应当是 {outcome}。"), outcome=kept.outcome
        )


def may_be_missing(spec: FormSpec, shipped: FormSpec | None) -> frozenset[str]:
    """Return the data whose absence never stops a print: a changed form must not block work."""
    return spec.optional | (shipped.optional if shipped else frozenset()) | _entries(spec) | _derived(spec)


def _derived(spec: FormSpec) -> frozenset[str]:
    """What papers say of an entry besides the entry: a sum in capitals, the regulation's word for a renamed option."""
    kind = spec.application
    entries = (*kind.fields, *kind.completion) if kind else ()
    sums = {f"{entry.key}_capitals" for entry in entries if entry.kind is FieldKind.MONEY}
    return frozenset(sums | {f"{entry.key}_key" for entry in entries if entry.renamed_by})


def _entries(spec: FormSpec) -> frozenset[str]:
    kind = spec.application
    return frozenset(entry.key for entry in (*kind.fields, *kind.completion)) if kind else frozenset()


def known_data(spec: FormSpec, shipped: FormSpec | None, sample: Mapping[str, Any]) -> frozenset[str] | None:
    """Return the data a form may name: what it will get when it is printed.

    ``sample`` is that of the shipped form, whose data the program gives; a kind of application gets its own entries
    too. None where nobody but the form's own sample can say (an office's form that is no application).
    """
    entries = _entries(spec) | _derived(spec)
    if shipped is not None and spec.application is not None:
        dropped = (_entries(shipped) | _derived(shipped)) - entries
        return (_OF_EVERY_FORM | _OF_EVERY_APPLICATION | frozenset(sample) | shipped.optional | entries) - dropped
    if shipped is not None:
        return _OF_EVERY_FORM | frozenset(sample) | shipped.optional | entries
    if spec.application is None:
        return None
    return _OF_EVERY_FORM | _OF_EVERY_APPLICATION | entries


def check_data(spec: FormSpec, known: frozenset[str] | None, raw: bytes, file: str) -> None:
    """Refuse what the data of a form do not hold, with its section and line and the known ones listed."""
    unknown = sorted(spec.fields - known) if known is not None else []
    if not unknown or known is None:
        return
    made = fault(
        file,
        QT_TRANSLATE_NOOP("desk", "{place}：没有“{field_key}”这个栏目，可以用的有 {known}。"),
        field_key=unknown[0],
        known="、".join(sorted(known)),
    )
    raise _at(made, unknown[0], raw, file)


def _at(made: FormFault, name: str, raw: bytes, file: str) -> FormFault:
    from desk_mailadmin.documents.toml_lines import places

    wanted = (f'"{name}"', f"'{name}'")
    for path, place in places(raw.decode("utf-8-sig", "replace")).items():
        named = path[-1] in ("field", "columns_field", "totals_field") and place.text in wanted
        is_text = place.text[:1] in "\"'" and f"{{{name}}}" in place.text
        if named or is_text:
            made.values["place"] = f"{file} 第 {place.line} 行{_steps(path)}"
            made.line, made.path = place.line, path
            break
    again = FormFault(made.template, field=made.field, **made.values)
    again.line, again.path = made.line, made.path
    return again


def _steps(path: tuple[str | int, ...]) -> str:
    shown = " › ".join(str(step) for step in path)
    return f" › {shown.replace('section › ', 'section ')}"
