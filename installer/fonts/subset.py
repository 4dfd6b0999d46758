"""Make the fonts of ``resources/fonts`` from Debian's Noto CJK fonts; run at will, not at build.

    apt-get install fonts-noto-cjk fonts-noto-cjk-extra
    python installer/fonts/subset.py [SOURCE_DIR]

The outlines are Noto's, untouched; only characters that no office writes are left out. The families get names of their
own (Desk Song, Desk Hei), so that they never hide the full fonts where those are installed.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SOURCE = Path("/usr/share/fonts/opentype/noto")
TARGET = Path(__file__).resolve().parents[2] / "resources" / "fonts"
UNIFIED = range(0x4E00, 0xA000)
# Where Unicode sets simplified forms apart (讠 贝 车 钅 门 页 饣 马 鱼 鸟 纟 麦 齿 龙), and 玉 日 火 of names.
SIMPLIFIED_RADICALS = (
    range(0x8BA0, 0x8C37), range(0x8D1D, 0x8D5C), range(0x8F66, 0x8F9C), range(0x9485, 0x9580), range(0x95E8, 0x961D),
    range(0x9875, 0x98E0), range(0x9963, 0x9996), range(0x9A6C, 0x9AA8), range(0x9C7C, 0x9CE5), range(0x9E1F, 0x9E76),
    range(0x7E9F, 0x7F36), range(0x9EA6, 0x9EB9), range(0x9F7F, 0x9FA6), range(0x738B, 0x74DC), range(0x65E5, 0x66F0),
    range(0x706B, 0x722A),
)  # fmt: skip
SIGNS = (
    range(0x20, 0x7F), range(0xA0, 0x180), range(0x391, 0x3CA), range(0x401, 0x452), range(0x2010, 0x2060),
    range(0x2070, 0x20D0), range(0x2100, 0x214F), range(0x2150, 0x218A), range(0x2190, 0x21FF), range(0x2200, 0x22FF),
    range(0x2460, 0x2500), range(0x2500, 0x2600), range(0x2600, 0x2670), range(0x2700, 0x27BF), range(0x3000, 0x3130),
    range(0x3200, 0x3300), range(0xFE30, 0xFE50), range(0xFF01, 0xFFEF),
)  # fmt: skip
EXTENSION_NAMES = Path(__file__).with_name("extension-characters.txt")
NAME, FULL_NAME, POSTSCRIPT, FAMILY, STYLE, UNIQUE = 1, 4, 6, 16, 17, 3
ENGLISH = 0x409


@dataclass(frozen=True)
class Face:
    """One face to make; ``wide`` adds traditional characters and rarer ones to GB 2312 and the extension list."""

    source: str
    family: str
    bold: bool
    wide: bool

    @property
    def style(self) -> str:
        """Return the style's name in the name table."""
        return "Bold" if self.bold else "Regular"


FACES = (
    Face("NotoSerifCJK-Regular.ttc", "Desk Song", bold=False, wide=True),
    Face("NotoSerifCJK-Bold.ttc", "Desk Song", bold=True, wide=False),
    Face("NotoSansCJK-Regular.ttc", "Desk Hei", bold=False, wide=False),
    Face("NotoSansCJK-Bold.ttc", "Desk Hei", bold=True, wide=False),
)


def gb2312() -> set[int]:
    """Return the ideographs of GB 2312."""
    rows = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return {ord(text) for code in rows if (text := code.decode("gb2312", "ignore"))}


def traditional() -> set[int]:
    """Return the unified ideographs of Big5 with the Hong Kong supplement."""
    return {code for code in UNIFIED if chr(code).encode("big5hkscs", "ignore")}


def wanted(*, wide: bool) -> set[int]:
    """Return the code points a face keeps."""
    kept = gb2312() | {ord(sign) for sign in EXTENSION_NAMES.read_text("utf-8") if not sign.isspace()}
    kept.update(*SIGNS)
    return kept.union(traditional(), *SIMPLIFIED_RADICALS) if wide else kept


def simplified_chinese(path: Path) -> TTFont:
    """Open the SC face of a Noto CJK collection."""
    for number in range(20):
        font = TTFont(path, fontNumber=number, lazy=True)
        family = font["name"].getDebugName(NAME) or ""
        if family.endswith("CJK SC") and "Mono" not in family:
            return font
    raise SystemExit(f"{path}: no SC face")


def rename(font: TTFont, face: Face) -> None:
    """Give the face its own family name, the same in every language."""
    table = font["name"]
    table.names = [
        entry for entry in table.names if entry.nameID in {0, 5, 7, 8, 9, 11, 13, 14} and entry.langID == ENGLISH
    ]
    postscript = f"{face.family.replace(' ', '')}-{face.style}"
    texts = {
        NAME: face.family,
        2: face.style,
        UNIQUE: postscript,
        FULL_NAME: f"{face.family} {face.style}",
        POSTSCRIPT: postscript,
    }
    for name_id, text in texts.items():
        table.setName(text, name_id, 3, 1, ENGLISH)
    top = font["CFF "].cff
    top.fontNames[0] = postscript
    top[0].FamilyName, top[0].FullName, top[0].Weight = face.family, texts[FULL_NAME], face.style


def make(face: Face, source: Path) -> Path:
    """Write one subset face and return its path."""
    font = simplified_chinese(source / face.source)
    options = Options(
        layout_features=["kern", "halt", "palt", "vert", "locl", "mark", "mkmk"], hinting=False, desubroutinize=False
    )
    options.name_IDs, options.name_languages, options.notdef_outline, options.drop_tables = (
        ["*"],
        ["*"],
        True,
        [*options.drop_tables, "DSIG"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted(wide=face.wide))
    subsetter.subset(font)
    rename(font, face)
    font["head"].created = font["head"].modified = 0
    font.recalcTimestamp = False
    target = TARGET / f"{face.family.replace(' ', '')}-{face.style}.otf"
    font.save(target)
    return target


def main() -> None:
    """Make every face and tell its size."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    for face in FACES:
        path = make(face, source)
        print(f"{path.name}  {path.stat().st_size / 2**20:.1f} MB")


if __name__ == "__main__":
    main()
