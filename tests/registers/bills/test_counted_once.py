"""Each line of overlapping bills counts once, whatever is voided, replaced, undone or imported again, in any order."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.bills.service import BillsService
from desk_mailadmin.store.database import execute
from tests.registers.billing import ONE, THREE, TWO, billed
from tests.registers.builders import House

FIXED = "计费号码,月租费,来电显示费\n057155511001,25.00,6.00"
RENT = 3100  # fen
FEES = {ONE: 22, TWO: 44, THREE: 56}  # fen


@pytest.fixture
def bills(house: House) -> BillsService:
    service: BillsService = house.services["bills"]
    return service


def counted(house: House) -> Counter[tuple[str, str]]:
    """How often each call of the desk counts, by its moment and number called."""
    return Counter(execute(house.desk.database, "SELECT started_at, called FROM call").fetchall())


def cost(house: House) -> int:
    sql = """
        SELECT coalesce(sum(number.calls_fen + number.rent_fen + number.caller_id_fen + number.other_fen), 0)
        FROM bill_number number JOIN bill ON bill.id = number.bill_id AND bill.state = 'in'
    """
    return int(execute(house.desk.database, sql).fetchone()[0])


def undo(house: House, words: str) -> None:
    house.desk.undo(next(one.seq for one in house.desk.undoable() if words in one.text))


def test_a_void_bill_does_not_come_back_beside_the_one_that_was_imported_in_its_place(
    house: House, bills: BillsService
) -> None:
    first = billed(house, ONE, TWO, FIXED, name="一.csv")
    bills.void(first, "导错了")
    billed(house, ONE, TWO, FIXED, name="一.csv")
    with pytest.raises(UserError, match=r"（2 次通话）已经由“一\.csv”计入"):
        undo(house, "账单作废")
    assert set(counted(house).values()) == {1}
    assert cost(house) == FEES[ONE] + FEES[TWO] + RENT


def test_nor_where_only_the_monthly_charges_are_the_same(house: House, bills: BillsService) -> None:
    first = billed(house, ONE, THREE, FIXED, name="一.csv")
    bills.void(first, "导错了")
    billed(house, TWO, FIXED, name="二.csv")
    with pytest.raises(UserError, match=r"（0 次通话）已经由“二\.csv”计入"):
        undo(house, "账单作废")
    assert cost(house) == FEES[TWO] + RENT


@pytest.mark.parametrize("how", ["void", "undo", "replace"])
def test_a_bill_on_which_another_one_counts_does_not_go_before_that_one(
    house: House, bills: BillsService, how: str
) -> None:
    """The second left its line out because the first held it; without the first nobody would pay for it."""
    first = billed(house, ONE, TWO, name="一.csv")
    second = billed(house, TWO, THREE, name="二.csv")
    deeds = {
        "void": lambda: bills.void(first, "导错了"),
        "undo": lambda: undo(house, "导入话费清单 一.csv"),
        "replace": lambda: billed(house, ONE, name="三.csv", replaced=frozenset({first})),
    }
    with pytest.raises(UserError, match=r"“二\.csv”里有 1 次通话或月租算在这份账单里"):
        deeds[how]()
    assert sorted(counted(house).values()) == [1, 1, 1]
    bills.void(second, "重新导入")
    bills.void(first, "导错了")
    billed(house, TWO, THREE, name="二.csv")
    assert cost(house) == FEES[TWO] + FEES[THREE]


def test_one_bill_may_take_the_place_of_both(house: House, bills: BillsService) -> None:
    first = billed(house, ONE, TWO, FIXED, name="一.csv")
    second = billed(house, TWO, THREE, FIXED, name="二.csv")
    billed(house, ONE, TWO, THREE, FIXED, name="全.csv", replaced=frozenset({first, second}))
    assert cost(house) == sum(FEES.values()) + RENT
    undo(house, "导入话费清单 全.csv")
    assert [row.id for row in bills.in_force()] == [first, second]
    assert cost(house) == sum(FEES.values()) + RENT


@pytest.mark.parametrize("seed", range(6))
def test_in_any_order_each_line_of_a_bill_in_force_counts_exactly_once(
    house: House, bills: BillsService, seed: int
) -> None:
    dice, parts, holds = random.Random(seed), (ONE, TWO, THREE), dict[int, Sequence[str]]()  # noqa: S311  (dice)
    for turn in range(25):
        try:
            match dice.choice(("take", "take", "replace", "void", "undo")):
                case "void" if bills.in_force():
                    bills.void(dice.choice(bills.in_force()).id, "导错了")
                case "undo" if units := [
                    one for one in house.desk.undoable() if "账单作废" in one.text or "导入" in one.text
                ]:
                    house.desk.undo(dice.choice(units).seq)
                case way:
                    lines = dice.sample(parts, dice.randint(1, 3))
                    known = [one.id for one in bills.in_force()]
                    replaced = dice.sample(known, min(len(known), 1)) if way == "replace" else []
                    record = billed(house, *lines, name=f"{turn}.csv", replaced=frozenset(replaced))
                    holds[record] = lines
        except UserError:
            pass  # refused: nothing was done
        force = [one.id for one in bills.in_force()]
        lines_in_force = {line for bill in force for line in holds[bill]}
        assert sorted(counted(house).values()) == [1] * len(lines_in_force)
        assert cost(house) == sum(FEES[line] for line in lines_in_force)
    assert house.desk.check() == ()
