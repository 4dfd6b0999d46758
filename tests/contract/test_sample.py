"""The sample company is fictional throughout, complete, and comes out of its script."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter

from openpyxl import load_workbook

from desk_mailadmin.intake.roster.reader import read_roster
from desk_mailadmin.registers.branches.rules import BranchEntry, ClientSettings, Server, checked
from installer.sample.company import ROSTER_DAY, UNITS, a_month_later, leavers_of, people
from installer.sample.make import NOVEMBER, OCTOBER, SAMPLE, TRUTH, stale

DESK = tomllib.loads((SAMPLE / "desk.toml").read_text(encoding="utf-8"))
EVERYBODY = [*people(), *leavers_of(people()), *a_month_later(people())]


def test_the_committed_files_come_out_of_the_script() -> None:
    assert stale(SAMPLE) == []


def test_nobody_and_nothing_in_it_is_real() -> None:
    assert all(re.fullmatch(r"154\d{8}", person.mobile) for person in EVERYBODY)
    addresses = [person.address for person in EVERYBODY if person.address]
    assert all(re.fullmatch(r"[a-z]+\d?@((hb|nl)\.)?chenghu\.example", address) for address in addresses)
    hosts = re.findall(r'(?:host|domain|webmail) = "([^"]+)"', (SAMPLE / "desk.toml").read_text(encoding="utf-8"))
    assert len(hosts) == 15
    assert all(host.endswith(".example") for host in hosts)


def test_numbers_and_addresses_are_given_once() -> None:
    october = people()
    assert len({person.number for person in october}) == len(october) == 120
    addresses = [person.address for person in october if person.address]
    assert len(set(addresses)) == len(addresses)


def test_the_truth_names_the_cells_that_are_wrong() -> None:
    truth = json.loads((SAMPLE / TRUTH).read_text(encoding="utf-8"))["october"]
    sheet = load_workbook(SAMPLE / OCTOBER)["花名册"]
    wrong = {fault["kind"]: sheet[f"{fault['column'] or 'C'}{fault['row']}"] for fault in truth["faults"]}
    assert wrong["missing-number"].value is None
    assert [row[0].value for row in sheet["B5:B124"]].count(wrong["duplicate-number"].value) == 2
    assert wrong["no-such-day"].value == "2025-02-30"
    assert len(wrong["short-mobile"].value) == 10
    assert wrong["left-by-strike"].font.strike
    assert wrong["left-by-colour"].fill.fgColor.rgb == "FFBFBFBF"
    assert sheet.row_dimensions[wrong["hidden-row"].row].hidden
    assert truth["active"] == sum(truth["active_by_branch"].values()) == truth["people"] - truth["left"]


def test_november_differs_by_who_joined_moved_and_left() -> None:
    truth = json.loads((SAMPLE / TRUTH).read_text(encoding="utf-8"))["november"]
    before = {person.number: person for person in people()}
    after = {person.number: person for person in a_month_later(people())}
    assert sorted(before.keys() - after.keys()) == truth["gone"]
    assert sorted(after[number].name for number in after.keys() - before.keys()) == sorted(truth["joined"])
    same = before.keys() & after.keys()
    assert sorted(number for number in same if before[number] != after[number]) == truth["moved"]
    assert load_workbook(SAMPLE / NOVEMBER)["花名册"].max_row == 4 + len(after) + 2


def test_the_settings_name_units_and_signers_of_the_roster_that_a_desk_accepts() -> None:
    names = {person.name for person in people()}
    assert [branch["name"] for branch in DESK["branch"]] == [unit.name for unit in UNITS]
    for branch, unit in zip(DESK["branch"], UNITS, strict=True):
        servers = {kind: Server(**branch[kind]) for kind in ("imap", "pop", "smtp")}
        client = ClientSettings(branch["domain"], branch["webmail"], **servers)
        signers = {key: branch[key] for key in ("head", "personnel", "mail_person")}
        entry = checked(BranchEntry(branch["name"], branch["kind"], client=client, **signers))
        assert entry.client.domain == unit.domain
        assert set(signers.values()) <= names
    assert DESK["settings"]["clerk"] in names


def test_the_reader_of_rosters_finds_exactly_what_the_truth_says() -> None:
    truth = json.loads((SAMPLE / TRUTH).read_text(encoding="utf-8"))["october"]
    reading = read_roster(SAMPLE / OCTOBER, today=ROSTER_DAY)
    staying = Counter(person.branch for person in reading.people if not person.left)
    assert len(reading.people) == truth["people"]
    assert staying == truth["active_by_branch"]
    assert sum(person.left for person in reading.people) == truth["left"]
    assert list(reading.namesakes) == truth["namesakes"]
    cells = {(fault.row, fault.column) for fault in reading.faults}
    assert cells == {(fault["row"], fault["column"]) for fault in truth["faults"] if fault["column"] in ("B", "I", "K")}
    seen = {(person.row, person.left_by) for person in reading.people if person.left and person.sheet == "花名册"}
    assert seen == {
        (fault["row"], {"colour": "fill"}.get(how, how))
        for fault in truth["faults"]
        if (how := fault["kind"].removeprefix("left-by-")) != fault["kind"]
    }
