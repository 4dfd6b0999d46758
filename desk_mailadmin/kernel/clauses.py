"""Clauses of the five regulations: ids, short citations, and which of them the program meets."""

from __future__ import annotations

from dataclasses import dataclass

REGULATIONS = {
    "000": "邮件制度",
    "001": "信息规范",
    "002": "电话制度",
    "003": "电子沟通办法",
    "004": "集团邮件规定",
}


def cite(clause: str) -> str:
    """Return a clause id as people read it: ``000/6.2`` → 邮件制度 6.2; anything else comes back unchanged."""
    regulation, _, article = clause.partition("/")
    return f"{REGULATIONS[regulation]} {article}" if article and regulation in REGULATIONS else clause


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand of the regulations: id (``M0-1``), clause, text, kinds (R C M P K).

    ``met_in`` says where the program meets it; empty means planned.
    """

    id: str
    clause: str
    text: str
    kinds: str
    met_in: str = ""
