from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.dialogs.first_run import FirstRunJob, FirstRunWizard
from desk_mailadmin.ui.dialogs.message import warning
from desk_mailadmin.ui.dialogs.place_fields import BranchDomain
from tests.answering import AnsweringPrompter

RULES = (Choice("dotted", "姓.名"), Choice("plain", "姓名全拼"))
LAWS = (Choice("000", "邮件制度"), Choice("002", "电话制度"), Choice("003", "电子沟通办法"))


def check_place(path):
    if path.name == "foreign":
        raise UserError("这里放着别的程序的文件，换一个文件夹。")
    return warning("在共享盘上，换到本机盘更稳妥") if path.name == "share" else None


def check_domain(text):
    if "." not in text or ".." in text:
        raise UserError("“{text}”不是域名", text=text)
    return text.lower()


class Office:
    def __init__(self) -> None:
        self.made, self.fault = [], None

    def finish(self, value):
        if self.fault:
            raise self.fault
        self.made.append(value)


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def opened(qtbot, office, tmp_path):
    wizards = []

    def open_wizard(*answers) -> FirstRunWizard:
        job = FirstRunJob(
            default_place=tmp_path / "desk",
            naming_rules=RULES,
            regulations=LAWS,
            example={"dotted": "周文博 → zhou.wenbo", "plain": "周文博 → zhouwenbo"}.__getitem__,
            check_place=check_place,
            check_domain=check_domain,
            finish=office.finish,
        )
        wizard = FirstRunWizard(job, AnsweringPrompter.with_answers(*answers))
        wizards.append(wizard)
        qtbot.addWidget(wizard, before_close_func=lambda one: one.go_to(0))
        wizard.show()
        wizard.activateWindow()
        qtbot.waitUntil(wizard.isActiveWindow)
        return wizard

    yield open_wizard
    wizards.clear()


def press(wizard, text):
    next(one for one in wizard.findChildren(QPushButton) if one.accessibleName() == text and one.isVisible()).click()


def seen(wizard) -> str:
    return " ".join(one.text() for one in wizard.findChildren(QLabel) if one.isVisibleTo(wizard))


def fill_company(wizard) -> None:
    wizard.fields["company"].set_value("华东云帆集团股份有限公司")
    wizard.fields["domains"].set_value(
        (BranchDomain("Yunfan-Group.com.cn"), BranchDomain("sz.yunfan.cn", "苏州分公司"))
    )


def at_the_end(wizard) -> FirstRunWizard:
    wizard.forward.click()
    fill_company(wizard)
    wizard.forward.click()
    wizard.forward.click()
    wizard.fields["clerk"].set_value("周敏")
    wizard.forward.click()
    wizard.forward.click()
    assert wizard.step == 5
    return wizard


def test_six_steps_end_in_one_value_and_only_then_something_is_made(opened, office, tmp_path):
    wizard = at_the_end(opened())
    assert office.made == []
    for text in (
        str(tmp_path / "desk"),
        "华东云帆集团股份有限公司",
        "sz.yunfan.cn（苏州分公司）",
        "10 MB / 2 MB",
        "周敏",
    ):
        assert text in seen(wizard)
    press(wizard, "建立数据")
    made = office.made[0]
    assert (made.place, made.company) == (tmp_path / "desk", "华东云帆集团股份有限公司")
    assert made.domains == (BranchDomain("yunfan-group.com.cn"), BranchDomain("sz.yunfan.cn", "苏州分公司"))
    assert (made.naming_rule, made.regulations) == ("dotted", ("000", "002", "003"))
    assert (made.quota_mb, made.outgoing_mb, made.import_roster) == (10, 2, True)
    assert (made.office, made.clerk, made.backup) == ("办公室", "周敏", None)
    assert wizard.result() == QDialog.DialogCode.Accepted


def test_a_step_is_not_left_while_something_is_wrong(opened, tmp_path):
    wizard = opened()
    wizard.fields["place"].set_value(tmp_path / "foreign")
    wizard.forward.click()
    assert wizard.step == 0
    assert "这里放着别的程序的文件" in seen(wizard)
    wizard.fields["place"].set_value("desk")
    assert "要写完整的路径" in seen(wizard)


def test_a_share_is_warned_about_but_taken(opened, tmp_path):
    wizard = opened()
    wizard.fields["place"].set_value(tmp_path / "share")
    wizard.forward.click()
    assert wizard.step == 1
    wizard.back.click()
    assert "换到本机盘更稳妥" in seen(wizard)


def test_the_company_is_asked_for_and_the_cursor_stands_there(opened):
    wizard = opened()
    wizard.forward.click()
    assert wizard.fields["company"].has_focus()
    QTest.keySequence(wizard, "Ctrl+Return")
    assert wizard.step == 1
    assert "还没有填" in seen(wizard)


@pytest.mark.parametrize(
    ("domains", "sentence"),
    [
        ((BranchDomain("yunfan"),), "“yunfan”不是域名"),
        ((BranchDomain("a.cn"), BranchDomain("A.cn", "苏州")), "“a.cn”写了两次"),
        ((BranchDomain("a.cn"), BranchDomain("b.cn")), "第二个域名起要写是哪个分公司的"),
    ],
)
def test_domains_are_checked_beside_the_field(opened, domains, sentence):
    wizard = opened()
    wizard.forward.click()
    field = wizard.fields["domains"]
    field.set_value(domains)
    assert not field.check()
    assert sentence in seen(wizard)
    field.set_value((BranchDomain("a.cn"),))
    assert "格式正确" in seen(wizard)


def test_a_domain_is_added_and_removed(opened, qtbot):
    wizard = opened()
    wizard.forward.click()
    field = wizard.fields["domains"]
    press(wizard, "再加一个域名")
    qtbot.waitUntil(lambda: len([one for one in field.findChildren(QLineEdit) if one.isVisible()]) == 3)
    press(wizard, "移除")
    qtbot.waitUntil(lambda: len([one for one in field.findChildren(QLineEdit) if one.isVisible()]) == 1)


def test_the_naming_rule_shows_its_example(opened):
    wizard = opened()
    wizard.forward.click()
    assert "例：周文博 → zhou.wenbo" in seen(wizard)
    wizard.fields["naming_rule"].set_value("plain")
    assert "例：周文博 → zhouwenbo" in seen(wizard)


def test_a_figure_other_than_the_regulations_own_is_pointed_out(opened):
    wizard = opened()
    wizard.forward.click()
    wizard.fields["quota_mb"].set_value(50)
    wizard.fields["quota_mb"].check()
    assert "制度原文是 10 MB" in seen(wizard)


def test_a_backup_inside_the_desk_is_warned_about(opened, tmp_path):
    wizard = opened(tmp_path / "desk" / "bak")
    at_the_end(wizard)
    press(wizard, "上一步")
    press(wizard, "选文件夹…")
    assert "盘坏了会一起丢" in seen(wizard)
    wizard.forward.click()
    press(wizard, "建立数据")
    assert wizard.value.backup == tmp_path / "desk" / "bak"


def test_a_fault_while_making_the_desk_is_said_and_the_wizard_stays(opened, office):
    office.fault = EnvironmentFault("磁盘已满，没有建立数据。", remedy="腾出 100 MB 再试。")
    wizard = at_the_end(opened())
    press(wizard, "建立数据")
    assert wizard.isVisible()
    assert "磁盘已满，没有建立数据。腾出 100 MB 再试。" in seen(wizard)
    office.fault = None
    press(wizard, "建立数据")
    assert len(office.made) == 1


def test_the_sample_can_be_seen_first(opened, office):
    wizard = opened()
    press(wizard, "先看示例数据")
    assert wizard.wants_sample
    assert not wizard.isVisible()
    assert office.made == []


def test_leaving_half_way_is_asked_about(opened, qtbot):
    wizard = opened(False, True)
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    wizard.show()
    wizard.forward.click()
    press(wizard, "取消")
    assert wizard.isVisible()
    press(wizard, "取消")
    assert not wizard.isVisible()
