"""Papers of this desk: drawn from its forms, coded, kept as printed, reprinted as they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from desk_mailadmin.documents.library import Form, FormProblem, Library
from desk_mailadmin.documents.renderer import Job, Renderer, Sheet
from desk_mailadmin.documents.sheet_code import SheetCode
from desk_mailadmin.kernel.changes import register_key
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.settings import COMPANY, OFFICE_EXTENSION
from desk_mailadmin.kernel.table import TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.gate import Person
from desk_mailadmin.store.print_archive import Part, Printed

_SHORT_YEAR = 100
_MOST_PRINTS = 99
_BY_HAND = "＿＿＿＿"  # a figure the office has not set is written on the paper by hand
"""The sheet code has two digits for the print; more prints of one sheet all bear the last."""


class Paper(Struct, frozen=True):
    """What a register wants on paper: whose record, by which form, with which number and data.

    ``kind`` is the record's table; an empty ``number`` is a draft and carries no code; ``mark`` is 草稿, 作废 or empty.
    """

    kind: str
    record: int
    form: str
    number: str
    data: Mapping[str, Any]
    mark: str = ""


class Drawing(Struct, frozen=True):
    """A paper with all that is drawn on it; drawing needs no desk any more and may run in a thread."""

    paper: Paper
    form: Form
    data: Mapping[str, Any]
    digits: str | None
    printed: str
    anchor: str
    when: datetime
    renderer: Renderer

    @property
    def title(self) -> str:
        """What the form is called."""
        return self.form.spec.title

    def sheet(self, copies: Sequence[int] = (), *, blank: bool = False) -> Sheet:
        """Return the sheet with these copies (from 1), or all of them; ``blank`` leaves it to be filled in by hand.

        Raises UserError naming what is missing or cannot be printed.
        """
        return self.renderer.render_jobs(self.form, self.jobs(copies, blank=blank), when=self.when)

    def jobs(self, copies: Sequence[int] = (), *, blank: bool = False) -> list[Job]:
        """Return what the renderer draws for these copies, or for all of them."""
        wanted = copies or range(1, max(1, len(self.form.spec.copies)) + 1)
        number, mark = self.paper.number, self.paper.mark
        return [
            Job(self.data, number, self.digits, copy, mark, self.printed, blank, anchor=self.anchor) for copy in wanted
        ]


class Papers:
    """Draws, keeps and reprints; the one place where forms meet the desk.

    ``prefixes`` are the number prefixes of forms that are no applications, by form id.
    """

    def __init__(self, desk: Desk, library: Library, renderer: Renderer, prefixes: Mapping[str, str]) -> None:
        self._desk = desk
        self._prefixes = prefixes
        self._library = library
        self._renderer = renderer

    @property
    def library(self) -> Library:
        """The forms in use, the office's own laid over the shipped ones."""
        return self._library

    @property
    def problems(self) -> Sequence[FormProblem]:
        """The office's own forms that cannot be used, each with its diagnostic."""
        return self._library.problems

    def drawing(self, paper: Paper) -> Drawing:
        """Return a paper ready to be drawn as it would be printed now; UserError where its form is not there."""
        form = self._library.form(paper.form)
        data = {**self._company(), **paper.data}
        return Drawing(
            paper,
            form,
            data,
            self._digits(paper, form),
            self.printed_line(),
            self._anchor(),
            self._desk.clock.now(),
            self._renderer,
        )

    def redrawn(self, drawing: Drawing, by: Person | None = None) -> Drawing:
        """Return the same paper as it would be printed now: the number of the print, the moment, the form of today.

        ``by`` ordered it, and stands in its footer.
        """
        with self._desk.on_behalf(by):
            return self.drawing(drawing.paper)

    def is_current(self, drawing: Drawing) -> bool:
        """Say whether the code of a drawing still names the next print: none was made since it was drawn."""
        return drawing.digits == self._digits(drawing.paper, drawing.form)

    def keep_file(self, pdf: bytes) -> str:
        """Keep the document of a batch before its sheets are printed; return its SHA-256 for ``Part``."""
        return self._desk.prints.put(pdf)

    def check_text(self, text: str, *, names: bool = False) -> None:
        """Raise UserError for a character that cannot be printed, before a paper with it takes a number."""
        self._renderer.check_text(text, names=names)

    def present(self) -> Person | None:
        """Return who is at the desk, under whose name what is ordered now is printed; None where one works alone."""
        return self._desk.gate.person

    def keep(self, drawing: Drawing, pdf: bytes | Part, copies: int, by: Person | None = None) -> int:
        """Keep what was printed, byte for byte or as pages of a kept file, and journal it; return the print's number.

        ``by`` ordered it, where somebody else may be at the desk by now. Raises ValueError for a form that must not be
        kept (the password slip).
        """
        if not drawing.form.spec.archived:
            raise ValueError(drawing.form.spec.id)
        paper = drawing.paper
        with self._desk.on_behalf(by), self._desk.work("paper.print") as work:
            number = self._desk.prints.keep(
                work,
                paper.kind,
                paper.record,
                paper.form,
                copies,
                pdf,
                drawing.form.sha256,
                dict(paper.data),
                title=drawing.title,
            )
            work.changed(register_key(paper.kind))
        return number

    def latest(self, kind: str, record: int, form_id: str) -> Printed | None:
        """Return the newest print of a record's form, None where it was never printed."""
        return self._desk.prints.latest(kind, record, form_id)

    def try_form(self, form_id: str) -> None:
        """Draw a form with its sample, filled in and blank; raise UserError where it cannot be drawn."""
        self._renderer.try_form(self._library.form(form_id), self._library.sample(form_id))

    def prints_of(self, kind: str, record: int) -> Sequence[Printed]:
        """Return every print and reprint of a record, oldest first."""
        return self._desk.prints.of(kind, record)

    def kept_pdf(self, printed: Printed) -> bytes:
        """Return the pages as they were printed; EnvironmentFault where they are gone or altered."""
        from desk_mailadmin.documents.pages import cut

        whole = self._desk.prints.pdf(printed)
        return cut(whole, printed.first_page, printed.pages) if printed.pages else whole

    def reprint(self, printed: Printed) -> bytes:
        """Return the kept sheet with 补打 stamped on it; the kept bytes stay untouched."""
        from desk_mailadmin.documents.pages import stamp_reprint

        stamp = f"补打　{self.printed_line()}"
        return stamp_reprint(self.kept_pdf(printed), stamp)

    def reprinted(self, printed: Printed, copies: int) -> None:
        """Log that a kept sheet was printed once more."""
        title = self._library.form(printed.form_id).spec.title
        with self._desk.work("paper.reprint") as work:
            self._desk.prints.reprinted(work, printed, copies, title=title)
            work.changed(register_key(printed.kind))

    def list_sheets(
        self, title: str, spec: TableSpec[Any], rows: Sequence[Any], *, filter_text: str = "", masked: bool = False
    ) -> tuple[Sheet, ...]:
        """Draw any register's list, whole, in the order it is shown."""
        from desk_mailadmin.documents.table_sheet import list_sheets

        return list_sheets(
            self._renderer,
            self._library,
            title=title,
            company=self._desk.settings.value(COMPANY),
            spec=spec,
            rows=rows,
            when=self._desk.clock.now(),
            printed=self.printed_line(),
            filter_text=filter_text,
            masked=masked,
        )

    def printed_line(self) -> str:
        """Return what the footer says of this print: 2026-12-03 09:41 周敏."""
        return f"{self._desk.clock.now():%Y-%m-%d %H:%M} {self._desk.who}".strip()

    def read_code(self, digits: str) -> tuple[Form, SheetCode]:
        """Return the form and the code of a scanned sheet.

        Raises UserError for digits that are no code, a sheet of another desk, or a form this desk does not know.
        """
        code = SheetCode.parse(digits)
        if code.desk != self._desk.tag:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这张表不是这个台账打印的，可能属于另一家单位或另一个台账。"))
        form = self._library.by_number(code.form)
        if form is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "不认识这种表单（种类号 {number}）。"), number=f"{code.form:02}")
        return form, code

    def number_of(self, digits: str) -> str:
        """Return the number printed beside a scanned code; raises UserError as ``read_code`` does."""
        form, code = self.read_code(digits)
        year = self._desk.clock.today().year // _SHORT_YEAR * _SHORT_YEAR + code.year
        return f"{self._prefix(form)}-{year}-{code.serial:04d}"

    def _prefix(self, form: Form) -> str:
        application = form.spec.application
        prefix = application.prefix if application else self._prefixes.get(form.spec.id)
        if prefix is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "表单“{title}”没有编号，扫不出是哪一张。"), title=form.spec.title)
        return prefix

    def _anchor(self) -> str:
        """Return the journal's head as a sheet bears it: who cuts the journal afterwards cannot change the paper."""
        with self._desk.reading():
            head = self._desk.journal.head()
        return f"日志 {head.seq} {head.short}" if head.seq else ""

    def _company(self) -> dict[str, str]:
        settings = self._desk.settings
        return {"company": settings.value(COMPANY), "help_ext": settings.value(OFFICE_EXTENSION) or _BY_HAND}

    def _digits(self, paper: Paper, form: Form) -> str | None:
        if not paper.number or not form.spec.number:
            return None
        year, serial = (int(part) for part in paper.number.split("-")[-2:])
        number = self._desk.prints.next_number(paper.kind, paper.record, paper.form)
        return SheetCode(self._desk.tag, form.spec.number, year % _SHORT_YEAR, serial, min(number, _MOST_PRINTS)).digits


def chinese_date(day: date) -> str:
    """Return a date as papers write it: 2026 年 12 月 3 日."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
