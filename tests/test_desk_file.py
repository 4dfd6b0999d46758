"""Settings and units of an office from one file, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.desk_file import apply_branch, apply_desk_file, apply_setting, read_desk_file, setting_named
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.settings import CLERK, COMPANY
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.office import Office, create_office
from tests.desks import DESK_FILE, TODAY


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = create_office(tmp_path / "desk", StillClock.on(TODAY))
    yield office
    office.close()


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "desk.toml"
    path.write_text(text, encoding="utf-8")
    return path


def branch(office: Office, name: str) -> Any:
    service = office.services["branches"]
    return service.entry(service.named(name))


def test_a_whole_office_is_set_up_from_its_file(office: Office):
    apply_desk_file(office, read_desk_file(DESK_FILE))
    settings = office.desk.settings
    assert settings.value(COMPANY) == "澄湖纸品股份有限公司"
    assert settings.value(CLERK) == office.desk.who == "罗刚"
    assert settings.value(COMPANY, date(2001, 1, 1)) == "澄湖纸品股份有限公司"
    assert branch(office, "湖滨分公司").client.imap.port == 993
    assert branch(office, "南麓分公司").client.smtp.security == "starttls"


def test_applied_twice_it_changes_nothing_more(office: Office):
    file = read_desk_file(DESK_FILE)
    apply_desk_file(office, file)
    before = [branch(office, name) for name in ("总部", "湖滨分公司", "南麓分公司")]
    apply_desk_file(office, file)
    assert [branch(office, name) for name in ("总部", "湖滨分公司", "南麓分公司")] == before
    assert len(office.services["branches"].keys(Query())) == 3


def test_what_a_file_leaves_out_stays(office: Office, tmp_path: Path):
    apply_desk_file(office, read_desk_file(DESK_FILE))
    apply_desk_file(office, read_desk_file(written(tmp_path, "[[branch]]\nname = '湖滨分公司'\nhead = '王明'\n")))
    changed = branch(office, "湖滨分公司")
    assert (changed.head, changed.personnel, changed.client.domain) == ("王明", "叶琪子", "hb.chenghu.example")


def test_a_domain_alone_brings_its_usual_servers(office: Office):
    apply_branch(office.services["branches"], {"name": "总部", "domain": "dafeng.example"})
    client = branch(office, "总部").client
    assert client.domain == "dafeng.example"
    assert client.imap.host.endswith("dafeng.example")
    assert client.smtp.host.endswith("dafeng.example")


def test_of_a_server_one_part_may_be_changed(office: Office):
    branches = office.services["branches"]
    apply_branch(branches, {"name": "总部", "domain": "dafeng.example"})
    apply_branch(branches, {"name": "总部", "imap": {"port": 1993}})
    imap = branch(office, "总部").client.imap
    assert imap.port == 1993
    assert imap.host.endswith("dafeng.example")


@pytest.mark.parametrize(
    "text",
    [
        "[settings]\noffice = '人事部'\nnothing = 1\n",
        "[settings]\noffice = '人事部'\n'mail.quota_mb' = 'viel'\n",
        "[settings]\noffice = '人事部'\n[[branch]]\nname = '总部'\ndomain = 'kein domain'\n",
        "[settings]\noffice = '人事部'\n[[branch]]\ncolour = 'red'\n",
    ],
)
def test_one_fault_leaves_everything_as_it_was(office: Office, tmp_path: Path, text: str):
    file = read_desk_file(written(tmp_path, text))
    with pytest.raises(UserError):
        apply_desk_file(office, file)
    assert office.desk.settings.value(setting_named("office")) == "办公室"
    assert len(office.services["branches"].keys(Query())) == 0


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"\xff\xfe\x00", "读不出来"),
        (b"[settings", "读不出来"),
        (b"", "应是"),
        (b"[other]\n", "不认识“other”"),
        (b"# " + b"x" * 1_000_001, "超过 1 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, raw: bytes, sentence: str):
    path = tmp_path / "desk.toml"
    path.write_bytes(raw)
    with pytest.raises(UserError, match=sentence) as fault:
        read_desk_file(path)
    assert str(path) in str(fault.value)


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(UserError, match="没有文件"):
        read_desk_file(tmp_path / "none.toml")


@pytest.mark.parametrize(
    "text", ["settings = 5\n", "branch = 5\n", "[settings]\n[branch]\nname = 'x'\n", "branch = ['x']\n"]
)
def test_parts_of_another_shape_are_refused_in_a_sentence(office: Office, tmp_path: Path, text: str):
    path = written(tmp_path, text)
    with pytest.raises(UserError):
        apply_desk_file(office, read_desk_file(path))


def test_a_byte_order_mark_does_no_harm(tmp_path: Path):
    path = tmp_path / "desk.toml"
    path.write_bytes(b"\xef\xbb\xbf[settings]\ncompany = 'x'\n")
    assert read_desk_file(path).settings == {"company": "x"}


def test_a_figure_is_in_force_from_its_day(office: Office):
    apply_setting(office, "mail.quota_mb", "8", date(2027, 1, 1))
    quota = setting_named("mail.quota_mb")
    assert office.desk.settings.value(quota, date(2026, 12, 31)) == 10
    assert office.desk.settings.value(quota, date(2027, 1, 1)) == 8


def test_an_unknown_setting_is_answered_with_those_that_are():
    with pytest.raises(UserError, match="company"):
        setting_named("nothing")
