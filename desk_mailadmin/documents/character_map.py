"""Which characters a font file draws: its ``cmap`` table, formats 4 and 12, read with nothing but struct."""

from __future__ import annotations

import struct

_COLLECTION = b"ttcf"


def characters(font: bytes, index: int = 0) -> frozenset[int]:
    """Return the code points that face ``index`` of the font (or collection) maps; empty for a file that is no font."""
    try:
        return _characters(font, index)
    except (struct.error, IndexError):
        return frozenset()


def _characters(font: bytes, index: int) -> frozenset[int]:
    start = struct.unpack_from(f">{index + 1}I", font, 12)[index] if font[:4] == _COLLECTION else 0
    (tables,) = struct.unpack_from(">H", font, start + 4)
    for number in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, start + 12 + 16 * number)
        if tag == b"cmap":
            return _mapped(font, offset)
    return frozenset()


def _mapped(font: bytes, cmap: int) -> frozenset[int]:
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    found: set[int] = set()
    for number in range(count):
        (offset,) = struct.unpack_from(">I", font, cmap + 8 + 8 * number)
        (form,) = struct.unpack_from(">H", font, cmap + offset)
        if form == 12:  # noqa: PLR2004  (the formats' own numbers)
            found.update(*_segmented_coverage(font, cmap + offset))
        elif form == 4:  # noqa: PLR2004  (the formats' own numbers)
            found.update(*_segment_mapping(font, cmap + offset))
    return frozenset(found - {0xFFFF})


def _segmented_coverage(font: bytes, table: int) -> list[range]:
    (groups,) = struct.unpack_from(">I", font, table + 12)
    numbers = struct.unpack_from(f">{3 * groups}I", font, table + 16)
    return [range(first, last + 1) for first, last in zip(numbers[::3], numbers[1::3], strict=True)]


def _segment_mapping(font: bytes, table: int) -> list[range]:
    (doubled,) = struct.unpack_from(">H", font, table + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", font, table + 14)
    starts = struct.unpack_from(f">{count}H", font, table + 16 + doubled)
    return [range(first, last + 1) for first, last in zip(starts, ends, strict=True)]
