"""Wicked PDFs and pictures, made when a test wants them: what may be dropped as a scan."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int, height: int, pixels: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(pixels, 1)) + _chunk(b"IEND", b"")
    )


def pdf(page: bytes = b"", objects: bytes = b"", kids: bytes = b"3 0 R", count: int = 1) -> bytes:
    """A PDF of one page, without the table of its objects: PDFium builds that by itself."""
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids["
        + kids + b"]/Count %d>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]" % count
        + page + b">>endobj\n" + objects + b"trailer<</Root 1 0 R>>\n%%EOF\n"
    )  # fmt: skip


def _stream(number: int, head: bytes, content: bytes) -> bytes:
    return b"%d 0 obj<<%s/Length %d>>stream\n%s\nendstream endobj\n" % (number, head, len(content), content)


_BOMB = zlib.compress(b"q " * 2**24, 9)
_IMAGE = (
    b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
)
_DRAWS = b"/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>"

SCANS: Mapping[str, bytes] = {
    "empty.pdf": b"",
    "head-only.pdf": b"%PDF-1.7\n",
    "truncated.pdf": pdf()[:120],
    "no-pages.pdf": pdf(kids=b"", count=0),
    "pages-of-itself.pdf": pdf(kids=b"2 0 R", count=2_000_000_000),
    "a-million-pages-claimed.pdf": pdf(count=1_000_000),
    "as-wide-as-the-sea.pdf": pdf(b"/MediaBox[0 0 1e9 1e9]"),
    "no-size.pdf": pdf(b"/MediaBox[0 0 0 0]"),
    "backwards.pdf": pdf(b"/MediaBox[900 900 -900 -900]"),
    "nan.pdf": pdf(b"/MediaBox[nan inf 1e999 -1e999]"),
    "nested.pdf": pdf(b"/X" + b"[" * 50_000 + b"]" * 50_000),
    "bomb-of-drawing.pdf": pdf(b"/Contents 4 0 R", _stream(4, b"/Filter/FlateDecode", _BOMB)),
    "bomb-of-filters.pdf": pdf(
        b"/Contents 4 0 R", _stream(4, b"/Filter[" + b"/FlateDecode" * 200 + b"]", zlib.compress(b"q"))
    ),
    "picture-of-60000.pdf": pdf(_DRAWS, _stream(4, b"", b"/I Do") + _stream(5, _IMAGE, zlib.compress(bytes(2**24), 9))),
    "a-form-in-itself.pdf": pdf(
        b"/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>",
        _stream(4, b"", b"/I Do")
        + _stream(5, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</I 5 0 R>>>>", b"/I Do " * 50),
    ),
    "with-a-script.pdf": pdf(b"/AA<</O<</S/JavaScript/JS(app.alert\\(1\\))>>>>"),
    "opens-a-program.pdf": pdf(b"/AA<</O<</S/Launch/F(/bin/sh)>>>>"),
    "locked.pdf": pdf().replace(b"trailer<<", b"trailer<</Encrypt<</Filter/Standard/V 4/R 4/O(x)/U(y)/P -1>>"),
    "zero-bytes.pdf": b"%PDF-" + b"\0" * 100_000,
    "random.pdf": b"%PDF-1.4\n" + bytes(range(256)) * 400,
    "claims-60000.png": png(60_000, 60_000, b"\0" * 1000),
    "claims-2-billion.png": png(2**31 - 1, 2**31 - 1, b"\0"),
    "no-size.png": png(0, 0, b""),
    "bomb.png": png(30_000, 30_000, bytes(30_001 * 3_000)),
    "truncated.png": png(100, 100, bytes(101 * 100))[:60],
    "bad-sum.png": png(100, 100, bytes(101 * 100)).replace(b"IDAT", b"IDAX"),
    "empty.png": b"",
    "head-only.jpg": b"\xff\xd8\xff\xe0",
    "zeros.jpg": b"\xff\xd8\xff" + b"\0" * 50_000,
    "giant.bmp": b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, 60_000, 60_000, 1, 24, 0, 0, 0, 0, 0, 0),
    "minus.bmp": b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, -5, -(2**31), 1, 24, 0, 0, 0, 0, 0, 0),
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd" width="9" height="9"/></svg>',
    "laughs.svg": b'<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;&b;">]><svg xmlns="http://www.w3.org/2000/svg">&c;</svg>',
    "a-table.png": b"PK\x03\x04" + b"\0" * 100,
    "words.png": "张三".encode("gb18030"),
    "icon.ico": b"\0\0\1\0\1\0" + b"\0" * 100,
}
SEEN = {"with-a-script.pdf", "opens-a-program.pdf", "nan.pdf"}
"""Which are PDFs like others: nothing in them is ever run."""
