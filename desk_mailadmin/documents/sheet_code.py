"""The sixteen digits of a sheet's QR: which desk, form, year, serial and print it is, with two check digits.

Digits only, because a Chinese input method swallows the letters a scanner types.
"""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

LENGTH = 16
_MODULUS = 97
_LIMITS = {"desk": 100, "form": 100, "year": 100, "serial": 1_000_000, "print_no": 100}


class SheetCode(Struct, frozen=True):
    """What a sheet's code says: ``desk`` tag, ``form`` kind number, two-digit ``year``, ``serial``, ``print_no``.

    ValueError where a part does not fit its digits.
    """

    desk: int
    form: int
    year: int
    serial: int
    print_no: int = 1

    def __post_init__(self) -> None:
        for part, limit in _LIMITS.items():
            if not 0 <= getattr(self, part) < limit:
                raise ValueError(part)

    @property
    def digits(self) -> str:
        """Return the sixteen digits, the last two by ISO 7064 MOD 97-10."""
        body = f"{self.desk:02}{self.form:02}{self.year:02}{self.serial:06}{self.print_no:02}"
        return f"{body}{_MODULUS + 1 - int(body) * 100 % _MODULUS:02}"

    @classmethod
    def parse(cls, text: str) -> SheetCode:
        """Return the code that was scanned or typed (blanks and full-width digits are let through).

        Raises UserError where it is not sixteen digits or the check digits differ.
        """
        digits = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text))
        if not re.fullmatch(r"\d{16}", digits, re.ASCII):
            raise UserError(QT_TRANSLATE_NOOP("desk", "“{text}”不是表单上的 16 位码。"), text=text[:40])
        code = cls(*(int(digits[start:end]) for start, end in ((0, 2), (2, 4), (4, 6), (6, 12), (12, 14))))
        if code.digits != digits:
            raise UserError(QT_TRANSLATE_NOOP("desk", "“{text}”有一位不对，重新扫描或输入。"), text=digits)
        return code
