"""What the clerk does with an application: fill in, print, register signatures, open the account, return, void."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.documents.application_kind import Route
from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.names import full_pinyin, initials
from desk_mailadmin.papers import Paper
from desk_mailadmin.registers.applications.completion_form import ask_completion
from desk_mailadmin.registers.applications.entry_form import ask_application
from desk_mailadmin.registers.applications.listing import FormKind
from desk_mailadmin.registers.applications.printed import application_paper, blank_data
from desk_mailadmin.registers.applications.rules import LIFECYCLE, next_signature
from desk_mailadmin.registers.applications.rules import Signature as Given
from desk_mailadmin.registers.applications.service import ApplicationsService
from desk_mailadmin.registers.staff.table import TABLE as STAFF
from desk_mailadmin.ui.dialogs.chooser import Chooser
from desk_mailadmin.ui.dialogs.message import Message
from desk_mailadmin.ui.dialogs.person_picker import Hit
from desk_mailadmin.ui.dialogs.signature_dialog import Signature, SignatureDialog, SignatureJob, SignatureSheet
from desk_mailadmin.ui.dialogs.signers import Signer
from desk_mailadmin.ui.paper_printing import print_blank_form, print_drawings, print_list_sheet, reprint
from desk_mailadmin.ui.returned_papers import ask_reason, attach_chosen_scan, keep_scans
from desk_mailadmin.ui.scan_check import judge_codes
from desk_mailadmin.ui.shown import shown

_LAST_KIND = "applications/last_kind"


def new_application(bench: Any, form: str = "", draft: str = "") -> None:
    """Fill in an application of a kind, chosen first where none is given; saved, it is numbered and printed at once.

    ``draft`` is the key of what was left of another entry, to begin with.
    """
    kind = form or choose_kind(bench, QT_TRANSLATE_NOOP("desk", "填写"))
    if kind:
        bench.memory.keep(_LAST_KIND, kind)
        _after_entry(bench, ask_application(bench, kind, draft=draft))


def choose_kind(bench: Any, verb: str) -> str:
    """Ask which kind of application is meant, the last one first; return its form's id, empty for none."""
    service: ApplicationsService = bench.services["applications"]
    last = bench.memory.text(_LAST_KIND)
    kinds = sorted(service.kinds.values(), key=lambda kind: (kind.form != last, kind.application.clause, kind.form))

    def find(text: str) -> list[Hit]:
        meant = [
            (rank, place) for place, kind in enumerate(kinds) if (rank := _rank(kind, text.casefold())) is not None
        ]
        return [_hit(place, kinds[place]) for _, place in sorted(meant)]

    title = shown(QT_TRANSLATE_NOOP("desk", "哪一种申请？"))
    dialog = Chooser(title, find, shown(verb), memory=bench.memory, parent=bench.window)
    return kinds[dialog.chosen.id].form if bench.show_dialog(dialog) and dialog.chosen else ""


def _hit(place: int, kind: FormKind) -> Hit:
    return Hit(place, kind.title, cite(kind.application.clause), code=kind.application.prefix)


def _rank(kind: FormKind, text: str) -> int | None:
    """Return how surely a kind is meant by some letters, 0 the surest; None where it is not."""
    letters, prefix = initials(kind.title), kind.application.prefix.casefold()
    tests = (
        not text or prefix == text,
        kind.title.startswith(text) or letters.startswith(text) or full_pinyin(kind.title).startswith(text),
        prefix.startswith(text),
        text in kind.title or text in letters,
    )
    return next((rank for rank, holds in enumerate(tests) if holds), None)


def edit_application(bench: Any, record: int) -> None:
    """Go on with a draft, or correct what was returned."""
    service: ApplicationsService = bench.services["applications"]
    _after_entry(bench, ask_application(bench, service.row(record).kind, record))


def renew_application(bench: Any, record: int) -> None:
    """Apply anew for what ends, with the same entries (M0-7)."""
    service: ApplicationsService = bench.services["applications"]
    _after_entry(bench, ask_application(bench, service.row(record).kind, like=record))


def _after_entry(bench: Any, record: int | None) -> None:
    if record is None:
        return
    bench.show_record("applications", record)
    row = bench.services["applications"].row(record)
    if row.state == "signing":
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已填写 {number}，打印后送签"), number=row.number))
        print_applications(bench, [record])
    elif row.state == "draft":
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已存草稿，没有编号")))
    elif row.state == "refused":
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "{number} 不予受理，已登记这次拒绝"), number=row.number))


def print_applications(bench: Any, records: Sequence[int]) -> None:
    """Print applications, all copies, and keep them as printed."""

    def work() -> None:
        service: ApplicationsService = bench.services["applications"]
        papers = bench.services["papers"]
        rows = service.rows(records)
        drafts = [row for row in rows if not row.number]
        if drafts:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{name}的申请还是草稿，正式填表后才能打印。"), name=drafts[0].name
            )
        paper_of = partial(application_paper, service, bench.desk.settings)
        drawings = [papers.drawing(paper_of(row.id)) for row in rows]
        if print_drawings(bench, drawings, paper_of, blank=False):
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印 {count} 张申请表"), count=len(drawings)))

    bench.run(work)


def reprint_application(bench: Any, record: int) -> None:
    """Print a kept application once more, stamped 补打."""

    def work() -> None:
        row = bench.services["applications"].row(record)
        kept = bench.services["papers"].latest("application", record, row.kind)
        if kept is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这张表还没有打印过，先打印。"))
        reprint(bench, kept, f"{row.kind_title}　{row.number}")

    bench.run(work)


def print_blank(bench: Any) -> None:
    """Print an empty form for filling in by hand, of a kind and a sign-off route that the clerk chooses."""

    def work() -> None:
        service: ApplicationsService = bench.services["applications"]
        form = choose_kind(bench, QT_TRANSLATE_NOOP("desk", "打印空白表"))
        route = _chosen_route(bench, service.kinds[form].application.routes) if form else None
        if route is None:
            return
        data = blank_data(service, bench.desk.settings, form, route, bench.desk.clock.today())
        print_blank_form(bench, bench.services["papers"].drawing(Paper("application", 0, form, "", data)))

    bench.run(work)


def print_missing(bench: Any) -> None:
    """Print who in office has none of what everybody must have: a confidentiality agreement (002/11.二.7)."""

    def work() -> None:
        service: ApplicationsService = bench.services["applications"]
        needed = [kind for kind in service.kinds.values() if kind.application.everybody]
        choices = [Choice(kind.form, kind.title) for kind in needed]
        question = shown(QT_TRANSLATE_NOOP("desk", "查谁还没有签哪一种？"))
        form = needed[0].form if len(needed) == 1 else bench.prompter.choose(question, choices)
        if form:
            _print_missing(bench, service.kinds[form])

    bench.run(work)


def _print_missing(bench: Any, kind: FormKind) -> None:
    service: ApplicationsService = bench.services["applications"]
    rows = service.staff.rows(service.without(kind.form))
    if not rows:
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "在职人员都有生效的{title}。"), title=kind.title))
        return
    title = shown(QT_TRANSLATE_NOOP("desk", "没有生效的{title}"), title=kind.title)
    spec = replace(STAFF, columns=tuple(STAFF.column(key) for key in _OF_STAFF))
    for sheet in bench.services["papers"].list_sheets(title, spec, rows):
        print_list_sheet(bench, f"{title}　{len(rows)}", sheet.pdf)


_OF_STAFF = ("branch", "dept", "name", "emp_no", "post", "hired_on")


def _chosen_route(bench: Any, routes: Sequence[Route]) -> Route | None:
    if len(routes) == 1:
        return routes[0]
    question = shown(QT_TRANSLATE_NOOP("desk", "按哪一条签字路线打印？"))
    key = bench.prompter.choose(question, [Choice(one.key, one.title) for one in routes])
    return next((one for one in routes if one.key == key), None)


def sign_application(bench: Any, record: int, *, by_scan: bool = False) -> str:
    """Record the signature that is due, with its scan; return the digits of the next sheet, if one was scanned."""
    service: ApplicationsService = bench.services["applications"]
    row, signatures = service.row(record), service.signatures(record)

    def keep(signature: Signature, _yes: frozenset[str]) -> None:
        with bench.desk.work("application.sign") as work:
            service.sign(
                record,
                signature.role,
                signature.signed_on,
                by=signature.name,
                agreed=signature.agreed,
                opinion=signature.opinion,
            )
            keep_scans(bench, work, "application", record, signature.role, signature.scans)

    def compare(codes: tuple[str, ...]) -> Message:
        return judge_codes(bench, codes, row.number)

    sheet = SignatureSheet(
        title=f"{row.name}　{row.number}",
        subtitle=f"{row.kind_title}　{row.dept}",
        state=LIFECYCLE.state(row.state),
        signers=tuple(_signer(one, next_signature(signatures)) for one in signatures),
        afterwards=_afterwards(signatures),
        by_scan=by_scan,
    )
    job = SignatureJob(record=keep, compare=compare, today=bench.desk.clock.today)
    dialog = SignatureDialog(sheet, job, bench.prompter, memory=bench.memory, parent=bench.window)
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已登记 {number} 签字"), number=row.number))
    return dialog.next_digits


def _signer(given: Given, due: Given | None) -> Signer:
    recorded = ""
    if given.agreed is not None and given.signed_on:
        opinion = QT_TRANSLATE_NOOP("desk", "同意") if given.agreed else QT_TRANSLATE_NOOP("desk", "不同意")
        recorded = f"{given.signed_on:%m-%d} {shown(opinion)}"
    return Signer(
        role=given.role,
        title=given.title,
        name=given.signer,
        recorded=recorded,
        refused=given.agreed is False,
        due=given is due,
    )


def _afterwards(signatures: Sequence[Given]) -> str:
    missing = [one.title for one in signatures if one.agreed is None][1:]
    if not missing:
        return shown(QT_TRANSLATE_NOOP("desk", "登记后签字齐全，自动进入“待办理”。"))
    return shown(QT_TRANSLATE_NOOP("desk", "登记后还差{missing}。"), missing="、".join(missing))


def scanned_application(bench: Any, record: int) -> None:
    """Do what a scanned application asks for: register the signature that is due; else show it."""
    bench.show_record("applications", record)
    if bench.services["applications"].row(record).state == "signing":
        bench.scan_next(sign_application(bench, record, by_scan=True))


def carry_out(bench: Any, record: int) -> None:
    """Record that the work was done, ticked with its date and what is entered then; a receipt may follow by itself."""
    carried = ask_completion(bench, record)
    if carried is None:
        return
    service: ApplicationsService = bench.services["applications"]
    row = service.row(record)
    if carried.receipt is None:
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "{number} {progress}"), number=row.number, progress=row.progress))
        return
    said = QT_TRANSLATE_NOOP("desk", "已{deed}，回执 {number} 待打印")
    bench.tell(shown(said, deed=row.deed, number=carried.receipt_number))
    bench.show_record("receipts", carried.receipt)


def end_application(bench: Any, record: int) -> None:
    """End what is in force: taken back, given back, cancelled, run out."""
    service: ApplicationsService = bench.services["applications"]
    row = service.row(record)
    ask_reason(bench, row.end, row.number, f"{row.name}　{row.subject}", lambda on, why: service.end(record, on, why))


def go_to_receipt(bench: Any, record: int) -> None:
    """Show the receipt of an application."""
    receipt = bench.services["receipts"].of_application(record)
    if receipt is not None:
        bench.show_record("receipts", receipt.id)


def return_application(bench: Any, record: int) -> None:
    """Give an application back to be corrected."""
    service: ApplicationsService = bench.services["applications"]
    _with_reason(bench, record, QT_TRANSLATE_NOOP("desk", "退回"), service.return_)


def void_application(bench: Any, record: int) -> None:
    """Void an application; the number stays."""
    service: ApplicationsService = bench.services["applications"]
    _with_reason(bench, record, QT_TRANSLATE_NOOP("desk", "作废"), service.void)


def withdraw_signature(bench: Any, record: int) -> None:
    """Take back the last signature, recorded by mistake."""
    service: ApplicationsService = bench.services["applications"]
    _with_reason(
        bench,
        record,
        QT_TRANSLATE_NOOP("desk", "更正签字"),
        lambda found, _on, reason: service.withdraw_signature(found, reason),
    )


def attach_scan(bench: Any, record: int) -> None:
    """Keep a scanned sheet with an application, as the signature recorded last."""
    signatures = bench.services["applications"].signatures(record)
    last = next((one.role for one in reversed(signatures) if one.agreed is not None), "sheet")
    attach_chosen_scan(bench, "application", record, last)


def _with_reason(bench: Any, record: int, verb: str, deed: Callable[[int, date, str], object]) -> None:
    row = bench.services["applications"].row(record)
    number = row.number or shown(QT_TRANSLATE_NOOP("desk", "（未编号）"))
    ask_reason(bench, verb, number, f"{row.name}（{row.dept}）", lambda on, reason: deed(record, on, reason))
