"""A small register's table, for the tests that print and export lists."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec import Struct

from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.kernel.table import Column, Kind, TableSpec


class Line(Struct, frozen=True):
    id: int
    number: str
    name: str
    dept: str
    fee: int | None
    state: str = "signing"
    on: date = date(2026, 11, 3)
    at: datetime = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
    times: int = 2
    mobile: str = "13817170137"
    ready: bool = True


SPEC: TableSpec[Line] = TableSpec(
    columns=(
        Column("state", "状态", lambda line: line.state, Kind.STATE, 4),
        Column("number", "编号", lambda line: line.number, Kind.CODE, 8),
        Column("name", "姓名", lambda line: line.name, width=5),
        Column("dept", "部门", lambda line: line.dept, width=10, stretch=True),
        Column("on", "日期", lambda line: line.on, Kind.DATE),
        Column("at", "时间", lambda line: line.at, Kind.MOMENT),
        Column("times", "次数", lambda line: line.times, Kind.COUNT, 3),
        Column("ready", "已到", lambda line: line.ready, Kind.FLAG, 3),
        Column("mobile", "手机", lambda line: line.mobile, Kind.CODE, personal=True),
        Column("fee_fen", "金额", lambda line: line.fee, Kind.MONEY),
        Column("inner", "内部", lambda line: line.id, Kind.COUNT, printed=False),
        Column("next", "下一步", lambda _line: "签字", Kind.NEXT_STEP),
    ),
    row_id=lambda line: line.id,
    headline=lambda line: (line.name, line.number),
    states=(State("signing", "待签字", Tone.AMBER, "pen"), State("void", "已作废", Tone.GREY, "ban")),
)


def lines(count: int) -> list[Line]:
    names = ("周文博", "欧阳思远", "王䶮")
    depts = ("国际业务部", "市场营销中心国际业务部（华东大区）")
    return [
        Line(n, f"YJ-2026-{n:04}", names[n % 3], depts[n * 2 // max(1, count + 1)], n * 137 if n % 5 else None)
        for n in range(1, count + 1)
    ]
