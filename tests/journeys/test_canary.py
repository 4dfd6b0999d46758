"""One password, one ID number and one mobile through a whole day: where they may be found afterwards, and where not."""

from __future__ import annotations

import base64
import io
import logging
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import keyring
import pytest
from keyring.backends import fail
from PySide6.QtCore import Qt, QTimer

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.registers.deliveries.rules import SERVER_SETTINGS
from desk_mailadmin.ui.guard import Guard
from tests.journeys.day import PATIENCE, Day, files_below, press, type_into
from tests.journeys.main_job import opened_receipt, print_all, waiting_application
from tests.mailserver.certificates import HOST, Certificates
from tests.mailserver.conftest import certificates
from tests.mailserver.posts import PASSWORD, USER, Post, post

__all__ = ["certificates"]

ID_NUMBER = "110101199003077758"
MOBILE = "13912345678"
ROSTER = f"工号,姓名,部门,职务,手机,身份证号\nCH9001,金丝雀,办公室,职员,{MOBILE},{ID_NUMBER}\n"


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every temporary file of this process and its children lies where the test looks for it."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    return tmp_path / "tmp"


@pytest.fixture
def office_post(certificates: Certificates) -> Iterator[Post]:
    with post(certificates.server_side["good"]) as running:
        yield running


@pytest.fixture
def day(days: Callable[[Path], Day], staffed: Path, office_post: Post, certificates: Certificates) -> Day:
    day = days(staffed)
    values = {"host": HOST, "port": office_post.port, "sender": USER, "user": USER, "ca_file": certificates.ca_file}
    known = {setting.key.removeprefix("smtp."): setting for setting in SERVER_SETTINGS}
    with day.office.desk.work("setting.set") as work:
        for key, value in values.items():
            setting: Any = known[key]
            day.office.desk.settings.set(work, setting, value, day.clock.today())
    return day


# where a secret may hide


def shapes(secret: str) -> list[bytes]:
    """The bytes by which a text is known again: encoded, as base64 in each position, quoted, in hex."""
    plain = [secret.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]
    inner = [in_base64(secret.encode(), shift) for shift in range(3)]
    others = [quote(secret, safe="").encode(), secret.encode().hex().encode()]
    return [*plain, *inner, *others]


def in_base64(secret: bytes, shift: int) -> bytes:
    """The letters of base64 that follow from the secret alone, where ``shift`` other bytes stand before it."""
    letters = base64.b64encode(b"\0" * shift + secret).rstrip(b"=")
    whole = (shift + len(secret)) * 8 // 6
    return letters[(0, 2, 3)[shift] : whole]


def unpacked(file: Path) -> Iterator[bytes]:
    """A file's bytes, the texts of a PDF, the members of a zip or workbook."""
    data = file.read_bytes()
    yield data
    if data.startswith(b"%PDF"):
        yield text_of_pdf(data).encode()
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield from (packed.read(name) for name in packed.namelist())


def found(secret: str, files: list[Path]) -> list[str]:
    wanted = shapes(secret)
    return [str(file) for file in files if any(shape in data for data in unpacked(file) for shape in wanted)]


# the day


def roster_imported(day: Day, folder: Path) -> None:
    """Take over a roster that holds an ID number, as the wizard does: the child reads it, nothing of the column is kept."""
    from desk_mailadmin.intake.roster.reader import read_roster

    folder.mkdir()
    (folder / "花名册.csv").write_text(ROSTER, encoding="utf-8")
    reading = read_roster(folder / "花名册.csv", today=day.clock.today())
    roster = day.service("roster")
    assert roster.take_over("花名册.csv", roster.compare(roster.entries_of(reading))).joined == 1


def mailed(day: Day, record: int) -> None:
    def give(dialog: Any) -> None:
        type_into(day.qtbot, dialog.field("password").edit, PASSWORD)
        day.qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    day.hands.expect(lambda dialog: press(day.qtbot, dialog, "发送"), give)
    day.select("receipts", record).actions_of.by_key["send_by_mail"].trigger()
    day.qtbot.waitUntil(lambda: day.said() == "已发送 1 封邮件", timeout=PATIENCE)


def slip_printed(day: Day, record: int) -> str:
    """Print the password slip; return the initial password as it stands on the paper."""
    day.hands.expect(print_all(day))
    day.select("receipts", record).actions_of.by_key["password_slip"].trigger()
    (line,) = [line for line in text_of_pdf(day.printed[-1].pdf).splitlines() if line.startswith("初始密码 ")]
    initial = "".join(line.split()[1:])  # narrow letters come out of a PDF with gaps between them
    assert re.fullmatch(r"[A-Za-z]{4}-\d{4}-[A-Za-z0-9]{4}", initial)
    return initial


def crashed(day: Day, log: Path) -> list[str]:
    """Let a slot fail with everything in its hands and its words; return what the clerk would be shown."""
    reports: list[str] = []
    guard = Guard(day.prompter, day.clock, log, lambda report, _log: reports.append(report))

    def slot() -> None:
        password, secret = PASSWORD, Secret(PASSWORD)
        raise RuntimeError(f"password={password}, {secret!r}, {ID_NUMBER}, {MOBILE}, 535 for <{USER}>")

    try:
        QTimer.singleShot(0, day.window, slot)
        day.qtbot.waitUntil(lambda: bool(reports))
    finally:
        guard.remove()
    return reports


def exported(day: Day, folder: Path) -> Path:
    day.prompter.answers.append(folder / "人员.xlsx")
    tab = day.go("staff")
    tab.export()
    day.qtbot.waitUntil((folder / "人员.xlsx").exists, timeout=PATIENCE)
    return folder / "人员.xlsx"


def test_a_whole_day_leaves_no_password_and_shows_no_number(
    day: Day, staffed: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, office_post: Post
):
    caplog.set_level(logging.DEBUG)
    out, log = tmp_path / "out", tmp_path / "log" / "desk_mailadmin.log"
    out.mkdir()
    roster_imported(day, tmp_path / "人事部")
    receipt = opened_receipt(day)
    waiting_application(day, emp_no="CH0013", address="zts@chenghu.example")
    day.office.desk.drafts.put("x", {"form": "account_application", "reason": f"证件 {ID_NUMBER}"})
    initial = slip_printed(day, receipt)
    mailed(day, receipt)
    assert office_post.logins == [(USER, PASSWORD)]
    exported(day, out)
    reports = crashed(day, log)
    day.office.desk.backups.make("hand")
    day.office.desk.drafts.drop("x")
    day.close()

    assert Path(day.settings.fileName()).is_relative_to(tmp_path)
    kept = [file for file in files_below(tmp_path) if file.parent.name != "人事部"]  # their own file stays theirs
    assert {"desk.maildesk", "人员.xlsx", "desk_mailadmin.log"} <= {file.name for file in kept}
    for secret in (PASSWORD, initial):
        assert found(secret, kept) == []
    assert found(ID_NUMBER, kept) == [], "a column nobody asked for is not kept, and a dropped draft is gone"
    where = found(MOBILE, kept)
    assert any(name.endswith("desk.maildesk") for name in where), "what is looked for is found where it belongs"
    assert not any(name.endswith(".log") for name in where)
    logged = [
        record.getMessage() for record in caplog.records if not record.name.startswith("mail.")
    ]  # the server's own
    said = "\n".join([*reports, log.read_text(encoding="utf-8"), *logged])
    assert [secret for secret in (PASSWORD, initial, ID_NUMBER, MOBILE) if secret in said] == []
    assert "password=•••" in said
    with closing(sqlite3.connect(staffed / "desk.maildesk")) as desk:
        journal = desk.execute("SELECT group_concat(action || body) FROM journal").fetchone()[0]
    assert [secret for secret in (PASSWORD, initial, ID_NUMBER, MOBILE, "金丝雀") if secret in journal] == []


def test_the_search_for_a_secret_finds_it_in_every_shape(tmp_path: Path):
    for place, shape in enumerate(shapes(PASSWORD)):
        (tmp_path / str(place)).write_bytes(b"\1" * place + shape + b"\2")
    with zipfile.ZipFile(tmp_path / "book.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/sharedStrings.xml", PASSWORD * 3)
    with closing(sqlite3.connect(tmp_path / "slack.db")) as desk:  # deleted, and still in a free page
        desk.execute("PRAGMA secure_delete=OFF")
        desk.execute("CREATE TABLE t (a)")
        desk.execute("INSERT INTO t VALUES (?)", (PASSWORD * 4,))
        desk.commit()
        desk.execute("DELETE FROM t")
        desk.commit()
    (tmp_path / "long.txt").write_bytes(base64.b64encode(f"login {USER} {PASSWORD} and more".encode()))
    assert len(found(PASSWORD, list(files_below(tmp_path)))) == len(shapes(PASSWORD)) + 3


def test_a_secret_never_shows_itself():
    secret = Secret(PASSWORD)
    assert PASSWORD not in f"{secret} {secret!r} {[secret]} {secret.__reduce_ex__(2)[0]}"
