"""What a PIN may be, how long one waits after wrong ones, and what a recovery code looks like (SAFETY 5.8)."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

SHORTEST, LONGEST = 6, 12
FREE_TRIES = 5
WAITS = (60, 5 * 60, 30 * 60)
"""Seconds to wait after the fifth wrong PIN, the sixth, and each one after it."""

CODE_LENGTH, CODE_GROUP = 20, 5
CODE_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""What a recovery code is made of: no 0 and O, no 1 and I. Twenty of 32 signs are 100 bits."""

_LONGEST_PATTERN = 3


def checked_pin(pin: Secret, again: Secret) -> Secret:
    """Return a PIN that may be used; raise UserError naming the field (``pin``, ``again``) that cannot stand."""
    digits = pin.bare
    if not (digits.isascii() and digits.isdigit()):
        raise UserError(QT_TRANSLATE_NOOP("desk", "PIN 只用数字。"), field="pin")
    if not SHORTEST <= len(digits) <= LONGEST:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "PIN 要有 {least} 到 {most} 位数字。"), field="pin", least=SHORTEST, most=LONGEST
        )
    if is_trivial(digits):
        raise UserError(QT_TRANSLATE_NOOP("desk", "这个 PIN 一猜就中，换一个不连续、不重复的。"), field="pin")
    if pin != again:
        raise UserError(QT_TRANSLATE_NOOP("desk", "两次输入的 PIN 不一样。"), field="again")
    return pin


def is_trivial(digits: str) -> bool:
    """Say whether digits only repeat (111111, 121212, 123123) or count up or down (123456, 987654, 890123)."""
    repeats = any(digits == (digits[:size] * len(digits))[: len(digits)] for size in range(1, _LONGEST_PATTERN + 1))
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(digits)}
    return repeats or steps in ({1}, {9})


class Tries(Struct, frozen=True):
    """Wrong PINs in a row, and how long the machine had run at the last one, in seconds (a clock nobody can set)."""

    wrong: int = 0
    at: float = 0.0

    def failed(self, uptime: float) -> Tries:
        """Return the tries after one more wrong PIN."""
        return replace(self, wrong=self.wrong + 1, at=uptime)

    def wait(self, uptime: float) -> float:
        """Return the seconds that are still to be waited before the next try, 0 where it is free.

        Where the machine ran shorter than at the last try it was started anew since: what it has run by now is the
        least that went by. The clock on the wall is never asked.
        """
        if self.wrong < FREE_TRIES:
            return 0.0
        asked = WAITS[min(self.wrong - FREE_TRIES, len(WAITS) - 1)]
        passed = uptime - self.at if uptime >= self.at else uptime
        return max(0.0, asked - passed)


def check_wait(tries: Tries, uptime: float) -> None:
    """Raise UserError saying how long is to be waited, where a try is not free."""
    left = tries.wait(uptime)
    if left > 0:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "PIN 输错 {wrong} 次，要等 {minutes} 分钟再试。"),
            field="pin",
            wrong=tries.wrong,
            minutes=-int(-left // 60),
        )


def grouped(code: str) -> str:
    """Return a recovery code as it is printed: groups of five with a dash."""
    return "-".join(code[start : start + CODE_GROUP] for start in range(0, len(code), CODE_GROUP))


def typed_code(text: str) -> str:
    """Return a recovery code as it was typed, without dashes and spaces, in capitals; full width is understood."""
    import unicodedata

    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(sign for sign in plain if sign.isalnum())
