from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.ui.dialogs.setting_form import value_text
from desk_mailadmin.ui.dialogs.settings_dialog import SettingsDialog, SettingsJob, SettingsTable
from tests.answering import AnsweringPrompter

TODAY = date(2026, 12, 3)
QUOTA = Setting("mail.quota_mb", 10, "邮箱容量上限", Group.MAIL, "000/4.1", "MB", least=1, most=1000)
NAMING = Setting(
    "mail.naming", "plain", "命名规则", Group.MAIL, "004/第八条", choices=(("plain", "全拼"), ("dot", "姓.名"))
)
LAWS = Setting(
    "laws", ["000", "002"], "施行的制度", choices=(("000", "邮件制度"), ("002", "电话制度"), ("003", "沟通办法"))
)
UNIQUE = Setting("unique", True, "全集团排重", Group.MAIL)
COMPANY = Setting("company", "", "公司全称", note="印在每张表的抬头")
ALIASES = Setting("aliases", ["a.cn", "b.cn"], "别名域", Group.DESK)


@dataclass(frozen=True)
class Version:
    value: object
    in_force: date


class Desk:
    """Keeps versions as the real desk does: the youngest in force counts."""

    def __init__(self) -> None:
        self.kept = {QUOTA.key: [Version(20, date(2026, 5, 1))]}

    def versions(self, setting):
        return tuple(self.kept.get(setting.key, ()))

    def value(self, setting, on):
        held = [one for one in self.versions(setting) if one.in_force <= on]
        return max(held, key=lambda one: one.in_force).value if held else setting.default

    def put(self, setting, value, in_force, _confirmed):
        if in_force < TODAY:
            raise UserError("施行日不能早于今天。", field="in_force")
        self.kept.setdefault(setting.key, []).append(Version(value, in_force))


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def dialog(qtbot, desk):
    job = SettingsJob(
        settings=(COMPANY, LAWS, QUOTA, NAMING, UNIQUE, ALIASES),
        value=desk.value,
        versions=desk.versions,
        put=desk.put,
        today=lambda: TODAY,
    )
    made = SettingsDialog(job, AnsweringPrompter())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def row_of(dialog, title) -> list[str]:
    table = dialog.table
    for row in range(table.rowCount()):
        if table.index(row, 0).data() == title:
            return [table.index(row, column).data() for column in range(table.columnCount())]
    raise AssertionError(title)


def form(dialog, setting, qtbot):
    made = dialog.form_for(setting)
    qtbot.addWidget(made, before_close_func=lambda one: one.start_from_here())
    made.show()
    return made


def press(dialog, text):
    next(one for one in dialog.findChildren(QPushButton) if one.accessibleName() == text).click()


def seen(dialog) -> str:
    texts = [one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog)]
    return " ".join(texts + [one.text() for one in dialog.findChildren(QPushButton) if one.isVisibleTo(dialog)])


def test_every_setting_shows_value_original_clause_and_since_when(dialog):
    assert row_of(dialog, "邮箱容量上限") == ["邮箱容量上限", "20 MB", "10 MB", "邮件制度 4.1", "2026-05-01"]
    assert row_of(dialog, "施行的制度")[1:3] == ["邮件制度、电话制度", "邮件制度、电话制度"]
    assert row_of(dialog, "全集团排重")[1] == "是"


def test_groups_are_counted_and_filter(dialog):
    assert [button.text() for button in dialog.segments] == ["全部 6", "单位 2", "邮箱 3", "数据 1"]
    dialog.segments[2].click()
    assert dialog.table.rowCount() == 3


def test_the_table_keeps_qts_rules_and_reads_out_rows(dialog, qtmodeltester):
    qtmodeltester.check(dialog.table)
    assert isinstance(dialog.table, SettingsTable)
    spoken = dialog.table.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "邮箱容量上限，20 MB，10 MB，邮件制度 4.1，2026-05-01"


def test_a_figure_is_changed_from_a_date_on(dialog, desk, qtbot):
    made = form(dialog, QUOTA, qtbot)
    assert "制度原文：10 MB（邮件制度 4.1）" in seen(made)
    assert "2026-05-01 起：20 MB" in seen(made)
    made.field("value").set_value(50)
    made.field("in_force").edit.setText("20270101")
    press(made, "保存")
    assert desk.kept[QUOTA.key][-1] == Version(50, date(2027, 1, 1))
    assert desk.value(QUOTA, TODAY) == 20


def test_what_the_desk_refuses_is_said_beside_its_field(dialog, desk, qtbot):
    made = form(dialog, QUOTA, qtbot)
    made.field("value").set_value(50)
    made.field("in_force").edit.setText("-3")
    press(made, "保存")
    assert "施行日不能早于今天。" in seen(made)
    assert len(desk.kept[QUOTA.key]) == 1


@pytest.mark.parametrize(
    ("setting", "entry", "kept"),
    [
        (NAMING, "dot", "dot"),
        (LAWS, ["003", "000"], ["000", "003"]),
        (UNIQUE, False, False),
        (COMPANY, "华东云帆", "华东云帆"),
        (ALIASES, "c.cn，d.cn", ["c.cn", "d.cn"]),
    ],
)
def test_every_kind_of_value_comes_back_in_its_own_type(dialog, desk, qtbot, setting, entry, kept):
    made = form(dialog, setting, qtbot)
    made.field("value").set_value(entry)
    press(made, "保存")
    assert desk.kept[setting.key][-1] == Version(kept, TODAY)


def test_enter_opens_the_change_and_the_list_follows(dialog, desk, qtbot):
    dialog.segments[2].click()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Return)
    from desk_mailadmin.ui.dialogs.setting_form import SettingForm

    made = dialog.findChild(SettingForm)
    made.field("value").set_value(30)
    press(made, "保存")
    assert row_of(dialog, "邮箱容量上限")[1] == "30 MB"


def test_a_value_that_cannot_be_read_shows_nothing():
    assert value_text(QUOTA, None) == ""
