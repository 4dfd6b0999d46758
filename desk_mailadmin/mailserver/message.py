"""One mail with its sheet: what stands in it, and its bytes as they go over the line."""

from __future__ import annotations

import re
import uuid
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from msgspec import Struct

from desk_mailadmin.kernel.entered import checked_line, checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.mailserver.server import LONGEST_NAME, MailServer, checked_address

LONGEST_SUBJECT = 200
LONGEST_TEXT = 5000
_LONGEST_ID_DOMAIN = 30
"""A Message-ID must stand on one line of 78 characters; a longer domain gives way to its end."""
_MESSAGE_ID = re.compile(r"<[0-9a-f]{32}@[A-Za-z0-9.-]{1,30}>")
_NOT_IN_A_FILE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class Letter(Struct, frozen=True):
    """What is sent: to whom, the words, and the sheet; ``message_id`` was kept before anything is sent."""

    address: str
    name: str
    subject: str
    text: str
    message_id: str
    file_name: str = ""
    pdf: bytes = b""


def new_message_id(sender: str) -> str:
    """Return a Message-ID that was never given before, in the sender's domain."""
    domain = sender.rpartition("@")[2][-_LONGEST_ID_DOMAIN:].lstrip(".-")
    return f"<{uuid.uuid4().hex}@{domain}>"


def checked_letter(letter: Letter) -> Letter:
    """Return the letter cleaned; raise UserError naming the field that cannot stand."""
    if _has_line_end(letter.subject) or _has_line_end(letter.name):
        raise UserError(QT_TRANSLATE_NOOP("desk", "主题和收件人只能写一行。"), field="subject")
    subject = checked_line(letter.subject, QT_TRANSLATE_NOOP("desk", "主题"), "subject", LONGEST_SUBJECT)
    if not subject:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有填写主题。"), field="subject")
    return Letter(
        checked_address(letter.address),
        checked_line(letter.name, QT_TRANSLATE_NOOP("desk", "收件人"), "name", LONGEST_NAME),
        subject,
        checked_text(letter.text, QT_TRANSLATE_NOOP("desk", "正文"), "text", LONGEST_TEXT),
        letter.message_id,
        _NOT_IN_A_FILE_NAME.sub("_", letter.file_name),
        letter.pdf,
    )


def written(letter: Letter, server: MailServer, when: datetime) -> bytes:
    """Return the mail's bytes, every line ended by CRLF; raise UserError where an entry cannot stand in a mail.

    A Message-ID of another shape is a bug and raises ValueError: it decides whether a mail was sent before.
    """
    if not _MESSAGE_ID.fullmatch(letter.message_id):
        raise ValueError(letter.message_id)
    letter, server = checked_letter(letter), server.checked()
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(server.sender_name, addr_spec=server.sender)
    message["To"] = Address(letter.name, addr_spec=letter.address)
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(when)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "no"
    message.set_content(f"{letter.text}\n", charset="utf-8", cte="base64")
    if letter.pdf:
        message.add_attachment(letter.pdf, maintype="application", subtype="pdf", filename=letter.file_name)
    return message.as_bytes()


def _has_line_end(text: str) -> bool:
    return len(text.strip().splitlines()) > 1
