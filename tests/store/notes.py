"""A small register for the store's own tests: notes on shelves."""

from __future__ import annotations

from datetime import date

import peewee

from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.upgrades import u0001_foundation
from desk_mailadmin.store.upgrades.step import Step, search_table

TODAY = date(2026, 11, 21)

STEPS = (
    u0001_foundation.STEP,
    Step(
        2,
        "notes",
        (
            "CREATE TABLE shelf ({id}, name TEXT NOT NULL)",
            """CREATE TABLE note ({id}, title TEXT NOT NULL, pages BIGINT NOT NULL DEFAULT 0, on_day TEXT,
                done BIGINT NOT NULL DEFAULT 0, shelf_id BIGINT REFERENCES shelf (id))""",
            "CREATE INDEX note_title ON note (title, id)",
            search_table("note"),
        ),
    ),
)


class Shelf(peewee.Model):
    id = peewee.AutoField()
    name = peewee.TextField()


class Note(peewee.Model):
    id = peewee.AutoField()
    title = peewee.TextField()
    pages = peewee.IntegerField(default=0)
    on_day = peewee.DateField(null=True)
    done = peewee.BooleanField(default=False)
    shelf = peewee.ForeignKeyField(Shelf, null=True)


def add_note(desk: Desk, title: str, *, undoable: bool = True, **values: object) -> int:
    """Record one note as a service would."""
    with desk.work("note.add") as work:
        note = Note.create(title=title, **values)
        work.wrote("note", note.id, "登记{title}", after={"title": title, **values}, undoable=undoable, title=title)
        desk.search.put("note", note.id, [title], [str(note.id)])
        work.changed("notes")
    return int(note.id)


def change_note(desk: Desk, record: int, **values: object) -> None:
    """Change one note as a service would."""
    with desk.work("note.edit") as work:
        note = Note.get_by_id(record)
        before = {name: getattr(note, name) for name in values}
        Note.update(**values).where(Note.id == record).execute()
        work.wrote("note", record, "修改{title}", before=before, after=values, undoable=True, title=note.title)
        work.changed("notes")
