"""The naming rule of mail addresses as data (004/第八条), and what may stand before the @."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from string import Formatter

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.names import Reading

LONGEST_LOCAL_PART = 64
"""Octets before the @ that RFC 5321 allows."""

RESERVED = frozenset(
    (
        "abuse",
        "admin",
        "administrator",
        "all",
        "anonymous",
        "bounce",
        "daemon",
        "everyone",
        "ftp",
        "guest",
        "help",
        "hostmaster",
        "info",
        "list",
        "listserv",
        "mail",
        "mailer-daemon",
        "mailer",
        "majordomo",
        "marketing",
        "nobody",
        "no-reply",
        "news",
        "noc",
        "noreply",
        "office",
        "operator",
        "postmaster",
        "root",
        "sales",
        "security",
        "service",
        "ssladmin",
        "staff",
        "support",
        "sysadmin",
        "system",
        "test",
        "usenet",
        "user",
        "uucp",
        "webadmin",
        "webmaster",
        "www",
    )
)
"""Names that belong to a role, never to a person (RFC 2142 and what mail systems use)."""

_PLACES = ("surname", "given", "surname_initials", "given_initials", "full", "full_initials")
_SAFE = regex(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_DIGITS = regex(r"\d+")


class NamingRule(Struct, frozen=True):
    """How a local part is made (004/第八条: the information department sets the rule, the administrator adjusts).

    ``pattern`` and ``fallbacks`` hold places ``{surname} {given} {surname_initials} {given_initials} {full}
    {full_initials}``; the separators stand in the pattern (``{surname}.{given}``). A taken name is tried with the
    fallbacks in turn, then with a number from ``first_number`` on, written after ``number_separator``.
    """

    pattern: str = "{surname}{given}"
    fallbacks: tuple[str, ...] = ()
    first_number: int = 2
    number_separator: str = ""

    def __post_init__(self) -> None:
        """Refuse a rule with an unknown place or none at all, so that a setting fails when it is typed."""
        for pattern in (self.pattern, *self.fallbacks):
            _check_pattern(pattern)


def base_name(rule: NamingRule, reading: Reading) -> str:
    """Return the local part the rule gives when nothing is taken.

    Raises UserError where a character has no known reading: the clerk must then type the address.
    """
    return _filled(rule.pattern, reading)


def proposals(rule: NamingRule, reading: Reading, taken: Callable[[str], bool], count: int = 3) -> list[str]:
    """Return up to ``count`` free local parts, the one the rule asks for first.

    ``taken`` must know active, disabled, alias and retained former addresses of all domains where the rule is to be
    unique. A reserved name counts as taken. Raises UserError as ``base_name`` does.
    """
    found: list[str] = []
    for name in _candidates(rule, reading, count):
        if name not in found and name not in RESERVED and _SAFE.fullmatch(name) and not taken(name):
            found.append(name)
        if len(found) == count:
            break
    return found


def check_local_part(text: str, *, personal: bool = True) -> str:
    """Return the local part as it is kept (lower case); raise UserError with the reason where it cannot be one.

    A mailbox that is not ``personal`` (a shared one) may have a reserved name.
    """
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    template = _objection(text.strip(), plain) or (_reserved(plain) if personal else "")
    if template:
        raise UserError(template, field="address", text=text, longest=LONGEST_LOCAL_PART)
    return plain


def _objection(typed: str, plain: str) -> str:
    if not plain:
        return QT_TRANSLATE_NOOP("desk", "邮箱名还没有填写。")
    if not plain.isascii() or not typed.isascii():
        return QT_TRANSLATE_NOOP("desk", "邮箱名“{text}”里有英文字母、数字以外的字，看着像也不能用。")
    if len(plain) > LONGEST_LOCAL_PART:
        return QT_TRANSLATE_NOOP("desk", "邮箱名最长 {longest} 个字符，“{text}”太长。")
    if ".." in plain:
        return QT_TRANSLATE_NOOP("desk", "邮箱名“{text}”里有两个相连的点。")
    if plain[0] in ".-_" or plain[-1] in ".-_":
        return QT_TRANSLATE_NOOP("desk", "邮箱名“{text}”的头尾应是字母或数字。")
    if not _SAFE.fullmatch(plain):
        return QT_TRANSLATE_NOOP("desk", "邮箱名“{text}”只能有小写字母、数字、点、横线和下划线。")
    return ""


def _reserved(plain: str) -> str:
    if plain not in RESERVED:
        return ""
    return QT_TRANSLATE_NOOP("desk", "“{text}”是留给系统和公用邮箱的名字，不能给个人。")


def _candidates(rule: NamingRule, reading: Reading, count: int) -> Iterator[str]:
    for pattern in (rule.pattern, *rule.fallbacks):
        yield _filled(pattern, reading)
    base = _filled(rule.pattern, reading)
    separator = rule.number_separator or ("-" if _DIGITS.fullmatch(base[-1:]) else "")
    room = LONGEST_LOCAL_PART - len(separator) - len(str(rule.first_number + 10_000))
    for number in range(rule.first_number, rule.first_number + 10_000 + count):
        yield f"{base[:room]}{separator}{number}"


def _filled(pattern: str, reading: Reading) -> str:
    if reading.unread:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "“{characters}”字没有读音，邮箱名要自己填写。"),
            field="address",
            characters="、".join(reading.unread),
        )
    name = pattern.format_map(_places(reading))
    name = re.sub(r"([._-])[._-]+", r"\1", name).strip("._-")
    return name[:LONGEST_LOCAL_PART].strip("._-")


def _places(reading: Reading) -> dict[str, str]:
    family, own = reading.surname_syllables, reading.given_pinyin
    ordered = own + family if reading.given_first else family + own
    return {
        "surname": "".join(family),
        "given": "".join(own),
        "surname_initials": _initials(family),
        "given_initials": _initials(own),
        "full": "".join(ordered),
        "full_initials": _initials(ordered),
    }


def _initials(syllables: tuple[str, ...]) -> str:
    return "".join(syllable[0] for syllable in syllables)


def _check_pattern(pattern: str) -> None:
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        raise _bad_pattern(pattern) from None
    places = [place for _, place, _, _ in parts if place is not None]
    fixed = "".join(text for text, _, _, _ in parts)
    plain = all(not spec and conversion is None for _, _, spec, conversion in parts)
    if not places or not plain or not set(places) <= set(_PLACES) or not re.fullmatch(r"[a-z0-9._-]*", fixed):
        raise _bad_pattern(pattern)


def _bad_pattern(pattern: str) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP("desk", "命名规则“{pattern}”写法不对，可用的部分：{places}。"),
        field="naming_rule",
        pattern=pattern,
        places="、".join(f"{{{place}}}" for place in _PLACES),
    )
