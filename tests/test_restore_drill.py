"""The restore drill on the played sample, its month closed: what it finds, what it writes, what it prints."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.drill_log import is_due, is_overdue, last_drill, note
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.month_close import close_month
from desk_mailadmin.office import Office, open_office
from desk_mailadmin.restore_drill import _in_child as drill_child
from desk_mailadmin.restore_drill import choose_backup, rehearse, slip
from desk_mailadmin.store.database import execute
from tests.desks import clock, fingerprint, played_desk


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with November closed, and a backup of that."""
    place = tmp_path_factory.mktemp("closed") / "desk"
    made = open_office(played_desk(tmp_path_factory.getbasetemp(), place), clock())
    for month in ("2026-10", "2026-11"):
        close_month(made, month, carry=True)
    made.desk.backups.make("hand")
    made.close()
    return place


@pytest.fixture
def office(closed: Path, tmp_path: Path) -> Iterator[Office]:
    made = open_office(Path(shutil.copytree(closed, tmp_path / "desk")), clock())
    yield made
    made.desk.database.close()


def test_a_backup_is_restored_beside_the_desk_and_its_month_reckoned_again(office: Office):
    before = {name: known for name, known in fingerprint(office.desk.folder).items() if "journal" not in name}
    assert [one.reason for one in office.desk.backups.list()].count("month") == 2, (
        "a month is backed up before it closes"
    )
    drill = rehearse(office.desk.folder, choose_backup(office))
    assert drill.faults == ()
    assert (drill.month, drill.number, drill.missing) == ("2026-11", office.desk.backups.newest().number, 0)
    assert drill.files > 20
    totals = {what: (kept, again) for what, kept, again in drill.totals}
    assert totals["处罚台账 · 期末结转"] == (159395, 159395)
    assert totals["话费台账 · 运营商账单合计"] == (50554, 50554)
    after = {name: known for name, known in fingerprint(office.desk.folder).items() if "journal" not in name}
    assert after == before
    note(office, drill)
    noted = last_drill(office)
    assert noted is not None
    assert noted.record == 1
    assert noted.drill.passed
    assert office.desk.journal.history("drill", 1)[0].text.startswith("恢复演练通过：第 ")
    text = text_of_pdf(office.papers.drawing(slip(noted, "罗刚")).sheet().pdf).replace(" ", "")
    for words in ("恢复演练记录", "结论：通过", "2026年11月", "1,593.95", "8个合计，都相符", "经理："):
        assert words in text
    assert office.desk.check() == ()


def test_a_month_that_no_longer_adds_up_and_a_lost_scan_fail_the_drill(office: Office):
    sha256 = execute(office.desk.database, "SELECT sha256 FROM print LIMIT 1").fetchone()[0]
    (office.desk.folder / "printed" / sha256[:2] / sha256).unlink()
    execute(office.desk.database, "UPDATE penalty_money SET amount_fen = amount_fen + 100 WHERE id = 1")
    drill = rehearse(office.desk.folder, office.desk.backups.make("hand"))
    assert drill.missing == 1
    assert any("附件和打印存档少了 1 个" in fault for fault in drill.faults)
    assert any("2026 年 11 月重算的合计与存档不符：处罚台账" in fault for fault in drill.faults)
    note(office, drill)
    noted = last_drill(office)
    assert not noted.drill.passed
    text = text_of_pdf(office.papers.drawing(slip(noted, "罗刚")).sheet().pdf).replace(" ", "")
    assert "结论：没有通过" in text
    assert "有不符" in text


def test_a_damaged_backup_is_a_drill_that_failed(office: Office):
    backup = office.desk.backups.make("hand")
    content = bytearray(backup.file.read_bytes())
    content[70_000] ^= 1
    backup.file.write_bytes(content)
    drill = rehearse(office.desk.folder, backup)
    assert ["被改动或损坏过" in fault for fault in drill.faults] == [True]
    assert list(office.desk.folder.glob(".drill*")) == []


def test_what_a_killed_drill_left_goes_when_the_desk_is_opened(office: Office):
    left = office.desk.folder / ".drill_ab12" / "desk.maildesk"
    left.parent.mkdir()
    left.write_bytes(b"half")
    office.desk.database.close()
    open_office(office.desk.folder, clock()).desk.database.close()
    assert not left.parent.exists()


def test_a_drill_without_room_is_a_drill_that_failed(office: Office, monkeypatch: pytest.MonkeyPatch):
    def full(**_where: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    backup = choose_backup(office)
    monkeypatch.setattr(tempfile, "mkdtemp", full)
    (fault,) = rehearse(office.desk.folder, backup).faults
    assert "磁盘已满" in fault


def test_two_drills_at_a_time_do_not_spoil_each_other(office: Office):
    backup = choose_backup(office)
    with ThreadPoolExecutor(2) as both:
        drills = [both.submit(rehearse, office.desk.folder, backup) for _ in range(2)]
    assert [drill.result().faults for drill in drills] == [(), ()]


def test_a_drill_is_due_once_a_month_and_overdue_after_forty_days(office: Office):
    still = office.desk.clock
    assert isinstance(still, StillClock)
    note(office, rehearse(office.desk.folder, choose_backup(office)))
    assert not is_due(office)
    still.at += timedelta(days=31)
    assert is_due(office)
    assert not is_overdue(office)
    still.at += timedelta(days=10)
    assert is_overdue(office)


def test_a_desk_of_today_has_no_drill_yet_and_none_is_due(tmp_path: Path):
    from desk_mailadmin.office import create_office

    made = create_office(tmp_path / "new", StillClock.on(date(2026, 12, 3)))
    assert last_drill(made) is None
    assert not is_due(made)
    drill = rehearse(made.desk.folder, choose_backup(made))
    assert (drill.faults, drill.month, drill.totals) == ((), "", ())
    note(made, drill)
    text = text_of_pdf(made.papers.drawing(slip(last_drill(made), "周敏")).sheet().pdf).replace(" ", "")
    assert "还没有月结过的月份" in text
    made.close()
    shutil.rmtree(made.desk.folder)


class Sent(list[dict[str, object]]):
    """The parent's end of the pipe."""

    def send(self, found: dict[str, object]) -> None:
        self.append(found)


def test_the_child_itself_finds_all_well_or_says_why(office: Office):
    backup, folder, sent = choose_backup(office), office.desk.folder, Sent()
    drill_child(sent, str(backup.file), str(folder), str(folder / ".drill"))
    drill_child(sent, str(folder / "nothing.maildesk"), str(folder), str(folder / ".drill"))
    assert (sent[0]["faults"], sent[0]["month"]) == ((), "2026-11")
    assert "没有备份清单" in str(sent[1]["faults"])
