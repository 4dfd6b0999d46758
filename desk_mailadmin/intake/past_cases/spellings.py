"""Which clause and which sanction an office means by its own words (``resources/rulebook/spellings.toml``)."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import Checked, EntryFault
from desk_mailadmin.language.numbers import is_blank, shortened

_TOKEN = re.compile(r"\d+|[零一二三四五六七八九十]+|咨", re.ASCII)
_HAN_DIGITS = str.maketrans("零一二三四五六七八九", "0123456789")
_TIMES = re.compile(r"第[一二三四五六七八九十\d]+次")
_OTHER_BOOK = re.compile(r"制度|规定|办法|手册|守则|条例|规范|规程|章程|合同|法")
_SEVERAL = re.compile(r"[、,;，；\n]|(?<=[\d)）条款项])[和及与]")


@dataclass(frozen=True)
class SpelledArticle:
    """An article: its id, the names that stand for the whole of it, and the words of facts that point to it."""

    clause: str
    names: tuple[str, ...]
    words: tuple[str, ...]

    @cached_property
    def regulation(self) -> str:
        """Return the regulation's number."""
        return self.clause.partition("/")[0]

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Return its place in the regulation: 15.一.3 → 15, 1, 3."""
        return numbers_in(self.clause.partition("/")[2])

    def told_by(self, facts: str) -> bool:
        """Say whether the facts point to it."""
        return any(word in facts for word in self.words)


@dataclass(frozen=True)
class Spellings:
    """What offices call the regulations, the articles and the sanctions."""

    regulations: tuple[tuple[str, tuple[str, ...]], ...]
    articles: tuple[SpelledArticle, ...]
    sanctions: tuple[tuple[str, re.Pattern[str]], ...]

    def clause(self, text: str, facts: str) -> Checked[str]:
        """Return the clause that a ledger means by ``text``; what it leaves open the facts may tell.

        Faults: ``clause-by-facts``, ``clause-two`` (with a value), ``clause-unclear``, ``clause-unknown``.
        """
        plain, told = "" if is_blank(text) else _plain(text), _plain(facts)
        named = self._several(plain, told)
        if len(named) > 1:
            template = QT_TRANSLATE_NOOP("desk", "“{text}”写了几条依据，累计次数按第一条 {clause}，核对一遍。")
            values = {"text": shortened(text), "clause": cite(named[0])}
            return Checked(named[0], EntryFault("clause-two", template, values))
        meant, sure = self._meant(plain, told)
        return self._found(meant[0], plain, text) if sure else Checked(None, _unknown(text, meant))

    def _several(self, plain: str, facts: str) -> Sequence[str]:
        """Return the clauses of a text that names more than one, each for itself (电话12.8、15.一.3)."""
        parts = [part for part in _SEVERAL.split(plain) if _TOKEN.search(part)]
        regulation = next((name for _, names in self.regulations for name in names if name in plain), "")
        found = [self._meant(part if regulation in part else regulation + part, facts) for part in parts]
        sure = all(sure for _, sure in found) and all(len(numbers_in(part)) > 1 for part in parts)
        return tuple(dict.fromkeys(clauses[0] for clauses, _ in found)) if sure else ()

    def _found(self, clause: str, plain: str, text: str) -> Checked[str]:
        """Return a clause; where the ledger gave neither number nor name of it, say that the facts told it."""
        if _TOKEN.search(plain) or self._named(plain):
            return Checked(clause)
        template = QT_TRANSLATE_NOOP("desk", "依据没有写到哪一条，按违规事实认作 {clause}，核对一遍。")
        return Checked(
            clause, EntryFault("clause-by-facts", template, {"text": shortened(text), "clause": cite(clause)})
        )

    def _meant(self, plain: str, facts: str) -> tuple[Sequence[str], bool]:
        """Return the clauses that may be meant, and whether it is sure that it is the first.

        A number without its chapter (第八条) means nothing by itself: the facts must bear it out.
        """
        if named := self._named(plain):
            return [named], True
        regulation, rest = self._regulation(plain)
        numbers = numbers_in(_TIMES.sub("", rest))
        if not regulation and (_OTHER_BOOK.search(rest) or (plain and not numbers)):
            return [], False
        articles = [one for one in self.articles if regulation in ("", one.regulation)]
        whole, parts = _fitting(articles, numbers) if numbers else ([], articles)
        told = [one.clause for one in (*whole, *parts) if one.told_by(facts)]
        if len(told) == 1:
            return told, True
        left = whole or parts if numbers else [one for one in parts if one.clause in told]
        complete = bool(whole) or (bool(regulation) and len(numbers) > 1)
        return [one.clause for one in left], len(left) == 1 and complete

    def _named(self, plain: str) -> str:
        """Return the clause that a name stands for, the longest name that fits."""
        fitting = [
            (len(name), one.clause) for one in self.articles for name in (one.clause, *one.names) if name in plain
        ]
        return max(fitting)[1] if fitting else ""

    def _regulation(self, plain: str) -> tuple[str, str]:
        """Return the regulation that is named, by its longest name, and the rest of the text."""
        fitting = [(len(name), name, number) for number, names in self.regulations for name in names if name in plain]
        if not fitting:
            return "", plain
        _, name, number = max(fitting)
        return number, plain.replace(name, " ", 1)

    @cached_property
    def sanction_keys(self) -> tuple[str, ...]:
        """Return the keys of all sanctions."""
        return tuple(key for key, _ in self.sanctions)


def load_spellings(folder: Path | None = None) -> Spellings:
    """Return the words of ``spellings.toml``."""
    path = (folder or asset_dir("resources") / "rulebook") / "spellings.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Spellings(
        tuple((one["id"], tuple(one["names"])) for one in data["regulation"]),
        tuple(
            SpelledArticle(one["clause"], tuple(one.get("names", ())), tuple(one.get("words", ())))
            for one in data["article"]
        ),
        tuple((one["key"], re.compile("|".join(one["words"]))) for one in data["sanction"]),
    )


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the numbers of a clause in digits: 第十五条(一)3 → 15, 1, 3."""
    return tuple(map(_digits, _TOKEN.findall(unicodedata.normalize("NFKC", text))))


def _digits(token: str) -> str:
    tens, ten, ones = token.translate(_HAN_DIGITS).partition("十")
    return str(int(tens or "1") * 10 + int(ones or "0")) if ten else tens.lstrip("0") or tens


def _fitting(
    articles: Sequence[SpelledArticle], numbers: tuple[str, ...]
) -> tuple[list[SpelledArticle], list[SpelledArticle]]:
    """Return the articles of these numbers, and those with a chapter or an item left out, or that hold it."""
    count = len(numbers)
    ways = (
        [one for one in articles if one.numbers[-count:] == numbers and len(one.numbers) > count],
        [one for one in articles if one.numbers[:count] == numbers and len(one.numbers) > count],
        [one for one in articles if numbers[: len(one.numbers)] == one.numbers and len(one.numbers) < count],
    )
    return [one for one in articles if one.numbers == numbers], next((found for found in ways if found), [])


def _unknown(text: str, candidates: Sequence[str]) -> EntryFault:
    if len(candidates) == 1:
        template = QT_TRANSLATE_NOOP("desk", "“{text}”可能是 {clauses}，从违规事实看不出来，写全才计入累计次数。")
        return EntryFault(
            "clause-unclear", template, {"text": shortened(text), "clauses": cite(candidates[0])}, cite(candidates[0])
        )
    if candidates:
        template = QT_TRANSLATE_NOOP("desk", "“{text}”可能是 {clauses}，分不清，改成其中一条才计入累计次数。")
        values = {"text": shortened(text), "clauses": "、".join(map(cite, candidates))}
        return EntryFault("clause-unclear", template, values)
    if is_blank(text):
        template = QT_TRANSLATE_NOOP("desk", "没有写依据，从违规事实也看不出是哪一条，补上依据才计入累计次数。")
        return EntryFault("clause-unknown", template)
    template = QT_TRANSLATE_NOOP("desk", "“{text}”不是规则库里的条款，照原文保留，不计入累计次数。")
    return EntryFault("clause-unknown", template, {"text": shortened(text)})


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
