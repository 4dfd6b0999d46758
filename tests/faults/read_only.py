"""Run beside a test, never in it, on a disk of its own: looks at a desk on it once it can only be read.

``python -m tests.faults.read_only PLACE SOURCE`` prints one JSON object.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.office import open_office
from tests.desks import clock, fingerprint
from tests.faults.full_disk import command


def looked_at(desk: Path) -> dict[str, object]:
    office = open_office(desk, clock())
    try:
        rows = len(office.services["staff"].keys(Query()))
        with office.desk.work("set"):
            raise AssertionError("not reached")
    except EnvironmentFault as fault:
        return {"rows": rows, "refused": f"{fault}{fault.remedy}", "banner": banner(office)}
    finally:
        office.close()


def banner(office: object) -> bool:
    """Say whether the window says above its tabs that this desk can only be looked at."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication, QLabel

    from desk_mailadmin.app.desk_window import make_window
    from desk_mailadmin.ui.theme import Theme
    from tests.answering import AnsweringPrompter

    app = QApplication.instance() or QApplication([])
    settings = QSettings(tempfile.mkdtemp() + "/x.ini", QSettings.Format.IniFormat)
    window = make_window(office, Theme(app, settings), settings, AnsweringPrompter(), lambda _what: None)  # type: ignore[arg-type]
    window.show()
    app.processEvents()
    return any("不能登记" in one.text() and one.isVisible() for one in window.findChildren(QLabel))


if __name__ == "__main__":
    place, source = Path(sys.argv[1]), Path(sys.argv[2])
    desk = Path(shutil.copytree(source, place / "desk"))
    before = fingerprint(desk)
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
    found = looked_at(desk)
    out = Path(tempfile.mkdtemp()) / "staff.xlsx"
    refused = command("export", "staff", "-o", out)(place)
    assert not refused, refused
    import openpyxl

    found["exported"] = openpyxl.load_workbook(out).active.max_row
    print(json.dumps({**found, "same": fingerprint(desk) == before}))
