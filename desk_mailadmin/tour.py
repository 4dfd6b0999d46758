"""The tour: the whole main job on the sample company, headless, its papers, workbook and pictures put in a folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.monthly import Month, suggested_name, write_month
from desk_mailadmin.office import Office
from desk_mailadmin.registers.applications.printed import application_paper, blank_data
from desk_mailadmin.registers.penalties.printed import DEDUCTIONS, case_paper, deduction_paper, offers, paper_of
from desk_mailadmin.registers.penalties.printed import blank_data as empty_notice
from desk_mailadmin.registers.receipts.printed import new_password, receipt_paper, slip_paper

if TYPE_CHECKING:
    from desk_mailadmin.app.desk_window import DeskWindow

DAY = date(2026, 12, 3)
"""The day the tour plays on, so that it comes out the same twice."""

SIZES = ((1440, 900), (1366, 768))
_SETTLING = 25


def make_tour(folder: Path) -> Iterator[Path]:
    """Play the tour and yield each file it made: sheets as PDF, the monthly workbook, pictures of every tab."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        office = _sample(Path(scratch) / "desk")
        try:
            yield from _papers(office, folder)
            yield from _kinds(office, folder)
            yield from _cases(office, folder)
            yield _ledger(office, folder)
            yield from _lists(office, folder)
            yield from _pictures(office, folder, Path(scratch))
        finally:
            office.close()


def _sample(folder: Path) -> Office:
    from desk_mailadmin.app.sample import sample_office

    return sample_office(StillClock(datetime(DAY.year, DAY.month, DAY.day, 14, 28).astimezone()), folder)


def _papers(office: Office, folder: Path) -> Iterator[Path]:
    """Draw one sheet of each form, with the data of a record that is far enough on its way."""
    services, settings = office.services, office.desk.settings
    receipt = services["receipts"].outstanding()[-1]
    application = services["applications"].numbered(receipt.application)
    papers = {
        "电子邮件开户申请表": application_paper(services["applications"], settings, application),
        "电子邮件开户回执": receipt_paper(services["receipts"], services["branches"], settings, receipt.id),
        "初始密码单": slip_paper(services["receipts"], services["branches"], receipt.id, new_password(), DAY),
    }
    for title, paper in papers.items():
        drawing = office.papers.drawing(paper)
        yield _written(folder / f"{title}.pdf", drawing.sheet().pdf)
        if drawing.form.spec.number:
            yield _written(folder / f"{title}（空白）.pdf", drawing.sheet([1], blank=True).pdf)


def _kinds(office: Office, folder: Path) -> Iterator[Path]:
    """Draw one sheet of every other kind of application: of the sample's own where it has one, else the blank one."""
    from desk_mailadmin.kernel.table import Query
    from desk_mailadmin.papers import Paper

    service, settings = office.services["applications"], office.desk.settings
    for kind in service.kinds.values():
        if service.opens_account(kind.form):
            continue
        found = service.keys(Query(filters={"kind": kind.form}))
        if found:
            drawing = office.papers.drawing(application_paper(service, settings, found[0]))
            yield _written(folder / f"{kind.title}.pdf", drawing.sheet().pdf)
        else:
            data = blank_data(service, settings, kind.form, kind.application.routes[0], DAY)
            drawing = office.papers.drawing(Paper("application", 0, kind.form, "", data))
            yield _written(folder / f"{kind.title}（空白）.pdf", drawing.sheet([1], blank=True).pdf)


def _cases(office: Office, folder: Path) -> Iterator[Path]:
    """Draw one sheet of each paper of the penalty ledger that a case of the sample has, and the empty notice."""
    from desk_mailadmin.kernel.table import Query
    from desk_mailadmin.papers import Paper
    from desk_mailadmin.registers.penalties.listing import NOTICE

    service, settings, papers = office.services["penalties"], office.desk.settings, office.papers
    found: dict[str, Paper] = {}
    for row in service.rows(service.keys(Query())):
        if row.past or row.state == "draft":
            continue
        of_case = [case_paper(service, settings, row.id)]
        of_case += [paper_of(service, papers, row.id, offer, office.desk.who) for offer in offers(service, row.id)]
        for paper in of_case:
            found.setdefault(paper.form, paper)
    month = service.months.next_payroll()
    found[DEDUCTIONS] = deduction_paper(service, month, DAY)
    for paper in found.values():
        drawing = papers.drawing(paper)
        yield _written(folder / f"{drawing.title}.pdf", drawing.sheet().pdf)
    blank = papers.drawing(Paper("penalty", 0, NOTICE, "", empty_notice(settings, DAY)))
    yield _written(folder / f"{blank.title}（空白）.pdf", blank.sheet(blank=True).pdf)


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _ledger(office: Office, folder: Path) -> Path:
    month = Month(DAY.year, DAY.month - 1)
    return write_month(office, month, folder / suggested_name(office, month)).path


def _lists(office: Office, folder: Path) -> Iterator[Path]:
    """Print every register's list as the clerk would at first: with the columns that are shown."""
    from msgspec.structs import replace

    from desk_mailadmin.catalogue import ALL_REGISTERS
    from desk_mailadmin.kernel.table import Query

    for register in ALL_REGISTERS:
        service: Any = office.services[register.key]
        rows = service.rows(service.keys(Query(segment=register.table.start_segment)))
        table = replace(register.table, columns=tuple(column for column in register.table.columns if column.shown))
        for sheet in office.papers.list_sheets(register.title, table, rows, masked=True):
            yield _written(folder / f"列表_{register.title}.pdf", sheet.pdf)


def _pictures(office: Office, folder: Path, scratch: Path) -> Iterator[Path]:
    """Take pictures of every tab at both sizes, light and dark."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from desk_mailadmin.app.desk_window import make_window
    from desk_mailadmin.ui.qt_prompter import QtPrompter
    from desk_mailadmin.ui.theme import Scheme, Theme
    from desk_mailadmin.ui.translations import load_translations

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    translators = load_translations(app)
    settings = QSettings(str(scratch / "tour.ini"), QSettings.Format.IniFormat)
    theme = Theme(app, settings)
    window = make_window(office, theme, settings, QtPrompter(office.desk.clock), lambda _what: None)
    try:
        window.show()
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            theme.choose_scheme(scheme)
            for size in SIZES:
                window.resize(*size)
                yield from _of_tabs(app, window, folder, f"{size[0]}x{size[1]}_{scheme}")
    finally:
        window.bench.wait()
        window.deleteLater()
        _settle(app)
        del translators


def _of_tabs(app: Any, window: DeskWindow, folder: Path, suffix: str) -> Iterator[Path]:
    for place in range(window.tabs.count()):
        window.go_tab(place)
        _settle(app)
        path = folder / f"{place:02d}_{window.tab_key(place)}_{suffix}.png"
        window.grab().save(str(path))
        yield path


def _settle(app: Any) -> None:
    """Let the window do what it puts off (counts, pictures of sheets)."""
    import time

    for _ in range(_SETTLING):
        app.processEvents()
        time.sleep(0.01)
