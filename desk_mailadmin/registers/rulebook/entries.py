"""What an office may decide of an article: its figures, its wording, whether it is in force; and what cannot stand."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.rulebook.rules import (
    DECISIONS,
    SANCTIONS,
    Article,
    Fine,
    Fixed,
    Multiple,
    Range,
    article_of,
    plain_of,
)

WORDS = (
    ("罚款", QT_TRANSLATE_NOOP("desk", "罚款")),
    ("经济处理", QT_TRANSLATE_NOOP("desk", "经济处理")),
    ("绩效扣减", QT_TRANSLATE_NOOP("desk", "绩效扣减")),
)
"""How an office may word a fine."""

MONEY_WORD = Setting(
    "penalties.money_word", "罚款", "罚款叫作", Group.PENALTIES, choices=WORDS,
    note="印在通知单和台账上；制度原文写“罚款”，各条也可以另定",
)  # fmt: skip
FINES = Setting(
    "penalties.fines", True, "按条款罚款", Group.PENALTIES,
    note="不勾选就不提出罚款金额；追缴话费、照价赔偿和其他处理照旧",
)  # fmt: skip
LOOK_BACK = Setting(
    "penalties.look_back_months", 0, "计次期", Group.PENALTIES, "000/6.2", "个月", least=0, most=600,
    note="数前几次违规时往回看多久，0 表示不限期；制度没有写，各条也可以另定",
)  # fmt: skip
SETTINGS = (MONEY_WORD, FINES, LOOK_BACK)

MOST_FEN = 100_000_000
"""No single fine is higher: a million yuan is a slip of the finger."""

MOST_TIMES = 1_000
LONGEST_STOP = 24
LONGEST_LOOK_BACK = 600
MOST_STEPS = 8
BY_GRAVITY = (*DECISIONS, "fine")


class Figures(Struct, frozen=True):
    """What the office decided of an article; months where it says so.

    ``look_back`` None follows the setting, 0 is unlimited; an empty ``word`` follows the setting.
    """

    fine: Fine | None = None
    ladder: tuple[str, ...] = ()
    gravity: tuple[str, ...] = ()
    stop_months: int = 0
    look_back: int | None = None
    word: str = ""
    active: bool = True


def figures_of(article: Article) -> Figures:
    """Return what a shipped article says itself."""
    return Figures(article.fine, article.ladder, article.gravity, article.stop_months, active=article.active)


def applied(article: Article, figures: Figures, *, word: str, look_back: int) -> Article:
    """Return an article as decided; ``word`` and ``look_back`` are the settings' for what was left open."""
    return replace(
        article,
        fine=figures.fine,
        ladder=figures.ladder,
        gravity=figures.gravity,
        stop_months=figures.stop_months,
        look_back=look_back if figures.look_back is None else figures.look_back,
        active=figures.active,
        word=figures.word or word,
    )


def figures_text(figures: Figures) -> str:
    """Return figures as the JSON text a version keeps."""
    plain: dict[str, Any] = asdict(figures)
    plain["fine"] = plain_of(Article("", "", "", (), figures.fine))["fine"]
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def figures_from(text: str) -> Figures:
    """Return the figures of a text made by ``figures_text``."""
    plain = json.loads(text)
    ladder, gravity = tuple(plain.pop("ladder")), tuple(plain.pop("gravity"))
    fine = article_of({"clause": "", "title": "", "text": "", "fine": plain.pop("fine")}).fine
    return Figures(fine, ladder, gravity, **plain)


def checked(figures: Figures) -> Figures:
    """Return the figures if they can stand; UserError naming the field that cannot."""
    _check_fine(figures.fine)
    _check_steps(figures.ladder, DECISIONS)
    _check_steps(figures.gravity, BY_GRAVITY)
    if figures.ladder and figures.gravity:
        raise UserError(QT_TRANSLATE_NOOP("desk", "分次处理和按情节处理只能用一种。"), field="steps")
    if not 0 <= figures.stop_months <= LONGEST_STOP:
        raise UserError(QT_TRANSLATE_NOOP("desk", "停机最多 {most} 个月。"), field="stop_months", most=LONGEST_STOP)
    if figures.look_back is not None and not 0 <= figures.look_back <= LONGEST_LOOK_BACK:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "计次期最多 {most} 个月，0 表示不限期。"),
            field="look_back",
            most=LONGEST_LOOK_BACK,
        )
    if figures.word and figures.word not in dict(WORDS):
        raise UserError(QT_TRANSLATE_NOOP("desk", "罚款不能叫作“{word}”。"), field="word", word=figures.word)
    return figures


def sanctions_of(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return the sanctions of a line as people write it, 降薪、降职、辞退; UserError for what is not ``known``."""
    by_title = {SANCTIONS[key]: key for key in known}
    words = [word for word in re.split(r"[、，,；;\s→]+", text) if word]
    for word in words:
        if word not in by_title:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "没有“{word}”这种处理；可以写：{known}。"),
                field="steps",
                word=word,
                known="、".join(by_title),
            )
    return tuple(by_title[word] for word in words)


def _check_fine(fine: Fine | None) -> None:
    match fine:
        case Fixed(fen):
            _check_sum(fen, 1, "fen")
        case Range(low, high):
            _check_sum(low, 1, "fen")
            _check_sum(high, 1, "high")
            if low > high:
                raise UserError(QT_TRANSLATE_NOOP("desk", "最高金额比最低金额小。"), field="high")
        case Multiple(times, plus):
            if not 1 <= times <= MOST_TIMES:
                raise UserError(
                    QT_TRANSLATE_NOOP("desk", "倍数是 1 到 {most} 之间的整数。"), field="times", most=MOST_TIMES
                )
            _check_sum(plus, 0, "fen")


def _check_sum(fen: int, least: int, field: str) -> None:
    if not least <= fen <= MOST_FEN:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "金额要大于 0，不超过 {most} 元。")
            if least
            else QT_TRANSLATE_NOOP("desk", "金额不能是负数，不超过 {most} 元。"),
            field=field,
            most=f"{MOST_FEN // 100:,}",
        )


def _check_steps(steps: tuple[str, ...], known: tuple[str, ...]) -> None:
    if len(set(steps)) != len(steps):
        raise UserError(QT_TRANSLATE_NOOP("desk", "同一种处理写了两次。"), field="steps")
    if len(steps) > MOST_STEPS:
        raise UserError(QT_TRANSLATE_NOOP("desk", "最多 {most} 级。"), field="steps", most=MOST_STEPS)
    for key in steps:
        if key not in known:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "“{title}”不能写在这里。"), field="steps", title=SANCTIONS.get(key, key)
            )
