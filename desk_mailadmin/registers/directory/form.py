"""What is asked of an entry of the directory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.directory.entry_form import ask_entry
from desk_mailadmin.registers.directory.rules import DirectoryEntry
from desk_mailadmin.registers.directory.service import DirectoryService
from desk_mailadmin.ui.shown import shown


def _service(bench: Any) -> DirectoryService:
    service: DirectoryService = bench.services["directory"]
    return service


def new_entry(bench: Any) -> int | None:
    """Enter a person or a shared set; return the id, or None where the clerk withdrew."""
    return ask_entry(bench, QT_TRANSLATE_NOOP("desk", "新增"), None, _service(bench).add)


def edit_entry(bench: Any, record: int) -> None:
    """Change an entry."""
    service = _service(bench)

    def keep(entry: DirectoryEntry) -> int:
        service.edit(record, entry)
        return record

    ask_entry(bench, QT_TRANSLATE_NOOP("desk", "变更"), service.entry(record), keep)


def remove_entry(bench: Any, record: int) -> None:
    """Take an entry out of the directory."""
    service = _service(bench)
    row = service.row(record)
    question = shown(QT_TRANSLATE_NOOP("desk", "{name}（{dept}）哪一天起不在通讯录里？"), name=row.name, dept=row.dept)
    day = bench.prompter.ask_date(question, start=bench.desk.clock.today())
    if day is not None:
        bench.run(lambda: service.remove(record, day))
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已把{name}移出通讯录"), name=row.name))


def put_back_entry(bench: Any, record: int) -> None:
    """List an entry again."""
    service = _service(bench)
    bench.run(lambda: service.put_back(record))
    if service.state(record) == "active":
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "{name}又在通讯录里了"), name=service.row(record).name))


def move_entries(bench: Any, ids: Sequence[int], by: int) -> None:
    """Put an entry further up or down in its department."""
    bench.run(lambda: _tell_move(bench, ids[0], by))


def _tell_move(bench: Any, record: int, by: int) -> None:
    service = _service(bench)
    moved = service.move(record, by)
    said = QT_TRANSLATE_NOOP("desk", "已调整{name}的次序") if moved else QT_TRANSLATE_NOOP("desk", "{name}已经在最边上")
    bench.tell(shown(said, name=service.row(record).name))
