"""Forms carried from one desk to another as a zip: written plainly, read with suspicion."""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from desk_mailadmin.documents.form_layers import FORM_ID, SAMPLE, SPEC, TEMPLATE
from desk_mailadmin.documents.form_spec import FORM_BYTES
from desk_mailadmin.kernel.apart import Caps, Lost, run_apart
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_MOST_FILES = 300
_MOST_BYTES = 20 * 2**20
_CAPS = Caps(seconds=10, memory=512)
_NAME = re.compile(rf"(?:forms/)?({FORM_ID.pattern})/({re.escape(SPEC)}|{re.escape(SAMPLE)}|{re.escape(TEMPLATE)})")
_DAY = (2026, 1, 1, 0, 0, 0)  # the same forms make the same file


class Refused(Struct, frozen=True):
    """What of a zip was not taken, and why."""

    name: str
    reason: str


class Carried(Struct, frozen=True):
    """The forms found in a zip by id, and what was refused."""

    forms: Mapping[str, Mapping[str, bytes]]
    refused: list[Refused] = field(default_factory=list)


def write_forms(target: Path, forms: Mapping[str, Mapping[str, bytes]]) -> Path:
    """Write forms as a zip and return where it is; EnvironmentFault as ``save_checked`` says."""
    from desk_mailadmin.documents.saving import save_checked

    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for form_id, files in sorted(forms.items()):
                for name, raw in files.items():
                    package.writestr(zipfile.ZipInfo(f"{form_id}/{name}", _DAY), raw, zipfile.ZIP_DEFLATED)

    def check(path: Path) -> None:
        read = _read(path)
        assert {form_id: dict(files) for form_id, files in read.forms.items()} == {k: dict(v) for k, v in forms.items()}

    return save_checked(target, write, check)


def read_forms(path: Path) -> Carried:
    """Return the forms in a zip, read in a child with caps. Nothing is unpacked to disk; names only choose among forms.

    A name that leads outside, a link, a file too large or encrypted is refused and named, the rest is taken. Raises
    UserError for what is no zip or has more files than forms can have.
    """
    try:
        carried = run_apart(_read, path, caps=_CAPS)
    except Lost:
        template = QT_TRANSLATE_NOOP("desk", "“{file}”内容不正常，没有读完，什么都没有导入。重新复制一份再导入。")
        raise UserError(template, file=path.name) from None
    assert carried is not None, "nobody cancels"
    return carried


def _read(path: Path, _tell: object = None) -> Carried:
    try:
        if path.stat().st_size > _MOST_BYTES:
            template = QT_TRANSLATE_NOOP("desk", "“{file}”超过 {most} MB，不像从“表单”导出的。")
            raise UserError(template, file=path.name, most=_MOST_BYTES // 2**20)
        with zipfile.ZipFile(path) as package:
            return _carried(package, path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "“{file}”不是完整的 zip 文件，重新复制一份再导入。"), file=path.name
        ) from None


def _carried(package: zipfile.ZipFile, file: str) -> Carried:
    entries = [entry for entry in package.infolist() if not entry.is_dir()]
    if len(entries) > _MOST_FILES:
        template = QT_TRANSLATE_NOOP("desk", "“{file}”里有 {count} 个文件，不像从“表单”导出的。")
        raise UserError(template, file=file, count=len(entries))
    found: dict[str, dict[str, bytes]] = {}
    refused: list[Refused] = []
    for entry in entries:
        name = _NAME.fullmatch(entry.filename)
        reason = _objection(entry, is_form=name is not None, is_twice=_is_twice(name, found))
        raw = b"" if reason else package.open(entry).read(FORM_BYTES + 1)
        if reason or len(raw) > FORM_BYTES:
            refused.append(Refused(_legible(entry.filename), reason or _TOO_LARGE))
        elif name is not None:
            found.setdefault(name[1], {})[name[2]] = raw
    return Carried(_whole(found, refused), refused)


_TOO_LARGE = f"超过 {FORM_BYTES // 1024} KB，不像一张表单"


def _is_twice(name: re.Match[str] | None, found: Mapping[str, Mapping[str, bytes]]) -> bool:
    return name is not None and name[2] in found.get(name[1], {})


def _objection(entry: zipfile.ZipInfo, *, is_form: bool, is_twice: bool) -> str:
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "是链接，不跟随"
    if entry.flag_bits & 1:
        return "加了密码"
    if not is_form:
        return "不是表单的文件，或指向别的文件夹"
    if is_twice:
        return "出现了两次，只取第一个"
    return _TOO_LARGE if entry.file_size > FORM_BYTES else ""


def _whole(found: Mapping[str, dict[str, bytes]], refused: list[Refused]) -> dict[str, dict[str, bytes]]:
    """Return the forms that have a form.toml; name the others."""
    refused += [Refused(form_id, f"没有 {SPEC}") for form_id, files in sorted(found.items()) if SPEC not in files]
    return {form_id: files for form_id, files in found.items() if SPEC in files}


def _legible(name: str) -> str:
    shown = "".join(sign if sign.isprintable() else "�" for sign in name)
    return shown if len(shown) <= 80 else shown[:80] + "…"  # noqa: PLR2004  (characters of a name in a sentence)
