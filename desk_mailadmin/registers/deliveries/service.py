"""What happens to mails: entered, marked before the server is spoken to, and what became of them kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from desk_mailadmin.kernel.changes import register_key
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.settings import CLERK, COMPANY, OFFICE_EXTENSION, OFFICE_NAME
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key
from desk_mailadmin.papers import Drawing, Papers
from desk_mailadmin.registers.deliveries import rules
from desk_mailadmin.registers.deliveries.entries import Sendable
from desk_mailadmin.registers.deliveries.listing import DeliveriesListing, DeliveryRow
from desk_mailadmin.registers.deliveries.model import Delivery
from desk_mailadmin.registers.deliveries.rules import LIFECYCLE, ORDER, Words, usual_words
from desk_mailadmin.registers.mailboxes.rules import OUTGOING_MB
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

if TYPE_CHECKING:  # the mail server is spoken of when a mail is sent (SPEED a)
    from desk_mailadmin.mailserver.outcome import Outcome
    from desk_mailadmin.mailserver.server import MailServer

STATES = {"accepted": "sent", "refused": "failed", "again": "waiting", "unknown": "unclear"}
"""Where a mail stands after each result."""


_MB = 2**20
_IN_BASE64 = 1.37
"""How much larger a file is in a mail."""


class Sheet(Struct, frozen=True):
    """The sheet that goes with a mail; ``drawing`` is None where it was printed before and is sent as it was kept."""

    title: str
    file_name: str
    pdf: bytes
    drawing: Drawing | None = None


class DeliveriesService(DeliveriesListing):
    """Papers sent by mail, none of them twice without the clerk's word.

    ``sources`` says, by the table of a record, how its paper is sent; registers above put theirs in. ``followers`` are
    told, by table, of a record whose paper a server took, in the same transaction.
    """

    def __init__(self, desk: Desk, papers: Papers) -> None:
        super().__init__(desk)
        self._papers = papers
        self.sources: dict[str, Callable[[int], Sendable]] = {}
        self.followers: dict[str, Callable[[int], None]] = {}

    # before anything is sent

    def server(self) -> MailServer:
        """Return the mail server the office set; UserError where it is not described or described wrongly."""
        from desk_mailadmin.mailserver.server import MailServer, Security

        value = self._desk.settings.value
        if not value(rules.HOST) or not value(rules.SENDER):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "desk", "还没有设置邮件发送服务器：在“工具 › 设置 › 邮件发送”里填写发送服务器和发件地址。"
                )
            )
        return MailServer(
            host=value(rules.HOST),
            port=value(rules.PORT),
            security=Security(value(rules.SECURITY)),
            sender=value(rules.SENDER),
            user=value(rules.USER),
            sender_name=value(rules.SENDER_NAME) or value(CLERK),
            timeout=value(rules.TIMEOUT),
            ca_file=value(rules.CA_FILE),
        ).checked()

    def sendable(self, kind: str, record: int) -> Sendable:
        """Return the paper of a record as it may be sent; UserError where it may not."""
        return self.sources[kind](record)

    def sheet(self, sendable: Sendable) -> Sheet:
        """Return the sheet as it was printed last or, where it never was, as it would be printed now.

        Raises UserError for a form that is kept nowhere (the password slip): what is mailed is kept.
        """
        form = self._papers.library.form(sendable.form)
        title = form.spec.title
        if not form.spec.archived:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "“{title}”不能用邮件发送：上面有密码，只打印一份，当面交给本人。"),
                title=title,
            )
        name = f"{sendable.number} {title}.pdf".strip()
        kept = self._papers.latest(sendable.kind, sendable.record, sendable.form)
        if kept is not None:
            return self._small_enough(Sheet(title, name, self._papers.kept_pdf(kept)))
        drawing = self._papers.drawing(sendable.draw())
        return self._small_enough(Sheet(title, name, drawing.sheet().pdf, drawing))

    def usual(self, sendable: Sendable, title: str) -> Words:
        """Return what the mail usually says, its places still open."""
        value = self._desk.settings.value
        office, clerk = value(OFFICE_NAME), self._desk.who or value(CLERK)
        address = sendable.addresses[0] if sendable.addresses else ""
        extension = value(OFFICE_EXTENSION)
        return usual_words(title, address, value(COMPANY), office, clerk, extension, comes_back=sendable.comes_back)

    def enter(self, sendable: Sendable, words: Words, confirmed: frozenset[str] = frozenset()) -> int:
        """Enter a mail that waits to be sent and return its id; its sheet is kept as printed.

        A mail with this paper that was never taken is taken up again under its Message-ID. Raises UserError for a
        faulty entry or while it is unclear whether an earlier one arrived, NeedsConfirmation where it was sent already.
        """
        from desk_mailadmin.mailserver.message import Letter, checked_letter, new_message_id

        server, sheet = self.server(), self.sheet(sendable)
        open_one = self._open_mail(sendable, words.address, confirmed)
        letter = checked_letter(
            Letter(words.address, sendable.name, words.subject, words.text, "", sheet.file_name, sheet.pdf)
        )
        with self._desk.work("delivery.enter") as work:
            values = self._columns(sendable, sheet, letter.subject, letter.text) | {"address": letter.address}
            values["file_name"] = letter.file_name
            if open_one is not None:
                self._move(work, open_one, "waiting", QT_TRANSLATE_NOOP("desk", "准备重新发送到 {address}"), **values)
                return open_one.id
            values |= {"message_id": new_message_id(server.sender), "state": "waiting"}
            return self._create(work, values | {"state_order": ORDER["waiting"]})

    def written(self, record: int) -> bytes:
        """Return the mail's bytes, its sheet as it was kept.

        Raises UserError where the paper may not be sent any more (it was voided), EnvironmentFault where the kept sheet
        is gone or altered.
        """
        from desk_mailadmin.mailserver.message import Letter, written

        kept = Delivery.get_by_id(record)
        self.sendable(kept.kind, kept.record)
        prints = self._papers.prints_of(kept.kind, kept.record)
        pdf = self._papers.kept_pdf(next(one for one in prints if one.sha256 == kept.sha256))
        letter = Letter(kept.address, kept.name, kept.subject, kept.text, kept.message_id, kept.file_name, pdf)
        return written(letter, self.server(), self._desk.clock.now())

    def words(self, record: int) -> Words:
        """Return what an entered mail says."""
        kept = Delivery.get_by_id(record)
        return Words(kept.address, kept.subject, kept.text)

    # the dialogue: begun in one transaction, ended in another

    def begin(self, record: int) -> None:
        """Mark a mail as being sent, before the server is spoken to; UserError unless it waits."""
        row, now = self.row(record), self._now()
        with self._desk.work("delivery.send") as work:
            sentence = QT_TRANSLATE_NOOP("desk", "开始发送到 {address}")
            self._move(work, row, "sending", sentence, attempts=row.attempts + 1, tried_at=now)

    def finish(self, record: int, outcome: Outcome) -> None:
        """Keep what became of a mail that was being sent."""
        row, state = self.row(record), STATES[str(outcome.result)]
        more: dict[str, Any] = {"answer": outcome.answer, "said": outcome.sentence}
        if state == "sent":
            more["sent_at"] = self._now()
        with self._desk.work("delivery.result") as work:
            self._move(work, row, state, QT_TRANSLATE_NOOP("desk", "{address}：{said}"), **more)
            if state == "sent":
                sentence = QT_TRANSLATE_NOOP("desk", "用邮件发送到 {address}")
                work.wrote(row.kind, row.record, sentence, address=row.address)
                self._follow(row)

    def _follow(self, row: DeliveryRow) -> None:
        if row.kind in self.followers:
            self.followers[row.kind](row.record)

    def settle_interrupted(self) -> int:
        """Mark as unclear what was being sent when the program ended, and return how many; nothing is sent again."""
        found = [one.id for one in Delivery.select(Delivery.id).where(Delivery.state == "sending")]
        if not found or self._desk.view_only:
            return 0
        with self._desk.work("delivery.interrupted") as work:
            for row in self.rows(found):
                sentence = QT_TRANSLATE_NOOP("desk", "发送到 {address} 时程序中断，是否收到不明")
                self._move(work, row, "unclear", sentence, said=rules.INTERRUPTED)
        return len(found)

    # what the clerk decides

    def arrived(self, record: int) -> None:
        """Record that an unclear mail arrived, as its reader says."""
        row = self.row(record)
        with self._desk.work("delivery.arrived") as work:
            sentence = QT_TRANSLATE_NOOP("desk", "问过对方：{address} 已收到")
            self._move(work, row, "sent", sentence, sent_at=row.tried_at and row.tried_at.isoformat())
            self._follow(row)

    def again(self, record: int) -> None:
        """Let an unclear mail wait to be sent again under its Message-ID, by which many servers drop a second one."""
        row = self.row(record)
        with self._desk.work("delivery.again") as work:
            self._move(work, row, "waiting", QT_TRANSLATE_NOOP("desk", "决定重新发送到 {address}"))

    def cancel(self, record: int) -> None:
        """Give a mail up that was not taken, or of which it stays unclear."""
        row = self.row(record)
        with self._desk.work("delivery.cancel") as work:
            self._move(work, row, "cancelled", QT_TRANSLATE_NOOP("desk", "不再发送到 {address}"))

    def _small_enough(self, sheet: Sheet) -> Sheet:
        """Return the sheet; UserError where the mail would be larger than what may be sent out (000/4.2)."""
        most = self._desk.settings.value(OUTGOING_MB)
        if len(sheet.pdf) * _IN_BASE64 > most * _MB:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "“{name}”太大，邮件会超过外发单封上限 {most} MB，不能用邮件发送。"),
                name=sheet.file_name,
                most=most,
            )
        return sheet

    def _open_mail(self, sendable: Sendable, address: str, confirmed: frozenset[str]) -> DeliveryRow | None:
        """Return the mail with this paper that was not taken yet, if any; raise where one more may be too many."""
        earlier = [row for row in self.of_paper(sendable.kind, sendable.record) if row.state != "cancelled"]
        if any(row.state in ("sending", "unclear") for row in earlier):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "desk", "{number} 有一封邮件还不清楚对方是否收到，先在“回执 › 寄送记录”里处理，免得发两次。"
                ),
                number=sendable.number,
            )
        twins = [row for row in earlier if row.state == "sent" and row.address.lower() == address.strip().lower()]
        if twins and f"twice/{sendable.number}" not in confirmed:
            raise NeedsConfirmation(
                f"twice/{sendable.number}",
                QT_TRANSLATE_NOOP("desk", "{number} 在 {at} 已经发送到 {address}，再发一次对方会收到两封。"),
                number=sendable.number,
                at=twins[-1].moment,
                address=twins[-1].address,
            )
        return next((row for row in earlier if row.state in ("waiting", "failed")), None)

    def _columns(self, sendable: Sendable, sheet: Sheet, subject: str, text: str) -> dict[str, Any]:
        """Return what is kept of a mail; a sheet that was never printed is kept now."""
        if sheet.drawing is not None:
            copies = max(1, len(sheet.drawing.form.spec.copies))
            self._papers.keep(sheet.drawing, sheet.pdf, copies)
        kept = self._papers.latest(sendable.kind, sendable.record, sendable.form)
        assert kept is not None, "what is mailed was kept"
        return {
            "kind": sendable.kind,
            "record": sendable.record,
            "form": sendable.form,
            "title": sheet.title,
            "number": sendable.number,
            "name": sendable.name,
            "name_key": name_sort_key(sendable.name),
            "subject": subject,
            "text": text,
            "sha256": kept.sha256,
        }

    def _create(self, work: UnitOfWork, values: dict[str, Any]) -> int:
        values = values | {"made_at": self._now()}
        record = int(Delivery.create(**values).id)
        sentence = QT_TRANSLATE_NOOP("desk", "准备把 {number} 发送到 {address}")
        work.wrote("delivery", record, sentence, after=values, number=values["number"], address=values["address"])
        self._announce(work, record)
        return record

    def _move(self, work: UnitOfWork, row: DeliveryRow, state: str, sentence: str, **more: Any) -> None:
        if (row.state, state) != ("waiting", "waiting"):  # words and address of a waiting mail may be changed
            LIFECYCLE.check(row.state, state)
        after = {**more, "state": state, "state_order": ORDER[state]}
        found = Delivery.get_by_id(row.id)
        before = {key: getattr(found, key) for key in after}
        Delivery.update(after).where(Delivery.id == row.id).execute()
        address, said = after.get("address", row.address), after.get("said", "")
        work.wrote("delivery", row.id, sentence, before=before, after=after, address=address, said=said)
        self._announce(work, row.id)

    def _announce(self, work: UnitOfWork, record: int) -> None:
        found = Delivery.get_by_id(record)
        words = search_words(found.name, [found.number, found.address])
        self._desk.search.put("delivery", record, [found.name, found.subject], words)
        work.changed("deliveries")
        work.changed(register_key(found.kind))

    def _now(self) -> str:
        return self._desk.clock.now().isoformat(timespec="seconds")


def password_name(server: MailServer) -> str:
    """Return under which name a password is kept: another server is never given it."""
    return f"{server.user}@{server.host}"
