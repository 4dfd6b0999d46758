"""Wicked PDFs and pictures as scans: the window lives, each is settled soon, kept or refused in one sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.documents import foreign_pdf
from desk_mailadmin.documents.foreign_pdf import count_pages
from desk_mailadmin.kernel.apart import Caps
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.ui.dialogs.message import Message, MessageKind
from desk_mailadmin.ui.dialogs.scan import Scan, pages_of_scan, pictures_of, scan_from_bytes
from desk_mailadmin.ui.dialogs.scan_zone import ScanZone
from tests.answering import AnsweringPrompter
from tests.faults.scale import times
from tests.hostile.misbehaving import crash, spin, swell
from tests.hostile.scans import SCANS, SEEN, pdf
from tests.hostile.test_books import spent
from tests.hostile.watching import Watch

SOON = 10.0
"""Seconds of processor: two drawings of a page of 200 million pixels are the most."""


def told(_done: int, _total: int) -> None: ...


@pytest.mark.parametrize("name", SCANS)
def test_it_is_kept_or_refused_in_one_sentence(name: str):
    before = spent()
    with Watch() as watch:
        try:
            scan = scan_from_bytes(name, SCANS[name])
        except UserError as refused:
            scan = None
            said = str(refused)
    took = spent() - before
    assert took < 2 * SOON
    assert watch.highest < foreign_pdf.SCAN_CAPS.memory
    if scan is None:
        assert name not in SEEN, said
        assert said.endswith("。")
        assert "Error" not in said
    else:
        assert scan.digits == ()
        assert scan.content == SCANS[name]


def test_taken_apart_and_looked_at_they_harm_nothing_either():
    for name in sorted(SCANS)[:: times(9, 1)]:
        scan = Scan(name, SCANS[name], 1, ())
        for deed in (lambda scan=scan: pages_of_scan(scan, told), lambda scan=scan: pictures_of(scan, 150, told)):
            try:
                assert deed() is not None
            except UserError as refused:
                assert name in str(refused) or "PDF" in str(refused)  # noqa: PT017  (either way is right)


def test_the_clerk_is_told_in_the_window_and_it_goes_on(qtbot: Any, tmp_path: Path):
    zone = ScanZone(lambda _digits: Message(MessageKind.OK, "二维码一致"), AnsweringPrompter())
    qtbot.addWidget(zone)
    zone.show()
    for name in ("claims-2-billion.png", "drawing.svg", "truncated.pdf"):
        (tmp_path / name).write_bytes(SCANS[name])
        zone.take_file(tmp_path / name)
        assert zone.scans == ()
        assert zone.trouble.message is not None
        assert zone.trouble.message.kind is MessageKind.ERROR
    (tmp_path / "好.pdf").write_bytes(pdf())
    zone.take_file(tmp_path / "好.pdf")
    assert [scan.name for scan in zone.scans] == ["好.pdf"]
    assert not zone.trouble.isVisible()


def test_time_and_memory_of_a_scan_are_capped():
    assert count_pages("好.pdf", pdf()) == count_pages("a.png", b"x") == 1
    with pytest.raises(UserError, match="超过 50 MB，没有收下"):
        count_pages("大.pdf", bytes(50 * 2**20 + 1))
    with pytest.raises(UserError, match="还没有读完，没有收下"):
        foreign_pdf.safely("慢.pdf", spin, caps=Caps(seconds=1, memory=1024))
    with pytest.raises(UserError, match="展开后过大，没有收下"):
        foreign_pdf.safely("大.pdf", swell, caps=Caps(seconds=20, memory=1024))
    with pytest.raises(UserError, match="内容不正常，没有收下"):
        foreign_pdf.safely("坏.pdf", crash)
