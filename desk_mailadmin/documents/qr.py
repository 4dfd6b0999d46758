"""QR codes as SVG text."""

from __future__ import annotations

import io
from functools import lru_cache


@lru_cache(maxsize=4)  # the copies of a paper follow one another
def qr_svg(digits: str) -> str:
    """Return the QR of ``digits`` as SVG, with two modules of margin and medium error correction.

    The mask is fixed: trying all eight costs more than drawing the sheet, and readers take any.
    """
    import segno

    out = io.BytesIO()
    segno.make(digits, error="m", micro=False, mask=3).save(out, kind="svg", border=2, scale=4, xmldecl=False)
    return out.getvalue().decode()
