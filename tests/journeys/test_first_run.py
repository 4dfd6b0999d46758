"""What happens before there is a desk, and when it is not where it was: first run, lost desk, second start."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from desk_mailadmin.app.instance import SingleInstance
from desk_mailadmin.app.main import LAST_DESK, STOPPED, Program
from desk_mailadmin.kernel.settings import COMPANY
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.office import create_office, open_office
from desk_mailadmin.store.files import sha256_of_file
from desk_mailadmin.ui.crash_dialog import CrashDialog
from desk_mailadmin.ui.dialogs.first_run import FirstRunWizard
from tests.answering import AnsweringPrompter
from tests.desks import clock
from tests.journeys.day import Hands, press, type_into

Begin = Callable[..., Program]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own: default desk, sample and settings stand in it."""
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name, **_: str(tmp_path / "data" / name))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def begin(
    home: Path, qtbot: Any, qapp: QApplication, settings: QSettings, prompter: AnsweringPrompter
) -> Iterator[Begin]:
    """Start the program; its window is closed in the end and its hooks are given back."""
    programs: list[Program] = []

    def start(place: Path | None = None, *deeds: Callable[[Any], object], stays: bool = True) -> Program:
        hands = Hands(qtbot, deque(deeds))
        program = Program(qapp, settings, clock(), prompter, hands)
        program._guard.remove()  # a test's own faults are the test's
        programs.append(program)
        assert program.start(place) is stays
        assert not hands.waiting
        return program

    yield start
    for program in programs:
        qapp.focusChanged.disconnect(program._scanner._follow)
        if program.window is not None:
            program.window.close()
            program.window.deleteLater()
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not prompter.answers


def fill_in(qtbot: Any, place: Path | None = None, *, roster: bool = False) -> Callable[[FirstRunWizard], None]:
    """Answer every page and make the desk."""

    def deed(wizard: FirstRunWizard) -> None:
        if place is not None:
            wizard.fields["place"].set_value(place)
        press(qtbot, wizard, "下一步")
        type_into(qtbot, wizard.fields["company"].findChild(QLineEdit), "大风仪器有限公司")
        domain = wizard.fields["domains"].findChildren(QLineEdit)[0]
        type_into(qtbot, domain, "dafeng.example")
        press(qtbot, wizard, "下一步")
        wizard.fields["import_roster"].set_value("yes" if roster else "no")
        press(qtbot, wizard, "下一步")
        type_into(qtbot, wizard.fields["clerk"].findChild(QLineEdit), "周敏")
        press(qtbot, wizard, "下一步")
        press(qtbot, wizard, "下一步")
        assert "大风仪器有限公司" in wizard.summary.text()
        assert not (place or Path("/nowhere")).exists()
        press(qtbot, wizard, "建立数据")

    return deed


def folder_of(program: Program) -> Path:
    assert program.window is not None
    return program.window.office.desk.folder


def test_the_first_start_leads_to_an_empty_desk_of_ones_own(begin: Begin, qtbot: Any, home: Path, settings: QSettings):
    program = begin(None, fill_in(qtbot))
    window = program.window
    assert window is not None
    assert folder_of(program) == home / "data" / "desk_mailadmin" / "desk"
    assert window.isVisible()
    office = window.office
    assert office.desk.settings.value(COMPANY) == "大风仪器有限公司"
    assert office.desk.who == "周敏"
    (row,) = office.services["branches"].rows(office.services["branches"].keys(Query()))
    assert (row.name, row.domain) == ("总部", "dafeng.example")
    assert len(office.services["staff"].keys(Query())) == 0
    assert settings.value(LAST_DESK) == str(folder_of(program))
    assert "大风仪器有限公司" in window.windowTitle()
    assert office.desk.check() == ()


def test_the_next_start_opens_the_same_desk_without_a_question(begin: Begin, qtbot: Any):
    first = begin(None, fill_in(qtbot))
    folder = folder_of(first)
    assert first.window is not None
    first.window.close()
    first._instance._server.close()  # as the end of its process does
    second = begin()
    assert folder_of(second) == folder


def test_a_wish_for_the_roster_opens_its_import(begin: Begin, qtbot: Any, home: Path):
    titles: list[str] = []
    program = begin(home / "mine", fill_in(qtbot, home / "mine", roster=True))
    program._show_dialog.expect(lambda dialog: (titles.append(dialog.windowTitle()), dialog.reject()))
    qtbot.waitUntil(lambda: titles == ["导入花名册"])
    assert folder_of(program) == home / "mine"


def test_who_withdraws_leaves_nothing_behind(begin: Begin, home: Path):
    before = sorted(path.name for path in home.iterdir())
    begin(None, QDialog.reject, stays=False)
    assert sorted(path.name for path in home.iterdir() if path.suffix != ".ini") == before


def test_a_folder_with_other_files_is_not_taken(begin: Begin, qtbot: Any, home: Path):
    (home / "full").mkdir()
    (home / "full" / "letter.txt").write_text("x", encoding="utf-8")

    def taken(wizard: FirstRunWizard) -> None:
        wizard.fields["place"].set_value(home / "full")
        press(qtbot, wizard, "下一步")
        assert wizard.step == 0
        assert "别的文件" in wizard.fields["place"].message.text
        wizard.reject()

    begin(None, taken, stays=False)
    assert [path.name for path in (home / "full").iterdir()] == ["letter.txt"]


def see_sample(qtbot: Any) -> Callable[[FirstRunWizard], None]:
    """Begin to answer, then look at the sample first."""

    def deed(wizard: FirstRunWizard) -> None:
        press(qtbot, wizard, "下一步")
        type_into(qtbot, wizard.fields["company"].findChild(QLineEdit), "大风仪器有限公司")
        press(qtbot, wizard, "先看示例数据")

    return deed


def test_the_sample_can_be_looked_at_first_and_is_no_desk_of_ones_own(
    begin: Begin, qtbot: Any, settings: QSettings, prompter: AnsweringPrompter
):
    program = begin(None, see_sample(qtbot))
    assert program.window is not None
    assert len(program.window.office.services["applications"].keys(Query())) > 20
    assert settings.value(LAST_DESK) is None
    prompter.answers.append(True)
    program._show_dialog.expect(lambda wizard: wizard.reject())
    program.window.close()
    qtbot.waitUntil(lambda: program.window is None and not program._show_dialog.waiting)
    assert QApplication.quitOnLastWindowClosed()


def test_closing_the_sample_comes_back_to_the_first_run_with_what_was_entered(begin: Begin, qtbot: Any, home: Path):
    program = begin(None, see_sample(qtbot))
    assert program.window is not None
    assert not QApplication.quitOnLastWindowClosed()

    def go_on(wizard: FirstRunWizard) -> None:
        assert wizard.step == 1
        assert wizard.fields["company"].value() == "大风仪器有限公司"
        wizard.go_to(0)
        fill_in(qtbot)(wizard)

    program._show_dialog.expect(go_on)
    program.window.close()
    qtbot.waitUntil(lambda: not program._show_dialog.waiting and program.window is not None)
    assert folder_of(program) == home / "data" / "desk_mailadmin" / "desk"
    assert QApplication.quitOnLastWindowClosed()


@pytest.mark.parametrize("entered", [False, True])
def test_leaving_the_sample_by_the_menu_ends_the_program_unless_something_was_entered(
    begin: Begin, qtbot: Any, prompter: AnsweringPrompter, entered: bool
):
    def at_once(wizard: FirstRunWizard) -> None:
        press(qtbot, wizard, "先看示例数据")

    program = begin(None, see_sample(qtbot) if entered else at_once)
    assert program.window is not None
    if entered:
        prompter.answers.append(True)
        program._show_dialog.expect(lambda wizard: wizard.reject())
    program.window.leave()
    qtbot.waitUntil(lambda: program.window is None and not program._show_dialog.waiting)
    assert len(prompter.texts("confirm")) == entered


def test_a_desk_made_from_the_samples_menu_goes_on_with_what_was_entered(begin: Begin, qtbot: Any, home: Path):
    program = begin(None, see_sample(qtbot))

    def go_on(wizard: FirstRunWizard) -> None:
        assert wizard.fields["company"].value() == "大风仪器有限公司"
        wizard.go_to(0)
        fill_in(qtbot)(wizard)

    program._show_dialog.expect(go_on)
    program._switch("new")
    assert folder_of(program) == home / "data" / "desk_mailadmin" / "desk"


def test_a_desk_that_is_not_where_it_was_is_asked_for_never_made_anew(
    begin: Begin, qtbot: Any, home: Path, settings: QSettings, prompter: AnsweringPrompter, bare: Path
):
    settings.setValue(LAST_DESK, str(home / "stick" / "desk"))
    prompter.answers.extend(["find", bare])
    program = begin()
    assert folder_of(program) == bare
    assert "不见了" in prompter.texts("choose")[0]
    assert str(home / "stick" / "desk") in prompter.texts("choose")[0]
    assert not (home / "stick").exists()
    assert not (home / "data").exists()


@pytest.mark.parametrize("answers", [[None], ["find", None]])
def test_who_does_not_find_the_lost_desk_starts_nothing(
    begin: Begin, home: Path, settings: QSettings, prompter: AnsweringPrompter, answers: list[Any]
):
    settings.setValue(LAST_DESK, str(home / "stick" / "desk"))
    prompter.answers.extend(answers)
    begin(stays=False)
    assert not (home / "data").exists()


def test_in_place_of_a_lost_desk_a_new_one_can_be_made(
    begin: Begin, qtbot: Any, home: Path, settings: QSettings, prompter: AnsweringPrompter
):
    settings.setValue(LAST_DESK, str(home / "stick" / "desk"))
    prompter.answers.append("new")
    program = begin(None, fill_in(qtbot))
    assert folder_of(program) == home / "data" / "desk_mailadmin" / "desk"


def test_a_file_that_is_no_desk_is_said_and_left_alone(begin: Begin, home: Path, prompter: AnsweringPrompter):
    (home / "desk.maildesk").write_bytes(b"something else")
    prompter.answers.append(False)
    begin(home / "desk.maildesk", stays=False)
    assert "不是本程序的台账文件" in prompter.texts("retry")[0]
    assert (home / "desk.maildesk").read_bytes() == b"something else"


def test_a_desk_open_in_another_program_is_left_alone_until_it_is_free(
    begin: Begin, bare: Path, prompter: AnsweringPrompter
):
    office = open_office(bare, clock())
    before = (bare / "desk.maildesk").read_bytes()
    prompter.answers.append(None)
    begin(bare, stays=False)
    assert "已经在这台电脑上打开" in prompter.texts("choose")[0]
    assert (bare / "desk.maildesk").read_bytes() == before
    office.close()
    assert begin(bare).window is not None


def test_of_a_desk_open_elsewhere_the_newest_backup_can_be_looked_at(
    begin: Begin, staffed: Path, prompter: AnsweringPrompter, settings: QSettings
):
    office = open_office(staffed, clock())
    office.desk.backups.make("clerk")
    prompter.answers.append("view")
    program = begin(staffed)
    assert program.window is not None
    assert program.window.office.desk.view_only
    assert "正被另一个程序使用" in program.window.notices.texts()[0]
    assert len(program.window.office.services["staff"].keys(Query())) == 121
    assert settings.value(LAST_DESK) is None  # a copy is nobody's desk
    staff = program.window.register_tab("staff")
    staff.refresh()
    new = staff.actions_of.by_key["new"]
    assert not new.isEnabled()
    assert "这里看的是最近的备份" in new.toolTip()
    office.close()


def test_what_was_copied_to_be_looked_at_goes_where_it_cannot_be_opened(
    begin: Begin, bare: Path, home: Path, prompter: AnsweringPrompter
):
    office = open_office(bare, clock())
    newest = office.desk.backups.make("hand").file
    with closing(sqlite3.connect(newest)) as altered:
        altered.execute("PRAGMA user_version=9999")
        altered.execute("UPDATE meta SET value = '9999' WHERE key = 'compat_version'")
        altered.commit()
    described = newest.with_suffix(".json")
    facts = json.loads(described.read_text("utf-8")) | {"sha256": sha256_of_file(newest), "size": newest.stat().st_size}
    described.write_text(json.dumps(facts), "utf-8")
    prompter.answers.append("view")
    begin(bare, stays=False)
    assert "更新的版本" in prompter.texts("warn")[0]
    assert list(home.glob("desk_mailadmin_view_*")) == []
    office.close()


def test_a_second_start_raises_the_first_window(begin: Begin, qtbot: Any, bare: Path, prompter: AnsweringPrompter):
    first = begin(bare)
    assert first.window is not None
    first.window.showMinimized()
    assert SingleInstance().raised_elsewhere(bare)
    qtbot.waitUntil(lambda: not first.window.isMinimized())
    begin(bare, stays=False)
    assert prompter.asked == []
    assert not SingleInstance().raised_elsewhere(bare.parent / "other")


def test_another_desk_is_opened_in_place_of_this_one(
    begin: Begin, qtbot: Any, bare: Path, home: Path, settings: QSettings, prompter: AnsweringPrompter
):
    other = home / "other"
    shutil.copytree(bare, other)
    program = begin(bare)
    former = program.window
    assert former is not None
    prompter.answers.append(other)
    entry = next(action for action in former.actions() if action.objectName() == "open_desk")
    entry.trigger()
    assert folder_of(program) == other
    assert settings.value(LAST_DESK) == str(other)
    qtbot.keyClick(program.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    open_office(bare, clock()).close()  # the former desk was let go of


def test_who_chooses_no_other_desk_keeps_this_one(begin: Begin, bare: Path, prompter: AnsweringPrompter):
    program = begin(bare)
    prompter.answers.append(None)
    program._switch("open")
    assert folder_of(program) == bare
    assert program.window is not None
    assert program.window.isVisible()


def test_a_backup_that_is_due_is_made_beside_the_window(begin: Begin, qtbot: Any, bare: Path):
    begin(bare)
    qtbot.waitUntil(lambda: len(list((bare / "backups").glob("*.maildesk"))) == 1, timeout=15_000)


def test_a_bug_in_the_start_is_said_in_a_window_and_kept_in_the_log(
    home: Path, qapp: QApplication, settings: QSettings, prompter: AnsweringPrompter
) -> None:
    """Whoever double-clicked the program sees no terminal."""
    create_office(home / "desk", clock()).close()
    with closing(sqlite3.connect(home / "desk" / "desk.maildesk")) as file, file:
        file.execute("ALTER TABLE setting RENAME TO settled")  # as only a bug could
    seen: list[str] = []

    def read_and_close() -> None:
        dialog = qapp.activeModalWidget()
        assert isinstance(dialog, CrashDialog)
        seen.append(dialog.report.toPlainText())
        assert "台账没有打开" in "".join(each.text() for each in dialog.findChildren(QLabel))
        dialog.accept()

    program = Program(qapp, settings, clock(), prompter)
    QTimer.singleShot(500, read_and_close)
    assert program.run(home / "desk") == STOPPED
    program._guard.remove()
    qapp.focusChanged.disconnect(program._scanner._follow)
    assert len(seen) == 1
    assert "no such table: setting" in seen[0]
    assert "no such table: setting" in Path(settings.fileName()).with_suffix(".log").read_text("utf-8")
