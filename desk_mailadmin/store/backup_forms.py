"""The office's own forms beside a backup, as a zip: without them their applications could not be shown."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

FORMS = "forms"
"""The folder of a desk's own forms."""

SUFFIX = ".forms.zip"
_MOST_BYTES, _MOST_FILES = 256 * 1024, 800
_DAY = (2026, 1, 1, 0, 0, 0)  # the same forms make the same file


def forms_as_zip(folder: Path) -> bytes:
    """Return the own forms in ``folder`` as a zip, empty where there are none.

    Only plain files of up to 256 KB one folder deep are taken, so old versions (``_old``) are not; what is a link, too
    large or cannot be read is left out: a form must never hinder the backup of the data.
    """
    found = {path: raw for path in sorted(folder.glob("*/*"))[:_MOST_FILES] if (raw := _content(path))}
    if not found:
        return b""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for path, raw in found.items():
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix().encode("utf-8", "replace").decode(), _DAY)
            package.writestr(entry, raw, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _content(path: Path) -> bytes:
    """Return what a file holds, nothing for one that is not taken."""
    try:
        plain = path.is_file() and not path.is_symlink() and not path.parent.is_symlink()
        small = plain and not path.name.startswith(".") and path.stat().st_size <= _MOST_BYTES
        return path.read_bytes() if small else b""
    except OSError:
        return b""
