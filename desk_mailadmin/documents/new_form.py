"""A form of the office's own after the pattern of another: an id from its title, a free number, its own prefix."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import combinations

from desk_mailadmin.documents.form_checks import free_number
from desk_mailadmin.documents.form_text import form_text
from desk_mailadmin.documents.library import Library
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.names import is_han, syllable

_LONGEST_ID = 30
_RECORDED = "record"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def new_form_text(library: Library, pattern: str, title: str, code: str, prefix: str) -> str:
    """Return the form.toml of a new form made after ``pattern``, with that title, code and number prefix.

    ``prefix`` counts only where the pattern is a kind of application; the new kind then is only recorded when its last
    signature is there (what else happens is in the program). Raises UserError where all own numbers are taken.
    """
    number = free_number(library.form(form_id).spec.number for form_id in library.ids)
    if not number:
        raise UserError(QT_TRANSLATE_NOOP("desk", "本单位的表单号 90 到 99 都用完了。"))
    made = form_text(library.form(pattern).raw.decode("utf-8-sig")).with_head(
        id=new_id(title, {*library.ids, *library.own_ids}),
        title=title,
        code=code,
        rev="A/1",
        number=number,
        base_rev=None,
        base_sha256=None,
    )
    if made.application:
        made = made.with_application({**made.application.body, "prefix": prefix, "outcome": _RECORDED})
    return made.text


def new_id(title: str, taken: Iterable[str]) -> str:
    """Return an id after the title's pinyin that no other form has: 钥匙申请 → ``yao_shi_shen_qing``."""
    parts = [syllable(sign) if is_han(sign) else _letter(sign) for sign in unicodedata.normalize("NFKC", title)]
    read = "_".join(part for part in parts if part)[:_LONGEST_ID].strip("_")
    base = read if read[:1].isalpha() else f"form_{read}".strip("_")
    used = set(taken)
    return next(one for n in range(1, 1_000) if (one := base if n == 1 else f"{base}_{n}") not in used)


def free_prefix(title: str, taken: Iterable[str]) -> str:
    """Return two or three capital letters after the title that no other series has."""
    used = set(taken)
    initials = "".join(syllable(sign)[:1] if is_han(sign) else _letter(sign) for sign in title).upper()
    letters = [sign for sign in initials if sign in _LETTERS] or ["B"]
    wanted = [a + b for a, b in combinations(letters, 2)] + [a + b for a in letters for b in _LETTERS]
    return next((one for one in (*wanted, *(a + b for a in _LETTERS for b in _LETTERS)) if one not in used), "ZZZ")


def _letter(sign: str) -> str:
    return sign.lower() if sign.isascii() and sign.isalnum() else ""
