"""A field for files that go with a record: added one by one, each with its name and a way to leave it out again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from desk_mailadmin.documents.scans import SCAN_BYTES
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.field import Field
from desk_mailadmin.ui.dialogs.message import Message, MessageKind
from desk_mailadmin.ui.dialogs.pieces import Button, IconButton, column, holding, keep_left, label, on_click, row
from desk_mailadmin.ui.shown import said


class FilesField(Field):
    """Several files; the value is a tuple of paths. ``choose`` asks for one, None where the clerk withdrew."""

    def __init__(self, name: str, title: str, verb: str, choose: Callable[[], Path | None]) -> None:
        super().__init__(name, title)
        self._choose = choose
        self._paths: list[Path] = []
        self._add = Button(verb, "paperclip", "link")
        on_click(self._add, self._ask)
        self._list = column(spacing=0)
        self.setLayout(column(self._list, self._add, spacing=0))
        keep_left(self, self._add)
        self._adopt(self._add)
        self._add.setAccessibleName(f"{title} {verb}")

    def value(self) -> tuple[Path, ...]:
        """Return the files in the order they were added."""
        return tuple(self._paths)

    def set_value(self, value: Any) -> None:
        """Show other files; a draft's names of files that are gone are passed over."""
        self._paths = [path for path in map(Path, value or ()) if path.is_file()]
        self._show_paths()

    def entry(self) -> list[str]:
        return [str(path) for path in self._paths]

    def add(self, path: Path) -> None:
        """Take one file more; one that cannot be read, is empty or too large is refused beside the field."""
        try:
            content_of(path)
        except (UserError, EnvironmentFault) as error:
            self._show(Message(MessageKind.WARNING, said(error)))
            return
        if path not in self._paths:
            self._paths.append(path)
        self._show(None)
        self._show_paths()

    def _ask(self) -> None:
        path = self._choose()
        if path is not None:
            self.add(path)

    def _drop(self, path: Path) -> None:
        self._paths.remove(path)
        self._show_paths()
        self._add.setFocus()

    def _show_paths(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for path in self._paths:
            drop = IconButton("x", self.tr("不附 {name}").format(name=path.name))
            on_click(drop, partial(self._drop, path))
            self._list.addWidget(holding(row(label(path.name), drop, None, spacing=4)))
        self.changed.emit()


def content_of(path: Path) -> bytes:
    """Return what a file holds; UserError where it is empty or over 50 MB, EnvironmentFault where it cannot be read."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= SCAN_BYTES else b""
    except OSError as error:
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "{file} 读不出来：{reason}。"),
            remedy=QT_TRANSLATE_NOOP("desk", "看文件是否还在、有没有权限，再选一次。"),
            file=path.name,
            reason=error.strerror or str(error),
        ) from error
    if size > SCAN_BYTES:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 超过 50 MB，没有收下。"), file=path.name)
    if not content:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 是空文件，没有收下。"), file=path.name)
    return content
