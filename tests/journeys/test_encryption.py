"""Encryption in the real program: the wizard, the window closed and opened by the code, another key, off again."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit

from desk_mailadmin.app.backup_room import BackupRoom
from desk_mailadmin.app.encryption import Patience
from desk_mailadmin.app.main import Program
from desk_mailadmin.desk_file import apply_setting
from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.store import encryption
from desk_mailadmin.store.database import FILE_NAME
from desk_mailadmin.store.recovery_code import grouped, new_code
from desk_mailadmin.store.side_files import DAMAGED
from tests.answering import AnsweringPrompter
from tests.journeys.day import PATIENCE, Hands, is_said, press, type_into
from tests.journeys.test_first_run import begin, home

__all__ = ["begin", "home"]

PLAIN = b"SQLite format 3\0"
CODE = re.compile(r"(?:[A-Z2-7]{5}\s*){5}[A-Z2-7]")


class Clerk:
    """Has the program open, reads the sheet on the screen, and types the code from it."""

    def __init__(self, program: Program, qtbot: Any, prompter: AnsweringPrompter) -> None:
        self.program, self.qtbot, self.prompter = program, qtbot, prompter
        self.code = ""

    @property
    def hands(self) -> Hands:
        hands = self.program._show_dialog
        assert isinstance(hands, Hands)
        return hands

    @property
    def office(self) -> Any:
        assert self.program.window is not None
        return self.program.window.office

    def choose(self, *answers: Any) -> None:
        """Open 工具 › 加密… and give these answers."""
        assert self.program.window is not None
        self.prompter.answers.extend(answers)
        next(a for a in self.program.window.actions() if a.objectName() == "encryption").trigger()

    def read_sheet(self, preview: Any) -> None:
        self.qtbot.waitUntil(lambda: bool(preview._pdf), timeout=PATIENCE)
        assert not preview.bar.save_button.isVisible()
        text = text_of_pdf(preview._pdf)
        found = CODE.search(text)
        assert found, text
        self.code = found[0]
        preview.reject()

    def wizard(self, dialog: Any) -> None:
        assert is_said(dialog, "固态硬盘")
        assert is_said(dialog, "attachments")
        press(self.qtbot, dialog, "下一步")
        press(self.qtbot, dialog, "下一步")
        assert is_said(dialog, "先打印恢复码单")
        press(self.qtbot, dialog, "打印恢复码单")
        assert is_said(dialog, "照屏幕抄下来的")
        press(self.qtbot, dialog, "下一步")
        type_into(self.qtbot, dialog.code.findChild(QLineEdit), grouped(new_code()))
        press(self.qtbot, dialog, "开始加密")
        assert is_said(dialog, "和刚才打印的恢复码不一样")
        dialog.code.set_value("")
        type_into(self.qtbot, dialog.code.findChild(QLineEdit), self.code.lower())
        press(self.qtbot, dialog, "开始加密")

    def typed(self, verb: str = "打开") -> Callable[[Any], None]:
        def deed(dialog: Any) -> None:
            type_into(self.qtbot, dialog.field("code").findChild(QLineEdit), self.code)
            press(self.qtbot, dialog, verb)

        return deed

    def encrypt(self) -> None:
        """Through the wizard; this computer has no keyring, so the window asks for the code when it opens again."""
        self.hands.expect(self.wizard, self.read_sheet, self.typed())
        self.choose()


@pytest.fixture
def clerk(begin: Callable[..., Program], staffed: Path, qtbot: Any, prompter: AnsweringPrompter) -> Clerk:
    return Clerk(begin(staffed), qtbot, prompter)


def test_a_desk_is_encrypted_and_opened_again_by_the_code(clerk: Clerk, staffed: Path):
    clerk.office.desk.backups.make("hand")
    before = clerk.office.services["staff"].keys(Query())
    clerk.prompter.answers.append(True)  # the plain backups go
    clerk.encrypt()
    assert "没有加密的备份，谁拿到都能读" in clerk.prompter.texts("confirm")[-1]
    assert not (staffed / FILE_NAME).read_bytes().startswith(PLAIN)
    assert not [one for one in (staffed / "backups").glob("*.maildesk") if one.read_bytes().startswith(PLAIN)]
    assert clerk.office.services["staff"].keys(Query()) == before
    assert clerk.office.desk.check() == ()
    files = [file.read_bytes() for file in staffed.rglob("*") if file.is_file()]
    bare = "".join(clerk.code.split())
    assert not any(bare.encode() in content or clerk.code.encode() in content for content in files)


def test_the_code_is_tried_changed_and_encryption_switched_off(clerk: Clerk, staffed: Path):
    clerk.prompter.answers.append(True)
    clerk.encrypt()
    first, number = clerk.code, clerk.office.desk.encryption.number
    clerk.hands.expect(clerk.typed("核对"))
    clerk.choose("drill")
    assert "恢复码是对的" in clerk.prompter.texts("inform")[-1]
    clerk.hands.expect(clerk.wizard, clerk.read_sheet, clerk.typed())
    clerk.choose("rekey")
    assert clerk.code != first
    assert clerk.office.desk.encryption.number != number
    clerk.choose("off", False)
    assert clerk.office.desk.encryption.number
    clerk.choose("off", True)
    assert (staffed / FILE_NAME).read_bytes().startswith(PLAIN)
    assert clerk.office.desk.encryption.number == ""


def test_going_back_asks_for_the_code_and_says_where_a_backup_is_not_encrypted(clerk: Clerk, staffed: Path):
    plain = clerk.office.desk.backups.make("hand")
    clerk.prompter.answers.append(False)  # the plain backups stay
    clerk.encrypt()
    encrypted = clerk.office.desk.backups.newest()
    bench = clerk.program.window.bench  # type: ignore[union-attr]
    room = BackupRoom(clerk.office, bench, clerk.program._put_back)
    clerk.prompter.answers.append(False)
    assert not room.ask(plain)
    assert "这份备份没有加密：恢复以后台账不再加密" in clerk.prompter.texts("confirm")[-1]
    clerk.prompter.answers.append(False)
    assert not room.ask(encrypted)
    assert "没有加密" not in clerk.prompter.texts("confirm")[-1]

    def slipped_first(dialog: Any) -> None:
        code = dialog.field("code").findChild(QLineEdit)
        right, clerk.code = clerk.code, grouped(new_code())
        type_into(clerk.qtbot, code, clerk.code)
        press(clerk.qtbot, dialog, "打开")
        assert is_said(dialog, "恢复码不对")
        assert dialog.isVisible()
        clerk.code = right
        dialog.reject()

    clerk.hands.expect(slipped_first, clerk.typed())
    clerk.program._put_back(encrypted, "看错了")  # withdrawn from: the desk as it was, opened by its code
    assert clerk.office.desk.journal.history("restored", encrypted.number) == ()
    clerk.hands.expect(clerk.typed(), clerk.typed())
    clerk.program._put_back(encrypted, "看错了")
    assert clerk.office.desk.journal.history("restored", encrypted.number)
    assert clerk.office.desk.encryption.number


def test_a_switch_that_was_refused_is_not_said_to_be_made(clerk: Clerk, monkeypatch: pytest.MonkeyPatch, staffed: Path):
    def full(*_args: object) -> None:
        raise EnvironmentFault("磁盘已满。")

    monkeypatch.setattr(encryption, "_replace", full)
    clerk.hands.expect(clerk.wizard, clerk.read_sheet)
    clerk.choose()
    assert clerk.prompter.texts("warn") == ["磁盘已满。"]
    assert clerk.program.window is not None
    assert clerk.program.window.isVisible()
    assert clerk.office.desk.encryption.number == ""
    assert (staffed / FILE_NAME).read_bytes().startswith(PLAIN)
    reasons = [one.reason for one in clerk.office.desk.backups.list()]
    assert reasons.count("encryption") == 1, "made before the switching; none as if it had been made"


def test_who_withdraws_has_changed_nothing(clerk: Clerk, staffed: Path):
    clerk.hands.expect(lambda dialog: dialog.reject())
    clerk.choose()
    assert (staffed / FILE_NAME).read_bytes().startswith(PLAIN)
    assert clerk.office.desk.encryption.number == ""


def test_after_a_wrong_code_the_next_try_waits_longer_and_longer():
    now = [100.0]
    right, wrong = new_code(), new_code()

    def tried(code: Secret) -> str:
        if code != right:
            raise UserError("恢复码不对。", field="code")
        return "open"

    patience = Patience(tried, lambda: now[0])
    for pause in (2, 4, 8):
        with pytest.raises(UserError, match="恢复码不对"):
            patience(wrong)
        with pytest.raises(UserError, match=f"{pause} 秒以后再试"):
            patience(right)
        now[0] += pause
    with pytest.raises(UserError, match="26 个"):
        patience(Secret("ABC"))
    assert patience(right) == "open"


def test_an_old_desk_that_was_moved_aside_is_offered_with_the_plain_backups(clerk: Clerk, staffed: Path):
    plain, coded = staffed / DAMAGED / "001", staffed / DAMAGED / "002"
    for place in (plain, coded):
        place.mkdir(parents=True)
    shutil.copyfile(clerk.office.desk.backups.make("hand").file, plain / FILE_NAME)
    (coded / f"{FILE_NAME}-journal").write_bytes(os.urandom(9000))
    clerk.prompter.answers.append(True)
    clerk.encrypt()
    question = clerk.prompter.texts("confirm")[-1]
    assert "份没有加密的备份、1 份移到 damaged 的没有加密的旧台账，谁拿到都能读" in question
    assert list((staffed / DAMAGED).iterdir()) == [coded], "what is encrypted stays"
    assert len(clerk.office.desk.journal.history("desk", 0)) == 2
    assert "3 份没有加密的备份" in clerk.office.desk.journal.history("desk", 0)[0].text


def test_a_second_place_that_gives_no_answer_is_said_and_holds_nothing_up(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    answered = threading.Event()
    monkeypatch.setattr("desk_mailadmin.protection.backups_in", lambda *_: answered.wait(60))
    monkeypatch.setattr("desk_mailadmin.protection.ANSWERS", 0.2)
    apply_setting(clerk.office, "backup.folder", str(tmp_path))
    clerk.prompter.answers.append(False)
    clerk.encrypt()
    detail = clerk.prompter.texts("confirm")[-1]
    assert f"另存的地方 {tmp_path} 没有回应，那里的备份没有看" in detail
    clerk.choose(None)
    assert f"{tmp_path} 没有回应" in clerk.prompter.texts("choose")[-1]
    answered.set()
