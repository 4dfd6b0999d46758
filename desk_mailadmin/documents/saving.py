"""A file written whole or not at all: beside the old one, read again, compared, then put in its place."""

from __future__ import annotations

import contextlib
import errno
import os
import uuid
from collections.abc import Callable
from pathlib import Path

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_MOST_COPIES = 99


def save_checked(target: Path, write: Callable[[Path], None], check: Callable[[Path], None]) -> Path:
    """Write a file through ``write``, read it again through ``check``, and return where it is.

    That is ``target``, or ``…(2)`` and so on beside it where ``target`` is open in Excel or LibreOffice. Raises
    EnvironmentFault for a full disk or a folder that cannot be written; whatever goes wrong, the old file stays.
    """
    draft = target.with_name(f".{uuid.uuid4().hex[:12]}{target.suffix}")
    try:
        write(draft)
        _sync(draft)
        check(draft)
        return _put_in_place(draft, target)
    except OSError as error:
        raise _fault_of(error, target) from error
    finally:
        with contextlib.suppress(OSError):  # the folder may be no folder at all
            draft.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _put_in_place(draft: Path, target: Path) -> Path:
    if target.exists() and not target.is_file():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    for number in range(1, _MOST_COPIES + 1):
        place = target if number == 1 else target.with_name(f"{target.stem}({number}){target.suffix}")
        if _is_open(place) or (place.exists() and not place.is_file()):
            continue
        try:
            draft.replace(place)
        except PermissionError:
            if not os.access(target.parent, os.W_OK):
                raise
            continue
        return place
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))


def _is_open(path: Path) -> bool:
    """Say whether an office program left its sign that it has the file open."""
    return any(path.with_name(sign).exists() for sign in (f"~${path.name}", f".~lock.{path.name}#"))


def _fault_of(error: OSError, target: Path) -> EnvironmentFault:
    if error.errno in _FULL:
        return EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "磁盘已满，“{name}”没有写成，原来的文件没有动。"),
            remedy=QT_TRANSLATE_NOOP("desk", "腾出空间，或换一个文件夹再导出。"),
            name=target.name,
        )
    return EnvironmentFault(
        QT_TRANSLATE_NOOP("desk", "“{name}”写不到“{folder}”（{reason}），原来的文件没有动。"),
        remedy=QT_TRANSLATE_NOOP("desk", "关闭打开着的同名文件，或换一个文件夹再导出。"),
        name=target.name,
        folder=str(target.parent),
        reason=error.strerror or type(error).__name__,
    )
