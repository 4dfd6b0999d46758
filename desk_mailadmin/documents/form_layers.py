"""The folders forms are read from: shipped, the office's share, this desk; read into memory, later ones win."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

RENDERER = "_lib/office.typ"
SPEC, SAMPLE, TEMPLATE = "form.toml", "sample.json", "form.typ"
"""The files of a form; ``form.typ`` is there only where a form is drawn by a template of its own."""

FORM_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class Layer:
    """The files of one folder by their name (``account_receipt/form.toml``), and what people call it."""

    origin: str
    files: Mapping[str, bytes]

    def of(self, form_id: str) -> dict[str, bytes]:
        """Return the files of one form by their bare name."""
        return {name.split("/")[1]: raw for name, raw in self.files.items() if name.split("/")[0] == form_id}

    def with_form(self, form_id: str, files: Mapping[str, bytes]) -> Layer:
        """Return this layer with these files in the place of that form's."""
        others = {name: raw for name, raw in self.files.items() if name.split("/")[0] != form_id}
        return Layer(self.origin, {**others, **{f"{form_id}/{name}": raw for name, raw in files.items()}})


def read_layer(origin: str, folder: Path) -> Layer:
    """Read a forms folder: only the files of forms and the renderer, nothing by a link."""
    files: dict[str, bytes] = {}
    found = [path for name in (SPEC, SAMPLE, TEMPLATE) for path in folder.glob(f"*/{name}")]
    for path in (*found, folder / RENDERER):
        name = path.relative_to(folder).as_posix()
        usable = name == RENDERER or FORM_ID.fullmatch(path.parent.name)
        if usable and path.is_file() and not path.is_symlink() and not path.parent.is_symlink():
            files[name] = _read_capped(path)
    return Layer(origin, files)


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
