"""Regular expressions that are read when they are first used: reading ninety of them delayed every start (SPEED a)."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_USED = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "pattern", "flags")


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what ``re.compile`` would return, at less than a hundredth of its cost until it is used.

    A fault in the expression shows at its first use, as re.error.
    """
    return cast("re.Pattern[AnyStr]", _Late(source, flags))


class _Late:
    """Becomes the compiled expression's methods when it is first asked for one; from then on it costs no more."""

    def __init__(self, source: Any, flags: int) -> None:
        self._asked = source, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._asked)
        self.__dict__.update({each: getattr(compiled, each) for each in _USED})
        return getattr(compiled, name)
