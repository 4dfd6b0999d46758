"""QR codes as SVG text."""

from __future__ import annotations

import io


def qr_svg(digits: str) -> str:
    """Return the QR of ``digits`` as SVG, with one module of margin and medium error correction."""
    import segno

    out = io.BytesIO()
    segno.make(digits, error="m", micro=False).save(out, kind="svg", border=2, scale=4, xmldecl=False)
    return out.getvalue().decode()
