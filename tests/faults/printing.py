"""Run beside a test, never in it: prints a batch through the real queue until somebody kills it.

``python -m tests.faults.printing prepare FOLDER COUNT`` makes a desk with so many applications that wait to be printed.
``python -m tests.faults.printing print FOLDER LOG`` prints them all; the printer writes each title into LOG as it takes it.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk_mailadmin.batch import drawn
from desk_mailadmin.ui.dialogs.preview_job import Tray
from desk_mailadmin.ui.dialogs.print_queue import PrintQueue
from desk_mailadmin.ui.dialogs.printing import PrintOrder
from desk_mailadmin.unfinished import Unfinished
from tests.answering import AnsweringPrompter
from tests.papers.test_papers import application_drawing
from tests.registers.builders import DOMAIN, new_house, open_house

SURNAMES, NAMES = "周程李王何马高林孙吴", ("文博", "思思", "可", "大力", "静")


def prepare(folder: Path, count: int) -> None:
    house = new_house(folder)
    for number in range(count):
        name = SURNAMES[number % 10] + NAMES[number // 10]
        house.signing(house.person(name), f"person{number}@{DOMAIN}")
    house.office.close()


def print_all(folder: Path, log: Path) -> None:
    app = QApplication([])
    house = open_house(folder)
    records = house.desk.database.execute_sql("SELECT id FROM application ORDER BY id").fetchall()
    drawings = [application_drawing(house, record) for (record,) in records]
    taken = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def send(order: PrintOrder) -> None:
        os.write(taken, f"{order.title}\n".encode())
        time.sleep(0.002)

    queue = PrintQueue(house.services["papers"], Unfinished(house.desk), AnsweringPrompter(), send)
    queue.run.ended.connect(app.quit)
    queue.add(list(drawn(drawings, (1, 2))), (1, 2), Tray("office"))
    print("printing", flush=True)
    app.exec()


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        prepare(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        print_all(Path(sys.argv[2]), Path(sys.argv[3]))
