"""Accesses of every kind and destructions in every state, for the tests of what all registers promise."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desk_mailadmin.registers.purges.service import Approval, PurgesService
from desk_mailadmin.store.access_log import Access

if TYPE_CHECKING:
    from tests.registers.builders import House

LONG_AGO = datetime(2020, 1, 6, 9).astimezone()


def purges(house: House) -> PurgesService:
    service: PurgesService = house.services["purges"]
    return service


def stale_copy(house: House, name: str = "扫描件.pdf") -> Path:
    """A copy of an attachment that somebody opened years ago."""
    folder = house.desk.folder / "exports"
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_bytes(b"%PDF-1.4 copy of long ago")
    os.utime(file, (LONG_AGO.timestamp(), LONG_AGO.timestamp()))
    return file


def proposed(house: House) -> int:
    """A sheet that waits for its approval, by which a stale copy goes."""
    stale_copy(house)
    return purges(house).propose("年度到期清理")


def approval(house: House, name: str = "罗建华") -> Approval:
    return Approval(name, house.clock.today())


def destroyed(house: House) -> int:
    """A destruction that was approved and done."""
    record = proposed(house)
    purges(house).run(record, approval(house))
    return record


def fill_privacy(house: House) -> None:
    """Enter accesses of every kind and destructions in every state."""
    note = house.services["accesses"].note
    note(Access("shown", "staff", "周文博", "手机", record=1, kind="staff"))
    note(Access("opened", "staff", "周文博", "扫描件.pdf", record=1, kind="staff"))
    for what in ("printed", "exported", "copied"):
        note(Access(what, "staff", "人员", "姓名、手机", 30, reason="交财务对账", filtered_by="在职"))
    purges(house).void(proposed(house), "条数不对")
    destroyed(house)
    proposed(house)
