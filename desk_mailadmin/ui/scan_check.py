"""What the codes read from a scan or by the scanner mean for the sheet in hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.papers import Papers
from desk_mailadmin.ui.dialogs.message import Message, MessageKind, ok, warning
from desk_mailadmin.ui.shown import said


def judge_codes(bench: Any, codes: Sequence[str], number: str) -> Message:
    """Compare the codes on a scan with the paper that bears ``number``: the same, none found, or another sheet."""
    papers: Papers = bench.services["papers"]
    found = []
    for digits in codes:
        try:
            found.append(papers.number_of(digits))
        except UserError as error:
            return Message(MessageKind.ERROR, said(error))
    if number in found:
        return ok(_tr("二维码一致"))
    if found:
        return Message(MessageKind.ERROR, _tr("这张是 {other}，不是 {number}。").format(other=found[0], number=number))
    return warning(_tr("没有读到二维码，核对一下是不是这一张。"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ScanCheck", text)
