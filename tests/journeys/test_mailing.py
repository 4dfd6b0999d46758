"""A receipt goes out by mail from the window, its password typed once; what is unclear is settled; closing waits."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backends import fail
from PySide6.QtCore import Qt

from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.deliveries.rules import SERVER_SETTINGS
from tests.journeys.day import PATIENCE, Day, files_below, is_said, press, type_into
from tests.mailserver.certificates import HOST, Certificates
from tests.mailserver.conftest import certificates
from tests.mailserver.posts import PASSWORD, USER, Post, post

__all__ = ["certificates"]


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def office_post(certificates: Certificates) -> Iterator[Post]:
    with post(certificates.server_side["good"]) as running:
        yield running


@pytest.fixture
def day(days: Callable[[Path], Day], played: Path, office_post: Post, certificates: Certificates) -> Day:
    day = days(played)
    values = {"host": HOST, "port": office_post.port, "sender": USER, "user": USER, "ca_file": certificates.ca_file}
    known = {setting.key.removeprefix("smtp."): setting for setting in SERVER_SETTINGS}
    with day.office.desk.work("setting.set") as work:
        for key, value in values.items():
            setting: Any = known[key]
            day.office.desk.settings.set(work, setting, value, day.clock.today())
    return day


def receipt(day: Day) -> int:
    service = day.service("receipts")
    return int(service.keys(Query(segment="out"))[0])


def send(day: Day, record: int, *deeds: Callable[[Any], object]) -> None:
    day.hands.expect(*deeds)
    day.select("receipts", record).actions_of.by_key["send_by_mail"].trigger()


def go_on(day: Day) -> Callable[[Any], object]:
    return lambda dialog: press(day.qtbot, dialog, "发送")


def give_password(day: Day) -> Callable[[Any], object]:
    def deed(dialog: Any) -> None:
        type_into(day.qtbot, dialog.field("password").edit, PASSWORD)
        day.qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    return deed


def test_a_receipt_goes_out_and_its_panel_says_so(day: Day, office_post: Post, played: Path):
    record = receipt(day)
    number = day.service("receipts").row(record).number
    send(day, record, go_on(day), give_password(day))
    day.qtbot.waitUntil(lambda: day.said() == "已发送 1 封邮件", timeout=PATIENCE)
    (mail,) = office_post.mails
    assert mail["Subject"].endswith(number)
    panel = day.window.register_tab("receipts").panel
    day.qtbot.waitUntil(lambda: is_said(panel, "已发送到"), timeout=PATIENCE)
    (delivery,) = day.service("deliveries").of_paper("receipt", record)
    day.select("deliveries", delivery.id)
    assert is_said(day.window.register_tab("deliveries").panel, "250 taken, queued as 4F2A")
    day.close()
    kept = [*files_below(played), *files_below(Path(day.settings.fileName()).parent)]
    assert kept
    assert [file for file in kept if PASSWORD.encode() in file.read_bytes()] == []


def test_what_is_unclear_waits_in_today_and_goes_again_only_by_the_clerks_word(day: Day, office_post: Post):
    office_post.answers["DATA"] = "abort"
    record = receipt(day)
    send(day, record, go_on(day), give_password(day))
    day.qtbot.waitUntil(lambda: bool(day.prompter.texts("warn")), timeout=PATIENCE)
    assert "对方可能收到，也可能没有" in day.prompter.texts("warn")[0]
    (row,) = day.service("deliveries").of_paper("receipt", record)
    assert row.state == "unclear"
    assert day.said() == "已发送 0 封邮件，1 封没有确认发出，在寄送记录里"
    office_post.answers.clear()
    day.prompter.answers.extend(["again", True])
    day.select("deliveries", row.id)
    day.key(Qt.Key.Key_Return)
    day.qtbot.waitUntil(lambda: day.said() == "已发送 1 封邮件", timeout=PATIENCE)
    assert len(office_post.accepted) == 2
    assert len({mail["Message-ID"] for mail in office_post.mails}) == 1


def test_closing_the_window_waits_for_the_mail_on_its_way_and_keeps_what_became_of_it(
    day: Day, office_post: Post, played: Path
):
    record = receipt(day)
    send(day, record, go_on(day), give_password(day))
    day.close()
    assert len(office_post.accepted) == 1
    with closing(sqlite3.connect(played / "desk.maildesk")) as kept:
        assert kept.execute("SELECT state FROM delivery").fetchall() == [("sent",)]
