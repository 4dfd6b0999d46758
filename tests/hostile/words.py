"""What people, or other programs, put into a search box, a filter or a field: SAFETY 4.6 and 4.7."""

from __future__ import annotations

import unicodedata

NOWHERE = "zqxjzq"
"""Letters that stand in no record of the tests."""

BLANK = ("", " ", "\t", "\u3000", "\n", "\u00a0", " \u3000 \t")
"""Nothing is asked: everything is shown."""

_SIGNS = (
    *"'\"%_*-()[]{}:^~+=<>|&!?#@$\\/;,.`´¨",
    "''", '""', "%%", "__", "**", "--", "/*", "*/", "()", "(((", ")))", "{}", "{0}", "{{x}}", "^^", "...", "！", "？", "《》",
    "￥", "％", "＿", "\0", "\0\0", "\x01", "\x1f", "\x7f", "\u200b", "\u202e", "\ufeff", "\ufffd", "\ufffe", "\uffff",
    "\ud800", "\udfff", "\ud83d", "\U0010ffff", "😀", "👨‍👩‍👧", "\u0301", "\u20dd", "”", "…", "—", "·", "、", "，。", "'" * 199, '"' * 199,
    "%" * 60_000, "(" * 5_000, "\n\r", "\u2028", "\u2029",
)  # fmt: skip

_COMMANDS = (
    "'; drop table staff; --", "'; DROP TABLE application;--", "' OR '1'='1", "' OR 1=1 --", '" OR ""="', "1; SELECT 1",
    "x' UNION SELECT * FROM staff --", "'||(SELECT 1)||'", "%' OR name LIKE '%", "\\' OR 1=1 --", "admin'--", "')) OR (('1'='1",
    "NEAR(", "NEAR(a b, 2)", '"a" NEAR "b"', "a AND", "AND a", "OR", "NOT", "NOT a", "a NOT", "AND AND", "a OR b", "a*", "*a", "a**",
    "name:", "name:a", "rowid:1", "grams1:张", "words:", "{words grams1}:a", "^a", '"a', 'a"', "-a", "+a", "a^", "col : a", "- words : a",
    "words MATCH 'a'", "MATCH", "rank", "bm25(search_staff)", "rowid > 0", "search_staff", "%_%", "_%_", "[a-z]", "[^a]", "?*", "GLOB '*'",
    "(case when (select count(*) from staff) > 0 then 1 else 2 end)", "{value}", "{today}", "?1", ":name", "@p", "$x",
    "../../../etc/passwd", "C:\\Windows\\x", "<script>alert(1)</script>", "javascript:alert(1)", "=cmd|' /C calc'!A0",
    "%n%s%x", "%00", "\\x00", "\\u0000", "${jndi:ldap://x}", "$(id)", "`id`", "{{7*7}}", "NaN", "Infinity", "1e309", "-0", "0x10",
    "true", "null", "None", "undefined", "1_000", "٣", "१२३", "½", "①②", "㊀", "ⅷ", "ǅ", "ﬁ", "ß", "İ", "ı", "ſ", "ά", "Å", "e\u0301",
    "⼄", "䶮", "𠮷", "㐀", "〇", "ゟ", "한", "ที่", "नमस्ते", "ʰ", "ᾳ", "ﷺ", "a\u0300" * 200, "字" * 60_000, "a" * 60_000,
    "1" * 60_000, "a b " * 20_000, " ".join("abcdefghijklmnopqrstuvwxyz"), "\ud800张", "张\0三", "\0张", "a\ud800b",
)  # fmt: skip

ASKED = (
    *_SIGNS,
    *_COMMANDS,
    *(f"{NOWHERE}{sign}" for sign in _SIGNS[:30]),
    *(f"{sign} {NOWHERE}" for sign in _COMMANDS[:30]),
)
"""More than two hundred; the last are asked together with letters that are nowhere, so that nothing may be found."""


def letters_of(text: str) -> str:
    """The letters and digits of a text, which are all that can be looked for."""
    folded = unicodedata.normalize("NFKC", text[:200])
    return "".join(char for char in folded if unicodedata.category(char)[0] in "LN")


def is_bare(text: str) -> bool:
    """Say whether a text holds no letter and no digit: nothing can be found by it."""
    return not letters_of(text)
