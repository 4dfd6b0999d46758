"""The dialog that asks what a mail says: one with its address, or several with an address each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.mailserver.server import LONGEST_ADDRESS, checked_address
from desk_mailadmin.registers.deliveries.entries import Sendable
from desk_mailadmin.registers.deliveries.rules import NAME_HERE, NUMBER_HERE, TITLE_HERE, Words
from desk_mailadmin.registers.deliveries.service import Sheet
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

Enter = Callable[[Mapping[int, Words], frozenset[str]], object]
"""Enters the mails, by record what each says; may raise as FormJob.save."""

_KB = 1024
_SUBJECT_CHARS, _TEXT_CHARS = 120, 2000


def mail_form(
    bench: Any, letters: Sequence[tuple[Sendable, Sheet]], words: Words, enter: Enter, *, title: str
) -> RecordForm:
    """Return the dialog for these papers; what is entered goes to ``enter``."""
    is_one = len(letters) == 1
    first, sheet = letters[0]
    start = words.filled(first.name, first.number, sheet.title) if is_one else words

    def save(values: Mapping[str, Any], confirmed: frozenset[str]) -> object:
        written = {
            paper.record: Words(values[_field(paper, is_one)], values["subject"], values["text"]).filled(
                paper.name, paper.number, sheet.title
            )
            for paper, sheet in letters
            if values[_field(paper, is_one)]
        }
        if not written:
            raise UserError(QT_TRANSLATE_NOOP("desk", "一个收件地址也没有填。"), field=_field(first, is_one))
        return enter(written, confirmed)

    return RecordForm(
        shown(title),
        (*_addresses(letters, start.address), *_words(start)),
        FormJob(save=save, title=shown(QT_TRANSLATE_NOOP("desk", "发送")), icon="send"),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=_explained(letters),
        size=(720, 470 if is_one else 640),
        memory=bench.memory,
        key="mail" if is_one else "mails",
        parent=bench.window,
    )


def _field(paper: Sendable, is_one: bool) -> str:
    return "address" if is_one else f"address_{paper.record}"


def _addresses(letters: Sequence[tuple[Sendable, Sheet]], start: str) -> list[Asked]:
    is_one = len(letters) == 1
    return [
        Asked(
            name=_field(paper, is_one),
            title=QT_TRANSLATE_NOOP("desk", "收件地址") if is_one else f"{paper.name} {paper.number}",
            required=is_one,
            start=start if is_one else next(iter(paper.addresses), ""),
            checks=(_address,),
            hint=paper.name if is_one else "",
            width=20,
            limit=LONGEST_ADDRESS,
            group="" if is_one else QT_TRANSLATE_NOOP("desk", "收件地址，空着就不发给这个人"),
            suggest=_known(paper.addresses),
        )
        for paper, _sheet in letters
    ]


def _words(start: Words) -> tuple[Asked, Asked]:
    group = QT_TRANSLATE_NOOP("desk", "邮件") if NAME_HERE in start.text else ""
    subject = Asked(
        name="subject",
        title=QT_TRANSLATE_NOOP("desk", "主题"),
        required=True,
        start=start.subject,
        width=30,
        limit=_SUBJECT_CHARS,
        group=group,
    )
    text = Asked(
        name="text",
        title=QT_TRANSLATE_NOOP("desk", "正文"),
        kind=Asks.LONG,
        start=start.text,
        limit=_TEXT_CHARS,
        lines=9,
        group=group,
    )
    return subject, text


def _explained(letters: Sequence[tuple[Sendable, Sheet]]) -> str:
    _paper, sheet = letters[0]
    if len(letters) == 1:
        size = f"{max(1, round(len(sheet.pdf) / _KB))} KB"
        how = (
            QT_TRANSLATE_NOOP("desk", "附件：{name}（{size}，打印留档的那一张）")
            if sheet.drawing is None
            else QT_TRANSLATE_NOOP("desk", "附件：{name}（{size}，还没有打印过，发送时留档）")
        )
        return shown(how, name=sheet.file_name, size=size)
    sizes = round(sum(len(each.pdf) for _paper, each in letters) / _KB)
    return shown(
        QT_TRANSLATE_NOOP(
            "desk",
            "共 {count} 封，每人一封，各附自己的那一张（共 {size} KB）。主题和正文里的{places}发送时换成各人的。",
        ),
        count=len(letters),
        size=sizes,
        places=f"{NAME_HERE}、{NUMBER_HERE}、{TITLE_HERE}",
    )


def _address(text: str) -> None:
    if text:
        checked_address(text)


def _known(addresses: Sequence[str]) -> Callable[[str], Sequence[str]]:
    return lambda typed: [address for address in addresses if address.startswith(typed)]
