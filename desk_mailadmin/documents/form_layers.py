"""The folders forms are read from: shipped, the office's share, this desk; read into memory, later ones win."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

RENDERER = "_lib/office.typ"
SPEC, SAMPLE, TEMPLATE = "form.toml", "sample.json", "form.typ"
"""The files of a form; ``form.typ`` is there only where a form is drawn by a template of its own."""

FORM_ID = regex(r"[a-z][a-z0-9_]{0,39}")


MOST_FORMS = 200
"""Folders that are read of one forms folder; a desk has some dozens."""


class Layer(Struct, frozen=True):
    """The files of one folder by their name (``account_receipt/form.toml``), and what people call it.

    ``faults`` are sentences about what lies there and was not read: nobody should look for a form in vain.
    """

    origin: str
    files: Mapping[str, bytes]
    faults: Sequence[UserError] = ()

    def of(self, form_id: str) -> dict[str, bytes]:
        """Return the files of one form by their bare name."""
        return {name.split("/")[1]: raw for name, raw in self.files.items() if name.split("/")[0] == form_id}

    def with_form(self, form_id: str, files: Mapping[str, bytes]) -> Layer:
        """Return this layer with these files in the place of that form's."""
        others = {name: raw for name, raw in self.files.items() if name.split("/")[0] != form_id}
        return Layer(self.origin, {**others, **{f"{form_id}/{name}": raw for name, raw in files.items()}})


def read_layer(origin: str, folder: Path) -> Layer:
    """Read a forms folder: only the files of forms and the renderer, nothing by a link; one not there is empty."""
    try:
        names = sorted(path.name for path in folder.iterdir() if not path.name.startswith(("_", ".")))
    except FileNotFoundError:
        return Layer(origin, {})
    except OSError as error:
        return Layer(origin, {}, (_unreadable(folder, error),))
    names = [name for name in names if (folder / name).is_dir()]
    faults = [fault for name in names[:MOST_FORMS] if (fault := _objection(folder / name))]
    if len(names) > MOST_FORMS:
        template = QT_TRANSLATE_NOOP("desk", "“{place}”里有 {count} 个文件夹，只用了前 {most} 个，移走不是表单的。")
        faults.append(UserError(template, place=folder, count=len(names), most=MOST_FORMS))
    inside = [f"{name}/{part}" for name in names[:MOST_FORMS] for part in (SPEC, SAMPLE, TEMPLATE)]
    files = {name: _read_capped(folder / name) for name in (*inside, RENDERER) if _is_plain(folder / name)}
    return Layer(origin, files, tuple(faults))


def _is_plain(path: Path) -> bool:
    """Say whether it is a file of a form or the renderer, and neither it nor its folder a link."""
    named = path.parent.name == Path(RENDERER).parent.name or FORM_ID.fullmatch(path.parent.name)
    return bool(named) and path.is_file() and not path.is_symlink() and not path.parent.is_symlink()


def _objection(place: Path) -> UserError | None:
    """Return why a folder with a form in it is not used, None where it is or where it holds none."""
    if (place / f"{SPEC}.txt").is_file() and not (place / SPEC).exists():
        template = QT_TRANSLATE_NOOP("desk", "“{place}”没有用上：里面的文件名是 {wrong}，应当是 {right}。")
        return UserError(template, place=place, wrong=f"{SPEC}.txt", right=SPEC)
    if not (place / SPEC).is_file():
        return None
    if place.is_symlink() or (place / SPEC).is_symlink():
        template = QT_TRANSLATE_NOOP("desk", "“{place}”没有用上：它是链接，把文件夹本身复制过来。")
        return UserError(template, place=place)
    if FORM_ID.fullmatch(place.name) is None:
        template = QT_TRANSLATE_NOOP(
            "desk",
            "“{place}”没有用上：文件夹名用小写英文字母开头，只有小写字母、数字和下划线，并与 form.toml 里的 id 相同。",
        )
        return UserError(template, place=legible(str(place)))
    return None


def _unreadable(folder: Path, error: OSError) -> UserError:
    if isinstance(error, NotADirectoryError):
        template = QT_TRANSLATE_NOOP(
            "desk", "“{place}”应当是文件夹，现在是一个文件；本单位的表单没有用上，移走它就好。"
        )
        return UserError(template, place=folder)
    template = QT_TRANSLATE_NOOP("desk", "“{place}”读不出来（{reason}），本单位的表单没有用上；看看权限和磁盘。")
    return UserError(template, place=folder, reason=error.strerror or type(error).__name__)


def legible(name: str) -> str:
    """Return a name with every sign that cannot be shown (names in GBK, too) as �."""
    return "".join(sign if sign.isprintable() else "�" for sign in name)


def _read_capped(path: Path) -> bytes:
    """Return at most one byte more than a form may have: enough for the reader to refuse it by its size."""
    from desk_mailadmin.documents.form_spec import FORM_BYTES

    try:
        with path.open("rb") as file:
            return file.read(FORM_BYTES + 1)
    except OSError:
        return b""


def ids_in(layers: Iterable[Layer]) -> list[str]:
    """Return the ids of the forms that one of the layers says something about."""
    return sorted({name.split("/")[0] for layer in layers for name in layer.files if name != RENDERER})


def topmost(name: str, layers: Sequence[Layer]) -> Layer | None:
    """Return the last layer that has a file of that name."""
    return next((layer for layer in reversed(layers) if name in layer.files), None)
