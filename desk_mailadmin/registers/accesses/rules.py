"""What an access to personal data may be."""

from __future__ import annotations

from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

SHOWN = State("shown", QT_TRANSLATE_NOOP("desk", "看全号码"), Tone.BLUE, "eye")
OPENED = State("opened", QT_TRANSLATE_NOOP("desk", "打开附件"), Tone.BLUE, "paperclip")
PRINTED = State("printed", QT_TRANSLATE_NOOP("desk", "打印"), Tone.GREY, "printer")
EXPORTED = State("exported", QT_TRANSLATE_NOOP("desk", "导出"), Tone.AMBER, "file-spreadsheet")
COPIED = State("copied", QT_TRANSLATE_NOOP("desk", "复制"), Tone.AMBER, "copy")
STATES = (SHOWN, OPENED, PRINTED, EXPORTED, COPIED)
