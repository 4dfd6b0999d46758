"""Fields of the first run: a folder, and the mail domains of the company and its branches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.entered_text import entered_line
from desk_mailadmin.ui.dialogs.field import Check, Field
from desk_mailadmin.ui.dialogs.message import Message, ok
from desk_mailadmin.ui.dialogs.pieces import FIELD_HEIGHT, Button, column, holding, on_click, row
from desk_mailadmin.ui.fonts import chars

_MOST = 60  # branches of one company
_LONGEST = 253


class BranchDomain(Struct, frozen=True):
    """A mail domain and the branch that uses it; an empty branch is the headquarters."""

    domain: str
    branch: str = ""


class FolderField(Field):
    """A folder; the value is an absolute path, None for none."""

    def __init__(
        self,
        name: str,
        title: str,
        choose: Callable[[], Path | None],
        *,
        required: bool = False,
        checks: Sequence[Check] = (),
        hint: str = "",
    ) -> None:
        super().__init__(name, title, required=required, checks=checks, hint=hint)
        self._choose = choose
        self.edit = QLineEdit()
        self.edit.setMaxLength(1000)
        self.edit.setMinimumHeight(FIELD_HEIGHT)
        self.edit.setMinimumWidth(chars(self, 26))
        self.button = Button(self.tr("选文件夹…"), "folder-open")
        on_click(self.button, self._on_choose)
        self.setLayout(row(self.edit, self.button))
        self._adopt(self.edit)
        self.edit.textChanged.connect(self.changed)

    def value(self) -> Path | None:
        """Return the folder; UserError where it is not written in full."""
        text = entered_line(self.edit.text(), 1000).text
        if not text:
            return None
        path = Path(text).expanduser()
        if not path.is_absolute():
            raise UserError(QT_TRANSLATE_NOOP("desk", "要写完整的路径，或用“选文件夹…”。"))
        return path

    def set_value(self, value: Any) -> None:
        """Show a path."""
        self.edit.setText("" if value is None else str(value))

    def is_empty(self) -> bool:
        return not self.edit.text().strip()

    def entry(self) -> str:
        return self.edit.text()

    def _on_choose(self) -> None:
        chosen = self._choose()
        if chosen:
            self.set_value(chosen)
            self.check()


class DomainsField(Field):
    """One domain for the headquarters and one for each branch that has its own; the value is a tuple of them.

    ``checked`` returns a domain in its final spelling and raises UserError for what is none.
    """

    def __init__(self, name: str, title: str, checked: Callable[[str], str]) -> None:
        super().__init__(name, title, required=True, checks=[self._well_formed])
        self._checked = checked
        self._rows: list[tuple[QLineEdit, QLineEdit | None]] = []
        self._lines: QVBoxLayout = column(spacing=4)
        self.more = Button(self.tr("再加一个域名"), "plus", "link")
        on_click(self.more, self._on_more)
        whole = column(spacing=4)
        whole.addLayout(self._lines)
        whole.addLayout(row(self.more, None))
        self.setLayout(whole)
        self._add(BranchDomain(""))

    def value(self) -> tuple[BranchDomain, ...]:
        """Return the domains in lower case; UserError for one that is none, stands twice, or lacks its branch."""
        entered = [self._entered(*line) for line in self._rows]
        given = tuple(
            BranchDomain(self._checked(one.domain), one.branch) for one in entered if one.domain or one.branch
        )
        _check_once([one.domain for one in given])
        if any(not one.branch for one in given[1:]):
            raise UserError(QT_TRANSLATE_NOOP("desk", "第二个域名起要写是哪个分公司的。"))
        return given

    def set_value(self, value: Any) -> None:
        """Show these domains."""
        while self._rows:
            self._remove(self._rows[0][0])
        for one in tuple(value or (BranchDomain(""),))[:_MOST]:
            self._add(one if isinstance(one, BranchDomain) else BranchDomain(*map(str, one)))
        self.changed.emit()

    def entry(self) -> list[list[str]]:
        entered = [self._entered(*line) for line in self._rows]
        return [[one.domain, one.branch] for one in entered]

    def is_empty(self) -> bool:
        return not any(domain.text().strip() for domain, _ in self._rows)

    def _well_formed(self, _value: Any) -> Message:
        return ok(self.tr("格式正确"))

    def _entered(self, domain: QLineEdit, branch: QLineEdit | None) -> BranchDomain:
        return BranchDomain(entered_line(domain.text()).text, entered_line(branch.text()).text if branch else "")

    def _add(self, one: BranchDomain) -> QLineEdit:
        domain = self._edit(one.domain, "example.com.cn", 17)
        branch = self._edit(one.branch, self.tr("哪个分公司"), 8) if self._rows else None
        parts = row(domain, spacing=8)
        if branch:
            remove = Button(self.tr("移除"), kind="link")
            on_click(remove, lambda: self._on_remove(domain))
            parts.addWidget(branch)
            parts.addWidget(remove)
        parts.addStretch(1)
        self._lines.addWidget(holding(parts))
        self._rows.append((domain, branch))
        return domain

    def _edit(self, text: str, placeholder: str, width: float) -> QLineEdit:
        edit = QLineEdit(text)
        edit.setMaxLength(_LONGEST)
        edit.setPlaceholderText(placeholder)
        edit.setMinimumHeight(FIELD_HEIGHT)
        edit.setFixedWidth(chars(self, width))
        self._adopt(edit)
        edit.textChanged.connect(self.changed)
        return edit

    def _on_more(self) -> None:
        self._add(BranchDomain("")).setFocus()

    def _on_remove(self, domain: QLineEdit) -> None:
        self._remove(domain)
        self.changed.emit()

    def _remove(self, domain: QLineEdit) -> None:
        place = next(n for n, (one, _) in enumerate(self._rows) if one is domain)
        for edit in self._rows.pop(place):
            if edit in self._editors:
                self._editors.remove(edit)
        item = self._lines.takeAt(place)
        widget = item.widget() if item else None
        if widget:
            widget.hide()
            widget.deleteLater()


def _check_once(domains: Sequence[str]) -> None:
    for domain in domains:
        if domains.count(domain) > 1:
            raise UserError(QT_TRANSLATE_NOOP("desk", "“{domain}”写了两次"), domain=domain)
