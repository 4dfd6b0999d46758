"""The doors out of the window: pictures of sheets, attachments, figures of the month, recents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.app import doors
from desk_mailadmin.catalogue import ALL_REGISTERS
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.store import opening, shared_disk
from desk_mailadmin.ui.hooks import Hooks
from desk_mailadmin.ui.tool_row import ActionButton
from tests.desks import TODAY
from tests.journeys.day import Day, said_in


def rows(day: Day, register: str) -> list[Any]:
    service = day.service(register)
    return list(service.rows(service.keys(Query())))


def test_a_printed_sheet_is_pictured_as_wide_as_there_is_room(day: Day, hooks: Hooks):
    waiting = next(row for row in rows(day, "applications") if row.state == "signing")
    picture = hooks.sheet("applications", "account_application", waiting.id, 300)
    assert picture is not None
    assert abs(picture.width() - 300) <= 1
    assert picture.height() > picture.width()
    tones = {picture.pixelColor(x, y).lightness() for x in range(0, 300, 7) for y in range(0, 400, 7)}
    assert len(tones) > 2


def test_what_was_never_printed_has_no_picture(day: Day, hooks: Hooks):
    draft = next(row for row in rows(day, "applications") if row.state == "draft")
    assert hooks.sheet("applications", "account_application", draft.id, 300) is None


def test_an_attachment_is_opened_as_a_copy(day: Day, hooks: Hooks, monkeypatch: pytest.MonkeyPatch):
    opened: list[Path] = []
    monkeypatch.setattr(doors, "open_file", opened.append)
    desk = day.office.desk
    with desk.work("attach") as work:
        desk.attachments.keep(work, "application", 1, "sheet", "../扫描件.pdf", b"%PDF-1.4 a scan")
    (use,) = desk.attachments.of("application", 1)
    attachment = doors.Attachment(use.sha256, use.name, 1)
    hooks.open_attachment(attachment)
    (copy,) = opened
    assert copy.read_bytes() == b"%PDF-1.4 a scan"
    assert copy.parent == desk.folder / "exports"
    copy.write_bytes(b"changed by whoever looked at it")
    assert desk.attachments.read(use.sha256) == b"%PDF-1.4 a scan"


def test_an_attachment_that_is_gone_is_said(day: Day, hooks: Hooks):
    with pytest.raises(EnvironmentFault):
        hooks.open_attachment(doors.Attachment("ab" * 32, "weg.pdf", 1))


def test_the_figures_of_the_month_are_the_desks(day: Day, hooks: Hooks):
    month = hooks.month()
    december = [row for row in rows(day, "applications")
                if row.opened_on and (row.opened_on.year, row.opened_on.month) == (2026, 12) and row.state != "void"]  # fmt: skip
    out = [row for row in rows(day, "receipts") if row.state == "out"]
    assert "12" in month.title
    assert [figure.value for figure in month.figures][:2] == [str(len(december)), str(len(out))]
    counted = dict(month.chart)
    november = day.service("applications").opened_between(date(2026, 11, 1), date(2026, 11, 30))
    assert counted["11"] == len(november)
    assert len(month.chart) == 12


def test_in_january_the_chart_reaches_into_last_year(day: Day, hooks: Hooks):
    assert isinstance(day.clock, StillClock)
    day.clock.at = day.clock.at.replace(year=2027, month=1, day=15)
    months = [month for month, _count in hooks.month().chart]
    assert months == ["2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "1"]


def test_the_place_names_folder_clerk_and_company(day: Day, hooks: Hooks):
    place = hooks.place()
    assert place.path == str(day.office.desk.folder)
    assert (place.clerk, place.title, place.locked) == ("罗刚", "澄湖纸品股份有限公司", "")
    day.office.desk.backups.make("clerk")
    assert hooks.place().backup == f"{TODAY:%m-%d} 14:00"


def test_undo_says_what_it_undid_and_when_there_is_nothing_more(day: Day, hooks: Hooks):
    staff = day.service("staff")
    person = staff.numbered("CH0065")
    before = staff.row(person)
    from msgspec.structs import replace

    staff.edit(person, replace(staff.entry(person), extension="8999"))
    assert hooks.undo is not None
    assert "已撤销" in hooks.undo()
    assert staff.row(person) == before


@pytest.fixture
def read_only_day(days: Callable[[Path], Day], played: Path, monkeypatch: pytest.MonkeyPatch) -> Day:
    monkeypatch.setattr(opening, "is_writable", lambda _file: False)
    return days(played)


def test_a_folder_without_rights_is_said_with_what_to_do(read_only_day: Day):
    (banner,) = read_only_day.window.notices.texts()
    assert "它所在的文件夹没有写入权限" in banner
    assert "复制到能写入的磁盘" in banner
    assert "打印列表和导出仍然可以" in banner


def test_on_a_read_only_desk_nothing_that_writes_can_be_begun(read_only_day: Day):
    offered = set()
    for register in ALL_REGISTERS:
        tab = read_only_day.go(register.key)
        offered |= {f"{register.key}.{key}" for key, made in tab.actions_of.by_key.items() if made.isEnabled()}
        assert tab.tools.export.isEnabled()
    assert offered <= {
        "applications.blank", "applications.missing", "applications.receipt", "directory.export_directory",
        "editions.export_directory", "findings.call", "journal.anchor", "journal.check", "journal.open", "longdistance.keys", "longdistance.sheet", "messages.blank",
        "penalties.blank",
    }  # fmt: skip
    entries = {made.objectName(): made for made in read_only_day.window.actions() if made.objectName()}
    assert {key for key, made in entries.items() if not made.isEnabled()} >= {"backup", "settings", "calendar"}
    assert entries["ledger"].isEnabled()
    assert "不能登记" in entries["settings"].toolTip()


def test_a_deed_reached_another_way_is_refused_before_its_form_opens(read_only_day: Day):
    waiting = next(row for row in rows(read_only_day, "applications") if row.state == "signing")
    register = next(each for each in ALL_REGISTERS if each.key == "applications")
    read_only_day.window.bench.do(next(action for action in register.actions if action.key == "sign"), [waiting.id])
    assert "不能登记" in read_only_day.prompter.texts("warn")[-1]


def test_a_template_for_all_forms_that_cannot_be_used_is_told_once(days: Callable[[Path], Day], played: Path):
    (played / "forms" / "_lib").mkdir(parents=True)
    (played / "forms" / "_lib" / "office.typ").write_text("= ok\n#nothing\n", "utf-8")
    (played / "forms" / "用车").mkdir()
    (played / "forms" / "用车" / "form.toml").write_text("api = 1\n", "utf-8")
    day = days(played)
    told = [todo.text for todo in day.window._hooks.todos() if todo.key.startswith("form/")]
    strange, shared = told
    assert "用车”没有用上：文件夹名用小写英文字母开头" in strange
    assert shared.startswith("所有表单用的是随程序的样子。_lib/office.typ 第 2 行：")
    assert "unknown variable: nothing" in shared


def test_today_offers_what_comes_in_without_being_asked_for(day: Day):
    offered = [button.toolTip() for button in day.window.today.findChildren(ActionButton) if button.isVisible()]
    assert offered[:4] == ["新建申请（Ctrl+N）", "登记处罚", "登记长途", "新增人员"]


def test_the_charges_open_on_the_last_month_that_has_a_bill(day: Day):
    tab: Any = day.go("charges")
    assert tab.months.span == "2026-11"
    assert tab.model.rowCount() > 0
    tab.show_this_month()
    assert (tab.months.span, tab.model.rowCount()) == ("2026-12", 0)


def test_f33_a_desk_that_was_moved_to_a_network_disk_is_warned_of(
    days: Callable[[Path], Day], staffed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    table = tmp_path / "mounts"
    table.write_text(f"/dev/sda1 / ext4 rw 0 0\n//server/share {staffed} cifs rw 0 0\n")
    monkeypatch.setattr(shared_disk, "MOUNTS", table)
    day = days(staffed)
    said = " ".join(said_in(day.window))
    assert "台账放在网络盘上，断线或两台电脑同时打开会损坏它。" in said
    assert "把整个台账文件夹移到本机再打开；备份可以另存到网络盘" in said
    assert not day.office.desk.view_only
    assert day.office.desk.backups.make("hand").file.exists()
