"""The articles and acts that come with the program, as ``resources/rulebook/articles.toml`` holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from desk_mailadmin.registers.rulebook.rules import Act, Article, article_of


class Shipped(Struct, frozen=True):
    """The whole rulebook as shipped: articles in the order of proposal, acts in the order they are offered."""

    articles: tuple[Article, ...]
    acts: tuple[Act, ...]


def shipped(path: Path) -> Shipped:
    """Return what ``articles.toml`` at ``path`` holds; KeyError or ValueError where it is no rulebook."""
    import tomllib

    body: Mapping[str, Sequence[Mapping[str, Any]]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Shipped(tuple(map(article_of, body["article"])), tuple(map(_act, body["act"])))


def _act(plain: Mapping[str, Any]) -> Act:
    return Act(plain["key"], plain["title"], tuple(plain.get("asks", ())), plain.get("facts", ""))
