"""A hand-kept directory taken over: whom it means, what it contradicts, what it writes, and the way back."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from desk_mailadmin.intake.directories.reader import DIRECTORY_LIMITS, directory_of_file
from desk_mailadmin.registers.directory_import.corrections import CorrectedReading
from desk_mailadmin.registers.directory_import.rules import Kind
from desk_mailadmin.registers.directory_import.service import Comparison, DirectoryImportService, Outcome, Taking
from tests.registers.builders import House

DATA = Path(__file__).parents[2] / "data" / "A"
DIRECTORY = DATA / "通讯录_第14版.xlsx"
TRUTH = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))["directory"]
RIGHTS = {"国内": "domestic", "国际": "international", "市话": "local", "内线": "inside"}
HEAD = "部门,姓名,职务,直线电话,分机,短号,手机,职级,长途权限,月话费额度,房间,备注"


def service(house: House) -> DirectoryImportService:
    found: DirectoryImportService = house.services["directory_import"]
    return found


def read(path: Path) -> CorrectedReading:
    return CorrectedReading(directory_of_file(path, DIRECTORY_LIMITS, None, lambda _fraction: None))


def table(folder: Path, *lines: str) -> CorrectedReading:
    path = folder / "通讯录.csv"
    path.write_text("\n".join((HEAD, *lines)), encoding="utf-8")
    return read(path)


def take_over(
    house: House, corrected: CorrectedReading, also: list[int] | None = None
) -> tuple[list[Comparison], Outcome]:
    compared = service(house).compare(corrected, also or [])
    return list(compared), service(house).take_over("通讯录.csv", compared, trunk=corrected.reading.trunk)


class TestTheTruth:
    def test_all_contradictions_are_found_and_no_other(self, office: House):
        corrected = read(DIRECTORY)
        rows = corrected.reading.rows
        found = [
            (str(one.kind), rows[one.row].row if one.row is not None else 0, office.staff.row(one.person or 0).emp_no)
            for one in service(office).conflicts(corrected)
        ]
        meant = [(one["kind"], one.get("row", 0), one["person"]["emp_no"]) for one in TRUTH["conflicts"]]
        assert sorted(found) == sorted(meant)
        assert len(found) == 22
        assert Counter(kind for kind, _row, _person in found) == TRUTH["conflict_counts"]

    def test_an_extension_given_twice_names_its_other_holder(self, office: House):
        corrected = read(DIRECTORY)
        twice = [one for one in service(office).conflicts(corrected) if one.kind is Kind.EXTENSION_TWICE]
        others = {office.staff.row(one.person or 0).name: office.staff.row(one.other or 0).name for one in twice}
        meant = [one for one in TRUTH["conflicts"] if one["kind"] == "extension_twice"]
        assert others == {one["person"]["name"]: one["other"]["name"] for one in meant}

    def test_the_lines_are_those_of_the_truth(self, office: House):
        corrected = read(DIRECTORY)
        unlisted = [one.person or 0 for one in service(office).conflicts(corrected) if one.kind is Kind.NOT_LISTED]
        _compared, outcome = take_over(office, corrected, unlisted)
        assert (outcome.lines, outcome.lines_changed) == (182 + 1, 0)
        lines = office.services["lines"]
        rows = {(row.branch, row.extension): row for row in lines.rows(lines.keys(_all()))}
        for line in TRUTH["lines"]:
            if line["listed"]:
                row = rows[line["branch"], line["ext"]]
                said = (row.number, row.short_number, row.name or row.label, row.quota_fen)
                number, short = (line["direct"] or "").replace("-", ""), line["short"] or ""
                assert said == (number, short, line["holder"], line["quota_fen"])
                assert row.rights_keys.rpartition(",")[2] == RIGHTS[line["ld_right"]]
        trunk = next(row for row in rows.values() if row.kind == "trunk")
        assert (trunk.number, trunk.branch) == ("057155510000", "总部")

    def test_nobody_is_lost_but_those_who_left(self, office: House):
        compared, outcome = take_over(office, read(DIRECTORY))
        assert Counter(one.taking for one in compared) == {Taking.NEW: 323, Taking.OUT: 5}
        assert (outcome.new, outcome.leaders) == (323, 4)
        listed = office.directory.listed()
        assert sum(row.is_shared for row in listed) == TRUTH["shared_rows"]
        assert len(listed) - TRUTH["shared_rows"] == TRUTH["person_rows"] - 5
        leaders = [row.name for row in listed if row.leader]
        assert leaders == ["唐磊", "董蕾艳", "刘喆", "孙娟莉"]

    def test_it_is_undone_as_one_and_taken_over_again_it_changes_nothing(self, office: House):
        corrected = read(DIRECTORY)
        departments = office.departments.names()
        _compared, outcome = take_over(office, corrected)
        again = service(office).compare(read(DIRECTORY))
        assert Counter(one.taking for one in again) == {Taking.SAME: 323, Taking.OUT: 5}
        office.desk.undo(outcome.batch)
        assert len(office.directory.listed()) == 0
        assert len(office.services["lines"].keys(_all())) == 0
        assert office.departments.names() == departments


def _all() -> object:
    from desk_mailadmin.kernel.table import Query

    return Query(segment="all")
