"""After going back to a backup no case gets a number that stands on paper, and the month can be closed all the same."""

from __future__ import annotations

from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.month_checks import month_checks
from desk_mailadmin.recovery import also_told, go_back
from tests.registers.builders import House, open_house


def test_the_number_of_a_case_that_went_with_a_restore_stays_empty_and_hinders_no_closing(house: House) -> None:
    staff = house.person()
    first = house.issued(staff)
    backup = house.desk.backups.make("hand")
    gone = house.penalties.row(house.issued(house.person("程思思"))).number
    folder = house.desk.folder
    house.office.close()
    done = go_back(folder, backup, house.clock, reason="登记错了")
    ((told, values), *_rest) = also_told(done)
    assert "已经印在纸上，不再给出" in told
    assert gone in str(values["numbers"])
    again = open_house(folder)
    year, last = int(gone[3:7]), int(gone[-4:])
    assert again.penalties.row(again.issued(again.person("高丹"))).number == f"CF-{year}-{last + 1:04d}"
    assert again.penalties.missing_numbers(year) == []
    month = month_of(again.penalties.row(first).occurred_on)
    (numbers,) = [one for one in month_checks(again.office, month) if one.key == "numbers"]
    assert numbers.text.endswith("恢复备份时留空 1 个，日志里有")
    again.office.close()
