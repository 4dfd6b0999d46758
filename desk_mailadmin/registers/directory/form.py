"""What the clerk does with the directory: enter, change, restore, tell, follow the personnel register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.directory.deeds import Slip
from desk_mailadmin.registers.directory.entries import moment_shown
from desk_mailadmin.registers.directory.entry_form import ask_entry, times_asked, times_of
from desk_mailadmin.registers.directory.printed import slip_paper
from desk_mailadmin.registers.directory.records import Past
from desk_mailadmin.registers.directory.rules import TITLES, TOLD, DirectoryEntry, Follow, SlipEntry
from desk_mailadmin.registers.directory.service import DirectoryService
from desk_mailadmin.ui.dialogs.chooser import Chooser
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.person_picker import Hit
from desk_mailadmin.ui.dialogs.record_form import RecordForm
from desk_mailadmin.ui.paper_printing import print_drawings
from desk_mailadmin.ui.shown import shown


def _service(bench: Any) -> DirectoryService:
    service: DirectoryService = bench.services["directory"]
    return service


# entering and changing


def new_entry(bench: Any) -> None:
    """Enter a person or a shared set, in the department that is shown."""
    service, made = _service(bench), list[int]()

    def keep(entry: DirectoryEntry, _slip: SlipEntry | None) -> int:
        made.append(service.add(entry))
        return made[0]

    start = DirectoryEntry(int(bench.asked("directory").filters.get("dept") or 0))
    if ask_entry(bench, shown(QT_TRANSLATE_NOOP("desk", "新增")), start, keep, None):
        bench.show_record("directory", made[0])
        _tell_saved(bench, made[0], "")


def edit_entry(bench: Any, record: int) -> None:
    """Change an entry; where its numbers change, with a slip."""
    _change(bench, record, _service(bench).entry(record))


def _change(bench: Any, record: int, start: DirectoryEntry) -> None:
    service, numbers = _service(bench), list[str]()

    def keep(entry: DirectoryEntry, slip: SlipEntry | None) -> int:
        if slip is not None:
            numbers.append(service.change(record, entry, slip))
        else:
            service.edit(record, entry)
        return record

    row = service.row(record)
    title = shown(QT_TRANSLATE_NOOP("desk", "变更　{name}（{dept}）"), name=row.name, dept=row.dept)
    if ask_entry(bench, title, start, keep, service.entry(record)):
        number = numbers[-1] if numbers else ""
        _tell_saved(bench, record, number)
        if number:
            print_slips(bench, [service.slip_numbered(number) or 0])


def _tell_saved(bench: Any, record: int, slip: str) -> None:
    said = QT_TRANSLATE_NOOP("desk", "已保存 {name}")
    if slip:
        said = QT_TRANSLATE_NOOP("desk", "已保存 {name}，号码变更单 {slip}")
    bench.tell(shown(said, name=_service(bench).row(record).name, slip=slip))


def restore_entry(bench: Any, record: int) -> None:
    """Bring an entry back to what it was at an earlier time, or one thing of it; the dialog shows what would be."""
    service = _service(bench)
    offers = _moments(bench, record)
    if not offers:
        bench.run(lambda: _refuse(QT_TRANSLATE_NOOP("desk", "这一条登记以后没有改过。")))
        return
    hits = [hit for hit, _seq, _field in offers]
    title = shown(QT_TRANSLATE_NOOP("desk", "恢复 {name}"), name=service.row(record).name)
    chooser = Chooser(
        title,
        lambda text: [hit for hit in hits if text in hit.sentence()],
        shown(QT_TRANSLATE_NOOP("desk", "恢复到这时…")),
        memory=bench.memory,
        parent=bench.window,
    )
    if bench.show_dialog(chooser) and chooser.chosen is not None:
        _hit, seq, field = offers[chooser.chosen.id]
        _change(bench, record, service.before(record, seq, field))


def _moments(bench: Any, record: int) -> list[tuple[Hit, int, str]]:
    """Return every time to which an entry can go back, newest first: as a whole, then each thing alone."""
    service, offers = _service(bench), list[tuple[Hit, int, str]]()
    for past in service.past(record):
        if past.is_first or not past.changes:
            continue
        at = moment_shown(datetime.fromisoformat(past.at).astimezone(), service.today().year)
        whole = shown(QT_TRANSLATE_NOOP("desk", "{at} 变更以前的样子"), at=at)
        offers.append((Hit(len(offers), whole, _reverted(service, past)), past.seq, ""))
        for change in past.changes if len(past.changes) > 1 else ():
            one = shown(QT_TRANSLATE_NOOP("desk", "　只恢复{what}"), what=shown(TITLES[change.field]))
            old = service.worded(change.field, change.old) or "—"
            offers.append((Hit(len(offers), one, old), past.seq, change.field))
    return offers


def _reverted(service: DirectoryService, past: Past) -> str:
    pairs = ((shown(TITLES[c.field]), service.worded(c.field, c.old) or "—") for c in past.changes)
    return "，".join(f"{title} {old}" for title, old in pairs)


def _refuse(sentence: str) -> None:
    raise UserError(sentence)


# taking out, order


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


# change slips


def tell_others(bench: Any, record: int) -> None:
    """Record who was told of a changed number, on the slip that waits longest (002/4.五.1)."""
    service = _service(bench)
    waiting = sorted((slip for slip in service.slips(record) if slip.state != "void"), key=_waiting)
    if waiting:
        bench.run(lambda: _ask_told(bench, waiting[0]))


def _waiting(slip: Slip) -> tuple[bool, datetime]:
    return slip.state != "open", slip.slip.changed_at


def _ask_told(bench: Any, slip: Slip) -> None:
    service = _service(bench)
    job = FormJob(
        save=lambda values, _yes: service.told(slip.id, times_of(bench, values)),
        title=shown(QT_TRANSLATE_NOOP("desk", "保存")),
        first=next((key for key in TOLD if getattr(slip.slip, key) is None), ""),
    )
    explained = QT_TRANSLATE_NOOP("desk", "{number}　{name}：{what}。{due} 前要通知到。")
    due, name = moment_shown(slip.due_at, service.today().year), service.row(slip.entry).name
    dialog = RecordForm(
        shown(QT_TRANSLATE_NOOP("desk", "登记通知")),
        times_asked(bench, slip.slip),
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=shown(explained, number=slip.number, name=name, what=slip.what, due=due),
        size=(760, 380),
        memory=bench.memory,
        key="directory_told",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        said = QT_TRANSLATE_NOOP("desk", "{number}：{words}")
        bench.tell(shown(said, number=slip.number, words=shown(service.slip(slip.id).words)))


def scanned_slip(bench: Any, record: int) -> None:
    """Show the entry of a slip that was scanned; where somebody is still to be told, ask for it."""
    bench.show_record("directory", record)
    if any(slip.state == "open" for slip in _service(bench).slips(record)):
        tell_others(bench, record)


def print_slips(bench: Any, slips: Sequence[int]) -> None:
    """Print change slips and keep them as printed."""

    def work() -> None:
        paper_of = partial(slip_paper, _service(bench))
        drawings = [bench.services["papers"].drawing(paper_of(slip)) for slip in slips]
        if print_drawings(bench, drawings, paper_of, blank=False):
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印 {count} 份号码变更单"), count=len(drawings)))

    bench.run(work)


def print_slip(bench: Any, record: int) -> None:
    """Print a change slip of an entry; the clerk chooses where there are several."""
    slip = _chosen_slip(bench, record, QT_TRANSLATE_NOOP("desk", "打印哪一份？"), [])
    if slip is not None:
        print_slips(bench, [slip.id])


def void_slip(bench: Any, record: int) -> None:
    """Void a change slip with a reason."""
    service = _service(bench)
    slip = _chosen_slip(bench, record, QT_TRANSLATE_NOOP("desk", "作废哪一份？"), ["void"])
    if slip is None:
        return
    question = QT_TRANSLATE_NOOP("desk", "作废 {number}（{what}）的原因，号码改回原来的")
    reason = bench.prompter.ask_text(shown(question, number=slip.number, what=slip.what))
    if reason:
        bench.run(lambda: service.void_slip(slip.id, reason))
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "{number} 已作废"), number=slip.number))


def _chosen_slip(bench: Any, record: int, question: str, without: Sequence[str]) -> Slip | None:
    slips = [slip for slip in _service(bench).slips(record) if slip.state not in without]
    if len(slips) < 2:  # noqa: PLR2004  (one alone is not asked about)
        return slips[0] if slips else None
    choices = [Choice(str(slip.id), f"{slip.number}　{slip.what}") for slip in slips]
    key = bench.prompter.choose(shown(question), choices)
    return next((slip for slip in slips if str(slip.id) == key), None)


# following the personnel register


def follow_entry(bench: Any, record: int) -> None:
    """Do what the personnel register says of a person's entry, with one click (002/4.五.2)."""
    service, done = _service(bench), list[str]()
    name = service.row(record).name
    bench.run(lambda: done.append(service.follow(record)))
    if done:
        words = {
            "left": QT_TRANSLATE_NOOP("desk", "{name}已离职，移出通讯录"),
            "moved": QT_TRANSLATE_NOOP("desk", "{name}已随花名册调到{dept}"),
        }
        bench.tell(shown(words[done[0]], name=name, dept=service.row(record).dept))


def compare_staff(bench: Any, *_of_today: int) -> None:
    """Compare the directory with the people in office and let it follow (002/4.五.2)."""
    service, staff = _service(bench), bench.services["staff"]
    behind = service.behind()
    names = {follow: [staff.row(each.staff).name for each in behind if each.follow is follow] for follow in Follow}
    if not behind:
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "通讯录与花名册一致")))
        return
    said = {
        Follow.LEFT: QT_TRANSLATE_NOOP("desk", "离职 {count} 人，移出通讯录：{names}"),
        Follow.MOVED: QT_TRANSLATE_NOOP("desk", "调动 {count} 人，改到新部门：{names}"),
        Follow.MISSING: QT_TRANSLATE_NOOP("desk", "在职而不在通讯录 {count} 人：{names}"),
    }
    detail = "\n".join(
        shown(said[follow], count=len(of_kind), names=_some(of_kind)) for follow, of_kind in names.items() if of_kind
    )
    if bench.prompter.confirm(
        shown(QT_TRANSLATE_NOOP("desk", "通讯录与花名册有 {count} 处不一致。"), count=len(behind)),
        shown(QT_TRANSLATE_NOOP("desk", "按花名册更正")),
        detail=detail,
    ):
        missing = [each.staff for each in behind if each.follow is Follow.MISSING]
        bench.run(lambda: service.follow_all(missing))
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已按花名册更正 {count} 处"), count=len(behind)))


def _some(names: Sequence[str], most: int = 8) -> str:
    return "、".join(names[:most]) + ("…" if len(names) > most else "")
