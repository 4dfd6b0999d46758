"""What the clerk does with mails: send papers, send again, settle what is unclear, try the server."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from desk_mailadmin.kernel.changes import register_key
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.mailserver.outcome import Fault, Outcome, Result
from desk_mailadmin.mailserver.server import MailServer
from desk_mailadmin.registers.deliveries.entry_form import mail_form
from desk_mailadmin.registers.deliveries.rules import TITLE_HERE, Words
from desk_mailadmin.registers.deliveries.service import DeliveriesService, password_name
from desk_mailadmin.ui.dialogs.password_dialog import PasswordDialog
from desk_mailadmin.ui.shown import shown

T = TypeVar("T")
_TITLE = QT_TRANSLATE_NOOP("desk", "用邮件发送")


def send_papers(bench: Any, kind: str, records: Sequence[int]) -> None:
    """Ask what the mails with these records' papers say, and send them beside the window."""
    bench.run(lambda: _compose(bench, kind, records))


def send_again(bench: Any, ids: Sequence[int]) -> None:
    """Send mails that were not taken: one after looking at its words again, several as they are."""
    service = _service(bench)

    def work() -> None:
        if len(ids) == 1:
            row = service.row(ids[0])
            _compose(bench, row.kind, [row.record], service.words(row.id))
            return
        service.server()
        waiting = [row.id for row in service.rows(ids) if row.state == "waiting"]
        question = QT_TRANSLATE_NOOP("desk", "发送 {count} 封等着的邮件？被退回的要一封一封改过地址再发。")
        if waiting and bench.prompter.confirm(
            shown(question, count=len(waiting)), shown(QT_TRANSLATE_NOOP("desk", "发送"))
        ):
            deliver(bench, waiting)

    bench.run(work)


def settle_mail(bench: Any, record: int) -> None:
    """Ask the clerk what became of a mail of which the server did not say."""
    service = _service(bench)
    row = service.row(record)
    question = QT_TRANSLATE_NOOP("desk", "{number} 发给 {address} 的邮件，对方收到了吗？先打电话问一声。")
    ways = [
        Choice("arrived", shown(QT_TRANSLATE_NOOP("desk", "对方已收到"))),
        Choice("again", shown(QT_TRANSLATE_NOOP("desk", "没有收到，重新发送"))),
        Choice("cancel", shown(QT_TRANSLATE_NOOP("desk", "不发了"))),
    ]
    match bench.prompter.choose(shown(question, number=row.number, address=row.address), ways):
        case "arrived":
            bench.run(lambda: service.arrived(record))
        case "again":
            bench.run(lambda: _once_more(bench, record))
        case "cancel":
            bench.run(lambda: service.cancel(record))


def cancel_mail(bench: Any, record: int) -> None:
    """Give a mail up, after a question."""
    service = _service(bench)
    row = service.row(record)
    question = shown(
        QT_TRANSLATE_NOOP("desk", "不再把 {number} 发给 {address}？"), number=row.number, address=row.address
    )
    if bench.prompter.confirm(question, shown(QT_TRANSLATE_NOOP("desk", "不发了"))):
        bench.run(lambda: service.cancel(record))


def go_to_paper(bench: Any, record: int) -> None:
    """Show the record whose paper was mailed."""
    row = _service(bench).row(record)
    bench.show_record(register_key(row.kind), row.record)


def try_server(bench: Any) -> None:
    """Send a mail without a paper to the office itself, to see whether the server takes it."""
    bench.run(lambda: _try(bench))


def forget_password(bench: Any) -> None:
    """Delete the password from this session and from the system's keyring."""

    def work() -> None:
        server = _service(bench).server()
        question = shown(
            QT_TRANSLATE_NOOP("desk", "删除 {user} 的密码？下次发送再问。"), user=server.user or server.host
        )
        if bench.prompter.confirm(question, shown(QT_TRANSLATE_NOOP("desk", "删除"))):
            why = _at_the_keyring(bench, lambda: bench.desk.secrets.forget(password_name(server)))
            bench.tell(shown(why) if why else shown(QT_TRANSLATE_NOOP("desk", "密码已删除")))

    bench.run(work)


def deliver(bench: Any, ids: Sequence[int]) -> None:
    """Send mails that wait, one after another, beside the window; the password is asked for where it is needed."""
    server = _service(bench).server()
    ready, secret = password(bench, server)
    if ready:
        _Round(bench, server, secret, ids).next()
    else:
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "没有发送，{count} 封邮件在寄送记录里等着"), count=len(ids)))


def password(bench: Any, server: MailServer) -> tuple[bool, Secret | None]:
    """Return whether mail may be sent, and the password where the server wants one; the clerk may withdraw."""
    if not server.user:
        return True, None
    secrets, name = bench.desk.secrets, password_name(server)
    if known := secrets.known(name):
        return True, known
    found = _at_the_keyring(bench, lambda: secrets.find(name))
    if found.secret is not None:
        return True, found.secret
    what = QT_TRANSLATE_NOOP("desk", "{user} 在 {host} 上的密码，只在核对过证书的加密连接上发送。")
    dialog = PasswordDialog(
        shown(what, user=server.user, host=server.host),
        bench.prompter,
        why=shown(found.why) if found.why else "",
        keyring=shown(secrets.keyring_title()),
        memory=bench.memory,
        parent=bench.window,
    )
    if not bench.show_dialog(dialog):
        return False, None
    secret = dialog.secret()
    remember = dialog.remember()
    keep = partial(secrets.keep, name, secret, remember=remember)
    if why := _at_the_keyring(bench, keep) if remember else keep():
        bench.tell(shown(why))
    return True, secret


def _service(bench: Any) -> DeliveriesService:
    service: DeliveriesService = bench.services["deliveries"]
    return service


def _compose(bench: Any, kind: str, records: Sequence[int], words: Words | None = None) -> None:
    service = _service(bench)
    service.server()
    papers = {record: service.sendable(kind, record) for record in records}
    letters = [(paper, service.sheet(paper)) for paper in papers.values()]
    titles = {sheet.title for _paper, sheet in letters}
    start = words or service.usual(letters[0][0], titles.pop() if len(titles) == 1 else TITLE_HERE)

    def enter(written: Mapping[int, Words], confirmed: frozenset[str]) -> list[int]:
        with bench.desk.work("delivery.enter"):
            return [service.enter(papers[record], words, confirmed) for record, words in written.items()]

    dialog = mail_form(bench, letters, start, enter, title=_TITLE)
    if bench.show_dialog(dialog):
        entered = dialog.result_value
        assert isinstance(entered, list)
        deliver(bench, entered)


def _once_more(bench: Any, record: int) -> None:
    service = _service(bench)
    row = service.row(record)
    question = QT_TRANSLATE_NOOP("desk", "重新发送到 {address}？上一封要是到了，对方会收到两封。")
    verb = shown(QT_TRANSLATE_NOOP("desk", "重新发送"))
    if bench.prompter.confirm(shown(question, address=row.address), verb, danger=True):
        service.server()
        service.again(record)
        deliver(bench, [record])


def _try(bench: Any) -> None:
    from desk_mailadmin.mailserver.message import Letter, new_message_id, written
    from desk_mailadmin.mailserver.sending import send

    server = _service(bench).server()
    address = bench.prompter.ask_text(
        shown(QT_TRANSLATE_NOOP("desk", "发一封没有附件的邮件，看服务器收不收。")),
        label=shown(QT_TRANSLATE_NOOP("desk", "收件地址")),
        start=server.sender,
    )
    if address is None:
        return
    subject = shown(QT_TRANSLATE_NOOP("desk", "邮件管理台账：试发"))
    letter = Letter(address.strip(), "", subject, subject, new_message_id(server.sender))
    mail = written(letter, server, bench.desk.clock.now())
    ready, secret = password(bench, server)
    if not ready:
        return
    title = shown(QT_TRANSLATE_NOOP("desk", "正在试发"))
    outcome = bench.hold(title, lambda _report: send(server, letter.address, mail, secret), stoppable=False)
    _drop_wrong_password(bench, server, outcome)
    tell = bench.prompter.inform if outcome.result is Result.ACCEPTED else bench.prompter.warn
    tell(shown(outcome.template, **outcome.values))


def _drop_wrong_password(bench: Any, server: MailServer, outcome: Outcome) -> None:
    """Forget a password the server does not know: tried again and again it would lock the account."""
    if outcome.fault is Fault.PASSWORD and server.user:
        _at_the_keyring(bench, lambda: bench.desk.secrets.forget(password_name(server)))


def _at_the_keyring(bench: Any, ask: Callable[[], T]) -> T:
    """Ask the keyring beside the window: it may be waiting for its owner to unlock it."""
    title = shown(QT_TRANSLATE_NOOP("desk", "正在等系统钥匙串"))
    answer: T = bench.hold(title, lambda _report: ask(), stoppable=False)
    return answer


class _Round:
    """Mails sent one after another; what stops one for a reason of the server's or the line's stops the rest."""

    def __init__(self, bench: Any, server: MailServer, secret: Secret | None, ids: Sequence[int]) -> None:
        self._bench, self._server, self._secret = bench, server, secret
        self._left, self._count = list(ids), len(ids)
        self._bad: list[str] = []
        self._sent = 0

    def next(self) -> None:
        """Send the next mail, or say how it went."""
        if not self._left or self._bench.is_leaving:
            self._tell()
            return
        service, record = _service(self._bench), self._left[0]
        mail, row = service.written(record), service.row(record)
        service.begin(record)
        self._left.pop(0)
        title = shown(
            QT_TRANSLATE_NOOP("desk", "正在发送 {number}（{place} / {count}）"),
            number=row.number,
            place=self._count - len(self._left),
            count=self._count,
        )
        self._bench.later(title, lambda _report: self._dialogue(row.address, mail), lambda out: self._done(record, out))

    def _dialogue(self, address: str, mail: bytes) -> Outcome:
        """Speak to the server; runs beside the window and asks nothing of the desk."""
        from desk_mailadmin.mailserver.sending import send

        return send(self._server, address, mail, self._secret)

    def _done(self, record: int, outcome: Outcome) -> None:
        service = _service(self._bench)
        if service.row(record).state == "sending":  # else it is kept already, and what came after is tried once more
            service.finish(record, outcome)
            self._count_in(record, outcome)
        self.next()

    def _count_in(self, record: int, outcome: Outcome) -> None:
        if outcome.result is Result.ACCEPTED:
            self._sent += 1
            return
        self._bad.append(f"{_service(self._bench).row(record).number}　{shown(outcome.template, **outcome.values)}")
        if outcome.result in (Result.AGAIN, Result.UNKNOWN):
            self._left.clear()
            _drop_wrong_password(self._bench, self._server, outcome)

    def _tell(self) -> None:
        if self._bad:
            waiting = self._count - self._sent - len(self._bad)
            rest = QT_TRANSLATE_NOOP("desk", "其余 {count} 封没有发，在寄送记录里等着。")
            lines = [*self._bad, *([shown(rest, count=waiting)] if waiting else [])]
            sent = QT_TRANSLATE_NOOP("desk", "已发送 {sent} 封邮件，{others} 封没有确认发出，在寄送记录里")
            self._bench.tell(shown(sent, sent=self._sent, others=self._count - self._sent))
            self._bench.prompter.warn("\n".join(lines))
            return
        self._bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已发送 {count} 封邮件"), count=self._sent))
