"""Whatever is pasted into a field, half composed, or comes back from a draft (SAFETY 4.7): clean, refused, never a crash."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

import desk_mailadmin.ui.dialogs
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.mailserver.server import checked_host
from desk_mailadmin.store.drafts import Drafts
from desk_mailadmin.ui.dialogs.field import Field, FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.fields import (
    ChecksField,
    ChoiceField,
    DateField,
    FlagField,
    LongTextField,
    Option,
    RadioField,
    SpinField,
    TextField,
)
from desk_mailadmin.ui.dialogs.files_field import FilesField
from desk_mailadmin.ui.dialogs.form_dialog import FormDialog, FormJob
from desk_mailadmin.ui.dialogs.members.pin_field import CodeField, PinField
from desk_mailadmin.ui.dialogs.money_field import MoneyField
from desk_mailadmin.ui.dialogs.password_dialog import PasswordField
from desk_mailadmin.ui.dialogs.people_field import PeopleField
from desk_mailadmin.ui.dialogs.person_picker import PersonField
from desk_mailadmin.ui.dialogs.place_fields import DomainsField, FolderField
from tests.answering import AnsweringPrompter
from tests.desks import TODAY
from tests.hostile.words import ASKED

_OPTIONS = (Option("a", "甲"), Option("b", "乙"))
KINDS: Mapping[type[Field], Callable[[], Field]] = {
    TextField: lambda: TextField("x", "职务"),
    LongTextField: lambda: LongTextField("x", "理由"),
    DateField: lambda: DateField("x", "日期", today=lambda: TODAY),
    MoneyField: lambda: MoneyField("x", "金额"),
    SpinField: lambda: SpinField("x", "容量", low=1, high=500, unit="MB"),
    ChoiceField: lambda: ChoiceField("x", "部门", (Choice("a", "甲"), Choice("b", "乙"))),
    RadioField: lambda: RadioField("x", "种类", _OPTIONS),
    ChecksField: lambda: ChecksField("x", "权限", _OPTIONS),
    FlagField: lambda: FlagField("x", "", "我知道"),
    FilesField: lambda: FilesField("x", "附件", "加一个", lambda: None),
    FolderField: lambda: FolderField("x", "位置", lambda: None),
    DomainsField: lambda: DomainsField("x", "域名", checked_host),
    PersonField: lambda: PersonField("x", "人员", lambda _text: ()),
    PeopleField: lambda: PeopleField("x", "人员", lambda _text: ()),
    PasswordField: lambda: PasswordField("x"),
    PinField: lambda: PinField("x", "PIN"),
    CodeField: lambda: CodeField("x", "恢复码"),
}
ODD_DATES = (
    "0001-01-01",
    "9999-12-31",
    "10000-1-1",
    "2026-02-29",
    "2024-02-29",
    "2-30",
    "0230",
    "+99999999",
    "-99999999",
    "00000000",
    "２０２６-1-1",
    "t" * 60,
)
ODD_SUMS = (
    "0",
    "-1",
    "-0",
    "1.234",
    "1,2,3",
    "9" * 20,
    "1e5",
    "NaN",
    "٣",
    "１２．５０",
    "￥",
    "元",
    "12元5角",
    "0.005",
    ".5",
    "5.",
    "--5",
    "1_000",
)
TEXTS = [text for text in ASKED if len(text) < 300] + [
    *ODD_DATES,
    *ODD_SUMS,
    "张\0三",
    "\u202e三张",
    "一\n二\r\n三\u2028四\x0b五",
]
VALUES: list[Any] = [
    None,
    "",
    "x",
    0,
    -1,
    10**30,
    1.5,
    True,
    [],
    [1],
    ["a", None],
    {},
    {"a": 1},
    "2026-13-45",
    "\ud800",
    "9" * 5_000,
    [[]],
    [{}],
]
INVISIBLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2028\u2029\ud800-\udfff\ufeff]")
every = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def test_no_kind_of_field_is_forgotten():
    for module in pkgutil.walk_packages(desk_mailadmin.ui.dialogs.__path__, "desk_mailadmin.ui.dialogs."):
        importlib.import_module(module.name)
    found, waiting = set(), [Field]
    while waiting:
        kinds = waiting.pop().__subclasses__()
        found |= {one for one in kinds if one.__module__.startswith("desk_mailadmin.ui.")}
        waiting += kinds
    assert found == set(KINDS)


@pytest.fixture
def field(qtbot: Any) -> Callable[[type[Field]], Field]:
    def make(kind: type[Field]) -> Field:
        made = KINDS[kind]()
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def editors(field: Field) -> list[QLineEdit | QPlainTextEdit]:
    return [*field.findChildren(QLineEdit), *field.findChildren(QPlainTextEdit)]


def texts_in(value: object) -> list[str]:
    if isinstance(value, Secret):
        return []
    if isinstance(value, str | Path):
        return [str(value)]
    parts = value if isinstance(value, tuple | list | frozenset) else ()
    return [text for part in parts for text in texts_in(part)]


def made_of(field: Field) -> str:
    """The words that stand beside a field."""
    return field.message.text if field.message else ""


def looked_at(field: Field) -> None:
    """What the dialog asks of a field while something is typed and when it is left and saved."""
    field._commit()
    right = field.check()
    try:
        value, empty = field.value(), field.is_empty()
    except UserError:
        assert not right
        assert made_of(field)
        return
    assert isinstance(empty, bool)
    assert [text for text in texts_in(value) if INVISIBLE.search(text.replace("\n", ""))] == []


@every
def test_whatever_is_typed_or_set_is_clean_or_refused(kind: type[Field], field: Any, tmp_path: Path):
    made, drafts = field(kind), Drafts(tmp_path)
    for text in TEXTS:
        for edit in editors(made):
            if isinstance(edit, QLineEdit):
                edit.setText(text)
            else:
                edit.setPlainText(text)
        looked_at(made)
        drafts.put("a", {"x": made.entry()})
        assert drafts.get("a") is not None


@every
def test_a_pasted_megabyte_is_cut(kind: type[Field], field: Any, qtbot: Any):
    made = field(kind)
    for piece in ("字" * 2**20, "a\n\0\u202e" * 2**18):
        QGuiApplication.clipboard().setText(piece)
        for edit in editors(made):
            edit.setFocus()
            edit.selectAll()
            edit.paste()
            assert len(edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()) <= 20_000
        looked_at(made)
    QGuiApplication.clipboard().clear()


@every
def test_whatever_a_draft_gives_back_is_shown_or_passed_over(kind: type[Field], field: Any, qtbot: Any, tmp_path: Path):
    for value in VALUES:
        made = KINDS[kind]()
        job = FormJob(save=lambda _values, _confirmed: None, title="保存")
        dialog = FormDialog("新建", [FieldGroup("组", FieldRow(made))], job, AnsweringPrompter())
        qtbot.addWidget(dialog, before_close_func=lambda one: one.start_from_here())
        dialog.restore({"x": value})
        looked_at(made)
        json.dumps(made.entry())
        dialog.start_from_here()
        dialog.reject()


@pytest.mark.parametrize("kind", [TextField, LongTextField, DateField, MoneyField])
def test_what_is_half_composed_is_no_entry_until_it_is_committed(kind: type[Field], field: Any, qtbot: Any):
    made = field(kind)
    (edit,) = editors(made)
    edit.setFocus()
    QApplication.sendEvent(edit, QInputMethodEvent("zhang'san", []))
    assert made.is_empty()
    looked_at(made)
    committed = QInputMethodEvent("", [])
    committed.setCommitString("张三")
    QApplication.sendEvent(edit, committed)
    shown = edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()
    assert shown == "张三"


def test_saving_while_something_is_half_composed_saves_what_stands_there_once(qtbot: Any):
    saved: list[Any] = []
    name = TextField("name", "姓名")
    job = FormJob(save=lambda values, _confirmed: saved.append(dict(values)), title="保存")
    dialog = FormDialog("新建", [FieldGroup("组", FieldRow(name))], job, AnsweringPrompter())
    qtbot.addWidget(dialog)
    dialog.show()
    name.edit.setText("张")
    QApplication.sendEvent(name.edit, QInputMethodEvent("san", []))
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.accessibleName() == "保存"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert len(saved) == 1
    assert saved[0]["name"].startswith("张")
