"""Make ``docs/pictures``: what a clerk sees on the sample company, as the README and its pages show it.

``python -m installer.pictures [NAME…]`` makes all of them, or those whose name starts so. No screen is needed; the
workbook's picture needs LibreOffice and is left as it is without.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from desk_mailadmin.app.bench import AppBench, show_modally
from desk_mailadmin.app.first import first_run_job
from desk_mailadmin.app.main import DeskWindow, make_window
from desk_mailadmin.app.sample import sample_office
from desk_mailadmin.desk_file import apply_desk_file, read_desk_file
from desk_mailadmin.documents.pages import Pages
from desk_mailadmin.intake.roster.reader import read_roster
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.monthly import Month, write_month
from desk_mailadmin.office import Office, create_office
from desk_mailadmin.registers.applications.form import new_application
from desk_mailadmin.registers.applications.printed import application_paper
from desk_mailadmin.registers.editions.printing import confirmation_drawings
from desk_mailadmin.registers.penalties.entry_form import ask_penalty
from desk_mailadmin.registers.receipts.printed import receipt_paper
from desk_mailadmin.registers.roster.form import RosterSession
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.tour import DAY
from desk_mailadmin.ui.dialogs.first_run import FirstRunWizard
from desk_mailadmin.ui.dialogs.forms.forms_dialog import FormsDialog
from desk_mailadmin.ui.dialogs.import_wizard import CHECK, MOVES, ImportWizard
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.qt_prompter import QtPrompter
from desk_mailadmin.ui.theme import Scheme, Theme

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
PLACE = Path(tempfile.gettempdir()) / "desk_mailadmin_pictures"
"""Where the desk of the pictures stands; its path is seen in the status bar."""

MOST_BYTES = 250 * 1024
WINDOW = (1366, 768)
COLOURS = 256
SHEET_DPI = 88


def keep(image: QImage, name: str) -> None:
    """Save a picture with a palette of its own most frequent colours; ValueError where it is too heavy for a README."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    shades = Counter(memoryview(image.constBits()).cast("I"))
    palette = [shade for shade, _count in shades.most_common(COLOURS)]
    nearest = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    path = FOLDER / f"{name}.png"
    image.convertToFormat(QImage.Format.Format_Indexed8, palette, nearest).save(str(path), quality=0)
    if path.stat().st_size > MOST_BYTES:
        raise ValueError(f"{path.name}: {path.stat().st_size} bytes")
    print(f"{path.name}  {path.stat().st_size // 1024} KB")


def settle(times: int = 60) -> None:
    """Let the window do what it puts off."""
    for _ in range(times):
        QApplication.processEvents()
        time.sleep(0.01)


def grab(widget: QWidget, name: str, size: tuple[int, int] | None = None) -> None:
    """Take a picture of a window or dialog as it stands, or of ``size``: the screen that is none is too small."""
    for _ in range(2):
        settle()
        if size is not None:
            widget.resize(*size)
    settle()
    keep(widget.grab().toImage(), name)


def sheet(pdf: bytes, name: str, page: int = 0, dpi: int = SHEET_DPI, part: float = 1) -> None:
    """Take a picture of a printed page, or of the upper ``part`` of it."""
    with Pages(pdf) as pages:
        drawn = pages.image(page, dpi=dpi)
    whole = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    keep(whole.copy(0, 0, drawn.width, round(drawn.height * part)), name)


@dataclass
class Studio:
    """The sample's window, and what happens when an action shows a dialog."""

    office: Office
    window: DeskWindow
    theme: Theme
    settings: QSettings

    def dialog(self, deed: Callable[[], object], pose: Callable[[Any], None]) -> None:
        """Do what shows a dialog; it is posed (and pictured) instead of waiting for a clerk."""

        def show(dialog: QDialog) -> bool:
            dialog.show()
            settle(20)
            pose(dialog)
            dialog.done(QDialog.DialogCode.Rejected)
            return False

        bench = self.window.bench
        bench._show = show  # noqa: SLF001  (the one door of every dialog, as tests use it)
        deed()
        bench._show = show_modally  # noqa: SLF001  (as above)

    def act(self, register: str, key: str, *records: int) -> None:
        """Do an action of a register as its button would."""
        actions = self.window.register_tab(register).register.actions
        action = next(one for one in actions if one.key == key)
        self.window.bench.run(lambda: action.run(self.window.bench, records))

    def first(self, register: str, **query: Any) -> int:
        """Return the first record of a list."""
        return int(self.office.services[register].keys(Query(**query))[0])


def first_run(studio: Studio) -> None:
    """The first run, at the company's step."""
    job = first_run_job(Path("/home/office/台账"), studio.office.desk.clock)
    wizard = FirstRunWizard(job, QtPrompter(studio.office.desk.clock))
    wizard.show()
    wizard.go_to(1)
    answers = ("澄湖纸品股份有限公司", "chenghu.example")
    for edit, text in zip((e for e in wizard.findChildren(QLineEdit) if e.isVisible()), answers, strict=False):
        edit.setText(text)
    grab(wizard, "01_first_run")
    wizard.hide()


def import_check(studio: Studio) -> None:
    """The roster of October checked: what is odd, cell by cell."""
    roster = asset_dir("resources") / "sample" / "员工花名册2026年10月.xlsx"

    def pose(wizard: Any) -> None:
        wizard.open_file(roster)
        wizard.go_to(CHECK)
        grab(wizard, "02_import_check", (1240, 560))

    studio.dialog(lambda: studio.act("staff", "import_roster"), pose)


def import_changes(studio: Studio) -> None:
    """What the next month's roster changes, before anything is written."""
    sample = asset_dir("resources") / "sample"
    october, november = (sample / f"员工花名册2026年{month}月.xlsx" for month in (10, 11))
    with tempfile.TemporaryDirectory() as scratch:
        office = create_office(Path(scratch) / "desk", studio.office.desk.clock)
        apply_desk_file(office, read_desk_file(sample / "desk.toml"))
        roster = office.services["roster"]
        roster.take_over(october.name, roster.compare(roster.entries_of(read_roster(october, today=DAY))))
        bench = AppBench(office, QtPrompter(office.desk.clock), Memory(studio.settings, "pictures/"))
        wizard = ImportWizard(RosterSession(bench), bench.prompter, memory=bench.memory)
        wizard.show()
        wizard.open_file(november)
        wizard.go_to(CHECK)
        wizard.go_to(MOVES)
        grab(wizard, "03_import_changes", (1000, 520))
        wizard.hide()
        office.close()


def entry(studio: Studio) -> None:
    """The application being filled in, with its sheet beside it."""

    def pose(dialog: Any) -> None:
        field = dialog.field("person")
        edit = field.findChild(QLineEdit)
        edit.setText("李敏")
        edit.textEdited.emit("李敏")
        while not field.is_open:
            settle(1)
        field._opened().take_marked()  # noqa: SLF001  (the list opens as its own window, which no button reaches)
        settle(10)
        dialog.field("reason").set_value("负责与外地客户往来报价和合同，每天收发邮件约 30 封。")
        settle(80)
        grab(dialog, "04_application_entry", (1240, 760))

    studio.dialog(lambda: new_application(studio.window.bench, "account_application"), pose)


def kinds(studio: Studio) -> None:
    """Choosing the kind of application, and one of them being filled in."""
    studio.dialog(lambda: studio.act("applications", "new"), lambda shown: grab(shown, "13_kinds", (600, 520)))

    def pose(dialog: Any) -> None:
        staff = studio.office.services["staff"]
        dialog.field("person")._take(hits([staff.row(studio.first("staff", segment="active"))])[0])  # noqa: SLF001  (as a click)
        for key, value in (("work", "移机"), ("place", "B 座 0817"), ("reason", "部门搬到 B 座八层，分机号码不变。")):
            dialog.field(key).set_value(value)
        settle(80)
        grab(dialog, "14_line_work", (1240, 700))

    studio.dialog(lambda: new_application(studio.window.bench, "line_work"), pose)


def forms(studio: Studio) -> None:
    """The forms of the office, one of them open with its sheet."""
    shelf = studio.office.forms
    dialog = FormsDialog(shelf, studio.window.bench.prompter, memory=studio.window.bench.memory)
    dialog.show()
    settle(120)
    grab(dialog, "15_forms", (1240, 720))
    dialog.done(QDialog.DialogCode.Rejected)


def preview(studio: Studio) -> None:
    """The application before it is printed."""
    record = studio.first("applications", segment="signing")
    studio.dialog(
        lambda: studio.act("applications", "print", record), lambda shown: grab(shown, "05_preview", (1180, 760))
    )


def signature(studio: Studio) -> None:
    """A signature being registered."""
    record = studio.first("applications", segment="signing")
    studio.dialog(
        lambda: studio.act("applications", "sign", record), lambda shown: grab(shown, "07_signature", (860, 520))
    )


def opening(studio: Studio) -> None:
    """The account ticked as opened."""
    record = studio.first("applications", segment="ready", filters={"kind": "account_application"})
    studio.dialog(
        lambda: studio.act("applications", "open", record), lambda shown: grab(shown, "08_opening", (620, 260))
    )


def sheets(studio: Studio) -> None:
    """The two sheets as they leave the printer."""
    services, settings, papers = studio.office.services, studio.office.desk.settings, studio.office.papers
    receipt = services["receipts"].outstanding()[-1]
    record = services["applications"].numbered(receipt.application)
    sheet(papers.drawing(application_paper(services["applications"], settings, record)).sheet([1]).pdf, "06_sheet")
    paper = receipt_paper(services["receipts"], services["branches"], settings, receipt.id)
    sheet(papers.drawing(paper).sheet([1]).pdf, "09_receipt")


def penalties(studio: Studio) -> None:
    """The penalty ledger of November, a case being entered, the month before it is closed."""
    window, service = studio.window, studio.office.services["penalties"]
    record = next(row.id for row in service.of_month("2026-11") if row.clause == "002/15.一.3")
    window.show_record("penalties", record)
    grab(window, "16_penalties", WINDOW)
    start = replace(service.entry(record), source="bill:1", facts="", occurred_at="14:25")
    studio.dialog(
        lambda: ask_penalty(window.bench, start=start), lambda shown: grab(shown, "17_penalty_entry", (1240, 760))
    )
    entry_of = {one.action.key: one.action for one in window._hooks.entries}  # noqa: SLF001  (as a click in the menu)
    studio.dialog(
        lambda: window.bench.do(entry_of["close_month"], ()), lambda shown: grab(shown, "18_month_close", (920, 640))
    )


def tabs(studio: Studio) -> None:
    """Today, the applications, and the directory in the dark."""
    window = studio.window
    window.go_tab(0)
    grab(window, "00_today")
    window.show_record("applications", studio.first("applications", segment="ready"))
    grab(window, "10_applications")
    studio.theme.choose_scheme(Scheme.DARK)
    window.show_record("staff", studio.first("staff", segment="active"))
    grab(window, "12_dark")
    studio.theme.choose_scheme(Scheme.LIGHT)


def directory(studio: Studio) -> None:
    """The directory with its tree, and a department's sheet of it to be confirmed."""
    window, services = studio.window, studio.office.services
    window.show_record("directory", studio.first("directory", segment="waiting"))
    grab(window, "19_directory", WINDOW)
    editions = services["editions"]
    asked = next(row for row in editions.rows(editions.keys(Query())) if row.state == "pending")
    drawings, _again = confirmation_drawings(window.bench, [asked.id])
    sheet(drawings[0].sheet([1]).pdf, "20_confirmation", part=0.66)


def telephone(studio: Studio) -> None:
    """November's charges, what its calls show against the regulations, and what was telephoned in it."""
    window, services = studio.window, studio.office.services
    charges = services["charges"].table("2026-11")
    window.show_record("charges", next(row.id for row in charges if row.state == "notified"))
    grab(window, "21_charges", WINDOW)
    findings = services["findings"]
    window.show_record("findings", findings.first_open("2026-11"))
    grab(window, "22_findings", WINDOW)
    window.show_record("calls", studio.first("calls", filters={"month": "2026-11"}))
    window.register_tab("calls").toggle_statistics()
    grab(window, "23_calls", WINDOW)


def ledger(studio: Studio) -> None:
    """The second sheet of the month's workbook as it would be printed."""
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not there: the workbook's picture is left as it is.")
        return
    with tempfile.TemporaryDirectory() as scratch:
        book = Path(scratch) / "book.xlsx"
        write_month(studio.office, Month(DAY.year, DAY.month - 1), book)
        home = f"-env:UserInstallation={(Path(scratch) / 'home').as_uri()}"
        command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", scratch, str(book)]
        subprocess.run(command, check=True, capture_output=True)
        sheet(book.with_suffix(".pdf").read_bytes(), "11_ledger", page=1, dpi=110, part=0.45)


SCENES: dict[str, Callable[[Studio], None]] = {
    "00": tabs,
    "01": first_run,
    "02": import_check,
    "04": entry,
    "05": preview,
    "06": sheets,
    "07": signature,
    "08": opening,
    "13": kinds,
    "15": forms,
    "16": penalties,
    "19": directory,
    "21": telephone,
    "11": ledger,
    "03": import_changes,
}
"""In this order: the last opens another desk, to which all models are bound from then on."""


def main() -> None:
    """Make the pictures asked for, each of them from the same sample desk."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    clock = StillClock(datetime(DAY.year, DAY.month, DAY.day, 14, 28).astimezone())
    office = sample_office(clock, PLACE)
    with tempfile.TemporaryDirectory() as scratch:
        settings = QSettings(str(Path(scratch) / "pictures.ini"), QSettings.Format.IniFormat)
        theme = Theme(app, settings)
        theme.choose_scheme(Scheme.LIGHT)
        window = make_window(office, theme, settings, QtPrompter(clock), lambda _what: None)
        window.resize(*WINDOW)
        window.show()
        studio = Studio(office, window, theme, settings)
        for number, scene in SCENES.items():
            if not sys.argv[1:] or any(number.startswith(asked) for asked in sys.argv[1:]):
                scene(studio)
        settle()
        window.close()


if __name__ == "__main__":
    main()
