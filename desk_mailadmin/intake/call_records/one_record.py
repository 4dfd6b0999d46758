"""One line of an exchange's call record: Asterisk's Master.csv, with or without a line of titles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_mailadmin.intake.bills.cells import CellReader
from desk_mailadmin.intake.bills.one_call import Wrong
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.calls import LONGEST_CALL, dialled
from desk_mailadmin.language.numbers import shortened

COLUMNS = (
    "accountcode", "src", "dst", "dcontext", "clid", "channel", "dstchannel", "lastapp", "lastdata", "start", "answer",
    "end", "duration", "billsec", "disposition", "amaflags", "uniqueid",
)  # fmt: skip
"""Asterisk's columns in their order; a line may have ``userfield`` and more behind them."""

TITLES: Mapping[str, str] = {
    "src": QT_TRANSLATE_NOOP("desk", "主叫"),
    "dst": QT_TRANSLATE_NOOP("desk", "被叫"),
    "dcontext": QT_TRANSLATE_NOOP("desk", "呼叫方向"),
    "channel": QT_TRANSLATE_NOOP("desk", "主叫线路"),
    "dstchannel": QT_TRANSLATE_NOOP("desk", "被叫线路"),
    "start": QT_TRANSLATE_NOOP("desk", "开始时间"),
    "answer": QT_TRANSLATE_NOOP("desk", "接通时间"),
    "billsec": QT_TRANSLATE_NOOP("desk", "通话秒数"),
    "disposition": QT_TRANSLATE_NOOP("desk", "结果"),
}
"""What the program calls the columns it uses."""

IN, OUT, INTERNAL = "in", "out", "internal"
DIRECTIONS = (IN, OUT, INTERNAL)
_NEEDED = ("src", "dst", "start", "billsec", "disposition")
_FROM_OUTSIDE = re.compile(r"trunk|pstn|incoming|inbound|from-(?:did|zaptel|dahdi|outside|external)", re.IGNORECASE)
_TRUNK = re.compile(r"(?:dahdi|zap|misdn|vpb|khomp|srx|chan_ss7)/|/[^/]*(?:trunk|gw|gateway|pstn)", re.IGNORECASE)
_LONGEST_EXTENSION = 6
_WORD = re.compile(r"[A-Z][A-Z ]{1,23}")

Record = tuple[int, str, str, str, str, str | None, int, str]
"""Line, extension, other party, direction, start, answer, seconds spoken, disposition."""


@dataclass(frozen=True)
class RecordReader:
    """Reads the lines of one file; ``access`` is the digit that is dialled for an outside line."""

    reader: CellReader
    access: str
    places: Mapping[str, int]

    def record(self, row: int, cells: Sequence[str]) -> Record | Wrong:
        """Return a line's call, or what is wrong with it."""
        if len(cells) <= max(self.places[name] for name in _NEEDED):
            template = QT_TRANSLATE_NOOP("desk", "这一行不完整（断在“{text}”），没有读；从交换机重新导出一份。")
            return Wrong("", "row-truncated", template, {"text": shortened(str(cells[-1])) if cells else ""})
        started = self.reader.instant(self._cell(cells, "start"))
        if started is None:
            template = QT_TRANSLATE_NOOP("desk", "开始时间“{text}”不能用，这一行没有读。")
            return Wrong("start", "time-odd", template, {"text": shortened(self._cell(cells, "start"))})
        seconds = _seconds(self._cell(cells, "billsec"))
        if seconds is None:
            template = QT_TRANSLATE_NOOP("desk", "通话秒数“{text}”不能用，这一行没有读。")
            return Wrong("billsec", "length-odd", template, {"text": shortened(self._cell(cells, "billsec"))})
        extension, other, direction = self._parties(cells)
        if not extension:
            template = QT_TRANSLATE_NOOP("desk", "看不出是哪个分机，这一行没有读。")
            return Wrong("src", "extension-missing", template, {})
        answered = self.reader.instant(self._cell(cells, "answer"))
        said = self._cell(cells, "disposition").strip().upper()
        return row, extension, other, direction, started, answered, seconds, said if _WORD.fullmatch(said) else ""

    def _parties(self, cells: Sequence[str]) -> tuple[str, str, str]:
        """Return the extension, the other party (without the access digit) and the direction."""
        source, target = dialled(self._cell(cells, "src")), dialled(self._cell(cells, "dst"))
        channel, target_channel = self._cell(cells, "channel"), self._cell(cells, "dstchannel")
        if _FROM_OUTSIDE.search(self._cell(cells, "dcontext")) or _TRUNK.search(channel):
            return target, source, IN
        outside = self.access and target.startswith(self.access) and not source.startswith(self.access)
        if _TRUNK.search(target_channel) or (outside and not target_channel) or len(target) > _LONGEST_EXTENSION:
            return source, target.removeprefix(self.access) if outside else target, OUT
        return source, target, INTERNAL

    def _cell(self, cells: Sequence[str], name: str) -> str:
        at = self.places.get(name, -1)
        return str(cells[at]) if 0 <= at < len(cells) else ""


def places_of(cells: Sequence[str]) -> Mapping[str, int] | None:
    """Return where the columns stand by a line of Asterisk's titles; None where the line is none."""
    found = {str(cell).strip().lower(): at for at, cell in enumerate(cells)}
    found = {"start": found.get("calldate", -1), **found} if "calldate" in found else found
    return {name: found[name] for name in COLUMNS if name in found} if set(_NEEDED) <= found.keys() else None


def is_record(cells: Sequence[str]) -> bool:
    """Say whether a line without titles has the shape of Asterisk's record: a disposition in its place."""
    known = {"ANSWERED", "NO ANSWER", "BUSY", "FAILED", "CONGESTION"}
    at = COLUMNS.index("disposition")
    return len(cells) >= len(COLUMNS) - 1 and str(cells[at]).strip().upper() in known


def _seconds(text: str) -> int | None:
    plain = text.strip()
    found = int(plain) if plain.isdigit() and plain.isascii() and len(plain) < 10 else None  # noqa: PLR2004  (a number that fits)
    return found if found is not None and found <= LONGEST_CALL else None
