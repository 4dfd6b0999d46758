from __future__ import annotations

from pathlib import Path

import pytest

from desk_mailadmin.catalogue import ALL_REGISTERS
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.settings import CLERK
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.office import create_office, default_folder, open_office, view_backup
from tests.registers.builders import CLERK_NAME, TODAY, new_house


def test_a_new_desk_has_every_register_empty_and_papers_beside_them(tmp_path: Path):
    office = create_office(tmp_path / "desk", StillClock.on(TODAY))
    assert set(office.services) == {register.key for register in ALL_REGISTERS} | {
        "papers",
        "months",
        "roster",
        "past_cases",
        "directory_import",
    }
    kept = [register.key for register in ALL_REGISTERS if register.models]
    assert {key: len(office.services[key].keys(Query())) for key in kept} == dict.fromkeys(kept, 0)
    assert office.services["papers"] is office.papers
    assert office.desk.who == ""
    office.close()


def test_what_was_written_is_there_when_the_desk_opens_again_by_folder_or_file(tmp_path: Path):
    house = new_house(tmp_path / "desk")
    house.closed()
    house.office.close()
    for place in (tmp_path / "desk", tmp_path / "desk" / "desk.maildesk"):
        stages: list[str] = []
        office = open_office(place, StillClock.on(TODAY), progress=stages.append)
        assert office.desk.who == CLERK_NAME == office.desk.settings.value(CLERK)
        (row,) = office.services["applications"].rows(office.services["applications"].keys(Query()))
        assert (row.number, row.state) == ("YJ-2026-0001", "closed")
        assert office.desk.check() == ()
        office.close()


def test_changes_reach_who_listens(tmp_path: Path):
    house = new_house(tmp_path / "desk")
    house.person()
    assert house.announced == ["staff"]
    house.office.close()


def test_a_desk_is_not_made_twice_nor_found_where_none_is(tmp_path: Path):
    create_office(tmp_path / "desk", StillClock.on(TODAY)).close()
    with pytest.raises(UserError):
        create_office(tmp_path / "desk", StillClock.on(TODAY))
    with pytest.raises(EnvironmentFault):
        open_office(tmp_path / "nowhere", StillClock.on(TODAY))


def test_a_desk_that_is_open_is_not_opened_again(tmp_path: Path):
    office = create_office(tmp_path / "desk", StillClock.on(TODAY))
    with pytest.raises(EnvironmentFault):
        open_office(tmp_path / "desk", StillClock.on(TODAY))
    office.close()
    office.close()
    open_office(tmp_path / "desk", StillClock.on(TODAY)).close()


def test_without_a_choice_the_desk_stands_in_the_platforms_data_folder():
    assert default_folder().name == "desk"
    assert default_folder().parent.name == "desk_mailadmin"


def test_a_copy_that_was_looked_at_goes_when_it_is_closed(tmp_path):
    office = create_office(tmp_path / "desk", StillClock.on(TODAY))
    office.desk.backups.make("hand")
    office.close()
    viewed = view_backup(tmp_path / "desk", StillClock.on(TODAY), tmp_path / "view")
    assert viewed.desk.view_only
    assert viewed.services["staff"].keys(Query()).tolist() == []
    viewed.close()
    assert not (tmp_path / "view").exists()
    assert (tmp_path / "desk" / "desk.maildesk").exists()
