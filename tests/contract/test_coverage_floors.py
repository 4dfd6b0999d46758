"""The check that guards the checks: floors hold, and say which file fell below."""

from __future__ import annotations

import fnmatch

import pytest

from installer.coverage_floors import FLOORS, Floor, Measured, floors_at, measured_in, sort_into, told

REPORT = {
    "files": {
        "desk_mailadmin/kernel/money.py": {
            "summary": {"covered_lines": 9, "num_statements": 10, "covered_branches": 1, "num_branches": 2},
            "missing_lines": [7],
            "missing_branches": [[3, 7]],
        },
        "desk_mailadmin/ui/window.py": {
            "summary": {"covered_lines": 9, "num_statements": 10},
            "missing_lines": [7],
        },
        "desk_mailadmin/ui/__init__.py": {"summary": {"covered_lines": 0, "num_statements": 0}, "missing_lines": []},
    }
}


def test_lines_and_branches_count_together() -> None:
    money, empty, window = sorted(measured_in(REPORT), key=lambda file: (file.path.split("/")[1], file.path))
    assert (money.percent, money.missing) == (pytest.approx(100 * 10 / 12), ("7", "3->7"))
    assert (empty.percent, window.percent) == (100, 90)


def test_a_part_below_its_floor_is_told_with_its_file_and_lines() -> None:
    kernel, ui = Floor("kernel", ["desk_mailadmin/kernel/*"], 100), Floor("ui", ["desk_mailadmin/ui/*"], 85)
    sort_into([kernel, ui], measured_in(REPORT))
    assert [file.path for file in kernel.below()] == ["desk_mailadmin/kernel/money.py"]
    assert ui.below() == []
    lines = told([kernel, ui])
    assert lines[0].endswith("below")
    assert lines[1] == "    desk_mailadmin/kernel/money.py 83.3 %: 7, 3->7"
    assert lines[2].endswith("2 files  ok")


def test_where_each_file_must_keep_the_floor_a_good_neighbour_does_not_help() -> None:
    files = [Measured("a/rules.py", 100, 100), Measured("a/service.py", 98, 100)]
    together, each = Floor("a", ["a/*"], 99), Floor("a", ["a/*"], 99, each=True)
    together.measured, each.measured = files, files
    assert together.below() == []
    assert each.below() == [files[1]]


def test_a_file_of_no_part_and_a_part_of_no_files_are_faults() -> None:
    with pytest.raises(ValueError, match="belongs to no part"):
        sort_into([Floor("kernel", ["kernel/*"], 100)], [Measured("other.py", 1, 1)])
    assert told([Floor("kernel", ["kernel/*"], 100)])[0].endswith("empty")


def test_the_floors_cover_the_program_and_the_rules_stand_at_a_hundred() -> None:
    floors = floors_at(FLOORS)
    first = {
        path: next(floor.percent for floor in floors if floor.fits(path))
        for path in (
            "desk_mailadmin/kernel/money.py",
            "desk_mailadmin/language/names.py",
            "desk_mailadmin/registers/staff/rules.py",
            "desk_mailadmin/registers/staff/service.py",
            "desk_mailadmin/store/upgrades/step_001.py",
            "desk_mailadmin/app.py",
        )
    }
    assert list(first.values())[:4] == [100, 100, 100, 100]
    assert first["desk_mailadmin/store/upgrades/step_001.py"] >= 95
    assert first["desk_mailadmin/app.py"] > 0
    assert all(fnmatch.fnmatch("desk_mailadmin/x.py", pattern) for pattern in floors[-1].files)
