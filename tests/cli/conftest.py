"""A desk to command, and the commands' answers as one value."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.cli.main import run
from tests.desks import TODAY, staffed_desk

APPLICATION = {
    "emp_no": "CH0065",
    "phone": "8048",
    "address": "chj@chenghu.example",
    "rights": ["内部收发", "互联网收发"],
    "quota_mb": 10,
    "reason": "与供应商联系",
}


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        body: dict[str, Any] = json.loads(self.out)
        return body

    @property
    def rows(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.json["rows"]
        return rows

    def refused(self) -> str:
        """The one sentence of a refusal; everything else about a refusal is asserted here."""
        assert self.code == 2, self
        assert self.out == ""
        assert len(self.err.splitlines()) == 1
        assert "Traceback" not in self.err
        return self.err.strip()


Cli = Callable[..., Said]


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    return staffed_desk(tmp_path_factory.getbasetemp(), tmp_path / "desk")


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run a command as typed."""

    def typed(*arguments: object) -> Said:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return typed


@pytest.fixture
def cli(command: Cli, desk: Path) -> Cli:
    """Run a command on the desk, on the tests' day."""
    return lambda *arguments: command("--desk", desk, "--today", TODAY, *arguments)


@pytest.fixture
def data_file(tmp_path: Path) -> Callable[..., Path]:
    """A file of plain data for ``record``."""

    def make(**changes: Any) -> Path:
        path = tmp_path / "data.json"
        path.write_text(json.dumps({**APPLICATION, **changes}, ensure_ascii=False), encoding="utf-8")
        return path

    return make


@pytest.fixture
def application(cli: Cli, data_file: Callable[..., Path]) -> str:
    """The number of an application that waits for its signatures."""
    said = cli("record", "application", "--data", data_file())
    assert said.code == 0, said
    return said.out.strip()


@pytest.fixture
def opened(cli: Cli, application: str) -> tuple[str, str]:
    """The numbers of an application whose account is open, and of its receipt."""
    for role in ("applicant", "department_manager", "office"):
        assert cli("sign", application, role, "--by", "江文清").code == 0
    return application, cli("open", application).out.strip()
