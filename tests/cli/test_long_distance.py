"""A hand-kept long-distance log taken over by the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Cli
from tests.desks import DATA, TODAY

LOG = DATA / "A" / "长途电话登记表_10月.xlsx"


def test_the_sample_log_goes_in_and_not_twice(command: Cli, tmp_path: Path):
    at = ("--desk", tmp_path / "office", "--today", TODAY)
    assert command("new", *at).code == 0
    said = command("import", "longdistance", LOG, "--dry-run", "--json", *at)
    assert said.json["counts"] == {"rows": 454, "known": 0}
    said = command("import", "longdistance", LOG, "--json", *at)
    assert said.code == 1, "nobody on this desk is known, which is told"
    assert {one["kind"] for one in said.json["faults"]} == {"incomplete", "phone-unknown", "person-unknown"}
    assert (said.json["counts"]["written"], said.json["counts"]["incomplete"]) == (454, 24)
    assert [one["kind"] for one in said.json["skipped"]] == ["title", "header", "signature"]
    listed = command("list", "longdistance", "--where", "state=incomplete", "--json", *at).rows
    assert len(listed) == 24
    assert {"on", "user", "dept", "extension", "number", "from", "to", "reason", "result", "state"} <= set(listed[0])
    again = command("import", "longdistance", LOG, *at)
    assert "以前有了 454" in again.out
