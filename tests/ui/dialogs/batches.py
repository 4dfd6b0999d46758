"""Papers for the queue's tests, and a printer that takes, refuses, hangs or is gone as the test says."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.papers import Drawing
from desk_mailadmin.ui.dialogs.printing import PrinterGone, PrintOrder
from tests.papers.test_papers import application_drawing
from tests.registers.builders import DOMAIN, House

NAMES = ("周文博", "程思思", "李可", "王大力", "何静", "马力", "高原", "林森")


@dataclass
class FakePrinter:
    """Takes orders (``send``); refuses those whose title is in ``refuses``, every one while it is ``gone``."""

    orders: list[PrintOrder] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    gone: bool = False
    ready: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.ready.set()

    def __call__(self, order: PrintOrder) -> None:
        assert self.ready.wait(30)
        if self.gone:
            raise PrinterGone("“{title}”没有打印：打印机不在了。", title=order.title)
        if order.title in self.refuses:
            raise EnvironmentFault("“{title}”没有打印：{reason}。", title=order.title, reason="卡纸")
        self.orders.append(order)

    @property
    def titles(self) -> list[str]:
        return [order.title for order in self.orders]


def waiting(house: House, count: int) -> list[Drawing]:
    """Applications of several people, ready to be printed."""
    return [
        application_drawing(house, house.signing(house.person(name), f"person{n}@{DOMAIN}"))
        for n, name in enumerate(NAMES[:count])
    ]


def with_data(drawing: Drawing, **data: Any) -> Drawing:
    """The drawing with other data; drawn again, it has them still."""
    data = {**drawing.paper.data, **data}
    return replace(drawing, data={**drawing.data, **data}, paper=replace(drawing.paper, data=data))


LONG = "与各地供应商联系交货期，每天收发邮件约三十封。" * 90
UNPRINTABLE = "此\ue000字"
