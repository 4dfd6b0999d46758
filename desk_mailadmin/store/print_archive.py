"""What was printed, kept as printed: the PDF's bytes, which form drew it from which data, and every reprint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import peewee
from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.attachments import HashedFiles
from desk_mailadmin.store.database import execute, scalar
from desk_mailadmin.store.faults import faults_named
from desk_mailadmin.store.values import canonical, decoded
from desk_mailadmin.store.work import UnitOfWork

_COLUMNS = "kind, record, form_id, number, reprint, copies, sha256, first_page, pages, template_sha, data, at, who"
_MARKS = ", ".join("?" * 13)
_DATA = 10  # its place among the columns


class Part(Struct, frozen=True):
    """Pages of a kept file, ``first_page`` counted from 0; no ``pages`` means the whole file.

    Sheets printed as one batch share a file: each with the fonts of its own would take eight times the room.
    """

    sha256: str
    first_page: int = 0
    pages: int = 0


class Printed(Struct, frozen=True):
    """One print; ``number`` counts the prints of a record and form from 1, ``reprint`` the 补打 of that one from 0.

    Of the file ``sha256`` it is the ``pages`` from ``first_page`` (counted from 0); no ``pages`` means the whole file.
    """

    kind: str
    record: int
    form_id: str
    number: int
    reprint: int
    copies: int
    sha256: str
    first_page: int
    pages: int
    template_sha: str
    data: Mapping[str, Any]
    at: str
    who: str


class PrintArchive:
    """The prints of one desk."""

    def __init__(self, database: peewee.SqliteDatabase, folder: Path) -> None:
        self._database = database
        self._files = HashedFiles(folder)

    def keep(
        self,
        work: UnitOfWork,
        kind: str,
        record: int,
        form_id: str,
        copies: int,
        pdf: bytes | Part,
        template_sha: str,
        data: Mapping[str, Any],
        *,
        title: str = "",
    ) -> int:
        """Keep a print, journal it, and return its number: 1, 2 … for this record and form.

        ``pdf`` is what was printed, or its part of a file that ``put`` kept before. ``title`` is the form's name in
        the history. The data must be JSON; secrets never stand in it.
        """
        number = self.next_number(kind, record, form_id)
        part = pdf if isinstance(pdf, Part) else Part(self.put(pdf))
        place = part.sha256, part.first_page, part.pages
        printed = Printed(kind, record, form_id, number, 0, copies, *place, template_sha, data, *_stamp(work))
        self._insert(printed)
        work.wrote(
            kind,
            record,
            QT_TRANSLATE_NOOP("desk", "打印“{form}”第 {number} 次，{copies} 份"),
            form=title or form_id,
            number=number,
            copies=copies,
        )
        return number

    def reprinted(self, work: UnitOfWork, printed: Printed, copies: int, *, title: str = "") -> int:
        """Log that the kept bytes were printed once more (they stay untouched); return the how-manieth 补打."""
        reprint = 1 + int(
            scalar(
                self._database,
                "SELECT max(reprint) FROM print WHERE kind = ? AND record = ? AND form_id = ? AND number = ?",
                printed.kind,
                printed.record,
                printed.form_id,
                printed.number,
            )
        )
        at, who = _stamp(work)
        again = replace(printed, reprint=reprint, copies=copies, at=at, who=who)
        self._insert(again)
        work.wrote(
            printed.kind,
            printed.record,
            QT_TRANSLATE_NOOP("desk", "补打“{form}”第 {reprint} 次，{copies} 份"),
            form=title or printed.form_id,
            reprint=reprint,
            copies=copies,
        )
        return reprint

    def next_number(self, kind: str, record: int, form_id: str) -> int:
        """Return the number the next print of this record and form gets (it stands in the sheet's code)."""
        found = scalar(
            self._database,
            "SELECT max(number) FROM print WHERE kind = ? AND record = ? AND form_id = ?",
            kind,
            record,
            form_id,
        )
        return int(found or 0) + 1

    def latest(self, kind: str, record: int, form_id: str) -> Printed | None:
        """Return the newest print of a record and form, None where it was never printed."""
        prints = [printed for printed in self.of(kind, record) if printed.form_id == form_id and not printed.reprint]
        return prints[-1] if prints else None

    def of(self, kind: str, record: int) -> tuple[Printed, ...]:
        """Return every print and reprint of a record, oldest first."""
        rows = execute(
            self._database,
            f"SELECT {_COLUMNS} FROM print WHERE kind = ? AND record = ? ORDER BY id",  # noqa: S608  (a constant)
            (kind, record),
        ).fetchall()
        return tuple(map(_printed, rows))

    def put(self, pdf: bytes) -> str:
        """Keep the file of a batch before its sheets are printed, and return its SHA-256.

        Raises EnvironmentFault where the disk refuses.
        """
        with faults_named():
            return self._files.put(pdf)

    def pdf(self, printed: Printed) -> bytes:
        """Return the kept file, whole and checked; raises EnvironmentFault where it is gone or altered."""
        return self._files.read(printed.sha256)

    def file(self, sha256: str) -> bytes:
        """Return a kept file by its SHA-256, whole and checked; raises EnvironmentFault where it is gone or altered."""
        return self._files.read(sha256)

    def _insert(self, printed: Printed) -> None:
        execute(
            self._database,
            f"INSERT INTO print ({_COLUMNS}) VALUES ({_MARKS})",  # noqa: S608  (a constant)
            (
                printed.kind,
                printed.record,
                printed.form_id,
                printed.number,
                printed.reprint,
                printed.copies,
                printed.sha256,
                printed.first_page,
                printed.pages,
                printed.template_sha,
                canonical(dict(printed.data)),
                printed.at,
                printed.who,
            ),
        )


def _printed(row: Sequence[Any]) -> Printed:
    values = list(row)
    values[_DATA] = decoded(values[_DATA])
    return Printed(*values)


def _stamp(work: UnitOfWork) -> tuple[str, str]:
    return work.stamp.at, work.stamp.who
