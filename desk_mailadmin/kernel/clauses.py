"""Clauses of the five regulations: ids, short citations, and which of them the program meets."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

from msgspec import Struct

REGULATIONS = {
    "000": "邮件制度",
    "001": "信息规范",
    "002": "电话制度",
    "003": "电子沟通办法",
    "004": "集团邮件规定",
}
OWN_ADDITION = "本程序增设"
"""What stands where a demand comes from no regulation."""


def cite(clause: str) -> str:
    """Return a clause id as people read it: ``000/6.2`` → 邮件制度 6.2; anything else comes back unchanged."""
    regulation, _, article = clause.partition("/")
    return f"{REGULATIONS[regulation]} {article}" if article and regulation in REGULATIONS else clause


def cite_all(clauses: str) -> str:
    """Return several ids in one line: ``000/4.2, 000/6.1, 004/计划`` → 邮件制度 4.2、6.1；集团邮件规定 计划."""
    if not clauses:
        return OWN_ADDITION
    cited = (cite(clause).partition(" ") for clause in clauses.split(", "))
    by_regulation = groupby(cited, key=lambda parts: parts[0])
    return "；".join(f"{name} {'、'.join(article for *_, article in group)}".rstrip() for name, group in by_regulation)


class Demand(Struct, frozen=True):
    """One demand of the regulations: id (``M0-1``), clauses (``000/4.2, 000/6.1``), text, figure, kinds (R C M P K).

    An empty clause is an addition of this program. ``met_in`` says where the program meets the demand; empty means
    planned.
    """

    id: str
    clause: str
    text: str
    kinds: str
    met_in: str = ""
    number: str = ""


class LeftToPeople(Struct, frozen=True):
    """What the regulations ask of people and no program can do; named in the help, nothing more."""

    title: str
    clause: str
    text: str


def load_demands(path: Path) -> tuple[Demand, ...]:
    """Return every demand of the catalogue at ``path`` (``resources/clauses.toml``) in its order."""
    return tuple(Demand(**row) for row in _tables(path, "demand"))


def load_left_to_people(path: Path) -> tuple[LeftToPeople, ...]:
    """Return what the catalogue at ``path`` leaves to people."""
    return tuple(LeftToPeople(**row) for row in _tables(path, "left_to_people"))


def _tables(path: Path, name: str) -> list[dict[str, Any]]:
    import tomllib

    tables: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))[name]
    return tables
