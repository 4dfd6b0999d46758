"""Chinese text that was read in the wrong encoding on its way here."""

from __future__ import annotations

_SHORTEST = 3
"""Two Chinese characters in UTF-8 are six bytes: three characters for whoever took them for GBK."""


def is_twice_decoded(text: str) -> bool:
    """Say whether a text is UTF-8 that somebody read as GBK: 张三 as 寮犱笁, 号码 as 鍙风爜.

    It is where its GBK bytes are UTF-8 that reads as Chinese characters alone, which hardly any real word is.
    """
    if len(text) < _SHORTEST:
        return False
    try:
        meant = text.encode("gb18030").decode("utf-8")
    except UnicodeError:
        return False
    return all("\u4e00" <= char <= "\u9fff" for char in meant)
