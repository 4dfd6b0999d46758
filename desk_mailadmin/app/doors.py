"""The doors out of the window: lists printed and exported, sheets pictured, today's figures, undo, recents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage

from desk_mailadmin.app.bench import READ_ONLY, AppBench, why_read_only
from desk_mailadmin.app.clock_doubt import clock_doubt
from desk_mailadmin.app.desk_todos import backup_todos, base_todo, calendar_todo, form_todo, second_told, told_once
from desk_mailadmin.app.left_batch import unfinished_batch
from desk_mailadmin.app.recents import Recents
from desk_mailadmin.app.sample import is_sample
from desk_mailadmin.catalogue import ALL_REGISTERS, COMMONEST
from desk_mailadmin.kernel.changes import record_kind
from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.detail import Attachment
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.file_names import file_name
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.privacy import is_hidden, is_personal
from desk_mailadmin.kernel.register import Register
from desk_mailadmin.kernel.settings import COMPANY
from desk_mailadmin.kernel.table import Column, Kind, Query, TableSpec
from desk_mailadmin.kernel.todo import Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.monthly import Month
from desk_mailadmin.office import Office
from desk_mailadmin.registers.accesses.service import AccessesService
from desk_mailadmin.store.access_log import Access
from desk_mailadmin.store.files import sha256_of
from desk_mailadmin.store.shared_disk import WARNINGS, shared_by
from desk_mailadmin.ui.hooks import Draft, Figure, Hooks, ListJob, MenuEntry, Place
from desk_mailadmin.ui.hooks import Month as MonthFigures
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.shown import shown

_MONTHS = 12
TAKES_AWAY = "personal.export"
"""The act of ``resources/rights.toml`` for lists of more people than the office lets go without a reason."""


class Doors:
    """Fills the window's hooks from the office."""

    def __init__(self, office: Office, bench: AppBench, memory: Memory) -> None:
        self._office, self._bench, self._memory = office, bench, memory
        self._known = Place()
        shared = shared_by(office.desk.folder)  # asked once: it is told as long as the window stands
        self._place_doubt = shown(WARNINGS[shared]) if shared else ""
        self._recents = Recents(office, memory)

    def hooks(self, entries: tuple[MenuEntry, ...]) -> Hooks:
        """Return the hooks of the window."""
        desk = self._office.desk
        return Hooks(
            clock=desk.clock,
            calendar=desk.workdays.calendar,
            place=self._place,
            undo=self._undo,
            last_deed=self._last_deed,
            print_list=self._print_list,
            export_list=self._export_list,
            print_todos=self._print_todos,
            sheet=self._sheet,
            open_attachment=self._open_attachment,
            month=self._month,
            recents=self._recents.all,
            looked_at=self._recents.note,
            postponed=self._postponed,
            postpone=self._postpone,
            drafts=self._drafts,
            todos=self._todos,
            entries=entries,
            commonest=COMMONEST,
            masks=self._accesses.masks,
            unmask=self._unmask,
            reason=self._reason,
            copied=self._copied,
        )

    def _place(self) -> Place:
        desk = self._office.desk
        newest = desk.backups.newest()
        locked, title = "", desk.settings.value(COMPANY)
        if is_sample(desk.folder):
            title = shown(QT_TRANSLATE_NOOP("desk", "示例数据　{company}"), company=title)
            locked = shown(
                QT_TRANSLATE_NOOP(
                    "desk", "这是示例数据，可以随便试，下次打开又是原样。自己的数据在“文件 › 新建台账”建立。"
                )
            )
        elif why := why_read_only(self._office):
            still = QT_TRANSLATE_NOOP("desk", "查看、打印列表和导出仍然可以。")
            locked = "".join(map(shown, (*READ_ONLY[why], still)))
        doubts = f"{clock_doubt(desk)}{self._place_doubt}"
        self._known = Place(
            path=str(desk.folder),
            backup=f"{newest.moment.astimezone():%m-%d %H:%M}" if newest else "",
            **second_told(self._office),
            clerk=desk.who,
            title=title,
            locked=f"{locked}{doubts}",
            free=is_sample(desk.folder),
            doubtful=bool(doubts),
        )
        return self._known

    def _undo(self) -> str:
        found = self._office.desk.last_deed()
        if found is None:
            return ""
        self._office.desk.undo(found.seq)
        return shown(QT_TRANSLATE_NOOP("desk", "已撤销：{what}"), what=found.text)

    def _last_deed(self) -> int:
        """Return the number of the last deed if it can be taken back, else 0."""
        try:
            found = self._office.desk.last_deed()
        except UserError:
            return 0
        return found.seq if found else 0

    def _drafts(self) -> Sequence[Draft]:
        """Return what was left when the program ended: applications being filled in, a batch being printed."""
        if self._office.desk.view_only:
            return ()
        drafts = self._office.desk.drafts
        kept = {key: drafts.get(key) or {} for key in drafts.keys()}  # noqa: SIM118  (not a mapping)
        entries = (
            Draft(self._kind_of(draft), str(draft.get("at", "")), self._going_on(key, draft), partial(drafts.drop, key))
            for key, draft in kept.items()
            if str(draft.get("form", "")) in self._office.services["applications"].kinds
        )
        return [*unfinished_batch(self._bench), *entries]

    def _kind_of(self, draft: Mapping[str, Any]) -> str:
        title = self._office.services["applications"].kinds[str(draft["form"])].title
        return shown(QT_TRANSLATE_NOOP("desk", "一张{form}"), form=title)

    def _going_on(self, key: str, draft: Mapping[str, Any]) -> Callable[[], None]:
        """Return what opens a draft again; where its record went (a restore) or is another one now, as a new entry."""
        from desk_mailadmin.registers.applications.entry_form import still_of
        from desk_mailadmin.registers.applications.form import edit_application, new_application

        record, form = draft.get("record"), str(draft["form"])
        if not isinstance(record, int):
            return lambda: new_application(self._bench, form)
        if still_of(self._office.desk, draft):
            return lambda: edit_application(self._bench, record)
        return lambda: new_application(self._bench, form, draft=key)

    def _todos(self) -> Sequence[Todo]:
        """Return what is due of the desk itself: holidays not known yet (M14-1), forms that cannot be used."""
        desk, person = self._office.desk, self._office.desk.gate.person
        if person is not None and person.units:
            return ()
        years, library = desk.workdays.missing_years(desk.clock.today()), self._office.papers.library
        of_backups: Sequence[Todo] = () if desk.view_only else backup_todos(self._office)
        forms = (*map(form_todo, told_once(library.problems)), *map(base_todo, library.outdated))
        return [*self._bench.checks.todos(), *map(calendar_todo, years), *forms, *of_backups]

    def _print_list(self, job: ListJob) -> None:
        rows = list(chain.from_iterable(job.chunks))
        spec = _narrowed(job.register.table, job.columns)
        papers, title = self._office.papers, _list_title(job)
        sheets = papers.list_sheets(title, spec, rows, filter_text=job.filtered_by, masked=self._accesses.masks())
        for sheet in sheets:
            access = access_of(job, "printed", sha256=sha256_of(sheet.pdf))
            self._preview_list(f"{title}　{job.total}", sheet.pdf, partial(self._accesses.note, access))

    def _export_list(self, job: ListJob, path: Path) -> None:
        """Write a list as a workbook; runs in a worker thread, so it asks nothing of the desk."""
        from desk_mailadmin.documents.workbook import export_table

        rows = list(chain.from_iterable(job.chunks))
        place = self._known
        saved = export_table(
            path,
            title=job.register.title,
            company=place.title,
            spec=_narrowed(job.register.table, job.columns),
            rows=rows,
            when=self._office.desk.clock.now(),
            filter_text=job.filtered_by,
            by=place.clerk,
        )
        access = access_of(job, "exported", sha256=sha256_of(saved.path.read_bytes()), file=saved.path.name)
        QTimer.singleShot(0, self._bench.window, lambda: self._accesses.note(access))

    @property
    def _accesses(self) -> AccessesService:
        service: AccessesService = self._office.services["accesses"]
        return service

    def _unmask(self, register: Register, record: int, words: str) -> None:
        """Note that a record's private numbers are shown whole (SAFETY 5.9)."""
        titles = "、".join(shown(column.title) for column in register.table.columns if is_hidden(column))
        told = titles or shown(QT_TRANSLATE_NOOP("desk", "私人号码"))
        kind = record_kind(register.key)
        self._accesses.note(Access("shown", register.key, words, told, record=record, kind=kind))

    def _reason(self, columns: Sequence[Column[Any]], rows: int) -> str | None:
        """Ask why a list leaves where the office wants that."""
        from desk_mailadmin.registers.accesses.form import ask_reason

        reason = ask_reason(self._bench, columns, rows)
        return reason if not reason or self._bench.attempt(lambda _yes: self._may_take_away()) else None

    def _may_take_away(self) -> bool:
        """Under 多人使用, have the PIN asked once more before a list of people leaves (SAFETY 5.8)."""
        gate = self._office.desk.gate
        gate.check(TAKES_AWAY)
        gate.done(TAKES_AWAY)
        return True

    def _copied(self, job: ListJob, text: str) -> None:
        """Note that rows with personal data went to the clipboard."""
        if is_personal(job.columns):
            self._accesses.note(access_of(job, "copied", sha256=sha256_of(text.encode())))

    def _print_todos(self, todos: Sequence[Any]) -> None:
        sheets = self._office.papers.list_sheets(shown(QT_TRANSLATE_NOOP("desk", "今日待办")), TODO_TABLE, todos)
        self._preview_list(shown(QT_TRANSLATE_NOOP("desk", "今日待办")), sheets[0].pdf)

    def _preview_list(self, title: str, pdf: bytes, printed: Callable[[], None] = lambda: None) -> None:
        from desk_mailadmin.ui.paper_printing import print_list_sheet

        print_list_sheet(self._bench, title, pdf, printed)

    def _sheet(self, register: str, form: str, record: int, width: int) -> QImage | None:
        """Return a picture of a record's latest print, ``width`` pixels wide."""
        kept = self._office.papers.latest(record_kind(register), record, form)
        if kept is None:
            return None
        from desk_mailadmin.documents.pages import Pages

        with Pages(self._office.papers.kept_pdf(kept)) as pages:
            drawn = pages.image(0, dpi=72 * width / pages.size(0)[0], grey=True)
        kind_of_image = QImage.Format.Format_Grayscale8
        return QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, kind_of_image).copy()

    def _open_attachment(self, attachment: Attachment) -> None:
        """Open a kept file in the program the system has for it, from a copy that the desk does not depend on."""
        desk = self._office.desk
        folder = desk.folder / "exports"
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            copy = folder / f"{attachment.sha256[:8]}_{file_name(attachment.name)}"
            copy.write_bytes(desk.attachments.read(attachment.sha256))
        except OSError as fault:
            raise EnvironmentFault(
                QT_TRANSLATE_NOOP("desk", "“{name}”打不开：{fault}。"), name=attachment.name, fault=fault
            ) from fault
        self._note_opened(attachment)
        open_file(copy)

    def _note_opened(self, attachment: Attachment) -> None:
        """Note who opened a scan: people are named on it (SAFETY 5.9)."""
        uses = self._office.desk.attachments.uses(attachment.sha256)
        use = next((one for one in uses if one.name == attachment.name), None)
        register = next((one for one in ALL_REGISTERS if use and record_kind(one.key) == use.kind), None)
        if use is not None and register is not None:
            title = self._office.services[register.key].detail(use.record).title
            self._accesses.note_opened(register.key, title, use, len(uses))

    def _month(self) -> MonthFigures:
        person = self._office.desk.gate.person
        if person is not None and person.units:
            return MonthFigures()  # the figures are those of the whole company
        today = self._office.desk.clock.today()
        month = Month(today.year, today.month)
        chart = self._chart(month)
        (_, before), (_, now) = chart[-2:]
        receipts = self._office.services["receipts"]
        out, late = len(receipts.outstanding_at(today)), sum(row.late for row in receipts.outstanding())
        span = f"{today:%Y-%m}"
        sums = self._office.services["penalties"].sums(Query(filters={"month": span}))
        owed = self._office.services["penalties"].balance(span).carried_out_fen
        figures = (
            Figure(_tr("开户"), str(now), _tr("上月 {count}").format(count=before)),
            Figure(
                _tr("回执未签收"),
                str(out),
                _tr("逾期 {count}").format(count=late) if late else "",
                "red" if late else "amber" if out else "",
            ),
            Figure(_tr("处罚"), str(sums["cases"]), _tr("件")),
            Figure(_tr("未结清（元）"), fen_to_text(owed)),
        )
        return MonthFigures(
            _tr("{month} 月数字").format(month=month.month), figures, _tr("近 12 个月开户（个）"), chart
        )

    def _chart(self, month: Month) -> tuple[tuple[str, int], ...]:
        """Return how many accounts were opened in each of the last twelve months, the present one last."""
        months = [month]
        while len(months) < _MONTHS:
            months.insert(0, _before(months[0]))
        opened = self._office.services["applications"].opened_between(months[0].first, month.last)
        return tuple((str(m.month), sum(m.first <= row.opened_on <= m.last for row in opened)) for m in months)

    def _postponed(self) -> Mapping[str, date]:
        found = self._office.desk.postponed.on(self._office.desk.clock.today())
        return {key: put_off.until for key, put_off in found.items()}

    def _postpone(self, key: str, until: date, reason: str) -> None:
        with self._office.desk.work("todo.postpone") as work:
            self._office.desk.postponed.put(work, key, until, reason)


TODO_TABLE: TableSpec[Todo] = TableSpec(
    columns=(
        Column("title", QT_TRANSLATE_NOOP("desk", "事项"), lambda todo: shown(todo.title), width=8),
        Column("number", QT_TRANSLATE_NOOP("desk", "编号"), lambda todo: todo.number, Kind.CODE, 9),
        Column("text", QT_TRANSLATE_NOOP("desk", "说明"), lambda todo: todo.text, width=20, stretch=True),
        Column("due", QT_TRANSLATE_NOOP("desk", "期限"), lambda todo: todo.due, Kind.DATE, 7),
        Column("clause", QT_TRANSLATE_NOOP("desk", "依据"), lambda todo: cite(todo.clause), width=9),
    ),
    row_id=lambda _todo: 0,
    headline=lambda todo: (todo.title, todo.text),
)


def open_file(path: Path) -> None:
    """Open a file or folder in the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def access_of(job: ListJob, what: str, *, sha256: str, file: str = "") -> Access:
    """Return what the access log keeps of a list that leaves the window."""
    columns = "、".join(shown(column.title) for column in job.columns)
    return Access(
        what,
        job.register.key,
        _list_title(job),
        columns,
        job.total,
        filtered_by=job.filtered_by,
        reason=job.reason,
        file=file,
        sha256=sha256,
    )


def _list_title(job: ListJob) -> str:
    """Return what a printed list is called: its segment's own name, if it has one (未交回清单), else its register's."""
    listed = [segment.listed for segment in job.register.table.segments if segment.key == job.query.segment]
    return shown(next((title for title in listed if title), job.register.title))


def _narrowed(spec: TableSpec[Any], columns: tuple[Column[Any], ...]) -> TableSpec[Any]:
    return replace(spec, columns=columns)


def _before(month: Month) -> Month:
    return Month(month.year - 1, _MONTHS) if month.month == 1 else Month(month.year, month.month - 1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Doors", text)
