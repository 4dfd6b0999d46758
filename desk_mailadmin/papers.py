"""Papers of this desk: drawn from its forms, coded, kept as printed, reprinted as they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk_mailadmin.documents.library import Form, FormProblem, Library
from desk_mailadmin.documents.pages import stamp_reprint
from desk_mailadmin.documents.renderer import Renderer, Sheet
from desk_mailadmin.documents.sheet_code import SheetCode
from desk_mailadmin.documents.table_sheet import list_sheets
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.settings import COMPANY, OFFICE_EXTENSION
from desk_mailadmin.kernel.table import TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.print_archive import Printed

_SHORT_YEAR = 100


@dataclass(frozen=True, slots=True)
class Paper:
    """What a register wants on paper: whose record, by which form, with which number and data.

    ``kind`` is the record's table; an empty ``number`` is a draft and carries no code; ``mark`` is 草稿, 作废 or empty.
    """

    kind: str
    record: int
    form: str
    number: str
    data: Mapping[str, Any]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paper drawn and ready for the printer; nothing is kept until it was printed."""

    paper: Paper
    sheet: Sheet
    title: str


class Papers:
    """Draws, keeps and reprints; the one place where forms meet the desk."""

    def __init__(self, desk: Desk, library: Library, renderer: Renderer) -> None:
        self._desk = desk
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

    def prepare(self, paper: Paper, *, copy: int | None = None) -> Prepared:
        """Draw a paper as it would be printed now, all copies or one of them; raise UserError naming what is wrong."""
        form = self._library.form(paper.form)
        sheet = self._renderer.render(
            form,
            self._with_company(paper.data),
            when=self._desk.clock.now(),
            number=paper.number,
            code_digits=self._digits(paper, form),
            copy=copy,
            mark=paper.mark,
            printed=self.printed_line(),
        )
        return Prepared(paper, sheet, form.spec.title)

    def blank(self, form_id: str, data: Mapping[str, Any] | None = None) -> Sheet:
        """Draw an empty form for filling in by hand."""
        return self._renderer.render(
            self._library.form(form_id),
            self._with_company(data or {}),
            when=self._desk.clock.now(),
            printed=self.printed_line(),
            blank=True,
            copy=1,
        )

    def keep(self, prepared: Prepared, copies: int) -> int:
        """Keep what was printed, byte for byte, and journal it; return the number of this print.

        Raises ValueError for a form that must not be kept (the password slip).
        """
        form = self._library.form(prepared.paper.form)
        if not form.spec.archived:
            raise ValueError(form.spec.id)
        paper, sheet = prepared.paper, prepared.sheet
        with self._desk.work("paper.print") as work:
            number = self._desk.prints.keep(
                work,
                paper.kind,
                paper.record,
                paper.form,
                copies,
                sheet.pdf,
                sheet.template_sha256,
                dict(paper.data),
                title=form.spec.title,
            )
            work.changed(f"{paper.kind}s")
        return number

    def latest(self, kind: str, record: int, form_id: str) -> Printed | None:
        """Return the newest print of a record's form, None where it was never printed."""
        return self._desk.prints.latest(kind, record, form_id)

    def kept_pdf(self, printed: Printed) -> bytes:
        """Return the bytes as they were printed; EnvironmentFault where they are gone or altered."""
        return self._desk.prints.pdf(printed)

    def reprint(self, printed: Printed) -> bytes:
        """Return the kept sheet with 补打 stamped on it; the kept bytes stay untouched."""
        stamp = f"补打　{self.printed_line()}"
        return stamp_reprint(self.kept_pdf(printed), stamp)

    def reprinted(self, printed: Printed, copies: int) -> None:
        """Log that a kept sheet was printed once more."""
        title = self._library.form(printed.form_id).spec.title
        with self._desk.work("paper.reprint") as work:
            self._desk.prints.reprinted(work, printed, copies, title=title)
            work.changed(f"{printed.kind}s")

    def list_sheets(
        self, title: str, spec: TableSpec[Any], rows: Sequence[Any], *, filter_text: str = "", masked: bool = False
    ) -> tuple[Sheet, ...]:
        """Draw any register's list, whole, in the order it is shown."""
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

    def read_code(self, digits: str) -> tuple[Form, str, SheetCode]:
        """Return the form, the number and the code of a scanned sheet.

        Raises UserError for digits that are no code, a sheet of another desk, or a form this desk does not know.
        """
        code = SheetCode.parse(digits)
        if code.desk != self._desk.tag:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这张表不是这个台账打印的，可能属于另一家单位或另一个台账。"))
        form = self._library.by_number(code.form)
        if form is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "不认识这种表单（种类号 {number}）。"), number=f"{code.form:02}")
        year = self._desk.clock.today().year // _SHORT_YEAR * _SHORT_YEAR + code.year
        return form, f"{year}-{code.serial:04d}", code

    def _with_company(self, data: Mapping[str, Any]) -> dict[str, Any]:
        settings = self._desk.settings
        return {"company": settings.value(COMPANY), "help_ext": settings.value(OFFICE_EXTENSION), **data}

    def _digits(self, paper: Paper, form: Form) -> str | None:
        if not paper.number or not form.spec.number:
            return None
        year, serial = (int(part) for part in paper.number.split("-")[-2:])
        number = self._desk.prints.next_number(paper.kind, paper.record, paper.form)
        return SheetCode(self._desk.tag, form.spec.number, year % _SHORT_YEAR, serial, number).digits


def chinese_date(day: date) -> str:
    """Return a date as papers write it: 2026 年 12 月 3 日."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
