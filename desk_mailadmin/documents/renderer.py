"""Form and data to PDF/A-2b, in process, offline, the same bytes for the same data."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.documents.fonts import Chain, PrintFonts
from desk_mailadmin.documents.library import Form
from desk_mailadmin.documents.qr import qr_svg
from desk_mailadmin.documents.shapes import fault
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import typst

DRAFT, VOID = "草稿", "作废"
"""The marks that may stand across a sheet."""

BATCH_SHEETS = 200
"""How many sheets one document holds at most: memory grows with its pages (SPEED i)."""

_PAGES = regex(rb"/Type\s*/Page\b(?!s)")
_TEMPLATE_LINE = regex(r":(\d+):\d+")
_NOWHERE = "/nonexistent"
_BLANK_DATE = "　　　　年　　月　　日"
_LARGE, _REMEMBERED = 20, 11
_LONG = frozenset({"rows", "pages"})
"""Data that make a document long, however few its sheets."""
_KEPT_ON_BLANKS = frozenset(
    {"company", "unit", "route", "quota", "send_limit", "help_ext", "title", "columns", "rules", "sign_boxes"}
    | {"money_word", "appeal_days"}
)
_OF_THE_SHEET = frozenset({"number", "copy"})


class Job(Struct, frozen=True):
    """What stands on one sheet.

    ``number`` is the readable number and ``code_digits`` the sixteen digits of the QR; ``copy`` counts the form's
    copies from 1, None prints each of them in turn; ``mark`` is empty, 草稿 or 作废; ``printed`` says when and by whom
    (the footer puts 打印 before it), ``anchor`` how far the journal reached then;
    ``blank`` leaves the fields empty, for filling in by hand.
    """

    data: Mapping[str, Any]
    number: str = ""
    code_digits: str | None = None
    copy: int | None = None
    mark: str = ""
    printed: str = ""
    blank: bool = False
    landscape: bool | None = None
    first_page: int = 1
    anchor: str = ""


class Sheet(Struct, frozen=True):
    """A document as it is printed and kept: its bytes, how many pages, and the hash of form and renderer.

    ``sheets`` counts what was asked for (each copy is one): more pages than sheets means that a form ran over.
    ``starts`` says on which page (from 0) each of them begins.
    """

    pdf: bytes
    pages: int
    template_sha256: str
    sheets: int = 1
    starts: tuple[int, ...] = (0,)

    def ends(self) -> tuple[int, ...]:
        """Return the page after the last one of each sheet."""
        return (*self.starts[1:], self.pages)


class Renderer:
    """Draws forms; usable from several threads, each with a compiler of its own."""

    def __init__(self, fonts: PrintFonts) -> None:
        self._fonts = fonts
        self._local = threading.local()

    def render(
        self,
        form: Form,
        data: Mapping[str, Any],
        *,
        when: datetime,
        number: str = "",
        code_digits: str | None = None,
        copy: int | None = None,
        mark: str = "",
        printed: str = "",
        blank: bool = False,
        landscape: bool | None = None,
    ) -> Sheet:
        """Return one form as PDF; see :class:`Job` for the parts and :meth:`render_jobs` for the errors."""
        job = Job(data, number, code_digits, copy, mark, printed, blank, landscape)
        return self.render_jobs(form, (job,), when=when)

    def render_jobs(self, form: Form, jobs: Sequence[Job], *, when: datetime) -> Sheet:
        """Return up to :data:`BATCH_SHEETS` sheets of one form as one PDF.

        ``when`` (with its zone) goes into the file, so that equal data give equal bytes. Raises UserError where data
        are missing or a character cannot be printed (named), and for a form that Typst refuses, with its diagnostic.
        """
        sheets = [sheet for job in jobs for sheet in _sheets(form, job)]
        rare = self._unprintable(form, jobs)
        pdf = b"" if form.spec.is_list else self._compile(form, sheets, when, rare=rare, single=True)
        starts = tuple(range(len(sheets)))
        if len(_PAGES.findall(pdf)) != len(sheets):
            pdf = self._compile(form, sheets, when, rare=rare, single=False)
            starts = self._first_pages(form, sheets, rare=rare)
        return Sheet(pdf, len(_PAGES.findall(pdf)), form.sha256, len(sheets), starts)

    def try_form(self, form: Form, sample: Mapping[str, Any]) -> None:
        """Draw a form once with its sample, filled in and blank; raise UserError where it cannot be drawn."""
        when = datetime.fromisoformat("2026-01-01T00:00:00+08:00")
        self.render_jobs(form, (Job(sample), Job(sample, blank=True)), when=when)

    def check_text(self, text: str, *, names: bool = False) -> None:
        """Raise UserError for a character that no print font draws; in names this machine's fonts count too."""
        if missing := self._fonts.unprintable(text, names=names):
            raise _cannot_print(missing[0], text)

    def _unprintable(self, form: Form, jobs: Sequence[Job]) -> bool:
        """Raise UserError for a character no font draws; say whether names need this machine's fonts."""
        lists = {section.body["field"] for section in form.spec.sections if section.kind == "list"}
        names = form.spec.names | lists
        rare = False
        for key, text in dict.fromkeys((*_own_texts(form), *_data_texts(jobs))):  # sheets of one form repeat much
            if not (missing := self._fonts.unprintable(text)):
                continue
            if key not in names or self._fonts.unprintable("".join(missing), names=True):
                raise _cannot_print(missing[0], text)
            rare = True
        return rare

    def _compile(self, form: Form, sheets: list[dict[str, Any]], when: datetime, *, rare: bool, single: bool) -> bytes:
        import typst

        chain, kind = (self._fonts.system, "system") if rare else (self._fonts.bundled, "bundled")
        inputs = _inputs(form, sheets, chain, single=single)
        stamp = when.replace(microsecond=0)  # typst knows whole seconds only
        try:
            pdf = self._compiler(kind, chain).compile(
                form.template, format="pdf", sys_inputs=inputs, pdf_standards="a-2b", timestamp=stamp, pdf_tags=False
            )
        except typst.TypstError as error:
            raise _cannot_draw(form, error.diagnostic or error.message) from error
        assert isinstance(pdf, bytes)
        if len(sheets) > _LARGE or any(_LONG & sheet["data"].keys() for sheet in sheets):
            self._forget(kind, chain)
        return pdf

    def _first_pages(self, form: Form, sheets: list[dict[str, Any]], *, rare: bool) -> tuple[int, ...]:
        """Return on which page each sheet begins, where one of them ran over: the document itself is asked."""
        if len(sheets) == 1:
            return (0,)
        import typst

        chain = self._fonts.system if rare else self._fonts.bundled
        told = typst.query(  # type: ignore[type-var]  # its stub wants the root as bytes, like the document
            form.template,
            "<first-page>",
            field="value",
            font_paths=chain.fonts,
            sys_inputs=_inputs(form, sheets, chain, single=False),
            root=_root(),
            package_path=_NOWHERE,
            package_cache_path=_NOWHERE,
        )
        return tuple(page - 1 for page in json.loads(told))

    def _forget(self, kind: str, chain: Chain) -> None:
        """Let go of what Typst remembers of a large document: it keeps the parts of its last ten compilations."""
        for _ in range(_REMEMBERED):
            self._compiler(kind, chain).compile(b"", format="pdf")

    def _compiler(self, kind: str, chain: Chain) -> typst.Compiler:
        """Return this thread's compiler: a shared one fails with "Already borrowed"."""
        compiler: typst.Compiler | None = getattr(self._local, kind, None)
        if compiler is None:
            import typst

            compiler = typst.Compiler(  # the usual root is the working folder, whose files a template could read
                root=_root(), font_paths=chain.fonts, package_path=_NOWHERE, package_cache_path=_NOWHERE
            )
            setattr(self._local, kind, compiler)
        return compiler


def _root() -> str:
    """Return the folder whose files a template may read: one must be there, and this holds the template alone."""
    return str(asset_dir("forms") / "_lib")


def _sheets(form: Form, job: Job) -> list[dict[str, Any]]:
    """Return what Typst gets for a job: one entry for each copy asked for."""
    spec = form.spec
    data = dict(job.data)
    if job.blank:
        data = {key: value for key, value in data.items() if key in _KEPT_ON_BLANKS} | {"date": _BLANK_DATE}
        job = replace(job, number="", code_digits=None)
    elif missing := sorted(spec.fields - data.keys() - spec.optional - _OF_THE_SHEET):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "表单“{title}”缺少这些内容：{fields}。"),
            title=spec.title,
            fields="、".join(missing),
        )
    data["number"] = job.number or ("" if job.blank else data.get("number", ""))
    wanted = range(1, max(1, len(spec.copies)) + 1) if job.copy is None else (job.copy,)
    sheet = {
        "data": data,
        "qr": qr_svg(job.code_digits) if spec.qr and job.code_digits else "",
        "number": data["number"],
        "mark": job.mark,
        "printed": job.printed,
        "anchor": "" if job.blank else job.anchor,
        "blank": job.blank,
        "landscape": spec.landscape if job.landscape is None else job.landscape,
        "first_page": job.first_page,
    }
    return [
        {**sheet, "copy": spec.copies[copy - 1] if spec.copies else "", "data": {**data, "copy": str(copy)}}
        for copy in wanted
    ]


def _inputs(form: Form, sheets: list[dict[str, Any]], chain: Chain, *, single: bool) -> dict[str, str]:
    fonts = {"song": chain.song, "hei": chain.hei, "fallback": False}
    given = {"spec": _spec_for_typst(form), "sheets": sheets, "fonts": fonts}
    inputs = {key: json.dumps(value, ensure_ascii=False) for key, value in given.items()}
    return {**inputs, "single": "yes" if single else "no"}


def _spec_for_typst(form: Form) -> dict[str, Any]:
    spec = form.spec
    return {
        "title": spec.title,
        "code": spec.code,
        "rev": spec.rev,
        "fold": spec.fold,
        "header": spec.header,
        "sections": [{"kind": section.kind, **section.body} for section in spec.sections],
    }


def _own_texts(form: Form) -> list[tuple[str, str]]:
    spec = form.spec
    parts = (spec.title, spec.code, spec.rev, *spec.header, *spec.copies, *(section.body for section in spec.sections))
    return [("", text) for part in parts for text in _texts(part)]


def _data_texts(jobs: Sequence[Job]) -> list[tuple[str, str]]:
    given = [(key, text) for job in jobs for key, value in job.data.items() for text in _texts(value)]
    return given + [("", text) for job in jobs for text in (job.number, job.mark, job.printed, job.anchor)]


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, Sequence):
        return [text for item in value for text in _texts(item)]
    return []


def _cannot_draw(form: Form, diagnostic: str) -> UserError:
    at = _TEMPLATE_LINE.search(diagnostic)
    made = fault(
        f"{form.drawn_by} 第 {at[1]} 行" if at else form.drawn_by,
        QT_TRANSLATE_NOOP("desk", "{place}：表单“{title}”画不出来：{diagnostic}"),
        title=form.spec.title,
        diagnostic=diagnostic.partition("\n")[0].removeprefix("error: "),
    )
    made.line = int(at[1]) if at else 0
    return made


def _cannot_print(sign: str, text: str) -> UserError:
    shown = sign if sign.isprintable() else "�"
    return UserError(
        QT_TRANSLATE_NOOP("desk", "此字打不出：“{sign}”（U+{code}），在“{text}”里。换一个写法。"),
        sign=shown,
        code=f"{ord(sign):04X}",
        text=text[max(0, text.index(sign) - 10) :][:24],
    )
